// reviews.jsonl: what a person decided about a finding, one decision a line, only ever added to:
//   {"fingerprint":"3f0c…","state":"dismissed","reason":"the ministry counts the missing","by":"mk","at":"2026-03-04T10:11:12Z"}
// A later line about the same finding replaces an earlier one; "open" takes back. The file is meant to be read and mended by
// people, so every bad line is told with its number, all at once. It does not know which findings there are: judge() does.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/date.h"
#include "base/json.h"
#include "base/unicode.h"
#include "review/review.h"

namespace crosscheck {
namespace {

constexpr std::array kFields{"fingerprint", "state", "reason", "note", "by", "at", "until"};
constexpr std::array kStates{ReviewState::open, ReviewState::accepted, ReviewState::dismissed, ReviewState::fixed};

Fault bad_line(const std::string& what, const std::string& where) { return {Who::setup, "bad-review", what, where}; }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// "3f0c9a2b11d4e5f6", "3f0c9a2b11d4e5f6-2".
bool is_fingerprint(std::string_view text) {
  const std::size_t dash = std::min(text.find('-'), text.size());
  const auto all_of = [](std::string_view part, std::string_view allowed) {
    return !part.empty() && part.find_first_not_of(allowed) == std::string_view::npos;
  };
  return all_of(text.substr(0, dash), "0123456789abcdef") &&
         (dash == text.size() || all_of(text.substr(dash + 1), "0123456789"));
}

/// The value of a text field; a fault when it is something else.
Result<std::string> text_field(const Json& row, const char* name, const std::string& where) {
  const auto found = row.find(name);
  if (found == row.end() || found->is_null()) return std::string();
  if (!found->is_string()) return bad_line("`" + std::string(name) + "` is no text; write it in quotes", where);
  return found->get<std::string>();
}

/// What its fields demand of each other.
std::optional<Fault> unsound(const Review& review, const std::string& where) {
  if (!is_fingerprint(review.fingerprint))
    return bad_line("`fingerprint` is '" + review.fingerprint + "'; copy it whole from report.json", where);
  if (review.state == ReviewState::dismissed && is_blank(review.reason))
    return bad_line("a finding is dismissed for a `reason`; give it", where);
  if (review.until.empty()) return std::nullopt;
  const auto day = parse_edtf(review.until);
  if (!day || day->grain != Grain::day)
    return bad_line("`until` is '" + review.until + "'; write a day, 2027-01-01", where);
  return std::nullopt;
}

}  // namespace

Result<Review> parse_review(std::string_view line, const std::string& where) {
  if (first_invalid_byte(line)) return bad_line("not UTF-8; save the file as UTF-8", where);
  const auto parsed = parse_json(line);
  if (!parsed.ok()) return bad_line("not JSON: " + parsed.fault().what, where);
  const Json& row = parsed.value();
  if (!row.is_object()) return bad_line(R"(no object; write {"fingerprint": …, "state": …})", where);
  for (const auto& [key, value] : row.items()) {
    if (std::find(kFields.begin(), kFields.end(), key) != kFields.end()) continue;
    return bad_line("unknown field '" + key + "'; known are fingerprint, state, reason, note, by, at, until", where);
  }
  Review review;
  review.where = where;
  std::string state;
  const std::array<std::string*, kFields.size()> into{&review.fingerprint, &state,     &review.reason, &review.note,
                                                      &review.by,          &review.at, &review.until};
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    auto value = text_field(row, kFields[i], where);
    if (!value.ok()) return value.fault();
    *into[i] = std::move(value).value();
  }
  const auto* known =
      std::find_if(kStates.begin(), kStates.end(), [&](ReviewState one) { return name_of(one) == state; });
  if (known == kStates.end())
    return bad_line("`state` is '" + state + "'; write accepted, dismissed, fixed or open", where);
  review.state = *known;
  if (auto fault = unsound(review, where)) return *std::move(fault);
  return review;
}

Checked<std::vector<Review>> parse_reviews(std::string_view text, const std::string& path) {
  std::vector<Review> reviews;
  std::vector<Fault> faults;
  std::size_t number = 0;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (is_blank(line)) continue;
    auto review = parse_review(line, path + ":" + std::to_string(number));
    if (review.ok())
      reviews.push_back(std::move(review).value());
    else
      faults.push_back(review.fault());
  }
  if (!faults.empty()) return faults;
  return reviews;
}

Checked<std::vector<Review>> read_reviews(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error) && !error) return std::vector<Review>{};
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file || std::filesystem::is_directory(path, error))
    return std::vector<Fault>{
        {Who::machine, "unreadable", "cannot read the reviews; check that it is a file and may be read", path}};
  return parse_reviews(text, path);
}

std::string review_line(const Review& review) {
  Json row;
  row["fingerprint"] = review.fingerprint;
  row["state"] = std::string(name_of(review.state));
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) row[name] = value;
  };
  add("reason", review.reason);
  add("note", review.note);
  add("by", review.by);
  add("at", review.at);
  add("until", review.until);
  return row.dump();
}

}  // namespace crosscheck
