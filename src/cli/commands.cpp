// report, claims, mentions. Data goes to standard output, what was skipped to standard error; unread input is
// status 3 unless findings already make it 1.
#include "cli/commands.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "cli/loading.h"
#include "cli/output.h"

namespace crosscheck {
namespace {

Result<std::vector<Format>> formats_of(const Invocation& invocation) {
  std::vector<Format> formats;
  for (const std::string& name : invocation.formats) {
    const auto format = format_named(name);
    if (!format)
      return Fault{Who::setup, "unknown-format", "no format '" + name + "'; use html, json, md or text", "--format"};
    formats.push_back(*format);
  }
  if (!formats.empty()) return formats;
  if (invocation.output.empty()) return std::vector<Format>{Format::text};
  return std::vector<Format>{Format::json, Format::markdown, Format::text, Format::html};
}

/// Files are written the same on every machine: no colour, a fixed width, no timings.
int write_reports(const Invocation& invocation, const Report& report, const std::vector<Format>& formats) {
  const auto workers = start_workers(invocation.run.threads);
  Look look;
  look.all = true;
  for (const Format format : formats) {
    const std::string path = (std::filesystem::path(invocation.output) / file_name(format)).string();
    const auto written =
        write_file(path, [&](const WritePart& write) { render(report, format, look, write, *workers); });
    if (!written.ok()) return complain_of(written.fault());
  }
  return 0;
}

std::string where_reports_are(const Invocation& invocation, const std::vector<Format>& formats) {
  const bool page = std::find(formats.begin(), formats.end(), Format::html) != formats.end();
  return page ? "\nThe full report, with every quote in its article: " +
                    (std::filesystem::path(invocation.output) / file_name(Format::html)).string() + "\n"
              : "\nWritten to " + invocation.output + "\n";
}

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

int status_of(const Invocation& invocation, const Report& report) {
  const bool found = std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    const bool clash = finding.relation == Relation::contradict || finding.relation == Relation::inconsistent;
    if (invocation.fail_on == "compatible")
      return clash || finding.relation == Relation::compatible || finding.relation == Relation::update;
    return invocation.fail_on == "contradict" && clash;
  });
  return found ? kFindings : report.skipped.empty() ? 0 : kUnread;
}

int command_report(Invocation& invocation) {
  const auto formats = formats_of(invocation);
  if (!formats.ok()) return complain_of(formats.fault());
  if (const int status = check_run_options(invocation); status != 0) return status;
  if (invocation.paths.empty() && invocation.store.empty()) {
    complain("nothing to report on; name files or folders, or a store with --store FILE");
    return kBadUsage;
  }
  if (invocation.output.empty() && formats.value().size() > 1) {
    complain("several formats need a folder; add -o DIR");
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
  tell_skipped(result.skipped);
  invocation.look.colour = terminal();
  invocation.look.width = terminal_width();
  if (invocation.output.empty()) {
    print(render(result, formats.value().front(), invocation.look));
    return status_of(invocation, result);
  }
  const auto start = std::chrono::steady_clock::now();
  if (const int status = write_reports(invocation, result, formats.value()); status != 0) return status;
  result.timings.push_back(
      {"render", std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count()});
  print(render(result, Format::text, invocation.look) + where_reports_are(invocation, formats.value()));
  return status_of(invocation, result);
}

int command_claims(Invocation& invocation) {
  return with_report(invocation, [](const Rulebook&, const Report& report) {
    for (const Claim& claim : report.claims) print(render_claim(report, claim) + "\n");
    return 0;
  });
}

int command_mentions(Invocation& invocation) {
  if (const int status = check_run_options(invocation); status != 0) return status;
  auto rulebook = load_rulebook(invocation.rules, Loading::as_needed);
  if (!rulebook.ok()) return complain_of_rules(rulebook.faults());
  const MentionsReceiver receiver{[](const Document& document, const Article& article) {
                                    print(render_mentions(document, article) + "\n");
                                    return !output_closed();
                                  },
                                  [](const Skipped& skipped) { tell_skipped(skipped); }};
  const auto skipped = run_mentions(rulebook.value(), invocation.paths, invocation.run, receiver);
  if (!skipped.ok()) return complain_of(rulebook.value(), skipped.fault());
  return skipped.value() == 0 ? 0 : kUnread;
}

}  // namespace crosscheck
