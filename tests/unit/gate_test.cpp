// The gate: what of a corpus' findings an article sees, from inside and as the program.
#include <map>

#include "program.h"

namespace crosscheck {
namespace {

using support::Ended, support::has, support::run, support::TemporaryFolder;

const std::string kPrice = "Globex acquired Initech for $3 billion in May 2023.\n";
const std::string kOtherPrice = "In May 2023, Globex acquired Initech for $5 billion.\n";
const std::string kOldQuarrel = "Umbrella acquired Hooli for $7 million in June 2019.\n";
const std::string kOldReply = "In June 2019, Umbrella acquired Hooli for $9 million.\n";

/// An archive whose own articles quarrel about another deal, and a draft that disagrees with it.
void write_case(const TemporaryFolder& folder) {
  folder.write("archive/a.txt", kPrice);
  folder.write("archive/b.txt", kOldQuarrel);
  folder.write("archive/c.txt", kOldReply);
  folder.write("draft.txt", kOtherPrice);
}

Report checked(const TemporaryFolder& folder, const std::vector<std::string>& articles,
               const RunOptions& options = {}) {
  std::vector<std::string> paths;
  for (const std::string& article : articles) paths.push_back(folder / article);
  auto report = run_check(support::shipped_rules(), paths, {folder / "archive"}, options);
  if (!report.ok()) FAIL(to_string(report.fault()));
  return std::move(report).value();
}

std::size_t clashes_of(const Report& report) {
  return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                [](const Finding& finding) { return is_clash(finding.relation); }));
}

Json checked_json(const TemporaryFolder& folder, std::vector<std::string> words) {
  words.insert(words.begin(), "check");
  words.insert(words.end(), {"--format", "json"});
  const Ended ended = run(folder, words);
  auto json = parse_json(ended.out);
  INFO(ended.err);
  REQUIRE(json.ok());
  return std::move(json).value();
}

TEST_CASE("a check tells what touches the article, and not what the archive says of itself", "[unit][gate]") {
  const TemporaryFolder folder;
  write_case(folder);
  const Report report = checked(folder, {"draft.txt"});
  REQUIRE(clashes_of(report) == 1);
  CHECK(report.findings[0].relation == Relation::contradict);
  REQUIRE(report.documents.size() == 2);
  CHECK(report.documents[0].id == "a.txt");
  CHECK_FALSE(report.facts[0].checked);
  CHECK(report.documents[1].path == folder / "draft.txt");
  CHECK(report.facts[1].checked);
  for (const Claim& claim : report.claims) CHECK(claim.document < 2);
  for (const Side& side : report.findings[0].sides) {
    for (const std::uint32_t claim : side.claims) CHECK(surface_of(report, report.claims.at(claim)).starts_with('$'));
  }
}

TEST_CASE("a check's findings are those of a report on everything, with the same ids and fingerprints",
          "[unit][gate]") {
  const std::string corpus = support::repo_path("corpus/openai-aws");
  const auto whole = run_report(support::shipped_rules(), {corpus}, {});
  REQUIRE(whole.ok());
  for (std::uint32_t i = 0; i < whole.value().documents.size(); ++i) {
    const auto part = run_check(support::shipped_rules(), {whole.value().documents[i].path}, {corpus}, {});
    REQUIRE(part.ok());
    std::map<std::string, std::string> expected, found;
    for (const Finding& finding : whole.value().findings) {
      if (touches(whole.value(), finding, i)) expected[finding.id] = finding.fingerprint + finding.explanation;
    }
    for (const Finding& finding : part.value().findings) found[finding.id] = finding.fingerprint + finding.explanation;
    INFO(whole.value().documents[i].path);
    CHECK(expected == found);
    CHECK_FALSE(expected.empty());
  }
}

