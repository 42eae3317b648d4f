// Results in rows: "Shr 34 cts vs 28 cts / Net 1,234,000 vs 987,000 / Avg shrs 3.6 mln vs 3.5 mln". In each column the
// total over the count is the figure each, and both have one sign. The identity is not exact (preferred dividends are
// paid first, shares are averaged), so a column is only blamed where one slip explains it: a power of ten, two columns
// that changed places, a loss told as a profit. Where no count is printed, two columns must imply a similar one.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "check/checks.h"
#include "check/fit.h"
#include "check/words.h"

namespace crosscheck {
namespace {

struct Row {
  std::array<std::uint32_t, 2> claims{};  ///< current, prior
  std::array<int, 2> signs{};
  std::uint32_t sentence = 0;
  std::string rule;
};

struct Block {
  std::uint32_t document = 0;
  std::map<std::string, Row> each, total;  ///< by basis: "oper", or none
  std::optional<Row> count;
  std::uint32_t last = 0;
};

/// A row of a table says "loss 34 cts" as −34; the sizes are compared here, the signs by themselves.
Quantity magnitude(Quantity quantity) {
  if (!quantity.value || quantity.value->sign() >= 0) return quantity;
  quantity.value = quantity.value->abs();
  quantity.interval = negated(quantity.interval);
  return quantity;
}

struct Column {
  const Context& context;
  const Row &each, &total;
  const std::optional<Row>& count;

  /// "Net 42.1 mln vs 43.0": the scale is said once.
  Quantity quantity(const Row& row, std::size_t column) const {
    const Quantity own = magnitude(context.claim(row.claims[column]).quantity);
    const Quantity other = magnitude(context.claim(row.claims[1 - column]).quantity);
    if (!own.value || !other.value || own.written_unit > 0 || other.written_unit < 3 || *own.value >= Decimal(1000))
      return own;
    if (other.value->magnitude() - own.value->magnitude() < 4) return own;
    return shifted(own, 6);
  }
  static Quantity shifted(Quantity quantity, int power) {
    quantity.value = quantity.value->shifted(power);
    quantity.interval = scaled(quantity.interval, Decimal::power_of_ten(power));
    return quantity;
  }
  /// "47.4 cents vs 65.2": the unit is said once.
  Quantity each_at(std::size_t column, int power) const { return shifted(quantity(each, column), power); }
  /// Without a currency: "97.76", or "20 ct", which is no money.
  bool bare(std::size_t column) const {
    const std::string& unit = context.claim(each.claims[column]).quantity.unit;
    return unit.size() != 3 || unit[0] < 'A' || unit[0] > 'Z';
  }
  /// A figure with digits that were not read: "1,475,0000".
  bool misprinted() const {
    const auto broken = [&](std::uint32_t claim) { return !is_whole(context.document(claim), context.claim(claim)); };
    for (const std::size_t at : {0, 1}) {
      if (broken(each.claims[at]) || broken(total.claims[at]) || (count && broken(count->claims[at]))) return true;
    }
    return false;
  }
};

Interval widened(const Interval& interval, const Decimal& down, const Decimal& up) {
  return {interval.low ? std::optional(multiply(*interval.low, down)) : std::nullopt,
          interval.high ? std::optional(multiply(*interval.high, up)) : std::nullopt, false, false};
}

bool near(const Interval& a, const Interval& b) {
  return meets(widened(a, Decimal(Decimal::Coefficient{85}, -2), Decimal(Decimal::Coefficient{115}, -2)), b);
}

bool within(const Interval& a, const Interval& b, int factor) {
  return meets(widened(a, divide(Decimal(1), Decimal(factor)), Decimal(factor)), b);
}

bool sharp(const Quantity& quantity) {
  return quantity.value && quantity.value->sign() > 0 && quantity.interval.low && quantity.interval.high &&
         quantity.interval.low->sign() > 0;
}

/// The power of ten that makes a into b, if that is what tells them apart.
std::optional<int> power_between(const Interval& a, const Interval& b) {
  if (within(a, b, 5)) return std::nullopt;
  for (const int power : {1, -1, 2, -2, 3, -3, 6, -6}) {
    if (near(scaled(a, Decimal::power_of_ten(power)), b)) return power;
  }
  return std::nullopt;
}

std::string slip_words(const Column& column, int power) {
  if (column.misprinted()) return "a digit too many or too few";
  return "a factor of " + quantity_words(Decimal::power_of_ten(std::abs(power)), "");
}

class PerShare {
 public:
  PerShare(const Context& context, std::vector<Finding>& findings) : context_(context), findings_(findings) {}

