// Looking at the tokens of one sentence by position; positions outside it read as an empty mark, so that
// neighbour tests need no bounds checks.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

class Cursor {
 public:
  Cursor(const Article& article, const Sentence& sentence, const Lexicon& lexicon)
      : tokens_(article.tokens), begin_(sentence.first_token), end_(sentence.end_token), lexicon_(lexicon) {}

  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }
  bool inside(std::uint32_t at) const { return at >= begin_ && at < end_; }
  const Lexicon& lexicon() const { return lexicon_; }

  const Token& at(std::uint32_t position) const { return inside(position) ? tokens_[position] : outside_; }
  const std::string& word(std::uint32_t position) const { return at(position).folded; }
  bool is(std::uint32_t position, std::string_view text) const { return at(position).folded == text; }
  bool is_number(std::uint32_t position) const {
    return inside(position) && tokens_[position].kind == TokenKind::number;
  }
  bool is_word(std::uint32_t position) const { return inside(position) && tokens_[position].kind == TokenKind::word; }
  bool listed(std::uint32_t position, std::string_view list) const {
    return inside(position) && lexicon_.in_list(list, tokens_[position].folded);
  }

  /// The number of tokens from `position` on that spell these words; 0 when they do not.
  std::uint32_t phrase(std::uint32_t position, const std::vector<std::string>& words) const {
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (!inside(position + i) || tokens_[position + i].folded != words[i]) return 0;
    }
    return static_cast<std::uint32_t>(words.size());
  }
  /// The same, ending just before `position`.
  std::uint32_t phrase_before(std::uint32_t position, const std::vector<std::string>& words) const {
    const auto length = static_cast<std::uint32_t>(words.size());
    return position >= begin_ + length && phrase(position - length, words) > 0 ? length : 0;
  }

 private:
  const std::vector<Token>& tokens_;
  std::uint32_t begin_, end_;
  const Lexicon& lexicon_;
  Token outside_{{}, TokenKind::mark, true, false, false, ""};
};

}  // namespace crosscheck
