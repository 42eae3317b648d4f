// A command line that cannot be parsed, told in one sentence with the next step:
//   unknown command 'repot'; did you mean 'report'? `crosscheck --help` lists them
//   unknown option --fromat of `crosscheck report`; did you mean --format? `crosscheck report --help` lists them
// What was meant is the name that the fewest slips away turn into what was typed, if they are few.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "base/edit_distance.h"
#include "cli/guide/guide.h"

namespace crosscheck {
namespace {

/// "; did you mean 'report'?", or nothing near enough.
std::string meant(const std::string& typed, const std::vector<std::string>& names, const char* quote) {
  std::size_t fewest = std::max<std::size_t>(1, typed.size() / 3) + 1;
  std::string nearest;
  for (const std::string& name : names) {
    const bool begun = typed.size() > 2 && name.starts_with(typed);
    if (const std::size_t slips = begun ? 1 : edit_distance(typed, name); slips < fewest) {
      fewest = slips;
      nearest = name;
    }
  }
  return nearest.empty() ? "" : std::string("; did you mean ") + quote + nearest + quote + "?";
}

const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

std::string full_name(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : full_name(*app.get_parent()) + " " + app.get_name();
}

std::string unknown_option(const GuideCommand& program, const GuideCommand& command, const std::string& typed) {
  std::vector<std::string> names;
  for (const GuideCommand* of : {&command, &program}) {
    for (const GuideOption& option : of->options) {
      if (!option.positional) names.insert(names.end(), option.names.begin(), option.names.end());
    }
  }
  const std::string name = typed.substr(0, typed.find('='));
  return "unknown option " + name + " of `" + command.name + "`" + meant(name, names, "");
}

std::string unknown_command(const GuideCommand& command, const std::string& typed) {
  std::vector<std::string> names;
  for (const GuideCommand& child : command.commands) names.push_back(child.name.substr(command.name.size() + 1));
  return "unknown command '" + typed + "'" + meant(typed, names, "'");
}

}  // namespace

std::string usage_fault(const CLI::App& app, const CLI::Error& error) {
  const GuideCommand program = guide_of(app);
  const CLI::App& inner = innermost(app);
  const GuideCommand* known = find_command(program, full_name(inner));
  const GuideCommand& command = known == nullptr ? program : *known;
  const std::string help = "`" + command.name + " --help`";
  const std::vector<std::string> extras = app.remaining(true);
  const std::string lists = " " + help + " lists them";
  const auto ended = [](std::string words) { return words + (words.ends_with('?') ? "" : ";"); };
  if (!extras.empty() && extras.front().size() > 1 && extras.front().starts_with('-'))
    return ended(unknown_option(program, command, extras.front())) + lists;
  if (!command.commands.empty() && !extras.empty()) return ended(unknown_command(command, extras.front())) + lists;
  if (!command.commands.empty()) return "no command is given;" + lists;
  if (!extras.empty()) return "'" + extras.front() + "' is one word too many; " + help + " shows how to call it";
  return std::string(error.what()) + "; " + help + " shows how to call it";
}

}  // namespace crosscheck
