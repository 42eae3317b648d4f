// How a document writes its numbers and dates, from those of its own that can be read in one way only. "1,234.5" tells
// that the comma groups and the dot is the decimal sign; "25/12/2024" that the day comes first, since no month is 25.
// It counts ASCII digits alone, and a document that mixes two habits tells nothing.
#include <algorithm>
#include <array>
#include <string>

#include "recognize/reader.h"

namespace crosscheck {
namespace {

/// The first digit from here on, or the end; a text is mostly none, and blocks of it are told at once.
std::size_t next_digit(std::string_view text, std::size_t at) {
  constexpr std::size_t kBlock = 16;
  const auto is_digit = [&](std::size_t i) { return static_cast<unsigned char>(text[i] - '0') < 10; };
  for (; at + kBlock <= text.size(); at += kBlock) {
    unsigned char some = 0;
    for (std::size_t i = 0; i < kBlock; ++i) some |= static_cast<unsigned char>(is_digit(at + i));
    if (some != 0) break;
  }
  while (at < text.size() && !is_digit(at)) ++at;
  return at;
}

DocumentHabits habits_of(std::string_view text) {
  DocumentHabits habits;
  const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  for (std::size_t at = next_digit(text, 0); at < text.size(); at = next_digit(text, at)) {
    std::string shape;
    std::array<int, 3> runs{};  // the lengths of the first run, the second, the last of more
    std::size_t last = 0;
    int first = 0, value = 0;
    for (; digit(at) || (at < text.size() && (text[at] == '.' || text[at] == ',' || text[at] == '/') && digit(at + 1));
         ++at) {
      if (digit(at)) {
        ++runs[last];
        value = runs[last] > 4 ? 9999 : value * 10 + (text[at] - '0');
      } else {
        if (shape.empty()) first = value;
        if (shape.size() == 1 && (text[at] == '/' || text[at] == '.') && runs[0] <= 2 && runs[1] <= 2) {
          if (first > 12 && value <= 12) ++habits.day_first;
          if (first <= 12 && value > 12 && value <= 31) ++habits.month_first;
        }
        shape.push_back(text[at]);
        last = std::min<std::size_t>(last + 1, 2);
        runs[last] = 0;
        value = 0;
      }
    }
    if (shape == "." && runs[1] != 3) ++habits.dot_decimal;
    if (shape == "," && runs[1] != 3) ++habits.comma_decimal;
    if (shape.size() >= 2 && runs[last] == 3 && shape == std::string(shape.size(), '.')) ++habits.dot_group;
    if (shape.size() >= 2 && runs[last] == 3 && shape == std::string(shape.size(), ',')) ++habits.comma_group;
    if (shape.size() >= 2 && shape.back() == '.' && shape.find(',') != std::string::npos)
      ++habits.comma_group, ++habits.dot_decimal;
    if (shape.size() >= 2 && shape.back() == ',' && shape.find('.') != std::string::npos)
      ++habits.dot_group, ++habits.comma_decimal;
  }
  return habits;
}

}  // namespace

const DocumentHabits& Habits::get() const {
  if (!known_) known_ = habits_of(text_);
  return *known_;
}

}  // namespace crosscheck
