// What `make install` and `make package` put in place, tried as a user has it: moved, started from elsewhere, without the
// checkout. Nothing is compiled for it. Where a tool is not installed, that is said and counted as skipped.
#include <iostream>
#include <sstream>

#include "program.h"

namespace crosscheck {
namespace {

using support::Ended, support::has, support::quoted, support::read_file, support::TemporaryFolder;

bool missing(const std::string& tool) {
  if (std::system(("command -v " + tool + " >/dev/null 2>&1").c_str()) == 0) return false;
  std::cout << "skipped: " << tool << " is not installed, so what is installed was not tried with it\n";
  return true;
}

/// A line of sh in `folder`, without what the environment says of rules or the terminal.
Ended shell(const TemporaryFolder& folder, const std::string& line) {
  folder.write("line", line);
  const std::string command =
      "cd " + quoted(folder.path()) + " && env -u CROSSCHECK_RULES -u DESTDIR sh line >line.out 2>line.err </dev/null";
  const int raw = std::system(command.c_str());
  return {WIFEXITED(raw) ? WEXITSTATUS(raw) : 1000 + raw, read_file(folder / "line.out"),
          read_file(folder / "line.err"), 0};
}

std::string build_folder() { return support::fs::path(support::program()).parent_path().string(); }

/// A build with sanitizers is not installed.
bool not_for_installing() {
  if (support::fs::exists(build_folder() + "/guide/crosscheck.1.gz")) return false;
  std::cout << "skipped: this build has nothing to install, so installing it was not tested\n";
  return true;
}

const std::vector<std::string> kInstalled = {"bin/crosscheck",
                                             "share/crosscheck/rules/entities.yaml",
                                             "share/crosscheck/rules/en/claims/finance/valuation.yaml",
                                             "share/man/man1/crosscheck.1.gz",
                                             "share/bash-completion/completions/crosscheck",
                                             "share/zsh/vendor-completions/_crosscheck",
                                             "share/fish/vendor_completions.d/crosscheck.fish",
                                             "share/doc/crosscheck/README.md",
                                             "share/doc/crosscheck/gate.md",
                                             "share/doc/crosscheck/copyright",
                                             "share/doc/crosscheck/changelog.gz"};

void write_articles(const TemporaryFolder& folder) {
  folder.write("articles/a.txt", "Globex acquired Initech for $3 billion in May 2023.\n");
  folder.write("articles/b.txt", "In May 2023, Globex acquired Initech for $5 billion.\n");
}

TEST_CASE("an installed program finds its rules wherever it was moved, and reads no checkout", "[unit][install]") {
  if (missing("cmake") || not_for_installing()) return;
  const TemporaryFolder folder;
  write_articles(folder);
  const Ended put = shell(folder, "cmake --install " + quoted(build_folder()) + " --prefix \"$PWD/one\"");
  INFO(put.out << put.err);
  REQUIRE(put.status == 0);
  for (const std::string& file : kInstalled) {
    INFO(file);
    CHECK(support::fs::exists(folder / ("one/" + file)));
  }
  support::fs::rename(folder / "one", folder / "two");
  const std::string crosscheck = quoted(folder / "two/bin/crosscheck");
  const Ended report = shell(folder, "here=$PWD; cd / && " + crosscheck + " report \"$here/articles\"");
  INFO(report.err);
  CHECK(report.status == 1);
  CHECK(report.err.empty());
  CHECK(has(report.out, "$5 billion"));
  CHECK(has(shell(folder, "cd / && " + crosscheck + " rules explain finance/valuation").out,
            "two/share/crosscheck/rules/en/claims/finance/valuation.yaml"));
  CHECK_FALSE(has(read_file(folder / "two/bin/crosscheck"), support::repo_path("rules")));
  support::fs::create_symlink(folder / "two/bin/crosscheck", folder / "link");
  CHECK(shell(folder, "./link rules check").status == 0);
  support::fs::rename(folder / "two/share", folder / "two/gone");
  const Ended bare = shell(folder, crosscheck + " report articles");
  INFO(bare.err);
  CHECK((bare.status == 2 || support::fs::is_directory("/usr/local/share/crosscheck/rules")));
  CHECK((has(bare.err, "two/share/crosscheck/rules: no rules folder here; name it with --rules DIR") ||
         bare.status == 1));
}

TEST_CASE("a program in its build folder finds the checkout's rules from any folder", "[unit][install]") {
  const TemporaryFolder folder;
  write_articles(folder);
  const Ended report = shell(folder, quoted(support::program()) + " report articles");
  INFO(report.err);
  CHECK(report.status == 1);
  CHECK(has(shell(folder, quoted(support::program()) + " rules explain finance/valuation").out,
            "\n" + support::repo_path("rules/en/claims/finance/valuation.yaml")));
}

TEST_CASE("DESTDIR goes before the prefix, as packagers expect", "[unit][install]") {
  if (missing("cmake") || not_for_installing()) return;
  const TemporaryFolder folder;
  CHECK(shell(folder, "DESTDIR=\"$PWD/root\" cmake --install " + quoted(build_folder()) + " --prefix /usr").status ==
        0);
  for (const std::string& file : kInstalled) CHECK(support::fs::exists(folder / ("root/usr/" + file)));
}

TEST_CASE("the Debian package has what it should, and what is unpacked of it runs", "[unit][install]") {
  if (missing("cpack") || missing("dpkg-deb") || missing("dpkg-shlibdeps") || not_for_installing()) return;
  const TemporaryFolder folder;
  write_articles(folder);
  const Ended packed =
      shell(folder, "cpack --config " + quoted(build_folder() + "/CPackConfig.cmake") + " -B \"$PWD/package\"");
  INFO(packed.out << packed.err);
  REQUIRE(packed.status == 0);
  const std::string information = shell(folder, "dpkg-deb -I package/*.deb").out;
  for (const std::string& field :
       {std::string(" Package: crosscheck\n"), std::string(" Version: " CROSSCHECK_VERSION "-1\n"),
        std::string(" Section: text\n"), std::string(" Maintainer: crosscheck developers <"),
        std::string(" Description: cross-checks figures"), std::string("libsqlite3-0 (>="), std::string("libc6 (>=")}) {
    INFO(field << " in " << information);
    CHECK(has(information, field));
  }
  const std::string content = shell(folder, "dpkg-deb -c package/*.deb").out;
  for (const std::string& file : kInstalled) {
    INFO(file);
    CHECK(has(content, " root/root "));
    CHECK(has(content, "./usr/" + file + "\n"));
  }
  CHECK(has(content, "-rwxr-xr-x root/root"));
  CHECK(has(content, "./usr/share/doc/crosscheck/changelog.Debian.gz"));
  CHECK(shell(folder, "dpkg-deb -x package/*.deb root").status == 0);
  const Ended report = shell(folder, "root/usr/bin/crosscheck report articles");
  INFO(report.err);
  CHECK(report.status == 1);
  CHECK(has(shell(folder, "gzip -dc root/usr/share/man/man1/crosscheck.1.gz").out, ".TH CROSSCHECK 1"));
}

TEST_CASE("the package's own changelog and licences fit the project's", "[unit][install]") {
  CHECK(read_file(support::repo_path("packaging/changelog")).starts_with("crosscheck (" CROSSCHECK_VERSION "-1) "));
  const std::string copyright = read_file(support::repo_path("packaging/copyright"));
  const std::string vendor = support::repo_path("src/render/html/vendor");
  std::size_t licences = 0;
  for (const auto& file : support::fs::recursive_directory_iterator(vendor)) {
    if (!file.path().filename().string().starts_with("LICENSE")) continue;
    ++licences;
    const std::string text = read_file(file.path().string());
    CHECK(has(copyright,
              text.substr(text.find(' ') + 1, text.find('\n') - text.find(' ') - 1)));  // "2010-2026 Mike Bostock"
    std::istringstream lines(text.substr(text.find('\n')));
    for (std::string line; std::getline(lines, line);) CHECK(has(copyright, line));
  }
  CHECK(licences > 0);
  CHECK(has(copyright, "Files: src/render/html/vendor/"));
}

}  // namespace
}  // namespace crosscheck
