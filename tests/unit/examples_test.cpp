// The examples of --help and the manual page, each run in a shell as a reader would, in a folder with the files that they name.
#include "cli/guide/guide.h"
#include "program.h"

namespace crosscheck {
namespace {

using support::has, support::quoted, support::read_file, support::repo_path, support::TemporaryFolder;

const std::string kHarlow =
    R"({"id": "a", "published": "2025-03-04", "language": "en", "text": "An earthquake struck Harlow. At least 34 people were killed."})"
    "\n"
    R"({"id": "b", "published": "2025-03-05", "language": "en", "text": "The earthquake in Harlow killed 34 people."})"
    "\n";
const std::string kFact = R"({"topic": "harlow", "values": [{"value": "34", "mentions": [)"
                          R"({"doc": "a", "surface": "34", "quote": "At least 34 people were killed."}, )"
                          R"({"doc": "b", "surface": "34", "quote": "The earthquake in Harlow killed 34 people."}]}]})"
                          "\n";

/// A folder as the examples have it: their files, and a `crosscheck` that is this build's.
class Desk {
 public:
  Desk() {
    const std::string price = "Globex acquired Initech for $3 billion in May 2023.\n";
    for (const char* file : {"articles/a.txt", "archive/a.txt"}) folder_.write(file, price);
    folder_.write("articles/b.txt", "In May 2023, Globex acquired Initech for $5 billion.\n");
    folder_.write("draft.txt", "In May 2023, Globex acquired Initech for $5 billion.\n");
    folder_.write("rows.jsonl", kHarlow);
    folder_.write("facts.jsonl", kFact);
    folder_.write("reviews.jsonl", "");
    folder_.write("bin/crosscheck", "#!/bin/sh\nexec " + quoted(support::program()) + " \"$@\"\n");
    support::fs::permissions(folder_ / "bin/crosscheck", support::fs::perms::owner_all);
    run("crosscheck report articles -o out; crosscheck index archive --store archive.store");
  }
  support::Ended run(const std::string& line) {
    folder_.write("line", line + "\n");
    const std::string command = "cd " + quoted(folder_.path()) + " && env HOME=" + quoted(folder_.path()) +
                                " CROSSCHECK_RULES=" + quoted(repo_path("rules")) + " PATH=" + quoted(folder_ / "bin") +
                                ":\"$PATH\" timeout 120 bash -o pipefail line >stdout 2>stderr </dev/null";
    const int raw = std::system(command.c_str());
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, read_file(folder_ / "stdout"), read_file(folder_ / "stderr"), 0};
  }
  std::string operator/(const std::string& below) const { return folder_ / below; }

 private:
  TemporaryFolder folder_;
};

/// `serve` runs until it is told to stop, so it is, once it says where it is.
std::string ended_by_hand(const std::string& line) {
  return "rm -f address\n" + line +
         " > address &\nuntil grep -qs '^Open http' address || ! kill -0 $!; do sleep 0.05; done\nkill -TERM $!\nwait "
         "$!";
}

TEST_CASE("every example of the help does what it says, with status 0 or 1", "[unit][guide]") {
  Desk desk;
  for (const GuideExample& example : examples()) {
    std::string line(example.line);
    if (const std::size_t port = line.find("8765"); port != std::string::npos)
      line.replace(port, 4, "0");  // a free one
    if (example.command == "serve") line = ended_by_hand(line);
    if (has(line, "less") && std::system("command -v less >/dev/null") != 0) continue;
    if (has(line, "| man ") && std::system("command -v man >/dev/null") != 0) continue;
    const support::Ended ended = desk.run(line);
    INFO(example.line << "\n" << ended.out << ended.err);
    CHECK((ended.status == 0 || ended.status == 1));
    CHECK_FALSE(has(ended.err, "crosscheck: unknown"));
    CHECK_FALSE(has(ended.err, "command not found"));
  }
  CHECK(support::fs::exists(desk / "out/report.sarif"));
  CHECK(has(read_file(desk / "model.yaml"), "models:"));
}

TEST_CASE("every command has two to four examples, and no example is of something else", "[unit][guide]") {
  std::map<std::string_view, int> count;
  for (const GuideExample& example : examples()) {
    ++count[example.command];
    INFO(example.line);
    CHECK(has(std::string(example.line), "crosscheck " + std::string(example.command)));
  }
  for (const char* command :
       {"", "report", "check", "serve", "index", "claims", "mentions", "explain", "why-not", "train", "rules",
        "rules check", "rules test", "rules list", "rules explain", "help", "completion"}) {
    INFO(command);
    CHECK(count[command] >= 2);
    CHECK(count[command] <= 4);
  }
  CHECK(count.size() == 17);
}

}  // namespace
}  // namespace crosscheck
