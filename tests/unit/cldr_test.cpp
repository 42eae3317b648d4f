// Facts of five languages that the recognizer leans on, none of which is listed in the code: each must come
// out of ICU. German "Billion" is 10^12 and English "billion" 10^9; in English a pound is the British one.
#include "rulebook/cldr.h"

#include <set>

#include "catch.h"
#include "rulebook/schema.h"

using namespace crosscheck;

namespace {

std::vector<UnitRow> unit_rows() {
  const auto file = read_yaml(std::string(CROSSCHECK_SOURCE_DIR) + "/rules/units.yaml");
  REQUIRE(file.ok());
  std::vector<UnitRow> rows;
  for (const auto& row : file.value().root["units"]) {
    const auto factor = Decimal::parse(row["factor"].as<std::string>());
    REQUIRE(factor);
    rows.push_back(
        {row["ucum"].as<std::string>(), row["cldr"].as<std::string>(), row["dimension"].as<std::string>(), *factor});
  }
  return rows;
}

const Lexicon& lexicon(const std::string& language) {
  static std::map<std::string, Lexicon> known;
  if (!known.contains(language)) {
    Lexicon& made = known.emplace(language, lexicon_from_cldr(language)).first->second;
    UnitTables tables = units_from_cldr(language, unit_rows());
    made.units = std::move(tables.units);
    made.units_before = std::move(tables.before);
  }
  return known.at(language);
}

std::string number(const Lexicon& words, const std::string& word) {
  const auto found = words.number_words.find(word);
  if (found == words.number_words.end()) return "";
  return found->second.value.to_string() + (found->second.scale ? " scale" : "");
}

template <class Table>
auto value(const Table& table, const std::string& key) {
  const auto found = table.find(key);
  return found == table.end() ? typename Table::mapped_type{} : found->second;
}

}  // namespace

TEST_CASE("months and weekdays are known in every width that is a word", "[unit][rulebook]") {
  const Lexicon& en = lexicon("en");
  CHECK(value(en.months, "november") == 11);
  CHECK(value(en.months, "nov") == 11);
  CHECK(value(en.months, "sept") == 9);
  CHECK(value(en.weekdays, "monday") == 1);
  CHECK(value(en.weekdays, "sun") == 7);
  CHECK(en.months.count("m") == 0);
  CHECK(en.weekdays.count("mo") == 0);
  CHECK(value(lexicon("de").months, "märz") == 3);
  CHECK(value(lexicon("de").months, "dez.") == 12);
  CHECK(value(lexicon("de").months, "dez") == 12);
  CHECK(value(lexicon("de").weekdays, "mittwoch") == 3);
  CHECK(value(lexicon("fr").months, "août") == 8);
  CHECK(value(lexicon("fr").weekdays, "dimanche") == 7);
  CHECK(value(lexicon("es").months, "enero") == 1);
  CHECK(value(lexicon("ja").months, "11月") == 11);
  CHECK(value(lexicon("ja").weekdays, "月曜日") == 1);
}

TEST_CASE("numbers are read as each language spells them", "[unit][rulebook]") {
  const Lexicon& en = lexicon("en");
  CHECK(number(en, "seven") == "7");
  CHECK(number(en, "twenty one") == "21");
  CHECK(number(en, "forty") == "40");
  CHECK(number(en, "hundred") == "100 scale");
  CHECK(number(en, "million") == "1000000 scale");
  CHECK(number(lexicon("de"), "einundzwanzig") == "21");
  CHECK(number(lexicon("de"), "zweihundert") == "200");
  CHECK(number(lexicon("fr"), "quatre vingts") == "80");
  CHECK(number(lexicon("fr"), "mille") == "1000 scale");
  CHECK(number(lexicon("fr"), "cent") == "100 scale");
  CHECK(number(lexicon("es"), "quinientos") == "500");
  CHECK(number(lexicon("es"), "mil") == "1000 scale");
  CHECK(number(lexicon("ja"), "二十一") == "21");
}

TEST_CASE("a word of scale means what its own language says", "[unit][rulebook]") {
  CHECK(number(lexicon("en"), "billion") == "1000000000 scale");
  CHECK(number(lexicon("de"), "milliarde") == "1000000000 scale");
  CHECK(number(lexicon("de"), "milliarden") == "1000000000 scale");
  CHECK(number(lexicon("de"), "mrd.") == "1000000000 scale");
  CHECK(number(lexicon("de"), "billion") == "1000000000000 scale");
  CHECK(number(lexicon("fr"), "milliards") == "1000000000 scale");
  CHECK(number(lexicon("es"), "billones") == "1000000000000 scale");
  CHECK(number(lexicon("ja"), "億") == "100000000 scale");
}

TEST_CASE("ordinals come from the same rules", "[unit][rulebook]") {
  CHECK(value(lexicon("en").ordinal_words, "first") == 1);
  CHECK(value(lexicon("en").ordinal_words, "thirty first") == 31);
  CHECK(value(lexicon("de").ordinal_words, "dritten") == 3);
  CHECK(value(lexicon("fr").ordinal_words, "première") == 1);
}

