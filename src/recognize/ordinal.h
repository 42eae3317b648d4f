// "first", "22nd", "twenty-first", 第三: the ordinal at a position. Private to src/recognize/.
#pragma once

#include <optional>

#include "recognize/reader.h"

namespace crosscheck {

/// `in_slot`: a pattern asks, so "19." before a capital is one too.
std::optional<Number> read_ordinal(Reader& reader, std::uint32_t i, bool in_slot = false);

}  // namespace crosscheck
