// Between columns that are the same stands one that is not:
//   oper shr [loss|profit] six cts vs      → the sign of the figure behind it
//   five mln dlrs a [day|month] to         → the unit of the figure before it
//   sales [36.7 mln|39.7 mln] vs 33.5 mln  → the figure
// A neighbour that differs, too, says that the texts part there, and nothing follows.
#include <algorithm>
#include <cctype>
#include <optional>

#include "link/version_units.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLeft = 4, kRight = 3, kReach = 3, kUnitReach = 7, kLine = 8, kShortLine = 8;

class Finder {
 public:
  Finder(const Laid& laid, const Lexicon& lexicon, const VersionSearch& search)
      : laid_(laid),
        lexicon_(lexicon),
        least_(search.least_context),
        whole_(search.whole),
        labelled_(search.labelled),
        end_(laid.columns.size()) {
    // Around a fragment lies what it does not quote.
    const auto quoted = [&](std::size_t i) { return whole_ || laid.columns[i].b != Column::kNone; };
    while (begin_ < end_ && !quoted(begin_)) ++begin_;
    while (end_ > begin_ && !quoted(end_ - 1)) --end_;
  }

  std::vector<VersionDifference> run() {
    for (std::size_t i = 0; i < laid_.columns.size(); ++i) {
      if (laid_.fits[i] == Fit::apart) value_at(i);
      if (opposed(i) || sign_alone(i)) sign_at(i);
      if (opposed(i, "opposed_units")) unit_at(i);
    }
    if (labelled_ && found_.empty()) only_figure();
    return std::move(found_);
  }

 private:
  const Claim* claim_a(std::size_t i) const {
    return laid_.columns[i].a == Column::kNone ? nullptr : laid_.a.claim(laid_.columns[i].a);
  }
  const Claim* claim_b(std::size_t i) const {
    return laid_.columns[i].b == Column::kNone ? nullptr : laid_.b.claim(laid_.columns[i].b);
  }
  std::string word_a(std::size_t i) const {
    return laid_.columns[i].a == Column::kNone ? "" : laid_.a.folded(laid_.columns[i].a);
  }
  std::string word_b(std::size_t i) const {
    return laid_.columns[i].b == Column::kNone ? "" : laid_.b.folded(laid_.columns[i].b);
  }

  bool opposed(std::size_t i, const char* list = "opposed") const {
    if (laid_.fits[i] != Fit::other || claim_a(i) != nullptr || claim_b(i) != nullptr) return false;
    const std::string a = word_a(i), b = word_b(i);
    return lexicon_.in_list(list, a + " " + b) || lexicon_.in_list(list, b + " " + a);
  }

  /// "loss" before a figure that the other text gives without.
  bool sign_alone(std::size_t i) const {
    if (laid_.fits[i] != Fit::lone || claim_a(i) != nullptr || claim_b(i) != nullptr) return false;
    return lexicon_.in_list("sign_words", word_a(i) + word_b(i)) && i + 1 < laid_.columns.size() && laid_.same(i + 1) &&
           claim_a(i + 1) != nullptr;
  }

