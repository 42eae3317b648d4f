// The operators of a time program on one value. "Early November": `part` narrows the month to its first ten days and
// keeps what was said; "since 2019": `since` opens the end of the year. Operators on two stand in time_joins.cpp.
// They do not look ahead.
#include <array>

#include "base/time_items.h"
#include "base/time_periods.h"

namespace crosscheck {
namespace {

/// Operators that leave one end of a date open.
bool opens(TimeStepKind kind) { return kind >= TimeStepKind::since && kind <= TimeStepKind::before; }

bool open(TimeStepKind kind, TimeValue& date) {
  switch (kind) {
    case TimeStepKind::since:
      date.last.reset();
      date.open_end = true;
      return true;
    case TimeStepKind::until:
      date.first.reset();
      date.open_start = true;
      return true;
    case TimeStepKind::after:
      date.first = *date.last + 1;
      date.last.reset();
      date.open_end = true;
      return true;
    case TimeStepKind::before:
      date.last = *date.first - 1;
      date.first.reset();
      date.open_start = true;
      return true;
    default:
      return false;
  }
}

/// A part of the date, or one some grains away.
bool select(const TimeStep& s, TimeItem& top) {
  TimeValue& date = top.date;
  switch (s.kind) {
    case TimeStepKind::shift: {
      TimeValue from = date;
      if (s.a > 0) from.first = *date.last;
      const bool whole = date.grain == Grain::year || date.grain == Grain::decade;
      date = moved(from, s.grain, s.a, whole);
      return true;
    }
    case TimeStepKind::part: {
      static constexpr std::array<const char*, 3> kMods = {"START", "MID", "END"};
      top.mod = kMods[static_cast<std::size_t>(s.b)];
      return narrow(date, s.b);
    }
    case TimeStepKind::nth_weekday:
      return nth_weekday(date, s);
    case TimeStepKind::nth_grain:
      return nth_grain(date, s);
    case TimeStepKind::first_n:
      return first_n(date, s);
    case TimeStepKind::week_of:
      date = week_from(*date.first - (weekday_of(*date.first) - 1));
      return true;
    default:
      return false;
  }
}

/// "Early November" of an unknown year; other steps need the day itself.
bool unanchored(const TimeStep& s, TimeItem& top) {
  if (s.kind == TimeStepKind::part && top.date.month != 0 && top.date.first_day == 0) {
    static constexpr std::array<int, 4> kStarts = {1, 11, 21, 32};
    const auto index = static_cast<std::size_t>(s.b);
    top.date = make_recurring_month(top.date.month, kStarts[index], kStarts[index + 1] - 1);
    return true;
  }
  return s.kind == TimeStepKind::since || s.kind == TimeStepKind::until || s.kind == TimeStepKind::part;
}

}  // namespace

bool takes_two(TimeStepKind kind) {
  return kind == TimeStepKind::shift_by || kind == TimeStepKind::span || kind == TimeStepKind::at ||
         kind == TimeStepKind::plus || kind == TimeStepKind::time_span;
}

bool apply(const TimeStep& s, TimeItem& top) {
  if (top.sort == TimeSort::reference) return opens(s.kind);  // "until now"
  if (top.sort == TimeSort::duration || top.sort == TimeSort::set) return false;
  if (top.sort == TimeSort::time) return opens(s.kind) || s.kind == TimeStepKind::part;
  if (!top.date.first || !top.date.last) return unanchored(s, top);
  TimeValue& date = top.date;
  const bool narrows = s.kind == TimeStepKind::part || opens(s.kind);
  if (!narrows)
    top.said.clear();
  else if (top.said.empty())
    top.said = date_text(date);
  return opens(s.kind) ? open(s.kind, date) : select(s, top);
}

}  // namespace crosscheck
