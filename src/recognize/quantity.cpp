// From a number to a quantity. "over $13 billion in cash": a symbol, a number with its scale, a bound from
// the words before it. What the words allow becomes an interval at once:
//   $157 billion     three digits were written, so 156.5 to 157.5 billion
//   34 people        a count is exact
//   about 135        2.5 units of the last digit that is not zero either way, at most 10 %
//   nearly 300       255 to 300, the end excluded
//   multibillion     two billion or more
// It does not convert units or currencies; `check` does where it compares.
#include "recognize/quantity_reader.h"
#include "recognize/time_builder.h"

namespace crosscheck {

namespace {

std::optional<Draft> longer(std::optional<Draft> first, std::optional<Draft> second) {
  return second && (!first || second->end > first->end) ? std::move(second) : std::move(first);
}

}  // namespace

std::optional<Draft> QuantityReader::run(std::uint32_t i) {
  constexpr std::uint64_t kBegins = bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::fraction) |
                                    bit(SenseKind::vague) | bit(SenseKind::zero) | bit(SenseKind::article) |
                                    bit(SenseKind::minus) | bit(SenseKind::currency) | bit(SenseKind::percent_before) |
                                    bit(SenseKind::unit_before) | bit(SenseKind::ordinal) |
                                    bit(SenseKind::ordinal_prefix) | bit(SenseKind::starts_number) |
                                    bit(SenseKind::starts_range) | bit(SenseKind::starts_age);
  if ((r_.at(i).mask & kBegins) == 0 && r_.at(i).type == LexemeType::word) return std::nullopt;
  std::optional<Draft> best = longer(range(i), age(i));
  if (best && best->kind == MentionKind::range && (in_record(i) || lost_by(i))) best = std::nullopt;
  if (!best || best->kind == MentionKind::number) best = longer(std::move(best), score(i));
  if (!best) {
    if (const auto& one = first(i)) best = drafted(with_shared_unit(*one));
  }
  best = longer(std::move(best), ordinal(i));
  if (best && article_only(i, *best)) return std::nullopt;
  return best;
}

/// "Ein Mann", "un hombre": an article that is also the word for one counts nothing by itself.
bool QuantityReader::article_only(std::uint32_t i, const Draft& draft) const {
  if (draft.kind != MentionKind::number || draft.end != i + 1 || draft.hedge_first != i || draft.hedge_end != draft.end)
    return false;
  const bool one = draft.quantity.value == Decimal(1) && !r_.at(i).spaceless;
  if (one && i > 0 && r_.has(i - 1, SenseKind::ordinal) && r_.at(i).type == LexemeType::word)
    return true;  // "the first one"
  if (!r_.has(i, SenseKind::article) || r_.at(i).type != LexemeType::word) return false;
  const bool alone = (i == 0 || r_.at(i - 1).type == LexemeType::gap) && r_.at(i + 1).type == LexemeType::gap;
  return !alone;
}

const std::optional<Simple>& QuantityReader::first(std::uint32_t i) {
  if (!asked_) first_ = simple(i);
  asked_ = true;
  return first_;
}

std::optional<Simple> QuantityReader::simple(std::uint32_t i) {
  if (bare_) {
    const auto number = r_.number(i);
    return number ? std::optional(made(i, *number, number->end, MentionKind::number, "")) : std::nullopt;
  }
  if (auto money = with_currency_before(i)) return with_subunit(*money);
  std::uint32_t end = i;
  if (const Sense* before = r_.sense(i, SenseKind::percent_before, end); before != nullptr) {
    if (auto number = r_.number(end); number && !number->vague)
      return made(i, *number, number->end, MentionKind::percent, "%");
  }
  if (r_.is_mark(i, '%') && r_.at(i + 1).type == LexemeType::digits && r_.has(i, SenseKind::percent_before)) {
    if (auto number = r_.number(i + 1)) return made(i, *number, number->end, MentionKind::percent, "%");
  }
  if (const Sense* before = r_.sense(i, SenseKind::unit_before, end); before != nullptr) {
    if (auto named = unit_before(i, end, code(*before))) return named;
  }
  auto number = r_.number(i);
  if (!number) return std::nullopt;
  Simple out;
  out.number = *number;
  out.first = i;
  out.end = number->end;
  if (measured(out)) out = with_subunit(with_half(out));
  below_zero(out);
  return out;
}

