// A small lexer, enough to tell code from comments and literals: `a("// no", '"'); // yes` keeps its
// code and knows which of the two slashes pairs is a comment. It knows nothing of macros or trigraphs.
#include "house/source_text.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace crosscheck::house {
namespace {

enum class Part : char { code, comment, literal };

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

/// The identifier or number that ends right before `at`.
std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_word(text[begin - 1])) --begin;
  return text.substr(begin, at - begin);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Behind a quoted literal's closing quote, or at the end of its line when it has none.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      return at + 1;
    }
  }
  return std::min(at, text.size());
}

std::size_t end_of_raw_string(std::string_view text, std::size_t quote) {
  const std::size_t open = text.find('(', quote);
  if (open == std::string_view::npos) return text.size();
  const std::string close = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
  const std::size_t found = text.find(close, open);
  return found == std::string_view::npos ? text.size() : found + close.size();
}

std::size_t end_of_line_comment(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] != '\n' || text[at - 1] == '\\')) ++at;
  return at;
}

struct Piece {
  Part part = Part::code;
  std::size_t end = 0;
};

/// What begins at `at`, and where it ends.
Piece piece_at(std::string_view text, std::size_t at) {
  const std::string_view two = text.substr(at, 2);
  if (two == "//") return {Part::comment, end_of_line_comment(text, at)};
  if (two == "/*") {
    const std::size_t close = text.find("*/", at + 2);
    return {Part::comment, close == std::string_view::npos ? text.size() : close + 2};
  }
  const std::string_view prefix = word_before(text, at);
  if (text[at] == '"') {
    const bool raw = is_one_of(prefix, {"R", "LR", "uR", "UR", "u8R"});
    return {Part::literal, raw ? end_of_raw_string(text, at) : end_of_quoted(text, at)};
  }
  // In 1'000 the quote parts digits.
  const bool is_character = prefix.empty() || is_one_of(prefix, {"L", "u", "U", "u8"});
  if (text[at] == '\'' && is_character) return {Part::literal, end_of_quoted(text, at)};
  return {Part::code, at + 1};
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

/// Replaces preprocessor lines, with their continuations, by empty ones.
std::string without_directives(const std::string& code) {
  std::string out;
  bool in_directive = false;
  for (const std::string& line : lines_of(code)) {
    const std::string bare = trimmed(line);
    in_directive = in_directive || (!bare.empty() && bare.front() == '#');
    if (!in_directive) out += line;
    out += '\n';
    in_directive = in_directive && !bare.empty() && bare.back() == '\\';
  }
  return out;
}

}  // namespace

std::string keep_only(std::string_view text, Keep keep) {
  std::string out(text);
  for (std::size_t at = 0; at < text.size();) {
    const Piece piece = piece_at(text, at);
    const bool kept = piece.part == Part::code || (piece.part == Part::comment && keep == Keep::code_and_comments) ||
                      (piece.part == Part::literal && keep == Keep::code_and_strings);
    for (; at < piece.end; ++at) {
      if (!kept && text[at] != '\n') out[at] = ' ';
    }
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]))) return true;
  }
  return false;
}

std::vector<Token> tokens_of(std::string_view text) {
  const std::string code = without_directives(keep_only(text, Keep::code));
  std::vector<Token> tokens;
  int line = 1;
  for (std::size_t at = 0; at < code.size();) {
    std::size_t end = at + 1;
    if (is_word(code[at])) {
      while (end < code.size() && is_word(code[end])) ++end;
    } else if (is_one_of(std::string_view(code).substr(at, 2), {"::", "->"})) {
      end = at + 2;
    }
    if (!is_space(code[at])) tokens.push_back({code.substr(at, end - at), line});
    if (code[at] == '\n') ++line;
    at = end;
  }
  return tokens;
}

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  int line_number = 0;
  for (const std::string& line : lines_of(keep_only(text, Keep::code_and_strings))) {
    ++line_number;
    std::string rest = trimmed(line);
    if (rest.empty() || rest.front() != '#') continue;
    rest = trimmed(std::string_view(rest).substr(1));
    if (rest.rfind("include", 0) != 0) continue;
    const std::size_t open = rest.find_first_of("<\"");
    if (open == std::string::npos) continue;
    const std::size_t close = rest.find_first_of(">\"", open + 1);
    if (close == std::string::npos) continue;
    includes.push_back({rest.substr(open + 1, close - open - 1), line_number, rest[open] == '"'});
  }
  return includes;
}

std::vector<std::string> opening_comment(std::string_view text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (true) {
    // A blank line ends the comment, so that a licence line above it would not hide a missing one.
    const std::size_t begin = at;
    while (at < text.size() && is_space(text[at])) ++at;
    const auto newlines = std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                     text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    if (at >= text.size() || (!out.empty() && newlines > 1)) return out;
    const Piece piece = piece_at(text, at);
    if (piece.part != Part::comment) return out;
    for (const std::string& line : lines_of(text.substr(at, piece.end - at))) {
      std::string bare = trimmed(line);
      bare.erase(0, bare.find_first_not_of("/* !"));
      if (bare.size() >= 2 && bare.ends_with("*/")) bare.resize(bare.size() - 2);
      out.push_back(trimmed(bare));
    }
    at = piece.end;
  }
}

}  // namespace crosscheck::house
