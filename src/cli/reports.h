// A report on its way out: which formats, to a folder or to standard output, and the exit status it means.
#pragma once

#include <vector>

#include "cli/commands.h"

namespace crosscheck {

/// The formats asked for, `by_default` where none is; a fault names what there is, or the folder that several need.
Result<std::vector<Format>> formats_of(const Invocation& invocation, const std::vector<Format>& by_default);
/// Writes or prints it, tells on standard error what was not read, and gives the status.
int deliver(Invocation& invocation, Report& report, const std::vector<Format>& formats);

}  // namespace crosscheck
