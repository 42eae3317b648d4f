// Interval arithmetic keeps every true value: operands are drawn inside two intervals, and what the numbers
// give must lie in what the intervals give. Decimals have at most 12 digits, so products and sums are exact
// and a quotient can be judged by multiplying back.
#include "base/interval.h"

#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;

Decimal random_decimal(Dice& dice, std::int64_t limit) {
  return Decimal(dice.between(-limit, limit)).shifted(static_cast<int>(dice.between(-6, 6)));
}

struct Drawn {
  Interval interval;
  std::vector<Decimal> members;
};

/// A point between two others, at one of ten steps; exact.
Decimal between(Dice& dice, const Decimal& low, const Decimal& high) {
  return add(low, multiply(add(high, -low), Decimal(dice.between(0, 10)).shifted(-1)));
}

Drawn draw(Dice& dice, bool positive, bool open_ends) {
  Decimal low = random_decimal(dice, 99999), high = random_decimal(dice, 99999);
  if (positive) {
    low = low.abs();
    high = high.abs();
  }
  if (high < low) std::swap(low, high);
  Drawn drawn;
  drawn.interval = Interval::between(low, high);
  if (open_ends && low < high) {
    drawn.interval.low_open = dice.one_in(3);
    drawn.interval.high_open = dice.one_in(3);
  }
  for (int i = 0; i < 6; ++i) {
    const Decimal member = between(dice, low, high);
    if (drawn.interval.contains(member)) drawn.members.push_back(member);
  }
  for (const Decimal& end : {low, high}) {
    if (drawn.interval.contains(end)) drawn.members.push_back(end);
  }
  if (open_ends && dice.one_in(6)) drawn.interval.low.reset();
  if (open_ends && dice.one_in(6)) drawn.interval.high.reset();
  return drawn;
}

/// Does the quotient's true value, a / b, lie inside? Told by the two roundings of it.
bool holds_quotient(const Interval& interval, const Decimal& a, const Decimal& b) {
  const Decimal down = divide(a, b, Rounding::down), up = divide(a, b, Rounding::up);
  return down == up ? interval.contains(down) : interval.contains(down) || interval.contains(up);
}

void check_operations(Dice& dice, bool open_ends, std::size_t& misses, std::string& first) {
  const bool positive = dice.one_in(2);
  const Drawn a = draw(dice, positive, open_ends), b = draw(dice, positive, open_ends);
  const auto judge = [&](bool inside, const char* operation, const Decimal& x, const Decimal& y) {
    if (inside) return;
    if (misses++ == 0) {
      first = to_string(a.interval) + operation + to_string(b.interval) + " loses " + x.to_string() + operation +
              y.to_string();
    }
  };
  for (const Decimal& x : a.members) {
    for (const Decimal& y : b.members) {
      judge(add(a.interval, b.interval).contains(add(x, y)), " + ", x, y);
      judge(subtract(a.interval, b.interval).contains(add(x, -y)), " - ", x, y);
      judge(multiply(a.interval, b.interval).contains(multiply(x, y)), " * ", x, y);
      if (!y.is_zero()) judge(holds_quotient(divide(a.interval, b.interval), x, y), " / ", x, y);
    }
  }
}

TEST_CASE("every true value lies in the interval that the closed intervals give", "[property]") {
  Dice dice(20251103);
  std::size_t misses = 0;
  std::string first;
  for (int i = 0; i < 3000; ++i) check_operations(dice, false, misses, first);
  INFO(first);
  CHECK(misses == 0);
}

TEST_CASE("open and missing ends lose no true value either", "[property]") {
  Dice dice(42);
  std::size_t misses = 0;
  std::string first;
  for (int i = 0; i < 3000; ++i) check_operations(dice, true, misses, first);
  INFO(first);
  CHECK(misses == 0);
}

TEST_CASE("meeting mirrors, and two intervals with a common inner value meet", "[property]") {
  Dice dice(7);
  for (int i = 0; i < 5000; ++i) {
    const Drawn a = draw(dice, true, true), b = draw(dice, true, true);
    INFO(to_string(a.interval) << " and " << to_string(b.interval));
    CHECK(meets(a.interval, b.interval) == meets(b.interval, a.interval));
    for (const Decimal& x : a.members) {
      const bool inner = b.interval.contains(x) && (!b.interval.low || x != *b.interval.low) &&
                         (!b.interval.high || x != *b.interval.high);
      if (inner) CHECK(meets(a.interval, b.interval));
    }
  }
}

TEST_CASE("sums and comparisons of decimals obey the laws of numbers", "[property]") {
  Dice dice(11);
  for (int i = 0; i < 5000; ++i) {
    const Decimal a = random_decimal(dice, 999999999), b = random_decimal(dice, 999999999),
                  c = random_decimal(dice, 99999);
    INFO(a.to_string() << " " << b.to_string() << " " << c.to_string());
    CHECK(add(a, b) == add(b, a));
    CHECK(add(add(a, b), c) == add(a, add(b, c)));
    CHECK(multiply(a, c) == multiply(c, a));
    CHECK(multiply(c, add(a, b)) == add(multiply(c, a), multiply(c, b)));
    CHECK((a < b) == (add(a, -b).sign() < 0));
    CHECK(*Decimal::parse(a.to_string()) == a);
    const bool rounds_near = add(a, -a.rounded_at(0)).abs() <= *Decimal::parse("0.5");
    CHECK(rounds_near);
  }
}

TEST_CASE("a wide product or quotient is held between its two roundings", "[property]") {
  Dice dice(13);
  const auto wide = [&] {
    std::string digits(1, static_cast<char>('1' + dice.below(9)));
    while (digits.size() < 30) digits += static_cast<char>('0' + dice.below(10));
    const Decimal value = *Decimal::parse(digits);
    return dice.one_in(2) ? -value : value;
  };
  for (int i = 0; i < 2000; ++i) {
    const Decimal a = wide(), b = wide();
    INFO(a.to_string() << " " << b.to_string());
    CHECK(multiply(a, b, Rounding::down) <= multiply(a, b, Rounding::up));
    CHECK(divide(a, b, Rounding::down) <= divide(a, b, Rounding::up));
    const double exact = a.to_double() * b.to_double();
    CHECK(multiply(a, b, Rounding::down).to_double() == Approx(exact).epsilon(1e-12));
    CHECK(divide(a, b, Rounding::up).to_double() == Approx(a.to_double() / b.to_double()).epsilon(1e-12));
  }
}

}  // namespace
}  // namespace crosscheck
