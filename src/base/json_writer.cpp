// {"a": [1, 2], "b": {}} with indent 1 takes a line an element and none for what is empty. A text without quotes,
// backslashes and control characters is copied as it is; the others go through the library, which knows every escape.
#include "base/json_writer.h"

#include <array>
#include <charconv>

#include "base/json.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

constexpr unsigned char kFirstPrintable = 0x20;

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  unsigned special = 0, bits = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    special |= static_cast<unsigned>(byte < kFirstPrintable) | static_cast<unsigned>(byte == '"') |
               static_cast<unsigned>(byte == '\\');
    bits |= byte;
  }
  if (special == 0 && (bits < 0x80 || !first_invalid_byte(text))) {
    out.push_back('"');
    out.append(text).push_back('"');
  } else {
    out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
}

void append_json_number(std::string& out, std::uint64_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), end.ptr);
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += indent_ < 0 ? ":" : ": ";
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

void JsonWriter::begin(char bracket) {
  separate();
  out_.push_back(bracket);
  filled_.push_back(false);
}

void JsonWriter::end(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) new_line();
  out_.push_back(bracket);
}

void JsonWriter::separate() {
  if (behind_key_ || filled_.empty()) {
    behind_key_ = false;
    return;
  }
  if (filled_.back()) out_.push_back(',');
  filled_.back() = true;
  new_line();
}

void JsonWriter::new_line() {
  if (indent_ < 0) return;
  out_.push_back('\n');
  out_.append(filled_.size() * static_cast<std::size_t>(indent_), ' ');
}

}  // namespace crosscheck
