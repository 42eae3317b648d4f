// Reads one quantity at a position of the lexemes; the parts of the reader stand in four files: quantity.cpp (a number with
// what it counts, amounts in two parts), quantity_units.cpp (what stands behind a number), quantity_bounds.cpp (hedges and
// intervals), quantity_kinds.cpp (ranges, ages, scores, ordinals). Private to src/recognize/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

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
};

class QuantityReader {
 public:
  explicit QuantityReader(Reader& reader) : r_(reader) {}

  // quantity.cpp
  std::optional<Draft> run(std::uint32_t i);

 private:
  // quantity.cpp
  bool article_only(std::uint32_t i, const Draft& draft) const;
  std::optional<Simple> simple(std::uint32_t i);
  std::optional<Simple> unit_before(std::uint32_t i, std::uint32_t at, const std::string& ucum);
  Simple with_half(Simple out);
  static Simple made(std::uint32_t first, const Number& number, std::uint32_t end, MentionKind kind, std::string unit);
  std::optional<Simple> with_currency_before(std::uint32_t i);
  const Sense* currency_before(std::uint32_t i, std::uint32_t& end) const;
  bool joins_currency(std::uint32_t next, std::uint32_t end, const Sense& named) const;
  Simple with_subunit(Simple out);

  // quantity_units.cpp
  const std::string& code(const Sense& sense) const { return r_.lexicon().codes[sense.value]; }
  bool measured(Simple& out);
  bool unit_at(Simple& out, std::uint32_t at);
  bool near_heat(std::uint32_t i) const;
  bool follows(const Sense& currency, std::uint32_t at, std::uint32_t end) const;
  bool weak_unit(const Sense& sense, const Simple& out, std::uint32_t at, std::uint32_t end) const;
  void per_unit(Simple& out);

  // quantity_bounds.cpp
  std::optional<Draft> drafted(Simple one);
  static std::string iso_duration(const Decimal& value, const std::string& unit);
  void hedge(Draft& draft);
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
  std::optional<Draft> joined(std::uint32_t i, std::uint32_t end, const Simple& a, const Simple& b);
  std::optional<Draft> age(std::uint32_t i);
  std::optional<Draft> apposed_age(std::uint32_t i);
  std::optional<Draft> score(std::uint32_t i);
  std::optional<Draft> ordinal(std::uint32_t i);

  Reader& r_;
};

}  // namespace crosscheck
