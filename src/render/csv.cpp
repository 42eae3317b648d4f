// Two tables for a spreadsheet: claims.csv, a claim a line, and findings.csv. Commas, quotes and line breaks are quoted (RFC
// 4180, lines end in CRLF), and a text that a spreadsheet would take for a formula is written with an apostrophe before it:
//   =HYPERLINK("http://…")  →  "'=HYPERLINK(""http://…"")"
// Figures stay figures: -1.5 is no formula. What was read and how stands in the JSON; a table has what one looks up.
#include "render/formats.h"
#include "render/hosts.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

bool is_figure(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && text.front() != '.' && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Also behind blanks, and in their full-width forms.
bool may_be_formula(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" ");
  if (begin == std::string_view::npos || is_figure(text)) return false;
  text = text.substr(begin);
  constexpr std::string_view kStarts = "=+-@\t\r\n";
  if (kStarts.find(text.front()) != std::string_view::npos) return true;
  for (const std::string_view wide : {"＝", "＋", "－", "＠"}) {
    if (text.starts_with(wide)) return true;
  }
  return false;
}

class Table {
 public:
  void field(std::string_view text) {
    if (!line_begins_) out_ += ',';
    line_begins_ = false;
    const std::string safe = (may_be_formula(text) ? "'" : "") + std::string(text);
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
      out_ += safe;
      return;
    }
    out_ += '"';
    for (const char c : safe) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void fields(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) field(text);
  }
  void end() {
    out_ += "\r\n";
    line_begins_ = true;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool line_begins_ = true;
};

std::string decimal(const std::optional<Decimal>& value) { return value ? value->to_string() : ""; }

std::string roles_of(const Claim& claim) {
  std::string out;
  for (const Role& role : claim.roles) out += (out.empty() ? "" : "; ") + role.name + "=" + role.value;
  return out;
}

void claim_line(const Overview& overview, const Claim& claim, Table& table) {
  const Report& report = overview.report();
  const Document& document = report.documents[claim.document];
  const LineColumn at = line_column(document, claim.place);
  table.fields(
      {claim.id, document.id, document.path, document.title, document.source, overview.published(claim.document)});
  table.fields({claim.place.field == Field::title ? "title" : "text", std::to_string(at.line),
                std::to_string(at.column), std::to_string(claim.place.span.begin),
                std::to_string(claim.place.span.end)});
  table.fields({surface_of(report, claim), name_of(claim.kind)});
  if (claim.dated())
    table.fields({when_text(claim), "", "", "", bound_of(claim.when)});
  else
    table.fields({value_text(claim.quantity), claim.quantity.unit, decimal(claim.quantity.interval.low),
                  decimal(claim.quantity.interval.high), name_of(claim.quantity.bound)});
  table.fields({claim.attribute, roles_of(claim), to_edtf(claim.time.value), name_of(claim.time.basis)});
  table.fields({name_of(claim.modality), claim.attribution, claim.rule, confidence_words(claim.confidence)});
  table.field(quote_of(report, claim));
  table.end();
}

void finding_line(const Overview& overview, const Finding& finding, Table& table) {
  const Report& report = overview.report();
  table.fields({finding.id, finding.fingerprint, name_of(finding.relation), finding.check, name_of(finding.severity),
                confidence_words(finding.confidence), name_of(finding.standing)});
  if (finding.review) {
    const Review& review = report.reviews[*finding.review];
    table.fields({name_of(review.state), review.reason, review.by, review.at});
  } else {
    table.fields({"", finding.ignored_for, "", ""});
  }
  std::string values, sources, places;
  for (const Side& side : finding.sides) {
    const std::string between = values.empty() ? "" : " | ";
    values += between + side_words(side);
    sources += between + std::to_string(overview.sources_of(side));
  }
  for (const std::uint32_t claim : cited_claims(report, finding))
    places += (places.empty() ? "" : " | ") + overview.location(claim);
  table.fields({overview.fact(finding), finding.summary, values, sources, places, finding.explanation, finding.slip});
  table.end();
}

}  // namespace

std::string as_claims_csv(const Overview& overview, const Look& /*look*/) {
  Table table;
  table.fields({"id",         "doc",      "path",        "title", "source",     "published", "in",
                "line",       "column",   "begin",       "end",   "surface",    "kind",      "value",
                "unit",       "low",      "high",        "bound", "attribute",  "roles",     "time",
                "time_basis", "modality", "attribution", "rule",  "confidence", "quote"});
  table.end();
  for (const Claim& claim : overview.report().claims) claim_line(overview, claim, table);
  return table.take();
}

std::string as_findings_csv(const Overview& overview, const Look& /*look*/) {
  Table table;
  table.fields({"id", "fingerprint", "relation", "check", "severity", "confidence", "standing", "review", "reason",
                "by", "at", "fact", "summary", "values", "sources", "places", "explanation", "slip"});
  table.end();
  for (const Finding& finding : overview.report().findings) finding_line(overview, finding, table);
  return table.take();
}

}  // namespace crosscheck::rendering
