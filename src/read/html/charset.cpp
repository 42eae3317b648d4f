// In the order in which browsers believe: the byte order mark, the HTTP header, `<meta charset>` or `<?xml encoding>` in the first
// bytes, and without any of them UTF-8 where the bytes are that, else windows-1252. One thing is done better: bytes beyond ASCII
// that are sound UTF-8 are read as that whatever the label says, since "Ã©" for "é" is what comes of believing it. A page in two
// encodings at once comes out with U+FFFD in one of its halves.
#include "read/html/charset.h"

#include "base/encoding.h"
#include "base/unicode.h"
#include "read/bytes.h"

namespace crosscheck::read_room {
namespace {

constexpr std::size_t kDeclaredWithin = 4096;

std::string_view value_behind(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at == text.size() || text[at] != '=') return {};
  ++at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '"' || text[at] == '\'')) ++at;
  std::size_t end = at;
  while (end < text.size() && std::string_view(" \t\r\n\"';/>?").find(text[end]) == std::string_view::npos) ++end;
  return text.substr(at, end - at);
}

/// `<meta charset=x>`, `<meta http-equiv content="text/html; charset=x">`, `<?xml encoding="x"?>`.
std::string declared(std::string_view bytes) {
  const std::string start = to_lower(bytes.substr(0, kDeclaredWithin));
  const std::string_view view = start;
  if (view.starts_with("<?xml")) {
    const std::size_t end = view.find('>');
    const std::size_t at = view.substr(0, end).find("encoding");
    if (at != std::string_view::npos) return std::string(value_behind(view.substr(at + 8, end - at - 8)));
  }
  for (std::size_t at = view.find("<meta"); at != std::string_view::npos; at = view.find("<meta", at + 1)) {
    const std::string_view tag = view.substr(at, view.find('>', at) - at);
    const std::size_t charset = tag.find("charset");
    if (charset == std::string_view::npos) continue;
    const std::string_view value = value_behind(tag.substr(charset + 7));
    if (!value.empty()) return std::string(value);
  }
  return "";
}

/// Two bytes a character, by the mark or by how "<" is written.
std::string_view wide_label(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with(std::string_view("<\0", 2))) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0<", 2))) return "utf-16be";
  return {};
}

std::string text_in(std::string_view bytes, std::string_view label, std::vector<std::string>& warnings) {
  auto decoded = to_utf8(bytes, label);
  if (!decoded) {
    warnings.push_back("it declares the encoding \"" + shown(label.substr(0, 40)) +
                       "\", which is unknown; it was read as windows-1252, so check its letters beyond ASCII");
    decoded = to_utf8(bytes, "windows-1252");
  }
  if (decoded->replaced != 0 && first_invalid_byte(bytes)) {
    warnings.push_back(std::to_string(decoded->replaced) + " of its characters are not " + std::string(label) +
                       ", the encoding that it declares, and are shown as \xEF\xBF\xBD");
  }
  return std::move(decoded->text);
}

}  // namespace

Result<std::string> decoded_markup(std::string_view bytes, std::string_view label, std::vector<std::string>& warnings) {
  std::string text;
  if (const std::string_view wide = wide_label(bytes); !wide.empty()) {
    text = text_in(bytes, wide, warnings);
  } else if (!first_invalid_byte(bytes)) {
    const std::string named = label.empty() ? declared(bytes) : to_lower(label);
    // Only an encoding of seven bits can be meant by bytes below 128.
    const bool shifts = named.starts_with("iso-2022") && is_ascii(bytes);
    text = shifts ? text_in(bytes, named, warnings) : std::string(bytes);
  } else {
    std::string named(label);
    if (named.empty()) named = declared(bytes);
    if (named.empty()) {
      named = "windows-1252";
      warnings.emplace_back(
          "it declares no encoding and is not UTF-8; it was read as windows-1252, so check its letters beyond ASCII");
    }
    text = text_in(bytes, named, warnings);
  }
  text.erase(0, byte_order_mark_size(text));
  if (auto refusal = why_not_text(text)) return Fault{Who::input, refusal->code, refusal->reason, ""};
  return text;
}

}  // namespace crosscheck::read_room
