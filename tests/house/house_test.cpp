// Every file of src/ against the house rules. The rules themselves are tried on planted breaches in
// planted_test.cpp.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "base/hash.h"
#include "catch.h"
#include "house/house_rules.h"

namespace crosscheck::house {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = CROSSCHECK_SOURCE_DIR;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The C++ files of src/: path relative to src/ → text.
const std::map<std::string, std::string>& sources() {
  static const std::map<std::string, std::string> kSources = [] {
    std::map<std::string, std::string> out;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kRoot / "src")) {
      const fs::path extension = entry.path().extension();
      if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp")) continue;
      out[fs::relative(entry.path(), kRoot / "src").generic_string()] = read_file(entry.path());
    }
    return out;
  }();
  return kSources;
}

std::string joined(const Breaches& breaches) {
  std::string out;
  for (const Breach& breach : breaches) out += to_string(breach) + "\n";
  return out;
}

void expect_none(const std::string& breaches) {
  if (!breaches.empty()) FAIL_CHECK(breaches);
  SUCCEED();
}

template <class Rule>
std::string breaches_of(Rule rule) {
  Breaches all;
  for (const auto& [path, text] : sources()) {
    const Breaches some = rule(path, text);
    all.insert(all.end(), some.begin(), some.end());
  }
  return joined(all);
}

TEST_CASE("there are sources to read", "[house]") { REQUIRE_FALSE(sources().empty()); }

TEST_CASE("every include keeps the law of includes", "[house]") { expect_none(breaches_of(check_includes)); }

TEST_CASE("every library, thread and print is in its room", "[house]") { expect_none(breaches_of(check_libraries)); }

TEST_CASE("no source holds an unwanted word", "[house]") { expect_none(breaches_of(check_words)); }

TEST_CASE("every door opens with its card, every .cpp with a comment", "[house]") {
  expect_none(breaches_of(check_opening));
}

TEST_CASE("every test that a card names exists", "[house]") {
  const auto exists = [](const std::string& path) { return fs::exists(kRoot / path); };
  expect_none(breaches_of(
      [&](const std::string& path, const std::string& text) { return check_tested_by(path, text, exists); }));
}

TEST_CASE("no file and no function is too long", "[house]") {
  expect_none(breaches_of(
      [](const std::string& path, const std::string& text) { return check_lengths(path, text, kFailing); }));
  const std::string longish = breaches_of(
      [](const std::string& path, const std::string& text) { return check_lengths(path, text, kWorthALook); });
  if (!longish.empty()) WARN("longer than it should be, though not yet a failure:\n" << longish);
}

TEST_CASE("every script and style sheet of the page keeps the page's rules", "[house]") {
  const fs::path folder = kRoot / "src/render/html/page";
  Breaches all;
  std::size_t files = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const Breaches some =
        check_page_file("render/html/page/" + entry.path().filename().string(), read_file(entry.path()), kFailing);
    all.insert(all.end(), some.begin(), some.end());
    ++files;
  }
  CHECK(files > 10);
  expect_none(joined(all));
}

TEST_CASE("vendored files are the bytes that were published, with their licence", "[house]") {
  Breaches all;
  std::size_t folders = 0;
  for (const fs::directory_entry& folder : fs::directory_iterator(kRoot / "src/render/html/vendor")) {
    std::set<std::string> files;
    for (const fs::directory_entry& file : fs::directory_iterator(folder.path()))
      files.insert(file.path().filename().string());
    const auto digest = [&](const std::string& file) { return sha256_hex(read_file(folder.path() / file)); };
    const Breaches some = check_vendored("render/html/vendor/" + folder.path().filename().string(),
                                         read_file(folder.path() / "SHA256SUMS"), digest, files);
    all.insert(all.end(), some.begin(), some.end());
    ++folders;
  }
  CHECK(folders == 1);
  expect_none(joined(all));
}

TEST_CASE("src/README.md and the folders of src/ name the same rooms", "[house]") {
  std::set<std::string> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "src")) {
    if (entry.is_directory()) folders.insert(entry.path().filename().string());
  }
  expect_none(joined(check_room_table(read_file(kRoot / "src" / "README.md"), folders)));
}

TEST_CASE("every room has its door", "[house]") {
  std::set<std::string> paths;
  for (const auto& [path, text] : sources()) paths.insert(path);
  expect_none(joined(check_doors_exist(paths)));
}

}  // namespace
}  // namespace crosscheck::house
