// what      Decimal: exact decimal numbers, and arithmetic that says which way it rounds
// in → out  plain decimal text → Decimal → plain decimal text
// units     a coefficient of at most 36 digits times a power of ten
// owns      nothing
// fails     parse() gives nothing for text that is no number or has more digits than fit
// threads   a value
// cost      20 bytes; add and compare exact, multiply and divide on at most 18 digits an operand
// follows   General Decimal Arithmetic (Cowlishaw) for the representation; directed rounding as in IEEE 1788
// tested by tests/unit/base_test.cpp, tests/property/interval_property_test.cpp
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

enum class Rounding { down, up };

class Decimal {
 public:
  __extension__ typedef __int128 Coefficient;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : Decimal(static_cast<Coefficient>(whole), 0) {}  // NOLINT
  constexpr Decimal(Coefficient coefficient, int exponent) : coefficient_(coefficient), exponent_(exponent) {
    normalize();
  }

  /// "-12.50" → -12.5; digits and one point only, no grouping, no exponent.
  static std::optional<Decimal> parse(std::string_view plain);
  static constexpr Decimal power_of_ten(int exponent) { return Decimal(Coefficient{1}, exponent); }

  std::string to_string() const;  ///< plain, no exponent: "157000000000", "0.24"

  bool is_zero() const { return coefficient_ == 0; }
  int sign() const { return coefficient_ == 0 ? 0 : coefficient_ < 0 ? -1 : 1; }
  int exponent() const { return exponent_; }
  Coefficient coefficient() const { return coefficient_; }
  int significant_digits() const;  ///< without trailing zeros: 250 has two
  int magnitude() const;           ///< power of ten of the first digit: 157 → 2

  Decimal operator-() const { return Decimal(-coefficient_, exponent_); }
  Decimal abs() const { return coefficient_ < 0 ? -*this : *this; }
  Decimal shifted(int power) const { return Decimal(coefficient_, is_zero() ? 0 : exponent_ + power); }
  /// Half-up at the power of ten given: 34 at 1 → 30.
  Decimal rounded_at(int power) const;
  Decimal rounded_to_digits(int digits) const;
  bool is_integer() const { return exponent_ >= 0; }
  double to_double() const;  ///< for drawing and ranking only, never for a verdict

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) {
    return a.coefficient_ == b.coefficient_ && a.exponent_ == b.exponent_;
  }

  friend Decimal add(const Decimal& a, const Decimal& b, Rounding rounding);
  friend Decimal multiply(const Decimal& a, const Decimal& b, Rounding rounding);
  /// b must not be zero.
  friend Decimal divide(const Decimal& a, const Decimal& b, Rounding rounding);

 private:
  constexpr void normalize() {
    if (coefficient_ == 0) {
      exponent_ = 0;
      return;
    }
    if (auto small = static_cast<std::int64_t>(coefficient_); small == coefficient_) {
      for (; small % 10 == 0; small /= 10) ++exponent_;
      coefficient_ = small;
      return;
    }
    while (coefficient_ % 10 == 0) {
      coefficient_ /= 10;
      ++exponent_;
    }
  }
  Decimal limited(int digits, Rounding rounding) const;

  /// Aligned to 16 bytes it would add as many of padding to each of a claim's five.
  __extension__ typedef __int128 Stored __attribute__((aligned(4)));
  Stored coefficient_ = 0;
  int exponent_ = 0;
};

Decimal add(const Decimal& a, const Decimal& b, Rounding rounding = Rounding::down);
Decimal multiply(const Decimal& a, const Decimal& b, Rounding rounding = Rounding::down);
Decimal divide(const Decimal& a, const Decimal& b, Rounding rounding = Rounding::down);

}  // namespace crosscheck
