// A stack machine over days. "Two days after Easter 2025" is holiday(easter, 2025), shift(+2 days); "last Friday"
// is weekday(5, past); "from Monday to Friday" two weekdays and a span. Where the text leaves the year open the
// nearest one in the clause's tense is meant: the past, unless it speaks of what is to come.
// It knows the Gregorian calendar only and no time zones.
#include "base/time_program.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "base/holidays.h"
#include "base/time_items.h"
#include "base/time_periods.h"

namespace crosscheck {
namespace {

class Machine {
 public:
  Machine(TimeSteps program, const TimeContext& context) : program_(program), context_(context) {}

  TimeMeaning run() {
    for (std::size_t i = 0; i < program_.size(); ++i) {
      if (!(ends_span(i) ? step_from_start(program_[i]) : step(program_[i]))) return {};
    }
    if (stack_.size() != 1) return {};
    if (program_.size() == 3 && program_[2].kind == TimeStepKind::span) still_running(stack_.back().date);
    return meaning_of(stack_.back());
  }

 private:
  bool push(const TimeValue& value) {
    TimeItem item;
    item.date = value;
    stack_.push_back(std::move(item));
    return true;
  }

  bool push_text(TimeSort sort, std::string text) {
    TimeItem item;
    item.sort = sort;
    item.text = std::move(text);
    stack_.push_back(std::move(item));
    return true;
  }

  /// Does the step say where a span ends, and leave the year, month or week to its start?
  bool ends_span(std::size_t i) const {
    if (stack_.empty() || !stack_.back().date.first || stack_.back().sort != TimeSort::date) return false;
    const bool part = i + 2 < program_.size() && program_[i + 1].kind == TimeStepKind::part;
    const std::size_t next = part ? i + 2 : i + 1;
    return next < program_.size() && program_[next].kind == TimeStepKind::span && leaves_open(program_[i]);
  }

  static bool leaves_open(const TimeStep& s) {
    if (s.toward != Toward::nearest) return false;
    if (s.kind == TimeStepKind::weekday || s.kind == TimeStepKind::weekday_day) return true;
    const bool dated = s.kind == TimeStepKind::day || s.kind == TimeStepKind::month ||
                       s.kind == TimeStepKind::quarter || s.kind == TimeStepKind::half ||
                       s.kind == TimeStepKind::season || s.kind == TimeStepKind::holiday;
    return dated && s.a == kNoYear;
  }

  /// "from next Monday to Friday", "May to March": the first one behind the start.
  bool step_from_start(TimeStep s) {
    if (s.kind == TimeStepKind::weekday && program_[0].kind == TimeStepKind::day) {  // "from Sept. 14 to Thursday"
      const std::int32_t start = *stack_.back().date.first;
      if (context_.today && step(s) && *stack_.back().date.first > start + 6) return true;
      if (context_.today) stack_.pop_back();
    }
    const TimeContext whole = context_;
    context_.today = stack_.back().date.first;
    context_.tense = Tense::future;
    if (s.kind != TimeStepKind::weekday_day && (s.kind != TimeStepKind::day || s.b != 0)) s.toward = Toward::future;
    const bool done = step(s);
    context_ = whole;
    return done;
  }

  /// "will run from May to October", said in July: the one that is on, not next year's.
  void still_running(TimeValue& span) const {
    if (!context_.today || !ahead() || !span.first || !span.last) return;
    if (program_[0].a != kNoYear || program_[1].a != kNoYear || !leaves_open(program_[0]) || !leaves_open(program_[1]))
      return;
    const bool weekly = program_[0].kind == TimeStepKind::weekday || program_[1].kind == TimeStepKind::weekday;
    if (weekly || program_[0].b == 0) return;
    const TimeValue earlier = years_away(span, -1);
    if (*earlier.last >= *context_.today) span = earlier;
  }

  bool step(const TimeStep& s) {
    if (s.kind >= TimeStepKind::shift) return operate(s);
    switch (s.kind) {
      case TimeStepKind::day:
        return push_day(s);
      case TimeStepKind::month:
        return push_month(s);
      case TimeStepKind::year:
        if (s.b == 0) return push(make_year(s.a));
        return push(make_span(day_number(s.a, 1, 1), day_number(s.a + s.b, 12, 31)));
      case TimeStepKind::decade:
        return push_decade(s.a);
      case TimeStepKind::century: {
        if (s.a > 0)
          return push(make_span(day_number((s.a - 1) * 100, 1, 1), day_number((s.a - 1) * 100 + 99, 12, 31)));
        return push(make_span(day_number(s.a * 100 + 1, 1, 1), day_number(s.a * 100 + 100, 12, 31)));
      }
      default:
        return s.kind >= TimeStepKind::clock && s.kind <= TimeStepKind::reference ? push_other(s) : push_relative(s);
    }
  }

