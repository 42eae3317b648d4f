// what      Character: what a scanner of running text needs to know of a code point, in one look-up
// in → out  code point → its folded form and its class bits
// units     code points; a folded form of 0 means that the character prints nothing and is dropped
// owns      one constant table of the code points below U+3100, built at first use
// fails     never; a code point that is not assigned is a mark
// threads   the table is built once, then only read
// cost      one array look-up below U+3100, range tests above
// follows   Unicode 15 as ICU 72 has it (general category, digit value, simple lower case)
// tested by tests/unit/base_test.cpp, tests/property/spans_property_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

enum CharacterBits : std::uint8_t {
  kLetter = 1,      ///< letters and the marks that combine with them
  kDigit = 2,       ///< a decimal digit of any script; folded to 0…9
  kSpace = 4,       ///< any white space
  kUpper = 8,       ///< upper or title case
  kSpaceless = 16,  ///< a script that writes words without blanks: Han, kana, Hangul, Thai, Lao, Khmer, Burmese
};

struct Character {
  char32_t fold = 0;        ///< lower case, ASCII digits and punctuation for their typographic and full-width twins
  std::uint8_t bits = 0;    ///< CharacterBits
  std::uint8_t length = 1;  ///< bytes in UTF-8

  bool has(std::uint8_t wanted) const { return (bits & wanted) != 0; }
};

/// The character that begins at `at`, which must be inside the text; a bad byte is a mark of length 1.
Character wide_character_at(std::string_view text, std::size_t at);
namespace characters {
inline constexpr auto kAscii = [] {
  struct Table {
    Character at[128];
  } t{};
  for (int c = 0; c < 128; ++c) {
    Character& x = t.at[c];
    x.fold = static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    x.length = 1;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) x.bits |= kLetter;
    if (c >= 'A' && c <= 'Z') x.bits |= kUpper;
    if (c >= '0' && c <= '9') x.bits = kDigit;
    if (c == ' ' || (c >= 9 && c <= 13)) {
      x.fold = ' ';
      x.bits = kSpace;
    }
  }
  return t;
}();
}
inline Character character_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first < 0x80 ? characters::kAscii.at[first] : wide_character_at(text, at);
}

/// As `folded` in unicode.h, and digits of every script to ASCII, full-width forms to ASCII.
std::string scan_folded(std::string_view text);

/// Latin accents off ("août" → "aout", "ß" → "ss"); other scripts stay as they are.
std::string without_accents(std::string_view folded);

}  // namespace crosscheck
