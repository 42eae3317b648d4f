// Numbers as news writes them in words. A value is built part by part: a word below the last place is added, a scale
// multiplies what stands below the next larger scale. "one million two hundred thousand": 1, × 10^6, + 2, × 100,
// then thousand takes the 200 and leaves the million; "mil millones" and 三千五百万 go the same way.
// A row of words that fit below each other is always taken as one number, also where a list was meant.
#include <algorithm>

#include "recognize/number_reader.h"

namespace crosscheck {
namespace {

int trailing_zeros(const Decimal& value) { return value.is_zero() ? 99 : value.exponent(); }

Decimal below(const Decimal& value, const Decimal& limit) {
  if (value < limit) return value;
  const Decimal times = divide(value, limit, Rounding::down);
  Decimal whole = times.is_integer() ? times : times.rounded_at(0);
  if (whole > times) whole = add(whole, Decimal(-1));
  return add(value, -multiply(whole, limit));
}

bool power_of_ten(const Decimal& value) { return value == Decimal::power_of_ten(value.magnitude()); }

}  // namespace

std::optional<Number> NumberReader::in_words(std::uint32_t i) {
  const bool needs_counter = r_.lexicon_.needs_counter && r_.number_depth_ == 0;
  if (needs_counter && r_.slot_depth_ == 0 && r_.tight(i) && r_.at(i - 1).spaceless) return std::nullopt;
  NumberBuild b;
  b.end = i;
  b.words = true;
  if (auto positional = digit_by_digit(i)) return positional;
  go_on(b);
  if (!b.any) return std::nullopt;
  if (needs_counter && !counted(i, b.end)) return std::nullopt;
  return finished(b);
}

/// 二〇一六: single digits one after the other, in a script without blanks.
std::optional<Number> NumberReader::digit_by_digit(std::uint32_t i) const {
  if (!r_.at(i).spaceless) return std::nullopt;
  Decimal value;
  std::uint32_t at = i, end = i;
  std::size_t count = 0;
  while (r_.at(at).spaceless && (at == i || r_.tight(at))) {
    const Sense* digit = r_.character_sense(at, SenseKind::number);
    if (digit == nullptr || r_.character_sense(at, SenseKind::scale) != nullptr) break;
    const Decimal& d = r_.lexicon_.decimals[digit->value];
    if (d >= Decimal(10)) break;
    value = add(value.shifted(1), d);
    ++count;
    end = ++at;
  }
  if (count < (r_.lexicon_.needs_counter ? 3U : 2U)) return std::nullopt;                       // 오이 is a cucumber
  if (r_.lexicon_.needs_counter && r_.tight(end) && r_.at(end).spaceless) return std::nullopt;  // 칠일이다
  std::uint32_t ignored = 0;
  if (r_.sense(end, SenseKind::scale, ignored) != nullptr && count > 3) return std::nullopt;
  if (r_.sense(end, SenseKind::scale, ignored) != nullptr) return std::nullopt;
  return word_value(value, end);
}

/// Korean: a number in words stands before a counter or ends its word.
bool NumberReader::counted(std::uint32_t i, std::uint32_t end) const {
  constexpr std::uint64_t kCounters = bit(SenseKind::counter) | bit(SenseKind::unit) | bit(SenseKind::currency) |
                                      bit(SenseKind::percent) | bit(SenseKind::grain) | bit(SenseKind::hedge_after) |
                                      bit(SenseKind::literal) | bit(SenseKind::point);
  const bool one_syllable = r_.at(end - 1).end - r_.at(i).begin <= 3;
  if ((r_.at(end).mask & kCounters) != 0 && !one_syllable) return true;
  std::uint32_t after = 0;
  for (const SenseKind kind : {SenseKind::counter, SenseKind::unit, SenseKind::currency, SenseKind::percent,
                               SenseKind::grain, SenseKind::hedge_after, SenseKind::point}) {
    if (r_.sense(end, kind, after) != nullptr) return true;  // 일부 is no part
  }
  return !one_syllable && !(r_.tight(end) && r_.at(end).spaceless);
}

Number NumberReader::finished(const NumberBuild& b) const {
  Number number = word_value(b.value, b.end);
  number.scaled = b.scaled;
  number.written_unit = b.unit;
  if (b.last && *b.last < b.value) number.last_part = b.last;
  number.joined = b.joined;
  return number;
}

bool NumberReader::fits_below(const NumberBuild& b, const Decimal& value) const {
  if (b.any && b.value.is_zero()) return false;  // "nought four" is no number
  return !b.any || (value.magnitude() < trailing_zeros(b.value) && !value.is_zero());
}

/// Takes number words and scales as long as they build one number.
void NumberReader::go_on(NumberBuild& b) {
  NumberBuild before_word = b;
  for (int parts = 0; parts < 40 && take_part(b, before_word); ++parts) {
  }
  if (b.any && !whole_) spoken_decimals(b);
}

/// "three million, two hundred and forty": hundreds in words behind a larger scale go on with it.
bool NumberReader::hundreds_behind(const NumberBuild& b, std::uint32_t comma) const {
  if (!b.words || !b.scaled || trailing_zeros(b.value) < 3 || !r_.is_mark(comma, ',')) return false;
  std::uint32_t end = 0, after = 0;
  const Sense* word = number_sense(comma + 1, end);
  if (word == nullptr) return false;
  const Decimal& value = r_.lexicon_.decimals[word->value];
  if (value.magnitude() == 2) return true;  // "trecento", "two hundred" in one entry
  const Sense* scale = r_.sense(end, SenseKind::scale, after);
  return scale != nullptr && r_.lexicon_.decimals[scale->value] == Decimal(100);
}

/// Behind the hyphen of "twenty-one", the comma of "two thousand, one hundred" and the "and" of "two hundred and five".
std::uint32_t NumberReader::part_begin(const NumberBuild& b) const {
  std::uint32_t next = b.end, end = next;
  if (b.any && r_.is_mark(next, '-') && r_.tight(next)) ++next;  // "twenty-one", "$38-billion"
  if (hundreds_behind(b, next)) return next + 1;
  if (b.any && trailing_zeros(b.value) >= 2 && r_.sense(next, SenseKind::conjunction, end) != nullptr) {
    std::uint32_t after = 0;
    const bool word = number_sense(end, after) != nullptr && !is_fraction(after);  // "3 miljoen en een half"
    if (word || (b.scaled && r_.at(end).type == LexemeType::digits)) next = end;
  }
  return next;
}

/// The next word, scale or run of digits, when it goes on with the number. `before_word`: the number as it was before
/// the last word, in case a scale behind that does not fit.
bool NumberReader::take_part(NumberBuild& b, NumberBuild& before_word) {
  const std::uint32_t next = part_begin(b);
  constexpr std::uint64_t kParts =
      bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::ordinal) | bit(SenseKind::is_digits);
  if ((r_.at(next).mask & kParts) == 0) return false;
  std::uint32_t end = 0, scale_end = 0;
  const Sense* word = number_sense(next, end);
  const Sense* scale = scale_sense(b, next, scale_end);
  if (std::uint32_t unit_end = 0; scale != nullptr && r_.at(next).spaceless &&
                                  (r_.sense(next, SenseKind::unit, unit_end) != nullptr) && unit_end > scale_end)
    return false;                                                                               // 12千米 is 12 km
  if (scale != nullptr && b.any && !b.words && r_.has(next, SenseKind::subunit)) return false;  // "12 cents"
  if (scale != nullptr && (b.any || word == nullptr)) {
    if (!b.any && !starts_alone(next, *scale)) return false;
    return take_scale(b, before_word, r_.lexicon_.decimals[scale->value], scale_end);
  }
  if (word != nullptr && (b.words || b.scaled))
    return take_word(b, before_word, r_.lexicon_.decimals[word->value], next, end);
  const bool digits = b.scaled && r_.at(next).type == LexemeType::digits && joins_digits(next);
  return digits && take_digits(b, before_word, next);
}

