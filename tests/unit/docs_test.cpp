// What docs/ offers to copy: parsed, and its script lines run against a repository as their hosts would have it.

#include <iostream>

#include "program.h"
#include "rulebook/schema.h"

namespace crosscheck {
namespace {

using support::has, support::quoted, support::read_file, support::repo_path, support::TemporaryFolder;

bool missing(const std::string& tool) {
  if (std::system(("command -v " + tool + " >/dev/null 2>&1").c_str()) == 0) return false;
  std::cout << "skipped: " << tool << " is not installed, so a script of docs/ was not run\n";
  return true;
}

/// A clone as a host makes it: main has an archive, the branch a changed article that contradicts it.
class Repository {
 public:
  explicit Repository(const std::string& draft) {
    folder_.write("work/archive/a.txt", "Globex acquired Initech for $3 billion in May 2023.\n");
    folder_.write("work/.crosscheck.yaml", "against: [archive]\n");
    folder_.write("work/calm piece.md", "The weather was fine.\n");
    folder_.write("bin/crosscheck", "#!/bin/sh\nexec " + quoted(support::program()) + " --rules " +
                                        quoted(repo_path("rules")) + " \"$@\"\n");
    support::fs::permissions(folder_ / "bin/crosscheck", support::fs::perms::owner_all);
    sh("git init -q -b main . && git add -A && git commit -q -m archive && git update-ref refs/remotes/origin/main "
       "HEAD");
    if (!draft.empty()) folder_.write("work/draft, 1.md", draft);
    sh("git add -A && git commit -q --allow-empty -m draft");
  }

  /// The script as a host runs it: stops at the first command that fails.
  support::Ended sh(const std::string& script, const std::string& environment = "") {
    folder_.write("script", script);
    const std::string command =
        "cd " + quoted(folder_ / "work") + " && env HOME=" + quoted(folder_.path()) +
        " PATH=" + quoted(folder_ / "bin") + ":\"$PATH\" GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org " +
        "GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org " + environment + " bash -e -o pipefail " +
        quoted(folder_ / "script") + " >" + quoted(folder_ / "out") + " 2>" + quoted(folder_ / "err");
    const int raw = std::system(command.c_str());
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, read_file(folder_ / "out"), read_file(folder_ / "err"), 0};
  }
  std::string operator/(const std::string& below) const { return folder_ / ("work/" + below); }

 private:
  TemporaryFolder folder_;
};

const std::string kContradiction = "In May 2023, Globex acquired Initech for $5 billion.\n";

std::string github_script() {
  const YamlFile file = read_yaml(repo_path("docs/ci/github.yml")).value();
  const YamlNode workflow = file.root;
  REQUIRE(workflow["on"].is_map());
  REQUIRE(workflow["on"]["pull_request"]);
  REQUIRE(workflow["permissions"]["security-events"].text() == "write");
  const YamlNode job = workflow["jobs"]["crosscheck"];
  CHECK(job["defaults"]["run"]["shell"].text() == "bash");
  std::string script;
  std::string uploaded;
  for (const auto& step : job["steps"]) {
    CHECK((static_cast<bool>(step["run"]) != static_cast<bool>(step["uses"])));
    if (step["run"]) script += step["run"].text();
    if (step["with"] && step["with"]["sarif_file"]) uploaded = step["with"]["sarif_file"].text();
  }
  CHECK(has(script, "-o " + uploaded.substr(0, uploaded.find('/')) + " "));
  return script;
}

TEST_CASE("the GitHub workflow annotates the changed article, fails, and leaves SARIF and a summary", "[unit][docs]") {
  if (missing("git") || missing("bash")) return;
  const std::string script = github_script();
  Repository repository(kContradiction);
  const auto ended = repository.sh(script, "GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY=summary.md");
  INFO(ended.out << ended.err);
  CHECK(ended.status == 1);
  CHECK(has(ended.out, " file=draft%2C 1.md,line=1,col=42,"));
  CHECK(has(read_file(repository / "summary.md"), "# crosscheck"));
  const auto sarif = parse_json(read_file(repository / "crosscheck-report/report.sarif"));
  REQUIRE(sarif.ok());
  CHECK(sarif.value().at("runs")[0].at("results").size() == 1);
}

TEST_CASE("the GitHub workflow passes when no article changed, or a calm one", "[unit][docs]") {
  if (missing("git") || missing("bash")) return;
  Repository none(""), calm("Nobody minded.\n");
  CHECK(none.sh(github_script(), "GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY=summary.md").status == 0);
  const auto ended = calm.sh(github_script(), "GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY=summary.md");
  INFO(ended.out << ended.err);
  CHECK(ended.status == 0);
  CHECK_FALSE(has(ended.out, "::error"));
}

TEST_CASE("the GitLab job fails on the changed article and leaves its test report", "[unit][docs]") {
  if (missing("git") || missing("bash")) return;
  const YamlFile file = read_yaml(repo_path("docs/ci/gitlab.yml")).value();
  const YamlNode job = file.root["crosscheck"];
  REQUIRE(job["script"].is_list());
  std::string script;
  for (const auto& line : job["script"]) script += line.text() + "\n";
  const std::string environment = "CI_MERGE_REQUEST_DIFF_BASE_SHA=origin/main";
  Repository repository(kContradiction), none("");
  const auto ended = repository.sh(script, environment);
  INFO(ended.out << ended.err);
  CHECK(ended.status != 0);
  CHECK(has(ended.out, "$5 billion"));
  CHECK(has(read_file(repository / job["artifacts"]["reports"]["junit"].text()), "<failure "));
  CHECK(none.sh(script, environment).status == 0);
}

TEST_CASE("the pre-commit hook runs on staged articles", "[unit][docs]") {
  if (missing("git") || missing("bash")) return;
  const YamlFile file = read_yaml(repo_path(".pre-commit-hooks.yaml")).value();
  const YamlNode hooks = file.root;
  REQUIRE(hooks.size() == 1);
  const YamlNode hook = hooks[0];
  for (const char* key : {"id", "name", "entry", "language", "files"}) CHECK(hook[key]);
  CHECK(hook["language"].text() == "system");
  Repository repository(kContradiction);
  const std::string entry = hook["entry"].text();
  CHECK(repository.sh(entry + " 'draft, 1.md'").status == 1);
  CHECK(repository.sh(entry + " --no-config --against archive 'draft, 1.md' 'calm piece.md'").status == 1);
  CHECK(repository.sh(entry + " 'calm piece.md'").status == 0);
  const auto annotated = repository.sh(entry + " --format github 'draft, 1.md'");  // the host puts the files last
  CHECK(annotated.status == 1);
  CHECK(has(annotated.out, "file=draft%2C 1.md"));
}

TEST_CASE("the guide names every check, and the formats and settings that there are", "[unit][docs]") {
  const std::string guide = read_file(repo_path("docs/gate.md"));
  for (const CheckKind& kind : check_kinds()) {
    INFO(kind.name);
    CHECK(has(guide, "`" + std::string(kind.name) + "`"));
  }
  for (const char* word :
       {"`against`", "`reviews`", "`baseline`", "`fail-on`", "`min-confidence`", "`language`", "`format`", "`ignore`",
        "`rules`", "`sarif`", "`junit`", "`github`", "`rdjson`", "`csv`", "`claimreview`", "`annotations`"}) {
    INFO(word);
    CHECK(has(guide, word));
  }
}

}  // namespace
}  // namespace crosscheck
