// What the JSON of reports, of claims and of the page is written with. Private to src/render/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "model/model.h"

namespace crosscheck::rendering {

/// Members of an object, each in one line of code.
class Writer : public JsonWriter {
 public:
  using JsonWriter::JsonWriter;

  void member(JsonKey name, std::string_view value) {
    key(name);
    text(value);
  }
  void member_or_null(JsonKey name, std::string_view value) {
    key(name);
    text_or_null(value);
  }
  void count(JsonKey name, std::size_t value) {
    key(name);
    number(value);
  }
  void none(JsonKey name) {
    key(name);
    null();
  }
  void object(JsonKey name) {
    key(name);
    begin_object();
  }
  void array(JsonKey name) {
    key(name);
    begin_array();
  }
  void list(JsonKey name, const std::vector<std::string>& values) {
    key(name);
    texts(values);
  }
};

void write_claim(Writer& out, const Report& report, const Claim& claim);

}  // namespace crosscheck::rendering
