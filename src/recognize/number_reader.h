// Reads one number at a position of the lexemes; a part of Reader. Its ways to read stand in four files: number.cpp (the
// choice between them, rules), number_digits.cpp, number_words.cpp, number_fractions.cpp. Private to src/recognize/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recognize/reader.h"

namespace crosscheck {

/// To 18 digits: what a fraction keeps leaves room for a whole before it.
Decimal quotient(const Decimal& a, const Decimal& b);
/// The digits of a lexeme in ASCII, whatever their script.
std::string folded_digits(std::string_view text, const Lexeme& lexeme);

/// A number that words and scales are still being added to.
struct NumberBuild {
  Decimal value;
  std::vector<Decimal> closed;   ///< scales applied so far
  std::optional<Decimal> last;   ///< the word added last
  std::uint32_t last_begin = 0;  ///< its lexeme
  std::uint32_t end = 0;
  int unit = 0;
  bool any = false, scaled = false, words = false;
  bool joined = false;  ///< a conjunction stood before the last word
};

/// "1.234,5": its groups of digits, the signs between them, and behind each group the lexeme that follows.
struct DigitShape {
  std::vector<std::string> groups;
  std::vector<char> signs;
  std::vector<std::uint32_t> ends;
};

class NumberReader {
 public:
  explicit NumberReader(Reader& reader, bool after_currency) : r_(reader), after_currency_(after_currency) {}
  /// A number in words that ends in an ordinal.
  std::optional<Number> with_ordinals(std::uint32_t i);
  /// Without fraction, rule or decimals.
  std::optional<Number> cardinal(std::uint32_t i);
  /// Any number: the longest of a plain one and one that a rule reads.
  std::optional<Number> run(std::uint32_t i);

 private:
  // number.cpp
  bool lone_cardinal(std::uint32_t i) const;
  std::optional<Number> plain(std::uint32_t i);
  std::optional<Number> computed(const PatternMatch& match);
  std::uint32_t behind_sign(std::uint32_t i) const;
  bool begins_line(std::uint32_t i) const { return i == 0 || r_.at(i - 1).type == LexemeType::gap; }
  bool fills_line(std::uint32_t i, std::uint32_t end) const;
  bool divides_amount(const PatternMatch& match) const;
  bool hedged(std::uint32_t i) const;
  bool opens(std::uint32_t i) const;
  static Number word_value(const Decimal& value, std::uint32_t end) {
    Number number;
    number.value = value;
    number.end = end;
    number.in_words = true;
    return number;
  }

  // number_digits.cpp
  std::optional<Number> in_digits(std::uint32_t i) const;
  bool one_group(std::uint32_t i) const;
  DigitShape shape_of(std::uint32_t i) const;
  bool groups_by_space(const DigitShape& shape, std::uint32_t next) const;
  bool is_grouping(const DigitShape& shape, std::size_t k) const;
  bool well_formed(const DigitShape& shape) const;
  bool misprinted(const DigitShape& shape) const;
  std::optional<Number> scaled(std::optional<Number> digits);
  const Sense* suffix_at(std::uint32_t i) const;
  void times_ten(NumberBuild& b) const;
  void exponent(NumberBuild& b) const;
  void vulgar(NumberBuild& b);
  bool slash(std::uint32_t i) const;
  bool hyphened(NumberBuild& b) const;
  /// "1 414 021 100": two groups of three at least, where plain blanks are not the language's own sign.
  bool three_digits(std::uint32_t i) const {
    return r_.at(i).type == LexemeType::digits && r_.at(i).space_before && r_.at(i).end - r_.at(i).begin == 3;
  }
  std::string_view text_of(std::uint32_t i) const {
    return r_.text_.substr(r_.at(i).begin, r_.at(i).end - r_.at(i).begin);
  }

  // number_words.cpp
  std::optional<Number> in_words(std::uint32_t i);
  std::optional<Number> digit_by_digit(std::uint32_t i) const;
  bool counted(std::uint32_t i, std::uint32_t end) const;
  Number finished(const NumberBuild& b) const;
  void go_on(NumberBuild& b);
  std::uint32_t part_begin(const NumberBuild& b) const;
  bool hundreds_behind(const NumberBuild& b, std::uint32_t comma) const;
  bool take_part(NumberBuild& b, NumberBuild& before_word);
  bool take_scale(NumberBuild& b, const NumberBuild& before_word, const Decimal& scale, std::uint32_t end) const;
  bool take_word(NumberBuild& b, NumberBuild& before_word, Decimal value, std::uint32_t next, std::uint32_t end) const;
  bool joins_thousands(NumberBuild& b, const Decimal& value, std::uint32_t next) const;
  bool take_digits(NumberBuild& b, NumberBuild& before_word, std::uint32_t next) const;
  bool apply_scale(NumberBuild& b, const Decimal& scale) const;
  const Sense* scale_sense(const NumberBuild& b, std::uint32_t i, std::uint32_t& end) const;
  bool fits_below(const NumberBuild& b, const Decimal& value) const;
  bool starts_alone(std::uint32_t i, const Sense& scale) const;
  bool stands_alone(const NumberBuild& b, std::uint32_t next, std::uint32_t end) const;
  bool tens_of(NumberBuild& b, const Decimal& value, std::uint32_t next) const;
  bool short_tail(const NumberBuild& b, const Decimal& value, std::uint32_t next, std::uint32_t end) const;
  bool joins_digits(std::uint32_t next) const;
  std::optional<Number> large_cardinal(std::uint32_t i) const;
  void spoken_decimals(NumberBuild& b);
  const Sense* number_sense(std::uint32_t i, std::uint32_t& end) const {
    const Sense* found = r_.sense(i, SenseKind::number, end);
    if (found == nullptr && ordinals_) found = r_.sense(i, SenseKind::ordinal, end);
    return found;
  }

  // number_fractions.cpp
  std::optional<Decimal> one_share(std::uint32_t i, const Decimal& count, std::uint32_t& end) const;
  void with_fraction(Number& number) const;
  void with_joined_fraction(Number& number);
  bool is_fraction(std::uint32_t i) const { return r_.has(i, SenseKind::fraction) || r_.has(i, SenseKind::half); }
  static Decimal shared(const Number& number, const Decimal& above, const Decimal& below_line);
  std::optional<Number> with_article(std::uint32_t i);
  bool copula(std::uint32_t i) const;
  bool shares_noun(std::uint32_t i, std::uint32_t noun) const;
  Decimal share(const Sense& part) const;

  Reader& r_;
  bool after_currency_;
  bool ordinals_ = false;
  bool whole_ = false;  ///< no spoken decimals: 九点二十 is twenty past nine
};

}  // namespace crosscheck
