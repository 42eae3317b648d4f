// Three articles with cosines 0.5, 0.4 and 0.1: the first two join, and the third is 0.25 from both together. A queue
// holds what was ever nearest to a cluster; a pair that a join has made stale is known by no longer being the nearest of both.
// An average reaches the limit only where some pair does, so what no chain of such pairs connects is never looked at together.
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
    if (nearest_[best.a] != best || nearest_[best.b] != best) continue;
    join(best.a, best.b, limit);
    into[best.b] = best.a;
  }
  for (std::uint32_t i = 0; i < into.size(); ++i) into[i] = into[into[i]];
  return into;
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
    near_[pair.a].push_back({pair.b, 1, pair.average});
    near_[pair.b].push_back({pair.a, 1, pair.average});
  }
  const auto smaller = [](const Near& x, const Near& y) { return x.other < y.other; };
  for (auto& near : near_) {
    if (!std::is_sorted(near.begin(), near.end(), smaller)) std::sort(near.begin(), near.end(), smaller);
  }
  std::exchange(pairs_, {});
  nearest_.assign(sizes_.size(), Pair{});
  for (std::uint32_t i = 0; i < near_.size(); ++i) find_nearest(i, limit);
}

/// Binary search without branches, which would be guessed wrong at every other step.
std::vector<AverageLinkage::Near>::iterator AverageLinkage::find(std::uint32_t a, std::uint32_t b) {
  auto begin = near_[a].begin();
  for (auto left = near_[a].end() - begin; left > 0;) {
    const auto half = (left + 1) / 2;
    begin += begin[half - 1].other < b ? half : 0;
    left -= half;
  }
  return begin;
}

AverageLinkage::Pair AverageLinkage::pair_of(std::uint32_t a, const Near& near) const {
  const double average = near.sum / (unset_ == Unset::zero ? sizes_[a] * sizes_[near.other] : near.count);
  return {average, std::min(a, near.other), std::max(a, near.other)};
}

void AverageLinkage::find_nearest(std::uint32_t a, double limit) {
  Pair& nearest = nearest_[a];
  nearest = {limit, a, a};
  for (const Near& near : near_[a]) {
    const Pair pair = pair_of(a, near);
    if (pair.average >= limit && (nearest.a == nearest.b || nearest < pair)) nearest = pair;
  }
  if (nearest.a != nearest.b) queue_.push(nearest);
}

/// `b` becomes a part of `a`, which is the smaller.
void AverageLinkage::join(std::uint32_t a, std::uint32_t b, double limit) {
  near_[a].erase(find(a, b));
  near_[b].erase(find(b, a));
  const auto kept = std::exchange(near_[a], {}), gone = std::exchange(near_[b], {});
  sizes_[a] += sizes_[b];
  auto& merged = near_[a];
  merged.reserve(kept.size() + gone.size());
  auto old = kept.begin();
  for (const Near& near : gone) {
    while (old != kept.end() && old->other < near.other) merged.push_back(*old++);
    Near sum = near;
    if (old != kept.end() && old->other == near.other) {
      sum.sum = old->sum + near.sum;
      sum.count += old++->count;
    }
    merged.push_back(sum);
    replace(near.other, b, {a, sum.count, sum.sum});
  }
  merged.insert(merged.end(), old, kept.end());
  nearest_[b] = Pair{};
  find_nearest(a, limit);
  for (const Near& near : merged) move_near(a, b, near, limit);
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

/// Among those near `member` one instead of `gone`, which is larger.
void AverageLinkage::replace(std::uint32_t member, std::uint32_t gone, const Near& by) {
  const auto from = find(member, gone), to = find(member, by.other);
  if (to->other == by.other) {
    *to = by;
    near_[member].erase(from);
  } else {
    std::move_backward(to, from, from + 1);
    *to = by;
  }
}

}  // namespace crosscheck