  void judge(const Block& block) {
    for (const auto& [basis, each] : block.each) {
      const auto total = block.total.find(basis);
      if (total == block.total.end()) continue;
      const Column column{context_, each, total->second, block.count};
      for (std::size_t at = 0; at < 2; ++at) {
        if (!sharp(column.quantity(each, at)) || !sharp(column.quantity(total->second, at))) continue;
        if (signs_clash(column, at)) continue;
        if (block.count)
          against_count(column, at);
        else if (at == 1)
          against_other(column);
      }
    }
  }

 private:
  Interval implied_count(const Column& column, std::size_t at) const {
    return divide(column.quantity(column.total, at).interval, column.quantity(column.each, at).interval);
  }

  /// A loss each of a total without a word: left out, where the sizes fit.
  bool signs_clash(const Column& column, std::size_t at) {
    const int each = column.each.signs[at] < 0 ? -1 : 1, total = column.total.signs[at] < 0 ? -1 : 1;
    if (each == total) return false;
    if (each < 0) {
      if (!sharp(column.quantity(column.each, 1 - at)) || !sharp(column.quantity(column.total, 1 - at))) return true;
      if (column.total.signs[at] > 0)
        return true;  // "profit" is printed: what preferred holders are paid may exceed it
      const Interval here = implied_count(column, at);
      const Interval there = column.count && sharp(column.quantity(*column.count, at))
                                 ? column.quantity(*column.count, at).interval
                                 : implied_count(column, 1 - at);
      if (!meets(widened(here, Decimal(Decimal::Coefficient{80}, -2), Decimal(Decimal::Coefficient{125}, -2)), there))
        return true;
    }
    Fit fit = begin(column, at);
    fit.check = "sign";
    fit.expected = {column.quantity(column.each, at).interval, *column.quantity(column.each, at).value};
    const std::string told = words(column.total, at);  // "84.2 mln", or "loss 84.2 mln" from a row of a table
    const std::size_t digit = told.find_first_of("0123456789");
    fit.words = std::string("a ") + (total < 0 ? "loss" : "profit") + " of " +
                (digit == std::string::npos ? told : told.substr(digit));
    fit.implied =
        std::string("a ") + (total < 0 ? "loss" : "profit") + " each, not a " + (each < 0 ? "loss" : "profit");
    fit.fits = false;
    fit.slip = "a profit told as a loss, or a loss as a profit";
    fit.confidence = 0.9;
    findings_.push_back(finding_of(context_, fit));
    return true;
  }

  void against_count(const Column& column, std::size_t at) {
    const Quantity count = column.quantity(*column.count, at);
    if (!sharp(count)) return;
    const Quantity total = column.quantity(column.total, at);
    Fit fit = begin(column, at);
    fit.inputs.push_back(column.count->claims[at]);
    fit.expected = {divide(total.interval, count.interval), divide(*total.value, *count.value)};
    fit.words += " ÷ " + words(*column.count, at);
    for (const int power : {0, -2}) {
      if (power != 0 && !column.bare(at)) break;
      fit.fits = meets(column.each_at(at, power).interval, fit.expected.interval);
      if (fit.fits || near(column.each_at(at, power).interval, fit.expected.interval)) break;
    }
    if (!fit.fits) {
      if (near(column.each_at(at, column.bare(at) ? -2 : 0).interval, fit.expected.interval)) return;
      const auto power = power_between(column.quantity(column.each, at).interval, fit.expected.interval);
      if (power && !(column.bare(at) && *power == -2))
        fit.slip = slip_words(column, *power);
      else if (!power && columns_swapped(column))
        fit.slip = "two columns that changed places";
      if (fit.slip.empty()) return;
    }
    findings_.push_back(finding_of(context_, fit));
  }

  bool columns_swapped(const Column& column) const {
    if (!sharp(column.quantity(*column.count, 0)) || !sharp(column.quantity(*column.count, 1))) return false;
    const auto fits = [&](std::size_t each, std::size_t total, std::size_t count) {
      return meets(column.quantity(column.each, each).interval, divide(column.quantity(column.total, total).interval,
                                                                       column.quantity(*column.count, count).interval));
    };
    const auto apart = [&](std::size_t at) {
      return !near(column.quantity(column.each, at).interval,
                   divide(column.quantity(column.total, at).interval, column.quantity(*column.count, at).interval));
    };
    if (!apart(0) || !apart(1)) return false;
    return (fits(0, 1, 1) && fits(1, 0, 0)) || (fits(0, 1, 0) && fits(1, 0, 1)) || (fits(0, 0, 1) && fits(1, 1, 0));
  }

