// Laws of a whole run: what an article says does not depend on how many threads read it, in which order, how
// its lines are wrapped, or what else lies in the folder. Findings are compared by their fingerprints.
#include "base/unicode.h"
#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;
using support::report_on;
using support::Source;
using support::Sources;

/// fingerprint → what a person reads.
std::map<std::string, std::string> told(const Report& report) {
  std::map<std::string, std::string> found;
  for (const Finding& finding : report.findings) {
    found[finding.fingerprint + " " + std::string(name_of(finding.relation))] = finding.check + ": " + finding.summary;
  }
  return found;
}

/// Findings of `a` that `b` lacks, one a line.
std::string lost(const std::map<std::string, std::string>& a, const std::map<std::string, std::string>& b) {
  std::string lines;
  for (const auto& [key, words] : a) {
    if (!b.contains(key)) lines += "\n  " + key + " " + words;
  }
  return lines;
}

Sources joined(Sources a, const Sources& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// All stories in one corpus, each article under its folder's name.
Sources everything() {
  Sources all;
  for (const std::string& folder : support::story_folders()) {
    for (const Source& source : support::sources_in(folder)) all.push_back({folder + "/" + source.name, source.text});
  }
  return all;
}

TEST_CASE("an article never contradicts its copy, and the copy is no second source", "[property]") {
  for (const Source& source : everything()) {
    INFO(source.name);
    const Report alone = report_on({source}), twice = report_on({source, {"copy-of-" + source.name, source.text}});
    const auto before = told(alone);
    for (const Finding& finding : twice.findings) {
      INFO(finding.summary);
      const bool clash = finding.relation == Relation::contradict;
      CHECK((!clash || before.contains(finding.fingerprint + " contradict")));
      CHECK(finding.relation != Relation::agree);
      for (const Side& side : finding.sides) CHECK(side.sources <= 1);
    }
  }
}

/// What is found, whatever it is called: relation, check and the values that meet, counted.
std::map<std::string, std::string> verdicts(const Report& report) {
  std::map<std::string, std::string> found;
  for (const Finding& finding : report.findings) {
    std::vector<std::string> values;
    for (const Side& side : finding.sides) values.push_back(side.value);
    std::sort(values.begin(), values.end());
    std::string key = std::string(name_of(finding.relation)) + " " + finding.check;
    for (const std::string& value : values) key += " " + value;
    while (found.contains(key)) key += "+";
    found[key] = finding.summary;
  }
  return found;
}

/// Compares a story's findings over four orders of its articles; the first order that differs is shown.
template <class Tell>
void check_orders(Tell&& tell) {
  for (const std::string& folder : support::story_folders()) {
    Sources sources = support::sources_in(folder);
    const auto before = tell(report_on(sources));
    Dice dice(5);
    for (int i = 0; i < 4; ++i) {
      dice.shuffle(sources);
      const auto after = tell(report_on(sources));
      const std::string gone = lost(before, after), come = lost(after, before);
      if (gone.empty() && come.empty()) continue;
      std::string order;
      for (const Source& source : sources) order += "\n  " + source.name;
      FAIL_CHECK(folder << " told in the order" << order << "\nloses" << gone << "\nand gains" << come);
      break;
    }
  }
}

TEST_CASE("the order of articles changes no verdict", "[property]") { check_orders(verdicts); }

TEST_CASE("the order of articles changes no finding's fingerprint", "[property]") { check_orders(told); }

/// Every group as the places of its claims, whatever the order of the documents.
std::set<std::set<std::string>> groups_of(const Report& report) {
  std::set<std::set<std::string>> groups;
  for (const Group& group : report.groups) {
    std::set<std::string> places;
    for (const std::uint32_t index : group.claims) {
      const Claim& claim = report.claims[index];
      places.insert(report.documents[claim.document].path + ":" + std::to_string(claim.place.span.begin) + " " +
                    std::string(surface_of(report, claim)));
    }
    groups.insert(std::move(places));
  }
  return groups;
}

/// News in which no party tells one figure from another: tolls, hours, things counted.
Sources bombing() {
  const std::string market = "A bomb exploded at a crowded market in Oberlind on Wednesday, police said.";
  return {{"a.txt", market + " The blast killed 14 people and hurt 62. It destroyed 40 stalls at 9:30 a.m.\n"},
          {"b.txt", market + " At least 17 people were killed and 62 wounded when it went off at 9.30 a.m.\n"},
          {"c.txt", market + " Police said the dead were 14 shoppers; about 60 were hurt and 45 stalls burned.\n"},
          {"d.txt", market + " Two bombs of 8 kg each killed 17 people, and 40 stalls were lost.\n"}};
}

TEST_CASE("the order of articles changes no group", "[property]") {
  std::vector<Sources> stories = {bombing()};
  for (const std::string& folder : support::story_folders()) stories.push_back(support::sources_in(folder));
  for (Sources& sources : stories) {
    const auto before = groups_of(report_on(sources));
    CHECK(before.size() > 1);
    Dice dice(7);
    for (int i = 0; i < 4; ++i) {
      dice.shuffle(sources);
      INFO(sources.front().name << " comes first");
      CHECK(groups_of(report_on(sources)) == before);
    }
  }
}

TEST_CASE("one thread and four write the same bytes", "[property]") {
  const Sources all = everything();
  const std::string one = render(report_on(all, 1), Format::json, {});
  for (const unsigned threads : {2U, 4U, 16U}) {
    for (int run = 0; run < 2; ++run) CHECK(render(report_on(all, threads), Format::json, {}) == one);
  }
}

/// Many events, each told by a few articles, with copies among them: more tasks than threads in every room.
Sources many_events() {
  const std::vector<std::string> places = {"Narvik", "Tromso", "Bergen", "Molde"}, things = {"ferry", "bridge", "mine"};
  Sources sources;
  Dice dice(5);
  for (int event = 0; event < 60; ++event) {
    const std::string place = dice.pick(places) + " " + std::to_string(event), thing = dice.pick(things);
    for (int article = 0; article < 6; ++article) {
      const std::string dead = std::to_string(3 + event % 7 + article % 2), cost = std::to_string(10 + event);
      const std::string name = std::to_string(event) + "-" + std::to_string(article) + ".txt";
      sources.push_back({name, "At least " + dead + " people were killed when a " + thing + " collapsed near " + place +
                                   " on Tuesday. The " + thing + " had cost $" + cost +
                                   " million, Halden Grid said. Police arrested " + std::to_string(article + 1) +
                                   " men in connection with event" + std::to_string(event) + ".\n"});
    }
  }
  return sources;
}

TEST_CASE("two threads and one write the same bytes where articles are many", "[property]") {
  const Sources all = many_events();
  const Report one = report_on(all, 1);
  CHECK(one.groups.size() > 60);
  CHECK(render(report_on(all, 2), Format::json, {}) == render(one, Format::json, {}));
  CHECK(render(report_on(all, 7), Format::json, {}) == render(one, Format::json, {}));
}

/// Breaks the spaces of long plain lines so that no line is longer than 72 columns; headings, list items and
/// tables are left whole, and no line is made to begin like one.
std::string wrapped(const std::string& text, const std::string& newline) {
  std::string out;
  std::size_t begin = 0;
  const bool front_matter = text.starts_with("---\n");
  const std::size_t body = front_matter ? text.find("\n---\n", 4) + 5 : 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    std::size_t width = 0;
    const bool paragraph = begin >= body && !line.empty() &&
                           std::string_view("#|*-+>").find(line.front()) == std::string_view::npos &&
                           !line.starts_with("•");
    for (std::size_t at = 0; at < line.size(); ++at) {
      const std::size_t next = line.find(' ', at + 1);
      const std::size_t word = (next == std::string_view::npos ? line.size() : next) - at;
      const bool plain =
          paragraph && at + 1 < line.size() && std::isalpha(static_cast<unsigned char>(line[at + 1])) != 0;
      if (line[at] == ' ' && plain && width + word > 72) {
        out += newline;
        width = 0;
        continue;
      }
      out += line[at];
      ++width;
    }
    if (end < text.size()) out += '\n';
    begin = end + 1;
  }
  return out;
}

