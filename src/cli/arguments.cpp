// One function a command, or a few that go together. `crosscheck report --fail-on update a/` fills Invocation::fail_on and paths, and
// sets `command` to command_report. --help, the manual page and the completions are written from the same tree (cli/guide/), so an
// option needs a type name (FILE, DIR, or its choices "a|b") and a group; a new command needs examples in guide/examples.cpp.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace crosscheck {
namespace {

constexpr const char* kWhat = "What is read";
constexpr const char* kOutput = "Output";
constexpr const char* kDecisions = "What fails";
constexpr const char* kMain = "Cross-check";
constexpr const char* kInside = "Look inside";
constexpr const char* kRules = "For people who write rules";
constexpr const char* kAbout = "About this program";

/// One of a few words; CLI11 says which there are when it is none of them.
CLI::Option* choice(CLI::Option* option, const std::vector<std::string>& choices) {
  std::string name;
  for (const std::string& one : choices) name += (name.empty() ? "" : "|") + one;
  return option->type_name(name)->check(CLI::IsMember(choices).description(""));
}

template <class Number>
CLI::Option* between(CLI::Option* option, Number low, Number high) {
  return option->type_name("N")->check(CLI::Range(low, high).description(""));
}

std::string choices_of_formats() {
  std::string names = format_names();
  std::erase(names, ' ');
  std::replace(names.begin(), names.end(), ',', '|');
  return names;
}

void add_config(CLI::App& command, Invocation& invocation) {
  auto* config =
      command.add_option("--config", invocation.config,
                         "the project's settings; default: the nearest .crosscheck.yaml above the first path");
  config->type_name("FILE")->group(kWhat);
  command.add_flag("--no-config", invocation.no_config, "look for no settings")->excludes(config)->group(kWhat);
}

CLI::Option* add_run_options(CLI::App& command, Invocation& invocation, const std::string& paths = "PATH") {
  auto* operands =
      command.add_option(paths, invocation.paths, "files and folders; - reads JSONL from standard input")->required();
  operands->type_name("PATH");
  command
      .add_option("--language", invocation.run.language,
                  "language of all documents (BCP 47); default: their own, else told from their words")
      ->type_name("TAG")
      ->group(kWhat);
  command.add_option("--reference", invocation.run.reference, "date of documents that give none (YYYY-MM-DD)")
      ->type_name("DATE")
      ->group(kWhat);
  between(command.add_option("--threads", invocation.run.threads, "workers; the result does not depend on it"), 1U,
          256U)
      ->group(kOutput);
  return operands;
}

void add_min_confidence(CLI::App& command, Invocation& invocation) {
  between(command.add_option(
              "--min-confidence", invocation.min_confidence,
              "leave out findings less sure than this, 0 to 1; default 0.5: what is left is more often right than not"),
          0.0, 1.0)
      ->group(kDecisions);
}

/// What a run is judged by.
void add_decisions(CLI::App& command, Invocation& invocation) {
  add_min_confidence(command, invocation);
  add_config(command, invocation);
  command
      .add_option("--reviews", invocation.reviews,
                  "what people decided, reviews.jsonl: what is dismissed does not fail")
      ->type_name("FILE")
      ->group(kDecisions);
  command
      .add_option("--baseline", invocation.baseline, "an earlier report.json, or fingerprints: only what is new fails")
      ->type_name("FILE")
      ->group(kDecisions);
  command
      .add_option("--today", invocation.today,
                  "the day for `until` in reviews and comments (YYYY-MM-DD); default: today")
      ->type_name("DATE")
      ->group(kDecisions);
}

void add_output(CLI::App& command, Invocation& invocation) {
  command.add_option("-o,--output", invocation.output, "write the files into this folder")
      ->type_name("DIR")
      ->group(kOutput);
  command
      .add_option("--format", invocation.formats,
                  "formats, a comma between several, which need -o; default text, with -o those to read")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name(choices_of_formats())
      ->group(kOutput);
  choice(command.add_option(
             "--fail-on", invocation.fail_on,
             "what makes the status 1: contradictions (default), updates too, compatible facts too, nothing"),
         {"contradict", "update", "compatible", "never"})
      ->group(kDecisions);
  command.add_flag("--all", invocation.look.all, "list what only one source says, too")->group(kOutput);
}

void add_report(CLI::App& app, Invocation& invocation) {
  CLI::App* report = app.add_subcommand("report", "cross-check a corpus")->group(kMain);
  add_run_options(*report, invocation)->required(false);
  report
      ->add_option("--store", invocation.store,
                   "a store that `index` made: report on what it holds; with PATH bring it up to date first")
      ->type_name("FILE")
      ->group(kWhat);
  add_output(*report, invocation);
  add_decisions(*report, invocation);
  report->add_flag("--timings", invocation.look.timings, "say how long each room took")->group(kOutput);
  report->callback([&] { invocation.command = &command_report; });
}

void add_gate(CLI::App& app, Invocation& invocation) {
  CLI::App* check = app.add_subcommand("check", "do these articles contradict a corpus, or themselves?")->group(kMain);
  add_run_options(*check, invocation, "ARTICLE");
  check
      ->add_option("--against", invocation.against,
                   "the corpus: files and folders, or a store that `index` made; may be given again")
      ->allow_extra_args(false)
      ->type_name("PATH")
      ->group(kWhat);
  add_output(*check, invocation);
  add_decisions(*check, invocation);
  check->callback([&] { invocation.command = &command_check; });
  CLI::App* serve =
      app.add_subcommand("serve", "the report in a browser on this machine, reviews written to a file")->group(kMain);
  add_run_options(*serve, invocation);
  add_decisions(*serve, invocation);
  between(serve->add_option("--port", invocation.port, "of 127.0.0.1; default: any that is free"), 0, 65535)
      ->group(kOutput);
  serve->callback([&] { invocation.command = &command_serve; });
}

void add_index(CLI::App& app, Invocation& invocation) {
  CLI::App* index = app.add_subcommand("index", "build or bring up to date a store of claims")->group(kMain);
  add_run_options(*index, invocation);
  index->add_option("--store", invocation.store, "the file that keeps the claims; made where there is none")
      ->required()
      ->type_name("FILE")
      ->group(kOutput);
  index->callback([&] { invocation.command = &command_index; });
}

void add_lines(CLI::App& app, Invocation& invocation) {
  CLI::App* claims = app.add_subcommand("claims", "one claim a line, JSONL")->group(kInside);
  add_run_options(*claims, invocation);
  add_config(*claims, invocation);
  claims->callback([&] { invocation.command = &command_claims; });
  CLI::App* mentions =
      app.add_subcommand("mentions", "recognized mentions, one document a line, JSONL")->group(kInside);
  add_run_options(*mentions, invocation);
  mentions->callback([&] { invocation.command = &command_mentions; });
}

void add_explain(CLI::App& app, Invocation& invocation) {
  CLI::App* explain = app.add_subcommand("explain", "how one finding came about, in words")->group(kInside);
  explain->add_option("FINDING", invocation.finding, "its id (f3), or the beginning of its fingerprint")->required();
  add_run_options(*explain, invocation);
  add_min_confidence(*explain, invocation);
  add_config(*explain, invocation);
  explain->callback([&] { invocation.command = &command_explain; });
  CLI::App* why_not = app.add_subcommand("why-not", "why two claims are one fact, or are not")->group(kInside);
  const std::string names = "its id (c17), or its place (brief.txt:7 or brief.txt:7:1203)";
  why_not->add_option("CLAIM", invocation.claim, names)->required();
  why_not->add_option("OTHER", invocation.other_claim, names)->required();
  add_run_options(*why_not, invocation);
  add_config(*why_not, invocation);
  why_not->callback([&] { invocation.command = &command_why_not; });
}

void add_train(CLI::App& app, Invocation& invocation) {
  CLI::App* train = app.add_subcommand("train", "fit the linker's models to annotated articles")->group(kRules);
  add_run_options(*train, invocation);
  train->add_option("--facts", invocation.training.facts, "annotated facts, JSONL")
      ->required()
      ->type_name("FILE")
      ->group(kWhat);
  train->add_option("--leave-out", invocation.training.leave_out, "an event that nothing is learned from")
      ->type_name("EVENT")
      ->group(kWhat);
  train->add_option("-o,--output", invocation.output, "the file to write; default: standard output")
      ->type_name("FILE")
      ->group(kOutput);
  train->callback([&] { invocation.command = &command_train; });
}

void add_rules(CLI::App& app, Invocation& invocation) {
  CLI::App* rules = app.add_subcommand("rules", "check, test, list and explain the rules")->group(kRules);
  rules->require_subcommand(1);
  const auto add = [&](const char* name, const char* words, int (*command)(Invocation&)) {
    CLI::App* added = rules->add_subcommand(name, words)->group("Commands");
    added->callback([&invocation, command] { invocation.command = command; });
    return added;
  };
  add("check", "are all rule files well formed?", &command_rules_check);
  add("test", "do all rules hold on their own examples?", &command_rules_test);
  add("list", "one rule a line", &command_rules_list);
  add("explain", "one rule, its patterns and its examples", &command_rules_explain)
      ->add_option("RULE", invocation.rule, "a rule's id, as `rules list` prints it")
      ->required();
}

void add_about(CLI::App& app, Invocation& invocation) {
  CLI::App* help = app.add_subcommand("help", "what a command does, with examples")->group(kAbout);
  help->add_option("COMMAND", invocation.words, "report, rules check, ...; none: all of them")->expected(0, 2);
  help->add_flag("--man", invocation.manual, "write the manual page, as roff")->group(kOutput);
  help->callback([&] { invocation.command = &command_help; });
  CLI::App* completion =
      app.add_subcommand("completion", "a script that completes commands and options in a shell")->group(kAbout);
  choice(completion->add_option("SHELL", invocation.shell, "bash, zsh or fish")->required(), {"bash", "zsh", "fish"});
  completion->callback([&] { invocation.command = &command_completion; });
}

}  // namespace

void add_arguments(CLI::App& app, Invocation& invocation) {
  app.set_version_flag("--version", std::string("crosscheck ") + CROSSCHECK_VERSION, "print the version and end");
  app.get_help_ptr()->description("print this help and end");
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--rules", invocation.rules, "the rules folder; default: the one that came with the program")
      ->type_name("DIR")
      ->envname("CROSSCHECK_RULES");
  app.add_flag("-q,--quiet", invocation.quiet, "findings, data and errors alone: no summary, no notes, no progress");
  choice(app.add_option("--color", invocation.color,
                        "colour in the terminal report; default auto: on a terminal, unless NO_COLOR is set"),
         {"auto", "always", "never"});
  add_report(app, invocation);
  add_gate(app, invocation);
  add_index(app, invocation);
  add_lines(app, invocation);
  add_explain(app, invocation);
  add_rules(app, invocation);
  add_train(app, invocation);
  add_about(app, invocation);
}

}  // namespace crosscheck
