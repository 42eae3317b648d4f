// what      JSON written straight into a string, byte for byte as Json::dump() would
// in → out  begin, key, value, end … → text
// units     indent: blanks a level; below 0: all on one line
// owns      nothing; appends to the string it was given
// fails     never: bytes that are no UTF-8 become U+FFFD
// threads   one writer a thread
// cost      a copy of each text; no tree, no allocation an element
// follows   RFC 8259; the layout of nlohmann/json
// tested by tests/unit/json_writer_test.cpp
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

/// In quotes.
void append_json_string(std::string& out, std::string_view text);
void append_json_number(std::string& out, std::uint64_t number);

/// The name of a member. Of one that the code spells out the compiler sees whether it can stand as it is: most of a report.
struct JsonKey {
  std::string_view name;
  bool plain = false;  ///< letters, digits and underscores

  template <std::size_t kSize>
  consteval JsonKey(const char (&written)[kSize]) : name(written, kSize - 1), plain(true) {
    for (const char c : name) plain = plain && (c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
  JsonKey(std::string_view text) : name(text) {}    // NOLINT: a text is a name
  JsonKey(const std::string& text) : name(text) {}  // NOLINT: the same
  /// Of a text that is not spelled out there: a pointer, never a literal.
  JsonKey(const std::same_as<const char*> auto& text) : name(text) {}  // NOLINT: the same
};

class JsonWriter {
 public:
  JsonWriter(std::string& out, int indent) : out_(out), indent_(indent) {}
  /// Writes further elements of what `open` has open into a text of their own, which goes through continued().
  JsonWriter(std::string& out, const JsonWriter& open) : out_(out), indent_(open.indent_), filled_(open.filled_) {
    filled_.back() = 1;
  }
  /// What to write of such a text behind what is written.
  std::string_view continued(std::string_view elements);

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// A value or a begin must follow.
  void key(JsonKey key);

  void text(std::string_view value);
  void text_or_null(std::string_view value);  ///< null when empty
  void number(std::uint64_t value);
  void real(double value);
  void boolean(bool value);
  void null();
  void texts(const std::vector<std::string>& values);  ///< an array

 private:
  void begin(char bracket);
  void end(char bracket);
  /// Before an element: a comma, a line, and `room` blanks for it; gives their place. Nothing before what a key names.
  char* separate(std::size_t room = 0);
  char* advance(bool comma, bool line, std::size_t room);

  std::string& out_;
  int indent_;
  std::vector<char> filled_;  ///< for each open bracket: has it an element?
  bool behind_key_ = false;
};

}  // namespace crosscheck
