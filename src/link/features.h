// What two claims of different articles have in common, as numbers: the input of the linker's models.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "link/profile.h"

namespace crosscheck {

/// What is compared. The first part is blind to the two values; the second looks at them and serves equal values only.
enum class Feature : std::uint8_t {
  head_same,
  head_differs,
  head_on_one_side,
  head_rare,
  modifiers_shared,
  modifiers_differ,
  things_shared,
  verb_same,
  verb_differs,
  verb_rare,
  owner_same,
  owner_differs,
  owner_rare,
  place_same,
  place_differs,
  scope_same,
  scope_differs,
  frame_same,
  frame_differs,
  about_same,
  about_differs,
  time_same,
  time_differs,
  era_same,
  era_differs,
  near_words,
  sentence_words,
  best_partner,
  neighbours_same,
  articles_alike,
  values_shared,
  names_a_time,
  names_an_amount,
  digits,
  round,
  seldom_stated,
  often_stated,
  bound_same,
};
constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::bound_same) + 1;
constexpr std::size_t kBlindFeatures = static_cast<std::size_t>(Feature::digits);

/// As it stands in rules/link-model.yaml: "head_same".
std::string_view name_of(Feature feature);

using FeatureVector = std::array<float, kFeatures>;

/// Two profiles of one story, by their places in StoryProfiles::profiles; a < b.
struct ProfilePair {
  std::uint32_t a = 0, b = 0;
  FeatureVector features{};
  float& operator[](Feature feature) { return features[static_cast<std::size_t>(feature)]; }
  float operator[](Feature feature) const { return features[static_cast<std::size_t>(feature)]; }
};

/// Pairs of one dimension and of different articles that share a value, a word near it, a head or an owner, and that
/// link/judge.h does not judge.
/// `all`: the oracle; every pair of one dimension and of different articles.
std::vector<ProfilePair> candidate_pairs(const Rulebook& rulebook, const StoryProfiles& story,
                                         const std::vector<Claim>& claims, bool all = false);

}  // namespace crosscheck
