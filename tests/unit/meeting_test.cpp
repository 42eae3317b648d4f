// Can two values both be true? Quantities after conversion, times with the slack of their words, clocks, scores.
#include "support.h"

namespace crosscheck {
namespace {

using support::shipped_rules;

/// The claim over these words, in an article of 15 June 2025.
Claim claim_over(const std::string& text, const std::string& surface) {
  const auto reading = support::read_text(text, "2025-06-15");
  for (const Claim& claim : reading.article.claims) {
    if (text_at(reading.document, claim.place) == surface) return claim;
  }
  FAIL("no claim over '" << surface << "' in: " << text);
  return {};
}

/// Of two times, each in a sentence of its own.
Meeting times(const std::string& a, const std::string& b) {
  return times_meet(claim_over("The plant opened " + a + ".", a.substr(a.find("on ") == 0 ? 3 : 0)),
                    claim_over("The plant opened " + b + ".", b.substr(b.find("on ") == 0 ? 3 : 0)));
}

Meeting clocks(const char* a, const char* b) {
  Claim x, y;
  x.kind = y.kind = MentionKind::time;
  x.time.clock = a;
  y.time.clock = b;
  return times_meet(x, y);
}

/// Of the first quantities of two texts.
Meeting quantities(const std::string& a, const std::string& b) {
  const auto first = [](const std::string& written) {
    const auto reading = support::read_text("They said it was " + written + " in all.");
    for (const Mention& mention : reading.article.mentions) {
      if (mention.kind != MentionKind::entity) return mention.quantity;
    }
    FAIL("no quantity in '" << written << "'");
    return Quantity{};
  };
  return quantities_meet(shipped_rules(), first(a), first(b));
}

TEST_CASE("weeks and months that were counted back are not exact to the day", "[unit][meeting]") {
  CHECK(times("two weeks ago", "on 3 June 2025") == Meeting::compatible);
  CHECK(times("two weeks ago", "on 10 June 2025") == Meeting::apart);
  CHECK(times("two days ago", "on 12 June 2025") == Meeting::apart);
  CHECK(times("on 3 June 2025", "on 3 June 2025") == Meeting::same);
}

TEST_CASE("a year that only the article's date told may be another", "[unit][meeting]") {
  CHECK(times("on May 24", "on 24 May 2019") == Meeting::compatible);
  CHECK(times("on May 24", "on 25 May 2019") == Meeting::apart);
  CHECK(times("on 24 May 2018", "on 24 May 2019") == Meeting::apart);
}

TEST_CASE("clocks differ by more than minutes before they exclude each other", "[unit][meeting]") {
  CHECK(clocks("T15:07", "T15:07") == Meeting::same);
  CHECK(clocks("T15:07", "T15:11") == Meeting::compatible);
  CHECK(clocks("T15:07", "T15:17") == Meeting::apart);
  CHECK(clocks("T15:00", "T15:17") == Meeting::compatible);  // "3 p.m." is not to the minute
  CHECK(clocks("T15:07", "T18:07") == Meeting::apart);
  CHECK(clocks("T23:59", "T00:02") == Meeting::compatible);
  CHECK(clocks("T07:37", "TAF") == Meeting::apart);
  CHECK(clocks("T01:30", "TNI") == Meeting::compatible);
  CHECK(clocks("T08:00", "T07:28/T08:06") == Meeting::compatible);
}

TEST_CASE("zones bring clocks together or keep them apart", "[unit][meeting]") {
  constexpr UtcOffset kUtc = {0, 0}, kEastern = {-18000, -14400}, kIndonesia = {25200, 32400};
  const auto meet = [](const char* a, std::optional<UtcOffset> zone_a, const char* b, std::optional<UtcOffset> zone_b,
                       std::optional<UtcOffset> local = std::nullopt) {
    Claim x, y;
    x.kind = y.kind = MentionKind::time;
    x.time.clock = a;
    y.time.clock = b;
    x.time.zone = zone_a;
    y.time.zone = zone_b;
    x.time.local = y.time.local = local;
    return times_meet(x, y);
  };
  CHECK(meet("T07:37", kUtc, "T03:37", kEastern) == Meeting::compatible);
  CHECK(meet("T07:37", kUtc, "T05:37", kEastern) == Meeting::apart);
  CHECK(meet("T07:37", kUtc, "T07:37", std::nullopt) == Meeting::compatible);  // wherever that may be
  CHECK(meet("T07:37", kUtc, "T07:37", std::nullopt, kIndonesia) == Meeting::apart);
  CHECK(meet("T07:37", kUtc, "T14:37", std::nullopt, kIndonesia) == Meeting::compatible);
  CHECK(meet("T07:37", kUtc, "T14:45", std::nullopt) == Meeting::apart);  // zones lie quarters of an hour apart
}

TEST_CASE("two results of a game exclude each other unless they are one", "[unit][meeting]") {
  Claim a, b;
  a.kind = b.kind = MentionKind::score;
  a.written = b.written = "52-3";
  CHECK(values_meet(shipped_rules(), a, b) == Meeting::same);
  b.written = "51-3";
  CHECK(values_meet(shipped_rules(), a, b) == Meeting::apart);
}

TEST_CASE("units of one dimension are converted, other units say nothing to each other", "[unit][meeting]") {
  CHECK(quantities("10 km", "6.2 miles") == Meeting::compatible);
  CHECK(quantities("10 metres", "24 to 30 feet") == Meeting::apart);
  CHECK(quantities("10 km", "10 kg") == Meeting::unknown);
  CHECK(quantities("$10 million", "€10 million") == Meeting::unknown);
}

TEST_CASE("rounding and hedges exclude nothing, opposed bounds do", "[unit][meeting]") {
  CHECK(quantities("$38 billion", "$40 billion") == Meeting::compatible);
  CHECK(quantities("$38 billion", "$41 billion") == Meeting::apart);
  CHECK(quantities("nearly 300 people", "300 people") == Meeting::compatible);
  CHECK(quantities("more than 300 people", "fewer than 300 people") == Meeting::apart);
}

}  // namespace
}  // namespace crosscheck
