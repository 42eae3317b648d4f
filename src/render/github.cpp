// GitHub's workflow commands: a line of the log that becomes an annotation of a line of the article.
//   ::error file=draft.txt,line=1,col=42,endLine=1,endColumn=52,title=crosscheck%3A value::Initech's price: $3 billion …
// The host keeps ten errors, ten warnings and ten notices of a step and drops the rest without a word, so the worst come first
// and the last notice says how many were left out. What has been decided about is not annotated; columns are code points.
#include <array>

#include "render/formats.h"
#include "render/hosts.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kPerLevel = 10;

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out.push_back(c);
  }
  return out;
}

std::string command(std::string_view name, const std::string& properties, const std::string& message) {
  return "::" + std::string(name) + (properties.empty() ? "" : " ") + properties + "::" + escaped(message, false) +
         "\n";
}

std::string_view command_name(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "notice";
}

std::string properties_of(const Report& report, Places& places, const Finding& finding) {
  std::string out;
  const auto cited = cited_claims(report, finding);
  if (!cited.empty()) {
    const Claim& claim = report.claims[cited.front()];
    out = "file=" + escaped(plain(file_of(report.documents[claim.document])), true);
    if (const auto range = places.in_file(claim)) {
      out += ",line=" + std::to_string(range->begin.line) + ",col=" + std::to_string(range->begin.column) +
             ",endLine=" + std::to_string(range->end.line);
      if (range->end.column != 0) out += ",endColumn=" + std::to_string(range->end.column);
    }
    out += ",";
  }
  return out + "title=" + escaped("crosscheck: " + finding.check, true);
}

}  // namespace

std::string as_github(const Overview& overview, const Look& look) {
  const Report& report = overview.report();
  Places places(report);
  std::string out;
  std::array<std::size_t, 3> shown{};
  std::size_t open = 0, told = 0;
  for (const std::uint32_t i : findings_for_hosts(report, look.fail_on)) {
    const Finding& finding = report.findings[i];
    if (finding.standing != Standing::open) continue;
    ++open;
    const Level level = level_of(finding);
    const std::size_t most = level == Level::note ? kPerLevel - 1 : kPerLevel;
    if (++shown[static_cast<std::size_t>(level)] > most) continue;
    ++told;
    std::string words = finding_words(overview, finding);
    words.pop_back();
    out += command(command_name(level), properties_of(report, places, finding), words);
  }
  std::string rest;
  if (told < open)
    rest = std::to_string(told) + " of " + counted(open, "finding", "findings") +
           " shown: GitHub keeps ten of a kind a step. The JSON, Markdown and SARIF reports have all.";
  if (!report.skipped.empty())
    rest += (rest.empty() ? "" : " ") + counted(report.skipped.size(), "file", "files") + " could not be read, first " +
            plain(report.skipped.front().path) + ": " + plain(report.skipped.front().reason);
  for (const Notice& notice : report.notices)
    rest += (rest.empty() ? "" : "\n") + plain(notice.where + ": " + notice.what);
  if (!rest.empty()) out += command("notice", "title=crosscheck", rest);
  return out;
}

}  // namespace crosscheck::rendering
