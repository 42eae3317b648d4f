// what      Span: a half-open range of UTF-8 bytes
// in → out  – (a vocabulary type)
// owns      nothing: two offsets; the text belongs to the Document
// fails     never; cut() of a span outside its text is our bug and is clamped
// threads   a value
// cost      8 bytes
// follows   FORMATS "Text positions"
// tested by tests/unit/base_test.cpp
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

inline std::string_view cut(std::string_view text, Span span) {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::min<std::size_t>(span.end, text.size());
  return text.substr(begin, end > begin ? end - begin : 0);
}
std::string_view cut(std::string&& text, Span span) = delete;  // the view would outlive its text
inline std::string_view cut(const std::string& text, Span span) { return cut(std::string_view(text), span); }

}  // namespace crosscheck
