// A run goes on over words with capitals, over particles ("de la", "bin"), over "of" once an institution's word stood
// before, over "and" between two plain words of one, and over ", Inc.". Then titles cut it:
//   "Los Angeles Police Chief William Bratton" → Los Angeles; William Bratton, titled
// The last word of title with a name behind it is the cut; what stands before it is a name less the title's own words.
// "General Motors" is not cut: a gazetteer's name is one word here, and neither is what holds an institution's word,
// "Major League Baseball". A run of titles alone is no name. Two names side by side without a mark stay one run.
#include "recognize/name_runs.h"

#include <algorithm>

#include "recognize/entity.h"

namespace crosscheck {

std::string NameRuns::key_of(std::uint32_t first, std::uint32_t end) const {
  return entity_key(words_.lexicon, words_.text(first, end));
}

/// The end of the word, or of the gazetteer's name, that begins at `at`; `at` when none does.
std::uint32_t NameRuns::unit_end(std::uint32_t at, std::uint32_t end) const {
  if (at >= end) return at;
  auto& [asked, found] = units_[at];  // asked again by the run before it, by its own and by the sentence
  if (asked == end) return found;
  const NameWords::Found known = words_.known_at(at, end, false);
  asked = end;
  return found = known.name != nullptr ? known.end : words_.name_part(at) ? at + 1 : at;
}

bool NameRuns::institution_word(std::uint32_t at) const {
  return words_.in(words_.heads, at) || words_.in(words_.organization_words, at);
}

/// "Fish and Wildlife Service", "Securities and Exchange Commission": plain words on both sides, an institution's behind.
bool NameRuns::joins_halves(const NameRun& run, std::uint32_t end) const {
  const std::uint32_t next = run.end + 1;
  if (!words_.in(words_.common, run.end - 1) || !words_.in(words_.common, next) || !words_.name_part(next))
    return false;
  for (std::uint32_t at = next; at < end && words_.name_part(at); ++at) {
    if (institution_word(at)) return true;
  }
  return false;
}

/// "Sheriff's Department", "Children's Hospital": of a plain word or a title; Microsoft's Office is not one name.
bool NameRuns::owns_institution(const NameRun& run, std::uint32_t end) const {
  const std::uint32_t last = run.end - 1;
  if (!words_.in(words_.possessives, run.end) || !(words_.in(words_.common, last) || words_.title(last))) return false;
  std::uint32_t at = run.end + 1;
  while (at < end && words_.name_part(at) && !institution_word(at)) ++at;
  return at < end && words_.name_part(at);
}

/// The end of the name when what follows `run` only links its next part; `run.end` when the run is over.
std::uint32_t NameRuns::linked(const NameRun& run, std::uint32_t end, bool institution) const {
  std::uint32_t at = run.end;
  const Token& next = words_.token(at);
  if (at + 1 >= end) return at;
  if (next.folded == "," || next.kind == TokenKind::number) {
    const bool legal = words_.token(at + 1).capital && words_.in_without_dot(words_.legal, at + 1);
    const bool goes_on =
        next.kind == TokenKind::number && !words_.taken[at] && words_.name_part(at + 1);  // "Studio 54 Records"
    return (next.folded == "," && legal) || goes_on ? at + 2 : at;
  }
  const Token& last = words_.token(at - 1);
  if (next.folded == "." && !next.space_before && last.span.size() == 1 && last.capital)  // "George W. Bush"
    return words_.name_part(at + 1) ? at + 1 : at;
  if (owns_institution(run, end)) return at + 2;
  if (words_.in(words_.of, at)) {
    const bool gulf = words_.in(words_.place_openers, at - 1) && run.end == run.first + 1;  // "Gulf of Aden"
    if (!(institution || gulf) || (words_.in(words_.behind_institution, at) && !institution_word(at - 1))) return at;
    at += words_.in(words_.articles, at + 1) ? 2 : 1;
    const std::uint32_t after = unit_end(at, end);
    return after > at ? after : run.end;
  }
  if (words_.in(words_.joins, at)) return joins_halves(run, end) ? at + 2 : at;
  while (at < end && at < run.end + 3 && !words_.taken[at] && !words_.token(at).capital && words_.in(words_.links, at))
    ++at;
  const std::uint32_t after = at > run.end ? unit_end(at, end) : at;
  return after > at ? after : run.end;
}

NameRun NameRuns::run_at(std::uint32_t at, std::uint32_t end) const {
  NameRun run{at, unit_end(at, end)};
  bool institution = false;
  while (run.end < end) {
    for (std::uint32_t word = at; word < run.end; ++word) institution = institution || institution_word(word);
    at = run.end;
    std::uint32_t next = unit_end(run.end, end);
    if (next == run.end) next = linked(run, end, institution);
    if (next == run.end) break;
    run.end = next;
  }
  return run;
}

bool NameRuns::opens(const Sentence& sentence, std::uint32_t at) const {
  for (std::uint32_t before = at; before > sentence.first_token; --before) {
    const Token& token = words_.token(before - 1);
    const bool dash = token.folded == "-" && token.space_before;
    if (token.folded == ":" || token.folded == "\"" || dash) return true;  // capitals follow these, too
    if (token.kind != TokenKind::mark) return false;
  }
  return true;
}

bool NameRuns::holds_institution(std::uint32_t first, std::uint32_t end) const {
  const bool single = end == first + 1;  // "Mayor Bloomberg": a newspaper's head word, and a name
  for (std::uint32_t at = first; at < end; ++at) {
    if (single ? words_.in(words_.organization_words, at) : institution_word(at)) return true;
    if (words_.in_without_dot(words_.legal, at)) return true;
  }
  return words_.in(words_.place_heads, end - 1) || words_.place(key_of(first, end));
}

/// Behind the last title of the run that has a person's name behind it; run.first when there is none.
std::uint32_t NameRuns::title_end(const NameRun& run) const {
  std::uint32_t cut = run.first;
  for (std::uint32_t at = run.first; at + 1 < run.end;) {
    const NameWords::Found known = words_.known_at(at, run.end, false);
    if (known.name == nullptr && words_.title(at) && words_.name_part(at + 1) && !words_.title(at + 1)) cut = at + 1;
    at = known.name != nullptr ? known.end : at + 1;
  }
  while (cut > run.first && cut + 1 < run.end && words_.in(words_.title_modifiers, cut))
    ++cut;  // "Chief Executive Tim Cook"
  return cut > run.first && !holds_institution(cut, run.end) ? cut : run.first;
}

/// "Dr. Holm", "its president Ada Holm", "Secretary of State John Kerry": a title before the run. Less what of the title
/// stands in the run itself.
void NameRuns::read_title(const Sentence& sentence, NameRun& run) const {
  if (run.first == sentence.first_token) return;
  std::uint32_t title = run.first - 1;
  if (title > sentence.first_token && words_.word(title) == ".") --title;
  run.titled = words_.in_without_dot(words_.titles, title) || words_.title(title) ||
               (words_.in(words_.role_nouns, title) && run.end - run.first <= 3);
  if (title == sentence.first_token || !words_.in(words_.of, title) || !words_.title(title - 1)) return;
  const std::uint32_t first = run.first;
  while (run.first + 1 < run.end && words_.in(words_.title_modifiers, run.first)) ++run.first;
  run.titled = run.first > first;
}

void NameRuns::split_titles(const Sentence& sentence, NameRun run, std::vector<NameRun>& found) const {
  read_title(sentence, run);
  const std::uint32_t cut = title_end(run);
  if (cut == run.first) {
    found.push_back(run);
    return;
  }
  std::uint32_t left = cut;
  const auto of_title = [&](std::uint32_t at) {
    return words_.title(at) || words_.in(words_.title_modifiers, at) || words_.in(words_.demonyms, at);
  };
  while (left > run.first && (of_title(left - 1) || !words_.token(left - 1).capital)) --left;
  NameWords::Found country;  // "U.S. President": as good as a demonym
  if (left > run.first) country = words_.known_at(run.first, left, false);
  const bool adjective = country.end == left && country.name != nullptr && country.name->type == EntityType::place;
  if (left > run.first && !adjective) found.push_back({run.first, left, run.initial});
  found.push_back({cut, run.end, false, true});
}

/// "New York Stock Exchange" keeps the word that otherwise only opens a sentence.
bool NameRuns::begins_as_place(const NameRun& run) const {
  for (std::uint32_t end = run.first + 2; end <= std::min(run.first + 3, run.end); ++end) {
    if (words_.place(words_.text(run.first, end))) return true;
  }
  return false;
}

/// "Academy President", "Sixers Senior Vice President" without their last words; "Office of the President" as it is.
void NameRuns::drop_last_title(NameRun& run) const {
  std::uint32_t end = run.end;
  while (end > run.first && words_.title(end - 1)) --end;
  if (end == run.end) return;
  while (end > run.first && words_.in(words_.title_modifiers, end - 1)) --end;
  if (end > run.first && words_.token(end - 1).capital) run.end = end;
}

const KnownName* NameRuns::known_whole(const NameRun& run) const {
  const NameWords::Found whole = words_.known_at(run.first, run.end, false);
  return whole.end == run.end ? whole.name : nullptr;
}

bool NameRuns::titles_only(const NameRun& run) const {
  bool title = false;
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    title = title || words_.title(at);
    if (!words_.title(at) && !words_.in(words_.title_modifiers, at) && !words_.in(words_.demonyms, at)) return false;
  }
  return title;
}

