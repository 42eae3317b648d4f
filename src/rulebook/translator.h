// The rule language → RE2 syntax, with the words a match cannot do without. See rules/README.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/item_automaton.h"
#include "rulebook/pattern.h"

namespace crosscheck {

/// How many items of the view a match takes at most on either side of {value}.
struct Reach {
  std::size_t before = 0, after = 0;
};

struct Translation {
  std::string regex;
  std::vector<std::string> names;      ///< roles in order of their capture groups
  std::vector<RequiredWord> required;  ///< of each one must be there
  std::string error;                   ///< empty when all is well
  std::size_t column = 0;              ///< of the error, from 1
  std::optional<Reach> reach{};        ///< nothing where {value} may be missing, or the pattern is anchored
  ItemAutomaton items{};
};

Translation translate(std::string_view source, const PatternLists& lists);

}  // namespace crosscheck
