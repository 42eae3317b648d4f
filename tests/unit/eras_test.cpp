// Which year a sentence speaks of, when it is not the story's own time.
#include "link/eras.h"

#include <numeric>

#include "support.h"

namespace crosscheck {
namespace {

/// The era of the claim over `surface`, in an article that came out on 12 April 2012.
std::int32_t era_of(const std::string& text, const std::string& surface) {
  const Report report = support::report_on({{"a.txt", text}}, 1, "2012-04-12");
  std::vector<std::uint32_t> members(report.claims.size());
  std::iota(members.begin(), members.end(), 0U);
  const Eras eras(report.facts, report.claims, members);
  for (const Claim& claim : report.claims) {
    if (surface_of(report, claim) == surface) return eras.of(claim);
  }
  FAIL("no claim over '" << surface << "' in: " << text);
  return -1;
}

TEST_CASE("a year carries from its sentence to those behind it, inside the paragraph", "[unit][link]") {
  const std::string two = "In 2004, a magnitude 9.1 earthquake off Aceh triggered a tsunami. It killed 230,000 people.";
  CHECK(era_of(two, "230,000") == 2004);
  CHECK(era_of("In 2004, a tsunami hit Aceh.\n\nThe quake of this week killed 14 people.", "14") == 0);
}

TEST_CASE("what lies near the day the article came out is the story's own time", "[unit][link]") {
  CHECK(era_of("An earthquake hit Aceh on 11 April 2012. It killed 14 people.", "14") == 0);
  CHECK(era_of("An earthquake hit Aceh in March 2012. It killed 14 people.", "14") == 0);
  CHECK(era_of("In 2012, earthquakes killed 14 people in Aceh.", "14") == 0);
  CHECK(era_of("Earthquakes killed 14 people in Aceh.", "14") == 0);
}

TEST_CASE("of two years in one sentence the nearer one is meant", "[unit][link]") {
  const std::string text = "A quake killed 310 people in 1998, long before floods killed 45 people in 2005.";
  CHECK(era_of(text, "310") == 1998);
  CHECK(era_of(text, "45") == 2005);
}

}  // namespace
}  // namespace crosscheck
