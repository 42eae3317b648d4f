// Places by CLDR: what a language calls states and continents, which of them hold which, and adjectives of states as
// far as the names of languages are such: "Indonesian" is what Indonesia speaks, and sounds like it. Not "English", whose
// likeliest state is the United States; not "Arabic"; nor "Romany", for Romania speaks Romanian; nor "Korean", which either
// Korea may be. What a language calls its speakers' state otherwise ("Dutch") stands in rules/<lang>/demonyms.yaml.
#include <unicode/locdspnm.h>
#include <unicode/region.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/unicode.h"
#include "rulebook/cldr.h"
#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

using icu::UnicodeString;

/// UN M49 regions ("Europe") and the cities that stand for time zones ("Tokyo").
void add_continents_and_cities(const icu::Locale& locale, Lexicon& lexicon) {
  const icu::LocalPointer<icu::LocaleDisplayNames> names(icu::LocaleDisplayNames::createInstance(locale));
  UnicodeString text;
  for (const char* code : {"002", "003", "005", "009", "013", "019", "021", "029", "035", "142", "150"}) {
    const std::string name = utf8(names->regionDisplayName(code, text));
    if (name == code) continue;
    lexicon.territories.insert(folded(name));
    lexicon.gazetteer.add({name, EntityType::place, {}, code});
  }
  for (const char* code : {"001", "154", "155"})
    lexicon.territories.insert(folded_text(names->regionDisplayName(code, text)));
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalPointer<icu::TimeZoneNames> zones(icu::TimeZoneNames::createInstance(locale, status));
  const icu::LocalPointer<icu::StringEnumeration> ids(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status)) return;
  for (const UnicodeString* id = ids->snext(status); id != nullptr && U_SUCCESS(status); id = ids->snext(status)) {
    const std::string city = folded_text(zones->getExemplarLocationName(*id, text));
    if (city.size() >= kShortestWord) lexicon.territories.insert(city);
  }
}

/// "fr" → "FR"; "und_FR" → "fr": what CLDR takes for likeliest; empty when it has no opinion.
std::string likely(const std::string& locale, int32_t (*part)(const char*, char*, int32_t, UErrorCode*)) {
  UErrorCode status = U_ZERO_ERROR;
  char full[ULOC_FULLNAME_CAPACITY] = "", found[ULOC_FULLNAME_CAPACITY] = "";
  uloc_addLikelySubtags(locale.c_str(), full, sizeof full, &status);
  part(full, found, sizeof found, &status);
  return U_SUCCESS(status) && locale != full ? found : "";
}

/// The likeliest language of each state: of ICU's six hundred the few that may name its people.
std::map<std::string, std::string> languages_of_states() {
  std::map<std::string, std::string> languages;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
    languages.emplace(*code, likely("und_" + std::string(*code), uloc_getLanguage));
  return languages;
}

/// Of two words in 0..1: twice the letters that both begin with, by the letters of both; 0 where those are fewer than three.
double likeness(std::string_view a, std::string_view b) {
  constexpr std::size_t kLetters = 3;
  std::size_t at = 0, common = 0;
  while (at < a.size() && at < b.size()) {
    const Decoded x = decode(a, at), y = decode(b, at);
    if (x.code != y.code) break;
    at += x.length;
    ++common;
  }
  if (common < kLetters) return 0;
  return 2.0 * static_cast<double>(common) / static_cast<double>(code_points(a) + code_points(b));
}

/// The words of all states' names, each with the states whose it is, and the names that are one word.
struct StateWords {
  std::map<std::string, std::set<std::string>> owners;
  std::set<std::string> whole;
};

StateWords words_of_states(const icu::Locale& locale) {
  UDisplayContext in_short[] = {UDISPCTX_LENGTH_SHORT};  // "Hong Kong", not "Hong Kong SAR China"
  const icu::LocalPointer<icu::LocaleDisplayNames> names(icu::LocaleDisplayNames::createInstance(locale, in_short, 1));
  StateWords words;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    UnicodeString text;
    const std::string name = folded_text(names->regionDisplayName(*code, text));
    if (name.find(' ') == std::string::npos) words.whole.insert(name);
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      words.owners[name.substr(at, end - at)].insert(*code);
      at = end + 1;
    }
  }
  return words;
}

