// A language's recognizer tables, turned round from what ICU prints: where CLDR formats 2 as "2 kilometers",
// "kilometers" reads as km; where it prints a date as "3. März", that is a pattern for days. So "3,2 Milliarden
// US-Dollar im März" finds milliarden = 10^9, us-dollar = USD and märz = 3 in tables that nobody wrote. Numbers,
// currencies, territories, the calendar, date formats and relative times have files of their own, cldr_*.cpp; here are units
// and what all of them read CLDR with.
// It cannot read words that CLDR never prints ("bucks"), or letters that mean too much alone ("5 m").
#include "rulebook/cldr.h"

#include <unicode/dcfmtsym.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/ulocdata.h>
#include <unicode/ures.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/unicode.h"
#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

using icu::UnicodeString;

using Bundle = icu::LocalUResourceBundlePointer;

/// A bundle's own data, without what it inherits. Opened with its parents first: ICU keeps a bundle as it was first
/// opened, and alone Norwegian nb would never find the months it has of no.
Bundle own_bundle(const char* package, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const Bundle with_parents(ures_open(package, name.c_str(), &status));
  status = U_ZERO_ERROR;
  UResourceBundle* bundle = ures_openDirect(package, name.c_str(), &status);
  return Bundle(U_SUCCESS(status) ? bundle : nullptr);
}

/// What a bundle says of itself, else the name cut short: en_GB → en_001 → en, sr_Latn → root.
std::string parent_of(const std::string& name, const UResourceBundle* bundle) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar* said = bundle == nullptr ? nullptr : ures_getStringByKey(bundle, "%%Parent", &length, &status);
  if (said != nullptr && U_SUCCESS(status)) return utf8(UnicodeString(said, length));
  const std::size_t cut = name.rfind('_');
  return cut == std::string::npos ? "root" : name.substr(0, cut);
}

/// What CLDR keeps of a language for other places and scripts. Not one that leans on another language's data, as Hindi
/// in Latin letters does on English.
bool stands_beside(const std::string& language, const std::string& place) {
  const std::string name = language + "_" + place;
  const Bundle bundle = own_bundle(nullptr, name);
  if (bundle.isNull()) return false;
  const std::string parent = parent_of(name, bundle.getAlias());
  return parent == "root" || parent.substr(0, parent.find('_')) == language;
}

/// The language, and what CLDR keeps of it for the rest of the world: en_001 has "kilometres" and "Sept", zh_Hant the
/// traditional characters.
/// Root for a language ICU does not know: by itself ICU would take that of the machine's user.
std::vector<icu::Locale> locales_of(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale own = icu::Locale::forLanguageTag(language, status);
  const std::string name = U_SUCCESS(status) ? own.getLanguage() : "";
  std::vector<icu::Locale> locales{!name.empty() && has_data(name) ? own : icu::Locale::getRoot()};
  for (const char* region : {"001", "419", "PT", "Hant", "Latn", "Cyrl"}) {
    if (stands_beside(name, region)) locales.push_back(icu::Locale::createFromName((name + "_" + region).c_str()));
  }
  for (icu::Locale& locale : locales) {
    UErrorCode ignored = U_ZERO_ERROR;
    locale.setKeywordValue("numbers", "latn", ignored);  // ICU reads a table of all keys to know them as "nu" and "ca"
    locale.setKeywordValue("calendar", "gregorian", ignored);
  }
  return locales;
}

// ---- units ----------------------------------------------------------------------------------

bool reads_as_unit(const std::string& name) {
  if (name == "in") return false;  // inch, and a preposition in half of Europe
  if (letters(name) == 0) return false;
  if (code_points(name) > 1) return true;
  return decode(name, 0).code >= kFirstIdeograph;  // "日" is a word, "m" too little of one
}

using UnitNames = std::unordered_map<std::string, std::vector<std::string>>;  // CLDR identifier → "{0} km", …

/// `table`: "units" for the full names, "unitsShort", "unitsNarrow". Their cases come along:
/// length { kilometer { one{"{0} Kilometer"} case{ dative{ other{"{0} Kilometern"}}}}}
UnitNames unit_names(const icu::Locale& locale, const char* table) {
  static const std::unordered_set<std::string> kPlurals = {"zero", "one", "two", "few", "many", "other"};
  UnitNames names;
  visit_strings(locale, "-unit", table, [&](const Path& path, const std::string& text) {
    if (path.size() >= 3 && kPlurals.contains(path.back())) names[path[1]].push_back(text);
  });
  return names;
}

