// Formats for other programs: valid by their schemas, at the right place in the right unit, within what their hosts keep.
#include <iostream>
#include <map>

#include "program.h"
#include "render/render.h"

namespace crosscheck {
namespace {

using support::has, support::quoted, support::TemporaryFolder;

/// An archive, and a draft with what trips up formats: wide characters before a value, two values in a line, tabs, markup.
const support::Sources kArticles = {
    {"archive/old [1].txt", "Globex acquired Initech for $3 billion in May 2023.\n"},
    {"draft, final: 100%.txt",
     "é 😀 <b>\"Hello\"</b> & more.\n\n𝒞 In May 2023, Globex acquired Initech for $5 billion.\n"}};

Report gate_report() {
  Report report = support::report_on(kArticles);
  std::erase_if(report.findings, [](const Finding& finding) { return !is_clash(finding.relation); });
  REQUIRE(report.findings.size() == 1);
  report.facts[0].checked = false;
  return report;
}

Json json_of(const Report& report, Format format, const Look& look = {}) {
  auto json = parse_json(render(report, format, look));
  REQUIRE(json.ok());
  return std::move(json).value();
}

/// Runs a validator; its status 77, or that it is not there, is told and passes.
void expect_valid(const std::string& command, const std::string& tool) {
  const TemporaryFolder folder;
  const int raw = std::system((command + " >" + quoted(folder / "out") + " 2>&1").c_str());
  const int status = WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
  if (status == 77 || status == 127) {
    std::cout << "skipped: " << tool << " is not installed, so one output was not held to its schema\n";
    return;
  }
  INFO(support::read_file(folder / "out"));
  CHECK(status == 0);
}

void expect_valid_json(const std::string& schema, const std::string& text) {
  const TemporaryFolder folder;
  folder.write("file.json", text);
  const std::string python = support::fs::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  expect_valid(python + " " + quoted(support::repo_path("tests/schemas/validate.py")) + " " +
                   quoted(support::repo_path("tests/schemas/" + schema)) + " " + quoted(folder / "file.json"),
               "python3-jsonschema");
}

void expect_valid_xml(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("file.xml", text);
  for (const char* schema : {"junit-ant.xsd", "junit-jenkins.xsd"})
    expect_valid("xmllint --nonet --noout --schema " +
                     quoted(support::repo_path(std::string("tests/schemas/") + schema)) + " " +
                     quoted(folder / "file.xml"),
                 "xmllint");
}

/// The openai-aws corpus with every standing, a review, a baseline, notices and a skipped file.
Report decided_report() {
  Report report = support::report_on(support::sources_in("corpus/openai-aws"));
  std::size_t given = 0;
  for (Finding& finding : report.findings) {
    if (!is_clash(finding.relation)) continue;
    if (given == 0) finding.standing = Standing::dismissed;
    if (given == 1) finding.standing = Standing::ignored;
    if (given == 0) finding.review = 0;
    if (given == 1) finding.ignored_for = "quoted & \"as said\" <there>";
    ++given;
  }
  REQUIRE(given >= 3);
  report.reviews.push_back({"0123456789abcdef", ReviewState::dismissed, "two \x02 counts", "", "mk", "", "",
                            "reviews.jsonl:1", ReviewUse::applied});
  report.baseline = Baseline{"base.json", 1, 2, {"fedcba9876543210"}};
  report.notices.push_back({"unused-comment", "this comment silences nothing", "a.md:7:1"});
  report.skipped.push_back({"bad\x01.txt", "not UTF-8", "not-utf8"});
  return report;
}

TEST_CASE("SARIF is valid by the schema of 2.1.0", "[unit][hosts]") {
  for (const FailOn fail_on : {FailOn::contradict, FailOn::compatible}) {
    Look look;
    look.fail_on = fail_on;
    for (const Report& report : {gate_report(), decided_report(), Report{}})
      expect_valid_json("sarif-schema-2.1.0.json", render(report, Format::sarif, look));
  }
}

TEST_CASE("the schema refuses what is no SARIF, so that validating means something", "[unit][hosts]") {
  Json broken = json_of(gate_report(), Format::sarif);
  broken["runs"][0]["columnKind"] = "bytes";
  const TemporaryFolder folder;
  folder.write("file.json", broken.dump());
  const std::string python = support::fs::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  const int raw = std::system((python + " " + quoted(support::repo_path("tests/schemas/validate.py")) + " " +
                               quoted(support::repo_path("tests/schemas/sarif-schema-2.1.0.json")) + " " +
                               quoted(folder / "file.json") + " >/dev/null 2>&1")
                                  .c_str());
  CHECK(WEXITSTATUS(raw) != 0);
}

TEST_CASE("a SARIF result stands at the article in question, in code points, and relates the others", "[unit][hosts]") {
  const Report report = gate_report();
  const Json run = json_of(report, Format::sarif).at("runs")[0];
  CHECK(run.at("columnKind") == "unicodeCodePoints");
  REQUIRE(run.at("results").size() == 1);
  const Json& result = run.at("results")[0];
  CHECK(result.at("ruleId") == report.findings[0].check);
  CHECK(run.at("tool").at("driver").at("rules")[result.at("ruleIndex").get<std::size_t>()].at("id") ==
        result.at("ruleId"));
  CHECK(result.at("partialFingerprints").at("crosscheck/v1") == report.findings[0].fingerprint);
  CHECK_FALSE(result.at("partialFingerprints").contains("primaryLocationLineHash"));
  const Json& place = result.at("locations")[0].at("physicalLocation");
  CHECK(place.at("artifactLocation").at("uri") == "draft,%20final%3A%20100%25.txt");
  const Json& region = place.at("region");
  CHECK(region.at("startLine") == 3);
  CHECK(region.at("startColumn") == 44);
  CHECK(region.at("endColumn") == 54);
  CHECK(region.at("charOffset") == 71);
  CHECK(region.at("charLength") == 10);
  CHECK(kArticles[1].text.substr(region.at("byteOffset"), region.at("byteLength")) == "$5 billion");
  CHECK(region.at("snippet").at("text") == "$5 billion");
  REQUIRE(result.at("relatedLocations").size() == 2);
  CHECK(result.at("relatedLocations")[1].at("physicalLocation").at("artifactLocation").at("uri") ==
        "archive/old%20%5B1%5D.txt");
  const std::string text = result.at("message").at("text");
  CHECK(has(text, "](1)"));
  CHECK(has(text, "[old \\[1\\].txt:1:29](2)"));
  const Json& artifact = run.at("artifacts")[place.at("artifactLocation").at("index").get<std::size_t>()];
  CHECK(artifact.at("location").at("uri") == place.at("artifactLocation").at("uri"));
  CHECK(artifact.at("hashes").at("sha-256") == report.documents[1].sha256);
}

TEST_CASE("SARIF tells what was decided, what was not read and what is new", "[unit][hosts]") {
  const Json run = json_of(decided_report(), Format::sarif).at("runs")[0];
  std::map<std::string, int> kinds, states;
  for (const Json& result : run.at("results")) {
    ++states[result.at("baselineState").get<std::string>()];
    if (!result.contains("suppressions")) continue;
    ++kinds[result.at("suppressions")[0].at("kind").get<std::string>()];
    CHECK_FALSE(result.at("suppressions")[0].at("justification").get<std::string>().empty());
  }
  CHECK(kinds == std::map<std::string, int>{{"external", 1}, {"inSource", 1}});
  CHECK(states == std::map<std::string, int>{{"new", 1}, {"unchanged", 2}});
  CHECK(run.at("invocations")[0].at("executionSuccessful") == true);
  CHECK(run.at("invocations")[0].at("toolExecutionNotifications").size() == 2);
}

/// So many findings of each severity, confidence rising.
Report crowded_report(std::size_t errors, std::size_t warnings) {
  Report report = gate_report();
  const Finding one = report.findings[0];
  report.findings.clear();
  for (std::size_t i = 0; i < warnings + errors; ++i) {
    Finding finding = one;
    finding.severity = i < warnings ? Severity::warning : Severity::error;
    finding.confidence = 0.5 + 0.4 * static_cast<double>(i) / static_cast<double>(warnings + errors);
    finding.id = "f" + std::to_string(i + 1);
    finding.fingerprint = std::to_string(1000000 + i);
    report.findings.push_back(finding);
  }
  return report;
}

TEST_CASE("SARIF keeps the 5,000 worst results and says how many it cut", "[unit][hosts]") {
  const Json run = json_of(crowded_report(4000, 3000), Format::sarif).at("runs")[0];
  REQUIRE(run.at("results").size() == 5000);
  CHECK(run.at("results")[0].at("level") == "error");
  CHECK(run.at("results")[3999].at("level") == "error");
  CHECK(run.at("results")[4000].at("level") == "warning");
  CHECK(run.at("results")[4000].at("partialFingerprints").at("crosscheck/v1") == "1002999");
  CHECK(
      has(run.at("invocations")[0].at("toolExecutionNotifications")[0].at("message").at("text"), "2000 more findings"));
}

TEST_CASE("a SARIF result has at most 1,000 related locations and counts the rest", "[unit][hosts]") {
  Report report = gate_report();
  const std::uint32_t claim = report.findings[0].sides[0].claims[0];
  for (int i = 0; i < 1500; ++i) {
    report.findings[0].sides[0].claims.push_back(static_cast<std::uint32_t>(report.claims.size()));
    report.claims.push_back(report.claims[claim]);
  }
  const Json result = json_of(report, Format::sarif).at("runs")[0].at("results")[0];
  CHECK(result.at("relatedLocations").size() == 1000);
  CHECK(result.at("properties").at("locations_cut") == 502);
}

TEST_CASE("JUnit is valid by the schemas of Ant and Jenkins", "[unit][hosts]") {
  for (const Report& report : {gate_report(), decided_report(), Report{}})
    expect_valid_xml(render(report, Format::junit, {}));
}

TEST_CASE("in JUnit a contradiction fails, what is silenced is skipped, an unread file is an error", "[unit][hosts]") {
  const std::string text = render(decided_report(), Format::junit, {});
  const auto count = [&](const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  CHECK(count("<failure ") == 1);
  CHECK(count("<skipped ") == 2);
  CHECK(count("<error ") == 1);
  CHECK(count("<testsuite ") == 6);
  CHECK(has(text, "quoted &amp; &quot;as said&quot; &lt;there&gt;"));
  CHECK(text.find('\x01') == std::string::npos);
  CHECK(text.find('\x02') == std::string::npos);
  const std::string gate = render(gate_report(), Format::junit, {});
  CHECK(has(gate, "<testsuite name=\"draft, final: 100%.txt\""));
  CHECK_FALSE(has(gate, "<testsuite name=\"archive"));
  CHECK(has(gate, "failures=\"1\""));
}

TEST_CASE("GitHub's commands are escaped, and stand at the line of the article", "[unit][hosts]") {
  const std::string text = render(gate_report(), Format::github, {});
  INFO(text);
  CHECK(std::count(text.begin(), text.end(), '\n') == 1);
  CHECK((text.starts_with("::error file=draft%2C final%3A "
                          "100%25.txt,line=3,col=44,endLine=3,endColumn=54,title=crosscheck%3A value::") ||
         text.starts_with("::warning file=draft%2C final%3A "
                          "100%25.txt,line=3,col=44,endLine=3,endColumn=54,title=crosscheck%3A value::")));
  CHECK(has(text, "%0A"));
}

TEST_CASE("GitHub gets ten of a kind, the surest first, and a notice of how many there are", "[unit][hosts]") {
  const std::string text = render(crowded_report(37, 12), Format::github, {});
  std::size_t errors = 0, warnings = 0, notices = 0;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    const std::string_view line = std::string_view(text).substr(at);
    errors += line.starts_with("::error ");
    warnings += line.starts_with("::warning ");
    notices += line.starts_with("::notice ");
  }
  CHECK(errors == 10);
  CHECK(warnings == 10);
  CHECK(notices == 1);
  CHECK(has(text, "20 of 49 findings shown"));
  Report calm = gate_report();
  calm.findings[0].standing = Standing::known;
  CHECK(render(calm, Format::github, {}).empty());
}

TEST_CASE("rdjson is valid by reviewdog's schema, its columns count bytes", "[unit][hosts]") {
  for (const Report& report : {gate_report(), decided_report(), Report{}})
    expect_valid_json("rdjson.json", render(report, Format::rdjson, {}));
  const Json diagnostic = json_of(gate_report(), Format::rdjson).at("diagnostics")[0];
  CHECK(diagnostic.at("location").at("path") == "draft, final: 100%.txt");
  CHECK(diagnostic.at("location").at("range").at("start").at("line") == 3);
  CHECK(diagnostic.at("location").at("range").at("start").at("column") == 47);
  CHECK(diagnostic.at("location").at("range").at("end").at("column") == 57);
  CHECK(diagnostic.at("related_locations").size() == 1);
}

// ---- pages and PDFs -------------------------------------------------------------------------

/// The one clash between a page, or what else has that ending, and a text; the page is in question.
Report page_report(const std::string& bytes, const std::string& name) {
  Report report = support::report_on({{"archive/old.txt", kArticles[0].text}, {name, bytes}});
  std::erase_if(report.findings, [](const Finding& finding) { return !is_clash(finding.relation); });
  REQUIRE(report.findings.size() == 1);
  report.facts[0].checked = false;
  return report;
}

const std::string kPage =
    "<!DOCTYPE html>\r\n<html lang=en><body>\r\n<p>The sun shone on all who had come to the place.</p>\r\n"
    "<p>é 😀&nbsp;In\r\n  May 2023, Globex <i>acquired</i>\r\n  Initech&nbsp;for PRICE.</p></body></html>\r\n";

std::string page_at(const std::string& price) { return std::string(kPage).replace(kPage.find("PRICE"), 5, price); }

Json region_of(const Report& report) {
  const std::string sarif = render(report, Format::sarif, {});
  expect_valid_json("sarif-schema-2.1.0.json", sarif);
  const Json result = parse_json(sarif).value().at("runs")[0].at("results")[0];
  return result.at("locations")[0].at("physicalLocation").at("region");
}

TEST_CASE("a finding in a page of HTML stands at the page's own line and column", "[unit][hosts]") {
  const Report report = page_report(page_at("$5 billion"), "draft.html");
  CHECK(region_of(report) == parse_json(R"({"startLine": 6, "startColumn": 20, "endLine": 6, "endColumn": 30,
                                           "snippet": {"text": "$5 billion"}})")
                                 .value());
  CHECK(has(render(report, Format::github, {}), "file=draft.html,line=6,col=20,endLine=6,endColumn=30,title="));
  const std::string rdjson = render(report, Format::rdjson, {});
  expect_valid_json("rdjson.json", rdjson);
  const Json range = parse_json(rdjson).value().at("diagnostics")[0].at("location").at("range");
  CHECK(range == parse_json(R"({"start": {"line": 6}, "end": {"line": 6}})").value());
  const Json run = json_of(report, Format::sarif).at("runs")[0];
  for (const Json& artifact : run.at("artifacts"))
    CHECK(artifact.contains("encoding") == (artifact.at("location").at("uri") != "draft.html"));
}

TEST_CASE("a value that a page writes with tags, entities or a line break has a region around it and no snippet",
          "[unit][hosts]") {
  const auto region = [](const std::string& price) { return region_of(page_report(page_at(price), "draft.html")); };
  const auto json = [](const char* text) { return parse_json(text).value(); };
  CHECK(region("<b>$5</b>&nbsp;billion") ==
        json(R"({"startLine": 6, "startColumn": 23, "endLine": 6, "endColumn": 42})"));
  CHECK(region("$5\r\n billion") == json(R"({"startLine": 6, "startColumn": 20, "endLine": 7, "endColumn": 9})"));
  CHECK(region("&#36;5 billion") == json(R"({"startLine": 6, "startColumn": 20, "endLine": 6, "endColumn": 34})"));
  CHECK(region("5 billion&nbsp;&#36;") == json(R"({"startLine": 6, "startColumn": 20, "endLine": 6})"));
}

TEST_CASE("a headline of a page has its place there, and one out of its metadata the line", "[unit][hosts]") {
  const auto page = [](const std::string& head, const std::string& body) {
    return "<html lang=en><head>\n" + head + "\n</head><body>\n" + body +
           "\n<p>The sun shone on all who had come to the place where it was signed.</p></body></html>\n";
  };
  const std::string headline = "In May 2023, Globex acquired Initech for $5 billion";
  const Report own = page_report(page("", "<h1>" + headline + "</h1>"), "draft.html");
  CHECK(region_of(own).at("startLine") == 4);
  CHECK(region_of(own).at("startColumn") == 46);
  const Report given =
      page_report(page("<meta property=\"og:title\"\n content=\"" + headline + "\">", ""), "draft.html");
  CHECK(region_of(given).at("startLine") == 2);
  CHECK_FALSE(region_of(given).contains("endColumn"));
}

TEST_CASE("a finding in a feed stands at the line of the feed's file", "[unit][hosts]") {
  const Report report = page_report(
      "<rss version=\"2.0\"><channel><title>W</title><language>en</language>\n<item><title>A purchase</title>\n"
      "<description>&lt;p&gt;In May 2023, Globex acquired Initech for $5 billion.&lt;/p&gt;</description></item>\n"
      "</channel></rss>\n",
      "wire.rss");
  CHECK(region_of(report).at("startLine") == 3);
  CHECK(region_of(report).at("startColumn") == 64);
  const Json location = json_of(report, Format::sarif).at("runs")[0].at("results")[0].at("locations")[0];
  CHECK(location.at("physicalLocation").at("artifactLocation").at("uri") == "wire.rss");
  CHECK(has(render(report, Format::github, {}), "file=wire.rss,line=3,col=64"));
}

TEST_CASE("a finding in a PDF names its page, and no line that it does not have", "[unit][hosts]") {
  Report report = support::report_on(
      {{"dam.pdf", support::read_file(support::repo_path("tests/fixtures/readers/dam-two-columns.pdf"))}});
  Finding finding;
  finding.relation = Relation::contradict;
  finding.check = "value";
  finding.summary = "made up";
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    const std::string_view surface = surface_of(report, report.claims[i]);
    if (surface != "$18 million" && surface != "$7.4 million") continue;
    finding.sides.emplace_back();
    finding.sides.back().claims = {i};
  }
  REQUIRE(finding.sides.size() == 2);
  report.findings = {finding};
  const std::string sarif = render(report, Format::sarif, {});
  expect_valid_json("sarif-schema-2.1.0.json", sarif);
  const Json result = parse_json(sarif).value().at("runs")[0].at("results")[0];
  CHECK_FALSE(result.at("locations")[0].at("physicalLocation").contains("region"));
  CHECK(result.at("locations")[0].at("logicalLocations")[0] ==
        parse_json(R"({"name": "page 1", "kind": "page", "fullyQualifiedName": "dam.pdf#page=1"})").value());
  CHECK(result.at("relatedLocations")[1].at("logicalLocations")[0].at("name") == "page 2");
  const std::string text = result.at("message").at("text");
  CHECK(has(text, "(page 1)](1)"));
  CHECK(has(text, "(page 2)](2)"));
  CHECK(has(render(report, Format::github, {}), "file=dam.pdf,title="));
  CHECK(has(render(report, Format::github, {}), "dam.pdf (page 2)"));
  CHECK(has(render(report, Format::junit, {}), "dam.pdf (page 2)"));
  CHECK_FALSE(json_of(report, Format::rdjson).at("diagnostics")[0].at("location").contains("range"));
}

/// RFC 4180, strictly.
std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool inside = false;
  for (std::size_t at = 0; at < csv.size(); ++at) {
    std::string& field = rows.back().back();
    if (inside) {
      if (csv[at] == '"' && at + 1 < csv.size() && csv[at + 1] == '"')
        field += csv[at++];
      else if (csv[at] == '"')
        inside = false;
      else
        field += csv[at];
    } else if (csv[at] == '"') {
      inside = true;
    } else if (csv[at] == ',') {
      rows.back().emplace_back();
    } else if (csv.compare(at, 2, "\r\n") == 0) {
      rows.push_back({""});
      ++at;
    } else {
      field += csv[at];
    }
  }
  REQUIRE_FALSE(inside);
  rows.pop_back();
  return rows;
}

TEST_CASE("the tables have a row a claim and a finding, of as many fields as their head", "[unit][hosts]") {
  Report report = decided_report();
  for (const Format format : {Format::claims_csv, Format::findings_csv}) {
    const auto rows = rows_of(render(report, format, {}));
    CHECK(rows.size() == 1 + (format == Format::claims_csv ? report.claims.size() : report.findings.size()));
    for (const auto& row : rows) CHECK(row.size() == rows.front().size());
  }
}

TEST_CASE("no field of a table is a formula, and figures stay figures", "[unit][hosts]") {
  support::Sources hostile = kArticles;
  hostile[1] = {"=cmd|' /C calc'!A0.txt",
                "---\ntitle: \"@SUM(1)\"\nsource: \"+1 (555) 123\"\nid: \"-2+3\"\n---\n=HYPERLINK(\"http://x\") said "
                "in May 2023 that Globex acquired Initech for $5 billion.\n"
                "The company had a net loss of -5 million dollars, ＝1+1 it said.\n"};
  const Report report = support::report_on(hostile);
  for (const Format format : {Format::claims_csv, Format::findings_csv}) {
    for (const auto& row : rows_of(render(report, format, {}))) {
      for (const std::string& field : row) {
        INFO(field);
        const bool figure = !field.empty() && field.find_first_not_of("+-.0123456789") == std::string::npos;
        CHECK((figure || field.find_first_of("=+-@\t\r") != 0));
        CHECK_FALSE(field.starts_with("＝"));
      }
    }
  }
}

TEST_CASE("a ClaimReview draft has each side's appearances and no rating", "[unit][hosts]") {
  const std::string text = render(
      support::report_on({{"a.txt", "---\npublished: 2023-06-02\nsource: Daily\nurl: https://daily.example/1\n---\n" +
                                        kArticles[0].text},
                          {"b.txt", "---\npublished: 2023-05-20\n---\n" + kArticles[1].text}}),
      Format::claimreview, {});
  CHECK_FALSE(has(text, "Rating"));
  const Json json = parse_json(text).value();
  CHECK(json.at("@context") == "https://schema.org");
  REQUIRE(json.at("@graph").size() == 2);
  for (const Json& draft : json.at("@graph")) {
    CHECK(draft.at("@type") == "ClaimReview");
    CHECK(draft.at("creativeWorkStatus") == "Draft");
    CHECK(draft.at("itemReviewed").at("appearance").size() == 1);
  }
  CHECK(has(text, "https://daily.example/1"));
  CHECK(has(text, "\"datePublished\": \"2023-06-02\""));
}

TEST_CASE("an annotation finds its words by position in code points and by quote", "[unit][hosts]") {
  const Report report = gate_report();
  const Json json = json_of(report, Format::annotations);
  CHECK(json.at("@context") == "http://www.w3.org/ns/anno.jsonld");
  REQUIRE(json.at("items").size() == 2);
  for (const Json& item : json.at("items")) {
    const Json& selectors = item.at("target").at("selector");
    const std::string exact = selectors[0].at("exact");
    const bool draft = item.at("target").at("source").get<std::string>().starts_with("draft");
    const std::string& text = kArticles[draft ? 1 : 0].text;
    CHECK(
        has(text, selectors[0].at("prefix").get<std::string>() + exact + selectors[0].at("suffix").get<std::string>()));
    std::size_t byte = 0, code_point = 0;
    for (; code_point < selectors[1].at("start").get<std::size_t>(); ++code_point) {
      do ++byte;
      while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U);
    }
    CHECK(text.substr(byte, exact.size()) == exact);
    CHECK(selectors[1].at("end").get<std::size_t>() == code_point + exact.size());
  }
}

TEST_CASE("every check that finds something has its words", "[unit][hosts]") {
  for (const std::string& folder : support::story_folders()) {
    for (const Finding& finding : support::report_on(support::sources_in(folder)).findings) {
      INFO(finding.check);
      CHECK(check_kind(finding.check) != nullptr);
    }
  }
  for (const CheckKind& kind : check_kinds()) CHECK(kind.help.ends_with("."));
}

}  // namespace
}  // namespace crosscheck
