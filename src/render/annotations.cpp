// W3C Web Annotations: what was found, pinned to each place that it quotes. A place is given twice, by position and by quote,
// so that it is found again where the text has moved:
//   TextPositionSelector {start: 28, end: 38}          code points from the start of the text, the end exclusive
//   TextQuoteSelector {prefix, exact: "$3 billion", suffix}
// A position counts in the text as it was read, comments and front matter included; a place in a title has a quote alone.
#include <algorithm>

#include "base/json.h"
#include "base/unicode.h"
#include "render/formats.h"
#include "render/hosts.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kAround = 32;  // code points of prefix and suffix

std::size_t code_points_back(std::string_view text, std::size_t at, std::size_t count) {
  while (at > 0 && count > 0) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    --count;
  }
  return at;
}

std::size_t code_points_on(std::string_view text, std::size_t at, std::size_t count) {
  for (; at < text.size() && count > 0; --count) at += decode(text, at).length;
  return std::min(at, text.size());
}

Json target_of(const Overview& overview, Places& places, const Claim& claim) {
  const Report& report = overview.report();
  const Document& document = report.documents[claim.document];
  const std::string_view text = text_of(document, claim.place.field);
  const Span span = claim.place.span;
  const std::size_t before = code_points_back(text, span.begin, kAround),
                    after = code_points_on(text, span.end, kAround);
  Json selectors = Json::array();
  selectors.push_back({{"type", "TextQuoteSelector"},
                       {"exact", std::string(surface_of(report, claim))},
                       {"prefix", std::string(text.substr(before, span.begin - before))},
                       {"suffix", std::string(text.substr(span.end, after - span.end))}});
  if (claim.place.field == Field::text) {
    const auto [start, end] = places.code_points_of(claim);
    selectors.push_back({{"type", "TextPositionSelector"}, {"start", start}, {"end", end}});
  }
  Json out{{"source", document.url.empty() ? uri_of(document) : document.url}, {"selector", std::move(selectors)}};
  if (const std::string published = overview.published(claim.document); parse_edtf(published) && published.size() == 10)
    out["state"] = {{"type", "TimeState"}, {"sourceDate", published + "T00:00:00Z"}};
  return out;
}

}  // namespace

std::string as_annotations(const Overview& overview, const Look& /*look*/) {
  const Report& report = overview.report();
  Places places(report);
  Json items = Json::array();
  for (const Finding& finding : report.findings) {
    for (const std::uint32_t index : cited_claims(report, finding)) {
      const Claim& claim = report.claims[index];
      items.push_back(
          {{"id", "urn:crosscheck:" + finding.fingerprint + ":" + claim.id},
           {"type", "Annotation"},
           {"motivation", is_clash(finding.relation) ? "questioning" : "assessing"},
           {"body", Json::array({{{"type", "TextualBody"},
                                  {"value", plain(finding.summary +
                                                  (finding.explanation.empty() ? "" : ". " + finding.explanation))},
                                  {"format", "text/plain"},
                                  {"language", "en"},
                                  {"purpose", "commenting"}},
                                 {{"type", "TextualBody"},
                                  {"value", std::string(name_of(finding.relation))},
                                  {"purpose", "tagging"}}})},
           {"target", target_of(overview, places, claim)}});
    }
  }
  const Json out{{"@context", "http://www.w3.org/ns/anno.jsonld"},
                 {"id", "urn:crosscheck:" + uri_of_path(report.name.empty() ? "report" : report.name)},
                 {"type", "AnnotationPage"},
                 {"startIndex", 0},
                 {"items", std::move(items)}};
  return out.dump(1) + "\n";
}

}  // namespace crosscheck::rendering
