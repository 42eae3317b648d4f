// The report for a wiki or a pull request: a heading a finding, quotes as block quotes with the value in bold.
// Article text cannot mark anything up: "*see* <b>@desk</b>" is written "\*see\* &lt;b&gt;@<!-- -->desk…", so a
// host neither styles it, nor mentions a person, nor links an issue or address. No tables: quotes are too long.
#include <algorithm>

#include "base/unicode.h"
#include "render/formats.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kQuoteCells = 320;
constexpr std::size_t kMarkdownQuotes = 3;
constexpr std::size_t kMarkdownOnceShown = 20;
constexpr std::string_view kNothing = "<!-- -->";  // parts "@" from a name; shows as nothing

void append_escaped(std::string& out, std::string_view text, std::size_t at) {
  const char c = text[at];
  const std::string_view rest = text.substr(at);
  if (c == '&')
    out += "&amp;";
  else if (c == '<')
    out += "&lt;";
  else if (c == '>')
    out += "&gt;";
  else if (c == '@')
    out.append("@").append(kNothing);
  else if (c == '#')
    out.append("\\#").append(kNothing);
  else if (std::string_view("\\`*_[]|~").find(c) != std::string_view::npos)
    out.append("\\").push_back(c);
  else if (rest.starts_with("://"))
    out.append(kNothing).push_back(c);
  else if (c == '.' && at >= 3 && to_lower(text.substr(at - 3, 3)) == "www")
    out.append(kNothing).push_back(c);
  else
    out.push_back(c);
}

/// One line of text with nothing in it that Markdown or HTML would act on.
std::string escaped(std::string_view text) {
  const std::string line = plain(text);
  std::string out;
  out.reserve(line.size() + line.size() / 8);
  for (std::size_t i = 0; i < line.size(); ++i) append_escaped(out, line, i);
  return out;
}

/// The same for the beginning of a line, where "- ", "=" and "24." would open a list or underline a heading.
std::string escaped_line(std::string_view text) {
  std::string out = escaped(text);
  const std::size_t digits = std::min(out.find_first_not_of("0123456789"), out.size());
  const bool lists = out.starts_with('-') || out.starts_with('+') || out.starts_with('=');
  const bool numbers = digits != 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')');
  if (lists || numbers) out.insert(lists ? 0 : digits, "\\");
  return out;
}

/// Escaped text that keeps the space which joins it to the value.
std::string before_value(const std::string& text) { return escaped_line(text) + (text.ends_with(' ') ? " " : ""); }
std::string after_value(const std::string& text) { return (text.starts_with(' ') ? " " : "") + escaped(text); }

/// "**" is no emphasis between a letter and a "$"; there <b> does it.
std::string emboldened(const Excerpt& excerpt) {
  const bool opens = excerpt.before.empty() || excerpt.before.ends_with(' ');
  const bool closes =
      excerpt.after.empty() || std::string_view(" .,;:!?").find(excerpt.after.front()) != std::string_view::npos;
  const std::string value = escaped(excerpt.value);
  return opens && closes ? "**" + value + "**" : "<b>" + value + "</b>";
}

class MarkdownReport {
 public:
  MarkdownReport(const Overview& overview, const Look& look)
      : overview_(overview), report_(overview.report()), look_(look) {}

  std::string write() {
    out_ += "# crosscheck: " + escaped(report_.name.empty() ? "report" : report_.name) + "\n\n";
    out_ += corpus_words(overview_) + " · " + counted(report_.claims.size(), "claim", "claims") + " · " +
            findings_words(overview_) + "\n";
    const std::string verdict = verdict_words(overview_);
    if (!verdict.empty()) out_ += "\n" + verdict + "\n";
    for (const Relation relation : kReadingOrder) section(relation);
    said_once();
    decided();
    articles();
    skipped();
    warnings();
    return std::move(out_);
  }

 private:
  void section(Relation relation) {
    if (overview_.count(relation) == 0) return;
    const RelationLook& look = look_of(relation);
    out_ += "\n## " + std::string(look.heading) + " (" + std::to_string(overview_.count(relation)) + ")\n\n";
    out_ += std::string(look.meaning) + "\n";
    const bool brief =
        relation == Relation::agree || relation == Relation::compatible || relation == Relation::consistent;
    if (brief) out_ += "\n";
    for (const std::uint32_t i : overview_.findings(relation)) {
      if (brief)
        in_short(report_.findings[i]);
      else
        at_length(report_.findings[i]);
    }
  }

