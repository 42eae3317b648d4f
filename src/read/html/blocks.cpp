// A page's blocks as lines that `segment` knows: "<h2>Toll</h2><p>34 <b>dead</b></p><ul><li>9 saved</ul>" is
//   ## Toll
//
//   34 dead
//
//   - 9 saved
// White space is one blank, as a browser shows it; a no-break space stays. A table of data has a line a row between bars; one that
// only lays the page out is a pile of blocks; <pre> keeps its lines and columns. A superscript figure becomes one ("10<sup>6</sup>" is not 106). What is written
// differently from the source is made, not copied, so every byte still knows where it comes from.
#include "read/html/blocks.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/unicode.h"
#include "read/bytes.h"
#include "read/html/furniture.h"

namespace crosscheck::read_room {
namespace {

enum class Break : std::uint8_t { none, line, paragraph };

bool is_blank_byte(char c) { return std::strchr(" \t\r\n\f", c) != nullptr && c != '\0'; }

std::string_view superscript(char c) {
  static constexpr std::array<std::string_view, 10> kDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  if (c >= '0' && c <= '9') return kDigits[static_cast<std::size_t>(c - '0')];
  return c == '-' ? "⁻" : c == '+' ? "⁺" : "";
}

/// A table whose cells are short and hold no blocks but paragraphs, with two columns somewhere.
bool is_data_table(const GumboNode& table) {
  constexpr std::size_t kLongestCell = 300;
  if (attribute_of(table, "role") == "presentation") return false;
  bool data = true, columns = false;
  std::size_t cell = 0, cells = 0;
  walk(table, [&](const GumboNode& node) {
    const std::string_view tag = tag_of(node);
    if (node.type == GUMBO_NODE_TEXT) cell += std::strlen(node.v.text.text);
    if (tag == "tr") cells = 0;
    if (tag == "td" || tag == "th") {
      cell = 0;
      columns = columns || ++cells > 1;
    }
    if (cell > kLongestCell || is_heading(tag) || tag == "article" || tag == "section" ||
        (tag == "table" && &node != &table))
      data = false;
    return data;
  });
  return data && columns;
}

class Writer {
 public:
  Writer(const Page& page, const std::unordered_set<const GumboNode*>& dropped, PageComments& comments)
      : page_(page), dropped_(dropped), comments_(comments) {}

  Trace write(const GumboNode& root) {
    walk(
        root, [&](const GumboNode& node) { return enter(node); }, [&](const GumboNode& node) { leave(node); });
    for (const GumboNode* comment : waiting_) comments_.place(*comment, out_.text().size() + 1);
    drop_bare_headings();
    const std::size_t first = std::min(out_.text().find_first_not_of(kBlanks), out_.text().size());
    out_.trim();
    comments_.cut(first, out_.text().size());
    return std::move(out_);
  }

 private:
  bool enter(const GumboNode& node) {
    if (!is_element(node)) {
      text(node);
      return false;
    }
    if (dropped_.contains(&node) || furniture_of(node) == Furniture::unseen) return false;
    const std::string_view tag = tag_of(node);
    if (tag == "br") return line_break(node);
    if (tag == "table") tables_.push_back(is_data_table(node));
    if (in_row()) return enter_in_row(node, tag);
    if (is_block(tag)) block(tag);
    if (tag == "ul" || tag == "ol") ++lists_;
    if (tag == "li") start_item(node);
    if (tag == "dt") start_term(node);
    if (tag == "dd") start_definition(node);
    if (tag == "tr" && is_data()) start_row(node);
    if (is_heading(tag)) {
      prefix_ = std::string(static_cast<std::size_t>(std::max(2, tag[1] - '0')), '#') + " ";
      prefix_source_ = page_.offset_of(node);
    }
    if (tag == "q") put("“", page_.offset_of(node), false);
    if (tag == "sup") ++raised_;
    if (tag == "pre") ++laid_out_;
    return true;
  }

