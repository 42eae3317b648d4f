// Amounts said in two parts: "5 dollars and 30 cents", "vijf euro vijftig", 五元三毛; "6 feet 2 inches", "6 lb 4 oz" in the
// first of their units, here 6.25 lb.
// A metric measure has one part, "5 kg and 300 g" are two.
#include <algorithm>

#include "recognize/number_reader.h"
#include "recognize/quantity_reader.h"

namespace crosscheck {

Simple QuantityReader::with_subunit(Simple out) {
  if (out.number.vague || out.number.decimals) return out;
  if (out.kind == MentionKind::measure) smaller_unit(out);
  if (out.kind == MentionKind::percent) percent_part(out);
  for (int parts = 0; parts < 2 && out.kind == MentionKind::money && coins(out); ++parts) {
  }
  return out;
}

/// Takes the tenths or hundredths behind an amount.
bool QuantityReader::coins(Simple& out) {
  std::uint32_t at = out.end, end = at;
  if (r_.sense(at, SenseKind::conjunction, end) != nullptr || (r_.is_mark(at, ',') && (end = at + 1) != 0)) at = end;
  const auto small = r_.number(at);
  if (!small || small->vague || small->value.sign() < 0 || small->value >= Decimal(100)) return false;
  const Sense* cents = r_.sense(small->end, SenseKind::subunit, end);
  if (cents == nullptr) {
    const Lexeme& next = r_.at(small->end);
    const bool closes = next.type == LexemeType::gap || (next.type == LexemeType::mark && !r_.tight(small->end + 1));
    const bool two_digits = r_.at(at).type == LexemeType::digits
                                ? r_.at(at).end - r_.at(at).begin == 2 && small->end == at + 1
                                : at == out.end && small->value >= Decimal(10);
    if (!closes || !two_digits || r_.is_mark(out.end, ',')) return false;
    end = small->end;
  }
  const int power = cents != nullptr && cents->flag == 1 ? -1 : -2;
  if (power >= out.number.written_unit) return false;
  out.number.value = add(out.number.value, small->value.shifted(power));
  out.number.written_unit = power;
  out.end = end;
  return true;
}

/// 3割5分 is 35 %
void QuantityReader::percent_part(Simple& out) {
  if (!r_.tight(out.end) || !r_.at(out.end - 1).spaceless) return;
  const auto small = r_.number(out.end);
  std::uint32_t end = 0;
  const Sense* part = small && !small->vague ? r_.sense(small->end, SenseKind::subunit, end) : nullptr;
  if (part == nullptr || code(*part) != "%" || small->value >= Decimal(10)) return;
  out.number.value = add(out.number.value, small->value);
  out.end = end;
}

const UnitName* QuantityReader::unit_named(const std::string& ucum) const {
  const auto& names = r_.lexicon().unit_names;
  const auto found = std::find_if(names.begin(), names.end(), [&](const UnitName& name) { return name.ucum == ucum; });
  return found == names.end() ? nullptr : &*found;
}

/// "6-foot-3": how tall, the inches without their name.
bool QuantityReader::bare_inches(Simple& out) {
  const std::uint32_t at = out.end;
  if (out.unit != "[ft_i]" || !r_.is_mark(at, '-') || !r_.is_mark(at - 2, '-')) return false;
  if (!r_.tight(at) || !r_.tight(at + 1) || (r_.tight(at + 2) && r_.is_mark(at + 2, '-'))) return false;
  const auto inches = r_.digits_value(at + 1, 1, 2);
  std::uint32_t end = 0;
  if (!inches || *inches >= 12 || r_.sense(at + 2, SenseKind::unit, end) != nullptr) return false;
  out.number.value = add(out.number.value, quotient(Decimal(*inches), Decimal(12)));
  out.number.written_unit = -2;
  out.end = at + 2;
  return true;
}

/// "1 m 80", "1m75": how tall, the centimetres without their name.
bool QuantityReader::bare_centimetres(Simple& out) const {
  const auto hundredths = r_.digits_value(out.end, 2, 2);
  if (out.unit != "m" || !hundredths || !out.number.value.is_integer() || !(out.number.value < Decimal(10)) ||
      out.number.value.sign() <= 0)
    return false;
  const Lexeme& behind = r_.at(out.end + 1);
  if ((behind.mask & kMeasures) != 0 || r_.before_digits(out.end + 1) || (r_.tight(out.end + 1) && behind.mark == '-'))
    return false;
  out.number.value = add(out.number.value, Decimal(*hundredths).shifted(-2));
  out.number.written_unit = -2;
  ++out.end;
  return true;
}

/// Takes a measure in a smaller unit of the same dimension that is less than one of the first.
void QuantityReader::smaller_unit(Simple& out) {
  if (bare_inches(out) || bare_centimetres(out)) return;
  std::uint32_t at = out.end, end = at;
  if (r_.sense(at, SenseKind::conjunction, end) != nullptr || (r_.is_mark(at, ',') && (end = at + 1) != 0)) at = end;
  if (r_.is_mark(at, '-') && r_.tight(at) && r_.tight(at + 1)) ++at;  // "6-foot-3-inch"
  if (r_.at(at).type != LexemeType::digits && !r_.has(at, SenseKind::number)) return;
  const auto small = r_.number(at);
  if (!small || small->vague) return;
  Simple low = made(at, *small, small->end, MentionKind::number, "");
  const Sense* alone = r_.sense(small->end, SenseKind::subunit, end);  // "2 in"
  if (alone != nullptr && code(*alone).starts_with('['))
    low = made(at, *small, end, MentionKind::measure, code(*alone));
  else if (!measured(low))
    return;
  const UnitName* large = unit_named(out.unit);
  const UnitName* fine = unit_named(low.unit);
  if (large == nullptr || fine == nullptr || large->dimension.empty() || large->dimension != fine->dimension) return;
  const Decimal share = quotient(multiply(small->value, fine->factor), large->factor);
  const Decimal ratio = quotient(fine->factor, large->factor);
  const bool metric = ratio == Decimal::power_of_ten(ratio.magnitude()) || ratio < Decimal(Decimal::Coefficient{5}, -2);
  if (fine->factor >= large->factor || share >= Decimal(1) || metric) return;
  out.number.value = add(out.number.value, share);
  out.number.written_unit = -2;
  out.end = low.end;
}

/// "15 gradi sotto zero", "20 below zero"
void QuantityReader::below_zero(Simple& out) const {
  const bool heat = out.kind == MentionKind::temperature || out.kind == MentionKind::number || out.unit == "deg";
  std::uint32_t end = 0;
  const Sense* minus = heat ? r_.sense(out.end, SenseKind::minus, end) : nullptr;
  if (minus == nullptr || minus->flag != 1 || out.number.value.sign() <= 0) return;
  out.number.value = -out.number.value;
  out.end = end;
  out.below_zero = true;
  if (out.unit == "deg") out.kind = MentionKind::temperature;
}

}  // namespace crosscheck