bool NumberReader::take_scale(NumberBuild& b, const NumberBuild& before_word, const Decimal& scale,
                              std::uint32_t end) const {
  if (!apply_scale(b, scale)) {
    b = before_word;
    return false;
  }
  b.unit += scale.magnitude();
  b.end = end;
  b.last_begin = r_.size();
  b.any = b.scaled = true;
  return true;
}

bool NumberReader::take_word(NumberBuild& b, NumberBuild& before_word, Decimal value, std::uint32_t next,
                             std::uint32_t end) const {
  if (b.any && value.is_zero() && r_.at(next).spaceless) {  // 一千零五
    std::uint32_t after = 0;
    if (number_sense(end, after) == nullptr && r_.sense(end, SenseKind::scale, after) == nullptr) return false;
    b.end = end;
    return true;
  }
  if (tens_of(b, value, next)) {  // 一十二
    b.end = end;
    return true;
  }
  if (joins_thousands(b, value, next)) {
    b.end = end;
    return true;
  }
  if (!fits_below(b, value) || stands_alone(b, next, end)) return false;
  before_word = b;
  b.joined = next > b.end && r_.has(next - 1, SenseKind::conjunction);
  b.last_begin = next;
  if (short_tail(b, value, next, end))
    value = value.shifted(b.closed.empty() ? b.value.exponent() - 1 : b.closed.back().magnitude() - 1);
  b.last = value;
  b.value = add(b.value, value);
  if (value.exponent() >= 2) b.closed.push_back(Decimal::power_of_ten(value.exponent()));
  b.end = end;
  b.any = true;
  b.unit = value.is_zero() ? 0 : std::min(value.magnitude(), 0);
  return true;
}

