// `serve`: the report in a browser, with what its reader decides written to a file. It runs until Ctrl-C; the report is that of
// the moment it began, the reviews are read from the file each time the page asks.
#include "serve/serve.h"

#include <atomic>
#include <csignal>

#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/output.h"
#include "cli/settings.h"

namespace crosscheck {
namespace {

std::atomic<ReviewServer*> serving = nullptr;

extern "C" void stop_serving(int /*signal*/) {
  if (ReviewServer* server = serving.load()) server->stop();
}

int serve(const Invocation& invocation, std::string page) {
  auto started = ReviewServer::start(std::move(page), {invocation.reviews, new_token(), invocation.port});
  if (!started.ok()) {
    int status = 0;
    for (const Fault& fault : started.faults()) status = complain_of(fault);
    return status;
  }
  const std::unique_ptr<ReviewServer> server = std::move(started).value();
  serving = server.get();
  std::signal(SIGINT, &stop_serving);
  std::signal(SIGTERM, &stop_serving);
  print("Open " + server->address() + "\nReviews go to " + invocation.reviews + ". Ctrl-C ends it.\n");
  const bool told = !output_failed();
  if (told) server->run();
  serving = nullptr;
  return 0;
}

}  // namespace

int command_serve(Invocation& invocation) {
  if (const int status = settle(invocation); status != 0) return status;
  if (invocation.reviews.empty()) {
    complain("nowhere to write reviews to; add --reviews FILE, or `reviews: FILE` to .crosscheck.yaml");
    return kBadUsage;
  }
  auto rulebook = load_rules(invocation.rules);
  if (!rulebook.ok()) return complain_of_rules(rulebook.faults());
  const auto report = run_report(rulebook.value(), invocation.paths, invocation.run);
  if (!report.ok()) return complain_of(rulebook.value(), report.fault());
  tell_skipped(report.value().skipped);
  for (const std::string& words : decisions_in_words(report.value())) note(invocation, words);
  invocation.progress.begin(Work::writing, 0);
  std::string page = render(report.value(), Format::html, invocation.look);
  invocation.line.reset();
  return serve(invocation, std::move(page));
}

}  // namespace crosscheck
