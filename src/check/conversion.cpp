// One quantity written twice: "100 km (62 miles)". Units of one dimension convert by their exact factors. Currencies have
// no fixed rate, but one article converts at one: "£4.5 million ($7.2 million)" and "£10 million ($16 million)" both give
// 1.6. A pair whose rate is off by more than a tenth from the sharpest pair of the article is wrong somewhere.
#include <algorithm>
#include <map>

#include "check/checks.h"
#include "check/fit.h"
#include "check/words.h"

namespace crosscheck {
namespace {

struct Twice {
  const ArithmeticReading* read = nullptr;
  std::uint32_t value = 0, other = 0;
};

bool is_currency(const std::string& unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Fit begin(const Context& context, const Twice& twice, const Expected& expected) {
  Fit fit;
  fit.rule = twice.read->rule;
  fit.stated = twice.value;
  fit.inputs = {twice.other};
  fit.formula = "the same quantity in another unit";
  fit.words = claim_words(context.document(twice.other), context.claim(twice.other));
  fit.expected = expected;
  fit.fits = meets(expected.interval, context.claim(twice.value).quantity.interval);
  return fit;
}

std::string scale_slip(const Quantity& stated, const Interval& expected) {
  for (const int power : {1, -1, 2, -2, 3, -3, 6, -6}) {
    if (!meets(scaled(stated.interval, Decimal::power_of_ten(power)), expected)) continue;
    return "a factor of " + quantity_words(Decimal::power_of_ten(power < 0 ? -power : power), "");
  }
  return "";
}

/// "200 feet (60 metres)": the zeros of both leave room, and so does a last 5.
Interval rounded(const Quantity& quantity) {
  if (quantity.bound != Bound::exact) return quantity.interval;
  if (!quantity.value->is_integer()) {  // both figures of a pair are often cut rather than rounded
    const Decimal unit = Decimal::power_of_ten(quantity.written_unit);
    return Interval::between(add(*quantity.value, -unit), add(*quantity.value, unit));
  }
  int zeros = quantity.value->exponent();
  Decimal half(Decimal::Coefficient{5}, zeros - 1);
  if (quantity.value->shifted(-zeros).to_string().back() == '5') half = Decimal(Decimal::Coefficient{25}, zeros - 1);
  return Interval::between(add(*quantity.value, -half, Rounding::down), add(*quantity.value, half, Rounding::up));
}

std::optional<Finding> measure(const Context& context, const Twice& twice) {
  const Quantity &value = context.claim(twice.value).quantity, &other = context.claim(twice.other).quantity;
  const auto& dimensions = context.rulebook.unit_dimensions();
  const auto& factors = context.rulebook.unit_factors();
  const auto from = dimensions.find(other.unit), to = dimensions.find(value.unit);
  if (from == dimensions.end() || to == dimensions.end() || from->second != to->second || value.unit == other.unit)
    return std::nullopt;
  if (!factors.contains(other.unit) || !factors.contains(value.unit)) return std::nullopt;
  const Decimal factor = divide(factors.at(other.unit), factors.at(value.unit));
  Fit fit = begin(context, twice, {scaled(rounded(other), factor), multiply(*other.value, factor)});
  fit.fits = meets(fit.expected.interval, rounded(value));
  if (!fit.fits) fit.slip = scale_slip(value, fit.expected.interval);
  return finding_of(context, fit);
}

/// How sharply the pair gives its rate: the wider of the two figures, in parts of itself.
double bluntness(const Context& context, const Twice& twice) {
  double most = 0;
  for (const std::uint32_t index : {twice.value, twice.other}) {
    const Quantity& quantity = context.claim(index).quantity;
    if (!quantity.interval.low || !quantity.interval.high) return 1e9;
    const Decimal width = add(*quantity.interval.high, -*quantity.interval.low);
    most = std::max(most, width.to_double() / quantity.value->to_double());
  }
  return most;
}

std::optional<Finding> money(const Context& context, const Twice& twice, const Twice& sharpest) {
  const Claim &value = context.claim(sharpest.value), &other = context.claim(sharpest.other);
  const Interval rate = divide(value.quantity.interval, other.quantity.interval);
  const Quantity& amount = context.claim(twice.other).quantity;
  const Decimal plain = divide(*value.quantity.value, *other.quantity.value);
  Fit fit = begin(context, twice, {multiply(rate, amount.interval), multiply(*amount.value, plain)});
  fit.words += " at the rate of " + claim_words(context.document(sharpest.value), value) + " for " +
               claim_words(context.document(sharpest.other), other);
  fit.inputs.insert(fit.inputs.end(), {sharpest.value, sharpest.other});
  const Interval& stated = context.claim(twice.value).quantity.interval;
  const Interval roomy{multiply(*fit.expected.interval.low, Decimal(Decimal::Coefficient{9}, -1)),
                       multiply(*fit.expected.interval.high, Decimal(Decimal::Coefficient{11}, -1)), false, false};
  if (!fit.fits && meets(roomy, stated)) return std::nullopt;  // another day's rate
  if (!fit.fits) fit.slip = scale_slip(context.claim(twice.value).quantity, fit.expected.interval);
  fit.confidence = fit.fits ? 0.9 : fit.slip.empty() ? 0.65 : 0.9;
  return finding_of(context, fit);
}

}  // namespace

void check_conversions(const Context& context, std::vector<Finding>& findings) {
  const Places places(context);
  std::map<std::pair<std::uint32_t, std::string>, std::vector<Twice>> by_currencies;
  for (const ArithmeticReading& read : context.linked.arithmetic) {
    if (read.formula != "same" || context.linked.facts[read.document].copy_of) continue;
    const auto value = places.claim(read, "value"), other = places.claim(read, "other");
    if (!value || !other) continue;
    const Twice twice{&read, *value, *other};
    const Quantity &a = context.claim(*value).quantity, &b = context.claim(*other).quantity;
    if (!a.value || !b.value || a.value->sign() <= 0 || b.value->sign() <= 0) continue;
    if (is_currency(a.unit) && is_currency(b.unit) && a.unit != b.unit)
      by_currencies[{read.document, a.unit + b.unit}].push_back(twice);
    else if (auto finding = measure(context, twice))
      findings.push_back(std::move(*finding));
  }
  for (auto& [currencies, pairs] : by_currencies) {
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](const Twice& a, const Twice& b) { return bluntness(context, a) < bluntness(context, b); });
    if (bluntness(context, pairs.front()) >= 1) continue;
    for (std::size_t i = 1; i < pairs.size(); ++i) {
      if (bluntness(context, pairs[i]) >= 1) continue;
      if (auto finding = money(context, pairs[i], pairs.front())) findings.push_back(std::move(*finding));
    }
  }
}

}  // namespace crosscheck
