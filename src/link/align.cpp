// Global alignment with affine gaps and free ends (Gotoh 1982). A value may stand for another value, so that in
//   Net 528,790 vs 286,969
//   Net 485,380 vs 286,969
// the two that differ share a column; a long gap costs hardly more than a short one, so that a fragment ("please read
// 454.5 mln") lies on its sentence rather than on the next place that has the same figure. No cell of a diagonal depends
// on another of it, so each is filled as one loop over 16-bit numbers, which the compiler makes vectors of.
#include "link/align.h"

#include <algorithm>
#include <array>

#include "base/id_numbers.h"
#include "base/wide.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLongest = 2000;  // of which each may score kSameValue: 28,000 and no more
constexpr std::int16_t kSameWord = 10, kSameValue = 14, kOtherValue = 2, kOtherScale = 6, kOtherKind = -14,
                       kOtherWord = -9, kOpen = -8, kExtend = -1, kLow = -30000;
enum State : std::uint8_t { kPaired, kOnlyA, kOnlyB };

/// What two units are compared by, in small numbers: one array a property.
struct Codes {
  std::vector<std::int16_t> id, kind, digits;

  void push(std::int16_t unit, const Unit& from, std::int16_t figure) {
    id.push_back(unit);
    kind.push_back(static_cast<std::int16_t>(from.value ? from.kind + 1 : 0));
    digits.push_back(figure);
  }
};

class Encoder {
 public:
  explicit Encoder(std::size_t units) : numbers_(2 * units) {}

  /// `none`: stands for no digits, and differs on the two sides.
  Codes operator()(const std::vector<Unit>& units, std::size_t count, std::int16_t none) {
    Codes codes;
    for (std::size_t i = 0; i < count; ++i) {
      const Unit& unit = units[i];
      codes.push(number(unit.value ? kValue : kWord, unit.id), unit,
                 unit.value && unit.digits != 0 ? number(kDigits, unit.digits) : none);
    }
    return codes;
  }

 private:
  /// What tells a value from the word that is written so; the ids are hashes.
  static constexpr std::uint64_t kWord = 0, kValue = 0x9e3779b97f4a7c15U, kDigits = 2 * kValue;
  std::int16_t number(std::uint64_t kind, std::uint64_t id) {
    return static_cast<std::int16_t>(numbers_.number(id ^ kind).first + 1);
  }
  IdNumbers numbers_;  ///< at most two a unit: 8,000
};

/// The best scores of the alignments that end in the cells of one diagonal in each state; by row.
struct Diagonal {
  std::vector<std::int16_t> paired, only_a, only_b;

  explicit Diagonal(std::size_t rows) : paired(rows + 1), only_a(rows + 1, kLow), only_b(rows + 1, kLow) {}
  void set_border(std::size_t row) {
    paired[row] = 0;
    only_a[row] = only_b[row] = kLow;
  }
};

/// Of equals the first.
struct Best {
  std::int16_t score, state;
};
inline Best best_of(std::int16_t paired, std::int16_t only_a, std::int16_t only_b) {
  const std::int16_t first = only_a > paired ? only_a : paired;
  const std::int16_t state = only_a > paired ? kOnlyA : kPaired;
  return {only_b > first ? only_b : first, only_b > first ? std::int16_t{kOnlyB} : state};
}
inline std::int16_t plus(std::int16_t a, std::int16_t b) { return static_cast<std::int16_t>(a + b); }

/// For each cell and state the state before it, two bits each; diagonal by diagonal.
class AlignmentTable {
 public:
  AlignmentTable(const std::vector<Unit>& a, const std::vector<Unit>& b)
      : rows_(std::min(a.size(), kLongest)), columns_(std::min(b.size(), kLongest)) {
    Encoder encode(rows_ + columns_);
    a_ = encode(a, rows_, -1);
    b_ = encode(b, columns_, -2);
    for (auto* codes : {&b_.id, &b_.kind, &b_.digits}) std::reverse(codes->begin(), codes->end());
    from_.resize(rows_ * columns_);
    std::array<Diagonal, 3> held{Diagonal(rows_), Diagonal(rows_), Diagonal(rows_)};
    held[1].set_border(0);  // diagonal 0 is one cell; the first that is filled is 2
    for (std::size_t d = 1; d <= rows_ + columns_; ++d) {
      Diagonal &now = held[(d + 1) % 3], &last = held[d % 3], &before = held[(d + 2) % 3];
      fill(d, before, last, now);
      if (d <= columns_) now.set_border(0);
      if (d <= rows_) now.set_border(d);
      if (d == rows_ + columns_)
        last_ = static_cast<State>(best_of(now.paired[rows_], now.only_a[rows_], now.only_b[rows_]).state);
    }
  }

