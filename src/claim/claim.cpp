// Each value of a sentence becomes a claim. "Acme's $2 billion investment in Globex in 2019": the money goes to
// the frame finance/investment with investor Acme, investee Globex and the time 2019; the year itself dates
// that investment and makes no claim of its own unless an event frame wants it. Ordinals, list numbers and
// times that hang on nothing ("recently") are mentions only.
#include "claim/claim.h"

#include <unordered_set>

#include "base/stem.h"
#include "claim/arithmetic.h"
#include "claim/context.h"
#include "claim/frame_match.h"
#include "claim/generic.h"
#include "claim/measured.h"
#include "claim/view.h"

namespace crosscheck {
namespace {

bool makes_claim(const Article& article, const Mention& mention) {
  if (mention.kind == MentionKind::entity || mention.kind == MentionKind::ordinal) return false;
  const bool one_of = mention.kind == MentionKind::number && mention.end_token - mention.first_token == 1 &&
                      article.tokens[mention.first_token].folded == "one";
  const bool nothing = mention.kind == MentionKind::number && mention.quantity.value &&
                       mention.quantity.value->is_zero() &&
                       article.tokens[mention.first_token].kind != TokenKind::number;
  if (nothing) return false;  // "nobody said why"
  if (one_of) return false;   // "one of the largest", "one day": no count worth comparing
  const bool dated = mention.kind == MentionKind::date || mention.kind == MentionKind::time;
  if (mention.kind == MentionKind::duration && !mention.quantity.value && !mention.quantity.interval.low)
    return false;  // "for years"
  return !dated || mention.time.known() ||
         (!mention.cue.empty() && mention.cue.rfind("event:", 0) != 0 && mention.cue.rfind("recent", 0) != 0);
}

class ClaimBuilder {
 public:
  ClaimBuilder(const Document& document, const Rulebook& rulebook, Article& article)
      : article_(article),
        lexicon_(rulebook.lexicon(document.language)),
        frames_(rulebook.frames(document.language)),
        arithmetic_(rulebook.arithmetic(document.language)),
        stemmer_(document.language) {}

  void run() {
    std::size_t next = 0;
    while (next < article_.mentions.size()) {
      std::vector<std::uint32_t> mentions;
      const std::uint32_t sentence = article_.mentions[next].sentence;
      bool any = false;
      for (; next < article_.mentions.size() && article_.mentions[next].sentence == sentence; ++next) {
        mentions.push_back(static_cast<std::uint32_t>(next));
        any = any || makes_claim(article_, article_.mentions[next]);
      }
      if (any) read_sentence(article_.sentences[sentence], mentions);
    }
  }

 private:
  void read_sentence(const Sentence& sentence, const std::vector<std::uint32_t>& mentions) {
    std::unordered_set<std::string> words;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at)
      words.insert(article_.tokens[at].folded);
    const std::vector<FrameCandidate> candidates = frame_candidates(frames_, words);
    const std::size_t first = article_.claims.size();
    for (const std::uint32_t focus : mentions) {
      if (makes_claim(article_, article_.mentions[focus]))
        article_.claims.push_back(build(sentence, mentions, focus, words, candidates));
    }
    measure_claims(article_, lexicon_, stemmer_, sentence, mentions, first);
  }

  Claim build(const Sentence& sentence, const std::vector<std::uint32_t>& mentions, std::uint32_t focus,
              const std::unordered_set<std::string>& words, const std::vector<FrameCandidate>& candidates) {
    const Mention& mention = article_.mentions[focus];
    const View view(article_, sentence, mentions, focus);
    Claim claim;
    claim.document = article_.document;
    claim.place = {sentence.field, mention.span};
    claim.qualified = mention.qualified;
    claim.quote = sentence.span;
    claim.sentence = mention.sentence;
    claim.paragraph = sentence.paragraph;
    claim.kind = mention.kind;
    claim.quantity = mention.quantity;
    claim.qualifiers = fact_qualifiers(lexicon_, view);
    if (auto match = match_frames(candidates, article_, view, mention.kind, words)) {
      take_frame(std::move(*match), claim);
    } else {
      GenericReading reading = read_generic(article_, lexicon_, view, mention.kind, mentions, focus);
      claim.rule = "generic";
      claim.attribute = reading.attribute.empty() ? std::string(name_of(mention.kind)) : std::move(reading.attribute);
      claim.roles = std::move(reading.roles);
      claim.confidence = 0.75;
    }
    if (mention.kind == MentionKind::percent || mention.kind == MentionKind::money ||
        mention.kind == MentionKind::number) {
      if (auto reading = read_arithmetic(arithmetic_, lexicon_, article_, view, focus, words))
        article_.arithmetic.push_back(std::move(*reading));
    }
    claim.words = content_words(article_, lexicon_, stemmer_, view);
    claim.near = near_words(article_, lexicon_, stemmer_, view);
    claim.modality = modality_of(lexicon_, view);
    claim.attribution = attribution_of(article_, lexicon_, view);
    attach_time(mentions, focus, claim);
    return claim;
  }

  static void take_frame(FrameMatch match, Claim& claim) {
    claim.rule = match.frame->id;
    claim.attribute = match.frame->attribute;
    claim.behaviour = match.frame->behaviour;
    claim.period = match.frame->period;
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
    claim.time.basis = TimeBasis::stated;
    if (claim.dated()) claim.when = date.time;
  }

  Article& article_;
  const Lexicon& lexicon_;
  const std::vector<Frame>& frames_;
  const std::vector<ArithmeticRule>& arithmetic_;
  Stemmer stemmer_;
};

}  // namespace

void build_claims(const Document& document, const Rulebook& rulebook, Article& article) {
  ClaimBuilder(document, rulebook, article).run();
}

}  // namespace crosscheck
