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
  static constexpr std::uint32_t kCount = kSlots;
  static std::uint32_t slot_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash % kSlots); }
  static std::uint32_t slot_of(std::string_view word) { return slot_of(hash64(word)); }
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
  struct Word {
    std::string_view text;
    std::uint64_t hash;  ///< hash64(text)
  };
  void insert(std::string_view word) {
    const std::uint64_t hash = hash64(word);
    words_.push_back({word, hash});
    const std::uint32_t slot = WordSlots::slot_of(hash);
    if (!slots_.has(slot)) word_slots_.push_back(slot);
    slots_.take(slot);
  }
  const std::vector<Word>& all() const { return words_; }
  const WordSlots& slots() const { return slots_; }
  const std::vector<std::uint32_t>& word_slots() const { return word_slots_; }  ///< each once

 private:
  std::vector<Word> words_;
  std::vector<std::uint32_t> word_slots_;
  WordSlots slots_;
};

/// On which side of the value in question a word must stand.
enum class ValueSide : std::uint8_t { any, before, after };

/// A word, a mark or a placeholder of a sentence as patterns see it.
struct ViewItem {
  std::string_view text;
  std::uint32_t id = 0;  ///< of its text; two texts of one id are tried as one

  explicit ViewItem(std::string_view item) : text(item), id(static_cast<std::uint32_t>(hash64(item))) {}
  std::uint32_t slot() const { return id % 4096; }
};

/// A sentence as patterns see it, and what of it stands on either side of the value in question.
struct SidedWords {
  std::vector<ViewItem> items;
  std::size_t value = 0;  ///< its place among the items
  WordSlots before, after;

  SidedWords() = default;
  /// Views: they must outlive it. Of `items` those up to `value_place` stand before the value, those from `rest` behind.
  SidedWords(const std::vector<std::string_view>& all, std::size_t value_place, std::size_t rest) : value(value_place) {
    items.reserve(all.size());
    for (const std::string_view text : all) {
      const ViewItem& item = items.emplace_back(text);
      if (items.size() <= value_place) before.take(item.slot());
      if (items.size() > rest) after.take(item.slot());
    }
  }

  bool has(ValueSide side, std::uint32_t slot) const {
    return (side != ValueSide::after && before.has(slot)) || (side != ValueSide::before && after.has(slot));
  }
};

}  // namespace crosscheck
