// The shelf: decimals, intervals, dates, text and hashes, each by itself.

#include <algorithm>
#include <limits>

#include "base/decimal.h"
#include "base/edit_distance.h"
#include "base/hash.h"
#include "base/id_numbers.h"
#include "base/interval.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/packed_words.h"
#include "base/pool.h"
#include "base/result.h"
#include "base/span.h"
#include "base/stem.h"
#include "base/word_table.h"
#include "catch.h"
#include "support.h"

namespace crosscheck {
namespace {

Decimal dec(std::string_view plain) {
  const auto value = Decimal::parse(plain);
  if (!value) FAIL("no number: " << plain);
  return *value;
}

Interval range(std::string_view low, std::string_view high) { return Interval::between(dec(low), dec(high)); }

// ---- decimals -------------------------------------------------------------------------------

TEST_CASE("a decimal is written back plain, without exponent or trailing zeros", "[unit][base]") {
  const std::vector<std::pair<std::string, std::string>> cases = {{"0", "0"},
                                                                  {"-0", "0"},
                                                                  {"6.60", "6.6"},
                                                                  {"007", "7"},
                                                                  {"157000000000", "157000000000"},
                                                                  {"-12.50", "-12.5"},
                                                                  {"+3", "3"},
                                                                  {".5", "0.5"},
                                                                  {"0.001", "0.001"},
                                                                  {"1.", "1"},
                                                                  {"-0.020", "-0.02"},
                                                                  {"10.0", "10"},
                                                                  {"1000.001", "1000.001"}};
  for (const auto& [written, expected] : cases) {
    INFO(written);
    CHECK(dec(written).to_string() == expected);
  }
}

TEST_CASE("what is no plain number is no decimal", "[unit][base]") {
  for (const char* text : {"", "-", ".", "+.", "1e5", "1,000", "1.2.3", " 1", "1 ", "0x10", "--1", "NaN", "١"}) {
    INFO(text);
    CHECK_FALSE(Decimal::parse(text).has_value());
  }
}

TEST_CASE("a decimal holds 36 digits and refuses a 37th", "[unit][base]") {
  const std::string most(36, '7');
  CHECK(dec(most).to_string() == most);
  CHECK_FALSE(Decimal::parse(std::string(37, '7')).has_value());
  CHECK(dec("1" + std::string(50, '0')).to_string() == "1" + std::string(50, '0'));
  CHECK(dec("0." + std::string(50, '0') + "1").significant_digits() == 1);
}

TEST_CASE("equal numbers are equal however they were written", "[unit][base]") {
  CHECK(dec("1.10") == dec("1.1"));
  CHECK(dec("100") == Decimal::power_of_ten(2));
  CHECK(dec("0.00") == Decimal());
  CHECK(dec("1.1") != dec("1.10000001"));
}

TEST_CASE("two decimals are ordered as their difference is signed", "[unit][base]") {
  support::Dice dice(7);
  for (int round = 0; round < 20000; ++round) {
    const auto any = [&] {
      const std::int64_t most = dice.one_in(2) ? 99 : std::numeric_limits<std::int64_t>::max();
      return Decimal(static_cast<Decimal::Coefficient>(dice.between(-(most / 2), most / 2)),
                     static_cast<int>(dice.between(-8, 8)));
    };
    const Decimal a = any(), b = dice.one_in(9) ? a : any();
    INFO(a.to_string() << " and " << b.to_string());
    CHECK((a <=> b) == (add(a, -b).sign() <=> 0));
  }
}

TEST_CASE("decimals are ordered over signs and powers of ten", "[unit][base]") {
  const std::vector<std::string> ascending = {"-1000", "-999.9", "-1",     "-0.001", "0",  "0.00001",     "0.1",
                                              "0.99",  "1",      "1.0001", "9",      "10", "157000000000"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      INFO(ascending[i] << " and " << ascending[j]);
      CHECK((dec(ascending[i]) < dec(ascending[j])) == (i < j));
    }
  }
}

TEST_CASE("sums and products are exact where they fit", "[unit][base]") {
  CHECK(add(dec("0.1"), dec("0.2")) == dec("0.3"));
  CHECK(add(dec("157000000000"), dec("-0.01")) == dec("156999999999.99"));
  CHECK(multiply(dec("0.27"), dec("500000000000")) == dec("135000000000"));
  CHECK(multiply(dec("-1.5"), dec("4")) == dec("-6"));
  CHECK(multiply(dec("0"), dec("-4")).to_string() == "0");
}

TEST_CASE("a quotient that does not end is held between its two roundings", "[unit][base]") {
  for (const auto& [a, b] :
       std::vector<std::pair<std::string, std::string>>{{"1", "3"}, {"-2", "7"}, {"135", "0.27"}, {"1", "-6"}}) {
    const Decimal low = divide(dec(a), dec(b), Rounding::down), high = divide(dec(a), dec(b), Rounding::up);
    INFO(a << " / " << b << ": " << low.to_string() << " " << high.to_string());
    CHECK(low <= high);
    const Decimal back_low = multiply(low, dec(b)), back_high = multiply(high, dec(b));
    CHECK(std::min(back_low, back_high) <= dec(a));
    CHECK(std::max(back_low, back_high, [](const Decimal& x, const Decimal& y) { return x < y; }) >= dec(a));
  }
  CHECK(divide(dec("135"), dec("0.27")) == dec("500"));
}

TEST_CASE("a sum beyond the last digit is nudged the way it rounds", "[unit][base]") {
  const Decimal huge = Decimal::power_of_ten(60), tiny = Decimal::power_of_ten(-60);
  CHECK(add(huge, tiny, Rounding::down) <= huge);
  CHECK(add(huge, tiny, Rounding::up) > huge);
  CHECK(add(huge, -tiny, Rounding::down) < huge);
  CHECK(add(huge, -tiny, Rounding::up) >= add(huge, -tiny, Rounding::down));
}

TEST_CASE("rounding is half up, at a power or to a count of digits", "[unit][base]") {
  CHECK(dec("34").rounded_at(1) == dec("30"));
  CHECK(dec("35").rounded_at(1) == dec("40"));
  CHECK(dec("-35").rounded_at(1) == dec("-40"));
  CHECK(dec("99.96").rounded_to_digits(3) == dec("100"));
  CHECK(dec("6.648").rounded_to_digits(2) == dec("6.6"));
  CHECK(dec("7").rounded_to_digits(3) == dec("7"));
  CHECK(dec("7").rounded_at(5).is_zero());
}

TEST_CASE("significant digits leave trailing zeros out", "[unit][base]") {
  CHECK(dec("250").significant_digits() == 2);
  CHECK(dec("0.0250").significant_digits() == 2);
  CHECK(dec("0").significant_digits() == 1);
  CHECK(dec("157").magnitude() == 2);
  CHECK(dec("0.05").magnitude() == -2);
  CHECK(dec("157").shifted(9) == dec("157000000000"));
  CHECK(dec("0").shifted(9) == dec("0"));
}

// ---- intervals ------------------------------------------------------------------------------

TEST_CASE("an interval is written with its open and closed ends", "[unit][base]") {
  CHECK(to_string(range("12", "15")) == "[12,15]");
  CHECK(to_string(Interval{dec("20"), dec("35"), true, false}) == "(20,35]");
  CHECK(to_string(Interval{dec("30"), std::nullopt, true, false}) == "(30,)");
  CHECK(to_string(Interval::at_most(dec("900"))) == "(,900]");
  CHECK(to_string(Interval{}) == "(,)");
}

TEST_CASE("an open end is not contained", "[unit][base]") {
  const Interval over{dec("13"), std::nullopt, true, false};
  CHECK_FALSE(over.contains(dec("13")));
  CHECK(over.contains(dec("13.0001")));
  CHECK(Interval::at_least(dec("13")).contains(dec("13")));
  CHECK(range("1", "3").contains(range("1", "2")));
  CHECK_FALSE(range("1", "3").contains(range("2", "4")));
  CHECK_FALSE(Interval{dec("1"), dec("3"), true, false}.contains(range("1", "2")));
  CHECK(Interval{}.contains(over));
}

TEST_CASE("two roundings that touch at an edge do not meet, a point on an edge does", "[unit][base]") {
  CHECK_FALSE(meets(range("1.5", "2.5"), range("2.5", "3.5")));
  CHECK(meets(range("1.5", "2.5"), range("2.4", "3.5")));
  CHECK(meets(Interval::point(dec("2.5")), range("2.5", "3.5")));
  CHECK_FALSE(meets(Interval::point(dec("13")), Interval{dec("13"), std::nullopt, true, false}));
  CHECK(meets(Interval::at_least(dec("5")), Interval{}));
  CHECK_FALSE(meets(Interval::at_most(dec("900")), range("1149.5", "1150.5")));
}

TEST_CASE("a stake worth 135 that is 27 percent makes the whole about 500", "[unit][base]") {
  const Interval whole = divide(range("134.5", "135.5"), range("0.265", "0.275"));
  CHECK(whole.contains(dec("500")));
  CHECK_FALSE(whole.contains(dec("157")));
  CHECK(*whole.low > dec("489"));
  CHECK(*whole.high < dec("512"));
}

TEST_CASE("dividing by what may be zero gives the whole line", "[unit][base]") {
  CHECK(divide(range("1", "2"), range("-1", "1")) == Interval{});
  CHECK(divide(range("1", "2"), range("0", "1")) == Interval{});
  CHECK(divide(range("1", "2"), Interval::at_most(dec("5"))) == Interval{});
}

TEST_CASE("an open side stays open through a sum and a difference", "[unit][base]") {
  const Interval sum = add(Interval::at_least(dec("3")), range("1", "2"));
  CHECK(*sum.low == dec("4"));
  CHECK_FALSE(sum.high.has_value());
  const Interval rest = subtract(range("10", "11"), Interval::at_least(dec("3")));
  CHECK_FALSE(rest.low.has_value());
  CHECK(*rest.high == dec("8"));
  CHECK(scaled(range("1", "2"), dec("1000")) == range("1000", "2000"));
}

// ---- results, spans, json, hashes -----------------------------------------------------------

TEST_CASE("a fault is told with its place first and its code last", "[unit][base]") {
  CHECK(to_string(Fault{Who::rules, "unknown-key", "no key 'x'", "a.yaml:3:1"}) ==
        "a.yaml:3:1: no key 'x' [unknown-key]");
  CHECK(to_string(Fault{Who::input, "not-utf8", "bad byte", ""}) == "bad byte [not-utf8]");
  const Result<int> good(3), bad(Fault{Who::input, "x", "y", ""});
  CHECK(good.ok());
  CHECK(good.value() == 3);
  CHECK_FALSE(bad);
  CHECK(bad.fault().code == "x");
}

TEST_CASE("a span is half-open, and one outside its text is clamped", "[unit][base]") {
  const std::string text = "0123456789";
  CHECK(cut(text, {2, 5}) == "234");
  CHECK(cut(text, {8, 20}) == "89");
  CHECK(cut(text, {5, 2}).empty());
  CHECK(Span{1, 4}.overlaps({3, 6}));
  CHECK_FALSE(Span{1, 3}.overlaps({3, 6}));
  CHECK(Span{1, 6}.contains({1, 6}));
  CHECK(Span{3, 3}.empty());
}

TEST_CASE("json keeps its keys in order and tells the byte where it breaks", "[unit][base]") {
  const auto good = parse_json(R"({"z": 1, "a": [true, null, "é"]})");
  REQUIRE(good.ok());
  CHECK(good.value().dump() == R"({"z":1,"a":[true,null,"é"]})");
  for (const char* text : {"", "{", "{\"a\":}", "[1,]", "nul", "{} {}", "\"\xff\""}) {
    INFO(text);
    const auto bad = parse_json(text);
    REQUIRE_FALSE(bad.ok());
    CHECK_FALSE(bad.fault().what.empty());
  }
}

TEST_CASE("sha-256 gives the published digests", "[unit][base]") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the table hash tells length, order and seed apart", "[unit][base]") {
  CHECK(hash64("acme") == hash64("acme"));
  CHECK(hash64("acme") != hash64("acme", 1));
  CHECK(hash64("ab") != hash64("ba"));
  CHECK(hash64("") != hash64(std::string_view("\0", 1)));
  CHECK(hash64(std::string(8, 'x')) != hash64(std::string(9, 'x')));
  CHECK(mix64(1) != mix64(2));
}

