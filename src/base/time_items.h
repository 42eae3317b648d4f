// what      TimeItem: a value on the stack of a time program, the operators on it, and how it is written
// in → out  items, a step → one item; an item → a TimeMeaning with its EDTF text
// units     days as in base/date.h; times of day in seconds after midnight; counts in thousandths
// owns      its text
// fails     apply() says false for an operator that the values do not allow; the items are then worthless
// threads   a value
// cost      constant time an operator
// follows   TIMEX3 (ISO-TimeML) for durations and sets; EDTF and ISO 8601 for the text
// tested by tests/unit/time_program_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/time_program.h"

namespace crosscheck {

struct TimeItem {
  TimeSort sort = TimeSort::date;
  TimeValue date;
  std::optional<std::int32_t> from, to;                  ///< seconds after midnight; `to` for a span
  bool has_day = false;                                  ///< a time with its date
  bool half_said = false;                                ///< a.m., p.m. or a part of the day
  std::optional<std::int32_t> last_day;                  ///< of a span of times over several days
  std::string text;                                      ///< durations, sets, references
  TimeGrain grain = TimeGrain::day;                      ///< durations
  std::int32_t count = 0;                                ///< durations, thousandths
  std::vector<std::pair<TimeGrain, std::int32_t>> more;  ///< further parts of a duration
  bool weekday_set = false;
  std::string said;  ///< the text before `since`, `early` and their like narrowed it
  const char* mod = "";
};

std::string duration_text(TimeGrain grain, std::int32_t count);
std::string date_text(const TimeValue& value);
TimeMeaning meaning_of(const TimeItem& item);

/// Does the operator take two values off the stack?
bool takes_two(TimeStepKind kind);
/// An operator on the value at the top.
bool apply(const TimeStep& s, TimeItem& top);
/// An operator on two; what comes of it is left in `left`.
bool apply(const TimeStep& s, TimeItem& left, TimeItem& right, const TimeContext& context);

}  // namespace crosscheck
