// The rule language, operator by operator, over placeholder text as `claim` makes it:
//   "Acme invested $2 billion in Globex in 2019." with the money in question → " E0 invested V in E2 in D3 . "
#include "rulebook/pattern.h"
#include "rulebook/pattern_sieve.h"

#include "catch.h"
#include "rulebook/pattern_lists.h"

namespace crosscheck {
namespace {

const PatternLists kLists({{"pronouns", {"it", "they"}},
                           {"definite_nouns", {"company", "startup"}},
                           {"be", {"is", "was"}},
                           {"odd", {"a.b", "(x)"}}});

Pattern compiled(const std::string& source) {
  auto pattern = Pattern::compile(source, kLists);
  if (!pattern.ok()) FAIL(to_string(pattern.fault()));
  return std::move(pattern).value();
}

bool finds(const std::string& source, const std::string& view) {
  Captured captured;
  return compiled(source).find(view, captured);
}

std::string captured_by(const std::string& source, const std::string& view, const std::string& role) {
  Captured captured;
  if (!compiled(source).find(view, captured)) return "(no match)";
  for (const auto& [name, span] : captured.roles) {
    if (name == role) return std::string(cut(std::string_view(view), span));
  }
  return "(no role)";
}

TEST_CASE("a word matches a whole word, with a star any ending", "[unit][rulebook]") {
  CHECK(finds("invested {value}", " E0 invested V . "));
  CHECK_FALSE(finds("invest {value}", " E0 invested V . "));
  CHECK(finds("invest* {value}", " E0 invested V . "));
  CHECK_FALSE(finds("vested {value}", " E0 invested V . "));
  CHECK(finds("pre-money {value}", " pre-money V "));
  CHECK(finds("'s {value}", " E0 's V stake "));
}

TEST_CASE("a match is looked for as far from the value as the pattern reaches", "[unit][rulebook]") {
  const std::string lead = " far off , many more words stand before a b c d e f g h ";
  CHECK(finds("a ~ {value}", lead + "V . "));
  CHECK_FALSE(finds("more ~ {value}", lead + "V . "));
  CHECK(finds("far ~~ {value}", " far b c d e f g h i j k l m n o p q V . "));
  CHECK_FALSE(finds("far ~~ {value}", " far b c d e f g h i j k l m n o p q r V . "));
  CHECK(finds("(g [h]|a ~) {value} (in|~ of) the", lead + "V 1 2 3 4 5 6 7 8 of the end . "));
  CHECK(captured_by("{investor} paid {value}", " b c E1 , a maker of b c d e f g h i j k , paid V . ", "investor") ==
        "E1 ");
  CHECK(captured_by("{value} _ {to:phrase} now", lead + "V a b c d e f g h now . ", "to") == "e f g h ");
  CHECK(captured_by("[{value}] off {what:word}", lead + "V . ", "what") == "(no match)");
  CHECK(captured_by("far [{value}] {what:word}", lead + "V . ", "what") == "off ");
  CHECK(captured_by("^ far {what:word}", lead + "V . ", "what") == "off ");
}

bool may_match(const std::string& source, const std::string& before, const std::string& after) {
  std::vector<std::string_view> items;
  const auto add = [&](std::string_view words) {
    for (std::size_t begin = 0; begin < words.size(); begin = words.find(' ', begin) + 1) {
      items.push_back(words.substr(begin, words.find(' ', begin) - begin));
      if (words.find(' ', begin) == std::string_view::npos) break;
    }
  };
  add(before);
  const std::size_t value = items.size();
  items.emplace_back("V");
  add(after);
  return compiled(source).may_match(SidedWords(items, value, value + 1));
}

TEST_CASE("a word that a pattern needs must stand on its side of the value", "[unit][rulebook]") {
  CHECK(may_match("paid {value}", "paid", ""));
  CHECK_FALSE(may_match("paid {value}", "", "paid"));
  CHECK_FALSE(may_match("{value} @be", "was", ""));
  CHECK(may_match("{value} @be", "", "was"));
  CHECK(may_match("paid {value} [in]", "paid", ""));
  CHECK(may_match("({value} paid|paid {value})", "paid", ""));
  CHECK(may_match("({value} paid|paid {value})", "", "paid"));
  CHECK(may_match("({value} paid|paid {value}) in", "paid", "in"));
  CHECK_FALSE(may_match("({value} paid|paid {value}) in", "in", "paid"));
  CHECK(may_match("({value}|<money>) paid", "M1 paid", ""));
  CHECK(may_match("{of} paid", "", "E1 paid"));
}

TEST_CASE("a sieve keeps the patterns whose words stand in the sentence", "[unit][rulebook]") {
  const std::vector<Pattern> patterns = [] {
    std::vector<Pattern> own;
    for (const char* source : {"{value}", "paid {value}", "paid {value} in", "(paid|gave) {value}", "{value} @be in"})
      own.push_back(compiled(source));
    return own;
  }();
  std::vector<const Pattern*> places;
  for (const Pattern& pattern : patterns) places.push_back(&pattern);
  const PatternSieve sieve(places);
  const auto kept = [&](const std::vector<std::string_view>& sentence) {
    SentenceWords words;
    for (const std::string_view word : sentence) words.insert(word);
    const PatternSieve::Sifted sifted = sieve.sift(words);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (sifted.may_match(i)) found.push_back(i);
    }
    return found;
  };
  CHECK(kept({}) == std::vector<std::size_t>{0});
  CHECK(kept({"acme", "gave", "it"}) == std::vector<std::size_t>{0, 3});
  CHECK(kept({"acme", "paid", "it"}) == std::vector<std::size_t>{0, 1, 3});
  CHECK(kept({"paid", "in", "paid"}) == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(kept({"it", "was", "in"}) == std::vector<std::size_t>{0, 4});
}

TEST_CASE("a pattern is tried only where its items stand in their order", "[unit][rulebook]") {
  CHECK(may_match("{investor} ~ invest* {value}", "E1 has now invested", ""));
  CHECK_FALSE(may_match("{investor} ~ invest* {value}", "invested E1 has now", ""));
  CHECK_FALSE(may_match("{investor} ~ invest* {value}", "E1 , invested", ""));
  CHECK_FALSE(may_match("{value} _ (in|into) {investee}", "", "for , in E1"));
  CHECK(may_match("{value} _ (in|into) {investee}", "", "for good into the big company"));
  CHECK(may_match("{of} , {what:phrase} {value}", "E1 , a maker of b , , total sales", ""));
  CHECK(may_match("{value} {what:phrase} [now] {n:money}", "", "a b c M3"));
  CHECK_FALSE(may_match("{value} {what:phrase} [now] {n:money}", "", "M3"));
  // Sixty-four items are the most that are told apart: what is longer is always tried.
  std::string much = "{value}";
  for (int i = 0; i < 70; ++i) much += " [w" + std::to_string(i) + "]";
  CHECK(may_match(much + " never", "", "never"));
}

TEST_CASE("marks and regex signs in a pattern mean themselves", "[unit][rulebook]") {
  CHECK(finds(": {value}", " valuation : V . "));
  CHECK_FALSE(finds("a.c {value}", " abc V "));
  CHECK(finds("? {value}", " ? V "));
  CHECK(finds("+ {value}", " + V "));
  CHECK_FALSE(finds(". {value}", " x V "));
}

TEST_CASE("round brackets choose, square brackets may be left out", "[unit][rulebook]") {
  CHECK(finds("{value} (in|into) <entity>", " V into E2 . "));
  CHECK_FALSE(finds("{value} (in|into) <entity>", " V of E2 . "));
  CHECK(finds("invested [up to] {value}", " invested V "));
  CHECK(finds("invested [up to] {value}", " invested up to V "));
  CHECK_FALSE(finds("invested [up to] {value}", " invested up V "));
  CHECK(finds("paid [(about|some)] {value}", " paid some V "));
  CHECK(finds("a b|c {value}", " a b "));
}

TEST_CASE("a placeholder stands for a mention of its kind", "[unit][rulebook]") {
  CHECK(finds("<entity> paid <money>", " E0 paid M12 . "));
  CHECK_FALSE(finds("<entity> paid <money>", " E0 paid P12 . "));
  CHECK(finds("<percent> <number> <date> <duration>", " P1 N2 D3 U4 "));
  CHECK(finds("<any> of", " Q7 of "));
  CHECK(finds("<any> of", " M7 of "));
}

TEST_CASE("a role captures an entity, a pronoun or a definite noun", "[unit][rulebook]") {
  CHECK(captured_by("{investor} invested {value}", " E3 invested V . ", "investor") == "E3 ");
  CHECK(captured_by("{investor} invested {value}", " it invested V . ", "investor") == "it ");
  CHECK(captured_by("{investor} invested {value}", " the startup invested V . ", "investor") == "the startup ");
  CHECK_FALSE(finds("{investor} invested {value}", " bankers invested V . "));
  CHECK_FALSE(finds("{investor} invested {value}", " M3 invested V . "));
}

TEST_CASE("a role reads over an apposition in commas", "[unit][rulebook]") {
  CHECK(captured_by("{investor} invested {value}", " E3 , a chip designer , invested V . ", "investor") == "E3 ");
  CHECK_FALSE(finds("{investor} invested {value}", " E3 ; a chip designer ; invested V . "));
}

TEST_CASE("a role may be a phrase, a word or a mention of another kind", "[unit][rulebook]") {
  CHECK(captured_by("{value} for {what:phrase} .", " V for grid services . ", "what") == "grid services ");
  CHECK(captured_by("{value} of total {noun:word}", " V of total revenue ", "noun") == "revenue ");
  CHECK(captured_by("{part:money} , or {value}", " M4 , or V of ", "part") == "M4 ");
  CHECK(captured_by("{value} in {when:date}", " V in D9 ", "when") == "D9 ");
}

TEST_CASE("a gap passes over plain words, never over the value, a name or a full stop", "[unit][rulebook]") {
  CHECK(finds("<entity> ~ {value}", " E1 has agreed to pay V . "));
  CHECK(finds("<entity> ~ {value}", " E1 V . "));
  CHECK_FALSE(finds("<entity> ~ paid", " E1 . paid V "));
  CHECK_FALSE(finds("invested ~ in <entity>", " invested E4 in E5 "));
  CHECK_FALSE(finds("<entity> ~ {value}", " E1 a b c d e f g h i V "));
  CHECK(finds("<entity> ~ {value}", " E1 a b c d e f g h V "));
}

TEST_CASE("a wide gap passes over names too, a short one over four words", "[unit][rulebook]") {
  CHECK(finds("invested ~~ in <entity>", " invested , with E4 , in E5 "));
  CHECK_FALSE(finds("raised ~~ {value}", " raised it . then V "));
  CHECK(finds("a _ {value}", " a one two three four V "));
  CHECK_FALSE(finds("a _ {value}", " a one two three four five V "));
  CHECK_FALSE(finds("a _ {value}", " a , V "));
}

TEST_CASE("a list stands for any of its entries", "[unit][rulebook]") {
  CHECK(finds("@be worth {value}", " was worth V "));
  CHECK_FALSE(finds("@be worth {value}", " were worth V "));
  CHECK(finds("@odd {value}", " a.b V "));
  CHECK(finds("@odd {value}", " (x) V "));
  CHECK_FALSE(finds("@odd {value}", " aXb V "));
}

TEST_CASE("a hat binds the pattern to the sentence's start", "[unit][rulebook]") {
  CHECK(finds("^ {value}", " V was paid "));
  CHECK_FALSE(finds("^ {value}", " they paid V "));
}

TEST_CASE("what a pattern matched is told by its bytes", "[unit][rulebook]") {
  Captured captured;
  const std::string view = " in 2019 E0 paid V for E2 . ";
  REQUIRE(compiled("{buyer} paid {value} for {of}").find(view, captured));
  CHECK(cut(std::string_view(view), captured.whole) == " E0 paid V for E2 ");
  REQUIRE(captured.roles.size() == 2);
  CHECK(captured.roles[0].first == "buyer");
  CHECK(captured.roles[1].first == "of");
}

struct Bad {
  std::string source, what;
  int first, last;  ///< the column told lies here
};

TEST_CASE("a bad pattern says what is wrong and at which column", "[unit][rulebook]") {
  const std::vector<Bad> cases = {{"paid (in|into {value}", "')' is missing", 6, 22},
                                  {"paid [up to {value}", "']' is missing", 6, 20},
                                  {"paid {value", "'}' is missing", 6, 12},
                                  {"paid <money", "'>' is missing", 6, 12},
                                  {"paid ) {value}", "unmatched ')'", 6, 6},
                                  {"paid ] {value}", "unmatched ']'", 6, 6},
                                  {"paid @verbs {value}", "no word list 'verbs'", 6, 12},
                                  {"paid {x:cash} {value}", "unknown kind 'cash'", 6, 14},
                                  {"paid <cash> {value}", "unknown placeholder <cash>", 6, 12},
                                  {"Paid {value}", "has a capital", 1, 5},
                                  {"(in] {value}", "')' is missing", 1, 4}};
  for (const Bad& bad : cases) {
    INFO(bad.source);
    const auto pattern = Pattern::compile(bad.source, kLists);
    REQUIRE_FALSE(pattern.ok());
    CHECK(pattern.fault().who == Who::rules);
    CHECK(pattern.fault().code == "bad-pattern");
    CHECK_THAT(pattern.fault().what, Catch::Contains(bad.what));
    const std::size_t column = pattern.fault().what.find("column ");
    REQUIRE(column != std::string::npos);
    const int told = std::stoi(pattern.fault().what.substr(column + 7));
    CHECK(told >= bad.first);
    CHECK(told <= bad.last);
  }
}

TEST_CASE("a role's name that RE2 cannot hold is a fault, not a crash", "[unit][rulebook]") {
  for (const char* source : {"{} {value}", "{a b} {value}", "{a-b} {value}", "{:money} {value}"}) {
    INFO(source);
    CHECK_FALSE(Pattern::compile(source, kLists).ok());
  }
}

TEST_CASE("a pattern's time grows with the text, not beyond", "[unit][rulebook]") {
  std::string view = " ";
  for (int i = 0; i < 20000; ++i) view += "E1 , a word , ";
  Captured captured;
  CHECK_FALSE(compiled("{a} ~ {b} ~~ {c} ~ paid ~~ {value} ~ never").find(view, captured));
}

}  // namespace
}  // namespace crosscheck
