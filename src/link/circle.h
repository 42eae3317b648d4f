// Which articles of a collection a few new ones must be linked with.
#pragma once

#include <cstdint>
#include <vector>

#include "link/judge.h"

namespace crosscheck {

/// Where a claim may meet those of articles of other stories: judged by parties, as a row of a table, in a derivation.
std::vector<std::uint64_t> meeting_blocks(const JudgeContext& context, const Claim& claim);

}  // namespace crosscheck
