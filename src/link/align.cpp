// Global alignment with affine gaps and free ends (Gotoh 1982). A value may stand for another value, so that in
//   Net 528,790 vs 286,969
//   Net 485,380 vs 286,969
// the two that differ share a column; a long gap costs hardly more than a short one, so that a fragment ("please read
// 454.5 mln") lies on its sentence rather than on the next place that has the same figure.
#include "link/align.h"

#include <algorithm>

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

/// The best score of an alignment that ends here in each state.
struct Cell {
  int paired = kLow, only_a = kLow, only_b = kLow;
};

/// Of equals the first.
struct Best {
  int score = 0;
  std::uint8_t state = kPaired;
};
Best best_of(int paired, int only_a, int only_b) {
  const int first = only_a > paired ? only_a : paired;
  const std::uint8_t state = only_a > paired ? kOnlyA : kPaired;
  return {only_b > first ? only_b : first, only_b > first ? std::uint8_t{kOnlyB} : state};
}
Best best_of(const Cell& cell) { return best_of(cell.paired, cell.only_a, cell.only_b); }

/// For each cell and state the state before it, two bits each.
class Table {
 public:
  Table(const std::vector<Unit>& a, const std::vector<Unit>& b)
      : rows_(std::min(a.size(), kLongest)), width_(std::min(b.size(), kLongest) + 1), from_((rows_ + 1) * width_) {
    std::vector<Cell> above(width_), current(width_);
    for (Cell& cell : above) cell.paired = 0;
    for (std::size_t i = 1; i <= rows_; ++i) {
      fill_row(a[i - 1], b, i == rows_, above, current, &from_[i * width_]);
      std::swap(above, current);
    }
    last_ = static_cast<State>(best_of(above.back()).state);
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
  /// Branches would be guessed wrong at every other cell, so there are none: two texts of 300 words are 90,000 cells.
  static void fill_row(const Unit& unit, const std::vector<Unit>& b, bool a_ended, const std::vector<Cell>& above,
                       std::vector<Cell>& row, std::uint8_t* from) {
    const int open = a_ended ? 0 : kOpen, extend = a_ended ? 0 : kExtend;
    Cell left{0, kLow, kLow};
    row[0] = left;
    for (std::size_t j = 1; j < row.size(); ++j) {
      const bool b_ended = j + 1 == row.size();  // past the end of the other text nothing costs
      const int down_open = b_ended ? 0 : kOpen, down_extend = b_ended ? 0 : kExtend;
      const Cell& up = above[j];
      const Best paired = best_of(above[j - 1]),
                 only_a = best_of(up.paired + down_open, up.only_a + down_extend, up.only_b + down_open),
                 only_b = best_of(left.paired + open, left.only_a + open, left.only_b + extend);
      row[j] = left = {paired.score + score(unit, b[j - 1]), only_a.score, only_b.score};
      from[j] = static_cast<std::uint8_t>(paired.state | only_a.state << 2U | only_b.state << 4U);
    }
  }

  std::size_t rows_, width_;
  std::vector<std::uint8_t> from_;
  State last_ = kPaired;
};

}  // namespace

std::vector<Column> align(const std::vector<Unit>& a, const std::vector<Unit>& b) { return Table(a, b).columns(); }

}  // namespace crosscheck
