// Whether two values can both be true is interval arithmetic after exact conversion of units: "10 metres" and "24 to 30
// feet" miss each other. Where the intervals miss each other, one may still be the other rounded ("$40 billion" for
// 38), which is no contradiction. Two currencies are never compared.
#include "rulebook/meeting.h"

#include <cstdint>
#include <utility>

namespace crosscheck {
namespace {

/// Is the one figure the other with fewer digits? The values are in one unit, the digits as written.
bool rounds_to(const Quantity& fine, const Quantity& coarse, const std::optional<Decimal>& fine_value,
               const std::optional<Decimal>& coarse_value) {
  if (!fine.value || !coarse.value || coarse.value->is_zero() || !fine_value || !coarse_value) return false;
  const bool plain = (fine.bound == Bound::exact || fine.bound == Bound::about) &&
                     (coarse.bound == Bound::exact || coarse.bound == Bound::about);
  return plain && fine.value->significant_digits() > coarse.value->significant_digits() &&
         fine_value->rounded_to_digits(coarse.value->significant_digits()) == *coarse_value;
}

/// Days by which a date counted from another may be off: "two weeks ago" is not fourteen days to the day.
std::int32_t slack_of(const Claim& claim) {
  constexpr std::int32_t kWeek = 4, kMonth = 17, kYear = 190;
  if (claim.time.when.size() != 1) return 0;
  const TimeStep& step = claim.time.when.front();
  if (step.kind != TimeStepKind::shifted) return 0;
  switch (step.grain) {
    case TimeGrain::week:
    case TimeGrain::fortnight:
      return kWeek;
    case TimeGrain::month:
    case TimeGrain::quarter:
    case TimeGrain::half:
      return kMonth;
    case TimeGrain::year:
    case TimeGrain::decade:
      return kYear;
    default:
      return 0;
  }
}

/// "June 24" of which only the article's own date told the year.
bool year_is_guessed(const Claim& claim) {
  return claim.time.when.size() == 1 &&
         (claim.time.when.front().kind == TimeStepKind::day || claim.time.when.front().kind == TimeStepKind::month) &&
         claim.time.when.front().a == kNoYear;
}

/// The same without the year: what a guess of another year may have meant.
bool same_in_another_year(const TimeValue& a, const TimeValue& b) {
  if (!a.first || !b.first || a.grain != b.grain) return false;
  const CivilDay x = civil_day(*a.first), y = civil_day(*b.first);
  return x.month == y.month && x.day == y.day;
}

}  // namespace

Meeting quantities_meet(const Rulebook& rulebook, const Quantity& a, const Quantity& b) {
  Quantity left = a, right = b;
  if (a.unit != b.unit) {
    const auto& dimensions = rulebook.unit_dimensions();
    const auto& factors = rulebook.unit_factors();
    const auto x = dimensions.find(a.unit), y = dimensions.find(b.unit);
    if (x == dimensions.end() || y == dimensions.end() || x->second != y->second) return Meeting::unknown;
    for (const auto& [quantity, factor] :
         {std::pair{&left, &factors.at(a.unit)}, std::pair{&right, &factors.at(b.unit)}}) {
      quantity->interval = scaled(quantity->interval, *factor);
      if (quantity->value) quantity->value = multiply(*quantity->value, *factor);
    }
  } else if (a.value == b.value && a.bound == b.bound && a.interval == b.interval) {
    return Meeting::same;
  }
  if (meets(left.interval, right.interval) || rounds_to(a, b, left.value, right.value) ||
      rounds_to(b, a, right.value, left.value)) {
    return Meeting::compatible;
  }
  // One number with two hedges ("nearly 300", "300") is one figure told twice.
  const bool one_figure =
      left.value && right.value && *left.value == *right.value && a.bound != Bound::vague && b.bound != Bound::vague;
  const bool opposed = (a.bound == Bound::more_than && b.bound == Bound::less_than) ||
                       (a.bound == Bound::less_than && b.bound == Bound::more_than);
  return one_figure && !opposed ? Meeting::compatible : Meeting::apart;
}

Meeting times_meet(const Claim& a, const Claim& b) {
  switch (relate(a.when, b.when)) {
    case TimeRelation::unknown:
      return Meeting::unknown;
    case TimeRelation::equal:
      return Meeting::same;
    case TimeRelation::disjoint:
      break;
    default:
      return Meeting::compatible;
  }
  if ((year_is_guessed(a) || year_is_guessed(b)) && same_in_another_year(a.when, b.when)) return Meeting::compatible;
  const auto days = days_apart(a.when, b.when);
  if (days && *days <= slack_of(a) + slack_of(b)) return Meeting::compatible;
  // An article may come out any time after what it tells of, never before it.
  const bool a_after =
      a.time.basis == TimeBasis::published && a.when.first && b.when.last && *a.when.first > *b.when.last;
  const bool b_after =
      b.time.basis == TimeBasis::published && b.when.first && a.when.last && *b.when.first > *a.when.last;
  const bool both = a.time.basis == TimeBasis::published && b.time.basis == TimeBasis::published;
  return a_after || b_after || both ? Meeting::compatible : Meeting::apart;
}

Meeting values_meet(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  return a.dated() && b.dated() ? times_meet(a, b) : quantities_meet(rulebook, a.quantity, b.quantity);
}

}  // namespace crosscheck
