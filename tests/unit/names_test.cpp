// Names: those that tests/cases/entities/en.jsonl lists for each text and no others, with type and aliases; which names
// are one in a story, whatever the order of its articles; and gazetteers, whose faults are told by file, line and column.
#include "base/names.h"

#include <map>

#include "support.h"

namespace crosscheck {
namespace {

using support::report_on;

std::string type_name(EntityType type) {
  return type == EntityType::person         ? "person"
         : type == EntityType::organization ? "organization"
         : type == EntityType::place        ? "place"
                                            : "unknown";
}

/// "Ada Holm: person (holm)", one a name that is mentioned.
std::set<std::string> names_in(const Article& article) {
  std::set<std::uint32_t> mentioned;
  for (const Mention& mention : article.mentions) {
    if (mention.kind == MentionKind::entity) mentioned.insert(mention.entity);
  }
  std::set<std::string> names;
  for (const std::uint32_t index : mentioned) {
    const Entity& entity = article.entities[index];
    std::string line = entity.name + ": " + type_name(entity.type);
    for (const std::string& alias : std::set<std::string>(entity.aliases.begin(), entity.aliases.end()))
      line += " (" + alias + ")";
    names.insert(line);
  }
  return names;
}

std::set<std::string> names_of(const std::string& text) { return names_in(support::read_text(text).article); }

std::set<std::string> expected_names(const Json& row) {
  std::set<std::string> names;
  for (const Json& entity : row.at("entities")) {
    std::string line = entity.at("name").get<std::string>() + ": " + entity.at("type").get<std::string>();
    for (const Json& alias : entity.value("aliases", Json::array())) line += " (" + alias.get<std::string>() + ")";
    names.insert(line);
  }
  return names;
}

TEST_CASE("a text has the names that a reader sees in it, and no others", "[unit][cases][names]") {
  const auto rows = support::json_lines(support::repo_path("tests/cases/entities/en.jsonl"));
  CHECK(rows.size() >= 90);
  for (const Json& row : rows) {
    const auto text = row.at("text").get<std::string>();
    INFO(text);
    CHECK(names_of(text) == expected_names(row));
  }
}

TEST_CASE("spellings of one name have one key", "[unit][names]") {
  CHECK(name_key("J. P. Morgan") == "jp morgan");
  CHECK(name_key("J.P. Morgan") == "jp morgan");
  CHECK(name_key("JP Morgan") == "jp morgan");
  CHECK(name_key("U.S.") == "us");
  CHECK(name_key("U. S. Army") == "us army");
  CHECK(name_key("St. Louis") == "st louis");
  CHECK(name_key("George W. Bush") == "george w bush");
  CHECK(name_key("") == "");
}

using Kind = NameFacts::Kind;

/// Each name and the one that stands for it, over every order of the names.
std::map<std::string, std::string> unified(std::vector<NameFacts> names,
                                           const std::vector<std::pair<std::string, std::string>>& said = {}) {
  std::map<std::string, std::string> first;
  std::sort(names.begin(), names.end(), [](const NameFacts& a, const NameFacts& b) { return a.key < b.key; });
  do {
    std::map<std::string, std::uint32_t> place;
    for (std::uint32_t i = 0; i < names.size(); ++i) place[names[i].key] = i;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const auto& [a, b] : said) pairs.emplace_back(place.at(a), place.at(b));
    const std::vector<std::uint32_t> root = same_names(names, pairs);
    std::map<std::string, std::string> now;
    for (std::uint32_t i = 0; i < names.size(); ++i) now[names[i].key] = names[root[i]].key;
    if (first.empty()) first = now;
    CHECK(now == first);
  } while (std::next_permutation(names.begin(), names.end(),
                                 [](const NameFacts& a, const NameFacts& b) { return a.key < b.key; }));
  return first;
}

NameFacts fact(const std::string& key, Kind kind = Kind::unknown, const std::vector<std::string>& initials = {}) {
  NameFacts facts;
  facts.key = key;
  facts.kind = kind;
  facts.initials = initials;
  return facts;
}

TEST_CASE("a part that fits one full name is it; one that fits two is neither", "[unit][names]") {
  auto one = unified({fact("bush"), fact("george bush", Kind::person), fact("george", Kind::person)});
  CHECK(one["bush"] == "george bush");
  CHECK(one["george"] == "george bush");
  auto two =
      unified({fact("bush"), fact("george bush", Kind::person), fact("laura bush", Kind::person), fact("laura")});
  CHECK(two["bush"] == "bush");
  CHECK(two["laura"] == "laura bush");
  auto firm = unified({fact("acme"), fact("acme cloud", Kind::other), fact("cloud")});
  CHECK(firm["acme"] == "acme");
  CHECK(firm["cloud"] == "acme cloud");
  auto place = unified({fact("jackson", Kind::place), fact("janet jackson", Kind::person)});
  CHECK(place["jackson"] == "jackson");
}

TEST_CASE("a middle name may be left out when only one is known", "[unit][names]") {
  auto one = unified({fact("george w bush", Kind::person), fact("george bush", Kind::person), fact("bush")});
  CHECK(one["george bush"] == "george w bush");
  CHECK(one["bush"] == "george w bush");
  auto two = unified({fact("george w bush", Kind::person), fact("george bush", Kind::person),
                      fact("george herbert bush", Kind::person)});
  CHECK(two["george bush"] == "george bush");
  auto written = unified({fact("george w bush", Kind::person), fact("george walker bush", Kind::person)});
  CHECK(written["george w bush"] == "george walker bush");
}

TEST_CASE("initials are an acronym when one name has them, and a definition goes before", "[unit][names]") {
  auto one = unified({fact("hgs"), fact("halden grid services", Kind::other, {"hgs"})});
  CHECK(one["hgs"] == "halden grid services");
  auto two = unified({fact("hgs"), fact("halden grid services", Kind::other, {"hgs"}),
                      fact("hoyle gas supply", Kind::other, {"hgs"})});
  CHECK(two["hgs"] == "hgs");
  auto said = unified(
      {fact("hgs"), fact("halden grid services", Kind::other, {"hgs"}), fact("hoyle gas supply", Kind::other, {"hgs"})},
      {{"hgs", "hoyle gas supply"}});
  CHECK(said["hgs"] == "hoyle gas supply");
  auto both =
      unified({fact("hg"), fact("halden grid"), fact("hoyle gas")}, {{"hg", "halden grid"}, {"hg", "hoyle gas"}});
  CHECK(both["hg"] == "hg");
}

/// The key of the role `about` or `of` of the first claim of article `index`.
std::string key_in(const Report& report, std::uint32_t index) {
  for (const Claim& claim : report.claims) {
    if (claim.document != index) continue;
    for (const Role& role : claim.roles) {
      if (role.entity) return role.key;
    }
  }
  return "";
}

TEST_CASE("what one article introduces, another of its story may shorten", "[unit][link][names]") {
  const std::string full =
      "Gia Moravec was fined 4,200 crowns for the crash in Calvenne. The court in Calvenne fined the actress Gia "
      "Moravec on Friday.";
  const std::string brief =
      "The crash in Calvenne cost the actress Moravec 4,200 crowns. The court in Calvenne fined Moravec.";
  const Report forth = report_on({{"a.txt", full}, {"b.txt", brief}}),
               back = report_on({{"a.txt", brief}, {"b.txt", full}});
  REQUIRE(forth.facts[0].story == forth.facts[1].story);
  for (const Report* report : {&forth, &back}) {
    for (const Claim& claim : report->claims) {
      for (const Role& role : claim.roles) CHECK(role.key != "moravec");
    }
  }
}

TEST_CASE("a gazetteer's alias makes two articles meet", "[unit][rulebook][names]") {
  const Report report = report_on({{"a.txt", "IBM was valued at $30 billion in March 2019."},
                                   {"b.txt", "Big Blue was valued at $30 billion in March 2019."}});
  CHECK(key_in(report, 0) == "ibm");
  CHECK(key_in(report, 1) == "ibm");
  REQUIRE_FALSE(report.groups.empty());
  for (const Group& group : report.groups) CHECK(group.claims.size() == 2);
  CHECK(report.groups.front().attribute == "valuation");
  for (const Finding& finding : report.findings) CHECK(finding.relation == Relation::agree);
}

TEST_CASE("a country is one under all its names", "[unit][rulebook][names]") {
  const Gazetteer& names = support::shipped_rules().lexicon("en").gazetteer;
  for (const char* name : {"United States", "US", "U.S.", "USA", "America"}) {
    INFO(name);
    REQUIRE(names.find(name_key(name), true) != nullptr);
    CHECK(names.find(name_key(name), true)->key == "united states");
  }
  CHECK(names.find("us", false) == nullptr);
  CHECK(names.find("burma", false)->key == "myanmar");
  CHECK(names.find("czech republic", false)->key == "czechia");
  CHECK(support::shipped_rules().lexicon("de").gazetteer.find("vereinigte staaten", false)->name ==
        "Vereinigte Staaten");
}

/// The shipped rules with another gazetteer.
Checked<Rulebook> rules_with(const support::TemporaryFolder& folder, const std::string& below,
                             const std::string& text) {
  namespace fs = std::filesystem;
  fs::copy(support::repo_path("rules"), folder / "rules", fs::copy_options::recursive);
  folder.write("rules/" + below, text);
  return load_rulebook(folder / "rules");
}

TEST_CASE("a user's gazetteer is read, for all languages or for one", "[unit][rulebook][names]") {
  const std::string row = "entities:\n  - {name: Vestfjord Group, type: organization, aliases: [Fjord Giant, VFG]}\n";
  for (const char* file : {"entities.yaml", "de/entities.yaml"}) {
    const support::TemporaryFolder folder;
    const auto rules = rules_with(folder, file, row);
    REQUIRE(rules.ok());
    CHECK(rules.value().lexicon("de").gazetteer.find("vfg", true)->name == "Vestfjord Group");
    CHECK((rules.value().lexicon("en").gazetteer.find("vfg", true) != nullptr) ==
          (std::string(file) == "entities.yaml"));
  }
}

TEST_CASE("a faulty gazetteer is told by file, line and column", "[unit][rulebook][names]") {
  const support::TemporaryFolder folder;
  const auto rules = rules_with(folder, "entities.yaml",
                                "entities:\n"
                                "  - {name: Acme, type: organization, aliases: [Big Red, big red]}\n"
                                "  - {name: Globex, type: organization, aliases: [Big Red]}\n"
                                "  - {name: globex, type: organization}\n");
  REQUIRE_FALSE(rules.ok());
  std::set<std::string> told;
  for (const Fault& fault : rules.faults())
    told.insert(fault.where.substr(fault.where.find("rules/")) + " " + fault.code);
  CHECK(told.count("rules/entities.yaml:2:57 small-name") == 1);
  CHECK(told.count("rules/entities.yaml:2:57 duplicate-name") == 1);
  CHECK(told.count("rules/entities.yaml:3:50 duplicate-name") == 1);
  CHECK(told.count("rules/entities.yaml:4:12 small-name") == 1);
  const support::TemporaryFolder other;
  const auto shapeless = rules_with(other, "entities.yaml", "entities:\n  - {name: Acme, type: firm}\n");
  REQUIRE_FALSE(shapeless.ok());
  CHECK(shapeless.faults().front().code == "not-allowed");
}

}  // namespace
}  // namespace crosscheck
