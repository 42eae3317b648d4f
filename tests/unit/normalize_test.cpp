// The normalizing room: times against the article's date, roles from the article's own context.
#include "normalize/normalize.h"

#include "support.h"

namespace crosscheck {
namespace {

std::string when(const std::string& text, const std::string& surface, const std::string& reference) {
  const auto reading = support::read_text(text, reference);
  for (const Claim& claim : reading.article.claims) {
    if (text_at(reading.document, claim.place) == surface) return to_edtf(claim.when);
  }
  return "no claim";
}

TEST_CASE("the article's date comes from its metadata and is kept", "[unit][normalize]") {
  const auto reading = support::read_text("---\npublished: 2025-11-03\n---\nGlobex opened a plant.", "", "a.md");
  CHECK(to_edtf(reading.article.published.value) == "2025-11-03");
}

TEST_CASE("a weekday is the last one told of, and the next one when the clause looks ahead", "[unit][normalize]") {
  CHECK(when("Globex opened the plant on Tuesday.", "Tuesday", "2025-06-18") == "2025-06-17");
  CHECK(when("Globex will open the plant on Tuesday.", "Tuesday", "2025-06-18") == "2025-06-24");
}

TEST_CASE("a month without a year is the nearest past one", "[unit][normalize]") {
  CHECK(when("Globex opened the plant in November.", "November", "2025-06-18") == "2024-11");
  CHECK(when("Globex opened the plant in November.", "November", "2025-11-05") == "2025-11");
}

TEST_CASE("without any date a relative time stays open", "[unit][normalize]") {
  CHECK(when("Globex opened the plant yesterday.", "yesterday", "").empty());
}

TEST_CASE("a day that the calendar lacks is no claim", "[unit][normalize]") {
  CHECK(when("Globex opened the plant on 29 February 2019.", "29 February 2019", "") == "no claim");
}

TEST_CASE("a pronoun is filled from the sentence before, and costs confidence", "[unit][normalize]") {
  const auto reading = support::read_text("Initech makes printers. It was valued at $12 billion in May 2023.");
  const Claim* found = nullptr;
  for (const Claim& claim : reading.article.claims) {
    if (claim.rule == "finance/valuation") found = &claim;
  }
  REQUIRE(found != nullptr);
  REQUIRE(found->role("of") != nullptr);
  CHECK(found->role("of")->value == "Initech");
  CHECK(found->role("of")->basis != RoleBasis::stated);
}

/// The claims of a rule.
std::vector<Claim> of_rule(const std::string& text, const std::string& rule) {
  auto reading = support::read_text(text, "2025-06-18");
  std::erase_if(reading.article.claims, [&](const Claim& claim) { return claim.rule != rule; });
  return std::move(reading.article.claims);
}

TEST_CASE("a figure told again takes its names from its first telling, unless it is one that anybody may have",
          "[unit][normalize]") {
  const auto counts =
      of_rule("Ana Holm faces two counts of fraud. The other driver faces two counts, too.", "justice/charges");
  REQUIRE(counts.size() == 2);
  CHECK(counts[0].role("of") != nullptr);
  CHECK(counts[1].role("of") == nullptr);
  const auto orders =
      of_rule("Globex placed a $38 million order with Initech.\n\nThe $38 million order runs for three years.",
              "finance/contract-value");
  REQUIRE(orders.size() == 2);
  for (const Claim& order : orders) {
    CHECK(order.deal);
    CHECK(order.role("payer") != nullptr);
  }
}

TEST_CASE("only a deal is announced: two names in one sentence are none", "[unit][normalize]") {
  CHECK(
      of_rule("The United Nations and Globex said on Monday that the roads were open.", "events/announcement").empty());
  CHECK(of_rule("Globex has 300 Initech users. On Monday, Globex unveiled it.", "events/announcement").empty());
  const auto announced =
      of_rule("Globex acquired Initech for $3 billion.\n\nThe deal was announced on Monday.", "events/announcement");
  REQUIRE(announced.size() == 1);
  CHECK(announced[0].role("party")->value == "Initech");
}

}  // namespace
}  // namespace crosscheck