/// "duecentocinquantamila": a word of thousands inside a glued number counts the hundreds before it too.
bool NumberReader::joins_thousands(NumberBuild& b, const Decimal& value, std::uint32_t next) const {
  if (!r_.lexicon_.glued || !r_.tight(next) || !b.any || b.scaled) return false;
  const Decimal thousand(1000), low = below(b.value, thousand), count = value.shifted(-3);
  if (low.is_zero() || !count.is_integer() || count <= Decimal(1) || count >= thousand ||
      count.magnitude() >= trailing_zeros(low))
    return false;
  b.value = add(add(b.value, -low), add(low, count).shifted(3));
  b.last.reset();
  b.closed.push_back(thousand);
  return true;
}

/// 1億5000万
bool NumberReader::take_digits(NumberBuild& b, NumberBuild& before_word, std::uint32_t next) const {
  const auto more = in_digits(next);
  if (!more || more->decimals || !fits_below(b, more->value)) return false;
  b.last = more->value;
  before_word = b;
  b.value = add(b.value, more->value);
  b.end = more->end;
  b.unit = 0;
  return true;
}

bool NumberReader::apply_scale(NumberBuild& b, const Decimal& scale) const {
  if (!power_of_ten(scale) && b.last) {  // "three hundred and two dozen": the dozen takes the two alone
    b.value = add(b.value, add(multiply(*b.last, scale), -*b.last));
    return true;
  }
  const Decimal* limit = nullptr;
  for (const Decimal& c : b.closed) {
    if (c == scale) return false;
    if (c > scale && (limit == nullptr || c < *limit)) limit = &c;
  }
  const Decimal low = limit == nullptr ? b.value : below(b.value, *limit);
  const Decimal rest = add(b.value, -low);
  b.value = add(rest, multiply(low.is_zero() ? Decimal(1) : low, scale));
  std::erase_if(b.closed, [&](const Decimal& c) { return c < scale; });
  b.closed.push_back(scale);
  return true;
}

/// With ordinals, "millionth" behind a number multiplies it.
const Sense* NumberReader::scale_sense(const NumberBuild& b, std::uint32_t i, std::uint32_t& end) const {
  const Sense* found = r_.sense(i, SenseKind::scale, end);
  if (found != nullptr || !ordinals_ || !b.any) return found;
  const Sense* ordinal = r_.sense(i, SenseKind::ordinal, end);
  if (ordinal == nullptr) return nullptr;
  const Decimal& value = r_.lexicon_.decimals[ordinal->value];
  return value.magnitude() >= 2 && power_of_ten(value) && !fits_below(b, value) ? ordinal : nullptr;
}

/// Korean: a last syllable behind a scale is a particle unless something counted follows; native numbers join
/// nothing.
bool NumberReader::stands_alone(const NumberBuild& b, std::uint32_t next, std::uint32_t end) const {
  if (!b.any) return false;
  std::uint32_t after = 0;
  const bool counts_scale = r_.sense(end, SenseKind::scale, after) != nullptr;  // 一千两百, but 三十两
  if ((r_.has(next, SenseKind::alone) && !counts_scale) || (b.last && r_.has(b.last_begin, SenseKind::alone)))
    return true;
  if (!r_.lexicon_.needs_counter || end != next + 1) return false;
  constexpr std::uint64_t kGoesOn = bit(SenseKind::scale) | bit(SenseKind::counter) | bit(SenseKind::unit) |
                                    bit(SenseKind::currency) | bit(SenseKind::percent) | bit(SenseKind::grain) |
                                    bit(SenseKind::point) | bit(SenseKind::number);
  const Lexeme& behind = r_.at(end);
  if (r_.at(next).space_before) {  // 오십 이 명 are 52; 백 이 집 says "this house", and 삼십 일 are thirty days
    const bool ends = behind.type == LexemeType::gap || behind.type == LexemeType::mark;
    const bool counts = (behind.mask & kGoesOn & ~bit(SenseKind::number)) != 0;
    return r_.has(next, SenseKind::grain) || !(ends || counts);
  }
  return r_.tight(end) ? (behind.mask & kGoesOn) == 0 && behind.spaceless : b.scaled && !b.words;
}

/// 一 before 十二: the one counts the tens.
bool NumberReader::tens_of(NumberBuild& b, const Decimal& value, std::uint32_t next) const {
  if (!b.last || !r_.at(next).spaceless || !(*b.last < Decimal(10)) || b.last->is_zero()) return false;
  if (value < Decimal(10) || value >= Decimal(20)) return false;
  b.value = add(b.value, add(multiply(*b.last, Decimal(9)), add(value, Decimal(-10))));
  b.last = value;
  return true;
}

