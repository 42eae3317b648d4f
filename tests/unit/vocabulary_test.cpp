// All words of a language in one trie, walked over the raw text: "Mrd. Euro" gives the word "mrd." and no more, since
// "euro" is a word of its own; "US-Dollars" gives the phrase "us dollars". Blanks, hyphens, case, accents and soft
// hyphens of the text are not obstacles; a letter that touches a word is.
#include "rulebook/vocabulary.h"

#include <cctype>

#include "catch.h"

namespace crosscheck {
namespace {

using Words = std::vector<std::pair<std::string, SenseKind>>;

Vocabulary vocabulary(const Words& words, bool german = false) {
  Vocabulary built;
  for (std::uint32_t i = 0; i < words.size(); ++i) built.add(words[i].first, {words[i].second, 0, i});
  built.freeze(german);
  return built;
}

/// What matches at the start of a text: "[five] hundred", and the phrase behind a bar.
std::string matched(const Vocabulary& words, std::string_view text, std::size_t at = 0) {
  const Vocabulary::Match match = words.match(text, at);
  std::string out;
  if (match.word != 0) out += std::string(text.substr(at, match.word_end - at));
  if (match.phrase != 0) out += "|" + std::string(text.substr(at, match.phrase_end - at));
  return out;
}

TEST_CASE("one word can mean several things, and each is found by its kind", "[unit][rulebook]") {
  Vocabulary words;
  words.add("Second", {SenseKind::unit, 0, 4});
  words.add("second", {SenseKind::ordinal, 0, 2});
  words.add("SECOND", {SenseKind::ordinal, 0, 2});
  words.add("march", {SenseKind::month, 0, 3});
  words.set_capital_only("March");
  words.freeze(false);
  const auto second = words.lookup("second");
  REQUIRE(second != 0);
  CHECK(words.mask(second) == (bit(SenseKind::unit) | bit(SenseKind::ordinal)));
  REQUIRE(words.find(second, SenseKind::unit) != nullptr);
  CHECK(words.find(second, SenseKind::unit)->value == 4);
  CHECK(words.find(second, SenseKind::ordinal)->value == 2);
  CHECK(words.find(second, SenseKind::month) == nullptr);
  std::size_t senses = 0;
  for (const Sense& sense : words.senses(second)) senses += sense.kind != SenseKind::literal ? 1 : 0;
  CHECK(senses == 2);
  CHECK(words.capital_only(words.lookup("march")));
  CHECK_FALSE(words.capital_only(second));
  CHECK(words.lookup("minute") == 0);
  CHECK(words.mask(0) == 0);
  CHECK(words.find(0, SenseKind::unit) == nullptr);
}

TEST_CASE("a letter may not touch a word of letters", "[unit][rulebook]") {
  const Vocabulary words =
      vocabulary({{"may", SenseKind::month}, {"k", SenseKind::scale_suffix}, {"%", SenseKind::percent}});
  CHECK(matched(words, "May 5") == "May");
  CHECK(matched(words, "may,") == "may");
  CHECK(matched(words, "maybe") == "");
  CHECK(matched(words, "mayé") == "");
  CHECK(matched(words, "may\u0301") == "");
  CHECK(matched(words, "may5") == "may");
  CHECK(matched(words, "5k", 1) == "k");
  CHECK(matched(words, "5km", 1) == "");
  CHECK(matched(words, "%x") == "%");
  CHECK(matched(words, "may") == "may");
  CHECK(matched(words, "ma") == "");
}

TEST_CASE("the longest entry wins, and a phrase stands beside the word", "[unit][rulebook]") {
  const Vocabulary words = vocabulary({{"us", SenseKind::literal},
                                       {"us dollar", SenseKind::currency},
                                       {"us dollars", SenseKind::currency},
                                       {"mrd", SenseKind::scale},
                                       {"mrd.", SenseKind::scale}});
  CHECK(matched(words, "US dollars were") == "US|US dollars");
  CHECK(matched(words, "US dollar were") == "US|US dollar");
  CHECK(matched(words, "us law") == "us");
  CHECK(matched(words, "Mrd. Euro").find("Mrd.") != std::string::npos);
  CHECK(matched(words, "Mrd Euro") == "Mrd");
}

TEST_CASE("a blank of a phrase is any blank, one line break or one hyphen", "[unit][rulebook]") {
  const Vocabulary words = vocabulary({{"more than", SenseKind::hedge_before}, {"us-dollar", SenseKind::currency}});
  for (const char* text :
       {"more than", "More  than", "more\u00A0than", "more\nthan", "more\r\n  than", "more-than", "MORE\tTHAN"}) {
    INFO("'" << text << "'");
    CHECK(matched(words, text) == "|" + std::string(text));
  }
  CHECK(matched(words, "more\n\nthan") == "");
  CHECK(matched(words, "more--than") == "");
  CHECK(matched(words, "morethan") == "");
  CHECK(matched(words, "more, than") == "");
  CHECK(matched(words, "more thanks") == "");
  CHECK(matched(words, "US Dollar") == "|US Dollar");
  CHECK(matched(words, "US-Dollar") == "|US-Dollar");
  CHECK(words.lookup("us dollar") == words.lookup("US-Dollar"));
}

TEST_CASE("a word is found without its accents, unless that is another word", "[unit][rulebook]") {
  const Vocabulary words = vocabulary({{"août", SenseKind::month},
                                       {"février", SenseKind::month},
                                       {"dès", SenseKind::literal},
                                       {"des", SenseKind::of},
                                       {"é", SenseKind::conjunction}});
  CHECK(words.lookup("aout") != 0);
  CHECK(words.find(words.lookup("aout"), SenseKind::month) != nullptr);
  CHECK(matched(words, "AOÛT 2024") == "AOÛT");
  CHECK(matched(words, "Fevrier") == "Fevrier");
  CHECK(words.find(words.lookup("des"), SenseKind::of) != nullptr);
  CHECK(words.find(words.lookup("des"), SenseKind::literal) == nullptr);
  CHECK(words.lookup("e") == 0);  // too short to lose an accent
}

TEST_CASE("German words are found in the spelling of a keyboard without umlauts", "[unit][rulebook]") {
  const Words rows{{"fünf", SenseKind::number}, {"dreißig", SenseKind::number}, {"märz", SenseKind::month}};
  const Vocabulary german = vocabulary(rows, true);
  for (const char* text : {"fünf", "FÜNF", "fuenf", "funf", "dreißig", "dreissig", "Maerz", "Marz"}) {
    INFO(text);
    CHECK(matched(german, text) == text);
  }
  const Vocabulary swedish = vocabulary(rows);
  CHECK(matched(swedish, "fuenf") == "");
  CHECK(matched(swedish, "dreissig") == "dreissig");
}

TEST_CASE("what prints nothing does not part a word", "[unit][rulebook]") {
  const Vocabulary words = vocabulary({{"milliarde", SenseKind::scale}, {"مليون", SenseKind::scale}});
  CHECK(matched(words, "Mil\u00ADli\u00ADar\u00ADde Euro") == "Mil\u00ADli\u00ADar\u00ADde");
  CHECK(matched(words, "Milliarde\u00ADn") == "");
  CHECK(matched(words, "مليـــون دولار") == "مليـــون");
  CHECK(matched(words, "\u200Fمليون") == "\u200Fمليون");
}

TEST_CASE("scripts without blanks have no word borders", "[unit][rulebook]") {
  const Vocabulary words = vocabulary({{"一", SenseKind::number},
                                       {"一些", SenseKind::lookalike},
                                       {"百", SenseKind::scale},
                                       {"百万", SenseKind::scale},
                                       {"円", SenseKind::currency}});
  CHECK(matched(words, "一人") == "一");
  CHECK(matched(words, "一些人") == "一些");
  CHECK(matched(words, "百万円") == "百万");
  CHECK(matched(words, "円x") == "円");
  CHECK(matched(words, "百 万円") == "百 万");
  std::vector<std::uint32_t> ends;
  words.each_match("百万円", 0, 9, [&](Vocabulary::Entry, std::uint32_t end) { ends.push_back(end); });
  CHECK(ends == std::vector<std::uint32_t>{3, 6});
  CHECK(words.match("一些", 0).senses == (bit(SenseKind::number) | bit(SenseKind::lookalike)));
}

TEST_CASE("the quick look at a word of ASCII finds what the walk finds", "[unit][rulebook]") {
  const Vocabulary words = vocabulary({{"the", SenseKind::literal},
                                       {"the day after tomorrow", SenseKind::day_word},
                                       {"u.s. dollar", SenseKind::currency},
                                       {"twenty-one", SenseKind::number},
                                       {"seventh", SenseKind::ordinal},
                                       {"eighteen", SenseKind::number},
                                       {"quadrillionths", SenseKind::ordinal},
                                       {"abcdefghijklmnop", SenseKind::unit},
                                       {"abcdefghijklmno", SenseKind::unit},
                                       {"café", SenseKind::literal},
                                       {"m²", SenseKind::unit},
                                       {"d'", SenseKind::literal},
                                       {"no. 1", SenseKind::lookalike}});
  const std::string text =
      "The day after tomorrow, the day after; the-day after tomorrow THE\nday\nafter tomorrow. U.S. dollar u.s.dollar "
      "Twenty-one twenty one "
      "twenty--one seventh sevenths eighteen eighteenth quadrillionths quadrillionth abcdefghijklmnop abcdefghijklmno "
      "abcdefghijklmn cafe café cafés "
      "caf m² m2 m d'or d or No. 1 no 1 the\u00ADday the\u00AD day th\u00ADe thé the day\u00A0after tomorrow";
  std::size_t found = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!std::isalpha(static_cast<unsigned char>(text[at]))) continue;
    CAPTURE(text.substr(at, 24));
    const Vocabulary::Match walked = words.match(text, at);
    Vocabulary::Match quick;
    const std::uint32_t end = words.match_word(text, at, quick);
    CHECK(quick.word == walked.word);
    CHECK(quick.word_end == walked.word_end);
    CHECK(quick.phrase == walked.phrase);
    CHECK(quick.phrase_end == walked.phrase_end);
    CHECK(quick.senses == walked.senses);
    CHECK((end == 0 || end == text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at)));
    found += walked.word != 0 || walked.phrase != 0 ? 1 : 0;
  }
  CHECK(found == 20);
  Vocabulary::Match none;
  CHECK(Vocabulary().match_word("a text before any word is known", 0, none) == 1);
  CHECK(none.word == 0);
}

