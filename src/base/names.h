// what      one thing under several names: keys that spellings share, and which names of a text or a story are one
// in → out  names as read → for each the one that stands for it
// units     –
// owns      nothing
// fails     never: what fits two names stays apart from both
// threads   free functions
// cost      names × their words, hashed; a sort of the keys
// follows   the newsroom's habits: full name first, then the last one; acronyms of the initials
// tested by tests/unit/names_test.cpp, tests/cases/entities/*.jsonl
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

/// Folded, initials without dots and joined: "J. P. Morgan" and "JP Morgan" → "jp morgan", "U.S. Army" → "us army".
std::string name_key(std::string_view name);

/// What is known of a name beside its letters.
struct NameFacts {
  enum class Kind : std::uint8_t { unknown, person, other, place };
  std::string key;
  std::string stem{};  ///< the key without "jr"; empty: the same
  Kind kind = Kind::unknown;
  bool known = false;                 ///< canonical by a gazetteer: others are called by it
  bool common = false;                ///< "Service": too common a word to stand for a longer name
  std::vector<std::string> initials;  ///< what an acronym of it may be: "us fish and wildlife service" → "usfws", "fws"
};

/// For each name the index of the one that stands for it, itself when none does: the gazetteer's, else the longest.
/// `said`: pairs of which the text itself says that they are one. The order of `names` and `said` does not matter;
/// keys differ.
std::vector<std::uint32_t> same_names(const std::vector<NameFacts>& names,
                                      const std::vector<std::pair<std::uint32_t, std::uint32_t>>& said);

}  // namespace crosscheck
