// The gate for foreign bytes. "caf\xE9\n" is refused as: not UTF-8: byte 0xE9 at offset 3, line 1; convert it
// with `iconv -f LATIN1 -t UTF-8`. It names the likely next step but never converts by itself: positions in
// reports must count the bytes that the author has.
#include "read/bytes.h"

#include <algorithm>

#include "base/unicode.h"

namespace crosscheck::read_room {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string hex_byte(char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {kDigits[value >> 4U], kDigits[value & 15U]};
}

std::optional<Refusal> why_wide(std::string_view bytes) {
  constexpr std::string_view kLittle32("\xFF\xFE\0\0", 4), kBig32("\0\0\xFE\xFF", 4);
  if (bytes.starts_with(kLittle32) || bytes.starts_with(kBig32)) {
    return Refusal{"not-utf8", "UTF-32 by its byte order mark; convert it with `iconv -f UTF-32 -t UTF-8`"};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return Refusal{"not-utf8", "UTF-16 by its byte order mark; convert it with `iconv -f UTF-16 -t UTF-8`"};
  }
  return std::nullopt;
}

Refusal not_utf8(std::string_view bytes, std::size_t at, const std::string& where) {
  return {"not-utf8", "not UTF-8: byte 0x" + hex_byte(bytes[at]) + " at offset " + std::to_string(at) + where +
                          "; convert it with `iconv -f LATIN1 -t UTF-8`, naming the encoding it has"};
}

Refusal binary(std::size_t at, const std::string& where) {
  return {"binary",
          "a NUL byte at offset " + std::to_string(at) + where + " says it is no text; take it out of the corpus"};
}

std::string line_of(std::string_view bytes, std::size_t at) {
  const auto breaks = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return ", line " + std::to_string(breaks + 1);
}

}  // namespace

std::optional<Refusal> why_not_text(std::string_view bytes) {
  if (auto wide = why_wide(bytes)) return wide;
  if (const auto at = first_invalid_byte(bytes)) return not_utf8(bytes, *at, line_of(bytes, *at));
  if (const auto at = bytes.find('\0'); at != std::string_view::npos) return binary(at, line_of(bytes, at));
  return std::nullopt;
}

std::optional<Refusal> why_not_text_row(std::string_view bytes) {
  if (const auto at = first_invalid_byte(bytes)) return not_utf8(bytes, *at, " of the row");
  if (const auto at = bytes.find('\0'); at != std::string_view::npos) return binary(at, " of the row");
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    if (!is_space(d.code) && d.code != 0xFEFF) return false;
    at += d.length;
  }
  return true;
}

std::size_t byte_order_mark_size(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

std::string shown(std::string_view name) {
  std::string out;
  while (const auto bad = first_invalid_byte(name)) {
    out.append(name.substr(0, *bad));
    out.append("\\x").append(hex_byte(name[*bad]));
    name.remove_prefix(*bad + 1);
  }
  return out.append(name);
}

}  // namespace crosscheck::read_room
