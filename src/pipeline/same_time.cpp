// One written form for each value of a time, so that two ways to write it compare equal: "2023-06/2023-08" and
// "2023-06-01/2023-08-31" both become their first and last day, PT90M and PT1H30M both 5400 seconds.
// It knows the forms that rules and TIMEX3 use, and leaves any other text as it is.
#include <algorithm>
#include <map>
#include <optional>

#include "base/date.h"
#include "base/decimal.h"
#include "pipeline/value_rule_tests.h"

namespace crosscheck {
namespace {

struct Days {
  std::int32_t first, last;
};

std::string text_of(const Days& days) { return std::to_string(days.first) + ".." + std::to_string(days.last); }

std::optional<Days> years(int first, int last) { return Days{day_number(first, 1, 1), day_number(last, 12, 31)}; }

std::optional<Days> months(int year, int first, int last) {
  return Days{day_number(year, first, 1), day_number(year, last, days_in_month(year, last))};
}

/// "2024-Q2", "2024-H1", "2024-W20": a part of a year, its letter and its number.
std::optional<Days> part_of_year(int year, char part, int number) {
  if (part == 'Q' && number >= 1 && number <= 4) return months(year, number * 3 - 2, number * 3);
  if (part == 'H' && number >= 1 && number <= 2) return months(year, number * 6 - 5, number * 6);
  if (part != 'W' || number < 1 || number > 53) return std::nullopt;
  const std::int32_t fourth = day_number(year, 1, 4);  // always in the first week
  const std::int32_t monday = fourth - (weekday_of(fourth) - 1) + 7 * (number - 1);
  return Days{monday, monday + 6};
}

/// The number that the text begins with, taken off it.
std::pair<int, std::size_t> take_number(std::string_view& text, std::size_t most) {
  const std::size_t length = std::min({text.find_first_not_of("0123456789"), text.size(), most});
  int number = 0;
  for (const char c : text.substr(0, length)) number = number * 10 + (c - '0');
  text.remove_prefix(length);
  return {number, length};
}

std::optional<Days> days_of(std::string_view text) {
  std::string_view rest = text;
  const auto [year, digits] = take_number(rest, 4);
  if (digits == 3 && (rest.empty() || rest == "X")) return years(year * 10, year * 10 + 9);
  if (digits == 2 && (rest.empty() || rest == "XX")) return years(year * 100, year * 100 + 99);
  if (digits != 4) return std::nullopt;
  if (rest.size() > 2 && rest[0] == '-' && rest[1] >= 'A') {
    const char part = rest[1];
    rest.remove_prefix(2);
    const int number = take_number(rest, 2).first;
    return rest.empty() ? part_of_year(year, part, number) : std::nullopt;
  }
  const auto value = text.find_first_of("T/") == std::string_view::npos ? parse_edtf(text) : std::nullopt;
  return value && value->first && value->last ? std::optional(Days{*value->first, *value->last}) : std::nullopt;
}

/// Months, days and seconds: PT30M and P0.5H are both 1800 seconds, a day is not 24 hours.
std::string duration(std::string_view text) {
  std::map<char, Decimal> sums;
  bool clock = false;
  for (std::size_t at = 1; at < text.size();) {
    if (text[at] == 'T') {
      clock = true;
      ++at;
      continue;
    }
    const std::size_t letter = text.find_first_not_of("0123456789.", at);
    const auto count = Decimal::parse(text.substr(at, letter - at));
    if (letter == std::string_view::npos || !count) return std::string(text);
    const std::map<char, std::pair<char, int>> kLetters = {
        {'Y', {'M', 12}},   {'M', {clock ? 'S' : 'M', clock ? 60 : 1}},
        {'W', {'D', 7}},    {'D', {'D', 1}},
        {'H', {'S', 3600}}, {'S', {'S', 1}}};
    const auto unit = kLetters.find(text[letter]);
    if (unit == kLetters.end() || text.substr(letter).starts_with("WE") || text.substr(letter).starts_with("WD"))
      return std::string(text);
    Decimal& sum = sums[unit->second.first];
    sum = add(sum, multiply(*count, Decimal(unit->second.second), Rounding::down));
    at = letter + 1;
  }
  std::string canonical = "P";
  for (const auto& [unit, sum] : sums) canonical += sum.to_string() + unit;
  return canonical;
}

std::string season(std::string text) {
  static const std::map<std::string, std::string, std::less<>> kNames = {
      {"SP", "21"}, {"SU", "22"}, {"FA", "23"}, {"WI", "24"}};
  const auto name = text.size() == 7 ? kNames.find(text.substr(5)) : kNames.end();
  return name == kNames.end() ? text : text.substr(0, 5) + name->second;
}

std::string canonical(std::string_view text) {
  while (!text.empty() && (text.back() == '~' || text.back() == '?')) text.remove_suffix(1);
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    const auto first = days_of(text.substr(0, slash)), last = days_of(text.substr(slash + 1));
    if (first && last) return text_of({first->first, last->last});
    return canonical(text.substr(0, slash)) + "/" + canonical(text.substr(slash + 1));
  }
  if (text.starts_with("XXXX-XX-XXT")) return canonical(text.substr(10));
  if (text.starts_with("P") && text.find('_') == std::string_view::npos) return duration(text);
  if (const auto days = days_of(text)) return text_of(*days);
  const std::size_t clock = text.find('T');
  if (clock == std::string_view::npos || clock + 1 >= text.size() || text[clock + 1] > '9')
    return season(std::string(text));
  std::string time(text);
  if (time.size() == clock + 3) time += ":00";
  return time.size() == clock + 6 ? time + ":00" : time;
}

}  // namespace

bool same_time(std::string_view left, std::string_view right) {
  return left == right || canonical(left) == canonical(right);
}

}  // namespace crosscheck
