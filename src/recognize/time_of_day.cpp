// Clocks and parts of the day. "Tuesday at half past eight in the evening": {hour} 8 and {daypart} evening make 20:30, and
// `at` joins it to the weekday. Spans of hours stand in hour_spans.cpp. Of time
// zones it knows that their names may stand there; claim/zone.cpp reads them.
#include <algorithm>

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

bool has_day(const TimeProgram& program) {
  const auto steps = program.steps();
  return std::any_of(steps.begin(), steps.end(), [](const TimeStep& s) {
    return s.kind == TimeStepKind::at || (s.kind == TimeStepKind::daypart && s.toward != Toward::nearest);
  });
}

}  // namespace

bool names_part_of_day(const TimeReading& reading) {
  const TimeProgram& program = reading.program;
  if (reading.sort != TimeSort::time || program.empty()) return false;
  if (program.size() == 1) return program[0].kind == TimeStepKind::daypart && program[0].toward != Toward::nearest;
  return program[program.size() - 1].kind == TimeStepKind::at &&
         program[program.size() - 2].kind == TimeStepKind::daypart;
}

/// {hour}; {ord} where hours are ordinals (Arabic); a number in the rule's id.
std::optional<std::int32_t> TimeBuilder::said_hour() const {
  if (const auto hour = value(SlotKind::hour)) return hour;
  if (const auto ord = value(SlotKind::ord)) return *ord >= 1 && *ord <= kNoon ? ord : std::nullopt;
  const bool named = rule_.meaning == Meaning::clock && rule_.parameter > 0 && rule_.parameter < 25;
  return named ? std::optional(rule_.parameter) : std::nullopt;
}

/// 晚上, "de la noche", "at night" are no noon: with twelve they say midnight.
bool TimeBuilder::at_night() const {
  const Capture* ampm = get(SlotKind::ampm);
  for (std::uint32_t at = ampm->begin; at < ampm->end; ++at) {
    const Sense* part = r_.word_sense(at, SenseKind::daypart);
    if (part != nullptr && (part->value == 3 || part->value == 4)) return true;
  }
  return false;
}

/// The hour with the half of the day that {ampm} or {daypart} says.
std::int32_t TimeBuilder::hour_in_half(std::int32_t hour) const {
  if (hour > kNoon) return hour;
  if (const auto ampm = value(SlotKind::ampm))
    return hour % kNoon + (*ampm == 1 && !(hour == kNoon && at_night()) ? kNoon : 0);
  auto part = value(SlotKind::daypart);
  if (!part && half_named()) part = rule_.parameter - 1;
  if (part == 1 && hour < 6) return hour + kNoon;  // "1 Uhr mittags"
  if (!part || *part < 2 || *part > 4) return hour;
  if (*part == 4 && hour == kNoon) return 0;
  return hour < kNoon && !(*part == 4 && hour < 5) ? hour + kNoon : hour;  // afternoon, evening, night
}

/// `clock:afternoon`, `at:afternoon`: the rule's own words say the half of the day, "today at 7p".
bool TimeBuilder::half_named() const {
  const bool clock = rule_.meaning == Meaning::clock || rule_.meaning == Meaning::at;
  return clock && rule_.parameter > 0 && get(SlotKind::hour) != nullptr;
}

bool TimeBuilder::half_said() const {
  return get(SlotKind::ampm) != nullptr || get(SlotKind::daypart) != nullptr || half_named();
}

/// Hindi "evening 5 people died": what follows a bare hour counts people.
bool TimeBuilder::counts_behind() const {
  const Capture* hour = get(SlotKind::hour);
  const Capture* ampm = get(SlotKind::ampm);
  if (hour == nullptr) return false;
  const bool bare = hour->end == match_.end && ampm != nullptr && ampm->begin < hour->begin;
  return bare && number_counts(r_, hour->end);
}

/// "0737 GMT", "at 1100 hours".
bool TimeBuilder::clock_in_one() {
  const auto digits = r_.digits_value(get(SlotKind::digits)->begin, 4, 4);
  if (!digits || *digits / 100 >= 24 || *digits % 100 >= 60) return false;
  out_.sort = TimeSort::time;
  return step(K::clock, static_cast<std::int32_t>(*digits / 100 * 3600 + *digits % 100 * 60), kHalfSaid);
}

bool TimeBuilder::clock() {
  if (get(SlotKind::digits) != nullptr) return clock_in_one();
  const auto hour = said_hour();
  if (!hour || counts_behind()) return false;
  out_.sort = TimeSort::time;
  if (get(SlotKind::ampm) != nullptr && *hour > 23) return false;
  const int minute = value(SlotKind::minute).value_or(0), second = value(SlotKind::second).value_or(0);
  return step(K::clock, hour_in_half(*hour) * 3600 + minute * 60 + second, half_said() ? kHalfSaid : 0);
}

