// How far a run has come: what is counted, how it is put in words, and that it stands on a terminal alone and leaves no trace.
#include <thread>

#include "base/progress.h"
#include "cli/progress.h"
#include "terminal.h"

namespace crosscheck {
namespace {

using support::has, support::on_terminal, support::TemporaryFolder;

TEST_CASE("progress tells the room, what is done of all, the rate and the time left", "[unit][progress]") {
  CHECK(progress_words({Work::extracting, 12345, 21578, 0, 0, 10}) ==
        "extracting 12,345 of 21,578 articles · 1,234/s · 8 s left");
  CHECK(progress_words({Work::extracting, 100, 36100, 0, 0, 10}) ==
        "extracting 100 of 36,100 articles · 10/s · 1 h 00 min left");
  CHECK(progress_words({Work::reading, 5000, 0, 30'000'000, 120'000'000, 2}) ==
        "reading 5,000 articles · 30 of 120 MB · 2,500/s · 15 MB/s · 6 s left");
  CHECK(progress_words({Work::linking, 0, 21578, 0, 0, 11.2}) == "linking 21,578 articles · 12 s");
}

TEST_CASE("progress invents nothing: no total, no time left; no time, no rate; no work, no words", "[unit][progress]") {
  CHECK(progress_words({Work::reading, 1, 0, 400'000, 0, 2}) == "reading 1 article · 0.4 MB · 0.5/s · 0.2 MB/s");
  CHECK(progress_words({Work::extracting, 3, 10, 0, 0, 0.1}) == "extracting 3 of 10 articles");
  CHECK(progress_words({Work::extracting, 0, 10, 0, 0, 5}) == "extracting 0 of 10 articles · 0.0/s");
  CHECK(progress_words({Work::reading, 10, 0, 5'000'000, 5'000'000, 2}) ==
        "reading 10 articles · 5.0 of 5.0 MB · 5.0/s · 2.5 MB/s");
  CHECK(progress_words({}).empty());
}

TEST_CASE("every article and every byte of the files is counted, with one thread and four", "[unit][progress]") {
  const TemporaryFolder folder;
  std::string rows;
  for (int i = 0; i < 50; ++i)
    rows += R"({"id": ")" + std::to_string(i) + R"(", "text": "It cost $5 million.", "language": "en"})" + "\n";
  folder.write("in/rows.jsonl", rows);
  folder.write("in/a.txt", "It cost $6 million.\n");
  for (const unsigned threads : {1U, 4U}) {
    Progress progress;
    RunOptions options;
    options.threads = threads;
    options.progress = &progress;
    MentionsReceiver receiver{[](const Document&, const Article&) { return true; }, [](const Skipped&) {}};
    REQUIRE(run_mentions(support::shipped_rules(), {folder / "in"}, options, receiver).ok());
    CHECK(progress.done() == 51);
    CHECK(progress.bytes() == rows.size() + 20);
    CHECK(progress.total_bytes() == progress.bytes());
    REQUIRE(run_report(support::shipped_rules(), {folder / "in"}, options).ok());
    CHECK(progress.work() == Work::checking);
    CHECK(progress.total() == 51);
    REQUIRE(
        run_index(support::shipped_rules(), {folder / "in"}, folder / ("s" + std::to_string(threads)), options).ok());
    CHECK(progress.total() == 51);
  }
}

TEST_CASE("a pulse beats until it is let go, and not once more", "[unit][progress]") {
  std::atomic<int> beats = 0;
  auto pulse = start_pulse(std::chrono::milliseconds(1), [&] { ++beats; });
  while (beats < 3) std::this_thread::yield();
  pulse.reset();
  const int then = beats;
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  CHECK(beats == then);
}

const std::string kRow = R"(echo '{"id": "1", "text": "It cost $5 million."}')";
const std::string kSlowRows =
    R"({ for i in 1 2 3 4 5 6 7 8; do echo '{"id": "'$i'", "text": "It cost $5 million."}'; sleep 0.25; done; })";

TEST_CASE("on a terminal a long run says how far it is, and leaves a clean line", "[unit][progress]") {
  const TemporaryFolder folder;
  for (const std::string command : {"mentions - > out", "report - --format json > out"}) {
    const auto screen =
        on_terminal(folder, "{ " + kRow + "; await seen1; } | crosscheck " + command, "xterm", {"reading 1"});
    INFO(command << ": " << screen.shown);
    CHECK(screen.status == 0);
    CHECK(has(screen.shown, "\r\x1b[Kreading "));
    CHECK(has(screen.shown, "reading 1 article · 0.0 MB"));
    CHECK(screen.shown.ends_with("\r\x1b[K"));
    CHECK(screen.shown.find('\n') == std::string::npos);
  }
}

TEST_CASE("what is said beside the progress stands on a line of its own", "[unit][progress]") {
  const TemporaryFolder folder;
  const auto screen =
      on_terminal(folder, "{ await seen1; echo '{oops}'; await seen2; " + kRow + "; } | crosscheck mentions - > out",
                  "xterm", {"reading 0", "\n\r\x1b[Kreading 0"});
  INFO(screen.shown);
  CHECK(screen.status == 3);
  CHECK(has(screen.shown, "\x1b[Kcrosscheck: skipped -:1: not JSON"));
  CHECK(has(screen.shown, "[not-json]\r\n\r\x1b[Kreading 0"));
  CHECK(screen.shown.ends_with("\r\x1b[K"));
}

TEST_CASE("there is no progress in a pipe, on a dumb terminal, with --quiet, or in a short run", "[unit][progress]") {
  const TemporaryFolder folder;
  const auto piped = on_terminal(folder, kSlowRows + " | crosscheck mentions - > out 2> err");
  CHECK(piped.shown.empty());
  CHECK(support::read_file(folder / "err").empty());
  CHECK(on_terminal(folder, kSlowRows + " | crosscheck mentions - --quiet > out").shown.empty());
  CHECK(on_terminal(folder, kSlowRows + " | crosscheck mentions - > out", "dumb").shown.empty());
  folder.write("a.txt", "It cost $5 million.\n");
  CHECK(on_terminal(folder, "crosscheck mentions a.txt > out").shown.empty());
}

TEST_CASE("data on a terminal is not mixed with progress", "[unit][progress]") {
  const TemporaryFolder folder;
  const auto screen = on_terminal(folder, kSlowRows + " | crosscheck mentions -");
  CHECK(screen.status == 0);
  CHECK_FALSE(has(screen.shown, "reading"));
  CHECK_FALSE(has(screen.shown, "\x1b"));
}

}  // namespace
}  // namespace crosscheck
