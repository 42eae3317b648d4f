// Figures that no key party tells apart: which of them are one fact, by the shipped models.
#include "link/facts.h"

#include "support.h"

namespace crosscheck {
namespace {

using support::Sources;

/// Are the claims over these two surfaces, one in each of the first two articles, in one group?
bool one_fact(const Sources& sources, const std::string& surface_a, const std::string& surface_b) {
  const Report report = support::report_on(sources, 1, "2012-04-12");
  REQUIRE(report.facts[0].story == report.facts[1].story);
  bool a_there = false, b_there = false;
  for (const Claim& claim : report.claims) {
    a_there = a_there || (claim.document == 0 && surface_of(report, claim) == surface_a);
    b_there = b_there || (claim.document == 1 && surface_of(report, claim) == surface_b);
  }
  REQUIRE((a_there && b_there));
  return support::grouped(report, surface_a, surface_b);
}

const std::string kOpening =
    "A bomb exploded at a crowded market in Oberlind on Wednesday morning, police said. The blast destroyed 40 stalls "
    "and "
    "damaged a bridge over the river Marn. Doctors at the city hospital treated 62 wounded shoppers.";

TEST_CASE("a toll that two articles tell differently is one fact", "[unit][link]") {
  const Sources sources = {{"a.txt", kOpening + "\n\nThe explosion killed 14 people, police said.\n"},
                           {"b.txt", "Police said the bomb killed 17 people.\n\n" + kOpening + "\n"}};
  CHECK(one_fact(sources, "14", "17"));
  CHECK(one_fact(sources, "62", "62"));
  CHECK_FALSE(one_fact(sources, "14", "40"));
}

TEST_CASE("the tolls of two quakes are two facts", "[unit][link]") {
  const std::string quake =
      "An earthquake shook the coast of Aceh on Wednesday and people ran from their houses. Witnesses in Banda Aceh "
      "said "
      "the ground moved for minutes. The quake struck at a depth of 33 km.";
  const Sources sources = {
      {"a.txt", quake + "\n\nThe earthquake killed 14 people, officials said.\n"},
      {"b.txt", quake + "\n\nIn 2004, an earthquake off Aceh caused a tsunami. It killed 230,000 people.\n"}};
  CHECK_FALSE(one_fact(sources, "14", "230,000"));
}

TEST_CASE("an article that states both values knows two facts", "[unit][link]") {
  const Sources sources = {
      {"a.txt", kOpening + "\n\nThe explosion killed 14 people. A second bomb in Ostrava killed 17 people.\n"},
      {"b.txt", kOpening + "\n\nA second bomb in Ostrava killed 17 people, police said.\n"}};
  CHECK_FALSE(one_fact(sources, "14", "17"));
  CHECK(one_fact(sources, "17", "17"));
}

TEST_CASE("an article that corrects itself knows one fact, told twice", "[unit][link]") {
  const Sources sources = {
      {"a.txt", kOpening + "\n\nThe explosion killed 17 people, down from 18 people killed as first reported.\n"},
      {"b.txt", kOpening + "\n\nThe explosion killed 18 people, police said.\n"}};
  CHECK(one_fact(sources, "17", "18"));
}

TEST_CASE("the year that a revenue is of is no fact beside it", "[unit][link]") {
  const Report report = support::report_on({{"a.txt", "Initech reported revenue of $11.2 billion for 2022."},
                                            {"b.txt", "Initech reported revenue of $9.8 billion for 2021."}});
  CHECK(report.groups.empty());
}

TEST_CASE("every feature of the models has a name of its own", "[unit][link]") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kFeatures; ++i) CHECK(names.insert(name_of(static_cast<Feature>(i))).second);
  names.clear();
  for (std::size_t i = 0; i < kClassFeatures; ++i) CHECK(names.insert(name_of(static_cast<ClassFeature>(i))).second);
}

}  // namespace
}  // namespace crosscheck
