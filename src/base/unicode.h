// what      UTF-8 in, code points and letter classes out
// in → out  bytes → the first bad byte, code points, lower case, columns
// units     byte offsets in; code points counted only where a name says so
// owns      nothing
// fails     first_invalid_byte() tells where; decode() of a bad byte gives U+FFFD and moves one byte on
// threads   free functions over constants
// cost      linear; ASCII takes a short path
// follows   Unicode 15 as ICU 72 has it; RFC 3629
// tested by tests/unit/base_test.cpp
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

std::optional<std::size_t> first_invalid_byte(std::string_view text);
std::size_t code_points(std::string_view text);

struct Decoded {
  char32_t code = 0;
  std::size_t length = 1;
};
Decoded decode_beyond_ascii(std::string_view text, std::size_t at);
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first < 0x80 ? Decoded{first, 1} : decode_beyond_ascii(text, at);
}
void append_utf8(std::string& out, char32_t code);

bool is_ascii(std::string_view text);
/// Of a text that is ASCII; gives how many capitals it had.
std::size_t lower_ascii(std::string& text);
bool is_letter(char32_t code);
bool is_upper(char32_t code);
bool is_lower(char32_t code);
bool is_digit(char32_t code);
bool is_space(char32_t code);  ///< Unicode White_Space, NBSP and narrow NBSP too
bool is_dash(char32_t code);   ///< hyphen-minus, hyphens and dashes

/// Lower case, curly quotes made straight, dashes made '-', any space made ' ', soft hyphens dropped.
std::string folded(std::string_view text);
std::string to_lower(std::string_view text);
/// Terminal cells, wide East Asian characters as two, combining marks as none.
std::size_t display_width(std::string_view text);

}  // namespace crosscheck
