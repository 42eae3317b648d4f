// Spans of hours. "from 4 to 6 pm on Tuesday": the start has no half of the day of its own and takes the end's, so 16:00
// and 18:00 become a time_span in the end's program, which carries the Tuesday along. "between 3 and 8" counts anything,
// so a clock on one side, a part of the day, or the pattern's own words (two {hour}) must make hours of them.
#include "recognize/time_rules.h"

namespace crosscheck {

bool TimeBuilder::says_hours() const {
  const Capture* until = get(SlotKind::until);
  const Capture* date = get(SlotKind::date);
  if (until == nullptr || get(SlotKind::time) != nullptr || half_said()) return true;
  const TimeProgram& end = r_.reading(until->value).program;
  if (end.size() != 1 || end[0].kind != K::clock || end[0].b < kBareHour) return true;
  if (date == nullptr) return false;
  return names_part_of_day(r_.reading(date->value)) || end[0].b == kHoursNamed;
}

/// Two bare hours whose pattern says what they are.
bool TimeBuilder::two_hours() {
  std::int32_t seconds[2] = {0, 0};
  int count = 0;
  for (const Capture& capture : match_.captures) {
    const auto said = static_cast<std::int32_t>(capture.value);
    const bool hour = capture.slot == SlotKind::hour || (capture.slot == SlotKind::ord && said >= 1 && said <= 12);
    if (hour && count < 2) seconds[count++] = hour_in_half(said) * 3600;
    if (capture.slot == SlotKind::minute && count > 0) seconds[count - 1] += said * 60;
  }
  if (seconds[1] == 0 && seconds[0] > 0 && seconds[0] < 12 * 3600) seconds[1] = 12 * 3600;  // 午前10〜12時
  const int said = half_said() ? kHalfSaid : 0;
  return count == 2 && !counted(SlotKind::hour) && !counted(SlotKind::minute) && step(K::clock, seconds[0], said) &&
         step(K::clock, seconds[1], said) && step(K::time_span);
}

/// "4 to 6 pm": the end's clock becomes the span of both, and takes its half of the day along.
bool TimeBuilder::hour_to_clock() {
  const std::int32_t said = *value(SlotKind::hour), minute = value(SlotKind::minute).value_or(0);
  std::int32_t hour = hour_in_half(said);
  bool found = false;
  for (TimeStep end : r_.reading(get(SlotKind::until)->value).program.steps()) {
    if (end.kind != K::clock || found) {
      if (!out_.program.add(end)) return false;
      continue;
    }
    found = true;
    if (half_said() && end.b != kHalfSaid) end.a = hour_in_half(end.a / 3600) * 3600 + end.a % 3600;
    const int last = end.a / 3600;
    if (!half_said() && end.b == kHalfSaid && hour < 12 && last > 12 && hour + 12 <= last) hour += 12;
    if (!step(K::clock, hour * 3600 + minute * 60, half_said() ? kHalfSaid : 0) || !out_.program.add(end) ||
        !step(K::time_span))
      return false;
  }
  return found;
}

/// "from 8 a.m. to noon"
bool TimeBuilder::ends_at_part() {
  const auto part = value(SlotKind::daypart);
  return part && step(K::daypart, 0, *part);
}

bool TimeBuilder::time_span() {
  const Capture* date = get(SlotKind::date) != nullptr ? get(SlotKind::date) : get(SlotKind::day);
  const Capture* time = get(SlotKind::time);
  const bool until = get(SlotKind::until) != nullptr;
  if (!says_hours() || (time == nullptr && get(SlotKind::hour) == nullptr && get(SlotKind::ord) == nullptr))
    return false;
  const bool first = date != nullptr && (time == nullptr || date->begin < time->begin);
  bool ok = !first || on_day();
  if (time == nullptr)
    ok = ok && (until ? hour_to_clock() : two_hours()) && (!first || step(K::at));
  else
    ok = ok && sub(SlotKind::time) && (!first || step(K::at)) &&
         (until || get(SlotKind::dur) != nullptr ? sub(until ? SlotKind::until : SlotKind::dur) : ends_at_part()) &&
         step(K::time_span);
  if (ok && date != nullptr && !first) ok = on_day() && step(K::at);
  out_.sort = TimeSort::time;
  return ok;
}

}  // namespace crosscheck
