// The real program from outside. Whatever lies in an input folder, the end is a clear message and one of 0, 1, 2, 3.
#include "program.h"

namespace crosscheck {
namespace {

using support::TemporaryFolder;

using support::Ended, support::has, support::memory_limit, support::program, support::quoted, support::run;

const std::string kPrice = "Globex acquired Initech for $3 billion in May 2023.\n";
const std::string kOtherPrice = "In May 2023, Globex acquired Initech for $5 billion.\n";

TEST_CASE("status 0 when nothing is found, 1 when two articles contradict", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("a/a.txt", kPrice);
  folder.write("a/b.txt", kPrice + "Nobody was surprised.\n");
  folder.write("b/a.txt", kPrice);
  folder.write("b/b.txt", kOtherPrice);
  const Ended quiet = run(folder, {"report", "a"}), clash = run(folder, {"report", "b"});
  CHECK(quiet.status == 0);
  CHECK(clash.status == 1);
  CHECK(has(clash.out, "$3 billion"));
  CHECK(has(clash.out, "a.txt:1"));
  CHECK(clash.err.empty());
  CHECK(run(folder, {"report", "b", "--fail-on", "never"}).status == 0);
}

TEST_CASE("bad usage is status 2, with a message and no data", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("a.txt", kPrice);
  const std::vector<std::vector<std::string>> uses = {{},
                                                      {"nonsense"},
                                                      {"report"},
                                                      {"report", "a.txt", "--format", "pdf"},
                                                      {"report", "a.txt", "--format", "json,html"},
                                                      {"report", "a.txt", "--fail-on", "x"},
                                                      {"report", "a.txt", "--threads", "0"},
                                                      {"report", "a.txt", "--reference", "soon"},
                                                      {"report", "a.txt", "--no-such-option"},
                                                      {"rules"},
                                                      {"rules", "explain", "x/y"}};
  for (const auto& words : uses) {
    const Ended ended = run(folder, words);
    INFO((words.empty() ? "" : words.back()) << ": " << ended.err);
    CHECK(ended.status == 2);
    CHECK(ended.out.empty());
    CHECK(ended.err.size() > 10);
  }
}

TEST_CASE("several formats without a folder name the option that is missing", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("a.txt", kPrice);
  CHECK(has(run(folder, {"report", "a.txt", "--format", "json,md"}).err, "-o"));
}

TEST_CASE("a bad rule file is status 2 before any article is read", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("a.txt", kPrice);
  folder.write("rules/en/words.yaml", "lists: [\n");
  const TemporaryFolder capture;
  const std::string command = quoted(program()) + " --rules " + quoted(folder / "rules") + " report " +
                              quoted(folder / "a.txt") + " >" + quoted(capture / "out") + " 2>" +
                              quoted(capture / "err");
  const int raw = std::system(command.c_str());
  CHECK(WEXITSTATUS(raw) == 2);
  CHECK(support::read_file(capture / "out").empty());
  CHECK(has(support::read_file(capture / "err"), "words.yaml:"));
}

TEST_CASE("where a language's words cannot be read, its patterns do not complain of missing lists", "[unit][cli]") {
  const TemporaryFolder folder;
  support::fs::copy(support::repo_path("rules"), folder / "rules", support::fs::copy_options::recursive);
  folder.write("rules/en/words.yaml", "lists:\n  a: [x, y\n  b: [z]\n");
  const std::string command = quoted(program()) + " --rules " + quoted(folder / "rules") +
                              " rules check >/dev/null 2>" + quoted(folder / "err");
  const int raw = std::system(command.c_str());
  const std::string told = support::read_file(folder / "err");
  INFO(told);
  CHECK(WEXITSTATUS(raw) == 2);
  CHECK(has(told, "words.yaml:3:4: not YAML"));
  CHECK(has(told, "1 fault in the rules"));
}

TEST_CASE("a stray bracket in a pattern is a fault, never a hang", "[unit][cli]") {
  for (const char* bad :
       {"paid } {value}", "paid > {value}", "paid ) {value}", "paid ] {value}", "paid {value", "paid <money"}) {
    const TemporaryFolder folder;
    support::fs::copy(support::repo_path("rules"), folder / "rules", support::fs::copy_options::recursive);
    folder.write("rules/en/claims/test/bad.yaml",
                 "id: test/bad\nattribute: bad\nlabel: bad\nkind: [money]\nbehaviour: fixed\ntriggers: [paid]\nroles: "
                 "{}\nvalue: [\"" +
                     std::string(bad) +
                     "\"]\nyes: [{text: \"It paid $5.\", value: \"$5\"}]\nno: [{text: \"It cost $5.\"}]\n");
    const std::string command = memory_limit() + "timeout 60 " + quoted(program()) + " --rules " +
                                quoted(folder / "rules") + " rules check >/dev/null 2>" + quoted(folder / "err");
    const int raw = std::system(command.c_str());
    INFO(bad << ": " << support::read_file(folder / "err"));
    CHECK(WEXITSTATUS(raw) == 2);
    CHECK(has(support::read_file(folder / "err"), "bad.yaml:8:"));
  }
}

TEST_CASE("a path that is not there is status 3 and named", "[unit][cli]") {
  const TemporaryFolder folder;
  const Ended ended = run(folder, {"report", "missing"});
  CHECK(ended.status == 3);
  CHECK(ended.out.empty());
  CHECK(has(ended.err, "missing"));
  CHECK(has(ended.err, "no such"));
}

TEST_CASE("what is no text is skipped with its reason, the rest goes on, and the status tells", "[unit][cli]") {
  const TemporaryFolder folder;
  std::string noise =
      "\x7f"
      "ELF";
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>((i * 7919) % 251);
  folder.write("in/binary.txt", noise);
  folder.write("in/latin1.txt", "The caf\xe9 costs $5 million.\n");
  folder.write("in/empty.txt", "");
  folder.write("in/good.txt", kPrice);
  const Ended ended = run(folder, {"report", "in"});
  INFO(ended.err);
  CHECK(ended.status == 3);
  CHECK(has(ended.err, "binary.txt"));
  CHECK(has(ended.err, "latin1.txt: not UTF-8: byte 0xE9 at offset 7, line 1"));
  CHECK(has(ended.err, "empty.txt"));
  CHECK(has(ended.out, "1 article"));
  const auto json = parse_json(run(folder, {"report", "in", "--format", "json"}).out);
  REQUIRE(json.ok());
  CHECK(json.value().at("skipped").size() == 3);
  CHECK(json.value().at("documents").size() == 1);
}

TEST_CASE("findings come before unread input in the status", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", kPrice);
  folder.write("in/b.txt", kOtherPrice);
  folder.write("in/c.txt", "caf\xe9");
  CHECK(run(folder, {"report", "in"}).status == 1);
}

TEST_CASE("an empty folder and an article without figures are said to be so", "[unit][cli]") {
  const TemporaryFolder folder;
  support::fs::create_directory(folder / "empty");
  folder.write("plain.txt", "The weather was fine.\n");
  const Ended empty = run(folder, {"report", "empty"}), plain = run(folder, {"report", "plain.txt"});
  CHECK(empty.status == 0);
  CHECK(has(empty.out, "No article"));
  CHECK(plain.status == 0);
  CHECK(has(plain.out, "No numeric or dated claim"));
}

TEST_CASE("the same article twice is one source that contradicts nothing", "[unit][cli]") {
  const TemporaryFolder folder;
  const std::string text =
      support::read_file(support::repo_path("corpus/openai-aws/openai-pivots-to-aws-38-billion.txt"));
  folder.write("in/a.txt", text);
  folder.write("in/b.txt", text);
  const auto json = parse_json(run(folder, {"report", "in", "--format", "json"}).out);
  REQUIRE(json.ok());
  CHECK(json.value().at("documents")[1].at("copy_of") == json.value().at("documents")[0].at("id"));
  for (const Json& finding : json.value().at("findings")) {
    INFO(finding.dump());
    CHECK(finding.at("relation") != "contradict");
    CHECK(finding.at("relation") != "agree");
  }
}

TEST_CASE("reports are written to a folder, the same bytes with one thread and four", "[unit][cli]") {
  const TemporaryFolder folder;
  const std::string corpus = support::repo_path("corpus/openai-aws");
  CHECK(run(folder, {"report", corpus, "-o", "one", "--threads", "1"}).status == 1);
  CHECK(run(folder, {"report", corpus, "-o", "four", "--threads", "4", "--format", "html,json,md,text"}).status == 1);
  for (const char* name : {"report.json", "report.md", "report.txt", "index.html"}) {
    INFO(name);
    CHECK(support::read_file(folder / (std::string("one/") + name)) ==
          support::read_file(folder / (std::string("four/") + name)));
  }
}

TEST_CASE("a folder that cannot be written is the machine's fault, and said so", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("a.txt", kPrice);
  folder.write("file", "in the way");
  const Ended ended = run(folder, {"report", "a.txt", "-o", "file/out"});
  CHECK(ended.status == 3);
  CHECK(has(ended.err, "file/out"));
}

TEST_CASE("claims and mentions are JSON lines, from files and from standard input", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("in.jsonl", "{\"id\": \"x\", \"text\": \"Initech was valued at $12 billion in May 2023.\"}\n");
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"claims", "in.jsonl"}, {"claims", "-"}, {"mentions", "in.jsonl"}, {"mentions", "-"}}) {
    const Ended ended = run(folder, words, folder / "in.jsonl");
    INFO(words.front() << " " << words.back() << ended.err);
    CHECK(ended.status == 0);
    const auto row = parse_json(ended.out.substr(0, ended.out.find('\n')));
    REQUIRE(row.ok());
    CHECK(row.value().contains(words.front() == "claims" ? "surface" : "mentions"));
  }
}

