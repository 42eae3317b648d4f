// A language's recognizer tables, turned round from what ICU prints: where CLDR formats 2 as "2 kilometers",
// "kilometers" reads as km; where it spells 2 000 000 as "zwei Millionen", the word left when "zwei" is taken
// off is a scale of 10^6. So "3,2 Milliarden US-Dollar im März" finds milliarden = 10^9, us-dollar = USD and
// märz = 3 in tables that nobody wrote. A noun that many currencies share ("pounds") goes to the one CLDR
// gives the bare sign; where that does not decide ("francs", "pesos") the noun stays out.
// It cannot read words that CLDR never prints ("dozen", "bn", "buck"), letters that mean too much alone
// ("5 m"), or number words that need grammar ("quatre-vingts" is known, "quatre vingt" is not).
#include "rulebook/cldr.h"

#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locdspnm.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/ures.h>

#include <algorithm>

#include "base/unicode.h"
#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

using icu::UnicodeString;

bool has_data(const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer bundle(ures_openDirect(nullptr, locale.c_str(), &status));
  return U_SUCCESS(status);
}

/// The language, and what CLDR keeps of it for the rest of the world: en_001 has "kilometres" and "Sept".
/// Root for a language ICU does not know: by itself ICU would take that of the machine's user.
std::vector<icu::Locale> locales_of(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale own = icu::Locale::forLanguageTag(language, status);
  const std::string name = U_SUCCESS(status) ? own.getLanguage() : "";
  std::vector<icu::Locale> locales{!name.empty() && has_data(name) ? own : icu::Locale::getRoot()};
  for (const char* region : {"001", "419"}) {
    if (has_data(name + "_" + region)) locales.emplace_back(name.c_str(), region);
  }
  for (icu::Locale& locale : locales) {
    UErrorCode ignored = U_ZERO_ERROR;
    locale.setUnicodeKeywordValue("nu", "latn", ignored);
  }
  return locales;
}

// ---- the calendar ---------------------------------------------------------------------------

using Symbols = icu::DateFormatSymbols;
using SymbolsGetter = const UnicodeString* (Symbols::*)(int32_t&, Symbols::DtContextType, Symbols::DtWidthType) const;

template <class Number>
std::unordered_map<std::string, int> calendar_names(const std::vector<icu::Locale>& locales, SymbolsGetter get,
                                                    Number number) {
  Unambiguous<int> names;
  for (const icu::Locale& locale : locales) {
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(locale, status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED, Symbols::SHORT}) {
        int32_t count = 0;
        const UnicodeString* all = (symbols.*get)(count, context, width);
        for (int32_t i = 0; i < count; ++i) {
          const std::string name = folded_text(all[i]);
          if (width == Symbols::WIDE || letters(name) >= kShortestWord) names.add_abbreviation(name, number(i));
        }
      }
    }
  }
  return names.take();
}

int month_number(int32_t index) { return index + 1; }
int weekday_number(int32_t index) { return index == 1 ? 7 : index - 1; }  // ICU: 0 unused, 1 = Sunday

// ---- spelled-out numbers --------------------------------------------------------------------

class Speller {
 public:
  explicit Speller(const icu::Locale& locale) : format_(icu::URBNF_SPELLOUT, locale, status_) {
    if (U_FAILURE(status_)) return;
    for (int32_t i = 0; i < format_.getNumberOfRuleSetNames(); ++i) {
      const UnicodeString name = format_.getRuleSetName(i);
      const std::string plain = utf8(name);
      if (plain.ends_with("-verbose") || plain.find("-year") != std::string::npos) continue;
      if (plain.starts_with("%spellout-ordinal")) ordinal_.push_back(name);
      if (plain.starts_with("%spellout-cardinal") || plain.starts_with("%spellout-numbering"))
        cardinal_.push_back(name);
    }
  }
  std::vector<std::string> cardinals(std::int64_t number) { return spell(number, cardinal_); }
  std::vector<std::string> ordinals(std::int64_t number) { return spell(number, ordinal_); }

