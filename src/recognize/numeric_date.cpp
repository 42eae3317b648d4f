// Dates in digits alone. "3/4/2025": three runs of digits with one sign between; no number is above 12, so the document's
// other dates decide whether the day comes first, then the language; in English without a region both readings stand.
// It does not read two numbers ("3/4") as a date, nor a year before 1000.
#include <tuple>
#include <utility>

#include "recognize/time_builder.h"

namespace crosscheck {
namespace {

/// Day and month of "3/4/2025": told by the numbers, by the document's other dates, or by the language.
std::optional<std::pair<int, int>> day_and_month(const Reader& r, int a, int b, const DocumentHabits& habits) {
  if (a > 31 || b > 31 || a < 1 || b < 1) return std::nullopt;
  const bool day_first = a > 12                                   ? true
                         : b > 12                                 ? false
                         : habits.day_first != habits.month_first ? habits.day_first > habits.month_first
                                                                  : r.lexicon().date_order != "mdy";
  const int day = day_first ? a : b, month = day_first ? b : a;
  if (month > 12) return std::nullopt;
  return std::pair(day, month);
}

TimeReading reading_of(const CivilDay& date, std::uint32_t end, Toward toward = Toward::nearest) {
  TimeStep step;
  step.kind = TimeStepKind::day;
  step.toward = toward;
  step.a = date.year;
  step.b = static_cast<std::int16_t>(date.month);
  step.c = static_cast<std::int16_t>(date.day);
  return one_step(end, TimeSort::date, step);
}

/// "20170302"
std::optional<TimeReading> packed_date(const Reader& r, std::uint32_t i, std::int64_t packed) {
  const auto year = static_cast<int>(packed / 10000), month = static_cast<int>(packed / 100 % 100);
  const auto day = static_cast<int>(packed % 100);
  if (!make_day(year, month, day) || r.tight(i + 1)) return std::nullopt;
  return reading_of({year, month, day}, i + 1);
}

/// Three runs of digits with the same sign between them, and nothing that goes on behind.
bool is_written_date(const Reader& r, std::uint32_t i) {
  const char sign = r.at(i + 1).mark;
  if (sign != '-' && sign != '/' && sign != '.') return false;
  if (!r.is_mark(i + 3, sign)) return false;
  for (std::uint32_t k = 1; k <= 4; ++k) {
    if (!r.tight(i + k)) return false;
  }
  if (r.at(i + 5).type == LexemeType::digits && r.tight(i + 5)) return false;
  return !(r.is_mark(i + 5, sign) && r.tight(i + 5) && r.tight(i + 6) && r.at(i + 6).type == LexemeType::digits &&
           sign != '-');
}

/// English alone writes both orders: without a region or the document's own habit both readings stand.
bool order_is_open(const Reader& r) {
  return r.lexicon().date_order == "mdy" && r.lexicon().language == "en" &&
         r.habits().day_first == r.habits().month_first;
}

}  // namespace

std::int64_t full_year(std::int64_t of_two_digits) { return of_two_digits + (of_two_digits < 50 ? 2000 : 1900); }

std::optional<TimeReading> numeric_date(Reader& r, std::uint32_t i) {
  if (const auto packed = r.digits_value(i, 8, 8); packed && *packed >= 19000101 && *packed <= 20991231)
    return packed_date(r, i, *packed);
  if (!is_written_date(r, i)) return std::nullopt;
  const auto first = r.digits_value(i, 1, 4), second = r.digits_value(i + 2, 1, 2), third = r.digits_value(i + 4, 1, 4);
  if (!first || !second || !third) return std::nullopt;
  CivilDay date;
  const bool written_year = r.digits_value(i, 4, 4) || r.digits_value(i + 4, 4, 4);
  Toward toward = Toward::nearest;
  if (r.digits_value(i, 4, 4)) {
    date = {static_cast<int>(*first), static_cast<int>(*second), static_cast<int>(*third)};
    if (date.month > 12) std::swap(date.month, date.day);
    if (r.digits_value(i + 4, 3, 4)) return std::nullopt;
  } else {
    if (!written_year && !r.digits_value(i + 4, 1, 2)) return std::nullopt;
    if (!written_year && r.lexicon().date_order == "ymd" && r.digits_value(i, 2, 2)) {  // "24/3/5" in Basque
      date = {static_cast<int>(full_year(*first)), static_cast<int>(*second), static_cast<int>(*third)};
      if (make_day(date.year, date.month, date.day)) return reading_of(date, i + 5);
    }
    if (*first > 31 || (!written_year && !r.digits_value(i + 4, 2, 2))) return std::nullopt;
    const auto parts = day_and_month(r, static_cast<int>(*first), static_cast<int>(*second), r.habits());
    if (!parts) return std::nullopt;
    std::tie(date.day, date.month) = *parts;
    if (order_is_open(r) && *first <= 12 && *second <= 12 && *first != *second) toward = Toward::either;
    date.year = static_cast<int>(written_year ? *third : full_year(*third));
  }
  if (date.year < 1000 || date.year > 2999 || date.month > 12 || date.day > 31) return std::nullopt;
  // 29/2/2019 stays a date, one without a value; 30.2.19 may be anything.
  if (!written_year && !make_day(date.year, date.month, date.day)) return std::nullopt;
  return reading_of(date, i + 5, toward);
}

}  // namespace crosscheck