/// Is it like a word of the state's name that no other state has ("Corea"), more than like another state's whole name, and
/// not that word itself? "French Guiana" has an adjective in its name, and is no rival.
bool sounds_like(const std::string& word, const std::string& state, const StateWords& words) {
  constexpr double kLeast = 0.35;
  double own = 0, rival = 0;
  bool shared = false;
  for (const auto& [other, states] : words.owners) {
    const double like = likeness(word, other);
    if (states.contains(state)) {
      if (word == other) return false;
      if (like > own) shared = states.size() > 1;
      own = std::max(own, like);
    } else if (words.whole.contains(other)) {
      rival = std::max(rival, like);
    }
  }
  return own >= kLeast && own > rival && !shared;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> adjectives_from_cldr(const std::string& language) {
  const icu::Locale locale = icu::Locale::createCanonical(language.c_str());
  if (!has_data(locale.getLanguage())) return {};  // ICU would answer in the language of the machine's user
  const icu::LocalPointer<icu::LocaleDisplayNames> names(icu::LocaleDisplayNames::createInstance(locale));
  const StateWords words = words_of_states(locale);
  const std::map<std::string, std::string> spoken = languages_of_states();
  std::set<std::string> languages;
  for (const auto& [state, code] : spoken) languages.insert(code);
  std::vector<std::pair<std::string, std::string>> found;
  for (const std::string& code : languages) {
    const std::string state = likely(code, uloc_getCountry);
    if (const auto of = spoken.find(state); of == spoken.end() || of->second != code) continue;
    UnicodeString text;
    const std::string name = utf8(names->localeDisplayName(code.c_str(), text));
    const char32_t first = name.empty() ? 0 : decode(name, 0).code;
    if (!is_upper(first) && !is_lower(first))
      continue;  // where nothing has capitals, no adjective ends like a language
    if (sounds_like(folded(name), state, words)) found.emplace_back(name, state);
  }
  return found;
}

bool territories_hold(const std::vector<std::string>& whole, const std::vector<std::string>& parts) {
  const auto holds = [&](const std::string& outer, const std::string& inner) {
    if (outer == inner) return true;
    if (inner == "ZZ") return whole.size() > 1 || is_digit(static_cast<unsigned char>(outer.front()));
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region *region = icu::Region::getInstance(outer.c_str(), status),
                      *other = icu::Region::getInstance(inner.c_str(), status);
    return U_SUCCESS(status) && region != nullptr && other != nullptr && region->contains(*other);
  };
  return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return std::any_of(whole.begin(), whole.end(), [&](const std::string& outer) { return holds(outer, part); });
  });
}

/// A country under its names: "United States", short "US"; "Myanmar (Burma)" is both; variant "Czech Republic" of
/// "Czechia". "US" and "UK" are too short to be sure of.
void add_territories(const icu::Locale& locale, Lexicon& lexicon) {
  std::map<std::string, std::vector<std::string>> variants;
  visit_texts(locale, "-region", "Countries%variant",
              [&](const Path& path, const UnicodeString& text) { variants[path.back()].push_back(utf8(text)); });
  UDisplayContext in_full[] = {UDISPCTX_LENGTH_FULL}, in_short[] = {UDISPCTX_LENGTH_SHORT};
  const icu::LocalPointer<icu::LocaleDisplayNames> full(icu::LocaleDisplayNames::createInstance(locale, in_full, 1)),
      brief(icu::LocaleDisplayNames::createInstance(locale, in_short, 1));
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    UnicodeString text;
    std::vector<std::string> names = {utf8(brief->regionDisplayName(*code, text)),
                                      utf8(full->regionDisplayName(*code, text))};
    if (names.front().size() <= kShortestWord) std::swap(names[0], names[1]);  // "Hong Kong", but not "US"
    names.insert(names.end(), variants[*code].begin(), variants[*code].end());
    GazetteerRow row{"", EntityType::place, {}, *code};
    for (const std::string& name : names) {
      const std::size_t open = name.ends_with(')') ? name.rfind('(') : std::string::npos;
      const std::size_t end = open == std::string::npos ? open : name.find_last_not_of(' ', open - 1) + 1;
      row.aliases.push_back(name.substr(0, end));
      if (open != std::string::npos) row.aliases.push_back(name.substr(open + 1, name.size() - open - 2));
    }
    row.name = row.aliases.front();
    lexicon.gazetteer.add(row);
    for (const std::string& name : row.aliases) {
      if (name.size() >= kShortestWord) lexicon.territories.insert(folded(name));
    }
  }
  add_continents_and_cities(locale, lexicon);
}

}  // namespace crosscheck
