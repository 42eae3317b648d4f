// The loader against copies of rules/ with planted faults: all faults of all files at once, each at its place,
// and none of the rules used until they are mended.
#include "rulebook/rulebook.h"

#include <algorithm>

#include "support.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;

/// A copy of the shipped rules to break.
class RulesCopy {
 public:
  RulesCopy() { fs::copy(support::repo_path("rules"), root(), fs::copy_options::recursive); }
  std::string root() const { return folder_ / "rules"; }
  std::string path(const std::string& below) const { return root() + "/" + below; }
  void write(const std::string& below, std::string_view text) const { folder_.write("rules/" + below, text); }
  std::string text(const std::string& below) const { return support::read_file(path(below)); }
  void replace(const std::string& below, const std::string& from, const std::string& to) const {
    std::string text_now = text(below);
    const std::size_t at = text_now.find(from);
    if (at == std::string::npos) FAIL("no '" << from << "' in " << below);
    write(below, text_now.replace(at, from.size(), to));
  }

 private:
  TemporaryFolder folder_;
};

std::vector<Fault> faults_of(const std::string& root) {
  const auto loaded = load_rulebook(root);
  return loaded.ok() ? std::vector<Fault>{} : loaded.faults();
}

/// "file:line:column code" below the root.
std::vector<std::string> told(const RulesCopy& rules, const std::vector<Fault>& faults) {
  std::vector<std::string> lines;
  for (const Fault& fault : faults) {
    std::string where = fault.where;
    if (where.starts_with(rules.root() + "/")) where.erase(0, rules.root().size() + 1);
    lines.push_back(where + " " + fault.code);
  }
  return lines;
}

bool holds(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

const std::string kFrame =
    "id: test/height\n"
    "attribute: height\n"
    "label: \"{of}'s height\"\n"
    "kind: [measure]\n"
    "behaviour: fixed\n"
    "triggers: [tall, height]\n"
    "roles:\n"
    "  of: {patterns: [\"{of} is {value} tall\"]}\n"
    "value: [\"{value} tall\"]\n"
    "yes:\n"
    "  - {text: \"Initech Tower is 310 metres tall.\", value: \"310 metres\"}\n"
    "no:\n"
    "  - {text: \"Initech Tower is 310 metres away.\"}\n";

std::string without(const std::string& text, const std::string& part) {
  std::string out = text;
  const std::size_t at = out.find(part);
  if (at == std::string::npos) FAIL("nothing to cut: " << part);
  return out.erase(at, part.size());
}

TEST_CASE("the shipped rules load, with frames, derivations and word lists", "[unit][rulebook]") {
  const Rulebook& rules = support::shipped_rules();
  for (const char* language : {"ar", "de", "en", "es", "hi", "ja", "ko", "nl", "pt", "ru", "sv", "tr", "zh"}) {
    INFO(language);
    CHECK(holds(rules.languages(), language));
  }
  CHECK(rules.frames("en").size() >= 18);
  CHECK_FALSE(rules.derivations().empty());
  CHECK_FALSE(rules.arithmetic("en").rules.empty());
  REQUIRE(rules.frame_named("finance/valuation") != nullptr);
  CHECK(rules.frame_named("finance/valuation")->attribute == "valuation");
  CHECK(rules.frame_of("valuation") == rules.frame_named("finance/valuation"));
  CHECK(rules.frame_named("finance/nothing") == nullptr);
  CHECK(rules.number("copy_similarity") > 0.5);
  CHECK(rules.lexicon("en").in_list("stop_words", "the"));
  CHECK(rules.digest().size() == 16);
}

TEST_CASE("frames stand by priority, the highest first", "[unit][rulebook]") {
  const auto& frames = support::shipped_rules().frames("en");
  CHECK(std::is_sorted(frames.begin(), frames.end(),
                       [](const Frame& a, const Frame& b) { return a.priority > b.priority; }));
}

TEST_CASE("every shipped frame has examples that it must read and must leave alone", "[unit][rulebook]") {
  for (const Frame& frame : support::shipped_rules().frames("en")) {
    INFO(frame.id);
    CHECK_FALSE(frame.yes.empty());
    CHECK_FALSE(frame.no.empty());
    CHECK_FALSE(frame.triggers.empty());
    CHECK_FALSE(frame.value_patterns.empty());
    CHECK(frame.where.find("/rules/en/claims/" + frame.id + ".yaml:1:1") != std::string::npos);
  }
}

TEST_CASE("every identity names attributes that some frame reads", "[unit][rulebook]") {
  for (const DerivationRule& rule : support::shipped_rules().derivations()) {
    INFO(rule.id);
    CHECK(support::shipped_rules().frame_of(rule.result) != nullptr);
    CHECK(support::shipped_rules().frame_of(rule.left) != nullptr);
    CHECK(support::shipped_rules().frame_of(rule.right) != nullptr);
  }
}

TEST_CASE("a language without a folder still has what CLDR knows of English", "[unit][rulebook]") {
  CHECK_FALSE(support::shipped_rules().lexicon("xx").months.empty());
  CHECK(support::shipped_rules().frames("xx").empty());
}

TEST_CASE("faults of several files come at once, each with file, line and column", "[unit][rulebook]") {
  const RulesCopy rules;
  rules.write("en/claims/test/first.yaml", kFrame + "colour: red\n");
  rules.write("en/claims/test/second.yaml", "id: test/second\nkind: [money]\n  bad: [\n");
  rules.write("en/claims/test/third.yaml",
              without(kFrame, "label: \"{of}'s height\"\n").replace(kFrame.find("test/height"), 11, "test/third"));
  std::string bad_pattern = kFrame;
  bad_pattern.replace(bad_pattern.find("{value} tall\"]\nyes"), 12, "(value tall");
  rules.write("en/claims/test/fourth.yaml", bad_pattern);
  rules.replace("link.yaml", "copy_similarity: 0.8", "copy_similarity: high");
  const std::vector<Fault> faults = faults_of(rules.root());
  const auto lines = told(rules, faults);
  for (const std::string& line : lines) UNSCOPED_INFO(line);
  CHECK(holds(lines, "en/claims/test/first.yaml:14:1 unknown-key"));
  CHECK(holds(lines, "en/claims/test/third.yaml:1:1 missing-key"));
  CHECK(holds(lines, "en/claims/test/fourth.yaml:9:9 bad-pattern"));
  CHECK(std::any_of(lines.begin(), lines.end(),
                    [](const std::string& line) { return line.starts_with("en/claims/test/second.yaml:3:"); }));
  CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    return line.starts_with("link.yaml:") && line.ends_with("wrong-type");
  }));
  for (const Fault& fault : faults) {
    CHECK(fault.who == Who::rules);
    CHECK_FALSE(fault.what.empty());
  }
}

