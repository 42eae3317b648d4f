// Three ways a feast can fall: 25 December; the fourth Thursday of November, which is the first on or after the
// 22nd; two days before Easter. Lunar calendars are not known.
#include "base/holidays.h"

#include "base/date.h"

namespace crosscheck {
namespace {

std::int32_t easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return day_number(year, month, day);
}

}  // namespace

std::optional<std::int32_t> holiday_in(int year, int day, int rule) {
  if (rule == 100) return easter(year) + day;
  if (rule < 0 || rule > 7) return std::nullopt;
  const std::int32_t first = day_number(year, day / 32, day % 32);
  return rule == 0 ? first : first + (rule - weekday_of(first) + 7) % 7;
}

}  // namespace crosscheck
