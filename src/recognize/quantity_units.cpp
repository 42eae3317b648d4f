// What stands behind a number and makes it an amount: "38 million dollars", "45-acre", "500 km per hour", 3割. The longest
// word or phrase wins; one or two letters count only behind digits.
// It does not know a unit by its number: "25 pounds" weigh unless a scale stands before the pounds.
#include "recognize/quantity_reader.h"

namespace crosscheck {

/// Currency, percent or unit behind the number; the longest wins.
bool QuantityReader::measured(Simple& out) {
  std::uint32_t at = out.end;
  if (r_.is_mark(at, '-') && r_.tight(at) && r_.at(at + 1).type == LexemeType::word) ++at;  // "45-acre"
  if (unit_at(out, at)) return true;
  std::uint32_t of = at;
  if (r_.sense(at, SenseKind::of, of) != nullptr && (out.number.scaled || out.number.vague || out.number.fraction) &&
      unit_at(out, of))
    return true;
  return at != out.end && unit_at(out, out.end);
}

bool QuantityReader::unit_at(Simple& out, std::uint32_t at) {
  std::uint32_t end = at, best = 0;
  Simple found = out;
  const auto take = [&](std::uint32_t to, MentionKind kind, const std::string& unit) {
    if (to <= best) return;
    best = to;
    found.kind = kind;
    found.unit = unit;
    found.end = to;
  };
  if (const Sense* percent = r_.sense(at, SenseKind::percent, end)) {
    const std::string& unit = code(*percent);
    take(end, MentionKind::percent, unit.size() > 2 && unit.back() == '%' ? "%" : unit);
    if (unit == "10%") found.number.value = out.number.value.shifted(1);    // 3割
    if (unit == "0.1%") found.number.value = out.number.value.shifted(-1);  // per mille
  }
  if (const Sense* currency = r_.sense(at, SenseKind::currency, end);
      currency != nullptr && follows(*currency, at, end))
    take(end, MentionKind::money, code(*currency));
  if (const Sense* cents = r_.sense(at, SenseKind::subunit, end);
      cents != nullptr && !weak_unit(*cents, out, at, end)) {
    if (end > best) {
      take(end, MentionKind::money, code(*cents));
      found.number.value = out.number.value.shifted(-2);
      found.number.written_unit = out.number.written_unit - 2;
    }
  }
  if (const Sense* sense = r_.sense(at, SenseKind::unit, end); sense != nullptr && !weak_unit(*sense, out, at, end)) {
    const UnitName& unit = r_.lexicon().unit_names[sense->value];
    const bool mass = end == best && found.kind == MentionKind::money && !out.number.scaled;  // "25 pounds"
    if (end > best || mass) {
      best = 0;
      take(end, unit.kind, unit.ucum);
      found.number = out.number;
    }
  }
  if (best == 0) return false;
  out = found;
  if (out.unit == "deg" && near_heat(out.first)) out.kind = MentionKind::temperature;
  if (out.kind == MentionKind::money || out.kind == MentionKind::measure) per_unit(out);
  return true;
}

/// "raise the temperature by 5 degrees"
bool QuantityReader::near_heat(std::uint32_t i) const {
  const std::uint32_t from = i > 12 ? i - 12 : 0;
  for (std::uint32_t at = from; at < i + 12 && at < r_.size(); ++at) {
    if (r_.has(at, SenseKind::heat_word)) return true;
  }
  return false;
}

bool QuantityReader::follows(const Sense& currency, std::uint32_t at, std::uint32_t end) const {
  if (currency.flag == 3) return r_.at(at).shouted || (r_.tight(at) && !r_.tight(end));
  if (currency.flag == 1 && r_.at(end).type == LexemeType::digits && r_.tight(end) && r_.at(at).space_before)
    return false;  // "5 $6"
  return true;
}

/// One or two letters are a unit only behind digits, and not where a word goes on behind a mark ("5 s.").
bool QuantityReader::weak_unit(const Sense& sense, const Simple& out, std::uint32_t at, std::uint32_t end) const {
  const Lexeme& lexeme = r_.at(at);
  if (lexeme.spaceless) return false;
  if (r_.tight(at) && r_.has(at, SenseKind::ordinal_suffix) && r_.at(out.end - 1).type == LexemeType::digits)
    return true;  // 21st is no weight
  const bool is_short = sense.flag == 1 || lexeme.end - lexeme.begin <= 2;
  if (!is_short || end != at + 1) return false;
  if (out.number.in_words || r_.at(out.end - 1).type != LexemeType::digits) {
    if (!out.number.scaled || lexeme.end - lexeme.begin < 2) return true;
  }
  if (lexeme.type == LexemeType::mark) return false;
  if (r_.is_mark(end, '\'') && r_.tight(end)) return lexeme.end - lexeme.begin == 1;  // "les 577 s'opposent"
  if (r_.tight(end) && r_.at(end).type != LexemeType::mark) return true;              // "24703L202"
  if (lexeme.space_before && lexeme.end - lexeme.begin == 1 && lexeme.shouted == false && lexeme.capital &&
      r_.at(at + 1).type == LexemeType::word)
    return true;
  return r_.has(at, SenseKind::am) || r_.has(at, SenseKind::pm);
}

/// "km/h", "miles per hour", "$5 a barrel" keeps the money: only units of measure are joined.
void QuantityReader::per_unit(Simple& out) {
  if (out.kind != MentionKind::measure) return;
  std::uint32_t at = out.end, end = at;
  if (r_.sense(at, SenseKind::per, end) == nullptr) return;
  const bool slash = r_.is_mark(at, '/');
  if (slash && r_.at(at).space_before && !r_.at(end).space_before) return;
  const Sense* below = r_.sense(end, SenseKind::unit, end);
  if (below == nullptr || (!slash && below->flag == 1)) return;
  const UnitName& unit = r_.lexicon().unit_names[below->value];
  out.unit += "/" + unit.ucum;
  out.end = end;
}

}  // namespace crosscheck
