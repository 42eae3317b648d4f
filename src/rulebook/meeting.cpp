// Whether two values can both be true is interval arithmetic after exact conversion of units: "10 metres" and "24 to 30
// feet" miss each other. Where the intervals miss each other, one may still be the other rounded ("$40 billion" for
// 38), which is no contradiction. Two currencies are never compared.
#include "rulebook/rulebook.h"

#include <cctype>
#include <cstdint>
#include <cstdlib>
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

/// Seconds after midnight of "T07:37", where the words give a time of day.
std::optional<std::int32_t> clock_of(const Claim& claim) {
  const std::string& clock = claim.time.clock;
  const auto two_digits = [&](std::size_t at) {
    return std::isdigit(static_cast<unsigned char>(clock[at])) != 0 &&
                   std::isdigit(static_cast<unsigned char>(clock[at + 1])) != 0
               ? std::optional((clock[at] - '0') * 10 + clock[at + 1] - '0')
               : std::nullopt;
  };
  if (clock.size() < 6 || clock[3] != ':' || clock.find('/') != std::string::npos) return std::nullopt;
  const auto hour = two_digits(1), minute = two_digits(4);
  return hour && minute ? std::optional(*hour * 3600 + *minute * 60) : std::nullopt;
}

/// "4 a.m." is not to the minute, and whole hours may lie between two time zones.
Meeting clocks_meet(std::int32_t a, std::int32_t b) {
  constexpr std::int32_t kHour = 3600, kHalf = 1800, kRound = 1200, kExact = 300;
  const std::int32_t between = std::abs(a - b);
  if (between == 0) return Meeting::same;
  const bool round = a % kHalf == 0 || b % kHalf == 0;
  return between <= (round ? kRound : kExact) || between % kHour == 0 ? Meeting::compatible : Meeting::apart;
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
  const auto x = clock_of(a), y = clock_of(b);
  switch (relate(a.when, b.when)) {
    case TimeRelation::unknown:
      if (x && y) return clocks_meet(*x, *y);
      return !a.time.when.empty() && a.time.when == b.time.when ? Meeting::same : Meeting::unknown;
    case TimeRelation::equal:
      return x && y ? clocks_meet(*x, *y) : Meeting::same;
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
  if (a.dated() && b.dated()) return times_meet(a, b);
  if (a.kind == MentionKind::score || b.kind == MentionKind::score)
    return a.written == b.written ? Meeting::same : Meeting::apart;
  return quantities_meet(rulebook, a.quantity, b.quantity);
}

}  // namespace crosscheck
