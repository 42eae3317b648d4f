// what      calendar values: days, weeks, seasons, the period around a day, and how far a grain moves a day
// in → out  a day or a period, a grain, a count → the period meant
// units     days as in base/date.h; moved() counts in thousandths of a grain; a weekday is 1 for Monday … 7 for Sunday
// owns      nothing
// fails     nth_weekday(), nth_grain() and first_n() say false when there is no such part; the value is then untouched
// threads   free functions over constants
// cost      constant time; workdays take a step a day
// follows   ISO 8601 for weeks; the proleptic Gregorian calendar
// tested by tests/unit/time_program_test.cpp
#pragma once

#include <cstdint>

#include "base/time_program.h"

namespace crosscheck {

TimeValue day_value(std::int32_t day);
TimeValue month_at(int index);              ///< year * 12 + month - 1
TimeValue season_of(int year, int season);  ///< 0 spring … 3 winter, which ends in the next year
TimeValue half_of(int year, int half);
TimeValue week_from(std::int32_t monday);
TimeValue decade_from(int first);

/// The period of that grain around `today`, `offset` periods away.
TimeValue period_of(TimeGrain grain, std::int32_t today, int offset);
TimeValue years_away(TimeValue period, int years);
/// The same, counted from a date that the text named.
TimeValue period_from(const std::optional<TimeValue>& named, std::int32_t today, TimeGrain grain, int offset);
/// `coarse`: years and decades ago name the year, days and weeks the day, months the month's same day.
TimeValue moved(const TimeValue& from, TimeGrain grain, std::int32_t thousandths, bool coarse);

// Each narrows `date` to a part of it.
bool narrow(TimeValue& date, int part);  ///< 0 early, 1 mid, 2 late
bool nth_weekday(TimeValue& date, const TimeStep& s);
bool nth_grain(TimeValue& date, const TimeStep& s);
bool first_n(TimeValue& date, const TimeStep& s);

}  // namespace crosscheck
