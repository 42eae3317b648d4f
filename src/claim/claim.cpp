// Each value of a sentence becomes a claim. "Acme's $2 billion investment in Globex in 2019": the money goes to
// the frame finance/investment with investor Acme, investee Globex and the time 2019; the year itself dates
// that investment and makes no claim of its own unless an event frame wants it. What stays a word to the frames, an
// ordinal or "the next day", goes to the generic frame; what says nothing (worth.cpp) is a mention only.
#include "claim/claim.h"

#include <algorithm>

#include "base/stem.h"
#include "claim/arithmetic.h"
#include "claim/context.h"
#include "claim/correction.h"
#include "claim/frame_match.h"
#include "claim/generic.h"
#include "claim/measured.h"
#include "claim/table.h"
#include "claim/view.h"
#include "claim/worth.h"
#include "claim/zone.h"

namespace crosscheck {
namespace {

class ClaimBuilder {
 public:
  ClaimBuilder(const Document& document, const Rulebook& rulebook, Article& article)
      : article_(article),
        lexicon_(rulebook.lexicon(document.language)),
        frames_(rulebook.frames(document.language)),
        triggers_(rulebook.triggers(document.language)),
        arithmetic_(rulebook.arithmetic(document.language)),
        corrections_(rulebook.corrections(document.language)),
        stemmer_(lexicon_.stemmers->lend()),
        memo_(lexicon_, *stemmer_) {
    stemmer_->forget_many();
  }

  void run() {
    article_.claims.reserve(static_cast<std::size_t>(
        std::count_if(article_.mentions.begin(), article_.mentions.end(),
                      [](const Mention& mention) { return mention.kind != MentionKind::entity; })));
    std::size_t next = 0;
    while (next < article_.mentions.size()) {
      std::vector<std::uint32_t> mentions, values;
      const std::uint32_t sentence = article_.mentions[next].sentence;
      for (; next < article_.mentions.size() && article_.mentions[next].sentence == sentence; ++next) {
        mentions.push_back(static_cast<std::uint32_t>(next));
        if (makes_claim(article_, lexicon_, article_.mentions[next])) values.push_back(mentions.back());
      }
      if (!values.empty()) read_sentence(article_.sentences[sentence], mentions, values);
    }
  }

 private:
  /// What the words of a sentence leave to be tried on its values.
  struct Candidates {
    std::vector<FrameCandidate> frames;
    std::vector<RuleCandidate> arithmetic, corrections;
    std::optional<PackedWords> words;  ///< content words of every value, where the sentence is one clause
  };

  void read_sentence(const Sentence& sentence, const std::vector<std::uint32_t>& mentions,
                     const std::vector<std::uint32_t>& values) {
    Candidates candidates;
    if (std::any_of(values.begin(), values.end(),
                    [&](std::uint32_t value) { return !article_.mentions[value].word; })) {
      Pattern::Words words;
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at)
        words.insert(article_.tokens[at].folded);
      candidates = {frame_candidates(frames_, triggers_, words), rule_candidates(arithmetic_, words),
                    rule_candidates(corrections_, words), std::nullopt};
    }
    const std::size_t first = article_.claims.size();
    for (const std::uint32_t focus : values)
      build(sentence, mentions, focus, candidates, article_.claims.emplace_back());
    measure_claims(article_, lexicon_, *stemmer_, sentence, mentions, first);
  }

