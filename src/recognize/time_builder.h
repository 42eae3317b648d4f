// From a matched rule to the program of a time expression, and the expressions that need no rule: numeric dates and
// durations (numeric_date.cpp, durations.cpp). Private to src/recognize/.
#pragma once

#include <optional>

#include "recognize/reader.h"

namespace crosscheck {

std::optional<TimeReading> build_time(Reader& reader, const PatternMatch& match);
TimeReading one_step(std::uint32_t end, TimeSort sort, const TimeStep& step);
TimeReading year_reading(std::uint32_t end, std::int64_t year);
/// '98 is 1998, '24 is 2024.
std::int64_t full_year(std::int64_t of_two_digits);
/// How a clock was written, TimeStep::b: "8 a.m.", "8", "8 hours" that may be a duration.
constexpr int kHalfSaid = 1, kBareHour = 2, kHoursNamed = 3;
/// Does the number that ends here count or measure what follows?
bool number_counts(const Reader& reader, std::uint32_t end);
/// "this morning", "yesterday afternoon": a day and the half of it.
bool names_part_of_day(const TimeReading& reading);
/// "2025-11-03", "3/4/2025", "12.4.20", "20170302"
std::optional<TimeReading> numeric_date(Reader& reader, std::uint32_t i);
/// tense.cpp: what the clause around [begin, end) says about time.
Tense tense_of(const Reader& reader, std::uint32_t begin, std::uint32_t end);
/// "and a half" behind a unit.
bool half_behind(Reader& reader, std::uint32_t i, std::uint32_t& end);
/// "two weeks", "2 hours and 30 minutes"
std::optional<TimeReading> read_duration(Reader& reader, std::uint32_t i);
/// "2 minutes and 15 seconds" are 135 of the last unit, the smallest; what no unit measures stays as it is.
void measure_duration(TimeSteps steps, Quantity& quantity);

}  // namespace crosscheck
