// An article as a person reads it: paragraphs without controls, each with the number of its first line, and each claim's
// bytes found again in them. "Über **$5** bn" is shown as "Über $5 bn"; the "$" at byte 8 stands at unit 5.
// Where lines were broken by hand ("Showers continued throughout the week in | the Bahia cocoa zone") they are joined
// again; it looks at lengths alone, so that short lines set one by one stay apart and so do rows of a table.
#include <algorithm>

#include "base/unicode.h"
#include "render/html/html.h"
#include "render/words.h"

namespace crosscheck::rendering::html {
namespace {

constexpr std::size_t kWidestWrap = 100;  // bytes; a line that is longer was not broken by hand
constexpr std::size_t kFullLine = 48;     // bytes; a shorter one ends its paragraph

class Shower {
 public:
  Shower(std::string_view text, const std::vector<std::uint32_t>& positions) : text_(text), positions_(positions) {}

  void open(std::uint32_t line) {
    out_.paragraphs.push_back({line, ""});
    units_ = 0;
  }
  bool any() const { return !out_.paragraphs.empty(); }

  /// Shows the bytes of `line`; white space runs together.
  void add(Span line) {
    blank_ = units_ > 0;
    for (std::size_t i = line.begin; i < line.end;) {
      const Decoded d = decode(text_, i);
      if (d.code == '*' && i + 1 < line.end && text_[i + 1] == '*') {  // markdown's emphasis, as in every format
        resolve(i + 1);
        i += 2;
        continue;
      }
      if (is_space(d.code))
        blank_ = units_ > 0;
      else if (is_shown(d.code))
        put(d.code, i);
      i += d.length;
    }
    resolve(line.end);
  }

  Shown finish() {
    while (next_ < positions_.size()) place();
    return std::move(out_);
  }

 private:
  void put(char32_t code, std::size_t at) {
    std::string& text = out_.paragraphs.back().text;
    if (blank_) {
      resolve_before(at);  // what ends here ends before the blank
      text.push_back(' ');
      ++units_;
      blank_ = false;
    }
    resolve(at);
    append_utf8(text, code);
    units_ += code > 0xFFFF ? 2 : 1;
  }
  void resolve(std::size_t up_to) {
    while (next_ < positions_.size() && positions_[next_] <= up_to) place();
  }
  void resolve_before(std::size_t end) {
    while (next_ < positions_.size() && positions_[next_] < end) place();
  }
  void place() {
    out_.at.push_back({static_cast<std::int32_t>(out_.paragraphs.size()) - 1, units_});
    ++next_;
  }

  std::string_view text_;
  const std::vector<std::uint32_t>& positions_;
  std::size_t next_ = 0;
  std::uint32_t units_ = 0;
  bool blank_ = false;
  Shown out_;
};

struct Line {
  Span span;
  std::uint32_t number = 0;
};

std::vector<Line> lines_of(const Document& document) {
  const std::string_view text = document.text;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t number = document.first_line;
  std::vector<Line> lines;
  for (std::uint32_t begin = 0; begin < size; ++number) {
    const std::size_t newline = text.find('\n', begin);
    const std::uint32_t end = newline == std::string_view::npos ? size : static_cast<std::uint32_t>(newline);
    lines.push_back({{std::max(begin, std::min(end, document.body_begin)), end}, number});
    begin = end + 1;
  }
  return lines;
}

bool opens_paragraph(std::string_view line) {
  constexpr std::string_view kMarks = " \t-*#|>+";
  return line.empty() || kMarks.find(line.front()) != std::string_view::npos || line.starts_with("•");
}

bool of_columns(std::string_view line) { return line.find("   ") != std::string_view::npos; }

}  // namespace

Shown shown_text(const Document& document, const std::vector<std::uint32_t>& positions) {
  const std::string_view text = document.text;
  const std::vector<Line> lines = lines_of(document);
  const bool by_hand = std::all_of(lines.begin(), lines.end(),
                                   [](const Line& line) { return line.span.end - line.span.begin <= kWidestWrap; });
  Shower shower(text, positions);
  std::string_view before;
  for (const Line& line : lines) {
    const std::string_view words = cut(text, line.span);
    if (plain(words).empty()) {
      before = {};
      continue;
    }
    const bool goes_on =
        by_hand && before.size() >= kFullLine && !opens_paragraph(words) && !of_columns(words) && !of_columns(before);
    if (!goes_on) shower.open(line.number);
    shower.add(line.span);
    before = words;
  }
  if (!shower.any()) shower.open(document.first_line);
  return shower.finish();
}

Shown shown_title(const Document& document, const std::vector<std::uint32_t>& positions) {
  Shower shower(document.title, positions);
  shower.open(0);
  shower.add({0, static_cast<std::uint32_t>(document.title.size())});
  return shower.finish();
}

}  // namespace crosscheck::rendering::html
