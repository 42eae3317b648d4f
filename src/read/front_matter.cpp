// The part of YAML that front matter is written in: `title: "In brief: HGS"  # note` gives the key title and
// the value In brief: HGS. Quoted and plain scalars, comments, and lines that continue a value by their
// indent. Lists and nested maps are stepped over, since no key of ours takes one; anchors, tags and flow
// collections are taken as plain words.
#include "read/front_matter.h"

#include <algorithm>

#include "base/unicode.h"
#include "read/bytes.h"

namespace crosscheck::read_room {
namespace {

std::string_view trimmed_right(std::string_view text) { return text.substr(0, text.find_last_not_of(kBlanks) + 1); }

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

/// The size of the key that the line begins with; 0 when it begins with none.
std::size_t key_size(std::string_view line) {
  std::size_t size = 0;
  while (size < line.size() && is_key_character(line[size])) ++size;
  const bool closed = size < line.size() && line[size] == ':' &&
                      (size + 1 == line.size() || line[size + 1] == ' ' || line[size + 1] == '\t');
  return closed && line.front() != '-' ? size : 0;
}

/// Only a comment may follow a closing quote.
bool is_rest_empty(std::string_view rest) {
  rest = trimmed(rest);
  return rest.empty() || rest.front() == '#';
}

void append_code_point(std::string& out, std::string_view hex) {
  char32_t code = 0;
  for (const char c : hex) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : 0;
    code = code * 16 + static_cast<char32_t>(digit);
  }
  append_utf8(out, code == 0 || (code >= 0xD800 && code < 0xE000) ? char32_t{0xFFFD} : code);
}

std::optional<std::string> double_quoted(std::string_view text) {
  std::string out;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '"') return is_rest_empty(text.substr(at + 1)) ? std::optional(out) : std::nullopt;
    if (text[at] != '\\') {
      out.push_back(text[at]);
      continue;
    }
    if (++at == text.size()) break;
    if (text[at] == 'u' && at + 4 < text.size()) {
      append_code_point(out, text.substr(at + 1, 4));
      at += 4;
    } else {
      out.push_back(text[at] == 'n' || text[at] == 't' ? ' ' : text[at]);
    }
  }
  return std::nullopt;
}

std::optional<std::string> single_quoted(std::string_view text) {
  std::string out;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '\'') {
      if (at + 1 == text.size() || text[at + 1] != '\'') {
        return is_rest_empty(text.substr(at + 1)) ? std::optional(out) : std::nullopt;
      }
      ++at;
    }
    out.push_back(text[at]);
  }
  return std::nullopt;
}

std::string plain(std::string_view text) {
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    if (at != 0 && text[at - 1] != ' ' && text[at - 1] != '\t') continue;
    text = text.substr(0, at);
    break;
  }
  text = trimmed(text);
  const bool is_nothing = text == "~" || text == "null";
  const bool opens_block = text == ">" || text == "|" || text == ">-" || text == "|-";  // the value is below
  return is_nothing || opens_block ? std::string() : std::string(text);
}

std::optional<std::string> scalar(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('"')) return double_quoted(text);
  if (text.starts_with('\'')) return single_quoted(text);
  return plain(text);
}

/// Takes one line of the block in; false when it has no place there.
bool take_line(std::string_view line, std::size_t number, FrontMatter& block) {
  const std::string_view content = trimmed(line);
  if (content.empty() || content.front() == '#') return true;
  if (content == "-" || content.starts_with("- ")) return !block.entries.empty();
  if (line.front() == ' ' || line.front() == '\t') {
    if (block.entries.empty()) return false;
    std::string& value = block.entries.back().value;
    value.append(value.empty() ? "" : " ").append(content);
    return true;
  }
  const std::size_t size = key_size(line);
  if (size == 0) return false;
  const auto value = scalar(line.substr(size + 1));
  if (!value) return false;
  block.entries.push_back({std::string(line.substr(0, size)), *value, number});
  return true;
}

}  // namespace

const FrontMatter::Entry* FrontMatter::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

std::optional<FrontMatter> parse_front_matter(std::string_view text) {
  FrontMatter block;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_break = text.find('\n', at);
    const std::size_t next = line_break == std::string_view::npos ? text.size() : line_break + 1;
    const std::string_view line = trimmed_right(text.substr(at, line_break - at));
    at = next;
    ++number;
    if (number == 1) {
      if (line != "---") return std::nullopt;
    } else if (line == "---" || line == "...") {
      block.end = next;
      return block;
    } else if (!take_line(line, number, block)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck::read_room
