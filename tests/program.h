// The real program from outside: what it prints where, and how it ends. CROSSCHECK_PROGRAM names it, from the environment or
// from CMake.
#pragma once

#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "support.h"

namespace crosscheck::support {

inline std::string program() {
  const char* named = std::getenv("CROSSCHECK_PROGRAM");
#ifdef CROSSCHECK_PROGRAM
  if (named == nullptr) return CROSSCHECK_PROGRAM;
#endif
  return named == nullptr ? "" : named;
}

struct Ended {
  int status = -1;
  std::string out, err;
  double seconds = 0;
};

inline std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// A run that eats the machine's memory fails by itself first; sanitizers reserve more than they use.
inline std::string memory_limit() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return "";
#else
  return "ulimit -v 8000000; ";
#endif
}

/// Runs it with these words in `folder`; killed after `limit_s` seconds, which gives status 124.
inline Ended run(const TemporaryFolder& folder, const std::vector<std::string>& words,
                 const std::string& input = "/dev/null", int limit_s = 120) {
  REQUIRE_FALSE(program().empty());
  const TemporaryFolder capture;
  std::string command = memory_limit() + "cd " + quoted(folder.path()) + " && timeout " + std::to_string(limit_s) +
                        " " + quoted(program()) + " --rules " + quoted(repo_path("rules"));
  for (const std::string& word : words) command += " " + quoted(word);
  command += " <" + quoted(input) + " >" + quoted(capture / "out") + " 2>" + quoted(capture / "err");
  const auto start = std::chrono::steady_clock::now();
  const int raw = std::system(command.c_str());
  Ended ended;
  ended.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  ended.status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 1000 + raw;
  ended.out = read_file(capture / "out");
  ended.err = read_file(capture / "err");
  return ended;
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace crosscheck::support
