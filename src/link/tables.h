// Rows of tables meet by what they are: company, item, period and column. No model looks at them.
#pragma once

#include <vector>

#include "model/model.h"

namespace crosscheck {

/// A row of a table, or the period above rows: linked here and nowhere else.
bool of_table(const Claim& claim);

/// Between documents that came out within kOneTimeDays of each other.
std::vector<Link> table_links(const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims);

}  // namespace crosscheck
