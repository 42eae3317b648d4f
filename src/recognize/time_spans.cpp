// Spans and bounds. "from 3 to 5 May": the start is a bare day, so it takes the month of the end: day(5, 3), day(5, 5),
// span. "December 2019 to March" gives the end the next year. "this year through August" is no span: its ends are not
// of one kind. What share() cannot fill in stays open until the reference day is known.
#include <algorithm>

#include "recognize/time_rules.h"

namespace crosscheck {
namespace {

/// "10/1/2018 to 10/7/2018", when both orders are open: whoever writes a span this way writes a short one.
void settle(TimeStep& first, TimeStep& second) {
  const bool open = first.toward == Toward::either || second.toward == Toward::either;
  if (!open || first.a == kNoYear || second.a == kNoYear) return;
  const auto days = [&](bool swapped) -> std::optional<std::int32_t> {
    const auto number = [&](const TimeStep& s) {
      return swapped && s.toward == Toward::either ? make_day(s.a, s.c, s.b) : make_day(s.a, s.b, s.c);
    };
    const auto from = number(first), to = number(second);
    if (!from || !to || *to->first < *from->first) return std::nullopt;
    return *to->first - *from->first;
  };
  const auto plain = days(false), other = days(true);
  const bool swap = other && (!plain || *other < *plain);
  for (TimeStep* s : {&first, &second}) {
    if (s->toward != Toward::either) continue;
    if (swap) std::swap(s->b, s->c);
    s->toward = Toward::nearest;
  }
}

/// What one end of a span leaves out: "from 10 January to the 20th", "December 2019 to March".
void share(TimeStep& first, TimeStep& second) {
  const auto dated = [](const TimeStep& s) { return s.kind == TimeStepKind::day || s.kind == TimeStepKind::month; };
  const bool fixed = first.toward >= Toward::same && first.toward <= Toward::next_period;
  if (!dated(first) || !dated(second) || fixed) return;  // "this May to October 2026"
  if (second.kind == TimeStepKind::day && second.b == 0 && first.kind == TimeStepKind::day && first.b != 0) {
    second.b = first.b;
    second.a = first.a;
  }
  if (second.a != kNoYear && first.a == kNoYear) first.a = first.b <= second.b ? second.a : second.a - 1;
  if (first.a != kNoYear && second.a == kNoYear) second.a = second.b >= first.b ? first.a : first.a + 1;
  settle(first, second);
}

bool whole_years(const TimeStep& s) {
  return s.kind == TimeStepKind::year || s.kind == TimeStepKind::decade ||
         (s.kind == TimeStepKind::relative && s.grain >= TimeGrain::year);
}

}  // namespace

bool TimeBuilder::build_bounds() {
  const auto bounded = [&](K kind) { return (sub(SlotKind::date) || sub(SlotKind::time)) && (spans() || step(kind)); };
  switch (rule_.meaning) {
    case Meaning::span:
      return span();
    case Meaning::since:
      return bounded(K::since);
    case Meaning::until:
      return bounded(K::until);
    case Meaning::after_date:
      return bounded(K::after);
    case Meaning::before_date:
      return bounded(K::before);
    default:
      return false;
  }
}

/// "since" before a whole span says no more than the span.
bool TimeBuilder::spans() const {
  const K last = out_.program[out_.program.size() - 1].kind;
  return last == K::span || last == K::time_span;
}

/// Is the duration that begins at this step one of days?
bool TimeBuilder::whole_days(std::size_t begun) const {
  const auto steps = out_.program.steps().subspan(begun);
  return std::none_of(steps.begin(), steps.end(),
                      [](const TimeStep& s) { return s.kind == K::duration && s.grain < TimeGrain::day; });
}

/// Puts both and the operator that joins them.
bool TimeBuilder::joined(K kind, SlotKind first, SlotKind second) {
  if (!sub(first)) return false;
  const TimeSort sort = out_.sort;
  if (second == SlotKind::dur && sort == TimeSort::time) return false;  // "a week, starting at noon"
  const std::size_t begun = out_.program.size();
  if (!sub(second)) return false;
  if (kind == K::span && begun == 1 && out_.program.size() == 2) {
    const TimeStep &from = out_.program[0], &to = out_.program[1];
    const bool dated = (to.kind == K::month || to.kind == K::day) && to.a != kNoYear;
    const bool began = (from.kind == K::month || from.kind == K::day) && from.a != kNoYear;
    if (whole_years(from) != whole_years(to) && !dated && !began) return false;  // "this year through August"
    if (from.kind == K::weekday && to.kind == K::month) return false;  // "a revision Friday to December's figures"
  }
  if (kind == K::span && begun == 1 && out_.program.size() == 2) share(out_.program[0], out_.program[1]);
  if (kind == K::span && (sort == TimeSort::set || out_.sort == TimeSort::set)) return false;
  if (kind == K::span && out_.sort == TimeSort::duration && !(second == SlotKind::dur && whole_days(begun)))
    return false;
  out_.sort = sort;
  return step(kind);
}

/// "from 3 to 5 May", "November 18-19", "2014 to 2018": what one end leaves out it takes from the other.
bool TimeBuilder::span() {
  if (get(SlotKind::to) == nullptr && get(SlotKind::date) == nullptr) return weekdays() || days();
  if (get(SlotKind::date) != nullptr && get(SlotKind::to) != nullptr)
    return joined(K::span, SlotKind::date, SlotKind::to);
  if (get(SlotKind::n) != nullptr) return counted_days();
  if (get(SlotKind::dur) != nullptr) return joined(K::span, SlotKind::date, SlotKind::dur);
  if (const Capture* to = get(SlotKind::to)) {
    const TimeReading& end = r_.reading(to->value);
    if (end.program.empty()) return false;
    const bool began = get(SlotKind::day) != nullptr     ? bare_start(SlotKind::day, end)
                       : get(SlotKind::month) != nullptr ? bare_start(SlotKind::month, end)
                                                         : year() != kNoYear && step(K::year, year());
    return began && out_.program.append(end.program) && step(K::span);
  }
  const Capture* date = get(SlotKind::date);
  const auto day = value(SlotKind::day);
  if (date == nullptr || !day) return false;
  TimeProgram last = r_.reading(date->value).program;
  if (last.size() != 1 || last[0].kind != K::day || last[0].c >= *day) return false;
  if (!out_.program.append(last)) return false;
  if (year() != kNoYear) {
    out_.program[0].a = year();
    last[0].a = year();
  }
  last[0].c = static_cast<std::int16_t>(*day);
  return out_.program.append(last) && step(K::span);
}

/// "for three days from May 20": {n} {grain}, for a duration would take the date along ("three days from May 20").
bool TimeBuilder::counted_days() {
  const auto unit = grain();
  const auto count = thousandths();
  return unit && *unit >= TimeGrain::day && count && sub(SlotKind::date) && out_.sort == TimeSort::date &&
         step(K::duration, *count, 0, 0, Toward::nearest, *unit) && step(K::span);
}

/// "de segunda a sexta": the pattern itself says that the words are weekdays.
bool TimeBuilder::weekdays() {
  const auto both = twice(SlotKind::weekday);
  return both && step(K::weekday, 0, both->first) && step(K::weekday, 0, both->second) && step(K::span);
}

/// "16-17 May 2024", "May 3-5": two days of one month; "25-10 to 25-1": each with its own.
bool TimeBuilder::days(Toward toward) {
  const auto both = twice(SlotKind::day);
  if (!both) return false;
  const auto months = twice(SlotKind::mm);
  const int first = months ? months->first : month().value_or(0), last = months ? months->second : first;
  const bool over = last < first || (last == first && both->second <= both->first);
  if (over && (!months || last == first)) return false;
  const std::int32_t end = year();
  return step(K::day, over && end != kNoYear ? end - 1 : end, first, both->first, toward) &&
         step(K::day, end, last, both->second, toward) && step(K::span);
}

bool TimeBuilder::bare_start(SlotKind kind, const TimeReading& end) {
  TimeStep first = end.program[0];
  if (end.program.size() != 1) return false;
  const auto said = static_cast<std::int16_t>(*value(kind));
  if (kind == SlotKind::day) {
    if (first.kind != K::day) return false;
    if (get(SlotKind::month) == nullptr && said >= first.c) return false;  // "fell from 5 to 3 May"
    first.c = said;
    first.weekday = static_cast<std::int8_t>(value(SlotKind::weekday).value_or(0));
    if (get(SlotKind::month) != nullptr) first.b = static_cast<std::int16_t>(*month());
    return out_.program.add(first);
  }
  if (first.kind != K::month && first.kind != K::day) return false;
  first.kind = K::month;
  first.b = said;
  return out_.program.add(first);
}

}  // namespace crosscheck
