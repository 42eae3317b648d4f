// .jsonl: a document a line, in one pass and without building a tree of each row:
//   {"id": "a7", "title": null, "text": "Shares rose 4%.", "published": "2025-11"}
// Known fields are kept as they stream by; all else is stepped over, however deep. A bad row is skipped by
// file and line, and the rows after it are read.
#include <array>
#include <unordered_set>

#include "base/json.h"
#include "read/format.h"

namespace crosscheck::read_room {
namespace {

enum Field : std::size_t { kId, kText, kTitle, kSource, kUrl, kPublished, kLanguage, kFieldCount };
constexpr std::array<std::string_view, kFieldCount> kNames{"id",  "text",      "title",   "source",
                                                           "url", "published", "language"};

/// Receives the parser's events for one row. False stops the parser.
class Row {
 public:
  std::array<std::string, kFieldCount> values;
  std::array<bool, kFieldCount> given{};
  Refusal refusal;  ///< when the parser was stopped

  bool null() { return scalar("null", true); }
  bool boolean(bool) { return scalar("a boolean", false); }
  bool number_integer(Json::number_integer_t value) { return number(std::to_string(value)); }
  bool number_unsigned(Json::number_unsigned_t value) { return number(std::to_string(value)); }
  bool number_float(Json::number_float_t, const std::string&) { return scalar("a number", false); }
  bool binary(Json::binary_t&) { return scalar("binary", false); }
  bool string(std::string& value) {
    if (depth_ == 1 && field_ < kFieldCount) {
      values[field_].swap(value);
      given[field_] = true;
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
    if (depth_ != 1) return true;
    field_ = kFieldCount;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if (kNames[i] == name) field_ = i;
    }
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
    values[kId] = std::move(digits);
    given[kId] = true;
    return true;
  }

  bool scalar(std::string_view what, bool fits) {
    if (depth_ == 0) {
      refusal = {"not-an-object", "the row is " + std::string(what) + R"(; write an object {"id": ..., "text": ...})"};
      return false;
    }
    if (depth_ > 1 || field_ == kFieldCount || fits) return true;
    refusal = {"wrong-type", "`" + std::string(kNames[field_]) + "` is " + std::string(what) + "; write a string"};
    return false;
  }

  std::size_t depth_ = 0;
  std::size_t field_ = kFieldCount;
};

class RowReader {
 public:
  RowReader(const Input& input, const ReadOptions& options, Builder& into)
      : input_(input), options_(options), into_(into) {}

  void take(std::string_view line, std::size_t number) {
    if (auto refusal = read(line, number)) {
      into_.skip(input_.path + ":" + std::to_string(number), *std::move(refusal));
    }
  }

 private:
  std::optional<Refusal> read(std::string_view line, std::size_t number) {
    if (auto refusal = why_not_text_row(line)) return refusal;
    Row row;
    if (!Json::sax_parse(line.begin(), line.end(), &row)) return row.refusal;
    if (!row.given[kText]) return Refusal{"missing-text", R"(there is no "text"; give the article's words there)"};
    for (const std::string& value : row.values) {
      if (value.find('\0') != std::string::npos)
        return Refusal{"binary", "a NUL character says it is no text; remove the row"};
    }
    if (is_blank(row.values[kText]) && is_blank(row.values[kTitle])) {
      return Refusal{"empty", "there is no text in the row; remove it"};
    }
    return add(row, number);
  }

  std::optional<Refusal> add(Row& row, std::size_t number) {
    Document document;
    if (!row.values[kPublished].empty()) {
      const auto date = published_date(row.values[kPublished]);
      if (!date) return bad_published(row.values[kPublished], "");
      document.published = *date;
    }
    const std::string local_id = row.values[kId].empty() ? std::to_string(number) : row.values[kId];
    if (!row.values[kId].empty() && !ids_.insert(local_id).second) {
      return Refusal{"duplicate-id", "the id \"" + local_id + "\" stands in an earlier row; give each row its own"};
    }
    document.path = input_.path + "#" + local_id;
    document.id = row.values[kId].empty() ? input_.id + "#" + local_id : local_id;
    document.text = std::move(row.values[kText]);
    document.title = std::move(row.values[kTitle]);
    document.source = std::move(row.values[kSource]);
    document.url = std::move(row.values[kUrl]);
    document.language = row.values[kLanguage].empty() ? options_.default_language : row.values[kLanguage];
    document.body_begin = static_cast<std::uint32_t>(byte_order_mark_size(document.text));
    into_.add(std::move(document));
    return std::nullopt;
  }

  const Input& input_;
  const ReadOptions& options_;
  Builder& into_;
  std::unordered_set<std::string> ids_;
};

}  // namespace

void read_jsonl(Input input, const ReadOptions& options, Builder& into) {
  const std::string_view bytes = input.bytes;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return into.skip(input.path, *why_not_text(bytes));
  }
  if (is_blank(bytes)) return into.skip(input.path, {"empty", "there is no row in it; remove it from the corpus"});
  RowReader rows(input, options, into);
  std::size_t number = 0;
  for (std::size_t at = byte_order_mark_size(bytes); at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    ++number;
    if (!is_blank(line)) rows.take(line, number);
    at = end + 1;
  }
}

}  // namespace crosscheck::read_room