 private:
  /// Every gender and case, each once, the longest first.
  std::vector<std::string> spell(std::int64_t number, const std::vector<UnicodeString>& rule_sets) {
    std::vector<std::string> words;
    for (const UnicodeString& rule_set : rule_sets) {
      UErrorCode status = U_ZERO_ERROR;
      UnicodeString text;
      icu::FieldPosition ignored;
      format_.format(number, rule_set, text, ignored, status);
      std::string word = folded_text(text);
      if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
      if (U_SUCCESS(status) && !word.empty()) words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  UErrorCode status_ = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format_;
  std::vector<UnicodeString> cardinal_, ordinal_;
};

struct NumberWords {
  Unambiguous<Decimal> values;
  std::unordered_set<std::string> scales;
  void add_scale(const std::string& word, const Decimal& value) {
    values.add(word, value);
    scales.insert(word);
  }
};

void add_whole_words(Speller& speller, NumberWords& words) {
  std::vector<std::int64_t> numbers;
  for (std::int64_t n = 0; n < 100; ++n) numbers.push_back(n);
  for (std::int64_t n = 1; n < 10; ++n) numbers.insert(numbers.end(), {n * 100, n * 1000, n * 10000, n * 100000});
  for (std::int64_t n = 11; n < 20; ++n) numbers.push_back(n * 1000);
  for (const std::int64_t number : numbers) {
    for (const std::string& word : speller.cardinals(number)) {
      if (is_one_word(word)) words.values.add(word, Decimal(number));
    }
  }
}

/// What stays of `word` when a spelling of `count` is taken off its front; "" when nothing does.
std::string without_count(const std::string& word, const std::vector<std::string>& counts) {
  for (const std::string& count : counts) {
    if (word.size() > count.size() && word.starts_with(count)) return word.substr(count.size());
  }
  return "";
}

void add_scale_words(Speller& speller, int power, NumberWords& words) {
  const Decimal value = Decimal::power_of_ten(power);
  std::int64_t scale = 1;
  for (int i = 0; i < power; ++i) scale *= 10;
  std::map<std::string, int> glued;
  for (const std::int64_t count : {1, 2, 3, 5}) {
    const std::vector<std::string> counts = speller.cardinals(count);
    for (const std::string& word : speller.cardinals(count * scale)) {
      const std::string rest = without_count(word, counts);
      const std::string bare = trimmed(rest, " -");
      if (rest.empty() && count == 1 && power <= 3 && is_one_word(word)) words.add_scale(word, value);  // "mille"
      if (!is_one_word(bare)) continue;
      if (bare.size() < rest.size())
        words.add_scale(bare, value);  // "deux millions"
      else if (count > 1)
        ++glued[bare];  // "zweihundert"
    }
    if (power != 2) continue;
    for (const std::string& word : speller.cardinals(scale + 1)) {  // "ciento uno", where 100 alone is "cien"
      const std::size_t space = word.find(' ');
      if (count != 1 || space == std::string::npos) continue;
      if (std::find(counts.begin(), counts.end(), word.substr(space + 1)) != counts.end()) {
        words.add_scale(word.substr(0, space), value);
      }
    }
  }
  // Three counts must agree: "dos-cientos" and "tres-cientos" do, "quinientos" does not.
  for (const auto& [word, times] : glued) {
    if (times >= 3) words.add_scale(word, value);
  }
}

/// "1 Mrd." → mrd = 10^9; two letters or less ("M", "K") are left to rules/.
void add_compact_words(const icu::Locale& locale, NumberWords& words) {
  for (const auto& notation : {icu::number::Notation::compactLong(), icu::number::Notation::compactShort()}) {
    const auto format = icu::number::NumberFormatter::withLocale(locale).notation(notation);
    for (int power = 3; power <= 15; power += power == 9 ? 3 : 1) {
      const Decimal value = Decimal::power_of_ten(power);
      for (const char count : {'1', '2', '5'}) {
        UErrorCode status = U_ZERO_ERROR;
        const std::string plain = count + std::string(static_cast<std::size_t>(power), '0');
        const std::string text = folded_text(format.formatDecimal(plain, status).toString(status));
        if (U_FAILURE(status) || text.empty() || text.front() != count) continue;
        const std::string word = trimmed(text.substr(1));
        const std::string bare = trimmed(word, ".");
        if (letters(bare) < kShortestWord || letters(bare) != code_points(bare)) continue;
        words.add_scale(word, value);
        words.add_scale(bare, value);
      }
    }
  }
}

void add_number_words(const icu::Locale& locale, Lexicon& lexicon) {
  Speller speller(locale);
  NumberWords words;
  add_whole_words(speller, words);
  for (const int power : {2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 18}) add_scale_words(speller, power, words);
  add_compact_words(locale, words);
  for (const auto& [word, value] : words.values.take()) {
    lexicon.number_words[word] = {value, words.scales.contains(word)};
  }
  Unambiguous<int> ordinals;
  for (int number = 1; number <= 100; number += number < 31 ? 1 : number == 31 ? 9 : 10) {
    for (const std::string& word : speller.ordinals(number)) {
      if (is_one_word(word)) ordinals.add(word, number);
    }
  }
  lexicon.ordinal_words = ordinals.take();
}

// ---- units ----------------------------------------------------------------------------------

/// "1 km" and "{0} km" → "km".
std::string without_number(std::string text) {
  const std::size_t begin = text.find_first_of("{0123456789");
  if (begin == std::string::npos) return text;
  const std::size_t end = std::min(text.find_first_not_of("{0123456789}", begin), text.size());
  text.erase(begin, end - begin);
  return trimmed(text);
}

constexpr char32_t kFirstIdeograph = 0x2E80;

bool reads_as_unit(const std::string& name) {
  if (name == "in") return false;  // inch, and a preposition in half of Europe
  if (letters(name) == 0) return false;
  if (code_points(name) > 1) return true;
  return decode(name, 0).code >= kFirstIdeograph;  // "日" is a word, "m" too little of one
}

using UnitNames = std::unordered_map<std::string, std::vector<std::string>>;  // CLDR identifier → names

/// `table`: "units" for the full names, "unitsShort", "unitsNarrow". Their cases come along:
/// length { kilometer { one{"{0} Kilometer"} case{ dative{ other{"{0} Kilometern"}}}}}
UnitNames unit_names(const icu::Locale& locale, const char* table) {
  static const std::unordered_set<std::string> kPlurals = {"zero", "one", "two", "few", "many", "other"};
  UnitNames names;
  visit_strings(locale, "-unit", table, [&](const Path& path, const std::string& text) {
    if (path.size() >= 3 && kPlurals.contains(path.back())) names[path[1]].push_back(without_number(text));
  });
  return names;
}

/// For what the tables lack: compounds like megawatt-hour, or everything should another ICU lay them out anew.
std::vector<std::string> formatted_names(const icu::Locale& locale, const UnitRow& row, UNumberUnitWidth width) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MeasureUnit unit = icu::MeasureUnit::forIdentifier(row.cldr, status);
  if (U_FAILURE(status)) return {};
  const auto format = icu::number::NumberFormatter::withLocale(locale).unit(unit).unitWidth(width);
  std::vector<std::string> names;
  for (const int number : {1, 2, 5}) {  // five: plural forms beyond one and two
    names.push_back(without_number(folded_text(format.formatInt(number, status).toString(status))));
  }
  return names;
}

void add_unit(const UnitRow& row, const std::vector<std::string>& names, Lexicon& lexicon) {
  const MentionKind kind = row.dimension == "temperature" ? MentionKind::temperature
                           : row.dimension == "time"      ? MentionKind::duration
                                                          : MentionKind::measure;
  for (std::string name : names) {
    for (std::size_t dot = name.find("⋅"); dot != std::string::npos; dot = name.find("⋅")) {
      name.erase(dot, std::string_view("⋅").size());  // "MW⋅h" is printed "MWh"
    }
    for (const std::string& form : {name, trimmed(name, ".")}) {
      if (reads_as_unit(form)) lexicon.units.try_emplace(form, UnitName{row.ucum, kind});
    }
  }
}

/// "MW.h" is printed "MWh", which CLDR knows for kWh alone.
std::string written_code(const std::string& ucum) {
  std::string code = folded(ucum);
  return std::erase(code, '.') > 0 && letters(code) == code.size() ? code : "";
}

struct Width {
  const char* table;
  UNumberUnitWidth formatted;
};

void add_units_of(const std::vector<icu::Locale>& locales, const Width& width, const std::vector<UnitRow>& units,
                  Lexicon& lexicon) {
  UnitNames own;
  for (const icu::Locale& locale : locales) {
    const bool is_own = &locale == &locales.front();
    const UnitNames names = unit_names(locale, width.table);
    if (is_own) own = names;
    for (const UnitRow& row : units) {
      if (const auto found = names.find(row.cldr); found != names.end()) {
        add_unit(row, found->second, lexicon);
      } else if (!own.contains(row.cldr) && width.formatted != UNUM_UNIT_WIDTH_NARROW &&
                 (is_own || width.formatted == UNUM_UNIT_WIDTH_FULL_NAME)) {
        add_unit(row, formatted_names(locale, row, width.formatted), lexicon);
      }
    }
  }
}

void add_units(const std::vector<icu::Locale>& locales, const std::vector<UnitRow>& units, Lexicon& lexicon) {
  // Width by width: a long name is surer than another unit's abbreviation.
  add_units_of(locales, {"units", UNUM_UNIT_WIDTH_FULL_NAME}, units, lexicon);
  add_units_of(locales, {"unitsShort", UNUM_UNIT_WIDTH_SHORT}, units, lexicon);
  for (const UnitRow& row : units) add_unit(row, {written_code(row.ucum)}, lexicon);
  add_units_of(locales, {"unitsNarrow", UNUM_UNIT_WIDTH_NARROW}, units, lexicon);
}

// ---- the rest -------------------------------------------------------------------------------

/// Long and short names; "Myanmar (Burma)" is both of them. "US" and "UK" are too short to be sure of.
/// UN M49 regions ("Europe") and the cities that stand for time zones ("Tokyo").
void add_continents_and_cities(const icu::Locale& locale, Lexicon& lexicon) {
  const icu::LocalPointer<icu::LocaleDisplayNames> names(icu::LocaleDisplayNames::createInstance(locale));
  UnicodeString text;
  for (const char* code : {"001", "002", "003", "005", "009", "013", "019", "021", "142", "150", "154", "155"}) {
    lexicon.territories.insert(folded_text(names->regionDisplayName(code, text)));
  }
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

void add_territories(const icu::Locale& locale, Lexicon& lexicon) {
  for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
    UDisplayContext context[] = {length};
    const icu::LocalPointer<icu::LocaleDisplayNames> names(icu::LocaleDisplayNames::createInstance(locale, context, 1));
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      UnicodeString text;
      std::string name = folded_text(names->regionDisplayName(*code, text));
      if (const std::size_t open = name.find(" ("); open != std::string::npos && name.ends_with(')')) {
        lexicon.territories.insert(name.substr(open + 2, name.size() - open - 3));
        name.resize(open);
      }
      if (name.size() >= kShortestWord) lexicon.territories.insert(name);
    }
  }
  add_continents_and_cities(locale, lexicon);
}

