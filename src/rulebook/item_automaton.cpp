// `{investor} ~ invest* {value}`: positions E, gap, "invest…", V; behind E come the gap or "invest…", behind the gap the
// same. In " E3 will sell V . " the set after "will" is {gap}, after "sell" too, and V follows from none of it.
#include "rulebook/item_automaton.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"

namespace crosscheck {

ItemTest ItemTest::beginning(std::string_view ranges) {
  ItemTest test;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const bool range = i + 2 < ranges.size() && ranges[i + 1] == '-';
    const auto from = static_cast<unsigned char>(ranges[i]), to = static_cast<unsigned char>(ranges[range ? i + 2 : i]);
    for (unsigned byte = from; byte <= to; ++byte) test.first_byte[byte / 64] |= std::uint64_t{1} << (byte % 64);
    if (range) i += 2;
  }
  return test;
}

ItemTest ItemTest::not_beginning(std::string_view ranges) {
  ItemTest test = beginning(ranges);
  for (std::uint64_t& bits : test.first_byte) bits = ~bits;
  return test;
}

ItemTest ItemTest::starting_with(std::string prefix) {
  ItemTest test = beginning(std::string_view(prefix).substr(0, 1));
  test.prefix = std::move(prefix);
  return test;
}

ItemTest ItemTest::one_of(const std::vector<std::string>& words) {
  ItemTest test;
  for (const std::string& word : words) {
    const auto byte = static_cast<unsigned char>(word[0]);
    test.first_byte[byte / 64] |= std::uint64_t{1} << (byte % 64);
    test.words.push_back(ViewItem(word).id);
  }
  std::sort(test.words.begin(), test.words.end());
  return test;
}

bool ItemTest::holds(const ViewItem& item) const {
  const auto byte = static_cast<unsigned char>(item.text[0]);
  if ((first_byte[byte / 64] >> (byte % 64) & 1U) == 0) return false;
  if (!words.empty()) return std::binary_search(words.begin(), words.end(), item.id);
  return item.text.starts_with(prefix);
}

ItemFragment ItemAutomaton::item(ItemTest test, Times times) {
  const std::size_t place = tests_.size();
  tests_.push_back(std::move(test));
  follow_.push_back(0);
  if (place >= kMost) return {0, 0, times == Times::any};
  const std::uint64_t bit = std::uint64_t{1} << place;
  if (times != Times::once) follow_[place] = bit;
  return {bit, bit, times == Times::any};
}

ItemFragment ItemAutomaton::then(const ItemFragment& a, const ItemFragment& b) {
  for (std::uint64_t left = a.last; left != 0; left &= left - 1)
    follow_[static_cast<std::size_t>(std::countr_zero(left))] |= b.first;
  return {a.first | (a.empty ? b.first : 0), b.last | (b.empty ? a.last : 0), a.empty && b.empty};
}

ItemFragment ItemAutomaton::either(const ItemFragment& a, const ItemFragment& b) {
  return {a.first | b.first, a.last | b.last, a.empty || b.empty};
}

void ItemAutomaton::finish(const ItemFragment& whole, bool with_value) {
  whole_ = whole;
  with_value_ = with_value;
}

bool ItemAutomaton::may_match(const std::vector<ViewItem>& items, std::size_t begin, std::size_t end,
                              std::size_t value) const {
  if (tests_.size() > kMost || whole_.empty) return true;
  std::uint64_t at = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const bool late = with_value_ && i > value;  // what begins behind the value does not hold it
    std::uint64_t next = 0, open = late ? 0 : whole_.first;
    for (std::uint64_t left = at; left != 0; left &= left - 1)
      open |= follow_[static_cast<std::size_t>(std::countr_zero(left))];
    for (; open != 0; open &= open - 1) {
      const auto place = static_cast<std::size_t>(std::countr_zero(open));
      if (tests_[place].holds(items[i])) next |= std::uint64_t{1} << place;
    }
    if ((next & whole_.last) != 0) return true;
    if (late && next == 0) return false;
    at = next;
  }
  return false;
}

}  // namespace crosscheck