TEST_CASE("mentions names each bad row on standard error and goes on in the order of the input", "[unit][cli]") {
  const TemporaryFolder folder;
  std::string rows;
  for (int i = 0; i < 60; ++i) {
    rows += i % 2 == 0 ? "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"It cost $5 million.\"}\n" : "{oops}\n";
  }
  folder.write("in/a.jsonl", rows);
  folder.write("in/b.txt", "It cost $6 million.\n");
  const Ended ended = run(folder, {"mentions", "in"});
  CHECK(ended.status == 3);
  CHECK(has(ended.err, "skipped in/a.jsonl:2: not JSON at byte 2"));
  CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 30);
  CHECK(std::count(ended.out.begin(), ended.out.end(), '\n') == 31);
  CHECK(ended.out.find("{\"id\":\"0\"") == 0);
  CHECK(ended.out.find("\"58\"") < ended.out.find("\"b.txt\""));
}

TEST_CASE("a language given on the command line goes before the document's own", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "---\nlanguage: sv\n---\nUmsatz steigt um vier Prozent\n");
  folder.write("b.txt", "Der Umsatz stieg im Mai um vier Prozent.\n");
  const auto language = [&](const std::vector<std::string>& words) {
    const auto json = parse_json(run(folder, words).out);
    REQUIRE(json.ok());
    return json.value().at("documents")[0].at("language").get<std::string>();
  };
  CHECK(language({"report", "a.txt", "--format", "json"}) == "sv");
  CHECK(language({"report", "b.txt", "--format", "json"}) == "de");
  CHECK(language({"report", "a.txt", "--format", "json", "--language", "fr"}) == "fr");
}

