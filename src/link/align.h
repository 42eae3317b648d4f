// Two texts, one above the other: which unit of the one stands where which of the other stands.
#pragma once

#include <cstdint>
#include <vector>

namespace crosscheck {

/// A word, or a whole value ("545.5 mln dlrs").
struct Unit {
  std::uint64_t id = 0;      ///< units of one id are the same
  bool value = false;        ///< two values that differ may still stand for each other
  std::uint8_t kind = 0;     ///< values of two kinds may not
  std::uint64_t digits = 0;  ///< of a figure, whatever its scale: "9.9 million" and "9.9 billion" are rather one place
};

struct Column {
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  std::uint32_t a = kNone, b = kNone;  ///< places in the two texts; kNone: nothing stands there
};

/// From left to right, every unit of both texts in one column. Time and memory grow with the product of the lengths, so
/// texts beyond a few thousand units are cut there.
std::vector<Column> align(const std::vector<Unit>& a, const std::vector<Unit>& b);

}  // namespace crosscheck
