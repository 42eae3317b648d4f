// A quantity with its unit, bound and interval: money, percent, measure, age, duration, range or bare number.
#pragma once

#include <optional>

#include "recognize/cursor.h"
#include "recognize/number.h"

namespace crosscheck {

/// The quantity that starts at `at`, qualifier and all; nothing when none starts there.
std::optional<Mention> read_quantity(const Cursor& cursor, std::uint32_t at);

/// The interval that a value allows, given how it was written and hedged. "$157 billion" → 156.5 to 157.5.
Interval interval_of(const Decimal& value, int written_unit, Bound bound, bool counted);

}  // namespace crosscheck
