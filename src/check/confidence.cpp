// How sure a contradiction of a group is, and what is left of one that is too unsure to be told.
//   {8.6: three articles, 8.7: one}, link 0.9 → 0.9; all four of one agency → 0.3: withheld, and 8.6 stands as an agreement
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "check/checks.h"
#include "check/words.h"

namespace crosscheck {
namespace {

/// Do all articles of the sides come from one publisher that is known?
bool of_one_publisher(const Context& context, const Finding& finding) {
  std::set<std::string> publishers;
  for (const Side& side : finding.sides) {
    for (const std::uint32_t claim : side.claims)
      publishers.insert(publisher_of(context.documents[context.claim(claim).document]));
  }
  return publishers.size() == 1 && !publishers.begin()->empty();
}

/// An agency seldom contradicts itself but where it tells one text, or one row of a table, anew: two of its articles that seem
/// to have two facts. How often they had one was read (tests/bench/reuters/groups.tsv) and fitted to the log-odds of the link.
double of_publisher(const Rulebook& rulebook, double confidence) {
  constexpr double kSurest = 0.98;
  const double sure = std::min(confidence, kSurest);
  const double odds =
      rulebook.number("publisher_start") + rulebook.number("publisher_slope") * std::log(sure / (1 - sure));
  return 1 / (1 + std::exp(-odds));
}

/// The weakest of what binds each claim of a side to the others: the link that brought in another value does not count.
double inner_confidence(const LinkIndex& links, const Group& group, const Side& side) {
  std::map<std::uint32_t, double> bound;
  for (const std::uint32_t claim : side.claims) bound.emplace(claim, 0);
  for (const std::uint32_t claim : side.claims) {
    for (const Link* link : links.of(claim)) {
      const auto a = bound.find(claim), b = bound.find(link->b);
      if (b == bound.end()) continue;
      for (const auto& end : {a, b}) end->second = std::max(end->second, link->probability);
    }
  }
  double weakest = 1;
  for (const auto& [claim, probability] : bound) weakest = std::min(weakest, probability);
  return std::max(weakest, group.confidence);
}

}  // namespace

double confidence_of(const Context& context, const Group& group, const Finding& finding) {
  if (finding.relation != Relation::contradict) return group.confidence;
  double witness = 1;
  for (const Side& side : finding.sides) {
    double best = 0;
    for (const std::uint32_t claim : side.claims) best = std::max(best, context.claim(claim).confidence);
    witness = std::min(witness, best);
  }
  const double confidence = std::max(group.confidence, (group.confidence + 0.95 * witness) / 2);
  const bool rows = of_table(context.claim(group.claims.front()));
  return !rows && of_one_publisher(context, finding) ? of_publisher(context.rulebook, confidence) : confidence;
}

LinkIndex::LinkIndex(const std::vector<Link>& links) {
  links_.reserve(links.size());
  for (const Link& link : links) links_.push_back(&link);
  std::sort(links_.begin(), links_.end(), [](const Link* x, const Link* y) { return x->a < y->a; });
}

std::span<const Link* const> LinkIndex::of(std::uint32_t claim) const {
  const auto before = [](const Link* link, std::uint32_t wanted) { return link->a < wanted; };
  const auto begin = std::lower_bound(links_.begin(), links_.end(), claim, before);
  auto end = begin;
  while (end != links_.end() && (*end)->a == claim) ++end;
  return {begin, end};
}

std::optional<Finding> agreement_within(const Context& context, const LinkIndex& links, const Finding& finding) {
  if (finding.relation == Relation::agree || !finding.group) return std::nullopt;
  std::vector<std::uint32_t> claims;
  for (const Side& side : finding.sides) claims.insert(claims.end(), side.claims.begin(), side.claims.end());
  std::sort(claims.begin(), claims.end());
  std::vector<Side> sides = value_sides(context, claims);
  const auto best =
      std::max_element(sides.begin(), sides.end(), [](const Side& a, const Side& b) { return a.sources < b.sources; });
  if (best == sides.end() || best->sources < 2) return std::nullopt;
  const Group& group = context.linked.groups[*finding.group];
  Finding agreement;
  agreement.relation = Relation::agree;
  agreement.check = context.claim(best->claims.front()).dated() ? "date" : "value";
  agreement.confidence = inner_confidence(links, group, *best);
  agreement.group = finding.group;
  agreement.rules = finding.rules;
  agreement.summary = group.label + ": " + best->words;
  agreement.explanation = agreement_words(best->sources, best->claims.size());
  agreement.sides = {std::move(*best)};
  return agreement;
}

}  // namespace crosscheck
