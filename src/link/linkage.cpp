// Three articles with cosines 0.5, 0.4 and 0.1: the first two join, and the third is 0.25 from both together. A queue
// holds what was ever nearest to a cluster; a pair that a join has made stale is known by no longer being the nearest of both.
// An average reaches the limit only where some pair does, so what no chain of such pairs connects is never looked at together.
// What is near a cluster is not told that it joined another: it asks when it looks again, for to tell thousands costs more.
#include "link/linkage.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace crosscheck {
namespace {

constexpr double kRounding = 1e-9;                       // of an average of equals
constexpr double kOne = static_cast<double>(1LL << 40);  // likeness in whole numbers

std::int64_t whole(double likeness) { return std::llround(likeness * kOne); }

}  // namespace

std::uint32_t root_of(std::vector<std::uint32_t>& up, std::uint32_t member) {
  while (up[member] != member) member = up[member] = up[up[member]];
  return member;
}

void AverageLinkage::set(std::uint32_t a, std::uint32_t b, double likeness) {
  if (b < a) std::swap(a, b);
  pairs_.push_back({likeness, a, b});
}

std::vector<std::uint32_t> AverageLinkage::join_above(double limit) {
  limit = static_cast<double>(whole(limit)) / kOne;
  connect(limit);
  while (!queue_.empty()) {
    const Pair best = queue_.top();
    queue_.pop();
    if (nearest_[best.a] == best && nearest_[best.b] == best) join(best.a, best.b, limit);
  }
  for (std::uint32_t i = 0; i < up_.size(); ++i) up_[i] = up_[up_[i]];  // nobody's is larger than himself
  return std::move(up_);
}

/// Keeps the pairs inside what pairs at the limit connect.
void AverageLinkage::connect(double limit) {
  std::vector<std::uint32_t> up(sizes_.size()), degree(sizes_.size());
  std::iota(up.begin(), up.end(), 0U);
  for (const Pair& pair : pairs_) {
    if (pair.average >= limit - kRounding) up[root_of(up, pair.a)] = root_of(up, pair.b);
  }
  std::erase_if(pairs_, [&](const Pair& pair) { return root_of(up, pair.a) != root_of(up, pair.b); });
  for (const Pair& pair : pairs_) {
    ++degree[pair.a];
    ++degree[pair.b];
  }
  near_.resize(sizes_.size());
  for (std::size_t i = 0; i < near_.size(); ++i) near_[i].reserve(degree[i]);
  for (const Pair& pair : pairs_) {
    near_[pair.a].push_back({pair.b, 1, whole(pair.average)});
    near_[pair.b].push_back({pair.a, 1, whole(pair.average)});
  }
  std::exchange(pairs_, {});
  up_.resize(sizes_.size());
  std::iota(up_.begin(), up_.end(), 0U);
  places_.resize(sizes_.size());
  nearest_.assign(sizes_.size(), Pair{});
  for (std::uint32_t i = 0; i < near_.size(); ++i) find_nearest(i, limit);
}

/// What is near `a`, each cluster once: what joined another since counts there.
const std::vector<AverageLinkage::Near>& AverageLinkage::gathered(std::uint32_t a) {
  auto& near = near_[a];
  std::uint32_t kept = 0;
  for (const Near one : near) {
    const std::uint32_t other = root_of(up_, one.other);
    if (other == a) continue;
    std::uint32_t& place = places_[other];
    if (place < kept && near[place].other == other) {
      near[place].count += one.count;
      near[place].sum += one.sum;
    } else {
      place = kept;
      near[kept++] = {other, one.count, one.sum};
    }
  }
  near.resize(kept);
  return near;
}

AverageLinkage::Pair AverageLinkage::pair_of(std::uint32_t a, const Near& near) const {
  const double all = unset_ == Unset::zero ? sizes_[a] * sizes_[near.other] : near.count;
  const double average = static_cast<double>(near.sum) / (kOne * all);
  return {average, std::min(a, near.other), std::max(a, near.other)};
}

void AverageLinkage::find_nearest(std::uint32_t a, double limit) {
  Pair& nearest = nearest_[a];
  nearest = {limit, a, a};
  for (const Near& near : gathered(a)) {
    const Pair pair = pair_of(a, near);
    if (pair.average >= limit && (nearest.a == nearest.b || nearest < pair)) nearest = pair;
  }
  if (nearest.a != nearest.b) queue_.push(nearest);
}

/// `b` becomes a part of `a`, which is the smaller.
void AverageLinkage::join(std::uint32_t a, std::uint32_t b, double limit) {
  up_[b] = a;
  sizes_[a] += sizes_[b];
  const auto gone = std::exchange(near_[b], {});
  near_[a].insert(near_[a].end(), gone.begin(), gone.end());
  nearest_[b] = Pair{};
  find_nearest(a, limit);
  for (const Near& near : near_[a]) move_near(a, b, near, limit);
}

/// What the join of `a` and `gone` means to one near them.
void AverageLinkage::move_near(std::uint32_t a, std::uint32_t gone, const Near& near, double limit) {
  Pair& nearest = nearest_[near.other];
  const bool none = nearest.a == nearest.b;
  const std::uint32_t other = nearest.a == near.other ? nearest.b : nearest.a;
  if (!none && (other == a || other == gone)) return find_nearest(near.other, limit);
  const Pair pair = pair_of(a, near);
  if (pair.average < limit || (!none && pair < nearest)) return;
  nearest = pair;
  queue_.push(nearest);
}

}  // namespace crosscheck
