// Quantities: numbers with what they count or measure, their hedges, ranges, ages, scores, ordinals.
// Private to src/recognize/.
#pragma once

#include <optional>
#include <string>

#include "model/model.h"
#include "recognize/reader.h"

namespace crosscheck {

/// A mention still in lexemes.
struct Draft {
  MentionKind kind = MentionKind::number;
  std::uint32_t first = 0, end = 0;              ///< the value
  std::uint32_t hedge_first = 0, hedge_end = 0;  ///< with its qualifiers
  Quantity quantity;
  bool almost = false;  ///< "nearly": less than, but not much
  std::string text;     ///< scores and durations: the value as text
};

std::optional<Draft> read_quantity(Reader& reader, std::uint32_t i);
/// The UCUM code of a time grain; nullptr for those that have none ("quarter").
const char* ucum_of(TimeGrain grain);
/// The interval that the words allow.
Interval interval_of(const Decimal& value, int written_unit, Bound bound, bool counted);

}  // namespace crosscheck
