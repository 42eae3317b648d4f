// Figures of one article that must fit. "The $38 million order represents 24% of total valuation", the valuation
// being $157 million earlier in the article: 37.5 to 38.5 over 156.5 to 157.5 is 23.8 % to 24.6 %, and 24 % fits.
// A reading of a rule becomes terms, formulas.cpp says what they make, reconcile.cpp which slip would mend them. Of two
// readings of one pair of figures the exact one counts ("rose 12 % to 5.6 from 5.0" is growth, not only a rise).
#include <algorithm>
#include <map>
#include <set>

#include "check/checks.h"
#include "check/fit.h"
#include "check/reconcile.h"
#include "check/words.h"

namespace crosscheck {
namespace {

struct Reading {
  const ArithmeticReading* read = nullptr;
  std::map<std::string, std::uint32_t> claims;
  std::map<std::string, std::string> words;
  Terms terms;
};

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
        (claim.rule != "generic" && claim.attribute.size() > reading.noun.size() &&
         claim.attribute.compare(claim.attribute.size() - reading.noun.size(), reading.noun.size(), reading.noun) == 0);
    if (named) best = i;
  }
  return best;
}

std::optional<Reading> reading_of(const Context& context, const Places& places, const ArithmeticReading& read) {
  Reading reading;
  reading.read = &read;
  reading.terms.falling = read.falling;
  const auto put = [&](const std::string& name, std::uint32_t claim) {
    reading.claims[name] = claim;
    reading.words[name] = claim_words(context.document(claim), context.claim(claim));
    reading.terms.figures[name] =
        name == "value" ? context.claim(claim).quantity : roomy(context.claim(claim).quantity);
  };
  for (const auto& [name, place] : read.figures) {
    const auto claim = places.claim(read, name);
    if (!claim || !is_whole(context.document(*claim), context.claim(*claim))) return std::nullopt;
    put(name, *claim);
  }
  if (read.formula == "share" && !reading.claims.contains("whole")) {
    if (!reading.claims.contains("part") || read.noun.empty()) return std::nullopt;
    const auto whole = claim_named(context, read, reading.terms.figures["part"].unit);
    if (!whole || *whole == reading.claims["part"]) return std::nullopt;
    put("whole", *whole);
  }
  return reading;
}

/// "To 4.80 from 3.50 billion", "to 61 cts from 58": scale or unit are said once. Read so, or not at all: false.
bool shared_scale(const std::string& formula, Terms& terms) {
  Quantity* least = nullptr;
  const Quantity* most = nullptr;
  for (auto& [name, quantity] : terms.figures) {
    if (!quantity.value || quantity.value->is_zero()) continue;
    if (quantity.unit == "%" && formula != "direction") continue;
    if (least == nullptr || quantity.value->abs() < least->value->abs()) least = &quantity;
    if (most == nullptr || quantity.value->abs() > most->value->abs()) most = &quantity;
  }
  if (least == nullptr || least == most) return true;
  const bool cents = least->unit != most->unit && (least->written_unit < 0 || most->written_unit < 0);
  if (cents) return false;  // "61 cts from 58"
  if (least->value->abs() >= Decimal(1000)) return true;
  if (most->value->magnitude() - least->value->magnitude() < 3 || most->written_unit < 1) return true;
  for (const int power : {3, 6, 9, 12}) {
    const Quantity written = *least;
    least->value = written.value->shifted(power);
    least->interval = scaled(written.interval, Decimal::power_of_ten(power));
    if (holds(formula, terms).value_or(false)) return true;
    *least = written;
  }
  return least->unit == "%" || least->written_unit > 0;
}

std::string joined(const Reading& reading, std::initializer_list<const char*> names, const std::string& sign) {
  std::string out;
  for (const char* name : names) {
    const auto found = reading.words.find(name);
    if (found != reading.words.end()) out += (out.empty() ? "" : sign) + found->second;
  }
  return out;
}

std::string words_of(const Reading& reading) {
  const std::string& formula = reading.read->formula;
  const bool falling = reading.terms.falling;
  if (formula == "share") return joined(reading, {"part", "whole"}, " ÷ ");
  if (formula == "growth")
    return joined(reading, {"after", "before"}, " against ") + (falling ? ", a fall" : ", a rise");
  if (formula == "difference")
    return joined(reading, {"after", "before"}, " against ") + (falling ? ", a fall" : ", a rise");
  if (formula == "change" && reading.words.contains("before")) return joined(reading, {"delta", "before"}, " ÷ ");
  if (formula == "change") return "a change of " + joined(reading, {"delta", "after"}, " to ");
  if (formula == "direction") return std::string(falling ? "a fall" : "a rise") + " from " + reading.words.at("before");
  if (formula == "product") return joined(reading, {"count", "each"}, " × ");
  if (formula == "balance") return joined(reading, {"a", "b"}, " against ");
  return joined(reading, {"a", "b", "c", "d"}, " + ");
}

std::string kind_of(const std::string& formula) {
  if (formula == "share" || formula == "growth" || formula == "change") return "percent of the article's own figures";
  if (formula == "sum") return "sum of the article's own figures";
  if (formula == "product") return "product of the article's own figures";
  if (formula == "direction") return "direction of the article's own figures";
  return "difference of the article's own figures";
}

