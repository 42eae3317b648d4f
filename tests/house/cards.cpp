// What a file opens with. A door's card is a comment whose lines begin with fixed labels:
//   // what      Span: a half-open range of UTF-8 bytes
// It checks that each label is there with something behind it, and that the tests named exist; whether the
// words are true is for a reader to say.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

#include "house/house_rules.h"
#include "house/rooms.h"
#include "house/source_text.h"

namespace crosscheck::house {
namespace {

struct Label {
  std::string_view name;
  std::string_view other_spelling;
};

constexpr std::array kLabels{
    Label{"what", ""}, Label{"in → out", "in -> out"}, Label{"owns", ""},      Label{"fails", ""}, Label{"threads", ""},
    Label{"cost", ""}, Label{"follows", ""},           Label{"tested by", ""},
};

/// Does the line begin with the label, and say something behind it?
bool is_labelled(std::string_view line, std::string_view label) {
  if (label.empty() || line.size() <= label.size()) return false;
  const auto same = [](char a, char b) { return a == b || a == std::tolower(static_cast<unsigned char>(b)); };
  const bool begins = std::equal(label.begin(), label.end(), line.begin(), same);
  const char next = line[label.size()];
  return begins && (next == ' ' || next == ':') && line.find_first_not_of(" :", label.size()) != std::string_view::npos;
}

bool is_path_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '/' || c == '.' || c == '-';
}

/// The tests/ paths in a line; one that goes on as a pattern ("tests/cases/*.jsonl") is left out.
std::vector<std::string> test_paths(const std::string& line) {
  static constexpr std::string_view kFolder = "tests/";
  std::vector<std::string> paths;
  for (std::size_t at = line.find(kFolder); at != std::string::npos; at = line.find(kFolder, at + 1)) {
    std::size_t end = at;
    while (end < line.size() && is_path_character(line[end])) ++end;
    const bool is_pattern = end < line.size() && (line[end] == '*' || line[end] == '<' || line[end] == '{');
    std::string path = line.substr(at, end - at);
    while (path.ends_with('.') || path.ends_with('/')) path.pop_back();
    if (!is_pattern) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace

Breaches check_opening(std::string_view path, std::string_view text) {
  const std::vector<std::string> comment = opening_comment(text);
  Breaches breaches;
  if (path.ends_with(".cpp") && comment.empty()) {
    breaches.push_back({std::string(path), 1,
                        "open the file with a comment: its idea, one real sentence worked through, "
                        "what it cannot do"});
  }
  if (!is_door(path)) return breaches;
  for (const Label& label : kLabels) {
    const bool has_it = std::any_of(comment.begin(), comment.end(), [&](const std::string& line) {
      return is_labelled(line, label.name) || is_labelled(line, label.other_spelling);
    });
    if (has_it) continue;
    breaches.push_back({std::string(path), 1,
                        "the card that opens this door lacks \"" + std::string(label.name) +
                            "\": add the line (a dash when there is nothing to say)"});
  }
  return breaches;
}

Breaches check_tested_by(std::string_view path, std::string_view text,
                         const std::function<bool(const std::string&)>& exists) {
  Breaches breaches;
  int line_number = 0;
  for (const std::string& line : opening_comment(text)) {
    ++line_number;
    for (const std::string& named : test_paths(line)) {
      if (exists(named)) continue;
      breaches.push_back(
          {std::string(path), line_number, named + " does not exist: write that test, or name the one there is"});
    }
  }
  return breaches;
}

}  // namespace crosscheck::house
