// Which pairs a finding is explained by: a contradiction of "7 rifles" (2 claims) and "12 guns" (3 claims) stands on the links
// between its sides; where none leads straight across, on the weakest between articles, whose confidence the finding has. A
// finding without a group (a derived value, a sum) has no links, and its derivation tells all.
#include <algorithm>
#include <set>
#include <tuple>

#include "pipeline/pipeline.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostLinks = 3;

/// The side that a claim stands on; sides.size() for none.
std::size_t side_of(const Finding& finding, std::uint32_t claim) {
  const auto has = [&](const Side& side) {
    return std::find(side.claims.begin(), side.claims.end(), claim) != side.claims.end();
  };
  return static_cast<std::size_t>(std::find_if(finding.sides.begin(), finding.sides.end(), has) -
                                  finding.sides.begin());
}

}  // namespace

std::vector<Explanation> explain_finding(const Rulebook& rulebook, const Report& report, const Finding& finding) {
  if (!finding.group) return {};
  const auto& members = report.groups[*finding.group].claims;
  const std::set<std::uint32_t> group(members.begin(), members.end());
  std::vector<const Link*> links;
  for (const Link& link : report.links) {
    if (group.contains(link.a)) links.push_back(&link);
  }
  const auto across = [&](const Link* link) { return side_of(finding, link->a) != side_of(finding, link->b); };
  const auto own = [&](const Link* link) { return report.claims[link->a].document == report.claims[link->b].document; };
  std::stable_sort(links.begin(), links.end(), [&](const Link* x, const Link* y) {
    return std::tuple(!across(x), own(x), x->probability) < std::tuple(!across(y), own(y), y->probability);
  });
  if (links.size() > kMostLinks) links.resize(kMostLinks);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const Link* link : links) pairs.emplace_back(link->a, link->b);
  return explain_pairs(report, rulebook, pairs);
}

Explanation explain_claims(const Rulebook& rulebook, const Report& report, std::uint32_t a, std::uint32_t b) {
  return explain_pairs(report, rulebook, {{a, b}}).front();
}

}  // namespace crosscheck
