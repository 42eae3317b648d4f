// Near-identical texts: a copy is no second witness.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/parallel.h"
#include "model/model.h"

namespace crosscheck {

/// For each document the earlier one that it copies, if any.
std::vector<std::optional<std::uint32_t>> find_copies(const std::vector<Document>& documents,
                                                      const std::vector<Article>& articles, double similarity,
                                                      const Workers& workers);

}  // namespace crosscheck