  /// No count is printed: the two columns imply one each, and a tenfold or hundredfold between them is a slip.
  void against_other(const Column& column) {
    if (!sharp(column.quantity(column.each, 0)) || !sharp(column.quantity(column.total, 0))) return;
    if (column.bare(0) || column.bare(1) || column.each.signs[0] != column.total.signs[0]) return;
    for (const std::size_t at : {0, 1}) {  // "one ct" says too little
      const Quantity each = column.quantity(column.each, at);
      if (each.value->shifted(-each.written_unit) < Decimal(4)) return;
    }
    const auto power = power_between(implied_count(column, 0), implied_count(column, 1));
    if (!power || (std::abs(*power) == 1 && column.each.signs[0] != column.each.signs[1])) return;
    Fit fit = begin(column, 0);
    fit.inputs.insert(fit.inputs.end(), {column.each.claims[1], column.total.claims[1]});
    const Interval shares = implied_count(column, 1);
    const Quantity total = column.quantity(column.total, 0);
    const Decimal value = divide(*column.quantity(column.total, 1).value, *column.quantity(column.each, 1).value);
    fit.expected = {divide(total.interval, shares), divide(*total.value, value)};
    fit.words += " ÷ (" + words(column.total, 1) + " ÷ " + words(column.each, 1) + ")";
    fit.fits = false;
    fit.slip = slip_words(column, *power);
    fit.confidence = 0.8;
    findings_.push_back(finding_of(context_, fit));
  }

  Fit begin(const Column& column, std::size_t at) const {
    Fit fit;
    fit.rule = column.each.rule;
    fit.stated = column.each.claims[at];
    fit.inputs = {column.total.claims[at]};
    fit.formula = "figure each of the article's own total";
    fit.words = words(column.total, at);
    return fit;
  }

  std::string words(const Row& row, std::size_t at) const {
    return figure_words(context_.document(row.claims[at]), context_.claim(row.claims[at]));
  }

  const Context& context_;
  std::vector<Finding>& findings_;
};

std::optional<Row> row_of(const Context& context, const Places& places, const ArithmeticReading& read) {
  const auto value = places.claim(read, "value"), before = places.claim(read, "before");
  if (!value || !before) return std::nullopt;
  const auto sign = [&](const char* name, std::uint32_t claim) {
    const auto& known = context.claim(claim).quantity.value;
    if (known && known->sign() < 0) return -1;
    const auto found = read.signs.find(name);
    return found == read.signs.end() ? 0 : found->second;
  };
  return Row{{*value, *before}, {sign("value", *value), sign("before", *before)}, read.sentence, read.rule};
}

/// Rows that follow each other, from one figure each to the next of its basis.
std::vector<Block> blocks_of(const Context& context) {
  constexpr std::uint32_t kFarRows = 6;  // sentences between two rows of one block
  const Places places(context);
  std::vector<Block> blocks;
  for (const ArithmeticReading& read : context.linked.arithmetic) {
    if (read.formula.rfind("row_", 0) != 0 || context.linked.facts[read.document].copy_of) continue;
    const auto row = row_of(context, places, read);
    if (!row) continue;
    const bool each = read.formula == "row_each";
    const bool follows =
        !blocks.empty() && blocks.back().document == read.document && read.sentence <= blocks.back().last + kFarRows;
    if (!follows && !each) continue;
    // "Year" stands between two tables, so the next row of figures each does not touch the last row.
    const bool starts =
        each && follows && (read.sentence > blocks.back().last + 1 || blocks.back().each.contains(read.noun));
    if (!follows || starts) {
      blocks.emplace_back();
      blocks.back().document = read.document;
    }
    Block& block = blocks.back();
    block.last = read.sentence;
    if (each)
      block.each.emplace(read.noun, *row);
    else if (read.formula == "row_total")
      block.total.emplace(read.noun, *row);
    else if (!block.count)
      block.count = *row;
  }
  return blocks;
}

}  // namespace

void check_per_share(const Context& context, std::vector<Finding>& findings) {
  PerShare checker(context, findings);
  for (const Block& block : blocks_of(context)) checker.judge(block);
}

}  // namespace crosscheck
