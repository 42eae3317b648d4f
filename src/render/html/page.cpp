// The page: one file that needs no network, no font and no server, for light and dark, screen and paper.
// Contradictions come first, then the rest, then every article with its claims marked; each quote links to its
// place and back. An article that says "<script>" shows those eight characters: all text is escaped, and the
// page's own policy lets run nothing but the one script whose hash it names. Thousands of articles make a long
// page: it is written whole, not page by page.
#include "render/html/html.h"

#include "base/hash.h"
#include "render/formats.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kArticlesOpen = 12;
constexpr std::size_t kOnceOpen = 12;

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int held = 0;
  for (const char c : hex) {
    bits = (bits << 4U) | static_cast<unsigned>(hex_digit(c));
    held += 4;
    if (held < 6) continue;
    held -= 6;
    out.push_back(kAlphabet[(bits >> static_cast<unsigned>(held)) & 63U]);
  }
  if (held > 0) out.push_back(kAlphabet[(bits << static_cast<unsigned>(6 - held)) & 63U]);
  while (out.size() % 4 != 0) out.push_back('=');
  return out;
}

std::string hash_source(std::string_view content) { return "'sha256-" + base64_of_hex(sha256_hex(content)) + "'"; }

class Page {
 public:
  explicit Page(const Overview& overview) : overview_(overview), report_(overview.report()) {}

  std::string write() {
    head();
    masthead();
    out_ += "<main id=\"main\">\n";
    filter();
    for (const Relation relation : kReadingOrder) section(relation);
    said_once();
    articles();
    skipped();
    out_ += "</main>\n";
    footer();
    return std::move(out_);
  }

 private:
  void head() {
    const std::string name = html::escaped(plain(report_.name.empty() ? "report" : report_.name));
    out_ +=
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " +
        hash_source(html::style()) + "; script-src " + hash_source(html::script()) +
        "; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"generator\" content=\"crosscheck " +
        html::escaped(report_.version) +
        "\">\n"
        "<title>" +
        name + ": " + findings_words(overview_) + "</title>\n<style>";
    out_.append(html::style()).append("</style>\n</head>\n");
  }

  void masthead() {
    const std::string name = html::escaped(plain(report_.name.empty() ? "report" : report_.name));
    out_ +=
        "<body>\n<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n<header class=\"masthead\">\n"
        "<p class=\"brand\">crosscheck</p>\n<h1>" +
        name + "</h1>\n<p class=\"standfirst\">" + corpus_words(overview_) + ", " +
        counted(report_.claims.size(), "numeric or dated claim", "numeric and dated claims") + ".</p>\n";
    const std::string verdict = verdict_words(overview_);
    if (!verdict.empty()) out_ += "<p class=\"verdict\">" + html::escaped(verdict) + "</p>\n";
    out_ += "<nav aria-label=\"Sections\"><ul class=\"tally\">\n";
    for (const Relation relation : kReadingOrder) {
      const RelationLook& look = look_of(relation);
      tally(name_of(relation), look.mark, overview_.count(relation),
            overview_.count(relation) == 1 ? look.one : look.many);
    }
    tally("once", "•", overview_.said_once().size(), "said once");
    tally("articles", "¶", report_.documents.size(), report_.documents.size() == 1 ? "article" : "articles");
    if (!report_.skipped.empty()) tally("skipped", "!", report_.skipped.size(), "not read");
    out_ += "</ul></nav>\n</header>\n";
  }

  void tally(std::string_view anchor, std::string_view mark, std::size_t count, std::string_view words) {
    if (count == 0) return;
    out_ += "<li class=\"" + std::string(anchor) + "\"><a href=\"#" + std::string(anchor) + "\"><b>" +
            grouped(std::to_string(count)) + "</b> <span><span class=\"mark\" aria-hidden=\"true\">" +
            std::string(mark) + "</span> " + std::string(words) + "</span></a></li>\n";
  }

