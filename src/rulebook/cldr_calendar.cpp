// The words of a language's calendar as CLDR has them: months and weekdays in every width and case ("marca" beside
// "marzec"), "yesterday" and "overmorrow", units of time with their plurals and cases, parts of the day, "p.m.",
// "BC". From "{0} weeks" it learns that weeks are a week, from stand-alone morning1 "Morgen" that this is a morning.
// All of it is of the Gregorian calendar, whatever a country's own. It cannot tell a word from its namesake: Spanish
// "mañana" is tomorrow and the morning, "Sekunde" a second; who reads the sentence decides.
#include <unicode/dtfmtsym.h>

#include <array>
#include <map>
#include <set>

#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

using icu::UnicodeString;
using Symbols = icu::DateFormatSymbols;

constexpr char32_t kFirstNonLatin = 0x0370;

// ---- months and weekdays --------------------------------------------------------------------

/// May an abbreviated name stand for itself? Two letters of Latin ("Ma", "De") are words as well, unless a mark or a
/// digit goes with them: "दिस॰", "ธ.ค.", "M-Ɔ", "ŋ12". Where figures are glued to a counter, patterns have both.
bool reads_as_name(std::string_view name) {
  const std::size_t count = letters(name);
  if (count >= kShortestWord) return true;
  if (count_codes(name, is_digit) > 0) return count > 0 && count_codes(name, runs_on) == 0;
  return count == 2 && code_points(name) < name.size() &&
         (code_points(name) > 2 || decode(name, 0).code >= kFirstNonLatin);
}

using SymbolsGetter = const UnicodeString* (Symbols::*)(int32_t&, Symbols::DtContextType, Symbols::DtWidthType) const;

template <class Number>
void add_names(const Symbols& symbols, SymbolsGetter get, Number number, Unambiguous<int>& names) {
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED, Symbols::SHORT}) {
      int32_t count = 0;
      const UnicodeString* all = (symbols.*get)(count, context, width);
      for (int32_t i = 0; i < count; ++i) {
        const std::string name = folded_text(all[i]);
        if (width == Symbols::WIDE || reads_as_name(name)) names.add_abbreviation(name, number(i));
      }
    }
  }
}

int month_number(int32_t index) { return index + 1; }
int weekday_number(int32_t index) { return index == 1 ? 7 : index - 1; }  // ICU: 0 unused, 1 = Sunday

// ---- a.m., p.m. and the eras ----------------------------------------------------------------

