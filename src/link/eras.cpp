// "In 2004, a magnitude-9.1 earthquake off Aceh triggered a tsunami. It killed 230,000 people." Both figures are of 2004: the
// second by the sentence before it, for it has no date of its own. The story's own times are the days its articles came out,
// else the latest day that any of them names; what lies near one is no era: a murder in June and the verdict two years later
// are one story. Years are read from dates only, so "the last quake" has none.
#include "link/eras.h"

#include <algorithm>
#include <cstdlib>

namespace crosscheck {
namespace {

constexpr std::int32_t kNearDays = 75;       ///< days from the story's own time that still belong to it
constexpr std::uint32_t kSentencesBack = 2;  ///< how far a year carries, inside its paragraph

}  // namespace

Eras::Eras(const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims,
           const std::vector<std::uint32_t>& members)
    : claims_(claims) {
  std::optional<std::int32_t> named;
  for (const std::uint32_t member : members) {
    const Claim& claim = claims[member];
    if (const auto last = facts[claim.document].published.value.last) now_.push_back(*last);
    if (!claim.dated()) continue;
    dates_[{claim.document, claim.sentence}].push_back(member);
    const bool past = claim.modality == Modality::asserted && claim.when.grain == Grain::day;
    if (past && claim.when.last) named = std::max(named.value_or(*claim.when.last), *claim.when.last);
  }
  if (now_.empty() && named) now_.push_back(*named);
  std::sort(now_.begin(), now_.end());
  now_.erase(std::unique(now_.begin(), now_.end()), now_.end());
}

std::int32_t Eras::era_of(const TimeValue& time) const {
  const auto day = time.last ? time.last : time.first;
  if (!day || time.open_start || time.open_end) return 0;
  // "In 2005" is the story's own time when an article came out that year.
  const std::int32_t near = *day - kNearDays;
  const std::int32_t from = time.grain >= Grain::month && time.first ? std::min(*time.first, near) : near;
  const auto told = std::lower_bound(now_.begin(), now_.end(), from);
  if (told != now_.end() && *told <= *day + kNearDays) return 0;
  return civil_day(*day).year;
}

std::int32_t Eras::of(const Claim& claim) const {
  if (!claim.dated() && claim.time.value.anchored() && claim.time.basis != TimeBasis::published)
    return era_of(claim.time.value);
  if (claim.dated() && claim.when.anchored() && era_of(claim.when) == 0) return 0;
  for (std::uint32_t back = 0; back <= kSentencesBack && back <= claim.sentence; ++back) {
    const auto dates = dates_.find({claim.document, claim.sentence - back});
    if (dates == dates_.end()) continue;
    const Claim* nearest = nullptr;
    const auto distance = [&](const Claim& date) {
      return std::abs(static_cast<std::int64_t>(date.place.span.begin) -
                      static_cast<std::int64_t>(claim.place.span.begin));
    };
    for (const std::uint32_t index : dates->second) {
      const Claim& date = claims_[index];
      if (&date == &claim || date.place.field != claim.place.field) continue;
      if (nearest == nullptr || distance(date) < distance(*nearest)) nearest = &date;
    }
    if (nearest == nullptr || (back > 0 && nearest->paragraph != claim.paragraph)) continue;
    return era_of(nearest->when);
  }
  return 0;
}

}  // namespace crosscheck
