// Average-linkage clustering over a sparse graph: the two clusters with the highest average meet first.
#pragma once

#include <cstdint>
#include <queue>
#include <unordered_map>
#include <vector>

namespace crosscheck {

/// Follows Sokal and Michener (1958), UPGMA. Deterministic: of equal averages the pair of the smaller members goes first.
/// n log n in the number of pairs that were set, times the size of the neighbourhoods that joins move.
class AverageLinkage {
 public:
  /// What a pair that was never set counts in an average.
  enum class Unset { zero, ignored };

  AverageLinkage(std::size_t members, Unset unset) : sizes_(members, 1), unset_(unset) {}

  /// Each pair once.
  void set(std::uint32_t a, std::uint32_t b, double likeness);
  /// For every member the smallest one of its cluster. Once.
  std::vector<std::uint32_t> join_above(double limit);

 private:
  struct Likeness {
    double sum = 0, count = 0;
  };
  struct Pair {
    double average;
    std::uint32_t a, b;  ///< a < b
    bool operator<(const Pair& other) const {
      if (average != other.average) return average < other.average;
      return a != other.a ? a > other.a : b > other.b;
    }
  };

  double average(std::uint32_t a, std::uint32_t b, const Likeness& likeness) const;
  void connect(double limit);
  void put(std::uint32_t a, std::uint32_t b, const Likeness& likeness, double limit);
  void join(std::uint32_t a, std::uint32_t b, double limit);

  std::vector<Pair> pairs_;  ///< as set
  std::vector<std::unordered_map<std::uint32_t, Likeness>> near_;
  std::vector<double> sizes_;
  Unset unset_;
  std::priority_queue<Pair> queue_;
};

}  // namespace crosscheck
