// what      words → values, for tables that are asked for the words of every text
// in → out  a word → its value, or nothing
// owns      the words and their values
// fails     never
// threads   a value; finding is safe from many
// cost      one cache line for most words that are not there, two for those that are; 128 bytes a word and more
// follows   linear probing (Knuth, TAOCP 3, 6.4)
// tested by tests/unit/base_test.cpp
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace crosscheck {

template <class Value>
class WordTable {
 public:
  WordTable() = default;
  WordTable(WordTable&&) = default;
  WordTable& operator=(WordTable&&) = default;
  WordTable(const WordTable&) = delete;  // its places point into its rows
  WordTable& operator=(const WordTable&) = delete;
  ~WordTable() = default;

  /// `hash`: hash64(word).
  const Value* find(std::string_view word, std::uint64_t hash) const {
    const Row* row = places_.empty() ? nullptr : place_of(hash, word).row;
    return row == nullptr ? nullptr : &row->value;
  }
  const Value* find(std::string_view word) const { return find(word, hash64(word)); }

  /// The word's value and whether it is new; then it is what Value() gives. It stays where it is until clear().
  std::pair<Value&, bool> add(std::string_view word, std::uint64_t hash) {
    if (2 * rows_.size() >= places_.size()) grow();
    Place& place = place_of(hash, word);
    const bool fresh = place.row == nullptr;
    if (fresh) place = {hash, &rows_.emplace_back(Row{std::string(word), Value()})};
    return {place.row->value, fresh};
  }
  Value& operator[](std::string_view word) { return add(word, hash64(word)).first; }

  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  void clear() {
    rows_.clear();
    places_.clear();
  }

 private:
  /// In one cache line where neither is long.
  struct alignas(64) Row {
    std::string word;
    Value value;
  };
  struct Place {
    std::uint64_t hash = 0;
    Row* row = nullptr;  ///< nothing: free
  };

  /// Where the word stands, else where it would.
  const Place& place_of(std::uint64_t hash, std::string_view word) const {
    const std::size_t last = places_.size() - 1;
    for (std::size_t at = hash & last;; at = (at + 1) & last) {
      const Place& place = places_[at];
      if (place.row == nullptr || (place.hash == hash && place.row->word == word)) return place;
    }
  }
  Place& place_of(std::uint64_t hash, std::string_view word) {
    return const_cast<Place&>(std::as_const(*this).place_of(hash, word));
  }
  void grow() {
    const std::vector<Place> before =
        std::exchange(places_, std::vector<Place>(std::max<std::size_t>(16, 2 * places_.size())));
    for (const Place& place : before) {
      if (place.row != nullptr) place_of(place.hash, place.row->word) = place;
    }
  }

  std::deque<Row> rows_;
  std::vector<Place> places_;  ///< a power of two of them
};

}  // namespace crosscheck
