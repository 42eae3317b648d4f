// What the commands have in common around the run itself: the rulebook, complaints, what was not read. A fault of the rules is
// told with all its siblings; twenty skipped files are named and the rest counted, for the report lists them all.
#include "cli/loading.h"

#include <algorithm>
#include <chrono>

#include "base/date.h"
#include "base/memory.h"
#include "cli/output.h"
#include "cli/settings.h"

namespace crosscheck {

Checked<Rulebook> load_rules(const std::string& directory) {
  const LargePages pages;
  return load_rulebook(directory, Loading::as_needed, *start_workers(default_threads()));
}

Checked<Rulebook> load_timed(const std::string& directory, std::vector<Timing>& timings) {
  const auto start = std::chrono::steady_clock::now();
  auto rulebook = load_rules(directory);
  timings.push_back(
      {"rulebook", std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count()});
  return rulebook;
}

int complain_of_rules(const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) complain(to_string(fault));
  complain(std::to_string(faults.size()) + (faults.size() == 1 ? " fault" : " faults") +
           " in the rules; nothing was read");
  return kBadUsage;
}

void note(const Invocation& invocation, const std::string& text) {
  if (!invocation.quiet) complain(text);
}

int complain_of(const Fault& fault) {
  complain(to_string(fault));
  return fault.who == Who::input || fault.who == Who::machine ? kUnread : kBadUsage;
}

int complain_of(const Rulebook& rulebook, const Fault& fault) {
  const std::vector<Fault> faults = rulebook.late_faults();
  return faults.empty() ? complain_of(fault) : complain_of_rules(faults);
}

int with_report(Invocation& invocation, const std::function<int(const Rulebook&, const Report&)>& use) {
  if (const int status = settle(invocation); status != 0) return status;
  auto rulebook = load_rules(invocation.rules);
  if (!rulebook.ok()) return complain_of_rules(rulebook.faults());
  const auto report = run_report(rulebook.value(), invocation.paths, invocation.run);
  if (!report.ok()) return complain_of(rulebook.value(), report.fault());
  tell_skipped(report.value().skipped);
  if (!invocation.quiet) tell_warnings(report.value().documents);
  invocation.line.reset();
  if (const int status = use(rulebook.value(), report.value()); status != 0) return status;
  return report.value().skipped.empty() ? 0 : kUnread;
}

void tell_skipped(const Skipped& skipped) {
  complain("skipped " + skipped.path + ": " + skipped.reason + " [" + skipped.code + "]");
}

void tell_skipped(const std::vector<Skipped>& skipped) {
  constexpr std::size_t kShown = 20;
  for (std::size_t i = 0; i < std::min(skipped.size(), kShown); ++i) tell_skipped(skipped[i]);
  if (skipped.size() > kShown)
    complain("… and " + std::to_string(skipped.size() - kShown) + " more, listed in the report");
}

void tell_warnings(const Document& document) {
  for (const std::string& warning : document.warnings) complain("read " + document.path + ", but " + warning);
}

void tell_warnings(const std::vector<Document>& documents) {
  constexpr std::size_t kShown = 20;
  std::size_t warned = 0;
  for (const Document& document : documents) {
    if (!document.warnings.empty() && ++warned <= kShown) tell_warnings(document);
  }
  if (warned > kShown)
    complain("… and " + std::to_string(warned - kShown) + " more articles with warnings, in the report");
}

int check_run_options(const Invocation& invocation) {
  if (invocation.run.reference.empty() || parse_edtf(invocation.run.reference)) return 0;
  complain("--reference '" + invocation.run.reference + "' is no date; write YYYY-MM-DD");
  return kBadUsage;
}

}  // namespace crosscheck