  void leave(const GumboNode& node) {
    const std::string_view tag = tag_of(node);
    if (tag == "sup" && raised_ > 0) --raised_;
    if (tag == "pre" && laid_out_ > 0) --laid_out_;
    if (tag == "table" && !tables_.empty()) tables_.pop_back();
    if (in_row()) {
      if (&node == row_) end_row();
      return;
    }
    if (tag == "q") put("”", page_.offset_of(node), false);
    if ((tag == "ul" || tag == "ol") && lists_ > 0) --lists_;
    if (is_block(tag)) block(tag);
    if (tag == "li" || tag == "dd" || is_heading(tag)) prefix_.clear();
    if (tag == "dl") after_term_ = false;
  }

  // ---- breaks -------------------------------------------------------------------------------

  void break_to(Break wanted) {
    spaces_ = 0;
    if (wanted > break_) break_ = wanted;
  }

  void block(std::string_view tag) {
    const bool line = lists_ > 0 || tag == "li" || tag == "dt" || tag == "dd" || tag == "tr" || tag == "thead" ||
                      tag == "tbody" || tag == "tfoot";
    if (tag == "dd" && after_term_) return;
    break_to(line ? Break::line : Break::paragraph);
  }

  /// One is a line, two in a row a paragraph; in a cell "41 dead<br>250 injured" is "41 dead; 250 injured".
  bool line_break(const GumboNode& node) {
    if (in_row()) {
      if (cell_text_) out_.make(";", page_.offset_of(node));
      space(page_.offset_of(node));
      return false;
    }
    break_to(break_ == Break::none ? Break::line : Break::paragraph);
    return false;
  }

  /// One however many there are, but in what is laid out by hand: there the columns of a table stand by them.
  void space(std::size_t source) {
    if (spaces_ > 0 && laid_out_ == 0) return;
    if (spaces_++ == 0) space_source_ = source;
  }

  // ---- lists and tables ---------------------------------------------------------------------

  void start_item(const GumboNode& node) {
    prefix_ = std::string(lists_ > 1 ? 2 * static_cast<std::size_t>(std::min(lists_, 5) - 1) : 0, ' ') + "- ";
    prefix_source_ = page_.offset_of(node);
  }

  void start_term(const GumboNode& node) {
    prefix_ = "- ";
    prefix_source_ = page_.offset_of(node);
    after_term_ = true;
  }

  /// "Deaths" and "34" become "- Deaths: 34"; a second definition of a term has a line of its own.
  void start_definition(const GumboNode& node) {
    if (!after_term_) {
      start_item(node);
      return;
    }
    after_term_ = false;
    break_ = Break::none;
    if (out_.empty() || !prefix_.empty()) return;
    const bool closed = out_.text().back() == ':';
    out_.make(closed ? " " : ": ", page_.offset_of(node));
    spaces_ = 0;
  }

  bool is_data() const { return !tables_.empty() && tables_.back(); }
  bool in_row() const { return row_ != nullptr; }

  void start_row(const GumboNode& node) {
    row_ = &node;
    cells_ = 0;
    cell_text_ = false;
  }

  bool enter_in_row(const GumboNode& node, std::string_view tag) {
    if (tag == "td" || tag == "th") {
      if (cells_ > 0) bar(page_.offset_of(node));
      ++cells_;
    } else if (is_block(tag)) {
      space(page_.offset_of(node));
    }
    if (tag == "sup") ++raised_;
    return true;
  }

  /// An empty cell keeps its column; a row of empty cells is no row.
  void bar(std::size_t source) {
    spaces_ = 0;
    if (cell_text_)
      out_.make(" |", source);
    else
      pending_bars_.append(" |");
    if (cell_text_) space(source);
  }

  void end_row() {
    if (cell_text_) out_.make(" |", page_.offset_of(*row_));
    row_ = nullptr;
    pending_bars_.clear();
    break_to(Break::line);
  }

  // ---- text ---------------------------------------------------------------------------------

