// The real program, filling a store, killed without warning at a hundred moments: what it had committed is there afterwards,
// the collection is the old one or the new one and never half of either, and the next run extracts only what is missing.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <ctime>

#include "render/render.h"
#include "store/store.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;
using support::shipped_rules;
using support::TemporaryFolder;

std::string program() {
  const char* named = std::getenv("CROSSCHECK_PROGRAM");
#ifdef CROSSCHECK_PROGRAM
  if (named == nullptr) return CROSSCHECK_PROGRAM;
#endif
  return named == nullptr ? "" : named;
}

pid_t start_index(const TemporaryFolder& folder) {
  const std::string name = program(), rules = support::repo_path("rules"), corpus = folder / "corpus.jsonl",
                    store = folder / "s.store", log = folder / "log";
  const pid_t child = ::fork();
  if (child != 0) return child;
  if (::freopen(log.c_str(), "w", stderr) == nullptr) ::_exit(127);
  ::execl(name.c_str(), name.c_str(), "--rules", rules.c_str(), "index", corpus.c_str(), "--store", store.c_str(),
          nullptr);
  ::_exit(127);
}

void wait_us(std::int64_t microseconds) {
  const timespec time{microseconds / 1000000, static_cast<long>(microseconds % 1000000 * 1000)};
  ::nanosleep(&time, nullptr);
}

/// True when it ended by itself before.
bool kill_after(pid_t child, std::int64_t microseconds) {
  wait_us(microseconds);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status);
}

/// Once so many bytes lie in the store's log, which is empty when a run begins. True when it ended by itself before.
bool kill_at(pid_t child, const TemporaryFolder& folder, std::uintmax_t log_bytes, std::int64_t microseconds) {
  for (;;) {
    int status = 0;
    if (::waitpid(child, &status, WNOHANG) == child) return true;
    std::error_code none;
    const auto size = std::filesystem::file_size(folder / "s.store-wal", none);
    if (!none && size >= log_bytes) return kill_after(child, microseconds);
    wait_us(200);
  }
}

std::string row(const std::string& id, std::uint64_t number) {
  const std::string n = std::to_string(number), worth = std::to_string(10 + number % 90);
  return R"({"id": ")" + id + R"(", "language": "en", "published": "2024-05-01", "text": "Firm)" + n +
         " Corp was valued at $" + worth + " billion in May 2023. It employs " + n +
         ",400 people in 12 plants. Sales rose " + worth + R"( percent to $3.4 billion, Firm)" + n +
         R"( said on Tuesday."})" + "\n";
}

struct Held {
  std::unordered_set<std::string> keys;
  std::uint32_t documents = 0;
};

/// Everything in the store, each article read.
Held held(const TemporaryFolder& folder) {
  Held held;
  if (!std::filesystem::exists(folder / "s.store")) return held;
  {
    auto writer = Store::open(folder / "s.store", Store::Access::write);
    if (!writer.ok()) FAIL(to_string(writer.fault()));
    held.keys = writer.value().keys().value();
  }
  auto reader = Store::open(folder / "s.store", Store::Access::read);
  if (!reader.ok()) FAIL(to_string(reader.fault()));
  held.documents = reader.value().documents().value();
  for (std::uint32_t i = 0; i < held.documents; ++i) {
    const auto article = reader.value().article(i);
    if (!article.ok()) FAIL(to_string(article.fault()));
    held.keys.erase("");
    CHECK(held.keys.contains(article.value().key));
  }
  return held;
}

std::int64_t whole_run_us(const TemporaryFolder& folder) {
  const auto start = std::chrono::steady_clock::now();
  int status = 0;
  ::waitpid(start_index(folder), &status, 0);
  CHECK(WIFEXITED(status));
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
}

