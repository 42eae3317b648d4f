// Classes of characters that lines, sentences and tokens agree on.
#pragma once

#include <string_view>

#include "base/unicode.h"

namespace crosscheck::segment_room {

inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_alnum(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }
inline bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Start of the code point that ends at `at`; `at` must lie behind `begin`.
inline std::size_t before(std::string_view text, std::size_t at, std::size_t begin) {
  do --at;
  while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

/// Prints nothing and separates nothing: zero-width spaces and joiners, marks of direction and byte order.
inline bool is_invisible(char32_t code) {
  return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || code == 0x2060 || code == 0xFEFF ||
         code == 0xAD;
}

inline bool is_space_or_invisible(char32_t code) { return is_space(code) || is_invisible(code); }
inline std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const Decoded d = decode(text, at);
    if (!is_space_or_invisible(d.code)) break;
    at += d.length;
  }
  return at;
}

/// Ends the text's line: CR and LF, and what UAX #14 breaks at for sure.
inline bool is_line_break(char32_t code) {
  return (code >= 0x0A && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

inline bool is_ellipsis(char32_t code) { return code == 0x2026; }
/// Ends a sentence whatever stands before it.
inline bool is_strong_terminator(char32_t code) {
  return code == '?' || code == '!' || code == 0x203C || code == 0x203D || (code >= 0x2047 && code <= 0x2049);
}
/// Full stops and their kin of other scripts, for the question whether a line is finished.
inline bool is_terminator(char32_t code) {
  if (code < 0x80) return code == '.' || code == '?' || code == '!';
  return is_ellipsis(code) || is_strong_terminator(code) || code == 0x3002 || code == 0xFF01 || code == 0xFF0E ||
         code == 0xFF1F || code == 0xFF61 || code == 0x0964 || code == 0x0965 || code == 0x061F || code == 0x06D4 ||
         code == 0x0589 || code == 0x1362;
}

/// May stand between the full stop and the next sentence: quotes, brackets, the marks of emphasis.
inline bool is_closer(char32_t code) {
  switch (code) {
    case ')':
    case ']':
    case '}':
    case '"':
    case '\'':
    case '*':
    case '_':
    case 0xBB:
    case 0x2019:
    case 0x201D:
    case 0x203A:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0xFF09:
    case 0xFF3D:
      return true;
    default:
      return false;
  }
}

/// Quotes that open in one language and close in another ("„so“", "»so«"): before a space they close.
inline bool is_two_way_quote(char32_t code) {
  return code == 0x201C || code == 0x2018 || code == 0xAB || code == 0x2039;
}

/// May stand before a sentence's first word.
inline bool is_opener(char32_t code) {
  switch (code) {
    case '(':
    case '[':
    case '{':
    case '"':
    case '\'':
    case '*':
    case '_':
    case '#':
    case 0xAB:
    case 0xBF:
    case 0xA1:
    case 0x2018:
    case 0x201A:
    case 0x201C:
    case 0x201E:
    case 0x2039:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0xFF08:
    case 0xFF3B:
      return true;
    default:
      return false;
  }
}

inline bool is_bullet(char32_t code) {
  return code == 0x2022 || code == 0x2023 || code == 0x25E6 || code == 0x25AA || code == 0x25CF || code == 0x25CB ||
         code == 0x25A0 || code == 0x25BA || code == 0x2043 || code == 0x2219;
}

inline bool is_currency_sign(char32_t code) {
  return code == '$' || (code >= 0xA2 && code <= 0xA5) || (code >= 0x20A0 && code <= 0x20CF);
}

/// Scripts that write without spaces and put digits straight behind letters: "年11月".
inline bool is_unspaced_script(char32_t code) {
  return (code >= 0x2E80 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0xFF66 && code <= 0xFFDC) || (code >= 0x20000 && code <= 0x3FFFF) ||
         (code >= 0x0E00 && code <= 0x0EFF);
}

inline constexpr std::size_t kLongestCitation = 16;  // bytes

/// The size of a reference such as "[1]" or "[12, 14]" at `at`; 0 when there is none.
inline std::size_t citation_size(std::string_view text, std::size_t at, std::size_t end) {
  if (at + 2 >= end || text[at] != '[' || !is_ascii_alnum(text[at + 1])) return 0;
  bool digits = false;
  for (std::size_t i = at + 1; i < end && i < at + kLongestCitation; ++i) {
    if (text[i] == ']') return digits || i == at + 2 ? i + 1 - at : 0;
    if (is_ascii_digit(text[i]))
      digits = true;
    else if (!is_ascii_letter(text[i]) && text[i] != ',' && text[i] != ' ' && text[i] != '-')
      return 0;
  }
  return 0;
}

}  // namespace crosscheck::segment_room
