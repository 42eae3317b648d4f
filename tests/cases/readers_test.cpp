// tests/fixtures/readers: pages, feeds, archives and documents as newsrooms have them, and beside each, in NAME.expected, all that must
// be read out of it: metadata, warnings and text, byte for byte, or why it is skipped. `make accept-readers` writes what is read
// now; read the diff before you commit it.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>

#include "base/encoding.h"
#include "base/unicode.h"
#include "catch.h"
#include "read/read.h"
#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "tests/fixtures/readers";

std::vector<std::string> fixtures() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(support::repo_path(kFolder))) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".expected" && ending != ".py") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Corpus read_fixture(const std::string& name) {
  Corpus corpus;
  read_bytes(support::read_file(support::repo_path(std::string(kFolder) + "/" + name)), name, {}, corpus);
  return corpus;
}

std::string described(const Corpus& corpus) {
  std::string out;
  for (const Document& document : corpus.documents) {
    out += "document: " + document.id + "\n";
    if (document.path != document.id) out += "path: " + document.path + "\n";
    for (const auto& [name, value] : {std::pair{"title", document.title},
                                      {"source", document.source},
                                      {"url", document.url},
                                      {"published", document.published},
                                      {"language", document.language}}) {
      if (!value.empty()) out += std::string(name) + ": " + value + "\n";
    }
    for (const std::string& warning : document.warnings) out += "warning: " + warning + "\n";
    for (const Span hidden : document.hidden) {
      const LineColumn at = line_column(document, {Field::text, hidden});
      out += "hidden: " + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
             Json(std::string(cut(document.text, hidden))).dump() + "\n";
    }
    out += "text:\n" + document.text + "\n===\n";
  }
  for (const Skipped& skipped : corpus.skipped)
    out += "skipped: " + skipped.path + " [" + skipped.code + "] " + skipped.reason + "\n";
  return out;
}

std::string expected_path(const std::string& name) {
  return support::repo_path(std::string(kFolder) + "/" + name + ".expected");
}

TEST_CASE("every page, feed and document is read to the byte as expected", "[cases][read]") {
  const std::vector<std::string> names = fixtures();
  CHECK(names.size() >= 25);
  for (const std::string& name : names) {
    INFO(name << ": expected in " << name << ".expected");
    if (!fs::exists(expected_path(name)))
      FAIL_CHECK("nothing says what " << name << " holds");
    else
      CHECK(described(read_fixture(name)) == support::read_file(expected_path(name)));
  }
}

TEST_CASE("what is read of the fixtures is accepted", "[.][accept-readers]") {
  for (const std::string& name : fixtures())
    std::ofstream(expected_path(name), std::ios::binary) << described(read_fixture(name));
}

// ---- places ---------------------------------------------------------------------------------

/// The source as an editor shows it.
std::string shown_source(const std::string& name) {
  const std::string bytes = support::read_file(support::repo_path(std::string(kFolder) + "/" + name));
  if (bytes.starts_with("\xFF\xFE")) return to_utf8(std::string_view(bytes).substr(2), "utf-16le")->text;
  if (!first_invalid_byte(bytes)) return bytes;
  return to_utf8(bytes, name.find("jis") != std::string::npos ? "shift_jis" : "windows-1252")->text;
}

/// The rest of the source from a line and a column on.
std::string_view source_from(std::string_view source, const SourcePlace& place) {
  for (std::uint32_t line = 1; line < place.line; ++line)
    source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
  for (std::uint32_t column = 1; column < place.column && !source.empty(); ++column)
    source.remove_prefix(decode(source, 0).length);
  return source;
}

/// The letters and figures that a claim begins with, up to what a page may write otherwise (a blank, an entity).
std::string_view plain_start(std::string_view surface) {
  std::size_t size = 0;
  while (size < surface.size() && std::isalnum(static_cast<unsigned char>(surface[size])) != 0) ++size;
  return surface.substr(0, size);
}