TEST_CASE("an article that lies in the corpus is one document, whatever path leads to it", "[unit][gate]") {
  const TemporaryFolder folder;
  write_case(folder);
  support::fs::create_directory_symlink(folder / "archive", folder / "link");
  for (const char* path : {"archive/b.txt", "archive/../archive/b.txt", "link/b.txt"}) {
    const Report report = checked(folder, {path});
    INFO(path);
    REQUIRE(report.documents.size() == 2);
    CHECK(report.documents[0].id == "b.txt");
    CHECK(report.documents[0].path == folder / path);
    REQUIRE(clashes_of(report) == 1);
    CHECK(report.notices.empty());
  }
}

TEST_CASE("an id that the corpus has too gives way to the path, and that is said", "[unit][gate]") {
  const TemporaryFolder folder;
  write_case(folder);
  folder.write("drafts/a.txt", kOtherPrice);
  const Report report = checked(folder, {"drafts/a.txt"});
  REQUIRE(report.notices.size() == 1);
  CHECK(report.notices[0].code == "same-id");
  CHECK(has(report.notices[0].what, "archive/a.txt"));
  CHECK(report.documents.back().id == folder / "drafts/a.txt");
  CHECK(clashes_of(report) == 1);
}

TEST_CASE("what is withheld is counted for the articles alone", "[unit][gate]") {
  const TemporaryFolder folder;
  write_case(folder);
  RunOptions options;
  options.min_confidence = 1.0;
  const Report report = checked(folder, {"draft.txt"}, options);
  CHECK(clashes_of(report) == 0);
  CHECK(report.withheld[static_cast<std::size_t>(Relation::contradict)] == 1);
}

TEST_CASE("a review of a finding that is too unsure to be told is not unused", "[unit][gate]") {
  const TemporaryFolder folder;
  write_case(folder);
  const Report told = checked(folder, {"draft.txt"});
  RunOptions options;
  options.min_confidence = 1.0;
  Review review;
  review.fingerprint = told.findings[0].fingerprint;
  review.state = ReviewState::dismissed;
  options.decisions.reviews = {review};
  options.decisions.known = KnownFindings{"base.json", {review.fingerprint}};
  const Report report = checked(folder, {"draft.txt"}, options);
  CHECK(report.findings.size() < told.findings.size());
  CHECK(report.reviews[0].use == ReviewUse::applied);
  CHECK(report.baseline->vanished.empty());
  CHECK(report.baseline->known + report.baseline->added == 0);
}

TEST_CASE("several articles are checked against the archive and each other", "[unit][gate]") {
  const TemporaryFolder folder;
  write_case(folder);
  folder.write("second.txt", "Soylent acquired Pied Piper for $2 billion in April 2021.\n");
  folder.write("third.txt", "In April 2021, Soylent acquired Pied Piper for $4 billion.\n");
  CHECK(clashes_of(checked(folder, {"draft.txt", "second.txt", "third.txt"})) == 2);
  CHECK(checked(folder, {"second.txt"}).findings.empty());
}

/// What is decided about each finding, and what is told beside them.
std::vector<std::string> decided(const Report& report) {
  std::vector<std::string> out;
  for (const Finding& finding : report.findings)
    out.push_back(finding.fingerprint + " " + std::string(name_of(finding.standing)) + " " + finding.ignored_for + " " +
                  (finding.review ? report.reviews[*finding.review].where : "-"));
  for (const Review& review : report.reviews) out.push_back(review.where + " " + std::string(name_of(review.use)));
  for (const Notice& notice : report.notices) out.push_back(notice.code + " " + notice.where + " " + notice.what);
  return out;
}

