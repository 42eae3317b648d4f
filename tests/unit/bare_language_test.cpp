// Languages without a folder in rules/: what CLDR alone makes readable, and near misses that it must not.
#include "recognize/recognize.h"
#include "support.h"

namespace crosscheck {
namespace {

std::string read(const Rulebook& rules, const std::string& language, const std::string& text) {
  Document document;
  document.text = text;
  std::string all;
  for (const Mention& mention : recognize_values(document, rules.lexicon(language))) {
    const std::string value = mention.edtf.empty() ? value_text(mention.quantity) : mention.edtf;
    const std::string unit = mention.quantity.unit.empty() ? "" : " " + mention.quantity.unit;
    all += (all.empty() ? "" : ", ") + std::string(name_of(mention.kind)) + " " + value + unit;
  }
  return all;
}

TEST_CASE("a language without rules is read with CLDR's tables alone", "[unit][recognize][locales]") {
  auto loaded = load_rulebook(support::repo_path("rules"));
  REQUIRE(loaded.ok());
  const Rulebook& rules = loaded.value();
  struct Row {
    const char *language, *text, *read;
  };
  constexpr Row kRows[] = {
      {"he", "ב-25 בדצמבר 2023", "date 2023-12-25"},
      {"he", "בדצמבר 2023", "date 2023-12"},
      {"eu", "2024ko martxoaren 5a", "date 2024-03-05"},
      {"eu", "2024eko martxoaren 5a", "date 2024-03-05"},
      {"eu", "% 12,5", "percent 12.5 %"},
      {"mn", "2024 оны 3-р сарын 5", "date 2024-03-05"},
      {"th", "17 ม.ค. 2021", "date 2021-01-17"},
      {"fa", "ساعت ۱۹:۳۰", "time T19:30"},
      {"ku", "2024 adarê 5", "date 2024-03-05"},
      {"eo", "24-03-05", "date 2024-03-05"},
      {"sw", "kilomita 5", "measure 5 km"},
      {"sw", "km 90/saa", "measure 90 km/h"},
      {"sw", "milioni 7.5", "number 7500000"},
      {"sw", "siku 3", "duration P3D d"},
      {"sw", "saa 6 mchana", "number 6"},   // a time of day
      {"sw", "mwaka 2024", "number 2024"},  // a year
      {"pl", "2,5 miliona", "number 2500000"},
      {"fa", "سیصد و شصت و پنج", "number 365"},
      {"hu", "háromszázhatvanöt", "number 365"},
      {"hu", "hatott", ""},       // "it had an effect" begins with six
      {"da", "6 t", "number 6"},  // hours or tonnes
      {"bg", "6 ч", "number 6"},
      {"cs", "6 h", "duration PT6H h"},
      {"cy", "3M", "number 3000000"},
      {"cy", "2m", "measure 2 m"},
      {"cy", "4G", ""},  // a network
      {"pl", "50 g", "measure 50 g"},
      {"hu", "2 M", "number 2"},  // two million, and no metres
      {"cy", "2021 M. Jones", "number 2021"},
      {"br", "5,00 EUR", "money 5 EUR"},
      {"si", "0.25", "number 0.25"},
      {"dyo", "5 De", "number 5"},  // two letters of Latin name no month
      {"hy", "4 օր", "duration P4D d"},
  };
  for (const Row& row : kRows) {
    INFO(row.language << ": " << row.text);
    CHECK(read(rules, row.language, row.text) == row.read);
  }
}

}  // namespace
}  // namespace crosscheck
