// "rose 12% to $5.6 billion from $5.0 billion": growth of 5.6 over 5.0 is 10.0 % to 14.1 %, and 12 % fits. Each formula
// takes intervals and gives one, so a rounded figure is never blamed. One figure of two may leave its unit to the other
// ("5.6 mln dlrs from 5.0 mln").
#include "check/formulas.h"

namespace crosscheck {
namespace {

const Decimal kHundred(100);

bool usable(const Quantity* quantity) { return quantity != nullptr && quantity->value.has_value(); }

bool same_unit(const Quantity& a, const Quantity& b) {
  if (a.unit == b.unit) return true;
  return a.unit != "%" && b.unit != "%" && (a.unit.empty() || b.unit.empty());
}

Interval at_limit(const Quantity& quantity) {
  const Decimal half = multiply(Decimal(Decimal::Coefficient{5}, -1), Decimal::power_of_ten(quantity.written_unit));
  return Interval::between(add(*quantity.value, -half, Rounding::down), add(*quantity.value, half, Rounding::up));
}

std::optional<Expected> percent_of(const Quantity& part, const Interval& whole, const Decimal& whole_value) {
  if (whole_value.is_zero()) return std::nullopt;
  return Expected{scaled(divide(part.interval, whole), kHundred), divide(*part.value, whole_value).shifted(2)};
}

std::optional<Expected> share(const Terms& terms) {
  const Quantity *part = terms.find("part"), *whole = terms.find("whole");
  if (!usable(part) || !usable(whole) || part->unit != whole->unit || part->unit == "%") return std::nullopt;
  if (*part->value == Decimal(1) || *whole->value == Decimal(1)) return std::nullopt;  // one thing of another kind
  return percent_of(*part, whole->interval, *whole->value);
}

std::optional<Expected> difference(const Terms& terms) {
  const Quantity *after = terms.find("after"), *before = terms.find("before");
  const Quantity* value = terms.find("value");
  if (!usable(after) || !usable(before) || !same_unit(*after, *before)) return std::nullopt;
  const bool points = usable(value) && value->unit == "pp" && after->unit == "%" && before->unit == "%";
  if (!usable(value) || (!points && (!same_unit(*value, *after) || !same_unit(*value, *before)))) return std::nullopt;
  const Quantity &more = terms.falling ? *before : *after, &less = terms.falling ? *after : *before;
  return Expected{subtract(more.interval, less.interval), add(*more.value, -*less.value)};
}

std::optional<Expected> growth(const Terms& terms) {
  const Quantity *after = terms.find("after"), *before = terms.find("before");
  if (!usable(after) || !usable(before) || !same_unit(*after, *before) || before->value->is_zero()) return std::nullopt;
  const Quantity* value = terms.find("value");
  if (value != nullptr && value->unit == "pp") return difference(terms);
  const Interval ratio = scaled(divide(after->interval, before->interval), kHundred);
  const Interval hundred = Interval::point(kHundred);
  const Decimal change = add(divide(*after->value, *before->value).shifted(2), -kHundred);
  return Expected{terms.falling ? subtract(hundred, ratio) : subtract(ratio, hundred),
                  terms.falling ? -change : change};
}

std::optional<Expected> change(const Terms& terms) {
  const Quantity *delta = terms.find("delta"), *before = terms.find("before"), *after = terms.find("after");
  if (!usable(delta)) return std::nullopt;
  if (usable(before) && same_unit(*delta, *before)) return percent_of(*delta, before->interval, *before->value);
  if (!usable(after) || !same_unit(*delta, *after)) return std::nullopt;
  // delta ÷ (after + delta) = 1 ÷ (after ÷ delta + 1): each figure stands once, so the interval is no wider than it is.
  if (delta->value->is_zero()) return std::nullopt;
  const Interval one = Interval::point(Decimal(1)), ratio = divide(after->interval, delta->interval);
  const Decimal base = terms.falling ? add(*after->value, *delta->value) : add(*after->value, -*delta->value);
  if (base.is_zero()) return std::nullopt;
  const Interval whole = terms.falling ? add(ratio, one) : subtract(ratio, one);
  return Expected{scaled(divide(one, whole), kHundred), divide(*delta->value, base).shifted(2)};
}

std::optional<Expected> direction(const Terms& terms) {
  const Quantity *before = terms.find("before"), *after = terms.find("value");
  if (!usable(before) || !usable(after) || !same_unit(*before, *after)) return std::nullopt;
  Interval interval;
  if (terms.falling) {
    interval.high = before->interval.high;
    interval.high_open = !before->interval.is_point();
  } else {
    interval.low = before->interval.low;
    interval.low_open = !before->interval.is_point();
  }
  return Expected{interval, *before->value};
}

/// "610 in Britain, 340 in Germany and 300 in Spain, for a total of 1,250"
std::optional<Expected> sum(const Terms& terms) {
  const Quantity* whole = terms.find("value");
  if (!usable(whole)) return std::nullopt;
  Expected total{Interval::point(Decimal()), Decimal()};
  int parts = 0;
  for (const char* name : {"a", "b", "c", "d"}) {
    const Quantity* part = terms.find(name);
    if (part == nullptr) continue;
    if (!usable(part) || !same_unit(*part, *whole)) return std::nullopt;
    // "up to 650 million" tops a sum that is itself "up to": both are read at their limit.
    const bool limits = part->bound == Bound::at_most && whole->bound == Bound::at_most;
    total.interval = add(total.interval, limits ? at_limit(*part) : part->interval);
    total.value = add(total.value, *part->value);
    ++parts;
  }
  return parts < 2 ? std::nullopt : std::optional(total);
}

std::optional<Expected> balance(const Terms& terms) {
  const Quantity *a = terms.find("a"), *b = terms.find("b"), *value = terms.find("value");
  if (!usable(a) || !usable(b) || !usable(value) || !same_unit(*a, *b) || !same_unit(*a, *value)) return std::nullopt;
  const Quantity &more = *a->value < *b->value ? *b : *a, &less = *a->value < *b->value ? *a : *b;
  return Expected{subtract(more.interval, less.interval), add(*more.value, -*less.value)};
}

std::optional<Expected> product(const Terms& terms) {
  const Quantity *count = terms.find("count"), *each = terms.find("each"), *value = terms.find("value");
  if (!usable(count) || !usable(each) || !usable(value) || !same_unit(*each, *value)) return std::nullopt;
  if (!count->unit.empty()) return std::nullopt;
  return Expected{multiply(count->interval, each->interval), multiply(*count->value, *each->value)};
}

}  // namespace

const Quantity* Terms::find(const char* name) const {
  const auto found = figures.find(name);
  return found == figures.end() ? nullptr : &found->second;
}

std::optional<Expected> expected(const std::string& formula, const Terms& terms) {
  using Rule = std::optional<Expected> (*)(const Terms&);
  static const std::map<std::string, Rule> kFormulas = {
      {"share", &share},         {"growth", &growth}, {"change", &change},   {"difference", &difference},
      {"direction", &direction}, {"sum", &sum},       {"balance", &balance}, {"product", &product}};
  const auto found = kFormulas.find(formula);
  return found == kFormulas.end() ? std::nullopt : found->second(terms);
}

Interval stated_interval(const std::string& formula, const Quantity& value) {
  return formula == "sum" && value.bound == Bound::at_most && value.value ? at_limit(value) : value.interval;
}

std::optional<bool> holds(const std::string& formula, const Terms& terms) {
  const auto result = expected(formula, terms);
  const Quantity* value = terms.find("value");
  if (!result || value == nullptr) return std::nullopt;
  return meets(result->interval, stated_interval(formula, *value));
}

}  // namespace crosscheck
