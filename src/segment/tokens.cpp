// One pass over a sentence, ASCII by table: "“38bn,” she said" gives “ 38 bn , ” she said, where bn has no space
// before it. Every sign that is neither letter nor digit is a mark of one code point; what prints nothing
// (zero-width characters) is no token at all.
#include "segment/tokens.h"

#include "segment/characters.h"
#include "segment/word_shapes.h"

namespace crosscheck::segment_room {
namespace {

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span sentence, std::vector<Token>& tokens)
      : text_(text), at_(sentence.begin), end_(sentence.end), tokens_(tokens), first_(tokens.size()) {
    space_ = at_ == 0 || is_space(decode(text_, before(text_, at_, 0)).code);
  }

  void run() {
    while (at_ < end_) {
      const char c = text_[at_];
      if (is_ascii_letter(c))
        add(word_end(text_, at_, end_), TokenKind::word);
      else if (c == ' ')
        skip(1, true);
      else if (is_ascii_digit(c))
        add(number_end(text_, at_, end_), TokenKind::number);
      else
        take_other(decode(text_, at_));
    }
  }

 private:
  void take_other(const Decoded& d) {
    if (is_space(d.code)) return skip(d.length, true);
    if (is_invisible(d.code)) return skip(d.length, space_);
    if (is_word_character(d.code)) return add(word_end(text_, at_, end_), TokenKind::word);
    const bool attached =
        !space_ && tokens_.size() > first_ && tokens_.back().span.end == at_ && tokens_.back().kind != TokenKind::mark;
    std::size_t end = attached ? clitic_end(text_, at_, end_) : handle_end(text_, at_, end_);
    if (end > at_) return add(end, TokenKind::word);
    add(at_ + d.length, TokenKind::mark);
  }

  void skip(std::size_t length, bool space) {
    at_ += length;
    space_ = space;
  }

  void add(std::size_t end, TokenKind kind) {
    Token& token = tokens_.emplace_back();
    token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.space_before = space_;
    const std::string_view written = text_.substr(at_, end - at_);
    if (kind == TokenKind::number && is_ascii_digit(written.front())) {
      token.folded = written;  // with the blanks that it was written with
    } else if (is_ascii_letter(written.front()) && crosscheck::is_ascii(written)) {
      token.folded = written;
      token.shouted = lower_ascii(token.folded) >= 2;
      token.capital = token.folded.front() != written.front();
    } else {
      token.folded = folded(written);
      if (kind == TokenKind::word) look_at_case(written, token);
    }
    at_ = end;
    space_ = false;
  }

  static void look_at_case(std::string_view written, Token& token) {
    bool letter_seen = false;
    int capitals = 0;
    for (std::size_t i = 0; i < written.size();) {
      const Decoded d = decode(written, i);
      i += d.length;
      const bool upper = is_upper(d.code);
      capitals += upper ? 1 : 0;
      if (!letter_seen && is_word_character(d.code)) {
        letter_seen = true;
        token.capital = upper;
      }
    }
    token.shouted = capitals >= 2;
  }

  std::string_view text_;
  std::size_t at_, end_;
  std::vector<Token>& tokens_;
  std::size_t first_;  ///< of the sentence
  bool space_ = true;
};

}  // namespace

void tokenize(std::string_view text, Span sentence, std::vector<Token>& tokens) {
  Tokenizer(text, sentence, tokens).run();
}

}  // namespace crosscheck::segment_room
