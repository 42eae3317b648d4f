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

bool names_part_of_day(const TimeReading& reading) {
  const TimeProgram& program = reading.program;
  if (reading.sort != TimeSort::time || program.empty()) return false;
  if (program.size() == 1) return program[0].kind == TimeStepKind::daypart && program[0].toward != Toward::nearest;
  return program[program.size() - 1].kind == TimeStepKind::at &&
         program[program.size() - 2].kind == TimeStepKind::daypart;
}

bool TimeBuilder::clock() {
  const auto hour = value(SlotKind::hour);
  if (!hour) return false;
  int h = *hour;
  const auto ampm = value(SlotKind::ampm);
  if (ampm) {
    out_.sort = TimeSort::time;
    if (h > 12) return h < 24 && step(K::clock, h * 3600 + value(SlotKind::minute).value_or(0) * 60, 1);
    h = h % kNoon + (*ampm == 1 ? kNoon : 0);
  } else if (const auto part = value(SlotKind::daypart); part && h <= 12) {
    if (*part >= 2 && *part <= 4 && h < 12 && !(*part == 4 && h < 5)) h += kNoon;  // afternoon, evening, night
  }
  const int minute = value(SlotKind::minute).value_or(0), second = value(SlotKind::second).value_or(0);
  out_.sort = TimeSort::time;
  const bool half_said = ampm || get(SlotKind::daypart) != nullptr;
  return step(K::clock, h * 3600 + minute * 60 + second, half_said ? 1 : 0);
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
  const TimeReading* date = get(SlotKind::date) == nullptr ? nullptr : &r_.reading(get(SlotKind::date)->value);
  const bool ok = date != nullptr && sub(SlotKind::date) && (names_part_of_day(*date) || day_long(date->program));
  const bool set = out_.sort == TimeSort::set;
  const auto hour = value(SlotKind::hour);  // "last night at 8"; "on Friday at 8" may be a price
  const bool clock = hour ? names_part_of_day(*date) && step(K::clock, *hour * 3600, 2) : sub(SlotKind::time);
  const bool both = ok && clock && step(K::at);
  out_.sort = set ? TimeSort::set : TimeSort::time;
  return both;
}

/// "between 3 and 8" counts anything; a clock on one side or a part of the day makes hours of them.
bool TimeBuilder::says_hours() const {
  const Capture* until = get(SlotKind::until);
  const Capture* date = get(SlotKind::date);
  if (until == nullptr || get(SlotKind::time) != nullptr) return true;
  const TimeProgram& end = r_.reading(until->value).program;
  const bool bare = end.size() == 1 && end[0].kind == K::clock && end[0].b == 2;
  return !bare || (date != nullptr && names_part_of_day(r_.reading(date->value)));
}

/// "from 4 to 6 pm", "at 4 pm for two hours", each with its day.
bool TimeBuilder::time_span() {
  if (!says_hours() || (get(SlotKind::hour) == nullptr && get(SlotKind::time) == nullptr)) return false;
  if (const auto from = value(SlotKind::hour); from && get(SlotKind::until) != nullptr)
    return hours_to_clock(*from);
  const Capture* date = get(SlotKind::date);
  const bool dated_first = date != nullptr && date->begin < get(SlotKind::time)->begin;
  const SlotKind last = get(SlotKind::until) != nullptr ? SlotKind::until : SlotKind::dur;
  bool ok = !dated_first || sub(SlotKind::date);
  ok = ok && sub(SlotKind::time) && (!dated_first || step(K::at)) && sub(last) && step(K::time_span);
  if (ok && date != nullptr && !dated_first) ok = sub(SlotKind::date) && step(K::at);
  out_.sort = TimeSort::time;
  return ok;
}

/// "between 7 and 9:30 last night": the first is a bare number.
bool TimeBuilder::hours_to_clock(std::int32_t from) {
  const Capture* date = get(SlotKind::date);
  const bool dated = date != nullptr && sub(SlotKind::date);
  if (date != nullptr && !dated) return false;
  const bool ok =
      clocks(from, value(SlotKind::minute).value_or(0), r_.reading(get(SlotKind::until)->value).program);
  return ok && (!dated || step(K::at));
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