void add_once(std::vector<std::string>& words, const std::string& word) {
  if (reads_as_word(word) && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

std::string without(std::string text, char what) {
  std::erase(text, what);
  return text;
}

/// "v. chr." is also written "v.chr.".
void add_with_closed_form(std::vector<std::string>& words, std::string word) {
  add_once(words, word);
  for (std::size_t at; (at = word.find(". ")) != std::string::npos;) word.erase(at + 1, 1);
  add_once(words, word);
}

/// "a. m." is also "a.m." and "am".
void add_marker(std::vector<std::string>& words, const std::string& word) {
  add_with_closed_form(words, word);
  const bool is_known = std::find(words.begin(), words.end(), word) != words.end();
  if (!is_known && letters(word) == 1 && code_points(word) < word.size()) words.push_back(word);  // Arabic "ص"
  const std::string bare = without(without(word, ' '), '.');
  if (letters(bare) == 2 && letters(bare) == code_points(bare)) add_once(words, bare);
}

void add_halves_of_day(const icu::Locale& locale, const Symbols& symbols, Lexicon& lexicon) {
  const std::array halves = {&lexicon.am, &lexicon.pm};
  for (const char* table : {"calendar/gregorian/AmPmMarkers", "calendar/gregorian/AmPmMarkersAbbr",
                            "calendar/gregorian/AmPmMarkersNarrow"}) {
    visit_strings(locale, "", table, [&](const Path& path, const std::string& text) {
      if (path.front() == "0" || path.front() == "1") add_marker(*halves[path.front() == "1"], text);
    });
  }
  int32_t count = 0;
  const UnicodeString* markers = symbols.getAmPmStrings(count);
  for (std::size_t i = 0; count == 2 && i < 2; ++i) add_marker(*halves[i], folded_text(markers[i]));
}

void add_eras(const icu::Locale& locale, const Symbols& symbols, Lexicon& lexicon) {
  const auto add = [&](bool is_ad, const std::string& name) {
    add_with_closed_form(lexicon.eras[is_ad ? "ad" : "bc"], name);
  };
  visit_strings(locale, "", "calendar/gregorian/eras", [&](const Path& path, const std::string& text) {
    if (path.size() != 2 || path.front().starts_with("narrow")) return;  // Hebrew: "before"
    if (path.back() == "0" || path.back() == "1") add(path.back() == "1", text);
  });
  int32_t count = 0;
  const UnicodeString* short_names = symbols.getEras(count);
  for (int32_t i = 0; i < count && i < 2; ++i) add(i == 1, folded_text(short_names[i]));
  const UnicodeString* long_names = symbols.getEraNames(count);
  for (int32_t i = 0; i < count && i < 2; ++i) add(i == 1, folded_text(long_names[i]));
}

// ---- yesterday, today, tomorrow -------------------------------------------------------------

void add_day_words(const icu::Locale& locale, Lexicon& lexicon) {
  for (const char* table : {"fields/day/relative", "fields/day-short/relative", "fields/day-narrow/relative"}) {
    visit_strings(locale, "", table, [&](const Path& path, const std::string& text) {
      // "huom." is short for tomorrow and, in print, for nota bene.
      if (!text.ends_with('.')) add_once(lexicon.day_words[std::stoi(path.front())], text);
    });
  }
}

// ---- parts of the day -----------------------------------------------------------------------

/// The sharpest first: where one word serves two parts, "noon" beats "afternoon".
constexpr std::array kDayparts = {"noon", "midnight", "morning", "afternoon", "evening", "night"};

void add_dayparts(const icu::Locale& locale, Lexicon& lexicon) {
  std::map<std::string, std::set<std::string>> words;
  const auto collect = [&](const Path& path, const std::string& text) {
    if (path.size() != 3 || path[1] == "narrow" || !reads_as_word(text)) return;
    std::set<std::string>& own = words[trimmed(path.back(), "0123456789")];
    own.insert(text);
    const std::string bare = trimmed(text, ".");
    if (letters(bare) >= kShortestWord) own.insert(bare);
  };
  visit_strings(locale, "", "calendar/gregorian/dayPeriod", collect);
  for (const char* daypart : kDayparts) {
    for (const std::string& word : words[daypart]) lexicon.dayparts.try_emplace(word, daypart);
  }
}

// ---- units of time --------------------------------------------------------------------------

const std::set<std::string> kGrains = {"second", "minute",  "hour", "day",    "week",
                                       "month",  "quarter", "year", "decade", "century"};
const std::set<std::string> kPlurals = {"zero", "one", "two", "few", "many", "other", "dnam"};

using Grains = Unambiguous<std::string>;

/// "{0} weeks", in every plural and case. Where two of them is one word, "يومان", that is no name of the unit.
void add_unit_words(const icu::Locale& locale, const char* table, Grains& grains) {
  visit_strings(locale, "-unit", table, [&](const Path& path, const std::string& text) {
    if (!kGrains.contains(path.front()) || !kPlurals.contains(path.back())) return;
    if (path.back() == "two" && text.find('{') == std::string::npos) return;
    const std::string name = without_number(text);
    const bool has_digits = name.find_first_of("0123456789/") != std::string::npos;  // "10-летие"
    if (reads_as_word(name) && !has_digits && is_letter(decode(name, 0).code)) {
      if (name != "in") grains.add_abbreviation(name, path.front());
    }
  });
}

/// The heading over quarters, "Quartal"; those of other units count no units: "3月" is March, not three months.
void add_quarter_heading(const icu::Locale& locale, Grains& grains) {
  visit_strings(locale, "", "fields/quarter", [&](const Path& path, const std::string& text) {
    if (path.size() == 1 && path.front() == "dn" && reads_as_word(text)) grains.add(text, "quarter");
  });
}

/// Width by width: what is a long name of one unit is not taken for another's abbreviation.
void add_grains(const std::vector<icu::Locale>& locales, Lexicon& lexicon) {
  std::array<Grains, 4> widths;
  for (const icu::Locale& locale : locales) {
    add_unit_words(locale, "units/duration", widths[0]);
    add_quarter_heading(locale, widths[1]);
    add_unit_words(locale, "unitsShort/duration", widths[2]);
    if (&locale == &locales.front()) add_unit_words(locale, "unitsNarrow/duration", widths[3]);
  }
  for (std::size_t width = 0; width < widths.size(); ++width) {
    for (const auto& [word, grain] : widths[width].take()) {
      // "dec" is December, not a decade; "3月" is March, not three months.
      const bool is_name = lexicon.months.contains(word) || lexicon.weekdays.contains(word);
      if (lexicon.months.contains("1" + word) || (is_name && width > 0)) continue;
      lexicon.grains.try_emplace(word, grain);
    }
  }
}

}  // namespace

void add_calendar(const std::vector<icu::Locale>& locales, Lexicon& lexicon) {
  Unambiguous<int> months, weekdays;
  for (const icu::Locale& locale : locales) {
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(locale, status);
    if (U_FAILURE(status)) continue;
    add_names(symbols, &Symbols::getMonths, month_number, months);
    add_names(symbols, &Symbols::getWeekdays, weekday_number, weekdays);
    add_halves_of_day(locale, symbols, lexicon);
    add_eras(locale, symbols, lexicon);
    add_day_words(locale, lexicon);
    add_dayparts(locale, lexicon);
  }
  lexicon.months = months.take();
  lexicon.weekdays = weekdays.take();
  add_grains(locales, lexicon);
}

}  // namespace crosscheck
