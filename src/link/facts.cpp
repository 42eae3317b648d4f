// "killed one person" in three articles and "five people were killed" in two: equal values join first, by the model that
// may look at them; then the class {1} meets the class {5}. What decides there is blind to the values: how alike
// the best pair of sentences across is, whether any article states both, whether each is the other's best match.
// Classes whose values exclude each other need a surer sign than classes that fit together. A class of one claim is a class.
#include "link/facts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "link/bars.h"
#include "link/linkage.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, kClassFeatures> kClassFeatureNames = {
    "best_pair",         "usual_pair",       "ratio",     "near_ratio", "same_month", "both_in_one",
    "articles_of_fewer", "articles_of_more", "no_better", "heads_same", "verbs_same", "meet",
    "names_a_time",      "names_an_amount",  "grows"};
constexpr float kLogitScale = 0.2F;  // keeps logits in the range of the other features

template <class Name, std::size_t... kIndex>
Logistic logistic_of(const Rulebook& rulebook, const std::string& model, std::size_t features) {
  Logistic logistic;
  logistic.weights.resize(features);
  const auto known = rulebook.link_models().find(model);
  if (known == rulebook.link_models().end()) {
    logistic.bias = -30;
    return logistic;
  }
  const auto weight = [&](std::string_view name) {
    const auto found = known->second.find(std::string(name));
    return found == known->second.end() ? 0.0 : found->second;
  };
  for (std::size_t i = 0; i < features; ++i) logistic.weights[i] = weight(name_of(static_cast<Name>(i)));
  logistic.bias = weight("bias");
  return logistic;
}

/// With `claims`: those that state it themselves, not in a headline or as an earlier report.
std::set<std::uint32_t> articles_of(const StoryFacts& facts, const ValueClass& members,
                                    const std::vector<Claim>* claims = nullptr) {
  std::set<std::uint32_t> articles;
  for (const std::uint32_t member : members) {
    const Profile& profile = facts.story.profiles[member];
    if (claims == nullptr || !(*claims)[profile.claim].retold) articles.insert(profile.document);
  }
  return articles;
}

bool same_month(const TimeValue& a, const TimeValue& b) {
  if (!a.first || !b.first) return a.month != 0 && a.month == b.month;
  const CivilDay x = civil_day(*a.first), y = civil_day(*b.first);
  return x.year == y.year && x.month == y.month;
}

void compare_values(const Rulebook& rulebook, const Claim& a, const Claim& b, ClassPair& pair) {
  if (a.dated()) {
    pair[ClassFeature::same_month] = same_month(a.when, b.when) ? 1 : 0;
  } else if (a.kind == MentionKind::score) {
    const auto half = [](const std::string& text, bool first) {
      const std::size_t dash = text.find('-');
      return first || dash == std::string::npos ? text.substr(0, dash) : text.substr(dash);
    };
    const bool near =
        half(a.written, true) == half(b.written, true) || half(a.written, false) == half(b.written, false);
    pair[ClassFeature::near_ratio] = near ? 1 : 0;
  } else {
    constexpr double kFar = 3, kNear = 0.15;
    const double ratio = log_ratio(rulebook, a, b).value_or(1);
    constexpr double kOfToll = 0.3;  // first reports of a toll lie far apart
    pair[ClassFeature::ratio] = static_cast<float>(std::min(ratio, kFar) / kFar * (is_toll(a, b) ? kOfToll : 1));
    pair[ClassFeature::near_ratio] = ratio < kNear ? 1 : 0;
  }
  pair[ClassFeature::grows] = is_toll(a, b) ? 1 : 0;
  pair[ClassFeature::names_a_time] = a.dated() || a.kind == MentionKind::duration ? 1 : 0;
  pair[ClassFeature::names_an_amount] = a.kind == MentionKind::money || a.kind == MentionKind::percent ? 1 : 0;
}

/// How two classes meet: apart when any two of their claims do, for "at least one" beside "one" softens nothing.
Meeting meeting_of(const Rulebook& rulebook, const std::vector<Claim>& claims, const StoryFacts& facts,
                   const ClassPair& pair) {
  constexpr std::size_t kLooked = 8;
  const auto claim = [&](std::uint32_t member) -> const Claim& { return claims[facts.story.profiles[member].claim]; };
  const ValueClass &left = facts.classes[pair.a], &right = facts.classes[pair.b];
  Meeting met = Meeting::unknown;
  for (std::size_t i = 0; i < std::min(left.size(), kLooked); ++i) {
    for (std::size_t j = 0; j < std::min(right.size(), kLooked); ++j) {
      const Meeting two = values_meet(rulebook, claim(left[i]), claim(right[j]));
      if (two == Meeting::apart) return two;
      if (two != Meeting::unknown) met = two;
    }
  }
  return met;
}

