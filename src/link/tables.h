// Rows of tables meet by what they are: company, item, period and column. No model looks at them.
#pragma once

#include <vector>

#include "model/model.h"

namespace crosscheck {

/// Between documents that came out within kOneTimeDays of each other.
std::vector<Link> table_links(const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims);

}  // namespace crosscheck
