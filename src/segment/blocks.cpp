// Which lines belong together. Wire copy breaks its lines at about 65 columns,
//   Showers continued throughout the week in
//   the Bahia cocoa zone, alleviating the drought since early
//       Arrivals for the week ended February 22 were 155,221 bags
// and there a line goes on in the next when the next one's first word would not have fitted, or is in lower
// case; an indent opens a paragraph. Where lines are long each one is a paragraph. Verse and addresses,
// set line for line, come out as a paragraph a line at best.
#include "segment/blocks.h"

#include <algorithm>

#include "segment/characters.h"
#include "segment/dateline.h"
#include "segment/lines.h"

namespace crosscheck::segment_room {
namespace {

constexpr std::uint32_t kWidestWrap = 100;  // columns; a wider line is not wrapped by hand
constexpr std::uint32_t kLongestHeading = 120;
constexpr std::uint32_t kShortHeading = 60;
constexpr std::uint32_t kShortLabel = 40;

bool is_text(const Line& line) { return line.kind == LineKind::plain || line.kind == LineKind::list_item; }
bool is_empty(const Line& line) { return line.kind == LineKind::blank || line.kind == LineKind::rule; }

std::uint32_t first_word_width(std::string_view text, Span span) {
  const std::string_view line = cut(text, span);
  return static_cast<std::uint32_t>(code_points(line.substr(0, line.find_first_of(" \t"))));
}

/// The column at which the text's lines were broken by hand; 0 when they were not.
std::uint32_t wrap_width(std::string_view text, bool titled, const std::vector<Line>& lines) {
  std::vector<std::uint32_t> widths;
  std::size_t too_long = 0, lower = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_text(lines[i])) continue;
    if (lines[i].width > kWidestWrap) ++too_long;
    if (i + 1 == lines.size() || lines[i + 1].kind != LineKind::plain || lines[i].width > kWidestWrap) continue;
    if (is_finished(text, lines[i].span)) continue;
    const bool goes_on = lines[i].width >= 20 && starts_lower(text, lines[i + 1].span);
    if (goes_on || text[lines[i].span.end - 1] == ',') ++lower;
    if (goes_on || lines[i].width >= 55) widths.push_back(lines[i].width);
  }
  // A first line of that width with no proof of going on may be a headline, unless that is known already.
  if (widths.empty() || (lower == 0 && !titled) || too_long * 4 > widths.size()) return 0;
  std::sort(widths.begin(), widths.end());
  return widths.size() < 10 ? widths.back() : widths[widths.size() * 9 / 10];
}

bool has_capital_or_no_case(std::string_view line) {
  bool lower = false;
  for (std::size_t at = 0; at < line.size();) {
    const Decoded d = decode(line, at);
    if (is_upper(d.code)) return true;
    lower = lower || is_lower(d.code);
    at += d.length;
  }
  return !lower && std::any_of(line.begin(), line.end(), [](char c) { return !is_ascii(c) || is_ascii_letter(c); });
}

/// A line's end that only looks like a sentence's: "Standard Oil Co." before "of Ohio".
bool ends_in_abbreviation(std::string_view text, Span span, const Lexicon& lexicon) {
  if (span.empty() || text[span.end - 1] != '.') return false;
  const std::string_view line = cut(text, {span.begin, span.end - 1});
  const std::string word = folded(line.substr(line.find_last_of(" \t(\"") + 1));
  return word.size() == 1 || word.find('.') != std::string::npos || lexicon.in_list("titles", word) ||
         lexicon.in_list("abbreviations", word);
}

class BlockFinder {
 public:
  BlockFinder(std::string_view text, std::uint32_t begin, bool titled, const Lexicon& lexicon)
      : text_(text), titled_(titled), lexicon_(lexicon), lines_(split_lines(text, begin)) {
    wrap_ = wrap_width(text_, titled_, lines_);
    for (std::size_t i = 1; wrap_ != 0 && i < lines_.size(); ++i) {
      indents_ = indents_ || (lines_[i].kind == LineKind::plain && lines_[i].indent >= 2 && is_text(lines_[i - 1]));
    }
    while (last_text_ > 0 && is_empty(lines_[last_text_ - 1])) --last_text_;
  }

  std::vector<Block> blocks() {
    for (std::size_t first = 0; first < last_text_;) {
      if (is_empty(lines_[first])) {
        ++first;
        continue;
      }
      accept_number(first);
      std::size_t last = first;
      while (last + 1 < last_text_ && goes_on(last, first)) ++last;
      add(first, last);
      first = last + 1;
    }
    return std::move(blocks_);
  }

  std::vector<Span> item_numbers() {
    if (std::count_if(lines_.begin(), lines_.end(), [](const Line& line) { return line.numbered != 0; }) < 2) return {};
    blocks();
    if (item_numbers_.size() < 2) item_numbers_.clear();  // one alone is no list: "1. 234. 567"
    return std::move(item_numbers_);
  }

 private:
  /// A paragraph that begins with "1. " is a list item, one that is only "3. November 2025" a dateline.
  void accept_number(std::size_t i) {
    Line& line = lines_[i];
    if (line.numbered == 0 || line.kind != LineKind::plain || is_dateline(cut(text_, line.span), lexicon_)) return;
    item_numbers_.push_back({line.span.begin, line.span.begin + line.numbered});
    line.span = trimmed(text_, {line.span.begin + line.numbered, line.span.end});
    line.kind = line.span.empty() ? LineKind::blank : LineKind::list_item;
  }

