// Slow, obvious twins: every pair of claims judged against the pairs that blocking lets through, and every frame
// tried on every value against the frames whose trigger stands in the sentence. They look inside link/ and
// claim/, which only tests may. And the facts of a story by every pair of claims against those by the pairs that
// share a value, a word, a head or an owner; a pair more lowers averages, so a few differ.
#include <numeric>
#include <unordered_set>

#include "claim/frame_match.h"
#include "claim/view.h"
#include "link/facts.h"
#include "link/groups.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::shipped_rules;

std::string words_of(const Report& report, const Link& link) {
  const auto claim_words = [&](std::uint32_t index) {
    const Claim& claim = report.claims[index];
    std::string words = std::string(surface_of(report, claim)) + " (" + claim.rule + ", " + claim.attribute + ", " +
                        report.documents[claim.document].path;
    for (const Role& role : claim.roles) words += ", " + role.name + "=" + role.key;
    return words + ")";
  };
  return claim_words(link.a) + " — " + claim_words(link.b);
}

void check_blocking(const support::Sources& sources) {
  const Report report = support::report_on(sources);
  const JudgeContext context = make_judge_context(report.documents, report.facts, report.claims, shipped_rules());
  const auto all = all_pairs(context, report.claims), blocked = blocked_pairs(context, report.claims);
  // A figure told again in its own article is linked to one earlier telling only: what counts is the connection.
  std::vector<std::uint32_t> root(report.claims.size());
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&](std::uint32_t i) {
    while (root[i] != i) i = root[i];
    return i;
  };
  for (const Link& link : blocked) root[find(link.a)] = find(link.b);
  for (const Link& link : all) {
    if (find(link.a) == find(link.b)) continue;
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
    for (const support::Source& source : support::sources_in(folder))
      all.push_back({folder + "/" + source.name, source.text});
  }
  check_blocking(all);
}

using Members = std::set<std::uint32_t>;

StoryFacts judged(const Report& report, const StoryProfiles& story, bool all) {
  StoryFacts facts;
  facts.pairs = candidate_pairs(shipped_rules(), story, report.claims, all);
  facts.story = story;
  judge_pairs(models_of(shipped_rules()), facts);
  return facts;
}

/// Two claims of one value always meet.
void check_left_out(const Report& report, const StoryFacts& all, const StoryFacts& blocked) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> let_through;
  for (const ProfilePair& pair : blocked.pairs) let_through.emplace(pair.a, pair.b);
  CHECK(let_through.size() < all.pairs.size());
  for (const ProfilePair& pair : all.pairs) {
    const Profile &a = all.story.profiles[pair.a], &b = all.story.profiles[pair.b];
    if (a.value != b.value || let_through.contains({pair.a, pair.b})) continue;
    FAIL_CHECK("blocking loses " << words_of(report, {a.claim, b.claim, 0}));
  }
}

/// The claims of every claim's fact, itself among them.
std::map<std::uint32_t, Members> facts_of(const Report& report, StoryFacts facts) {
  const Rulebook& rules = shipped_rules();
  find_classes(rules.number("class_least"), facts);
  pair_classes(rules, report.claims, facts);
  join_classes(rules, models_of(rules), facts);
  std::map<std::uint32_t, Members> found;
  for (const auto& classes : facts.facts) {
    Members members;
    for (const std::uint32_t of : classes) {
      for (const std::uint32_t member : facts.classes[of]) members.insert(facts.story.profiles[member].claim);
    }
    for (const std::uint32_t member : members) found[member] = members;
  }
  return found;
}

TEST_CASE("facts found without blocking are nearly those found with it", "[oracle]") {
  std::size_t links = 0, held = 0;
  for (const std::string& folder : support::story_folders()) {
    INFO(folder);
    const Report report = support::report_on(support::sources_in(folder));
    for (const StoryProfiles& story : profile_stories(shipped_rules(), report.facts, report.claims)) {
      const StoryFacts all = judged(report, story, true), blocked = judged(report, story, false);
      check_left_out(report, all, blocked);
      const auto few = facts_of(report, blocked);
      for (const auto& [claim, fact] : facts_of(report, all)) {
        for (const std::uint32_t other : fact) {
          if (other == claim) continue;
          ++links;
          held += few.at(claim).contains(other) ? 1 : 0;
        }
      }
    }
  }
  INFO(held << " of " << links);
  CHECK(links > 50);
  CHECK(held * 20 >= links * 19);
}