/// A space when the language groups with any kind of space.
char sign(const icu::DecimalFormatSymbols& symbols, icu::DecimalFormatSymbols::ENumberFormatSymbol which,
          char otherwise) {
  const std::string text = folded(utf8(symbols.getConstSymbol(which)));
  return text.size() == 1 ? text.front() : otherwise;
}

void visit_below(UResourceBundle* table, Path& path, const StringVisitor& visit) {
  UErrorCode status = U_ZERO_ERROR;
  for (int index = 0; ures_hasNext(table); ++index) {
    const icu::LocalUResourceBundlePointer item(ures_getNextResource(table, nullptr, &status));
    if (U_FAILURE(status)) return;
    const char* key = ures_getKey(item.getAlias());
    path.push_back(key != nullptr ? key : std::to_string(index));
    const UResType type = ures_getType(item.getAlias());
    if (type == URES_TABLE || type == URES_ARRAY) visit_below(item.getAlias(), path, visit);
    if (type == URES_STRING) {
      int32_t length = 0;
      const UChar* text = ures_getString(item.getAlias(), &length, &status);
      if (U_SUCCESS(status)) visit(path, folded_text(UnicodeString(text, length)));
    }
    path.pop_back();
  }
}

}  // namespace

void visit_strings(const icu::Locale& locale, const char* tree, const char* table, const StringVisitor& visit) {
  for (std::string name = locale.getBaseName(); !name.empty();) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUResourceBundlePointer bundle(
        ures_openDirect((std::string(U_ICUDATA_NAME) + tree).c_str(), name.c_str(), &status));
    const icu::LocalUResourceBundlePointer root(ures_getByKey(bundle.getAlias(), table, nullptr, &status));
    Path path;
    if (U_SUCCESS(status)) visit_below(root.getAlias(), path, visit);
    const std::size_t parent = name.rfind('_');
    name.resize(parent == std::string::npos ? 0 : parent);
  }
}

Lexicon lexicon_from_cldr(const std::string& language, const std::vector<UnitRow>& units) {
  const std::vector<icu::Locale> locales = locales_of(language);
  Lexicon lexicon;
  lexicon.language = language;
  lexicon.months = calendar_names(locales, &Symbols::getMonths, month_number);
  lexicon.weekdays = calendar_names(locales, &Symbols::getWeekdays, weekday_number);
  add_number_words(locales.front(), lexicon);
  add_currencies(locales, lexicon);
  add_units(locales, units, lexicon);
  add_territories(locales.front(), lexicon);
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(locales.front(), status);
  lexicon.decimal_sign = sign(symbols, icu::DecimalFormatSymbols::kDecimalSeparatorSymbol, '.');
  lexicon.grouping_sign = sign(symbols, icu::DecimalFormatSymbols::kGroupingSeparatorSymbol, ',');
  return lexicon;
}

}  // namespace crosscheck
