// The ways to read a number, tried in turn: digits, ".5", a minus, a vague word, "half a million", words; then the
// rules of the language, and the longest wins. "five and a half million": the words give 5, with_fraction() finds the half
// and the million behind it: 5500000. "al menos 20" is 20, not -20: the minus word belongs to a bound.
// It does not read Roman numerals.
#include "recognize/number_reader.h"

namespace crosscheck {

Decimal quotient(const Decimal& a, const Decimal& b) { return divide(a, b, Rounding::down).rounded_to_digits(18); }

/// "two men": one word that is no ordinal, and nothing behind it goes on with a number.
bool NumberReader::lone_cardinal(std::uint32_t i) const {
  constexpr std::uint64_t kGoesOn = bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::ordinal) |
                                    bit(SenseKind::conjunction) | bit(SenseKind::point) | bit(SenseKind::is_digits);
  const Lexeme& word = r_.at(i);
  return !r_.has(i, SenseKind::ordinal) && word.phrase == 0 && !word.spaceless && (r_.at(i + 1).mask & kGoesOn) == 0 &&
         !r_.is_mark(i + 1, '-');
}

std::optional<Number> NumberReader::with_ordinals(std::uint32_t i) {
  if (lone_cardinal(i)) return std::nullopt;
  ordinals_ = true;
  NumberBuild b;
  b.end = i;
  b.words = true;
  std::uint32_t behind = i, scale = i;  // "a hundred trillionth", but "a second"
  const bool article = r_.sense(i, SenseKind::article, behind) != nullptr &&
                       r_.sense(behind, SenseKind::scale, scale) != nullptr && r_.has(scale, SenseKind::ordinal);
  if (article) {
    b.value = Decimal(1);
    b.end = behind;
    b.any = true;
  }
  go_on(b);
  if (!b.any || b.end == i || r_.at(i).type != LexemeType::word) return std::nullopt;
  std::uint32_t last = b.end, end = 0;
  while (last > i && !(r_.sense(last - 1, SenseKind::ordinal, end) != nullptr && end == b.end)) {
    if (b.end - last >= 3) return std::nullopt;
    --last;
  }
  return last > i ? std::optional(finished(b)) : std::nullopt;
}

std::optional<Number> NumberReader::cardinal(std::uint32_t i) {
  whole_ = true;
  if (r_.at(i).type == LexemeType::digits) return in_digits(i);
  return r_.at(i).type == LexemeType::word ? in_words(i) : std::nullopt;
}

std::optional<Number> NumberReader::run(std::uint32_t i) {
  if (const std::uint32_t behind = behind_sign(i)) {
    auto number = run(behind);
    if (!number || number->vague || (r_.at(behind).space_before && r_.is_mark(i, '-') && !fills_line(i, number->end)))
      return std::nullopt;
    number->value = -number->value;
    return number;
  }
  std::optional<Number> best = plain(i);
  if (best && best->vague) return best;
  if (best && best->in_words) with_fraction(*best);
  if (best && (best->in_words || best->scaled)) with_joined_fraction(*best);
  const auto better = [&](const PatternMatch& match) {
    if (match.rule < 0 || (best && match.end <= best->end) || divides_amount(match)) return;
    if (auto number = computed(match)) best = number;
  };
  if (r_.number_depth_ < 1) {
    ++r_.number_depth_;  // {a} and {b} are plain numbers here, also inside a range
    if (r_.has(i, SenseKind::starts_number) || (r_.has(i, SenseKind::ordinal) && !ordinals_) ||
        r_.at(i).type == LexemeType::digits)
      better(r_.match(r_.lexicon_.numbers, i));
    if (best && !r_.lexicon_.numbers.continued.empty()) {
      const Number base = *best;
      for (const SlotKind kind : {SlotKind::a, SlotKind::b, SlotKind::c}) {
        const Capture first{kind, i, base.end, r_.keep(base), 0};
        better(r_.match_continued(r_.lexicon_.numbers, first));
      }
    }
    --r_.number_depth_;
  }
  return best;
}

std::optional<Number> NumberReader::plain(std::uint32_t i) {
  std::uint32_t end = i;
  if (r_.at(i).type == LexemeType::digits) return scaled(in_digits(i));
  const bool decimal_sign = r_.is_mark(i, '.') || r_.is_mark(i, r_.lexicon_.decimal_sign);
  if (decimal_sign && r_.at(i + 1).type == LexemeType::digits && r_.tight(i + 1) &&
      (i == 0 || !r_.tight(i) || r_.is_mark(i - 1, '-'))) {
    auto number = in_digits(i + 1);  // ".5"
    if (!number || number->decimals) return std::nullopt;
    const auto length = static_cast<int>(folded_digits(r_.text_, r_.at(i + 1)).size());
    number->value = number->value.shifted(-length);
    number->written_unit = -length;
    number->decimals = true;
    return scaled(number);
  }
  if (const Sense* vague = r_.sense(i, SenseKind::vague, end)) {
    Number number = word_value(r_.lexicon_.decimals[vague->value], end);
    number.vague = true;
    return number;
  }
  if (r_.sense(i, SenseKind::zero, end) != nullptr) return word_value(Decimal(), end);
  if (r_.at(i).type != LexemeType::word && !r_.has(i, SenseKind::fraction)) return std::nullopt;
  if (auto number = with_article(i)) return number;
  return in_words(i);
}