  /// "amount as" for "portfolio of": words that say nothing may differ.
  bool plain(std::size_t i) const {
    const Column& column = laid_.columns[i];
    return (column.a == Column::kNone || laid_.a.words[column.a].plain) &&
           (column.b == Column::kNone || laid_.b.words[column.b].plain);
  }
  /// "sasles" for "sales", "dls" for "dlrs".
  bool misspelt(std::size_t i) const {
    constexpr std::size_t kShortest = 3;
    if (laid_.fits[i] != Fit::other || claim_a(i) != nullptr || claim_b(i) != nullptr) return false;
    const std::string a = word_a(i), b = word_b(i);
    const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
    const auto digit = [](unsigned char c) { return std::isdigit(c) != 0; };
    if (shorter < kShortest || longer - shorter > 1 || std::any_of(a.begin(), a.end(), digit)) return false;
    std::size_t front = 0, back = 0;
    while (front < shorter && a[front] == b[front]) ++front;
    while (back < shorter - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
    return front + back >= longer - 1 && longer > kShortest;
  }

  bool alike(std::size_t i) const { return laid_.same(i) || misspelt(i); }
  bool fine(std::size_t i) const { return alike(i) || opposed(i) || plain(i); }

  /// Both neighbours are the same in both texts, and so are enough of those around them.
  bool framed(std::size_t i) const {
    if ((i > begin_ && !fine(i - 1)) || (i + 1 < end_ && !fine(i + 1))) return false;
    std::uint32_t left = 0, right = 0;
    for (std::size_t k = i - std::min(i, kLeft); k < i; ++k) left += alike(k);
    for (std::size_t k = i + 1; k < std::min(end_, i + kRight + 1); ++k) right += alike(k);
    return left + right >= least_ && (left > 0 || i == begin_) && (right > 0 || i + 1 == end_);
  }

  bool basis_word(std::size_t i) const {
    return !laid_.same(i) && (lexicon_.in_list("basis", word_a(i)) || lexicon_.in_list("basis", word_b(i))) &&
           claim_a(i) == nullptr && claim_b(i) == nullptr;
  }

  std::pair<std::uint32_t, std::uint32_t> sentences(std::size_t k) const {
    const Column& column = laid_.columns[k];
    return {column.a == Column::kNone ? Column::kNone : laid_.a.words[column.a].sentence,
            column.b == Column::kNone ? Column::kNone : laid_.b.words[column.b].sentence};
  }

  /// "oper net" in the one text, "net" in the other, on the same line: two figures, both right.
  bool other_basis(std::size_t i) const {
    const auto [a, b] = sentences(i);
    for (std::size_t k = i - std::min(i, kLine); k < std::min(laid_.columns.size(), i + kRight); ++k) {
      const auto [x, y] = sentences(k);
      if (k != i && (x == a || y == b) && basis_word(k) && !opposed(k)) return true;
    }
    return false;
  }

  /// Rows of a table are one row when most of their words are the same: "avg shrs" is not "revs".
  bool one_line(std::size_t i) const {
    const auto [a, b] = sentences(i);
    std::size_t same = 0, words = 0;
    for (std::size_t k = 0; k < laid_.columns.size(); ++k) {
      const auto [x, y] = sentences(k);
      if ((x != a || x == Column::kNone) && (y != b || y == Column::kNone)) continue;
      if (claim_a(k) != nullptr || claim_b(k) != nullptr || plain(k)) continue;
      ++words;
      same += alike(k) || opposed(k);
    }
    return words == 0 || (!whole_ && words > kShortLine) || 2 * same >= words;
  }

  static bool on_calendar(const Claim& claim) {
    if (claim.time.when.empty()) return claim.when.known() && claim.time.basis == TimeBasis::stated;
    return std::all_of(claim.time.when.begin(), claim.time.when.end(), [](const TimeStep& step) {
      return step.kind == TimeStepKind::day || step.kind == TimeStepKind::month || step.kind == TimeStepKind::year ||
             step.kind == TimeStepKind::clock;
    });
  }

  /// "454.5 mln" may be guilders, as what stands in its place is; "20" beside "20 cts" is only written shorter.
  bool comparable(const Claim& a, const Claim& b, std::size_t i) const {
    const std::string &x = a.quantity.unit, &y = b.quantity.unit;
    const Column& column = laid_.columns[i];
    return x == y || ((x.empty() || y.empty()) && laid_.a.units[column.a].digits != laid_.b.units[column.b].digits);
  }

  void value_at(std::size_t i) {
    const Claim *a = claim_a(i), *b = claim_b(i);
    if (a == nullptr || b == nullptr || a->kind == MentionKind::ordinal || b->kind == MentionKind::ordinal) return;
    if (a->dated() != b->dated()) return;
    if (!framed(i) || (a->dated() && !(on_calendar(*a) && on_calendar(*b)))) return;
    if (!a->dated() && (other_basis(i) || !one_line(i))) return;
    const bool unit = laid_.a.units[laid_.columns[i].a].id == laid_.b.units[laid_.columns[i].b].id;
    if (!a->dated() && !unit && !comparable(*a, *b, i)) return;
    add(i, i, a->dated() ? "date" : unit ? "unit" : "value");
  }

  /// "to three pct", corrected to "to 3-1/4 pct": one could be the other rounded, but nothing else was corrected.
  void only_figure() {
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < laid_.columns.size(); ++i) {
      const Column& column = laid_.columns[i];
      if (laid_.fits[i] == Fit::same || plain(i)) continue;
      if (only || laid_.fits[i] != Fit::meet || !figure(i)) return;
      if (laid_.a.units[column.a].id != laid_.b.units[column.b].id) only = i;
    }
    if (!only || !framed(*only)) return;
    const Quantity &a = claim_a(*only)->quantity, &b = claim_b(*only)->quantity;
    if (a.bound == b.bound && a.unit == b.unit) add(*only, *only, "value");
  }

  bool figure(std::size_t i) const {
    const Claim *a = claim_a(i), *b = claim_b(i);
    return a != nullptr && b != nullptr && !a->dated() && a->kind != MentionKind::ordinal &&
           a->kind != MentionKind::duration;
  }

  /// Of the figure behind the word.
  void sign_at(std::size_t i) {
    if (!framed(i)) return;
    for (std::size_t k = i + 1; k < std::min(laid_.columns.size(), i + kReach) && laid_.same(k); ++k) {
      if (figure(k)) return add(i, k, "sign");
    }
  }

  /// Of the figure before the word.
  void unit_at(std::size_t i) {
    if (!framed(i)) return;
    for (std::size_t k = i; k-- > i - std::min(i, kUnitReach) && laid_.same(k);) {
      if (figure(k)) return add(i, k, "unit");
    }
  }

  void add(std::size_t at, std::size_t figure, const char* check) {
    VersionDifference difference;
    difference.a = laid_.a.words[laid_.columns[figure].a].claim;
    difference.b = laid_.b.words[laid_.columns[figure].b].claim;
    difference.check = check;
    if (at != figure) {
      difference.a_words = word_a(at);
      difference.b_words = word_b(at);
    }
    found_.push_back(std::move(difference));
  }

  const Laid& laid_;
  const Lexicon& lexicon_;
  std::uint32_t least_;
  bool whole_, labelled_;
  std::size_t begin_ = 0, end_;  ///< of the columns that both texts may have
  std::vector<VersionDifference> found_;
};

}  // namespace

std::vector<VersionDifference> differences(const Laid& laid, const Lexicon& lexicon, const VersionSearch& search) {
  return Finder(laid, lexicon, search).run();
}

}  // namespace crosscheck
