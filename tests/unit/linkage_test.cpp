// Average linkage: what a cluster's average is, what a pair that nobody set counts, and that equals go in order; against a
// twin that looks at every pair of clusters before each join.
#include "link/linkage.h"

#include <optional>

#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;
using Unset = AverageLinkage::Unset;
using Into = std::vector<std::uint32_t>;

struct Set {
  std::uint32_t a, b;
  double likeness;
};

Into joined(std::size_t members, const std::vector<Set>& sets, Unset unset, double limit) {
  AverageLinkage linkage(members, unset);
  for (const Set& set : sets) linkage.set(set.a, set.b, set.likeness);
  return linkage.join_above(limit);
}

TEST_CASE("a third joins two when its average to both is high enough", "[unit][link]") {
  const std::vector<Set> sets = {{0, 1, 0.5}, {0, 2, 0.4}, {1, 2, 0.1}};
  CHECK(joined(3, sets, Unset::zero, 0.25) == Into{0, 0, 0});
  CHECK(joined(3, sets, Unset::zero, 0.26) == Into{0, 0, 2});
  CHECK(joined(3, sets, Unset::zero, 0.51) == Into{0, 1, 2});
}

TEST_CASE("a pair that was never set counts nothing, or is left out of the average", "[unit][link]") {
  const std::vector<Set> sets = {{0, 1, 0.9}, {1, 2, 0.8}};
  CHECK(joined(3, sets, Unset::zero, 0.5) == Into{0, 0, 2});
  CHECK(joined(3, sets, Unset::ignored, 0.5) == Into{0, 0, 0});
}

TEST_CASE("of equal averages the pair of the smaller members joins first, whatever was set first", "[unit][link]") {
  CHECK(joined(3, {{0, 1, 0.75}, {1, 2, 0.75}}, Unset::zero, 0.5) == Into{0, 0, 2});
  CHECK(joined(3, {{2, 1, 0.75}, {1, 0, 0.75}}, Unset::zero, 0.5) == Into{0, 0, 2});
}

/// The same by the book: the best pair of all clusters, again and again.
class Slow {
 public:
  Slow(std::size_t members, const std::vector<Set>& sets, Unset unset)
      : sets_(sets), unset_(unset), into_(members) {
    for (std::uint32_t i = 0; i < members; ++i) into_[i] = i;
  }

  Into join_above(double limit) {
    while (const auto best = best_pair(limit)) {
      for (std::uint32_t& of : into_) of = of == best->second ? best->first : of;
    }
    return into_;
  }

 private:
  std::optional<double> average(std::uint32_t a, std::uint32_t b) const {
    double sum = 0, set = 0;
    for (const Set& one : sets_) {
      const std::uint32_t x = std::min(into_[one.a], into_[one.b]), y = std::max(into_[one.a], into_[one.b]);
      if (x != a || y != b) continue;
      sum += one.likeness;
      ++set;
    }
    if (set == 0) return std::nullopt;
    const auto size = [&](std::uint32_t of) { return static_cast<double>(std::count(into_.begin(), into_.end(), of)); };
    return sum / (unset_ == Unset::zero ? size(a) * size(b) : set);
  }

  std::optional<std::pair<std::uint32_t, std::uint32_t>> best_pair(double limit) const {
    std::optional<std::pair<std::uint32_t, std::uint32_t>> best;
    double most = 0;
    for (std::uint32_t a = 0; a < into_.size(); ++a) {
      for (std::uint32_t b = a + 1; b < into_.size(); ++b) {
        const auto here = into_[a] == a && into_[b] == b ? average(a, b) : std::nullopt;
        if (!here || *here < limit || (best && *here <= most)) continue;
        most = *here;
        best = {a, b};
      }
    }
    return best;
  }

  const std::vector<Set>& sets_;
  Unset unset_;
  Into into_;
};

TEST_CASE("the queue joins what a look at every pair of clusters joins", "[unit][link]") {
  Dice dice(11);
  for (int round = 0; round < 60; ++round) {
    const std::size_t members = 3 + dice.below(10);
    std::vector<Set> sets;
    for (std::uint32_t a = 0; a < members; ++a) {
      for (std::uint32_t b = a + 1; b < members; ++b) {
        if (dice.one_in(2)) sets.push_back({a, b, static_cast<double>(dice.below(17)) / 16});  // exact sums: no noise
      }
    }
    for (const Unset unset : {Unset::zero, Unset::ignored}) {
      const double limit = static_cast<double>(1 + dice.below(12)) / 16;
      CHECK(joined(members, sets, unset, limit) == Slow(members, sets, unset).join_above(limit));
    }
  }
}

}  // namespace
}  // namespace crosscheck