TEST_CASE("a rule without its yes or its no does not load", "[unit][rulebook]") {
  const std::string yes = "yes:\n  - {text: \"Initech Tower is 310 metres tall.\", value: \"310 metres\"}\n";
  const std::string no = "no:\n  - {text: \"Initech Tower is 310 metres away.\"}\n";
  for (const auto& [text, code] :
       std::vector<std::pair<std::string, std::string>>{{without(kFrame, yes), "missing-key"},
                                                        {without(kFrame, no), "missing-key"},
                                                        {without(kFrame, yes) + "yes: []\n", "too-few"},
                                                        {without(kFrame, no) + "no: []\n", "too-few"}}) {
    const RulesCopy rules;
    rules.write("en/claims/test/height.yaml", text);
    const auto faults = faults_of(rules.root());
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().code == code);
  }
}

TEST_CASE("a whole new frame loads and changes the digest", "[unit][rulebook]") {
  const RulesCopy rules;
  rules.write("en/claims/test/height.yaml", kFrame);
  const auto loaded = load_rulebook(rules.root());
  if (!loaded.ok()) FAIL(to_string(loaded.faults().front()));
  CHECK(loaded.value().frame_named("test/height") != nullptr);
  CHECK(loaded.value().digest() != support::shipped_rules().digest());
}

TEST_CASE("an example's value must stand in its text, and its roles in the frame", "[unit][rulebook]") {
  const RulesCopy rules;
  std::string text = kFrame;
  text.replace(text.find("value: \"310 metres\"}"), 20, "value: \"311 metres\", roles: {builder: Initech}}");
  rules.write("en/claims/test/height.yaml", text);
  const auto lines = told(rules, faults_of(rules.root()));
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines[0], Catch::StartsWith("en/claims/test/height.yaml:11:") && Catch::EndsWith("value-not-in-text"));
  CHECK_THAT(lines[1], Catch::StartsWith("en/claims/test/height.yaml:11:") && Catch::EndsWith("unknown-role"));
}

TEST_CASE("an id that two files claim is a fault", "[unit][rulebook]") {
  const RulesCopy rules;
  rules.write("en/claims/test/a.yaml", kFrame);
  rules.write("en/claims/test/b.yaml", kFrame);
  const auto faults = faults_of(rules.root());
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().code == "duplicate-id");
  CHECK_THAT(faults.front().where, Catch::Contains("test/b.yaml"));
}

TEST_CASE("a value pattern without {value} would take any figure, and is a fault", "[unit][rulebook]") {
  const RulesCopy rules;
  std::string text = kFrame;
  text.replace(text.find("value: [\"{value} tall\"]"), 23, "value: [\"tall\"]");
  rules.write("en/claims/test/height.yaml", text);
  CHECK_FALSE(faults_of(rules.root()).empty());
}

TEST_CASE("the digest is that of the content: the same for a copy, another for one word more", "[unit][rulebook]") {
  const RulesCopy rules;
  const auto copy = load_rulebook(rules.root());
  REQUIRE(copy.ok());
  CHECK(copy.value().digest() == support::shipped_rules().digest());
  rules.replace("en/quantities.yaml", "about: [about,", "about: [about, thereabouts,");
  const auto changed = load_rulebook(rules.root());
  REQUIRE(changed.ok());
  CHECK(changed.value().digest() != copy.value().digest());
}

TEST_CASE("a folder without rules says what to do", "[unit][rulebook]") {
  const TemporaryFolder folder;
  for (const std::string& path : {folder.path(), folder / "none"}) {
    const auto faults = faults_of(path);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().who == Who::setup);
    CHECK_FALSE(faults.front().what.empty());
  }
}

}  // namespace
}  // namespace crosscheck
