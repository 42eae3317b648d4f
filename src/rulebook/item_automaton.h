// A pattern as a position automaton (Glushkov 1961) over the items of a view, its gaps without limits: what it does not
// find no regex finds. Thirty items are thirty steps on 64 bits, where a DFA would make a state for every letter.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/sentence_words.h"

namespace crosscheck {

/// What one item must be.
struct ItemTest {
  std::array<std::uint64_t, 4> first_byte{};  ///< a bit each that may begin it
  std::string prefix{};
  std::vector<std::uint32_t> words{};  ///< ViewItem::id of those it may be, ascending; empty: any

  static ItemTest beginning(std::string_view ranges);      ///< "a-z0-9'"
  static ItemTest not_beginning(std::string_view ranges);  ///< ",;:."
  static ItemTest starting_with(std::string prefix);
  static ItemTest one_of(const std::vector<std::string>& words);

  bool holds(const ViewItem& item) const;
};

/// A part of a pattern: which positions a match of it may begin and end at.
struct ItemFragment {
  std::uint64_t first = 0, last = 0;
  bool empty = true;  ///< may match nothing
};

class ItemAutomaton {
 public:
  enum class Times : std::uint8_t { once, many, any };  ///< any: none, too

  ItemFragment item(ItemTest test, Times times = Times::once);
  ItemFragment then(const ItemFragment& a, const ItemFragment& b);
  static ItemFragment either(const ItemFragment& a, const ItemFragment& b);
  /// `whole` is the pattern; `with_value`: {value} must be in every match.
  void finish(const ItemFragment& whole, bool with_value);

  /// Whether a part of `items` from `begin` to `end` can match; `value` is the place of "V".
  bool may_match(const std::vector<ViewItem>& items, std::size_t begin, std::size_t end, std::size_t value) const;

 private:
  static constexpr std::size_t kMost = 64;  // a pattern of more positions may always match

  std::vector<ItemTest> tests_;
  std::vector<std::uint64_t> follow_;
  ItemFragment whole_;
  bool with_value_ = false;
};

}  // namespace crosscheck
