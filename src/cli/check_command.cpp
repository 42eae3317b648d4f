// The gate. `crosscheck check drafts/*.md --against archive` says what in the drafts disagrees with the archive or with itself;
// what the archive's own articles say of each other is nobody's news here. The status is that of `report`.
#include <algorithm>
#include <fstream>

#include "base/memory.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/output.h"
#include "cli/reports.h"
#include "cli/settings.h"

namespace crosscheck {
namespace {

/// A claim store, by the first bytes of its file.
bool is_store(const std::string& path) {
  constexpr std::string_view kMagic("SQLite format 3", 16);
  std::ifstream file(path, std::ios::binary);
  std::string start(kMagic.size(), '\0');
  return file.read(start.data(), static_cast<std::streamsize>(start.size())) && start == kMagic;
}

/// The articles against what they are to be checked against: a corpus, or one store.
Result<Report> checked_against(const Invocation& invocation) {
  const auto store = std::find_if(invocation.against.begin(), invocation.against.end(), is_store);
  if (store == invocation.against.end())
    return run_check(*invocation.rulebook, invocation.paths, invocation.against, invocation.run);
  if (invocation.against.size() > 1)
    return Fault{Who::setup, "store", "a store is checked against alone; index all of the corpus into it", *store};
  const LargePages pages;  // a corpus would take too long for them
  return run_stored_check(*invocation.rulebook, invocation.paths, *store, invocation.run);
}

/// Articles that the settings ignore; the others.
std::vector<std::string> without_ignored(const Invocation& invocation) {
  std::vector<std::string> left;
  for (const std::string& path : invocation.paths) {
    if (path == "-" || !invocation.run.read.left_out || !invocation.run.read.left_out(path)) left.push_back(path);
  }
  return left;
}

}  // namespace

int command_check(Invocation& invocation) {
  if (const int status = settle(invocation); status != 0) return status;
  const auto formats = formats_of(invocation, {Format::text, Format::json});
  if (!formats.ok()) return complain_of(formats.fault());
  if (invocation.against.empty()) {
    complain("nothing to check against; add --against CORPUS, or `against: [CORPUS]` to .crosscheck.yaml");
    return kBadUsage;
  }
  invocation.paths = without_ignored(invocation);
  if (invocation.paths.empty()) {
    note(invocation, "the settings ignore every article that was named; nothing was checked");
    return 0;
  }
  auto rulebook = load_rules(invocation.rules);
  if (!rulebook.ok()) return complain_of_rules(rulebook.faults());
  invocation.rulebook = std::move(rulebook).value();
  auto report = checked_against(invocation);
  if (!report.ok()) return complain_of(*invocation.rulebook, report.fault());
  return deliver(invocation, invocation.report.emplace(std::move(report).value()), formats.value());
}

}  // namespace crosscheck
