// The command line as data: what --help, the manual page and the completions of three shells are written from. Taken from the
// tree that parses it, so that none of them can say something else than the program does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Error;
}  // namespace CLI

namespace crosscheck {

/// What a value names, so that a shell can offer it.
enum class Names { nothing, a_file, a_folder, a_choice };

struct GuideOption {
  std::vector<std::string> names;  ///< "-o", "--output"; of a positional its one name, "PATH"
  std::string value;               ///< "DIR"; empty: a flag
  std::string words;
  std::string group;
  std::string variable;  ///< of the environment, which does the same
  std::vector<std::string> choices;
  Names value_names = Names::nothing;
  bool positional = false, required = false, repeats = false;
  bool listed = false;  ///< several choices, a comma between
};

struct GuideCommand {
  std::string name;  ///< "crosscheck report"; of the program "crosscheck"
  std::string words, group;
  std::vector<GuideOption> options;
  std::vector<GuideCommand> commands;
};

struct GuideExample {
  std::string_view command;  ///< "report", "rules check"
  std::string_view words;
  std::string_view line;  ///< as typed in a shell
};
const std::vector<GuideExample>& examples();
std::vector<GuideExample> examples_of(const GuideCommand& command);

GuideCommand guide_of(const CLI::App& app);
/// The command of that name, else nothing.
const GuideCommand* find_command(const GuideCommand& program, std::string_view name);
/// "-o, --output DIR", "PATH...".
std::string option_words(const GuideOption& option);
/// "crosscheck report [OPTION]... [PATH]...".
std::string synopsis(const GuideCommand& command);

std::string help_text(const GuideCommand& program, const GuideCommand& command, int width);
std::string manual_page(const GuideCommand& program);
std::string bash_completion(const GuideCommand& program);
std::string zsh_completion(const GuideCommand& program);
std::string fish_completion(const GuideCommand& program);

/// The words, `between` each two of them.
std::string joined(const std::vector<std::string>& words, std::string_view between);

/// What is wrong with a command line, what may have been meant, and where to read on.
std::string usage_fault(const CLI::App& app, const CLI::Error& error);

struct ExitStatus {
  int status;
  std::string_view words;
};
const std::vector<ExitStatus>& exit_statuses();

}  // namespace crosscheck
