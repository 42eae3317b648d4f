// Periods of the calendar. "Two quarters ago" said on 20 May 2025: the day's quarter has the index 2025 * 4 + 1; two less
// is 2024 * 4 + 3, the fourth quarter of 2024. "The first week of May 2025" is the one with its first Thursday, from
// 28 April on. It knows the Gregorian calendar only; a quarter is one of the calendar year, whoever's books are meant.
#include "base/time_periods.h"

#include <algorithm>
#include <cstdlib>

namespace crosscheck {

TimeValue day_value(std::int32_t day) {
  TimeValue value = make_span(day, day);
  value.grain = Grain::day;
  return value;
}

TimeValue month_at(int index) { return make_month(index / 12, index % 12 + 1); }

TimeValue season_of(int year, int season) {
  TimeValue value = season == 3
                        ? make_span(day_number(year, 12, 1), day_number(year + 1, 2, days_in_month(year + 1, 2)))
                        : make_span(day_number(year, 3 * season + 3, 1),
                                    day_number(year, 3 * season + 5, days_in_month(year, 3 * season + 5)));
  value.grain = Grain::season;
  return value;
}

TimeValue half_of(int year, int half) {
  return make_span(day_number(year, half == 1 ? 1 : 7, 1), day_number(year, half == 1 ? 6 : 12, half == 1 ? 30 : 31));
}

TimeValue week_from(std::int32_t monday) {
  TimeValue week = make_span(monday, monday + 6);
  week.grain = Grain::week;
  return week;
}

TimeValue decade_from(int first) {
  TimeValue value = make_span(day_number(first, 1, 1), day_number(first + 9, 12, 31));
  value.grain = Grain::decade;
  return value;
}

TimeValue period_of(TimeGrain grain, std::int32_t today, int offset) {
  const CivilDay day = civil_day(today);
  const std::int32_t monday = today - (weekday_of(today) - 1);
  switch (grain) {
    case TimeGrain::week:
      return week_from(monday + 7 * offset);
    case TimeGrain::weekend:
      return make_span(monday + 7 * offset + 5, monday + 7 * offset + 6);
    case TimeGrain::fortnight:
      return make_span(monday + 14 * offset, monday + 14 * offset + 13);
    case TimeGrain::month:
      return month_at(day.year * 12 + day.month - 1 + offset);
    case TimeGrain::quarter: {
      const int index = day.year * 4 + (day.month - 1) / 3 + offset;
      return make_quarter(index / 4, index % 4 + 1);
    }
    case TimeGrain::half: {
      const int index = day.year * 2 + (day.month - 1) / 6 + offset;
      return half_of(index / 2, index % 2 + 1);
    }
    case TimeGrain::season: {
      const int index = day.year * 4 + (day.month + 9) / 3 - 4 + offset;
      return season_of(index / 4, index % 4);
    }
    case TimeGrain::year:
      return make_year(day.year + offset);
    case TimeGrain::decade:
      return decade_from(day.year / 10 * 10 + 10 * offset);
    case TimeGrain::century: {
      const int first = day.year / 100 * 100 + 100 * offset;
      return make_span(day_number(first, 1, 1), day_number(first + 99, 12, 31));
    }
    case TimeGrain::workday: {
      std::int32_t at = today;
      for (int left = std::abs(offset); left > 0;) {
        at += offset > 0 ? 1 : -1;
        if (weekday_of(at) < 6) --left;
      }
      return day_value(at);
    }
    default:
      return day_value(today + offset);
  }
}

TimeValue years_away(TimeValue period, int years) {
  const CivilDay first = civil_day(*period.first), last = civil_day(*period.last);
  const int year = last.year + years;
  period.first = day_number(first.year + years, first.month, first.day);
  period.last = day_number(year, last.month, std::min(last.day, days_in_month(year, last.month)));
  return period;
}

/// A date longer than the period has none before or behind it: the reference day serves.
TimeValue period_from(const std::optional<TimeValue>& named, std::int32_t today, TimeGrain grain, int offset) {
  if (named && named->first && named->last) {
    const TimeValue around = period_of(grain, *named->first, 0);
    if (*around.last >= *named->last) return period_of(grain, *named->first, offset);
  }
  return period_of(grain, today, offset);
}

TimeValue moved(const TimeValue& from, TimeGrain grain, std::int32_t thousandths, bool coarse) {
  const std::int32_t start = *from.first;
  const CivilDay day = civil_day(start);
  const int whole = thousandths / 1000, rest = thousandths % 1000;
  if (std::abs(std::int64_t{whole}) > 9000 && grain >= TimeGrain::month) return {};  // beyond EDTF's four digits
  const auto by_months = [&](int months) {
    const int index = day.year * 12 + day.month - 1 + months;
    const int year = index / 12, month = index % 12 + 1;
    return day_value(day_number(year, month, std::min(day.day, days_in_month(year, month))));
  };
  switch (grain) {
    case TimeGrain::second:
    case TimeGrain::minute:
      return day_value(start);
    case TimeGrain::hour:  // "36 hours ago" is not today
      return day_value(start + whole / 24);
    case TimeGrain::week:
      return day_value(start + 7 * whole + 7 * rest / 1000);
    case TimeGrain::fortnight:
      return day_value(start + 14 * whole);
    case TimeGrain::weekend:
      return period_of(TimeGrain::weekend, start, whole);
    case TimeGrain::workday:
      return period_of(TimeGrain::workday, start, whole);
    case TimeGrain::month:
      return by_months(whole);
    case TimeGrain::quarter:
      return by_months(3 * whole);
    case TimeGrain::half:
      return by_months(6 * whole);
    case TimeGrain::season:
      return by_months(3 * whole);
    case TimeGrain::year:
      if (rest != 0) {  // "a year and a half ago"
        const int index = day.year * 12 + day.month - 1 + 12 * whole + 12 * rest / 1000;
        return coarse ? month_at(index) : by_months(12 * whole + 12 * rest / 1000);
      }
      if (coarse) return make_year(day.year + whole);
      return by_months(12 * whole);
    case TimeGrain::decade:
      if (coarse) return make_year(day.year + 10 * whole);
      return by_months(120 * whole);
    case TimeGrain::century:
      if (coarse) return make_year(day.year + 100 * whole);
      return by_months(1200 * whole);
    default:
      return day_value(start + whole);
  }
}

bool narrow(TimeValue& date, int part) {
  const std::int32_t first = *date.first, length = *date.last - *date.first + 1;
  if (length < 3) return true;
  date = make_span(first + length * part / 3, first + length * (part + 1) / 3 - 1);
  return true;
}

bool nth_weekday(TimeValue& date, const TimeStep& s) {
  std::int32_t day = 0;
  if (s.a > 0) {
    day = *date.first + (s.b - weekday_of(*date.first) + 7) % 7 + 7 * (s.a - 1);
  } else {
    day = *date.last - (weekday_of(*date.last) - s.b + 7) % 7 + 7 * (s.a + 1);
  }
  if (day < *date.first || day > *date.last) return false;
  date = day_value(day);
  return true;
}

bool nth_grain(TimeValue& date, const TimeStep& s) {
  const std::int32_t first = *date.first, last = *date.last;
  const int n = s.a;
  TimeValue found;
  switch (s.grain) {
    case TimeGrain::day:
      found = day_value(n > 0 ? first + n - 1 : last + n + 1);
      break;
    case TimeGrain::week: {
      // The first week of a period is the one with its first Thursday (ISO 8601).
      const std::int32_t opening = first + (4 - weekday_of(first) + 7) % 7 - 3;
      const std::int32_t closing = last - (weekday_of(last) - 4 + 7) % 7 - 3;
      found = week_from(n > 0 ? opening + 7 * (n - 1) : closing + 7 * (n + 1));
      break;
    }
    case TimeGrain::weekend: {
      const std::int32_t saturday = n > 0 ? first + (6 - weekday_of(first) + 7) % 7 + 7 * (n - 1)
                                          : last - (weekday_of(last) - 6 + 7) % 7 + 7 * (n + 1);
      found = make_span(saturday, saturday + 1);
      break;
    }
    case TimeGrain::month:
    case TimeGrain::quarter:
    case TimeGrain::half:
    case TimeGrain::year:
    case TimeGrain::decade:
      found = period_of(s.grain, n > 0 ? first : last, n > 0 ? n - 1 : n + 1);
      break;
    default:
      return false;
  }
  if (!found.first || *found.first > last || *found.last < first) return false;
  date = found;
  return true;
}

bool first_n(TimeValue& date, const TimeStep& s) {
  TimeStep one = s;
  TimeValue begin = date, end = date;
  one.a = s.a > 0 ? 1 : s.a;
  if (!nth_grain(begin, one)) return false;
  one.a = s.a > 0 ? s.a : -1;
  if (!nth_grain(end, one)) return false;
  date = make_span(*begin.first, *end.last);
  return true;
}

}  // namespace crosscheck
