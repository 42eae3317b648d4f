// What CLDR says of dates and numbers in many languages, none of it listed in the code: Russian dates name the month
// in the genitive, Japanese writes 2024年5月16日, Arabic has one word for two days. A pattern here is the pattern
// language of rules/.
#include <algorithm>
#include <set>

#include "catch.h"
#include "rulebook/cldr.h"
#include "rulebook/schema.h"

using namespace crosscheck;

namespace {

const Lexicon& lexicon(const std::string& language) {
  static std::map<std::string, Lexicon> known;
  if (!known.contains(language)) known.emplace(language, lexicon_from_cldr(language));
  return known.at(language);
}

bool has_rule(const std::string& language, const std::string& meaning, const std::string& pattern) {
  const auto& rules = lexicon(language).time_rules;
  return std::find(rules.begin(), rules.end(), std::pair(meaning, pattern)) != rules.end();
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Table>
auto value(const Table& table, const typename Table::key_type& key) {
  const auto found = table.find(key);
  return found == table.end() ? typename Table::mapped_type{} : found->second;
}

struct Words {
  std::string language, month;
  int number;
  std::string grain_word, grain, yesterday, am, bc;
};

struct Rule {
  std::string language, meaning, pattern;
};

struct Spelling {
  std::string language, twenty_one, ninety_seven, nine_hundred;
};

}  // namespace

TEST_CASE("the calendar's words are known in every language", "[unit][rulebook]") {
  const std::vector<Words> table = {
      {"de", "mai", 5, "wochen", "week", "gestern", "am", "v. chr."},
      {"fr", "juillet", 7, "trimestre", "quarter", "hier", "am", "av. j.-c."},
      {"ru", "мая", 5, "недель", "week", "вчера", "am", "до н. э."},
      {"ja", "5月", 5, "時間", "hour", "昨日", "午前", "紀元前"},
      {"ar", "مايو", 5, "أيام", "day", "أمس", "ص", "ق.م"},
      {"hi", "मई", 5, "दिनों", "day", "कल", "am", "ईसा-पूर्व"},
      {"fi", "toukokuuta", 5, "vuosikymmentä", "decade", "eilen", "ap.", "ekr."},
      {"th", "พฤษภาคม", 5, "ศตวรรษ", "century", "เมื่อวาน", "ก่อนเที่ยง", "ก่อน ค.ศ."},
  };
  for (const Words& row : table) {
    INFO(row.language);
    const Lexicon& words = lexicon(row.language);
    CHECK(value(words.months, row.month) == row.number);
    CHECK(value(words.grains, row.grain_word) == row.grain);
    CHECK(holds(value(words.day_words, -1), row.yesterday));
    CHECK(holds(words.am, row.am));
    CHECK(holds(value(words.eras, "bc"), row.bc));
  }
}

TEST_CASE("months are known in the case that dates put them in", "[unit][rulebook]") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> table = {
      {"ru", {"март", "марта"}},
      {"cs", {"březen", "března"}},
      {"pl", {"marzec", "marca"}},
      {"el", {"μάρτιος", "μαρτίου"}},
      {"uk", {"березень", "березня"}},
      {"fi", {"maaliskuu", "maaliskuuta"}},
      {"ca", {"març", "de març"}},
      {"hr", {"ožujak", "ožujka"}},
      {"sr", {"март", "mart"}},
      {"nb", {"mars"}},
      {"fa", {"مارس"}},  // of the Gregorian calendar, not of the Persian
  };
  for (const auto& [language, words] : table) {
    for (const std::string& word : words) {
      INFO(language << " " << word);
      CHECK(value(lexicon(language).months, word) == 3);
    }
  }
}

