// "seven rifles" and "12 guns" of two articles: the pair's features under the model that does not look at values, then the
// features of the class {7} beside the class {12}, each times its weight. What was decided is only looked up and never
// judged anew, but for the clusters' averages, of which the two claims' own share is told.
#include "link/record.h"

#include <fmt/format.h>

#include <algorithm>

#include "link/feature_words.h"

namespace crosscheck {
namespace {

std::string dimension_words(const Profile& profile, const Claim& claim) {
  return claim.kind == MentionKind::money ? "money in " + profile.dimension : profile.dimension;
}

}  // namespace

ModelRecord::ModelRecord(const Rulebook& rulebook, const std::vector<Claim>& claims, std::vector<StoryFacts> stories)
    : rulebook_(rulebook),
      claims_(claims),
      stories_(std::move(stories)),
      models_(models_of(rulebook)),
      seats_(claims.size()) {
  for (std::uint32_t s = 0; s < stories_.size(); ++s) {
    const StoryFacts& story = stories_[s];
    for (std::uint32_t f = 0; f < story.facts.size(); ++f) {
      for (const std::uint32_t c : story.facts[f]) {
        for (const std::uint32_t p : story.classes[c]) seats_[story.story.profiles[p].claim] = Seat{s, p, c, f};
      }
    }
  }
}

const ProfilePair* ModelRecord::pair_of(const Seat& a, const Seat& b) const {
  const auto& pairs = stories_[a.story].pairs;
  const std::pair key(std::min(a.profile, b.profile), std::max(a.profile, b.profile));
  const auto found = std::lower_bound(pairs.begin(), pairs.end(), key,
                                      [](const ProfilePair& x, const auto& k) { return std::pair(x.a, x.b) < k; });
  return found != pairs.end() && std::pair(found->a, found->b) == key ? &*found : nullptr;
}

const ClassPair* ModelRecord::class_pair_of(const std::vector<ClassPair>& pairs, const Seat& a, const Seat& b) const {
  const std::pair key(std::min(a.value_class, b.value_class), std::max(a.value_class, b.value_class));
  const auto found = std::lower_bound(pairs.begin(), pairs.end(), key,
                                      [](const ClassPair& x, const auto& k) { return std::pair(x.a, x.b) < k; });
  return found != pairs.end() && std::pair(found->a, found->b) == key ? &*found : nullptr;
}

Verdict ModelRecord::verdict_on_classes(const StoryFacts& story, const ClassPair& pair) const {
  const ProfilePair& best = story.pairs[pair.best_pair];
  const auto id = [&](std::uint32_t member) { return claims_[story.story.profiles[member].claim].id; };
  Verdict verdict;
  verdict.of = fmt::format("the two values, stated by {} and {} claims, of which {} and {} are closest",
                           story.classes[pair.a].size(), story.classes[pair.b].size(), id(best.a), id(best.b));
  verdict.probability = pair.probability;
  verdict.least = rulebook_.number(pair.meeting == Meeting::apart ? "fact_apart" : "fact_fitting");
  verdict.start = models_.classes.bias;
  verdict.evidence = evidence_of(models_.classes, pair);
  return verdict;
}

std::vector<Verdict> ModelRecord::verdicts(std::uint32_t a, std::uint32_t b) const {
  const auto &x = seats_[a], &y = seats_[b];
  if (!x || !y || x->story != y->story) return {};
  std::vector<Verdict> verdicts;
  const StoryFacts& story = stories_[x->story];
  const bool equal = profile(*x).value == profile(*y).value;
  if (const ProfilePair* pair = pair_of(*x, *y)) {
    const auto at = static_cast<std::size_t>(pair - story.pairs.data());
    const Logistic& model = equal ? models_.equal : models_.blind;
    const std::span features(pair->features);
    Verdict verdict;
    verdict.of = equal ? "two claims of one value" : "the words around the two values, not the values";
    verdict.probability = equal ? story.equal[at] : model.probability(features.first(kBlindFeatures));
    verdict.least = equal ? rulebook_.number("class_least") : 0;
    verdict.start = model.bias;
    verdict.evidence = evidence_of(model, *pair, claims_[profile(*x).claim], claims_[profile(*y).claim]);
    verdicts.push_back(std::move(verdict));
  }
  if (equal) return verdicts;
  if (const ClassPair* pair = class_pair_of(story.class_pairs, *x, *y))
    verdicts.push_back(verdict_on_classes(story, *pair));
  return verdicts;
}

bool ModelRecord::one_fact(std::uint32_t a, std::uint32_t b) const {
  const auto &x = seats_[a], &y = seats_[b];
  return x && y && x->story == y->story && x->fact == y->fact;
}

std::string ModelRecord::barred(const std::vector<DocumentFacts>& documents, std::uint32_t a, std::uint32_t b) const {
  const Claim &left = claims_[a], &right = claims_[b];
  const auto &story_a = documents[left.document].story, &story_b = documents[right.document].story;
  if (story_a != story_b) {
    return "their articles tell different stories (" + story_a + ", " + story_b +
           "); across stories only claims that one rule reads of the same parties are compared";
  }
  const auto &x = seats_[a], &y = seats_[b];
  if (!x || !y) {
    const bool alone = !seats_[a] && !seats_[b] && left.document == right.document;
    return alone ? "the article tells a story of its own, and there is no other to compare it with"
                 : (x ? right : left).id + " has no value that can be compared";
  }
  if (left.document == right.document)
    return "both stand in one article; claims of one article are one fact only where another article's joins them";
  const Profile &p = profile(*x), &q = profile(*y);
  if (p.dimension != q.dimension)
    return "their values are of different kinds: " + dimension_words(p, left) + " and " + dimension_words(q, right);
  if (one_fact(a, b)) return "";
  if (const ClassPair* pair = class_pair_of(stories_[x->story].barred, *x, *y)) return std::string(words_of(pair->bar));
  const std::vector<Verdict> said = verdicts(a, b);
  if (said.empty())
    return "nothing is shared that would make them worth comparing: no value, noun, verb, owner, rule, or word near "
           "the value";
  const Verdict& last = said.back();
  const bool enough = last.least > 0 && last.probability >= last.least;
  return enough ? "by themselves they would do, but not on the average of all claims that would then be one fact" : "";
}

}  // namespace crosscheck
