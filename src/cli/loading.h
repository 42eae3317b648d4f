// Loading the rulebook on behalf of a command.
#pragma once

#include <string>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

Checked<Rulebook> load_timed(const std::string& directory, std::vector<Timing>& timings);
/// Prints all faults; the exit status of a bad rule file.
int complain_of_rules(const std::vector<Fault>& faults);

}  // namespace crosscheck
