// The rooms in their order, through the door of `pipeline`; and the invariants that `verify` looks for.
#include "pipeline/pipeline.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/verify.h"
#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::read_text;
using support::report_on;
using support::shipped_rules;

const Claim* claim_over(const support::Reading& reading, std::string_view surface) {
  for (const Claim& claim : reading.article.claims) {
    if (text_at(reading.document, claim.place) == surface) return &claim;
  }
  return nullptr;
}

TEST_CASE("one sentence becomes a claim with its roles, its value and its time", "[unit][pipeline]") {
  const auto reading = read_text("Initech was valued at $12 billion in May 2023.");
  const Claim* claim = claim_over(reading, "$12 billion");
  REQUIRE(claim != nullptr);
  CHECK(claim->rule == "finance/valuation");
  CHECK(claim->attribute == "valuation");
  REQUIRE(claim->role("of") != nullptr);
  CHECK(claim->role("of")->value == "Initech");
  CHECK(value_text(claim->quantity) == "12000000000");
  CHECK(claim->quantity.unit == "USD");
  CHECK(to_string(claim->quantity.interval) == "[11500000000,12500000000]");
  CHECK(to_edtf(claim->time.value) == "2023-05");
  CHECK(claim->time.basis == TimeBasis::stated);
  CHECK(cut(std::string_view(reading.document.text), claim->quote) == "Initech was valued at $12 billion in May 2023.");
}

TEST_CASE("a text without figures gives sentences and no claim", "[unit][pipeline]") {
  const auto reading = read_text("The weather was fine. Nobody said why.");
  CHECK(reading.article.sentences.size() == 2);
  CHECK(reading.article.claims.empty());
  CHECK(first_breach(reading.document, reading.article).empty());
}

TEST_CASE("every article of the project keeps the invariants", "[unit][pipeline]") {
  for (const std::string& folder : support::story_folders()) {
    const Report report = report_on(support::sources_in(folder));
    INFO(folder);
    CHECK(first_breach(report) == "");
    CHECK_FALSE(report.claims.empty());
    for (std::uint32_t i = 0; i < report.documents.size(); ++i) {
      CHECK(first_breach(report.documents[i], extract(shipped_rules(), report.documents[i], i)) == "");
    }
  }
}

TEST_CASE("a broken invariant of an article is named", "[unit][pipeline]") {
  const auto good = read_text("Initech was valued at $12 billion in May 2023. Globex owns 27% of Initech.");
  REQUIRE(good.article.sentences.size() == 2);
  REQUIRE(first_breach(good.document, good.article).empty());
  const auto breach_after = [&](const auto& plant) {
    Article article = good.article;
    plant(article);
    return first_breach(good.document, article);
  };
  CHECK(breach_after([](Article& a) { a.sentences[1].span.end += 1000; }) == "a sentence ends outside its text");
  CHECK(breach_after([](Article& a) { a.sentences[1].span.begin = 3; }) == "two sentences overlap");
  CHECK(breach_after([](Article& a) { a.tokens[a.sentences[1].first_token].span.begin = 0; }) ==
        "a token lies outside its sentence");
  CHECK(breach_after([](Article& a) { a.mentions.front().sentence = 1; }) == "a mention lies outside its sentence");
  CHECK(breach_after([](Article& a) { a.mentions.front().qualified.begin = a.mentions.front().span.begin + 1; }) ==
        "a mention lies outside its qualified form");
  CHECK(breach_after([](Article& a) {
          a.claims.front().place.span = {0, 5000};
        }) == "a claim's value lies outside its quote");
}

TEST_CASE("a broken invariant of a report is named", "[unit][pipeline]") {
  Report report;
  report.claims.resize(2);
  Finding finding;
  finding.id = "f1";
  CHECK(first_breach(report).empty());
  report.findings = {finding};
  CHECK(first_breach(report) == "f1 has no side");
  Side side;
  report.findings[0].sides = {side};
  CHECK(first_breach(report) == "f1 has a side without evidence");
  report.findings[0].sides[0].claims = {7};
  CHECK(first_breach(report) == "f1 quotes a claim that is not there");
  report.findings[0].sides[0].claims = {1};
  CHECK(first_breach(report).empty());
  report.findings[0].relation = Relation::contradict;
  CHECK(first_breach(report) == "f1 contradicts nothing");
}

TEST_CASE("all shipped rules hold on their own examples", "[unit][pipeline]") {
  std::size_t examples = 0;
  const std::vector<Fault> faults = test_rules(shipped_rules(), examples);
  for (const Fault& fault : faults) FAIL_CHECK(to_string(fault));
  CHECK(examples > 60);
}

TEST_CASE("two articles that state another price contradict each other", "[unit][pipeline]") {
  const Report report = report_on({{"a.txt", "Globex acquired Initech for $3 billion in May 2023."},
                                   {"b.txt", "In May 2023, Globex acquired Initech for $5 billion."}});
  REQUIRE_FALSE(report.findings.empty());
  const Finding& finding = report.findings.front();
  CHECK(finding.relation == Relation::contradict);
  CHECK(finding.sides.size() == 2);
  CHECK(finding.severity == Severity::error);
  CHECK_FALSE(finding.explanation.empty());
  CHECK(finding.fingerprint.size() == 16);
}

