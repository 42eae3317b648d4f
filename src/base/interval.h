// what      Interval: all the values a written number allows, and arithmetic that keeps them all
// in → out  bounds → interval → interval
// units     those of the numbers put in
// owns      nothing
// fails     divide() by an interval that holds zero gives the whole line
// threads   a value
// cost      a handful of Decimal operations
// follows   IEEE 1788 (outward rounding); statcheck for reading a rounded figure as an interval
// tested by tests/unit/base_test.cpp, tests/property/interval_property_test.cpp
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"

namespace crosscheck {

struct Interval {
  std::optional<Decimal> low;   ///< nothing = open towards minus infinity
  std::optional<Decimal> high;  ///< nothing = open towards plus infinity
  bool low_open = false;        ///< the bound itself is excluded ("over 13")
  bool high_open = false;

  static Interval point(const Decimal& value) { return {value, value, false, false}; }
  static Interval between(const Decimal& low, const Decimal& high) { return {low, high, false, false}; }
  static Interval at_least(const Decimal& low) { return {low, std::nullopt, false, false}; }
  static Interval at_most(const Decimal& high) { return {std::nullopt, high, false, false}; }

  bool is_point() const { return low && high && *low == *high; }
  bool contains(const Decimal& value) const;
  bool contains(const Interval& other) const;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// Can one value satisfy both? Two rounded figures whose intervals only touch at an edge (2.5 between
/// "2" and "3") do not meet; a point on the edge of an interval does.
bool meets(const Interval& a, const Interval& b);

Interval add(const Interval& a, const Interval& b);
Interval negated(const Interval& a);
Interval subtract(const Interval& a, const Interval& b);
Interval multiply(const Interval& a, const Interval& b);
Interval divide(const Interval& a, const Interval& b);
Interval scaled(const Interval& a, const Decimal& factor);  ///< factor > 0

std::string to_string(const Interval& interval);  ///< "[12,15]", "(20,35]", "(30,)"

}  // namespace crosscheck
