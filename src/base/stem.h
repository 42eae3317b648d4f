// what      word → stem
// in → out  folded word + language → stem
// owns      nothing; a Stemmer keeps the library's state
// fails     a language without a stemmer gives the word back
// threads   one Stemmer a thread
// cost      about 100 ns a word
// follows   Snowball (libstemmer)
// tested by tests/unit/base_test.cpp
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace crosscheck {

class Stemmer {
 public:
  explicit Stemmer(const std::string& language);
  std::string operator()(std::string_view folded) const;

 private:
  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> state_;
};

}  // namespace crosscheck
