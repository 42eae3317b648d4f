// Where in its container an extracted text was found: a page's line and column, a PDF's page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace crosscheck {

/// Counted from 1; 0: not known. Columns are code points of the source as an editor shows it.
struct SourcePlace {
  std::uint32_t page = 0, line = 0, column = 0;
  friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

/// A run of text that stands in the source as it is, or that a reader put there for what is found at one place of the source
/// (the "- " of a list item, an entity, a headline out of an attribute).
struct SourceRun {
  std::uint32_t begin = 0;  ///< byte of the text; the run ends where the next one begins
  bool copied = false;      ///< code point for code point, on one line
  SourcePlace place;        ///< of its first byte
};

/// Runs in the order of the text. Empty: the text is its own source.
using SourceMap = std::vector<SourceRun>;

/// Of one byte of `text`.
SourcePlace source_place(const SourceMap& map, std::string_view text, std::uint32_t at);

}  // namespace crosscheck
