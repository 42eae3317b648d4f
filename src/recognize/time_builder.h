// From a matched rule to the program of a time expression, and the expressions that need no rule: numeric dates and
// durations (numeric_date.cpp, durations.cpp). Private to src/recognize/.
#pragma once

#include <optional>

#include "recognize/reader.h"

namespace crosscheck {

std::optional<TimeReading> build_time(Reader& reader, const PatternMatch& match);
/// How a clock was written, TimeStep::b: "8 a.m.", "8", "8 hours" that may be a duration.
constexpr int kHalfSaid = 1, kBareHour = 2, kHoursNamed = 3;
/// Does the number that ends here count or measure what follows?
bool number_counts(const Reader& reader, std::uint32_t end);
/// "this morning", "yesterday afternoon": a day and the half of it.
bool names_part_of_day(const TimeReading& reading);
/// "2025-11-03", "3/4/2025", "12.4.20", "20170302"
std::optional<TimeReading> numeric_date(Reader& reader, std::uint32_t i);
/// "and a half" behind a unit.
bool half_behind(Reader& reader, std::uint32_t i, std::uint32_t& end);
/// "two weeks", "2 hours and 30 minutes"
std::optional<TimeReading> read_duration(Reader& reader, std::uint32_t i);

}  // namespace crosscheck
