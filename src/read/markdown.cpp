// Positions count in the file as it was given, so nothing is extracted: what a reader of the rendered text does not see is hidden,
// as comments are, and the rooms see blanks in its place.
//   Globex bought [Initech](https://globex.example/2023) for $3 billion.    is read as
//   Globex bought  Initech                               for $3 billion.
// md4c says which bytes are words; what stands between them is markup. Hidden are addresses, titles and brackets of links,
// pictures, definitions of references, code blocks, tags of HTML, backslashes, and the marks of footnotes, which md4c does not
// know. Marks that `segment` reads (headings, bullets, numbers of items, bars of tables, underlines) and those of emphasis stay: they
// are no words, and say where blocks begin and end; only inside a figure, as in "**$6** billion", emphasis goes. Entities stay
// as they are written, but for blanks.
#include "read/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>

#include "base/unicode.h"

namespace crosscheck::read_room {
namespace {

constexpr std::uint64_t kMostMarkdownWork =
    200'000'000;  ///< about a second of md4c's time; an article has less than a million

bool is_bullet_line(std::string_view line) {
  const std::size_t at = std::min(line.find_first_not_of(" \t>"), line.size());
  const bool mark = at + 1 < line.size() && std::string_view("-+*#").find(line[at]) != std::string_view::npos;
  return mark && (line[at + 1] == ' ' || line[at + 1] == '#');
}

/// An upper bound: md4c may look at each mark of a block for each other one, and copies a definition for each of its uses.
std::uint64_t work_of(std::string_view text) {
  constexpr std::string_view kMarks = "[]()<>&*_~`!\\";
  std::uint64_t work = 0, marks = 0, uses = 0, definition = 0, longest_definition = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (blank || is_bullet_line(line)) {
      work += marks * marks;
      marks = definition = 0;
    }
    for (const char c : line) {
      if (kMarks.find(c) != std::string_view::npos) ++marks;
      if (c == '[') ++uses;
    }
    if (definition != 0 || line.substr(0, 4).find('[') != std::string_view::npos) definition += line.size();
    longest_definition = std::max(longest_definition, definition);
  }
  return work + marks * marks + uses * longest_definition;
}

/// The size of a mark that a block begins with and `segment` reads, its blanks with it: "> - ", "12. ", "## ", "| ".
std::size_t block_mark_size(std::string_view line) {
  std::size_t at = 0;
  for (bool more = true; more;) {
    at = std::min(line.find_first_not_of(" \t>#*+-=|:_~`", at), line.size());
    std::size_t end = at;
    while (end < line.size() && end < at + 9 && line[end] >= '0' && line[end] <= '9') ++end;
    more = end > at && end < line.size() && (line[end] == '.' || line[end] == ')') &&
           (end + 1 == line.size() || line[end + 1] == ' ' || line[end + 1] == '\t');
    if (more) at = end + 1;
  }
  return at;
}

/// Receives md4c's events in the order of the text.
class Markup {
 public:
  Markup(std::string_view text, std::uint32_t begin) : text_(text), end_of_words_(begin) {}

