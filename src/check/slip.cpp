// 4.2 billion and 4.2 million differ by a scale word; 34 and 43 by two digits that changed places; 3 April and
// 4 March by day and month. Only exact, single slips are named; a near miss is no slip.
#include "check/slip.h"

#include <algorithm>
#include <cstdlib>

namespace crosscheck {
namespace {

std::string digits_of(const Decimal& value) {
  std::string digits;
  for (const char c : value.to_string()) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits;
}

}  // namespace

bool is_scale_slip(const Quantity& a, const Quantity& b) {
  if (!a.value || !b.value || a.value->is_zero() || *a.value == *b.value) return false;
  const int powers = a.value->magnitude() - b.value->magnitude();
  return a.value->shifted(-powers) == *b.value;
}

std::string slip_between(const Quantity& a, const Quantity& b) {
  if (!a.value || !b.value || a.unit != b.unit || a.bound == Bound::vague || b.bound == Bound::vague) return "";
  if (is_scale_slip(a, b)) {
    const int powers = std::abs(a.value->magnitude() - b.value->magnitude());
    if (powers == 3) return "a factor of 1,000, as million for billion";
    return "a factor of " + Decimal::power_of_ten(powers).to_string();
  }
  const std::string x = digits_of(*a.value), y = digits_of(*b.value);
  if (x.size() != y.size() || x.size() < 2 || a.value->magnitude() != b.value->magnitude()) return "";
  std::size_t differing = 0, first = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] == y[i]) continue;
    if (differing++ == 0) first = i;
  }
  if (differing == 2 && first + 1 < x.size() && x[first] == y[first + 1] && x[first + 1] == y[first])
    return "two digits that changed places";
  if (differing == 1 && x.size() >= 3) return "a single digit";
  return "";
}

std::string slip_between(const TimeValue& a, const TimeValue& b) {
  if (a.grain != Grain::day || b.grain != Grain::day || !a.first || !b.first) {
    if (a.grain == Grain::year && b.grain == Grain::year && a.first && b.first &&
        std::abs(civil_day(*a.first).year - civil_day(*b.first).year) == 1)
      return "a year off by one";
    return "";
  }
  const CivilDay x = civil_day(*a.first), y = civil_day(*b.first);
  if (x.month == y.day && x.day == y.month && x.year == y.year) return "day and month that changed places";
  if (x.month == y.month && x.day == y.day && std::abs(x.year - y.year) == 1) return "a year off by one";
  if (x.day == y.day && x.year == y.year) return "another month, the same day";
  return std::abs(*a.first - *b.first) == 1 ? "a day off by one" : "";
}

}  // namespace crosscheck