TEST_CASE("the same article twice neither contradicts nor bears itself witness", "[unit][pipeline]") {
  const std::string text =
      "Globex acquired Initech for $3 billion in May 2023. Initech was valued at $2.5 billion in 2021. "
      "The company has 4,200 employees, and Globex said it would cut 300 jobs. Globex reported revenue of $11.2 "
      "billion for 2022.";
  const Report report = report_on({{"a.txt", text}, {"b.txt", text}});
  REQUIRE(report.facts.size() == 2);
  CHECK(report.facts[1].copy_of == 0U);
  for (const Finding& finding : report.findings) {
    INFO(finding.summary);
    CHECK(finding.relation != Relation::contradict);
    CHECK(finding.relation != Relation::agree);
    for (const Side& side : finding.sides) CHECK(side.sources <= 1);
  }
}

TEST_CASE("an empty corpus gives an empty report in every format", "[unit][pipeline]") {
  const Report report = report_on({});
  CHECK(report.claims.empty());
  for (const Format format : {Format::text, Format::json, Format::markdown, Format::html}) {
    CHECK_FALSE(render(report, format, {}).empty());
  }
}

TEST_CASE("a path that is not there is the caller's fault, with the path in it", "[unit][pipeline]") {
  const auto report = run_report(shipped_rules(), {"/no/such/folder"}, {});
  REQUIRE_FALSE(report.ok());
  CHECK(report.fault().who == Who::input);
  CHECK_THAT(to_string(report.fault()), Catch::Contains("/no/such/folder"));
}

TEST_CASE("mentions stop when the one who asked has enough", "[unit][pipeline]") {
  const support::TemporaryFolder folder;
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) folder.write(name, "It cost $5.");
  int seen = 0;
  const auto skipped = run_mentions(shipped_rules(), {folder.path()}, {},
                                    {[&](const Document&, const Article& article) {
                                       CHECK(article.mentions.size() == 1);
                                       return ++seen < 2;
                                     },
                                     [](const Skipped&) {}});
  CHECK(skipped.ok());
  CHECK(seen == 2);
}

TEST_CASE("a row's mentions are there before the next row is written", "[unit][pipeline]") {
  const support::TemporaryFolder folder;
  const std::string pipe = folder / "rows.jsonl";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int writer = ::open(pipe.c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(writer >= 0);
  const auto write_row = [&](int number) {
    const std::string row = number == 3 ? "{\n"
                                        : R"({"id": ")" + std::to_string(number) +
                                              R"(", "text": "It cost $5 million yesterday."})"
                                              "\n";
    REQUIRE(::write(writer, row.data(), row.size()) == static_cast<::ssize_t>(row.size()));
  };
  std::vector<std::string> told;
  write_row(1);
  RunOptions options;
  options.reference = "2024-03-14";
  const auto skipped = run_mentions(shipped_rules(), {pipe}, options,
                                    {[&](const Document& document, const Article& article) {
                                       told.push_back(render_mentions(document, article));
                                       if (told.size() == 4) {
                                         ::close(writer);
                                       } else {
                                         write_row(static_cast<int>(told.size()) + 1);
                                       }
                                       return true;
                                     },
                                     [&](const Skipped& what) {
                                       told.push_back(what.path + " " + what.code);
                                       write_row(static_cast<int>(told.size()) + 1);
                                     }});
  REQUIRE(skipped.ok());
  CHECK(skipped.value() == 1);
  REQUIRE(told.size() == 4);
  CHECK(told[2] == pipe + ":3 not-json");
  CHECK_THAT(told[3], Catch::StartsWith(R"({"id":"4","mentions":[{"begin":8,"end":18,"surface":"$5 million",)"));
  CHECK_THAT(told[3], Catch::Contains("2024-03-13"));
}

TEST_CASE("the mentions of one document are those of a run", "[unit][pipeline]") {
  const auto reading = read_text("Globex said in May 2023 that Initech was worth $12 billion.");
  const Article article = find_mentions(shipped_rules(), reading.document);
  CHECK(article.claims.empty());
  CHECK_THAT(render_mentions(reading.document, article), Catch::Contains("$12 billion") && Catch::Contains("2023-05"));
}

TEST_CASE("the reference date dates an article that gives none itself", "[unit][pipeline]") {
  const auto when = [](const std::string& text) {
    const Report report = report_on({{"a.txt", text}}, 1, "2024-03-14");
    return report.claims.empty() ? "" : to_edtf(report.claims.front().when);
  };
  CHECK(when("Globex acquired Initech yesterday.") == "2024-03-13");
  CHECK(when("---\npublished: 2020-01-10\n---\nGlobex acquired Initech yesterday.") == "2020-01-09");
}

}  // namespace
}  // namespace crosscheck
