// What crosscheck says about corpus/, byte for byte as reports/ has it: the same bytes that
// `crosscheck report corpus/NAME -o reports/NAME` writes, made in memory. A change of behaviour shows here
// first; `make accept` writes the reports anew, and the diff is for the reviewer.
#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

/// Paths in a report are those given, so the run must stand where `make report` stands.
class InRepository {
 public:
  InRepository() : before_(fs::current_path()) { fs::current_path(CROSSCHECK_SOURCE_DIR); }
  ~InRepository() { fs::current_path(before_); }
  InRepository(const InRepository&) = delete;
  InRepository& operator=(const InRepository&) = delete;

 private:
  fs::path before_;
};

std::string first_difference(const std::string& expected, const std::string& actual) {
  std::size_t line = 1, begin = 0;
  while (begin < expected.size() || begin < actual.size()) {
    const auto line_of = [&](const std::string& text) {
      return begin >= text.size() ? std::string("(the end)") : text.substr(begin, text.find('\n', begin) - begin);
    };
    const std::string a = line_of(expected), b = line_of(actual);
    if (a != b)
      return "line " + std::to_string(line) + "\n  kept: " + a.substr(0, 400) + "\n  now:  " + b.substr(0, 400);
    begin += a.size() + 1;
    ++line;
  }
  return "the last newline";
}

void check_report(const std::string& name) {
  RunOptions options;
  options.threads = 2;
  const auto report = run_report(support::shipped_rules(), {"corpus/" + name}, options);
  REQUIRE(report.ok());
  Look look;
  look.all = true;
  for (const Format format : {Format::json, Format::markdown, Format::text, Format::html}) {
    const std::string path = "reports/" + name + "/" + std::string(file_name(format));
    if (!fs::exists(path)) {
      FAIL_CHECK(path << " is not there; run `make accept`");
      continue;
    }
    const std::string expected = support::read_file(path), actual = render(report.value(), format, look);
    if (expected == actual) continue;
    FAIL_CHECK(path << " differs at " << first_difference(expected, actual)
                    << "\nRun `make accept` and read the diff before you commit it.");
  }
}

TEST_CASE("the reports on corpus/ are those kept in reports/, byte for byte", "[golden]") {
  const InRepository here;
  std::size_t corpora = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator("corpus")) {
    if (!entry.is_directory()) continue;
    ++corpora;
    check_report(entry.path().filename().string());
  }
  CHECK(corpora > 0);
}

TEST_CASE("every kept report has its corpus", "[golden]") {
  const InRepository here;
  if (!fs::exists("reports")) return;
  for (const fs::directory_entry& entry : fs::directory_iterator("reports")) {
    INFO(entry.path().string());
    CHECK((!entry.is_directory() || fs::is_directory(fs::path("corpus") / entry.path().filename())));
  }
}

}  // namespace
}  // namespace crosscheck
