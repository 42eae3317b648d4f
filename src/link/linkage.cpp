// Three articles with cosines 0.5, 0.4 and 0.1: the first two join, and the third is 0.25 from both together. A queue
// holds every average that ever was; one that a join has made stale is known by no longer being the pair's average. An average
// reaches the limit only where some pair does, so what no chain of such pairs connects is never looked at together.
#include "link/linkage.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace crosscheck {
namespace {

constexpr double kRounding = 1e-9;  // of an average of equals

std::uint32_t root_of(std::vector<std::uint32_t>& up, std::uint32_t member) {
  while (up[member] != member) member = up[member] = up[up[member]];
  return member;
}

}  // namespace

void AverageLinkage::set(std::uint32_t a, std::uint32_t b, double likeness) {
  if (b < a) std::swap(a, b);
  pairs_.push_back({likeness, a, b});
}

std::vector<std::uint32_t> AverageLinkage::join_above(double limit) {
  connect(limit);
  std::vector<std::uint32_t> into(sizes_.size());
  std::iota(into.begin(), into.end(), 0U);
  while (!queue_.empty()) {
    const Pair best = queue_.top();
    queue_.pop();
    const auto known = near_[best.a].find(best.b);
    if (known == near_[best.a].end() || average(best.a, best.b, known->second) != best.average) continue;
    join(best.a, best.b, limit);
    into[best.b] = best.a;
  }
  for (std::uint32_t i = 0; i < into.size(); ++i) into[i] = into[into[i]];
  return into;
}

/// Keeps the pairs inside what pairs at the limit connect.
void AverageLinkage::connect(double limit) {
  std::vector<std::uint32_t> up(sizes_.size());
  std::iota(up.begin(), up.end(), 0U);
  for (const Pair& pair : pairs_) {
    if (pair.average >= limit - kRounding) up[root_of(up, pair.a)] = root_of(up, pair.b);
  }
  near_.assign(sizes_.size(), {});
  for (const Pair& pair : pairs_) {
    if (root_of(up, pair.a) == root_of(up, pair.b)) put(pair.a, pair.b, {pair.average, 1}, limit);
  }
  pairs_ = {};
}

double AverageLinkage::average(std::uint32_t a, std::uint32_t b, const Likeness& likeness) const {
  return likeness.sum / (unset_ == Unset::zero ? sizes_[a] * sizes_[b] : likeness.count);
}

void AverageLinkage::put(std::uint32_t a, std::uint32_t b, const Likeness& likeness, double limit) {
  near_[a][b] = likeness;
  near_[b][a] = likeness;
  if (b < a) std::swap(a, b);
  if (const double now = average(a, b, likeness); now >= limit) queue_.push({now, a, b});
}

void AverageLinkage::join(std::uint32_t a, std::uint32_t b, double limit) {
  near_[a].erase(b);
  near_[b].erase(a);
  const auto gone = std::exchange(near_[b], {});
  sizes_[a] += sizes_[b];
  for (const auto& [other, likeness] : gone) {
    near_[other].erase(b);
    Likeness& sum = near_[a][other];
    sum.sum += likeness.sum;
    sum.count += likeness.count;
  }
  for (const auto& [other, likeness] : near_[a]) put(a, other, likeness, limit);
}

}  // namespace crosscheck
