// The folded words of one sentence, for tests that come before a pattern is tried: which frames have a trigger there, and
// which patterns lack a word. Part of the door rulebook.h.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace crosscheck {

/// A Bloom filter of one hash: where a slot is taken some word stands, nearly always the one that was meant.
template <std::uint32_t kSlots>
class Slots {
 public:
  static std::uint32_t slot_of(std::string_view word) { return static_cast<std::uint32_t>(hash64(word) % kSlots); }
  void take(std::uint32_t slot) { bits_[slot / 64] |= std::uint64_t{1} << (slot % 64); }
  void take_word(std::string_view word) { take(slot_of(word)); }
  bool has(std::uint32_t slot) const { return (bits_[slot / 64] >> (slot % 64) & 1U) != 0; }
  bool has_word(std::string_view word) const { return has(slot_of(word)); }

 private:
  std::array<std::uint64_t, kSlots / 64> bits_{};
};
using WordSlots = Slots<4096>;         ///< of a sentence, or of a few hundred words
using VocabularySlots = Slots<65536>;  ///< of some thousand words

/// Keeps views: the words must outlive it.
class SentenceWords {
 public:
  void insert(std::string_view word) {
    words_.push_back(word);
    slots_.take_word(word);
  }
  const std::vector<std::string_view>& all() const { return words_; }
  const WordSlots& slots() const { return slots_; }

 private:
  std::vector<std::string_view> words_;
  WordSlots slots_;
};

/// On which side of the value in question a word must stand.
enum class ValueSide : std::uint8_t { any, before, after };

/// What stands on either side of a value, its sentence seen as patterns see it.
struct SidedWords {
  WordSlots before, after;

  bool has(ValueSide side, std::uint32_t slot) const {
    return (side != ValueSide::after && before.has(slot)) || (side != ValueSide::before && after.has(slot));
  }
};

}  // namespace crosscheck
