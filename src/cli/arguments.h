// The command line as CLI11 parses it: every command, its options, what they are for.
#pragma once

#include "cli/commands.h"

namespace CLI {
class App;
}  // namespace CLI

namespace crosscheck {

void add_arguments(CLI::App& app, Invocation& invocation);

}  // namespace crosscheck
