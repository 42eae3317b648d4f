// A report cut down to what concerns some of its documents. Private to src/pipeline/.
#pragma once

#include <vector>

#include "model/model.h"

namespace crosscheck {

/// `documents`: for each of the report's whether it is one of them; these stay, with all their claims.
Report touching(Report report, const std::vector<bool>& documents);

}  // namespace crosscheck
