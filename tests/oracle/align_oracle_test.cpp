// The alignment's slow twin: one cell after the other, in plain numbers, against the diagonals that link/ fills.
#include <algorithm>
#include <array>

#include "link/align.h"
#include "support.h"

namespace crosscheck {
namespace {

constexpr int kLow = -1000000000;

int score(const Unit& a, const Unit& b) {
  if (a.id == b.id && a.value == b.value) return a.value ? 14 : 10;
  if (a.value != b.value) return -14;
  if (!a.value) return -9;
  if (a.kind != b.kind) return -14;
  return a.digits != 0 && a.digits == b.digits ? 6 : 2;
}

using Cell = std::array<int, 3>;  // paired, only a, only b

std::size_t best_of(const Cell& cell) {
  return static_cast<std::size_t>(std::max_element(cell.begin(), cell.end()) - cell.begin());
}

std::vector<Column> slowly(const std::vector<Unit>& a, const std::vector<Unit>& b) {
  const std::size_t n = a.size(), m = b.size();
  std::vector<std::vector<Cell>> cells(n + 1, std::vector<Cell>(m + 1, Cell{0, kLow, kLow})), from = cells;
  for (std::size_t i = 1; i <= n; ++i) {
    for (std::size_t j = 1; j <= m; ++j) {
      const int down_open = j == m ? 0 : -8, down_extend = j == m ? 0 : -1, open = i == n ? 0 : -8,
                extend = i == n ? 0 : -1;
      const Cell &corner = cells[i - 1][j - 1], &up = cells[i - 1][j], &left = cells[i][j - 1];
      const std::array<Cell, 3> ways{corner, Cell{up[0] + down_open, up[1] + down_extend, up[2] + down_open},
                                     Cell{left[0] + open, left[1] + open, left[2] + extend}};
      for (std::size_t state = 0; state < 3; ++state) {
        const std::size_t best = best_of(ways[state]);
        cells[i][j][state] = ways[state][best] + (state == 0 ? score(a[i - 1], b[j - 1]) : 0);
        from[i][j][state] = static_cast<int>(best);
      }
    }
  }
  std::vector<Column> columns;
  auto i = static_cast<std::uint32_t>(n), j = static_cast<std::uint32_t>(m);
  for (std::size_t state = best_of(cells[n][m]); i > 0 || j > 0;) {
    const bool inside = i > 0 && j > 0;
    const std::size_t way = inside ? state : i > 0 ? 1 : 2;
    if (inside) state = static_cast<std::size_t>(from[i][j][state]);
    columns.push_back({way == 2 ? Column::kNone : --i, way == 1 ? Column::kNone : --j});
  }
  std::reverse(columns.begin(), columns.end());
  return columns;
}

std::vector<Unit> some_units(support::Dice& dice, std::size_t count, std::uint64_t vocabulary) {
  std::vector<Unit> units(count);
  for (Unit& unit : units) {
    unit.value = dice.below(4) == 0;
    unit.id = dice.below(vocabulary);
    unit.kind = unit.value ? static_cast<std::uint8_t>(1 + dice.below(3)) : 0;
    unit.digits = unit.value ? dice.below(4) : 0;
  }
  return units;
}

}  // namespace

TEST_CASE("texts are aligned as cell by cell", "[oracle]") {
  support::Dice dice(20261122);
  for (int round = 0; round < 400; ++round) {
    const std::uint64_t vocabulary = 2 + dice.below(40);
    const std::vector<Unit> a = some_units(dice, dice.below(60), vocabulary);
    std::vector<Unit> b = dice.below(2) == 0 ? a : some_units(dice, dice.below(60), vocabulary);
    for (Unit& unit : b) {
      if (dice.below(9) == 0) unit = some_units(dice, 1, vocabulary).front();
    }
    if (!b.empty()) b.erase(b.begin() + static_cast<std::ptrdiff_t>(dice.below(b.size())));
    const auto fast = align(a, b), slow = slowly(a, b);
    REQUIRE(fast.size() == slow.size());
    for (std::size_t i = 0; i < fast.size(); ++i) {
      REQUIRE(fast[i].a == slow[i].a);
      REQUIRE(fast[i].b == slow[i].b);
    }
  }
}

}  // namespace crosscheck
