// report, claims, mentions. Data goes to standard output, what was skipped to standard error; unread input is
// status 3 unless findings already make it 1.
#include "cli/commands.h"

#include "cli/loading.h"
#include "cli/output.h"
#include "cli/reports.h"
#include "cli/settings.h"

namespace crosscheck {
namespace {

Result<Report> report_of(const Invocation& invocation) {
  const Rulebook& rulebook = *invocation.rulebook;
  if (invocation.store.empty()) return run_report(rulebook, invocation.paths, invocation.run);
  if (!invocation.paths.empty()) {
    const auto indexed = run_index(rulebook, invocation.paths, invocation.store, invocation.run);
    if (!indexed.ok()) return indexed.fault();
  }
  return run_stored_report(rulebook, invocation.store, invocation.run);
}

}  // namespace

int command_report(Invocation& invocation) {
  if (const int status = settle(invocation); status != 0) return status;
  const auto formats = formats_of(invocation, {Format::json, Format::markdown, Format::text, Format::html});
  if (!formats.ok()) return complain_of(formats.fault());
  if (invocation.paths.empty() && invocation.store.empty()) {
    complain("nothing to report on; name files or folders, or a store with --store FILE");
    return kBadUsage;
  }
  std::vector<Timing> timings;
  auto rulebook = load_timed(invocation.rules, timings);
  if (!rulebook.ok()) return complain_of_rules(rulebook.faults());
  invocation.rulebook = std::move(rulebook).value();
  auto report = report_of(invocation);
  if (!report.ok()) return complain_of(*invocation.rulebook, report.fault());
  Report& result = invocation.report.emplace(std::move(report).value());
  result.timings.insert(result.timings.begin(), timings.begin(), timings.end());
  return deliver(invocation, result, formats.value());
}

int command_claims(Invocation& invocation) {
  return with_report(invocation, [](const Rulebook&, const Report& report) {
    for (const Claim& claim : report.claims) print(render_claim(report, claim) + "\n");
    return 0;
  });
}

int command_mentions(Invocation& invocation) {
  if (const int status = check_run_options(invocation); status != 0) return status;
  auto rulebook = load_rules(invocation.rules);
  if (!rulebook.ok()) return complain_of_rules(rulebook.faults());
  if (prints_to_terminal()) invocation.line.reset();  // the data tells how far it is
  const bool quiet = invocation.quiet;
  const MentionsReceiver receiver{[quiet](const Document& document, const Article& article) {
                                    if (!quiet) tell_warnings(document);
                                    print(render_mentions(document, article) + "\n");
                                    return !output_closed();
                                  },
                                  [](const Skipped& skipped) { tell_skipped(skipped); }};
  const auto skipped = run_mentions(rulebook.value(), invocation.paths, invocation.run, receiver);
  if (!skipped.ok()) return complain_of(rulebook.value(), skipped.fault());
  return skipped.value() == 0 ? 0 : kUnread;
}

}  // namespace crosscheck