/// 摄氏5度 is in degrees Celsius; 時速188マイル in miles per hour: a code that begins with "/" divides the unit behind.
std::optional<Simple> QuantityReader::unit_before(std::uint32_t i, std::uint32_t at, const std::string& ucum) {
  const auto number = r_.number(at);
  if (!number || number->vague) return std::nullopt;
  Simple out;
  out.number = *number;
  out.first = i;
  out.end = number->end;
  const bool has_unit = unit_at(out, out.end);
  if (ucum.starts_with('/')) {
    if (!has_unit || out.kind != MentionKind::measure) return std::nullopt;
    if (!out.unit.ends_with(ucum)) out.unit += ucum;
    return out;
  }
  const auto& units = r_.lexicon().unit_names;
  const auto known = std::find_if(units.begin(), units.end(), [&](const UnitName& unit) { return unit.ucum == ucum; });
  out.kind = known == units.end() ? MentionKind::measure : known->kind;
  out.unit = ucum;
  if (ucum == "a" && out.number.value >= Decimal(1000)) return std::nullopt;  // Swahili "mwaka 2024"
  if (!has_unit) per_unit(out);
  return out;
}

/// "2 miles and a half"
Simple QuantityReader::with_half(Simple out) {
  std::uint32_t end = 0;
  const bool halves =
      out.kind == MentionKind::measure || out.kind == MentionKind::duration || out.kind == MentionKind::money;
  if (!halves || !out.number.value.is_integer() || out.number.vague || out.number.scaled ||
      !half_behind(r_, out.end, end))
    return out;
  out.number.value = add(out.number.value, Decimal(Decimal::Coefficient{5}, -1));
  out.number.written_unit = -1;
  out.end = end;
  return out;
}

Simple QuantityReader::made(std::uint32_t first, const Number& number, std::uint32_t end, MentionKind kind,
                            std::string unit) {
  Simple out;
  out.number = number;
  out.first = first;
  out.end = end;
  out.kind = kind;
  out.unit = std::move(unit);
  return out;
}

std::optional<Simple> QuantityReader::with_currency_before(std::uint32_t i) {
  std::uint32_t at = i, end = i;
  bool minus = false;
  if (r_.is_mark(i, '-') && r_.tight(i + 1)) {
    minus = true;
    ++at;
  }
  const Sense* currency = currency_before(at, end);
  if (currency == nullptr) return std::nullopt;
  std::string iso = code(*currency);
  std::uint32_t twice = end;
  if (const Sense* second = r_.sense(end, SenseKind::currency, twice); second != nullptr) {  // "USD$ 90", "CAD $5"
    end = twice;
  }
  const auto number = r_.number(end, true);
  if (!number || number->vague) return std::nullopt;
  if (currency->flag == 5 && r_.at(end).space_before && !number->decimals && !number->scaled) return std::nullopt;
  if (currency->flag == 0) {  // "euro 1,5 miljard", but not "Labour won 411 seats", "They won 3-1"
    if (r_.has(i, SenseKind::score_word)) return std::nullopt;
    const Lexeme& next = r_.at(number->end);
    const bool twice_named = r_.has(number->end, SenseKind::currency);
    if (r_.at(i).spaceless && !twice_named) return std::nullopt;  // 新台币500元
    if (!r_.at(i).spaceless && next.type == LexemeType::word && !next.capital) return std::nullopt;
  }
  Simple out;
  out.number = *number;
  if (minus) out.number.value = -out.number.value;
  out.first = i;
  out.end = number->end;
  out.kind = MentionKind::money;
  out.unit = iso;
  std::uint32_t next = out.end;
  if (r_.is_mark(next, '-') && r_.tight(next)) ++next;  // "$38-million-dollar"
  if (const Sense* named = r_.sense(next, SenseKind::currency, end);
      named != nullptr && joins_currency(next, end, *named)) {
    out.end = end;
    if (named->flag != 1 && !r_.at(i).spaceless) out.unit = code(*named);
  }
  per_unit(out);
  return out;
}

/// A sign or code that may stand before its number.
const Sense* QuantityReader::currency_before(std::uint32_t i, std::uint32_t& end) const {
  const Sense* found = r_.sense(i, SenseKind::currency, end);
  if (found == nullptr) return nullptr;
  const bool capitals = needs_capitals(*found);
  if (capitals && !r_.at(i).shouted && r_.at(end).type != LexemeType::digits && !r_.is_mark(end, '$')) return nullptr;
  if (capitals && !r_.at(i).shouted && r_.at(end).space_before) return nullptr;
  if (found->flag == 0 && r_.at(end).type != LexemeType::digits) return nullptr;
  return found;
}

/// "$5 dollars", "$5 Canadian": a currency named twice is one; another number may not follow.
bool QuantityReader::joins_currency(std::uint32_t next, std::uint32_t end, const Sense& named) const {
  if (r_.at(end).type == LexemeType::digits && named.flag != 0) return false;
  if (needs_capitals(named) && !r_.at(next).shouted) return false;
  return named.flag != 1 || r_.tight(next);
}

std::optional<Draft> read_quantity(Reader& reader, std::uint32_t i) { return QuantityReader(reader).run(i); }

}  // namespace crosscheck
