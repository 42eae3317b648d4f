// A host shows a finding at one line of one file, and takes a few of them. Of
//   ✗ price of Initech: $3 billion (archive/a.txt) against $5 billion (draft.txt, the article in question)
// the line to show is the draft's, however the sides are ordered, and the archive's is what it is related to. Columns are
// counted in the unit that each format asks for; nothing here knows a format.
#include "render/hosts.h"

#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

bool told(const Finding& finding, FailOn fail_on) {
  Finding open;
  open.relation = finding.relation;
  return is_clash(finding.relation) || fails(open, fail_on);
}

bool in_question(const Report& report, std::uint32_t claim) {
  const std::uint32_t document = report.claims[claim].document;
  return document >= report.facts.size() || report.facts[document].checked;
}

bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> endings) {
  const std::string small = to_lower(path);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return small.ends_with(ending); });
}

/// Markup: the places in its map are those of the file itself. What lies in a DOCX or an archive has lines of its own.
bool is_markup(const Document& document) {
  return ends_with_any(file_of(document), {".html", ".htm", ".xhtml", ".rss", ".atom", ".xml"});
}

/// The run that the byte was copied with; nothing where it was made of something else, such as an entity.
const SourceRun* copied_run(const SourceMap& map, std::uint32_t byte) {
  const auto after = std::upper_bound(map.begin(), map.end(), byte,
                                      [](std::uint32_t at, const SourceRun& run) { return at < run.begin; });
  return after != map.begin() && (after - 1)->copied ? &*(after - 1) : nullptr;
}

}  // namespace

Level level_of(const Finding& finding) {
  if (!is_clash(finding.relation)) return Level::note;
  return finding.severity == Severity::error ? Level::error : Level::warning;
}

std::vector<std::uint32_t> findings_for_hosts(const Report& report, FailOn fail_on) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < report.findings.size(); ++i) {
    if (told(report.findings[i], fail_on)) out.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t i, std::uint32_t j) {
    const Finding &a = report.findings[i], &b = report.findings[j];
    const bool open_a = a.standing == Standing::open, open_b = b.standing == Standing::open;
    if (open_a != open_b) return open_a;
    if (level_of(a) != level_of(b)) return level_of(a) < level_of(b);
    return a.confidence > b.confidence;
  });
  return out;
}

std::vector<std::uint32_t> cited_claims(const Report& report, const Finding& finding) {
  std::vector<std::uint32_t> all;
  std::set<std::uint32_t> seen;
  const auto add = [&](const std::vector<std::uint32_t>& claims) {
    for (const std::uint32_t claim : claims) {
      if (seen.insert(claim).second) all.push_back(claim);
    }
  };
  for (const Side& side : finding.sides) add(side.claims);
  for (const Derivation& made : finding.derivation) add(made.inputs);
  const auto first =
      std::find_if(all.begin(), all.end(), [&](std::uint32_t claim) { return in_question(report, claim); });
  if (first != all.end()) std::rotate(all.begin(), first, first + 1);
  std::set<std::uint32_t> documents;
  std::stable_partition(all.begin(), all.end(),
                        [&](std::uint32_t claim) { return documents.insert(report.claims[claim].document).second; });
  return all;
}

bool is_file_text(const Document& document) { return ends_with_any(document.path, {".txt", ".md"}); }

std::string file_of(const Document& document) {
  const std::string_view path = document.path;
  for (std::size_t mark = path.find('#'); mark != std::string_view::npos; mark = path.find('#', mark + 1)) {
    const std::string_view file = path.substr(0, mark);
    if (ends_with_any(file, {".jsonl", ".rss", ".atom", ".xml", ".warc", ".warc.gz"})) return std::string(file);
  }
  return document.path;
}

std::uint32_t page_of(const Report& report, const Claim& claim) {
  return source_place(report.documents[claim.document], claim.place).page;
}

std::string uri_of(const Document& document) { return uri_of_path(file_of(document)); }

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=@";
  while (path.starts_with("./")) path.remove_prefix(2);
  if (path == "-" || path.starts_with("-#")) return "stdin";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      out.push_back(c);
      continue;
    }
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
  return out;
}

