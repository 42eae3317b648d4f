// How long files and functions are. A function is counted from the first line of its head to its closing
// brace, lambdas inside it included:
//   int twice(int x) {    head "int twice(int x)": round brackets and no "=", so a function
//     return 2 * x;
//   }                     3 lines
// A brace counter, not a parser: a macro that opens or closes a brace would lead it astray.
#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>

#include "house/house_rules.h"
#include "house/source_text.h"

namespace crosscheck::house {
namespace {

enum class Kind { outside, function, value };

using Tokens = std::span<const Token>;

bool is_any(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

/// Behind the bracket that closes the one at `open`.
std::size_t behind_pair(Tokens tokens, std::size_t open, std::string_view opens, std::string_view closes) {
  int depth = 0;
  for (std::size_t at = open; at < tokens.size(); ++at) {
    if (tokens[at].text == opens) ++depth;
    if (tokens[at].text == closes && --depth == 0) return at + 1;
  }
  return tokens.size();
}

/// The head without `template <...>` and attributes before it.
Tokens bare_head(Tokens head) {
  while (head.size() > 1) {
    if (head[0].text == "template" && head[1].text == "<") {
      head = head.subspan(behind_pair(head, 1, "<", ">"));
    } else if (head[0].text == "[" && head[1].text == "[") {
      head = head.subspan(behind_pair(head, 0, "[", "]"));
    } else {
      break;
    }
  }
  return head;
}

/// In a constructor's list of initializers, `: low_{low}, high_` opens a value, not the body.
bool opens_member_value(Tokens head) {
  for (std::size_t at = 0; at < head.size(); ++at) {
    if (head[at].text == "(") at = behind_pair(head, at, "(", ")") - 1;
    if (head[at].text == ":") return !is_any(head.back().text, {")", "}"});
  }
  return false;
}

/// What the brace behind `head` opens, at the level of a namespace or a class.
Kind kind_of(Tokens head) {
  head = bare_head(head);
  const auto count = [head](std::string_view text) {
    return std::count_if(head.begin(), head.end(), [text](const Token& t) { return t.text == text; });
  };
  if (count("(") != count(")")) return Kind::value;  // a default argument: `f(Limits limits = {})`
  bool has_parameters = false;
  for (std::size_t at = 0; at < head.size(); ++at) {
    const std::string& text = head[at].text;
    if (text == "operator") return Kind::function;
    if (is_any(text, {"namespace", "class", "struct", "union", "enum"})) return Kind::outside;
    if (text == "=") return at + 1 < head.size() && head[at + 1].text == "[" ? Kind::function : Kind::value;
    if (text == "(") {
      has_parameters = true;
      at = behind_pair(head, at, "(", ")") - 1;
    }
  }
  if (has_parameters) return opens_member_value(head) ? Kind::value : Kind::function;
  return head.size() == 1 && head[0].text == "extern" ? Kind::outside : Kind::value;
}

/// The name before the parameters, or before the "=" of a lambda.
std::string name_of(Tokens head) {
  head = bare_head(head);
  for (std::size_t at = 1; at < head.size(); ++at) {
    if (is_any(head[at].text, {"(", "="})) return head[at - 1].text;
  }
  return "?";
}

struct Function {
  std::string name;
  int begin_line = 1;
  int lines = 0;
};

class FunctionFinder {
 public:
  explicit FunctionFinder(Tokens tokens) : tokens_(tokens) {}

  std::vector<Function> find() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      const std::string& text = tokens_[at_].text;
      if (text == "{") {
        open();
      } else if (text == "}") {
        close();
      } else if (scopes_.empty() || scopes_.back().kind == Kind::outside) {
        if (text == ";" || is_access_colon()) head_begin_ = at_ + 1;
      }
    }
    return found_;
  }

 private:
  struct Scope {
    Kind kind;
    std::size_t head_begin;
    bool is_outermost;  ///< the brace that opens the function or the value, not one inside it
  };

  bool is_access_colon() const {
    return tokens_[at_].text == ":" && at_ > 0 && is_any(tokens_[at_ - 1].text, {"public", "protected", "private"});
  }

  void open() {
    if (!scopes_.empty() && scopes_.back().kind != Kind::outside) {
      scopes_.push_back({scopes_.back().kind, head_begin_, false});
      return;
    }
    scopes_.push_back({kind_of(head()), head_begin_, true});
    if (scopes_.back().kind == Kind::outside) head_begin_ = at_ + 1;
  }

  void close() {
    if (scopes_.empty()) return;
    const Scope scope = scopes_.back();
    scopes_.pop_back();
    if (!scope.is_outermost || scope.kind == Kind::value) return;  // after a value its head goes on
    head_begin_ = at_ + 1;
    if (scope.kind != Kind::function) return;
    const int begin_line = tokens_[scope.head_begin].line;
    found_.push_back({name_of(tokens_.subspan(scope.head_begin, at_ - scope.head_begin)), begin_line,
                      tokens_[at_].line - begin_line + 1});
  }

  Tokens head() const { return tokens_.subspan(head_begin_, at_ - head_begin_); }

  Tokens tokens_;
  std::size_t at_ = 0;
  std::size_t head_begin_ = 0;
  std::vector<Scope> scopes_;
  std::vector<Function> found_;
};

}  // namespace

Breaches check_lengths(std::string_view path, std::string_view text, Limits limits) {
  Breaches breaches;
  const int file_lines = static_cast<int>(lines_of(text).size());
  if (file_lines > limits.file_lines) {
    breaches.push_back({std::string(path), 1,
                        "a file of " + std::to_string(file_lines) + " lines, more than " +
                            std::to_string(limits.file_lines) + ": split it by idea"});
  }
  const std::vector<Token> tokens = tokens_of(text);
  for (const Function& function : FunctionFinder(tokens).find()) {
    if (function.lines <= limits.function_lines) continue;
    breaches.push_back({std::string(path), function.begin_line,
                        function.name + "() has " + std::to_string(function.lines) + " lines, more than " +
                            std::to_string(limits.function_lines) + ": name its steps and make them functions"});
  }
  return breaches;
}

}  // namespace crosscheck::house
