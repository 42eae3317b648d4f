// what      TimeProgram: what a time expression says before anyone knows the date it was said on
// in → out  a short program of steps + a reference day → a calendar value, a time of day, a duration, as EDTF text
// units     days as in base/date.h; times of day in seconds after midnight; counts in thousandths
// owns      nothing
// fails     evaluate() gives an empty text for what needs a reference and has none, or for a day that does not exist
// threads   a value
// cost      at most kMostSteps steps, constant time each
// follows   TIMEX3 (ISO-TimeML) for what is a date, time, duration or set; EDTF and ISO 8601 for how it is written
// tested by tests/unit/time_program_test.cpp
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"

namespace crosscheck {

enum class TimeGrain : std::uint8_t {
  second,
  minute,
  hour,
  day,
  workday,
  week,
  weekend,
  fortnight,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century
};

/// Which one, when the words leave the year open: the nearest in the clause's tense, or the one of another period.
/// `either`: day and month may be the other way round.
enum class Toward : std::uint8_t { nearest, past, future, same, last_period, next_period, either };

enum class TimeStepKind : std::uint8_t {
  // Values: each puts one on the stack. `a` = year where there is one, kNoYear when it is not said.
  day,          ///< a year, b month (0: not said), c day, toward
  month,        ///< a year, b month, toward
  year,         ///< a year; b: last year of a span of years, or kNoYear
  decade,       ///< a: first year, or below 100 the decade of this century or the last
  century,      ///< a: 20 for 1901 … 2000
  weekday,      ///< b 1 … 7, toward
  weekday_day,  ///< b weekday, c day of the month
  ago_period,   ///< the period the text spoke of last, a years away (b 1: of the year a); without one the year
  that_period,  ///< the period of that grain the text spoke of last
  from_named,   ///< grain, a periods away from the date that the text named last, else from today
  relative,     ///< the calendar period: grain, a periods away
  shifted,      ///< a thousandths of a grain away from the reference
  quarter,      ///< a year, b 1 … 4, toward
  half,         ///< a year, b 1 … 2, toward
  season,       ///< a year, b 0 spring … 3 winter, toward
  holiday,      ///< a year, b day and c rule (base/holidays.h), toward
  week_number,  ///< a year, b
  clock,        ///< a seconds after midnight; b: 1 with its half of the day, 2 a bare number
  daypart,      ///< b 0 morning … 5 midnight; toward: same = today's
  duration,     ///< grain, a thousandths; kUnknownCount: PXD
  every,        ///< grain, a thousandths
  every_weekday,
  every_daypart,
  reference,  ///< b 0 past, 1 present, 2 future
  rest_of,    ///< grain
  to_date,    ///< grain
  // Operators: each takes values off the stack and puts one on it.
  shift,        ///< date; grain, a thousandths
  shift_by,     ///< date, duration; a = sign
  part,         ///< date; b 0 early, 1 mid, 2 late
  nth_weekday,  ///< date; a = which (-1 last), b weekday
  nth_grain,    ///< date; grain, a = which (-1 last)
  first_n,      ///< date; grain, a = how many, negative from the end
  week_of,
  span,  ///< date, date; or date, duration
  since,
  until,
  after,
  before,
  at,         ///< date, time of day (either order)
  time_span,  ///< time, time; or time, duration
  plus,       ///< duration, duration: "an hour and 20 seconds"
};

struct TimeStep {
  TimeStepKind kind = TimeStepKind::reference;
  TimeGrain grain = TimeGrain::day;
  Toward toward = Toward::nearest;
  std::int8_t weekday = 0;  ///< said beside a day without year: the year must give it
  std::int16_t b = 0;
  std::int16_t c = 0;
  std::int32_t a = 0;
  friend bool operator==(const TimeStep&, const TimeStep&) = default;
};

constexpr std::int32_t kNoYear = INT32_MIN;
constexpr std::int32_t kUnknownCount = INT32_MIN;

class TimeProgram {
 public:
  static constexpr std::size_t kMostSteps = 12;
  bool add(const TimeStep& step) {
    if (size_ == kMostSteps) return false;
    steps_[size_++] = step;
    return true;
  }
  bool append(const TimeProgram& other) {
    for (std::size_t i = 0; i < other.size_; ++i) {
      if (!add(other.steps_[i])) return false;
    }
    return true;
  }
  void drop_last() { --size_; }
  bool empty() const { return size_ == 0; }
  std::span<const TimeStep> steps() const { return {steps_.data(), size_}; }
  std::vector<TimeStep> to_vector() const {
    return {steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(size_)};
  }
  std::size_t size() const { return size_; }
  /// One step, and of this kind.
  bool is_only(TimeStepKind kind) const { return size_ == 1 && steps_[0].kind == kind; }
  const TimeStep& operator[](std::size_t i) const { return steps_[i]; }
  TimeStep& operator[](std::size_t i) { return steps_[i]; }
  friend bool operator==(const TimeProgram&, const TimeProgram&) = default;

 private:
  std::array<TimeStep, kMostSteps> steps_{};
  std::size_t size_ = 0;
};

enum class TimeSort : std::uint8_t { date, time, duration, set, reference };

struct TimeMeaning {
  TimeSort sort = TimeSort::date;
  TimeValue value;       ///< dates, and the day of a time when it is known
  std::string edtf;      ///< the value as FORMATS writes it; empty when it cannot be told
  const char* mod = "";  ///< TIMEX3's mod: START, MID, END of the value; `value` is narrowed to it
};

/// What the clause's verbs say about time.
enum class Tense : std::uint8_t { unknown, past, future };

struct TimeContext {
  std::optional<std::int32_t> today;
  std::optional<std::int32_t> seconds;  ///< of the reference's time of day, when it has one
  Tense tense = Tense::unknown;
  std::optional<TimeValue> period;  ///< the quarter, half year or month that the text spoke of last
  std::optional<TimeValue> named;   ///< the date that the text named last, when it is near
};

using TimeSteps = std::span<const TimeStep>;
TimeMeaning evaluate(TimeSteps program, const TimeContext& context);
/// Does the value depend on the reference day?
bool is_relative(TimeSteps program);
/// Does it take the reference's day, not only its month or year?
bool needs_day(TimeSteps program);
/// Does it hang on "recently", "now", "soon": words that name no day and no period?
bool is_vague(TimeSteps program);
/// The way from the reference as a signed duration, "-P1M" for "last month"; empty for what is no plain count.
std::string offset_text(TimeSteps program);

}  // namespace crosscheck
