// Article text made fit for one line of a report. "valued Globex's stake at approximately $135 billion,
// which …" cut to 40 cells becomes "…stake at [approximately $135 billion]…": words whole, the value never
// lost before its surroundings. Widths are terminal cells; where a script has no spaces the cut falls between
// code points, and emoji joined by U+200D may be parted.
#include <algorithm>

#include "base/unicode.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::string_view kDots = "…";
constexpr std::size_t kBracketCells = 2;
constexpr std::size_t kBytesPerCell = 8;  // enough raw text for a cell, combining marks included

/// Like plain(), but keeps one space at either end.
std::string plain_inside(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto as_it_is = [](char c) { return c > ' ' && c <= '~' && c != '*'; };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && as_it_is(text[end])) ++end;
    if (end > i) {
      out.append(text, i, end - i);
      i = end;
      continue;
    }
    const Decoded d = decode(text, i);
    i += d.length;
    if (d.code == '*' && i < text.size() && text[i] == '*') {  // markdown's emphasis; the JSON keeps every byte
      ++i;
    } else if (is_space(d.code)) {
      if (out.empty() || out.back() != ' ') out.push_back(' ');
    } else if (is_shown(d.code)) {
      append_utf8(out, d.code);
    }
  }
  return out;
}

std::size_t boundary_after(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return std::min(at, text.size());
}

/// Where a beginning of at most `width` cells ends.
std::size_t prefix_end(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = decode(text, i).length;
    used += display_width(text.substr(i, length));
    if (used > width) return i;
    i += length;
  }
  return text.size();
}

/// The end of `text` in at most `width` cells, "…" before it.
std::string tail_of(std::string_view text, std::size_t width) {
  if (width < 2) return width == 0 ? "" : std::string(kDots);
  std::size_t excess = display_width(text);
  excess = excess > width - 1 ? excess - (width - 1) : 0;
  std::size_t begin = prefix_end(text, excess);
  if (display_width(text.substr(0, begin)) < excess) begin += decode(text, begin).length;
  while (begin < text.size() && display_width(text.substr(begin, decode(text, begin).length)) == 0) {
    begin += decode(text, begin).length;
  }
  if (begin > 0 && begin < text.size() && text[begin - 1] != ' ') {
    const std::size_t space = text.find(' ', begin);
    if (space != std::string_view::npos && space + 1 < text.size() && space - begin < (text.size() - begin) / 2) {
      begin = space + 1;
    }
  }
  while (begin + 1 < text.size() && text[begin] == ' ') ++begin;
  return std::string(kDots) + std::string(text.substr(begin));
}

/// The beginning of `text` in at most `width` cells, "…" behind it.
std::string head_of(std::string_view text, std::size_t width) {
  if (width < 2) return width == 0 ? "" : std::string(kDots);
  std::size_t end = prefix_end(text, width - 1);
  if (end < text.size() && text[end] != ' ') {
    const std::size_t space = text.substr(0, end).rfind(' ');
    if (space != std::string_view::npos && space > end / 2) end = space;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + std::string(kDots);
}

}  // namespace

bool is_shown(char32_t code) {
  if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return false;      // C0, DEL, C1
  if (code == 0xAD || code == 0x200B || code == 0xFEFF) return false;  // invisible
  if (code >= 0x202A && code <= 0x202E) return false;                  // reorders text
  if (code >= 0x2066 && code <= 0x2069) return false;
  return !(code >= 0xE0000 && code <= 0xE007F) && code != 0xFFFE && code != 0xFFFF;
}

std::string plain(std::string_view text) {
  std::string out = plain_inside(text);
  if (out.ends_with(' ')) out.pop_back();
  if (out.starts_with(' ')) out.erase(0, 1);
  return out;
}

std::string shortened(std::string_view text, std::size_t width) {
  return display_width(text) <= width ? std::string(text) : head_of(text, width);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 8);
  const std::string line = plain(text);
  std::vector<std::string> lines;
  std::string current;
  std::size_t used = 0;
  const auto put = [&](std::string_view word) {
    const std::size_t cells = display_width(word);
    if (!current.empty() && used + 1 + cells > width) {
      lines.push_back(std::move(current));
      current.clear();
      used = 0;
    }
    used += cells + (current.empty() ? 0 : 1);
    current.append(current.empty() ? "" : " ").append(word);
  };
  for (std::size_t begin = 0; begin < line.size();) {
    std::string_view word = std::string_view(line).substr(begin, line.find(' ', begin) - begin);
    begin += word.size() + 1;
    while (display_width(word) > width) {  // a script without spaces, or an address
      const std::size_t end = std::max<std::size_t>(prefix_end(word, width), decode(word, 0).length);
      put(word.substr(0, end));
      word.remove_prefix(end);
    }
    if (!word.empty()) put(word);
  }
  if (!current.empty()) lines.push_back(std::move(current));
  return lines;
}

Span marked_span(const Claim& claim) {
  return !claim.qualified.empty() && claim.qualified.contains(claim.place.span) ? claim.qualified : claim.place.span;
}

Excerpt excerpt_of(const Report& report, const Claim& claim, std::size_t width) {
  const std::string_view text = text_of(report.documents[claim.document], claim.place.field);
  const Span value = marked_span(claim);
  const std::size_t reach = width * kBytesPerCell;
  const std::size_t begin = std::min<std::size_t>(value.begin, text.size());
  const std::size_t end = std::min<std::size_t>(std::max(value.begin, value.end), text.size());
  std::size_t first = std::min<std::size_t>(claim.quote.begin, begin);
  std::size_t last = std::clamp<std::size_t>(claim.quote.end, end, text.size());
  const bool begun = begin - first > reach, ended = last - end > reach;
  if (begun) first = boundary_after(text, begin - reach);
  if (ended) last = boundary_after(text, end + reach);

  Excerpt out{plain_inside(text.substr(first, begin - first)), plain(text.substr(begin, end - begin)),
              plain_inside(text.substr(end, last - end))};
  if (out.before.starts_with(' ')) out.before.erase(0, 1);
  if (out.after.ends_with(' ')) out.after.pop_back();
  out.value = shortened(out.value, std::max<std::size_t>(width, kBracketCells + 1) - kBracketCells);
  const std::size_t taken = display_width(out.value) + kBracketCells;
  const std::size_t room = width > taken ? width - taken : 0;
  const std::size_t left = display_width(out.before), right = display_width(out.after);
  if (left + right <= room && !begun && !ended) return out;
  const std::size_t for_left = std::min(left, std::max(room / 2, right < room ? room - right : 0));
  if (left > for_left || begun) out.before = tail_of(out.before, for_left);
  if (right > room - for_left || ended) out.after = head_of(out.after, room - for_left);
  return out;
}

}  // namespace crosscheck::rendering
