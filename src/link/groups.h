// Claims → groups: blocking, judging, and joining under the rule that a group holds no two facts.
#pragma once

#include <optional>

#include "base/parallel.h"
#include "link/judge.h"

namespace crosscheck {

constexpr double kLeastLink = 0.5;  ///< claims judged by their parties below it are not linked

struct Grouped {
  std::vector<Group> groups;
  std::vector<Link> links;
};

Grouped group_claims(const JudgeContext& context, const std::vector<Claim>& claims, const Workers& workers);

/// The oracle: every pair judged.
std::vector<Link> all_pairs(const JudgeContext& context, const std::vector<Claim>& claims);
/// Where a claim meets those that are judged with it by their parties: rule, and first or last word of a party's name.
std::vector<std::string> blocks_of(const JudgeContext& context, const Claim& claim);
/// How two claims are linked by their parties, if they are.
std::optional<Link> link_of(const JudgeContext& context, const std::vector<Claim>& claims, std::uint32_t a,
                            std::uint32_t b);
/// What blocking lets through.
std::vector<Link> blocked_pairs(const JudgeContext& context, const std::vector<Claim>& claims);

}  // namespace crosscheck
