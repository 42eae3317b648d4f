// The command line goes before the project's file, the file before what is built in. For drafts/quake.txt the file is the
// .crosscheck.yaml in drafts/ or the nearest folder above it; of several articles the first one's counts, and where another
// would find another file, that is said. The day of the run is the clock's unless --today names one: the only place where a
// clock is asked, for "until" in reviews and comments.
#include "cli/settings.h"

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "base/date.h"
#include "cli/loading.h"
#include "cli/output.h"
#include "rulebook/rulebook.h"

namespace crosscheck {
namespace {

std::string day_of_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  char text[16] = "";
  if (::localtime_r(&now, &local) != nullptr) std::strftime(text, sizeof text, "%Y-%m-%d", &local);
  return text;
}

int complain_of_all(const std::vector<Fault>& faults, const std::string& in) {
  for (const Fault& fault : faults) complain(to_string(fault));
  complain(std::to_string(faults.size()) + (faults.size() == 1 ? " fault in " : " faults in ") + in +
           "; nothing was read");
  return kBadUsage;
}

/// The settings file of the first path; others that would be found are told.
std::string project_path(const Invocation& invocation) {
  if (invocation.no_config) return "";
  if (!invocation.config.empty()) return invocation.config;
  const std::string found = invocation.paths.empty() ? "" : find_project(invocation.paths.front());
  for (const std::string& path : invocation.paths) {
    const std::string other = find_project(path);
    if (other == found) continue;
    note(invocation, (found.empty() ? "no settings" : found) + " counts for the whole run, though " + path + " lies " +
                         (other.empty() ? "outside of it" : "below " + other) +
                         "; name one with --config, or check the two apart");
    break;
  }
  return found;
}

void fill_in(const Project& project, Invocation& invocation) {
  const auto set = [](std::string& own, const std::string& other) {
    if (own.empty()) own = other;
  };
  set(invocation.reviews, project.reviews);
  set(invocation.baseline, project.baseline);
  set(invocation.fail_on, project.fail_on);
  set(invocation.run.language, project.language);
  if (!invocation.rules_given && !project.rules.empty()) invocation.rules = project.rules;
  if (invocation.against.empty()) invocation.against = project.against;
  const bool fits =
      project.formats.size() == 1 || !invocation.output.empty();  // several are for a run that has a folder
  if (invocation.formats.empty() && fits) invocation.formats = project.formats;
  if (!invocation.min_confidence) invocation.min_confidence = project.min_confidence;
  if (!project.ignore.empty())
    invocation.run.read.left_out = [project](const std::string& path) { return project.ignores(path); };
}

FailOn fail_on_named(const std::string& name) {
  return name == "never"        ? FailOn::never
         : name == "update"     ? FailOn::update
         : name == "compatible" ? FailOn::compatible
                                : FailOn::contradict;
}

int read_decisions(Invocation& invocation) {
  Decisions& decisions = invocation.run.decisions;
  decisions.today = invocation.today.empty() ? day_of_clock() : invocation.today;
  if (!invocation.reviews.empty()) {
    auto reviews = read_reviews(invocation.reviews);
    if (!reviews.ok()) return complain_of_all(reviews.faults(), "the reviews");
    decisions.reviews = std::move(reviews).value();
    std::error_code error;
    if (!invocation.quiet && invocation.command != &command_serve && !std::filesystem::exists(invocation.reviews, error))
      complain(invocation.reviews + " is not there, so nothing is dismissed; `crosscheck serve` begins one");
  }
  if (invocation.baseline.empty()) return 0;
  auto known = read_known(invocation.baseline);
  if (!known.ok()) return complain_of(known.fault());
  decisions.known = std::move(known).value();
  return 0;
}

}  // namespace

int settle(Invocation& invocation) {
  if (const std::string path = project_path(invocation); !path.empty()) {
    const auto project = load_project(path);
    if (!project.ok()) return complain_of_all(project.faults(), "the settings");
    fill_in(project.value(), invocation);
  }
  if (const int status = check_run_options(invocation); status != 0) return status;
  const auto today = parse_edtf(invocation.today);
  if (!invocation.today.empty() && (!today || today->grain != Grain::day)) {
    complain("--today '" + invocation.today + "' is no day; write YYYY-MM-DD");
    return kBadUsage;
  }
  if (invocation.min_confidence) invocation.run.min_confidence = *invocation.min_confidence;
  invocation.look.fail_on = fail_on_named(invocation.fail_on);
  return read_decisions(invocation);
}

}  // namespace crosscheck
