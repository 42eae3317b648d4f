// Made-up stories told by several articles each, against rows that say what must be found and what must not:
// tests/stories/<name>/articles and expected.jsonl. The verdicts are those of the annotators' own scorer:
//   {"relation": "contradict", "sides": [[{"doc", "begin", "end"}], [{…}]]} holds when one contradict finding
//   covers a claim of each side, a claim being any whose bytes overlap the row's.
// How many rows hold is printed; tests/stories/floors.json says how many must, and those figures may only rise.
#include <iostream>
#include <map>

#include "support.h"

namespace crosscheck {
namespace {

using Ids = std::set<std::uint32_t>;

bool meet(const Ids& a, const Ids& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint32_t id) { return b.contains(id); });
}
bool all_meet(const std::vector<Ids>& sides, const Ids& members) {
  return std::all_of(sides.begin(), sides.end(), [&](const Ids& side) { return meet(side, members); });
}

bool between_documents(Relation relation) {
  return relation == Relation::agree || relation == Relation::compatible || relation == Relation::update ||
         relation == Relation::contradict;
}

class Judge {
 public:
  explicit Judge(const Report& report) : report_(report) {}

  /// Why the row does not hold; empty when it does.
  std::string verdict(const Json& row) const {
    const auto relation = row.at("relation").get<std::string>();
    const std::vector<Ids> sides = sides_of(row);
    if (std::any_of(sides.begin(), sides.end(), [](const Ids& side) { return side.empty(); })) {
      return relation == "not-comparable" ? "" : "no claim for a side";
    }
    if (relation == "agree") return agree(row);
    if (relation == "compatible") return compatible(sides);
    if (relation == "not-comparable") return not_comparable(sides);
    if (relation == "not-contradict") return covered("contradict", sides) ? "flagged as a contradiction" : "";
    if (relation == "single") return covered("contradict", {sides.front()}) ? "flagged as a contradiction" : "";
    return covered(relation, sides) ? "" : "no " + relation + " finding over its sides";
  }

 private:
  Ids claims_at(const Json& place) const {
    Ids found;
    const Span span{place.at("begin").get<std::uint32_t>(), place.at("end").get<std::uint32_t>()};
    for (std::uint32_t i = 0; i < report_.claims.size(); ++i) {
      const Claim& claim = report_.claims[i];
      if (claim.place.field != Field::text || !claim.place.span.overlaps(span)) continue;
      if (report_.documents[claim.document].path == place.at("doc").get<std::string>()) found.insert(i);
    }
    return found;
  }

  std::vector<Ids> sides_of(const Json& row) const {
    std::vector<Ids> sides;
    for (const Json& side : row.at("sides")) {
      Ids ids;
      for (const Json& place : side) ids.merge(claims_at(place));
      sides.push_back(std::move(ids));
    }
    return sides;
  }

  static Ids quoted(const Finding& finding) {
    Ids ids;
    for (const Side& side : finding.sides) ids.insert(side.claims.begin(), side.claims.end());
    return ids;
  }
  static Ids members(const Finding& finding) {
    Ids ids = quoted(finding);
    for (const Derivation& step : finding.derivation) ids.insert(step.inputs.begin(), step.inputs.end());
    return ids;
  }

  bool covered(const std::string& relation, const std::vector<Ids>& sides) const {
    return std::any_of(report_.findings.begin(), report_.findings.end(), [&](const Finding& finding) {
      return name_of(finding.relation) == relation && all_meet(sides, members(finding));
    });
  }

  /// One side of one finding covers a claim of every document on the row.
  std::string agree(const Json& row) const {
    std::map<std::string, Ids> of_document;
    for (const Json& place : row.at("sides").front())
      of_document[place.at("doc").get<std::string>()].merge(claims_at(place));
    std::vector<Ids> wanted;
    for (const auto& [name, ids] : of_document) wanted.push_back(ids);
    for (const Finding& finding : report_.findings) {
      if (!between_documents(finding.relation)) continue;
      for (const Side& side : finding.sides) {
        if (all_meet(wanted, Ids(side.claims.begin(), side.claims.end()))) return "";
      }
    }
    return "no side of a finding holds all its documents";
  }

  std::string compatible(const std::vector<Ids>& sides) const {
    bool held = false;
    for (const Finding& finding : report_.findings) {
      if (!between_documents(finding.relation) || !all_meet(sides, members(finding))) continue;
      if (finding.relation == Relation::contradict && finding.sides.size() < 3) return "flagged as a contradiction";
      held = true;
    }
    return held ? "" : "no compatible finding";
  }

  std::string not_comparable(const std::vector<Ids>& sides) const {
    for (const Group& group : report_.groups) {
      if (all_meet(sides, Ids(group.claims.begin(), group.claims.end()))) return "grouped together";
    }
    for (const Finding& finding : report_.findings) {
      if (between_documents(finding.relation) && all_meet(sides, quoted(finding)))
        return "compared in finding " + finding.id;
    }
    return "";
  }

  const Report& report_;
};

struct Tally {
  int held = 0, rows = 0;
};

TEST_CASE("the stories' expectations hold, at least as many as ever did", "[cases]") {
  std::map<std::string, Tally> tallies;
  std::string misses;
  for (const auto& entry : support::fs::directory_iterator(support::repo_path("tests/stories"))) {
    if (!entry.is_directory()) continue;
    const std::string story = entry.path().filename().string();
    const Report report = support::report_on(support::sources_in("tests/stories/" + story + "/articles"));
    const Judge judge(report);
    for (const Json& row : support::json_lines((entry.path() / "expected.jsonl").string())) {
      const std::string why = judge.verdict(row);
      for (const std::string& name : {std::string("all"), "tier" + std::to_string(row.at("tier").get<int>())}) {
        ++tallies[name].rows;
        tallies[name].held += why.empty() ? 1 : 0;
      }
      if (!why.empty())
        misses += "\n  tier " + std::to_string(row.at("tier").get<int>()) + " " + story + " " +
                  row.at("id").get<std::string>() + ": " + why;
    }
  }
  std::cout << "stories:";
  for (const auto& [name, tally] : tallies) std::cout << " " << name << " " << tally.held << "/" << tally.rows;
  std::cout << std::endl;
  const auto floors = parse_json(support::read_file(support::repo_path("tests/stories/floors.json")));
  REQUIRE(floors.ok());
  for (const auto& [name, floor] : floors.value().items()) {
    INFO(name << " must hold " << floor << " rows or more (tests/stories/floors.json); those that do not:" << misses);
    REQUIRE(tallies.contains(name));
    CHECK(tallies[name].held >= floor.get<int>());
  }
}

TEST_CASE("the stories' rows quote their articles to the byte", "[cases]") {
  for (const auto& entry : support::fs::directory_iterator(support::repo_path("tests/stories"))) {
    if (!entry.is_directory()) continue;
    for (const Json& row : support::json_lines((entry.path() / "expected.jsonl").string())) {
      for (const Json& side : row.at("sides")) {
        for (const Json& place : side) {
          const std::string text =
              support::read_file((entry.path() / "articles" / place.at("doc").get<std::string>()).string());
          const auto begin = place.at("begin").get<std::size_t>(), end = place.at("end").get<std::size_t>();
          INFO(row.at("id") << " in " << place.at("doc"));
          CHECK(text.substr(begin, end - begin) == place.at("surface").get<std::string>());
        }
      }
    }
  }
}

}  // namespace
}  // namespace crosscheck
