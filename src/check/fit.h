// A figure of an article against what the article's other figures make it: one finding.
#pragma once

#include <string>
#include <vector>

#include "check/formulas.h"
#include "check/sides.h"

namespace crosscheck {

struct Fit {
  std::string check = "arithmetic", rule;
  std::uint32_t stated = 0;           ///< the claim that is judged
  std::vector<std::uint32_t> inputs;  ///< the claims that it must fit
  Expected expected;
  std::string formula;  ///< of the derivation, in words
  std::string words;    ///< "101.1 mln against 87.4 mln, a rise"
  std::string implied;  ///< what it makes; empty: the expected value in words
  bool fits = true;
  std::string slip;
  double confidence = 0.9;
};

Finding finding_of(const Context& context, const Fit& fit);

/// The figure with all digits that touch it: "1,475,0000", of which only "1,475" was read.
std::string figure_words(const Document& document, const Claim& claim);
bool is_whole(const Document& document, const Claim& claim);

/// "315,000" may be a rounded figure: its zeros leave room.
Quantity roomy(const Quantity& quantity);

/// The claim that stands at a place.
class Places {
 public:
  explicit Places(const Context& context) : claims_(context.linked.claims) {}
  std::optional<std::uint32_t> claim(const ArithmeticReading& reading, const std::string& figure) const;

 private:
  const std::vector<Claim>& claims_;
};

}  // namespace crosscheck
