// One table names the formats; everything else follows from it. "md" is Format::markdown, writes report.md
// and is made by as_markdown(). To add a format, write its file and one line here. Formats cannot be
// registered from outside.
#include "render/render.h"

#include <array>

#include "render/formats.h"

namespace crosscheck {
namespace {

struct Row {
  Format format;
  std::string_view name;
  std::string_view file;
  std::string (*write)(const rendering::Overview&, const Look&);  ///< nothing: in parts
};

constexpr std::array<Row, 12> kFormats = {{
    {Format::text, "text", "report.txt", &rendering::as_text},
    {Format::json, "json", "report.json", nullptr},
    {Format::markdown, "md", "report.md", &rendering::as_markdown},
    {Format::html, "html", "index.html", &rendering::as_html},
    {Format::sarif, "sarif", "report.sarif", &rendering::as_sarif},
    {Format::junit, "junit", "junit.xml", &rendering::as_junit},
    {Format::github, "github", "github.txt", &rendering::as_github},
    {Format::rdjson, "rdjson", "report.rdjson", &rendering::as_rdjson},
    {Format::claims_csv, "csv", "claims.csv", &rendering::as_claims_csv},
    {Format::findings_csv, "csv", "findings.csv", &rendering::as_findings_csv},
    {Format::claimreview, "claimreview", "claimreview.jsonld", &rendering::as_claimreview},
    {Format::annotations, "annotations", "annotations.jsonld", &rendering::as_annotations},
}};

const Row& row_of(Format format) {
  for (const Row& row : kFormats) {
    if (row.format == format) return row;
  }
  return kFormats.front();
}

}  // namespace

std::vector<Format> formats_named(std::string_view name) {
  std::vector<Format> found;
  for (const Row& row : kFormats) {
    if (row.name == name) found.push_back(row.format);
  }
  return found;
}

std::string format_names() {
  std::string out;
  std::string_view before;
  for (const Row& row : kFormats) {
    if (row.name != before) out.append(out.empty() ? "" : ", ").append(row.name);
    before = row.name;
  }
  return out;
}

std::string_view file_name(Format format) { return row_of(format).file; }

void render(const Report& report, Format format, const Look& look, const TakePart& take, const Workers& workers) {
  const rendering::Overview overview(report);
  const Row& row = row_of(format);
  if (row.write == nullptr)
    rendering::as_json(overview, take, workers);
  else
    take(row.write(overview, look));
}

std::string render(const Report& report, Format format, const Look& look) {
  std::string text;
  render(report, format, look, [&](std::string_view part) { text += part; });
  return text;
}

}  // namespace crosscheck
