// A claim as the linker compares it: its words as numbers with their weight in the story, its head, verb, names and
// scope, the other values of its sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

using WordId = std::uint32_t;  ///< 0: no word

/// Words by id, each with its weight; sorted by id.
struct WeightedWords {
  std::vector<std::pair<WordId, float>> words;
  float norm = 0;
};
/// 0..1; 0 when one of them has no words.
float cosine(const WeightedWords& a, const WeightedWords& b);

struct Profile {
  std::uint32_t claim = 0;
  std::uint32_t document = 0;
  std::uint32_t sentence = 0;  ///< number of its sentence over the story
  std::uint32_t article = 0;   ///< place in StoryProfiles::articles
  std::string dimension;       ///< only claims of one dimension are compared: "count", "money", "length" …
  std::uint32_t kind = 0;      ///< a number for the dimension
  bool of_parties = false;     ///< names_key_party(): with another such claim of its frame it is judged by link/judge.h
  WordId value = 0;            ///< the value and its unit, bounds apart
  WordId head = 0, verb = 0, owner = 0, place = 0, about = 0, frame = 0;
  std::vector<WordId> modifiers, scope, near;
  std::vector<WordId> neighbours;  ///< values of the other claims of its sentence
  WeightedWords words, near_words;
  WeightedWords things;                   ///< head and modifiers: "12 Somalis" and "12 Somali pirates" have one
  std::optional<std::int32_t> published;  ///< the day its article came out
  std::int32_t era = 0;  ///< the year it speaks of, where that is not the story's own time; 0: the story's, or not said
  bool as_of = false;    ///< a month or longer of whose figures its sentence tells: "rose 3 percent in January"
  bool series = false;   ///< told in the same words on three days or more: a rate fixed daily, a week's sales
  std::uint32_t stated_by = 1;  ///< articles of the story that state this value in this dimension
  /// How many values the story gives in this dimension with this head, this verb and head, this owner; 0: it has none.
  std::uint32_t values_of_head = 0, values_of_verb = 0, values_of_owner = 0;
};

/// One article of a story, by all its claims: two articles about one event have words and values in common.
struct ArticleProfile {
  WeightedWords words;
  std::vector<WordId> values;  ///< sorted, each once
};

/// The claims of one story that can be compared at all, in corpus order.
struct StoryProfiles {
  std::vector<Profile> profiles;
  std::vector<ArticleProfile> articles;
  std::uint32_t documents = 0;
};

/// The claims that can be compared, ascending; one entry a story that has two articles or more.
std::vector<std::vector<std::uint32_t>> claims_of_stories(const std::vector<DocumentFacts>& facts,
                                                          const std::vector<Claim>& claims);
/// Of one of them.
StoryProfiles profile_story(const Rulebook& rulebook, const std::vector<DocumentFacts>& facts,
                            const std::vector<Claim>& claims, const std::vector<std::uint32_t>& members);
std::vector<StoryProfiles> profile_stories(const Rulebook& rulebook, const std::vector<DocumentFacts>& facts,
                                           const std::vector<Claim>& claims);

}  // namespace crosscheck