TEST_CASE("the rule commands check, test, list and explain", "[unit][cli]") {
  const TemporaryFolder folder;
  CHECK(run(folder, {"rules", "check"}).status == 0);
  CHECK(has(run(folder, {"rules", "list"}).out, "finance/valuation"));
  CHECK(has(run(folder, {"rules", "explain", "finance/valuation"}).out, "triggers:"));
  CHECK(has(run(folder, {"--version"}).out, CROSSCHECK_VERSION));
}

TEST_CASE("explain and why-not tell one finding and two claims in words", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", kPrice);
  folder.write("in/b.txt", kOtherPrice);
  const Ended finding = run(folder, {"explain", "f1", "in"});
  INFO(finding.out << finding.err);
  CHECK(finding.status == 0);
  CHECK(has(finding.out, "[$3 billion]"));
  CHECK(has(finding.out, "b.txt:1:42"));
  CHECK(has(finding.out, "$3 billion / $5 billion: "));
  CHECK(finding.err.empty());
  const Ended why = run(folder, {"why-not", "a.txt:1:29", "b.txt:1:42", "in"});
  INFO(why.out << why.err);
  CHECK(why.status == 0);
  CHECK(has(why.out, "are one fact"));
}

TEST_CASE("explain and why-not name what there is when a name fits nothing", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", kPrice);
  folder.write("in/b.txt", kOtherPrice);
  folder.write("plain/a.txt", "The weather was fine.\n");
  const std::vector<std::pair<std::vector<std::string>, std::string>> uses = {
      {{"explain", "f99", "in"}, "no finding f99; this report has f1"},
      {{"explain", "f1", "plain"}, "this report has no findings"},
      {{"why-not", "c1", "c99", "in"}, "no claim c99; this report has c1 to c"},
      {{"why-not", "c.txt:1", "c1", "in"}, "a.txt, b.txt"},
      {{"why-not", "b.txt:1", "c1", "in"}, "name one:"},
      {{"why-not", "c1", "c1", "in"}, "name two claims"},
      {{"why-not", "c1", "c2", "plain"}, "this report has no claims"},
      {{"why-not", "c1", "c2"}, "PATH"}};
  for (const auto& [words, message] : uses) {
    const Ended ended = run(folder, words);
    INFO(words[0] << " " << words[1] << ": " << ended.err);
    CHECK(ended.status == 2);
    CHECK(ended.out.empty());
    CHECK(has(ended.err, message));
  }
  CHECK(run(folder, {"explain", "f1", "missing"}).status == 3);
}