  void build(const Sentence& sentence, const std::vector<std::uint32_t>& mentions, std::uint32_t focus,
             Candidates& candidates, Claim& claim) {
    const Mention& mention = article_.mentions[focus];
    const View view(article_, sentence, mentions, focus);
    claim.document = article_.document;
    claim.place = {sentence.field, mention.span};
    claim.qualified = mention.qualified;
    claim.quote = sentence.span;
    claim.sentence = mention.sentence;
    claim.paragraph = sentence.paragraph;
    claim.kind = mention.kind;
    claim.quantity = mention.quantity;
    if (mention.kind == MentionKind::score) claim.written = mention.edtf;
    claim.qualifiers = fact_qualifiers(lexicon_, view);
    auto match = mention.word ? std::nullopt : match_frames(candidates.frames, article_, view, mention.kind);
    if (match) {
      take_frame(std::move(*match), claim);
    } else {
      GenericReading reading = read_generic(article_, lexicon_, memo_, view, mention.kind, mentions, focus);
      claim.rule = "generic";
      claim.attribute = reading.attribute.empty() ? std::string(name_of(mention.kind)) : std::move(reading.attribute);
      claim.roles = std::move(reading.roles);
      claim.confidence = 0.75;
    }
    for (ArithmeticReading& reading : read_arithmetic(candidates.arithmetic, lexicon_, article_, view, focus))
      article_.arithmetic.push_back(std::move(reading));
    if (auto note = read_correction(candidates.corrections, article_, view, focus))
      article_.corrections.push_back(std::move(*note));
    claim.words = words_of(view, mention.word, candidates);
    claim.near = near_words(article_, memo_, view);
    claim.modality = modality_of(lexicon_, view);
    claim.retold =
        sentence.kind == SentenceKind::heading || sentence.field == Field::title || is_retold(lexicon_, view);
    claim.attribution = attribution_of(article_, lexicon_, view);
    attach_time(mentions, focus, claim);
  }

  /// A word that is a value when in focus is one word less to it than to the others.
  PackedWords words_of(const View& view, bool own, Candidates& candidates) {
    if (own || view.text().find(';') != std::string::npos) return content_words(article_, memo_, view);
    if (!candidates.words) candidates.words = content_words(article_, memo_, view);
    return *candidates.words;
  }

  static void make_score(Claim& claim) {
    const Interval& ends = claim.quantity.interval;
    if (!ends.low || !ends.high) return;
    claim.kind = MentionKind::score;
    claim.written = ends.low->to_string() + "-" + ends.high->to_string();
    claim.quantity = {};
  }

  static void take_frame(FrameMatch match, Claim& claim) {
    claim.rule = match.frame->id;
    const auto& kinds = match.frame->kinds;
    if (claim.kind == MentionKind::range && std::find(kinds.begin(), kinds.end(), MentionKind::score) != kinds.end())
      make_score(claim);  // "went 35-47": a range by its form alone
    claim.attribute = match.frame->attribute;
    claim.behaviour = match.frame->behaviour;
    claim.period = match.frame->period;
    claim.deal = match.frame->deal;
    claim.roles = std::move(match.roles);
    claim.confidence = match.loose ? 0.85 : 0.95;
    for (std::string& qualifier : match.qualifiers) claim.qualifiers.push_back(std::move(qualifier));
  }

  void attach_time(const std::vector<std::uint32_t>& mentions, std::uint32_t focus, Claim& claim) const {
    std::optional<std::uint32_t> source = focus;
    if (!claim.dated()) source = time_of(article_, lexicon_, mentions, focus, claim.period);
    if (!source) return;
    const Mention& date = article_.mentions[*source];
    claim.time.value = date.time;
    claim.time.cue = date.cue;
    claim.time.when = date.when;
    claim.time.span = date.span;
    claim.time.clock = clock_of(date);
    if (!claim.time.clock.empty()) claim.time.zone = zone_of(article_, lexicon_, date);
    claim.time.basis = TimeBasis::stated;
    if (claim.dated()) claim.when = date.time;
  }

  /// "XXXX-WXX-5T15:00" → "T15:00".
  static std::string clock_of(const Mention& date) {
    const std::size_t at = date.kind == MentionKind::time ? date.edtf.find('T') : std::string::npos;
    return at == std::string::npos ? "" : date.edtf.substr(at);
  }

  Article& article_;
  const Lexicon& lexicon_;
  const std::vector<Frame>& frames_;
  const TriggerIndex& triggers_;
  const ArithmeticRules& arithmetic_;
  const ArithmeticRules& corrections_;
  Pool<Stemmer>::Lent stemmer_;
  WordMemo memo_;
};

}  // namespace

void build_claims(const Document& document, const Rulebook& rulebook, Article& article) {
  ClaimBuilder(document, rulebook, article).run();
  read_tables(document, rulebook.lexicon(document.language), article);
}

}  // namespace crosscheck
