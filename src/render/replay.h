// The pieces that an explained finding and two explained claims have in common. Private to src/render/.
#pragma once

#include <string>
#include <vector>

#include "render/overview.h"
#include "render/text.h"
#include "rulebook/rulebook.h"

namespace crosscheck::rendering {

class Replay {
 public:
  Replay(const Report& report, const Rulebook& rulebook, const Look& look)
      : overview_(report), report_(report), rulebook_(rulebook), paper_(look) {}

  std::string finding(const Finding& finding, const std::vector<Explanation>& links);
  std::string pair(const Explanation& why);

 private:
  void title(std::string_view text);
  void claim(std::uint32_t index, std::size_t indent);
  void claims(const std::vector<std::uint32_t>& claims, std::size_t indent);
  void sides(const Finding& finding);
  void links(const Finding& finding, const std::vector<Explanation>& links);
  void verdict(const Verdict& verdict, std::size_t indent);
  void tests(const Finding& finding);
  void rules(const std::vector<std::string>& rules);
  std::string named(std::uint32_t claim) const;  ///< "c17 (brief.txt:7:1203)"

  Overview overview_;
  const Report& report_;
  const Rulebook& rulebook_;
  Paper paper_;
};

/// How a claim was read: its value with the interval, its time with what it was counted from, in words.
std::string value_reading(const Claim& claim);
std::string time_reading(const Overview& overview, const Claim& claim);
/// "156.5 billion to 157.5 billion USD".
std::string range_words(const Interval& interval, const std::string& unit);
/// Whether the values of two claims, or of two sides of which one may be implied, can both be true, and how that was tested.
std::string test_words(const Rulebook& rulebook, const Claim& a, const Claim& b);
std::string test_words(const Report& report, const Rulebook& rulebook, const Finding& finding, const Side& a,
                       const Side& b);

}  // namespace crosscheck::rendering