std::size_t Places::code_points_before(std::uint32_t document, std::uint32_t byte) {
  const Document& text = report_->documents[document];
  std::vector<std::size_t>& before = before_line_[document];
  if (before.empty()) {
    std::size_t count = 0;
    for (std::size_t line = 0; line < text.line_starts.size(); ++line) {
      before.push_back(count);
      const auto end = line + 1 < text.line_starts.size() ? text.line_starts[line + 1]
                                                          : static_cast<std::uint32_t>(text.text.size());
      count += code_points(cut(std::string_view(text.text), {text.line_starts[line], end}));
    }
  }
  const auto after = std::upper_bound(text.line_starts.begin(), text.line_starts.end(), byte);
  if (after == text.line_starts.begin()) return code_points(cut(std::string_view(text.text), {0, byte}));
  const auto line = static_cast<std::size_t>(after - text.line_starts.begin()) - 1;
  return before[line] + code_points(cut(std::string_view(text.text), {text.line_starts[line], byte}));
}

std::pair<std::size_t, std::size_t> Places::code_points_of(const Claim& claim) {
  const Span span = claim.place.span;
  if (claim.place.field == Field::title) {
    const std::string_view title = report_->documents[claim.document].title;
    return {code_points(cut(title, {0, span.begin})), code_points(cut(title, {0, span.end}))};
  }
  return {code_points_before(claim.document, span.begin), code_points_before(claim.document, span.end)};
}

std::optional<Places::Range> Places::in_file(const Claim& claim) {
  const Document& document = report_->documents[claim.document];
  if (is_file_text(document)) return in_text_file(claim);
  return is_markup(document) ? in_source(claim) : std::nullopt;
}

std::optional<Places::Range> Places::in_text_file(const Claim& claim) {
  if (claim.place.field == Field::title) return std::nullopt;
  const Document& document = report_->documents[claim.document];
  const auto column_in_bytes = [&](std::uint32_t byte) {
    const auto& starts = document.line_starts;
    const auto after = std::upper_bound(starts.begin(), starts.end(), byte);
    return byte - (after == starts.begin() ? 0 : *(after - 1)) + 1;
  };
  Range range;
  const Span span = claim.place.span;
  range.begin = line_column(document, {Field::text, span});
  range.end = line_column(document, {Field::text, {span.end, span.end}});
  range.begin_column = column_in_bytes(span.begin);
  range.end_column = column_in_bytes(span.end);
  const auto [begin, end] = code_points_of(claim);
  range.code_points = Offsets{begin, end};
  range.as_written = true;
  return range;
}

/// "5 million" out of "5&nbsp;<b>million</b>" goes from the figure to the last letter. Where the last character was made of something
/// else, as "%" is of "&percnt;", only its line is known.
std::optional<Places::Range> Places::in_source(const Claim& claim) const {
  const Document& document = report_->documents[claim.document];
  const SourceMap& map = claim.place.field == Field::title ? document.title_map : document.text_map;
  const std::string_view text = text_of(document, claim.place.field);
  const Span span = claim.place.span;
  const SourcePlace begin = source_place(map, text, span.begin);
  if (begin.line == 0 || span.empty()) return std::nullopt;
  std::uint32_t last = span.end - 1;
  while (last > span.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  const SourcePlace end = source_place(map, text, last);
  Range range;
  range.begin = {begin.line, begin.column};
  range.end = {std::max(begin.line, end.line), 0};
  const SourceRun* const run = copied_run(map, last);
  if (end.line < begin.line || run == nullptr) return range;
  range.end = {end.line, end.column + 1};
  range.as_written = run == copied_run(map, span.begin);
  return range;
}

std::string finding_words(const Overview& overview, const Finding& finding) {
  const Report& report = overview.report();
  std::string out = plain(finding.summary) + "\n";
  const auto places = [&](const std::vector<std::uint32_t>& claims) {
    constexpr std::size_t kShown = 6;
    std::string listed;
    for (std::size_t i = 0; i < std::min(claims.size(), kShown); ++i) {
      const Claim& claim = report.claims[claims[i]];
      const Document& document = report.documents[claim.document];
      listed += (i == 0 ? "" : ", ") + plain(document.path) + spot_words(document, claim.place);
    }
    if (claims.size() > kShown) listed += " and " + std::to_string(claims.size() - kShown) + " more";
    return listed;
  };
  for (const Derivation& made : finding.derivation) {
    out += "  " + plain(made.words.empty() ? made.formula : made.words) + "\n";
    if (!made.inputs.empty()) out += "    " + places(made.inputs) + "\n";
  }
  for (const Side& side : finding.sides) {
    out += "  " + plain(side_words(side)) + ": " +
           (side.claims.empty() ? "implied" : places(overview.in_quoting_order(side.claims))) + "\n";
  }
  if (!finding.explanation.empty()) out += plain(finding.explanation) + "\n";
  if (!finding.slip.empty()) out += "A single slip would reconcile them: " + plain(finding.slip) + "\n";
  return out;
}

}  // namespace crosscheck::rendering