TEST_CASE("a check against a store decides as one against its corpus, comments of the archive included",
          "[unit][gate]") {
  const TemporaryFolder folder;
  const std::string until = "until=2026-06-30 -->", ask = R"(<!-- crosscheck: ignore value reason="the court's" )";
  folder.write("archive/text.md", "The sun shone.\n\n" + ask + until + "\n" + kPrice + "\n\nNobody minded.\n");
  folder.write("archive/page.html", "<html lang=en><body><p>The sun shone on all who had come to see it.</p>\n" + ask +
                                        until +
                                        "<p>Umbrella acquired Hooli for $7 million in June 2019.</p></body></html>\n");
  folder.write("archive/open.txt", "Vandelay acquired Kramerica for $4 million in April 2021.\n");
  folder.write("archive/bad.md", "The sun shone. <!-- crosscheck: ignore value -->\n");
  folder.write("draft.html",
               "<html lang=en><body><p>" + kOtherPrice + "</p><p>" + kOldReply +
                   "</p><p>In April 2021, Vandelay acquired Kramerica for $6 million.</p><!-- crosscheck: ignore "
                   "age --></body></html>\n");
  const std::string store = folder / "archive.store";
  const auto indexed = run_index(support::shipped_rules(), {folder / "archive"}, store, {});
  REQUIRE(indexed.ok());
  for (const char* today : {"2026-01-01", "2026-12-01"}) {
    RunOptions options;
    options.decisions.today = today;
    const Report fresh = checked(folder, {"draft.html"}, options);
    REQUIRE(clashes_of(fresh) == 3);
    for (const Finding& finding : fresh.findings) {
      if (!is_clash(finding.relation) || finding.summary.find("Kramerica") == std::string::npos) continue;
      options.decisions.reviews = {{finding.fingerprint, ReviewState::dismissed, "as said", "", "mk", "", "2026-11-30",
                                    "reviews.jsonl:1", ReviewUse::unused}};
    }
    REQUIRE(options.decisions.reviews.size() == 1);
    const Report whole = checked(folder, {"draft.html"}, options);
    const auto stored = run_stored_check(support::shipped_rules(), {folder / "draft.html"}, store, options);
    if (!stored.ok()) FAIL(to_string(stored.fault()));
    CHECK(decided(stored.value()) == decided(whole));
    const bool early = std::string(today) == "2026-01-01";
    for (const Finding& finding : stored.value().findings) {
      if (!is_clash(finding.relation)) continue;
      const bool reviewed = finding.summary.find("Kramerica") != std::string::npos;
      CHECK(finding.standing == (!early ? Standing::open : reviewed ? Standing::dismissed : Standing::ignored));
    }
    REQUIRE(stored.value().notices.size() == 1);
    CHECK(stored.value().notices[0].where == folder / "draft.html:3:70");
  }
}

TEST_CASE("the exit status of a check is 0, 1, 2 or 3 with every format", "[unit][gate][cli]") {
  const TemporaryFolder folder;
  write_case(folder);
  folder.write("calm.txt", "The weather was fine.\n");
  folder.write("bad.txt", "caf\xe9");
  for (const char* format :
       {"text", "json", "md", "html", "sarif", "junit", "github", "rdjson", "claimreview", "annotations"}) {
    INFO(format);
    const auto status = [&](const std::string& article, std::vector<std::string> more = {}) {
      std::vector<std::string> words = {"check", article, "--against", "archive", "--format", format};
      words.insert(words.end(), more.begin(), more.end());
      return run(folder, words).status;
    };
    CHECK(status("calm.txt") == 0);
    CHECK(status("draft.txt") == 1);
    CHECK(status("draft.txt", {"--fail-on", "sometimes"}) == 2);
    CHECK(status("draft.txt", {"--fail-on", "never"}) == 0);
    CHECK(status("bad.txt") == 3);
    CHECK(status("missing.txt") == 3);
  }
  CHECK(run(folder, {"check", "draft.txt", "--against", "archive", "--format", "csv"}).status == 2);
  CHECK(run(folder, {"check", "draft.txt", "--against", "archive", "--format", "csv", "-o", "out"}).status == 1);
  CHECK(run(folder, {"check", "draft.txt"}).status == 2);
  CHECK(run(folder, {"check", "draft.txt", "--against", "archive", "--format", "json,sarif"}).status == 2);
}

