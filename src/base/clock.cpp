// "T10:00/T13:00" → 36000 to 46800; "TNI" → 18:00 to 30:00, the next day's six o'clock. Where a part of the day begins and
// ends is as wide as any writer has it, for what lies outside contradicts.
#include "base/clock.h"

#include <array>
#include <cstdio>

namespace crosscheck {
namespace {

std::optional<std::int32_t> two_digits(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (!digit(at) || !digit(at + 1)) return std::nullopt;
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// "07:37" at a place of a text.
std::optional<std::int32_t> hours_and_minutes(std::string_view text, std::size_t at) {
  const auto hour = two_digits(text, at), minute = two_digits(text, at + 3);
  if (!hour || !minute || text[at + 2] != ':') return std::nullopt;
  return *hour * kHourSeconds + *minute * 60;
}

std::optional<std::int32_t> one_offset(std::string_view text) {
  const auto size = hours_and_minutes(text, 1);
  if (!size || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  return text[0] == '-' ? -*size : *size;
}

std::optional<ClockSpan> part_of_day(std::string_view edtf) {
  struct Part {
    std::string_view name;
    int first, last;
  };
  static constexpr std::array<Part, 4> kParts = {{{"TMO", 0, 12}, {"TAF", 12, 18}, {"TEV", 16, 24}, {"TNI", 18, 30}}};
  for (const Part& part : kParts) {
    if (edtf == part.name) return ClockSpan{part.first * kHourSeconds, part.last * kHourSeconds};
  }
  return std::nullopt;
}

}  // namespace

std::optional<UtcOffset> parse_offset(std::string_view text) {
  const std::size_t cut = text.find('/');
  const auto first = one_offset(text.substr(0, cut));
  const auto second = cut == std::string_view::npos ? first : one_offset(text.substr(cut + 1));
  if (!first || !second || *first > *second) return std::nullopt;
  return UtcOffset{*first, *second};
}

std::optional<ClockSpan> clock_span(std::string_view edtf) {
  if (edtf.empty() || edtf.front() != 'T') return std::nullopt;
  const std::size_t cut = edtf.find('/');
  if (cut == std::string_view::npos) {
    const auto clock = hours_and_minutes(edtf, 1);
    return clock ? std::optional(ClockSpan{*clock, *clock}) : part_of_day(edtf);
  }
  const auto from = hours_and_minutes(edtf, 1), to = hours_and_minutes(edtf, cut + 2);
  if (!from || !to) return std::nullopt;
  return ClockSpan{*from, *to < *from ? *to + kDaySeconds : *to};
}

std::string clock_text(std::int32_t seconds) {
  std::array<char, 24> buffer{};
  const int h = seconds / 3600, m = seconds / 60 % 60, s = seconds % 60;
  if (s != 0)
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", h, m, s);
  else
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", h, m);
  return buffer.data();
}

}  // namespace crosscheck
