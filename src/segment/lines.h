// Text → its lines, each with what its first characters say about it.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace crosscheck::segment_room {

enum class LineKind : std::uint8_t { blank, rule, heading, list_item, table, plain };

struct Line {
  Span span;  ///< without white space at its edges and without the marker of its kind
  LineKind kind = LineKind::plain;
  std::uint32_t indent = 0;    ///< columns of white space before it
  std::uint32_t width = 0;     ///< columns, indent and marker included
  std::uint32_t numbered = 0;  ///< plain lines: bytes of "1. " before the text, if there is more to say for a list
  bool underlined = false;     ///< a rule of "===" or "---" follows directly
};

std::vector<Line> split_lines(std::string_view text, std::uint32_t begin);

/// The same span without white space, invisible characters and marks of emphasis at its edges.
Span trimmed(std::string_view text, Span span);
Span without_emphasis(std::string_view text, Span span);

/// Does it end in a full stop or its like, whatever quotes, brackets and references follow?
bool is_finished(std::string_view text, Span span);
bool starts_lower(std::string_view text, Span span);

}  // namespace crosscheck::segment_room
