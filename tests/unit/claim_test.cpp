// The claiming room: one sentence in, claims out, told by the value's surface.
#include "claim/claim.h"

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

TEST_CASE("an ordinal and a vague time make no claim", "[unit][claim]") {
  CHECK(support::read_text("The second plant opened recently.").article.claims.empty());
}

}  // namespace
}  // namespace crosscheck
