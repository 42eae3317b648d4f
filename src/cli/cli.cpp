// The command line: CLI11 parses, this file runs the command and has the last word on the exit status.
//   crosscheck report corpus/acme -o out    → four files in out/, the summary on standard output, status 1 when
//   something contradicts. A rule fault ends the run with status 2 before the first article is read.
#include "cli/cli.h"

#include <CLI/CLI.hpp>

#include <memory>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/guide/guide.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/rules_folder.h"

namespace crosscheck {
namespace {

std::string command_name(const CLI::App& app) {
  std::string name = app.get_name();
  for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    name += " " + at->get_name();
  }
  return name;
}

/// A command line that asks for help or the version, or cannot be parsed.
int end_early(const CLI::App& app, const CLI::ParseError& error, const Invocation& invocation) {
  if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr) {
    print(std::string(error.what()) + "\n");
  } else if (error.get_exit_code() == 0) {
    const GuideCommand* command = find_command(*invocation.guide, command_name(app));
    print(help_text(*invocation.guide, command == nullptr ? *invocation.guide : *command, terminal_width()));
  } else {
    complain(usage_fault(app, error));
    return kBadUsage;
  }
  return output_failed() ? kUnread : 0;
}

int run(Invocation& invocation) {
  invocation.rules_given = !invocation.rules.empty();
  if (!invocation.rules_given) invocation.rules = rules_folder();
  invocation.look.colour = colour_wanted(invocation.color);
  invocation.look.width = terminal_width();
  invocation.look.findings_only = invocation.quiet;
  invocation.run.progress = &invocation.progress;
  if (!invocation.quiet && shows_lines()) invocation.line = std::make_shared<ProgressLine>(invocation.progress);
  const int status = invocation.command(invocation);
  invocation.line.reset();
  if (!output_failed()) return status;
  if (const std::string why = output_fault(); !why.empty())
    complain("standard output: cannot write: " + why + "; make room there, or send it elsewhere [cannot-write]");
  return status == 0 || status == kFindings ? kUnread : status;
}

}  // namespace

int run_cli(int argc, char** argv) {
  CLI::App app{"crosscheck reads what several sources wrote and says where their figures and dates disagree.",
               "crosscheck"};
  static Invocation* const kept = new Invocation;  // to free a large run piece by piece takes as long as to check it
  Invocation& invocation = *kept;
  invocation.run.threads = default_threads();
  add_arguments(app, invocation);
  invocation.guide = std::make_shared<GuideCommand>(guide_of(app));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return end_early(app, error, invocation);
  }
  return run(invocation);
}

}  // namespace crosscheck
