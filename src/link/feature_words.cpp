// head_same of "seven AK-47 rifles" and "12 AK 47 guns, three rifles" is "both tell of the same thing (rifl)"; times its weight
// it is +0.46 for one fact. A phrase says what was found, and the sign whether that speaks for or against: the weights are
// learned, so a phrase must not take sides. Words in brackets are the claims' own, as stems.
#include "link/feature_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "link/judge.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostEvidence = 8;
constexpr double kFaint = 0.05;

/// "rifl", or "rifl / gun" where they differ; empty where neither has a word.
std::string both(const std::string& a, const std::string& b) {
  if (a == b) return a;
  return (a.empty() ? "none" : a) + " / " + (b.empty() ? "none" : b);
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

using Words = std::vector<std::string>;

Words shared(const Words& a, const Words& b) {
  Words out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

std::string shared_words(const Words& a, const Words& b) { return listed(shared(a, b)); }

std::string other_words(const Words& a, const Words& b) {
  Words left, right;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(left));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(right));
  return both(listed(left), listed(right));
}

/// The longest, which are seldom the common ones.
std::string telling_words(const PackedWords& a, const PackedWords& b) {
  constexpr std::size_t kShown = 5;
  Words words = shared(a.list(), b.list());
  std::stable_sort(words.begin(), words.end(), [](const auto& x, const auto& y) { return x.size() > y.size(); });
  if (words.size() > kShown) words.resize(kShown);
  return listed(words);
}

using Named = std::string (*)(const Claim&, const Claim&);
std::string nothing(const Claim& /*a*/, const Claim& /*b*/) { return ""; }
std::string heads(const Claim& a, const Claim& b) { return both(a.measured.head, b.measured.head); }
std::string verbs(const Claim& a, const Claim& b) { return both(a.measured.verb, b.measured.verb); }
std::string owners(const Claim& a, const Claim& b) { return both(a.measured.owner, b.measured.owner); }
std::string places(const Claim& a, const Claim& b) { return both(a.measured.place, b.measured.place); }
std::string frames(const Claim& a, const Claim& b) { return both(a.rule, b.rule); }
std::string parties(const Claim& a, const Claim& b) { return both(std::string(party_of(a)), std::string(party_of(b))); }
std::string times(const Claim& a, const Claim& b) { return both(to_words(a.time.value), to_words(b.time.value)); }
std::string same_modifiers(const Claim& a, const Claim& b) {
  return shared_words(a.measured.modifiers, b.measured.modifiers);
}
std::string other_modifiers(const Claim& a, const Claim& b) {
  return other_words(a.measured.modifiers, b.measured.modifiers);
}
std::string same_scope(const Claim& a, const Claim& b) { return shared_words(a.measured.scope, b.measured.scope); }
std::string other_scope(const Claim& a, const Claim& b) { return other_words(a.measured.scope, b.measured.scope); }
std::string words_near(const Claim& a, const Claim& b) { return telling_words(a.near, b.near); }
std::string words_of_both(const Claim& a, const Claim& b) { return telling_words(a.words, b.words); }

struct PairWords {
  Feature feature;
  std::string_view words;
  Named named;
};

