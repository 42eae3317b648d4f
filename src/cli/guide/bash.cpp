// Completion for bash, without the bash-completion package. The words before the cursor give the command ("crosscheck rules
// check"), the last of them the option whose value is wanted, and each command has a line of options and one of values:
//   'crosscheck report') options='--output --format …' ;;   'crosscheck report --fail-on') values='contradict update …' ;;
// Behind "--format text," the next choice is offered. Words are split at "=" by bash itself, which is undone first.
#include <set>

#include "cli/guide/guide.h"

namespace crosscheck {
namespace {

/// "crosscheck report --output"|"crosscheck report -o"
std::string patterns(const std::string& command, const GuideOption& option) {
  std::string out;
  for (const std::string& name : option.names) out += (out.empty() ? "'" : "|'") + command + " " + name + "'";
  return out;
}

std::string bash_offer(const GuideOption& option) {
  switch (option.value_names) {
    case Names::a_choice:
      return (option.listed ? "listed='" : "values='") + joined(option.choices, " ") + "'";
    case Names::a_folder:
      return "files=-d";
    case Names::a_file:
      return "files=-f";
    case Names::nothing:
      break;
  }
  return "files=none";
}

struct Script {
  std::string commands, options, values;
  std::set<std::string> valued;  ///< options that take a value, of any command

  void take(const GuideCommand& program, const GuideCommand& command) {
    std::vector<std::string> words;
    std::string operands = "files=none";
    for (const GuideOption& option : command.options) take(command, option, words, operands);
    for (const GuideOption& option : program.options) {
      if (&program != &command) take(command, option, words, operands);
    }
    std::vector<std::string> children;
    for (const GuideCommand& child : command.commands) {
      children.push_back(child.name.substr(command.name.size() + 1));
      commands += "      '" + child.name + "') command='" + child.name + "' ;;\n";
    }
    if (!children.empty()) operands = "values='" + joined(children, " ") + "'";
    options += "    '" + command.name + "') options='" + joined(words, " ") + "' " + operands + " ;;\n";
    for (const GuideCommand& child : command.commands) take(program, child);
  }

 private:
  void take(const GuideCommand& command, const GuideOption& option, std::vector<std::string>& words,
            std::string& operands) {
    if (option.positional) {
      if (option.value_names != Names::nothing || option.repeats) operands = bash_offer(option);
      return;
    }
    words.insert(words.end(), option.names.begin(), option.names.end());
    if (option.value.empty()) return;
    valued.insert(option.names.begin(), option.names.end());
    values += "      " + patterns(command.name, option) + ") options= values= " + bash_offer(option) + " ;;\n";
  }
};

/// "--color|--rules"
std::string any_of(const std::set<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + word;
  return out;
}

/// Behind the command and what it offers: what of it fits the word at the cursor.
constexpr const char* kReply =
    "  COMPREPLY=()\n"
    "  if [[ -n $listed ]]; then\n"
    "    local before=\n"
    "    [[ $current == *,* ]] && before=${current%,*},\n"
    "    mapfile -t COMPREPLY < <(compgen -P \"$before\" -W \"$listed\" -- \"${current##*,}\")\n"
    "    compopt -o nospace 2>/dev/null\n"
    "  elif [[ $current == -* ]]; then\n"
    "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")\n"
    "  elif [[ -n $values ]]; then\n"
    "    mapfile -t COMPREPLY < <(compgen -W \"$values\" -- \"$current\")\n"
    "  elif [[ $files != none ]]; then\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    mapfile -t COMPREPLY < <(compgen \"$files\" -- \"$current\")\n"
    "  fi\n"
    "}\n"
    "complete -F _crosscheck crosscheck\n";

}  // namespace

std::string bash_completion(const GuideCommand& program) {
  Script script;
  script.take(program, program);
  return "# bash completion for crosscheck, written by `crosscheck completion bash`\n"
         "_crosscheck() {\n"
         "  local words=() word current previous command=crosscheck options= values= listed= files=none i\n"
         "  for ((i = 0; i <= COMP_CWORD; i++)); do\n"
         "    word=${COMP_WORDS[i]}\n"
         "    [[ $word == = && $i -lt $COMP_CWORD ]] && continue  # bash splits --option=value in three\n"
         "    words+=(\"$word\")\n"
         "  done\n"
         "  current=${words[-1]} previous=${words[-2]-}\n"
         "  [[ $current == = ]] && current=\n"
         "  for ((i = 1; i < ${#words[@]} - 1; i++)); do\n"
         "    case ${words[i - 1]} in\n"
         "      " +
         any_of(script.valued) +
         ") continue ;;  # a value\n"
         "    esac\n"
         "    case \"$command ${words[i]}\" in\n" +
         script.commands +
         "    esac\n"
         "  done\n"
         "  case $command in\n" +
         script.options +
         "  esac\n"
         "  if [[ $current != -* ]]; then\n"
         "    case \"$command $previous\" in\n" +
         script.values +
         "    esac\n"
         "  fi\n" +
         kReply;
}

}  // namespace crosscheck
