// Completion for fish: a line an option, each with the command it belongs to.
//   complete -c crosscheck -n '__crosscheck_at report' -l fail-on -x -a 'contradict update compatible never' -d '…'
// Which command stands on the line is found by walking its words, for `check` is a command and a command of `rules`, too.
#include <set>

#include "cli/guide/guide.h"

namespace crosscheck {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string at(const GuideCommand& command) {
  return "complete -c crosscheck -n " + quoted("__crosscheck_at " + command.name);
}

std::string fish_offer(const GuideOption& option) {
  switch (option.value_names) {
    case Names::a_choice:
      return option.listed
                 ? " -x -a " + quoted("(__fish_complete_list , \"printf '%s\\n' " + joined(option.choices, " ") + "\")")
                 : " -x -a " + quoted(joined(option.choices, " "));
    case Names::a_folder:
      return " -x -a '(__fish_complete_directories)'";
    case Names::a_file:
      return " -r -F";
    case Names::nothing:
      break;
  }
  return option.value.empty() ? "" : " -x";
}

std::string line_of(const GuideCommand& command, const GuideOption& option) {
  if (option.positional) {
    if (option.value_names == Names::a_file) return at(command) + " -F\n";
    if (option.value_names == Names::a_choice)
      return at(command) + " -a " + quoted(joined(option.choices, " ")) + " -d " + quoted(option.words) + "\n";
    return "";
  }
  std::string out = at(command);
  for (const std::string& name : option.names)
    out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return out + fish_offer(option) + " -d " + quoted(option.words) + "\n";
}

void fish_lines(const GuideCommand& program, const GuideCommand& command, std::string& out) {
  for (const GuideCommand& child : command.commands) {
    out += at(command) + " -a " + child.name.substr(command.name.size() + 1) + " -d " + quoted(child.words) + "\n";
  }
  for (const GuideOption& option : command.options) out += line_of(command, option);
  for (const GuideOption& option : program.options) {
    if (&program != &command) out += line_of(command, option);
  }
  for (const GuideCommand& child : command.commands) fish_lines(program, child, out);
}

void list_valued(const GuideCommand& command, std::set<std::string>& into) {
  for (const GuideOption& option : command.options) {
    if (!option.value.empty() && !option.positional) into.insert(option.names.begin(), option.names.end());
  }
  for (const GuideCommand& child : command.commands) list_valued(child, into);
}

void list_commands(const GuideCommand& command, std::string& out) {
  for (const GuideCommand& child : command.commands) {
    out += " " + quoted(child.name);
    list_commands(child, out);
  }
}

}  // namespace

std::string fish_completion(const GuideCommand& program) {
  std::string out =
      "# fish completion for crosscheck, written by `crosscheck completion fish`\n"
      "function __crosscheck_at\n"
      "    set -l command crosscheck\n"
      "    set -l before\n"
      "    for word in (commandline -opc)[2..-1]\n"
      "        if not contains -- \"$before\"";
  std::set<std::string> valued;
  list_valued(program, valued);
  for (const std::string& name : valued) out += " " + name;
  out += "\n            and contains -- \"$command $word\"";
  list_commands(program, out);
  out +=
      "\n"
      "            set command \"$command $word\"\n"
      "        end\n"
      "        set before $word\n"
      "    end\n"
      "    test \"$command\" = \"$argv\"\n"
      "end\n"
      "complete -c crosscheck -f\n";
  fish_lines(program, program, out);
  return out;
}

}  // namespace crosscheck
