// index: what a store holds is brought up to date, and what was done is said on standard error in one line:
//   21578 articles in reuters.store: 3 extracted, 21575 kept
// Standard output stays empty, so that a script that pipes a report next has no line to drop.
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/output.h"

namespace crosscheck {

int command_index(Invocation& invocation) {
  if (const int status = check_run_options(invocation); status != 0) return status;
  auto loaded = load_rulebook(invocation.rules, Loading::as_needed);
  if (!loaded.ok()) return complain_of_rules(loaded.faults());
  const Rulebook& rulebook = invocation.rulebook.emplace(std::move(loaded).value());
  const auto indexed = run_index(rulebook, invocation.paths, invocation.store, invocation.run);
  if (!indexed.ok()) return complain_of(rulebook, indexed.fault());
  const Indexed& done = indexed.value();
  tell_skipped(done.skipped);
  complain(std::to_string(done.documents) + (done.documents == 1 ? " article in " : " articles in ") +
           invocation.store + ": " + std::to_string(done.extracted) + " extracted, " +
           std::to_string(done.documents - done.extracted) + " kept" + (done.unchanged ? "; nothing has changed" : ""));
  return done.skipped.empty() ? 0 : kUnread;
}

/// Articles against a store. The findings in one format on standard output; what fails the check is as for `report`.
int command_check_store(Invocation& invocation) {
  const auto format = format_named(invocation.formats.empty() ? "text" : invocation.formats.front());
  if (!format || invocation.formats.size() > 1) {
    complain("--format takes one of text, json, md, html");
    return kBadUsage;
  }
  if (const int status = check_run_options(invocation); status != 0) return status;
  auto loaded = load_rulebook(invocation.rules, Loading::as_needed);
  if (!loaded.ok()) return complain_of_rules(loaded.faults());
  const Rulebook& rulebook = invocation.rulebook.emplace(std::move(loaded).value());
  auto articles = read_for_run(rulebook, invocation.paths, invocation.run);
  if (!articles.ok()) return complain_of(rulebook, articles.fault());
  auto checked = check_articles(rulebook, invocation.store, std::move(articles).value(), invocation.run);
  if (!checked.ok()) return complain_of(rulebook, checked.fault());
  Report& report = invocation.report.emplace(std::move(checked).value());
  tell_skipped(report.skipped);
  invocation.look.colour = terminal();
  invocation.look.width = terminal_width();
  print(render(report, *format, invocation.look));
  return status_of(invocation, report);
}

}  // namespace crosscheck
