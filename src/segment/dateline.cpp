// "By Jane Doe | March 4, 2024" falls at its separators into "By Jane Doe", "March 4" and "2024". A dateline has
// a year, and a month or a weekday or nothing but numbers ("2025-11-03", "05/02/2013"); its other parts are labels, times of
// day, or a name of a few capitalised words. "Acme turns to Globex, 3 November 2025" is none: "pivots" fits no
// part. A line that names a year without a day or month is no dateline either.
#include "segment/dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "segment/characters.h"

namespace crosscheck::segment_room {
namespace {

constexpr std::size_t kLongestLine = 120;
constexpr std::size_t kLongestPlace = 4;  // words

/// Words that introduce or qualify a date, or tell its hour.
constexpr std::array<std::string_view, 43> kLabels{
    "published", "posted", "updated", "last",    "modified", "date", "dated", "released", "release", "first", "created",
    "written",   "on",     "at",      "in",      "the",      "of",   "and",   "a.m",      "p.m",     "am",    "pm",
    "est",       "edt",    "et",      "cet",     "cest",     "gmt",  "utc",   "bst",      "pst",     "pdt",   "pt",
    "min",       "mins",   "minute",  "minutes", "read",     "st",   "nd",    "rd",       "th",      "de"};
constexpr std::array<std::string_view, 9> kBylineWords{"by",     "staff", "reporter", "writer", "correspondent",
                                                       "editor", "and",   "with",     "for"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_separator(char32_t code) {
  return code == ',' || code == '|' || code == '(' || code == ')' || code == '/' || code == ':' || code == ';' ||
         code == 0xB7 || code == 0x2013 || code == 0x2014 || code == '*' || code == '_' || is_bullet(code);
}

struct Found {
  bool year = false, month = false, weekday = false, iso = false;
  std::size_t day_numbers = 0, names = 0;
};

bool is_year(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), is_ascii_digit) && word >= "1800" && word < "2200";
}

/// "2025-11-03", also with the time behind it.
bool is_iso_day(std::string_view word) {
  if (word.size() < 10 || !is_year(word.substr(0, 4)) || word[4] != '-' || word[7] != '-') return false;
  return is_ascii_digit(word[5]) && is_ascii_digit(word[6]) && is_ascii_digit(word[8]) && is_ascii_digit(word[9]) &&
         (word.size() == 10 || word[10] == 't');
}

/// "3", "3rd", "3.", "10.30", "11.03.2025": digits first, then little else.
bool is_small_number(std::string_view word) {
  if (word.empty() || !is_ascii_digit(word.front()) || word.size() > 10) return false;
  const auto letters = std::count_if(word.begin(), word.end(), is_ascii_letter);
  const auto digits = std::count_if(word.begin(), word.end(), is_ascii_digit);
  return letters <= 2 &&
         (digits <= 2 || (digits <= 8 && letters == 0 && word.find_first_of(".-") != std::string_view::npos));
}

class DatelineReader {
 public:
  explicit DatelineReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  bool read(std::string_view line) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= line.size();) {
      const Decoded d = at < line.size() ? decode(line, at) : Decoded{',', 1};
      const bool lone_dash = d.code == '-' && at > 0 && line[at - 1] == ' ';
      if (is_separator(d.code) || lone_dash) {
        if (!take_part(line.substr(begin, at - begin))) return false;
        begin = at + d.length;
      }
      at += d.length;
    }
    const bool slashed = std::count(line.begin(), line.end(), '/') == 2 && found_.day_numbers == 2 && found_.names == 0;
    const bool day = found_.month || found_.weekday || slashed;
    return found_.names <= 4 && (found_.iso || (found_.year && day));
  }

 private:
  bool take_part(std::string_view part) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < part.size();) {
      const std::size_t begin = part.find_first_not_of(" \t\r\n", at);
      if (begin == std::string_view::npos) break;
      const std::size_t end = std::min(part.find_first_of(" \t\r\n", begin), part.size());
      words.push_back(part.substr(begin, end - begin));
      at = end;
    }
    if (words.empty()) return true;
    if (std::all_of(words.begin(), words.end(), [&](std::string_view word) { return take_date_word(word); }))
      return true;
    ++found_.names;
    return is_name(words);
  }

  bool take_date_word(std::string_view written) {
    std::string word = folded(written);
    while (word.ends_with('.')) word.pop_back();
    if (is_iso_day(word)) return found_.iso = found_.year = true;
    if (is_year(word)) return found_.year = true;
    if (lexicon_.months.contains(word)) return found_.month = true;
    if (lexicon_.weekdays.contains(word)) return found_.weekday = true;
    if (is_small_number(word)) {
      found_.day_numbers += word.size() <= 2 ? 1 : 0;
      found_.iso = found_.iso || (word.size() >= 8 && std::count(word.begin(), word.end(), '.') == 2);
      return true;
    }
    return is_one_of(kLabels, word);
  }

  /// A place, a paper or its people: few words, all of them capitalised.
  static bool is_name(const std::vector<std::string_view>& words) {
    std::size_t plain = 0;
    for (const std::string_view word : words) {
      if (is_one_of(kBylineWords, folded(word))) continue;
      if (++plain > kLongestPlace || !is_upper(decode(word, 0).code)) return false;
    }
    return true;
  }

  const Lexicon& lexicon_;
  Found found_;
};

}  // namespace

bool is_dateline(std::string_view line, const Lexicon& lexicon) {
  if (line.empty() || line.size() > kLongestLine) return false;
  if (std::none_of(line.begin(), line.end(), is_ascii_digit)) return false;
  return DatelineReader(lexicon).read(line);
}

}  // namespace crosscheck::segment_room