/// One, two and five, where each is another plural: a formatter takes ICU long.
std::vector<std::int32_t> telling_numbers(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalPointer<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, status));
  std::vector<std::int32_t> numbers;
  std::set<std::string> plurals;
  for (const std::int32_t number : {1, 2, 5}) {
    if (U_FAILURE(status) || plurals.insert(utf8(rules->select(number))).second) numbers.push_back(number);
  }
  return numbers;
}

/// For what the tables lack: compounds like megawatt-hour, or everything should another ICU lay them out anew.
std::vector<std::string> formatted_names(const icu::Locale& locale, const UnitRow& row, UNumberUnitWidth width,
                                         const std::vector<std::int32_t>& numbers) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MeasureUnit unit = icu::MeasureUnit::forIdentifier(row.cldr, status);
  if (U_FAILURE(status)) return {};
  const auto format = icu::number::NumberFormatter::withLocale(locale).unit(unit).unitWidth(width);
  std::vector<std::string> names;
  for (const std::int32_t number : numbers)
    names.push_back(folded_text(format.formatInt(number, status).toString(status)));
  return names;
}

/// "kilomita 5", "saatte 90 kilometre": what stands before the number is the unit, or what it is divided by.
void add_unit_before(const UnitRow& row, const std::string& before, bool alone, UnitTables& tables) {
  if (row.ucum == "h" || !reads_as_unit(before)) return;  // Swahili "saa 6" tells the time
  const std::size_t per = row.ucum.find('/');
  if (alone || row.dimension == "temperature") {
    tables.before.try_emplace(before, row.ucum);
  } else if (per != std::string::npos) {
    tables.before.try_emplace(before, row.ucum.substr(per));
  }
}

using Names = std::unordered_set<std::string>;

constexpr std::array<std::string_view, 5> kLetterUnits = {"liter", "hour", "meter", "gram", "tonne"};

/// "m²" as keyboards have it: "m2".
std::string typed(std::string name) {
  for (const auto& [raised, digit] : {std::pair<std::string_view, char>{"²", '2'}, {"³", '3'}}) {
    if (const std::size_t at = name.find(raised); at != std::string::npos) name.replace(at, raised.size(), 1, digit);
  }
  return name;
}

/// Two units of one letter: Norwegian "6 t" may be hours or tonnes.
Names shared_letters(const UnitNames& all, const std::vector<UnitRow>& units) {
  Names shared;
  std::unordered_map<std::string, std::string> owners;
  for (const UnitRow& row : units) {
    const auto texts = all.find(row.cldr);
    if (texts == all.end()) continue;
    for (const std::string& text : texts->second) {
      const std::string name = trimmed(without_number(text), ".");
      if (code_points(name) == 1 && owners.try_emplace(name, row.cldr).first->second != row.cldr) shared.insert(name);
    }
  }
  return shared;
}

/// `texts`: with their number, "5 km" or "{0} km", or without; `shared`: names that are other units' too.
void add_unit(const UnitRow& row, const std::vector<std::string>& texts, UnitTables& tables, const Names& shared = {}) {
  const MentionKind kind = row.dimension == "temperature" ? MentionKind::temperature
                           : row.dimension == "time"      ? MentionKind::duration
                                                          : MentionKind::measure;
  for (const std::string& text : texts) {
    const std::size_t number = text.find_first_of("{0123456789");
    const std::string before = number == std::string::npos ? "" : trimmed(text.substr(0, number), " -");
    std::string name = without_number(text);
    if (!before.empty()) add_unit_before(row, before, before == name, tables);
    if (!before.empty() && before != name) continue;
    for (std::size_t dot = name.find("⋅"); dot != std::string::npos; dot = name.find("⋅")) {
      name.erase(dot, std::string_view("⋅").size());  // "MW⋅h" is printed "MWh"
    }
    const auto know = [&](const std::string& form) {
      // One letter means too much, but "3 l", "50 g" and "6 h" are safe enough behind digits.
      const bool letter = letters(form) == 1 &&
                          std::find(kLetterUnits.begin(), kLetterUnits.end(), row.cldr) != kLetterUnits.end() &&
                          (row.cldr == "liter" || !shared.contains(form));  // Slovenian "3 l": litres sooner than years
      if (reads_as_unit(form) || letter) tables.units.try_emplace(form, UnitName{row.ucum, kind});
    };
    know(name);
    know(trimmed(name, "."));
    if (const std::string keys = typed(name); keys != name) know(keys);
  }
}

