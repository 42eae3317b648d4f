// What the words around a quantity make of it: "nearly 300" is less than 300 and not much less, "20 or more" at least 20.
// Each becomes an interval at once, see quantity.cpp.
// A word of bound must touch the quantity; one that belongs to a verb ("hand over $5") is none.
#include <algorithm>
#include <map>
#include <utility>

#include "base/characters.h"
#include "recognize/quantity_reader.h"
#include "recognize/time_builder.h"

namespace crosscheck {

std::optional<Draft> QuantityReader::drafted(Simple one) {
  Draft draft;
  draft.kind = one.kind;
  draft.first = one.first;
  draft.end = one.end;
  Quantity& quantity = draft.quantity;
  quantity.unit = one.unit;
  quantity.value = one.number.value;
  quantity.written_unit = one.number.written_unit;
  hedge(draft);
  if (one.number.vague) {
    quantity.bound = Bound::vague;
    quantity.interval = Interval::at_least(one.number.value);
  } else {
    const bool few = (one.kind == MentionKind::number || one.kind == MentionKind::age) && !one.number.decimals &&
                     (!one.number.scaled || one.number.in_words) && one.number.value.magnitude() < 5;
    const bool counted = few || one.kind == MentionKind::ordinal;  // the 30th is not the 29th
    quantity.interval = interval_of(*quantity.value, quantity.written_unit, quantity.bound, counted);
    if (draft.almost && quantity.bound == Bound::less_than)
      quantity.interval.low = multiply(quantity.value->abs(), Decimal(Decimal::Coefficient{85}, -2));
  }
  if (draft.kind == MentionKind::duration) {
    if (const auto longer = read_duration(r_, one.first); longer && longer->end >= one.end) {
      draft.end = std::max(draft.end, longer->end);
      draft.hedge_end = std::max(draft.hedge_end, draft.end);
      draft.text = evaluate(longer->program.steps(), {}).edtf;
    } else {
      draft.text = iso_duration(*quantity.value, quantity.unit);
    }
    if (draft.text.empty()) return std::nullopt;
  }
  return draft;
}

std::string QuantityReader::iso_duration(const Decimal& value, const std::string& unit) {
  static const std::map<std::string, std::pair<const char*, const char*>> kLetters = {
      {"s", {"PT", "S"}}, {"min", {"PT", "M"}}, {"h", {"PT", "H"}}, {"d", {"P", "D"}},
      {"wk", {"P", "W"}}, {"mo", {"P", "M"}},   {"a", {"P", "Y"}}};
  const auto found = kLetters.find(unit);
  if (found != kLetters.end()) return found->second.first + value.to_string() + found->second.second;
  if (unit == "10.a" || unit == "100.a") return "P" + value.shifted(unit == "10.a" ? 1 : 2).to_string() + "Y";
  static const std::map<std::string, int> kSmall = {{"ms", -3}, {"us", -6}, {"ns", -9}};
  const auto small = kSmall.find(unit);
  return small == kSmall.end() ? "" : "PT" + value.shifted(small->second).to_string() + "S";
}

/// Words of bound before and behind; several may stand together, the nearest decides unless it only says "about".
void QuantityReader::hedge(Draft& draft) {
  draft.hedge_first = draft.first;
  draft.hedge_end = draft.end;
  draft.quantity.bound = Bound::exact;
  for (int times = 0; times < 3 && hedge_before(draft); ++times) {
  }
  hedge_after(draft);
}

bool QuantityReader::hedge_before(Draft& draft) const {
  Bound& bound = draft.quantity.bound;
  for (std::uint32_t back = std::min(6U, draft.hedge_first); back >= 1; --back) {  // the longest phrase
    const std::uint32_t at = draft.hedge_first - back;
    if (r_.at(at).type == LexemeType::gap) continue;
    std::uint32_t end = at;
    const Sense* sense = r_.sense(at, SenseKind::hedge_before, end);
    if (sense == nullptr || end != draft.hedge_first || risen(at)) continue;
    if (draft.kind == MentionKind::duration && in_list("during_words", at)) continue;  // "over five years"
    draft.hedge_first = at;
    if (bound == Bound::exact || bound == Bound::about) {
      bound = static_cast<Bound>(sense->value);
      draft.almost = sense->flag == 1;
    }
    return true;
  }
  return false;
}

/// The word of bound behind a quantity: at once, behind a counter (20人以上), behind its noun ("35 personnes au moins").
const Sense* QuantityReader::bound_behind(const Draft& draft, std::uint32_t& at, std::uint32_t& end) const {
  if (const Sense* behind = r_.sense(at, SenseKind::hedge_after, end)) return behind;
  if (r_.is_mark(at, '-')) return r_.sense(at + 1, SenseKind::hedge_after, end);
  if (draft.kind != MentionKind::number) return nullptr;
  if (r_.sense(at, SenseKind::counter, end) != nullptr) {
    at = end;
    const Sense* behind = r_.sense(at, SenseKind::hedge_after, end);
    return behind != nullptr && (end > at + 1 || !r_.at(at).space_before) ? behind : nullptr;
  }
  constexpr std::uint64_t kOther = bit(SenseKind::number) | bit(SenseKind::conjunction) | bit(SenseKind::hedge_before) |
                                   bit(SenseKind::per) | bit(SenseKind::month);
  const Lexeme& noun = r_.at(at);
  if (noun.type != LexemeType::word || noun.spaceless || !noun.space_before || (noun.mask & kOther) != 0)
    return nullptr;
  const Sense* behind = r_.sense(at + 1, SenseKind::hedge_after, end);
  if (behind == nullptr || end < at + 3) return nullptr;  // a phrase: one word may begin what follows
  ++at;
  return behind;
}

void QuantityReader::hedge_after(Draft& draft) const {
  std::uint32_t end = 0, at = draft.end;
  const Sense* behind = bound_behind(draft, at, end);
  if (behind == nullptr) return;
  for (std::uint32_t inside = at; inside < end; ++inside) {  // "200 or more than 190"
    std::uint32_t to = 0;
    if (r_.sense(inside, SenseKind::hedge_before, to) != nullptr && to > end) return;
  }
  const Lexeme& next = r_.at(end);
  const bool spaceless = r_.at(end - 1).spaceless;
  if ((next.type == LexemeType::digits && !spaceless) || (r_.has(end, SenseKind::number) && !next.spaceless)) return;
  if (r_.is_mark(at, '+') && (r_.at(at).space_before || (r_.tight(end) && next.type == LexemeType::digits))) return;
  draft.quantity.bound = static_cast<Bound>(behind->value);
  draft.hedge_end = end;
}

/// "go up to £5.99" is a rise, "hand over $5" a verb.
bool QuantityReader::risen(std::uint32_t at) const {
  return at > 0 && in_list("verbs_before_" + scan_folded(word(at)), at - 1);
}

const char* ucum_of(TimeGrain grain) {
  switch (grain) {
    case TimeGrain::second:
      return "s";
    case TimeGrain::minute:
      return "min";
    case TimeGrain::hour:
      return "h";
    case TimeGrain::day:
      return "d";
    case TimeGrain::week:
      return "wk";
    case TimeGrain::month:
      return "mo";
    case TimeGrain::year:
      return "a";
    default:
      return nullptr;
  }
}

Interval interval_of(const Decimal& value, int written_unit, Bound bound, bool counted) {
  const Decimal half = multiply(Decimal(Decimal::Coefficient{5}, -1), Decimal::power_of_ten(written_unit));
  switch (bound) {
    case Bound::exact:
      return counted ? Interval::point(value)
                     : Interval::between(add(value, -half, Rounding::down), add(value, half, Rounding::up));
    case Bound::about: {
      const int last_digit = value.is_zero() ? 0 : value.exponent();
      const Decimal by_digit = multiply(Decimal(Decimal::Coefficient{25}, -1), Decimal::power_of_ten(last_digit));
      const Decimal tenth = value.abs().shifted(-1);
      const Decimal slack = std::min(by_digit, tenth);
      return Interval::between(add(value, -slack, Rounding::down), add(value, slack, Rounding::up));
    }
    case Bound::at_least:
      return Interval::at_least(value);
    case Bound::at_most:
      return Interval::at_most(value);
    case Bound::more_than:
      return {value, std::nullopt, true, false};
    case Bound::less_than:
      return {std::nullopt, value, false, true};
    default:
      return Interval::at_least(value);
  }
}

}  // namespace crosscheck
