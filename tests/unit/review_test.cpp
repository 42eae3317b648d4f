// Reviews, baselines, and what they make of a report's findings.
#include "review/review.h"

#include "support.h"

namespace crosscheck {
namespace {

using support::TemporaryFolder;

constexpr const char* kPrint = "0123456789abcdef";

Report report_with(const std::vector<std::string>& fingerprints, Relation relation = Relation::contradict) {
  Report report;
  for (const std::string& fingerprint : fingerprints) {
    Finding finding;
    finding.fingerprint = fingerprint;
    finding.relation = relation;
    report.findings.push_back(finding);
  }
  return report;
}

std::vector<Review> reviews_of(const std::string& text) {
  auto reviews = parse_reviews(text, "r.jsonl");
  if (!reviews.ok()) FAIL(to_string(reviews.faults().front()));
  return std::move(reviews).value();
}

std::string dismissed(const std::string& fingerprint, const std::string& until = "") {
  return R"({"fingerprint":")" + fingerprint +
         R"(","state":"dismissed","reason":"two counts","by":"mk","at":"2026-03-04T10:11:12Z")" +
         (until.empty() ? "" : R"(,"until":")" + until + "\"") + "}\n";
}

TEST_CASE("a review is written as it is read", "[unit][review]") {
  const std::string line =
      R"({"fingerprint":"0123456789abcdef-2","state":"accepted","reason":"sure","note":"called \"them\"","by":"mk","at":"2026-03-04","until":"2027-01-01"})";
  const auto review = parse_review(line, "r.jsonl:1");
  REQUIRE(review.ok());
  CHECK(review_line(review.value()) == line);
  CHECK(review.value().where == "r.jsonl:1");
}

TEST_CASE("every bad line of the reviews is told, with its number and the next step", "[unit][review]") {
  const auto reviews = parse_reviews(dismissed(kPrint) +
                                         "{oops}\n"
                                         "[1]\n"
                                         "\n"
                                         R"({"fingerprint":"xyz","state":"fixed"})"
                                         "\n"
                                         R"({"fingerprint":"0123456789abcdef","state":"wontfix"})"
                                         "\n"
                                         R"({"fingerprint":"0123456789abcdef","state":"dismissed","reason":" "})"
                                         "\n"
                                         R"({"fingerprint":"0123456789abcdef","state":"fixed","until":"soon"})"
                                         "\n"
                                         R"({"fingerprint":"0123456789abcdef","state":"fixed","reson":"x"})"
                                         "\n"
                                         R"({"fingerprint":7,"state":"fixed"})"
                                         "\n",
                                     "r.jsonl");
  REQUIRE_FALSE(reviews.ok());
  std::vector<std::string> places;
  for (const Fault& fault : reviews.faults()) places.push_back(fault.where);
  CHECK(places == std::vector<std::string>{"r.jsonl:2", "r.jsonl:3", "r.jsonl:5", "r.jsonl:6", "r.jsonl:7", "r.jsonl:8",
                                           "r.jsonl:9", "r.jsonl:10"});
  CHECK(reviews.faults()[4].what.find("`reason`") != std::string::npos);
  CHECK(reviews.faults()[6].what.find("unknown field 'reson'") != std::string::npos);
}

TEST_CASE("a dismissed finding stands dismissed, an accepted or fixed one open", "[unit][review]") {
  for (const auto& [state, standing] : std::vector<std::pair<std::string, Standing>>{
           {"dismissed", Standing::dismissed}, {"accepted", Standing::open}, {"fixed", Standing::open}}) {
    Report report = report_with({kPrint});
    judge(
        {reviews_of(R"({"fingerprint":"0123456789abcdef","state":")" + state + R"(","reason":"r"})"), {}, "2026-01-01"},
        report);
    INFO(state);
    CHECK(report.findings[0].standing == standing);
    REQUIRE(report.findings[0].review);
    CHECK(report.reviews[*report.findings[0].review].use == ReviewUse::applied);
    CHECK(fails(report.findings[0], FailOn::contradict) == (standing == Standing::open));
  }
}

