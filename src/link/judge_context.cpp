// What the judge is told of the whole corpus: how many times of one deal are known ("invested in 2019" and "in
// 2023" are two, so an undated amount cannot be told to either), and the documents' order by id.
#include <algorithm>
#include <numeric>

#include "link/judge.h"

namespace crosscheck {
namespace {

std::vector<std::uint32_t> ranks_by_id(const std::vector<Document>& documents) {
  std::vector<std::uint32_t> order(documents.size()), ranks(documents.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return documents[a].id < documents[b].id; });
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

std::map<std::string, std::vector<TimeValue>> times_of_facts(const std::vector<Claim>& claims) {
  std::map<std::string, std::vector<TimeValue>> times;
  for (const Claim& claim : claims) {
    if (claim.dated() || claim.rule == "generic" || !claim.time.value.known() ||
        claim.time.basis == TimeBasis::published)
      continue;
    auto& known = times[JudgeContext::fact_key(claim)];
    const bool seen = std::any_of(known.begin(), known.end(), [&](const TimeValue& value) {
      return relate(value, claim.time.value) != TimeRelation::disjoint;
    });
    if (!seen && known.size() < 8) known.push_back(claim.time.value);
  }
  return times;
}

}  // namespace

JudgeContext make_judge_context(const std::vector<Document>& documents, const std::vector<DocumentFacts>& facts,
                                const std::vector<Claim>& claims, const Rulebook& rulebook) {
  return {rulebook, facts, ranks_by_id(documents), times_of_facts(claims)};
}

}  // namespace crosscheck
