// Average-linkage clustering over a sparse graph: the two clusters with the highest average meet first.
#pragma once

#include <cstdint>
#include <queue>
#include <vector>

namespace crosscheck {

/// Of sets that are trees: the top of the member's. What lies on the way hangs higher from then on.
std::uint32_t root_of(std::vector<std::uint32_t>& up, std::uint32_t member);

/// Follows Sokal and Michener (1958), UPGMA. Deterministic: of equal averages the pair of the smaller members goes first, and
/// sums are of whole numbers, the same in any order. A join costs the neighbourhoods of the two, and those of the clusters
/// that were nearest to either.
class AverageLinkage {
 public:
  /// What a pair that was never set counts in an average.
  enum class Unset { zero, ignored };

  AverageLinkage(std::size_t members, Unset unset) : sizes_(members, 1), unset_(unset) {}

  /// Each pair once; likeness to twelve decimals, at most some millions.
  void set(std::uint32_t a, std::uint32_t b, double likeness);
  /// For every member the smallest one of its cluster. Once.
  std::vector<std::uint32_t> join_above(double limit);

 private:
  struct Pair {
    double average;
    std::uint32_t a, b;  ///< a < b
    bool operator==(const Pair& other) const = default;
    bool operator<(const Pair& other) const {
      if (average != other.average) return average < other.average;
      return a != other.a ? a > other.a : b > other.b;
    }
  };
  /// Another cluster, how many of the pairs across were set, and the sum of their likeness.
  struct Near {
    std::uint32_t other, count;
    std::int64_t sum;
  };

  void connect(double limit);
  const std::vector<Near>& gathered(std::uint32_t a);
  Pair pair_of(std::uint32_t a, const Near& near) const;
  void find_nearest(std::uint32_t a, double limit);
  void join(std::uint32_t a, std::uint32_t b, double limit);
  void move_near(std::uint32_t a, std::uint32_t gone, const Near& near, double limit);

  std::vector<Pair> pairs_;              ///< as set
  std::vector<std::uint32_t> up_;        ///< towards the smallest member of each one's cluster
  std::vector<std::vector<Near>> near_;  ///< of each cluster; others as they were when it last looked
  std::vector<std::uint32_t> places_;    ///< of each cluster among those near the one that is gathered
  std::vector<Pair> nearest_;            ///< of each cluster's pairs that reach the limit the first; a == b: none
  std::vector<double> sizes_;
  Unset unset_;
  std::priority_queue<Pair> queue_;
};

}  // namespace crosscheck
