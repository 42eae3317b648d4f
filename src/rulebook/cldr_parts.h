// Private to src/rulebook/: what the files cldr*.cpp share, each of which fills a part of a Lexicon.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/unicode.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

inline constexpr std::size_t kShortestWord = 3;  // letters; below that an abbreviation is also an ordinary word

inline std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

inline std::string trimmed(std::string text, std::string_view what = " ") {
  text.erase(0, std::min(text.find_first_not_of(what), text.size()));
  text.erase(text.find_last_not_of(what) + 1);
  return text;
}

/// Folded, with single blanks and without the marks that only steer the direction of writing.
inline std::string folded_text(const icu::UnicodeString& text) {
  std::string out;
  const std::string all = folded(utf8(text));
  for (std::size_t at = 0; at < all.size();) {
    const Decoded d = decode(all, at);
    const bool is_direction = d.code == 0x200E || d.code == 0x200F || d.code == 0x061C;
    if (!is_direction && (d.code != ' ' || !out.ends_with(' '))) out.append(all, at, d.length);
    at += d.length;
  }
  return trimmed(out);
}

inline bool is_one_word(std::string_view text) { return !text.empty() && text.find(' ') == std::string_view::npos; }

template <class Test>
std::size_t count_codes(std::string_view text, Test test) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    count += test(d.code) ? 1 : 0;
    at += d.length;
  }
  return count;
}
inline std::size_t letters(std::string_view text) { return count_codes(text, is_letter); }

inline constexpr char32_t kFirstIdeograph = 0x2E80;

/// Scripts that set no blanks between words, and Hangul, which glues its counters to figures.
inline bool runs_on(char32_t code) {
  return code >= kFirstIdeograph || (code >= 0x0E00 && code < 0x10A0) || (code >= 0x1780 && code < 0x1800);
}

/// More than one letter, or one that is a word: "日", not "d".
inline bool reads_as_word(std::string_view text) {
  const std::size_t count = letters(text);
  return count > 1 || (count == 1 && count_codes(text, runs_on) > 0);
}

/// "1 km", "{0} km" and "{0}-km" → "km".
inline std::string without_number(std::string text) {
  const std::size_t begin = text.find_first_of("{0123456789");
  if (begin == std::string::npos) return text;
  const std::size_t end = std::min(text.find_first_not_of("{0123456789}", begin), text.size());
  text.erase(begin, end - begin);
  return trimmed(text, " -");
}

/// A table that forgets a key two values claim.
template <class Value>
class Unambiguous {
 public:
  void add(const std::string& key, const Value& value) {
    if (key.empty()) return;
    const auto [place, is_new] = values_.try_emplace(key, value);
    if (!is_new && place->second != value) refused_.insert(key);
  }
  /// Also without its trailing dot: "nov." → "nov".
  void add_abbreviation(const std::string& key, const Value& value) {
    add(key, value);
    const std::string bare = trimmed(key, ".");
    if (bare != key && letters(bare) >= kShortestWord) add(bare, value);
  }
  bool has(const std::string& key) const { return values_.contains(key); }
  std::unordered_map<std::string, Value> take() {
    for (const std::string& key : refused_) values_.erase(key);
    return std::move(values_);
  }

 private:
  std::unordered_map<std::string, Value> values_;
  std::unordered_set<std::string> refused_;
};

using Path = std::vector<std::string>;
using StringVisitor = std::function<void(const Path& path, const std::string& text)>;

/// Visits every string below `table` of one of ICU's data trees ("" for the main one, "-unit", "-curr") in the
/// language's own data and that of its parents, but not in root's: what the formatters read, in a fraction of
/// their time. `table` may lie below others: "calendar/gregorian/eras". The path holds the keys below it:
/// {"length", "kilometer", "other"}; an array's are "0", "1", … The text comes folded.
void visit_strings(const icu::Locale& locale, const char* tree, const char* table, const StringVisitor& visit);
/// The same as they stand: the letters of a date format mean something.
using TextVisitor = std::function<void(const Path& path, const icu::UnicodeString& text)>;
void visit_texts(const icu::Locale& locale, const char* tree, const char* table, const TextVisitor& visit);
/// Root's own, of the main tree: what holds where a language says nothing.
void visit_root_texts(const char* table, const TextVisitor& visit);

/// Time rules in order, each once.
class TimeRules {
 public:
  void add(const std::string& meaning, const std::string& pattern) {
    if (known_.insert(meaning + '\n' + pattern).second) rules_.emplace_back(meaning, pattern);
  }
  std::vector<std::pair<std::string, std::string>> take() { return std::move(rules_); }

 private:
  std::unordered_set<std::string> known_;
  std::vector<std::pair<std::string, std::string>> rules_;
};

/// A mark of the pattern language; text that holds one cannot stand in a pattern.
inline bool holds_pattern_mark(std::string_view text) {
  return text.find_first_of("[](){}|") != std::string_view::npos || text.find("（") != std::string_view::npos;
}

/// Basque "(e)ko" is written "ko" and "eko", Luxembourgish "viru(n)" "viru" and "virun": with and without what stands in
/// brackets, all of a word at once.
std::string with_optional(const std::string& text);

// In each the first locale is the language's own.

/// Fills months, weekdays, day_words, grains, dayparts, am, pm and eras.
void add_calendar(const std::vector<icu::Locale>& locales, Lexicon& lexicon);
/// Fills time_rules and date_order; needs grains and eras.
void add_time_rules(const std::vector<icu::Locale>& locales, Lexicon& lexicon);
void add_date_formats(const icu::Locale& locale, Lexicon& lexicon, TimeRules& rules);
void add_relative_times(const icu::Locale& locale, const Lexicon& lexicon, TimeRules& rules);
/// Fills number_words and ordinal_words.
void add_number_words(const std::vector<icu::Locale>& locales, Lexicon& lexicon);
/// Fills currency_names and currency_symbols.
void add_currencies(const std::vector<icu::Locale>& locales, Lexicon& lexicon);

/// Does ICU know the language? Of one that it does not it takes the data of the machine's user.
bool has_data(const std::string& locale);
/// States, continents and large cities under the language's names for them: cldr_territories.cpp.
void add_territories(const icu::Locale& locale, Lexicon& lexicon);

}  // namespace crosscheck