struct Twins {
  std::size_t values = 0, matched = 0;
  bool by_trigger = true;  ///< the twin looks for triggers too, the slow way; else it ignores them
};

/// Frames with a trigger among the words, word by word.
std::vector<Frame> with_trigger(const std::vector<Frame>& frames, const Pattern::Words& words) {
  std::vector<Frame> kept;
  for (const Frame& frame : frames) {
    bool found = false;
    for (const std::string& trigger : frame.triggers) {
      for (const auto& [word, hash] : words.all()) {
        const bool prefix = trigger.back() == '*';
        found = found || (prefix ? word.starts_with(trigger.substr(0, trigger.size() - 1)) : word == trigger);
      }
    }
    if (found) kept.push_back(frame);
  }
  return kept;
}

bool same_match(const std::optional<FrameMatch>& a, const std::optional<FrameMatch>& b) {
  if (a.has_value() != b.has_value()) return false;
  if (!a) return true;
  const auto same_role = [](const Role& x, const Role& y) {
    return x.name == y.name && x.value == y.value && x.key == y.key;
  };
  return a->frame->id == b->frame->id && a->qualifiers == b->qualifiers &&
         std::equal(a->roles.begin(), a->roles.end(), b->roles.begin(), b->roles.end(), same_role);
}

std::string frame_of(const std::optional<FrameMatch>& match) { return match ? match->frame->id : "no frame"; }

void check_sentence(const Document& document, const Article& article, std::uint32_t index,
                    const std::vector<std::uint32_t>& mentions, Twins& twins) {
  const Sentence& sentence = article.sentences[index];
  const auto& frames = shipped_rules().frames(document.language);
  Pattern::Words words;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) words.insert(article.tokens[at].folded);
  const std::vector<Frame> tried = twins.by_trigger ? with_trigger(frames, words) : frames;
  for (const std::uint32_t focus : mentions) {
    const Mention& mention = article.mentions[focus];
    if (mention.kind == MentionKind::entity) continue;
    const View view(article, sentence, mentions, focus);
    const auto fast = match_frames(frame_candidates(frames, shipped_rules().triggers(document.language), words),
                                   article, view, mention.kind);
    const auto slow = match_frames_without_prefilter(tried, article, view, mention.kind);
    ++twins.values;
    twins.matched += slow ? 1 : 0;
    if (same_match(fast, slow)) continue;
    FAIL_CHECK("\"" << text_at(document, {mention.field, mention.span}) << "\": the prefilter gives " << frame_of(fast)
                    << ", without it " << frame_of(slow)
                    << " in: " << text_at(document, {sentence.field, sentence.span}));
  }
}

void check_document(const Document& document, const Article& article, Twins& twins) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> of_sentence;
  for (std::uint32_t i = 0; i < article.mentions.size(); ++i) of_sentence[article.mentions[i].sentence].push_back(i);
  for (const auto& [sentence, mentions] : of_sentence) check_sentence(document, article, sentence, mentions, twins);
}

void check_stories(Twins& twins) {
  for (const std::string& folder : support::story_folders()) {
    for (const Document& document : support::corpus_of(support::sources_in(folder)).documents) {
      check_document(document, extract(shipped_rules(), document, 0), twins);
    }
  }
  for (const Frame& frame : shipped_rules().frames("en")) {
    for (const Example& example : frame.yes) {
      const auto reading = support::read_text(example.text);
      check_document(reading.document, reading.article, twins);
    }
  }
}

TEST_CASE("the trigger prefilter finds the frames that a look at every trigger finds", "[oracle]") {
  Twins twins;
  check_stories(twins);
  CHECK(twins.values > 300);
  CHECK(twins.matched > 100);
}

}  // namespace
}  // namespace crosscheck
