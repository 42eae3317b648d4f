// The checking room: pairs of sentences from two articles and what they say to each other
// (tests/cases/check/relations.jsonl), then claims made by hand for what sentences cannot show.
//   {"a": "Initech will cut 1,150 jobs.", "b": "Initech will cut up to 900 jobs.", "relation": "contradict"}
// "relation" is the strongest that any finding over both articles has; "none": no finding holds both.
#include "check/check.h"

#include "support.h"

namespace crosscheck {
namespace {

int strength(Relation relation) {
  switch (relation) {
    case Relation::contradict:
      return 4;
    case Relation::update:
      return 3;
    case Relation::compatible:
      return 2;
    case Relation::agree:
      return 1;
    default:
      return 0;
  }
}

bool holds_both(const Report& report, const Finding& finding) {
  std::set<std::uint32_t> documents;
  for (const Side& side : finding.sides) {
    for (const std::uint32_t claim : side.claims) documents.insert(report.claims[claim].document);
  }
  return documents.size() > 1;
}

std::string relation_between(const std::string& a, const std::string& b) {
  const Report report = support::report_on({{"a.txt", a + "\n"}, {"b.txt", b + "\n"}});
  const Finding* best = nullptr;
  for (const Finding& finding : report.findings) {
    if (strength(finding.relation) == 0 || !holds_both(report, finding)) continue;
    if (best == nullptr || strength(finding.relation) > strength(best->relation)) best = &finding;
  }
  return best == nullptr ? "none" : std::string(name_of(best->relation));
}

TEST_CASE("two sentences agree, fit, clash or pass each other by, whichever is told first", "[unit][cases][check]") {
  const auto rows = support::json_lines(support::repo_path("tests/cases/check/relations.jsonl"));
  CHECK(rows.size() >= 40);
  for (const Json& row : rows) {
    const auto a = row.at("a").get<std::string>(), b = row.at("b").get<std::string>(),
               expected = row.at("relation").get<std::string>();
    INFO(a << "\n" << b << "\n" << row.value("why", ""));
    CHECK(relation_between(a, b) == expected);
    CHECK(relation_between(b, a) == expected);
  }
}

/// The worst that a check says of one article by itself, and the slip it names.
std::pair<std::string, std::string> said_inside(const std::string& text, const std::string& check) {
  const Report report = support::report_on({{"a.txt", text + "\n"}});
  std::pair<std::string, std::string> worst{"none", ""};
  for (const Finding& finding : report.findings) {
    const bool inside = finding.relation == Relation::consistent || finding.relation == Relation::inconsistent;
    if (!inside || finding.check != check || worst.first == "inconsistent") continue;
    worst = {std::string(name_of(finding.relation)), finding.slip};
  }
  return worst;
}

TEST_CASE("figures and dates of one article fit or do not, and a single slip is named", "[unit][cases][check]") {
  const auto rows = support::json_lines(support::repo_path("tests/cases/check/inside.jsonl"));
  CHECK(rows.size() >= 30);
  for (const Json& row : rows) {
    const auto text = row.at("text").get<std::string>();
    INFO(text << "\n" << row.value("why", ""));
    const auto [relation, slip] = said_inside(text, row.at("check").get<std::string>());
    CHECK(relation == row.at("relation").get<std::string>());
    CHECK(slip.find(row.value("slip", "")) != std::string::npos);
  }
}

Claim dated(const TimeValue& when, TimeBasis basis = TimeBasis::stated) {
  Claim claim;
  claim.kind = MentionKind::date;
  claim.when = claim.time.value = when;
  claim.time.basis = basis;
  return claim;
}

TEST_CASE("an article may come out after what it tells of, never before", "[unit][check]") {
  const auto& rules = support::shipped_rules();
  const Claim event = dated(*make_day(2025, 11, 3));
  CHECK(relation_of(rules, event, dated(*make_day(2025, 11, 5), TimeBasis::published)) == Relation::compatible);
  CHECK(relation_of(rules, event, dated(*make_day(2025, 11, 5))) == Relation::contradict);
  CHECK(relation_of(rules, event, dated(*make_day(2025, 11, 1), TimeBasis::published)) == Relation::contradict);
  CHECK(relation_of(rules, dated(*make_day(2025, 11, 1), TimeBasis::published), event) == Relation::contradict);
  CHECK(relation_of(rules, event, dated(make_month(2025, 11))) == Relation::compatible);
  CHECK(relation_of(rules, event, dated(*make_day(2025, 11, 3))) == Relation::agree);
}

/// The one finding over a group of these, each told by an article of its own; "none" when there is none.
std::string said_of_group(std::vector<Claim> claims) {
  std::vector<Document> documents(claims.size());
  Linked linked;
  linked.facts.resize(claims.size());
  Group group;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    documents[i].text = "last month";
    claims[i].id = "c" + std::to_string(i + 1);
    claims[i].document = i;
    claims[i].rule = "generic";
    claims[i].qualified = claims[i].place.span = {0, 10};
    group.claims.push_back(i);
  }
  linked.claims = std::move(claims);
  linked.groups = {group};
  const auto findings = check(documents, linked, support::shipped_rules()).findings;
  if (findings.empty()) return "none";
  return std::string(name_of(findings.front().relation)) + " " + findings.front().sides.front().value;
}

/// What is told of a group of these counts, each stated by an article of this source; "none, 1 withheld".
std::string told_of_counts(const std::vector<int>& counts, const std::vector<std::string>& sources) {
  std::vector<Document> documents(counts.size());
  Linked linked;
  linked.facts.resize(counts.size());
  Group group;
  group.confidence = 0.9;
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    documents[i].text = "34 people";
    documents[i].source = sources[i];
    Claim claim;
    claim.id = "c" + std::to_string(i + 1);
    claim.document = i;
    claim.rule = "generic";
    claim.confidence = 0.9;
    claim.kind = MentionKind::number;
    claim.quantity.value = claim.quantity.interval.low = claim.quantity.interval.high = Decimal(counts[i]);
    claim.qualified = claim.place.span = {0, 2};
    linked.claims.push_back(claim);
    group.claims.push_back(i);
  }
  linked.groups = {group};
  linked.links = {{0, 1, 0.95}};
  const Findings found = check(documents, linked, support::shipped_rules(), 0.5);
  const auto withheld = std::count_if(found.withheld.begin(), found.withheld.end(),
                                      [](const Finding& finding) { return finding.relation == Relation::contradict; });
  const std::string told = found.findings.empty() ? "none" : std::string(name_of(found.findings.front().relation));
  return told + ", " + std::to_string(withheld) + " withheld";
}