  /// Times of day, durations, sets, references.
  bool push_other(const TimeStep& s) {
    switch (s.kind) {
      case TimeStepKind::clock: {
        TimeItem item;
        item.sort = TimeSort::time;
        item.from = s.a;
        item.half_said = s.b == 1;
        stack_.push_back(std::move(item));
        return true;
      }
      case TimeStepKind::daypart:
        return push_daypart(s);
      case TimeStepKind::duration: {
        push_text(TimeSort::duration, duration_text(s.grain, s.a));
        stack_.back().grain = s.grain;
        stack_.back().count = s.a;
        return true;
      }
      case TimeStepKind::every:
        return push_text(TimeSort::set, s.grain == TimeGrain::workday ? "P1WD" : duration_text(s.grain, s.a));
      case TimeStepKind::every_weekday:
        push_text(TimeSort::set, "XXXX-WXX-" + std::to_string(s.b));
        stack_.back().weekday_set = true;
        return true;
      case TimeStepKind::every_daypart: {
        static constexpr std::array<const char*, 6> kNames = {"TMO", "TMI", "TAF", "TEV", "TNI", "TNI"};
        return push_text(TimeSort::set, kNames[static_cast<std::size_t>(s.b)]);
      }
      case TimeStepKind::reference: {
        static constexpr std::array<const char*, 3> kNames = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
        return push_text(TimeSort::reference, kNames[static_cast<std::size_t>(s.b)]);
      }
      default:
        return false;
    }
  }

  /// Those that need today, or a year that is said.
  bool push_relative(const TimeStep& s) {
    switch (s.kind) {
      case TimeStepKind::weekday:
        return push_weekday(s);
      case TimeStepKind::weekday_day:
        return push_weekday_day(s);
      case TimeStepKind::quarter:
      case TimeStepKind::half:
      case TimeStepKind::season:
      case TimeStepKind::holiday:
        return push_part_of_year(s);
      default:
        break;
    }
    if (!context_.today && !(s.kind == TimeStepKind::week_number && s.a != kNoYear)) return false;
    const std::int32_t today = context_.today.value_or(0);
    switch (s.kind) {
      case TimeStepKind::ago_period:
        return push_ago_period(s.b == 0 ? civil_day(today).year + s.a : s.a, s);
      case TimeStepKind::that_period: {
        const Grain wanted = s.grain == TimeGrain::quarter ? Grain::quarter
                             : s.grain == TimeGrain::month ? Grain::month
                                                           : Grain::span;
        if (context_.period && context_.period->grain == wanted) return push(*context_.period);
        return push(period_of(s.grain, today, s.grain == TimeGrain::quarter ? -1 : 0));
      }
      case TimeStepKind::from_named:
        return push(period_from(context_.named, today, s.grain, s.a));
      case TimeStepKind::relative:
        if (s.grain < TimeGrain::day) return push(day_value(today));  // "in the next hour"
        if (s.toward == Toward::either)
          return push(period_of(s.grain, today, ahead() ? std::abs(s.a) : -std::abs(s.a)));  // Hindi "kal"
        return push(period_of(s.grain, today, s.a));
      case TimeStepKind::shifted:
        return push(moved(day_value(today), s.grain, s.a, true));
      case TimeStepKind::week_number: {
        const int year = s.a == kNoYear ? civil_day(today).year : s.a;
        const std::int32_t fourth = day_number(year, 1, 4);
        return push(week_from(fourth - (weekday_of(fourth) - 1) + 7 * (s.b - 1)));
      }
      case TimeStepKind::rest_of:
      case TimeStepKind::to_date: {
        const TimeValue whole = period_of(s.grain, today, 0);
        if (*whole.first > today || *whole.last < today) return false;
        return push(s.kind == TimeStepKind::rest_of ? make_span(today, *whole.last) : make_span(*whole.first, today));
      }
      default:
        return false;
    }
  }

