// Claims of one story → facts, by three models: two claims of one value, two claims whatever their values, and two
// classes of claims whose values differ.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "link/features.h"
#include "link/logistic.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// What two value classes have in common; each 0..1 but for the logits.
enum class ClassFeature : std::uint8_t {
  best_pair,
  usual_pair,
  ratio,
  near_ratio,
  same_month,
  both_in_one,
  articles_of_fewer,
  articles_of_more,
  no_better,
  heads_same,
  verbs_same,
  meet,
  names_a_time,
  names_an_amount,
  grows,  ///< a toll: its values are told apart by the hour
};
constexpr std::size_t kClassFeatures = static_cast<std::size_t>(ClassFeature::grows) + 1;
std::string_view name_of(ClassFeature feature);

/// Claims of one fact that state one value, whatever the bounds: places in StoryProfiles::profiles, ascending.
using ValueClass = std::vector<std::uint32_t>;

/// What bars two classes from being one fact, however alike their sentences.
enum class Bar : std::uint8_t {
  none,
  not_comparable,
  dates_too_far,
  figures_too_far,
  planned,
  ordinals,
  no_common_thing,
  another_time,
  another_owner,
  another_place,
  part_of_place,
  both_in_one
};
std::string_view words_of(Bar bar);

struct ClassPair {
  std::uint32_t a = 0, b = 0;   ///< places in StoryFacts::classes
  std::uint32_t best_pair = 0;  ///< the surest of the pairs across; place in StoryFacts::pairs
  Meeting meeting = Meeting::unknown;
  Bar bar = Bar::none;
  std::array<float, kClassFeatures> features{};
  double probability = 0;
  float& operator[](ClassFeature feature) { return features[static_cast<std::size_t>(feature)]; }
};

struct LinkModels {
  Logistic equal;    ///< over all features, of pairs that state one value
  Logistic blind;    ///< over the features that do not look at values
  Logistic classes;  ///< over ClassFeature
};
LinkModels models_of(const Rulebook& rulebook);

struct StoryFacts {
  StoryProfiles story;
  std::vector<ProfilePair> pairs;
  std::vector<double> equal;  ///< for each pair: that both are of one fact, when they state one value; else 0
  std::vector<double> blind;  ///< for each pair: the logit of that, blind to the values
  std::vector<ValueClass> classes;
  std::vector<std::uint32_t> class_of;  ///< for each profile: the class it is in
  std::vector<ClassPair> class_pairs;
  std::vector<ClassPair> barred;  ///< pairs that the third model never sees; their features are not complete
  std::vector<std::vector<std::uint32_t>> facts;  ///< classes that are about one fact, ascending
};

/// Do both claims of a pair state one value, bounds apart?
bool one_value(const StoryFacts& facts, const ProfilePair& pair);

/// The steps, one by one for training; each needs those before it.
void judge_pairs(const LinkModels& models, StoryFacts& facts);
void find_classes(double least, StoryFacts& facts);
void pair_classes(const Rulebook& rulebook, const std::vector<Claim>& claims, StoryFacts& facts);
void join_classes(const Rulebook& rulebook, const LinkModels& models, StoryFacts& facts);

/// All of them, for every story.
std::vector<StoryFacts> find_facts(const Rulebook& rulebook, const std::vector<DocumentFacts>& documents,
                                   const std::vector<Claim>& claims);

}  // namespace crosscheck
