// The gate for foreign bytes. "caf\xE9\n" is refused as: not UTF-8: byte 0xE9 at offset 3, line 1; convert it
// with `iconv -f LATIN1 -t UTF-8`. It names the likely next step but never converts by itself: positions in
// reports must count the bytes that the author has.
#include "read/bytes.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <memory>
#include <system_error>

#include "base/unicode.h"

namespace crosscheck::read_room {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// Positions are 32 bits wide, whatever limit was asked for.
constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 1024U;

std::string hex_byte(char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {kDigits[value >> 4U], kDigits[value & 15U]};
}

Fault unreadable(int error) {
  const std::string why = std::generic_category().message(error);
  return {Who::machine, "unreadable", "cannot be read (" + why + "); check its permissions", ""};
}

Fault too_large(std::uint64_t limit_bytes) {
  return {Who::input, "too-large",
          "larger than the limit of " + std::to_string(limit_bytes) + " bytes; split it or raise the limit", ""};
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

Result<std::string> load_stream(std::FILE* stream, std::uint64_t limit_bytes) {
  limit_bytes = std::min(limit_bytes, kMostBytes);
  std::string bytes;
  std::array<char, std::size_t{1} << 16U> chunk;
  for (;;) {
    errno = 0;
    const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), stream);
    bytes.append(chunk.data(), got);
    if (bytes.size() > limit_bytes) return too_large(limit_bytes);
    if (got < chunk.size()) break;
  }
  if (std::ferror(stream) != 0) return unreadable(errno);
  return bytes;
}

Result<std::string> load_file(const std::string& path, std::uint64_t limit_bytes) {
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return unreadable(errno);
  return load_stream(file.get(), limit_bytes);
}

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
