// One case a meaning (rules/README.md lists them): `ago` with n = 2 and grain = week becomes the step shifted(week, -2);
// `span` joins the programs of its two dates. What a rule lacks for its meaning makes it no reading.
// It does not know the reference day: whether a date exists, base/time_program.h tells later.
#include "recognize/time_builder.h"

#include <algorithm>
#include <cmath>

#include "recognize/time_rules.h"

namespace crosscheck {
namespace {

/// "The week after last month's squeeze" is a week after the squeeze.
bool coarse(const TimeStep& s) { return s.kind == TimeStepKind::relative && s.grain >= TimeGrain::month; }

std::optional<int> grains_away(Meaning meaning) {
  switch (meaning) {
    case Meaning::grain_before_last:
      return -2;
    case Meaning::last_grain:
      return -1;
    case Meaning::this_grain:
      return 0;
    case Meaning::next_grain:
      return 1;
    case Meaning::grain_after_next:
      return 2;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<TimeReading> TimeBuilder::run() {
  out_.end = match_.end;
  out_.rule = match_.rule;
  if (!build() || out_.program.empty()) return std::nullopt;
  return out_;
}

std::optional<TimeGrain> TimeBuilder::grain() const {
  if (const Capture* said = get(SlotKind::grain)) {
    const bool counted = get(SlotKind::n) != nullptr || get(SlotKind::ord) != nullptr;
    if (!counted && r_.word_sense(said->begin, SenseKind::ordinal) != nullptr) return std::nullopt;  // "a second wave"
    const auto unit = static_cast<TimeGrain>(said->value);
    const bool acronym = !counted && unit <= TimeGrain::hour && r_.at(said->begin).shouted;  // "a recent SEC filing"
    return acronym ? std::nullopt : std::optional(unit);
  }
  if (rule_.parameter > 0) return static_cast<TimeGrain>(rule_.parameter - 1);
  return std::nullopt;
}

/// {n} in thousandths; 1000 when the rule has none.
std::optional<std::int32_t> TimeBuilder::thousandths(SlotKind kind) const {
  const Capture* capture = get(kind);
  if (capture == nullptr) return 1000 * rule_.count;
  const Decimal& count = r_.kept_number(capture->value).value;
  if (count.magnitude() > 5 || count.sign() < 0) return std::nullopt;
  if (grain() == TimeGrain::year && is_calendar_year(count)) return std::nullopt;  // 2015年前
  return static_cast<std::int32_t>(std::lround(count.to_double() * 1000));
}

std::optional<std::int32_t> TimeBuilder::ordinal() const {
  if (const auto said = value(SlotKind::ord)) return said;
  if (const Capture* n = get(SlotKind::n)) {
    const Decimal& count = r_.kept_number(n->value).value;
    if (!count.is_integer() || count.magnitude() > 3) return std::nullopt;
    return static_cast<std::int32_t>(count.to_double());
  }
  return rule_.parameter > 0 ? std::optional(rule_.parameter) : std::nullopt;
}

bool TimeBuilder::step(K kind, std::int32_t a, int b, int c, Toward toward, TimeGrain grain_of) {
  TimeStep s;
  s.kind = kind;
  s.a = a;
  s.b = static_cast<std::int16_t>(b);
  s.c = static_cast<std::int16_t>(c);
  s.toward = toward;
  s.grain = grain_of;
  return out_.program.add(s);
}

bool TimeBuilder::sub(SlotKind kind) {
  const Capture* capture = get(kind);
  if (capture == nullptr) return false;
  const TimeReading& reading = r_.reading(capture->value);
  if (reading.program.empty()) return false;
  out_.sort = reading.sort == TimeSort::reference ? TimeSort::date : reading.sort;
  const Meaning m = rule_.meaning;
  if (m == Meaning::since || m == Meaning::until || m == Meaning::after_date || m == Meaning::before_date) {
    out_.core_first = reading.core_end != 0 ? reading.core_first : capture->begin;
    out_.core_end = reading.core_end != 0 ? reading.core_end : capture->end;
  }
  if (!out_.program.append(reading.program)) return false;
  // Where a language closes a span with its word for "until" the end has taken it along.
  if ((kind == SlotKind::to || kind == SlotKind::until) && out_.program[out_.program.size() - 1].kind == K::until)
    out_.program.drop_last();
  return true;
}

/// "Foreign Minister Jan Kavan", "Ms. May Smith": between two unknown words with capitals it is a name.
bool TimeBuilder::named(const Capture& word) const {
  const Lexeme& next = r_.at(word.end);
  const bool title = word.begin > 0 && (r_.at(word.begin - 1).capital || r_.is_mark(word.begin - 1, '.') ||
                                        r_.is_mark(word.begin - 1, ','));
  return title && next.type == LexemeType::word && next.capital && (next.mask & ~kShapes) == 0;
}

/// A lone "may" or "sun" needs its capital, and more than a capital where a sentence begins.
bool TimeBuilder::strong(SlotKind kind) const {
  const Capture* capture = get(kind);
  if (capture == nullptr) return true;
  if (capture->begin > 0 && r_.is_mark(capture->begin - 1, '$') && r_.tight(capture->begin)) return false;  // "$DEC"
  if (capture->extra == 0) return true;
  if (capture->extra == 1 || named(*capture)) return false;
  return capture->begin > 0 && r_.at(capture->begin - 1).type != LexemeType::gap &&
         !r_.is_mark(capture->begin - 1, '.') && !r_.is_mark(capture->begin - 1, '"');
}

bool TimeBuilder::capital(SlotKind kind) const {
  const Capture* capture = get(kind);
  return capture == nullptr || capture->extra != 1;
}

/// "in 2000 euro", "2000 से अधिक": four digits that measure or bound something are no year.
bool TimeBuilder::measured_behind() const {
  constexpr std::uint64_t kMeasured = kMeasures | bit(SenseKind::hedge_after);
  const Capture* taken = get(SlotKind::year);
  const Lexeme& next = r_.at(match_.end);
  if (taken != nullptr && taken->begin > 0 && r_.has(taken->begin - 1, SenseKind::grain))
    return false;  // "the year 2000"
  if (taken != nullptr && taken->end == match_.end && taken->value % 100 == 0 && next.type == LexemeType::word &&
      !next.capital && !next.spaceless)
    return true;  // "a group of 2000 people"
  for (std::uint32_t back = 1; taken != nullptr && back <= 4 && back <= taken->begin; ++back) {  // "más de 2019 casos"
    std::uint32_t end = 0;
    if (r_.sense(taken->begin - back, SenseKind::hedge_before, end) != nullptr && end == taken->begin &&
        bounds_only(taken->begin - back))
      return true;
  }
  return taken != nullptr && taken->end == match_.end && next.type == LexemeType::word && (next.mask & kMeasured) != 0;
}

bool TimeBuilder::build() {
  const Meaning m = rule_.meaning;
  if (m <= Meaning::this_month_name) return build_calendar();
  if (m <= Meaning::after) return build_relative();
  if (m <= Meaning::before_date) return build_parts();
  if (m <= Meaning::in_daypart) return build_times();
  return build_sets();
}

bool TimeBuilder::build_relative() {
  const auto unit = grain();
  const auto count = thousandths();
  const auto relative = [&](int offset) { return unit && step(K::relative, offset, 0, 0, Toward::nearest, *unit); };
  const auto named = [&](int offset) { return unit && step(K::from_named, offset, 0, 0, Toward::nearest, *unit); };
  if (const auto away = grains_away(rule_.meaning)) return relative(*away);
  switch (rule_.meaning) {
    case Meaning::last_n:
    case Meaning::next_n:
      out_.sort = TimeSort::duration;
      return unit && count && step(K::duration, *count, 0, 0, Toward::nearest, *unit);
    case Meaning::last_some:
    case Meaning::next_some:
      out_.sort = TimeSort::duration;
      return unit && step(K::duration, kUnknownCount, 0, 0, Toward::nearest, *unit);
    case Meaning::grains_ago:
      return count && *count % 1000 == 0 && relative(-*count / 1000);
    case Meaning::ago:
      return unit && count && step(K::shifted, -*count, 0, 0, Toward::nearest, *unit);
    case Meaning::hence:
      return unit && count && step(K::shifted, *count, 0, 0, Toward::nearest, *unit);
    case Meaning::ago_period:
      if (year() != kNoYear) return step(K::ago_period, year(), 1);
      return count && step(K::ago_period, -(get(SlotKind::n) == nullptr ? 1 : *count / 1000));
    case Meaning::that_grain:
      return unit && step(K::that_period, 0, 0, 0, Toward::nearest, *unit);
    case Meaning::same_grain:
      return named(0);
    case Meaning::following_grain:
      return named(1);
    case Meaning::preceding_grain:
      return named(-1);
    case Meaning::ago_some:
      out_.sort = TimeSort::reference;
      return step(K::reference, 0, 0);
    case Meaning::hence_some:
      out_.sort = TimeSort::reference;
      return step(K::reference, 0, 2);
    case Meaning::ago_dur:
    case Meaning::hence_dur: {
      const bool ok =
          step(K::relative) && sub(SlotKind::dur) && step(K::shift_by, rule_.meaning == Meaning::ago_dur ? -1 : 1);
      out_.sort = TimeSort::date;
      return ok;
    }
    case Meaning::before:
    case Meaning::after: {
      if (get(SlotKind::dur) != nullptr) {
        const bool ok =
            sub(SlotKind::date) && sub(SlotKind::dur) && step(K::shift_by, rule_.meaning == Meaning::before ? -1 : 1);
        out_.sort = TimeSort::date;
        return ok;
      }
      return unit && count && sub(SlotKind::date) && !(coarse(out_.program[0]) && *unit < TimeGrain::month) &&
             step(K::shift, rule_.meaning == Meaning::before ? -*count : *count, 0, 0, Toward::nearest, *unit);
    }
    default:
      return false;
  }
}

/// "8 days and 20 hours": a smaller grain behind a duration.
bool TimeBuilder::longer_duration() {
  const auto unit = grain();
  const auto count = thousandths();
  const auto said = r_.reading(get(SlotKind::dur)->value).program.steps();
  const bool smaller = unit && std::all_of(said.begin(), said.end(), [&](const TimeStep& s) {
                         return s.kind == K::plus || (s.kind == K::duration && s.grain > *unit);
                       });
  return smaller && count && get(SlotKind::n) != nullptr && sub(SlotKind::dur) &&
         step(K::duration, *count, 0, 0, Toward::nearest, *unit) && step(K::plus);
}

/// "1h30 de retard", "2:15:30 Stunden", "the 2:15 mark": written like a clock.
bool TimeBuilder::written_duration() {
  const auto minute = value(SlotKind::minute), second = value(SlotKind::second);
  const auto part = [&](std::optional<std::int32_t> n, TimeGrain unit, bool more) {
    return !n || (step(K::duration, *n * 1000, 0, 0, Toward::nearest, unit) && (!more || step(K::plus)));
  };
  const auto hour = value(SlotKind::hour);
  out_.sort = TimeSort::duration;
  return minute && part(hour, TimeGrain::hour, false) && part(minute, TimeGrain::minute, hour.has_value()) &&
         part(second, TimeGrain::second, true);
}

bool TimeBuilder::build_sets() {
  const auto unit = grain();
  const auto count = thousandths();
  const auto weekday = value(SlotKind::weekday), part = value(SlotKind::daypart);
  const auto duration = [&](std::int32_t n) {
    out_.sort = TimeSort::duration;
    return unit && step(K::duration, n, 0, 0, Toward::nearest, *unit);
  };
  switch (rule_.meaning) {
    case Meaning::duration:
      if (get(SlotKind::hour) != nullptr || get(SlotKind::minute) != nullptr) return written_duration();
      return get(SlotKind::dur) != nullptr ? longer_duration() : count && duration(*count);
    case Meaning::half_duration:
      out_.sort = TimeSort::duration;
      return step(K::duration, 500, 0, 0, Toward::nearest, unit.value_or(TimeGrain::hour));
    case Meaning::some_duration:
      return duration(kUnknownCount);
    case Meaning::a_duration:
      return duration(1000);
    case Meaning::every:
    case Meaning::per_period:
      out_.sort = TimeSort::set;
      return unit && count &&
             step(K::every, rule_.meaning == Meaning::every ? *count : 1000, 0, 0, Toward::nearest, *unit);
    case Meaning::every_weekday:
      out_.sort = TimeSort::set;
      return weekday && step(K::every_weekday, 0, *weekday) &&
             (rule_.parameter == 0 || (step(K::daypart, 0, rule_.parameter - 1) && step(K::at)));
    case Meaning::every_daypart:
      out_.sort = TimeSort::set;
      return part && step(K::every_daypart, 0, *part);
    case Meaning::present:
    case Meaning::past:
    case Meaning::future:
      out_.sort = TimeSort::reference;
      return step(K::reference, 0, rule_.meaning == Meaning::past ? 0 : rule_.meaning == Meaning::present ? 1 : 2);
    default:
      return false;
  }
}

std::optional<TimeReading> build_time(Reader& reader, const PatternMatch& match) {
  return TimeBuilder(reader, match).run();
}

}  // namespace crosscheck
