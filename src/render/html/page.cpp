// The page: one file that needs no network, no font and no server, for light and dark, screen and paper. It opens with a
// modest number of findings as plain HTML, which is what shows first and all that shows without script; then come the
// data islands, and last the script, which lays the findings out with facets, drawings and a page an article.
// An article that says "<script>" shows those eight characters: what an article says is escaped text or JSON, the script
// puts it on the page as text nodes, and the page's own policy runs nothing but the two scripts whose hashes it names.
#include "base/hash.h"
#include "render/formats.h"
#include "render/html/html.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kPlainFindings = 60;  // in full, before any script
constexpr std::size_t kPlainOnce = 60;

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
  Page(const Overview& overview, const TakePart& take) : overview_(overview), report_(overview.report()), take_(take) {}

  void write() {
    head();
    masthead();
    findings();
    said_once();
    skipped();
    out_ += "</main>\n";
    footer();
    hand_on();
    islands();
    out_ += "<script>";
    out_.append(html::script()).append("</script>\n</body>\n</html>\n");
    hand_on();
  }

 private:
  void hand_on() {
    take_(out_);
    out_.clear();
  }

  std::string name() const { return html::escaped(plain(report_.name.empty() ? "report" : report_.name)); }

  /// `connect-src 'self'` is for a page that its own server handed out; a page from disk has no such origin.
  void head() {
    out_ +=
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " +
        hash_source(html::style()) + "; script-src " + hash_source(html::early_script()) + " " +
        hash_source(html::script()) +
        "; connect-src 'self'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"generator\" content=\"crosscheck " +
        html::escaped(report_.version) +
        "\">\n"
        "<title>" +
        name() + ": " + findings_words(overview_) + "</title>\n<style>";
    out_.append(html::style()).append("</style>\n<script>").append(html::early_script()).append("</script>\n</head>\n");
  }

  void masthead() {
    out_ +=
        "<body>\n<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n<header class=\"masthead\" "
        "id=\"masthead\">\n<p class=\"brand\">crosscheck</p>\n<h1>" +
        name() + "</h1>\n<p class=\"standfirst\">" + corpus_words(overview_) + ", " +
        counted(report_.claims.size(), "numeric or dated claim", "numeric and dated claims") + ".</p>\n";
    const std::string verdict = verdict_words(overview_);
    if (!verdict.empty()) out_ += "<p class=\"verdict\">" + html::escaped(verdict) + "</p>\n";
    out_ += "<ul class=\"tally\" id=\"tally\">\n";
    for (const Relation relation : kReadingOrder) {
      const RelationLook& look = look_of(relation);
      tally(name_of(relation), look.mark, overview_.count(relation),
            overview_.count(relation) == 1 ? look.one : look.many);
    }
    tally("once", "•", overview_.said_once().size(), "said once");
    tally("skipped", "!", report_.skipped.size(), "not read");
    out_ += "</ul>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n";
  }

  void tally(std::string_view relation, std::string_view mark, std::size_t count, std::string_view words) {
    if (count == 0) return;
    out_ += "<li class=\"" + std::string(relation) + "\" data-relation=\"" + std::string(relation) + "\"><b>" +
            grouped(std::to_string(count)) + "</b> <span><span class=\"mark\" aria-hidden=\"true\">" +
            std::string(mark) + "</span> " + std::string(words) + "</span></li>\n";
  }

  void open_section(std::string_view relation, std::string_view heading, std::size_t count, std::string_view meaning) {
    out_ += "<section class=\"part plain\" data-part=\"" + std::string(relation) + "\"><h2>" + std::string(heading) +
            " <span class=\"count\">" + grouped(std::to_string(count)) + "</span></h2>\n<p class=\"lede\">" +
            std::string(meaning) + "</p>\n";
  }

  /// What a section leaves out, for who has no script.
  void left_out(std::size_t count) {
    if (count == 0) return;
    out_ += "<p class=\"left-out\">" + counted(count, "more stands", "more stand") +
            " in this page's data; the page's script shows them. report.md and report.json list them all.</p>\n";
  }

  void findings() {
    std::size_t room = kPlainFindings;
    for (const Relation relation : kReadingOrder) {
      const auto& own = overview_.findings(relation);
      if (own.empty()) continue;
      const RelationLook& look = look_of(relation);
      open_section(name_of(relation), look.heading, own.size(), look.meaning);
      const std::size_t shown = std::min(room, own.size());
      for (std::size_t i = 0; i < shown; ++i) out_ += html::finding_card(overview_, report_.findings[own[i]]);
      left_out(own.size() - shown);
      room -= shown;
      out_ += "</section>\n";
      hand_on();
    }
  }

  void said_once() {
    const auto& once = overview_.said_once();
    if (once.empty()) return;
    open_section("once", "Said once", once.size(), "Only one source states these; they could not be cross-checked.");
    out_ += "<ul class=\"once-list\">\n";
    const std::size_t shown = std::min(kPlainOnce, once.size());
    for (std::size_t i = 0; i < shown; ++i) out_ += html::said_once_item(overview_, once[i]);
    out_ += "</ul>\n";
    left_out(once.size() - shown);
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
        ". It says where texts disagree, never who is wrong. This page loads nothing from anywhere. Scales and axes "
        "are drawn with D3, © Mike Bostock, ISC licence.</p></footer>\n";
  }

  void islands() {
    out_ += "<script type=\"application/json\" id=\"findings-data\">";
    hand_on();
    html::write_findings_island(overview_, take_);
    out_ += "</script>\n";
    std::uint32_t first = 0, end = 0;
    for (std::uint32_t i = 0; i < report_.documents.size(); ++i, first = end) {
      while (end < report_.claims.size() && report_.claims[end].document <= i) ++end;
      out_ += "<script type=\"application/json\" id=\"article-data-" + std::to_string(i) + "\">" +
              html::article_island(overview_, i, first, end) + "</script>\n";
      hand_on();
    }
  }

  const Overview& overview_;
  const Report& report_;
  const TakePart& take_;
  std::string out_;
};

}  // namespace

void as_html(const Overview& overview, const TakePart& take, const Workers& /*workers*/) {
  Page(overview, take).write();
}

}  // namespace crosscheck::rendering
