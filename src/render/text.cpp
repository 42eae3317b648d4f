// The report for a terminal and for a fact-checker with ten minutes: what cannot be true first, each side
// quoted with its value in [brackets] and the place to open; then what agrees, in two lines a fact; then what
// only one source says.
//   ✗ Acme's valuation: $500 billion is implied, $157 billion is stated        implied-value · 0.93
//       $157 billion · 1 source
//         brief.txt:7:1203  Acme valuation at announcement: [$157 billion] post-October 2024 raise
// It prints no whole articles; the page (html/page.cpp) does.
#include "render/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "render/formats.h"
#include "render/hosts.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kTextQuotes = 3;
constexpr std::size_t kPlacesPerFact = 6;
constexpr std::size_t kTextOnceShown = 6;
constexpr std::size_t kShortShown = 40;  // of what agrees, what fits and what adds up: a screen each
constexpr std::size_t kSideIndent = 4;
constexpr std::size_t kQuoteIndent = 6;

Ink ink_of(Relation relation) {
  switch (relation) {
    case Relation::contradict:
    case Relation::inconsistent:
      return Ink::red;
    case Relation::update:
      return Ink::yellow;
    case Relation::agree:
    case Relation::consistent:
      return Ink::green;
    case Relation::compatible:
      break;
  }
  return Ink::none;
}

class TextReport {
 public:
  TextReport(const Overview& overview, const Look& look)
      : overview_(overview), report_(overview.report()), look_(look), paper_(look) {}

  std::string write() {
    if (look_.findings_only) return findings();
    header();
    for (const Relation relation : {Relation::contradict, Relation::inconsistent, Relation::update}) {
      for (const std::uint32_t i : overview_.findings(relation)) at_length(report_.findings[i]);
    }
    for (const Relation relation : {Relation::agree, Relation::compatible, Relation::consistent}) {
      if (overview_.count(relation) != 0) paper_.blank();
      list_in_short(relation);
    }
    said_once();
    decided();
    skipped();
    warnings();
    if (look_.timings) timings();
    return paper_.take();
  }

 private:
  std::string findings();
  void header();
  void at_length(const Finding& finding);
  void list_in_short(Relation relation);
  void in_short(const Finding& finding);
  void places_in_short(const Finding& finding);
  void quotes(const std::vector<std::uint32_t>& claims);
  void quote(std::uint32_t claim);
  void measure_places(const Finding& finding);
  void derivation(const Derivation& derivation);
  std::string places(const std::vector<std::uint32_t>& claims) const;
  std::string each_place(const std::vector<std::uint32_t>& claims) const;
  std::string once_words(std::uint32_t claim) const;
  void said_once();
  void decided();
  void skipped();
  void warnings();
  void timings();

  const Overview& overview_;
  const Report& report_;
  const Look& look_;
  Paper paper_;
  std::size_t place_column_ = 0;  ///< cells for the places of the finding being written
};

std::string TextReport::findings() {
  for (const std::uint32_t i : findings_for_hosts(report_, look_.fail_on)) {
    if (report_.findings[i].standing == Standing::open) at_length(report_.findings[i]);
  }
  const std::string text = paper_.take();
  return text.substr(text.starts_with('\n') ? 1 : 0);
}

void TextReport::header() {
  const std::string name = plain(report_.name.empty() ? "crosscheck" : report_.name);
  paper_.packed(name + " · " + corpus_words(overview_) + " · " + counted(report_.claims.size(), "claim", "claims") +
                    " · " + findings_words(overview_),
                Ink::bold);
  const std::string verdict = verdict_words(overview_);
  if (verdict.empty()) return;
  paper_.blank();
  paper_.paragraph(verdict, 0);
}

void TextReport::at_length(const Finding& finding) {
  paper_.blank();
  const RelationLook& look = look_of(finding.relation);
  const std::string right = plain(finding.check) + " · " + confidence_words(finding.confidence);
  paper_.heading(look.mark, ink_of(finding.relation), finding.summary, Ink::bold, right);
  if (const std::string decision = decision_words(report_, finding); !decision.empty())
    paper_.paragraph(decision, kSideIndent, Ink::bold);
  if (finding.standing != Standing::open) return places_in_short(finding);
  measure_places(finding);
  const Derived derived = derived_by_side(finding);
  for (std::size_t i = 0; i < finding.sides.size(); ++i) {
    const Side& side = finding.sides[i];
    const std::string sources = counted(overview_.sources_of(side), "source", "sources");
    paper_.paragraph(side_words(side) + (side.claims.empty() ? " · implied" : " · " + sources), kSideIndent, Ink::bold);
    for (const std::uint32_t at : derived.of_side[i]) derivation(finding.derivation[at]);
    quotes(overview_.in_quoting_order(side.claims));
  }
  for (const std::uint32_t at : derived.loose) derivation(finding.derivation[at]);
  paper_.paragraph(finding.explanation, kSideIndent);
  if (!finding.slip.empty()) paper_.paragraph("A single slip would reconcile them: " + finding.slip, kSideIndent);
}

