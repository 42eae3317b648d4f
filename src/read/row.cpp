// Two parsers, one meaning. simdjson takes the rows that are as they should be, at the speed of memory:
//   {"id": "a7", "title": null, "text": "Shares rose 4%.", "published": "2025-11"}
// Whatever it does not like goes through nlohmann's, which says at which byte the row stops being JSON and, for a row
// that is JSON after all (nested a thousand deep, a number of thirty digits in a field that is not ours), reads it.
// Known fields are kept; all else is stepped over, however deep. It cannot tell which of two equal keys is meant: the
// last one counts.
#include "read/row.h"

#include <simdjson.h>

#include "base/json.h"
#include "read/source.h"

namespace crosscheck::read_room {
namespace {

static_assert(Source::kPadding >= simdjson::SIMDJSON_PADDING);
/// simdjson sets aside several times a row's size; longer rows are read by the parser that does not.
constexpr std::size_t kLongestFast = std::size_t{1} << 24U;

std::size_t field_named(std::string_view name) {
  std::size_t field = 0;
  while (field < kFieldCount && kFieldNames[field] != name) ++field;
  return field;
}

/// Receives the parser's events for one row. False stops the parser.
class RowEvents {
 public:
  explicit RowEvents(Row& row) : row_(row) {}
  Refusal refusal;  ///< when the parser was stopped

  bool null() { return scalar("null", true); }
  bool boolean(bool) { return scalar("a boolean", false); }
  bool number_integer(Json::number_integer_t value) { return number(std::to_string(value)); }
  bool number_unsigned(Json::number_unsigned_t value) { return number(std::to_string(value)); }
  bool number_float(Json::number_float_t, const std::string&) { return scalar("a number", false); }
  bool binary(Json::binary_t&) { return scalar("binary", false); }
  bool string(std::string& value) {
    if (depth_ == 1 && field_ < kFieldCount) {
      row_.values[field_].swap(value);
      row_.given[field_] = true;
    }
    return scalar("a string", true);
  }
  bool start_object(std::size_t) {
    if (depth_ != 0 && !scalar("an object", false)) return false;
    ++depth_;
    return true;
  }
  bool start_array(std::size_t) {
    if (!scalar("an array", false)) return false;
    ++depth_;
    return true;
  }
  bool end_object() { return --depth_, true; }
  bool end_array() { return --depth_, true; }
  bool key(const std::string& name) {
    if (depth_ == 1) field_ = field_named(name);
    return true;
  }
  bool parse_error(std::size_t byte, const std::string&, const Json::exception&) {
    refusal = {"not-json", "not JSON at byte " + std::to_string(byte) + " of the row; mend the row or remove it"};
    return false;
  }

 private:
  /// A number is a good id, and nothing else.
  bool number(std::string digits) {
    if (depth_ != 1 || field_ != kId) return scalar("a number", false);
    row_.values[kId] = std::move(digits);
    row_.given[kId] = true;
    return true;
  }

  bool scalar(std::string_view what, bool fits) {
    if (depth_ == 0) {
      refusal = {"not-an-object", "the row is " + std::string(what) + R"(; write an object {"id": ..., "text": ...})"};
      return false;
    }
    if (depth_ > 1 || field_ == kFieldCount || fits) return true;
    refusal = {"wrong-type", "`" + std::string(kFieldNames[field_]) + "` is " + std::string(what) + "; write a string"};
    return false;
  }

  Row& row_;
  std::size_t depth_ = 0;
  std::size_t field_ = kFieldCount;
};

std::optional<Refusal> parse_carefully(std::string_view line, Row& row) {
  if (auto refusal = why_not_text_row(line)) return refusal;
  row = {};
  RowEvents events(row);
  if (!Json::sax_parse(line.begin(), line.end(), &events)) return events.refusal;
  return std::nullopt;
}

/// False when the value is not what the field takes.
bool take_value(const simdjson::dom::element& value, std::size_t field, Row& row) {
  switch (value.type()) {
    case simdjson::dom::element_type::NULL_VALUE:
      return true;
    case simdjson::dom::element_type::STRING:
      row.values[field] = std::string_view(value);
      break;
    case simdjson::dom::element_type::INT64:
      if (field != kId) return false;
      row.values[field] = std::to_string(std::int64_t(value));
      break;
    case simdjson::dom::element_type::UINT64:
      if (field != kId) return false;
      row.values[field] = std::to_string(std::uint64_t(value));
      break;
    default:
      return false;
  }
  row.given[field] = true;
  return true;
}

}  // namespace

struct RowParser::Fast {
  simdjson::dom::parser parser{kLongestFast};

  /// False: ask the careful parser. simdjson checks that the row is UTF-8 and JSON from end to end.
  bool parse(std::string_view line, Row& row) {
    simdjson::dom::object object;
    if (parser.parse(line.data(), line.size(), false).get(object) != simdjson::SUCCESS) return false;
    row = {};
    for (const auto& [key, value] : object) {
      const std::size_t field = field_named(key);
      if (field < kFieldCount && !take_value(value, field, row)) return false;
    }
    return true;
  }
};

RowParser::RowParser() : fast_(std::make_unique<Fast>()) {}
RowParser::~RowParser() = default;

std::optional<Refusal> RowParser::parse(std::string_view line, Row& row) {
  if (fast_->parse(line, row)) return std::nullopt;
  return parse_carefully(line, row);
}

}  // namespace crosscheck::read_room
