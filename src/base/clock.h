// what      times of day: "T07:37" → seconds after midnight; how far a zone is ahead of UTC
// in → out  a time of day as EDTF writes it → the span of the day that it allows, and back
// units     seconds; after midnight, or ahead of UTC
// owns      nothing
// fails     clock_span() gives nothing for a text that names no time of day
// threads   values
// cost      constant time
// follows   ISO 8601; TIMEX3 for the parts of the day (TMO, TAF, TEV, TNI)
// tested by tests/unit/clock_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

constexpr std::int32_t kHourSeconds = 3600, kDaySeconds = 24 * kHourSeconds;

/// How far a clock is ahead of UTC: one offset for "GMT", two for "ET", which is another in summer.
struct UtcOffset {
  std::int32_t least = 0, most = 0;
  bool exact() const { return least == most; }
  friend bool operator==(const UtcOffset&, const UtcOffset&) = default;
};
/// "+05:30", "-05:00/-04:00".
std::optional<UtcOffset> parse_offset(std::string_view text);

/// Both ends inclusive; the night ends on the next day.
struct ClockSpan {
  std::int32_t first = 0, last = 0;
  friend bool operator==(const ClockSpan&, const ClockSpan&) = default;
};
/// "T07:37", "T10:00/T13:00", "TMO".
std::optional<ClockSpan> clock_span(std::string_view edtf);
/// 27420 → "T07:37".
std::string clock_text(std::int32_t seconds);

}  // namespace crosscheck
