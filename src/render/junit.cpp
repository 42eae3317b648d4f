// JUnit XML, for whatever shows test results. An article is a suite, a fact of it that several texts tell is a case:
//   <testcase name="Initech's price: $3 billion against $5 billion" classname="draft.txt"><failure …>
// What fails the run is a failure, what a person or a comment has silenced is skipped, what is known from the baseline passes,
// as all else does. A file that could not be read is an error. Valid by both schemas that are in use (Ant's and Jenkins'),
// which leaves no attribute for a line: the text has it. Times are zero: the same run is the same file.
#include <map>

#include "base/unicode.h"
#include "render/formats.h"
#include "render/hosts.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

/// For text and quoted attributes. What XML 1.0 has no place for becomes U+FFFD.
std::string xml(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    const bool allowed = d.code == '\t' || d.code == '\n' || (d.code >= 0x20 && d.code < 0xD800) ||
                         (d.code >= 0xE000 && d.code < 0xFFFE) || d.code >= 0x10000;
    if (d.code == '&')
      out += "&amp;";
    else if (d.code == '<')
      out += "&lt;";
    else if (d.code == '>')
      out += "&gt;";
    else if (d.code == '"')
      out += "&quot;";
    else
      append_utf8(out, allowed ? d.code : char32_t{0xFFFD});
    at += d.length;
  }
  return out;
}

struct Suite {
  std::string name, cases;
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
};

class JUnit {
 public:
  JUnit(const Overview& overview, const Look& look) : overview_(overview), report_(overview.report()), look_(look) {}

  std::string write() {
    suites_by_article();
    unread();
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    for (std::size_t i = 0; i < suites_.size(); ++i) {
      const Suite& suite = suites_[i];
      out += "  <testsuite name=\"" + xml(suite.name) + "\" package=\"crosscheck\" id=\"" + std::to_string(i) +
             "\" timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\" tests=\"" + std::to_string(suite.tests) +
             "\" failures=\"" + std::to_string(suite.failures) + "\" errors=\"" + std::to_string(suite.errors) +
             "\" skipped=\"" + std::to_string(suite.skipped) + "\" time=\"0\">\n    <properties>\n" + properties() +
             "    </properties>\n" + suite.cases +
             "    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n";
    }
    return out + "</testsuites>\n";
  }

 private:
  void suites_by_article() {
    std::vector<std::vector<std::uint32_t>> findings(report_.documents.size());
    for (std::uint32_t i = 0; i < report_.findings.size(); ++i) {
      const auto cited = cited_claims(report_, report_.findings[i]);
      if (!cited.empty()) findings[report_.claims[cited.front()].document].push_back(i);
    }
    for (std::uint32_t i = 0; i < report_.documents.size(); ++i) {
      if (i < report_.facts.size() && !report_.facts[i].checked) continue;
      Suite suite;
      suite.name = plain(report_.documents[i].path);
      std::map<std::string, int> named;
      for (const std::uint32_t at : findings[i]) add(report_.findings[at], named, suite);
      if (suite.tests == 0) open_case("no fact is told by another text, too", suite);
      if (suite.tests == 0) close_case("", suite);
      suites_.push_back(std::move(suite));
    }
  }

  void add(const Finding& finding, std::map<std::string, int>& named, Suite& suite) const {
    std::string name = plain(finding.summary);
    if (++named[name] > 1) name += " (" + finding.fingerprint + ")";
    open_case(name, suite);
    if (fails(finding, look_.fail_on)) {
      ++suite.failures;
      return close_case("<failure message=\"" + xml(plain(finding.summary)) + "\" type=\"" + xml(finding.check) +
                            "\">" + xml(finding_words(overview_, finding) + "fingerprint " + finding.fingerprint) +
                            "</failure>",
                        suite);
    }
    const bool silenced = finding.standing == Standing::dismissed || finding.standing == Standing::ignored;
    if (!silenced) return close_case("", suite);
    ++suite.skipped;
    const std::string reason =
        finding.standing == Standing::ignored ? finding.ignored_for : report_.reviews[*finding.review].reason;
    close_case(
        "<skipped message=\"" + xml(plain(std::string(name_of(finding.standing)) + ": " + reason)) + "\"></skipped>",
        suite);
  }

  void unread() {
    if (report_.skipped.empty()) return;
    Suite suite;
    suite.name = "not read";
    for (const Skipped& file : report_.skipped) {
      open_case(plain(file.path), suite);
      ++suite.errors;
      close_case("<error message=\"" + xml(plain(file.reason)) + "\" type=\"" + xml(file.code) + "\">" +
                     xml(plain(file.path + ": " + file.reason)) + "</error>",
                 suite);
    }
    suites_.push_back(std::move(suite));
  }

  static void open_case(const std::string& name, Suite& suite) {
    suite.cases += "    <testcase name=\"" + xml(name) + "\" classname=\"" + xml(suite.name) + "\" time=\"0\">";
  }
  static void close_case(const std::string& inside, Suite& suite) {
    ++suite.tests;
    suite.cases += inside + "</testcase>\n";
  }

  std::string properties() const {
    return "      <property name=\"crosscheck\" value=\"" + xml(report_.version) +
           "\"/>\n      <property name=\"rules\" value=\"" + xml(report_.rules_digest) + "\"/>\n";
  }

  const Overview& overview_;
  const Report& report_;
  const Look& look_;
  std::vector<Suite> suites_;
};

}  // namespace

std::string as_junit(const Overview& overview, const Look& look) { return JUnit(overview, look).write(); }

}  // namespace crosscheck::rendering
