// Private to src/rulebook/: what cldr.cpp and cldr_currency.cpp share.
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

inline std::string folded_text(const icu::UnicodeString& text) { return trimmed(folded(utf8(text))); }

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

/// Visits every string below `table` of one of ICU's data trees ("-unit", "-curr") in the language's own data
/// and that of its parents, but not in root's: what the formatters read, in a fraction of their time.
/// The path holds the keys below the table: {"length", "kilometer", "other"}; an array's are "0", "1", …
void visit_strings(const icu::Locale& locale, const char* tree, const char* table, const StringVisitor& visit);

/// Fills currency_names and currency_symbols; the first locale is the language's own.
void add_currencies(const std::vector<icu::Locale>& locales, Lexicon& lexicon);

}  // namespace crosscheck
