// Quantities of two numbers or of a kind of their own: "from 12 to 15 %" is one range, "Smith, 43, said" an age, "won 3-1" a
// score, "the 21st" an ordinal.
// "grew from 12% to 15%" says two values and no range; a range of unlike units is two quantities.
#include <utility>
#include <vector>

#include "base/characters.h"
#include "recognize/ordinal.h"
#include "recognize/quantity_reader.h"
#include "recognize/time_builder.h"

namespace crosscheck {

std::optional<Draft> QuantityReader::range(std::uint32_t i) {
  if (r_.lexicon().ranges.rules.empty()) return std::nullopt;
  constexpr std::int64_t kBegun = -1;  // what first() gave; others are kept
  std::vector<Simple> kept;
  r_.set_quantity_slot([&](SlotKind kind, std::uint32_t at) -> std::optional<Capture> {
    auto one = simple(at);
    if (!one) {
      const auto place = read_ordinal(r_, at);  // "between the tenth and the fifteenth"
      if (place) one = made(at, *place, place->end, MentionKind::ordinal, "");
    }
    if (!one || one->number.vague) return std::nullopt;
    kept.push_back(*one);
    return Capture{kind, at, one->end, static_cast<std::int64_t>(kept.size()) - 1, 0};
  });
  PatternMatch match;
  match.rule = -1;
  if (r_.has(i, SenseKind::starts_range)) match = r_.match(r_.lexicon().ranges, i);
  if (match.rule < 0) {
    if (const auto& begun = first(i); begun && !begun->number.vague) {
      match = r_.match_continued(r_.lexicon().ranges, {SlotKind::a, i, begun->end, kBegun, 0});
      if (match.rule < 0) match = r_.match_continued(r_.lexicon().ranges, {SlotKind::b, i, begun->end, kBegun, 0});
    }
  }
  r_.set_quantity_slot(nullptr);
  if (match.rule < 0 || changes(i)) return std::nullopt;
  const Capture* a = find_capture(match.captures, SlotKind::a);
  const Capture* b = find_capture(match.captures, SlotKind::b);
  if (a == nullptr || b == nullptr) return std::nullopt;
  const auto taken = [&](const Capture& capture) -> const Simple& {
    return capture.value == kBegun ? *first_ : kept[static_cast<std::size_t>(capture.value)];
  };
  if (moves(i, taken(*a), taken(*b))) return std::nullopt;
  return joined(i, match.end, taken(*a), taken(*b));
}

/// "fell 12 cents to $3.40", "rose by $2 to $30": by how much, and then how much it is.
bool QuantityReader::moves(std::uint32_t i, const Simple& a, const Simple& b) const {
  if (a.first != i || i == 0 || a.kind != MentionKind::money || b.kind != MentionKind::money) return false;
  const std::uint32_t verb = i > 1 && in_list("by_words", i - 1) ? i - 2 : i - 1;
  return in_list("rise", verb) || in_list("fall", verb);
}

/// "grew from 12% to 15%" says two values, before and after, and no range.
bool QuantityReader::changes(std::uint32_t i) const {
  if (!in_list("from_words", i) && !(i > 0 && in_list("from_words", i - 1))) return false;
  for (std::uint32_t back = 1; back <= 5 && back <= i; ++back) {
    const std::uint32_t at = i - back;
    if (in_list("rise", at) || in_list("fall", at) || in_list("cut", at)) return true;
    if (r_.is_mark(at, '.') || r_.at(at).type == LexemeType::gap) return false;
  }
  return false;
}

/// Low and high as they were meant: "5 to 10 below zero", "$5-6 million", "70 ± 9", "from -18 to -34 °C".
std::pair<Decimal, Decimal> QuantityReader::ends(const Simple& a, const Simple& b) const {
  Decimal low = a.number.value, high = b.number.value;
  if (b.below_zero && low.sign() > 0) {  // "5 to 10 degrees below zero"
    low = b.number.value;
    high = -a.number.value;
  }
  const bool worded = r_.at(a.first).type == LexemeType::word && r_.has(a.first, SenseKind::minus);
  const bool degrees = b.kind == MentionKind::temperature || b.unit == "deg";
  if (worded && degrees && low.sign() < 0 && high.sign() > 0 && b.first == a.end + 1)
    high = -high;                                         // "minus 20 to 25 degrees", but "minus 5 to plus 3"
  if (!a.number.scaled && b.number.scaled && low < high)  // "$5-6 million"
    low = low.shifted(b.number.scale_power != 0 ? b.number.scale_power : b.number.written_unit);
  if (b.first > a.end && word(b.first - 1) == "±") {
    low = add(a.number.value, -b.number.value);
    high = add(a.number.value, b.number.value);
  }
  if (high.sign() < 0 && high < low) std::swap(low, high);  // "from -18 to -34 °C"
  return {low, high};
}

std::optional<Draft> QuantityReader::joined(std::uint32_t i, std::uint32_t end, const Simple& a, const Simple& b) {
  const bool same = a.kind == b.kind && a.unit == b.unit;
  if ((a.kind == MentionKind::ordinal) != (b.kind == MentionKind::ordinal)) return std::nullopt;
  const bool bare_first = a.kind == MentionKind::number, bare_last = b.kind == MentionKind::number;
  const bool before = a.kind == MentionKind::money ||  // "$5-6", "%10-15"
                      (a.kind == MentionKind::percent && r_.has(a.first, SenseKind::percent_before));
  if (!same && !bare_first && !(bare_last && before)) return std::nullopt;
  const bool dashed = b.first > a.end && r_.is_mark(b.first - 1, '-');
  if (dashed && bare_first && bare_last && r_.at(a.end).space_before != r_.at(b.first).space_before)
    return std::nullopt;
  if (dashed && b.number.value.sign() < 0 && !b.below_zero) return std::nullopt;
  const bool third = r_.tight(end) && r_.is_mark(end, '-') && r_.has(end + 1, SenseKind::number);
  if (dashed && a.number.in_words && (third || (i > 0 && r_.is_mark(i - 1, '-'))))
    return std::nullopt;  // "three-nought-four"
  const auto [low, high] = ends(a, b);
  if (!(low < high)) return std::nullopt;
  if (a.number.in_words && b.number.in_words && bare_first && bare_last && !a.number.scaled && high <= Decimal(1))
    return std::nullopt;
  Draft draft;
  draft.first = draft.hedge_first = i;
  draft.end = draft.hedge_end = end;
  const bool places = same && a.kind == MentionKind::ordinal;
  draft.kind = (bare_first && bare_last) || places ? MentionKind::range : bare_first ? b.kind : a.kind;
  draft.quantity.unit = bare_first ? b.unit : a.unit;
  draft.quantity.bound = Bound::range;
  draft.quantity.interval = Interval::between(low, high);
  draft.quantity.written_unit = b.number.written_unit;
  if (draft.kind == MentionKind::duration) {
    draft.text = iso_duration(high, draft.quantity.unit);
    const std::string from = iso_duration(low, draft.quantity.unit);
    if (draft.text.empty()) return std::nullopt;
    draft.text = from + "/" + draft.text;
  }
  return draft;
}

/// A count, or two: the higher is the value, the lower, kept too, the extra; 0: there is one.
std::optional<Capture> QuantityReader::count_or_span(SlotKind kind, std::uint32_t at) {
  const auto number = r_.number(at);
  if (!number || number->vague) return std::nullopt;
  const bool apart =
      r_.is_mark(number->end, '-') && r_.at(number->end).space_before;  // with blanks around it a dash joins no ages
  QuantityReader numbers(r_);
  numbers.bare_ = true;
  const auto span = apart ? std::nullopt : numbers.range(at);
  if (!span || span->first != at || span->end <= number->end)
    return Capture{kind, at, number->end, r_.keep(*number), 0};
  Number low = *number, high = *number;
  low.value = *span->quantity.interval.low;
  high.value = *span->quantity.interval.high;
  return Capture{kind, at, span->end, r_.keep(high), 1 + r_.keep(low)};
}

PatternMatch QuantityReader::match_age(std::uint32_t i) {
  r_.set_count_slot([this](SlotKind kind, std::uint32_t at) { return count_or_span(kind, at); });
  PatternMatch match = r_.match(r_.lexicon().ages, i);
  r_.set_count_slot(nullptr);
  return match;
}

std::optional<Draft> QuantityReader::age(std::uint32_t i) {
  PatternMatch match;
  match.rule = -1;
  constexpr std::uint64_t kNumbers = bit(SenseKind::starts_age) | bit(SenseKind::number) | bit(SenseKind::scale) |
                                     bit(SenseKind::article) | bit(SenseKind::fraction) | bit(SenseKind::grain);
  if (r_.at(i).type == LexemeType::digits || (r_.at(i).mask & kNumbers) != 0) match = match_age(i);
  if (match.rule < 0) return apposed_age(i);
  const Capture* n = find_capture(match.captures, SlotKind::n);
  if (n == nullptr) return std::nullopt;
  const Number number = r_.kept_number(n->value);
  const Capture* grain = find_capture(match.captures, SlotKind::grain);
  const TimeGrain in = grain == nullptr ? TimeGrain::year : static_cast<TimeGrain>(grain->value);
  const char* unit = in >= TimeGrain::day ? ucum_of(in) : nullptr;  // nobody's age is told in hours
  if (unit == nullptr || (n->extra > 0 && in < TimeGrain::month)) return std::nullopt;
  auto draft = drafted(made(i, number, match.end, MentionKind::age, unit));
  if (draft && n->extra > 0) {
    draft->quantity.value.reset();
    draft->quantity.bound = Bound::range;
    draft->quantity.interval = Interval::between(r_.kept_number(n->extra - 1).value, number.value);
  }
  return draft;
}

/// "Smith, 43, said": a name, a comma, a number of years, a comma or the end.
std::optional<Draft> QuantityReader::apposed_age(std::uint32_t i) {
  if (i < 2 || !r_.is_mark(i - 1, ',') || !r_.at(i).space_before || r_.lexicon().ages.rules.empty())
    return std::nullopt;
  const Lexeme& name = r_.at(i - 2);
  if (name.type != LexemeType::word || !name.capital || r_.has(i - 2, SenseKind::month) ||
      r_.has(i - 2, SenseKind::weekday))
    return std::nullopt;
  const auto years = r_.digits_value(i, 2, 3);
  const bool closed = (r_.is_mark(i + 1, ',') && r_.at(i + 2).space_before && !r_.at(i + 2).capital &&
                       r_.at(i + 2).type == LexemeType::word) ||
                      (r_.is_mark(i + 1, '.') && r_.at(i + 2).space_before);
  if (!years || *years < 10 || *years > 119 || !closed) return std::nullopt;
  const auto number = r_.number(i);
  if (!number || number->end != i + 1) return std::nullopt;
  return drafted(made(i, *number, i + 1, MentionKind::age, "a"));
}

/// "3-1" where a word of winning or losing stands near.
/// "79-67": no range falls. "24-7" and "50-50" are sayings, "10-5 km" measures.
bool QuantityReader::falls(std::uint32_t i, std::int64_t left, std::int64_t right) const {
  constexpr std::uint64_t kMeasured = kMeasures & ~bit(SenseKind::counter);
  if (!r_.is_mark(i + 1, '-') || left < right || (left == right && left > 19) || (left == 24 && right == 7))
    return false;
  return (r_.at(i + 3).mask & kMeasured) == 0 && !(i > 0 && r_.has(i - 1, SenseKind::currency));
}

/// "(5-9, 0-2 Big East)": one record beside another.
bool QuantityReader::in_record(std::uint32_t i) const {
  const auto pair = [&](std::uint32_t at) {
    return r_.digits_value(at, 1, 2) && r_.is_mark(at + 1, '-') && r_.tight(at + 1) && r_.tight(at + 2) &&
           r_.digits_value(at + 2, 1, 2);
  };
  const bool opens = i > 0 && r_.is_mark(i - 1, '(') && r_.is_mark(i + 3, ',') && pair(i + 4);
  return opens || (i > 4 && r_.is_mark(i - 1, ',') && r_.is_mark(i - 5, '(') && pair(i - 4));
}

/// "lost 89-101 to Boston": a pair that rises, right behind a word of losing, and nothing that is counted behind it.
bool QuantityReader::lost_by(std::uint32_t i) const {
  if (i == 0 || !r_.has(i - 1, SenseKind::score_word) || !r_.is_mark(i + 1, '-') || !r_.tight(i + 1)) return false;
  const Lexeme& behind = r_.at(i + 3);
  return behind.type != LexemeType::word || in_list("prepositions", i + 3);
}

/// "(45-7-2, 36 KOs)": won, lost and drawn, where it cannot be a date.
std::optional<Draft> QuantityReader::record_of_three(std::uint32_t i) {
  const auto won = r_.digits_value(i, 1, 3), lost = r_.digits_value(i + 2, 1, 2), drawn = r_.digits_value(i + 4, 1, 2);
  const bool joined = r_.is_mark(i + 1, '-') && r_.is_mark(i + 3, '-') && r_.tight(i + 1) && r_.tight(i + 2) &&
                      r_.tight(i + 3) && r_.tight(i + 4);
  if (!won || !lost || !drawn || !joined || (r_.tight(i + 5) && r_.is_mark(i + 5, '-'))) return std::nullopt;
  const bool bracketed = i > 0 && r_.is_mark(i - 1, '(') && (r_.is_mark(i + 5, ')') || r_.is_mark(i + 5, ','));
  if (!bracketed || numeric_date(r_, i)) return std::nullopt;
  Draft draft;
  draft.kind = MentionKind::score;
  draft.first = draft.hedge_first = i;
  draft.end = draft.hedge_end = i + 5;
  draft.text = std::to_string(*won) + "-" + std::to_string(*lost) + "-" + std::to_string(*drawn);
  return draft;
}

/// "3-1", "3:1" beside a word of winning or losing.
bool QuantityReader::marked_score(std::uint32_t i, std::int64_t left, std::int64_t right) const {
  if ((!r_.is_mark(i + 1, '-') && !r_.is_mark(i + 1, ':')) || !r_.tight(i + 1) || !r_.tight(i + 2)) return false;
  if (r_.is_mark(i + 1, ':') && (left > 9 || r_.at(i + 2).end - r_.at(i + 2).begin > 1)) return false;
  const bool hyphened = r_.is_mark(i + 3, '-') && !r_.has(i + 4, SenseKind::score_word);  // but "3:1-Sieg"
  if (r_.tight(i + 3) && (hyphened || (r_.at(i + 3).type != LexemeType::mark && !r_.at(i + 3).spaceless))) return false;
  if (r_.tight(i + 3) && r_.is_mark(i + 3, '/')) return false;  // "17-1/2"
  if (i > 0 && r_.tight(i) && !r_.is_mark(i - 1, '(') && !r_.at(i - 1).spaceless) return false;
  return falls(i, left, right) || in_record(i) || r_.score_near(i);
}

/// "ganó por 3 a 1", and not "bajó de 3 a 1 por ciento".
bool QuantityReader::worded_score(std::uint32_t i, std::int64_t left, std::int64_t right) const {
  return r_.has(i + 1, SenseKind::score_link) && left >= right && left < 20 && r_.score_near(i) &&
         !(i > 0 && r_.has(i - 1, SenseKind::starts_range)) && (r_.at(i + 3).mask & kMeasures) == 0 &&
         !r_.before_digits(i + 3);
}

std::optional<Draft> QuantityReader::score(std::uint32_t i) {
  if (auto record = record_of_three(i)) return record;
  const auto left = r_.digits_value(i, 1, 3), right = r_.digits_value(i + 2, 1, 3);
  if (!left || !right || !(marked_score(i, *left, *right) || worded_score(i, *left, *right))) return std::nullopt;
  Draft draft;
  draft.kind = MentionKind::score;
  draft.first = draft.hedge_first = i;
  draft.end = draft.hedge_end = i + 3;
  draft.text = std::to_string(*left) + "-" + std::to_string(*right);
  return draft;
}

std::optional<Draft> QuantityReader::ordinal(std::uint32_t i) {
  const auto number = read_ordinal(r_, i);
  if (!number) return std::nullopt;
  return drafted(made(i, *number, number->end, MentionKind::ordinal, ""));
}

}  // namespace crosscheck