TEST_CASE("of two reviews of one finding the later holds, and `open` takes back", "[unit][review]") {
  Report report = report_with({kPrint});
  judge({reviews_of(dismissed(kPrint) + R"({"fingerprint":"0123456789abcdef","state":"open"})"), {}, ""}, report);
  CHECK(report.findings[0].standing == Standing::open);
  CHECK_FALSE(report.findings[0].review);
  CHECK(report.reviews[0].use == ReviewUse::idle);
  CHECK(report.reviews[1].use == ReviewUse::idle);
}

TEST_CASE("a review holds to the end of its last day, then the finding revives", "[unit][review]") {
  for (const auto& [today, standing, use] : std::vector<std::tuple<std::string, Standing, ReviewUse>>{
           {"2026-06-30", Standing::dismissed, ReviewUse::applied},
           {"2026-07-01", Standing::open, ReviewUse::expired},
           {"", Standing::dismissed, ReviewUse::applied}}) {
    Report report = report_with({kPrint});
    judge({reviews_of(dismissed(kPrint, "2026-06-30")), {}, today}, report);
    INFO(today);
    CHECK(report.findings[0].standing == standing);
    CHECK(report.reviews[0].use == use);
  }
}

TEST_CASE("a review that no finding answers to is unused, unless the run saw a part only", "[unit][review]") {
  Report whole = report_with({}), part = report_with({});
  const Decisions decisions{reviews_of(dismissed(kPrint)), {}, ""};
  judge(decisions, whole);
  judge(decisions, part, false);
  CHECK(whole.reviews[0].use == ReviewUse::unused);
  CHECK(part.reviews[0].use == ReviewUse::idle);
}

TEST_CASE("a baseline of lines counts equal fingerprints, so a third one is new", "[unit][review]") {
  const TemporaryFolder folder;
  const std::string print = kPrint;
  folder.write("base.txt", print + "\n# since March\n" + print + "  # again\nfedcba9876543210\n");
  const auto known = read_known(folder / "base.txt");
  REQUIRE(known.ok());
  Report report = report_with({print, print + "-2", print + "-3"});
  judge({{}, known.value(), ""}, report);
  CHECK(report.findings[0].standing == Standing::known);
  CHECK(report.findings[1].standing == Standing::known);
  CHECK(report.findings[2].standing == Standing::open);
  CHECK(report.baseline->known == 2);
  CHECK(report.baseline->added == 1);
  CHECK(report.baseline->vanished == std::vector<std::string>{"fedcba9876543210"});
}

TEST_CASE("a baseline is a report, or fingerprints, or a fault that says what it is not", "[unit][review]") {
  const TemporaryFolder folder;
  folder.write(
      "report.json",
      R"({"schema": "crosscheck.report/1", "findings": [{"fingerprint": "0123456789abcdef", "relation": "contradict"},
    {"fingerprint": "aaaa456789abcdef", "relation": "agree"}]})");
  folder.write("other.json", R"({"results": []})");
  folder.write("broken.json", "{");
  folder.write("words.txt", "0123456789abcdef\nnot a fingerprint\n");
  const auto report = read_known(folder / "report.json");
  REQUIRE(report.ok());
  CHECK(report.value().fingerprints == std::vector<std::string>{kPrint});
  CHECK(read_known(folder / "other.json").fault().what.find("`findings`") != std::string::npos);
  CHECK(read_known(folder / "broken.json").fault().what.find("not JSON") != std::string::npos);
  CHECK(read_known(folder / "words.txt").fault().where.ends_with("words.txt:2"));
  CHECK(read_known(folder / "none.txt").fault().what.find("no such file") != std::string::npos);
}

TEST_CASE("what fails a run grows from contradictions to updates to compatible facts", "[unit][review]") {
  const auto failing = [](FailOn fail_on) {
    std::string out;
    for (const Relation relation : {Relation::agree, Relation::compatible, Relation::update, Relation::contradict,
                                    Relation::consistent, Relation::inconsistent}) {
      Finding finding;
      finding.relation = relation;
      if (fails(finding, fail_on)) out += std::string(name_of(relation)) + " ";
    }
    return out;
  };
  CHECK(failing(FailOn::never).empty());
  CHECK(failing(FailOn::contradict) == "contradict inconsistent ");
  CHECK(failing(FailOn::update) == "update contradict inconsistent ");
  CHECK(failing(FailOn::compatible) == "compatible update contradict inconsistent ");
}

}  // namespace
}  // namespace crosscheck
