// Running text → lexemes: runs of digits, words the vocabulary knows, unknown words, marks; a script without blanks
// gives a lexeme a character. Every lexeme carries the longest entry of one word that begins there and, when more
// words match together ("more than", "US dollars"), that of the phrase.
// Private to src/recognize/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

enum class LexemeType : std::uint8_t {
  word,
  digits,
  mark,
  gap
};  ///< gap: a blank line, the break before an indent, or the end

struct Lexeme {
  std::uint32_t begin = 0, end = 0;
  Vocabulary::Entry entry = 0;   ///< the longest of one word; 0: unknown
  std::uint32_t entry_end = 0;   ///< its last byte's end: in scripts without blanks it may run over several lexemes
  std::uint64_t mask = 0;        ///< the senses of all entries that begin here, and its shape
  Vocabulary::Entry phrase = 0;  ///< the longest entry of several words that begins here
  std::uint32_t phrase_end = 0;  ///< its last byte's end
  LexemeType type = LexemeType::word;
  bool space_before = false;
  bool capital = false;
  bool shouted = false;     ///< all its letters (two or more) are capitals
  bool spaceless = false;   ///< in a script without blanks
  char mark = 0;            ///< the folded ASCII mark
  std::uint8_t digits = 0;  ///< how many; one more than kMostDigits stands for all that is longer
  std::int64_t value = 0;   ///< of the digits

  static constexpr std::uint8_t kMostDigits = 17;
};

/// Lexemes of text[begin, end), closed by one of type gap.
void lex(std::string_view text, std::uint32_t begin, std::uint32_t end, const Lexicon& lexicon,
         std::vector<Lexeme>& out);

}  // namespace crosscheck