TEST_CASE("a currency is known by its name, its noun, its sign and its code", "[unit][rulebook]") {
  const Lexicon& en = lexicon("en");
  CHECK(value(en.currency_names, "us dollars") == "USD");
  CHECK(value(en.currency_names, "u.s. dollars") == "USD");
  CHECK(value(en.currency_names, "canadian dollars") == "CAD");
  CHECK(value(en.currency_names, "dollars") == "USD");
  CHECK(value(en.currency_names, "euros") == "EUR");
  CHECK(value(en.currency_names, "pounds") == "GBP");
  CHECK(value(en.currency_names, "yen") == "JPY");
  CHECK(value(en.currency_names, "rupees") == "INR");
  CHECK(value(en.currency_names, "roubles") == "RUB");
  CHECK(value(en.currency_symbols, "$") == "USD");
  CHECK(value(en.currency_symbols, "€") == "EUR");
  CHECK(value(en.currency_symbols, "£") == "GBP");
  CHECK(value(en.currency_symbols, "¥") == "JPY");
  CHECK(value(en.currency_symbols, "us$") == "USD");
  CHECK(value(en.currency_symbols, "a$") == "AUD");
  CHECK(value(en.currency_symbols, "c$") == "CAD");
  CHECK(value(en.currency_symbols, "hk$") == "HKD");
  CHECK(value(en.currency_symbols, "r$") == "BRL");
  CHECK(value(en.currency_symbols, "USD") == "USD");
  CHECK(value(lexicon("de").currency_names, "us-dollar") == "USD");
  CHECK(value(lexicon("de").currency_names, "franken") == "CHF");
  CHECK(value(lexicon("es").currency_names, "dólares") == "USD");
  CHECK(value(lexicon("fr").currency_names, "livres") == "GBP");
  CHECK(value(lexicon("ja").currency_names, "円") == "JPY");
}

TEST_CASE("a noun that CLDR does not decide stays out", "[unit][rulebook]") {
  const Lexicon& en = lexicon("en");
  for (const char* noun : {"francs", "pesos", "kroner", "dinars", "marks", "gold"}) {
    INFO(noun);
    CHECK(en.currency_names.count(noun) == 0);
  }
  CHECK(value(en.currency_names, "swiss francs") == "CHF");
  CHECK(en.currency_symbols.count("kr") == 0);
  CHECK(en.currency_symbols.count("XXX") == 0);
}

TEST_CASE("units are known by long and short names, in every case of the language", "[unit][rulebook]") {
  const Lexicon& en = lexicon("en");
  CHECK(value(en.units, "kilometers").ucum == "km");
  CHECK(value(en.units, "kilometres").ucum == "km");
  CHECK(value(en.units, "km").ucum == "km");
  CHECK(value(en.units, "miles").ucum == "[mi_i]");
  CHECK(value(en.units, "miles per hour").ucum == "[mi_i]/h");
  CHECK(value(en.units, "metric tons").ucum == "t");
  CHECK(value(en.units, "gigawatts").ucum == "GW");
  CHECK(value(en.units, "gwh").ucum == "GW.h");
  CHECK(value(en.units, "gb").ucum == "GBy");
  CHECK(value(en.units, "°c").kind == MentionKind::temperature);
  CHECK(value(en.units, "years").kind == MentionKind::duration);
  CHECK(value(en.units, "acres").kind == MentionKind::measure);
  CHECK(value(en.units, "m").ucum == "m");
  CHECK(value(en.units, "m2").ucum == "m2");
  CHECK(value(lexicon("ja").units, "mb").ucum == "MBy");
  CHECK(lexicon("da").units.count("t") == 0);  // hours or tonnes
  CHECK(en.units.count("in") == 0);
  CHECK(value(lexicon("de").units, "kilometern").ucum == "km");
  CHECK(value(lexicon("de").units, "tagen").ucum == "d");
  CHECK(value(lexicon("fr").units, "heures").ucum == "h");
  CHECK(value(lexicon("ja").units, "キロメートル").ucum == "km");
}

TEST_CASE("every unit has a code of its own, and a name in English", "[unit][rulebook]") {
  std::set<std::string> codes, identifiers;
  for (const UnitRow& row : unit_rows()) {
    INFO(row.ucum);
    CHECK(codes.insert(row.ucum).second);
    CHECK(identifiers.insert(row.cldr).second);
    CHECK(row.factor.sign() == 1);
  }
  const Lexicon& en = lexicon("en");
  std::set<std::string> named;
  for (const auto& [name, unit] : en.units) named.insert(unit.ucum);
  CHECK(named == codes);
}

TEST_CASE("territories and the signs of numbers follow the language", "[unit][rulebook]") {
  CHECK(lexicon("en").territories.count("united kingdom") == 1);
  CHECK(lexicon("en").territories.count("myanmar") == 1);
  CHECK(lexicon("de").territories.count("österreich") == 1);
  CHECK(lexicon("en").decimal_sign == '.');
  CHECK(lexicon("en").grouping_sign == ',');
  CHECK(lexicon("de").decimal_sign == ',');
  CHECK(lexicon("de").grouping_sign == '.');
  CHECK(lexicon("fr").grouping_sign == ' ');
}

TEST_CASE("a language that nobody knows gets root data, whatever the machine's own", "[unit][rulebook]") {
  const Lexicon& none = lexicon("xx");
  CHECK(none.number_words.empty());
  CHECK(none.months.count("january") == 0);
  CHECK(value(none.units, "km").ucum == "km");
  CHECK(value(none.currency_symbols, "€") == "EUR");
}
