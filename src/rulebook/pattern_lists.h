// Word lists as patterns take them: what hundreds of patterns ask of one list is made once. "@countries" is
// `(?:south korea |france )`, needs the slot of "south" or of "france", and takes one item or two.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/item_automaton.h"

namespace crosscheck {

struct PatternList {
  std::string regex;
  std::vector<std::uint32_t> heads;      ///< slots of the first words, one of which any match needs
  std::size_t items = 1;                 ///< of the longest entry
  std::optional<ItemTest> single;        ///< entries of one word
  std::optional<ItemTest> first, later;  ///< entries of several: their first words, and their others

  explicit PatternList(std::vector<std::string> entries);
};

class PatternLists {
 public:
  using Words = std::vector<std::pair<std::string, std::vector<std::string>>>;

  explicit PatternLists(const Words& lists);
  /// nullptr: no list of that name.
  const PatternList* named(std::string_view name) const;

 private:
  std::map<std::string, PatternList, std::less<>> lists_;
};

}  // namespace crosscheck
