// UTF-8 by hand where it must be fast, ICU's property tables where it must be right: "É" is a letter and
// upper case, "’" folds to "'", U+202F is a space. It does not segment graphemes.
#include "base/unicode.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <bit>

#include "base/eight_bytes.h"

namespace crosscheck {

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  for (std::size_t i = 0; i < size;) {
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    const std::size_t window = std::min<std::size_t>(size - i, 4);
    std::int32_t at = 0;
    UChar32 code = 0;
    U8_NEXT(bytes + i, at, static_cast<std::int32_t>(window), code);
    if (code < 0) return start;
    i += static_cast<std::size_t>(at);
  }
  return std::nullopt;
}

bool is_ascii(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    if ((eight_bytes(text.data() + at) & kHighs) != 0) return false;
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Of bytes below 128 those from A to Z carry into the highest bit when what is missing up to it is added, and those behind Z
/// do so with less.
std::size_t lower_ascii(std::string& text) {
  std::size_t capitals = 0, at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t bytes = eight_bytes(text.data() + at);
    const std::uint64_t upper = (bytes + kOnes * (0x80 - 'A')) & ~(bytes + kOnes * (0x7F - 'Z')) & kHighs;
    capitals += static_cast<std::size_t>(std::popcount(upper));
    put_eight_bytes(text.data() + at, bytes | (upper >> 2U));
  }
  for (; at < text.size(); ++at) {
    const bool upper = text[at] >= 'A' && text[at] <= 'Z';
    capitals += upper ? 1 : 0;
    text[at] = static_cast<char>(text[at] | (upper ? 0x20 : 0));
  }
  return capitals;
}

/// All bytes but those of the form 10xxxxxx, which go on in a code point; eight are looked at in one step.
std::size_t code_points(std::string_view text) {
  std::size_t tails = 0, at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t bytes = eight_bytes(text.data() + at);
    tails += (((bytes >> 7U) & ~(bytes >> 6U) & kOnes) * kOnes) >> 56U;  // a byte each, added up in the highest
  }
  for (; at < text.size(); ++at) tails += (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U ? 1 : 0;
  return text.size() - tails;
}

Decoded decode_beyond_ascii(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const std::size_t window = std::min<std::size_t>(text.size() - at, 4);
  std::int32_t next = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, next, static_cast<std::int32_t>(window), code);
  if (code < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(next)};
}

void append_utf8(std::string& out, char32_t code) {
  std::uint8_t buffer[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code));
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

bool is_letter(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  constexpr std::uint32_t kMarks = U_GC_MN_MASK | U_GC_MC_MASK;  // vowel signs are part of their letter
  return u_isalpha(static_cast<UChar32>(code)) != 0 || (U_GET_GC_MASK(static_cast<UChar32>(code)) & kMarks) != 0;
}
bool is_upper(char32_t code) {
  return code < 0x80 ? code >= 'A' && code <= 'Z' : u_isUUppercase(static_cast<UChar32>(code)) != 0;
}
bool is_lower(char32_t code) {
  return code < 0x80 ? code >= 'a' && code <= 'z' : u_isULowercase(static_cast<UChar32>(code)) != 0;
}
bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }
bool is_space(char32_t code) {
  return code < 0x80 ? code == ' ' || (code >= 9 && code <= 13) : u_isUWhiteSpace(static_cast<UChar32>(code)) != 0;
}
bool is_dash(char32_t code) { return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212; }

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    if (d.code < 0x80) {
      out.push_back(static_cast<char>(d.code >= 'A' && d.code <= 'Z' ? d.code + 32 : d.code));
    } else {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(d.code))));
    }
    i += d.length;
  }
  return out;
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) {
    std::string out(text);
    lower_ascii(out);
    return out;
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.length;
    if (d.code < 0x80) {
      out.push_back(static_cast<char>(d.code >= 'A' && d.code <= 'Z' ? d.code + 32 : d.code));
    } else if (d.code == 0xAD || d.code == 0xFEFF || d.code == 0x200B) {
      continue;
    } else if (d.code == 0x2018 || d.code == 0x2019 || d.code == 0x02BC) {
      out.push_back('\'');
    } else if (d.code == 0x201C || d.code == 0x201D) {
      out.push_back('"');
    } else if (is_dash(d.code)) {
      out.push_back('-');
    } else if (is_space(d.code)) {
      out.push_back(' ');
    } else {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(d.code))));
    }
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.length;
    const auto code = static_cast<UChar32>(d.code);
    const auto type = u_charType(code);
    if (d.code >= 0x300 && (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)) continue;
    const int east_asian = d.code < 0x1100 ? U_EA_NEUTRAL : u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

}  // namespace crosscheck
