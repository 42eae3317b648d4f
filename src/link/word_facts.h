// What is asked of every word of every article: its stem, and which lists it stands in. Some ten thousand words make most of
// all texts, so each is worked out about once a thread.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/hash.h"
#include "base/pool.h"
#include "base/stem.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct WordFact {
  std::uint64_t stem = 0;  ///< its hash64
  bool stop = false, label = false, note = false, session = false, snapshot = false;
  bool opens_instead = false;  ///< "please" of "please read"
};

/// Of one language, for one thread. Words of one hash64 count as one.
class WordFacts {
 public:
  explicit WordFacts(const Lexicon& lexicon);
  WordFact operator()(std::string_view folded) { return (*this)(folded, hash64(folded)); }
  /// `hash`: its hash64.
  WordFact operator()(std::string_view folded, std::uint64_t hash);
  /// False: neither `note` nor `opens_instead`. A few times cheaper, and true of hardly any other word.
  bool may_correct(std::uint64_t hash) const { return corrective_.has(WordSlots::slot_of(hash)); }

 private:
  struct Slot {
    std::uint64_t word = 0;  ///< its hash64; 0: none yet
    WordFact fact;
  };
  static constexpr std::size_t kSlots = 65536;  // of the words that share one the last stays
  WordFact find(std::string_view folded) const;

  const Lexicon& lexicon_;
  Pool<Stemmer>::Lent stemmer_;  ///< which knows most words from when they were extracted
  std::unordered_set<std::string, TextHash, std::equal_to<>> openers_;
  WordSlots corrective_;
  std::unique_ptr<std::array<Slot, kSlots>> slots_;
};

class FactsByLanguage {
 public:
  explicit FactsByLanguage(const Rulebook& rulebook) : rulebook_(rulebook) {}
  WordFacts& of(const std::string& language) {
    const Lexicon& lexicon = rulebook_.lexicon(language);
    return known_.try_emplace(&lexicon, lexicon).first->second;
  }

 private:
  const Rulebook& rulebook_;
  std::map<const Lexicon*, WordFacts> known_;
};

using FactsPool = Pool<FactsByLanguage>;
inline FactsPool facts_pool(const Rulebook& rulebook) {
  return FactsPool([&rulebook] { return std::make_unique<FactsByLanguage>(rulebook); });
}

}  // namespace crosscheck
