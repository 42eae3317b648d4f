// The operators of a time program. "Tonight at 8": a part of the day and a clock meet in `at`; the clock is before noon and
// the part is not, so 20:00, on the day of the part. "From Friday to Monday" ends before it starts, so the end moves a
// week on. An operator does not look ahead: "2 to 4 pm" gets its afternoon from the clock that was said last.
#include <algorithm>
#include <array>

#include "base/time_items.h"
#include "base/time_periods.h"

namespace crosscheck {
namespace {

constexpr int kNoonSeconds = 12 * 3600;

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

/// P8D + PT20H = P8DT20H
bool sum(TimeItem& left, TimeItem& right) {
  if (left.sort != TimeSort::duration || right.sort != TimeSort::duration) return false;
  const bool clock = right.text.starts_with("PT"), has_clock = left.text.find('T') != std::string::npos;
  if (!clock && has_clock) return false;
  left.more.emplace_back(right.grain, right.count);
  left.text += clock && has_clock ? right.text.substr(2) : right.text.substr(1);
  return true;
}

bool shift_by(const TimeStep& s, TimeItem& left, TimeItem& right) {
  if (left.sort == TimeSort::duration) std::swap(left, right);
  if (right.sort != TimeSort::duration || !left.date.first || right.count == kUnknownCount) return false;
  left.date = moved(left.date, right.grain, s.a * right.count, false);
  for (const auto& [grain, count] : right.more) left.date = moved(left.date, grain, s.a * count, false);
  return true;
}

bool times(TimeItem& left, TimeItem& right) {
  if (left.sort != TimeSort::time || !left.from) return false;
  if (right.sort == TimeSort::duration && right.count != kUnknownCount) {
    static constexpr std::array<int, 3> kSeconds = {1, 60, 3600};
    const auto index = static_cast<std::size_t>(right.grain);
    if (index >= kSeconds.size()) return false;
    left.to = *left.from + static_cast<std::int32_t>(std::int64_t{right.count} * kSeconds[index] / 1000);
    return true;
  }
  if (right.sort != TimeSort::time) return false;
  left.to = right.to ? right.to : right.from;
  left.text.clear();
  if (right.has_day && !left.has_day) {
    left.has_day = true;
    left.date = right.date;
  }
  std::int32_t from = *left.from;
  const std::int32_t to = *left.to;
  if (from < kNoonSeconds && to > kNoonSeconds && to - from > kNoonSeconds)
    from += kNoonSeconds;  // "between 2 and 4:30pm"
  left.from = from;
  if (from >= kNoonSeconds && to < from && to + kNoonSeconds > from) left.to = to + kNoonSeconds;
  return true;
}

bool join(TimeItem& left, TimeItem& right, const TimeContext& context) {
  if (left.sort == TimeSort::time || right.sort == TimeSort::time) return times(left, right);
  if (left.sort == TimeSort::reference || right.sort == TimeSort::reference) {
    if (!context.today) return false;
    for (TimeItem* item : {&left, &right}) {
      if (item->sort == TimeSort::reference) item->date = day_value(*context.today);
      item->sort = TimeSort::date;
    }
  }
  if (left.sort != TimeSort::date || right.sort != TimeSort::date) return false;
  if (!left.date.first || !right.date.last) return false;
  std::int32_t first = *left.date.first, last = *right.date.last;
  if (last < first) {  // "from Friday to Monday", "December to March": the end lies beyond the start
    const CivilDay from = civil_day(first);
    CivilDay to = civil_day(last);
    if (right.date.grain == Grain::day && first - last < 7) {
      last += 7;
    } else if (from.year - to.year < 2 && right.date.grain != Grain::year) {
      const int year = last + 366 < first ? from.year + 1 : to.year + 1;
      last = day_number(year, to.month, std::min(to.day, days_in_month(year, to.month)));
      if (last < first) last = day_number(year + 1, to.month, std::min(to.day, days_in_month(year + 1, to.month)));
    } else {
      return false;
    }
  }
  left.date = make_span(first, last);
  return true;
}

bool at(TimeItem& left, TimeItem& right, const TimeContext& context) {
  if (left.sort == TimeSort::time && !left.has_day && right.sort != TimeSort::time) std::swap(left, right);
  if (right.sort != TimeSort::time) return false;
  if (left.sort == TimeSort::set) {
    const bool part = !right.text.empty() && right.text[0] == 'T';
    left.text = (left.weekday_set ? left.text : "") + (part ? right.text : clock_text(*right.from));
    return true;
  }
  if (left.sort == TimeSort::reference) {
    if (!context.today) return false;
    left.date = day_value(*context.today);
  }
  if (left.sort == TimeSort::time) {  // "tonight at 8": the day of one, the hour of the other
    if (left.from && *left.from >= kNoonSeconds && right.from && *right.from < kNoonSeconds &&
        *right.from >= 5 * 3600 && !right.to)
      right.from = *right.from + kNoonSeconds;
    right.has_day = left.has_day;
    right.date = left.date;
    left = right;
    return true;
  }
  if (left.sort == TimeSort::duration) return false;
  if (left.date.first && left.date.last && *left.date.first != *left.date.last) return false;
  right.date = left.date;
  right.has_day = true;
  left = right;
  return true;
}

}  // namespace

bool takes_two(TimeStepKind kind) {
  return kind == TimeStepKind::shift_by || kind == TimeStepKind::span || kind == TimeStepKind::at ||
         kind == TimeStepKind::plus || kind == TimeStepKind::time_span;
}

bool apply(const TimeStep& s, TimeItem& top) {
  if (s.kind == TimeStepKind::approximate) {
    top.date.approximate = true;
    return true;
  }
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

bool apply(const TimeStep& s, TimeItem& left, TimeItem& right, const TimeContext& context) {
  switch (s.kind) {
    case TimeStepKind::shift_by:
      return shift_by(s, left, right);
    case TimeStepKind::span:
      return join(left, right, context);
    case TimeStepKind::at:
      return at(left, right, context);
    case TimeStepKind::plus:
      return sum(left, right);
    default:
      return times(left, right);
  }
}

}  // namespace crosscheck
