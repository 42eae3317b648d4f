// what      holiday_in(): the day of a feast: fixed, the first weekday on or after a day, or counted from Easter
// in → out  a year, the feast's codes → its day, or nothing
// units     days as in base/date.h; `day` is month * 32 + day of the month, or days from Easter
// owns      nothing; what feasts there are stands in rules/holidays.yaml
// fails     a rule that is none of those known gives nothing
// threads   a free function over constants
// cost      constant time
// follows   Meeus, Astronomical Algorithms (1991), for the Gregorian Easter
// tested by tests/unit/time_program_test.cpp
#pragma once

#include <cstdint>
#include <optional>

namespace crosscheck {

/// Codes of a feast in a TimeStep: `rule` 0 a fixed day, 1 … 7 the first such weekday on or after it, 100 from Easter.
/// `day` is month * 32 + day, or the days from Easter.
std::optional<std::int32_t> holiday_in(int year, int day, int rule);

}  // namespace crosscheck