/// The day that {date} or {day} names, as long as a time of day fits it.
bool TimeBuilder::on_day() {
  if (const auto day = value(SlotKind::day); day && get(SlotKind::date) == nullptr)
    return step(K::day, kNoYear, 0, *day);
  const Capture* date = get(SlotKind::date);
  if (date == nullptr) return false;
  const TimeReading& reading = r_.reading(date->value);
  if (names_part_of_day(reading)) return sub(SlotKind::date);
  return !has_day(reading.program) && day_long(reading.program) && sub(SlotKind::date);
}

/// "Wednesday evening next week", "the first Monday evening of May": the weekday within the date.
bool TimeBuilder::in_week() {
  const auto weekday = value(SlotKind::weekday), which = value(SlotKind::ord);
  const Capture* date = get(SlotKind::date);
  if (!weekday || date == nullptr || r_.reading(date->value).program.size() != 1) return false;
  const TimeStep& within = r_.reading(date->value).program[0];
  const bool week = within.kind == K::relative && within.grain == TimeGrain::week;
  const bool month = within.kind == K::month || (within.kind == K::relative && within.grain == TimeGrain::month);
  return (which ? month : week) && sub(SlotKind::date) && step(K::nth_weekday, which.value_or(1), *weekday);
}

/// "Wed Oct 26 15:50:06 2016": the clock stands between a day and its year.
bool TimeBuilder::year_behind() {
  if (year() == kNoYear) return true;
  TimeStep& day = out_.program[0];
  if (out_.program.size() != 1 || day.kind != K::day || day.a != kNoYear || measured_behind()) return false;
  day.a = year();
  return true;
}

/// "na noite de segunda": the pattern itself says that the word is a weekday.
bool TimeBuilder::on_weekday() {
  const auto weekday = value(SlotKind::weekday);
  return weekday && step(K::weekday, 0, *weekday);
}

/// "15 January 4:00 to 3 February 9:00": the clock's slot took the span's end along, with a day of its own.
bool TimeBuilder::clock_alone(const Capture& time) {
  const auto clock = r_.clock(time.begin);
  if (!clock || time.end != match_.end || has_day(clock->program) || !out_.program.append(clock->program)) return false;
  out_.end = clock->end;
  out_.sort = TimeSort::time;
  return step(K::at);
}

bool TimeBuilder::time_at_date() {
  const Capture* date = get(SlotKind::date);
  const Capture* time = get(SlotKind::time);
  if (!on_day() || !year_behind()) return false;
  if (time != nullptr && has_day(r_.reading(time->value).program)) return clock_alone(*time);
  const bool set = out_.sort == TimeSort::set;
  const auto hour = value(SlotKind::hour);  // "last night at 8"; "on Friday at 8" may be a price
  bool part = date != nullptr && names_part_of_day(r_.reading(date->value));
  if (const auto said = value(SlotKind::daypart); said && !set) {  // "dinsdag {daypart} om 8 uur"
    if (!step(K::daypart, 0, *said) || !step(K::at)) return false;
    part = true;
  }
  const bool clock = !hour          ? sub(SlotKind::time)
                     : half_named() ? step(K::clock, hour_in_half(*hour) * 3600, kHalfSaid)
                                    : part && !counted(SlotKind::hour) && step(K::clock, *hour * 3600, kBareHour);
  const bool both = clock && step(K::at);
  out_.sort = set ? TimeSort::set : TimeSort::time;
  return both;
}

/// "the next morning": of the story, not of the article.
bool TimeBuilder::part_of_next_day() {
  const auto part = value(SlotKind::daypart);
  out_.sort = TimeSort::time;
  return part && step(K::from_named, 1) && step(K::daypart, 0, *part) && step(K::at);
}

bool TimeBuilder::build_times() {
  const auto hour = said_hour();
  const auto n = thousandths();
  const int minutes = n ? *n / 1000 : 0;
  const auto around = [&](int offset) {
    if (!hour) return false;
    out_.sort = TimeSort::time;
    return step(K::clock, ((hour_in_half(*hour) * 60 + offset + 1440) % 1440) * 60, half_said() ? kHalfSaid : 0);
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
      return (in_week() || (get(SlotKind::date) != nullptr ? sub(SlotKind::date) : on_weekday() || on_day())) &&
             daypart(Toward::nearest) && step(K::at);
    case Meaning::this_daypart:
      return daypart(Toward::same);
    case Meaning::last_daypart:
      return daypart(Toward::last_period);
    case Meaning::next_daypart:
      return rule_.parameter > 0 ? part_of_next_day() : daypart(Toward::next_period);
    case Meaning::time_span:
      return time_span();
    case Meaning::in_daypart:
      return strong(SlotKind::daypart) && daypart(Toward::nearest);
    default:
      return false;
  }
}

}  // namespace crosscheck
