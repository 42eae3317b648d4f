// Documents that may be versions of one item.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "model/model.h"

namespace crosscheck {

/// Ascending; the earlier published first. Near-linear: what many texts share makes no pair. `corrects`, one an article:
/// it says that it mends another, for which less in common will do.
std::vector<std::pair<std::uint32_t, std::uint32_t>> version_candidates(const std::vector<Article>& articles,
                                                                        const std::vector<std::uint8_t>& corrects,
                                                                        const Workers& workers);

}  // namespace crosscheck