TEST_CASE("two checks write the same bytes in every format, on one thread and four", "[unit][gate][cli]") {
  const TemporaryFolder folder;
  write_case(folder);
  const std::string formats = "text,json,md,html,sarif,junit,github,rdjson,csv,claimreview,annotations";
  for (const auto& [out, threads] :
       std::vector<std::pair<std::string, std::string>>{{"one", "1"}, {"two", "1"}, {"four", "4"}}) {
    const Ended ended = run(
        folder, {"check", "draft.txt", "--against", "archive", "--format", formats, "-o", out, "--threads", threads});
    INFO(ended.err);
    CHECK(ended.status == 1);
  }
  std::size_t files = 0;
  for (const auto& entry : support::fs::directory_iterator(folder / "one")) {
    const std::string name = entry.path().filename().string(), bytes = support::read_file(entry.path().string());
    INFO(name);
    CHECK_FALSE(bytes.empty());
    CHECK(bytes == support::read_file(folder / ("two/" + name)));
    CHECK(bytes == support::read_file(folder / ("four/" + name)));
    ++files;
  }
  CHECK(files == 12);
}

TEST_CASE("with a baseline only what is new fails, and what has gone is said", "[unit][gate][cli]") {
  const TemporaryFolder folder;
  write_case(folder);
  CHECK(run(folder, {"check", "draft.txt", "--against", "archive", "--format", "json", "-o", "base"}).status == 1);
  const std::vector<std::string> again = {"check",   "draft.txt",  "--against",
                                          "archive", "--baseline", "base/report.json"};
  const Ended known = run(folder, again);
  CHECK(known.status == 0);
  CHECK(has(known.out, "known from the baseline"));
  folder.write("draft.txt",
               "It rained.\n\n" + kOtherPrice + "\nIn June 2019, Umbrella acquired Hooli for $9 million.\n");
  const Ended added = run(folder, again);
  CHECK(added.status == 1);
  folder.write("draft.txt", kPrice);
  const Ended gone = run(folder, again);
  CHECK(gone.status == 0);
  CHECK(has(gone.out, "1 finding of the baseline is gone"));
  CHECK(run(folder, {"check", "draft.txt", "--against", "archive", "--baseline", "none.json"}).status == 2);
}

TEST_CASE("a dismissed finding does not fail, is shown as such, and revives when the review expires",
          "[unit][gate][cli]") {
  const TemporaryFolder folder;
  write_case(folder);
  const Json found = checked_json(folder, {"draft.txt", "--against", "archive"});
  const std::string print = found.at("findings")[0].at("fingerprint");
  folder.write("reviews.jsonl",
               R"({"fingerprint":")" + print +
                   R"(","state":"dismissed","reason":"two stages of the deal","by":"mk","until":"2026-06-30"})" + "\n" +
                   R"({"fingerprint":"00000000aaaaaaaa","state":"dismissed","reason":"old"})" + "\n");
  const auto status = [&](const std::string& command, const std::string& today) {
    std::vector<std::string> words = {command};
    if (command == "check")
      words.insert(words.end(), {"draft.txt", "--against", "archive"});
    else
      words.insert(words.end(), {"archive/a.txt", "draft.txt"});
    words.insert(words.end(), {"--reviews", "reviews.jsonl", "--today", today});
    return run(folder, words);
  };
  for (const char* command : {"check", "report"}) {
    INFO(command);
    const Ended held = status(command, "2026-06-30"), revived = status(command, "2026-07-01");
    CHECK(held.status == 0);
    CHECK(has(held.out, "dismissed by mk: two stages of the deal"));
    CHECK(has(held.out, "1 review found nothing to decide, take them out: reviews.jsonl:2 (dismissed)"));
    CHECK(revived.status == 1);
    CHECK(has(revived.out, "expired"));
  }
  const Json json = checked_json(
      folder, {"draft.txt", "--against", "archive", "--reviews", "reviews.jsonl", "--today", "2026-01-01"});
  CHECK(json.at("findings")[0].at("standing") == "dismissed");
  CHECK(json.at("findings")[0].at("review").at("reason") == "two stages of the deal");
  CHECK(json.at("reviews").size() == 2);
  CHECK(json.at("reviews")[1].at("use") == "unused");
}

