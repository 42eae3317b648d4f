// "In November" in an article of 3 March 2026 is November 2025; "will start in November" is November 2026;
// "on Tuesday" is the last Tuesday, the day itself included; "last week" is the week before. Without a date of
// its own the article keeps "November" as it is, and `link` may still compare it; so it does with "the next day", which
// hangs on what the text told before. It reads no clock.
#include "normalize/times.h"

#include <algorithm>

namespace crosscheck {

ClaimTime publication_of(const Document& document, const Article& article) {
  ClaimTime time;
  for (const Mention& mention : article.mentions) {
    if (article.sentences.empty() || mention.kind != MentionKind::date || !in_dateline(article, mention)) continue;
    const bool dated =
        mention.time.anchored() && (mention.time.grain == Grain::day || mention.time.grain == Grain::month);
    if (!dated || (time.value.known() && time.value.grain <= mention.time.grain)) continue;
    time.value = mention.time;
    time.basis = TimeBasis::published;
    time.span = mention.span;
  }
  if (const auto given = parse_edtf(document.published)) {
    time.value = *given;
    time.basis = TimeBasis::published;
  }
  return time;
}

std::optional<UtcOffset> local_offset(const Lexicon& lexicon, const Article& article) {
  std::optional<UtcOffset> local;
  for (const Entity& entity : article.entities) {
    const auto zone = lexicon.place_zones.find(entity.key);
    if (zone == lexicon.place_zones.end()) continue;
    if (!local) local = zone->second;
    local = {std::min(local->least, zone->second.least), std::max(local->most, zone->second.most)};
  }
  return local;
}

void resolve_time(const ClaimTime& reference, bool ahead, ClaimTime& time) {
  if (time.cue.empty()) return;
  if (time.cue.rfind("event:", 0) == 0) {
    time.event = time.cue.substr(6);
    time.value = {};
    return;
  }
  if (!reference.value.last) return;
  const std::int32_t today = *reference.value.last;
  if (time.when.empty() || (needs_day(time.when) && reference.value.grain != Grain::day)) return;
  if (time.when.front().kind == TimeStepKind::from_named) return;  // "the next day" of the story, not of the article
  TimeContext context;
  context.today = today;
  context.tense = ahead ? Tense::future : Tense::past;
  const TimeMeaning meaning = evaluate(time.when, context);
  if (!meaning.value.known()) return;
  time.value = meaning.value;
  const std::size_t clock = meaning.sort == TimeSort::time ? meaning.edtf.find('T') : std::string::npos;
  if (clock != std::string::npos) time.clock = meaning.edtf.substr(clock);
  time.cue.clear();
  time.basis = TimeBasis::anchored;
}

}  // namespace crosscheck
