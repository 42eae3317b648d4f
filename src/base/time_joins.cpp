// The operators of a time program on two values. "Tonight at 8": a part of the day and a clock meet in `at`; nothing says
// the clock's half of the day and the part is past noon, so 20:00, on the day of the part. "From 6 p.m. Friday to 8 a.m.
// Monday": two clocks, each with its day. They do not look ahead: "2 to 4 pm" gets its afternoon from the clock said last.
#include <algorithm>
#include <array>

#include "base/time_items.h"
#include "base/time_periods.h"

namespace crosscheck {
namespace {

constexpr int kNoonSeconds = 12 * 3600;

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

/// "at 4 pm for two hours"
bool lasting(TimeItem& left, const TimeItem& right) {
  static constexpr std::array<int, 3> kSeconds = {1, 60, 3600};
  const auto seconds = [](TimeGrain grain, std::int32_t count) -> std::optional<std::int32_t> {
    const auto index = static_cast<std::size_t>(grain);
    if (index >= kSeconds.size() || count == kUnknownCount) return std::nullopt;
    return static_cast<std::int32_t>(std::int64_t{count} * kSeconds[index] / 1000);
  };
  std::int32_t end = *left.from;
  auto parts = right.more;
  parts.emplace_back(right.grain, right.count);
  for (const auto& [grain, count] : parts) {
    const auto added = seconds(grain, count);
    if (!added || *added > kDaySeconds) return false;
    end += *added;
  }
  left.to = end;
  return end <= 2 * kDaySeconds;
}

/// "from 6 p.m. Friday to 8 a.m. Monday": the Monday behind that Friday.
void end_on_its_day(TimeItem& left, const TimeItem& right) {
  std::int32_t end = *right.date.first;
  while (end < *left.date.first && *left.date.first - end < 7) end += 7;
  left.last_day = end;
}

bool times(TimeItem& left, TimeItem& right) {
  if (left.sort != TimeSort::time || !left.from) return false;
  if (right.sort == TimeSort::duration) return lasting(left, right);
  if (right.sort != TimeSort::time) return false;
  const bool days = left.has_day && right.has_day && left.date.first && right.date.first;
  left.to = right.to ? right.to : right.from;
  left.text.clear();
  if (days && *left.date.first != *right.date.first) {
    end_on_its_day(left, right);
    return *left.last_day > *left.date.first;
  }
  if (right.has_day && !left.has_day) {
    left.has_day = true;
    left.date = right.date;
  }
  std::int32_t from = *left.from;
  const std::int32_t to = *left.to;
  if (!left.half_said && right.half_said && from > 0 && from < kNoonSeconds && to - from > kNoonSeconds)
    from += kNoonSeconds;  // "between 2 and 4:30pm"
  left.from = from;
  const bool by_24 = !left.half_said && from > kNoonSeconds + 3599;  // "from 14:00 to 3:00"
  if (!right.half_said && !by_24 && to < from && to + kNoonSeconds > from && to < kNoonSeconds)
    left.to = to + kNoonSeconds;  // "from 10:30 to 3"
  left.half_said = left.half_said || right.half_said;
  return true;
}

/// "two weeks starting 20 May": the days counted from there.
bool counted_from(TimeItem& left, const TimeItem& right) {
  if (left.sort != TimeSort::date || !left.date.first || right.count == kUnknownCount) return false;
  TimeValue end = moved(day_value(*left.date.first), right.grain, right.count, false);
  for (const auto& [grain, count] : right.more) end = moved(end, grain, count, false);
  if (!end.first || *end.first <= *left.date.first) return false;
  left.date = make_span(*left.date.first, *end.first - 1);
  return true;
}

bool join(TimeItem& left, TimeItem& right, const TimeContext& context) {
  if (left.sort == TimeSort::time || right.sort == TimeSort::time) return times(left, right);
  left.said.clear();
  left.mod = "";
  if (right.sort == TimeSort::duration) return counted_from(left, right);
  for (TimeItem* item : {&left, &right}) {
    if (item->sort != TimeSort::reference) continue;
    if (!context.today) return false;
    item->date = day_value(*context.today);
    item->sort = TimeSort::date;
  }
  if (left.sort != TimeSort::date || right.sort != TimeSort::date) return false;
  if (!left.date.first || !right.date.last || *right.date.last < *left.date.first) return false;
  left.date = make_span(*left.date.first, *right.date.last);
  return true;
}

/// "tonight at 8", "yesterday afternoon from 3 to 5": the day of one, the hours of the other.
bool within_part(TimeItem& left, TimeItem& right) {
  const bool later = left.from && *left.from >= kNoonSeconds;
  const bool early = right.from && *right.from < kNoonSeconds && !right.half_said;
  const bool night = left.from && *left.from >= 20 * 3600 && right.from && *right.from < 5 * 3600;
  if (later && early && !night) {
    right.from = *right.from + kNoonSeconds;
    if (right.to && *right.to <= kNoonSeconds) right.to = *right.to + kNoonSeconds;
  }
  right.has_day = left.has_day;
  right.date = left.date;
  left = std::move(right);
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
  if (left.sort == TimeSort::time) {
    if (!left.has_day && right.has_day && !right.text.empty()) std::swap(left, right);  // "8 to 10 yesterday morning"
    return within_part(left, right);
  }
  if (left.sort == TimeSort::duration) return false;
  if (left.date.first && left.date.last && *left.date.first != *left.date.last) {
    const bool night = right.text == "TNI" && *left.date.last - *left.date.first == 1;
    if (!night) return false;
    left.date = day_value(*left.date.last);  // "in the night from Monday to Tuesday": most of it is Tuesday
  }
  right.date = left.date;
  right.has_day = true;
  left = right;
  return true;
}

}  // namespace

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
