// Reads one quantity at a position of the lexemes; the parts of the reader stand in four files: quantity.cpp (a number with
// what it counts, amounts in two parts), quantity_units.cpp (what stands behind a number), quantity_bounds.cpp (hedges and
// intervals), quantity_kinds.cpp (ranges, ages, scores, ordinals). Private to src/recognize/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/characters.h"
#include "recognize/quantity.h"
#include "recognize/reader.h"

namespace crosscheck {

/// A number with its unit, before hedges.
struct Simple {
  Number number;
  MentionKind kind = MentionKind::number;
  std::string unit;
  std::uint32_t first = 0, end = 0;
  bool below_zero = false;  ///< the minus stood behind: "5 degrees below zero"
};

class QuantityReader {
 public:
  explicit QuantityReader(Reader& reader) : r_(reader) {}

  // quantity.cpp
  std::optional<Draft> run(std::uint32_t i);

 private:
  // quantity.cpp
  bool article_only(std::uint32_t i, const Draft& draft) const;
  /// simple() where the quantity begins: asked for by a range and by itself.
  const std::optional<Simple>& first(std::uint32_t i);
  std::optional<Simple> simple(std::uint32_t i);
  std::optional<Simple> unit_before(std::uint32_t i, std::uint32_t at, const std::string& ucum);
  Simple with_half(Simple out);
  static Simple made(std::uint32_t first, const Number& number, std::uint32_t end, MentionKind kind, std::string unit);
  std::optional<Simple> with_currency_before(std::uint32_t i);
  /// A code counts in capitals, unless the rules also list it in small letters (4); one that is a word (5) with money's form.
  static bool needs_capitals(const Sense& currency) { return currency.flag == 3 || currency.flag == 5; }
  const Sense* currency_before(std::uint32_t i, std::uint32_t& end) const;
  bool joins_currency(std::uint32_t next, std::uint32_t end, const Sense& named) const;
  Simple with_subunit(Simple out);
  bool coins(Simple& out);
  void percent_part(Simple& out);
  /// Words that are no amount alone: "in" of "6 ft 2 in", 分 of 3割5分.
  bool only_part(const Sense& subunit) const { return code(subunit).starts_with('[') || code(subunit) == "%"; }
  void smaller_unit(Simple& out);
  bool bare_inches(Simple& out);
  bool bare_centimetres(Simple& out) const;
  const UnitName* unit_named(const std::string& ucum) const;
  void below_zero(Simple& out) const;

  // quantity_units.cpp
  const std::string& code(const Sense& sense) const { return r_.lexicon().codes[sense.value]; }
  bool measured(Simple& out);
  bool unit_at(Simple& out, std::uint32_t at);
  static bool no_duration(const UnitName& unit, const Decimal& value, bool place);
  Simple with_shared_unit(Simple out);
  static void take_unit_of(const Simple& next, Simple& out);
  void share_after_change(Simple& out);
  bool part_of_unit(Simple& out);
  bool bracketed_unit(Simple& out);
  void take_percent(Simple& out, const std::string& unit) const;
  void scale_behind(Simple& out) const;
  bool letter_counts(const Sense& sense, const Simple& out, std::uint32_t at, std::uint32_t end) const;
  bool near_money(std::uint32_t i, std::uint32_t end) const;
  bool near_heat(std::uint32_t i, std::uint32_t reach = 12) const;
  bool is_degree_sign(std::uint32_t i) const { return word(i) == "°" || word(i) == "º"; }
  bool follows(const Sense& currency, const Simple& out, std::uint32_t at, std::uint32_t end) const;
  bool weak_unit(const Sense& sense, const Simple& out, std::uint32_t at, std::uint32_t end) const;
  bool centimetres_at(const Sense& sense, std::uint32_t at) const;
  void per_unit(Simple& out);

  // quantity_bounds.cpp
  std::optional<Draft> drafted(Simple one);
  static std::string iso_duration(const Decimal& value, const std::string& unit);
  void hedge(Draft& draft);
  bool hedge_before(Draft& draft) const;
  void hedge_after(Draft& draft) const;
  const Sense* bound_behind(const Draft& draft, std::uint32_t& at, std::uint32_t& end) const;
  bool risen(std::uint32_t at) const;
  bool in_list(std::string_view list, std::uint32_t i) const {
    const auto& lexicon = r_.lexicon();
    return !lexicon.lists.empty() && lexicon.in_list(list, scan_folded(word(i)));
  }
  std::string_view word(std::uint32_t i) const {
    return r_.text().substr(r_.at(i).begin, r_.at(i).end - r_.at(i).begin);
  }

  // quantity_kinds.cpp
  std::optional<Draft> range(std::uint32_t i);
  bool changes(std::uint32_t i) const;
  bool moves(std::uint32_t i, const Simple& a, const Simple& b) const;
  std::pair<Decimal, Decimal> ends(const Simple& a, const Simple& b) const;
  std::optional<Draft> joined(std::uint32_t i, std::uint32_t end, const Simple& a, const Simple& b);
  std::optional<Draft> age(std::uint32_t i);
  PatternMatch match_age(std::uint32_t i);
  std::optional<Capture> count_or_span(SlotKind kind, std::uint32_t at);
  std::optional<Draft> apposed_age(std::uint32_t i);
  std::optional<Draft> score(std::uint32_t i);
  bool marked_score(std::uint32_t i, std::int64_t left, std::int64_t right) const;
  bool worded_score(std::uint32_t i, std::int64_t left, std::int64_t right) const;
  std::optional<Draft> record_of_three(std::uint32_t i);
  bool falls(std::uint32_t i, std::int64_t left, std::int64_t right) const;
  bool in_record(std::uint32_t i) const;
  bool lost_by(std::uint32_t i) const;
  std::optional<Draft> ordinal(std::uint32_t i);

  Reader& r_;
  std::optional<Simple> first_;
  bool asked_ = false;
  bool bare_ = false;  ///< numbers alone, whatever stands behind them
};

}  // namespace crosscheck