TEST_CASE("one publisher seldom contradicts itself, and what agrees beside it is told", "[unit][check]") {
  const std::string page = "https://www.news.example/a.html", other = "https://news.example/b.html?c=1";
  CHECK(told_of_counts({34, 41}, {"Reuters", "AFP"}) == "contradict, 0 withheld");
  CHECK(told_of_counts({34, 41}, {"", ""}) == "contradict, 0 withheld");
  CHECK(told_of_counts({34, 41}, {"Reuters", "reuters"}) == "none, 1 withheld");
  CHECK(told_of_counts({34, 41}, {page, other}) == "none, 1 withheld");
  CHECK(told_of_counts({34, 34, 41}, {"Reuters", "Reuters", "Reuters"}) == "agree, 1 withheld");
  CHECK(told_of_counts({34, 34, 41}, {"Reuters", "AFP", "Reuters"}) == "contradict, 0 withheld");
}

TEST_CASE("times that no calendar can compare agree as written or say nothing to each other", "[unit][check]") {
  const auto undated = [](std::int32_t months) {
    Claim claim = dated({}, TimeBasis::unknown);
    TimeStep step;
    step.kind = TimeStepKind::relative;
    step.grain = TimeGrain::month;
    step.a = months;
    claim.time.when = {step};
    return claim;
  };
  const auto at = [](const char* clock) {
    Claim claim = dated({}, TimeBasis::unknown);
    claim.kind = MentionKind::time;
    claim.time.clock = clock;
    return claim;
  };
  const Claim day = dated(*make_day(2025, 11, 3));
  CHECK(said_of_group({undated(-1), undated(-1)}) == "agree -P1M");
  CHECK(said_of_group({undated(-1), undated(-2)}) == "none");
  CHECK(said_of_group({undated(-1), day}) == "none");
  CHECK(said_of_group({day, undated(-1), day}) == "agree 2025-11-03");
  CHECK(said_of_group({at("T15:00"), at("T15:00")}) == "agree T15:00");
  CHECK(said_of_group({at("T15:00"), at("T15:10")}) == "compatible T15:00");  // three o'clock is not to the minute
  CHECK(said_of_group({at("T15:07"), at("T15:37")}) == "contradict T15:07");
  CHECK(said_of_group({dated({}, TimeBasis::unknown), dated({}, TimeBasis::unknown)}) == "none");
}

