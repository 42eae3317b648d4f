// Colour on a terminal and nowhere else, never carrying what the words do not say; and articles that try to paint.
#include "terminal.h"

namespace crosscheck {
namespace {

using support::has, support::on_terminal, support::run, support::TemporaryFolder, support::without_paint;

const std::string kPrice = "Globex acquired Initech for $3 billion in May 2023.\n";
const std::string kOtherPrice = "In May 2023, Globex acquired Initech for $5 billion.\n";

void write_articles(const TemporaryFolder& folder) {
  folder.write("in/a.txt", kPrice);
  folder.write("in/b.txt", kOtherPrice);
}

TEST_CASE("with colour, stripped of its sequences, every report is the same bytes as without", "[unit][colour]") {
  const TemporaryFolder folder;
  write_articles(folder);
  const std::string corpus = support::repo_path("corpus/openai-aws");
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"report", corpus},
                                             {"report", corpus, "--all"},
                                             {"report", "in", "--quiet"},
                                             {"check", "in/a.txt", "--against", "in"},
                                             {"explain", "f1", "in"},
                                             {"why-not", "a.txt:1:29", "b.txt:1:42", "in"}}) {
    const auto with = [&](const std::string& when) {
      std::vector<std::string> all = words;
      all.insert(all.end(), {"--color", when});
      return run(folder, all).out;
    };
    const std::string painted = with("always"), plain = with("never");
    INFO(words.front());
    CHECK(plain == run(folder, words).out);
    CHECK_FALSE(has(plain, "\x1b"));
    CHECK(has(painted, "\x1b["));
    CHECK(without_paint(painted) == plain);
  }
}

TEST_CASE("colour is for a terminal, unless NO_COLOR or --color says otherwise", "[unit][colour]") {
  const TemporaryFolder folder;
  write_articles(folder);
  const auto painted = [&](const std::string& before, const std::string& after, const std::string& term = "xterm") {
    return has(on_terminal(folder, before + " crosscheck report in " + after, term).shown, "\x1b[");
  };
  CHECK(painted("", ""));
  CHECK_FALSE(painted("NO_COLOR=1", ""));
  CHECK(painted("NO_COLOR=", ""));  // set but empty counts as not set: https://no-color.org
  CHECK(painted("NO_COLOR=1", "--color always"));
  CHECK_FALSE(painted("", "--color never"));
  CHECK_FALSE(painted("", "", "dumb"));
  CHECK_FALSE(painted("", "| cat"));
  CHECK(painted("", "--color always | cat"));
  CHECK_FALSE(painted("", "--color auto -o out >/dev/null"));
  CHECK(run(folder, {"report", "in", "--color", "sometimes"}).status == 2);
}

TEST_CASE("no relation is told by colour alone: its mark stands beside it", "[unit][colour]") {
  const TemporaryFolder folder;
  write_articles(folder);
  CHECK(has(run(folder, {"report", "in", "--color", "always"}).out, "\x1b[1;31m✗\x1b[0m "));
}

/// ESC [ 3 1 m, OSC 0 … BEL, CSI as one character (U+009B), a carriage return, a right-to-left override.
const std::string kPaint =
    "\x1b[31mred\x1b]0;owned\x07 \xC2\x9B"
    "2J \r \x7f\xE2\x80\xAE";

TEST_CASE("control characters of an article never reach a terminal, in any format", "[unit][colour]") {
  const TemporaryFolder folder;
  folder.write("in/a.txt",
               "---\ntitle: \""
               "Dear \xC2\x9B"
               "1m reader\"\n---\n" +
                   kPaint + " " + kPrice);
  folder.write("in/b.txt", kPaint + kOtherPrice);
  folder.write("in/c\x1b[31m.txt", "caf\xe9");
  folder.write("in/d.jsonl",
               "{\"id\": \"\\u001b[1mx\\u009b2J\", \"text\": \"Globex acquired Initech for $9 billion in "
               "May 2023.\\u001b[0m\", \"published\": \"\\u001b[5m\"}\n");
  for (const std::string& words :
       {std::string("report in --color never"), std::string("report in --all --color never"),
        std::string("explain f1 in --color never"), std::string("mentions in"), std::string("claims in"),
        std::string("report in --format json"), std::string("report in --format md"),
        std::string("report in --format html"), std::string("report in --format sarif"),
        std::string("report in --format junit"), std::string("report in --format github"),
        std::string("report in --format rdjson"), std::string("report in --format claimreview"),
        std::string("report in --format annotations"),
        std::string("check in/a.txt --against in --quiet --color never")}) {
    const auto screen = on_terminal(folder, "crosscheck " + words);
    INFO(words);
    CHECK((screen.status == 1 || screen.status == 3));
    CHECK(screen.shown.size() > 100);
    CHECK_FALSE(has(screen.shown, "\x1b"));
    CHECK_FALSE(has(screen.shown, "\x07"));
    CHECK_FALSE(has(screen.shown, "\xC2\x9B"));
    CHECK_FALSE(has(screen.shown, "\x7f"));
    CHECK(has(screen.shown, "$"));
  }
}

TEST_CASE("a file's name that would paint is written out where it is complained of", "[unit][colour]") {
  const TemporaryFolder folder;
  folder.write("in/c\x1b[31m.txt", "caf\xe9");
  const auto ended = run(folder, {"report", "in"});
  CHECK(has(ended.err, "skipped in/c\\x1b[31m.txt: not UTF-8"));
  CHECK_FALSE(has(ended.err, "\x1b"));
}

TEST_CASE("--quiet leaves findings, data and errors", "[unit][colour]") {
  const TemporaryFolder folder;
  write_articles(folder);
  folder.write("calm/a.txt", kPrice);
  folder.write("bad/a.txt", kPrice);
  folder.write("bad/b.txt", "caf\xe9");
  const auto report = run(folder, {"report", "in", "--quiet"});
  CHECK(report.status == 1);
  CHECK(report.out.starts_with("✗ "));
  CHECK(has(report.out, "[$3 billion]"));
  CHECK_FALSE(has(report.out, "2 articles"));
  CHECK_FALSE(has(report.out, "said once"));
  CHECK(run(folder, {"report", "calm", "--quiet"}).out.empty());
  const auto files = run(folder, {"report", "in", "-q", "-o", "out"});
  CHECK(files.status == 1);
  CHECK(files.out.empty());
  CHECK(files.err.empty());
  CHECK(has(support::read_file(folder / "out/report.txt"), "2 articles"));
  const auto gate = run(folder, {"--quiet", "check", "in/a.txt", "--against", "in", "-o", "out"});
  CHECK(gate.status == 1);
  CHECK(gate.out.starts_with("✗ "));
  CHECK_FALSE(has(gate.out, "out/"));
  CHECK(has(run(folder, {"check", "in/a.txt", "--against", "in", "-q", "--format", "github", "-o", "out"}).out,
            "::error"));
  const auto skipped = run(folder, {"report", "bad", "--quiet"});
  CHECK(skipped.status == 3);
  CHECK(has(skipped.err, "skipped bad/b.txt"));
  const auto index = run(folder, {"index", "in", "--store", "s", "--quiet"});
  CHECK(index.status == 0);
  CHECK((index.out + index.err).empty());
  CHECK(run(folder, {"rules", "check", "-q"}).out.empty());
  CHECK(has(run(folder, {"report", "in", "-q", "--format", "json"}).out, "\"findings\""));
}

}  // namespace
}  // namespace crosscheck
