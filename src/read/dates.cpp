// "Mon, 03 Nov 2025 23:10:00 +0100" is 2025-11-03, as its publisher counts days. Formats that leave day and month open
// ("03/11/2025") are no metadata: they are passed over rather than guessed.
#include "read/dates.h"

#include <array>

#include "base/unicode.h"
#include "read/builder.h"

namespace crosscheck::read_room {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::string> checked(std::string_view year, std::string_view month, std::string_view day) {
  std::string date(year);
  date.append("-").append(month).append("-").append(day);
  return published_date(date);
}

/// Day, month's name, year, with what stands before and after.
std::optional<std::string> rfc822(std::string_view given) {
  static constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                            "jul", "aug", "sep", "oct", "nov", "dec"};
  if (const std::size_t comma = given.find(','); comma != std::string_view::npos) given.remove_prefix(comma + 1);
  std::array<std::string, 3> parts;
  std::size_t count = 0;
  for (std::size_t at = 0; at < given.size() && count < parts.size();) {
    at = given.find_first_not_of(" \t\r\n-", at);
    if (at == std::string_view::npos) break;
    const std::size_t end = std::min(given.find_first_of(" \t\r\n-", at), given.size());
    parts[count++] = to_lower(given.substr(at, end - at));
    at = end;
  }
  const auto& [day, month, year] = parts;
  if (!is_digits(day) || day.size() > 2 || !is_digits(year) || year.size() != 4) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (!month.starts_with(kMonths[i])) continue;
    const std::string number = std::to_string(i + 1);
    return checked(year, (number.size() == 1 ? "0" : "") + number, (day.size() == 1 ? "0" : "") + day);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> metadata_date(std::string_view given) {
  const std::size_t begin = given.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  given = given.substr(begin, given.find_last_not_of(" \t\r\n") - begin + 1);
  if (given.size() >= 10 && given[4] == '/' && given[7] == '/')
    return checked(given.substr(0, 4), given.substr(5, 2), given.substr(8, 2));
  const bool compact = given.size() >= 8 && is_digits(given.substr(0, 8)) && (given.size() == 8 || given[8] == 'T');
  if (compact) return checked(given.substr(0, 4), given.substr(4, 2), given.substr(6, 2));
  // 2025-11-03+01:00 and 2025-11-03Z
  if (given.size() > 10 && is_digits(given.substr(0, 4)) && given[4] == '-' && (given[10] == '+' || given[10] == 'Z'))
    given = given.substr(0, 10);
  if (is_digits(given.substr(0, 4)) && given.size() >= 4) return published_date(given);
  return rfc822(given);
}

}  // namespace crosscheck::read_room
