// A PDF knows where its letters stand, not what they belong to. A strip of white with running text on either side parts two
// columns, and each is read to its end before the next. Words at one height of a column are a line; a line goes on in the next where
// both are set alike, stand close, and the next does not begin further in. "The dam held 4.2 mil-" / "lion litres" becomes "4.2 million
// litres": the hyphen goes where small letters meet, unless the document writes the word with its hyphen elsewhere. What stands at the
// head or foot of several pages (a name, a page's number) is not text. Words far apart in a line are columns of a table, and are kept
// three blanks apart, as `segment` knows tables. Formulas, captions and tables whose cells wrap come out as lines at best.
#include "read/pdf/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/unicode.h"

namespace crosscheck::read_room {
namespace {

struct PlacedLine {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
  double letter = 0;  ///< height of its letters
  std::uint32_t page = 0;
  bool columns = false;
};

constexpr double kFarApart = 1.8;                 // letter heights between two columns of a table
constexpr double kMargin = 0.12;                  // of a page's height, where heads and feet stand
constexpr double kHeading = 1.15, kTitle = 1.35;  // letters higher than the text's

double height_of(const PlacedWord& word) { return std::max(word.bottom - word.top, 1.0); }

bool same_line(const PlacedLine& line, const PlacedWord& word) {
  const double middle = (word.top + word.bottom) / 2;
  return middle > line.top && middle < line.bottom;
}

void append_word(PlacedLine& line, const PlacedWord& word) {
  const double gap = word.left - line.right, letter = std::max(line.letter, height_of(word));
  if (gap > kFarApart * letter) {
    line.text.append("   ");
    line.columns = true;
  } else if (gap > 0.08 * letter) {
    line.text.append(" ");
  }
  line.text.append(word.text);
  line.right = std::max(line.right, word.right);
  line.top = std::min(line.top, word.top);
  line.bottom = std::max(line.bottom, word.bottom);
  line.letter = letter;
}

bool is_right_to_left(const std::vector<PlacedWord>& words) {
  std::size_t count = 0;
  for (const PlacedWord& word : words) {
    const char32_t first = decode(word.text, 0).code;
    count += (first >= 0x590 && first < 0x900) || (first >= 0xFB1D && first < 0xFEFF) ? 1 : 0;
  }
  return count * 2 > words.size();
}

/// The lines of one column, from above.
void add_lines(std::vector<PlacedWord> words, std::uint32_t page, std::vector<PlacedLine>& lines) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PlacedWord& a, const PlacedWord& b) { return a.top + a.bottom < b.top + b.bottom; });
  for (std::size_t begin = 0; begin < words.size();) {
    PlacedLine line{"", words[begin].left, words[begin].top, words[begin].right, words[begin].bottom, 0, page, false};
    std::size_t end = begin + 1;
    while (end < words.size() && same_line(line, words[end])) ++end;
    std::vector<PlacedWord> row(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                words.begin() + static_cast<std::ptrdiff_t>(end));
    const bool backwards = is_right_to_left(row);
    std::stable_sort(row.begin(), row.end(), [&](const PlacedWord& a, const PlacedWord& b) {
      return backwards ? a.right > b.right : a.left < b.left;
    });
    line.left = std::min(row.front().left, row.back().left);
    line.right = row.front().right;
    for (const PlacedWord& word : row) {
      if (line.text.empty()) {
        line.text = word.text;
        line.letter = height_of(word);
      } else if (backwards) {
        line.text += " " + word.text;
        line.right = std::max(line.right, word.right);
      } else {
        append_word(line, word);
      }
    }
    lines.push_back(std::move(line));
    begin = end;
  }
}

/// A strip of white between two columns: nothing but white at `x` from `top` to `bottom`.
struct Gutter {
  double x = 0, top = 0, bottom = 0;
};

/// How many lines of running text lie in the words: columns of figures are a table's, and are read row by row.
std::size_t text_lines(std::vector<double>& middles, double letter) {
  constexpr std::size_t kWordsOfText = 3;
  std::sort(middles.begin(), middles.end());
  std::size_t lines = 0, words = 0;
  for (std::size_t i = 0; i < middles.size(); ++i) {
    if (i > 0 && middles[i] - middles[i - 1] > letter * 0.5) words = 0;
    if (++words == kWordsOfText) ++lines;
  }
  return lines;
}

/// The highest one with text of several lines on either side.
std::optional<Gutter> gutter_of(const std::vector<PlacedWord>& words) {
  constexpr std::size_t kLines = 4;
  double left = words.front().left, right = words.front().right, top = words.front().top, bottom = words.front().bottom,
         letter = 0;
  for (const PlacedWord& word : words) {
    left = std::min(left, word.left);
    right = std::max(right, word.right);
    top = std::min(top, word.top);
    bottom = std::max(bottom, word.bottom);
    letter += height_of(word) / static_cast<double>(words.size());
  }
  std::optional<Gutter> best;
  const double width = right - left;
  for (int step = 10; step <= 90; ++step) {
    const double x = left + width * step / 100, white = letter * 0.4;
    std::vector<std::pair<double, double>> crossing{{bottom, bottom}};
    for (const PlacedWord& word : words) {
      if (word.left < x + white && word.right > x - white) crossing.emplace_back(word.top, word.bottom);
    }
    std::sort(crossing.begin(), crossing.end());
    double from = top;
    for (const auto& [begin, end] : crossing) {
      if (begin - from > (best ? best->bottom - best->top : letter * kLines)) {
        std::vector<double> before, behind;
        for (const PlacedWord& word : words) {
          const double middle = (word.top + word.bottom) / 2;
          if (middle > from && middle < begin) (word.left < x ? before : behind).push_back(middle);
        }
        if (text_lines(before, letter) >= kLines && text_lines(behind, letter) >= kLines) best = Gutter{x, from, begin};
      }
      from = std::max(from, end);
    }
  }
  return best;
}

