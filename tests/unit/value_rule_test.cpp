// The examples of number and time rules against planted mistakes, the comparison of times, and rules that wait for
// the first document of their language.
#include "pipeline/value_rule_tests.h"

#include <algorithm>

#include "support.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

/// A copy of the shipped rules of one small language, and what stands beside it.
class GermanRules {
 public:
  GermanRules() {
    fs::create_directories(root());
    for (const char* part : {"schema", "de", "units.yaml", "holidays.yaml", "link.yaml", "derivations.yaml"})
      fs::copy(support::repo_path(std::string("rules/") + part), root() + "/" + part, fs::copy_options::recursive);
  }
  std::string root() const { return folder_ / "rules"; }
  void write(const std::string& below, std::string_view text) const { folder_.write("rules/de/" + below, text); }
  Rulebook loaded(Loading loading = Loading::everything) const {
    auto book = load_rulebook(root(), loading);
    if (!book.ok()) FAIL(to_string(book.faults().front()));
    return std::move(book).value();
  }

 private:
  support::TemporaryFolder folder_;
};

std::vector<std::string> failures(const GermanRules& rules) {
  std::size_t examples = 0;
  std::vector<std::string> told;
  for (const Fault& fault : test_value_rules(rules.loaded(), "de", examples)) {
    told.push_back(fault.what);
    CHECK_THAT(fault.where, Catch::Contains(".yaml:"));
  }
  return told;
}

TEST_CASE("a yes whose value is wrong and a no that the rule reads are told", "[unit][pipeline]") {
  const GermanRules rules;
  rules.write("numbers.yaml",
              "rules:\n  von: {say: [\"{a} von {b}\"], is: \"a / b\", yes: {\"3 von 10\": \"0.3\", \"2 von 3\": "
              "\"0.667\", \"4 von 5\": \"0.7\"}, "
              "no: [\"3 von uns\", \"1 von 4\"]}\n");
  rules.write("quantities.yaml",
              "lookalikes:\n  flug: {say: [\"flug {d}\"], yes: [\"Flug 370\", \"Flog 370\"], no: [\"Der Flug dauerte "
              "370 Minuten\"]}\n");
  rules.write("time.yaml",
              "rules:\n  ago: {say: [\"vor {n} {grain}\"], yes: {\"vor zwei Wochen\": \"2024-05-02\", \"vor 3 Tagen\": "
              "\"2024-05-12\"}, "
              "no: [\"zwei Wochen Regen\", \"vor 2 Tagen\"]}\n");
  const auto told = failures(rules);
  REQUIRE(told.size() == 5);
  CHECK_THAT(told[0], Catch::StartsWith("von: nothing is 0.7; seen: \"4 von 5\" as 0.8"));
  CHECK_THAT(told[1], Catch::StartsWith("von: must not fire, but takes \"1 von 4\""));
  CHECK_THAT(told[2], Catch::StartsWith("flug: does not match"));
  CHECK_THAT(told[3], Catch::StartsWith("ago: nothing is 2024-05-12; seen: \"vor 3 Tagen\" as 2024-05-13"));
  CHECK_THAT(told[4], Catch::StartsWith("ago: must not fire, but takes \"vor 2 Tagen\""));
}

TEST_CASE("times compare by what they cover", "[unit][pipeline]") {
  for (const auto& [left, right] : std::vector<std::pair<const char*, const char*>>{
           {"2023-SU", "2023-22"},
           {"2024-01/2024-03", "2024-Q1"},
           {"2024-01-01/2024-06-30", "2024-H1"},
           {"2024-05-13/2024-05-19", "2024-W20"},
           {"1990/1999", "199X"},
           {"2000-01-01/2099-12-31", "20XX"},
           {"PT30M", "PT0.5H"},
           {"PT90M", "PT1H30M"},
           {"P1Y", "P12M"},
           {"P2W", "P14D"},
           {"T08", "T08:00"},
           {"2024-05-16T08:00/2024-05-16T09:00", "2024-05-16T08/2024-05-16T09:00:00"},
           {"XXXX-XX-XXTMO", "TMO"},
           {"2013~", "2013"}}) {
    INFO(left << " and " << right);
    CHECK(same_time(left, right));
  }
  for (const auto& [left, right] : std::vector<std::pair<const char*, const char*>>{{"2023-SU", "2024-SU"},
                                                                                    {"2024-05", "2024-05-16"},
                                                                                    {"P1D", "PT24H"},
                                                                                    {"PT30M", "P30M"},
                                                                                    {"PXD", "PXW"},
                                                                                    {"P1WD", "P1W"},
                                                                                    {"2019/..", "2019"},
                                                                                    {"T08:00", "T20:00"},
                                                                                    {"", "2024"}}) {
    INFO(left << " and " << right);
    CHECK_FALSE(same_time(left, right));
  }
}

TEST_CASE("rules that wait for their language's first document are in the digest, and their faults are told then",
          "[unit][rulebook]") {
  const GermanRules rules;
  CHECK(rules.loaded(Loading::as_needed).digest() == rules.loaded().digest());
  rules.write("time.yaml", "orders: dmy\nrules: {}\n");
  rules.write("numbers.yaml", "gleud: true\n");
  const Rulebook book = rules.loaded(Loading::as_needed);
  book.lexicon("fr");
  CHECK(book.late_faults().empty());
  book.lexicon("de-AT");
  book.lexicon("de");
  const std::vector<Fault> faults = book.late_faults();
  REQUIRE(faults.size() == 2);
  CHECK_THAT(faults[0].where, Catch::Contains("numbers.yaml:1"));
  CHECK_THAT(faults[1].where, Catch::Contains("time.yaml:1"));
  CHECK_FALSE(load_rulebook(rules.root()).ok());
}

TEST_CASE("a run whose rules turn out to be at fault reads nothing", "[unit][pipeline]") {
  const GermanRules rules;
  rules.write("time.yaml", "orders: dmy\n");
  const support::TemporaryFolder folder;
  folder.write("a.txt", "Am 3. Mai 2024 kaufte das Unternehmen die Firma in Berlin für drei Millionen Euro.\n");
  RunOptions options;
  options.language = "de";
  const Rulebook book = rules.loaded(Loading::as_needed);
  CHECK_FALSE(run_report(book, {folder.path()}, options).ok());
  std::size_t documents = 0;
  const MentionsReceiver receiver{[&](const Document&, const Article&) { return ++documents > 0; },
                                  [](const Skipped&) {}};
  CHECK_FALSE(run_mentions(book, {folder.path()}, options, receiver).ok());
  CHECK(documents == 0);
}

}  // namespace
}  // namespace crosscheck
