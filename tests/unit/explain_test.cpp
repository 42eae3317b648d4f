// Why two claims are one fact or are not, and a finding replayed: by parties, by the models, across stories, by names a person
// types. What the pages look like is for eyes; here is what they must say.
#include "link/link.h"

#include <algorithm>
#include <cmath>

#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::shipped_rules;

const support::Sources kRaid = {
    {"a.txt",
     "The navy stopped the hijacked tanker Halden near Port Corval on Monday. Sailors seized seven rifles, a rocket "
     "launcher and 240 rounds of ammunition from the pirates of the Halden.\n"},
    {"b.txt",
     "Sailors of the navy boarded the hijacked tanker Halden near Port Corval. They seized 12 rifles, a rocket "
     "launcher "
     "and 240 rounds of ammunition from the pirates of the Halden.\n"},
};
const support::Sources kDeals = {
    {"a.txt", "Globex acquired Initech for $3 billion in May 2023.\n"},
    {"b.txt", "In May 2023, Globex acquired Initech for $5 billion.\n"},
    {"c.txt", "In May 2023, Globex acquired Hooli for $3 billion.\n"},
};

std::uint32_t claim_of(const Report& report, std::uint32_t document, const std::string& surface) {
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    if (report.claims[i].document == document && surface_of(report, report.claims[i]) == surface) return i;
  }
  FAIL("no claim " << surface << " in document " << document);
  return 0;
}

std::string why(const Report& report, std::uint32_t a, std::uint32_t b) {
  return render_explanation(report, shipped_rules(), explain_claims(shipped_rules(), report, a, b), Look{});
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("claims judged by their parties are explained by them", "[unit][explain]") {
  const Report report = support::report_on(kDeals);
  const auto three = claim_of(report, 0, "$3 billion"), five = claim_of(report, 1, "$5 billion"),
             other = claim_of(report, 2, "$3 billion");
  const std::string one = why(report, three, five), two = why(report, other, three);
  INFO(one << two);
  CHECK(has(one, "are one fact"));
  CHECK(has(one, "Globex"));
  CHECK(has(one, "[$3 billion]"));
  CHECK(has(one, "2.5 billion to 3.5 billion USD and 4.5 billion to 5.5 billion USD do not meet"));
  CHECK(has(one, report.documents[0].sha256.substr(0, 12)));
  CHECK(has(one, report.rules_digest));
  CHECK(has(two, "are not one fact"));
  CHECK(has(two, "Hooli"));
}

TEST_CASE("claims judged by the models are explained by what spoke for and against", "[unit][explain]") {
  const Report report = support::report_on(kRaid);
  const auto rounds = claim_of(report, 0, "240"), same = claim_of(report, 1, "240");
  const auto explained = explain_pairs(report, shipped_rules(), {{rounds, same}}).front();
  REQUIRE(explained.verdicts.size() == 1);
  const Verdict& verdict = explained.verdicts.front();
  CHECK(verdict.evidence.size() <= 8);
  for (std::size_t i = 1; i < verdict.evidence.size(); ++i)
    CHECK(std::abs(verdict.evidence[i].weight) <= std::abs(verdict.evidence[i - 1].weight));
  const std::string words = why(report, rounds, same);
  INFO(words);
  CHECK(has(words, "for: "));
  CHECK(has(words, "the same is done or happens (seize)"));
}

TEST_CASE("two of different values are judged by their sentences, then as values, or a rule bars them",
          "[unit][explain]") {
  const Report report = support::report_on(kRaid);
  const auto seven = claim_of(report, 0, "seven"), twelve = claim_of(report, 1, "12");
  const auto explained = explain_pairs(report, shipped_rules(), {{seven, twelve}}).front();
  const std::string words = why(report, seven, twelve);
  INFO(words);
  REQUIRE_FALSE(explained.verdicts.empty());
  CHECK((explained.verdicts.size() == 2 || !explained.barred.empty()));
  CHECK(has(words, "not the values"));
  CHECK(has(words, "do not meet"));
}

TEST_CASE("claims of different stories, kinds or one article never met, and it is said why", "[unit][explain]") {
  support::Sources sources = support::sources_in("tests/stories/noshwell-results/articles");
  const auto first = static_cast<std::uint32_t>(sources.size());
  const auto others = support::sources_in("tests/stories/fjellvolt-hgs/articles");
  sources.insert(sources.end(), others.begin(), others.end());
  const Report report = support::report_on(sources);
  const auto far = std::find_if(report.claims.begin(), report.claims.end(),
                                [&](const Claim& claim) { return claim.document == first; });
  REQUIRE(far != report.claims.end());
  const std::string words = why(report, 0, static_cast<std::uint32_t>(far - report.claims.begin()));
  INFO(words);
  CHECK(has(words, "different stories"));
  const Report raid = support::report_on(kRaid);
  CHECK(has(why(raid, claim_of(raid, 0, "240"), claim_of(raid, 0, "seven")), "one article"));
}

TEST_CASE("links by the models have their reasons", "[unit][explain]") {
  const Report report = support::report_on(kRaid);
  REQUIRE_FALSE(report.links.empty());
  for (const Link& link : report.links) {
    const Explanation why = explain_claims(shipped_rules(), report, link.a, link.b);
    REQUIRE_FALSE(why.verdicts.empty());
    for (const Verdict& verdict : why.verdicts) CHECK_FALSE(verdict.evidence.empty());
    CHECK(link.probability > 0);
  }
}

TEST_CASE("every finding of the shipped corpus can be explained, and quotes its sides", "[unit][explain]") {
  const Report report = support::report_on(support::sources_in("corpus/openai-aws"));
  for (const Finding& finding : report.findings) {
    const std::string words =
        render_finding(report, shipped_rules(), finding, explain_finding(shipped_rules(), report, finding), Look{});
    INFO(words);
    CHECK(has(words, finding.id + " · "));
    CHECK(has(words, finding.fingerprint));
    CHECK(has(words, report.rules_digest));
    for (const Side& side : finding.sides) {
      if (!side.claims.empty()) CHECK(has(words, report.claims[side.claims.front()].id + " "));
    }
    if (finding.group) CHECK(has(words, "judged by "));
  }
}

TEST_CASE("findings and claims are found by what a report prints of them", "[unit][explain]") {
  const Report report = support::report_on(kDeals);
  REQUIRE_FALSE(report.findings.empty());
  const Finding& last = report.findings.back();
  const auto index = static_cast<std::uint32_t>(report.findings.size() - 1);
  CHECK(finding_named(report, last.id).value() == index);
  CHECK(finding_named(report, last.fingerprint.substr(0, 8)).value() == index);
  CHECK(has(finding_named(report, "f99").fault().what, "no finding f99; this report has f1"));
  const auto five = claim_of(report, 1, "$5 billion");
  CHECK(claim_named(report, report.claims[five].id).value() == five);
  CHECK(claim_named(report, "b.txt:1:42").value() == five);
  const auto several = claim_named(report, "b.txt:1");
  REQUIRE_FALSE(several.ok());
  CHECK(has(several.fault().what, "\"$5 billion\" at b.txt:1:42"));
  CHECK(has(claim_named(report, "c99").fault().what, "no claim c99; this report has c1 to c"));
  CHECK_FALSE(claim_named(report, "b.txt:0").ok());
  CHECK_FALSE(claim_named(report, "").ok());
}

}  // namespace
}  // namespace crosscheck
