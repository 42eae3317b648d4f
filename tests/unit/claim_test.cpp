// The claiming room: one sentence in, claims out, told by the value's surface.
#include "claim/claim.h"

#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

/// The claim over `surface`; a claim without a rule when there is none.
Claim claim_in(const std::string& text, const std::string& surface) {
  const auto reading = support::read_text(text);
  for (const Claim& claim : reading.article.claims) {
    if (text_at(reading.document, claim.place) == surface) return claim;
  }
  return {};
}

std::string role(const Claim& claim, const std::string& name) {
  return claim.role(name) == nullptr ? "" : claim.role(name)->value;
}

TEST_CASE("a frame's value takes its roles from the sentence", "[unit][claim]") {
  const Claim claim = claim_in("In 2019 Globex, a chip designer, invested $2 billion in Initech.", "$2 billion");
  CHECK(claim.rule == "finance/investment");
  CHECK(role(claim, "investor") == "Globex");
  CHECK(role(claim, "investee") == "Initech");
  CHECK(to_edtf(claim.time.value) == "2019");
  CHECK(claim.confidence > 0.9);
}

TEST_CASE("what no frame takes, the generic frame takes with the head of its phrase", "[unit][claim]") {
  const Claim claim = claim_in("The storm over Oberlind destroyed 340 houses.", "340");
  CHECK(claim.rule == "generic");
  CHECK(claim.attribute.find("house") != std::string::npos);
  CHECK(claim.confidence < 0.9);
  CHECK(std::is_sorted(claim.words.begin(), claim.words.end()));
}

TEST_CASE("two values of one sentence keep their own facts and times", "[unit][claim]") {
  const std::string text = "Globex invested $1 billion in Initech in 2019 and $10 billion in 2023.";
  CHECK(to_edtf(claim_in(text, "$1 billion").time.value) == "2019");
  CHECK(to_edtf(claim_in(text, "$10 billion").time.value) == "2023");
}

TEST_CASE("how a fact is meant is told apart from the fact", "[unit][claim]") {
  CHECK(claim_in("Globex acquired Initech for $3 billion.", "$3 billion").modality == Modality::asserted);
  CHECK(claim_in("Globex did not pay $3 billion for Initech.", "$3 billion").modality == Modality::denied);
  CHECK(claim_in("Globex plans to acquire Initech for $3 billion.", "$3 billion").modality == Modality::planned);
}

TEST_CASE("a vague time makes no claim", "[unit][claim]") {
  CHECK(support::read_text("The plant opened recently.").article.claims.empty());
}

TEST_CASE("an ordinal beside a figure stays a word to the figure's frame", "[unit][claim]") {
  const std::string text = "Globex made its first investment of $2 billion in Initech the next year.";
  const Claim money = claim_in(text, "$2 billion");
  CHECK(money.rule == "finance/investment");
  CHECK(role(money, "investee") == "Initech");
  CHECK(claim_in(text, "first").kind == MentionKind::ordinal);
  CHECK(claim_in(text, "first").attribute == "investment");
}

TEST_CASE("a relative date of an article without one keeps its words' way there", "[unit][claim]") {
  const Claim a = claim_in("The navy sank a boat last month.", "last month");
  const Claim b = claim_in("Last month, it sank a boat.", "Last month");
  CHECK_FALSE(a.when.known());
  CHECK(a.time.basis == TimeBasis::unknown);
  CHECK(a.time.when == b.time.when);
  CHECK_FALSE(a.time.when.empty());
  CHECK(a.time.when != claim_in("The navy sank a boat last year.", "last year").time.when);
}

/// `claims`: what must be there; `none`: surfaces that no claim may have.
void check_row(const Json& row) {
  const std::string text = row.at("text").get<std::string>();
  INFO(text);
  const Report report = support::report_on({{"a.txt", text}}, 1, row.value("published", ""));
  std::vector<Json> claims;
  for (const Claim& claim : report.claims) claims.push_back(parse_json(render_claim(report, claim)).value());
  const auto found = [&](const Json& surface) {
    return std::find_if(claims.begin(), claims.end(),
                        [&](const Json& claim) { return claim.at("surface") == surface; });
  };
  for (const Json& expected : row.value("claims", Json::array())) {
    INFO(expected.dump());
    const auto claim = found(expected.at("surface"));
    REQUIRE(claim != claims.end());
    INFO(claim->dump());
    for (const auto& [key, value] : expected.items()) {
      const bool of_value = key == "value" || key == "low" || key == "high";
      CHECK((of_value ? claim->at("value").at(key) : claim->at(key)) == value);
    }
  }
  for (const Json& surface : row.value("none", Json::array())) {
    INFO("none: " << surface.dump());
    CHECK(found(surface) == claims.end());
  }
}

TEST_CASE("what states something makes a claim, what only sounds like it makes none", "[unit][cases][claim]") {
  const auto rows = support::json_lines(support::repo_path("tests/cases/claim/en.jsonl"));
  CHECK(rows.size() >= 30);
  for (const Json& row : rows) check_row(row);
}

}  // namespace
}  // namespace crosscheck
