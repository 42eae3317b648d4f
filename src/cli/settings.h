// What a run is asked to do: the command line, and behind it the project's .crosscheck.yaml.
#pragma once

#include "cli/commands.h"

namespace crosscheck {

/// Fills in what the command line leaves open, reads reviews and baseline; 0, or the status of what is wrong, told.
int settle(Invocation& invocation);

}  // namespace crosscheck