TEST_CASE("every claim of a page or feed is found in its source at the line and column that are told",
          "[cases][read]") {
  std::size_t checked = 0;
  for (const std::string& name : fixtures()) {
    const bool markup = name.ends_with(".html") || name.ends_with(".rss") || name.ends_with(".atom");
    if (!markup) continue;
    const std::string source = shown_source(name);
    const Report report = cross_check(support::shipped_rules(), read_fixture(name), {});
    for (const Claim& claim : report.claims) {
      const Document& document = report.documents[claim.document];
      const std::string_view surface = surface_of(report, claim);
      const SourcePlace place = source_place(document, claim.place);
      INFO(name << ": \"" << surface << "\" at " << place.line << ":" << place.column);
      REQUIRE(place.line > 0);
      // A headline out of an attribute or of JSON-LD has the place of the tag.
      if (claim.place.field == Field::title && !document.title_map.front().copied) continue;
      const std::string_view there = source_from(source, place);
      const std::string_view start = plain_start(surface);
      const bool found =
          start.empty() ? there.substr(0, decode(there, 0).length) == surface.substr(0, decode(surface, 0).length) ||
                              there.starts_with('&')
                        : there.starts_with(start);
      CHECK(found);
      ++checked;
    }
  }
  CHECK(checked > 90);
}

// ---- regions for hosts ----------------------------------------------------------------------

/// The source from a line and column to another, in code points; to the end of the line where the end has no column.
std::string_view source_within(std::string_view source, const Json& region) {
  const std::string_view from = source_from(source, {0, region.at("startLine"), region.at("startColumn")});
  if (!region.contains("endColumn")) {
    std::string_view rest = source_from(source, {0, region.at("endLine"), 1});
    rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
    return from.substr(0, from.size() - rest.size());
  }
  return from.substr(0, from.size() - source_from(source, {0, region.at("endLine"), region.at("endColumn")}).size());
}

/// As a browser shows it, without white space: what tags, entities and line breaks leave of it.
std::string without_markup(std::string_view source) {
  static const std::vector<std::pair<std::string, std::string>> kEntities{
      {"&nbsp;", ""},   {"&#160;", ""},   {"&thinsp;", ""}, {"&amp;", "&"},   {"&euro;", "€"},  {"&#8364;", "€"},
      {"&pound;", "£"}, {"&ndash;", "–"}, {"&#8211;", "–"}, {"&mdash;", "—"}, {"&frac12;", "½"}};
  std::string out;
  for (std::size_t at = 0; at < source.size();) {
    if (source[at] == '<') {
      at = std::min(source.find('>', at), source.size() - 1) + 1;
      continue;
    }
    const auto entity = std::find_if(kEntities.begin(), kEntities.end(),
                                     [&](const auto& known) { return source.substr(at).starts_with(known.first); });
    if (entity != kEntities.end()) {
      out += entity->second;
      at += entity->first.size();
      continue;
    }
    const Decoded d = decode(source, at);
    constexpr std::u32string_view kBlanks = U" \t\r\n\u00A0\u2009\u202F";
    if (kBlanks.find(d.code) == std::u32string_view::npos) out += source.substr(at, d.length);
    at += d.length;
  }
  return out;
}

/// A finding a claim, so that every claim has a region.
Report told_of_every_claim(Report report) {
  report.findings.clear();
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    Finding finding;
    finding.relation = Relation::contradict;
    finding.check = "value";
    finding.confidence = 1;
    finding.sides.emplace_back().claims = {i};
    report.findings.push_back(finding);
  }
  return report;
}