/// Of what somebody has decided about already.
void TextReport::places_in_short(const Finding& finding) {
  for (const Side& side : finding.sides) {
    if (!side.claims.empty()) paper_.paragraph(side_words(side) + ": " + places(side.claims), kSideIndent, Ink::dim);
  }
}

void TextReport::derivation(const Derivation& derivation) {
  paper_.paragraph(derivation.words.empty() ? derivation.formula : derivation.words, kQuoteIndent);
  quotes(derivation.inputs);
}

void TextReport::measure_places(const Finding& finding) {
  place_column_ = 0;
  const auto widen = [&](const std::vector<std::uint32_t>& claims) {
    for (std::size_t i = 0; i < std::min(claims.size(), kTextQuotes); ++i) {
      place_column_ = std::max(place_column_, display_width(overview_.location(claims[i])));
    }
  };
  for (const Side& side : finding.sides) widen(overview_.in_quoting_order(side.claims));
  for (const Derivation& made : finding.derivation) widen(made.inputs);
}

void TextReport::quotes(const std::vector<std::uint32_t>& claims) {
  const std::size_t shown = std::min(claims.size(), kTextQuotes);
  for (std::size_t i = 0; i < shown; ++i) quote(claims[i]);
  if (shown < claims.size()) {
    paper_.paragraph(fmt::format("and {} more", grouped(std::to_string(claims.size() - shown))), kQuoteIndent,
                     Ink::dim);
  }
}

void TextReport::quote(std::uint32_t index) {
  const Claim& claim = report_.claims[index];
  const std::string place = overview_.location(index);
  const std::size_t column = place_column_;
  const bool beside = column <= paper_.width() * 2 / 5;
  const std::size_t indent = beside ? kQuoteIndent + column + 2 : kQuoteIndent + 2;
  const std::string copy = overview_.is_copy(claim.document) ? "(a copy) " : "";
  const Excerpt excerpt = excerpt_of(report_, claim, paper_.width() - indent - copy.size());
  const std::string said = copy + excerpt.before + paper_.painted("[" + excerpt.value + "]", Ink::bold) + excerpt.after;
  std::string line = std::string(kQuoteIndent, ' ') + paper_.painted(place, Ink::dim);
  if (beside) {
    paper_.line(line + std::string(column - display_width(place) + 2, ' ') + said);
  } else {
    paper_.line(line);
    paper_.line(std::string(indent, ' ') + said);
  }
}

/// "brief.txt:2:98, news.txt:4:1 (6 mentions)": one place an article.
std::string TextReport::places(const std::vector<std::uint32_t>& claims) const {
  std::string out;
  std::set<std::uint32_t> documents;
  for (const std::uint32_t claim : overview_.in_quoting_order(claims)) {
    const std::uint32_t document = report_.claims[claim].document;
    if (!documents.insert(document).second || documents.size() > kPlacesPerFact) continue;
    out += (out.empty() ? "" : ", ") + overview_.brief_location(claim);
    if (overview_.is_copy(document)) out += " (a copy)";
  }
  if (documents.size() > kPlacesPerFact) {
    out += " and " + counted(documents.size() - kPlacesPerFact, "more article", "more articles");
  }
  if (claims.size() > documents.size()) out += " (" + counted(claims.size(), "mention", "mentions") + ")";
  return out;
}

std::string TextReport::each_place(const std::vector<std::uint32_t>& claims) const {
  std::string out;
  for (const std::uint32_t claim : claims) out += (out.empty() ? "" : ", ") + overview_.brief_location(claim);
  return out;
}

void TextReport::list_in_short(Relation relation) {
  const auto& all = overview_.findings(relation);
  const std::size_t shown = look_.all ? all.size() : std::min(all.size(), kShortShown);
  for (std::size_t i = 0; i < shown; ++i) in_short(report_.findings[all[i]]);
  if (shown == all.size()) return;
  const RelationLook& look = look_of(relation);
  paper_.heading(look.mark, ink_of(relation),
                 "and " + counted(all.size() - shown, look.one, look.many) + " more: --all lists them", Ink::none, "");
}