  void at_length(const Finding& finding) {
    const RelationLook& look = look_of(finding.relation);
    out_ += "\n### " + std::string(look.mark) + " " + escaped(finding.summary) + "\n\n";
    out_ += std::string(look.label) + " · `" + code(finding.check) + "` · confidence " +
            confidence_words(finding.confidence) + " · " + escaped(finding.id) + "\n";
    if (const std::string decision = decision_words(report_, finding); !decision.empty())
      out_ += "\n**" + escaped_line(decision) + "**\n";
    const Derived derived = derived_by_side(finding);
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
      const Side& side = finding.sides[i];
      out_ += "\n**" + escaped(side_words(side)) + "** · " +
              (side.claims.empty() ? "implied" : counted(overview_.sources_of(side), "source", "sources")) + "\n";
      for (const std::uint32_t at : derived.of_side[i]) derivation(finding.derivation[at]);
      quotes(overview_.in_quoting_order(side.claims));
    }
    for (const std::uint32_t at : derived.loose) derivation(finding.derivation[at]);
    if (!finding.explanation.empty()) out_ += "\n" + escaped_line(finding.explanation) + "\n";
    if (!finding.slip.empty()) out_ += "\nA single slip would reconcile them: " + escaped(finding.slip) + "\n";
  }

  void derivation(const Derivation& derivation) {
    out_ += "\n" + escaped_line(derivation.words.empty() ? derivation.formula : derivation.words) + "\n";
    quotes(derivation.inputs);
  }

  void quotes(const std::vector<std::uint32_t>& claims) {
    const std::size_t shown = std::min(claims.size(), kMarkdownQuotes);
    for (std::size_t i = 0; i < shown; ++i) quote(claims[i]);
    if (shown < claims.size()) out_ += "\nand " + std::to_string(claims.size() - shown) + " more\n";
  }

  void quote(std::uint32_t index) {
    const Claim& claim = report_.claims[index];
    const Excerpt excerpt = excerpt_of(report_, claim, kQuoteCells);
    out_ += "\n> " + before_value(excerpt.before) + emboldened(excerpt) + after_value(excerpt.after) + "  \n> — `" +
            code(overview_.location(index)) + "`";
    const Document& document = report_.documents[claim.document];
    if (!document.source.empty()) out_ += ", " + escaped(document.source);
    const std::string published = overview_.published(claim.document);
    if (!published.empty()) out_ += ", " + escaped(date_words(published));
    if (overview_.is_copy(claim.document)) out_ += " (a copy)";
    out_ += "\n";
  }

  void in_short(const Finding& finding) {
    const bool agree = finding.relation == Relation::agree && finding.sides.size() == 1;
    if (agree) {
      const Side& side = finding.sides.front();
      out_ += "- ✓ **" + escaped(side_words(side)) + "**, " + escaped(overview_.fact(finding)) + " · " +
              counted(overview_.sources_of(side), "independent source", "independent sources") + ": " +
              places(side.claims) + "\n";
      return;
    }
    out_ += "- " + std::string(look_of(finding.relation).mark) + " " + escaped(finding.summary) + "\n";
    for (const Derivation& derivation : finding.derivation) {
      out_ += "  - " + escaped(derivation.words.empty() ? derivation.formula : derivation.words) +
              (derivation.inputs.empty() ? "" : ": " + places(derivation.inputs)) + "\n";
    }
    for (const Side& side : finding.sides) {
      if (!side.claims.empty()) out_ += "  - **" + escaped(side_words(side)) + "**: " + places(side.claims) + "\n";
    }
  }

  std::string places(const std::vector<std::uint32_t>& claims) const {
    std::string out;
    const auto ordered = overview_.in_quoting_order(claims);
    const std::size_t shown = std::min(ordered.size(), 2 * kMarkdownQuotes);
    for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "`" : ", `") + code(overview_.location(ordered[i])) + "`";
    if (shown < ordered.size()) out += " and " + std::to_string(ordered.size() - shown) + " more";
    return out;
  }

  void said_once() {
    const auto& once = overview_.said_once();
    if (once.empty()) return;
    out_ += "\n## Said once (" + std::to_string(once.size()) +
            ")\n\nOnly one source states these; they could not be cross-checked.\n\n";
    const std::size_t shown = look_.all ? once.size() : std::min(once.size(), kMarkdownOnceShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const Claim& claim = report_.claims[once[i]];
      const std::string_view said = text_at(report_.documents[claim.document], {claim.place.field, marked_span(claim)});
      out_ += "- **" + escaped(said) + "**, " + escaped(overview_.label(once[i])) + " (`" +
              code(overview_.location(once[i])) + "`)\n";
    }
    if (shown < once.size()) out_ += "- and " + std::to_string(once.size() - shown) + " more\n";
  }

  void decided() {
    const auto all = decided_words(report_);
    if (all.empty()) return;
    out_ += "\n## Decided\n\n";
    for (const std::string& words : all) out_ += "- " + escaped(words) + "\n";
  }

  void articles() {
    if (report_.documents.empty()) return;
    out_ += "\n## Articles\n\n";
    for (std::uint32_t i = 0; i < report_.documents.size(); ++i) {
      const Document& document = report_.documents[i];
      out_ += "- `" + code(overview_.name(i)) + "`: " + escaped(overview_.headline(i));
      if (!document.source.empty()) out_ += ", " + escaped(document.source);
      const std::string published = overview_.published(i);
      if (!published.empty()) out_ += ", " + escaped(date_words(published));
      if (overview_.is_copy(i)) out_ += " (a copy of `" + code(overview_.name(*overview_.facts(i)->copy_of)) + "`)";
      out_ += "\n";
    }
  }

  void skipped() {
    if (report_.skipped.empty()) return;
    out_ += "\n## Not read (" + std::to_string(report_.skipped.size()) + ")\n\n";
    for (const Skipped& file : report_.skipped) out_ += "- `" + code(file.path) + "`: " + escaped(file.reason) + "\n";
  }

  void warnings() {
    std::string list;
    for (const Document& document : report_.documents) {
      for (const std::string& warning : document.warnings)
        list += "- `" + code(document.path) + "`: " + escaped(warning) + "\n";
    }
    if (!list.empty()) out_ += "\n## Read with a warning\n\n" + list;
  }

  /// For a code span: no backtick may end it early.
  static std::string code(std::string_view text) {
    std::string out = plain(text);
    std::replace(out.begin(), out.end(), '`', '\'');
    return out;
  }

  const Overview& overview_;
  const Report& report_;
  const Look& look_;
  std::string out_;
};

}  // namespace

std::string as_markdown(const Overview& overview, const Look& look) { return MarkdownReport(overview, look).write(); }

}  // namespace crosscheck::rendering
