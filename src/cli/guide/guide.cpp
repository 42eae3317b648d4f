// From CLI11's tree to plain data. An option's type name says what a shell may offer for it: "auto|always|never" are choices, FILE
// and PATH files, DIR folders, anything else is the reader's own. `report -o DIR` becomes
//   {names: -o, --output; value: DIR; value_names: a_folder; group: Output}
// Options of the program itself stand in its own guide alone, and are shown with every command.
#include "cli/guide/guide.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>

namespace crosscheck {
namespace {

std::vector<std::string> parts_of(const std::string& text, char between) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, between);) parts.push_back(part);
  return parts;
}

void describe_value(const CLI::Option& from, GuideOption& into) {
  if (from.get_type_size() == 0) return;
  into.value = from.get_type_name();
  into.listed = from.get_delimiter() == ',';
  if (into.value.find('|') != std::string::npos) {
    into.choices = parts_of(into.value, '|');
    into.value_names = Names::a_choice;
    if (into.listed) into.value = "NAME,...";
  } else if (into.value == "DIR") {
    into.value_names = Names::a_folder;
  } else if (into.value == "FILE" || into.value == "PATH") {
    into.value_names = Names::a_file;
  }
}

GuideOption option_of(const CLI::Option& from) {
  GuideOption option;
  option.positional = from.get_positional();
  if (option.positional) {
    option.names.push_back(from.get_name(true, false));
  } else {
    for (const std::string& name : from.get_snames()) option.names.push_back("-" + name);
    for (const std::string& name : from.get_lnames()) option.names.push_back("--" + name);
  }
  option.words = from.get_description();
  option.group = from.get_group();
  option.variable = from.get_envname();
  option.required = from.get_required();
  option.repeats = from.get_expected_max() > 1;
  describe_value(from, option);
  if (option.positional && option.value_names == Names::nothing) option.value.clear();  // its name says it
  return option;
}

GuideCommand command_of(const CLI::App& app, const std::string& name) {
  GuideCommand command;
  command.name = name;
  command.words = app.get_description();
  command.group = app.get_group();
  for (const CLI::Option* option : app.get_options({})) {
    if (option->get_group().empty()) continue;
    if (app.get_parent() != nullptr && option == app.get_help_ptr()) continue;  // the program's stands for all
    command.options.push_back(option_of(*option));
  }
  for (const CLI::App* child : app.get_subcommands({})) {
    if (!child->get_group().empty()) command.commands.push_back(command_of(*child, name + " " + child->get_name()));
  }
  return command;
}

}  // namespace

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : between).append(word);
  return out;
}

GuideCommand guide_of(const CLI::App& app) { return command_of(app, app.get_name()); }

const GuideCommand* find_command(const GuideCommand& program, std::string_view name) {
  if (program.name == name) return &program;
  for (const GuideCommand& command : program.commands) {
    if (const GuideCommand* found = find_command(command, name)) return found;
  }
  return nullptr;
}

std::string option_words(const GuideOption& option) {
  if (option.positional) return option.names.front() + (option.repeats ? "..." : "");
  std::string out;
  for (const std::string& name : option.names) out += (out.empty() ? "" : ", ") + name;
  return out + (option.value.empty() ? "" : " " + option.value);
}

std::string synopsis(const GuideCommand& command) {
  std::string out = command.name;
  if (!command.commands.empty()) return out + " COMMAND [OPTION]...";
  out += " [OPTION]...";
  for (const GuideOption& option : command.options) {
    if (option.required && !option.positional) out += " " + option.names.back() + " " + option.value;
  }
  for (const GuideOption& option : command.options) {
    if (!option.positional) continue;
    const std::string& name = option.names.front();
    out += " " + (option.required ? name : "[" + name + "]") + (option.repeats ? "..." : "");
  }
  return out;
}

const std::vector<ExitStatus>& exit_statuses() {
  static const std::vector<ExitStatus> kStatuses = {
      {0, "nothing was found at or above --fail-on"},
      {1, "findings: articles contradict each other, or figures of one article do not add up"},
      {2, "bad usage, or a fault in rules, settings or reviews; no article was read"},
      {3, "some input could not be read, or something could not be written, and there were no findings"}};
  return kStatuses;
}

}  // namespace crosscheck
