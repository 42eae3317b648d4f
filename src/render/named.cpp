// What a report prints, a person types: "f3" or "3ba1" for a finding, "c17", "brief.txt:7" or "brief.txt:7:1203" for a claim.
// Where a name fits several, they are listed for the person to choose; where it fits none, what there is is named.
#include <charconv>

#include "render/overview.h"
#include "render/render.h"
#include "render/words.h"

namespace crosscheck {
namespace {

using rendering::Overview;

constexpr std::size_t kShown = 8;

Fault unknown(const char* code, const std::string& what) { return {Who::setup, code, what, ""}; }

/// "f1 to f12"; "f1" alone.
std::string from_to(const std::string& first, const std::string& last) {
  return first == last ? first : first + " to " + last;
}

/// "brief.txt:7:1203" taken apart from behind; column 0 where none is given.
struct Spot {
  std::string_view document;
  std::uint32_t line = 0, column = 0;
};

/// Cuts ":12" off the end; nothing when there is none.
std::optional<std::uint32_t> cut_number(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::uint32_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + colon + 1, end, number);
  if (read.ec != std::errc() || read.ptr != end || number == 0) return std::nullopt;
  text = text.substr(0, colon);
  return number;
}

std::optional<Spot> spot_of(std::string_view name) {
  Spot spot;
  const auto last = cut_number(name);
  if (!last) return std::nullopt;
  const auto before = cut_number(name);
  spot.document = name;
  spot.line = before.value_or(*last);
  spot.column = before ? *last : 0;
  return spot;
}

/// May `name` stand for the document? By its id, its path, or as the report shortens it.
bool names_document(const Overview& overview, std::uint32_t claim, std::string_view name) {
  const Document& document = overview.report().documents[overview.report().claims[claim].document];
  const auto shown = [&](const std::string& place) { return place.starts_with(std::string(name) + ":"); };
  return document.id == name || document.path == name || shown(overview.location(claim)) ||
         shown(overview.brief_location(claim));
}

std::vector<std::uint32_t> claims_at(const Overview& overview, std::string_view name) {
  const Report& report = overview.report();
  const auto spot = spot_of(name);
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    const Claim& claim = report.claims[i];
    bool fits = claim.id == name || overview.location(i) == name || overview.brief_location(i) == name;
    if (!fits && spot && claim.place.field == Field::text) {
      const Document& document = report.documents[claim.document];
      const SourcePlace source = source_place(document, claim.place);
      const LineColumn at =
          source.line != 0 ? LineColumn{source.line, source.column} : line_column(document, claim.place);
      fits = at.line == spot->line && (spot->column == 0 || at.column == spot->column) &&
             names_document(overview, i, spot->document);
    }
    if (fits) found.push_back(i);
  }
  return found;
}

std::string choice_of(const Overview& overview, const std::vector<std::uint32_t>& claims) {
  std::string out;
  for (std::size_t i = 0; i < std::min(claims.size(), kShown); ++i) {
    const Claim& claim = overview.report().claims[claims[i]];
    out += (i == 0 ? "" : ", ") + claim.id + " \"" + rendering::plain(surface_of(overview.report(), claim)) + "\" at " +
           overview.location(claims[i]);
  }
  return out + (claims.size() > kShown ? ", …" : "");
}

std::string documents_of(const Overview& overview) {
  const std::size_t count = overview.report().documents.size();
  std::string out;
  for (std::uint32_t i = 0; i < std::min(count, kShown); ++i) out += (i == 0 ? "" : ", ") + overview.name(i);
  return out + (count > kShown ? ", …" : "");
}

}  // namespace

Result<std::uint32_t> finding_named(const Report& report, std::string_view name) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    if (finding.id == name || finding.fingerprint == name) return i;
    if (name.size() >= 4 && finding.fingerprint.starts_with(name)) found.push_back(i);
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1) {
    std::string all;
    for (const std::uint32_t i : found)
      all += (all.empty() ? "" : ", ") + report.findings[i].id + " " + report.findings[i].fingerprint;
    return unknown("ambiguous-finding", "several fingerprints begin with " + std::string(name) + ": " + all);
  }
  const std::string none = "no finding " + rendering::plain(name) + "; this report has ";
  if (report.findings.empty()) return unknown("no-finding", none + "no findings");
  return unknown("no-finding", none + from_to(report.findings.front().id, report.findings.back().id) +
                                   ", or give the first four or more characters of a fingerprint");
}

Result<std::uint32_t> claim_named(const Report& report, std::string_view name) {
  const Overview overview(report);
  const std::vector<std::uint32_t> found = claims_at(overview, name);
  const std::string shown = rendering::plain(name);
  if (found.size() == 1) return found.front();
  if (found.size() > 1)
    return unknown("ambiguous-claim", rendering::counted(found.size(), "claim", "claims") + " at " + shown +
                                          "; name one: " + choice_of(overview, found));
  if (report.claims.empty()) return unknown("no-claim", "no claim " + shown + "; this report has no claims");
  return unknown("no-claim", "no claim " + shown + "; this report has " +
                                 from_to(report.claims.front().id, report.claims.back().id) +
                                 ", or name a place as file:line or file:line:column in " + documents_of(overview));
}

}  // namespace crosscheck
