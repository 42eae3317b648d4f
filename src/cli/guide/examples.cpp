// The examples of --help and of the manual page, in one table: tests/unit/examples_test.cpp runs every line in a folder that holds
//   articles/ archive/ draft.txt rows.jsonl facts.jsonl reviews.jsonl
// and expects status 0 or 1. A command without an example fails there, too.
#include "cli/guide/guide.h"

namespace crosscheck {
namespace {

const std::vector<GuideExample> kExamples = {
    {"", "What do these articles disagree on?", "crosscheck report articles"},
    {"", "Does the draft contradict the archive, or itself?", "crosscheck check draft.txt --against archive"},

    {"report", "what a folder of articles agrees and disagrees on, in the terminal", "crosscheck report articles"},
    {"report", "the same as a page to read, as JSON, Markdown and text in out/", "crosscheck report articles -o out"},
    {"report", "only what is new since the last report fails", "crosscheck report articles --baseline out/report.json"},
    {"report", "a year of articles, each read once: the store keeps their claims",
     "crosscheck report archive --store archive.store -o out"},

    {"check", "the gate: what in the draft disagrees with the archive, or with itself",
     "crosscheck check draft.txt --against archive"},
    {"check", "in CI: annotations in the log, SARIF and JUnit in out/",
     "crosscheck check draft.txt --against archive --format github,sarif,junit -o out"},
    {"check", "against a store, in a blink; what was dismissed does not fail",
     "crosscheck check draft.txt --against archive.store --reviews reviews.jsonl"},
    {"check", "nothing but the findings", "crosscheck check draft.txt --against archive --quiet"},

    {"serve", "read the report in a browser and decide about its findings",
     "crosscheck serve articles --reviews reviews.jsonl"},
    {"serve", "the same on a port of your choice, for a bookmark or a tunnel",
     "crosscheck serve articles --reviews reviews.jsonl --port 8765"},

    {"index", "keep the claims of an archive; run it again when articles came",
     "crosscheck index archive --store archive.store"},
    {"index", "then report on it without reading it again",
     "crosscheck index archive --store archive.store && crosscheck report --store archive.store"},

    {"claims", "what is claimed, of whom and when, a claim a line", "crosscheck claims articles"},
    {"claims", "the claims of JSONL from standard input", "crosscheck claims - < rows.jsonl"},

    {"mentions", "the figures and dates of each article, an article a line", "crosscheck mentions articles"},
    {"mentions", "of a stream, in the memory of one article", "crosscheck mentions - < rows.jsonl"},
    {"mentions", "German texts without a date of their own",
     "crosscheck mentions articles --language de --reference 2025-03-04"},

    {"explain", "how the first finding of a report came about", "crosscheck explain f1 articles"},
    {"explain", "the same for a pager, in colour", "crosscheck explain f1 articles --color always | less -R"},

    {"why-not", "why two claims of a report are one fact, or are not", "crosscheck why-not c1 c2 articles"},
    {"why-not", "claims by the places that the report prints", "crosscheck why-not a.txt:1:29 b.txt:1:42 articles"},

    {"train", "fit the linker's models to annotated facts",
     "crosscheck train rows.jsonl --facts facts.jsonl -o model.yaml"},
    {"train", "without one event, to try the models on it",
     "crosscheck train rows.jsonl --facts facts.jsonl --leave-out harlow -o model.yaml"},

    {"rules", "find a rule and read it", "crosscheck rules list | grep valuation"},
    {"rules", "prove a folder of rules before it is used", "crosscheck rules check && crosscheck rules test"},
    {"rules check", "every fault of every rule file, with its line", "crosscheck rules check"},
    {"rules check", "the rules of another folder", "crosscheck rules check --rules \"$CROSSCHECK_RULES\""},
    {"rules test", "run the examples that stand in the rules", "crosscheck rules test"},
    {"rules test", "say only what fails", "crosscheck rules test --quiet"},
    {"rules list", "one rule a line", "crosscheck rules list"},
    {"rules list", "the rules that read money", "crosscheck rules list | grep money"},
    {"rules explain", "one claim frame, with its patterns and examples", "crosscheck rules explain finance/valuation"},
    {"rules explain", "in a pager", "crosscheck rules explain finance/stake | less"},

    {"help", "what a command does", "crosscheck help report"},
    {"help", "the manual page, where none is installed", "crosscheck help --man | man -l -"},

    {"completion", "for this session of bash", "source <(crosscheck completion bash)"},
    {"completion", "for every session of zsh: a folder that stands in its fpath",
     "mkdir -p ~/.zfunc && crosscheck completion zsh > ~/.zfunc/_crosscheck"},
    {"completion", "for every session of fish",
     "mkdir -p ~/.config/fish/completions && crosscheck completion fish > "
     "~/.config/fish/completions/crosscheck.fish"},
};

}  // namespace

const std::vector<GuideExample>& examples() { return kExamples; }

std::vector<GuideExample> examples_of(const GuideCommand& command) {
  constexpr std::string_view kProgram = "crosscheck";
  const std::string_view name =
      command.name == kProgram ? "" : std::string_view(command.name).substr(kProgram.size() + 1);
  std::vector<GuideExample> found;
  for (const GuideExample& example : examples()) {
    if (example.command == name) found.push_back(example);
  }
  return found;
}

}  // namespace crosscheck
