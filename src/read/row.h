// One row of JSONL: the fields that make a document, or why it makes none.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/bytes.h"

namespace crosscheck::read_room {

enum Field : std::size_t { kId, kText, kTitle, kSource, kUrl, kPublished, kLanguage, kFieldCount };
constexpr std::array<std::string_view, kFieldCount> kFieldNames{"id",  "text",      "title",   "source",
                                                                "url", "published", "language"};

struct Row {
  std::array<std::string, kFieldCount> values;
  std::array<bool, kFieldCount> given{};
};

/// Keeps its parser's memory from row to row.
class RowParser {
 public:
  RowParser();
  ~RowParser();

  /// Fills `row`. Source::kPadding bytes behind the line must be readable.
  std::optional<Refusal> parse(std::string_view line, Row& row);

 private:
  struct Fast;
  std::unique_ptr<Fast> fast_;
};

}  // namespace crosscheck::read_room