void TextReport::in_short(const Finding& finding) {
  const RelationLook& look = look_of(finding.relation);
  if (finding.relation == Relation::agree && finding.sides.size() == 1) {
    const Side& side = finding.sides.front();
    paper_.heading(look.mark, ink_of(finding.relation), side_words(side) + ", " + overview_.fact(finding), Ink::none,
                   counted(overview_.sources_of(side), "independent source", "independent sources"));
    paper_.paragraph(places(side.claims), kSideIndent, Ink::dim);
    return;
  }
  paper_.heading(look.mark, ink_of(finding.relation), finding.summary, Ink::none, plain(finding.check));
  for (const Derivation& derivation : finding.derivation) {
    paper_.paragraph(derivation.words.empty() ? derivation.formula : derivation.words, kSideIndent);
    paper_.paragraph(each_place(derivation.inputs), kSideIndent, Ink::dim);
  }
  if (finding.relation == Relation::consistent && !finding.derivation.empty()) return;
  for (const Side& side : finding.sides) {
    if (!side.claims.empty()) paper_.paragraph(side_words(side) + ": " + places(side.claims), kSideIndent, Ink::dim);
  }
}

std::string TextReport::once_words(std::uint32_t claim) const {
  return plain(text_at(report_.documents[report_.claims[claim].document],
                       {report_.claims[claim].place.field, marked_span(report_.claims[claim])})) +
         ", " + plain(overview_.label(claim)) + " (" + overview_.brief_location(claim) + ")";
}

void TextReport::said_once() {
  const auto& once = overview_.said_once();
  if (once.empty()) return;
  paper_.blank();
  if (look_.all) {
    paper_.heading("•", Ink::none, "said once: " + counted(once.size(), "fact", "facts"), Ink::bold, "");
    for (const std::uint32_t claim : once) paper_.paragraph(once_words(claim), kSideIndent);
    return;
  }
  std::string words = "said once: ";
  const std::size_t shown = std::min(once.size(), kTextOnceShown);
  for (std::size_t i = 0; i < shown; ++i) words += (i == 0 ? "" : "; ") + shortened(once_words(once[i]), 120);
  if (shown < once.size()) {
    words += "; and " + grouped(std::to_string(once.size() - shown)) + " more: --all lists them";
  }
  paper_.heading("•", Ink::none, words, Ink::none, "");
}

void TextReport::decided() {
  const auto all = decided_words(report_);
  if (!all.empty()) paper_.blank();
  for (const std::string& words : all) paper_.heading("!", Ink::yellow, words, Ink::none, "");
}

void TextReport::skipped() {
  if (report_.skipped.empty()) return;
  paper_.blank();
  paper_.heading("!", Ink::yellow, counted(report_.skipped.size(), "file", "files") + " not read", Ink::bold, "");
  for (const Skipped& file : report_.skipped) paper_.paragraph(file.path + ": " + file.reason, kSideIndent);
}

void TextReport::warnings() {
  const auto warned = [](const Document& document) { return !document.warnings.empty(); };
  const auto count = std::count_if(report_.documents.begin(), report_.documents.end(), warned);
  if (count == 0) return;
  paper_.blank();
  paper_.heading("!", Ink::yellow,
                 counted(static_cast<std::size_t>(count), "article", "articles") + " read with a warning", Ink::bold,
                 "");
  for (const Document& document : report_.documents) {
    for (const std::string& warning : document.warnings)
      paper_.paragraph(document.path + ": " + plain(warning), kSideIndent);
  }
}

void TextReport::timings() {
  if (report_.timings.empty()) return;
  paper_.blank();
  paper_.line(paper_.painted("time by room", Ink::bold));
  std::size_t column = 5;
  for (const Timing& timing : report_.timings) column = std::max(column, display_width(timing.room));
  double total = 0;
  const auto row = [&](const std::string& room, double milliseconds) {
    paper_.line(fmt::format("{:4}{}{:{}}{:>10.1f} ms", "", room, "", column - display_width(room), milliseconds));
  };
  for (const Timing& timing : report_.timings) {
    row(timing.room, timing.milliseconds);
    total += timing.milliseconds;
  }
  row("total", total);
}

}  // namespace

std::string as_text(const Overview& overview, const Look& look) { return TextReport(overview, look).write(); }

}  // namespace crosscheck::rendering
