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
  std::string (*whole)(const rendering::Overview&, const Look&);
  void (*parts)(const rendering::Overview&, const TakePart&, const Workers&);  ///< instead of `whole`
};

constexpr std::array<Row, 12> kFormats = {{
    {Format::text, "text", "report.txt", &rendering::as_text, nullptr},
    {Format::json, "json", "report.json", nullptr, &rendering::as_json},
    {Format::markdown, "md", "report.md", &rendering::as_markdown, nullptr},
    {Format::html, "html", "index.html", nullptr, &rendering::as_html},
    {Format::sarif, "sarif", "report.sarif", &rendering::as_sarif, nullptr},
    {Format::junit, "junit", "junit.xml", &rendering::as_junit, nullptr},
    {Format::github, "github", "github.txt", &rendering::as_github, nullptr},
    {Format::rdjson, "rdjson", "report.rdjson", &rendering::as_rdjson, nullptr},
    {Format::claims_csv, "csv", "claims.csv", &rendering::as_claims_csv, nullptr},
    {Format::findings_csv, "csv", "findings.csv", &rendering::as_findings_csv, nullptr},
    {Format::claimreview, "claimreview", "claimreview.jsonld", &rendering::as_claimreview, nullptr},
    {Format::annotations, "annotations", "annotations.jsonld", &rendering::as_annotations, nullptr},
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

Renderer::Renderer(const Report& report, const Workers& workers)
    : overview_(std::make_unique<const rendering::Overview>(report, workers)) {}
Renderer::~Renderer() = default;

void Renderer::render(Format format, const Look& look, const TakePart& take, const Workers& workers) const {
  const Row& row = row_of(format);
  if (row.parts != nullptr)
    row.parts(*overview_, take, workers);
  else
    take(row.whole(*overview_, look));
}

std::string Renderer::render(Format format, const Look& look) const {
  std::string text;
  render(format, look, [&](std::string_view part) { text += part; });
  return text;
}

std::string render(const Report& report, Format format, const Look& look) {
  return Renderer(report).render(format, look);
}

}  // namespace crosscheck
