// A finding as a card: what cannot be true as a headline, below it each side with its quotes, then the
// reasoning and a drawing.
//   <mark>$157 billion</mark> stands in its sentence, under it "brief.txt:7:1203 · Example Wire · 3 November 2025",
//   linked to the same words in the article further down.
// Quotes are cut at kQuoteCells around the value; the article section has them whole.
#include "base/unicode.h"
#include "render/html/html.h"
#include "render/words.h"

namespace crosscheck::rendering::html {
namespace {

constexpr std::size_t kQuoteCells = 420;
constexpr std::size_t kQuotesPerSide = 3;
constexpr std::size_t kShortValue = 24;  // cells that a telephone shows in one line

std::string tagged(std::string_view tag, std::string_view css_class, std::string_view content) {
  std::string out = "<" + std::string(tag);
  if (!css_class.empty()) out += " class=\"" + std::string(css_class) + "\"";
  return out + ">" + std::string(content) + "</" + std::string(tag) + ">";
}

std::string claim_link(const Overview& overview, std::uint32_t claim) {
  return "<a href=\"#" + escaped(overview.report().claims[claim].id) + "\">" + escaped(overview.location(claim)) +
         "</a>";
}

std::string language_of(const Document& document) {
  return document.language.empty() ? "" : " lang=\"" + escaped(document.language) + "\"";
}

std::string quote(const Overview& overview, std::uint32_t index) {
  const Claim& claim = overview.report().claims[index];
  const Document& document = overview.report().documents[claim.document];
  const Excerpt excerpt = excerpt_of(overview.report(), claim, kQuoteCells);
  std::string out =
      "<figure class=\"quote\"><blockquote" + language_of(document) + " dir=\"auto\"><p>" + escaped(excerpt.before) +
      (display_width(excerpt.value) <= kShortValue ? "<mark class=\"short\">" : "<mark>") + escaped(excerpt.value) +
      "</mark>" + escaped(excerpt.after) + "</p></blockquote><figcaption>" + claim_link(overview, index);
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
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (i == kQuotesPerSide) {
      out += "<details class=\"more\"><summary>" + grouped(std::to_string(claims.size() - i)) + " more</summary>\n";
    }
    out += quote(overview, claims[i]);
  }
  return out + (claims.size() > kQuotesPerSide ? "</details>\n" : "");
}

std::string derivation(const Overview& overview, const Derivation& made) {
  std::string out = "<div class=\"derivation\"><p class=\"formula\">" +
                    escaped(plain(made.words.empty() ? made.formula : made.words)) + "</p>";
  if (!made.formula.empty() && !made.words.empty()) {
    out += "<p class=\"aside\">" + escaped(plain(made.formula)) + "</p>";
  }
  if (!made.inputs.empty()) out += "<p class=\"aside\">It follows from:</p>\n" + quotes(overview, made.inputs);
  return out + "</div>\n";
}

std::string sides(const Overview& overview, const Finding& finding) {
  const Derived derived = derived_by_side(finding);
  std::string out = "<div class=\"sides\">\n";
  for (std::size_t i = 0; i < finding.sides.size(); ++i) {
    const Side& side = finding.sides[i];
    const std::string who = side.claims.empty() ? std::string("implied")
                                                : counted(overview.sources_of(side), "source", "independent sources");
    out += "<section class=\"side\"><h4>" + escaped(plain(side_words(side))) + "</h4>" + tagged("p", "who", who) + "\n";
    for (const std::uint32_t at : derived.of_side[i]) out += derivation(overview, finding.derivation[at]);
    out += quotes(overview, overview.in_quoting_order(side.claims)) + "</section>\n";
  }
  out += "</div>\n";
  for (const std::uint32_t at : derived.loose) out += derivation(overview, finding.derivation[at]);
  return out;
}

std::string reasoning(const Overview& overview, const Finding& finding) {
  std::string words;
  if (!finding.explanation.empty()) words += "<p>" + escaped(plain(finding.explanation)) + "</p>\n";
  if (!finding.slip.empty()) {
    words += "<p class=\"slip\"><strong>A single slip would reconcile them:</strong> " + escaped(plain(finding.slip)) +
             "</p>\n";
  }
  const std::string drawn = drawing(overview, finding);
  if (words.empty() && drawn.empty()) return "";
  return "<div class=\"reasoning\"><div class=\"why\">" + words + "</div>\n" + drawn + "</div>\n";
}

std::string receipt(const Finding& finding) {
  std::string out =
      "<details class=\"receipt\"><summary>Receipt</summary><dl><dt>Finding</dt><dd>" + escaped(finding.id) + "</dd>";
  if (!finding.fingerprint.empty())
    out += "<dt>Fingerprint</dt><dd><code>" + escaped(finding.fingerprint) + "</code></dd>";
  out += "<dt>Severity</dt><dd>" + std::string(name_of(finding.severity)) + "</dd>";
  std::string rules;
  for (const std::string& rule : finding.rules) rules += (rules.empty() ? "" : ", ") + escaped(plain(rule));
  if (!rules.empty()) out += "<dt>Rules</dt><dd>" + rules + "</dd>";
  return out + "</dl></details>\n";
}

std::string relation_tag(const Finding& finding) {
  const RelationLook& look = look_of(finding.relation);
  return "<span class=\"tag\"><span aria-hidden=\"true\">" + std::string(look.mark) + "</span> " +
         std::string(look.label) + "</span>";
}

std::string check_words(const Finding& finding) {
  return tagged("span", "check", escaped(plain(finding.check))) + " " +
         tagged("span", "confidence", "confidence " + confidence_words(finding.confidence));
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
  return "<article class=\"finding " + relation + "\" id=\"" + id + "\" data-relation=\"" + relation +
         "\" aria-labelledby=\"" + id + "-h\">\n<header><p class=\"kicker\">" + relation_tag(finding) + " " +
         check_words(finding) + "</p>\n<h3 id=\"" + id + "-h\">" + escaped(plain(finding.summary)) +
         "</h3></header>\n" + sides(overview, finding) + reasoning(overview, finding) + receipt(finding) +
         "</article>\n";
}

std::string finding_details(const Overview& overview, const Finding& finding) {
  const std::string id = escaped(finding.id), relation(name_of(finding.relation));
  const bool agrees = finding.relation == Relation::agree && finding.sides.size() == 1;
  std::string line = "<span class=\"mark\" aria-hidden=\"true\">" + std::string(look_of(finding.relation).mark) +
                     "</span> <span class=\"line\">";
  if (agrees) {
    line += "<strong>" + escaped(plain(side_words(finding.sides.front()))) + "</strong> " +
            escaped(plain(overview.fact(finding)));
  } else {
    line += escaped(plain(finding.summary));
  }
  const std::string right = agrees ? counted(overview.sources_of(finding.sides.front()), "source", "sources") + ", " +
                                         counted(finding.sides.front().claims.size(), "mention", "mentions")
                                   : escaped(plain(finding.check));
  return "<details class=\"finding brief " + relation + "\" id=\"" + id + "\" data-relation=\"" + relation +
         "\"><summary>" + line + "</span> " + tagged("span", "right", right) +
         "</summary>\n<div class=\"inside\"><p class=\"kicker\">" + relation_tag(finding) + " " + check_words(finding) +
         "</p>\n" + sides(overview, finding) + reasoning(overview, finding) + receipt(finding) + "</div></details>\n";
}

std::string said_once_item(const Overview& overview, std::uint32_t index) {
  const Claim& claim = overview.report().claims[index];
  const Document& document = overview.report().documents[claim.document];
  const std::string value = plain(text_at(document, {claim.place.field, marked_span(claim)}));
  return "<li data-relation=\"once\"><strong>" + escaped(value) + "</strong> <span>" +
         escaped(plain(overview.label(index))) + "</span> " + claim_link(overview, index) + "</li>\n";
}

}  // namespace crosscheck::rendering::html
