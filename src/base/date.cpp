// Calendar values as closed spans of days: "October 2024" is 2024-10-01 … 2024-10-31, and it relates to
// "14 October 2024" by plain comparison of ends. Where the text gives no year and nothing resolves it,
// the month, day and weekday that it does give are kept ("XXXX-11") and compared by themselves.
// It knows no time of day and no calendar but the Gregorian one.
#include "base/date.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace crosscheck {
namespace {

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<const char*, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};

std::string pad(int value, int width) {
  if (value < 0) return "-" + pad(-value, width - 1);
  const std::string digits = std::to_string(value);
  const std::size_t room = std::max(digits.size(), static_cast<std::size_t>(width));
  return std::string(room - digits.size(), '0') + digits;
}

/// Four digits, the sign before them: the year 44 BC of astronomers' count is "-0044".
std::string year_text(int year) { return (year < 0 ? "-" : "") + pad(year < 0 ? -year : year, 4); }

std::string edtf_day(std::int32_t number) {
  const CivilDay day = civil_day(number);
  return year_text(day.year) + "-" + pad(day.month, 2) + "-" + pad(day.day, 2);
}

std::string words_day(std::int32_t number) {
  const CivilDay day = civil_day(number);
  return std::to_string(day.day) + " " + kMonths[static_cast<std::size_t>(day.month - 1)] + " " +
         std::to_string(day.year);
}

/// Can the calendar parts that a knows occur inside b?
bool parts_fit(const TimeValue& parts, std::int32_t day) {
  const CivilDay civil = civil_day(day);
  if (parts.month != 0 && civil.month != parts.month) return false;
  if (parts.first_day != 0 && (civil.day < parts.first_day || civil.day > parts.last_day)) return false;
  return parts.weekday == 0 || weekday_of(day) == parts.weekday;
}

TimeRelation relate_parts(const TimeValue& parts, const TimeValue& dated) {
  if (!dated.first || !dated.last || dated.open_start || dated.open_end) return TimeRelation::unknown;
  const std::int32_t length = *dated.last - *dated.first + 1;
  if (parts.month == 0 && length > 7) return TimeRelation::unknown;  // some Tuesday lies in any month
  bool any = false, all = true;
  for (std::int32_t day = *dated.first; day < *dated.first + std::min(length, 366); ++day) {
    const bool fits = parts_fit(parts, day);
    any = any || fits;
    all = all && fits;
  }
  if (!any) return TimeRelation::disjoint;
  return all ? TimeRelation::refined_by : TimeRelation::overlaps;
}

TimeRelation relate_recurring(const TimeValue& a, const TimeValue& b) {
  if (a == b) return TimeRelation::equal;
  if (a.month != 0 && b.month != 0) {
    if (a.month != b.month) return TimeRelation::disjoint;
    if (a.first_day != 0 && b.first_day != 0) {
      if (a.last_day < b.first_day || b.last_day < a.first_day) return TimeRelation::disjoint;
      return TimeRelation::overlaps;
    }
    if (a.weekday == 0 && b.weekday == 0) return a.first_day != 0 ? TimeRelation::refines : TimeRelation::refined_by;
  }
  if (a.weekday != 0 && b.weekday != 0 && a.month == 0 && b.month == 0 && a.weekday != b.weekday) {
    return TimeRelation::disjoint;
  }
  return TimeRelation::unknown;
}

TimeRelation mirrored(TimeRelation relation) {
  if (relation == TimeRelation::refines) return TimeRelation::refined_by;
  if (relation == TimeRelation::refined_by) return TimeRelation::refines;
  return relation;
}

TimeValue anchored(Grain grain, std::int32_t first, std::int32_t last) {
  TimeValue value;
  value.grain = grain;
  value.first = first;
  value.last = last;
  return value;
}

}  // namespace

std::int32_t day_number(int year, int month, int day) {
  using namespace std::chrono;
  const sys_days days = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
                        std::chrono::day{static_cast<unsigned>(day)};
  return static_cast<std::int32_t>(days.time_since_epoch().count());
}

CivilDay civil_day(std::int32_t number) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{number}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int weekday_of(std::int32_t number) {
  return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{std::chrono::days{number}}}.iso_encoding());
}