TEST_CASE("the region of every claim of a page or feed holds its words, and the snippet is what stands there",
          "[cases][read]") {
  std::size_t checked = 0, snippets = 0;
  for (const std::string& name : fixtures()) {
    const bool markup = name.ends_with(".html") || name.ends_with(".rss") || name.ends_with(".atom");
    if (!markup) continue;
    const std::string source = shown_source(name);
    const Report report = told_of_every_claim(cross_check(support::shipped_rules(), read_fixture(name), {}));
    const Json sarif = parse_json(render(report, Format::sarif, {})).value();
    const Json& results = sarif.at("runs")[0].at("results");
    REQUIRE(results.size() == report.claims.size());
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
      const Claim& claim = report.claims[i];
      const Document& document = report.documents[claim.document];
      const std::string_view surface = surface_of(report, claim);
      const Json& physical = results[i].at("locations")[0].at("physicalLocation");
      INFO(name << ": \"" << surface << "\" at " << physical.dump());
      CHECK(physical.at("artifactLocation").at("uri") == name);
      REQUIRE(physical.contains("region"));
      if (claim.place.field == Field::title && !document.title_map.front().copied) continue;
      const Json& region = physical.at("region");
      const std::string_view there = source_within(source, region);
      const std::string words = without_markup(surface);
      std::string shown = without_markup(there);
      if (!name.ends_with(".html")) shown = without_markup(shown);  // what a feed escapes is HTML
      INFO("there: " << there);
      if (region.contains("endColumn"))
        CHECK((shown == words || there.find("<sup") != std::string_view::npos));
      else
        CHECK(shown.starts_with(plain_start(words)));
      if (region.contains("snippet")) {
        CHECK(region.at("snippet").at("text") == there);
        ++snippets;
      }
      ++checked;
    }
  }
  CHECK(checked > 90);
  CHECK(snippets > 80);
}

const Claim* claim_over(const Report& report, std::string_view surface) {
  for (const Claim& claim : report.claims) {
    if (surface_of(report, claim) == surface) return &claim;
  }
  return nullptr;
}

SourcePlace place_of(const Report& report, std::string_view surface) {
  const Claim* claim = claim_over(report, surface);
  if (claim == nullptr) FAIL("there is no claim over " << surface);
  return source_place(report.documents[claim->document], claim->place);
}

TEST_CASE("a claim of a PDF tells its page, one that goes over the page's end the page where it begins",
          "[cases][read]") {
  const Report dam = cross_check(support::shipped_rules(), read_fixture("dam-two-columns.pdf"), {});
  CHECK(place_of(dam, "$18 million") == SourcePlace{1, 0, 0});
  CHECK(place_of(dam, "$7.4 million") == SourcePlace{2, 0, 0});
  const Report forecast = cross_check(support::shipped_rules(), read_fixture("forecast-press-release.pdf"), {});
  CHECK(place_of(forecast, "22 October 2025").page == 1);
  CHECK(place_of(forecast, "31 March 2026").page == 2);
}

TEST_CASE("a claim of a DOCX tells the page where Word had set it, and its place in document.xml", "[cases][read]") {
  const Report memo = cross_check(support::shipped_rules(), read_fixture("flood-memo.docx"), {});
  CHECK(place_of(memo, "€640m").page == 1);
  CHECK(place_of(memo, "4,200").page == 2);
  CHECK(place_of(memo, "14 August 2003").line == 5);
  const Report statement = cross_check(support::shipped_rules(), read_fixture("statement.docx"), {});
  CHECK(place_of(statement, "8,120").page == 0);
  CHECK(place_of(statement, "8,120").line == 5);
}

TEST_CASE("a claim of an archived page tells its place in that page", "[cases][read]") {
  const Report crawl = cross_check(support::shipped_rules(), read_fixture("crawl.warc.gz"), {});
  CHECK(place_of(crawl, "41") ==
        SourcePlace{0, 5, static_cast<std::uint32_t>(std::string("<p>The earthquake in Harlow killed ").size() + 1)});
}

TEST_CASE("two captures of one address are two documents", "[cases][read]") {
  const Corpus corpus = read_fixture("crawl.warc.gz");
  REQUIRE(corpus.documents.size() == 3);
  CHECK(corpus.documents[0].url == corpus.documents[1].url);
  CHECK(corpus.documents[0].id != corpus.documents[1].id);
  CHECK(corpus.documents[0].published.empty());
}

TEST_CASE("a Markdown file is its own source", "[cases][read]") {
  const Corpus corpus = read_fixture("notes.md");
  REQUIRE(corpus.documents.size() == 1);
  CHECK(corpus.documents[0].text == support::read_file(support::repo_path(std::string(kFolder) + "/notes.md")));
  CHECK(corpus.documents[0].text_map.empty());
}

}  // namespace
}  // namespace crosscheck
