// Fractions in words. "three and two thirds": the words read 3, then the conjunction, a count of 2 and one share of 1/3 are
// found behind, which makes 3.666…; "half a million" begins with the share and multiplies the scale that follows.
// "two quarters" of a year is a time, not a half: a noun that also names a grain is left alone unless "of" follows.
// It reads one fraction behind a number, not a chain of them ("a half of a third").
#include <algorithm>

#include "recognize/number_reader.h"

namespace crosscheck {
namespace {

void set_fraction(Number& number, std::uint32_t end) {
  number.end = end;
  number.fraction = true;
  number.decimals = !number.value.is_integer();
  number.written_unit = number.decimals ? -6 : 0;
}

}  // namespace

Decimal NumberReader::share(const Sense& part) const {
  return quotient(r_.lexicon_.decimals[part.value], r_.lexicon_.divisors[part.value]);
}

/// The fraction noun at i ("thirds", "fifth" where ordinals divide), as what one of it is worth.
std::optional<Decimal> NumberReader::one_share(std::uint32_t i, const Decimal& count, std::uint32_t& end) const {
  if (r_.is_mark(i, '-')) ++i;
  if (const Sense* noun = r_.sense(i, SenseKind::fraction, end); noun != nullptr && noun->flag == 0) {
    std::uint32_t of = 0;  // "two quarters" are half a year, "two quarters of it" a half
    if (r_.has(i, SenseKind::grain) && !(count == Decimal(3)) && r_.at(end).type == LexemeType::word &&
        !r_.has(end, SenseKind::grain) && r_.sense(end, SenseKind::of, of) == nullptr)
      return std::nullopt;
    if (r_.has(i, SenseKind::grain) && i > 2 && r_.has(i - 2, SenseKind::starts_time) &&
        !r_.has(i - 2, SenseKind::conjunction))
      return std::nullopt;
    return share(*noun);
  }
  if (!r_.lexicon_.denominators) return std::nullopt;
  const Sense* ordinal = r_.sense(i, SenseKind::ordinal, end);
  if (ordinal == nullptr || (!(count == Decimal(1)) && !r_.lexicon_.glued)) return std::nullopt;
  const Decimal& value = r_.lexicon_.decimals[ordinal->value];
  if (count > Decimal(1) && value >= Decimal(1000)) return std::nullopt;  // "drie miljoenste" is a place
  if (count > Decimal(1))
    return value < Decimal(3) || r_.tight(i) ? std::nullopt : std::optional(quotient(Decimal(1), value));
  std::uint32_t after = 0;
  const bool noun_follows = r_.at(end).type == LexemeType::word && r_.sense(end, SenseKind::of, after) == nullptr;
  return value < Decimal(3) || noun_follows ? std::nullopt : std::optional(quotient(Decimal(1), value));
}

/// "six million and two thirds": the thirds are of a million; "a hundred and two thirds" is a mixed number; of "cento e
/// trenta quintos" all are fifths.
Decimal NumberReader::shared(const Number& number, const Decimal& above, const Decimal& below_line) {
  const auto times = [&](const Decimal& count) { return quotient(multiply(count, above), below_line); };
  if (!number.last_part || !number.joined) return times(number.value);
  const Decimal part = *number.last_part, rest = add(number.value, -part);
  if (rest.exponent() < 2 || times(part) >= Decimal(1)) return times(number.value);
  return add(rest, times(part).shifted(rest.exponent() < 3 ? 0 : rest.exponent() / 3 * 3));
}

/// "two thirds"
void NumberReader::with_fraction(Number& number) const {
  if (!number.value.is_integer() || number.fraction) return;
  std::uint32_t end = 0;
  const bool joined = number.joined && number.last_part;
  const auto one = one_share(number.end, joined ? *number.last_part : number.value, end);
  if (!one) return;
  number.value = shared(number, *one, Decimal(1));
  set_fraction(number, end);
}

/// "three and a fifth", "a hundred and three and two thirds", "3 million and a quarter"
void NumberReader::with_joined_fraction(Number& number) {
  if (!number.value.is_integer() || number.fraction) return;
  std::uint32_t next = number.end, end = 0, of = 0;
  if (r_.sense(next, SenseKind::conjunction, end) == nullptr) return;
  next = end;
  Decimal count(1);
  std::uint32_t half_end = 0;
  const Sense* several = r_.sense(next, SenseKind::fraction, half_end);  // "en driekwart"
  if (several != nullptr && r_.lexicon_.decimals[several->value] <= Decimal(1)) several = nullptr;
  if (r_.sense(next, SenseKind::article, end) != nullptr) {
    next = end;
  } else if (several == nullptr && r_.sense(next, SenseKind::half, half_end) == nullptr) {
    const auto few = in_words(next);
    if (!few || !few->value.is_integer()) return;
    count = few->value;
    next = few->end;
  }
  auto one = one_share(next, count, end);
  if (!one && r_.sense(next, SenseKind::half, end) != nullptr) one = quotient(Decimal(1), Decimal(2));
  if (!one || (!number.in_words && r_.sense(end, SenseKind::of, of) != nullptr))
    return;  // "3 million and a half of them"
  Decimal part = multiply(count, *one);
  const Sense* scale = r_.word_sense(number.end - 1, SenseKind::scale);  // "one million and a half"
  if (scale != nullptr && r_.lexicon_.decimals[scale->value] >= Decimal(1000))
    part = multiply(part, r_.lexicon_.decimals[scale->value]);
  number.value = add(number.value, part);
  set_fraction(number, end);
  scale = r_.sense(number.end, SenseKind::scale, end);  // "five and a half million"
  if (scale != nullptr) {
    number.value = multiply(number.value, r_.lexicon_.decimals[scale->value]);
    set_fraction(number, end);
    number.scaled = true;
  }
}

/// ثلث سكان البلاد: where the article is part of its noun, a share stands right before the noun. خمس الفطيرة: what may also be
/// five is a share before an article only; السنوات الخمس الماضية are five.
bool NumberReader::shares_noun(std::uint32_t i, std::uint32_t noun) const {
  const Lexeme &share = r_.at(i), &next = r_.at(noun);
  const bool apart = share.begin == 0 || r_.text_[share.begin - 1] == ' ';
  if (!apart || !next.space_before || next.type != LexemeType::word || next.entry != 0) return false;
  const std::string_view word = r_.text_.substr(next.begin, next.end - next.begin);
  return std::any_of(r_.lexicon_.prefixes.begin(), r_.lexicon_.prefixes.end(), [&](const std::string& prefix) {
    return (word.starts_with(prefix) || !r_.has(i, SenseKind::number)) &&
           r_.words().find(r_.words().lookup(prefix), SenseKind::article) != nullptr;
  });
}

/// "a million", "half a million", "a quarter of a billion", "a dozen"
std::optional<Number> NumberReader::with_article(std::uint32_t i) {
  std::uint32_t next = i, end = i;
  if (r_.sense(next, SenseKind::article, end) != nullptr) next = end;
  Decimal factor(1);
  if (const Sense* part = r_.sense(next, SenseKind::fraction, end); part != nullptr) {
    factor = share(*part);
    next = end;
    if (r_.is_mark(next, '-') && r_.tight(next)) ++next;  // "a half-trillion"
    if (part->flag == 1) return word_value(factor, end);
    const std::uint32_t behind = next;
    if (r_.sense(next, SenseKind::of, end) != nullptr) next = end;
    if (r_.sense(next, SenseKind::article, end) != nullptr) next = end;
    if (r_.sense(next, SenseKind::scale, end) == nullptr) {
      const bool of = (next != behind && r_.sense(behind, SenseKind::of, end) != nullptr) || shares_noun(i, behind);
      const bool half = factor == Decimal(Decimal::Coefficient{5}, -1) &&
                        !(i > 0 && r_.has(i - 1, SenseKind::ordinal)) && !r_.has(behind, SenseKind::grain);
      if (!of && !half) return std::nullopt;
      Number number = word_value(factor, behind);
      number.fraction = true;
      return number;
    }
  } else if (next == i) {
    return std::nullopt;
  } else if (const auto one = one_share(next, Decimal(1), end); one && *one < Decimal(Decimal::Coefficient{1}, -2)) {
    return word_value(*one, end);  // "a millionth"
  }
  if (r_.sense(next, SenseKind::scale, end) == nullptr || r_.at(next).type != LexemeType::word) return std::nullopt;
  NumberBuild b;
  b.value = factor;
  b.any = b.words = true;
  b.end = next;
  go_on(b);
  if (!b.scaled) return std::nullopt;
  return finished(b);
}

}  // namespace crosscheck