TEST_CASE("parts that do not make their total are inconsistent inside one article", "[unit][check]") {
  const auto relations = [](const std::string& text) {
    std::set<std::string> found;
    for (const Finding& finding : support::report_on({{"a.txt", text}}).findings)
      found.emplace(name_of(finding.relation));
    return found;
  };
  CHECK(relations("The order of $50 million is 25% of the $200 million budget.").contains("consistent"));
  CHECK(relations("The order of $50 million is 40% of the $200 million budget.").contains("inconsistent"));
  CHECK(relations("The order of $50 million is large. The budget is $200 million.").empty());
}

TEST_CASE("a stake and its worth in two articles imply a value that a third contradicts", "[unit][check]") {
  const Report report = support::report_on({{"a.txt", "Globex owns 27% of Initech."},
                                            {"b.txt", "Globex's stake in Initech was valued at $135 billion."},
                                            {"c.txt", "Initech was valued at $157 billion."}});
  bool found = false;
  for (const Finding& finding : report.findings) {
    if (finding.check != "implied-value" || finding.relation != Relation::contradict) continue;
    found = true;
    REQUIRE_FALSE(finding.derivation.empty());
    CHECK(finding.derivation.front().inputs.size() == 2);
    CHECK(finding.derivation.front().result == "500000000000 USD");
  }
  CHECK(found);
}

TEST_CASE("findings stand worst first, with ids in that order", "[unit][check]") {
  for (const std::string& folder : support::story_folders()) {
    const Report report = support::report_on(support::sources_in(folder));
    bool clashes_over = false;
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
      CHECK(report.findings[i].id == "f" + std::to_string(i + 1));
      const bool clash = report.findings[i].relation == Relation::contradict;
      CHECK_FALSE((clash && clashes_over));
      clashes_over = clashes_over || !clash;
    }
  }
}

TEST_CASE("a fingerprint survives moved paragraphs and is given once", "[unit][check]") {
  const std::string a = "Globex acquired Initech for $3 billion in May 2023.",
                    b = "In May 2023, Globex acquired Initech for $5 billion.";
  const Report plain = support::report_on({{"a.txt", a}, {"b.txt", b}});
  const Report moved = support::report_on(
      {{"a.txt", "Headline\n\nNothing else happened that day.\n\n" + a + "\n"}, {"b.txt", "\n\n" + b}});
  REQUIRE_FALSE(plain.findings.empty());
  REQUIRE_FALSE(moved.findings.empty());
  CHECK(plain.findings.front().fingerprint == moved.findings.front().fingerprint);
  std::set<std::string> seen;
  for (const Finding& finding : plain.findings) CHECK(seen.insert(finding.fingerprint).second);
}

}  // namespace
}  // namespace crosscheck
