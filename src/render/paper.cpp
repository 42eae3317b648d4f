// Lines for a terminal: "✗ Acme's valuation: …       value · 0.93" with the right part at the edge, and the
// title wrapped beside it. Escape sequences are added after measuring and around whole pieces, so colour
// never moves a column. It does not know cursor movement and never reads the terminal.
#include <algorithm>

#include "base/unicode.h"
#include "render/text.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kNarrowest = 40, kWidest = 400;
constexpr std::size_t kTitleAtLeast = 36;  // cells beside the right part, else it takes a line of its own
constexpr std::size_t kMarkCells = 2;
constexpr std::size_t kGap = 2;
constexpr std::string_view kComma = ", ", kDot = " · ";

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::bold:
      return "\x1b[1m";
    case Ink::dim:
      return "\x1b[2m";
    case Ink::red:
      return "\x1b[1;31m";
    case Ink::green:
      return "\x1b[32m";
    case Ink::yellow:
      return "\x1b[33m";
    case Ink::none:
      break;
  }
  return "";
}

}  // namespace

Paper::Paper(const Look& look)
    : width_(std::clamp(static_cast<std::size_t>(std::max(look.width, 0)), kNarrowest, kWidest)),
      colour_(look.colour) {}

std::string Paper::painted(std::string_view text, Ink ink) const {
  if (!colour_ || ink == Ink::none || text.empty()) return std::string(text);
  return std::string(code_of(ink)).append(text).append("\x1b[0m");
}

void Paper::paragraph(std::string_view text, std::size_t indent, Ink ink) {
  for (const std::string& part : wrapped(text, width_ - std::min(indent, width_ / 2))) {
    line(std::string(indent, ' ') + painted(part, ink));
  }
}

void Paper::packed(std::string_view text, Ink ink) {
  std::string current;
  while (!text.empty()) {
    const std::size_t comma = text.find(kComma), dot = text.find(kDot);
    const std::size_t end = comma < dot ? comma + kComma.size() : dot == text.npos ? text.size() : dot + kDot.size();
    const std::string_view piece = text.substr(0, end);
    if (!current.empty() && display_width(plain(current)) + 1 + display_width(plain(piece)) > width_) {
      paragraph(current, 0, ink);
      current.clear();
    }
    current += piece;
    text.remove_prefix(end);
  }
  paragraph(current, 0, ink);
}

void Paper::heading(std::string_view mark, Ink mark_ink, std::string_view title, Ink title_ink,
                    std::string_view right) {
  const std::size_t right_cells = display_width(right);
  const bool beside = right_cells != 0 && kMarkCells + kTitleAtLeast + kGap + right_cells <= width_;
  const std::size_t room = width_ - kMarkCells - (beside ? kGap + right_cells : 0);
  bool first = true;
  for (const std::string& part : wrapped(title, room)) {
    std::string text = first ? painted(mark, mark_ink) + " " : std::string(kMarkCells, ' ');
    text += painted(part, title_ink);
    if (first && beside) {
      text += std::string(kGap + room - std::min(room, display_width(part)), ' ') + painted(right, Ink::dim);
    }
    line(text);
    first = false;
  }
  if (!beside && right_cells != 0) paragraph(right, kMarkCells, Ink::dim);
}

}  // namespace crosscheck::rendering
