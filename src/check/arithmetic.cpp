// Figures of one article that must fit. "The $38 million order represents 24% of total valuation", the valuation
// being $157 million earlier in the article: 37.5 to 38.5 over 156.5 to 157.5 is 23.8 % to 24.6 %, and 24 % fits.
// Growth likewise: (after − before) ÷ before. All by intervals, so a rounded figure is never blamed.
#include <algorithm>
#include <map>

#include "check/checks.h"
#include "check/words.h"

namespace crosscheck {
namespace {

using Places = std::map<std::pair<std::uint32_t, Place>, std::uint32_t>;

struct Sum {
  Interval interval;
  std::optional<Decimal> value;
  std::string words;
  std::vector<std::uint32_t> inputs;
};

Interval interval_at_limit(const Quantity& quantity) {
  const Decimal half = multiply(Decimal(Decimal::Coefficient{5}, -1), Decimal::power_of_ten(quantity.written_unit));
  return Interval::between(add(*quantity.value, -half, Rounding::down), add(*quantity.value, half, Rounding::up));
}

/// The claim "total valuation" speaks of: the nearest before it in the article with that attribute.
std::optional<std::uint32_t> claim_named(const Context& context, const ArithmeticReading& reading,
                                         const std::string& unit) {
  std::optional<std::uint32_t> best;
  const auto& claims = context.linked.claims;  // in corpus order: an article's own stand together
  const auto own =
      std::lower_bound(claims.begin(), claims.end(), reading.document,
                       [](const Claim& claim, std::uint32_t document) { return claim.document < document; });
  for (auto i = static_cast<std::uint32_t>(own - claims.begin()); i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (claim.document != reading.document || claim.sentence > reading.sentence) break;
    if (claim.quantity.unit != unit || claim.dated() || claim.kind == MentionKind::ordinal) continue;
    const bool named =
        claim.attribute == reading.noun ||
        (claim.attribute.size() > reading.noun.size() &&
         claim.attribute.compare(claim.attribute.size() - reading.noun.size(), reading.noun.size(), reading.noun) == 0);
    if (named) best = i;
  }
  return best;
}

std::optional<std::uint32_t> figure(const Places& places, const ArithmeticReading& reading, const char* name) {
  const auto place = reading.figures.find(name);
  if (place == reading.figures.end()) return std::nullopt;
  const auto claim = places.find({reading.document, place->second});
  return claim == places.end() ? std::nullopt : std::optional(claim->second);
}

std::optional<Sum> share(const Context& context, const Places& places, const ArithmeticReading& reading) {
  const auto part = figure(places, reading, "part");
  if (!part) return std::nullopt;
  auto whole = figure(places, reading, "whole");
  if (!whole && !reading.noun.empty()) whole = claim_named(context, reading, context.claim(*part).quantity.unit);
  if (!whole) return std::nullopt;
  const Claim &a = context.claim(*part), &b = context.claim(*whole);
  if (a.quantity.unit != b.quantity.unit || !a.quantity.value || !b.quantity.value || b.quantity.value->is_zero())
    return std::nullopt;
  Sum sum;
  sum.interval = scaled(divide(a.quantity.interval, b.quantity.interval), Decimal(100));
  sum.value = divide(*a.quantity.value, *b.quantity.value).shifted(2);
  sum.words = claim_words(context.document(*part), a) + " ÷ " + claim_words(context.document(*whole), b);
  sum.inputs = {*part, *whole};
  return sum;
}

std::optional<Sum> growth(const Context& context, const Places& places, const ArithmeticReading& reading) {
  const auto before = figure(places, reading, "before"), after = figure(places, reading, "after");
  if (!before || !after) return std::nullopt;
  const Claim &a = context.claim(*after), &b = context.claim(*before);
  if (a.quantity.unit != b.quantity.unit || !a.quantity.value || !b.quantity.value || b.quantity.value->is_zero())
    return std::nullopt;
  Sum sum;
  const Interval ratio = scaled(divide(a.quantity.interval, b.quantity.interval), Decimal(100));
  const Interval hundred = Interval::point(Decimal(100));
  sum.interval = reading.falling ? subtract(hundred, ratio) : subtract(ratio, hundred);
  const Decimal change = add(divide(*a.quantity.value, *b.quantity.value).shifted(2), Decimal(-100));
  sum.value = reading.falling ? -change : change;
  sum.words = claim_words(context.document(*after), a) + " against " + claim_words(context.document(*before), b) +
              (reading.falling ? ", a fall" : ", a rise");
  sum.inputs = {*after, *before};
  return sum;
}

/// "610 in Britain, 340 in Germany and 300 in Spain, for a total of 1,250"
std::optional<Sum> parts(const Context& context, const Places& places, const ArithmeticReading& reading,
                         const Claim& whole) {
  Sum sum;
  sum.interval = Interval::point(Decimal());
  Decimal total;
  for (const char* name : {"a", "b", "c", "d"}) {
    const auto part = figure(places, reading, name);
    if (!part) continue;
    const Claim& claim = context.claim(*part);
    if (claim.quantity.unit != whole.quantity.unit || !claim.quantity.value) return std::nullopt;
    // "up to 650 million" tops a sum that is itself "up to": both are read at their limit.
    const bool limits = claim.quantity.bound == Bound::at_most && whole.quantity.bound == Bound::at_most;
    const Interval read = limits ? interval_at_limit(claim.quantity) : claim.quantity.interval;
    sum.interval = add(sum.interval, read);
    total = add(total, *claim.quantity.value);
    sum.words += (sum.words.empty() ? "" : " + ") + claim_words(context.document(*part), claim);
    sum.inputs.push_back(*part);
  }
  if (sum.inputs.size() < 2) return std::nullopt;
  sum.value = total;
  return sum;
}

Finding finding_of(const Context& context, std::uint32_t percent, Sum sum) {
  const Claim& claim = context.claim(percent);
  const std::string unit = claim.quantity.unit;
  const Interval stated_interval = claim.quantity.bound == Bound::at_most && unit != "%"
                                       ? interval_at_limit(claim.quantity)
                                       : claim.quantity.interval;
  const bool fits = meets(sum.interval, stated_interval);
  Finding finding;
  finding.check = "arithmetic";
  finding.relation = fits ? Relation::consistent : Relation::inconsistent;
  finding.confidence = 0.92;
  Side implied;
  implied.value = sum.value->rounded_to_digits(unit == "%" ? 4 : 12).to_string() + (unit.empty() ? "" : " " + unit);
  implied.words = unit == "%" ? sum.value->rounded_to_digits(3).to_string() + " %" : quantity_words(*sum.value, unit);
  implied.interval = sum.interval;
  implied.sources = 1;
  finding.sides = {make_side(context, {percent}), implied};
  sum.inputs.push_back(percent);
  const std::string words = sum.words + " = " + implied.words + " (" + interval_words(sum.interval, unit) + ")";
  finding.derivation = {{unit == "%" ? "percent of the article's own figures" : "sum of the article's own figures",
                         words, sum.inputs, implied.value}};
  const std::string stated = finding.sides[0].words;
  finding.summary = fits ? stated + " holds: " + sum.words + " is " + implied.words
                         : stated + " does not add up: " + sum.words + " is " + implied.words;
  finding.explanation = words + "; the article says " + stated + " (" + interval_words(claim.quantity.interval, unit) +
                        "), which " +
                        (fits ? "fits." : "lies outside. One of the figures is wrong, or they are not of one thing.");
  return finding;
}

}  // namespace

void check_arithmetic(const Context& context, std::vector<Finding>& findings) {
  Places places;
  for (std::uint32_t i = 0; i < context.linked.claims.size(); ++i)
    places[{context.claim(i).document, context.claim(i).place}] = i;
  for (const ArithmeticReading& reading : context.linked.arithmetic) {
    const auto percent = figure(places, reading, "value");
    if (!percent || (reading.formula != "sum" && context.claim(*percent).quantity.unit != "%")) continue;
    auto sum = reading.formula == "share"    ? share(context, places, reading)
               : reading.formula == "growth" ? growth(context, places, reading)
                                             : parts(context, places, reading, context.claim(*percent));
    if (!sum) continue;
    Finding finding = finding_of(context, *percent, std::move(*sum));
    finding.rules = {reading.rule};
    findings.push_back(std::move(finding));
  }
}

}  // namespace crosscheck