TEST_CASE("forms of one English word have one stem", "[unit][base]") {
  const Stemmer stem("en");
  CHECK(stem("investments") == stem("investment"));
  CHECK(stem("acquired") == stem("acquires"));
  CHECK(stem("price") != stem("profit"));
  CHECK(stem("").empty());
}

TEST_CASE("a language without a stemmer gives the word back", "[unit][base]") {
  CHECK(Stemmer("xx")("investments") == "investments");
}

TEST_CASE("a figure is its own stem, and a stemmer that forgets stems as before", "[unit][base]") {
  Stemmer stem("en");
  CHECK(stem("1,234.5") == "1,234.5");
  for (int i = 0; i < 50'001; ++i) stem(std::to_string(i));
  const std::string before = stem("investments");
  stem.forget_many();
  CHECK(stem("investments") == before);
}

TEST_CASE("a letter more, less or other is one slip, and so are two that changed places", "[unit][base]") {
  CHECK(edit_distance("report", "report") == 0);
  CHECK(edit_distance("tigger", "trigger") == 1);
  CHECK(edit_distance("reports", "report") == 1);
  CHECK(edit_distance("repotr", "report") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("ids are numbered as they come, and keep their numbers when the table grows", "[unit][base]") {
  IdNumbers numbers;
  for (std::uint64_t id = 0; id < 1000; ++id)
    CHECK(numbers.number(id << 32U) == std::pair(static_cast<std::uint32_t>(id), true));
  for (std::uint64_t id = 0; id < 1000; ++id)
    CHECK(numbers.number(id << 32U) == std::pair(static_cast<std::uint32_t>(id), false));
  CHECK(numbers.size() == 1000);
  CHECK(numbers.ids()[7] == std::uint64_t{7} << 32U);
  IdNumbers expected(3);
  CHECK(expected.number(5) == std::pair(0U, true));
  CHECK(expected.number(0) == std::pair(1U, true));
}

TEST_CASE("a word's value stays where it is when the table grows, moves or is asked for others", "[unit][base]") {
  WordTable<std::vector<int>> table;
  CHECK(table.find("none") == nullptr);
  table["first"].push_back(1);
  const auto* first = table.find("first");
  for (int i = 0; i < 1000; ++i) table[std::to_string(i)] = {i};
  CHECK(table.find("first") == first);
  CHECK(*first == std::vector<int>{1});
  CHECK(table.size() == 1001);
  CHECK(table.find("999", hash64("999"))->front() == 999);
  CHECK(table.find("1000") == nullptr);
  CHECK_FALSE(table.add("7", hash64("7")).second);
  const auto [fresh_value, fresh] = table.add("", hash64(""));
  CHECK(fresh);
  CHECK(fresh_value.empty());
  const WordTable<std::vector<int>> moved = std::move(table);
  CHECK(moved.find("first") == first);
  CHECK(moved.find("41")->front() == 41);
}

TEST_CASE("words of one hash are told apart", "[unit][base]") {
  WordTable<int> table;
  table.add("one", 5).first = 1;
  table.add("two", 5).first = 2;
  CHECK(*table.find("one", 5) == 1);
  CHECK(*table.find("two", 5) == 2);
  CHECK(table.find("three", 5) == nullptr);
  table.clear();
  CHECK(table.empty());
  CHECK(table.find("one", 5) == nullptr);
}

TEST_CASE("a pool lends what was given back, and a new one when nothing was", "[unit][base]") {
  int made = 0;
  Pool<int> pool([&] { return std::make_unique<int>(++made); });
  {
    const auto one = pool.lend(), two = pool.lend();
    CHECK(*one + *two == 3);
  }
  const auto again = pool.lend();
  CHECK(made == 2);
}

TEST_CASE("what is in use stays when freed memory is given back, in large pages, too", "[unit][base]") {
  std::vector<std::string> kept(1000, std::string(500, 'x'));
  std::vector<std::string>(1000, std::string(500, 'y')).swap(kept);
  const LargePages pages;
  const std::vector<std::string> large(1000, std::string(5000, 'z'));
  give_back_memory();
  CHECK(
      std::all_of(large.begin(), large.end(), [](const std::string& text) { return text == std::string(5000, 'z'); }));
  CHECK(std::all_of(kept.begin(), kept.end(), [](const std::string& text) { return text == std::string(500, 'y'); }));
}

// ---- words ----------------------------------------------------------------------------------

TEST_CASE("words in one string are the words that went in", "[unit][base]") {
  for (const auto& list : std::vector<std::vector<std::string>>{
           {}, {""}, {"rifl"}, {"ak-47", "", "rifl", "a word longer than any short string holds", "größe"}}) {
    const PackedWords words = list;
    CHECK(words.list() == list);
    CHECK(words.size() == list.size());
    CHECK(words.empty() == list.empty());
    CHECK(words == PackedWords(list));
    CHECK(std::equal(words.begin(), words.end(), list.begin(), list.end()));
  }
  CHECK_FALSE(PackedWords({"ab", "c"}) == PackedWords({"a", "bc"}));
}

}  // namespace
}  // namespace crosscheck
