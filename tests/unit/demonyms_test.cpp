// Whose "Indonesian", "Iraqis" and "deutsches" are: the words of rules/<lang>/demonyms.yaml, what CLDR's names of languages add,
// which places hold which, and where a count is said to hold.
#include <filesystem>
#include <map>
#include <tuple>

#include "base/unicode.h"
#include "rulebook/cldr.h"
#include "rulebook/demonym_rows.h"
#include "support.h"

namespace crosscheck {
namespace {

using Strings = std::vector<std::string>;

/// The languages that have such a file.
Strings languages_with_demonyms() {
  Strings found;
  for (const std::string& language : support::shipped_rules().languages()) {
    if (std::filesystem::exists(support::repo_path("rules/" + language + "/demonyms.yaml"))) found.push_back(language);
  }
  return found;
}

DemonymRows rows_of(const std::string& language) {
  std::vector<Fault> faults;
  const auto file = read_yaml(support::repo_path("rules/" + language + "/demonyms.yaml"));
  DemonymRows rows = demonyms_from(file.value(), faults);
  CHECK(faults.empty());
  return rows;
}

std::string state_of(const std::string& language, const std::string& word) {
  const std::string* found =
      support::shipped_rules().lexicon(language).demonyms.find(folded(word), is_upper(decode(word, 0).code));
  return found == nullptr ? "" : *found;
}

TEST_CASE("every listed form is its state's", "[unit][rulebook][demonyms]") {
  CHECK(languages_with_demonyms().size() >= 15);
  for (const std::string& language : languages_with_demonyms()) {
    const DemonymRows rows = rows_of(language);
    std::set<std::string> states;
    for (const auto& [word, state] : rows.words) {
      states.insert(state);
      for (const std::string& form : rows.forms_of(word)) {
        INFO(language << " " << form);
        CHECK(state_of(language, form) == state);
      }
    }
    CHECK(states.size() >= 60);
  }
}

TEST_CASE("a word with a small letter is no state's where print writes a capital", "[unit][rulebook][demonyms]") {
  for (const char* word : {"polish", "turkey", "danish", "swede", "turk", "china"}) CHECK(state_of("en", word).empty());
  CHECK(state_of("en", "Polish") == "PL");
  CHECK(state_of("de", "polnisches") == "PL");
  CHECK(state_of("de", "pole").empty());
}

TEST_CASE("CLDR's names of languages are adjectives where they sound like their state", "[unit][rulebook][demonyms]") {
  // Where nothing has capitals none is derived; Turkish names a language otherwise than its people ("Endonezce").
  const std::set<std::string> no_adjectives = {"ar", "hi", "ja", "ko", "tr", "zh"};
  for (const std::string& language : languages_with_demonyms()) {
    const Demonyms listed = compile_demonyms(rows_of(language), {});
    std::size_t confirmed = 0;
    const auto derived = adjectives_from_cldr(language);
    for (const auto& [word, state] : derived) {
      const std::string* known = listed.find(folded(word), true);
      INFO(language << " " << word << " " << state);
      if (known != nullptr) CHECK(*known == state);
      confirmed += known != nullptr ? 1 : 0;
    }
    INFO(language << ": " << derived.size() << " derived, " << confirmed << " of them listed");
    if (no_adjectives.count(language) == 0) CHECK(confirmed >= 12);
    if (language != "tr" && no_adjectives.count(language) == 1) CHECK(derived.empty());
  }
  const auto english = adjectives_from_cldr("en");
  const std::map<std::string, std::string> words(english.begin(), english.end());
  for (const char* word : {"English", "Arabic", "Portuguese", "Korean", "Dutch", "Hindi", "Romany"}) {
    INFO(word);
    CHECK(words.count(word) == 0);
  }
  CHECK(words.at("Indonesian") == "ID");
  CHECK(words.at("Swedish") == "SE");
  for (const auto& [language, word, state] :
       {std::tuple("pl", "rosyjski", "RU"), std::tuple("cs", "polština", "PL"), std::tuple("ru", "французский", "FR"),
        std::tuple("el", "Ιταλικά", "IT")}) {
    INFO(language << " " << word);
    CHECK(state_of(language, word) == state);
  }
}

TEST_CASE("places hold places", "[unit][rulebook][demonyms]") {
  CHECK(territories_hold({"142"}, {"ID"}));
  CHECK(territories_hold({"001"}, {"150"}));
  CHECK(territories_hold({"ID", "LK", "001"}, {"ID"}));
  CHECK(territories_hold({"150"}, {"FR", "DE"}));
  CHECK(territories_hold({"142"}, {"ZZ"}));
  CHECK(territories_hold({"ID", "LK"}, {"ZZ"}));
  CHECK_FALSE(territories_hold({"ID"}, {"ZZ"}));
  CHECK_FALSE(territories_hold({"ID"}, {"142"}));
  CHECK_FALSE(territories_hold({"150"}, {"FR", "JP"}));
  CHECK_FALSE(territories_hold({"ID"}, {"IN"}));
}

/// Where the first count of a sentence is said to hold.
Strings where_of(const std::string& text, const std::string& language = "en") {
  Document document;
  document.id = "a.txt";
  document.language = language;
  document.text = text;
  const Article article = extract(support::shipped_rules(), document, 0);
  for (const Claim& claim : article.claims) {
    if (claim.kind == MentionKind::number) return claim.measured.territories;
  }
  return {"no count"};
}

TEST_CASE("where a count holds", "[unit][claim][demonyms]") {
  const std::pair<const char*, Strings> cases[] = {
      {"The wave killed 168,000 people in Indonesia.", {"ID"}},
      {"The wave killed 168,000 people in Indonesia's Aceh province.", {"ID"}},
      {"The wave killed 220,000 people in Indonesia, Sri Lanka, India and other countries.", {"ID", "LK", "IN", "001"}},
      {"The wave killed 230,000 people in a dozen countries.", {"001"}},
      {"The wave killed 230,000 people across Asia.", {"142"}},
      {"The virus has killed 230,000 people worldwide.", {"001"}},
      {"The wave killed 170,000 people in the province.", {"ZZ"}},
      {"The Indonesian death toll rose to 170,000.", {"ID"}},
      {"Thailand's death toll rose to 5,400.", {"TH"}},
      {"The South African death toll rose to 5,400.", {"ZA"}},
      {"The wave killed 170,000 people in 2004.", {}}};
  for (const auto& [text, codes] : cases) {
    INFO(text);
    CHECK(where_of(text) == codes);
  }
}

TEST_CASE("an adjective before a count says where it holds, in every language with rules", "[unit][claim][demonyms]") {
  const std::map<std::string, const char*> indonesian = {
      {"ar", "ارتفع عدد القتلى الإندونيسيين إلى 170 ألف قتيل."},
      {"de", "Die Zahl der indonesischen Todesopfer stieg auf 170.000."},
      {"en", "The Indonesian death toll rose to 170,000."},
      {"es", "El balance indonesio de víctimas subió a 170.000."},
      {"fr", "Le bilan indonésien est passé à 170 000 morts."},
      {"hi", "इंडोनेशियाई मृतकों की संख्या बढ़कर 1,70,000 हो गई।"},
      {"it", "Il bilancio delle vittime indonesiane è salito a 170.000."},
      {"ja", "インドネシア人の死者は17万人に増えた。"},
      {"ko", "인도네시아인 사망자는 17만 명으로 늘었다."},
      {"nl", "Het Indonesische dodental steeg tot 170.000."},
      {"pt", "O número de mortos indonésios subiu para 170.000."},
      {"ru", "Число индонезийских жертв выросло до 170 000."},
      {"sv", "Antalet indonesiska dödsoffer steg till 170 000."},
      {"tr", "Endonezyalı ölü sayısı 170.000'e yükseldi."},
      {"zh", "印尼籍死者增至17万人。"}};
  for (const std::string& language : languages_with_demonyms()) {
    INFO(language);
    REQUIRE(indonesian.count(language) == 1);
    CHECK(where_of(indonesian.at(language), language) == Strings{"ID"});
  }
  CHECK(where_of("ارتفع عدد القتلى والجرحى في صفوف الكوريين الجنوبيين إلى 170.", "ar") == Strings{"KR"});
  CHECK(where_of("قتل وأصيب من العراقيين والأتراك 170 شخصا.", "ar") == Strings{"TR"});
  CHECK(where_of("Güney Koreli ölü sayısı 170'e yükseldi.", "tr") == Strings{"KR"});
}

TEST_CASE("a form counts inside a token where no blanks part the words", "[unit][rulebook][demonyms]") {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"ja", "在日米軍の", "US"},       {"ja", "南スーダン人は", "SS"},   {"ja", "ハワイタイ人", ""},
      {"ja", "ソマリ人", ""},           {"ja", "単独軍事行動", ""},       {"ja", "インド", ""},
      {"zh", "驻韩美军", "US"},         {"zh", "南苏丹人和苏丹人", "SS"}, {"zh", "索马里人", "SO"},
      {"zh", "跨越军事分界线", ""},     {"zh", "25日军方", ""},           {"ko", "한미군사훈련", ""},
      {"ko", "인도네시아인들의", "ID"}, {"tr", "Çinlilerin", "CN"},       {"tr", "çinlilerin", ""}};
  for (const auto& [language, word, state] : cases) {
    INFO(language << " " << word);
    CHECK(state_of(language, word) == state);
  }
}

TEST_CASE("words that only look like a state's are no names", "[unit][recognize][demonyms]") {
  Document document;
  document.id = "a.txt";
  document.language = "en";
  document.text = "They polish the china while the turkey, 5 pounds, roasts beside a danish.";
  CHECK(extract(support::shipped_rules(), document, 0).entities.empty());
}

}  // namespace
}  // namespace crosscheck
