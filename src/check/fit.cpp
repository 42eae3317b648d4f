// "24 % holds: $38 million ÷ $157 million is 24.2 %", or does not add up. One wording for all checks inside an article.
#include "check/fit.h"

#include <algorithm>

#include "check/words.h"

namespace crosscheck {

Finding finding_of(const Context& context, const Fit& fit) {
  const Claim& claim = context.claim(fit.stated);
  const std::string unit = claim.quantity.unit;
  const Expected& expected = fit.expected;
  Finding finding;
  finding.check = fit.check;
  finding.relation = fit.fits ? Relation::consistent : Relation::inconsistent;
  finding.confidence = fit.confidence;
  finding.slip = fit.slip;
  Side implied;
  implied.value = expected.value.rounded_to_digits(unit == "%" ? 4 : 12).to_string() + (unit.empty() ? "" : " " + unit);
  implied.words = !fit.implied.empty() ? fit.implied
                  : unit == "%"        ? expected.value.rounded_to_digits(3).to_string() + " %"
                                       : quantity_words(expected.value, unit);
  implied.interval = expected.interval;
  implied.sources = 1;
  finding.sides = {make_side(context, {fit.stated}), implied};
  std::vector<std::uint32_t> inputs = fit.inputs;
  inputs.push_back(fit.stated);
  const std::string computed =
      fit.words + (fit.implied.empty() ? " = " + implied.words + " (" + interval_words(expected.interval, unit) + ")"
                                       : ": " + implied.words);
  finding.derivation = {{fit.formula, computed, std::move(inputs), implied.value}};
  const std::string stated = claim.dated() ? claim_words(context.document(fit.stated), claim) : finding.sides[0].words;
  finding.summary = stated + (fit.fits ? " holds: " : " does not add up: ") + fit.words + " is " + implied.words;
  finding.explanation = computed + "; the article says " + stated;
  if (!claim.dated()) finding.explanation += " (" + interval_words(claim.quantity.interval, unit) + ")";
  finding.explanation +=
      fit.fits ? ", which fits." : ", which lies outside. One of the figures is wrong, or they are not of one thing.";
  finding.rules = {fit.rule};
  return finding;
}

std::optional<std::uint32_t> Places::claim(const ArithmeticReading& reading, const std::string& figure) const {
  const auto place = reading.figures.find(figure);
  if (place == reading.figures.end()) return std::nullopt;
  std::optional<std::uint32_t> found;
  const auto [begin, end] = claims_of(claims_, reading.document);
  for (std::uint32_t i = begin; i < end; ++i) {
    if (claims_[i].place == place->second) found = i;
  }
  return found;
}

std::string figure_words(const Document& document, const Claim& claim) {
  const std::string_view text = text_of(document, claim.place.field);
  const auto goes_on = [&](std::size_t at) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    return digit(at) || (at < text.size() && (text[at] == ',' || text[at] == '.') && digit(at + 1));
  };
  std::size_t end = claim.place.span.end;
  if (end == 0 || text[end - 1] < '0' || text[end - 1] > '9') return claim_words(document, claim);
  while (goes_on(end)) ++end;
  return std::string(
      text.substr(claim.qualified.begin, std::max<std::size_t>(end, claim.qualified.end) - claim.qualified.begin));
}

bool is_whole(const Document& document, const Claim& claim) {
  return figure_words(document, claim) == claim_words(document, claim);
}

Quantity roomy(const Quantity& quantity) {
  if (quantity.bound != Bound::exact || !quantity.value || quantity.unit == "%" || quantity.unit == "pp")
    return quantity;
  const Decimal& value = *quantity.value;
  if (!value.is_integer() || value.is_zero()) return quantity;
  const int zeros = value.exponent();  // its coefficient has no trailing zero
  if (zeros < 2 || zeros <= quantity.written_unit) return quantity;
  Quantity out = quantity;
  const Decimal half = Decimal(Decimal::Coefficient{5}, zeros - 1);
  out.interval = Interval::between(add(value, -half, Rounding::down), add(value, half, Rounding::up));
  return out;
}

}  // namespace crosscheck
