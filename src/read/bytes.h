// Whether bytes are text at all: the checks that every format shares.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crosscheck::read_room {

/// Why something is no document: `code` is stable, `reason` is for a person and holds the next step.
struct Refusal {
  std::string code;
  std::string reason;
};

/// Nothing when the bytes are text; names the first byte and the line (counted from 1) where they are not.
std::optional<Refusal> why_not_text(std::string_view bytes);
/// As above for a part of a file, such as one row: only offsets are named.
std::optional<Refusal> why_not_text_row(std::string_view bytes);

constexpr std::string_view kBlanks = " \t\r\n";
std::string_view trimmed(std::string_view text);  ///< without kBlanks at its ends

bool is_blank(std::string_view text);                     ///< nothing but white space and byte order marks
std::size_t byte_order_mark_size(std::string_view text);  ///< 3 or 0

/// For people and JSON: bytes of a file name that are not UTF-8 are shown as "\xE9".
std::string shown(std::string_view name);

}  // namespace crosscheck::read_room