int days_in_month(int year, int month) {
  const auto last = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<TimeValue> make_day(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  const std::int32_t number = day_number(year, month, day);
  return anchored(Grain::day, number, number);
}

TimeValue make_month(int year, int month) {
  return anchored(Grain::month, day_number(year, month, 1), day_number(year, month, days_in_month(year, month)));
}

TimeValue make_year(int year) { return anchored(Grain::year, day_number(year, 1, 1), day_number(year, 12, 31)); }

TimeValue make_quarter(int year, int quarter) {
  const int month = quarter * 3;
  return anchored(Grain::quarter, day_number(year, month - 2, 1), day_number(year, month, days_in_month(year, month)));
}

TimeValue make_span(std::int32_t first, std::int32_t last) { return anchored(Grain::span, first, last); }

TimeValue make_recurring_month(int month, int first_day, int last_day) {
  TimeValue value;
  value.grain = first_day != 0 && first_day == last_day ? Grain::day : first_day != 0 ? Grain::span : Grain::month;
  value.month = static_cast<std::int8_t>(month);
  value.first_day = static_cast<std::int8_t>(first_day);
  value.last_day = static_cast<std::int8_t>(last_day);
  return value;
}

TimeValue make_recurring_weekday(int weekday) {
  TimeValue value;
  value.grain = Grain::day;
  value.weekday = static_cast<std::int8_t>(weekday);
  return value;
}

std::optional<TimeValue> parse_edtf(std::string_view text) {
  const auto number = [&](std::size_t from, std::size_t count) -> std::optional<int> {
    if (from + count > text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(from, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto first = parse_edtf(text.substr(0, slash)), last = parse_edtf(text.substr(slash + 1));
    if (!first || !last || !first->first || !last->last || *last->last < *first->first) return std::nullopt;
    return make_span(*first->first, *last->last);
  }
  const auto year = number(0, 4);
  if (!year) return std::nullopt;
  if (text.size() == 4) return make_year(*year);
  const auto month = text[4] == '-' ? number(5, 2) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return make_month(*year, *month);
  const auto day = text[7] == '-' ? number(8, 2) : std::nullopt;
  if (!day || (text.size() > 10 && text[10] != 'T' && text[10] != ' ')) return std::nullopt;
  return make_day(*year, *month, *day);
}

std::string to_edtf(const TimeValue& value) {
  if (!value.known()) return "";
  const std::string mark = value.approximate ? "~" : "";
  if (!value.anchored()) {
    if (value.month == 0) return value.weekday != 0 ? "XXXX-WXX-" + std::to_string(value.weekday) : "";
    const bool one_day = value.first_day != 0 && value.first_day == value.last_day;
    return "XXXX-" + pad(value.month, 2) + (one_day ? "-" + pad(value.first_day, 2) : "") + mark;
  }
  if (value.open_start) return "../" + edtf_day(*value.last);
  if (value.open_end) return edtf_day(*value.first) + "/..";
  const CivilDay first = civil_day(*value.first);
  switch (value.grain) {
    case Grain::day:
      return edtf_day(*value.first) + mark;
    case Grain::month:
      return year_text(first.year) + "-" + pad(first.month, 2) + mark;
    case Grain::year:
      return year_text(first.year) + mark;
    case Grain::decade:
      return pad(first.year / 10, 3) + "X" + mark;
    default:
      return edtf_day(*value.first) + mark + "/" + edtf_day(*value.last) + mark;
  }
}

std::string to_words(const TimeValue& value) {
  if (!value.known()) return "no date";
  if (!value.anchored()) {
    if (value.month == 0)
      return value.weekday != 0 ? std::string("a ") + kWeekdays[static_cast<std::size_t>(value.weekday - 1)]
                                : "no date";
    std::string name = kMonths[static_cast<std::size_t>(value.month - 1)];
    if (value.first_day != 0 && value.first_day == value.last_day) {
      name = std::to_string(value.first_day) + " " + name;
    } else if (value.first_day != 0) {
      name = (value.last_day <= 10 ? "early " : value.first_day > 20 ? "late " : "mid-") + name;
    }
    return name + " (year not stated)";
  }
  const std::string about = value.approximate ? "about " : "";
  if (value.open_start) return "by " + words_day(*value.last);
  if (value.open_end) return "since " + words_day(*value.first);
  const CivilDay first = civil_day(*value.first);
  switch (value.grain) {
    case Grain::day:
      return about + words_day(*value.first);
    case Grain::month:
      return about + kMonths[static_cast<std::size_t>(first.month - 1)] + " " + std::to_string(first.year);
    case Grain::year:
      return about + std::to_string(first.year);
    case Grain::decade:
      return about + "the " + std::to_string(first.year) + "s";
    default:
      return about + words_day(*value.first) + " to " + words_day(*value.last);
  }
}

TimeRelation relate(const TimeValue& a, const TimeValue& b) {
  if (!a.known() || !b.known()) return TimeRelation::unknown;
  if (!a.anchored() && !b.anchored()) return relate_recurring(a, b);
  if (!a.anchored()) return relate_parts(a, b);
  if (!b.anchored()) return mirrored(relate_parts(b, a));
  if (a.first == b.first && a.last == b.last && a.open_start == b.open_start && a.open_end == b.open_end) {
    return TimeRelation::equal;
  }
  if (a.last && b.first && *a.last < *b.first) return TimeRelation::disjoint;
  if (b.last && a.first && *b.last < *a.first) return TimeRelation::disjoint;
  const bool a_in_b = (!b.first || (a.first && *a.first >= *b.first)) && (!b.last || (a.last && *a.last <= *b.last));
  const bool b_in_a = (!a.first || (b.first && *b.first >= *a.first)) && (!a.last || (b.last && *b.last <= *a.last));
  if (a_in_b) return TimeRelation::refines;
  return b_in_a ? TimeRelation::refined_by : TimeRelation::overlaps;
}

std::optional<std::int32_t> days_apart(const TimeValue& a, const TimeValue& b) {
  if (!a.anchored() || !b.anchored()) return std::nullopt;
  if (a.last && b.first && *a.last < *b.first) return *b.first - *a.last;
  if (b.last && a.first && *b.last < *a.first) return *a.first - *b.last;
  return 0;
}

}  // namespace crosscheck
