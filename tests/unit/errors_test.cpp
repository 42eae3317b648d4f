// A walk over what can go wrong between a person and the program. Each message names the file, the line where there is one, and
// what to do next; each is one line, and none comes with data.
#include <sstream>

#include "program.h"

namespace crosscheck {
namespace {

using support::Ended, support::has, support::quoted, support::read_file, support::run, support::TemporaryFolder;

struct Mishap {
  std::string words;  ///< of the command line, blanks between
  int status;
  std::vector<std::string> told;  ///< in the message: where, what, and the next step
};

/// A desk with something wrong on it.
void lay_out(const TemporaryFolder& folder) {
  const std::string price = "Globex acquired Initech for $3 billion in May 2023.\n";
  folder.write("a.txt", price);
  folder.write("archive/a.txt", price);
  folder.write("archive/b.txt", price + "Nobody minded.\n");
  support::fs::create_directory(folder / "empty");
  folder.write("table.xlsx", "x");
  folder.write("latin1.txt", "one\ntwo caf\xe9\n");
  folder.write("rows.jsonl", "{\"text\": \"It cost $5.\"}\n{oops}\n");
  folder.write("bad.yaml", "against: [archive]\nfail-on: sometimes\n");
  folder.write("broken.yaml", "against: [\n");
  folder.write("reviews.jsonl", "{\"fingerprint\": \"3f0c9a2b11d4e5f6\", \"state\": \"dismissed\"}\n");
  folder.write("cut.jsonl", "{\"fingerprint\": \"3f0c9a2b11d4e5f6\", \"state\": \"accepted\"}\n{\"finger");
  folder.write("baseline", "3f0c9a2b11d4e5f6\nnonsense!\n");
  folder.write("baseline.json", "{}");
  folder.write("plain.store", "not a store");
  folder.write("facts.jsonl", "{\"topic\": \"x\", \"values\": []}\n{\"topic\": 1}\n");
  folder.write("rules/en/words.yaml", "lists: [\n");
  REQUIRE(run(folder, {"index", "archive", "--store", "good.store"}).status == 0);
  REQUIRE(run(folder, {"index", "archive", "--store", "newer.store"}).status == 0);
  const std::string newer = folder / "newer.store";
  std::string bytes = read_file(newer);
  bytes[63] = '\x7f';  // SQLite's user_version, big-endian at byte 60, is the schema
  folder.write("newer.store", bytes);
  std::string foreign = read_file(folder / "good.store");
  foreign[71] = '\x01';  // its application_id at byte 68
  folder.write("foreign.store", foreign);
}

const std::vector<Mishap>& mishaps() {
  static const std::vector<Mishap> kMishaps = {
      {"report missing", 3, {"missing: ", "no such file or folder", "check the spelling"}},
      {"report table.xlsx", 3, {"table.xlsx: ", "names no format", "known are .txt"}},
      {"report latin1.txt", 3, {"skipped latin1.txt: ", "byte 0xE9 at offset 11, line 2", "UTF-8"}},
      {"mentions rows.jsonl", 3, {"skipped rows.jsonl:2: ", "not JSON at byte 2", "mend the row"}},
      {"claims rows.jsonl", 3, {"skipped rows.jsonl:2: ", "mend the row"}},
      {"report", 2, {"nothing to report on", "--store FILE"}},
      {"repot a.txt", 2, {"unknown command 'repot'", "did you mean 'report'?", "`crosscheck --help`"}},
      {"report a.txt --al", 2, {"unknown option --al", "did you mean --all?", "`crosscheck report --help`"}},
      {"report a.txt --threads many", 2, {"--threads", "many", "`crosscheck report --help`"}},
      {"report a.txt --threads 0", 2, {"--threads: Value 0 not in range 1 to 256"}},
      {"report a.txt --fail-on x", 2, {"--fail-on: x not in", "contradict", "never"}},
      {"report a.txt --color blue", 2, {"--color: blue not in", "auto"}},
      {"report a.txt --format pdf", 2, {"--format: ", "no format 'pdf'", "use one of text, json"}},
      {"report a.txt --format json,md", 2, {"--format: ", "add -o DIR"}},
      {"report a.txt --reference soon", 2, {"--reference 'soon'", "write YYYY-MM-DD"}},
      {"report a.txt --today soon", 2, {"--today 'soon'", "write YYYY-MM-DD"}},
      {"report a.txt --config none.yaml", 2, {"none.yaml: ", "check that it exists"}},
      {"report a.txt --config bad.yaml", 2, {"bad.yaml:2:10: ", "'sometimes'", "write one of contradict"}},
      {"report a.txt --config broken.yaml", 2, {"broken.yaml:2:1: ", "not YAML", "check indentation"}},
      {"report a.txt --reviews reviews.jsonl", 2, {"reviews.jsonl:1: ", "reason"}},
      {"report a.txt --reviews cut.jsonl", 2, {"cut.jsonl:2: ", "not JSON", "mend the line or remove it"}},
      {"report a.txt --baseline none", 2, {"none: ", "no such file", "write one with `crosscheck report"}},
      {"report a.txt --baseline baseline", 2, {"baseline:2: ", "no fingerprint", "give them as report.json has them"}},
      {"report a.txt --baseline baseline.json", 2, {"baseline.json: ", "no `findings`", "give a report.json"}},
      {"report a.txt -o a.txt/out", 3, {"a.txt/out/report.json: ", "Not a directory", "name another place with -o"}},
      {"report a.txt -o /proc/none", 3, {"/proc/none/report.json: ", "cannot make its folder", "with -o"}},
      {"report --store none.store", 2, {"none.store: ", "no store here", "`crosscheck index CORPUS --store FILE`"}},
      {"report --store plain.store", 3, {"plain.store: ", "no store of crosscheck", "name another with --store"}},
      {"report --store foreign.store", 3, {"foreign.store: ", "no store of crosscheck", "name another with --store"}},
      {"check a.txt --against newer.store", 2, {"newer.store: ", "a newer crosscheck made this store", "use that one"}},
      {"index archive --store newer.store", 2, {"newer.store: ", "a newer crosscheck made this store"}},
      {"index archive --store nowhere/x", 3, {"nowhere/x: ", "cannot be opened", "check that it and its folder"}},
      {"check a.txt", 2, {"nothing to check against", "add --against CORPUS"}},
      {"check a.txt --against missing", 3, {"missing: ", "no such file", "check the spelling"}},
      {"check a.txt --against good.store --against archive", 2, {"good.store: ", "checked against alone", "index all"}},
      {"explain f9 a.txt", 2, {"no finding f9", "this report has no findings"}},
      {"why-not c1 c99 a.txt", 2, {"no claim c99", "this report has c1"}},
      {"rules explain x/y", 2, {"no rule 'x/y'", "`crosscheck rules list` names them all"}},
      {"serve a.txt", 2, {"nowhere to write reviews to", "add --reviews FILE"}},
      {"serve a.txt --reviews nowhere/r.jsonl", 3, {"nowhere/r.jsonl: ", "No such file", "check that its folder"}},
      {"train rows.jsonl --facts none", 3, {"none: ", "give the file of annotated facts"}},
      {"train archive --facts facts.jsonl", 3, {"facts.jsonl:2: ", "needs \"topic\" and \"values\""}},
      {"train archive", 2, {"--facts is required", "`crosscheck train --help`"}},
  };
  return kMishaps;
}

std::vector<std::string> split(const std::string& words) {
  std::vector<std::string> out;
  std::istringstream in(words);
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

TEST_CASE("whatever goes wrong, the message names the place and the next step", "[unit][errors]") {
  const TemporaryFolder folder;
  lay_out(folder);
  for (const Mishap& mishap : mishaps()) {
    const Ended ended = run(folder, split(mishap.words));
    INFO("crosscheck " << mishap.words << "\n" << ended.err);
    CHECK(ended.status == mishap.status);
    for (const std::string& part : mishap.told) CHECK(has(ended.err, part));
    CHECK(ended.err.starts_with("crosscheck: "));
    if (!has(ended.err, "skipped")) CHECK(ended.out.empty());
  }
}

/// The program with other rules, or without any to be found.
Ended run_bare(const TemporaryFolder& folder, const std::string& before, const std::string& words) {
  const TemporaryFolder capture;
  const std::string command = "cd " + quoted(folder.path()) + " && { " + before + " " + quoted(support::program()) +
                              " " + words + "; } >" + quoted(capture / "out") + " 2>" + quoted(capture / "err") +
                              " </dev/null";
  const int raw = std::system(("bash -c " + quoted(command)).c_str());
  return {WIFEXITED(raw) ? WEXITSTATUS(raw) : 1000 + raw, read_file(capture / "out"), read_file(capture / "err"), 0};
}

TEST_CASE("rules that are missing or broken are named with their file and line", "[unit][errors]") {
  const TemporaryFolder folder;
  lay_out(folder);
  const Ended none = run_bare(folder, "", "--rules nowhere report a.txt"),
              empty = run_bare(folder, "CROSSCHECK_RULES=empty", "report a.txt"),
              broken = run_bare(folder, "", "--rules rules rules check");
  CHECK(none.status == 2);
  CHECK(has(none.err, "nowhere: no rules folder here; name it with --rules DIR"));
  CHECK(empty.status == 2);
  CHECK(has(empty.err, "empty: no language folder"));
  CHECK(broken.status == 2);
  CHECK(has(broken.err, "rules/en/words.yaml:2:1: "));
}

TEST_CASE("a full disk is named, under -o and on standard output, and leaves no half file", "[unit][errors]") {
  const TemporaryFolder folder;
  lay_out(folder);
  const Ended limited = run_bare(folder, "trap '' XFSZ; ulimit -f 2;", "report a.txt archive -o out --format html");
  INFO(limited.err);
  CHECK(limited.status == 3);
  CHECK(has(limited.err, "out/index.html: cannot write the file: File too large; make room there"));
  CHECK_FALSE(support::fs::exists(folder / "out/index.html"));
  CHECK_FALSE(support::fs::exists(folder / "out/index.html.part"));
  const Ended full = run_bare(folder, "", "mentions a.txt >/dev/full");
  INFO(full.err);
  CHECK(full.status == 3);
  CHECK(has(full.err, "standard output: cannot write: No space left on device; make room there"));
}

TEST_CASE("whoever reads no further ends the run, and nothing is said about it", "[unit][errors]") {
  const TemporaryFolder folder;
  lay_out(folder);
  for (const char* before : {"", "trap '' PIPE;"}) {
    const Ended ended = run_bare(folder, before, "rules list | head -1");
    INFO(ended.err);
    CHECK(ended.status == 0);
    CHECK(ended.err.empty());
    CHECK_FALSE(ended.out.empty());
  }
}

TEST_CASE("a file that cannot be read is named, and what to do about it", "[unit][errors]") {
  const TemporaryFolder folder;
  support::fs::create_symlink("/proc/self/mem", folder / "a.txt");  // opens, and fails to be read, also for root
  const Ended ended = run(folder, {"report", "a.txt"});
  INFO(ended.err);
  CHECK(ended.status == 3);
  CHECK(has(ended.err, "skipped a.txt: cannot be read (Input/output error); check its permissions"));
}

TEST_CASE("a store that another run writes is said to be busy", "[unit][errors]") {
  const TemporaryFolder folder;
  lay_out(folder);
  const Ended ended = run_bare(folder,
                               "{ " + quoted(support::program()) +
                                   " index - --store good.store < <(sleep 2) 2>/dev/null & }; until [ -e "
                                   "good.store-writer ]; do sleep 0.05; done; "
                                   "sleep 0.3;",
                               "index archive --store good.store");
  INFO(ended.err);
  CHECK(ended.status == 3);
  CHECK(has(ended.err, "good.store: another run is writing this store; wait for it to end"));
}

TEST_CASE("an empty corpus is no error, and said to be empty", "[unit][errors]") {
  const TemporaryFolder folder;
  lay_out(folder);
  const Ended ended = run(folder, {"report", "empty"});
  CHECK(ended.status == 0);
  CHECK(has(ended.out, "No article"));
}

}  // namespace
}  // namespace crosscheck