/// Column by column: what lies above a gutter, left of it, right of it, below it.
void add_columns(std::vector<PlacedWord> words, std::uint32_t page, int depth, std::vector<PlacedLine>& lines) {
  constexpr int kDeepest = 6;
  constexpr std::size_t kMostWords = 20'000;  // a page of news has 2,000
  if (words.empty()) return;
  const auto gutter = depth < kDeepest && words.size() < kMostWords ? gutter_of(words) : std::nullopt;
  if (!gutter) return add_lines(std::move(words), page, lines);
  std::array<std::vector<PlacedWord>, 4> parts;
  for (PlacedWord& word : words) {
    const double middle = (word.top + word.bottom) / 2;
    const std::size_t part = middle < gutter->top ? 0 : middle > gutter->bottom ? 3 : word.left < gutter->x ? 1 : 2;
    parts[part].push_back(std::move(word));
  }
  for (auto& part : parts) add_columns(std::move(part), page, depth + 1, lines);
}

std::vector<PlacedLine> lines_of(const PageWords& page) {
  std::vector<PlacedLine> lines;
  std::vector<PlacedWord> words = page.words;
  std::erase_if(words, [](const PlacedWord& word) { return word.text.empty(); });
  add_columns(std::move(words), page.number, 0, lines);
  return lines;
}

/// "Page 3 of 12" and "Page 4 of 12" are one.
std::string without_figures(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (!out.ends_with('#')) out.push_back('#');
    } else {
      out.push_back(c);
    }
  }
  return out;
}

/// Heads and feet: in the margin, on two pages or more, or nothing but a page's number.
void drop_margins(std::vector<PlacedLine>& lines, const std::vector<PageWords>& pages) {
  const auto in_margin = [&](const PlacedLine& line) {
    const double height = pages[line.page - 1].height;
    return line.bottom < height * kMargin || line.top > height * (1 - kMargin);
  };
  std::map<std::string, std::set<std::uint32_t>> seen;
  for (const PlacedLine& line : lines) {
    if (in_margin(line)) seen[without_figures(line.text)].insert(line.page);
  }
  std::erase_if(lines, [&](const PlacedLine& line) {
    if (!in_margin(line)) return false;
    const std::string bare = without_figures(line.text);
    static const std::set<std::string> kNumbers{"#",      "- # -", "– # –",       "Page #",
                                                "page #", "#/#",   "Page # of #", "# of #"};
    return kNumbers.contains(bare) || seen[bare].size() > 1;
  });
}

/// The height of the letters in which most of the text is set.
double usual_letter(const std::vector<PlacedLine>& lines) {
  std::map<long, std::size_t> sizes;
  for (const PlacedLine& line : lines) sizes[std::lround(line.letter * 4)] += line.text.size();
  long usual = 0;
  std::size_t most = 0;
  for (const auto& [letter, size] : sizes) {
    if (size <= most) continue;
    most = size;
    usual = letter;
  }
  return static_cast<double>(usual) / 4;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')'))) text.remove_suffix(1);
  if (text.ends_with("”") || text.ends_with("’") || text.ends_with("»")) {
    while (!text.empty() && static_cast<unsigned char>(text.back()) >= 0x80) text.remove_suffix(1);
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
}

bool begins_small(std::string_view text) { return !text.empty() && is_lower(decode(text, 0).code); }

bool begins_with_bullet(std::string_view text) {
  for (const std::string_view mark : {"•", "▪", "◦", "■", "‣", "–", "-", "*"}) {
    if (text.starts_with(mark) && text.substr(mark.size()).starts_with(' ')) return true;
  }
  return false;
}

std::string last_word(std::string_view text) { return std::string(text.substr(text.find_last_of(" \n") + 1)); }
std::string first_word(std::string_view text) { return std::string(text.substr(0, text.find(' '))); }

class Composer {
 public:
  Composer(std::vector<PlacedLine> lines, const std::string& title)
      : lines_(std::move(lines)), usual_(usual_letter(lines_)) {
    out_.title = title;
    for (const PlacedLine& line : lines_) collect_words(line.text);
  }

  LaidText run() {
    std::size_t from = find_title();
    for (std::size_t i = from; i < lines_.size(); ++i) {
      if (i > from && goes_on(lines_[i - 1], lines_[i]))
        join(lines_[i]);
      else
        begin(lines_[i], i > from && lines_[i].columns && lines_[i - 1].columns);
    }
    return std::move(out_);
  }

