// Interval arithmetic over Decimal, rounded outward: [134.5, 135.5] ÷ [0.265, 0.275] = [489.09…, 511.32…],
// and every true quotient lies inside. Open ends are kept; an operation whose bound is not known on one
// side leaves that side open. It does not track dependency between operands (x - x is not 0).
#include "base/interval.h"

#include <algorithm>
#include <array>

namespace crosscheck {

bool Interval::contains(const Decimal& value) const {
  if (low && (low_open ? value <= *low : value < *low)) return false;
  if (high && (high_open ? value >= *high : value > *high)) return false;
  return true;
}

bool Interval::contains(const Interval& other) const {
  const bool low_ok =
      !low || (other.low && (*low < *other.low || (*low == *other.low && (!low_open || other.low_open))));
  const bool high_ok =
      !high || (other.high && (*high > *other.high || (*high == *other.high && (!high_open || other.high_open))));
  return low_ok && high_ok;
}

bool meets(const Interval& a, const Interval& b) {
  if (a.is_point()) return b.contains(*a.low);
  if (b.is_point()) return a.contains(*b.low);
  if (a.high && b.low && *a.high <= *b.low) return false;
  if (b.high && a.low && *b.high <= *a.low) return false;
  return true;
}

Interval add(const Interval& a, const Interval& b) {
  Interval sum;
  if (a.low && b.low) sum.low = add(*a.low, *b.low, Rounding::down);
  if (a.high && b.high) sum.high = add(*a.high, *b.high, Rounding::up);
  sum.low_open = a.low_open || b.low_open;
  sum.high_open = a.high_open || b.high_open;
  return sum;
}

Interval negated(const Interval& a) {
  Interval turned;
  if (a.high) turned.low = -*a.high;
  if (a.low) turned.high = -*a.low;
  turned.low_open = a.high_open;
  turned.high_open = a.low_open;
  return turned;
}

Interval subtract(const Interval& a, const Interval& b) { return add(a, negated(b)); }

namespace {

using Operation = Decimal (*)(const Decimal&, const Decimal&, Rounding);

/// The hull over the corners; only for operands bounded on all sides.
Interval corners(const Interval& a, const Interval& b, Operation operation) {
  std::array<Decimal, 4> low{}, high{};
  std::size_t i = 0;
  for (const auto& x : {*a.low, *a.high}) {
    for (const auto& y : {*b.low, *b.high}) {
      low[i] = operation(x, y, Rounding::down);
      high[i++] = operation(x, y, Rounding::up);
    }
  }
  return Interval::between(*std::min_element(low.begin(), low.end()), *std::max_element(high.begin(), high.end()));
}

bool bounded(const Interval& a) { return a.low && a.high; }
bool not_negative(const Interval& a) { return a.low && a.low->sign() >= 0; }

}  // namespace

Interval multiply(const Interval& a, const Interval& b) {
  const bool plain = not_negative(a) && not_negative(b);
  if (!plain)
    return bounded(a) && bounded(b) ? corners(a, b, &multiply)
                                    : Interval{};  // open ends are closed: wider, never wrong
  Interval product;
  product.low = multiply(*a.low, *b.low, Rounding::down);
  product.low_open = (a.low_open && !b.low->is_zero()) || (b.low_open && !a.low->is_zero());
  if (a.high && b.high) {
    product.high = multiply(*a.high, *b.high, Rounding::up);
    product.high_open = a.high_open || b.high_open;
  }
  return product;
}

Interval divide(const Interval& a, const Interval& b) {
  const bool holds_zero = (!b.low || b.low->sign() <= 0) && (!b.high || b.high->sign() >= 0);
  if (holds_zero) return {};
  const bool plain = not_negative(a) && not_negative(b);
  if (!plain) return bounded(a) && bounded(b) ? corners(a, b, &divide) : Interval{};
  Interval quotient;
  quotient.low = b.high ? divide(*a.low, *b.high, Rounding::down) : Decimal();
  quotient.low_open = a.low_open || b.high_open || !b.high;
  if (a.high) {
    quotient.high = divide(*a.high, *b.low, Rounding::up);
    quotient.high_open = a.high_open || b.low_open;
  }
  return quotient;
}

Interval scaled(const Interval& a, const Decimal& factor) {
  Interval result = a;
  if (a.low) result.low = multiply(*a.low, factor, Rounding::down);
  if (a.high) result.high = multiply(*a.high, factor, Rounding::up);
  return result;
}

std::string to_string(const Interval& interval) {
  const bool open_low = interval.low_open || !interval.low;
  const bool open_high = interval.high_open || !interval.high;
  return std::string(open_low ? "(" : "[") + (interval.low ? interval.low->to_string() : "") + "," +
         (interval.high ? interval.high->to_string() : "") + (open_high ? ")" : "]");
}

}  // namespace crosscheck