/// In the order of Feature.
constexpr std::array<PairWords, kFeatures> kPairWords = {{
    {Feature::head_same, "both tell of the same thing", &heads},
    {Feature::head_differs, "they tell of different things", &heads},
    {Feature::head_on_one_side, "only one says of what thing", &heads},
    {Feature::head_rare, "the story gives few values of that thing", &heads},
    {Feature::modifiers_shared, "the thing is described in the same words", &same_modifiers},
    {Feature::modifiers_differ, "the thing is described in other words", &other_modifiers},
    {Feature::things_shared, "the thing and what describes it share rare words", &nothing},
    {Feature::verb_same, "the same is done or happens", &verbs},
    {Feature::verb_differs, "something else is done or happens", &verbs},
    {Feature::verb_rare, "the story gives few values of that thing with that verb", &verbs},
    {Feature::owner_same, "it is the same one's", &owners},
    {Feature::owner_differs, "it is another one's", &owners},
    {Feature::owner_rare, "the story gives few values of that owner", &owners},
    {Feature::place_same, "at the same place", &places},
    {Feature::place_differs, "at another place", &places},
    {Feature::scope_same, "the same part of the whole", &same_scope},
    {Feature::scope_differs, "another part of the whole", &other_scope},
    {Feature::frame_same, "one rule reads both", &frames},
    {Feature::frame_differs, "no one rule reads both", &frames},
    {Feature::about_same, "both are about the same party", &parties},
    {Feature::about_differs, "they are about different parties", &parties},
    {Feature::time_same, "told of the same time", &times},
    {Feature::time_differs, "told of different times", &times},
    {Feature::era_same, "both sentences speak of one other year", &nothing},
    {Feature::era_differs, "the sentences speak of different years", &nothing},
    {Feature::near_words, "the same words stand near the values", &words_near},
    {Feature::sentence_words, "the sentences share rare words", &words_of_both},
    {Feature::best_partner, "no other sentence of the two articles fits better", &nothing},
    {Feature::neighbours_same, "the same other figures stand in the sentences", &nothing},
    {Feature::articles_alike, "the articles are alike", &nothing},
    {Feature::values_shared, "the articles share other figures", &nothing},
    {Feature::names_a_time, "the values are dates or durations", &nothing},
    {Feature::names_an_amount, "the values are money or shares", &nothing},
    {Feature::digits, "the value has digits that chance seldom repeats", &nothing},
    {Feature::round, "the value is a single digit, which chance often repeats", &nothing},
    {Feature::seldom_stated, "few articles of the story state the value", &nothing},
    {Feature::often_stated, "many articles of the story state the value", &nothing},
    {Feature::bound_same, "the value is hedged alike", &nothing},
}};

struct ClassWords {
  ClassFeature feature;
  std::string_view words;
  std::string_view below;  ///< for a value below zero
};

/// In the order of ClassFeature.
constexpr std::array<ClassWords, kClassFeatures> kClassWords = {{
    {ClassFeature::best_pair, "the closest sentences of the two values are alike",
     "even the closest sentences of the two values are little alike"},
    {ClassFeature::usual_pair, "their sentences are alike as a rule", "their sentences are little alike as a rule"},
    {ClassFeature::ratio, "how far the values lie apart", ""},
    {ClassFeature::near_ratio, "the values lie close together", ""},
    {ClassFeature::same_month, "the dates lie in one month", ""},
    {ClassFeature::both_in_one, "some articles give both values", ""},
    {ClassFeature::articles_of_fewer, "several articles state either value", ""},
    {ClassFeature::articles_of_more, "several articles state the value that more of them state", ""},
    {ClassFeature::no_better, "no third value fits better", ""},
    {ClassFeature::heads_same, "they tell of the same thing", ""},
    {ClassFeature::verbs_same, "the same is done or happens", ""},
    {ClassFeature::meet, "both values can be true at once", ""},
    {ClassFeature::names_a_time, "the values are dates or durations", ""},
    {ClassFeature::names_an_amount, "the values are money or shares", ""},
    {ClassFeature::grows, "a figure of this kind grows by the hour", ""},
}};

template <class Table>
constexpr bool in_order(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].feature) != i) return false;
  }
  return true;
}
static_assert(in_order(kPairWords) && in_order(kClassWords));

void keep_strongest(std::vector<Evidence>& evidence) {
  std::stable_sort(evidence.begin(), evidence.end(),
                   [](const Evidence& x, const Evidence& y) { return std::abs(x.weight) > std::abs(y.weight); });
  if (evidence.size() > kMostEvidence) evidence.resize(kMostEvidence);
}

}  // namespace

std::vector<Evidence> evidence_of(const Logistic& model, const ProfilePair& pair, const Claim& a, const Claim& b) {
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < model.weights.size(); ++i) {
    const double weight = model.weights[i] * pair.features[i];
    if (std::abs(weight) < kFaint) continue;
    const std::string named = kPairWords[i].named(a, b);
    evidence.push_back({std::string(kPairWords[i].words) + (named.empty() ? "" : " (" + named + ")"), weight});
  }
  keep_strongest(evidence);
  return evidence;
}

std::vector<Evidence> evidence_of(const Logistic& model, const ClassPair& pair) {
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < model.weights.size(); ++i) {
    const double weight = model.weights[i] * pair.features[i];
    if (std::abs(weight) < kFaint) continue;
    const bool below = pair.features[i] < 0 && !kClassWords[i].below.empty();
    evidence.push_back({std::string(below ? kClassWords[i].below : kClassWords[i].words), weight});
  }
  keep_strongest(evidence);
  return evidence;
}

}  // namespace crosscheck