TEST_CASE("bad reviews are status 2 with the line, before anything is read", "[unit][gate][cli]") {
  const TemporaryFolder folder;
  write_case(folder);
  folder.write("reviews.jsonl", "{}\n{oops\n");
  const Ended ended = run(folder, {"check", "draft.txt", "--against", "archive", "--reviews", "reviews.jsonl"});
  CHECK(ended.status == 2);
  CHECK(ended.out.empty());
  CHECK(has(ended.err, "reviews.jsonl:1"));
  CHECK(has(ended.err, "reviews.jsonl:2"));
  CHECK(run(folder, {"check", "draft.txt", "--against", "archive", "--today", "soon"}).status == 2);
}

TEST_CASE("reviews that lie in the corpus are no articles", "[unit][gate][cli]") {
  const TemporaryFolder folder;
  write_case(folder);
  folder.write("archive/reviews.jsonl", R"({"fingerprint":"00000000aaaaaaaa","state":"fixed"})");
  const Ended ended = run(folder, {"report", "archive"});
  CHECK(ended.status == 1);
  CHECK(ended.err.empty());
  CHECK(has(ended.out, "3 articles"));
}

TEST_CASE("settings found above the article are used, and the command line goes before them", "[unit][gate][cli]") {
  const TemporaryFolder folder;
  write_case(folder);
  folder.write("drafts/new/draft.txt", kOtherPrice);
  folder.write(".crosscheck.yaml", "against: [archive]\nfail-on: never\nformat: [json]\nignore: ['*.skip.txt']\n");
  const Ended settled = run(folder, {"check", "drafts/new/draft.txt"});
  INFO(settled.err);
  CHECK(settled.status == 0);
  CHECK(settled.out.starts_with("{"));
  const Ended over = run(folder, {"check", "drafts/new/draft.txt", "--fail-on", "contradict", "--format", "text"});
  CHECK(over.status == 1);
  CHECK(has(over.out, "✗"));
  CHECK(run(folder, {"check", "drafts/new/draft.txt", "--no-config"}).status == 2);
  folder.write("drafts/new/other.skip.txt", kOtherPrice);
  const Ended ignored = run(folder, {"check", "drafts/new/other.skip.txt"});
  CHECK(ignored.status == 0);
  CHECK(has(ignored.err, "ignore every article"));
  folder.write(".crosscheck.yaml", "against: archive\nfailon: never\n");
  const Ended bad = run(folder, {"check", "drafts/new/draft.txt"});
  CHECK(bad.status == 2);
  CHECK(has(bad.err, ".crosscheck.yaml:1:10"));
  CHECK(has(bad.err, "did you mean 'fail-on'?"));
}

TEST_CASE("a comment in the article silences its finding, and a refused one is told", "[unit][gate][cli]") {
  const TemporaryFolder folder;
  write_case(folder);
  folder.write("draft.md", R"(<!-- crosscheck: ignore value reason="the price with debt" -->)"
                           "\n" +
                               kOtherPrice);
  const Ended silenced = run(folder, {"check", "draft.md", "--against", "archive"});
  CHECK(silenced.status == 0);
  CHECK(has(silenced.out, "silenced by a comment: the price with debt"));
  folder.write("draft.md", "<!-- crosscheck: ignore value -->\n" + kOtherPrice);
  const Ended refused = run(folder, {"check", "draft.md", "--against", "archive", "--format", "junit"});
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "draft.md:1:1: this comment silences nothing: it gives no reason"));
}

}  // namespace
}  // namespace crosscheck