/// "MW.h" is printed "MWh", which CLDR knows for kWh alone.
std::string written_code(const std::string& ucum) {
  std::string code = folded(ucum);
  return std::erase(code, '.') > 0 && letters(code) == code.size() ? code : "";
}

/// What one locale calls units, width by width.
struct UnitTexts {
  explicit UnitTexts(const icu::Locale& of)
      : locale(of),
        full(unit_names(of, "units")),
        brief(unit_names(of, "unitsShort")),
        narrow(unit_names(of, "unitsNarrow")),
        numbers(telling_numbers(of)) {}

  icu::Locale locale;
  UnitNames full, brief, narrow;
  std::vector<std::int32_t> numbers;
};

void add_units_of(const std::vector<UnitTexts>& locales, UnitNames UnitTexts::*table, UNumberUnitWidth width,
                  const std::vector<UnitRow>& units, const Names& shared, UnitTables& tables) {
  const UnitNames& own = locales.front().*table;
  for (const UnitTexts& texts : locales) {
    const bool is_own = &texts == &locales.front();
    const UnitNames& names = texts.*table;
    for (const UnitRow& row : units) {
      if (const auto found = names.find(row.cldr); found != names.end()) {
        add_unit(row, found->second, tables, shared);
      } else if (!own.contains(row.cldr) && width != UNUM_UNIT_WIDTH_NARROW &&
                 (is_own || width == UNUM_UNIT_WIDTH_FULL_NAME)) {
        add_unit(row, formatted_names(texts.locale, row, width, texts.numbers), tables);
      }
    }
  }
}

// ---- the rest -------------------------------------------------------------------------------

/// A space when the language groups with any kind of space.
char sign(const icu::DecimalFormatSymbols& symbols, icu::DecimalFormatSymbols::ENumberFormatSymbol which,
          char otherwise) {
  const std::string text = folded(utf8(symbols.getConstSymbol(which)));
  return text.size() == 1 ? text.front() : otherwise;
}

void add_signs(const icu::Locale& locale, Lexicon& lexicon) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(locale, status);
  lexicon.decimal_sign = sign(symbols, icu::DecimalFormatSymbols::kDecimalSeparatorSymbol, '.');
  lexicon.grouping_sign = sign(symbols, icu::DecimalFormatSymbols::kGroupingSeparatorSymbol, ',');
  visit_strings(locale, "", "NumberElements/latn/patterns", [&](const Path& path, const std::string& text) {
    if (path.back() == "percentFormat") lexicon.percent_first = text.starts_with('%');
  });
}

void visit_below(UResourceBundle* table, Path& path, const TextVisitor& visit) {
  UErrorCode status = U_ZERO_ERROR;
  for (int index = 0; ures_hasNext(table); ++index) {
    const Bundle item(ures_getNextResource(table, nullptr, &status));
    if (U_FAILURE(status)) return;
    const char* key = ures_getKey(item.getAlias());
    path.push_back(key != nullptr ? key : std::to_string(index));
    const UResType type = ures_getType(item.getAlias());
    if (type == URES_TABLE || type == URES_ARRAY) visit_below(item.getAlias(), path, visit);
    if (type == URES_STRING) {
      int32_t length = 0;
      const UChar* text = ures_getString(item.getAlias(), &length, &status);
      if (U_SUCCESS(status)) visit(path, UnicodeString(text, length));
    }
    path.pop_back();
  }
}

void visit_table(UResourceBundle* bundle, std::string_view table, const TextVisitor& visit) {
  UErrorCode status = U_ZERO_ERROR;
  const std::size_t slash = table.find('/');
  const std::string key(table.substr(0, slash));
  const Bundle below(ures_getByKey(bundle, key.c_str(), nullptr, &status));
  if (U_FAILURE(status)) return;
  if (slash != std::string_view::npos) return visit_table(below.getAlias(), table.substr(slash + 1), visit);
  Path path;
  visit_below(below.getAlias(), path, visit);
}

}  // namespace