  void filter() {
    if (report_.findings.empty() && overview_.said_once().empty()) return;
    out_ +=
        "<form class=\"filter\" role=\"search\" aria-label=\"Filter the findings\" hidden>\n"
        "<label class=\"words\"><span>Search</span> <input type=\"search\" placeholder=\"a name, a number, a file\" "
        "autocomplete=\"off\"></label>\n<fieldset><legend>Show</legend>\n";
    for (const Relation relation : kReadingOrder) {
      const RelationLook& look = look_of(relation);
      if (overview_.count(relation) != 0) box(name_of(relation), look.mark, look.heading);
    }
    if (!overview_.said_once().empty()) box("once", "•", "Said once");
    out_ += "</fieldset>\n<p class=\"shown\" role=\"status\"></p>\n</form>\n";
  }

  void box(std::string_view value, std::string_view mark, std::string_view words) {
    out_ += "<label class=\"" + std::string(value) + "\"><input type=\"checkbox\" value=\"" + std::string(value) +
            "\" checked> <span class=\"mark\" aria-hidden=\"true\">" + std::string(mark) + "</span> " +
            std::string(words) + "</label>\n";
  }

  void open_section(std::string_view id, std::string_view heading, std::size_t count, std::string_view meaning) {
    out_ += "<section class=\"part\" id=\"" + std::string(id) + "\" aria-labelledby=\"" + std::string(id) +
            "-h\">\n<h2 id=\"" + std::string(id) + "-h\">" + std::string(heading) + " <span class=\"count\">" +
            grouped(std::to_string(count)) + "</span></h2>\n<p class=\"lede\">" + std::string(meaning) + "</p>\n";
  }

  void section(Relation relation) {
    if (overview_.count(relation) == 0) return;
    const RelationLook& look = look_of(relation);
    open_section(name_of(relation), look.heading, overview_.count(relation), look.meaning);
    const bool open =
        relation == Relation::contradict || relation == Relation::inconsistent || relation == Relation::update;
    for (const std::uint32_t i : overview_.findings(relation)) {
      const Finding& finding = report_.findings[i];
      out_ += open ? html::finding_card(overview_, finding) : html::finding_details(overview_, finding);
    }
    out_ += "</section>\n";
  }

  void said_once() {
    const auto& once = overview_.said_once();
    if (once.empty()) return;
    open_section("once", "Said once", once.size(), "Only one source states these; they could not be cross-checked.");
    out_ += std::string("<details class=\"list\"") + (once.size() <= kOnceOpen ? " open" : "") +
            "><summary>Show all</summary>\n<ul class=\"once-list\">\n";
    for (const std::uint32_t claim : once) out_ += html::said_once_item(overview_, claim);
    out_ += "</ul></details></section>\n";
  }

  void articles() {
    const std::size_t count = report_.documents.size();
    if (count == 0) return;
    open_section("articles", "Articles", count,
                 "Every text as it was read. A marked value links to what was found about it.");
    std::vector<std::vector<std::uint32_t>> claims(count);
    for (std::uint32_t i = 0; i < report_.claims.size(); ++i) claims[report_.claims[i].document].push_back(i);
    for (std::uint32_t i = 0; i < count; ++i)
      out_ += html::article_section(overview_, i, claims[i], count <= kArticlesOpen);
    out_ += "</section>\n";
  }

  void skipped() {
    if (report_.skipped.empty()) return;
    open_section("skipped", "Not read", report_.skipped.size(), "These files are no part of the comparison.");
    out_ += "<ul class=\"skipped-list\">\n";
    for (const Skipped& file : report_.skipped) {
      out_ +=
          "<li><code>" + html::escaped(plain(file.path)) + "</code> " + html::escaped(plain(file.reason)) + "</li>\n";
    }
    out_ += "</ul></section>\n";
  }

  void footer() {
    out_ += "<footer class=\"colophon\"><p>Made by crosscheck " + html::escaped(report_.version);
    if (!report_.rules_digest.empty())
      out_ += ", rules <code>" + html::escaped(report_.rules_digest.substr(0, 16)) + "</code>";
    out_ +=
        ". It says where texts disagree, never who is wrong. This page loads nothing from "
        "anywhere.</p></footer>\n<script>";
    out_.append(html::script()).append("</script>\n</body>\n</html>\n");
  }

  const Overview& overview_;
  const Report& report_;
  std::string out_;
};

}  // namespace

std::string as_html(const Overview& overview, const Look& /*look*/) { return Page(overview).write(); }

}  // namespace crosscheck::rendering
