// Every byte as Json::dump() writes it: the tree is the oracle.
#include "base/json_writer.h"

#include "base/json.h"
#include "catch.h"

namespace crosscheck {
namespace {

void write(JsonWriter& out, const Json& json) {
  if (json.is_object()) {
    out.begin_object();
    for (const auto& [name, value] : json.items()) {
      out.key(name);
      write(out, value);
    }
    out.end_object();
  } else if (json.is_array()) {
    out.begin_array();
    for (const Json& value : json) write(out, value);
    out.end_array();
  } else if (json.is_string()) {
    out.text(json.get<std::string>());
  } else if (json.is_number_float()) {
    out.real(json.get<double>());
  } else if (json.is_number()) {
    out.number(json.get<std::uint64_t>());
  } else if (json.is_boolean()) {
    out.boolean(json.get<bool>());
  } else {
    out.null();
  }
}

TEST_CASE("the JSON writer writes what a tree would", "[unit]") {
  Json json = Json::parse(R"({"empty": {}, "none": [], "a": [1, 0.9, 0.0, true, null, [[]], {"b": {"c": "d"}}],
                              "quo\"te": "back\\slash \u0001\b\f\n\r\t\u007f é € 😀", "big": 18446744073709551615})");
  json["invalid"] = std::string(
      "a\xff"
      "b\xc3");
  for (const int indent : {-1, 0, 1, 2}) {
    std::string text;
    JsonWriter out(text, indent);
    write(out, json);
    CHECK(text == json.dump(indent, ' ', false, Json::error_handler_t::replace));
  }
}

TEST_CASE("what several writers write of one array reads as if one had", "[unit]") {
  for (const int indent : {-1, 1}) {
    std::string text, first, none, last;
    JsonWriter out(text, indent);
    out.begin_object();
    out.key("a");
    out.begin_array();
    for (std::string* part : {&none, &first, &last}) {
      JsonWriter inside(*part, out);
      if (part != &none) inside.text("x");
      if (part == &last) inside.texts({"y"});
    }
    for (const std::string* part : {&none, &first, &none, &last}) text += out.continued(*part);
    out.end_array();
    out.end_object();
    CHECK(text == Json::parse(R"({"a": ["x", "x", ["y"]]})").dump(indent));
  }
}

TEST_CASE("a sign to be escaped is seen wherever it stands", "[unit]") {
  for (const char sign : {'"', '\\', '\n', '\t', '\r', '\b', '\f', '\0', '\x1f', ' ', '\x7f', '\xff'}) {
    for (std::size_t at = 0; at < 20 * 20; ++at) {
      std::string value(at / 20 + 1, 'x'), text;
      value[at % 20 % value.size()] = sign;
      JsonWriter(text, -1).text(value);
      CHECK(text == Json(value).dump(-1, ' ', false, Json::error_handler_t::replace));
    }
  }
}

}  // namespace
}  // namespace crosscheck
