// Reviewdog's Diagnostic Format, one JSON object. Its columns count bytes of UTF-8 from one, and an end is past the last byte:
// "é $5" has "$5" at columns 4 to 6. Of a page of HTML only the lines are known in that unit. What has been decided about is left out, as reviewdog would post it.
#include "base/json.h"
#include "render/formats.h"
#include "render/hosts.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

Json location_of(const Report& report, Places& places, std::uint32_t index) {
  const Claim& claim = report.claims[index];
  Json out{{"path", file_of(report.documents[claim.document])}};
  const auto position = [](std::uint32_t line, std::uint32_t column) {
    Json at{{"line", line}};
    if (column != 0) at["column"] = column;
    return at;
  };
  if (const auto range = places.in_file(claim)) {
    out["range"] = {{"start", position(range->begin.line, range->begin_column)},
                    {"end", position(range->end.line, range->end_column)}};
  }
  return out;
}

std::string_view severity_name(Level level) {
  return level == Level::error ? "ERROR" : level == Level::warning ? "WARNING" : "INFO";
}

}  // namespace

std::string as_rdjson(const Overview& overview, const Look& look) {
  const Report& report = overview.report();
  Places places(report);
  Json diagnostics = Json::array();
  for (const std::uint32_t i : findings_for_hosts(report, look.fail_on)) {
    const Finding& finding = report.findings[i];
    const auto cited = cited_claims(report, finding);
    if (finding.standing != Standing::open || cited.empty()) continue;
    std::string words = finding_words(overview, finding);
    words.pop_back();
    Json diagnostic{{"message", std::move(words)},
                    {"location", location_of(report, places, cited.front())},
                    {"severity", std::string(severity_name(level_of(finding)))},
                    {"code", {{"value", finding.check}}}};
    Json related = Json::array();
    for (std::size_t k = 1; k < cited.size(); ++k)
      related.push_back({{"message", plain(quote_of(report, report.claims[cited[k]]))},
                         {"location", location_of(report, places, cited[k])}});
    if (!related.empty()) diagnostic["related_locations"] = std::move(related);
    diagnostics.push_back(std::move(diagnostic));
  }
  Json out{{"source", {{"name", "crosscheck"}}}, {"diagnostics", std::move(diagnostics)}};
  return out.dump(1) + "\n";
}

}  // namespace crosscheck::rendering
