// A decimal is coefficient × 10^exponent without trailing zeros, so equal numbers have equal parts:
// "6.60" → 66 × 10^-1. Sums are exact while they fit 36 digits; products and quotients keep at least 18
// digits and round the way the caller says, so that an interval built from them never loses a value.
// It cannot hold more than 36 digits; parse() refuses those.
#include "base/decimal.h"

#include <cmath>

namespace crosscheck {
namespace {

using Coefficient = Decimal::Coefficient;
constexpr int kMaxDigits = 36;

/// Nearly all are: half the work of the machine.
bool is_small(Coefficient value) { return static_cast<std::int64_t>(value) == value; }

int digit_count(Coefficient value) {
  if (value < 0) value = -value;
  int count = 0;
  for (; !is_small(value); value /= 10) ++count;
  for (auto rest = static_cast<std::uint64_t>(value); rest > 0; rest /= 10) ++count;
  return count;
}

Coefficient ten_to(int power) {
  Coefficient result = 1;
  for (int i = 0; i < power; ++i) result *= 10;
  return result;
}

std::strong_ordering ordered(Coefficient a, Coefficient b) {
  return a < b ? std::strong_ordering::less : a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
}

/// a / b rounded towards minus or plus infinity.
Coefficient floor_or_ceil(Coefficient a, Coefficient b, Rounding rounding) {
  Coefficient quotient = a / b;
  const bool inexact = quotient * b != a;
  const bool negative = (a < 0) != (b < 0);
  if (inexact && rounding == Rounding::down && negative) --quotient;
  if (inexact && rounding == Rounding::up && !negative) ++quotient;
  return quotient;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view plain) {
  bool negative = false;
  if (!plain.empty() && (plain.front() == '-' || plain.front() == '+')) {
    negative = plain.front() == '-';
    plain.remove_prefix(1);
  }
  Coefficient coefficient = 0;
  int digits = 0, decimals = 0, pending_zeros = 0;
  bool seen_digit = false, after_point = false;
  for (const char c : plain) {
    if (c == '.' && !after_point) {
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    seen_digit = true;
    if (after_point) ++decimals;
    if (digits == 0 && c == '0') continue;  // leading zeros carry no digit
    if (c == '0') {                         // trailing zeros become exponent, so they cost no room
      ++pending_zeros;
      continue;
    }
    digits += pending_zeros + 1;
    if (digits > kMaxDigits) return std::nullopt;
    coefficient = coefficient * ten_to(pending_zeros + 1) + (c - '0');
    pending_zeros = 0;
  }
  if (!seen_digit || pending_zeros > 4000) return std::nullopt;
  return Decimal(negative ? -coefficient : coefficient, coefficient == 0 ? 0 : pending_zeros - decimals);
}

std::string Decimal::to_string() const {
  Coefficient rest = coefficient_ < 0 ? -coefficient_ : coefficient_;
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest > 0);
  if (exponent_ > 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else if (exponent_ < 0) {
    const auto decimals = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  return (coefficient_ < 0 ? "-" : "") + digits;
}

int Decimal::significant_digits() const { return coefficient_ == 0 ? 1 : digit_count(coefficient_); }

int Decimal::magnitude() const { return coefficient_ == 0 ? 0 : digit_count(coefficient_) - 1 + exponent_; }

Decimal Decimal::limited(int digits, Rounding rounding) const {
  const int excess = digit_count(coefficient_) - digits;
  if (excess <= 0) return *this;
  return Decimal(floor_or_ceil(coefficient_, ten_to(excess), rounding), exponent_ + excess);
}

Decimal Decimal::rounded_at(int power) const {
  if (exponent_ >= power) return *this;
  const int drop = power - exponent_;
  if (drop > kMaxDigits) return Decimal();
  const Coefficient unit = ten_to(drop);
  const Coefficient half = unit / 2;
  const Coefficient magnitude = coefficient_ < 0 ? -coefficient_ : coefficient_;
  const Coefficient rounded = (magnitude + half) / unit;
  return Decimal(coefficient_ < 0 ? -rounded : rounded, power);
}

Decimal Decimal::rounded_to_digits(int digits) const {
  return is_zero() ? *this : rounded_at(magnitude() - digits + 1);
}

double Decimal::to_double() const { return static_cast<double>(coefficient_) * std::pow(10.0, exponent_); }

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  constexpr int kNear = 18;  // nineteen digits of a small one and these fit
  const int apart = a.exponent_ - b.exponent_;
  if (apart == 0) return ordered(a.coefficient_, b.coefficient_);
  if (apart <= kNear && -apart <= kNear && is_small(a.coefficient_) && is_small(b.coefficient_))
    return apart > 0 ? ordered(a.coefficient_ * ten_to(apart), b.coefficient_)
                     : ordered(a.coefficient_, b.coefficient_ * ten_to(-apart));
  if (a.sign() != b.sign()) return a.sign() <=> b.sign();
  if (a.sign() == 0) return std::strong_ordering::equal;
  const auto by_size = a.magnitude() <=> b.magnitude();
  if (by_size != 0) return a.sign() > 0 ? by_size : 0 <=> by_size;
  // Same first-digit power: aligning costs at most the difference of digit counts, which fits.
  return ordered(apart > 0 ? a.coefficient_ * ten_to(apart) : a.coefficient_,
                 apart < 0 ? b.coefficient_ * ten_to(-apart) : b.coefficient_);
}

Decimal add(const Decimal& a, const Decimal& b, Rounding rounding) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  const Decimal& high = a.exponent_ >= b.exponent_ ? a : b;
  const Decimal& low = a.exponent_ >= b.exponent_ ? b : a;
  const int shift = high.exponent_ - low.exponent_;
  const int room = kMaxDigits - digit_count(high.coefficient_);
  if (shift <= room) {
    return Decimal(high.coefficient_ * ten_to(shift) + low.coefficient_, low.exponent_).limited(kMaxDigits, rounding);
  }
  // The small one lies beyond the last digit we hold: it only nudges in the direction asked for.
  const Coefficient wide = high.coefficient_ * ten_to(room);
  const bool nudge_up = rounding == Rounding::up && low.sign() > 0;
  const bool nudge_down = rounding == Rounding::down && low.sign() < 0;
  return Decimal(wide + (nudge_up ? 1 : nudge_down ? -1 : 0), high.exponent_ - room).limited(kMaxDigits, rounding);
}

Decimal multiply(const Decimal& a, const Decimal& b, Rounding rounding) {
  const int total = digit_count(a.coefficient_) + digit_count(b.coefficient_);
  if (total <= kMaxDigits) {
    return Decimal(a.coefficient_ * b.coefficient_, a.exponent_ + b.exponent_);
  }
  // Away from zero for an outer bound, towards zero for an inner one, on both operands.
  const bool negative = a.sign() * b.sign() < 0;
  const bool outward = (rounding == Rounding::up) != negative;
  const Rounding of_magnitude = outward ? Rounding::up : Rounding::down;
  const Decimal left = a.abs().limited(18, of_magnitude), right = b.abs().limited(18, of_magnitude);
  const Coefficient product = left.coefficient_ * right.coefficient_;
  return Decimal(negative ? -product : product, left.exponent_ + right.exponent_);
}

Decimal divide(const Decimal& a, const Decimal& b, Rounding rounding) {
  if (a.is_zero()) return a;
  const bool negative = a.sign() * b.sign() < 0;
  const bool outward = (rounding == Rounding::up) != negative;
  const Decimal left = a.abs().limited(18, outward ? Rounding::up : Rounding::down);
  const Decimal right = b.abs().limited(18, outward ? Rounding::down : Rounding::up);
  const int shift = kMaxDigits - digit_count(left.coefficient_);
  const Coefficient quotient =
      floor_or_ceil(left.coefficient_ * ten_to(shift), right.coefficient_, outward ? Rounding::up : Rounding::down);
  return Decimal(negative ? -quotient : quotient, left.exponent_ - shift - right.exponent_);
}

}  // namespace crosscheck
