// The shelf: calendar values, and text as code points.
#include "base/date.h"
#include "base/unicode.h"
#include "catch.h"

namespace crosscheck {
namespace {

TimeValue day(int y, int m, int d) {
  const auto value = make_day(y, m, d);
  if (!value) FAIL("no such day");
  return *value;
}

TimeRelation mirror(TimeRelation relation) {
  if (relation == TimeRelation::refines) return TimeRelation::refined_by;
  return relation == TimeRelation::refined_by ? TimeRelation::refines : relation;
}

// ---- dates ----------------------------------------------------------------------------------

TEST_CASE("a day that the calendar lacks is no day", "[unit][base]") {
  CHECK(make_day(2024, 2, 29).has_value());
  CHECK_FALSE(make_day(2025, 2, 29).has_value());
  CHECK_FALSE(make_day(1900, 2, 29).has_value());
  CHECK(make_day(2000, 2, 29).has_value());
  CHECK_FALSE(make_day(2025, 13, 1).has_value());
  CHECK_FALSE(make_day(2025, 0, 1).has_value());
  CHECK_FALSE(make_day(2025, 4, 31).has_value());
  CHECK_FALSE(make_day(2025, 4, 0).has_value());
}

TEST_CASE("days are counted from 1970 and know their weekday", "[unit][base]") {
  CHECK(day_number(1970, 1, 1) == 0);
  CHECK(day_number(2025, 11, 3) == 20395);
  CHECK(weekday_of(day_number(2025, 11, 3)) == 1);
  CHECK(weekday_of(day_number(1969, 12, 31)) == 3);
  const CivilDay civil = civil_day(day_number(1899, 2, 28));
  CHECK((civil.year == 1899 && civil.month == 2 && civil.day == 28));
  CHECK(days_in_month(2024, 2) == 29);
}

TEST_CASE("a date is written in EDTF and in words", "[unit][base]") {
  CHECK(to_edtf(day(2025, 11, 3)) == "2025-11-03");
  CHECK(to_words(day(2025, 11, 3)) == "3 November 2025");
  CHECK(to_edtf(make_month(2024, 10)) == "2024-10");
  CHECK(to_words(make_month(2024, 10)) == "October 2024");
  CHECK(to_edtf(make_year(2016)) == "2016");
  CHECK(to_edtf(make_quarter(2024, 3)) == "2024-07-01/2024-09-30");
  CHECK(to_edtf(make_recurring_month(11)) == "XXXX-11");
  CHECK(to_words(make_recurring_month(11)) == "November (year not stated)");
  CHECK(to_edtf(make_recurring_month(11, 3, 3)) == "XXXX-11-03");
  CHECK(to_edtf(make_recurring_weekday(2)) == "XXXX-WXX-2");
  CHECK(to_edtf(TimeValue{}).empty());
  TimeValue about = make_year(2013);
  about.approximate = true;
  CHECK(to_edtf(about) == "2013~");
}

TEST_CASE("what EDTF writes, EDTF reads", "[unit][base]") {
  for (const TimeValue& value : {day(2025, 11, 3), make_month(2024, 2), make_year(1999),
                                 make_span(day_number(2016, 1, 1), day_number(2016, 1, 31))}) {
    INFO(to_edtf(value));
    const auto back = parse_edtf(to_edtf(value));
    REQUIRE(back.has_value());
    CHECK(relate(*back, value) == TimeRelation::equal);
    CHECK(to_edtf(*back) == to_edtf(value));
  }
}

TEST_CASE("text that is no date is not read as one", "[unit][base]") {
  for (const char* text :
       {"", "2025-13", "2025-02-30", "25-01-01", "2025-1-1", "2025/2024", "soon", "2025-11-03x", "20251103", "2025-"}) {
    INFO(text);
    CHECK_FALSE(parse_edtf(text).has_value());
  }
}

TEST_CASE("a day refines its month, and a month does not meet the next", "[unit][base]") {
  CHECK(relate(day(2025, 11, 3), make_month(2025, 11)) == TimeRelation::refines);
  CHECK(relate(make_month(2025, 11), day(2025, 11, 3)) == TimeRelation::refined_by);
  CHECK(relate(make_month(2025, 11), make_month(2025, 12)) == TimeRelation::disjoint);
  CHECK(relate(make_month(2025, 11), make_month(2025, 11)) == TimeRelation::equal);
  CHECK(relate(day(2025, 11, 3), make_recurring_month(11)) == TimeRelation::refines);
  CHECK(relate(day(2025, 11, 3), make_recurring_month(10)) == TimeRelation::disjoint);
  CHECK(relate(day(2025, 11, 3), make_recurring_weekday(1)) == TimeRelation::refines);
  CHECK(relate(day(2025, 11, 3), make_recurring_weekday(2)) == TimeRelation::disjoint);
  CHECK(relate(TimeValue{}, make_year(2020)) == TimeRelation::unknown);
}

TEST_CASE("how two times relate mirrors", "[unit][base]") {
  TimeValue since = make_year(2019);
  since.open_end = true;
  since.last.reset();
  TimeValue by = make_year(2026);
  by.open_start = true;
  by.first.reset();
  const std::vector<TimeValue> values = {TimeValue{},
                                         day(2025, 11, 3),
                                         make_month(2025, 11),
                                         make_year(2025),
                                         make_quarter(2025, 4),
                                         make_recurring_month(11),
                                         make_recurring_month(11, 1, 10),
                                         make_recurring_weekday(1),
                                         since,
                                         by,
                                         make_recurring_month(11, 3, 3),
                                         make_span(day_number(2025, 10, 20), day_number(2025, 11, 10))};
  for (const TimeValue& a : values) {
    for (const TimeValue& b : values) {
      INFO(to_edtf(a) << " and " << to_edtf(b));
      CHECK(relate(a, b) == mirror(relate(b, a)));
      CHECK(days_apart(a, b) == days_apart(b, a));
    }
  }
}

TEST_CASE("days between two dates are counted only when they are apart", "[unit][base]") {
  CHECK(days_apart(day(2025, 11, 3), day(2025, 11, 10)) == 7);
  CHECK(days_apart(make_month(2025, 10), make_month(2025, 11)) == 1);
  CHECK(days_apart(day(2025, 11, 3), make_month(2025, 11)) == 0);
  CHECK_FALSE(days_apart(day(2025, 11, 3), make_recurring_month(12)).has_value());
}

// ---- text -----------------------------------------------------------------------------------

TEST_CASE("the first byte that is not UTF-8 is found", "[unit][base]") {
  CHECK_FALSE(first_invalid_byte("").has_value());
  CHECK_FALSE(first_invalid_byte("é 億 😀 \xEF\xBB\xBF").has_value());
  CHECK(first_invalid_byte("ab\xff") == 2U);
  CHECK(first_invalid_byte("caf\xe9 x") == 3U);
  CHECK(first_invalid_byte("a\xc3") == 1U);             // cut short
  CHECK(first_invalid_byte("\xc0\xaf") == 0U);          // overlong
  CHECK(first_invalid_byte("x\xed\xa0\x80") == 1U);     // surrogate
  CHECK(first_invalid_byte("\xf4\x90\x80\x80") == 0U);  // beyond U+10FFFF
  CHECK(first_invalid_byte(std::string(1000, 'a') + "\x80") == 1000U);
}

TEST_CASE("code points are read, counted and written back", "[unit][base]") {
  const std::string text = "aé億😀";
  CHECK(code_points(text) == 4);
  std::string back;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    append_utf8(back, decoded.code);
    at += decoded.length;
  }
  CHECK(back == text);
  CHECK(decode("\xff", 0).code == U'\uFFFD');
  CHECK(decode("\xff", 0).length == 1);
}

TEST_CASE("eight bytes at once count what one byte at a time counts", "[unit][base]") {
  const std::string text = "plain words é億😀 and so on, ümläuts\xff\x80 behind; 16 bytes more of ASCII";
  for (std::size_t from = 0; from < text.size(); ++from) {
    for (std::size_t size = 0; from + size <= text.size(); ++size) {
      const std::string_view part = std::string_view(text).substr(from, size);
      std::size_t starts = 0, wide = 0;
      for (const char c : part) {
        const auto byte = static_cast<unsigned char>(c);
        starts += byte < 0x80 || byte >= 0xC0 ? 1 : 0;
        wide += byte >= 0x80 ? 1 : 0;
      }
      if (code_points(part) != starts || is_ascii(part) != (wide == 0)) FAIL(from << " + " << size);
    }
  }
  CHECK(code_points(text) == 66);
}

TEST_CASE("letters, digits, spaces and dashes are told by Unicode", "[unit][base]") {
  CHECK(is_letter(U'é'));
  CHECK(is_letter(U'億'));
  CHECK_FALSE(is_letter(U'7'));
  CHECK(is_upper(U'É'));
  CHECK_FALSE(is_upper(U'é'));
  CHECK(is_lower(U'ß'));
  CHECK(is_digit(U'7'));
  CHECK(is_space(U'\u00A0'));
  CHECK(is_space(U'\u202F'));
  CHECK_FALSE(is_space(U'\u200B'));
  CHECK(is_dash(U'-'));
  CHECK(is_dash(U'\u2013'));
  CHECK(is_dash(U'\u2011'));
  CHECK_FALSE(is_dash(U'_'));
}

TEST_CASE("capitals of ASCII are lowered and counted, wherever among eight bytes they stand", "[unit][base]") {
  std::string every;
  for (char c = 1; c != 127; ++c) every.push_back(c);
  for (std::size_t from = 0; from < 9; ++from) {
    std::string text = every.substr(from), expected = text;
    for (char& c : expected) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(lower_ascii(text) == 26);
    CHECK(text == expected);
  }
}

TEST_CASE("folding lowers letters and straightens quotes, dashes and spaces", "[unit][base]") {
  CHECK(folded("Acme’s “Élan”") == "acme's \"élan\"");
  CHECK(folded("2019\u20132021") == "2019-2021");
  CHECK(folded("$5\u00A0bn") == "$5 bn");
  CHECK(folded("co\u00ADoperate") == "cooperate");
  CHECK(to_lower("ÀÉ") == "àé");
  CHECK(folded("").empty());
}

TEST_CASE("a wide character takes two cells and a combining mark none", "[unit][base]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("億円") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("") == 0);
}

}  // namespace
}  // namespace crosscheck
