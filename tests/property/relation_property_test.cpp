// What two values say to each other, drawn as text and read as any article is: it mirrors, rounding is never
// a contradiction, and a unit is only a way of writing.
#include "check/check.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;
using support::shipped_rules;

/// The first quantity or date of a sentence, as a claim that holds nothing else.
std::optional<Claim> claim_of(const std::string& written) {
  const auto reading = support::read_text("They said it was " + written + " in all.", "2025-06-15");
  for (const Mention& mention : reading.article.mentions) {
    if (mention.kind == MentionKind::entity) continue;
    Claim claim;
    claim.kind = mention.kind;
    claim.quantity = mention.quantity;
    claim.when = mention.time;
    return claim;
  }
  return std::nullopt;
}

Relation relation_between(const std::string& a, const std::string& b) {
  const auto left = claim_of(a), right = claim_of(b);
  if (!left || !right) FAIL("no value in '" << a << "' or '" << b << "'");
  return relation_of(shipped_rules(), *left, *right);
}

std::string with_point(std::int64_t digits, int decimals) { return Decimal(digits).shifted(-decimals).to_string(); }

std::string random_value(Dice& dice) {
  static const std::vector<std::string> hedges = {"",        "",          "",       "about ",     "over ",
                                                  "nearly ", "at least ", "up to ", "more than ", "less than "};
  const std::string number = with_point(dice.between(10, 99), dice.one_in(2) ? 1 : 0);
  switch (dice.below(6)) {
    case 0:
      return dice.pick(hedges) + "$" + number + " billion";
    case 1:
      return dice.pick(hedges) + "$" + number + " million";
    case 2:
      return "a multibillion-dollar sum";
    case 3:
      return "between $" + std::to_string(dice.between(1, 30)) + " and $" + std::to_string(dice.between(31, 60)) +
             " billion";
    case 4:
      return dice.pick(hedges) + "$" + std::to_string(dice.between(1, 9)) + "0 billion";
    default:
      return "billions of dollars";
  }
}

TEST_CASE("the relation of b to a is that of a to b", "[property]") {
  Dice dice(1);
  std::vector<Claim> claims;
  for (int i = 0; i < 120; ++i) {
    if (auto claim = claim_of(random_value(dice))) claims.push_back(std::move(*claim));
  }
  CHECK(claims.size() > 100);
  for (const Claim& a : claims) {
    for (const Claim& b : claims) {
      if (relation_of(shipped_rules(), a, b) == relation_of(shipped_rules(), b, a)) continue;
      FAIL_CHECK(value_text(a.quantity) << " " << name_of(a.quantity.bound) << " and " << value_text(b.quantity) << " "
                                        << name_of(b.quantity.bound));
    }
  }
}

TEST_CASE("the relation of two dates mirrors", "[property]") {
  const std::vector<std::string> written = {
      "2019",    "May 2019",   "3 May 2019", "late May 2019", "the third quarter of 2019",
      "2020",    "since 2019", "by 2020",    "mid-2019",      "the first half of 2019",
      "Q4 2019", "the 1990s",  "early 2020", "1 January 2020"};
  for (const std::string& a : written) {
    for (const std::string& b : written) {
      INFO(a << " and " << b);
      CHECK(relation_between(a, b) == relation_between(b, a));
    }
  }
}

TEST_CASE("a value agrees with itself", "[property]") {
  Dice dice(2);
  for (int i = 0; i < 100; ++i) {
    const std::string value = random_value(dice);
    INFO(value);
    CHECK(relation_between(value, value) == Relation::agree);
  }
}

TEST_CASE("a figure in fewer digits is compatible with the figure it rounds", "[property]") {
  Dice dice(3);
  static const std::vector<std::pair<std::string, std::string>> frames = {
      {"$", " billion"}, {"", " people"}, {"", "%"}, {"", " km"}, {"€", " million"}};
  for (int i = 0; i < 300; ++i) {
    const auto& [before, after] = dice.pick(frames);
    const int decimals = after == " people" ? 0 : static_cast<int>(dice.between(0, 2));
    const Decimal fine = Decimal(dice.between(101, 9899)).shifted(-decimals);
    if (fine.significant_digits() < 2) continue;
    const Decimal coarse = fine.rounded_to_digits(static_cast<int>(dice.between(1, fine.significant_digits() - 1)));
    const std::string a = before + fine.to_string() + after, b = before + coarse.to_string() + after;
    INFO(a << " and " << b);
    CHECK(relation_between(a, b) != Relation::contradict);
    CHECK(relation_between(a, "about " + b) != Relation::contradict);
  }
}

/// The same quantity in another unit of its dimension, converted exactly.
Quantity in_unit(const Quantity& quantity, const std::string& unit, int power) {
  Quantity converted = quantity;
  converted.unit = unit;
  if (converted.value) converted.value = converted.value->shifted(power);
  if (converted.interval.low) converted.interval.low = converted.interval.low->shifted(power);
  if (converted.interval.high) converted.interval.high = converted.interval.high->shifted(power);
  converted.written_unit += power;
  return converted;
}

TEST_CASE("an exact change of unit keeps the relation", "[property]") {
  Dice dice(4);
  static const std::vector<std::string> hedges = {"", "", "about ", "over ", "nearly ", "at least ", "up to "};
  std::size_t broken = 0;
  std::string first;
  for (int i = 0; i < 300; ++i) {
    const Decimal x = Decimal(dice.between(11, 99)).shifted(dice.one_in(3) ? -1 : 0);
    const Decimal y = dice.one_in(2) ? x.rounded_to_digits(1) : Decimal(dice.between(1, 60));
    const std::string a = dice.pick(hedges) + x.to_string() + " km", b = dice.pick(hedges) + y.to_string() + " km";
    const auto left = claim_of(a), right = claim_of(b);
    REQUIRE((left && right));
    Claim in_metres = *right;
    in_metres.quantity = in_unit(right->quantity, "m", 3);
    const Relation before = relation_of(shipped_rules(), *left, *right),
                   after = relation_of(shipped_rules(), *left, in_metres);
    if ((before == Relation::contradict) == (after == Relation::contradict)) continue;
    if (broken++ == 0)
      first = a + " and " + b + " (in m): " + std::string(name_of(before)) + " becomes " + std::string(name_of(after));
  }
  INFO(first);
  CHECK(broken == 0);
}

TEST_CASE("units of two dimensions, and two currencies, are never a contradiction", "[property]") {
  for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{{"5 km", "80 kg"},
                                                                             {"$5 billion", "€900 million"},
                                                                             {"40%", "7 percentage points"},
                                                                             {"12 tonnes", "3 miles"}}) {
    INFO(a << " and " << b);
    CHECK(relation_between(a, b) != Relation::contradict);
  }
}

}  // namespace
}  // namespace crosscheck
