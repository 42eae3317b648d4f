// What a line says about itself: "- **Product**: Pocketwave" is a list item whose text begins at "**", "## Why
// now" a heading, "> We like it" plain text inside a quotation, "-----" a rule. A line is looked at alone;
// whether it goes on in the next one is for blocks.cpp to say.
#include "segment/lines.h"

#include <algorithm>

#include "segment/characters.h"

namespace crosscheck::segment_room {
namespace {

/// The next line break or the end, then the start of the line after it.
struct LineEnd {
  std::size_t end = 0, next = 0;
};

/// Nearly every text breaks its lines with LF alone; then the C library finds it, many bytes in one step.
bool breaks_with_lf_only(std::string_view text) {
  const auto has = [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; };
  return !has("\v") && !has("\f") && !has("\r") && !has("\xC2\x85") && !has("\xE2\x80\xA8") && !has("\xE2\x80\xA9");
}

LineEnd line_end(std::string_view text, std::size_t at, bool lf_only) {
  if (lf_only) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return {end, std::min(end + 1, text.size())};
  }
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte > 0x0D && byte != 0xC2 && byte != 0xE2) {
      ++at;
      continue;
    }
    const Decoded d = decode(text, at);
    if (is_line_break(d.code)) {
      const bool pair = d.code == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
      return {at, at + d.length + (pair ? 1 : 0)};
    }
    at += d.length;
  }
  return {at, at};
}

bool is_gap(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && (text[at] == ' ' || text[at] == '\t');
}

/// Only dashes, equals signs, stars or table lines: three at least.
bool is_rule(std::string_view line) {
  std::size_t marks = 0;
  for (const char c : line) {
    if (c == '-' || c == '=' || c == '*' || c == '_' || c == '~' || c == '|' || c == ':')
      ++marks;
    else if (c != ' ' && c != '\t')
      return false;
  }
  return marks >= 3;
}

/// A tab, or three blanks in a row, of which one in three bytes must be one.
bool has_wide_gap(std::string_view line) {
  for (std::size_t i = 2; i < line.size(); i += 3) {
    if (line[i] != ' ') continue;
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && line[begin - 1] == ' ') --begin;
    while (end < line.size() && line[end] == ' ') ++end;
    if (end - begin >= 3) return true;
  }
  return line.find('\t') != std::string_view::npos;
}

/// Columns set apart by white space: "Corn    1.35   1.92".
bool is_columns(std::string_view line) {
  if (!has_wide_gap(line)) return false;
  std::size_t gaps = 0, spaces = 0;
  bool number_follows = false;
  for (const char c : line) {
    if (c == ' ' || c == '\t') {
      spaces += c == '\t' ? 3 : 1;
      continue;
    }
    if (spaces >= 3) {
      ++gaps;
      number_follows = number_follows || is_ascii_digit(c) || c == '$' || c == '(' || c == '-';
    }
    spaces = 0;
  }
  return gaps >= 2 || (gaps == 1 && number_follows);
}

std::size_t heading_marker(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t size = 0;
  while (at + size < end && size < 7 && text[at + size] == '#') ++size;
  return size >= 1 && size <= 6 && is_gap(text, at + size, end) ? size : 0;
}

std::size_t bullet_marker(std::string_view text, std::size_t at, std::size_t end) {
  const Decoded d = decode(text, at);
  if (is_bullet(d.code)) return d.length;
  const bool dash = d.code == '-' || d.code == '*' || d.code == '+' || d.code == 0x2013;
  return dash && is_gap(text, at + d.length, end) ? d.length : 0;
}

/// "1. ", "12) ", "(3) ", "a) ".
std::size_t number_marker(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t i = at;
  const bool bracket = text[i] == '(';
  if (bracket) ++i;
  const std::size_t first = i;
  while (i < end && i < first + 2 && is_ascii_digit(text[i])) ++i;
  const bool letter = i == first && i < end && is_ascii_letter(text[i]);
  if (letter) ++i;
  if (i == first || i >= end) return 0;
  const bool closes = text[i] == ')' || (text[i] == '.' && !letter && !bracket);
  return closes && is_gap(text, i + 1, end) ? i + 1 - at : 0;
}

