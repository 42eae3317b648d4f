// One format goes to standard output, several into a folder, with the terminal report printed beside them. Where one of them
// is for GitHub's log, that is printed instead: the host reads nothing else.
#include "cli/reports.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "cli/loading.h"
#include "cli/output.h"

namespace crosscheck {
namespace {

int status_of(const Invocation& invocation, const Report& report) {
  const bool found = std::any_of(report.findings.begin(), report.findings.end(),
                                 [&](const Finding& finding) { return fails(finding, invocation.look.fail_on); });
  return found ? kFindings : report.skipped.empty() ? 0 : kUnread;
}

bool has(const std::vector<Format>& formats, Format format) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

/// Files are written the same on every machine: no colour, a fixed width, no timings.
int write_reports(const Invocation& invocation, const Renderer& renderer, const std::vector<Format>& formats,
                  const Workers& workers) {
  Look look;
  look.all = true;
  look.fail_on = invocation.look.fail_on;
  for (const Format format : formats) {
    const std::string path = (std::filesystem::path(invocation.output) / file_name(format)).string();
    const auto written =
        write_file(path, [&](const WritePart& write) { renderer.render(format, look, write, workers); });
    if (!written.ok()) return complain_of(written.fault());
  }
  return 0;
}

std::string where_reports_are(const Invocation& invocation, const std::vector<Format>& formats) {
  return has(formats, Format::html)
             ? "\nThe full report, with every quote in its article: " +
                   (std::filesystem::path(invocation.output) / file_name(Format::html)).string() + "\n"
             : "\nWritten to " + invocation.output + "\n";
}

/// What the printed format has no place for.
void tell_decisions(const Invocation& invocation, const Report& report, Format printed) {
  if (printed == Format::text || printed == Format::markdown) return;
  for (const std::string& words : decisions_in_words(report)) note(invocation, words);
}

}  // namespace

Result<std::vector<Format>> formats_of(const Invocation& invocation, const std::vector<Format>& by_default) {
  std::vector<Format> formats;
  for (const std::string& name : invocation.formats) {
    const auto found = formats_named(name);
    if (found.empty())
      return Fault{Who::setup, "unknown-format", "no format '" + name + "'; use one of " + format_names(), "--format"};
    for (const Format format : found) {
      if (!has(formats, format)) formats.push_back(format);
    }
  }
  if (formats.empty()) formats = invocation.output.empty() ? std::vector<Format>{Format::text} : by_default;
  if (invocation.output.empty() && formats.size() > 1)
    return Fault{Who::setup, "no-folder", "several files need a folder; add -o DIR", "--format"};
  return formats;
}

int deliver(Invocation& invocation, Report& report, const std::vector<Format>& formats) {
  tell_skipped(report.skipped);
  if (!invocation.quiet) tell_warnings(report.documents);
  invocation.progress.begin(Work::writing, 0);
  if (invocation.output.empty()) {
    tell_decisions(invocation, report, formats.front());
    const std::string text = render(report, formats.front(), invocation.look);
    invocation.line.reset();
    print(text);
    return status_of(invocation, report);
  }
  const auto start = std::chrono::steady_clock::now();
  const auto workers = start_workers(invocation.run.threads);
  const Renderer renderer(report, *workers);
  if (const int status = write_reports(invocation, renderer, formats, *workers); status != 0) return status;
  report.timings.push_back(
      {"render", std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count()});
  invocation.line.reset();
  const bool log = has(formats, Format::github);
  tell_decisions(invocation, report, log ? Format::github : Format::text);
  if (invocation.quiet && !log && invocation.command == &command_report) return status_of(invocation, report);
  print(renderer.render(log ? Format::github : Format::text, invocation.look));
  if (!log && !invocation.quiet) print(where_reports_are(invocation, formats));
  return status_of(invocation, report);
}

}  // namespace crosscheck