/// A headline sums its article up, and an earlier report is taken back: neither shows that the article knows a second fact.
void compare_articles(const std::vector<Claim>& claims, const StoryFacts& facts, ClassPair& pair) {
  const auto left = articles_of(facts, facts.classes[pair.a]), right = articles_of(facts, facts.classes[pair.b]);
  const std::size_t fewer = std::min(left.size(), right.size()), more = std::max(left.size(), right.size());
  const auto left_told = articles_of(facts, facts.classes[pair.a], &claims);
  const auto right_told = articles_of(facts, facts.classes[pair.b], &claims);
  const auto both =
      std::count_if(left_told.begin(), left_told.end(), [&](std::uint32_t d) { return right_told.contains(d); });
  pair[ClassFeature::both_in_one] = static_cast<float>(both) / static_cast<float>(fewer);
  pair[ClassFeature::articles_of_fewer] = static_cast<float>(std::log(static_cast<double>(fewer)));
  pair[ClassFeature::articles_of_more] = static_cast<float>(std::log(static_cast<double>(more)));
}

/// The pairs across two classes, as their own features.
void compare_pairs(const StoryFacts& facts, std::vector<std::uint32_t> across, ClassPair& pair) {
  constexpr std::size_t kUsual = 4;
  std::sort(across.begin(), across.end(), [&](std::uint32_t x, std::uint32_t y) {
    return facts.blind[x] != facts.blind[y] ? facts.blind[x] > facts.blind[y] : x < y;
  });
  pair.best_pair = across.front();
  pair[ClassFeature::best_pair] = kLogitScale * static_cast<float>(facts.blind[across.front()]);
  const std::size_t usual = std::min(kUsual, across.size());
  for (std::size_t i = 0; i < usual; ++i)
    pair[ClassFeature::usual_pair] +=
        kLogitScale * static_cast<float>(facts.blind[across[i]]) / static_cast<float>(usual);
  for (const std::uint32_t i : across) {
    const float part = 1.0F / static_cast<float>(across.size());
    pair[ClassFeature::heads_same] += part * facts.pairs[i][Feature::head_same];
    pair[ClassFeature::verbs_same] += part * facts.pairs[i][Feature::verb_same];
  }
}

/// Is neither of the two better matched by a third?
void find_rivals(StoryFacts& facts) {
  std::vector<float> best(facts.classes.size(), -1e9F);
  for (ClassPair& pair : facts.class_pairs) {
    for (const std::uint32_t side : {pair.a, pair.b}) best[side] = std::max(best[side], pair[ClassFeature::best_pair]);
  }
  for (ClassPair& pair : facts.class_pairs) {
    const float own = pair[ClassFeature::best_pair];
    pair[ClassFeature::no_better] = (own >= best[pair.a] ? 0.5F : 0.0F) + (own >= best[pair.b] ? 0.5F : 0.0F);
  }
}

}  // namespace

std::string_view name_of(ClassFeature feature) { return kClassFeatureNames[static_cast<std::size_t>(feature)]; }

LinkModels models_of(const Rulebook& rulebook) {
  return {logistic_of<Feature>(rulebook, "equal", kFeatures), logistic_of<Feature>(rulebook, "blind", kBlindFeatures),
          logistic_of<ClassFeature>(rulebook, "classes", kClassFeatures)};
}

bool one_value(const StoryFacts& facts, const ProfilePair& pair) {
  return facts.story.profiles[pair.a].value == facts.story.profiles[pair.b].value;
}

void judge_pairs(const LinkModels& models, StoryFacts& facts) {
  facts.equal.assign(facts.pairs.size(), 0);
  facts.blind.assign(facts.pairs.size(), 0);
  for (std::size_t i = 0; i < facts.pairs.size(); ++i) {
    const ProfilePair& pair = facts.pairs[i];
    facts.blind[i] = models.blind.logit(std::span(pair.features).first(kBlindFeatures));
    if (one_value(facts, pair)) facts.equal[i] = models.equal.probability(pair.features);
  }
}