TEST_CASE("parts of a compound are found inside it", "[unit][rulebook]") {
  const Vocabulary words =
      vocabulary({{"ein", SenseKind::number}, {"eins", SenseKind::number}, {"und", SenseKind::conjunction}});
  const auto part = words.match_inside("einundzwanzig", 0, 13, bit(SenseKind::number));
  CHECK(part.word == words.lookup("ein"));
  CHECK(part.word_end == 3);
  CHECK(words.match_inside("einundzwanzig", 3, 13, bit(SenseKind::number)).word == 0);
  CHECK(words.match_inside("einundzwanzig", 3, 13, bit(SenseKind::conjunction)).word_end == 6);
  CHECK(words.match_inside("einundzwanzig", 3, 5, bit(SenseKind::conjunction)).word == 0);
}

TEST_CASE("keys are normalized before they are compared", "[unit][rulebook]") {
  CHECK(Vocabulary::normalized("  More   Than ") == "more than");
  CHECK(Vocabulary::normalized("US-Dollar") == "us dollar");
  CHECK(Vocabulary::normalized("-5") == "-5");
  CHECK(Vocabulary::normalized("d '") == "d'");
  CHECK(Vocabulary::normalized("aujourd’hui") == "aujourd'hui");
  CHECK(Vocabulary::normalized("\u00AD") == "");
  Vocabulary words;
  words.add("", {SenseKind::literal, 0, 0});
  words.add("\u200B", {SenseKind::literal, 0, 0});
  words.freeze(false);
  CHECK(words.lookup("") == 0);
  CHECK(matched(words, "anything") == "");
}

TEST_CASE("every word of a large vocabulary is found again", "[unit][rulebook]") {
  Words rows;
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (int rest = i + 1; rest > 0; rest /= 7) word += static_cast<char>('a' + rest % 7 * 3);
    rows.emplace_back(word + (i % 3 == 0 ? " é" + word : ""), SenseKind::number);
  }
  const Vocabulary words = vocabulary(rows);
  for (const auto& [word, kind] : rows) {
    const auto entry = words.lookup(word);
    REQUIRE(entry != 0);
    CHECK(words.find(entry, kind) != nullptr);
    const auto match = words.match(word, 0);
    CHECK(std::max(match.word_end, match.phrase_end) == word.size());
  }
  CHECK(words.lookup("zzz") == 0);
}

}  // namespace
}  // namespace crosscheck
