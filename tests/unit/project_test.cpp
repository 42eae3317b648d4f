// A project's settings: found upward, held to their shape, relative to their own folder.
#include "support.h"

namespace crosscheck {
namespace {

using support::TemporaryFolder;

Project loaded(const TemporaryFolder& folder, const std::string& text) {
  folder.write(".crosscheck.yaml", text);
  auto project = load_project(folder / ".crosscheck.yaml");
  if (!project.ok()) FAIL(to_string(project.faults().front()));
  return std::move(project).value();
}

TEST_CASE("all settings are read, and paths are relative to the file", "[unit][project]") {
  const TemporaryFolder folder;
  const Project project =
      loaded(folder,
             "against: [archive, /data/all]\nreviews: reviews.jsonl\nbaseline: base.json\nfail-on: update\n"
             "min-confidence: 0.7\nlanguage: de\nformat: [text, sarif]\nignore: ['drafts/*', old/]\nrules: rules\n");
  CHECK(project.against == std::vector<std::string>{folder / "archive", "/data/all"});
  CHECK(project.reviews == folder / "reviews.jsonl");
  CHECK(project.baseline == folder / "base.json");
  CHECK(project.rules == folder / "rules");
  CHECK(project.fail_on == "update");
  CHECK(project.min_confidence == 0.7);
  CHECK(project.language == "de");
  CHECK(project.formats == std::vector<std::string>{"text", "sarif"});
}

TEST_CASE("an empty file sets nothing", "[unit][project]") {
  const TemporaryFolder folder;
  CHECK(loaded(folder, "").against.empty());
  CHECK(loaded(folder, "# nothing yet\n").fail_on.empty());
}

TEST_CASE("every fault is told with its line and column, an unknown key with the nearest one", "[unit][project]") {
  const TemporaryFolder folder;
  folder.write(".crosscheck.yaml", "agaisnt: [archive]\nfail-on: sometimes\nmin-confidence: much\nformat: pdf\n");
  const auto project = load_project(folder / ".crosscheck.yaml");
  REQUIRE_FALSE(project.ok());
  std::string all;
  for (const Fault& fault : project.faults()) all += to_string(fault) + "\n";
  INFO(all);
  CHECK(project.faults().size() == 4);
  CHECK(all.find(".crosscheck.yaml:1:1: unknown key 'agaisnt'; did you mean 'against'?") != std::string::npos);
  CHECK(all.find(".crosscheck.yaml:2:10:") != std::string::npos);
  CHECK(all.find(".crosscheck.yaml:3:17:") != std::string::npos);
  CHECK(all.find(".crosscheck.yaml:4:9:") != std::string::npos);
  folder.write(".crosscheck.yaml", "min-confidence: 1.5\n");
  CHECK_FALSE(load_project(folder / ".crosscheck.yaml").ok());
  folder.write(".crosscheck.yaml", "against: [\n");
  CHECK_FALSE(load_project(folder / ".crosscheck.yaml").ok());
}

TEST_CASE("the nearest file above an article is found", "[unit][project]") {
  const TemporaryFolder folder;
  folder.write(".crosscheck.yaml", "");
  folder.write("a/b/c/article.txt", "Text.");
  const auto same = [](const std::string& a, const std::string& b) { return support::fs::equivalent(a, b); };
  CHECK(same(find_project(folder / "a/b/c/article.txt"), folder / ".crosscheck.yaml"));
  folder.write("a/b/.crosscheck.yaml", "");
  CHECK(same(find_project(folder / "a/b/c/article.txt"), folder / "a/b/.crosscheck.yaml"));
  CHECK(same(find_project(folder / "a/b"), folder / "a/b/.crosscheck.yaml"));
  CHECK(same(find_project(folder / "a/other.txt"), folder / ".crosscheck.yaml"));
}

TEST_CASE("patterns ignore files and whole folders below the settings", "[unit][project]") {
  const TemporaryFolder folder;
  const Project project = loaded(folder, "ignore: ['drafts/', '*.tmp.md', notes]\n");
  CHECK(project.ignores(folder / "drafts/a.txt"));
  CHECK(project.ignores(folder / "drafts/deep/a.txt"));
  CHECK(project.ignores(folder / "x/y.tmp.md"));
  CHECK(project.ignores(folder / "notes/a.txt"));
  CHECK_FALSE(project.ignores(folder / "news/drafts.txt"));
  CHECK_FALSE(project.ignores(folder / "a.md"));
}

}  // namespace
}  // namespace crosscheck