bool has_data(const std::string& locale) { return !locale.empty() && own_bundle(nullptr, locale).isValid(); }

std::string with_optional(const std::string& text) {
  const std::size_t open = text.find('('), close = text.find(')', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos || close < open + 2) return text;
  std::size_t begin = open, end = close + 1;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '}') --begin;
  while (end < text.size() && text[end] != ' ' && text[end] != '{') ++end;
  const std::string head = text.substr(begin, open - begin), tail = text.substr(close + 1, end - close - 1);
  const std::string inside = text.substr(open + 1, close - open - 1), bare = head + tail;
  const std::string ways = head + inside + tail + "|" + head + "\\(" + inside + "\\)" + tail;
  return text.substr(0, begin) + (bare.empty() ? "[" + ways + "]" : "(" + bare + "|" + ways + ")") + text.substr(end);
}

void visit_texts(const icu::Locale& locale, const char* tree, const char* table, const TextVisitor& visit) {
  const std::string package = std::string(U_ICUDATA_NAME) + tree;
  for (std::string name = locale.getBaseName(); !name.empty() && name != "root";) {
    const Bundle bundle = own_bundle(*tree == '\0' ? nullptr : package.c_str(), name);
    if (bundle.isValid()) visit_table(bundle.getAlias(), table, visit);
    name = parent_of(name, bundle.getAlias());
  }
}

void visit_root_texts(const char* table, const TextVisitor& visit) {
  const Bundle root = own_bundle(nullptr, "root");
  if (root.isValid()) visit_table(root.getAlias(), table, visit);
}

void visit_strings(const icu::Locale& locale, const char* tree, const char* table, const StringVisitor& visit) {
  visit_texts(locale, tree, table,
              [&](const Path& path, const UnicodeString& text) { visit(path, folded_text(text)); });
}

UnitTables units_from_cldr(const std::string& language, const std::vector<UnitRow>& units) {
  const std::vector<icu::Locale> locales = locales_of(language);
  UnitTables tables;
  const std::vector<UnitTexts> texts(locales.begin(), locales.end());
  const Names shared = shared_letters(texts.front().brief, units);
  // Width by width: a long name is surer than another unit's abbreviation.
  add_units_of(texts, &UnitTexts::full, UNUM_UNIT_WIDTH_FULL_NAME, units, shared, tables);
  add_units_of(texts, &UnitTexts::brief, UNUM_UNIT_WIDTH_SHORT, units, shared, tables);
  for (const UnitRow& row : units) add_unit(row, {written_code(row.ucum)}, tables, shared);
  add_units_of(texts, &UnitTexts::narrow, UNUM_UNIT_WIDTH_NARROW, units, shared, tables);
  // The symbols of the metric system are the same everywhere, also where CLDR prints 厘米.
  const UnitNames symbols = unit_names(icu::Locale::getEnglish(), "unitsShort");
  for (const UnitRow& row : units) {
    const auto found = symbols.find(row.cldr);
    if (found != symbols.end() && row.dimension != "time") add_unit(row, found->second, tables, shared);
  }
  return tables;
}

Lexicon lexicon_from_cldr(const std::string& language) {
  const std::vector<icu::Locale> locales = locales_of(language);
  Lexicon lexicon;
  lexicon.language = language;
  add_signs(locales.front(), lexicon);
  add_calendar(locales, lexicon);
  add_time_rules(locales, lexicon);
  add_number_words(locales, lexicon);
  add_currencies(locales, lexicon);
  add_territories(locales.front(), lexicon);
  add_zones(locales.front(), lexicon);
  return lexicon;
}

std::string cldr_release() {
  UVersionInfo icu, data;
  u_getVersion(icu);
  UErrorCode status = U_ZERO_ERROR;
  ulocdata_getCLDRVersion(data, &status);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  std::string release;
  for (const auto* version : {&icu, &data}) {
    u_versionToString(*version, text.data());
    release += std::string(text.data()) + " ";
  }
  return U_SUCCESS(status) ? release : release + "without CLDR ";
}

}  // namespace crosscheck
