// Patterns as rule files write them: "[the] (last|past) {n} {grain}" is four readings, each a row of words and slots.
// A reading prints here as it would be matched: a blank between two elements, nothing where they touch.
#include "rulebook/grammar.h"

#include <set>

#include "catch.h"

namespace crosscheck {
namespace {

using Strings = std::vector<std::string>;

const char* slot_name(SlotKind kind) {
  static constexpr const char* kNames[] = {"day",     "month",   "mm", "year", "yy",   "weekday", "grain", "season",
                                           "daypart", "holiday", "n",  "ord",  "hour", "minute",  "second"};
  const auto index = static_cast<std::size_t>(kind);
  return index < std::size(kNames) ? kNames[index] : "?";
}

std::string printed(const PatternSequence& sequence) {
  std::string out;
  for (const PatternElement& element : sequence) {
    if (!out.empty() && !element.tight) out += ' ';
    out += element.slot ? std::string("{") + slot_name(element.kind) + "}" : element.word;
  }
  return out;
}

Strings readings(std::string_view pattern) {
  const ParsedPattern parsed = parse_say(pattern);
  if (!parsed.problem.empty()) return {"problem: " + parsed.problem};
  Strings out;
  for (const PatternSequence& sequence : parsed.sequences) out.push_back(printed(sequence));
  return out;
}

bool faulty(std::string_view pattern) { return !parse_say(pattern).problem.empty(); }

// ---- patterns -------------------------------------------------------------------------------

TEST_CASE("words, marks and slots follow each other, tight where nothing stands between", "[unit][rulebook]") {
  CHECK(readings("vor {n} {grain}") == Strings{"vor {n} {grain}"});
  CHECK(readings("{day}. {month} {year}") == Strings{"{day}. {month} {year}"});
  CHECK(readings("{year}年{mm}月{day}日") == Strings{"{year}年{mm}月{day}日"});
  CHECK(readings("  in   {year} ") == Strings{"in {year}"});
  CHECK(readings("q{n}/{year}") == Strings{"q{n}/{year}"});
  CHECK(readings("d'ici {n}") == Strings{"d'ici {n}"});
}

TEST_CASE("the words of a pattern are folded as the text will be", "[unit][rulebook]") {
  CHECK(readings("VOR Ｑ３") == Strings{"vor q3"});
  CHECK(readings("l’an") == Strings{"l'an"});
  CHECK(readings("Août") == Strings{"août"});
}

TEST_CASE("an option is there or not, and may hold another", "[unit][rulebook]") {
  CHECK(readings("[the] {n}") == Strings{"the {n}", "{n}"});
  CHECK(readings("{month} [{year}]") == Strings{"{month} {year}", "{month}"});
  CHECK(readings("{n}[.]") == Strings{"{n}.", "{n}"});
  const Strings nested = readings("[in [the]] {year}");
  CHECK(std::set<std::string>(nested.begin(), nested.end()) ==
        std::set<std::string>{"in the {year}", "in {year}", "{year}"});
  CHECK(readings("{day} [{month} [{year}]]").size() == 3);
}

TEST_CASE("alternatives stand in brackets or alone, and may hold slots", "[unit][rulebook]") {
  CHECK(readings("(last|past) {n}") == Strings{"last {n}", "past {n}"});
  CHECK(readings("last|past") == Strings{"last", "past"});
  CHECK(readings("({month}|{season}) {year}") == Strings{"{month} {year}", "{season} {year}"});
  CHECK(readings("[the] (last|past) {n} {grain}").size() == 4);
  CHECK(readings("{n}(st|nd|rd)") == Strings{"{n}st", "{n}nd", "{n}rd"});
  CHECK(readings("[a|b] c") == Strings{"a c", "b c", "c"});
  CHECK(readings("(a|b c) d") == Strings{"a d", "b c d"});
}

TEST_CASE("an escaped mark is the mark itself", "[unit][rulebook]") {
  CHECK(readings("\\({n}\\)") == Strings{"({n})"});
  CHECK(readings("\\[{n}\\]") == Strings{"[{n}]"});
  CHECK(readings("a\\|b") == Strings{"a|b"});
  CHECK(readings("{year}\\(e\\)ko").size() == 1);
}

TEST_CASE("a pattern that is not well formed says what is wrong", "[unit][rulebook]") {
  CHECK(readings("[the {n}") == Strings{"problem: ']' is missing"});
  CHECK(readings("(a|b") == Strings{"problem: ')' is missing"});
  CHECK(readings("{n") == Strings{"problem: '}' is missing"});
  CHECK(readings("{number}") == Strings{"problem: no slot is called {number}"});
  CHECK(readings("") == Strings{"problem: an empty pattern"});
  CHECK(readings("   ") == Strings{"problem: an empty pattern"});
  CHECK(readings("[]") == Strings{"problem: an empty pattern"});
  CHECK(faulty("a)"));
  CHECK(faulty("a]"));
  CHECK(faulty("(a]"));
  CHECK(faulty("[a)"));
}

TEST_CASE("options that multiply beyond reason are refused, not written out", "[unit][rulebook]") {
  std::string pattern;
  for (int i = 0; i < 40; ++i) pattern += "[a|b] ";
  const ParsedPattern parsed = parse_say(pattern + "c");
  CHECK(parsed.problem == "too many options in one pattern");
  CHECK(parsed.sequences.size() < 200000);
}

TEST_CASE("slots and meanings are known by name", "[unit][rulebook]") {
  CHECK(slot_named("day") == SlotKind::day);
  CHECK(slot_named("holiday") == SlotKind::holiday);
  CHECK(slot_named("until") == SlotKind::until);
  CHECK_FALSE(slot_named("Day"));
  CHECK_FALSE(slot_named(""));
  for (const char* name : {"date", "ago", "hence_dur", "year_from", "weekday_of_last_week", "event"}) {
    const auto meaning = meaning_named(name);
    REQUIRE(meaning);
    CHECK(name_of(*meaning) == name);
  }
  CHECK_FALSE(meaning_named("yesteryear"));
  CHECK_FALSE(meaning_named("none"));
  CHECK_FALSE(meaning_named("count_"));
}

// ---- formulas -------------------------------------------------------------------------------

TEST_CASE("a formula is slots and numbers, read left to right", "[unit][rulebook]") {
  const auto half = parse_formula("a + 1/2");
  REQUIRE(half);
  REQUIRE(half->terms.size() == 2);
  CHECK(half->terms[0].slot == 'a');
  CHECK(half->terms[1].slot == 0);
  CHECK(half->terms[1].operation == '+');
  CHECK(half->terms[1].numerator == Decimal(1));
  CHECK(half->terms[1].denominator == Decimal(2));
  const auto share = parse_formula("a/b");
  REQUIRE(share);
  CHECK((share->terms.size() == 2 && share->terms[1].operation == '/' && share->terms[1].slot == 'b'));
  const auto negative = parse_formula("- a");
  REQUIRE(negative);
  CHECK((negative->terms.size() == 1 && negative->terms[0].operation == '-'));
  const auto ordinal = parse_formula("100 * ord");
  REQUIRE(ordinal);
  CHECK(ordinal->terms[1].slot == 'o');
  CHECK(ordinal->terms[0].numerator == Decimal(100));
}

TEST_CASE("a formula that is none is refused", "[unit][rulebook]") {
  for (const char* text : {"", " ", "x", "a ^ b", "a b", "1/", "+", "a + x", "1..2", "a,b"}) {
    INFO("'" << text << "'");
    CHECK_FALSE(parse_formula(text));
  }
}

// ---- trees ----------------------------------------------------------------------------------

TEST_CASE("patterns that begin alike share their path, and the first rule keeps it", "[unit][rulebook]") {
  Vocabulary words;
  for (const char* word : {"vor", "nach"}) words.add(word, {SenseKind::literal, 0, 0});
  words.freeze(true);
  PatternTree tree;
  CHECK(tree.empty());
  const auto plant = [&](std::string_view pattern, std::int32_t rule) {
    for (const PatternSequence& sequence : parse_say(pattern).sequences) tree.add(sequence, rule, words);
  };
  plant("vor {n} {grain}", 0);
  plant("vor {date}", 1);
  plant("nach {n}", 2);
  plant("vor {n} {grain}", 3);
  tree.seal();
  CHECK_FALSE(tree.empty());
  const PatternTree::Node& root = tree.node(0);
  REQUIRE(root.literals.size() == 2);
  CHECK(root.literals[0].entry < root.literals[1].entry);
  CHECK(root.slots.empty());
  for (const auto& [entry, tight, child] : root.literals) {
    CHECK_FALSE(tight);
    const bool before = entry == words.lookup("vor");
    REQUIRE(tree.first(entry).size() == 1);
    CHECK(tree.first(entry)[0].child == child);
    REQUIRE(tree.node(child).slots.size() == (before ? 2 : 1));
    const PatternTree::SlotEdge number = tree.node(child).slots[0];
    CHECK(number.kind == SlotKind::n);
    CHECK_FALSE(number.tight);
    if (before) CHECK(tree.node(tree.node(number.child).slots[0].child).rule == 0);
    CHECK((tree.node(child).senses & bit(SenseKind::is_digits)) != 0);  // {n} and {date} take digits
    CHECK((tree.node(child).senses & bit(SenseKind::literal)) == 0);
  }
  CHECK(tree.first(words.lookup("vor") + words.lookup("nach") + 1).empty());
}

}  // namespace
}  // namespace crosscheck
