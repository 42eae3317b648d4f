// what      a few short words in one string: a std::string a word takes four times the room
// in → out  std::vector<std::string> → PackedWords → std::string_views in the same order
// units     –
// owns      its words
// fails     never; a word holds no byte 0
// threads   a value
// cost      a byte a word beside the words' own; one allocation
// follows   –
// tested by tests/unit/base_test.cpp
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

class PackedWords {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string_view*;
    using reference = std::string_view;

    Iterator() = default;
    explicit Iterator(const char* at) : at_(at) {}
    std::string_view operator*() const { return at_; }
    Iterator& operator++() {
      at_ += std::string_view(at_).size() + 1;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const char* at_ = nullptr;
  };

  PackedWords() = default;
  PackedWords(const std::vector<std::string>& words) {  // NOLINT: a list of words is one
    std::size_t size = 0;
    for (const std::string& word : words) size += word.size() + 1;
    text_.reserve(size);
    for (const std::string& word : words) text_.append(word.c_str()).push_back('\0');
  }

  /// What packed() gave.
  static PackedWords from_packed(std::string_view packed) {
    PackedWords words;
    words.text_ = packed;
    return words;
  }

  Iterator begin() const { return Iterator(text_.data()); }
  Iterator end() const { return Iterator(text_.data() + text_.size()); }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\0')); }
  std::vector<std::string> list() const { return {begin(), end()}; }
  /// All of them with their ends: two lists are the same when these are.
  std::string_view packed() const { return text_; }
  friend bool operator==(const PackedWords&, const PackedWords&) = default;

 private:
  std::string text_;
};

}  // namespace crosscheck
