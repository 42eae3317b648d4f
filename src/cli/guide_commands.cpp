// `help` and `completion`: the command line told as words, as a manual page, and as a shell's script. The build writes the
// installed page and scripts with them.
#include "cli/commands.h"
#include "cli/guide/guide.h"
#include "cli/output.h"

namespace crosscheck {

int command_help(Invocation& invocation) {
  const GuideCommand& program = *invocation.guide;
  if (invocation.manual) {
    print(manual_page(program));
    return 0;
  }
  std::string name = program.name;
  for (const std::string& word : invocation.words) name += " " + word;
  const GuideCommand* command = find_command(program, name);
  if (command == nullptr) {
    complain("no command `" + name + "`; `crosscheck --help` lists them");
    return kBadUsage;
  }
  print(help_text(program, *command, invocation.look.width));
  return 0;
}

int command_completion(Invocation& invocation) {
  const GuideCommand& program = *invocation.guide;
  print(invocation.shell == "bash"  ? bash_completion(program)
        : invocation.shell == "zsh" ? zsh_completion(program)
                                    : fish_completion(program));
  return 0;
}

}  // namespace crosscheck
