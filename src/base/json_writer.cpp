// {"a": [1, 2], "b": {}} with indent 1 takes a line an element and none for what is empty. A text without quotes,
// backslashes and control characters is copied as it is, one with them piece by piece; a text that is no UTF-8 goes
// through the library, which mends it.
#include "base/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "base/eight_bytes.h"
#include "base/json.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

constexpr unsigned char kFirstPrintable = 0x20;

/// Not 0 when one of eight bytes is 0; and when one is less than `limit`, which is 128 at most.
constexpr std::uint64_t any_zero(std::uint64_t bytes) { return (bytes - kOnes) & ~bytes & kHighs; }
constexpr std::uint64_t any_less(std::uint64_t bytes, std::uint64_t limit) {
  return (bytes - kOnes * limit) & ~bytes & kHighs;
}

/// RFC 8259, section 7; what has a short form gets it.
void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kEscaped = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt", kHex = "0123456789abcdef";
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= kFirstPrintable && byte != '"' && byte != '\\') continue;
    out.append(text, from, at - from).push_back('\\');
    from = at + 1;
    if (const std::size_t known = kEscaped.find(text[at]); known != std::string_view::npos)
      out.push_back(kLetters[known]);
    else
      out.append("u00").append({kHex[byte / 16], kHex[byte % 16]});
  }
  out.append(text, from);
}

/// Grows once: most texts are short, and there are millions of them.
void append_quoted(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  out.append(text.size() + 2, '"');
  std::memcpy(out.data() + begin + 1, text.data(), text.size());
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  std::uint64_t special = 0, bits = 0;
  const auto look = [&](const char* at) {
    const std::uint64_t eight = eight_bytes(at);
    special |= any_less(eight, kFirstPrintable) | any_zero(eight ^ kOnes * '"') | any_zero(eight ^ kOnes * '\\');
    bits |= eight;
  };
  if (text.size() >= 8) {
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) look(text.data() + at);
    look(text.data() + text.size() - 8);
  } else {
    std::array<char, 8> padded;
    padded.fill(' ');
    for (std::size_t i = 0; i < text.size(); ++i) padded[i] = text[i];  // no call: these are the most
    look(padded.data());
  }
  if ((bits & kHighs) == 0 || !first_invalid_byte(text)) {
    if (special == 0) return append_quoted(out, text);
    out.push_back('"');
    append_escaped(out, text);
    out.push_back('"');
  } else {
    out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
}

void append_json_number(std::string& out, std::uint64_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end.ptr);
}

/// Grows once: half of a report is keys.
void JsonWriter::key(JsonKey key) {
  const std::string_view colon = indent_ < 0 ? ":" : ": ";
  if (key.plain) {
    char* at = separate(key.name.size() + 2 + colon.size());
    *at++ = '"';
    at = std::copy(key.name.begin(), key.name.end(), at);
    *at++ = '"';
    *at = ':';
  } else {
    text(key.name);
    out_ += colon;
  }
  behind_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  append_json_string(out_, value);
}

void JsonWriter::text_or_null(std::string_view value) { value.empty() ? null() : text(value); }

void JsonWriter::number(std::uint64_t value) {
  separate();
  append_json_number(out_, value);
}

void JsonWriter::real(double value) {
  separate();
  out_ += Json(value).dump();
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::texts(const std::vector<std::string>& values) {
  begin_array();
  for (const std::string& value : values) text(value);
  end_array();
}

std::string_view JsonWriter::continued(std::string_view elements) {
  if (elements.empty()) return elements;
  if (filled_.back() == 0) elements.remove_prefix(1);  // the comma
  filled_.back() = 1;
  return elements;
}

void JsonWriter::begin(char bracket) {
  separate();
  out_.push_back(bracket);
  filled_.push_back(0);
}

void JsonWriter::end(char bracket) {
  const bool filled = filled_.back() != 0;
  filled_.pop_back();
  if (filled) advance(false, true, 0);
  out_.push_back(bracket);
}

char* JsonWriter::separate(std::size_t room) {
  if (behind_key_ || filled_.empty()) {
    behind_key_ = false;
    return nullptr;
  }
  const bool comma = filled_.back() != 0;
  filled_.back() = 1;
  return advance(comma, true, room);
}

char* JsonWriter::advance(bool comma, bool line, std::size_t room) {
  const std::size_t begin = out_.size(), before = comma ? 1 : 0,
                    blanks = line && indent_ >= 0 ? 1 + filled_.size() * static_cast<std::size_t>(indent_) : 0;
  out_.append(before + blanks + room, ' ');
  char* const at = out_.data() + begin;
  if (comma) *at = ',';
  if (blanks != 0) at[before] = '\n';
  return at + before + blanks;
}

}  // namespace crosscheck