TEST_CASE("ten thousand tiny files are read in one run", "[unit][cli]") {
  const TemporaryFolder folder;
  for (int i = 0; i < 10000; ++i) {
    folder.write("in/" + std::to_string(i) + ".txt",
                 "Globex said it had " + std::to_string(i) + " employees in " + std::to_string(1990 + i % 30) + ".\n");
  }
  const Ended ended = run(folder, {"report", "in"});
  INFO(ended.err);
  CHECK(ended.status <= 1);
  CHECK(has(ended.out, "10,000 articles"));
  CHECK(ended.seconds < 60);
}

/// Prose of about `size` bytes: one sentence over and over, its figures never the same.
std::string long_article(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) {
    text += "Globex said on " + std::to_string(i % 28 + 1) + " May " + std::to_string(1990 + i % 35) +
            " that it had paid $" + std::to_string(i % 997 + 1) + " million for " + std::to_string(i % 99 + 1) +
            "% of Initech, which has " + std::to_string(i % 90000 + 1000) + " employees." +
            (i % 5 == 4 ? "\n\n" : "\n");
  }
  return text;
}

TEST_CASE("an article of 50 MB is read to its end", "[unit][cli]") {
  const TemporaryFolder folder;
  folder.write("big.txt", long_article(50U << 20U));
  const Ended ended = run(folder, {"report", "big.txt"}, "/dev/null", 240);
  INFO("status " << ended.status << " after " << ended.seconds << " s (124: stopped) " << ended.err);
  CHECK(ended.status <= 3);
  CHECK(has(ended.out, "1 article"));
}

}  // namespace
}  // namespace crosscheck
