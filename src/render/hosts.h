// What formats for other programs share: which findings they are told of, and where a finding is to be shown. Private to
// src/render/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/overview.h"

namespace crosscheck::rendering {

enum class Level { error, warning, note };
Level level_of(const Finding& finding);

/// Findings that a run may fail on, and every clash: open ones first, then by level, then by confidence.
std::vector<std::uint32_t> findings_for_hosts(const Report& report, FailOn fail_on);

/// All claims that a finding stands on, each once. First the one to show it at: in an article in question if there is one,
/// and as the finding orders them; then the others, each document's first before any document's second.
std::vector<std::uint32_t> cited_claims(const Report& report, const Finding& finding);

/// Places as editors and hosts count them.
class Places {
 public:
  explicit Places(const Report& report) : report_(&report) {}

  /// From the start of the file.
  struct Offsets {
    std::size_t begin = 0, end = 0;
  };
  struct Range {
    LineColumn begin,
        end;  ///< columns in code points; the end is past the last one, its column 0 where that is not known
    std::uint32_t begin_column = 0, end_column = 0;  ///< the same in bytes; 0: not known
    std::optional<Offsets> code_points;              ///< where the text is the file's own
    bool as_written = false;                         ///< what stands there is the claim's words, byte for byte
  };
  /// In the file as an editor shows it; nothing for what has no lines (a PDF, what lies in an archive) and for a title that is
  /// metadata.
  std::optional<Range> in_file(const Claim& claim);
  /// In the text, from its start, in code points.
  std::pair<std::size_t, std::size_t> code_points_of(const Claim& claim);

 private:
  std::optional<Range> in_text_file(const Claim& claim);
  std::optional<Range> in_source(const Claim& claim) const;
  std::size_t code_points_before(std::uint32_t document, std::uint32_t byte);

  const Report* report_;
  std::map<std::uint32_t, std::vector<std::size_t>> before_line_;  ///< by document: code points before each line
};

/// Is the text the file's own bytes, so that lines and offsets are the file's?
bool is_file_text(const Document& document);
/// The file behind a document: "rows.jsonl" for "rows.jsonl#a7", "wire.rss" for "wire.rss#3".
std::string file_of(const Document& document);
/// Of a claim in a file of pages; 0 where there are none.
std::uint32_t page_of(const Report& report, const Claim& claim);
/// A relative reference, or file:///…, percent-encoded.
std::string uri_of(const Document& document);
std::string uri_of_path(std::string_view path);

/// A few lines for a person, without markup: the summary, each side with its places, the explanation, the slip.
std::string finding_words(const Overview& overview, const Finding& finding);

}  // namespace crosscheck::rendering
