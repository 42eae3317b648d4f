// index: what a store holds is brought up to date, and what was done is said on standard error in one line:
//   21578 articles in reuters.store: 3 extracted, 21575 kept
// Standard output stays empty, so that a script that pipes a report next has no line to drop.
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/output.h"

namespace crosscheck {

int command_index(Invocation& invocation) {
  if (const int status = check_run_options(invocation); status != 0) return status;
  auto loaded = load_rules(invocation.rules);
  if (!loaded.ok()) return complain_of_rules(loaded.faults());
  const Rulebook& rulebook = invocation.rulebook.emplace(std::move(loaded).value());
  const auto indexed = run_index(rulebook, invocation.paths, invocation.store, invocation.run);
  if (!indexed.ok()) return complain_of(rulebook, indexed.fault());
  const Indexed& done = indexed.value();
  tell_skipped(done.skipped);
  note(invocation, std::to_string(done.documents) + (done.documents == 1 ? " article in " : " articles in ") +
                       invocation.store + ": " + std::to_string(done.extracted) + " extracted, " +
                       std::to_string(done.documents - done.extracted) + " kept" +
                       (done.unchanged ? "; nothing has changed" : ""));
  return done.skipped.empty() ? 0 : kUnread;
}

}  // namespace crosscheck
