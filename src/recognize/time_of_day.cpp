// Clocks and parts of the day. "from 4 to 6 pm on Tuesday": the start has no half of the day of its own and takes the
// end's, so 16:00 and 18:00 become a time_span in the end's program, which carries the Tuesday along.
// It knows no time zones.
#include "recognize/time_rules.h"

namespace crosscheck {
namespace {

constexpr int kNoon = 12;

/// A time of day joins a day, not a month or a week.
bool day_long(const TimeProgram& program) {
  if (program.size() != 1) return true;
  const TimeStep& s = program[0];
  if (s.kind == TimeStepKind::month || s.kind == TimeStepKind::year || s.kind == TimeStepKind::quarter ||
      s.kind == TimeStepKind::half || s.kind == TimeStepKind::season || s.kind == TimeStepKind::decade)
    return false;
  return !(s.kind == TimeStepKind::relative && s.grain > TimeGrain::workday);
}

}  // namespace

bool TimeBuilder::clock() {
  const auto hour = value(SlotKind::hour);
  if (!hour) return false;
  int h = *hour;
  const auto ampm = value(SlotKind::ampm);
  if (ampm) {
    out_.sort = TimeSort::time;
    if (h > 12) return h < 24 && step(K::clock, h * 3600 + value(SlotKind::minute).value_or(0) * 60);
    h = h % kNoon + (*ampm == 1 ? kNoon : 0);
  } else if (const auto part = value(SlotKind::daypart); part && h <= 12) {
    if (*part >= 2 && *part <= 4 && h < 12 && !(*part == 4 && h < 5)) h += kNoon;  // afternoon, evening, night
    if (*part == 0 && h == 12) h = 0;
  }
  const int minute = value(SlotKind::minute).value_or(0), second = value(SlotKind::second).value_or(0);
  out_.sort = TimeSort::time;
  return step(K::clock, h * 3600 + minute * 60 + second);
}

/// "from 4 to 6 pm on Tuesday": the end's clock becomes the span of both, and takes its half of the day along.
bool TimeBuilder::clocks(std::int32_t hour, std::int32_t minute, const TimeProgram& end) {
  out_.sort = TimeSort::time;
  bool found = false;
  for (std::size_t i = 0; i < end.size(); ++i) {
    if (end[i].kind != K::clock || found) {
      if (!out_.program.add(end[i])) return false;
      continue;
    }
    found = true;
    const int last = end[i].a / 3600;
    if (hour < 12 && last > 12 && hour + 12 <= last) hour += 12;
    if (!step(K::clock, hour * 3600 + minute * 60) || !out_.program.add(end[i]) || !step(K::time_span)) return false;
  }
  return found;
}

bool TimeBuilder::time_at_date() {
  const bool ok = sub(SlotKind::date) && day_long(r_.reading(get(SlotKind::date)->value).program);
  const bool set = out_.sort == TimeSort::set;
  const bool both = ok && sub(SlotKind::time) && step(K::at);
  out_.sort = set ? TimeSort::set : TimeSort::time;
  return both;
}

/// "from 4 to 6 pm", "at 4 pm for two hours", each with its day.
bool TimeBuilder::time_span() {
  if (const auto from = value(SlotKind::hour); from && get(SlotKind::until) != nullptr)
    return clocks(*from, value(SlotKind::minute).value_or(0), r_.reading(get(SlotKind::until)->value).program);
  bool ok = sub(SlotKind::time) && (get(SlotKind::until) != nullptr ? sub(SlotKind::until) : sub(SlotKind::dur)) &&
            step(K::time_span);
  if (ok && get(SlotKind::date) != nullptr) ok = sub(SlotKind::date) && step(K::at);
  out_.sort = TimeSort::time;
  return ok;
}

bool TimeBuilder::build_times() {
  const auto hour = value(SlotKind::hour);
  const auto n = thousandths();
  const int minutes = n ? *n / 1000 : 0;
  const auto around = [&](int offset) {
    if (!hour) return false;
    out_.sort = TimeSort::time;
    int h = *hour;
    if (const auto ampm = value(SlotKind::ampm)) h = h % kNoon + (*ampm == 1 ? kNoon : 0);
    return step(K::clock, ((h * 60 + offset + 1440) % 1440) * 60);
  };
  auto part = value(SlotKind::daypart);
  if (!part && rule_.parameter > 0) part = rule_.parameter - 1;
  const auto daypart = [&](Toward toward) {
    out_.sort = TimeSort::time;
    return part && step(K::daypart, 0, *part, 0, toward);
  };
  switch (rule_.meaning) {
    case Meaning::clock:
      return clock();
    case Meaning::half_past:
      return around(30);
    case Meaning::quarter_past:
      return around(15);
    case Meaning::quarter_to:
      return around(-15);
    case Meaning::half_to:
      return around(-30);
    case Meaning::minutes_past:
      return around(minutes);
    case Meaning::minutes_to:
      return around(-minutes);
    case Meaning::at:
      return time_at_date();
    case Meaning::daypart_of:
      return sub(SlotKind::date) && daypart(Toward::nearest) && step(K::at);
    case Meaning::this_daypart:
      return daypart(Toward::same);
    case Meaning::last_daypart:
      return daypart(Toward::last_period);
    case Meaning::next_daypart:
      return daypart(Toward::next_period);
    case Meaning::time_span:
      return time_span();
    case Meaning::in_daypart:
      return strong(SlotKind::daypart) && daypart(Toward::nearest);
    default:
      return false;
  }
}

}  // namespace crosscheck
