// Words and numbers as a reader wants them. counted(2, "story", "stories") is "2 stories"; the relation
// `update` is "↻ Update"; 489090909090 is "489.1 billion". The words are English only, and numbers beyond
// 10^15 are written out with grouping, not named.
#include "render/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace crosscheck::rendering {
namespace {

constexpr std::array<RelationLook, 6> kLooks = {{
    {Relation::agree, "✓", "Agreement", "agreement", "agreements", "Agreements",
     "Independent sources state the same value."},
    {Relation::compatible, "≈", "Compatible", "compatible fact", "compatible facts", "Compatible",
     "One value rounds, bounds or refines another; nothing excludes both."},
    {Relation::update, "↻", "Update", "update", "updates", "Updates",
     "The fact itself moves with time, and the articles show that it did."},
    {Relation::contradict, "✗", "Contradiction", "contradiction", "contradictions", "Contradictions",
     "As stated, these cannot all be true of the same fact. Which one is wrong is for a person to find out."},
    {Relation::consistent, "✓", "Consistent", "consistent check", "consistent checks", "Consistent",
     "Figures or dates inside one article that bear each other out."},
    {Relation::inconsistent, "✗", "Inconsistency", "inconsistency", "inconsistencies", "Inconsistencies",
     "Inside one article these figures or dates cannot all be right."},
}};

struct Scale {
  int power;
  std::string_view name;
};
constexpr std::array<Scale, 3> kScales = {{{12, " trillion"}, {9, " billion"}, {6, " million"}}};
constexpr int kLargestNamed = 15;  // powers of ten
constexpr int kShownDigits = 4;

std::string grouped_decimal(const std::string& digits) {
  const std::size_t point = digits.find('.');
  const std::string fraction = point == std::string::npos ? "" : digits.substr(point);
  return grouped(digits.substr(0, point)) + fraction;
}

}  // namespace

std::string_view bound_of(const TimeValue& when) {
  if (when.open_start) return name_of(Bound::at_most);
  if (when.open_end) return name_of(Bound::at_least);
  return name_of(when.approximate ? Bound::about : Bound::exact);
}

const RelationLook& look_of(Relation relation) { return kLooks[static_cast<std::size_t>(relation)]; }

std::string grouped(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  std::string out = negative ? "-" : "";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(fmt::format("{}", count)), count == 1 ? one : many);
}

std::string number_words(const Decimal& number) {
  if (number.is_zero()) return "0";
  const int magnitude = number.magnitude();
  for (const Scale& scale : kScales) {
    if (magnitude < scale.power || magnitude >= kLargestNamed) continue;
    const Decimal scaled = number.shifted(-scale.power);
    const bool is_long = scaled.significant_digits() > kShownDigits;
    return (is_long ? scaled.rounded_to_digits(kShownDigits) : scaled).to_string() + std::string(scale.name);
  }
  const bool is_long = !number.is_integer() && number.significant_digits() > kShownDigits;
  return grouped_decimal(
      (is_long ? number.rounded_to_digits(std::max(kShownDigits, magnitude + 1)) : number).to_string());
}

std::string interval_words(const Interval& interval) {
  const auto& [low, high, low_open, high_open] = interval;
  if (!low && !high) return "any value";
  if (!high) return (low_open ? "more than " : "") + number_words(*low) + (low_open ? "" : " or more");
  if (!low) return (high_open ? "less than " : "") + number_words(*high) + (high_open ? "" : " or less");
  if (interval.is_point()) return "exactly " + number_words(*low);
  return number_words(*low) + " to " + number_words(*high);
}

double two_decimals(double value) {
  if (!std::isfinite(value)) return 0.0;
  return std::round(std::clamp(value, 0.0, 1.0) * 100.0) / 100.0;
}

std::string confidence_words(double confidence) { return fmt::format("{:.2f}", two_decimals(confidence)); }

std::string claim_label(const Claim& claim) {
  if (of_table(claim)) return row_label(claim);
  std::string label = claim.attribute.empty() ? std::string(name_of(claim.kind)) : claim.attribute;
  std::replace(label.begin(), label.end(), '_', ' ');
  std::string others;
  for (const Role& role : claim.roles) {
    if (role.value.empty()) continue;
    if (role.name == "of") {
      label += " of " + role.value;
      continue;
    }
    std::string name = role.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    others += (others.empty() ? "" : ", ") + name + (name.empty() ? "" : " ") + role.value;
  }
  return others.empty() ? label : label + " (" + others + ")";
}

std::string side_words(const Side& side) {
  if (!side.words.empty()) return side.words;
  return side.value.empty() ? "no value" : date_words(side.value);
}

std::string date_words(std::string_view edtf) {
  const auto value = parse_edtf(edtf);
  return value ? to_words(*value) : std::string(edtf);
}

}  // namespace crosscheck::rendering
