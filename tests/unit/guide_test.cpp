// What the program says of its own command line: help, did-you-mean, the manual page, the completions. Where a tool that could
// judge them is not installed, that is said and counted as skipped.
#include "cli/guide/guide.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/arguments.h"
#include "program.h"

namespace crosscheck {
namespace {

using support::Ended, support::has, support::quoted, support::read_file, support::run, support::TemporaryFolder;

GuideCommand whole_guide() {
  CLI::App app{"does things.", "crosscheck"};
  Invocation invocation;
  add_arguments(app, invocation);
  return guide_of(app);
}

void collect(const GuideCommand& command, std::vector<const GuideCommand*>& into) {
  into.push_back(&command);
  for (const GuideCommand& child : command.commands) collect(child, into);
}

bool missing(const std::string& tool) {
  if (std::system(("command -v " + tool + " >/dev/null 2>&1").c_str()) == 0) return false;
  std::cout << "skipped: " << tool << " is not installed, so what it would check of the guide was not checked\n";
  return true;
}

/// Status and output, both streams, of a line of bash in `folder`.
Ended shell(const TemporaryFolder& folder, const std::string& line) {
  folder.write("line", line);
  const std::string command = "cd " + quoted(folder.path()) + " && env HOME=" + quoted(folder.path()) +
                              " LC_ALL=C.UTF-8 bash line >out 2>err </dev/null";
  const int raw = std::system(command.c_str());
  return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, read_file(folder / "out"), read_file(folder / "err"), 0};
}

TEST_CASE("every option says what it is for, in a group, and what its value names", "[unit][guide]") {
  const GuideCommand guide = whole_guide();
  std::vector<const GuideCommand*> commands;
  collect(guide, commands);
  CHECK(commands.size() > 15);
  for (const GuideCommand* command : commands) {
    CHECK_FALSE(command->words.empty());
    for (const GuideOption& option : command->options) {
      INFO(command->name << " " << option.names.back());
      CHECK(option.words.size() > 8);
      CHECK_FALSE(has(option.words, "\n"));
      CHECK(option.value != "TEXT");  // CLI11's word for "nobody said"
      CHECK_FALSE(has(option.value, "UINT"));
    }
  }
}

TEST_CASE("--help names every option of its command and of the program, in lines that fit", "[unit][guide]") {
  const GuideCommand guide = whole_guide();
  std::vector<const GuideCommand*> commands;
  collect(guide, commands);
  for (const int width : {60, 100}) {
    for (const GuideCommand* command : commands) {
      const std::string help = help_text(guide, *command, width);
      INFO(help);
      for (const GuideOption& option : command->options) CHECK(has(help, option.names.back()));
      for (const GuideOption& option : guide.options)
        CHECK((option.names.back() == "--version" || has(help, option.names.back())));
      CHECK(has(help, "\nUsage: " + synopsis(*command) + "\n"));
      std::string option_rows = help.substr(0, help.find("\nExamples:"));
      for (std::size_t at = 0; width == 100 && at < option_rows.size();) {
        const std::size_t end = option_rows.find('\n', at);
        CHECK(end - at <= 100);
        at = end == std::string::npos ? option_rows.size() : end + 1;
      }
    }
  }
}

TEST_CASE("help and --help say the same, of the program and of a command", "[unit][guide]") {
  const TemporaryFolder folder;
  const Ended one = run(folder, {"help", "rules", "check"}), other = run(folder, {"rules", "check", "--help"});
  CHECK(one.status == 0);
  CHECK(other.status == 0);
  CHECK(one.out == other.out);
  CHECK(has(one.out, "crosscheck rules check: are all rule files well formed?"));
  CHECK(run(folder, {"help"}).out == run(folder, {"-h"}).out);
  CHECK(run(folder, {"help", "nonsense"}).status == 2);
}

TEST_CASE("a slip in a command or an option is told with what was meant", "[unit][guide]") {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::vector<std::string>, std::string>> slips = {
      {{"repot", "a.txt"}, "unknown command 'repot'; did you mean 'report'? `crosscheck --help` lists them"},
      {{"whynot", "a.txt"}, "did you mean 'why-not'?"},
      {{"menti"}, "did you mean 'mentions'?"},
      {{"zzz"}, "unknown command 'zzz'; `crosscheck --help` lists them"},
      {{"rules", "chekc"}, "did you mean 'check'? `crosscheck rules --help` lists them"},
      {{"report", "a.txt", "--fromat=json"},
       "unknown option --fromat of `crosscheck report`; did you mean --format? `crosscheck report --help` lists them"},
      {{"report", "a.txt", "--queit"}, "did you mean --quiet?"},
      {{"report", "a.txt", "--zzzzzz"}, "unknown option --zzzzzz of `crosscheck report`; `crosscheck report --help`"},
      {{"rules", "explain", "a", "b"}, "'b' is one word too many; `crosscheck rules explain --help`"},
      {{"explain"}, "FINDING is required; `crosscheck explain --help` shows how to call it"},
      {{}, "no command is given; `crosscheck --help` lists them"}};
  for (const auto& [words, message] : slips) {
    const Ended ended = run(folder, words);
    INFO(ended.err);
    CHECK(ended.status == 2);
    CHECK(ended.out.empty());
    CHECK(has(ended.err, message));
    CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
  }
}

TEST_CASE("the manual page has every command, option and example, and troff finds no fault in it", "[unit][guide]") {
  const TemporaryFolder folder;
  const std::string page = run(folder, {"help", "--man"}).out;
  folder.write("crosscheck.1", page);
  for (const char* title :
       {"NAME", "SYNOPSIS", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO"})
    CHECK(has(page, ".SH \"" + std::string(title) + "\"\n"));
  for (const std::string& line : {std::string("groff -ww -man -Tutf8 -z crosscheck.1"),
                                  std::string("man --warnings -E UTF-8 -l -Tutf8 -Z crosscheck.1 >/dev/null")}) {
    if (missing(line.substr(0, line.find(' ')))) continue;
    const Ended checked = shell(folder, line);
    INFO(line << ": " << checked.err);
    CHECK(checked.status == 0);
    CHECK(checked.err.empty());
  }
  if (missing("man")) return;
  const std::string shown = shell(folder, "MANWIDTH=400 man -l -Tutf8 crosscheck.1 | col -bx").out;
  const GuideCommand guide = whole_guide();
  std::vector<const GuideCommand*> commands;
  collect(guide, commands);
  for (const GuideCommand* command : commands) {
    CHECK((command == commands.front() || has(shown, "\n   " + command->name + "\n")));
    for (const GuideOption& option : command->options) {
      INFO(command->name << " " << option_words(option));
      const std::string term = "\n       " + option_words(option);
      CHECK((has(shown, term + "\n") || has(shown, term + " ")));
    }
  }
  for (const GuideExample& example : examples()) {
    INFO(example.line);
    CHECK((example.command.empty() || has(shown, "           " + std::string(example.line) + "\n")));
  }
}

TEST_CASE("bash completes commands, options, and what an option takes", "[unit][guide]") {
  const TemporaryFolder folder;
  folder.write("draft one.txt", "x");
  support::fs::create_directory(folder / "drafts");
  const std::string setup =
      run(folder, {"completion", "bash"}).out +
      "complete_words() { COMP_WORDS=(crosscheck \"$@\"); COMP_CWORD=$#; COMPREPLY=(); _crosscheck; "
      "local IFS='|'; echo \"${COMPREPLY[*]}\"; }\n";
  folder.write("completion", setup);
  const Ended checked = shell(folder, "bash -n completion");
  CHECK(checked.status == 0);
  CHECK(checked.err.empty());
  const std::vector<std::pair<std::string, std::string>> lines = {
      {"rep", "report"},
      {"report --fo", "--format"},
      {"report --format ''", "text|json|md|html|sarif|junit|github|rdjson|csv|claimreview|annotations"},
      {"report --format = js", "json"},
      {"report --format text,j", "text,json|text,junit"},
      {"check --fail-on c", "contradict|compatible"},
      {"rules ''", "check|test|list|explain"},
      {"rules check --co", "--color"},
      {"--color a", "auto|always"},
      {"--rules rules report --base", "--baseline"},
      {"report --config report --base", "--baseline"},
      {"report 'draft o'", "draft one.txt"},
      {"report -o dra", "drafts"},
      {"completion ''", "bash|zsh|fish"},
      {"report --threads ''", ""}};
  for (const auto& [line, words] : lines) {
    const Ended ended = shell(folder, "source ./completion; complete_words " + line);
    INFO(line << ": " << ended.err);
    CHECK(ended.err.empty());
    CHECK(ended.out == words + "\n");
  }
}

TEST_CASE("zsh reads its completion, and completes with it", "[unit][guide]") {
  if (missing("zsh")) return;
  const TemporaryFolder folder;
  folder.write("functions/_crosscheck", run(folder, {"completion", "zsh"}).out);
  CHECK(shell(folder, "zsh -n functions/_crosscheck").err.empty());
  const std::vector<std::pair<std::string, std::string>> lines = {
      {"rep", "report "},
      {"report --basel", "report --baseline="},
      {"report --format text,js", "report --format text,json,"},
      {"report --format=text,js", "report --format=text,json,"},
      {"check --fail-on upd", "check --fail-on update "},
      {"rules chec", "rules check "},
      {"--rules rules report --basel", "--rules rules report --baseline="},
      {"report draf", "report draft.txt "}};
  folder.write("draft.txt", "x");
  folder.write("buffers", "");
  std::string typed;
  for (const auto& [line, whole] : lines) typed += " " + quoted("crosscheck " + line);
  // A shell on a terminal of its own is typed into: a line, Tab, and ^X, which writes down what the line has become.
  folder.write("try.zsh", R"(zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1= PS2=; fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -D; unsetopt beep list_beep
bindkey "^I" complete-word; tell() { print -r -- "$BUFFER" >> buffers; BUFFER= }; zle -N tell; bindkey "^X" tell; touch ready'
while [[ ! -e ready ]]; do sleep 0.05; done
sleep 0.3
count=0
for line in)" + typed + R"(; do
  zpty -w -n shell "$line"$'\t\x18'
  count=$((count + 1))
  for i in {1..100}; do
    while zpty -rt shell out 2>/dev/null; do :; done
    (( $(wc -l < buffers) >= count )) && break
    sleep 0.05
  done
done
zpty -d shell
)");
  const Ended ended = shell(folder, "timeout 60 zsh -f try.zsh");
  INFO(ended.out << ended.err);
  std::string expected;
  for (const auto& [line, whole] : lines) expected += "crosscheck " + whole + "\n";
  CHECK(read_file(folder / "buffers") == expected);
}

TEST_CASE("fish reads its completion, and completes with it", "[unit][guide]") {
  if (missing("fish")) return;
  const TemporaryFolder folder;
  folder.write("crosscheck.fish", run(folder, {"completion", "fish"}).out);
  folder.write("draft.txt", "x");
  CHECK(shell(folder, "fish -n crosscheck.fish").err.empty());
  const std::vector<std::pair<std::string, std::string>> lines = {{"rep", "report\t"},
                                                                  {"report --form", "--format\t"},
                                                                  {"report --format text,js", "text,json\t"},
                                                                  {"check --fail-on u", "update\t"},
                                                                  {"rules ch", "check\tare all rule files"},
                                                                  {"--rules rules report --base", "--baseline\t"},
                                                                  {"report dra", "draft.txt"}};
  for (const auto& [line, begins] : lines) {
    const Ended ended =
        shell(folder, "fish --no-config -c 'source crosscheck.fish; complete -C \"crosscheck " + line + "\"'");
    INFO(line << ": " << ended.out << ended.err);
    CHECK(ended.out.starts_with(begins));
    CHECK(std::count(ended.out.begin(), ended.out.end(), '\n') == 1);
  }
}

}  // namespace
}  // namespace crosscheck
