// what      64-bit ids → 0, 1, 2 … in the order they come
// in → out  an id → its number, and whether it is new
// owns      two rows; a std::unordered_map takes an allocation an id
// fails     never
// threads   a value
// cost      some 5 ns an id while the table is small; doubles when half full
// follows   linear probing (Knuth, TAOCP 3, 6.4)
// tested by tests/unit/base_test.cpp
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace crosscheck {

class IdNumbers {
 public:
  IdNumbers() = default;
  /// Room for so many from the start.
  explicit IdNumbers(std::size_t expected) : places_(std::bit_ceil(2 * expected + 2)) { ids_.reserve(expected); }

  std::pair<std::uint32_t, bool> number(std::uint64_t id) {
    if (2 * ids_.size() >= places_.size()) grow();
    std::uint32_t& place = place_of(id);
    if (place != 0) return {place - 1, false};
    ids_.push_back(id);
    place = static_cast<std::uint32_t>(ids_.size());
    return {place - 1, true};
  }
  std::size_t size() const { return ids_.size(); }
  const std::vector<std::uint64_t>& ids() const { return ids_; }  ///< by number

 private:
  /// Where its number stands, else where it would.
  std::uint32_t& place_of(std::uint64_t id) {
    const std::size_t last = places_.size() - 1;
    std::size_t at = mix64(id) & last;
    while (places_[at] != 0 && ids_[places_[at] - 1] != id) at = (at + 1) & last;
    return places_[at];
  }
  void grow() {
    places_.assign(std::max<std::size_t>(16, 2 * places_.size()), 0);
    for (std::size_t i = 0; i < ids_.size(); ++i) place_of(ids_[i]) = static_cast<std::uint32_t>(i + 1);
  }

  std::vector<std::uint64_t> ids_;
  std::vector<std::uint32_t> places_;  ///< a power of two of them: a number, from 1; 0: free
};

}  // namespace crosscheck
