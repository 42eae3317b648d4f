// The four formats and the two kinds of lines, on reports built by hand: "pledged about $157 billion" in one
// article, "$500 billion" in another. What a page looks like is for eyes; here is what must hold on any page.
#include "render/render.h"

#include <algorithm>
#include <sstream>

#include "base/json.h"
#include "base/unicode.h"
#include "catch.h"
#include "support.h"

using namespace crosscheck;

namespace {

std::uint32_t add_document(Report& report, std::string id, std::string text, std::string title = "") {
  Document document;
  document.path = "corpus/" + id;
  document.id = std::move(id);
  document.language = "en";
  document.title = std::move(title);
  document.text = std::move(text);
  document.line_starts = {0};
  for (std::uint32_t i = 0; i < document.text.size(); ++i) {
    if (document.text[i] == '\n') document.line_starts.push_back(i + 1);
  }
  report.documents.push_back(std::move(document));
  DocumentFacts facts;
  facts.story = "s1";
  report.facts.push_back(std::move(facts));
  return static_cast<std::uint32_t>(report.documents.size() - 1);
}

/// Claims `surface` where it first stands; the quote is the whole line.
std::uint32_t add_claim(Report& report, std::uint32_t document, const std::string& surface, std::int64_t value,
                        Field field = Field::text) {
  const std::string_view text = text_of(report.documents[document], field);
  const auto begin = static_cast<std::uint32_t>(text.find(surface));
  const auto end = begin + static_cast<std::uint32_t>(surface.size());
  const std::size_t before = begin == 0 ? std::string::npos : text.rfind('\n', begin - 1);
  Claim claim;
  claim.id = "c" + std::to_string(report.claims.size() + 1);
  claim.document = document;
  claim.place = {field, {begin, end}};
  claim.quote = {before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 1),
                 static_cast<std::uint32_t>(std::min(text.find('\n', end), text.size()))};
  claim.kind = MentionKind::money;
  claim.quantity.value = Decimal(value);
  claim.quantity.interval = Interval::point(Decimal(value));
  claim.quantity.unit = "USD";
  claim.attribute = "valuation";
  claim.roles = {{"of", "Acme", "acme"}};
  claim.rule = "finance/valuation";
  claim.confidence = 0.9349;
  report.claims.push_back(std::move(claim));
  return static_cast<std::uint32_t>(report.claims.size() - 1);
}

Side side_of(std::string value, std::string words, std::vector<std::uint32_t> claims) {
  Side side;
  side.value = std::move(value);
  side.words = std::move(words);
  side.claims = std::move(claims);
  side.sources = static_cast<std::uint32_t>(side.claims.size());
  return side;
}

Finding finding_of(std::string id, Relation relation, std::string summary, std::vector<Side> sides) {
  Finding finding;
  finding.id = std::move(id);
  finding.fingerprint = "0b1c2d";
  finding.relation = relation;
  finding.check = "value";
  finding.severity = relation == Relation::contradict ? Severity::error : Severity::info;
  finding.confidence = 0.9349;
  finding.summary = std::move(summary);
  finding.explanation = "The two ranges cannot meet.";
  finding.sides = std::move(sides);
  return finding;
}

