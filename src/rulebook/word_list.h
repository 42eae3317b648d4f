// A named list of words of a language, and its name as the code writes it. Part of the door rulebook.h.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace crosscheck {

/// A word list named in the code: its key is made by the compiler.
struct ListName {
  using Key = std::uint32_t;
  Key key;
  static constexpr Key key_of(std::string_view name) {  // FNV-1a; two lists of one key would be told by a test
    Key key = 2166136261U;
    for (const char c : name) key = (key ^ static_cast<unsigned char>(c)) * 16777619U;
    return key;
  }
  template <std::size_t kSize>
  consteval ListName(const char (&name)[kSize]) : key(key_of({name, kSize - 1})) {}
};

class WordList : public std::unordered_set<std::string> {
 public:
  using std::unordered_set<std::string>::unordered_set;
  using std::unordered_set<std::string>::operator=;

  /// Once indexed, most words that are none of it are told by their ends and their length.
  std::size_t count(const std::string& word) const {
    return key != 0 && !shapes_[shape_of(word)] ? 0 : std::unordered_set<std::string>::count(word);
  }
  bool contains(const std::string& word) const { return count(word) > 0; }
  /// No word may come or go from then on.
  void index(ListName::Key name) {
    key = name;
    shapes_.reset();
    for (const std::string& word : *this) shapes_.set(shape_of(word));
  }

  ListName::Key key = 0;  ///< of its name, once index_lists() was called

 private:
  static constexpr std::size_t kShapes = 1024;
  static std::size_t shape_of(const std::string& word) {
    if (word.empty()) return 0;
    const auto first = static_cast<unsigned char>(word.front()), last = static_cast<unsigned char>(word.back());
    return (first ^ (last << 3U) ^ (word.size() << 6U)) % kShapes;
  }

  std::bitset<kShapes> shapes_;
};

}  // namespace crosscheck
