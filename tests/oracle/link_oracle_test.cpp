// Slow, obvious twins: every pair of claims judged against the pairs that blocking lets through, and every frame
// tried on every value against the frames whose trigger stands in the sentence. They look inside link/ and
// claim/, which only tests may.
#include <unordered_set>

#include "claim/frame_match.h"
#include "claim/view.h"
#include "link/groups.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::shipped_rules;

/// As link.cpp tells the judge which facts are told of several times.
std::map<std::string, std::vector<TimeValue>> times_of_facts(const std::vector<Claim>& claims) {
  std::map<std::string, std::vector<TimeValue>> times;
  for (const Claim& claim : claims) {
    if (claim.dated() || claim.rule == "generic" || !claim.time.value.known() || claim.time.basis == TimeBasis::published) continue;
    auto& known = times[JudgeContext::fact_key(claim)];
    const bool seen = std::any_of(known.begin(), known.end(), [&](const TimeValue& value) { return relate(value, claim.time.value) != TimeRelation::disjoint; });
    if (!seen && known.size() < 8) known.push_back(claim.time.value);
  }
  return times;
}

std::string words_of(const Report& report, const Link& link) {
  const auto claim_words = [&](std::uint32_t index) {
    const Claim& claim = report.claims[index];
    std::string words = std::string(surface_of(report, claim)) + " (" + claim.rule + ", " + claim.attribute + ", " + report.documents[claim.document].path;
    for (const Role& role : claim.roles) words += ", " + role.name + "=" + role.key;
    return words + ")";
  };
  return claim_words(link.a) + " — " + claim_words(link.b);
}

void check_blocking(const support::Sources& sources) {
  const Report report = support::report_on(sources);
  const JudgeContext context{shipped_rules(), report.facts, times_of_facts(report.claims)};
  const auto all = all_pairs(context, report.claims), blocked = blocked_pairs(context, report.claims);
  std::set<std::pair<std::uint32_t, std::uint32_t>> kept;
  for (const Link& link : blocked) kept.emplace(link.a, link.b);
  for (const Link& link : all) {
    if (kept.contains({link.a, link.b})) continue;
    FAIL_CHECK("blocking loses " << words_of(report, link) << " of probability " << link.probability);
  }
  CHECK(blocked.size() <= all.size());
}

TEST_CASE("blocking loses no link of a story", "[oracle]") {
  for (const std::string& folder : support::story_folders()) {
    INFO(folder);
    check_blocking(support::sources_in(folder));
  }
}

TEST_CASE("blocking loses no link of all stories together", "[oracle]") {
  support::Sources all;
  for (const std::string& folder : support::story_folders()) {
    for (const support::Source& source : support::sources_in(folder)) all.push_back({folder + "/" + source.name, source.text});
  }
  check_blocking(all);
}

struct Twins {
  std::size_t values = 0, matched = 0;
};

bool same_match(const std::optional<FrameMatch>& a, const std::optional<FrameMatch>& b) {
  if (a.has_value() != b.has_value()) return false;
  if (!a) return true;
  const auto same_role = [](const Role& x, const Role& y) { return x.name == y.name && x.value == y.value && x.key == y.key; };
  return a->frame == b->frame && a->qualifiers == b->qualifiers &&
         std::equal(a->roles.begin(), a->roles.end(), b->roles.begin(), b->roles.end(), same_role);
}

std::string frame_of(const std::optional<FrameMatch>& match) { return match ? match->frame->id : "no frame"; }

void check_sentence(const Document& document, const Article& article, std::uint32_t index, const std::vector<std::uint32_t>& mentions, Twins& twins) {
  const Sentence& sentence = article.sentences[index];
  const auto& frames = shipped_rules().frames(document.language);
  std::unordered_set<std::string> words;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) words.insert(article.tokens[at].folded);
  for (const std::uint32_t focus : mentions) {
    const Mention& mention = article.mentions[focus];
    if (mention.kind == MentionKind::entity) continue;
    const View view(article, sentence, mentions, focus);
    const auto fast = match_frames(frames, article, view, mention.kind, words);
    const auto slow = match_frames_without_prefilter(frames, article, view, mention.kind);
    ++twins.values;
    twins.matched += slow ? 1 : 0;
    if (same_match(fast, slow)) continue;
    FAIL_CHECK("\"" << text_at(document, {mention.field, mention.span}) << "\": the prefilter gives " << frame_of(fast) << ", without it " << frame_of(slow)
                    << " in: " << text_at(document, {sentence.field, sentence.span}));
  }
}

TEST_CASE("the trigger prefilter changes no frame match", "[oracle]") {
  Twins twins;
  for (const std::string& folder : support::story_folders()) {
    for (const Document& document : support::corpus_of(support::sources_in(folder)).documents) {
      const Article article = extract(shipped_rules(), document, 0);
      std::map<std::uint32_t, std::vector<std::uint32_t>> of_sentence;
      for (std::uint32_t i = 0; i < article.mentions.size(); ++i) of_sentence[article.mentions[i].sentence].push_back(i);
      for (const auto& [sentence, mentions] : of_sentence) check_sentence(document, article, sentence, mentions, twins);
    }
  }
  CHECK(twins.values > 300);
  CHECK(twins.matched > 100);
}

TEST_CASE("the trigger prefilter lets every rule's own examples through", "[oracle]") {
  Twins twins;
  for (const Frame& frame : shipped_rules().frames("en")) {
    for (const Example& example : frame.yes) {
      const auto reading = support::read_text(example.text);
      std::map<std::uint32_t, std::vector<std::uint32_t>> of_sentence;
      for (std::uint32_t i = 0; i < reading.article.mentions.size(); ++i) of_sentence[reading.article.mentions[i].sentence].push_back(i);
      for (const auto& [sentence, mentions] : of_sentence) check_sentence(reading.document, reading.article, sentence, mentions, twins);
    }
  }
  CHECK(twins.matched > 30);
}

}  // namespace
}  // namespace crosscheck