TEST_CASE("a run that fills a store may be killed at any instant", "[property][store][kill]") {
  REQUIRE_FALSE(program().empty());
  constexpr int kKills = 100, kAmid = 20, kMostKills = 1000;
  constexpr std::size_t kDocuments = 200, kChanged = 140;
  const TemporaryFolder folder;
  Dice dice(7);
  std::vector<std::uint64_t> numbers(kDocuments);
  for (std::size_t i = 0; i < kDocuments; ++i) numbers[i] = i;
  const auto write = [&] {
    std::string rows;
    for (std::size_t i = 0; i < kDocuments; ++i) rows += row("d" + std::to_string(i), numbers[i]);
    folder.write("corpus.jsonl", rows);
  };
  std::uint64_t last_number = kDocuments;  // no two documents are one
  const auto change = [&] {
    for (std::size_t i = 0; i < kChanged; ++i) numbers[dice.below(kDocuments)] = ++last_number;
    write();
  };
  write();
  const std::int64_t whole_us = whole_run_us(folder);
  change();
  Held before = held(folder);
  int killed = 0, amid = 0, ended = 0;
  while (killed < kMostKills && (killed < kKills || amid < kAmid)) {  // a busy machine commits less between two kills
    const pid_t child = start_index(folder);
    const bool ran_out = killed % 2 == 0 ? kill_after(child, dice.between(0, whole_us))
                                         : kill_at(child, folder, 1 + dice.below(600000), dice.between(0, 5000));
    const Held after = held(folder);
    CHECK((after.documents == before.documents || after.documents == kDocuments));
    if (ran_out) {
      ++ended;
      CHECK(after.documents == kDocuments);
      CHECK(after.keys.size() == kDocuments);  // what nobody names any more is forgotten
    } else {
      ++killed;
      const bool replaced = after.keys.size() == kDocuments && after.keys != before.keys;
      for (const std::string& key : before.keys) CHECK((replaced || after.keys.contains(key)));
      amid += after.keys.size() > before.keys.size() ? 1 : 0;
    }
    before = after;
    if (ran_out || before.keys.size() >= kDocuments + kChanged) change();  // so that the next kill falls amid work
  }
  CHECK(amid >= kAmid);  // of those killed so many had committed something
  const auto corpus = read_for_run(shipped_rules(), {folder / "corpus.jsonl"}, RunOptions{});
  REQUIRE(corpus.ok());
  const std::size_t known = held(folder).keys.size();
  const auto last = run_index(shipped_rules(), {folder / "corpus.jsonl"}, folder / "s.store", RunOptions{});
  REQUIRE(last.ok());
  CHECK(last.value().documents == kDocuments);
  CHECK(held(folder).keys.size() == kDocuments);
  WARN("killed " << killed << " times, " << amid << " of them with new commits; " << ended
                 << " runs ended before; the last run extracted " << last.value().extracted << " of " << kDocuments
                 << ", " << known << " extractions being there");
  const auto stored = run_stored_report(shipped_rules(), folder / "s.store", RunOptions{});
  const auto clean = run_report(shipped_rules(), {folder / "corpus.jsonl"}, RunOptions{});
  REQUIRE((stored.ok() && clean.ok()));
  CHECK(render(stored.value(), Format::json, Look{}) == render(clean.value(), Format::json, Look{}));
}

TEST_CASE("the run after a kill extracts what the killed one had not committed, and nothing else",
          "[property][store][kill]") {
  Dice dice(9);
  for (int round = 0; round < 5; ++round) {
    const TemporaryFolder folder;
    std::string rows;
    for (std::uint64_t i = 0; i < 400; ++i) rows += row("d" + std::to_string(i), i);
    folder.write("corpus.jsonl", rows);
    const pid_t child = start_index(folder);
    kill_at(child, folder, 200000, dice.between(0, 100000));
    const Held committed = held(folder);
    const pid_t next = start_index(folder);
    int status = 0;
    ::waitpid(next, &status, 0);
    REQUIRE(WIFEXITED(status));
    const std::string log = support::read_file(folder / "log");
    INFO(log);
    const std::string expected = std::to_string(400 - (committed.documents == 400 ? 400 : committed.keys.size()));
    CHECK(log.find(": " + expected + " extracted") != std::string::npos);
  }
}

}  // namespace
}  // namespace crosscheck
