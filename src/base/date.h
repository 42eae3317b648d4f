// what      TimeValue: when something happened, as exactly as the text says and no more
// in → out  calendar parts → TimeValue → EDTF text; two TimeValues → how they relate
// units     days since 1970-01-01 in the proleptic Gregorian calendar, both ends inclusive
// owns      its EDTF text is made on demand
// fails     make_day() gives nothing for a day that does not exist (30 February)
// threads   a value
// cost      constant time, no allocation but for the text
// follows   EDTF (ISO 8601-2): level 1, and XXXX-11 / XXXX-WXX-2 where the text leaves the year open
// tested by tests/unit/base_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

enum class Grain : std::uint8_t { none, day, week, month, season, quarter, year, decade, span };

struct TimeValue {
  Grain grain = Grain::none;
  std::optional<std::int32_t> first;  ///< nothing = unknown or open towards the past
  std::optional<std::int32_t> last;   ///< nothing = unknown or open towards the future
  bool open_start = false;            ///< "by 2026": everything up to `last`
  bool open_end = false;              ///< "since 2019": everything from `first`
  bool approximate = false;
  // Where the year is not known: the part of the calendar that is.
  std::int8_t month = 0;      ///< 1..12, 0 = unknown
  std::int8_t first_day = 0;  ///< within the month; 0 = unknown
  std::int8_t last_day = 0;
  std::int8_t weekday = 0;  ///< 1 = Monday … 7 = Sunday, 0 = unknown

  bool known() const { return grain != Grain::none; }
  /// Tied to the calendar, not only to a month or weekday of an unknown year.
  bool anchored() const { return first || last; }
  friend bool operator==(const TimeValue&, const TimeValue&) = default;
};

std::int32_t day_number(int year, int month, int day);
struct CivilDay {
  int year, month, day;
};
CivilDay civil_day(std::int32_t day_number);
int weekday_of(std::int32_t day_number);  ///< 1 = Monday … 7 = Sunday
int days_in_month(int year, int month);

std::optional<TimeValue> make_day(int year, int month, int day);
TimeValue make_month(int year, int month);
TimeValue make_year(int year);
TimeValue make_quarter(int year, int quarter);
TimeValue make_span(std::int32_t first, std::int32_t last);
TimeValue make_recurring_month(int month, int first_day = 0, int last_day = 0);
TimeValue make_recurring_weekday(int weekday);
/// The value of an EDTF text that this library itself writes, or a plain day, month or year.
std::optional<TimeValue> parse_edtf(std::string_view text);

std::string to_edtf(const TimeValue& value);   ///< "" when unknown
std::string to_words(const TimeValue& value);  ///< "3 November 2025", "November (year not stated)"

enum class TimeRelation { unknown, equal, refines, refined_by, overlaps, disjoint };
/// refines: a lies inside b ("3 November" in "November").
TimeRelation relate(const TimeValue& a, const TimeValue& b);
/// Days between the two when they are disjoint and both anchored; 0 when they touch or overlap.
std::optional<std::int32_t> days_apart(const TimeValue& a, const TimeValue& b);

}  // namespace crosscheck
