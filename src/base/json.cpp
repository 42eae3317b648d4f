// A thin fence around nlohmann/json: its exception becomes a Fault that names the byte, as in
// `{"id": 1,}` → "not JSON at byte 9".
#include "base/json.h"

namespace crosscheck {

Result<Json> parse_json(std::string_view text) {
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    return Fault{Who::input, "not-json",
                 "not JSON at byte " + std::to_string(error.byte) + "; mend the line or remove it", ""};
  } catch (const nlohmann::json::exception& error) {  // a number out of range
    return Fault{Who::input, "not-json", std::string("not usable as JSON: ") + error.what(), ""};
  }
}

}  // namespace crosscheck