/// Where the number begins whose sign stands at i; 0: there is none.
std::uint32_t NumberReader::behind_sign(std::uint32_t i) const {
  const std::uint32_t next = i + 1;
  const bool digits = r_.at(next).type == LexemeType::digits;
  if (r_.is_mark(i, '-') && r_.tight(next)) return (digits || r_.is_mark(next, '.')) && opens(i) ? next : 0;
  if (r_.is_mark(i, '-') && digits && begins_line(i)) return next;
  std::uint32_t end = 0, again = 0;  // one minus, not a row of them
  const Sense* minus = r_.sense(i, SenseKind::minus, end);
  if (minus == nullptr || minus->flag != 0 || hedged(i) || r_.sense(end, SenseKind::minus, again) != nullptr) return 0;
  return end;
}

/// A dash with blanks around it is a minus only where nothing but the number stands on the line.
bool NumberReader::fills_line(std::uint32_t i, std::uint32_t end) const {
  if (r_.has(end, SenseKind::percent)) ++end;
  return begins_line(i) && r_.at(end).type == LexemeType::gap;
}

/// "$1000 over 3" is no third of it, and "one of 19 nanometres" none of a length.
bool NumberReader::divides_amount(const PatternMatch& match) const {
  const Formula::Term& last = r_.lexicon_.numbers.rules[static_cast<std::size_t>(match.rule)].formula.terms.back();
  if (last.operation != '/' || last.slot != 'b') return false;
  const Sense* unit = r_.word_sense(match.end, SenseKind::unit);
  const bool measure = unit != nullptr && r_.at(match.end).end - r_.at(match.end).begin > 2 &&
                       r_.lexicon_.unit_names[unit->value].kind == MentionKind::measure;
  return after_currency_ || measure;
}

/// "al menos 20": the minus word is part of a bound that began before it.
bool NumberReader::hedged(std::uint32_t i) const {
  for (std::uint32_t back = 1; back <= 3 && back <= i; ++back) {
    std::uint32_t end = 0;
    if (r_.sense(i - back, SenseKind::hedge_before, end) != nullptr && end > i) return true;
  }
  return false;
}

/// A minus sign has nothing but space or an opening mark before it.
bool NumberReader::opens(std::uint32_t i) const {
  if (i == 0 || !r_.tight(i)) return true;
  const Lexeme& before = r_.at(i - 1);
  return before.spaceless ||
         (before.type == LexemeType::mark && before.mark != ')' && before.mark != ']' && before.mark != '-' &&
          before.mark != '.' && before.mark != '\'' && before.mark != '%' && before.mark != '/');
}

std::optional<Number> NumberReader::computed(const PatternMatch& match) {
  const SayRule& rule = r_.lexicon_.numbers.rules[static_cast<std::size_t>(match.rule)];
  Decimal value;
  bool first = true;
  int unit = 0;
  for (const Formula::Term& term : rule.formula.terms) {
    Decimal operand = quotient(term.numerator, term.denominator);
    if (term.slot != 0) {
      const SlotKind kind = term.slot == 'a'   ? SlotKind::a
                            : term.slot == 'b' ? SlotKind::b
                            : term.slot == 'c' ? SlotKind::c
                                               : SlotKind::ord;
      const Capture* capture = find_capture(match.captures, kind);
      if (capture == nullptr) return std::nullopt;
      operand = kind == SlotKind::ord ? Decimal(capture->value) : r_.kept_number(capture->value).value;
    }
    if (&term == &rule.formula.terms.back() && rule.formula.terms.size() == 2 && term.slot == 0 &&
        term.operation == '/') {
      const Capture* count = find_capture(match.captures, SlotKind::a);
      if (count != nullptr) {
        value = shared(r_.kept_number(count->value), Decimal(1), operand);
        continue;
      }
    }
    const bool negative = first && term.operation == '-';
    if (first)
      value = negative ? -operand : operand;
    else if (term.operation == '+')
      value = add(value, operand);
    else if (term.operation == '-')
      value = add(value, -operand);
    else if (term.operation == '*')
      value = multiply(value, operand);
    else if (operand.is_zero())
      return std::nullopt;
    else
      value = quotient(value, operand);
    first = false;
  }
  Number number;
  number.value = value;
  number.end = match.end;
  number.in_words = true;
  number.written_unit = value.is_integer() ? unit : -6;
  number.decimals = !value.is_integer();
  return number;
}

std::optional<Number> Reader::cardinal(std::uint32_t i) { return NumberReader(*this, false).cardinal(i); }

std::optional<Number> Reader::number_with_ordinals(std::uint32_t i) {
  return NumberReader(*this, false).with_ordinals(i);
}

std::optional<Number> Reader::number(std::uint32_t i, bool after_currency) {
  constexpr std::uint64_t kBegins = bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::fraction) |
                                    bit(SenseKind::vague) | bit(SenseKind::zero) | bit(SenseKind::article) |
                                    bit(SenseKind::minus) | bit(SenseKind::starts_number) | bit(SenseKind::ordinal);
  const Lexeme& lexeme = at(i);
  if ((lexeme.mask & kBegins) == 0 && (lexeme.type == LexemeType::word || lexeme.type == LexemeType::gap))
    return std::nullopt;
  const int in_slot = lexicon_.needs_counter && slot_depth_ > 0 ? 1 : 0;  // where alone a slot makes a difference
  for (const KnownNumber& known : known_numbers_) {
    if (known.i == i && known.after_currency == after_currency && known.depth == number_depth_ &&
        known.slots == in_slot)
      return known.number;
  }
  auto number = NumberReader(*this, after_currency).run(i);
  known_numbers_.push_back({i, after_currency, number_depth_, in_slot, number});
  return number;
}

}  // namespace crosscheck
