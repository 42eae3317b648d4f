// One table instead of a dozen property calls: "Ｑ３" folds to "q3", "٣" to "3", "’" to "'", a soft hyphen to
// nothing. Above U+3100 nearly all text is Han or Hangul, told by ranges; the rest asks ICU.
// It does not compose: "e" with a combining acute stays two code points.
#include "base/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "base/unicode.h"

namespace crosscheck {
namespace {

bool spaceless(char32_t code) {
  return (code >= 0x0E00 && code <= 0x0EFF) || (code >= 0x1000 && code <= 0x109F) ||
         (code >= 0x1780 && code <= 0x17FF) || (code >= 0x2E80 && code <= 0x9FFF) ||
         (code >= 0xAC00 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0xFF66 && code <= 0xFF9F) || (code >= 0x20000 && code <= 0x3FFFF);
}

/// Prints nothing or is left out at will: soft hyphen, zero-width and direction marks, variation selectors, the
/// Arabic tatweel and vowel signs, the Devanagari nukta.
bool invisible(char32_t code) {
  return code == 0xAD || code == 0x640 || code == 0x93C || (code >= 0x64B && code <= 0x652) || code == 0x670 ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

char32_t plain_twin(char32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E) return plain_twin(code - 0xFEE0);
  if (code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0x2032) return '\'';
  if (code == 0x201C || code == 0x201D || code == 0x2033 || code == 0xAB || code == 0xBB) return '"';
  if (code == 0x0622 || code == 0x0623 || code == 0x0625 || code == 0x0671) return 0x0627;  // alef in all its spellings
  if (code == 0x0649) return 0x064A;
  if (code == 0x0629) return 0x0647;
  static constexpr char32_t kNukta[] = {0x915, 0x916, 0x917, 0x91C, 0x921, 0x922, 0x92B, 0x92F};
  if (code >= 0x0958 && code <= 0x095F) return kNukta[code - 0x0958];
  if (code == 0x066A) return '%';
  if (code == 0x066B) return '.';  // Arabic decimal sign
  if (code == 0x066C) return ',';  // and its thousands sign
  if (code == 0x060C || code == 0x2E41 || code == 0x3001) return ',';
  if (code == 0x3002) return '.';
  if (code == 0x301C) return '~';
  if (code == 0xB5) return 0x3BC;  // micro sign, as the Greek letter
  if (is_dash(code)) return '-';
  return code;
}

Character describe(char32_t code) {
  Character out;
  const auto point = static_cast<UChar32>(code);
  const std::uint32_t category = U_GET_GC_MASK(point);
  if (invisible(code)) return out;
  if (is_space(code)) {
    out.fold = ' ';
    out.bits = kSpace;
    return out;
  }
  const int digit = u_charDigitValue(point);
  if (digit >= 0 && (category & U_GC_ND_MASK) != 0) {
    out.fold = static_cast<char32_t>('0' + digit);
    out.bits = kDigit;
    return out;
  }
  out.fold = plain_twin(static_cast<char32_t>(u_tolower(point)));
  if (out.fold == '\'') return out;  // also the one that Unicode calls a letter
  if ((category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) != 0) out.bits |= kLetter;  // 〇 is a letter number
  if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) out.bits |= kUpper;
  if (spaceless(code)) out.bits |= kSpaceless;
  return out;
}

constexpr char32_t kTableSize = 0x3100;

const std::array<Character, kTableSize>& table() {
  static const std::array<Character, kTableSize> built = [] {
    std::array<Character, kTableSize> all{};
    for (char32_t code = 0; code < kTableSize; ++code) {
      all[code] = describe(code);
      all[code].length = static_cast<std::uint8_t>(code < 0x80 ? 1 : code < 0x800 ? 2 : 3);
    }
    return all;
  }();
  return built;
}

}  // namespace

Character wide_character_at(std::string_view text, std::size_t at) {
  static const std::array<Character, kTableSize>& known = table();
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return known[first];
  const Decoded decoded = decode(text, at);
  Character out;
  if (decoded.code < kTableSize) {
    out = known[decoded.code];
  } else if ((decoded.code >= 0x3400 && decoded.code <= 0x9FFF) || (decoded.code >= 0xAC00 && decoded.code <= 0xD7A3)) {
    out.fold = decoded.code;
    out.bits = kLetter | kSpaceless;
  } else {
    out = describe(decoded.code);
  }
  out.length = static_cast<std::uint8_t>(decoded.length);
  return out;
}

std::string scan_folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.fold != 0) append_utf8(out, c.fold);
    at += c.length;
  }
  return out;
}

std::string without_accents(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(folded);
  const icu::UnicodeString parts = decompose->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(folded.data(), static_cast<int>(folded.size()))), status);
  std::string out;
  bool latin = false;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 code = parts.char32At(i);
    const bool mark = (U_GET_GC_MASK(code) & U_GC_MN_MASK) != 0;
    if (mark && latin) continue;
    if (!mark) latin = code < 0x250;
    if (code == 0xDF)
      out += "ss";
    else if (code == 0xE6)
      out += "ae";
    else if (code == 0x153)
      out += "oe";
    else
      append_utf8(out, static_cast<char32_t>(code == 0x131 ? 'i' : code == 0xF8 ? 'o' : code == 0x142 ? 'l' : code));
  }
  icu::UnicodeString composed;
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return out;
  compose->normalize(icu::UnicodeString::fromUTF8(out), composed, status);
  out.clear();
  composed.toUTF8String(out);
  return out;
}

}  // namespace crosscheck
