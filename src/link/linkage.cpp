// Three articles with cosines 0.5, 0.4 and 0.1: the first two join, and the third is 0.25 from both together. A queue
// holds every average that ever was; one that a join has made stale is known by no longer being the pair's average.
#include "link/linkage.h"

#include <algorithm>
#include <utility>

namespace crosscheck {

void AverageLinkage::set(std::uint32_t a, std::uint32_t b, double likeness) { put(a, b, {likeness, 1}); }

std::vector<std::uint32_t> AverageLinkage::join_above(double limit) {
  std::vector<std::uint32_t> into(near_.size());
  for (std::uint32_t i = 0; i < into.size(); ++i) into[i] = i;
  while (!queue_.empty()) {
    const Pair best = queue_.top();
    queue_.pop();
    if (best.average < limit) break;
    const auto known = near_[best.a].find(best.b);
    if (known == near_[best.a].end() || average(best.a, best.b, known->second) != best.average) continue;
    join(best.a, best.b);
    into[best.b] = best.a;
  }
  for (std::uint32_t i = 0; i < into.size(); ++i) into[i] = into[into[i]];
  return into;
}

double AverageLinkage::average(std::uint32_t a, std::uint32_t b, const Likeness& likeness) const {
  return likeness.sum / (unset_ == Unset::zero ? sizes_[a] * sizes_[b] : likeness.count);
}

void AverageLinkage::put(std::uint32_t a, std::uint32_t b, const Likeness& likeness) {
  near_[a][b] = likeness;
  near_[b][a] = likeness;
  if (b < a) std::swap(a, b);
  queue_.push({average(a, b, likeness), a, b});
}

void AverageLinkage::join(std::uint32_t a, std::uint32_t b) {
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
  for (const auto& [other, likeness] : near_[a]) put(a, other, likeness);
}

}  // namespace crosscheck
