// An article's whole text, a paragraph a line with the line's number beside it, its claims marked in place.
//   "a 27% stake" inside "a 27% stake worth $135 billion" gives one mark: claims that overlap share it, each
//   keeps its own anchor, and the mark links to the worst finding of any of them.
// It shows text as it was given: no Markdown is laid out, no picture loaded.
#include <algorithm>

#include "render/html/html.h"
#include "render/words.h"

namespace crosscheck::rendering::html {
namespace {

constexpr std::size_t kHeadlineCells = 120;

/// Claims that overlap, as one stretch of text.
struct Stretch {
  Span span;
  std::vector<std::uint32_t> claims;
};

std::vector<Stretch> stretches_of(const Report& report, const std::vector<std::uint32_t>& claims, Field field) {
  std::vector<std::uint32_t> ordered;
  for (const std::uint32_t claim : claims) {
    if (report.claims[claim].place.field == field) ordered.push_back(claim);
  }
  std::stable_sort(ordered.begin(), ordered.end(), [&](std::uint32_t a, std::uint32_t b) {
    return marked_span(report.claims[a]).begin < marked_span(report.claims[b]).begin;
  });
  std::vector<Stretch> out;
  for (const std::uint32_t claim : ordered) {
    const Span span = marked_span(report.claims[claim]);
    if (out.empty() || span.begin >= out.back().span.end) {
      out.push_back({span, {claim}});
    } else {
      out.back().span.end = std::max(out.back().span.end, span.end);
      out.back().claims.push_back(claim);
    }
  }
  return out;
}

const Finding* worst_finding(const Overview& overview, const Stretch& stretch) {
  const auto rank = [](Relation relation) {
    return std::find(kReadingOrder.begin(), kReadingOrder.end(), relation) - kReadingOrder.begin();
  };
  const Finding* worst = nullptr;
  for (const std::uint32_t claim : stretch.claims) {
    if (overview.findings_with(claim).empty()) continue;
    const Finding& finding = overview.report().findings[overview.findings_with(claim).front()];
    if (worst == nullptr || rank(finding.relation) < rank(worst->relation)) worst = &finding;
  }
  return worst;
}

/// The part of a stretch that lies in one line; anchors stand where it begins.
std::string marked(const Overview& overview, const Stretch& stretch, std::string_view text, bool begins) {
  const Finding* finding = worst_finding(overview, stretch);
  std::string anchors, id;
  if (begins) {
    for (const std::uint32_t claim : stretch.claims) {
      const std::string name = escaped(overview.report().claims[claim].id);
      if (id.empty())
        id = " id=\"" + name + "\"";
      else
        anchors += "<span id=\"" + name + "\"></span>";
    }
  }
  if (finding == nullptr) return "<mark class=\"once\"" + id + ">" + anchors + escaped(text) + "</mark>";
  const RelationLook& look = look_of(finding->relation);
  return "<a href=\"#" + escaped(finding->id) + "\" title=\"" + std::string(look.label) + ": " +
         escaped(plain(finding->summary)) + "\"><mark class=\"" + std::string(name_of(finding->relation)) + "\"" + id +
         ">" + anchors + escaped(text) + "</mark></a>";
}

/// `text[line]` with its stretches marked; `next` is the first stretch that may reach into it.
std::string marked_line(const Overview& overview, std::string_view text, Span line,
                        const std::vector<Stretch>& stretches, std::size_t& next) {
  std::string out;
  std::uint32_t at = line.begin;
  while (next < stretches.size() && stretches[next].span.begin < line.end) {
    const Span& span = stretches[next].span;
    const Span part{std::max(span.begin, line.begin), std::min(span.end, line.end)};
    if (part.begin >= at && !part.empty()) {
      out += escaped(cut(text, {at, part.begin})) +
             marked(overview, stretches[next], cut(text, part), part.begin == span.begin);
      at = part.end;
    }
    if (span.end > line.end) break;  // goes on in the next line
    ++next;
  }
  return out + escaped(cut(text, {at, line.end}));
}

std::string body(const Overview& overview, const Document& document, const std::vector<std::uint32_t>& claims) {
  const std::vector<Stretch> stretches = stretches_of(overview.report(), claims, Field::text);
  const std::string_view text = document.text;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::size_t next = 0;
  std::uint32_t number = document.first_line;
  std::string out;
  for (std::uint32_t begin = 0; begin < size; ++number) {
    const std::size_t newline = text.find('\n', begin);
    const std::uint32_t end = newline == std::string_view::npos ? size : static_cast<std::uint32_t>(newline);
    const Span line{std::max(begin, std::min(end, document.body_begin)), end};
    while (next < stretches.size() && stretches[next].span.end <= line.begin) ++next;
    if (!plain(cut(text, line)).empty()) {
      out += "<p><span class=\"ln\" aria-hidden=\"true\">" + std::to_string(number) + "</span>" +
             marked_line(overview, text, line, stretches, next) + "</p>\n";
    }
    begin = end + 1;
  }
  return out;
}

std::string link_out(const Document& document) {
  const bool is_web = document.url.starts_with("https://") || document.url.starts_with("http://");
  if (!is_web) return "";
  return " · <a href=\"" + escaped(document.url) + "\" rel=\"noopener noreferrer nofollow\">original</a>";
}

std::string about(const Overview& overview, std::uint32_t index, std::size_t claim_count) {
  const Document& document = overview.report().documents[index];
  std::string out = "<code>" + escaped(overview.name(index)) + "</code>";
  if (!document.source.empty()) out += " · " + escaped(plain(document.source));
  const std::string published = overview.published(index);
  if (!published.empty()) out += " · " + escaped(date_words(published));
  out += " · " + counted(claim_count, "claim", "claims");
  const DocumentFacts* facts = overview.facts(index);
  if (facts != nullptr && !facts->story.empty() && overview.stories() > 1) out += " · story " + escaped(facts->story);
  if (overview.is_copy(index)) {
    out += " · a copy of <a href=\"#d" + std::to_string(*facts->copy_of) + "\">" +
           escaped(overview.name(*facts->copy_of)) + "</a>, no source of its own";
  }
  return out + link_out(document);
}

}  // namespace

std::string article_section(const Overview& overview, std::uint32_t index, const std::vector<std::uint32_t>& claims,
                            bool open) {
  const Document& document = overview.report().documents[index];
  const std::string id = "d" + std::to_string(index);
  const std::string language = document.language.empty() ? "" : " lang=\"" + escaped(document.language) + "\"";
  std::string title;
  if (document.title.empty()) {
    title = escaped(shortened(plain(overview.headline(index)), kHeadlineCells));
  } else {
    std::size_t next = 0;
    const Span whole{0, static_cast<std::uint32_t>(document.title.size())};
    title = marked_line(overview, document.title, whole, stretches_of(overview.report(), claims, Field::title), next);
  }
  return "<article class=\"source\" id=\"" + id + "\" aria-labelledby=\"" + id + "-h\">\n<h3 id=\"" + id + "-h\"" +
         language + " dir=\"auto\">" + title + "</h3>\n<p class=\"about\">" + about(overview, index, claims.size()) +
         "</p>\n<details" + (open ? " open" : "") + "><summary>Text</summary>\n<div class=\"text\"" + language +
         " dir=\"auto\">\n" + body(overview, document, claims) + "</div></details></article>\n";
}

}  // namespace crosscheck::rendering::html
