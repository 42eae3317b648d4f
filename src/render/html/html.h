// The pieces of the page: escaping, a finding as a static card, an article's text with the places of its claims, the data
// islands, and the files of page/ and vendor/ as the build embedded them. Private to src/render/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/overview.h"
#include "render/render.h"

namespace crosscheck::rendering::html {

/// & < > " ' as entities, controls dropped: fit for text and for a quoted attribute.
std::string escaped(std::string_view text);
/// JSON that no HTML parser takes for markup, inside a <script> that is data: "<" and the line separators as escapes.
std::string contained(std::string_view json);

/// What is read before the page's script has run, and where none does.
std::string finding_card(const Overview& overview, const Finding& finding);
std::string said_once_item(const Overview& overview, std::uint32_t claim);

/// A place in shown text: a paragraph, and UTF-16 units from its beginning, as scripts count.
struct ShownAt {
  std::int32_t paragraph = 0;
  std::uint32_t unit = 0;
};

struct Shown {
  struct Paragraph {
    std::uint32_t line = 0;  ///< of its first line, as the file counts
    std::string text;
  };
  std::vector<Paragraph> paragraphs;
  std::vector<ShownAt> at;  ///< one for each position asked for
};

/// Text in paragraphs, without what no reader should meet (is_shown), and where `positions` (bytes, ascending) come to lie.
Shown shown_text(const Document& document, const std::vector<std::uint32_t>& positions);
/// A title: one paragraph.
Shown shown_title(const Document& document, const std::vector<std::uint32_t>& positions);

/// All findings, facts said once, and what is known of the documents; in parts.
void write_findings_island(const Overview& overview, const TakePart& take);
/// One article: its paragraphs and the claims in them, [first, end) of Report::claims.
std::string article_island(const Overview& overview, std::uint32_t document, std::uint32_t first, std::uint32_t end);

/// The files of page/ and vendor/, as the build embedded them.
struct PageFile {
  std::string_view name;  ///< "page/list.js"
  std::string_view bytes;
};
const std::vector<PageFile>& page_files();
std::string_view style();
std::string_view early_script();  ///< runs before anything is shown
std::string_view script();

}  // namespace crosscheck::rendering::html