std::size_t skip_quote_markers(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && text[at] == '>' && (at + 1 == end || text[at + 1] == ' ' || text[at + 1] == '>')) {
    at = skip_spaces(text, at + 1, end);
  }
  return at;
}

std::uint32_t narrow(std::size_t value) { return static_cast<std::uint32_t>(value); }

Line line_from(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  std::size_t at = skip_spaces(text, begin, end);
  line.indent = narrow(code_points(text.substr(begin, at - begin)));
  at = skip_quote_markers(text, at, end);
  line.span = trimmed(text, {narrow(at), narrow(end)});
  const std::string_view content = cut(text, line.span);
  line.width = narrow(code_points(text.substr(begin, line.span.end - begin)));
  if (content.empty()) {
    line.kind = LineKind::blank;
  } else if (is_rule(content) || content.starts_with("```")) {
    line.kind = LineKind::rule;
  } else if (const std::size_t marks = heading_marker(text, at, end); marks != 0) {
    line.kind = LineKind::heading;
    line.span = trimmed(text, {narrow(at + marks), line.span.end});
    while (!line.span.empty() && text[line.span.end - 1] == '#') --line.span.end;
    line.span = trimmed(text, line.span);
  } else if (const std::size_t bullet = bullet_marker(text, at, end); bullet != 0) {
    line.kind = LineKind::list_item;
    line.span = trimmed(text, {narrow(at + bullet), line.span.end});
  } else if (content.front() == '|' || is_columns(content)) {
    line.kind = LineKind::table;
  } else {
    line.numbered = narrow(number_marker(text, at, end));
  }
  if (line.span.empty()) line.kind = LineKind::blank;
  return line;
}

bool is_underline(std::string_view text, const Line& line) {
  if (line.kind != LineKind::rule) return false;
  const char first = text[line.span.begin];
  return (first == '-' || first == '=') && cut(text, line.span).find_first_not_of(first) == std::string_view::npos;
}

bool is_edge(char32_t code, bool emphasis) {
  return is_space_or_invisible(code) || (emphasis && (code == '*' || code == '_'));
}

Span trimmed_of(std::string_view text, Span span, bool emphasis) {
  while (!span.empty()) {
    const Decoded d = decode(text, span.begin);
    if (!is_edge(d.code, emphasis)) break;
    span.begin += narrow(d.length);
  }
  while (!span.empty()) {
    const std::size_t last = before(text, span.end, span.begin);
    if (!is_edge(decode(text, last).code, emphasis)) break;
    span.end = narrow(last);
  }
  return span;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text, std::uint32_t begin) {
  std::vector<Line> lines;
  const bool lf_only = breaks_with_lf_only(text);
  for (std::size_t at = begin; at < text.size();) {
    const LineEnd stop = line_end(text, at, lf_only);
    lines.push_back(line_from(text, at, stop.end));
    if (lines.size() > 1 && is_underline(text, lines.back())) lines[lines.size() - 2].underlined = true;
    at = stop.next;
  }
  return lines;
}

Span trimmed(std::string_view text, Span span) { return trimmed_of(text, span, false); }
Span without_emphasis(std::string_view text, Span span) { return trimmed_of(text, span, true); }

bool is_finished(std::string_view text, Span span) {
  std::size_t end = trimmed(text, span).end;
  while (end > span.begin) {
    const std::size_t last = before(text, end, span.begin);
    const char32_t code = decode(text, last).code;
    if (is_terminator(code)) return true;
    if (!is_closer(code) && !is_two_way_quote(code)) return false;
    end = last;
    if (code != ']') continue;
    // A reference is stepped over whole: "workloads.[1][2]".
    const std::size_t nearest =
        std::max<std::size_t>(span.begin, last < kLongestCitation ? 0 : last - kLongestCitation);
    const std::size_t open = text.substr(nearest, last - nearest).rfind('[');
    if (open != std::string_view::npos && citation_size(text, nearest + open, span.end) == last + 1 - nearest - open) {
      end = nearest + open;
    }
  }
  return false;
}

bool starts_lower(std::string_view text, Span span) { return !span.empty() && is_lower(decode(text, span.begin).code); }

}  // namespace crosscheck::segment_room
