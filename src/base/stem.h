// what      word → stem
// in → out  folded word + language → stem
// owns      a Stemmer keeps the library's state and the words it was asked: a text says the same words again and again
// fails     a language without a stemmer gives the word back
// threads   one Stemmer a thread
// cost      about 100 ns a new word
// follows   Snowball (libstemmer)
// tested by tests/unit/base_test.cpp
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/word_table.h"

struct sb_stemmer;

namespace crosscheck {

/// A figure has none, and is its own stem.
bool has_letters(std::string_view folded);

class Stemmer {
 public:
  explicit Stemmer(const std::string& language);
  /// Lives as long as the Stemmer, unless it forgets.
  const std::string& operator()(std::string_view folded) const;
  /// Drops the words if they are many; what operator() returned is gone with them.
  void forget_many();
  /// The same, worked out anew and not kept.
  std::string find(std::string_view folded) const;

 private:
  mutable WordTable<std::string> known_;
  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> state_;
};

}  // namespace crosscheck