 private:
  /// Words that the document writes with a hyphen inside a line.
  void collect_words(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      const std::string word = text.substr(at, end - at);
      if (word.find('-') + 1 < word.size()) hyphened_.insert(folded(word));
      at = end + 1;
    }
  }

  bool large(const PlacedLine& line, double factor) const { return line.letter > usual_ * factor; }
  static bool alike(const PlacedLine& a, const PlacedLine& b) {
    return std::abs(a.letter - b.letter) < 0.12 * a.letter;
  }

  /// The first page's largest lines, when they are larger than the text; they are the title and no text. The index of the first
  /// line behind them.
  std::size_t find_title() {
    std::size_t largest = lines_.size();
    for (std::size_t i = 0; i < lines_.size() && lines_[i].page == lines_[0].page && i < 12; ++i) {
      if (large(lines_[i], kTitle) && (largest == lines_.size() || lines_[i].letter > lines_[largest].letter * 1.05))
        largest = i;
    }
    if (largest == lines_.size()) return 0;
    std::string title = lines_[largest].text;
    std::size_t end = largest + 1;
    while (end < lines_.size() && lines_[end].page == lines_[largest].page && alike(lines_[largest], lines_[end]))
      title += " " + lines_[end++].text;
    if (!out_.title.empty() && folded(out_.title) != folded(title)) return 0;
    out_.title = title;
    out_.title_page = lines_[largest].page;
    lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(largest),
                 lines_.begin() + static_cast<std::ptrdiff_t>(end));
    return 0;
  }

  bool goes_on(const PlacedLine& line, const PlacedLine& next) const {
    if (line.columns || next.columns || !alike(line, next) || begins_with_bullet(next.text)) return false;
    const double gap = next.top - line.bottom;
    const bool below = line.page == next.page && gap > -line.letter && gap < line.letter * 40 && next.left < line.right;
    if (!below || next.top < line.top)
      return !ends_sentence(line.text) || begins_small(next.text);  // next column or page
    if (gap > line.letter * 0.75) return false;
    if (begins_with_bullet(paragraph_start_))
      return !ends_sentence(line.text) || next.left > left_of_paragraph_ + line.letter * 0.3;
    const bool indented =
        next.left > line.left + line.letter * 0.8 && line.left <= left_of_paragraph_ + line.letter * 0.3;
    const bool ended_short = ends_sentence(line.text) && line.right < widest_ - line.letter * 6;
    return !indented && !ended_short;
  }

  void begin(const PlacedLine& line, bool row) {
    if (!out_.text.empty()) out_.text += row ? "\n" : "\n\n";
    note_page(line);
    if (large(line, kHeading) && !line.columns && line.text.size() < 160) out_.text += "## ";
    paragraph_start_ = line.text;
    left_of_paragraph_ = line.left;
    widest_ = line.right;
    append(line.text);
  }

  void join(const PlacedLine& line) {
    if (!glue(line.text)) out_.text += " ";
    note_page(line);
    widest_ = std::max(widest_, line.right);
    left_of_paragraph_ = std::min(left_of_paragraph_, line.left);
    append(line.text);
  }

  /// Does the word go on without a blank? Takes its hyphen away where that was only the line's.
  bool glue(const std::string& next) {
    const std::string word = last_word(out_.text);
    if (word.ends_with("\u00AD")) {
      out_.text.resize(out_.text.size() - 2);
      return true;
    }
    if (word.size() < 2 || !word.ends_with('-') || word.ends_with("--")) return false;
    const bool letters = is_letter(decode(word, before_hyphen(word)).code);
    if (!letters || !begins_small(next))
      return letters || (word[word.size() - 2] >= '0' && word[word.size() - 2] <= '9');
    std::string whole = folded(word + first_word(next));
    while (!whole.empty() && std::string_view(".,;:!?)").find(whole.back()) != std::string_view::npos) whole.pop_back();
    if (!hyphened_.contains(whole)) out_.text.pop_back();
    return true;
  }

  static std::size_t before_hyphen(const std::string& word) {
    std::size_t at = word.size() - 2;
    while (at > 0 && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) --at;
    return at;
  }

  void note_page(const PlacedLine& line) {
    if (out_.pages.empty() || out_.pages.back().page != line.page)
      out_.pages.push_back({static_cast<std::uint32_t>(out_.text.size()), line.page});
  }

  void append(const std::string& text) { out_.text += text; }

  std::vector<PlacedLine> lines_;
  double usual_ = 0, left_of_paragraph_ = 0, widest_ = 0;
  std::string paragraph_start_;
  std::set<std::string> hyphened_;
  LaidText out_;
};

}  // namespace

LaidText laid_out(const std::vector<PageWords>& pages, const std::string& title) {
  std::vector<PlacedLine> lines;
  for (const PageWords& page : pages) {
    for (PlacedLine& line : lines_of(page)) lines.push_back(std::move(line));
  }
  drop_margins(lines, pages);
  if (lines.empty()) return {};
  return Composer(std::move(lines), title).run();
}

}  // namespace crosscheck::read_room
