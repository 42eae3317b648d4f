// Completion for zsh: one function a command, each a call of _arguments, which zsh reads as
//   '(-o --output)'{-o,--output=}'[write the files into this folder]:DIR:_files -/'
// Brackets and colons in the words are escaped, for _arguments splits at them.
#include "cli/guide/guide.h"

namespace crosscheck {
namespace {

/// Fit to stand inside single quotes and inside an option's brackets.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return out;
}

std::string zsh_offer(const GuideOption& option) {
  switch (option.value_names) {
    case Names::a_choice:
      return option.listed ? "_values -s , " + option.value + " " + joined(option.choices, " ")
                           : "(" + joined(option.choices, " ") + ")";
    case Names::a_folder:
      return "_files -/";
    case Names::a_file:
      return "_files";
    case Names::nothing:
      break;
  }
  return " ";
}

std::string argument(const GuideOption& option, std::size_t& position) {
  if (option.positional) {
    const std::string place = option.repeats ? "*" : std::to_string(position++);
    return "'" + place + ":" + escaped(option.names.front()) + ":" + zsh_offer(option) + "'";
  }
  const std::string value = option.value.empty() ? "" : ":" + escaped(option.value) + ":" + zsh_offer(option);
  const std::string words = "[" + escaped(option.words) + "]" + value + "'";
  const std::string again = option.repeats && !option.listed ? "*" : "";
  std::vector<std::string> names = option.names;
  for (std::string& name : names) {
    if (!option.value.empty() && name.starts_with("--")) name += "=";  // --option=value, too
  }
  if (names.size() == 1) return "'" + again + names.front() + words;
  return "'(" + joined(option.names, " ") + ")'{" + joined(names, ",") + "}'" + words;
}

std::string function_name(const std::string& command) {
  std::string out = "_" + command;
  for (char& c : out) {
    if (c == ' ' || c == '-') c = '_';
  }
  return out;
}

void zsh_functions(const GuideCommand& program, const GuideCommand& command, std::string& out) {
  out += function_name(command.name) + "() {\n";
  if (!command.commands.empty()) out += "  local context state state_descr line\n  typeset -A opt_args\n";
  out += command.commands.empty() ? "  _arguments -s" : "  _arguments -s -C";
  std::size_t position = 1;
  for (const GuideOption& option : command.options) out += " \\\n    " + argument(option, position);
  for (const GuideOption& option : program.options) {
    if (&program != &command) out += " \\\n    " + argument(option, position);
  }
  if (command.commands.empty()) {
    out += "\n}\n";
  } else {
    out +=
        " \\\n    '1:command:->command' '*::argument:->argument'\n  case $state in\n    command)\n"
        "      local -a commands=(\n";
    std::string branches;
    for (const GuideCommand& child : command.commands) {
      const std::string name = child.name.substr(command.name.size() + 1);
      out += "        '" + name + ":" + escaped(child.words) + "'\n";
      branches += "        " + name + ") " + function_name(child.name) + " ;;\n";
    }
    out += "      )\n      _describe -t commands command commands\n      ;;\n    argument)\n      case $line[1] in\n" +
           branches + "      esac\n      ;;\n  esac\n}\n";
  }
  for (const GuideCommand& child : command.commands) zsh_functions(program, child, out);
}

}  // namespace

std::string zsh_completion(const GuideCommand& program) {
  std::string out = "#compdef crosscheck\n# zsh completion for crosscheck, written by `crosscheck completion zsh`\n";
  zsh_functions(program, program, out);
  return out +
         "if [[ $funcstack[1] == _crosscheck ]]; then\n  _crosscheck \"$@\"\nelse\n  compdef _crosscheck "
         "crosscheck\nfi\n";
}

}  // namespace crosscheck