bool NameRuns::trim(const std::unordered_set<std::string>& known, NameRun& run) const {
  const auto is_name = [&](std::uint32_t first) { return known.count(key_of(first, run.end)) > 0; };
  while (run.known == nullptr && run.end - run.first > 1) {
    const bool plain = words_.plain(run.first), starter = words_.in(words_.starters, run.first);
    const bool rest =
        run.initial && words_.in(words_.common, run.first) && is_name(run.first + 1);  // "Whenever Halden"
    const bool nationality = words_.in(words_.demonyms, run.first) && run.end - run.first > 2 &&
                             is_name(run.first + 1);  // "American Hasim Rahman"
    if (!starter && !nationality && (!(run.initial && (plain || rest)) || is_name(run.first))) break;
    if (begins_as_place(run)) break;
    ++run.first;
    run.initial = false;
    run.known = known_whole(run);
  }
  return run.known != nullptr || !titles_only(run);
}

std::vector<NameRun> NameRuns::of(const Sentence& sentence) const {
  std::vector<NameRun> found;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (unit_end(at, sentence.end_token) == at) continue;
    NameRun run = run_at(at, sentence.end_token);
    at = run.end - 1;
    run.initial = opens(sentence, run.first);
    split_titles(sentence, run, found);
  }
  for (NameRun& run : found) {
    run.known = known_whole(run);
    if (run.known == nullptr) drop_last_title(run);
  }
  return found;
}

}  // namespace crosscheck
