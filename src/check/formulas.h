// The formulas of arithmetic rules: what a figure must be, given the other figures of its sentence.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/model.h"

namespace crosscheck {

/// The figures of one reading by name: "value", and what the formula computes it from.
struct Terms {
  std::map<std::string, Quantity> figures;
  bool falling = false;  ///< "fell 12%"

  const Quantity* find(const char* name) const;
};

struct Expected {
  Interval interval;  ///< what `value` may be
  Decimal value;      ///< of the figures as written
};

/// Nothing where a term is missing, has no value or another unit.
///   share       100 × part ÷ whole            growth     100 × (after ÷ before − 1)
///   change      100 × delta ÷ before, or of after without delta
///   difference  after − before                direction  above or below before
///   sum         a + b + c + d                 balance    |a − b|
///   product     count × each
std::optional<Expected> expected(const std::string& formula, const Terms& terms);

/// Do the formula and the figure agree? Nothing where the formula says nothing.
std::optional<bool> holds(const std::string& formula, const Terms& terms);

/// What the stated figure allows; of "up to 1,250" the limit itself where a sum is meant.
Interval stated_interval(const std::string& formula, const Quantity& value);

}  // namespace crosscheck
