// The walk over a text that finds every number and time: lookalikes first, then the longest of a time expression and
// a quantity. Private to src/recognize/.
#pragma once

#include <string_view>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Mentions in text order, not overlapping; sentence and tokens are not filled in. `work` counts steps when given.
std::vector<Mention> read_values(std::string_view text, std::uint32_t begin, Field field, const Lexicon& lexicon,
                                 std::uint64_t* work = nullptr);

}  // namespace crosscheck
