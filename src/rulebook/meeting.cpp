// Whether two values can both be true is interval arithmetic after exact conversion of units: "10 metres" and "24 to 30
// feet" miss each other. Where the intervals miss each other, one may still be the other rounded ("$40 billion" for
// 38), which is no contradiction. Two currencies are never compared. Clocks meet on UTC where a zone is said, else as the time of
// one place: "07:37 GMT" and "2:37 p.m." may be one in Jakarta.
#include "rulebook/rulebook.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
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

/// "At 3:30": of the day or of the night, nobody says.
bool half_unsaid(const Claim& claim) {
  constexpr std::int32_t kNoonHour = 12 * kHourSeconds;
  return std::any_of(claim.time.when.begin(), claim.time.when.end(), [](const TimeStep& step) {
    return step.kind == TimeStepKind::clock && step.b == 0 && step.a <= kNoonHour + kHourSeconds;
  });
}

/// Seconds between two spans of hours; on days that are not known the shorter way round the clock.
std::int32_t gap_between(ClockSpan a, ClockSpan b, bool round_the_clock) {
  std::int32_t least = std::numeric_limits<std::int32_t>::max();
  for (const std::int32_t turn : {-2, -1, 0, 1, 2}) {
    if (turn != 0 && !round_the_clock) continue;
    const std::int32_t shift = turn * kDaySeconds;
    least = std::min(least, std::max({0, a.first + shift - b.last, b.first - a.last - shift}));
  }
  return least;
}

constexpr UtcOffset kAnywhere = {-12 * kHourSeconds, 14 * kHourSeconds};

/// What the first clock may have to be moved by, to be read beside the second. Two clocks without a zone tell the time of
/// one place; beside a zone, one without tells the time of its article's place, or of anywhere.
UtcOffset shift_between(const ClaimTime& a, const ClaimTime& b) {
  if (!a.zone && !b.zone) return {0, 0};
  const auto of = [](const ClaimTime& time) { return time.zone ? *time.zone : time.local.value_or(kAnywhere); };
  const UtcOffset x = of(a), y = of(b);
  return {y.least - x.most, y.most - x.least};
}

/// "4 a.m." is not to the minute, nor is where the afternoon ends. Nothing where one of the two tells no hour.
std::optional<Meeting> clocks_meet(const Claim& a, const Claim& b) {
  const auto x = clock_span(a.time.clock), y = clock_span(b.time.clock);
  if (!x || !y) return std::nullopt;
  const UtcOffset shift = shift_between(a.time, b.time);
  if (shift == UtcOffset{} && *x == *y) return Meeting::same;
  const bool days = a.when.first && a.when.first == a.when.last && b.when.first && b.when.first == b.when.last;
  const std::int32_t days_between = days ? (*a.when.first - *b.when.first) * kDaySeconds : 0;
  constexpr std::int32_t kStep = kHourSeconds / 4, kHalf = kHourSeconds / 2;  // zones lie quarters of an hour apart
  const bool unsaid = half_unsaid(a) || half_unsaid(b);
  std::int32_t gap = kDaySeconds;
  for (std::int32_t by = shift.least; by <= shift.most; by += kStep) {
    for (const std::int32_t half : {-kDaySeconds / 2, 0, kDaySeconds / 2}) {
      if (half != 0 && !unsaid) continue;
      const std::int32_t move = by + half + days_between;
      gap = std::min(gap, gap_between({x->first + move, x->last + move}, *y, !days));
    }
  }
  const bool exact = x->first == x->last && y->first == y->last;
  const bool round = x->first % kHalf == 0 || y->first % kHalf == 0;
  constexpr std::int32_t kRound = 1200, kExact = 300;
  return gap <= (!exact ? kHourSeconds : round ? kRound : kExact) ? Meeting::compatible : Meeting::apart;
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
  // "13 miles" at sea are 13 nautical miles to most writers, a ton is a tonne: one number in two units of nearly one size.
  if (a.unit != b.unit && a.value && a.value == b.value) {
    const double ratio = left.value->to_double() / right.value->to_double();
    constexpr double kLoose = 1.25;
    if (ratio < kLoose && ratio > 1 / kLoose) return Meeting::compatible;
  }
  // One number with two hedges ("nearly 300", "300") is one figure told twice.
  const bool one_figure =
      left.value && right.value && *left.value == *right.value && a.bound != Bound::vague && b.bound != Bound::vague;
  const bool opposed = (a.bound == Bound::more_than && b.bound == Bound::less_than) ||
                       (a.bound == Bound::less_than && b.bound == Bound::more_than);
  return one_figure && !opposed ? Meeting::compatible : Meeting::apart;
}

Meeting times_meet(const Claim& a, const Claim& b) {
  const auto clocks = clocks_meet(a, b);
  switch (relate(a.when, b.when)) {
    case TimeRelation::unknown:
      if (clocks) return *clocks;
      return !a.time.when.empty() && a.time.when == b.time.when ? Meeting::same : Meeting::unknown;
    case TimeRelation::equal:
      return clocks.value_or(Meeting::same);
    case TimeRelation::disjoint:  // "7:48 a.m. Wednesday" may be "2248 GMT Tuesday"
      if (clocks && (a.time.zone || b.time.zone) && *clocks != Meeting::apart) return *clocks;
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
  if (a.dated() && b.dated()) return times_meet(a, b);
  if (a.kind == MentionKind::score || b.kind == MentionKind::score)
    return a.written == b.written ? Meeting::same : Meeting::apart;
  return quantities_meet(rulebook, a.quantity, b.quantity);
}

}  // namespace crosscheck