TEST_CASE("date formats are patterns", "[unit][rulebook]") {
  const std::vector<Rule> table = {
      {"en", "date", "{month} {day}, {year}"},
      {"en", "month_year", "{month} {year}"},
      {"en", "clock", "{hour}:{minute} {ampm}"},
      {"en", "quarter:1", "q1 {year}"},
      {"de", "date", "{weekday}, {day}. {month} {year}"},
      {"de", "date", "{day}.{mm}."},
      {"de", "clock", "{hour} uhr"},
      {"de", "quarter:3", "3. quartal {year}"},
      {"fr", "date", "{day} {month} {year}"},
      {"es", "date", "{day} de {month} de {year}"},
      {"ru", "date", "{day} {month} {year} г."},
      {"ru", "date", "{day} {month} {year}"},
      {"ja", "date", "{year}年{mm}月{day}日"},
      {"ja", "month_year", "{year}年{mm}月"},
      {"ja", "year", "{year}年"},
      {"ja", "day_of_month", "{day}日"},
      {"ja", "clock", "{hour}時{minute}分"},
      {"ja", "weekday_day", "{day}日{weekday}"},
      {"zh", "quarter:2", "{year}年第2季度"},
      {"ar", "date", "{day} {month} {year}"},
      {"hi", "date", "{day} {month} {year}"},
      {"fi", "date", "{weekday} {day}. {month} {year}"},
      {"th", "date", "{day} {month} ค.ศ. {year}"},
      {"th", "date", "{day} {month} {year}"},
      {"eu", "month_year", "{year}(ko|eko|\\(e\\)ko) {month}"},
  };
  for (const Rule& row : table) {
    INFO(row.language << " " << row.meaning << ": " << row.pattern);
    CHECK(has_rule(row.language, row.meaning, row.pattern));
  }
}

TEST_CASE("a format that figures alone would fit is no pattern", "[unit][rulebook]") {
  CHECK_FALSE(has_rule("ru", "date", "{day}.{mm}"));
  CHECK_FALSE(has_rule("nl", "date", "{day}-{mm}"));
  CHECK_FALSE(has_rule("fr", "clock", "{hour} h"));
  for (const char* language : {"de", "en", "fi", "ja", "th", "he"}) {
    std::set<std::pair<std::string, std::string>> once;
    for (const auto& rule : lexicon(language).time_rules) {
      INFO(language << " " << rule.first << ": " << rule.second);
      CHECK(rule.second.find_first_of("()|") == std::string::npos);
      CHECK_FALSE((rule.second == "{hour}" || rule.second == "{day}" || rule.second == "{year}"));
      CHECK(once.insert(rule).second);
    }
  }
}

TEST_CASE("the order of a short date is the language's own", "[unit][rulebook]") {
  CHECK(lexicon("en").date_order == "mdy");
  CHECK(lexicon("de").date_order == "dmy");
  CHECK(lexicon("ar").date_order == "dmy");
  CHECK(lexicon("ja").date_order == "ymd");
  CHECK(lexicon("xx").date_order == "ymd");
}

TEST_CASE("times are told from today in CLDR's phrases", "[unit][rulebook]") {
  const std::vector<Rule> table = {
      {"en", "ago", "{n} {grain} ago"},
      {"en", "last_grain:year", "last year"},
      {"en", "next_weekday:7", "next sunday"},
      {"en", "present", "now"},
      {"de", "ago", "vor {n} {grain}"},
      {"de", "hence", "in {n} {grain}"},
      {"fr", "ago", "il y a {n} {grain}"},
      {"fr", "next_grain:week", "la semaine prochaine"},
      {"ru", "ago", "{n} {grain} назад"},
      {"ru", "hence", "через {n} {grain}"},
      {"ja", "ago", "{n} {grain}前"},
      {"ja", "last_grain:month", "先月"},
      {"ar", "ago", "قبل {n} {grain}"},
      {"ar", "ago:day:2", "قبل يومين"},
      {"ar", "duration:day:2", "يومان"},
      {"hi", "ago", "{n} {grain} पहले"},
      {"fi", "ago", "{n} {grain} sitten"},
      {"fi", "hence", "{n} {grain} päästä"},
      {"fi", "last_grain:week", "viime viikolla"},
      {"th", "ago", "{n} {grain}ที่ผ่านมา"},
      {"th", "this_grain:month", "เดือนนี้"},
      {"hu", "ago:day", "{n} napja"},
  };
  for (const Rule& row : table) {
    INFO(row.language << " " << row.meaning << ": " << row.pattern);
    CHECK(has_rule(row.language, row.meaning, row.pattern));
  }
  CHECK_FALSE(has_rule("en", "hence:minute", "in {n}m"));
  CHECK_FALSE(has_rule("ar", "ago", "خلال {n} {grain}"));
}