void find_classes(double least, StoryFacts& facts) {
  AverageLinkage linkage(facts.story.profiles.size(), AverageLinkage::Unset::ignored);
  for (std::size_t i = 0; i < facts.pairs.size(); ++i) {
    const ProfilePair& pair = facts.pairs[i];
    if (one_value(facts, pair)) linkage.set(pair.a, pair.b, facts.equal[i]);
  }
  const std::vector<std::uint32_t> into = linkage.join_above(least);
  facts.classes.clear();
  facts.class_of.assign(into.size(), 0);
  for (std::uint32_t i = 0; i < into.size(); ++i) {  // the smallest of a class comes first
    if (into[i] == i) facts.classes.emplace_back();
    facts.class_of[i] = into[i] == i ? static_cast<std::uint32_t>(facts.classes.size() - 1) : facts.class_of[into[i]];
    facts.classes[facts.class_of[i]].push_back(i);
  }
}

void pair_classes(const Rulebook& rulebook, const std::vector<Claim>& claims, StoryFacts& facts) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> across;
  for (std::uint32_t i = 0; i < facts.pairs.size(); ++i) {
    const ProfilePair& pair = facts.pairs[i];
    if (one_value(facts, pair)) continue;
    across[std::minmax(facts.class_of[pair.a], facts.class_of[pair.b])].push_back(i);
  }
  facts.class_pairs.clear();
  facts.barred.clear();
  for (auto& [sides, pairs] : across) {
    ClassPair pair;
    pair.a = sides.first;
    pair.b = sides.second;
    compare_pairs(facts, pairs, pair);
    const ProfilePair& best = facts.pairs[pair.best_pair];
    const Claim &a = claims[facts.story.profiles[best.a].claim], &b = claims[facts.story.profiles[best.b].claim];
    pair.meeting = meeting_of(rulebook, claims, facts, pair);
    compare_articles(claims, facts, pair);
    pair.bar = bar_of(rulebook, facts, claims, pairs, pair);
    if (pair.bar != Bar::none) {
      facts.barred.push_back(pair);
      continue;
    }
    pair[ClassFeature::meet] = pair.meeting == Meeting::apart ? 0 : 1;
    compare_values(rulebook, a, b, pair);
    facts.class_pairs.push_back(pair);
  }
  find_rivals(facts);
}

void join_classes(const Rulebook& rulebook, const LinkModels& models, StoryFacts& facts) {
  // One scale for both thresholds: 1 is just enough.
  const double apart = rulebook.number("fact_apart"), fitting = rulebook.number("fact_fitting");
  AverageLinkage linkage(facts.classes.size(), AverageLinkage::Unset::zero);
  for (ClassPair& pair : facts.class_pairs) {
    pair.probability = models.classes.probability(pair.features);
    linkage.set(pair.a, pair.b, pair.probability / (pair.meeting == Meeting::apart ? apart : fitting));
  }
  constexpr double kBarred = -1;  // two facts that a third would join
  for (const ClassPair& pair : facts.barred) {
    if (pair.bar != Bar::not_comparable) linkage.set(pair.a, pair.b, kBarred);
  }
  const std::vector<std::uint32_t> into = linkage.join_above(1);
  facts.facts.assign(facts.classes.size(), {});
  for (std::uint32_t i = 0; i < into.size(); ++i) facts.facts[into[i]].push_back(i);
  std::erase_if(facts.facts, [](const auto& fact) { return fact.empty(); });
}

StoryFacts facts_of_story(const Rulebook& rulebook, const LinkModels& models, const std::vector<Claim>& claims,
                          StoryProfiles story) {
  StoryFacts facts;
  facts.pairs = candidate_pairs(rulebook, story, claims);
  facts.story = std::move(story);
  judge_pairs(models, facts);
  find_classes(rulebook.number("class_least"), facts);
  pair_classes(rulebook, claims, facts);
  join_classes(rulebook, models, facts);
  return facts;
}

std::vector<StoryFacts> find_facts(const Rulebook& rulebook, const std::vector<DocumentFacts>& documents,
                                   const std::vector<Claim>& claims) {
  const LinkModels models = models_of(rulebook);
  std::vector<StoryFacts> stories;
  for (StoryProfiles& story : profile_stories(rulebook, documents, claims))
    stories.push_back(facts_of_story(rulebook, models, claims, std::move(story)));
  return stories;
}

}  // namespace crosscheck
