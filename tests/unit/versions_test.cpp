// Versions of one text: what is told from laying them side by side, and what must stay silent.
#include <algorithm>

#include "link/align.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::report_on;

std::string article(const std::string& title, const std::string& published, const std::string& text) {
  return "---\ntitle: \"" + title + "\"\npublished: " + published + "\n---\n" + text;
}

const std::string kTable =
    "Globex Mills reported for the quarter ended in March.\n\nNet income was $3,345,000 against $4,885,000.\n\n"
    "Sales were $133.7 million against $129.8 million.\n\nShare earnings were 89 cents against 1.31 dollars.\n\n"
    "The company has 11 mills in Ohio and 2,340 workers, and it will open a mill in Akron.\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

std::vector<Finding> contradictions(const Report& report) {
  std::vector<Finding> found;
  std::copy_if(report.findings.begin(), report.findings.end(), std::back_inserter(found),
               [](const Finding& finding) { return finding.relation == Relation::contradict; });
  return found;
}

std::vector<Finding> between(const std::string& a, const std::string& b) {
  return contradictions(report_on({{"a.txt", a}, {"b.txt", b}}));
}

TEST_CASE("two versions that differ in one figure contradict there and nowhere else", "[unit][versions]") {
  const auto found = between(article("Globex Mills quarter net", "2024-03-31", kTable),
                             article("Globex Mills quarter net", "2024-03-31", with(kTable, "3,345,000", "3,348,000")));
  REQUIRE(found.size() == 1);
  CHECK(found[0].check == "value");
  CHECK(found[0].confidence > 0.8);
  CHECK(found[0].slip == "a single digit");
}

TEST_CASE("versions that say the same, or round it, are silent", "[unit][versions]") {
  const std::string first = article("Globex Mills quarter net", "2024-03-31", kTable);
  CHECK(between(first, article("Globex Mills quarter net", "2024-04-01", kTable)).empty());
  CHECK(
      between(first, article("Globex Mills quarter net", "2024-03-31", with(kTable, "$133.7 million", "$134 million")))
          .empty());
}

TEST_CASE("a text of the same form about another company or quarter is no version", "[unit][versions]") {
  std::string other = with(kTable, "3,345,000", "1,298,000");
  other = with(other, "133.7", "44.1");
  other = with(other, "4,885,000", "977,000");
  other = with(other, "129.8", "39.6");
  other = with(with(other, "89 cents", "12 cents"), "Globex", "Initech");
  CHECK(between(article("Globex Mills quarter net", "2024-03-31", kTable),
                article("Initech Mills quarter net", "2024-03-31", other))
            .empty());
}

TEST_CASE("values that differ share a column when the words around them are the same", "[unit][versions]") {
  const auto unit = [](std::uint64_t id, bool value) { return Unit{id, value, 4, 0}; };
  const std::vector<Unit> a = {unit(1, false), unit(10, true), unit(2, false), unit(11, true), unit(3, false)};
  const std::vector<Unit> b = {unit(1, false), unit(10, true), unit(2, false), unit(12, true), unit(3, false)};
  const auto columns = align(a, b);
  REQUIRE(columns.size() == 5);
  for (std::uint32_t i = 0; i < columns.size(); ++i) CHECK((columns[i].a == i && columns[i].b == i));
  CHECK(align({}, b).size() == b.size());
}

TEST_CASE("what alone differs between a text and its correction is what it corrects, though it could be a rounding",
          "[unit][versions]") {
  const std::string three = "Nordland banks raise deposit rates 1/4 point to three percent - Globex Bank",
                    more = "Nordland banks raise deposit rates 1/4 point to 3-1/4 percent - Globex Bank";
  const auto found = between(article(three, "2024-03-31", "."), article("CORRECTED - " + more, "2024-03-31", "."));
  REQUIRE(found.size() == 1);
  CHECK(found[0].check == "value");
  CHECK(found[0].sides[0].words == "three percent");
  CHECK(found[0].sides[1].words == "3-1/4 percent");
  CHECK(between(article(three, "2024-03-31", "."), article(more, "2024-03-31", ".")).empty());  // nobody corrects
}

TEST_CASE("a note may leave out the unit of the figure that it mends", "[unit][versions]") {
  const std::string year = article("Heltborg N.V. 2023 year", "2024-03-31",
                                   "Pre-tax profit 513.2 mln dollars vs 545.5 mln dollars\n\n"
                                   "Net profit 285.3 mln dollars vs 265.4 mln dollars\n");
  const auto mended = [&](const std::string& figure) {
    return between(year, article("CORRECTION - Heltborg 2023 year", "2024-03-31",
                                 "In the item headlined \"Heltborg N.V. 2023 year\" please read in the first line "
                                 "pre-tax profit 513.2 mln dollars vs " +
                                     figure + "\n"));
  };
  const auto found = mended("454.5 mln");
  REQUIRE(found.size() == 1);
  CHECK(found[0].sides[0].words == "545.5 mln dollars");
  CHECK(found[0].sides[1].words == "454.5 mln");
  CHECK(mended("545.5 mln").empty());
}

TEST_CASE("a headline says which of its two times is wrong, and so does the earlier text", "[unit][versions]") {
  const auto found =
      between(article("Nordland bourse opening delayed one hour to 1200 GMT - official", "2024-03-29", "."),
              article("CORRECTED-Nordland bourse opening delayed an hour to 1000 GMT (NOT 1200 GMT)-official",
                      "2024-03-29", "."));
  REQUIRE(found.size() == 1);
  CHECK(found[0].check == "correction");
  CHECK(found[0].sides[0].words == "1000 GMT");
  CHECK(found[0].sides[1].words == "1200 GMT");
  CHECK(found[0].sides[1].sources == 2);
}

TEST_CASE("an article that takes a figure back contradicts the earlier one", "[unit][versions]") {
  const Report report =
      report_on({{"a.txt", "Globex said net income was $528,790, or 14 cents a share."},
                 {"b.txt", "Globex corrected its net income to $485,380 from $528,790 reported earlier."}});
  const auto found = contradictions(report);
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].check == "correction");
  CHECK(found[0].sides[0].words == "$485,380");
  CHECK(found[0].sides[1].words == "$528,790");
}

}  // namespace
}  // namespace crosscheck
