// "rose 15.5 pct to 101.1 mln from 87.4 mln": 15.7 fits, so one digit of 15.5 may be wrong. "To 2.3 mln from 1.9 billion":
// a thousandfold. Each figure is altered by each kind of slip and the formula asked again. A kind that only one alteration
// of the sentence fits is named; where two figures may hold it, nobody can tell which.
#include "check/reconcile.h"

#include <algorithm>
#include <array>
#include <vector>

#include "check/words.h"

namespace crosscheck {
namespace {

Quantity moved(const Quantity& from, const Decimal& value) {
  Quantity to = from;
  const Decimal by = add(value, -*from.value);
  to.value = value;
  if (to.interval.low) to.interval.low = add(*to.interval.low, by);
  if (to.interval.high) to.interval.high = add(*to.interval.high, by);
  return to;
}

Quantity shifted(const Quantity& from, int power) {
  Quantity to = from;
  to.value = from.value->shifted(power);
  if (to.interval.low) to.interval.low = to.interval.low->shifted(power);
  if (to.interval.high) to.interval.high = to.interval.high->shifted(power);
  to.written_unit += power;
  return to;
}

/// The digits as written, trailing zeros included, counted in units of the last.
std::string digits_of(const Quantity& quantity) {
  const Decimal scaled = quantity.value->abs().shifted(-quantity.written_unit);
  return scaled.is_integer() && scaled.magnitude() < 12 ? scaled.to_string() : "";
}

Quantity with_digits(const Quantity& from, const std::string& digits) {
  return moved(from, Decimal::parse(digits)->shifted(from.written_unit));
}

std::vector<Quantity> transposed(const Quantity& from) {
  std::vector<Quantity> out;
  const std::string digits = digits_of(from);
  const std::size_t nonzero = digits.find_last_not_of('0') + 1;
  for (std::size_t i = 0; i + 1 < std::min(digits.size(), nonzero); ++i) {
    std::string other = digits;
    std::swap(other[i], other[i + 1]);
    if (other != digits && other[0] != '0') out.push_back(with_digits(from, other));
  }
  return out;
}

std::vector<Quantity> one_digit(const Quantity& from) {
  std::vector<Quantity> out;
  const std::string digits = digits_of(from);
  for (std::size_t i = 0; digits.size() > 1 && i < digits.size(); ++i) {
    for (char digit = i == 0 ? '1' : '0'; digit <= '9'; ++digit) {
      std::string other = digits;
      other[i] = digit;
      if (other != digits) out.push_back(with_digits(from, other));
    }
  }
  return out;
}

std::vector<Quantity> one_less(const Quantity& from) {
  std::vector<Quantity> out;
  const std::string digits = digits_of(from);
  for (std::size_t i = 0; digits.size() > 2 && i < digits.size(); ++i) {
    if (i > 0 && digits[i] == digits[i - 1]) continue;  // the same figure again
    std::string other = digits;
    other.erase(i, 1);
    if (other[0] != '0') out.push_back(with_digits(from, other));
  }
  return out;
}

std::vector<Quantity> rescaled(const Quantity& from) {
  std::vector<Quantity> out;
  for (const int power : {3, -3, 6, -6, 1, -1, 2, -2}) out.push_back(shifted(from, power));
  return out;
}

using Alter = std::vector<Quantity> (*)(const Quantity&);

/// All single alterations of this kind that fit, as "altered instead of written".
std::vector<std::string> fitting(const Terms& terms, const std::map<std::string, std::string>& words, const Fits& fits,
                                 Alter alter) {
  std::vector<std::string> found;
  for (const auto& [name, quantity] : terms.figures) {
    if (!quantity.value || quantity.value->is_zero()) continue;
    for (const Quantity& other : alter(quantity)) {
      Terms altered = terms;
      altered.figures[name] = other;
      if (fits(altered)) found.push_back(quantity_words(*other.value, other.unit) + " instead of " + words.at(name));
    }
  }
  return found;
}

bool swapped(const Terms& terms, const Fits& fits) {
  if (terms.find("after") == nullptr || terms.find("before") == nullptr) return false;
  Terms altered = terms;
  std::swap(altered.figures["after"], altered.figures["before"]);
  return fits(altered);
}

bool turned(const Terms& terms, const Fits& fits) {
  Terms altered = terms;
  altered.falling = !altered.falling;
  return fits(altered);
}

}  // namespace

Reconciled reconcile(const Terms& terms, const std::map<std::string, std::string>& words, const Fits& fits) {
  const bool swap = swapped(terms, fits), turn = turned(terms, fits);
  if (swap && turn) return {"a rise told as a fall, or the two figures changed places", true};
  if (swap) return {"the two figures changed places", true};
  if (turn) return {"a rise told as a fall, or a fall as a rise", true};
  const auto scales = fitting(terms, words, fits, &rescaled);
  if (scales.size() == 1) return {"a power of ten: " + scales.front(), true};
  if (!scales.empty()) return {"a power of ten in one of the figures", true};
  const auto places = fitting(terms, words, fits, &transposed);
  if (places.size() == 1) return {"two digits that changed places: " + places.front(), true};
  const auto longer = fitting(terms, words, fits, &one_less);
  if (longer.size() == 1) return {"a digit too many: " + longer.front(), true};
  Terms stated;
  stated.figures["value"] = terms.figures.at("value");
  const auto digits = fitting(
      stated, words,
      [&](const Terms& altered) {
        Terms whole = terms;
        whole.figures["value"] = altered.figures.at("value");
        return fits(whole);
      },
      &one_digit);
  if (digits.size() == 1) return {"a single digit: " + digits.front(), false};
  return {};
}

}  // namespace crosscheck
