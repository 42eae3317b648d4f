// Which of many patterns find their words in a sentence. Patterns ask for the same lists of words again and again: each word of
// the sentence says once in which lists it stands. Part of the door rulebook.h.
#pragma once

#include <cstdint>
#include <vector>

#include "rulebook/pattern.h"
#include "rulebook/sentence_words.h"

namespace crosscheck {

class PatternSieve {
 public:
  PatternSieve() = default;
  /// Each is known by its place from then on.
  explicit PatternSieve(const std::vector<const Pattern*>& patterns);

  /// Of one sentence. The sieve must outlive it.
  class Sifted {
   public:
    /// False when the sentence lacks a word without which the pattern cannot be found: it may say true for nothing.
    bool may_match(std::size_t pattern) const {
      for (std::uint32_t at = sieve_.patterns_[pattern]; at < sieve_.patterns_[pattern + 1]; ++at) {
        if (stands_[sieve_.asked_[at]] == 0) return false;
      }
      return true;
    }

   private:
    friend class PatternSieve;
    explicit Sifted(const PatternSieve& sieve) : sieve_(sieve), stands_(sieve.lists_) {}

    const PatternSieve& sieve_;
    std::vector<std::uint8_t> stands_;  ///< by list: does a word of it stand there?
  };
  Sifted sift(const SentenceWords& words) const;

 private:
  // Rows of rows: the one named is where each begins in the other, and one more.
  std::vector<std::uint32_t> patterns_{0};
  std::vector<std::uint32_t> asked_;  ///< lists, of each of which a word must stand
  std::vector<std::uint32_t> slots_;
  std::vector<std::uint32_t> lists_of_slots_;
  std::size_t lists_ = 0;
};

}  // namespace crosscheck