  bool goes_on(std::size_t i, std::size_t first) {
    const Line& line = lines_[i];
    const Line& next = lines_[i + 1];
    if (!is_text(line) || next.kind != LineKind::plain || line.underlined) return false;
    const bool finished = is_finished(text_, line.span);
    if (wrap_ == 0) {  // one paragraph wrapped among long ones: an unfinished line and a small letter still go on
      return !finished && line.width >= kShortLabel && starts_lower(text_, next.span);
    }
    if (next.numbered != 0 && (finished || line.kind == LineKind::list_item)) return false;
    if (starts_lower(text_, next.span)) return true;
    const bool in_list = lines_[first].kind == LineKind::list_item;
    if (!in_list && next.indent >= line.indent + 2) return false;
    const bool full = line.width + 1 + first_word_width(text_, next.span) > wrap_;
    if (finished) return full && ends_in_abbreviation(text_, line.span, lexicon_);
    if (full || line.width * 5 >= wrap_ * 4) return true;  // unfinished, and nearly as wide as the column
    const bool paragraphs_are_marked = indents_ && next.indent < 2;
    const bool may_open = titled_ && blocks_.empty() && i == first;  // a dateline was cut off before it
    return (paragraphs_are_marked || may_open) && !is_dateline(cut(text_, line.span), lexicon_) &&
           !is_dateline(cut(text_, next.span), lexicon_);
  }

  void add(std::size_t first, std::size_t last) {
    const Span span{lines_[first].span.begin, lines_[last].span.end};
    if (span.empty()) return;
    if (lines_[first].kind == LineKind::list_item) return add_items(span);
    blocks_.push_back({span, first == last ? kind_of_line(first) : SentenceKind::body});
  }

  /// Items run on in one line: "- **Size**: 5. - **Cost**: 7." are two.
  void add_items(Span span) {
    std::uint32_t begin = span.begin;
    for (std::uint32_t at = begin + 1; at < span.end; ++at) {
      const std::uint32_t marker = inner_marker(at, span.end);
      if (marker == 0) continue;
      add_item({begin, at});
      begin = at + marker;
    }
    add_item({begin, span.end});
  }

  /// The size of " - " before "**", or of " • "; 0 when there is no marker at `at`.
  std::uint32_t inner_marker(std::uint32_t at, std::uint32_t end) const {
    const std::string_view rest = cut(text_, {at, end});
    const auto is_gap = [&](std::size_t i) { return i < rest.size() && (rest[i] == ' ' || rest[i] == '\n'); };
    if (!is_gap(0)) return 0;
    if (rest.substr(1).starts_with("\xE2\x80\xA2") && is_gap(4)) return 5;
    const bool dash = rest.size() > 1 && (rest[1] == '-' || rest[1] == '*');
    return dash && is_gap(2) && rest.substr(3).starts_with("**") ? 3 : 0;
  }

  void add_item(Span span) {
    span = trimmed(text_, span);
    if (!span.empty()) blocks_.push_back({span, SentenceKind::list_item});
  }

  SentenceKind kind_of_line(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.kind == LineKind::heading) return SentenceKind::heading;
    if (line.kind == LineKind::table) return SentenceKind::body;
    const Span bare = without_emphasis(text_, line.span);
    if (is_dateline(cut(text_, bare), lexicon_)) return SentenceKind::dateline;
    if (line.underlined && line.width <= kLongestHeading && !is_finished(text_, bare)) return SentenceKind::heading;
    return is_heading(i, bare) ? SentenceKind::heading : SentenceKind::body;
  }

  bool is_heading(std::size_t i, Span bare) const {
    const Line& line = lines_[i];
    if (bare.empty() || line.width > kLongestHeading || is_finished(text_, bare)) return false;
    const char last = text_[bare.end - 1];
    if (last == ',' || last == ';' || (last == ':' && line.width > kShortLabel)) return false;
    if (is_wholly_emphasised(line.span)) return true;
    if (!has_capital_or_no_case(cut(text_, bare)) || i + 1 >= last_text_) return false;
    const bool after_blank = i == 0 || is_empty(lines_[i - 1]);
    if (is_empty(lines_[i + 1])) return after_blank || blocks_.empty() || is_finished(text_, lines_[i - 1].span);
    if (blocks_.empty() && !titled_) return true;
    return after_blank && line.width <= kShortHeading && lines_[i + 1].width > line.width &&
           is_finished(text_, lines_[i + 1].span);
  }

  bool is_wholly_emphasised(Span span) const {
    const std::string_view line = cut(text_, span);
    const bool strong = line.size() > 4 && line.starts_with("**") && line.find("**", 2) == line.size() - 2;
    const bool light = line.size() > 2 && line.starts_with("*") && line.find('*', 1) == line.size() - 1;
    return strong || light;
  }

  std::string_view text_;
  bool titled_;
  const Lexicon& lexicon_;
  std::vector<Line> lines_;
  std::uint32_t wrap_ = 0;
  bool indents_ = false;
  std::size_t last_text_ = lines_.size();
  std::vector<Block> blocks_;
  std::vector<Span> item_numbers_;
};

}  // namespace

std::vector<Block> find_blocks(std::string_view text, std::uint32_t begin, bool titled, const Lexicon& lexicon) {
  return BlockFinder(text, begin, titled, lexicon).blocks();
}

std::vector<Span> find_item_numbers(std::string_view text, std::uint32_t begin, bool titled, const Lexicon& lexicon) {
  return BlockFinder(text, begin, titled, lexicon).item_numbers();
}

}  // namespace crosscheck::segment_room
