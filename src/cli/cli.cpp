// The command line: CLI11 parses, this file maps commands to `pipeline` and `render` and decides the exit status.
//   crosscheck report corpus/acme -o out    → four files in out/, the summary on standard output, status 1 when
//   something contradicts. A rule fault ends the run with status 2 before the first article is read.
#include "cli/cli.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "cli/commands.h"
#include "cli/output.h"

namespace crosscheck {
namespace {

void add_config(CLI::App& command, Invocation& invocation) {
  auto* config =
      command.add_option("--config", invocation.config,
                         "the project's settings; default: the nearest .crosscheck.yaml above the first path");
  command.add_flag("--no-config", invocation.no_config, "look for no settings")->excludes(config);
}

void add_run_options(CLI::App& command, Invocation& invocation, const std::string& paths = "PATH") {
  command.add_option(paths, invocation.paths, "files and folders; - reads JSONL from standard input")->required();
  command.add_option("--language", invocation.run.language,
                     "language of all documents (BCP 47); default: their own, else told from their words");
  command.add_option("--reference", invocation.run.reference, "date of documents that give none (YYYY-MM-DD)");
  command.add_option("--threads", invocation.run.threads, "workers; the result does not depend on it")
      ->check(CLI::Range(1U, 256U));
}

void add_min_confidence(CLI::App& command, Invocation& invocation) {
  command
      .add_option(
          "--min-confidence", invocation.min_confidence,
          "leave out findings less sure than this, 0 to 1; default 0.5: what is left is more often right than not")
      ->check(CLI::Range(0.0, 1.0));
}

/// What a run is judged by.
void add_decisions(CLI::App& command, Invocation& invocation) {
  add_min_confidence(command, invocation);
  add_config(command, invocation);
  command.add_option("--reviews", invocation.reviews,
                     "what people decided, reviews.jsonl: what is dismissed does not fail");
  command.add_option("--baseline", invocation.baseline,
                     "an earlier report.json, or fingerprints: only what is new fails");
  command.add_option("--today", invocation.today,
                     "the day for `until` in reviews and comments (YYYY-MM-DD); default: today");
}

void add_output(CLI::App& command, Invocation& invocation) {
  command.add_option("-o,--output", invocation.output, "write the files into this folder");
  command.add_option("--format", invocation.formats, format_names() + "; a comma between several")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      .add_option("--fail-on", invocation.fail_on,
                  "contradict (default), update (updates too), compatible (compatible facts too), never")
      ->check(CLI::IsMember({"contradict", "update", "compatible", "never"}));
  command.add_flag("--all", invocation.look.all, "list what only one source says, too");
}

void add_report(CLI::App& app, Invocation& invocation) {
  CLI::App* report = app.add_subcommand("report", "cross-check a corpus");
  add_run_options(*report, invocation);
  report->get_option("PATH")->required(false);
  report->add_option("--store", invocation.store,
                     "a store that `index` made: report on what it holds; with PATH bring it up to date first");
  add_output(*report, invocation);
  add_decisions(*report, invocation);
  report->add_flag("--timings", invocation.look.timings, "say how long each room took");
  report->callback([&] { invocation.command = &command_report; });
}

void add_index(CLI::App& app, Invocation& invocation) {
  CLI::App* index = app.add_subcommand("index", "build or bring up to date a store of claims");
  add_run_options(*index, invocation);
  index->add_option("--store", invocation.store, "the file that keeps the claims; made where there is none")
      ->required();
  index->callback([&] { invocation.command = &command_index; });
}

void add_gate(CLI::App& app, Invocation& invocation) {
  CLI::App* check = app.add_subcommand("check", "do these articles contradict a corpus, or themselves?");
  add_run_options(*check, invocation, "ARTICLE");
  check
      ->add_option("--against", invocation.against,
                   "the corpus: files and folders, or a store that `index` made; may be given again")
      ->allow_extra_args(false);
  add_output(*check, invocation);
  add_decisions(*check, invocation);
  check->callback([&] { invocation.command = &command_check; });
  CLI::App* serve = app.add_subcommand("serve", "the report in a browser on this machine, reviews written to a file");
  add_run_options(*serve, invocation);
  add_decisions(*serve, invocation);
  serve->add_option("--port", invocation.port, "of 127.0.0.1; default: any that is free")->check(CLI::Range(0, 65535));
  serve->callback([&] { invocation.command = &command_serve; });
}

void add_others(CLI::App& app, Invocation& invocation) {
  CLI::App* claims = app.add_subcommand("claims", "one claim a line, JSONL");
  add_run_options(*claims, invocation);
  add_config(*claims, invocation);
  claims->callback([&] { invocation.command = &command_claims; });
  CLI::App* mentions = app.add_subcommand("mentions", "recognized mentions, one document a line, JSONL");
  add_run_options(*mentions, invocation);
  mentions->callback([&] { invocation.command = &command_mentions; });
}

void add_explain(CLI::App& app, Invocation& invocation) {
  CLI::App* explain = app.add_subcommand("explain", "how one finding came about, in words");
  explain->add_option("FINDING", invocation.finding, "its id (f3), or the beginning of its fingerprint")->required();
  add_run_options(*explain, invocation);
  add_min_confidence(*explain, invocation);
  add_config(*explain, invocation);
  explain->callback([&] { invocation.command = &command_explain; });
  CLI::App* why_not = app.add_subcommand("why-not", "why two claims are one fact, or are not");
  const std::string names = "its id (c17), or its place (brief.txt:7 or brief.txt:7:1203)";
  why_not->add_option("CLAIM", invocation.claim, names)->required();
  why_not->add_option("OTHER", invocation.other_claim, names)->required();
  add_run_options(*why_not, invocation);
  add_config(*why_not, invocation);
  why_not->callback([&] { invocation.command = &command_why_not; });
}

void add_train(CLI::App& app, Invocation& invocation) {
  CLI::App* train = app.add_subcommand("train", "fit the linker's models to annotated articles");
  add_run_options(*train, invocation);
  train->add_option("--facts", invocation.training.facts, "annotated facts, JSONL")->required();
  train->add_option("--leave-out", invocation.training.leave_out, "an event that nothing is learned from");
  train->add_option("-o,--output", invocation.output, "the file to write; default: standard output");
  train->callback([&] { invocation.command = &command_train; });
}

void add_rules(CLI::App& app, Invocation& invocation) {
  CLI::App* rules = app.add_subcommand("rules", "for people who write rules");
  rules->require_subcommand(1);
  rules->add_subcommand("check", "are all rule files well formed?")->callback([&] {
    invocation.command = &command_rules_check;
  });
  rules->add_subcommand("test", "do all rules hold on their own examples?")->callback([&] {
    invocation.command = &command_rules_test;
  });
  rules->add_subcommand("list", "one rule a line")->callback([&] { invocation.command = &command_rules_list; });
  CLI::App* explain = rules->add_subcommand("explain", "one rule, its patterns and its examples");
  explain->add_option("RULE", invocation.rule, "a rule's id, as `rules list` prints it")->required();
  explain->callback([&] { invocation.command = &command_rules_explain; });
}

}  // namespace

int run_cli(int argc, char** argv) {
  CLI::App app{"crosscheck reads what several sources wrote and says where their figures and dates disagree.",
               "crosscheck"};
  app.set_version_flag("--version", std::string("crosscheck ") + CROSSCHECK_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  static Invocation* const kept = new Invocation;  // to free a large run piece by piece takes as long as to check it
  Invocation& invocation = *kept;
  invocation.run.threads = default_threads();
  app.add_option("--rules", invocation.rules, "rules folder")->envname("CROSSCHECK_RULES");
  add_report(app, invocation);
  add_index(app, invocation);
  add_gate(app, invocation);
  add_others(app, invocation);
  add_explain(app, invocation);
  add_train(app, invocation);
  add_rules(app, invocation);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kBadUsage;
  }
  invocation.rules_given = !invocation.rules.empty();
  if (!invocation.rules_given) {
    std::error_code error;
    invocation.rules = std::filesystem::is_directory(CROSSCHECK_RULES_DIR, error) ? CROSSCHECK_RULES_DIR
                                                                                  : CROSSCHECK_INSTALLED_RULES_DIR;
  }
  const int status = invocation.command(invocation);
  if (output_failed()) return status == 0 || status == kFindings ? kUnread : status;
  return status;
}

}  // namespace crosscheck
