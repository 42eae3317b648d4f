// The folded words of one sentence, for tests that come before a pattern is tried: which frames have a trigger there, and
// which patterns lack a word. Part of the door rulebook.h.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace crosscheck {

/// Keeps views: the words must outlive it.
class SentenceWords {
 public:
  void insert(std::string_view word) {
    words_.push_back(word);
    const std::uint32_t slot = slot_of(word);
    bits_[slot / 64] |= std::uint64_t{1} << (slot % 64);
  }
  const std::vector<std::string_view>& all() const { return words_; }

  /// A word's place in a Bloom filter of one hash: some word of the sentence stands there, nearly always that word.
  static std::uint32_t slot_of(std::string_view word) { return static_cast<std::uint32_t>(hash64(word) % kSlots); }
  bool has_slot(std::uint32_t slot) const { return (bits_[slot / 64] >> (slot % 64) & 1U) != 0; }

 private:
  static constexpr std::uint32_t kSlots = 4096;
  std::vector<std::string_view> words_;
  std::array<std::uint64_t, kSlots / 64> bits_{};
};

}  // namespace crosscheck
