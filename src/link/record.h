// What the models said of any two claims, for whoever asks afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "link/facts.h"

namespace crosscheck {

class ModelRecord {
 public:
  /// Keeps references to `rulebook` and `claims`.
  ModelRecord(const Rulebook& rulebook, const std::vector<Claim>& claims, std::vector<StoryFacts> stories);

  /// In the order of judging; none when the two never met.
  std::vector<Verdict> verdicts(std::uint32_t a, std::uint32_t b) const;
  bool one_fact(std::uint32_t a, std::uint32_t b) const;
  /// Why the models do not take the two for one fact, besides the verdicts; empty when they do.
  std::string barred(const std::vector<DocumentFacts>& documents, std::uint32_t a, std::uint32_t b) const;

 private:
  struct Seat {
    std::uint32_t story = 0, profile = 0, value_class = 0, fact = 0;
  };

  const Profile& profile(const Seat& seat) const { return stories_[seat.story].story.profiles[seat.profile]; }
  const ProfilePair* pair_of(const Seat& a, const Seat& b) const;
  const ClassPair* class_pair_of(const std::vector<ClassPair>& pairs, const Seat& a, const Seat& b) const;
  Verdict verdict_on_classes(const StoryFacts& story, const ClassPair& pair) const;

  const Rulebook& rulebook_;
  const std::vector<Claim>& claims_;
  std::vector<StoryFacts> stories_;
  LinkModels models_;
  std::vector<std::optional<Seat>> seats_;  ///< one a claim; nothing for a claim that has no value to compare
};

}  // namespace crosscheck
