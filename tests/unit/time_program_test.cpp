// The stack machine behind every date: programs as a rule would build them, evaluated on Thursday 16 May 2024.
// "Two days after Easter 2024" is holiday(Easter, 2024), shift(+2 days): 2 April, since Easter fell on 31 March.
#include "base/time_program.h"

#include "base/holidays.h"
#include "catch.h"

namespace crosscheck {
namespace {

using Kind = TimeStepKind;
using Unit = TimeGrain;
constexpr int kEaster = 100;

const std::int32_t kThursday = day_number(2024, 5, 16);

TimeStep step(Kind kind, std::int32_t a = 0, std::int16_t b = 0, std::int16_t c = 0, Toward toward = Toward::nearest) {
  TimeStep out;
  out.kind = kind;
  out.toward = toward;
  out.a = a;
  out.b = static_cast<decltype(out.b)>(b);
  out.c = static_cast<decltype(out.c)>(c);
  return out;
}
TimeStep of_grain(Kind kind, Unit grain, std::int32_t a = 0) {
  TimeStep out = step(kind, a);
  out.grain = grain;
  return out;
}
TimeStep day(std::int32_t year, std::int16_t month, std::int16_t of_month, Toward toward = Toward::nearest) {
  return step(Kind::day, year, month, of_month, toward);
}
TimeStep month(std::int32_t year, std::int16_t of_year, Toward toward = Toward::nearest) {
  return step(Kind::month, year, of_year, 0, toward);
}
TimeStep year(std::int32_t a) { return step(Kind::year, a); }
TimeStep clock(int hour, int minute = 0) { return step(Kind::clock, hour * 3600 + minute * 60); }
TimeStep lasting(Unit grain, std::int32_t thousandths) { return of_grain(Kind::duration, grain, thousandths); }
TimeStep easter(std::int32_t of_year, std::int16_t days = 0) { return step(Kind::holiday, of_year, days, kEaster); }

using Steps = std::vector<TimeStep>;

TimeContext on(std::int32_t today, Tense tense = Tense::unknown) {
  TimeContext context;
  context.today = today;
  context.tense = tense;
  return context;
}

std::string read(const Steps& steps, const TimeContext& context = on(kThursday)) {
  const TimeMeaning meaning = evaluate(steps, context);
  return meaning.edtf + (*meaning.mod == '\0' ? "" : std::string(" ") + meaning.mod);
}
std::string narrowed(const Steps& steps, const TimeContext& context = on(kThursday)) {
  return to_edtf(evaluate(steps, context).value);
}

// ---- days, months, weekdays -----------------------------------------------------------------

TEST_CASE("a date that says its year is that day, today or not", "[unit][base]") {
  CHECK(read({day(2025, 11, 3)}) == "2025-11-03");
  CHECK(read({day(2025, 11, 3)}, {}) == "2025-11-03");
  CHECK(read({month(2025, 11)}, {}) == "2025-11");
  CHECK(read({year(2019)}, {}) == "2019");
  CHECK_FALSE(is_relative(Steps{day(2025, 11, 3)}));
}

TEST_CASE("a day that the calendar lacks has no value", "[unit][base]") {
  CHECK(read({day(2025, 2, 30)}) == "");
  CHECK(read({day(2025, 2, 29)}) == "");
  CHECK(read({day(2025, 4, 31)}) == "");
  CHECK(read({day(2025, 13, 1)}) == "");
  CHECK(read({day(kNoYear, 2, 30)}) == "");
  CHECK(read({day(2024, 2, 29)}) == "2024-02-29");
}

TEST_CASE("a date without its year is the nearest, or the one its clause's tense points to", "[unit][base]") {
  const Steps autumn{day(kNoYear, 9, 20)};
  CHECK(read(autumn) == "2023-09-20");
  CHECK(read(autumn, on(kThursday, Tense::past)) == "2023-09-20");
  CHECK(read(autumn, on(kThursday, Tense::future)) == "2024-09-20");
  const Steps december{day(kNoYear, 12, 24)};
  CHECK(read(december) == "2023-12-24");
  CHECK(read(december, on(kThursday, Tense::future)) == "2024-12-24");
  CHECK(read({day(kNoYear, 3, 1)}, on(kThursday, Tense::past)) == "2024-03-01");
  CHECK(read(autumn, {}) == "XXXX-09-20");
  CHECK(is_relative(autumn));
  CHECK(read({day(kNoYear, 6, 3)}) == "2024-06-03");  // near enough
  CHECK(read({day(kNoYear, 5, 16)}, on(kThursday, Tense::past)) == "2024-05-16");
}

TEST_CASE("29 February without a year is in a leap year", "[unit][base]") {
  const Steps leap{day(kNoYear, 2, 29)};
  CHECK(read(leap) == "2024-02-29");
  CHECK(read(leap, on(day_number(2023, 5, 1))) == "2020-02-29");
  CHECK(read(leap, on(day_number(2025, 5, 1), Tense::future)) == "2028-02-29");
  CHECK(read(leap, on(day_number(1897, 3, 1), Tense::future)) == "1904-02-29");
}

TEST_CASE("a day of the month stands in this month, and in one that has it", "[unit][base]") {
  CHECK(read({day(kNoYear, 0, 15)}) == "2024-05-15");
  CHECK(read({day(kNoYear, 0, 20)}) == "2024-04-20");
  CHECK(read({day(kNoYear, 0, 20)}, on(kThursday, Tense::future)) == "2024-05-20");
  CHECK(read({day(kNoYear, 0, 31)}, on(day_number(2024, 5, 2))) == "2024-03-31");
  CHECK(read({day(kNoYear, 0, 1, Toward::last_period)}) == "2024-04-01");
  CHECK(read({day(kNoYear, 0, 1, Toward::next_period)}) == "2024-06-01");
  CHECK(read({day(kNoYear, 0, 15)}, {}) == "");
}

TEST_CASE("months and weekdays follow the tense", "[unit][base]") {
  CHECK(read({month(kNoYear, 5)}) == "2024-05");
  CHECK(read({month(kNoYear, 4)}, on(kThursday, Tense::past)) == "2024-04");
  CHECK(read({month(kNoYear, 11)}, on(kThursday, Tense::future)) == "2024-11");
  CHECK(read({month(kNoYear, 11, Toward::last_period)}) == "2023-11");
  CHECK(read({month(kNoYear, 11)}, {}) == "XXXX-11");

  const auto weekday = [](std::int16_t which, Toward toward = Toward::nearest) {
    return step(Kind::weekday, 0, which, 0, toward);
  };
  CHECK(read({weekday(1)}) == "2024-05-13");
  CHECK(read({weekday(1)}, on(kThursday, Tense::future)) == "2024-05-20");
  CHECK(read({weekday(4)}) == "2024-05-16");
  CHECK(read({weekday(4, Toward::past)}) == "2024-05-09");
  CHECK(read({weekday(4, Toward::future)}) == "2024-05-23");
  CHECK(read({weekday(7, Toward::same)}) == "2024-05-19");
  CHECK(read({weekday(1, Toward::last_period)}) == "2024-05-06");
  CHECK(read({weekday(1, Toward::next_period)}) == "2024-05-20");
  CHECK(read({weekday(2)}, {}) == "XXXX-WXX-2");
  CHECK(read({step(Kind::weekday_day, 0, 5, 13)}) == "2024-09-13");
}

// ---- periods --------------------------------------------------------------------------------

TEST_CASE("calendar periods lie around today", "[unit][base]") {
  const auto relative = [](Unit grain, std::int32_t away) { return of_grain(Kind::relative, grain, away); };
  CHECK(read({relative(Unit::day, 1)}) == "2024-05-17");
  CHECK(read({relative(Unit::week, 0)}) == "2024-05-13/2024-05-19");
  CHECK(read({relative(Unit::week, -1)}) == "2024-05-06/2024-05-12");
  CHECK(read({relative(Unit::weekend, 0)}) == "2024-05-18/2024-05-19");
  CHECK(read({relative(Unit::month, -5)}) == "2023-12");
  CHECK(read({relative(Unit::quarter, -2)}) == "2023-10-01/2023-12-31");
  CHECK(read({relative(Unit::half, 1)}) == "2024-07-01/2024-12-31");
  CHECK(read({relative(Unit::season, 0)}) == "2024-21");
  CHECK(read({relative(Unit::season, -1)}) == "2023-24");
  CHECK(read({relative(Unit::year, -1)}) == "2023");
  CHECK(read({relative(Unit::decade, -1)}) == "201X");
  CHECK(read({relative(Unit::workday, 2)}) == "2024-05-20");
  CHECK(read({relative(Unit::workday, -4)}) == "2024-05-10");
  CHECK(read({relative(Unit::day, 1)}, {}) == "");
}

TEST_CASE("weeks are ISO weeks, across the turn of the year too", "[unit][base]") {
  const auto week = [](std::int32_t of_year, std::int16_t n) { return step(Kind::week_number, of_year, n); };
  CHECK(read({week(2024, 1)}) == "2024-01-01/2024-01-07");
  CHECK(narrowed({week(2024, 1), of_grain(Kind::nth_grain, Unit::day, 1)}) == "2024-01-01");
  CHECK(narrowed({week(2021, 1), of_grain(Kind::nth_grain, Unit::day, 1)}) == "2021-01-04");
  CHECK(read({week(2020, 53)}) == "2020-12-28/2021-01-03");
  CHECK(read({day(2021, 1, 1), step(Kind::week_of)}) == "2020-12-28/2021-01-03");
  CHECK(read({day(2024, 12, 30), step(Kind::week_of)}) == "2024-12-30/2025-01-05");
  CHECK(read({week(kNoYear, 20)}) == "2024-05-13/2024-05-19");
}

TEST_CASE("a distance in days is a day, in years a year", "[unit][base]") {
  const auto shifted = [](Unit grain, std::int32_t thousandths) { return of_grain(Kind::shifted, grain, thousandths); };
  CHECK(read({shifted(Unit::day, -3000)}) == "2024-05-13");
  CHECK(read({shifted(Unit::week, -2000)}) == "2024-05-02");
  CHECK(read({shifted(Unit::fortnight, 1000)}) == "2024-05-30");
  CHECK(read({shifted(Unit::month, -3000)}) == "2024-02-16");
  CHECK(read({shifted(Unit::month, -1000)}, on(day_number(2024, 3, 31))) == "2024-02-29");
  CHECK(read({shifted(Unit::year, -5000)}) == "2019");
  CHECK(read({shifted(Unit::decade, 1000)}) == "2034");
}

TEST_CASE("quarters, halves, seasons and decades have their months", "[unit][base]") {
  CHECK(read({step(Kind::quarter, 2024, 3)}, {}) == "2024-07-01/2024-09-30");
  CHECK(read({step(Kind::half, 2025, 1)}, {}) == "2025-01-01/2025-06-30");
  CHECK(read({step(Kind::season, 2024, 3)}, {}) == "2024-24");
  CHECK(narrowed({step(Kind::season, 2023, 3), of_grain(Kind::nth_grain, Unit::day, -1)}) == "2024-02-29");
  CHECK(read({step(Kind::decade, 1990)}, {}) == "199X");
  CHECK(read({step(Kind::decade, 90)}) == "199X");
  CHECK(read({step(Kind::decade, 20)}) == "202X");
  CHECK(narrowed({step(Kind::century, 20), of_grain(Kind::nth_grain, Unit::year, 1)}) == "1900");
  CHECK(read({step(Kind::quarter, kNoYear, 3)}, on(kThursday, Tense::past)) == "2023-07-01/2023-09-30");
}

TEST_CASE("a year ago means the quarter that the text spoke of, when it spoke of one", "[unit][base]") {
  const Steps year_ago{step(Kind::ago_period, -1)};
  CHECK(read(year_ago) == "2023");
  TimeContext context = on(kThursday);
  context.period = make_quarter(2024, 1);
  CHECK(narrowed(year_ago, context) == "2023-01-01/2023-03-31");
  context.period = make_month(2024, 2);
  CHECK(narrowed(year_ago, context) == "2023-02");
  context.period = make_quarter(2023, 4);
  CHECK(read({of_grain(Kind::that_period, Unit::quarter)}, context) == "2023-10-01/2023-12-31");
  CHECK(read({of_grain(Kind::that_period, Unit::quarter)}) == "2024-01-01/2024-03-31");
}

// ---- feasts ---------------------------------------------------------------------------------

TEST_CASE("Easter moves, and takes its feasts along", "[unit][base]") {
  CHECK(read({easter(2024)}) == "2024-03-31");
  CHECK(read({easter(2025)}) == "2025-04-20");
  CHECK(read({easter(2038)}) == "2038-04-25");
  CHECK(read({easter(1818)}) == "1818-03-22");
  CHECK(read({easter(2024, -2)}) == "2024-03-29");
  CHECK(read({easter(2024, 49)}) == "2024-05-19");
  CHECK(read({easter(kNoYear)}) == "2024-03-31");
  CHECK(read({easter(kNoYear)}, on(kThursday, Tense::future)) == "2025-04-20");
  CHECK(read({easter(kNoYear)}, {}) == "");
  CHECK(read({easter(2024), of_grain(Kind::shift, Unit::day, 2000)}) == "2024-04-02");
}

TEST_CASE("a feast is a fixed day or a weekday on or after one", "[unit][base]") {
  CHECK(holiday_in(2024, 12 * 32 + 25, 0) == day_number(2024, 12, 25));
  CHECK(holiday_in(2024, 11 * 32 + 22, 4) == day_number(2024, 11, 28));
  CHECK(holiday_in(2029, 11 * 32 + 22, 4) == day_number(2029, 11, 22));
  CHECK(holiday_in(2024, 0, 8) == std::nullopt);
  CHECK(holiday_in(2024, 0, -1) == std::nullopt);
}

// ---- operators ------------------------------------------------------------------------------

TEST_CASE("since, until, early and their like keep the date and narrow the value", "[unit][base]") {
  CHECK(read({year(2019), step(Kind::since)}) == "2019");
  CHECK(narrowed({year(2019), step(Kind::since)}) == "2019-01-01/..");
  CHECK(narrowed({year(2026), step(Kind::until)}) == "../2026-12-31");
  CHECK(narrowed({day(2025, 3, 1), step(Kind::after)}) == "2025-03-02/..");
  CHECK(narrowed({day(2025, 3, 1), step(Kind::before)}) == "../2025-02-28");
  CHECK(read({month(2024, 10), step(Kind::part, 0, 2)}) == "2024-10 END");
  CHECK(narrowed({month(2024, 10), step(Kind::part, 0, 2)}) == "2024-10-21/2024-10-31");
  CHECK(read({year(2024), step(Kind::part, 0, 0)}) == "2024 START");
  CHECK(read({year(2024), step(Kind::part, 0, 1)}) == "2024 MID");
  const TimeValue early = evaluate(Steps{month(kNoYear, 11), step(Kind::part, 0, 0)}, {}).value;
  CHECK((early.month == 11 && early.first_day == 1 && early.last_day == 10));
}

TEST_CASE("the n-th of a period lies inside it or is none", "[unit][base]") {
  const auto nth_weekday = [](std::int32_t n, std::int16_t which) { return step(Kind::nth_weekday, n, which); };
  CHECK(read({month(2024, 5), nth_weekday(1, 1)}) == "2024-05-06");
  CHECK(read({month(2024, 5), nth_weekday(-1, 5)}) == "2024-05-31");
  CHECK(read({month(2024, 5), nth_weekday(5, 4)}) == "2024-05-30");
  CHECK(read({month(2024, 5), nth_weekday(5, 1)}) == "");
  CHECK(read({year(2020), of_grain(Kind::nth_grain, Unit::day, 2)}) == "2020-01-02");
  CHECK(read({month(2024, 1), of_grain(Kind::nth_grain, Unit::week, 3)}) == "2024-01-15/2024-01-21");
  CHECK(read({month(2024, 2), of_grain(Kind::nth_grain, Unit::day, 30)}) == "");
  CHECK(read({year(2024), of_grain(Kind::nth_grain, Unit::month, 13)}) == "");
  CHECK(read({year(2024), of_grain(Kind::nth_grain, Unit::quarter, -1)}) == "2024-10-01/2024-12-31");
  CHECK(narrowed({year(2024), of_grain(Kind::first_n, Unit::month, 3)}) == "2024-01-01/2024-03-31");
  CHECK(narrowed({year(2024), of_grain(Kind::first_n, Unit::day, -10)}) == "2024-12-22/2024-12-31");
}

TEST_CASE("a span takes both ends, and the end lies behind the start", "[unit][base]") {
  CHECK(read({day(2024, 5, 3), day(2024, 5, 5), step(Kind::span)}) == "2024-05-03/2024-05-05");
  CHECK(read({year(2012), year(2014), step(Kind::span)}) == "2012-01-01/2014-12-31");
  CHECK(read({step(Kind::weekday, 0, 5), step(Kind::weekday, 0, 1), step(Kind::span)}) == "2024-05-17/2024-05-20");
  CHECK(read({month(kNoYear, 12), month(kNoYear, 3), step(Kind::span)}) == "2023-12-01/2024-03-31");
  CHECK(read({year(2014), year(2012), step(Kind::span)}) == "");
  CHECK(read({day(2024, 5, 3), step(Kind::span)}) == "");
  CHECK(read({day(2024, 5, 3), day(2024, 5, 5)}) == "");
  CHECK(narrowed({of_grain(Kind::rest_of, Unit::month)}) == "2024-05-16/2024-05-31");
  CHECK(narrowed({of_grain(Kind::to_date, Unit::year)}) == "2024-01-01/2024-05-16");
}

// ---- times, durations, sets -----------------------------------------------------------------

TEST_CASE("durations keep their parts", "[unit][base]") {
  CHECK(read({lasting(Unit::day, 8000), lasting(Unit::hour, 20000), step(Kind::plus)}) == "P8DT20H");
  CHECK(read({lasting(Unit::hour, 2000), lasting(Unit::minute, 30000), step(Kind::plus)}) == "PT2H30M");
  CHECK(read({lasting(Unit::year, 2500)}) == "P2.5Y");
  CHECK(read({lasting(Unit::fortnight, 1000)}) == "P2W");
  CHECK(read({lasting(Unit::quarter, 2000)}) == "P6M");
  CHECK(read({lasting(Unit::decade, 2000)}) == "P20Y");
  CHECK(read({lasting(Unit::day, kUnknownCount)}) == "PXD");
  CHECK(read({lasting(Unit::second, 250)}) == "PT0.25S");
  CHECK(read({lasting(Unit::hour, 1000), lasting(Unit::day, 1000), step(Kind::plus)}) == "");
  CHECK(read({day(2024, 5, 3), lasting(Unit::day, 1000), step(Kind::plus)}) == "");
  CHECK(read({day(2024, 5, 3), lasting(Unit::week, 1000), step(Kind::shift_by, 1)}) == "2024-05-10");
  CHECK(evaluate(Steps{lasting(Unit::day, 1000)}, {}).sort == TimeSort::duration);
}

TEST_CASE("times of day stand alone or on their day", "[unit][base]") {
  CHECK(read({clock(15)}) == "T15:00");
  CHECK(read({step(Kind::clock, 15 * 3600 + 30 * 60 + 5)}) == "T15:30:05");
  CHECK(read({day(2024, 5, 16), clock(10), step(Kind::at)}) == "2024-05-16T10:00");
  CHECK(read({clock(10), day(2024, 5, 16), step(Kind::at)}) == "2024-05-16T10:00");
  const TimeStep half_past_four_pm = step(Kind::clock, 16 * 3600 + 30 * 60, 1);
  CHECK(read({clock(2), half_past_four_pm, step(Kind::time_span)}) == "T14:00/T16:30");
  CHECK(read({clock(2), clock(16, 30), step(Kind::time_span)}) == "T02:00/T16:30");
  CHECK(read({clock(0), clock(15), step(Kind::time_span)}) == "T00:00/T15:00");
  CHECK(read({clock(10, 30), clock(3), step(Kind::time_span)}) == "T10:30/T15:00");
  CHECK(read({clock(14), clock(3), step(Kind::time_span)}) == "T14:00/T03:00");
  CHECK(read({clock(9), clock(17), step(Kind::time_span)}) == "T09:00/T17:00");
  CHECK(read({step(Kind::daypart, 0, 0, 0, Toward::same)}) == "2024-05-16TMO");
  CHECK(read({step(Kind::daypart, 0, 4, 0, Toward::last_period)}) == "2024-05-15TNI");
  CHECK(read({step(Kind::daypart, 0, 1)}) == "T12:00");
  CHECK(read({year(2024), clock(10), step(Kind::at)}) == "");
}

TEST_CASE("a span of times may run over days, and a night between two days is the later one's", "[unit][base]") {
  const TimeStep friday = step(Kind::weekday, 0, 5), monday = step(Kind::weekday, 0, 1);
  CHECK(read({clock(18), friday, step(Kind::at), clock(8), monday, step(Kind::at), step(Kind::time_span)},
             on(kThursday, Tense::past)) == "2024-05-10T18:00/2024-05-13T08:00");
  CHECK(read({monday, step(Kind::weekday, 0, 2), step(Kind::span), step(Kind::daypart, 0, 4), step(Kind::at)}) ==
        "2024-05-14TNI");
  CHECK(read({clock(10), lasting(Unit::hour, 3000), step(Kind::time_span)}) == "T10:00/T13:00");
}

TEST_CASE("the end of a span is looked for behind its start, and one that is still on is meant", "[unit][base]") {
  const TimeStep monday = step(Kind::weekday, 0, 1, 0, Toward::next_period), friday = step(Kind::weekday, 0, 5);
  CHECK(read({monday, friday, step(Kind::span)}) == "2024-05-20/2024-05-24");
  CHECK(read({month(kNoYear, 12), month(kNoYear, 3), step(Kind::span)}) == "2023-12-01/2024-03-31");
  const TimeContext ahead = on(kThursday, Tense::future);
  CHECK(read({month(kNoYear, 3), month(kNoYear, 9), step(Kind::span)}, ahead) == "2024-03-01/2024-09-30");
  CHECK(read({month(kNoYear, 1), month(kNoYear, 3), step(Kind::span)}, ahead) == "2025-01-01/2025-03-31");
  CHECK(read({day(2024, 5, 20), lasting(Unit::week, 2000), step(Kind::span)}) == "2024-05-20/2024-06-02");
}

TEST_CASE("the following year counts from the date named, from today when none or a longer one was", "[unit][base]") {
  TimeContext context = on(kThursday);
  CHECK(read({of_grain(Kind::from_named, Unit::year, 1)}, context) == "2025");
  context.named = make_month(1995, 12);
  CHECK(read({of_grain(Kind::from_named, Unit::year, 1)}, context) == "1996");
  CHECK(read({of_grain(Kind::from_named, Unit::month, 1)}, context) == "1996-01");
  CHECK(read({of_grain(Kind::from_named, Unit::month, 0)}, context) == "1995-12");
  CHECK(read({of_grain(Kind::from_named, Unit::day, 1)}, context) == "2024-05-17");
}

TEST_CASE("what recurs is a set, what is vague a reference", "[unit][base]") {
  CHECK(read({of_grain(Kind::every, Unit::day, 1000)}) == "P1D");
  CHECK(read({of_grain(Kind::every, Unit::week, 2000)}) == "P2W");
  CHECK(read({of_grain(Kind::every, Unit::workday, 1000)}) == "P1WD");
  CHECK(read({step(Kind::every_weekday, 0, 1)}) == "XXXX-WXX-1");
  CHECK(read({step(Kind::every_weekday, 0, 1), clock(10), step(Kind::at)}) == "XXXX-WXX-1T10:00");
  CHECK(read({step(Kind::reference, 0, 1)}) == "PRESENT_REF");
  CHECK(read({step(Kind::reference, 0, 0), step(Kind::since)}) == "PAST_REF");
  CHECK(evaluate(Steps{step(Kind::reference, 0, 2)}, {}).sort == TimeSort::reference);
}

TEST_CASE("a program that is too long, too short or senseless gives nothing", "[unit][base]") {
  TimeProgram program;
  for (std::size_t i = 0; i < TimeProgram::kMostSteps; ++i) CHECK(program.add(year(2024)));
  CHECK_FALSE(program.add(year(2024)));
  CHECK(program.size() == TimeProgram::kMostSteps);
  CHECK(read({}) == "");
  CHECK(read({step(Kind::since)}) == "");
  CHECK(read({step(Kind::span)}) == "");
  CHECK(read({clock(10), step(Kind::nth_weekday, 1, 1)}) == "");
  CHECK(read(program.to_vector()) == "");
}

TEST_CASE("the way from an unknown day is a signed duration where it is a plain count", "[unit][base]") {
  const auto text = [](const std::vector<TimeStep>& program) { return offset_text(program); };
  CHECK(text({of_grain(Kind::relative, Unit::month, -1)}) == "-P1M");
  CHECK(text({of_grain(Kind::relative, Unit::day, 0)}) == "P0D");
  CHECK(text({of_grain(Kind::shifted, Unit::day, -2500)}) == "-P2.5D");
  CHECK(text({of_grain(Kind::shifted, Unit::week, 2000)}) == "P2W");
  CHECK(text({of_grain(Kind::from_named, Unit::day, 1)}).empty());
  CHECK(text({of_grain(Kind::relative, Unit::month, -1), of_grain(Kind::part, Unit::month)}).empty());
  CHECK(text({}).empty());
}

}  // namespace
}  // namespace crosscheck