/// Off by less than one of its last digit: rounded the other way.
bool barely(const Quantity& stated, const Expected& expected) {
  const Decimal unit = Decimal::power_of_ten(stated.written_unit);
  Interval wide = stated.interval;
  if (wide.low) wide.low = add(*wide.low, -divide(unit, Decimal(2)));
  if (wide.high) wide.high = add(*wide.high, divide(unit, Decimal(2)));
  return meets(wide, expected.interval);
}

/// "Up 15.5 pct", beside "16.0" and "13.0": percents to the half stand for a quarter on either side.
bool by_halves(const Quantity& stated, const Expected& expected) {
  if (stated.unit != "%" || stated.written_unit != -1 || !multiply(*stated.value, Decimal(2)).is_integer())
    return false;
  const Decimal quarter = divide(Decimal(1), Decimal(4));
  Interval wide;
  wide.low = add(*stated.value, -quarter);
  wide.high = add(*stated.value, quarter);
  return meets(wide, expected.interval);
}

/// "Loans of 215 mln and 33 mln, reducing income by a total of 4.4 mln": less than a part of it is no total of these.
bool less_than_a_part(const Terms& terms) {
  const auto& total = terms.figures.at("value").value;
  return std::any_of(terms.figures.begin(), terms.figures.end(), [&](const auto& figure) {
    return figure.first != "value" && total && figure.second.value && *total < *figure.second.value;
  });
}

/// "191 mln, up from 381 mln" may be a slip; figures far apart are rather of two things, unless a scale was told wrongly.
std::optional<std::string> wrong_way(const Terms& terms) {
  const Quantity &after = terms.figures.at("value"), &before = terms.figures.at("before");
  if (after.bound != Bound::exact || before.bound != Bound::exact || after.unit != before.unit) return std::nullopt;
  const auto close = [](const Decimal& a, const Decimal& b) {
    return a <= multiply(b, Decimal(4)) && b <= multiply(a, Decimal(4));
  };
  if (after.value->sign() <= 0 || before.value->sign() <= 0) return std::nullopt;
  if (close(*after.value, *before.value)) return "a rise told as a fall, or a fall as a rise";
  for (const int power : {3, -3}) {
    const Decimal moved = after.value->shifted(power);
    const bool way = terms.falling ? moved < *before.value : moved > *before.value;
    if (way && close(moved, *before.value)) return "a factor of 1,000, as million for billion";
  }
  return std::nullopt;
}

std::optional<Finding> judge(const Context& context, Reading& reading) {
  const std::string& formula = reading.read->formula;
  const auto first = holds(formula, reading.terms);
  if (!first) return std::nullopt;
  if (!*first && !shared_scale(formula, reading.terms)) return std::nullopt;
  Fit fit;
  fit.expected = *expected(formula, reading.terms);
  fit.fits = *holds(formula, reading.terms);
  fit.rule = reading.read->rule;
  fit.stated = reading.claims.at("value");
  for (const auto& [name, claim] : reading.claims) {
    if (name != "value") fit.inputs.push_back(claim);
  }
  fit.formula = kind_of(formula);
  fit.words = words_of(reading);
  if (formula == "direction") {
    fit.check = "sign";
    fit.implied = std::string(reading.terms.falling ? "below " : "above ") + reading.words.at("before");
  }
  fit.confidence = 0.92;
  if (!fit.fits && formula == "direction") {
    const auto slip = wrong_way(reading.terms);
    if (!slip) return std::nullopt;
    fit.slip = *slip;
    fit.confidence = 0.85;
  } else if (!fit.fits) {
    const bool rounding = barely(reading.terms.figures.at("value"), fit.expected);
    if (rounding && by_halves(reading.terms.figures.at("value"), fit.expected)) return std::nullopt;
    const Reconciled found = rounding ? Reconciled{"rounded the other way", false}
                                      : reconcile(reading.terms, reading.words, [&](const Terms& terms) {
                                          return holds(formula, terms).value_or(false);
                                        });
    if (formula == "sum" && found.slip.empty() && less_than_a_part(reading.terms)) return std::nullopt;
    fit.slip = found.slip;
    fit.confidence = rounding ? 0.55 : found.firm ? 0.92 : found.slip.empty() ? 0.7 : 0.85;
  }
  return finding_of(context, fit);
}

}  // namespace

void check_arithmetic(const Context& context, std::vector<Finding>& findings) {
  const Places places(context);
  std::vector<Reading> readings;
  for (const ArithmeticReading& read : context.linked.arithmetic) {
    if (auto reading = reading_of(context, places, read)) readings.push_back(std::move(*reading));
  }
  std::set<std::pair<std::uint32_t, std::uint32_t>> compared;  // after and before of an exact formula
  std::set<std::string> said;                                  // a copy of an article says nothing new
  for (const bool exact : {true, false}) {
    for (Reading& reading : readings) {
      const bool direction = reading.read->formula == "direction";
      if (direction == exact) continue;
      const auto before = reading.claims.find("before"), after = reading.claims.find(direction ? "value" : "after");
      const bool pair = before != reading.claims.end() && after != reading.claims.end();
      if (pair && !compared.insert({after->second, before->second}).second) continue;
      auto finding = judge(context, reading);
      if (!finding) {
        if (pair) compared.erase({after->second, before->second});
        continue;
      }
      const std::uint32_t document = reading.read->document;
      const std::uint32_t root = context.linked.facts[document].copy_of.value_or(document);
      if (said.insert(std::to_string(root) + finding->explanation).second) findings.push_back(std::move(*finding));
    }
  }
}

}  // namespace crosscheck
