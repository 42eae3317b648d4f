// Source text as the house rules see it: comments and strings told from code, code cut into tokens.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck::house {

enum class Keep { code, code_and_strings, code_and_comments };

/// The text with everything else replaced by spaces; newlines stay, so offsets and line numbers do too.
std::string keep_only(std::string_view text, Keep keep);

std::vector<std::string> lines_of(std::string_view text);

/// Does the word stand there by itself and not as a part of a longer one ("XXX" in "XXXX")?
bool has_word(std::string_view text, std::string_view word);

struct Token {
  std::string text;  ///< an identifier, a number, "::", "->", or one character
  int line = 1;
};

/// The code's tokens; comments, literals and preprocessor lines are left out.
std::vector<Token> tokens_of(std::string_view text);

struct Include {
  std::string target;  ///< what stands between the quotes or angle brackets
  int line = 1;
  bool quoted = false;
};

std::vector<Include> includes_of(std::string_view text);

/// The lines of the comment that the text opens with, without their comment marks; empty when the first
/// thing in the text is not a comment.
std::vector<std::string> opening_comment(std::string_view text);

}  // namespace crosscheck::house