TEST_CASE("days, parts of the day and halves of it have their words", "[unit][rulebook]") {
  CHECK(holds(value(lexicon("de").day_words, 2), "übermorgen"));
  CHECK(holds(value(lexicon("ja").day_words, -2), "一昨日"));
  CHECK_FALSE(holds(value(lexicon("fi").day_words, 1), "huom."));
  CHECK(value(lexicon("en").dayparts, "in the afternoon") == "afternoon");
  CHECK(value(lexicon("de").dayparts, "vormittag") == "morning");
  CHECK(value(lexicon("zh").dayparts, "凌晨") == "night");
  CHECK(holds(lexicon("es").pm, "p.m."));
  CHECK(holds(lexicon("es").pm, "pm"));
  CHECK(holds(lexicon("ko").am, "오전"));
  CHECK(value(lexicon("en").grains, "dec").empty());
  CHECK(value(lexicon("zh").grains, "月").empty());
}

TEST_CASE("numbers of several words are known with blanks between them", "[unit][rulebook]") {
  const std::vector<Spelling> table = {
      {"en", "twenty one", "ninety seven", "nine hundred"},
      {"de", "einundzwanzig", "siebenundneunzig", "neunhundert"},
      {"fr", "vingt et une", "quatre vingt dix sept", "neuf cents"},
      {"ru", "двадцать одна", "девяноста семи", "девятьсот"},
      {"ja", "二十一", "九十七", "九百"},
      {"ar", "واحد وعشرون", "سبعة وتسعون", "تسعة مائة"},
      {"hi", "इक्कीस", "सत्तानबे", "नौ सौ"},
      {"fi", "kaksikymmentäyksi", "yhdeksänkymmentäseitsemän", "yhdeksänsataa"},
      {"th", "ยี่สิบเอ็ด", "เก้าสิบเจ็ด", "เก้าร้อย"},
  };
  for (const Spelling& row : table) {
    INFO(row.language);
    const auto& words = lexicon(row.language).number_words;
    CHECK(value(words, row.twenty_one).value == Decimal(21));
    CHECK(value(words, row.ninety_seven).value == Decimal(97));
    CHECK(value(words, row.nine_hundred).value == Decimal(900));
  }
  CHECK(value(lexicon("pt").number_words, "cento").scale);
  CHECK(value(lexicon("ko").number_words, "만").value == Decimal(10000));
  CHECK(value(lexicon("hi").number_words, "करोड़").value == Decimal(10000000));
  CHECK(value(lexicon("zh").number_words, "億").scale);
  CHECK(lexicon("agq").number_words.empty());  // ICU has no rules for it
}

TEST_CASE("ordinals of several words and great ones are known", "[unit][rulebook]") {
  CHECK(value(lexicon("en").ordinal_words, "ninety ninth") == 99);
  CHECK(value(lexicon("en").ordinal_words, "thousandth") == 1000);
  CHECK(value(lexicon("fr").ordinal_words, "vingt et unième") == 21);
  CHECK(value(lexicon("de").ordinal_words, "hundertsten") == 100);
  CHECK(value(lexicon("sv").ordinal_words, "tusende") == 1000);
  CHECK(value(lexicon("ru").ordinal_words, "двадцать первого") == 21);
}