void check_wrapped(const std::string& newline) {
  for (const std::string& folder : support::story_folders()) {
    Sources sources = support::sources_in(folder);
    const auto before = told(report_on(sources));
    for (Source& source : sources) source.text = wrapped(source.text, newline);
    const auto after = told(report_on(sources));
    INFO(folder);
    CHECK(lost(before, after) == "");
    CHECK(lost(after, before) == "");
  }
}

TEST_CASE("line wrapping changes no finding", "[property]") { check_wrapped("\n"); }

TEST_CASE("lines that end in CRLF change no finding", "[property]") {
  for (const std::string& folder : support::story_folders()) {
    Sources sources = support::sources_in(folder);
    const auto before = told(report_on(sources));
    for (Source& source : sources) {
      std::string crlf;
      for (const char c : source.text) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
      source.text = std::move(crlf);
    }
    const auto after = told(report_on(sources));
    INFO(folder);
    CHECK(lost(before, after) == "");
    CHECK(lost(after, before) == "");
  }
}

TEST_CASE("an unrelated article added changes no other finding", "[property]") {
  const Source unrelated{
      "zz-unrelated.txt",
      "A storm flooded the valley of Oberlind on 4 March 1998.\n\nSome 340 houses were lost, said Mayor Ines Talvik. "
      "The repairs cost $12 million, of which the canton paid 40%. Over 2,000 people had been moved the night "
      "before.\n"};
  for (const std::string& folder : support::story_folders()) {
    const Sources sources = support::sources_in(folder);
    const auto before = told(report_on(sources));
    INFO(folder);
    CHECK(lost(before, told(report_on(joined(sources, {unrelated})))) == "");
    CHECK(lost(before, told(report_on(joined({unrelated}, sources)))) == "");
  }
}

TEST_CASE("two stories side by side have the findings that each has alone", "[property]") {
  const auto folders = support::story_folders();
  for (std::size_t i = 0; i < folders.size(); ++i) {
    for (std::size_t j = i + 1; j < folders.size(); ++j) {
      const Sources a = support::sources_in(folders[i]), b = support::sources_in(folders[j]);
      auto alone = told(report_on(a));
      alone.merge(told(report_on(b)));
      const auto together = told(report_on(joined(a, b)));
      INFO(folders[i] << " and " << folders[j]);
      CHECK(lost(alone, together) == "");
      CHECK(lost(together, alone) == "");
    }
  }
}

}  // namespace
}  // namespace crosscheck
