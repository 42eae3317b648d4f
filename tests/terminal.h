// The program on a pseudo-terminal: what a person would see of it, escape sequences and all.
#pragma once

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>

#include "program.h"

namespace crosscheck::support {

struct Screen {
  int status = -1;
  std::string shown;  ///< every byte that reached the terminal
};

/// A line of bash with a terminal of 100 columns as its standard input, output and error, in `folder`. `crosscheck` is the program
/// with the shipped rules, NO_COLOR is not set. As soon as each of the `awaited` words is shown, behind the one before, a file
/// seen1, seen2 … is made, for which `await seen1` waits: no test depends on how fast the machine is.
inline Screen on_terminal(const TemporaryFolder& folder, const std::string& line, const std::string& term = "xterm",
                          const std::vector<std::string>& awaited = {}) {
  const std::string script = "unset NO_COLOR; TERM=" + term + "; export TERM; cd " + quoted(folder.path()) +
                             " && crosscheck() { " + quoted(program()) + " --rules " + quoted(repo_path("rules")) +
                             " \"$@\"; }; await() { for ((i = 0; i < 600; i++)); do [[ -e $1 ]] && return; sleep 0.1; "
                             "done; }; rm -f seen*; " +
                             line;
  winsize size{};
  size.ws_col = 100;
  size.ws_row = 30;
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  REQUIRE(child >= 0);
  if (child == 0) {
    ::execl("/bin/bash", "bash", "-c", script.c_str(), nullptr);
    ::_exit(127);
  }
  Screen screen;
  std::array<char, 4096> block{};
  std::size_t seen = 0, from = 0;
  for (ssize_t got = 0; (got = ::read(terminal, block.data(), block.size())) > 0;) {  // ends with EIO on Linux
    screen.shown.append(block.data(), static_cast<std::size_t>(got));
    for (std::size_t at = 0;
         seen < awaited.size() && (at = screen.shown.find(awaited[seen], from)) != std::string::npos;) {
      from = at + awaited[seen].size();
      folder.write("seen" + std::to_string(++seen), "");
    }
  }
  int raw = 0;
  ::waitpid(child, &raw, 0);
  ::close(terminal);
  screen.status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 1000 + raw;
  return screen;
}

/// Without SGR sequences (ESC [ … m), which paint, and without the carriage returns that a terminal puts before line feeds.
inline std::string without_paint(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text.compare(i, 2, "\x1b[") == 0) {
      const std::size_t end = text.find_first_not_of("0123456789;", i + 2);
      if (end != std::string::npos && text[end] == 'm') {
        i = end;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

}  // namespace crosscheck::support
