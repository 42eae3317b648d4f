// The linking room: copies, stories, names made one, and which claims are about one fact.
#include "link/link.h"

#include "support.h"

namespace crosscheck {
namespace {

using support::report_on;

/// Are the claims over these two surfaces, one in each article, in one group?
bool together(const std::string& a, const std::string& surface_a, const std::string& b, const std::string& surface_b) {
  return support::grouped(report_on({{"a.txt", a}, {"b.txt", b}}), surface_a, surface_b);
}

TEST_CASE("one fact told by two articles is one group, whatever the figures", "[unit][link]") {
  CHECK(together("Globex owns 27% of Initech.", "27%", "Globex holds a 35% stake in Initech.", "35%"));
  CHECK_FALSE(together("Globex owns 27% of Initech.", "27%", "Globex holds a 27% stake in Hooli.", "27%"));
  CHECK_FALSE(together("Globex invested $2 billion in Initech in 2019.", "$2 billion",
                       "Initech invested $2 billion in Globex in 2019.", "$2 billion"));
}

TEST_CASE("a claim is in one group at most, and claims are numbered in corpus order", "[unit][link]") {
  for (const std::string& folder : support::story_folders()) {
    const Report report = report_on(support::sources_in(folder));
    std::set<std::uint32_t> seen;
    for (const Group& group : report.groups) {
      CHECK(group.claims.size() > 1);
      CHECK(std::is_sorted(group.claims.begin(), group.claims.end()));
      for (const std::uint32_t claim : group.claims) CHECK(seen.insert(claim).second);
    }
    for (std::size_t i = 0; i < report.claims.size(); ++i) CHECK(report.claims[i].id == "c" + std::to_string(i + 1));
  }
}

TEST_CASE("a copy with a changed first line is still a copy, another article is not", "[unit][link]") {
  const std::string text =
      support::read_file(support::repo_path("corpus/openai-aws/openai-pivots-to-aws-38-billion.txt"));
  const std::string other =
      support::read_file(support::repo_path("corpus/openai-aws/openai-shifts-focus-toward-amazon.txt"));
  const Report report = report_on({{"a.txt", text}, {"b.txt", "From our wires\n\n" + text}, {"c.txt", other}});
  REQUIRE(report.facts.size() == 3);
  CHECK(report.facts[1].copy_of == 0U);
  CHECK_FALSE(report.facts[0].copy_of.has_value());
  CHECK_FALSE(report.facts[2].copy_of.has_value());
}

TEST_CASE("articles of one event are one story, those of another are not", "[unit][link]") {
  auto sources = support::sources_in("tests/stories/noshwell-results/articles");
  const std::size_t first = sources.size();
  const auto others = support::sources_in("tests/stories/fjellvolt-hgs/articles");
  sources.insert(sources.end(), others.begin(), others.end());
  const Report report = report_on(sources);
  std::set<std::string> left, right;
  for (std::size_t i = 0; i < report.facts.size(); ++i) (i < first ? left : right).insert(report.facts[i].story);
  for (const std::string& story : left) CHECK_FALSE(right.contains(story));
}

}  // namespace
}  // namespace crosscheck
