// A baseline is what an earlier run told: its report.json, or only the fingerprints of it, one a line:
//   3f0c9a2b11d4e5f6
//   3f0c9a2b11d4e5f6       ← the second finding of the same check, fact and values, which a report calls 3f0c9a2b11d4e5f6-2
//   # known since March
// Equal findings are counted, so that a third one is new. Only the fingerprints are taken from a report; what else it says may
// be of another version.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "base/json.h"
#include "review/review.h"

namespace crosscheck {
namespace {

Fault no_baseline(const std::string& what, const std::string& where) {
  return {Who::setup, "bad-baseline", what, where};
}

/// Nobody minds that two articles no longer say the same.
bool agrees(const Json& finding) {
  const auto relation = finding.find("relation");
  return relation != finding.end() && (*relation == "agree" || *relation == "consistent");
}

Result<std::vector<std::string>> of_report(std::string_view text, const std::string& path) {
  const auto parsed = parse_json(text);
  if (!parsed.ok()) return no_baseline("not JSON: " + parsed.fault().what + "; write the report anew", path);
  const Json& report = parsed.value();
  const auto findings = report.find("findings");
  if (findings == report.end() || !findings->is_array())
    return no_baseline("there are no `findings` in it; give a report.json, or fingerprints, one a line", path);
  std::vector<std::string> out;
  std::size_t number = 0;
  for (const Json& finding : *findings) {
    ++number;
    const auto own = finding.is_object() ? finding.find("fingerprint") : finding.end();
    if (own == finding.end() || !own->is_string())
      return no_baseline("finding " + std::to_string(number) + " has no `fingerprint`; write the report anew", path);
    if (!agrees(finding)) out.push_back(own->get<std::string>());
  }
  return out;
}

Result<std::vector<std::string>> of_lines(std::string_view text, const std::string& path) {
  std::vector<std::string> out;
  std::map<std::string, int> seen;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    line = line.substr(0, line.find('#'));
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) continue;
    line = line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
    if (line.find_first_not_of("0123456789abcdef-") != std::string_view::npos)
      return no_baseline("'" + std::string(line.substr(0, 40)) +
                             "' is no fingerprint; give them as report.json has them, or the whole report",
                         path + ":" + std::to_string(number));
    const int count = ++seen[std::string(line)];
    out.push_back(std::string(line) + (count > 1 ? "-" + std::to_string(count) : ""));
  }
  return out;
}

}  // namespace

Result<KnownFindings> read_known(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return no_baseline("there is no such file; write one with `crosscheck report … --format json`", path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  const bool json = begin != std::string::npos && text[begin] == '{';
  auto found = json ? of_report(text, path) : of_lines(text, path);
  if (!found.ok()) return found.fault();
  KnownFindings known{path, std::move(found).value()};
  std::sort(known.fingerprints.begin(), known.fingerprints.end());
  known.fingerprints.erase(std::unique(known.fingerprints.begin(), known.fingerprints.end()), known.fingerprints.end());
  return known;
}

}  // namespace crosscheck