  /// "A year earlier", "the 1988 quarter": the period the text spoke of last, in that year.
  bool push_ago_period(int year, const TimeStep& s) {
    if (!context_.period || !context_.period->first) return push(make_year(year));
    return push(years_away(*context_.period, s.b == 0 ? s.a : s.a - civil_day(*context_.period->last).year));
  }

  bool push_decade(int year) {
    if (year >= 100) return push(decade_from(year / 10 * 10));
    const int century = context_.today ? civil_day(*context_.today).year / 100 * 100 : 1900;
    const int now = context_.today ? civil_day(*context_.today).year : 2000;
    return push(decade_from(century + year > now + 5 ? century - 100 + year : century + year));
  }

  int toward_year(Toward toward) const {
    const int year = civil_day(*context_.today).year;
    return toward == Toward::last_period ? year - 1 : toward == Toward::next_period ? year + 1 : year;
  }

  bool is_fixed(Toward toward) const {
    return toward == Toward::same || toward == Toward::last_period || toward == Toward::next_period;
  }

  bool ahead() const { return context_.tense == Tense::future; }

  /// The year that puts [first, last] of that year on the right side of today. Without a year said, tense decides,
  /// unless its choice is far and the other one near: "to holders of record Nov. 15" in October is this November.
  template <class Make>
  bool push_nearest(Toward toward, Make make) {
    const std::int32_t today = *context_.today;
    const int year = civil_day(today).year;
    if (is_fixed(toward)) return push(make(toward_year(toward)));
    const TimeValue here = make(year);
    if (!here.first) return push(here);
    if (*here.first <= today && *here.last >= today && toward == Toward::nearest) return push(here);
    const TimeValue ahead_of = *here.first > today ? here : make(year + 1);
    const TimeValue behind = *here.last < today ? here : make(year - 1);
    if (!ahead_of.first || !behind.first) return push(ahead_of.first ? ahead_of : behind);
    if (toward == Toward::future) return push(ahead_of);
    if (toward == Toward::past) return push(behind);
    const int until = *ahead_of.first - today, since = today - *behind.last;
    bool later = until <= 60 && since > 270;
    if (context_.tense == Tense::future) later = !(since < 45 && until > 200);
    if (context_.tense == Tense::past) later = until <= 45 && since > 310;
    return push(later ? ahead_of : behind);
  }

  bool push_day(const TimeStep& s) {
    if (s.a != kNoYear) {
      const auto exact = make_day(s.a, s.b, s.c);
      if (!exact || !push(*exact)) return false;
      if (s.toward == Toward::either) push_either(*exact->first, *make_day(s.a, s.c, s.b)->first);
      return true;
    }
    if (s.b == 0) return push_day_of_month(s);
    if (s.c > days_in_month(2024, s.b)) return push_text(TimeSort::date, "");
    if (!context_.today) return push(make_recurring_month(s.b, s.c, s.c));
    if (s.weekday != 0 && s.toward == Toward::nearest) {
      const int year = civil_day(*context_.today).year;
      for (const int offset : {0, ahead() ? 1 : -1, ahead() ? -1 : 1}) {
        const auto day = make_day(year + offset, s.b, s.c);
        if (day && weekday_of(*day->first) == s.weekday) return push(*day);
      }
    }
    if (s.b == 2 && s.c == 29) {
      int year = civil_day(*context_.today).year;
      while (days_in_month(year, 2) != 29) year += ahead() ? 1 : -1;
      return push(*make_day(year, 2, 29));
    }
    return push_nearest(s.toward, [&](int year) { return make_day(year, s.b, s.c).value_or(TimeValue{}); });
  }

  /// 03/04/2025: the EDTF level 2 set of both readings; the value spans them.
  void push_either(std::int32_t a, std::int32_t b) {
    TimeItem& item = stack_.back();
    item.date = make_span(std::min(a, b), std::max(a, b));
    item.said = "[" + to_edtf(day_value(std::min(a, b))) + "," + to_edtf(day_value(std::max(a, b))) + "]";
  }

  bool push_day_of_month(const TimeStep& s) {
    if (!context_.today) return push_text(TimeSort::date, "");
    const CivilDay today = civil_day(*context_.today);
    int index = today.year * 12 + today.month - 1;
    if (s.toward == Toward::last_period) --index;
    if (s.toward == Toward::next_period) ++index;
    if (s.toward == Toward::nearest && ahead() && s.c < today.day) ++index;
    if (s.toward == Toward::nearest && !ahead() && s.c > today.day) --index;
    for (int tries = 0; tries < 3; ++tries, index += ahead() ? 1 : -1) {
      if (const auto day = make_day(index / 12, index % 12 + 1, s.c)) return push(*day);
    }
    return false;
  }

