// The HTML page as data: what its islands hold, that a claim's place in them is where its words stand, and that nothing an
// article says gets out of them. What the page does with it, tests/browser tries in a browser.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/json.h"
#include "base/unicode.h"
#include "catch.h"
#include "render/render.h"
#include "support.h"

using namespace crosscheck;

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The bytes of an island, between its tags.
std::string island(const std::string& page, const std::string& id) {
  const std::string open = "<script type=\"application/json\" id=\"" + id + "\">";
  const std::size_t begin = page.find(open);
  REQUIRE(begin != std::string::npos);
  REQUIRE(page.find(open, begin + 1) == std::string::npos);
  const std::size_t end = page.find("</script>", begin);
  return page.substr(begin + open.size(), end - begin - open.size());
}

Json data(const std::string& page, const std::string& id) {
  const Result<Json> parsed = parse_json(island(page, id));
  REQUIRE(parsed.ok());
  return parsed.value();
}

/// Units `begin` to `end` of a text, as a script counts them.
std::string units(const std::string& text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t unit = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    if (unit >= begin && unit < end) append_utf8(out, d.code);
    unit += d.code > 0xFFFF ? 2 : 1;
    at += d.length;
  }
  return out;
}

/// The words an article's island marks, claim by claim.
std::vector<std::string> marked(const Json& article) {
  std::vector<std::string> out;
  for (const Json& claim : article["c"]) {
    const std::string text = claim["p"].is_null() ? article["h"].get<std::string>()
                                                  : article["t"][claim["p"].get<std::size_t>()][1].get<std::string>();
    out.push_back(units(text, claim["s"].get<std::size_t>(), claim["e"].get<std::size_t>()));
  }
  return out;
}

std::string page_on(const support::Sources& articles) { return render(support::report_on(articles), Format::html, {}); }

}  // namespace

TEST_CASE("the page holds its scripts and style sheets as they stand in the sources", "[unit][page]") {
  const std::string page = page_on({{"a.txt", "It has 40 offices."}});
  std::size_t files = 0;
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(fs::path(CROSSCHECK_SOURCE_DIR) / "src/render/html")) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".js" && ending != ".css") continue;
    INFO(entry.path());
    CHECK(holds(page, bytes_of(entry.path())));
    ++files;
  }
  CHECK(files > 20);
}

TEST_CASE("the page has every finding, document and claim of the report", "[unit][page]") {
  const Report report = support::report_on({{"a.txt", "Acme Corp was valued at $157 billion in October 2024."},
                                            {"b.txt", "Acme Corp was valued at $180 billion in October 2024."}});
  REQUIRE_FALSE(report.findings.empty());
  const std::string page = render(report, Format::html, {});
  const Json all = data(page, "findings-data");
  REQUIRE(all["findings"].size() == report.findings.size());
  CHECK(all["docs"].size() == report.documents.size());
  CHECK(all["claims"] == report.claims.size());
  CHECK(all["docs"][1]["first"] == std::count_if(report.claims.begin(), report.claims.end(),
                                                 [](const Claim& claim) { return claim.document == 0; }));
  const Json& first = all["findings"][0];
  CHECK(first["r"] == "contradict");
  CHECK(first["sides"].size() == 2);
  CHECK(first["sides"][0]["r"] == Json::array({"156500000000", "157500000000"}));
  std::size_t claims = 0;
  for (std::size_t i = 0; i < report.documents.size(); ++i)
    claims += data(page, "article-data-" + std::to_string(i))["c"].size();
  CHECK(claims == report.claims.size());
}

TEST_CASE("a mark lies on the value whatever stands before it", "[unit][page]") {
  const std::string text =
      "\xEF\xBB\xBF\xF0\x9F\x98\x80 Acme **paid** \xC2\xAD**$5 million** to Globex.\r\n\r\n"
      "\xE2\x80\xAE\xF0\x9D\x92\x9E\xCC\x81 The Acme\xC2\xA0works employ 1,200\xE2\x80\xAFpeople,\tand 34 left.\n"
      "\n  Acme was founded in 1987, and its 12 offices lie in a town whose name nobody\n"
      "could spell; another 77 stand in\nthe hills.\n";
  const Report report = support::report_on({{"a.txt", text}});
  const std::string page = render(report, Format::html, {});
  const std::vector<std::string> words = marked(data(page, "article-data-0"));
  REQUIRE(words.size() == report.claims.size());
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Claim& claim = report.claims[i];
    INFO(claim.id << " " << words[i]);
    const std::string surface(surface_of(report, claim));
    const bool plain_words = surface.find_first_of("\xC2\xE2") == std::string::npos;
    if (plain_words) CHECK(holds(words[i], surface));
    seen.push_back(words[i]);
  }
  for (const char* expected : {"$5 million", "34", "1987", "12", "77"})
    CHECK(std::find(seen.begin(), seen.end(), expected) != seen.end());
}

TEST_CASE("lines broken by hand are one paragraph, lines set apart are not", "[unit][page]") {
  const Json wire = data(page_on({{"a.txt",
                                   "Showers continued throughout the week in the Bahia\n"
                                   "cocoa zone, where 34 stations measured them.\n"
                                   "    The dry period is over, said 12 farmers.\n"
                                   "- 5 tonnes\n- 6 tonnes\n"}}),
                         "article-data-0");
  REQUIRE(wire["t"].size() == 4);
  CHECK(wire["t"][0][0] == 1);
  CHECK(wire["t"][0][1] ==
        "Showers continued throughout the week in the Bahia cocoa zone, where 34 stations measured them.");
  CHECK(wire["t"][1][0] == 3);
  CHECK(wire["t"][3][1] == "- 6 tonnes");
}

TEST_CASE("nothing an article says gets out of its island", "[unit][page]") {
  const std::string evil =
      "</script><!-- <script> \xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xAE\x1b[1m \"\\ it has 40 offices </SCRIPT >";
  const std::string page = page_on({{"a.txt", evil}, {"b.txt", evil + " and 12 yards"}});
  for (const std::string id : {"findings-data", "article-data-0", "article-data-1"}) {
    const std::string bytes = island(page, id);
    INFO(id);
    CHECK_FALSE(holds(bytes, "<"));
    CHECK_FALSE(holds(bytes, "\xE2\x80\xA8"));
    CHECK_FALSE(holds(bytes, "\xE2\x80\xA9"));
    CHECK_FALSE(holds(bytes, "\xE2\x80\xAE"));
    CHECK(parse_json(bytes).ok());
  }
  CHECK(holds(island(page, "article-data-0"), "\\u003c/script>"));
  const std::size_t scripts = 2 + 3;  // before anything shows, the page's own, and three islands
  std::size_t closed = 0;
  for (std::size_t at = page.find("</script"); at != std::string::npos; at = page.find("</script", at + 1)) ++closed;
  CHECK(closed == scripts);
}

TEST_CASE("without script the page shows the first findings and says how many more there are", "[unit][page]") {
  Report report = support::report_on({{"a.txt", "Acme Corp was valued at $157 billion in October 2024."},
                                      {"b.txt", "Acme Corp was valued at $180 billion in October 2024."}});
  REQUIRE_FALSE(report.findings.empty());
  report.findings.resize(1);
  std::string page = render(report, Format::html, {});
  CHECK(holds(page, "<mark>$157 billion</mark>"));
  CHECK_FALSE(holds(page, "more stand"));
  const Finding model = report.findings.front();
  while (report.findings.size() < 500) report.findings.push_back(model);
  page = render(report, Format::html, {});
  CHECK(holds(page, "440 more stand in this page's data"));
}