/// 一万三 is 13000 where the language says so: a last digit right behind a scale counts its tenth.
bool NumberReader::short_tail(const NumberBuild& b, const Decimal& value, std::uint32_t next, std::uint32_t end) const {
  if (!r_.lexicon_.short_tail || !b.any || !(value < Decimal(10)) || r_.at(next - 1).entry == 0) return false;
  if (trailing_zeros(b.value) < 2) return false;
  std::uint32_t after = 0;
  const Sense* before = r_.sense(next - 1, SenseKind::number, after);
  if (before != nullptr && r_.lexicon_.decimals[before->value].is_zero()) return false;
  return r_.sense(end, SenseKind::scale, after) == nullptr && number_sense(end, after) == nullptr;
}

/// 1億5000万, "3 hundred and 21", "4 thousand 3 hundred"
bool NumberReader::joins_digits(std::uint32_t next) const {
  std::uint32_t end = 0;
  if (r_.at(next - 1).spaceless) return true;
  if (r_.has(next - 1, SenseKind::conjunction)) return r_.at(next).end - r_.at(next).begin <= 3;
  if (r_.lexicon_.digits_after_scale && r_.at(next).space_before && r_.at(next).end - r_.at(next).begin <= 3)
    return true;
  return r_.sense(next + 1, SenseKind::scale, end) != nullptr && r_.at(next + 1).space_before &&
         r_.at(next).space_before;
}

/// Beside what CLDR says, a bare "hundert" or 百 counts as one of it; a bare "million" does not.
bool NumberReader::starts_alone(std::uint32_t i, const Sense& scale) const {
  const Decimal& value = r_.lexicon_.decimals[scale.value];
  if (r_.at(i).spaceless && r_.at(i).entry_end - r_.at(i).begin > 3) return true;  // 十万
  if (value > Decimal(1000)) return false;
  return r_.at(i).spaceless || r_.lexicon_.articles_needed == false;
}

/// "duzentos" and what follows it: hundreds in one word. "six billion" is a digit and a scale.
std::optional<Number> NumberReader::large_cardinal(std::uint32_t i) const {
  std::uint32_t end = i;
  const Sense* word = r_.at(i).spaceless ? nullptr : r_.sense(i, SenseKind::number, end);
  if (word == nullptr || r_.lexicon_.decimals[word->value] < Decimal(100)) return std::nullopt;
  auto number = NumberReader(r_, false).cardinal(i);
  return number && number->value < Decimal(1000) ? number : std::nullopt;
}

/// 오이다 is five and "is", not fifty-two.
bool NumberReader::copula(std::uint32_t i) const {
  const Lexeme& lexeme = r_.at(i);
  return r_.lexicon_.needs_counter && r_.tight(i) && lexeme.entry_end - lexeme.begin > 3 &&
         r_.words().find(lexeme.entry, SenseKind::counter) != nullptr;
}

/// "two point five"
void NumberReader::spoken_decimals(NumberBuild& b) {
  std::uint32_t next = 0;
  if (r_.sense(b.end, SenseKind::point, next) == nullptr) return;
  const bool apart = r_.lexicon_.needs_counter && r_.at(next).space_before && !r_.at(b.end).space_before;
  std::string digits;
  std::uint32_t at = next, end = next;
  while (digits.size() < 12 && !copula(at)) {
    const Sense* word = number_sense(at, end);
    if (word == nullptr) {
      if (digits.empty() && r_.at(at).type == LexemeType::digits) {
        digits = folded_digits(r_.text_, r_.at(at));
        end = at + 1;
        at = end;
      }
      break;
    }
    const Decimal& value = r_.lexicon_.decimals[word->value];
    if (!value.is_integer() || value >= Decimal(100) || (value >= Decimal(10) && !digits.empty())) break;
    digits += value.to_string();
    at = end;
  }
  if (const auto whole = large_cardinal(next)) {  // "vírgula duzentos"
    digits = whole->value.to_string();
    at = whole->end;
  }
  if (digits.empty() || digits.size() > 12 || (apart && !copula(at))) return;  // 오점 오이다, but 십오점 사이
  if (r_.at(b.end).spaceless == false && !b.words && r_.at(b.end).type == LexemeType::mark) return;
  const auto fraction = Decimal::parse("0." + digits);
  if (!fraction || !b.value.is_integer()) return;
  b.value = add(b.value, *fraction);
  b.unit = -static_cast<int>(digits.size());
  b.end = at;
  std::uint32_t scale_end = 0;
  while (const Sense* scale = r_.sense(b.end, SenseKind::scale, scale_end)) {
    b.value = multiply(b.value, r_.lexicon_.decimals[scale->value]);
    b.unit += r_.lexicon_.decimals[scale->value].magnitude();
    b.end = scale_end;
    b.scaled = true;
  }
}

}  // namespace crosscheck