  bool push_month(const TimeStep& s) {
    if (s.a != kNoYear) return push(make_month(s.a, s.b));
    if (!context_.today) return push(make_recurring_month(s.b));
    return push_nearest(s.toward, [&](int year) { return make_month(year, s.b); });
  }

  bool push_weekday(const TimeStep& s) {
    if (!context_.today) return push(make_recurring_weekday(s.b));
    const std::int32_t today = *context_.today, monday = today - (weekday_of(today) - 1);
    switch (s.toward) {
      case Toward::same:
        return push(day_value(monday + s.b - 1));
      case Toward::last_period:
        return push(day_value(monday - 7 + s.b - 1));
      case Toward::next_period:
        return push(day_value(monday + 7 + s.b - 1));
      default:
        break;
    }
    const int back = (weekday_of(today) - s.b + 7) % 7;
    if (s.toward == Toward::past) return push(day_value(today - (back == 0 ? 7 : back)));
    if (s.toward == Toward::future) return push(day_value(today + 7 - back));
    const bool tomorrow = back == 6 && context_.tense == Tense::unknown;  // nobody calls the day six days ago so
    return push(day_value(ahead() || tomorrow ? today + (7 - back) % 7 : today - back));
  }

  bool push_weekday_day(const TimeStep& s) {
    if (!context_.today) return push(make_recurring_weekday(s.b));
    const CivilDay today = civil_day(*context_.today);
    for (int distance = 0; distance < 24; ++distance) {
      for (const int sign : {ahead() ? 1 : -1, ahead() ? -1 : 1}) {
        const int index = today.year * 12 + today.month - 1 + sign * distance;
        const auto day = make_day(index / 12, index % 12 + 1, s.c);
        if (day && weekday_of(*day->first) == s.b) return push(*day);
        if (distance == 0) break;
      }
    }
    return false;
  }

  bool push_part_of_year(const TimeStep& s) {
    const auto make = [&](int year) -> TimeValue {
      switch (s.kind) {
        case TimeStepKind::quarter:
          return make_quarter(year, s.b);
        case TimeStepKind::half:
          return half_of(year, s.b);
        case TimeStepKind::season:
          return season_of(year, s.b);
        default: {
          const auto day = holiday_in(year, s.b, s.c);
          return day ? day_value(*day) : TimeValue{};
        }
      }
    };
    if (s.a != kNoYear) return push(make(s.a));
    if (!context_.today) return push_text(TimeSort::date, "");
    return push_nearest(s.toward, make);
  }

  bool push_daypart(const TimeStep& s) {
    static constexpr std::array<std::pair<int, int>, 6> kHours = {
        {{8, 12}, {12, 12}, {12, 16}, {16, 20}, {20, 24}, {0, 0}}};
    const auto [from, to] = kHours[static_cast<std::size_t>(s.b)];
    static constexpr std::array<const char*, 6> kCodes = {"TMO", "", "TAF", "TEV", "TNI", ""};
    TimeItem item;
    item.sort = TimeSort::time;
    item.from = from * 3600;
    item.text = kCodes[static_cast<std::size_t>(s.b)];
    if (to > from) item.to = to * 3600 == kDaySeconds ? kDaySeconds - 1 : to * 3600;
    if (s.toward != Toward::nearest) {
      if (!context_.today) return false;
      item.has_day = true;
      item.date = day_value(*context_.today + (s.toward == Toward::last_period   ? -1
                                               : s.toward == Toward::next_period ? 1
                                                                                 : 0));
    }
    stack_.push_back(std::move(item));
    return true;
  }

  bool operate(const TimeStep& s) {
    if (stack_.empty()) return false;
    if (!takes_two(s.kind)) return apply(s, stack_.back());
    if (stack_.size() < 2) return false;
    TimeItem right = std::move(stack_.back());
    stack_.pop_back();
    return apply(s, stack_.back(), right, context_);
  }

  TimeSteps program_;
  TimeContext context_;
  std::vector<TimeItem> stack_;
};

}  // namespace

TimeMeaning evaluate(TimeSteps program, const TimeContext& context) { return Machine(program, context).run(); }

}  // namespace crosscheck
