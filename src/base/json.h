// what      the one place that names the JSON library
// in → out  text ↔ Json, keys kept in the order written
// owns      its values
// fails     parse_json() gives a Fault with the byte where the text stops being JSON
// threads   a value
// cost      one allocation an element
// follows   RFC 8259
// tested by tests/unit/base_test.cpp
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crosscheck {

using Json = nlohmann::ordered_json;

/// Bad UTF-8 never reaches a Json (readers refuse it), so dump() cannot throw.
Result<Json> parse_json(std::string_view text);

}  // namespace crosscheck