  void text(const GumboNode& node) {
    if (node.type == GUMBO_NODE_COMMENT) return comment(node);
    const Trace piece = text_of_node(page_, node);
    const std::vector<Trace::Run>& runs = piece.runs();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const std::size_t end = i + 1 < runs.size() ? runs[i + 1].begin : piece.text().size();
      run(std::string_view(piece.text()).substr(runs[i].begin, end - runs[i].begin), runs[i].source, runs[i].copied);
    }
  }

  /// Behind words of a block it stands there, else where the next one begins.
  void comment(const GumboNode& node) {
    if (!comments_.asks(node)) return;
    if (break_ == Break::none && !out_.empty() && prefix_.empty() && (!in_row() || cell_text_))
      comments_.place(node, out_.text().size());
    else
      waiting_.push_back(&node);
  }

  void run(std::string_view words, std::size_t source, bool copied) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t from = copied ? source + at : source;
      if (is_blank_byte(words[at])) {
        if (words[at] == '\n' && laid_out_ > 0 && !in_row())
          break_to(break_ == Break::none ? Break::line : Break::paragraph);
        else if (break_ == Break::none)
          space(from);
        ++at;
        continue;
      }
      if (raised_ > 0 && !superscript(words[at]).empty()) {
        put(superscript(words[at]), from, false);
        ++at;
        continue;
      }
      std::size_t end = at + 1;
      while (end < words.size() && !is_blank_byte(words[end]) && (raised_ == 0 || superscript(words[end]).empty()))
        ++end;
      put(words.substr(at, end - at), from, copied);
      at = end;
    }
  }

  void put(std::string_view words, std::size_t source, bool copied) {
    if (in_row() && !cell_text_) {
      lead(source);
      out_.make("|" + pending_bars_ + " ", source);
      pending_bars_.clear();
      cell_text_ = true;
      spaces_ = 0;
    } else {
      lead(source);
    }
    copied ? out_.copy(words, source) : out_.make(words, source);
  }

  /// What stands before the next words: line breaks, a marker, a blank.
  void lead(std::size_t source) {
    if (break_ != Break::none && !out_.empty()) out_.make(break_ == Break::line ? "\n" : "\n\n", source);
    const bool begins = break_ != Break::none || out_.empty();
    break_ = Break::none;
    for (const GumboNode* comment : waiting_) comments_.place(*comment, out_.text().size());
    waiting_.clear();
    if (!prefix_.empty()) out_.make(prefix_, prefix_source_);
    if (spaces_ > 0 && prefix_.empty() && !begins) {
      const bool as_written = spaces_ == 1 && page_.source()[space_source_] == ' ';
      as_written ? out_.copy(" ", space_source_) : out_.make(std::string(spaces_, ' '), space_source_);
    }
    prefix_.clear();
    spaces_ = 0;
  }

  /// Headings at the end lost what they headed.
  void drop_bare_headings() {
    const std::string& text = out_.text();
    std::size_t end = text.size();
    while (end > 0) {
      const std::size_t before = text.rfind('\n', end - 1);
      const std::size_t begin = before == std::string::npos ? 0 : before + 1;
      if (begin < end && text.compare(begin, 2, "##") != 0) break;
      end = before == std::string::npos ? 0 : before;
    }
    out_.cut_to(end);
  }

  const Page& page_;
  const std::unordered_set<const GumboNode*>& dropped_;
  PageComments& comments_;
  std::vector<const GumboNode*> waiting_;  ///< comments before the next block
  Trace out_;
  Break break_ = Break::none;
  bool after_term_ = false, cell_text_ = false;
  std::size_t spaces_ = 0, space_source_ = 0, prefix_source_ = 0, cells_ = 0;
  std::string prefix_, pending_bars_;
  std::vector<bool> tables_;
  const GumboNode* row_ = nullptr;
  int lists_ = 0, raised_ = 0, laid_out_ = 0;
};

}  // namespace

Trace blocks_of(const Page& page, const GumboNode& root, const std::unordered_set<const GumboNode*>& dropped,
                PageComments& comments) {
  return Writer(page, dropped, comments).write(root);
}

}  // namespace crosscheck::read_room
