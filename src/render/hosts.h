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

  struct Range {
    LineColumn begin, end;                                 ///< columns in code points; the end is past the last one
    std::uint32_t begin_column = 1, end_column = 1;        ///< the same in bytes
    std::size_t begin_code_point = 0, end_code_point = 0;  ///< from the start of the text
  };
  /// In the file; nothing for a title, and for a text that is not its file's own bytes.
  std::optional<Range> in_file(const Claim& claim);
  /// In the text, from its start, in code points.
  std::pair<std::size_t, std::size_t> code_points_of(const Claim& claim);

 private:
  std::size_t code_points_before(std::uint32_t document, std::uint32_t byte);

  const Report* report_;
  std::map<std::uint32_t, std::vector<std::size_t>> before_line_;  ///< by document: code points before each line
};

/// Is the text the file's own bytes, so that lines and offsets are the file's?
bool is_file_text(const Document& document);
/// The file behind a document: "rows.jsonl" for "rows.jsonl#a7".
std::string file_of(const Document& document);
/// A relative reference, or file:///…, percent-encoded.
std::string uri_of(const Document& document);
std::string uri_of_path(std::string_view path);

/// A few lines for a person, without markup: the summary, each side with its places, the explanation, the slip.
std::string finding_words(const Overview& overview, const Finding& finding);

}  // namespace crosscheck::rendering
