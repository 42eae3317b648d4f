// The examples of rules/<language>/{numbers,quantities,time}.yaml. Private to src/pipeline/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

/// Faults of one language's number, time and look-alike rules; `examples` counts all that were tried.
std::vector<Fault> test_value_rules(const Rulebook& rulebook, const std::string& language, std::size_t& examples);

/// Do two values of a date, a time, a duration or a set mean the same? "2023-SU" and "2023-22", "PT30M" and "P0.5H",
/// "T08" and "T08:00"; dates by the days they cover.
bool same_time(std::string_view left, std::string_view right);

}  // namespace crosscheck
