// A finding as a card of plain HTML: what cannot be true as a headline and the sides' values below it, then each side
// with its quotes and the reasoning. It is what a reader sees until the page's script has run, which then shows the same
// with drawings and facets, and all there is where no script runs. Quotes are cut at kQuoteCells around the value.
#include "base/unicode.h"
#include "render/html/html.h"
#include "render/words.h"

namespace crosscheck::rendering::html {
namespace {

constexpr std::size_t kQuoteCells = 420;
constexpr std::size_t kHtmlQuotes = 5;
constexpr std::size_t kShownSides = 6;

std::string tagged(std::string_view tag, std::string_view css_class, std::string_view content) {
  std::string out = "<" + std::string(tag);
  if (!css_class.empty()) out += " class=\"" + std::string(css_class) + "\"";
  return out + ">" + std::string(content) + "</" + std::string(tag) + ">";
}

std::string language_of(const Document& document) {
  return document.language.empty() ? "" : " lang=\"" + escaped(document.language) + "\"";
}

std::string quote(const Overview& overview, std::uint32_t index) {
  const Claim& claim = overview.report().claims[index];
  const Document& document = overview.report().documents[claim.document];
  const Excerpt excerpt = excerpt_of(overview.report(), claim, kQuoteCells);
  std::string out = "<figure class=\"quote\"><blockquote" + language_of(document) + " dir=\"auto\"><p>" +
                    escaped(excerpt.before) + "<mark>" + escaped(excerpt.value) + "</mark>" + escaped(excerpt.after) +
                    "</p></blockquote><figcaption>" + escaped(overview.location(index));
  if (!document.source.empty()) out += " · " + escaped(plain(document.source));
  const std::string published = overview.published(claim.document);
  if (!published.empty()) out += " · " + escaped(date_words(published));
  if (claim.modality != Modality::asserted) out += " · " + std::string(name_of(claim.modality));
  if (!claim.attribution.empty()) out += " · according to " + escaped(plain(claim.attribution));
  if (overview.is_copy(claim.document)) {
    out += " · a copy of " + escaped(overview.name(*overview.facts(claim.document)->copy_of));
  }
  return out + "</figcaption></figure>\n";
}

std::string quotes(const Overview& overview, const std::vector<std::uint32_t>& claims) {
  std::string out;
  for (std::size_t i = 0; i < std::min(claims.size(), kHtmlQuotes); ++i) out += quote(overview, claims[i]);
  if (claims.size() > kHtmlQuotes)
    out += tagged("p", "aside", "and " + counted(claims.size() - kHtmlQuotes, "more place", "more places"));
  return out;
}

std::string derivation(const Overview& overview, const Derivation& made) {
  std::string out = "<div class=\"derivation\">" +
                    tagged("p", "formula", escaped(plain(made.words.empty() ? made.formula : made.words)));
  if (!made.inputs.empty()) out += "<p class=\"aside\">It follows from:</p>\n" + quotes(overview, made.inputs);
  return out + "</div>\n";
}

std::string who_words(const Overview& overview, const Side& side) {
  return side.claims.empty() ? "implied" : counted(overview.sources_of(side), "source", "independent sources");
}

/// The sides' values next to each other: what a reader compares first.
std::string versus(const Overview& overview, const Finding& finding) {
  std::string out = "<div class=\"versus\"><ul>";
  for (std::size_t i = 0; i < std::min(finding.sides.size(), kShownSides); ++i) {
    out += "<li>" + tagged("b", "", escaped(plain(side_words(finding.sides[i])))) + " " +
           tagged("span", "who", who_words(overview, finding.sides[i])) + "</li>";
  }
  if (finding.sides.size() > kShownSides)
    out += tagged("li", "aside", counted(finding.sides.size() - kShownSides, "more value", "more values"));
  return out + "</ul></div>\n";
}

std::string sides(const Overview& overview, const Finding& finding) {
  const Derived derived = derived_by_side(finding);
  std::string out = "<div class=\"sides\">\n";
  for (std::size_t i = 0; i < finding.sides.size(); ++i) {
    const Side& side = finding.sides[i];
    out += "<section class=\"side\"><h4>" + escaped(plain(side_words(side))) + "</h4>" +
           tagged("p", "who", who_words(overview, side)) + "\n";
    for (const std::uint32_t at : derived.of_side[i]) out += derivation(overview, finding.derivation[at]);
    out += quotes(overview, overview.in_quoting_order(side.claims)) + "</section>\n";
  }
  out += "</div>\n";
  for (const std::uint32_t at : derived.loose) out += derivation(overview, finding.derivation[at]);
  return out;
}

std::string reasoning(const Finding& finding) {
  std::string out;
  if (!finding.explanation.empty()) out += tagged("p", "why", escaped(plain(finding.explanation))) + "\n";
  if (!finding.slip.empty()) {
    out += "<p class=\"slip\"><strong>A single slip would reconcile them:</strong> " + escaped(plain(finding.slip)) +
           "</p>\n";
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.length;
    switch (d.code) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\t':
      case '\n':
        out.push_back(' ');
        break;
      default:
        if (is_shown(d.code)) append_utf8(out, d.code);
    }
  }
  return out;
}

std::string finding_card(const Overview& overview, const Finding& finding) {
  const std::string id = escaped(finding.id), relation(name_of(finding.relation));
  const RelationLook& look = look_of(finding.relation);
  return "<article class=\"finding " + relation + "\" aria-labelledby=\"s-" + id + "\">\n<p class=\"kicker\">" +
         "<span class=\"tag\"><span aria-hidden=\"true\">" + std::string(look.mark) + "</span> " +
         std::string(look.label) + "</span> " + tagged("span", "check", escaped(plain(finding.check))) + " " +
         tagged("span", "confidence", "confidence " + confidence_words(finding.confidence)) + "</p>\n<h3 id=\"s-" + id +
         "\">" + escaped(plain(finding.summary)) + "</h3>\n" + versus(overview, finding) + "<div class=\"detail\">" +
         reasoning(finding) + sides(overview, finding) + "</div></article>\n";
}

std::string said_once_item(const Overview& overview, std::uint32_t index) {
  const Claim& claim = overview.report().claims[index];
  const Document& document = overview.report().documents[claim.document];
  const std::string value = plain(text_at(document, {claim.place.field, marked_span(claim)}));
  return "<li><b>" + escaped(value) + "</b> " + escaped(plain(overview.label(index))) + " " +
         tagged("span", "aside", escaped(overview.location(index))) + "</li>\n";
}

}  // namespace crosscheck::rendering::html
