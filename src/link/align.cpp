// Global alignment with affine gaps and free ends (Gotoh 1982). A value may stand for another value, so that in
//   Net 528,790 vs 286,969
//   Net 485,380 vs 286,969
// the two that differ share a column; a long gap costs hardly more than a short one, so that a fragment ("please read
// 454.5 mln") lies on its sentence rather than on the next place that has the same figure.
#include "link/align.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

constexpr std::size_t kLongest = 2000;
constexpr int kSameWord = 10, kSameValue = 14, kOtherValue = 2, kOtherScale = 6, kOtherKind = -14, kOtherWord = -9;
constexpr int kOpen = -8, kExtend = -1, kLow = -1000000000;
enum State : std::uint8_t { kPaired, kOnlyA, kOnlyB };

int score(const Unit& a, const Unit& b) {
  if (a.id == b.id && a.value == b.value) return a.value ? kSameValue : kSameWord;
  if (a.value != b.value) return kOtherKind;
  if (!a.value) return kOtherWord;
  if (a.kind != b.kind) return kOtherKind;
  return a.digits != 0 && a.digits == b.digits ? kOtherScale : kOtherValue;
}

struct Cell {
  std::array<int, 3> best{kLow, kLow, kLow};
};

State arg_max(const std::array<int, 3>& scores) {
  return static_cast<State>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

/// For each cell and state the state before it, two bits each.
class Table {
 public:
  Table(const std::vector<Unit>& a, const std::vector<Unit>& b)
      : rows_(std::min(a.size(), kLongest)), width_(std::min(b.size(), kLongest) + 1), from_((rows_ + 1) * width_) {
    std::vector<Cell> above(width_), current(width_);
    for (std::size_t j = 0; j < width_; ++j) above[j].best[kPaired] = 0;
    for (std::size_t i = 1; i <= rows_; ++i) {
      current[0].best = {0, kLow, kLow};
      for (std::size_t j = 1; j < width_; ++j) {
        const std::array<State, 3> from = fill(score(a[i - 1], b[j - 1]), above[j - 1], above[j], current[j - 1],
                                               i == rows_, j + 1 == width_, current[j]);
        from_[i * width_ + j] = static_cast<std::uint8_t>(from[0] | from[1] << 2U | from[2] << 4U);
      }
      std::swap(above, current);
    }
    last_ = arg_max(above[width_ - 1].best);
  }

  std::vector<Column> columns() const {
    std::vector<Column> columns;
    auto i = static_cast<std::uint32_t>(rows_), j = static_cast<std::uint32_t>(width_ - 1);
    State state = last_;
    while (i > 0 && j > 0) {
      const auto before = static_cast<State>(from_[i * width_ + j] >> (2U * state) & 3U);
      if (state == kPaired) columns.push_back({--i, --j});
      if (state == kOnlyA) columns.push_back({--i, Column::kNone});
      if (state == kOnlyB) columns.push_back({Column::kNone, --j});
      state = before;
    }
    while (i > 0) columns.push_back({--i, Column::kNone});
    while (j > 0) columns.push_back({Column::kNone, --j});
    std::reverse(columns.begin(), columns.end());
    return columns;
  }

 private:
  static std::array<State, 3> fill(int paired, const Cell& diagonal, const Cell& above, const Cell& left, bool a_ended,
                                   bool b_ended, Cell& cell) {
    const auto step = [](const Cell& before, State state, bool free, State& from) {
      std::array<int, 3> scores = before.best;
      for (std::uint8_t s = 0; s < 3 && !free; ++s) scores[s] += s == state ? kExtend : kOpen;
      from = arg_max(scores);
      return scores[from];
    };
    std::array<State, 3> from{};
    from[kPaired] = arg_max(diagonal.best);
    cell.best[kPaired] = diagonal.best[from[kPaired]] + paired;
    cell.best[kOnlyA] = step(above, kOnlyA, b_ended, from[kOnlyA]);  // past the end of the other text nothing costs
    cell.best[kOnlyB] = step(left, kOnlyB, a_ended, from[kOnlyB]);
    return from;
  }

  std::size_t rows_, width_;
  std::vector<std::uint8_t> from_;
  State last_ = kPaired;
};

}  // namespace

std::vector<Column> align(const std::vector<Unit>& a, const std::vector<Unit>& b) { return Table(a, b).columns(); }

}  // namespace crosscheck