  std::vector<Column> columns() const {
    std::vector<Column> columns;
    auto i = static_cast<std::uint32_t>(rows_), j = static_cast<std::uint32_t>(columns_);
    State state = last_;
    while (i > 0 && j > 0) {
      const auto before = static_cast<State>(from_[place(i + j, i)] >> (2U * state) & 3U);
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
  std::size_t first_row(std::size_t d) const { return d > columns_ ? d - columns_ : 1; }
  std::size_t end_row(std::size_t d) const { return std::min(rows_ + 1, d); }

  /// Cells of the diagonals before `d`, and those of `d` above `row`.
  std::size_t place(std::size_t d, std::size_t row) const {
    const std::size_t n = std::min(rows_, columns_), m = std::max(rows_, columns_), k = d - 2;
    const auto triangle = [](std::size_t side) { return side * (side + 1) / 2; };
    std::size_t cells = 0;
    if (k <= n)
      cells = triangle(k);
    else if (k <= m)
      cells = triangle(n) + (k - n) * n;
    else
      cells = n * m - triangle(n + m - 1 - k);
    return cells + row - first_row(d);
  }

  void fill(std::size_t d, const Diagonal& before, const Diagonal& last, Diagonal& now) {
    const std::size_t begin = first_row(d), end = end_row(d);
    if (begin >= end) return;
    std::uint8_t* const from = &from_[place(d, begin)];
    fill_cells(d, begin, end, before, last, now, from);
    // Past the end of the other text nothing costs.
    if (d > columns_) {
      const std::size_t i = begin;
      const Best free = best_of(last.paired[i - 1], last.only_a[i - 1], last.only_b[i - 1]);
      now.only_a[i] = free.score;
      from[0] = static_cast<std::uint8_t>((from[0] & ~0x0CU) | static_cast<unsigned>(free.state) << 2U);
    }
    if (end == rows_ + 1) {
      const Best free = best_of(last.paired[rows_], last.only_a[rows_], last.only_b[rows_]);
      std::uint8_t& cell = from[rows_ - begin];
      now.only_b[rows_] = free.score;
      cell = static_cast<std::uint8_t>((cell & ~0x30U) | static_cast<unsigned>(free.state) << 4U);
    }
  }

  CROSSCHECK_WIDE
  void fill_cells(std::size_t d, std::size_t begin, std::size_t end, const Diagonal& before, const Diagonal& last,
                  Diagonal& now, std::uint8_t* __restrict from) const {
    const std::size_t count = end - begin, other = columns_ + begin - d;  // b is kept backwards
    const std::int16_t *const a_id = &a_.id[begin - 1], *const a_kind = &a_.kind[begin - 1],
                              *const a_digits = &a_.digits[begin - 1];
    const std::int16_t *const b_id = &b_.id[other], *const b_kind = &b_.kind[other],
                              *const b_digits = &b_.digits[other];
    const std::int16_t *const corner_p = &before.paired[begin - 1], *const corner_a = &before.only_a[begin - 1],
                              *const corner_b = &before.only_b[begin - 1];
    const std::int16_t *const up_p = &last.paired[begin - 1], *const up_a = &last.only_a[begin - 1],
                              *const up_b = &last.only_b[begin - 1];
    const std::int16_t *const left_p = &last.paired[begin], *const left_a = &last.only_a[begin],
                              *const left_b = &last.only_b[begin];
    std::int16_t* const __restrict paired = &now.paired[begin], * const __restrict only_a = &now.only_a[begin], * const __restrict only_b = &now.only_b[begin];
#pragma omp simd  // none of the arrays overlap
    for (std::size_t k = 0; k < count; ++k) {
      const bool word = a_kind[k] == 0;
      const std::int16_t alike = word ? kSameWord : kSameValue,
                         figure = a_digits[k] == b_digits[k] ? kOtherScale : kOtherValue,
                         other_one = word ? kOtherWord : figure,
                         unlike = a_kind[k] == b_kind[k] ? other_one : kOtherKind,
                         score = a_id[k] == b_id[k] ? alike : unlike;
      const Best p = best_of(corner_p[k], corner_a[k], corner_b[k]),
                 a = best_of(plus(up_p[k], kOpen), plus(up_a[k], kExtend), plus(up_b[k], kOpen)),
                 b = best_of(plus(left_p[k], kOpen), plus(left_a[k], kOpen), plus(left_b[k], kExtend));
      paired[k] = plus(p.score, score);
      only_a[k] = a.score;
      only_b[k] = b.score;
      from[k] = static_cast<std::uint8_t>(p.state + 4 * a.state + 16 * b.state);
    }
  }

  std::size_t rows_, columns_;
  Codes a_, b_;
  std::vector<std::uint8_t> from_;
  State last_ = kPaired;
};

}  // namespace

std::vector<Column> align(const std::vector<Unit>& a, const std::vector<Unit>& b) {
  return AlignmentTable(a, b).columns();
}

}  // namespace crosscheck