  bool parse() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                   MD_FLAG_NOINDENTEDCODEBLOCKS;  // an indented paragraph of a wire's copy is no code
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).block(type, true); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).block(type, false); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).span(type, 1); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).span(type, -1); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* self) {
      return of(self).words(type, words, size);
    };
    const std::string_view body = text_.substr(end_of_words_);
    if (md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this) != 0) return false;
    gap_to(text_.size());
    return true;
  }

  std::vector<Span> take() { return std::move(hidden_); }

 private:
  static Markup& of(void* self) { return *static_cast<Markup*>(self); }

  int block(MD_BLOCKTYPE type, bool enters) {
    if (type == MD_BLOCK_CODE) in_code_ = enters;
    if (type == MD_BLOCK_HTML) {
      in_html_ = enters;
      in_tag_ = in_script_ = false;
      quote_ = '\0';
    }
    return 0;
  }

  int span(MD_SPANTYPE type, int change) {
    if (type == MD_SPAN_IMG) pictures_ += change;
    return 0;
  }

  int words(MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size) {
    // What is not the text's own, such as a line break that was made, stands nowhere.
    const bool own = words >= text_.data() && words + size <= text_.data() + text_.size() && size != 0;
    if (!own || pictures_ > 0) return 0;
    const auto begin = static_cast<std::size_t>(words - text_.data());
    if (begin < end_of_words_) return 0;
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
    gap_to(span.begin);
    end_of_words_ = span.end;
    if (in_code_ || (type == MD_TEXT_ENTITY && is_blank_entity(cut(text_, span)))) hide(span.begin, span.end);
    if (type == MD_TEXT_HTML) hide_tags(span);
    if (type == MD_TEXT_NORMAL && !in_code_) hide_footnote_marks(span);
    return 0;
  }

  /// "output[^1] was" and "[^1]: Annual report": no words of CommonMark's, but a figure to nobody.
  void hide_footnote_marks(Span words) {
    constexpr std::size_t kLongest = 40;
    const std::string_view text = cut(text_, words);
    for (std::size_t at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 2)) {
      const std::size_t end = text.substr(at, kLongest).find_first_of("] \t");
      if (end != std::string_view::npos && text[at + end] == ']') hide(words.begin + at, words.begin + at + end + 1);
    }
  }

  static bool is_blank_entity(std::string_view entity) {
    static constexpr std::array<std::string_view, 9> kBlanks{"&nbsp;",   "&#160;",  "&#xa0;",  "&ensp;",  "&emsp;",
                                                             "&thinsp;", "&#8201;", "&#8239;", "&#x202f;"};
    const std::string small = to_lower(entity);
    return std::find(kBlanks.begin(), kBlanks.end(), small) != kBlanks.end();
  }

  /// In a block of HTML lines come one by one, and a tag may go over several of them; else a tag comes alone.
  void hide_tags(Span html) {
    if (!in_html_) return hide(html.begin, html.end);
    const std::string small = to_lower(cut(text_, html));
    for (std::size_t at = 0; at < small.size();) {
      const std::size_t mark = in_tag_ ? at : std::min(small.find('<', at), small.size());
      if (in_script_) hide(html.begin + at, html.begin + mark);
      if (mark == small.size()) return;
      if (!in_tag_) {
        const std::string_view tag = std::string_view(small).substr(mark);
        const bool closes = tag.starts_with("</script") || tag.starts_with("</style");
        in_script_ = (in_script_ && !closes) || tag.starts_with("<script") || tag.starts_with("<style");
      }
      at = tag_end(small, mark);
      hide(html.begin + mark, html.begin + at);
    }
  }

  /// Past its ">", or the end of the line; one in quotes ends nothing.
  std::size_t tag_end(std::string_view html, std::size_t at) {
    in_tag_ = true;
    for (; at < html.size() && in_tag_; ++at) {
      const char c = html[at];
      if (quote_ != 0)
        quote_ = c == quote_ ? '\0' : quote_;
      else if ((c == '"' || c == '\'') && at > 0 && html[at - 1] == '=')
        quote_ = c;
      else
        in_tag_ = c != '>';
    }
    return at;
  }

  /// What stands between words, line by line and, in a table, cell by cell.
  void gap_to(std::size_t end) {
    for (std::size_t at = end_of_words_; at < end;) {
      const std::size_t stop = std::min(text_.find_first_of("\n|", at), end);
      const bool line_begins = at == 0 || text_[at - 1] == '\n';
      if (line_begins) {
        at += block_mark_size(text_.substr(at, std::min(text_.find('\n', at), end) - at));
        if (at > stop) continue;
      }
      gap_of_line(at, stop);
      at = stop + 1;
    }
  }

  void gap_of_line(std::size_t begin, std::size_t end) {
    constexpr std::string_view kKept = " \t\r*_~`#";
    const std::string_view gap = text_.substr(begin, end - begin);
    const std::size_t first = gap.find_first_not_of(kKept);
    if (first != std::string_view::npos)
      hide(begin + first, begin + gap.find_last_not_of(kKept) + 1);
    else if (parts_figure(begin, end))
      hide(begin, end);
  }

  /// "**$6** billion", "$**6**": emphasis inside a figure. "**$6**." ends with it.
  bool parts_figure(std::size_t begin, std::size_t end) const {
    if (begin == 0 || begin == end || end == text_.size()) return false;
    const char before = text_[begin - 1], behind = text_[end];
    const bool after_digit = is_digit(before) && std::string_view(".;:!?)\n\r|").find(behind) == std::string_view::npos;
    const bool after_sign = is_digit(behind) && std::string_view(" \t\n([|").find(before) == std::string_view::npos;
    return after_digit || after_sign;
  }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  void hide(std::size_t begin, std::size_t end) {
    if (begin < end) hidden_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::string_view text_;
  std::size_t end_of_words_;
  std::vector<Span> hidden_;
  bool in_code_ = false, in_html_ = false, in_tag_ = false, in_script_ = false;
  char quote_ = '\0';  ///< that a tag's attribute stands in
  int pictures_ = 0;
};

}  // namespace

void hide_markup(Document& document) {
  Markup markup(document.text, document.body_begin);
  if (work_of(std::string_view(document.text).substr(document.body_begin)) > kMostMarkdownWork || !markup.parse()) {
    document.warnings.emplace_back(
        "one of its paragraphs has too many marks of Markdown to tell them from words, so all of it was read as plain "
        "text; check "
        "the findings in it, or part the paragraph by blank lines");
    return;
  }
  std::vector<Span>& hidden = document.hidden;
  for (const Span span : markup.take()) hidden.push_back(span);
  std::sort(hidden.begin(), hidden.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::size_t kept = 0;
  for (const Span span : hidden) {
    if (kept != 0 && span.begin <= hidden[kept - 1].end)
      hidden[kept - 1].end = std::max(hidden[kept - 1].end, span.end);
    else
      hidden[kept++] = span;
  }
  hidden.resize(kept);
}

}  // namespace crosscheck::read_room
