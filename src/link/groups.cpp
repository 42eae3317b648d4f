// Blocks are (rule, first or last word of a party's name) for frames and (story, stem) for the generic frame;
// claims meet only in a block. Links are taken from the surest down; two groups join when no pair across
// them is judged to be two facts, so one loose link cannot chain a first investment to a second.
#include "link/groups.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

namespace crosscheck {
namespace {

constexpr double kLeast = 0.5;          // links below it are no links
constexpr std::size_t kCrossLimit = 12; // members of each side looked at before a join

std::vector<std::string> blocks_of(const JudgeContext& context, const Claim& claim) {
  std::vector<std::string> blocks;
  const std::string prefix = context.facts[claim.document].story + "|" + std::string(name_of(claim.kind)) + "|" + claim.quantity.unit + "|";
  if (claim.quantity.value) blocks.push_back(prefix + claim.quantity.value->to_string());
  if (claim.rule == "generic") {
    if (claim.role("about") != nullptr) blocks.push_back(prefix + claim.attribute.substr(0, claim.attribute.find(' ')));
    return blocks;
  }
  for (const Role& role : claim.roles) {
    if (!role.entity || role.key.empty()) continue;
    const std::size_t first = role.key.find(' '), last = role.key.rfind(' ');
    blocks.push_back(claim.rule + "|" + role.key.substr(0, first));
    if (last != std::string::npos) blocks.push_back(claim.rule + "|" + role.key.substr(last + 1));
  }
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  return blocks;
}

std::optional<Link> link_of(const JudgeContext& context, const std::vector<Claim>& claims, std::uint32_t a, std::uint32_t b) {
  Judgement judgement = judge(context, claims[a], claims[b]);
  if (judgement.conflict || judgement.probability < kLeast) return std::nullopt;
  return Link{a, b, judgement.probability, std::move(judgement.reasons)};
}

void sort_links(std::vector<Link>& links) {
  std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
    if (x.probability != y.probability) return x.probability > y.probability;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
}

class Clusters {
 public:
  Clusters(const JudgeContext& context, const std::vector<Claim>& claims)
      : context_(context), claims_(claims), of_(claims.size()), members_(claims.size()), weakest_(claims.size(), 1.0) {
    std::iota(of_.begin(), of_.end(), 0U);
    for (std::uint32_t i = 0; i < claims.size(); ++i) members_[i] = {i};
  }

  bool join(const Link& link) {
    const std::uint32_t a = of_[link.a], b = of_[link.b];
    if (a == b) return true;
    if (clash(a, b)) return false;
    const std::uint32_t into = std::min(a, b), from = std::max(a, b);
    for (const std::uint32_t member : members_[from]) of_[member] = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
    weakest_[into] = std::min({weakest_[into], weakest_[from], link.probability});
    return true;
  }

  const std::vector<std::vector<std::uint32_t>>& members() const { return members_; }
  double weakest(std::size_t cluster) const { return weakest_[cluster]; }

 private:
  bool clash(std::uint32_t a, std::uint32_t b) const {
    const auto& left = members_[a];
    const auto& right = members_[b];
    for (std::size_t i = 0; i < std::min(left.size(), kCrossLimit); ++i) {
      for (std::size_t j = 0; j < std::min(right.size(), kCrossLimit); ++j) {
        if (judge(context_, claims_[left[i]], claims_[right[j]]).conflict) return true;
      }
    }
    return false;
  }

  const JudgeContext& context_;
  const std::vector<Claim>& claims_;
  std::vector<std::uint32_t> of_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<double> weakest_;
};

std::string label_of(const Rulebook& rulebook, const Claim& claim) {
  const Frame* frame = rulebook.frame_named(claim.rule);
  std::string fallback = claim.attribute, names;
  for (const Role& role : claim.roles) {
    if (role.entity) names += (names.empty() ? "" : " and ") + role.value;
  }
  if (!names.empty()) fallback += ": " + names;
  if (frame == nullptr) return fallback;
  std::string label = frame->label;
  for (std::size_t open = label.find('{'); open != std::string::npos; open = label.find('{')) {
    const std::size_t close = label.find('}', open);
    const Role* role = claim.role(label.substr(open + 1, close - open - 1));
    if (role == nullptr) return fallback;
    label.replace(open, close - open + 1, role->value);
  }
  return label;
}

/// The member whose roles are surest names the group.
std::uint32_t speaker(const std::vector<Claim>& claims, const std::vector<std::uint32_t>& members) {
  return *std::max_element(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Claim &x = claims[a], &y = claims[b];
    if (x.roles.size() != y.roles.size()) return x.roles.size() < y.roles.size();
    return x.confidence != y.confidence ? x.confidence < y.confidence : a > b;
  });
}

}  // namespace

std::vector<Link> blocked_pairs(const JudgeContext& context, const std::vector<Claim>& claims) {
  const auto limit = static_cast<std::size_t>(context.rulebook.number("block_limit"));
  std::unordered_map<std::string, std::vector<std::uint32_t>> blocks;
  std::vector<Link> links;
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t b = 0; b < claims.size(); ++b) {
    candidates.clear();
    for (const std::string& block : blocks_of(context, claims[b])) {
      auto& members = blocks[block];
      const std::size_t from = members.size() > limit ? members.size() - limit : 0;
      candidates.insert(candidates.end(), members.begin() + static_cast<std::ptrdiff_t>(from), members.end());
      members.push_back(b);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t a : candidates) {
      if (auto link = link_of(context, claims, a, b)) links.push_back(std::move(*link));
    }
  }
  sort_links(links);
  return links;
}

std::vector<Link> all_pairs(const JudgeContext& context, const std::vector<Claim>& claims) {
  std::vector<Link> links;
  for (std::uint32_t b = 0; b < claims.size(); ++b) {
    for (std::uint32_t a = 0; a < b; ++a) {
      if (auto link = link_of(context, claims, a, b)) links.push_back(std::move(*link));
    }
  }
  sort_links(links);
  return links;
}

Grouped group_claims(const JudgeContext& context, const std::vector<Claim>& claims) {
  Grouped grouped;
  Clusters clusters(context, claims);
  for (Link& link : blocked_pairs(context, claims)) {
    if (clusters.join(link)) grouped.links.push_back(std::move(link));
  }
  for (std::size_t i = 0; i < clusters.members().size(); ++i) {
    std::vector<std::uint32_t> members = clusters.members()[i];
    if (members.size() < 2) continue;
    std::sort(members.begin(), members.end());
    const Claim& named = claims[speaker(claims, members)];
    Group group;
    group.id = "g" + std::to_string(grouped.groups.size() + 1);
    group.label = label_of(context.rulebook, named);
    group.attribute = named.attribute;
    group.claims = std::move(members);
    group.confidence = clusters.weakest(i);
    grouped.groups.push_back(std::move(group));
  }
  return grouped;
}

}  // namespace crosscheck
