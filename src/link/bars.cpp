// What keeps two values that exclude each other from being called a contradiction, however alike their sentences are: "18
// sailors abducted in September" and "sixteen crew members" of another ship are two facts. The rules are few and hard, each a
// thing that a fact-checker would say at once; all else is left to the model. "All three cables" against "four cables" passes.
#include "link/bars.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "link/judge.h"

namespace crosscheck {
namespace {

/// Where a year is not known: a month of either is at most one from that of the other. A weekday alone has none.
bool months_near(const TimeValue& a, const TimeValue& b) {
  const auto month = [](const TimeValue& t) { return t.first ? civil_day(*t.first).month : int{t.month}; };
  const int x = month(a), y = month(b);
  if (x == 0 || y == 0) return x == y;
  const int between = std::abs(x - y);
  return between <= 1 || between == 11;
}

/// Dates of one event are told wrong by days, or by a year; what lies further apart is another event. A writer may take one
/// year for another, but not "last year" for this.
bool dates_may_exclude(const Claim& left, const Claim& right) {
  const TimeValue &a = left.when, &b = right.when;
  if (!a.known() || !b.known()) return true;  // two clocks, one of no known day
  if (a.open_start || a.open_end || b.open_start || b.open_end) return false;
  if (!a.first || !b.first) return months_near(a, b);
  const CivilDay x = civil_day(*a.first), y = civil_day(*b.first);
  const auto named_year = [](const Claim& claim) {
    return claim.when.grain == Grain::year && claim.time.basis == TimeBasis::stated;
  };
  const bool years = named_year(left) || named_year(right);
  if (std::abs(x.year - y.year) == 1 && (years || (x.month == y.month && x.day == y.day))) return true;
  const auto days = days_apart(a, b);
  return days && *days <= kOneTimeDays;
}

/// A record moves by a game at a time; one that is far off is another season's, or another's.
bool records_may_exclude(const std::string& a, const std::string& b) {
  constexpr int kGames = 3;
  const auto number = [](const std::string& text, std::size_t from) { return std::atoi(text.c_str() + from); };
  const std::size_t x = a.find('-'), y = b.find('-');
  if (x == std::string::npos || y == std::string::npos) return false;
  return std::abs(number(a, 0) - number(b, 0)) + std::abs(number(a, x + 1) - number(b, y + 1)) <= kGames;
}

bool planned(const Claim& claim) {
  return claim.modality == Modality::planned || claim.modality == Modality::hypothetical ||
         claim.modality == Modality::denied;
}

/// What two values, as values, may not be to each other.
Bar bar_of_values(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  if (a.dated() && !dates_may_exclude(a, b)) return Bar::dates_too_far;
  if ((a.modality == Modality::asserted) != (b.modality == Modality::asserted) && (planned(a) || planned(b)))
    return Bar::planned;
  if (a.kind == MentionKind::score && !records_may_exclude(a.written, b.written)) return Bar::figures_too_far;
  if (!figures_may_exclude(rulebook, a, b)) return Bar::figures_too_far;
  return a.kind == MentionKind::ordinal ? Bar::ordinals : Bar::none;  // "the sixth round" beside "the seventh"
}

/// Do names stand on both sides, and never the same?
bool clash(const StoryFacts& facts, const std::vector<std::uint32_t>& across, Feature same, Feature differs) {
  const auto any = [&](Feature feature) {
    return std::any_of(across.begin(), across.end(), [&](std::uint32_t i) { return facts.pairs[i][feature] > 0; });
  };
  return any(differs) && !any(same);
}

/// "February sales" on 5 March and "March sales" on 9 April: the dates moved on with the days of publication.
bool moved_on(const Claim& a, const Claim& b, std::int32_t published_a, std::int32_t published_b) {
  constexpr std::int32_t kApart = 5, kLoose = 2, kQuarter = 100;
  if (!a.when.first || !a.when.last || !b.when.first || !b.when.last) return false;
  const std::int32_t length = std::max(*a.when.last - *a.when.first, *b.when.last - *b.when.first) + 1;
  const std::int32_t between = published_b - published_a, moved = *b.when.last - *a.when.last;
  return std::abs(between) >= kApart && length <= kQuarter &&
         std::abs(moved - between) <= std::max(kLoose, length * 3 / 4);
}

/// "168,000 in Indonesia" is a part of "220,000 in a dozen countries". Not where any two tell of one place.
bool part_of_place(const StoryFacts& facts, const std::vector<Claim>& claims,
                   const std::vector<std::uint32_t>& across) {
  bool part = false;
  for (const std::uint32_t i : across) {
    const ProfilePair& pair = facts.pairs[i];
    const auto& a = claims[facts.story.profiles[pair.a].claim].measured.territories;
    const auto& b = claims[facts.story.profiles[pair.b].claim].measured.territories;
    if (a.empty() || b.empty()) continue;
    if (a == b) return false;
    part = part || territories_hold(a, b) != territories_hold(b, a);
  }
  return part;
}

/// 38 and 83: of one size, and of the same digits.
bool digits_swapped(const Decimal& a, const Decimal& b) {
  const auto digits = [](const Decimal& value) {
    std::string text = value.to_string();
    std::sort(text.begin(), text.end());
    return text;
  };
  return a.magnitude() == b.magnitude() && digits(a) == digits(b);
}

/// Claims of one article: one fact told twice, or one of them another party's, whom the other class has by mistake.
bool may_be_one(const Claim& a, const Claim& b, bool one_party) {
  if (a.retold != b.retold) return true;
  const std::string_view x = party_of(a), y = party_of(b);
  return one_party && !x.empty() && !y.empty() && compare_names(x, y) == NameMatch::none;
}

/// Does every article that gives the one value give the other, too, of another fact?
bool both_in_one(const StoryFacts& facts, const std::vector<Claim>& claims, const ClassPair& pair) {
  if (pair.features[static_cast<std::size_t>(ClassFeature::both_in_one)] < 1) return false;
  const bool one_party = facts.pairs[pair.best_pair][Feature::about_same] > 0;
  std::map<std::uint32_t, bool> knows_two;  // by article
  for (const std::uint32_t i : facts.classes[pair.a]) {
    for (const std::uint32_t j : facts.classes[pair.b]) {
      const Profile &x = facts.story.profiles[i], &y = facts.story.profiles[j];
      if (x.document != y.document) continue;
      knows_two[x.document] |= !may_be_one(claims[x.claim], claims[y.claim], one_party);
    }
  }
  return std::all_of(knows_two.begin(), knows_two.end(), [](const auto& article) { return article.second; });
}

/// Each of two articles that came out days apart tells its own news, where no rule says what it measures: this week's money
/// supply, yesterday's auction, last Friday's speech.
bool news_of_two_days(const StoryFacts& facts, const std::vector<Claim>& claims, const ProfilePair& best) {
  constexpr std::int32_t kDays = 2, kWeek = 7;
  const Profile &x = facts.story.profiles[best.a], &y = facts.story.profiles[best.b];
  if (!x.published || !y.published || x.frame != 0 || y.frame != 0) return false;
  const std::int32_t apart = std::abs(*x.published - *y.published);
  if ((x.series && y.series && apart > 0) || (x.as_of && y.as_of)) return true;
  const Claim &a = claims[x.claim], &b = claims[y.claim];
  // "Last week" in two articles of two days is two weeks, or a text sent again.
  if (apart > 0 && a.dated() && is_relative(a.time.when) && a.time.when == b.time.when) return true;
  if (apart < kDays) return false;
  const auto fresh = [](const Claim& claim, std::int32_t day) {
    return claim.when.last && std::abs(*claim.when.last - day) < kWeek;
  };
  return !a.dated() || (fresh(a, *x.published) && fresh(b, *y.published)) || moved_on(a, b, *x.published, *y.published);
}

}  // namespace

std::optional<double> log_ratio(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  if (!a.quantity.value || !b.quantity.value) return std::nullopt;
  double x = a.quantity.value->to_double(), y = b.quantity.value->to_double();
  if (a.quantity.unit != b.quantity.unit) {
    const auto& factors = rulebook.unit_factors();
    const auto left = factors.find(a.quantity.unit), right = factors.find(b.quantity.unit);
    if (left == factors.end() || right == factors.end()) return std::nullopt;
    x *= left->second.to_double();
    y *= right->second.to_double();
  }
  if (x <= 0 || y <= 0) return std::nullopt;
  return std::abs(std::log(x / y));
}

bool is_toll(const Claim& a, const Claim& b) {
  return a.behaviour == Behaviour::monotone || b.behaviour == Behaviour::monotone;
}

bool figures_may_exclude(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  constexpr double kTwice = 0.7, kMileForKilometre = 0.5, kTen = 2.302585, kExact = 0.01;
  const auto ratio = log_ratio(rulebook, a, b);
  if (!ratio || is_toll(a, b)) return true;
  const double tens = *ratio / kTen;
  const double most = a.kind == MentionKind::measure ? kMileForKilometre : kTwice;
  return *ratio <= most || std::abs(tens - std::round(tens)) < kExact ||
         digits_swapped(*a.quantity.value, *b.quantity.value);
}

Bar bar_of(const Rulebook& rulebook, const StoryFacts& facts, const std::vector<Claim>& claims,
           const std::vector<std::uint32_t>& across, const ClassPair& pair) {
  const ProfilePair& best = facts.pairs[pair.best_pair];
  const Claim &a = claims[facts.story.profiles[best.a].claim], &b = claims[facts.story.profiles[best.b].claim];
  if (pair.meeting == Meeting::unknown) return Bar::not_comparable;
  const bool counted = a.kind == MentionKind::number || a.kind == MentionKind::range;
  if (counted && part_of_place(facts, claims, across)) return Bar::part_of_place;
  if (pair.meeting != Meeting::apart) return Bar::none;
  if (const Bar bar = bar_of_values(rulebook, a, b); bar != Bar::none) return bar;
  const bool one_head =
      best[Feature::head_same] > 0 || (best[Feature::frame_same] > 0 && best[Feature::head_differs] == 0);
  const bool one_event = best[Feature::verb_same] > 0 || best[Feature::frame_same] > 0;
  const bool one_thing = a.dated() ? one_event : one_head || one_event || best[Feature::owner_same] > 0;
  if (!(counted ? one_head : one_thing)) return Bar::no_common_thing;
  if (best[Feature::era_differs] > 0 || best[Feature::time_differs] == 1) return Bar::another_time;
  if (news_of_two_days(facts, claims, best)) return Bar::another_time;
  if (clash(facts, across, Feature::owner_same, Feature::owner_differs)) return Bar::another_owner;
  if (is_toll(a, b) && clash(facts, across, Feature::place_same, Feature::place_differs)) return Bar::another_place;
  return both_in_one(facts, claims, pair) ? Bar::both_in_one : Bar::none;
}

std::string_view words_of(Bar bar) {
  switch (bar) {
    case Bar::none:
      break;
    case Bar::not_comparable:
      return "their values cannot be compared";
    case Bar::dates_too_far:
      return "their dates lie too far apart to be one event told wrongly";
    case Bar::no_common_thing:
      return "their values exclude each other, and nothing says that one thing is measured: no noun, verb or owner in "
             "common that would do";
    case Bar::another_time:
      return "their values exclude each other, and they are told of different times";
    case Bar::figures_too_far:
      return "their values lie too far apart to be one figure told wrongly";
    case Bar::planned:
      return "one of them is a plan, or denied";
    case Bar::ordinals:
      return "one is another place in a row";
    case Bar::another_owner:
      return "their values exclude each other, and they belong to different names";
    case Bar::another_place:
      return "their values exclude each other, and they are told of different places";
    case Bar::part_of_place:
      return "one is told of a place that is a part of the other's";
    case Bar::both_in_one:
      return "their values exclude each other, and every article that gives the one gives the other too: it tells of "
             "two facts";
  }
  return "";
}

}  // namespace crosscheck