/// Two articles, one contradiction with an implied side, one agreement, one fact said once.
Report small_report() {
  Report report;
  report.name = "acme";
  report.version = "0.1.0";
  report.rules_digest = "9f2c";
  const auto a =
      add_document(report, "a.txt", "Acme is worth $157 billion.\nIt has 40 offices.", "Acme at $157 billion");
  const auto b =
      add_document(report, "b.txt", "A stake of 27% is worth $135 billion.\nIt has 40 offices in 12 countries.");
  const auto worth = add_claim(report, a, "$157 billion", 157'000'000'000);
  const auto headline = add_claim(report, a, "$157 billion", 157'000'000'000, Field::title);
  const auto stake = add_claim(report, b, "27%", 27);
  const auto part = add_claim(report, b, "$135 billion", 135'000'000'000);
  const auto offices_a = add_claim(report, a, "40", 40);
  const auto offices_b = add_claim(report, b, "40", 40);
  add_claim(report, b, "12", 12);
  report.groups = {{"g1", "Acme's valuation", "valuation", {worth, headline}, 0.9},
                   {"g2", "Acme's offices", "offices", {offices_a, offices_b}, 0.9}};
  Finding conflict =
      finding_of("f1", Relation::contradict, "Acme's valuation: $500 billion is implied, $157 billion stated",
                 {side_of("157000000000 USD", "$157 billion", {worth, headline}),
                  side_of("500000000000 USD", "$500 billion", {})});
  conflict.group = 0;
  conflict.sides[0].interval = Interval::between(Decimal(156'500'000'000), Decimal(157'500'000'000));
  conflict.sides[1].interval = Interval::between(Decimal(489'100'000'000), Decimal(511'300'000'000));
  conflict.derivation = {{"part / share", "$135 billion ÷ 27 % = $500 billion", {part, stake}, "500000000000 USD"}};
  Finding agreement =
      finding_of("f2", Relation::agree, "Two sources state 40 offices", {side_of("40", "40", {offices_a, offices_b})});
  agreement.group = 1;
  report.findings = {conflict, agreement};
  report.skipped = {{"corpus/scan.pdf", "it holds no text", "no-text"}};
  report.timings = {{"read", 1.25}};
  return report;
}

Json json_of(const Report& report) {
  const Result<Json> parsed = parse_json(render(report, Format::json, {}));
  REQUIRE(parsed.ok());
  return parsed.value();
}

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

constexpr std::string_view kHostile =
    "<script>alert(1)</script> \x1b[2J\x1b]0;owned\x07 paid $5 & \"more\" *@desk* \xE2\x80\xAE'now'";

Report hostile_report() {
  Report report;
  report.name = "<b>name</b>";
  const auto document = add_document(report, "x<i>.txt", std::string(kHostile), std::string(kHostile));
  report.documents[document].source = "<img src=x>";
  report.documents[document].url = "javascript:alert(1)";
  report.facts[document].headline = kHostile;
  const auto claim = add_claim(report, document, "$5", 5);
  report.claims[claim].attribution = "\x1b[31m<u>Eve</u>";
  report.findings = {
      finding_of("f1", Relation::contradict, std::string(kHostile), {side_of("5 USD", "$5<br>", {claim})})};
  report.skipped = {{"<a>\x1b[1m", "<p>\x9b", "x"}};
  return report;
}

}  // namespace

TEST_CASE("every format has a name, a file and a way back", "[unit][render]") {
  CHECK(formats_named("text") == std::vector{Format::text});
  CHECK(formats_named("json") == std::vector{Format::json});
  CHECK(formats_named("md") == std::vector{Format::markdown});
  CHECK(formats_named("html") == std::vector{Format::html});
  CHECK(formats_named("csv") == std::vector{Format::claims_csv, Format::findings_csv});
  CHECK(formats_named("yaml").empty());
  CHECK(format_names() == "text, json, md, html, sarif, junit, github, rdjson, csv, claimreview, annotations");
  CHECK(file_name(Format::text) == "report.txt");
  CHECK(file_name(Format::json) == "report.json");
  CHECK(file_name(Format::markdown) == "report.md");
  CHECK(file_name(Format::html) == "index.html");
}

TEST_CASE("the JSON report has the fields of the contract, in their order", "[unit][render]") {
  const Json json = json_of(small_report());
  CHECK(keys_of(json) ==
        std::vector<std::string>{"schema", "tool", "documents", "claims", "groups", "findings", "skipped", "summary"});
  CHECK(json["schema"] == "crosscheck.report/1");
  CHECK(keys_of(json["tool"]) == std::vector<std::string>{"name", "version", "rules_digest"});
  CHECK(keys_of(json["documents"][0]) == std::vector<std::string>{"id", "path", "title", "source", "url", "published",
                                                                  "language", "story", "copy_of", "sha256"});
  CHECK(json["documents"][0]["source"].is_null());
  CHECK(keys_of(json["claims"][0]) == std::vector<std::string>{"id", "doc", "begin", "end", "line", "column", "surface",
                                                               "quote", "quote_begin", "quote_end", "kind", "value",
                                                               "attribute", "roles", "rule", "time", "modality",
                                                               "attribution", "confidence"});
  CHECK(keys_of(json["claims"][0]["value"]) == std::vector<std::string>{"value", "unit", "low", "high", "bound"});
  CHECK(json["claims"][0]["value"]["value"] == "157000000000");
  CHECK(json["claims"][0]["confidence"] == 0.93);
  CHECK(json["claims"][0]["roles"]["of"] == "Acme");
  CHECK(json["claims"][1]["in"] == "title");
  CHECK(json["findings"][0]["sides"][0]["claims"] == Json({"c1", "c2"}));
  CHECK_FALSE(json["findings"][0]["sides"][0].contains("implied"));
  CHECK(json["findings"][0]["sides"][1]["implied"] == true);
  CHECK(json["findings"][0]["derivation"][0]["inputs"] == Json({"c4", "c3"}));
  CHECK(json["findings"][0]["group"] == "g1");
  CHECK(json["findings"][0]["slip"].is_null());
  CHECK(json["summary"]["relations"]["contradict"] == 1);
  CHECK(json["summary"]["said_once"] == 1);
  CHECK(json["summary"]["skipped"] == 1);
}

TEST_CASE("the JSON report ends with one newline and tells nothing that differs between runs", "[unit][render]") {
  Look look;
  look.timings = true;
  const std::string text = render(small_report(), Format::json, look);
  CHECK(text.ends_with("}\n"));
  CHECK_FALSE(holds(text, "timings"));
  CHECK(text == render(small_report(), Format::json, {}));
}

TEST_CASE("an article's date comes from its metadata, else from what the run found", "[unit][render]") {
  Report report = small_report();
  report.documents[0].published = "2025-11";
  report.facts[0].published.value = *make_day(2024, 1, 2);
  report.facts[1].published.value = *make_day(2025, 11, 3);
  const Json json = json_of(report);
  CHECK(json["documents"][0]["published"] == "2025-11");
  CHECK(json["documents"][1]["published"] == "2025-11-03");
}

TEST_CASE("text extracted from a container travels with the report, plain text does not", "[unit][render]") {
  Report report;
  add_document(report, "a.html", "words");
  add_document(report, "a.md", "words");
  const Json json = json_of(report);
  CHECK(json["documents"][0]["text"] == "words");
  CHECK_FALSE(json["documents"][1].contains("text"));
}

TEST_CASE("a claim is one line of JSON, a dated one has its EDTF value", "[unit][render]") {
  Report report = small_report();
  Claim& claim = report.claims[0];
  claim.kind = MentionKind::date;
  claim.when = make_month(2024, 10);
  claim.when.approximate = true;
  claim.time.event = "announcement";
  claim.time.anchor = 3;
  claim.time.basis = TimeBasis::anchored;
  claim.qualifiers = {"initial"};
  const std::string line = render_claim(report, claim);
  CHECK_FALSE(holds(line, "\n"));
  const Json json = parse_json(line).value();
  CHECK(json["value"]["value"] == "2024-10~");
  CHECK(json["value"]["bound"] == "about");
  CHECK(json["value"]["unit"].is_null());
  CHECK(json["value"]["low"].is_null());
  CHECK(json["time"]["event"] == "announcement");
  CHECK(json["time"]["anchor"] == "c4");
  CHECK(json["qualifiers"] == Json({"initial"}));
}

TEST_CASE("a mention's words are escaped as JSON wants it", "[unit][render]") {
  Document document;
  document.id = "a\\b \"c\"";
  document.text = "5\n\"\x01million\"\x7F é";
  Article article;
  Mention mention;
  mention.span = {0, static_cast<std::uint32_t>(document.text.size())};
  mention.kind = MentionKind::score;
  article.mentions = {mention};
  const std::string line = render_mentions(document, article);
  CHECK(line.find('\n') == std::string::npos);
  const auto json = parse_json(line);
  REQUIRE(json.ok());
  CHECK(json.value()["id"] == document.id);
  CHECK(json.value()["mentions"][0]["surface"] == document.text);
  CHECK(json.value().dump() == line);
}

TEST_CASE("mentions are printed in order without the entities, dates as EDTF", "[unit][render]") {
  Document document;
  document.id = "d";
  document.text = "Acme paid $5 in October";
  document.title = "5%";
  Article article;
  Mention title, name, money, date;
  title.field = Field::title;
  title.span = {0, 2};
  title.kind = MentionKind::percent;
  title.quantity.value = Decimal(5);
  title.quantity.unit = "%";
  name.span = {0, 4};
  name.kind = MentionKind::entity;
  money.span = {10, 12};
  money.kind = MentionKind::money;
  money.quantity.interval = {Decimal(30), std::nullopt, true, false};
  money.quantity.bound = Bound::more_than;
  date.span = {16, 23};
  date.kind = MentionKind::date;
  date.time = make_recurring_month(10);
  date.edtf = "XXXX-10";
  article.mentions = {title, name, money, date};
  const std::string line = render_mentions(document, article);
  CHECK_FALSE(holds(line, "\n"));
  const Json json = parse_json(line).value();
  REQUIRE(json["mentions"].size() == 3);
  CHECK(json["mentions"][0]["in"] == "title");
  CHECK(json["mentions"][0]["surface"] == "5%");
  CHECK(json["mentions"][1]["value"] == "(30,)");
  CHECK(json["mentions"][1]["high"].is_null());
  CHECK(json["mentions"][1]["bound"] == "more_than");
  CHECK_FALSE(json["mentions"][1].contains("in"));
  CHECK(json["mentions"][2]["value"] == "XXXX-10");
  CHECK(json["mentions"][2]["bound"] == "exact");
}

TEST_CASE("the terminal report counts with the right plurals", "[unit][render]") {
  Look wide;
  wide.width = 200;
  CHECK(render(small_report(), Format::text, wide)
            .starts_with("acme · 2 articles, 1 story, 2 independent sources · 7 claims · 1 contradiction, 1 agreement, "
                         "1 said once\n"));
  Report single;
  single.name = "one";
  add_document(single, "a.txt", "It has 40 offices.");
  add_claim(single, 0, "40", 40);
  CHECK(render(single, Format::text, wide)
            .starts_with("one · 1 article, 1 story, 1 independent source · 1 claim · 0 contradictions, 0 agreements, 1 "
                         "said once"));
}

TEST_CASE("a copy is no source of its own", "[unit][render]") {
  Report report = small_report();
  report.facts[1].copy_of = 0;
  CHECK(holds(render(report, Format::text, {}), "2 articles, 1 story, 1 independent source "));
  CHECK(json_of(report)["documents"][1]["copy_of"] == "a.txt");
}

TEST_CASE("the terminal report quotes both sides, the value in brackets", "[unit][render]") {
  const std::string text = render(small_report(), Format::text, {});
  CHECK(holds(text, "✗ Acme's valuation: $500 billion is implied, $157 billion stated"));
  CHECK(holds(text, "value · 0.93\n"));
  CHECK(holds(text, "a.txt:1:15"));
  CHECK(holds(text, "Acme is worth [$157 billion]."));
  CHECK(holds(text, "a.txt (title)"));
  CHECK(holds(text, "$500 billion · implied"));
  CHECK(holds(text, "$135 billion ÷ 27 % = $500 billion"));
  CHECK(holds(text, "A stake of [27%] is worth $135 billion."));
  CHECK(holds(text, "✓ 40, Acme's offices"));
  CHECK(holds(text, "• said once: 12, valuation of Acme (b.txt:2:22)"));
  CHECK(holds(text, "corpus/scan.pdf: it holds no text"));
  CHECK_FALSE(holds(text, "\x1b"));
  CHECK_FALSE(holds(text, "1.2 ms"));
}

TEST_CASE("colour changes no character but adds escape sequences", "[unit][render]") {
  Look colour;
  colour.colour = true;
  const std::string painted = render(small_report(), Format::text, colour);
  std::string bare;
  for (std::size_t i = 0; i < painted.size(); ++i) {
    if (painted[i] == '\x1b')
      i = painted.find('m', i);
    else
      bare.push_back(painted[i]);
  }
  CHECK(holds(painted, "\x1b["));
  CHECK(bare == render(small_report(), Format::text, {}));
}

TEST_CASE("no line of the terminal report is wider than asked", "[unit][render]") {
  for (const int width : {40, 60, 80, 120}) {
    Look look;
    look.width = width;
    look.all = true;
    for (const std::string& line : lines_of(render(small_report(), Format::text, look))) {
      INFO(line);
      CHECK(display_width(line) <= static_cast<std::size_t>(width));
    }
  }
}

TEST_CASE("an excerpt of multi-byte text is cut between characters and keeps the value", "[unit][render]") {
  for (const std::string unit : {"é", "漢", "e\xCC\x81", "😀", "слово "}) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += unit;
    Report report;
    add_document(report, "a.txt", text + "\xC2\xA0\n \t$5 " + text);
    const auto claim = add_claim(report, 0, "$5", 5);
    report.claims[claim].quote = {0, static_cast<std::uint32_t>(report.documents[0].text.size())};
    report.findings = {finding_of("f1", Relation::contradict, "x", {side_of("5", "$5", {claim})})};
    for (const int width : {40, 41, 42, 43, 77}) {
      Look look;
      look.width = width;
      const std::string out = render(report, Format::text, look);
      CHECK_FALSE(first_invalid_byte(out).has_value());
      CHECK(holds(out, " [$5] "));
      CHECK(holds(out, "…"));
      for (const std::string& line : lines_of(out)) CHECK(display_width(line) <= static_cast<std::size_t>(width));
    }
  }
}

TEST_CASE("--all lists what is said once, otherwise it is summed up", "[unit][render]") {
  Report report;
  std::string text;
  for (int i = 100; i < 130; ++i) text += "It has " + std::to_string(i) + " parts.\n";
  add_document(report, "a.txt", text);
  for (int i = 100; i < 130; ++i) add_claim(report, 0, std::to_string(i), i);
  const std::string brief = render(report, Format::text, {});
  CHECK(holds(brief, "--all lists them"));
  CHECK_FALSE(holds(brief, "129,"));
  Look all;
  all.all = true;
  const std::string full = render(report, Format::text, all);
  CHECK_FALSE(holds(full, "--all"));
  CHECK(holds(full, "    129, valuation of Acme (a.txt:30:8)"));
}

TEST_CASE("timings are told room by room when asked for", "[unit][render]") {
  Look look;
  look.timings = true;
  const std::string text = render(small_report(), Format::text, look);
  CHECK(holds(text, "read"));
  CHECK(holds(text, "1.2 ms"));
}

TEST_CASE("an empty report says in a sentence that there is nothing", "[unit][render]") {
  for (const Format format : {Format::text, Format::markdown, Format::html}) {
    CHECK(holds(render(Report{}, format, {}), "No article could be read"));
    Report report;
    add_document(report, "a.txt", "Nothing here.");
    CHECK(holds(render(report, format, {}), "No numeric or dated claim was found in 1 article"));
    add_document(report, "b.txt", "It has 40 offices.");
    add_claim(report, 1, "40", 40);
    CHECK(holds(render(report, format, {}), "No contradiction found"));
  }
  CHECK(json_of(Report{})["findings"].empty());
}

TEST_CASE("a hostile article cannot drive the terminal", "[unit][render]") {
  Look look;
  look.all = true;
  const std::string text = render(hostile_report(), Format::text, look);
  CHECK_FALSE(holds(text, "\x1b"));
  CHECK_FALSE(holds(text, "\x07"));
  CHECK_FALSE(holds(text, "\xC2\x9B"));
  CHECK_FALSE(holds(text, "\xE2\x80\xAE"));
  CHECK(holds(text, "<script>alert(1)</script>"));
}

TEST_CASE("a hostile article cannot put markup into the page", "[unit][render]") {
  const std::string page = render(hostile_report(), Format::html, {});
  CHECK_FALSE(holds(page, "<script>alert"));
  CHECK(holds(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  for (const std::string_view tag : {"<b>name", "<i>", "<img", "<u>", "<br>", "<p>\xC2", "javascript:"}) {
    INFO(tag);
    CHECK_FALSE(holds(page, tag));
  }
  CHECK(holds(page, "&quot;more&quot;"));
  CHECK(holds(page, "&#39;now&#39;"));
  CHECK(std::none_of(page.begin(), page.end(), [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == 0x7F; }));
}

TEST_CASE("the page loads nothing and lets only its own script and style run", "[unit][render]") {
  const std::string page = render(small_report(), Format::html, {});
  CHECK(holds(page, "default-src 'none'; style-src 'sha256-"));
  CHECK(holds(page, "script-src 'sha256-"));
  CHECK_FALSE(holds(page, "unsafe-inline"));
  CHECK_FALSE(holds(page, " src="));
  CHECK_FALSE(holds(page, "<link"));
  CHECK_FALSE(holds(page, " style=\""));
  CHECK_FALSE(holds(page, "@import"));
}

TEST_CASE("article text marks nothing up in Markdown", "[unit][render]") {
  const std::string text = render(hostile_report(), Format::markdown, {});
  CHECK_FALSE(holds(text, "<script"));
  CHECK(holds(text, "&lt;script&gt;"));
  CHECK(holds(text, "\\*@<!-- -->desk\\*"));
  CHECK(holds(text, "**$5**"));
  CHECK_FALSE(holds(text, "\x1b"));
  Report report;
  add_document(report, "a.txt", "1. see https://x.org and www.x.org #12 with US$5");
  const auto claim = add_claim(report, 0, "$5", 5);
  report.findings = {finding_of("f1", Relation::contradict, "x", {side_of("5", "$5", {claim})})};
  CHECK(holds(render(report, Format::markdown, {}),
              "> 1\\. see https<!-- -->://x.org and www<!-- -->.x.org \\#<!-- -->12 with US<b>$5</b>"));
}

TEST_CASE("files of one name are told apart by their folders", "[unit][render]") {
  Report report;
  for (const std::string folder : {"x", "y"}) {
    const auto document = add_document(report, folder + "/brief.txt", "It has 40 offices.");
    add_claim(report, document, "40", 40);
  }
  const std::string text = render(report, Format::text, {});
  CHECK(holds(text, "(x/brief.txt:1:8)"));
  CHECK(holds(text, "(y/brief.txt:1:8)"));
}

TEST_CASE("the output grows in step with the findings", "[unit][render]") {
  const auto report_with = [](std::size_t count) {
    Report report = small_report();
    const Finding model = report.findings.front();
    report.findings.clear();
    for (std::size_t i = 0; i < count; ++i) {
      report.findings.push_back(model);
      report.findings.back().id = "f" + std::to_string(100'000 + i);
    }
    return report;
  };
  const Report none = report_with(100), few = report_with(1'100), many = report_with(10'100);
  for (const Format format : {Format::text, Format::json, Format::markdown, Format::html}) {
    const std::size_t own = render(none, format, {}).size();  // the page's script and style, and what it shows at once
    const std::size_t small = render(few, format, {}).size() - own, large = render(many, format, {}).size() - own;
    CHECK(large > 9 * small);
    CHECK(large < 11 * small);
  }
}

TEST_CASE("an ordinal, a time of day and an undated yesterday are claims, but nothing said once", "[unit][render]") {
  const Report report = support::report_on({{"a.txt", "Globex won its third race at 3 p.m. yesterday."}});
  CHECK(report.claims.size() == 2);
  CHECK(json_of(report)["summary"]["said_once"] == 0);
  for (const Json& claim : json_of(report)["claims"]) CHECK(claim["time"]["edtf"].is_null());
  Look look;
  look.all = true;
  CHECK(render(report, Format::text, look).find("third,") == std::string::npos);
}
