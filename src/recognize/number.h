// A written number, digits or words, with its scale: "6.6 billion", "38bn", "half a million", "twenty-one".
#pragma once

#include <optional>

#include "base/decimal.h"
#include "recognize/cursor.h"

namespace crosscheck {

struct Number {
  Decimal value;
  std::uint32_t end_token = 0;
  int written_unit = 0;  ///< power of ten of the last digit written
  bool scaled = false;   ///< a scale word or suffix stands behind it
  bool in_words = false;
  bool decimals = false;
  bool vague = false;  ///< "dozens", "multibillion": value is the least it can mean
};

/// `after_currency`: a symbol stands before it, so a bare "m" or "b" behind it is a scale.
std::optional<Number> read_number(const Cursor& cursor, std::uint32_t at, bool after_currency);
std::optional<Number> read_vague_number(const Cursor& cursor, std::uint32_t at);
/// The value of a token of digits with this language's signs: "1,234.5".
std::optional<Decimal> read_digits(const Lexicon& lexicon, std::string_view folded, int* decimals);

}  // namespace crosscheck
