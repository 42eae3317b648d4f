// What the calendar says of an article's own dates. "Monday, 17 March 1987": that day was a Tuesday. "From March 2 to
// March 6, a five-day visit": four days or five, counted either way. "Smith, 57, born on 3 May 1920", written in June
// 1987: he was 67. A date without its year is the nearest one to the article's, so only its weekday can be wrong.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/unicode.h"
#include "check/checks.h"
#include "check/fit.h"
#include "check/words.h"

namespace crosscheck {
namespace {

constexpr std::int32_t kHalfYear = 183;

std::optional<int> weekday_in(const Lexicon& lexicon, const std::string& surface) {
  std::string word;
  for (const char c : folded(surface) + " ") {
    if (c != ' ' && c != ',' && c != '.' && c != '(') {
      word.push_back(c);
      continue;
    }
    const auto found = lexicon.weekdays.find(word);
    if (found != lexicon.weekdays.end()) return found->second;
    word.clear();
  }
  return std::nullopt;
}

int longest_digits(const std::string& surface) {
  int most = 0, run = 0;
  for (const char c : surface) most = std::max(most, run = c >= '0' && c <= '9' ? run + 1 : 0);
  return most;
}

/// The day of that month which is nearest to the article's.
std::optional<std::int32_t> nearest_year(std::int32_t day, std::int32_t published) {
  const CivilDay civil = civil_day(day), now = civil_day(published);
  std::optional<std::int32_t> best;
  for (int year = now.year - 1; year <= now.year + 1; ++year) {
    const auto made = make_day(year, civil.month, civil.day);
    if (made && (!best || std::abs(*made->first - published) < std::abs(*best - published))) best = made->first;
  }
  return best;
}

std::string weekday_slip(std::int32_t day, int weekday, bool year_said) {
  const CivilDay civil = civil_day(day);
  const auto falls = [&](int year, int month, int date) {
    if (month < 1 || month > 12) return false;
    const auto made = make_day(year, month, date);
    return made && weekday_of(*made->first) == weekday;
  };
  if (year_said && (falls(civil.year - 1, civil.month, civil.day) || falls(civil.year + 1, civil.month, civil.day)))
    return "a year off by one";
  if (weekday_of(day - 1) == weekday || weekday_of(day + 1) == weekday) return "a day off by one";
  if (falls(civil.year, civil.month - 1, civil.day) || falls(civil.year, civil.month + 1, civil.day))
    return "another month, the same day";
  if (civil.day >= 10 && falls(civil.year, civil.month, civil.day % 10 * 10 + civil.day / 10))
    return "two digits that changed places";
  return "";
}

std::optional<Finding> weekday(const Context& context, std::uint32_t index) {
  const Claim& claim = context.claim(index);
  const Document& document = context.document(index);
  if (claim.kind != MentionKind::date || claim.when.grain != Grain::day || !claim.when.first) return std::nullopt;
  const std::string surface(text_at(document, claim.place));
  const int digits = longest_digits(surface);
  if (digits == 0) return std::nullopt;
  const auto said = weekday_in(context.rulebook.lexicon(document.language), surface);
  if (!said) return std::nullopt;
  std::int32_t day = *claim.when.first;
  if (digits < 4) {
    const auto published = context.linked.facts[claim.document].published.value.first;
    if (!published) return std::nullopt;
    const auto nearest = nearest_year(day, *published);
    if (!nearest) return std::nullopt;
    if (weekday_of(day) != *said || std::abs(day - *published) > kHalfYear) day = *nearest;
  }
  Fit fit;
  fit.check = "weekday";
  fit.rule = "check/weekday";
  fit.stated = index;
  fit.formula = "weekday of the date";
  const auto made = make_day(civil_day(day).year, civil_day(day).month, civil_day(day).day);
  const TimeValue name = make_recurring_weekday(weekday_of(day));
  fit.words = to_words(*made);
  fit.implied = to_words(name);
  fit.expected.interval = Interval::point(Decimal(day));
  fit.fits = weekday_of(day) == *said;
  if (!fit.fits) fit.slip = weekday_slip(day, *said, digits >= 4);
  fit.confidence = digits >= 4 ? 0.95 : 0.9;
  return finding_of(context, fit);
}

struct Unit {
  std::int64_t low, high;
};  ///< days

std::optional<Unit> unit_days(const std::string& unit) {
  static const std::map<std::string, Unit> kUnits = {
      {"d", {1, 1}}, {"wk", {7, 7}}, {"mo", {28, 31}}, {"a", {365, 366}}};
  const auto found = kUnits.find(unit);
  return found == kUnits.end() ? std::nullopt : std::optional(found->second);
}

/// Days from start to end, with the last one or without.
std::optional<Expected> days_between(const Context& context, const Places& places, const ArithmeticReading& read,
                                     Fit& fit) {
  const auto span = places.claim(read, "span");
  const auto start = span ? span : places.claim(read, "start"), end = span ? span : places.claim(read, "end");
  if (!start || !end) return std::nullopt;
  const TimeValue &from = context.claim(*start).when, &to = context.claim(*end).when;
  if (!from.first || !from.last || !to.first || !to.last || (span && from.grain != Grain::span)) return std::nullopt;
  const bool exact = from.grain == Grain::day && to.grain == Grain::day;
  const std::int32_t low = span || exact ? *to.last - *from.first : *to.first - *from.last;
  const std::int32_t high = *to.last - *from.first + 1;
  if (low < 1) return std::nullopt;
  fit.inputs = {*start};
  fit.words = claim_words(context.document(*start), context.claim(*start));
  if (!span) {
    fit.inputs.push_back(*end);
    fit.words += " to " + claim_words(context.document(*end), context.claim(*end));
  }
  return Expected{Interval::between(Decimal(low), Decimal(high)), Decimal(high)};
}

std::optional<Finding> duration(const Context& context, const Places& places, const ArithmeticReading& read) {
  const auto value = places.claim(read, "value");
  if (!value) return std::nullopt;
  Fit fit;
  const auto days = days_between(context, places, read, fit);
  const Quantity& stated = context.claim(*value).quantity;
  const auto unit = unit_days(stated.unit);
  if (!days || !unit || !stated.interval.low || !stated.interval.high) return std::nullopt;
  const Interval allowed = Interval::between(multiply(*stated.interval.low, Decimal(unit->low)),
                                             multiply(*stated.interval.high, Decimal(unit->high)));
  fit.check = "duration";
  fit.rule = read.rule;
  fit.stated = *value;
  fit.formula = "days from start to end";
  fit.expected = *days;
  fit.fits = meets(allowed, days->interval);
  const std::string most = days->interval.high->to_string(), least = days->interval.low->to_string();
  fit.implied = (least == most ? most : least + " to " + most) + " d";
  fit.confidence = 0.8;
  return finding_of(context, fit);
}

const Role* person(const Claim& claim) { return claim.role("of"); }

int years_between(std::int32_t from, std::int32_t to) {
  const CivilDay a = civil_day(from), b = civil_day(to);
  return b.year - a.year - (b.month < a.month || (b.month == a.month && b.day < a.day) ? 1 : 0);
}

std::optional<Finding> age(const Context& context, std::uint32_t age, std::uint32_t birth, const TimeValue& at) {
  const TimeValue& born = context.claim(birth).when;
  const Claim& claim = context.claim(age);
  if (!born.first || !born.last || !at.first || !at.last || !claim.quantity.value) return std::nullopt;
  const int low = years_between(*born.last, *at.first), high = years_between(*born.first, *at.last);
  if (low < 0 || high > 130) return std::nullopt;
  Fit fit;
  fit.check = "age";
  fit.rule = claim.rule;
  fit.stated = age;
  fit.inputs = {birth};
  fit.formula = "years from birth";
  fit.words = to_words(born) + " to " + to_words(at);
  fit.expected = {Interval::between(Decimal(low), Decimal(high)), Decimal(high)};
  fit.implied = (low == high ? "" : std::to_string(low) + " or ") + std::to_string(high) + " years";
  fit.fits = *claim.quantity.value >= Decimal(low) && *claim.quantity.value <= Decimal(high);
  if (!fit.fits && fit.expected.interval.contains(add(*claim.quantity.value, Decimal(10)))) fit.slip = "a decade";
  if (!fit.fits && fit.expected.interval.contains(add(*claim.quantity.value, Decimal(-10)))) fit.slip = "a decade";
  return finding_of(context, fit);
}

/// Each age of a person whose birth the article dates, at the person's death if that is dated too.
void check_ages(const Context& context, std::vector<Finding>& findings) {
  struct Person {
    std::vector<std::uint32_t> ages, births, deaths;
  };
  std::map<std::pair<std::uint32_t, std::string>, Person> persons;
  for (std::uint32_t i = 0; i < context.linked.claims.size(); ++i) {
    const Claim& claim = context.claim(i);
    if (claim.rule.rfind("people/", 0) != 0 || person(claim) == nullptr) continue;
    Person& one = persons[{claim.document, person(claim)->key}];
    if (claim.attribute == "age") one.ages.push_back(i);
    if (claim.attribute == "birth date") one.births.push_back(i);
    if (claim.attribute == "death date") one.deaths.push_back(i);
  }
  for (const auto& [key, one] : persons) {
    for (const std::uint32_t index : one.ages) {
      if (one.births.size() != 1 || one.deaths.size() > 1) continue;
      const ClaimTime& published = context.linked.facts[key.first].published;
      const bool elsewhen = context.claim(index).time.basis == TimeBasis::stated;
      if (one.deaths.empty() && elsewhen) continue;
      const TimeValue& at = one.deaths.empty() ? published.value : context.claim(one.deaths.front()).when;
      if (auto finding = age(context, index, one.births.front(), at)) findings.push_back(std::move(*finding));
    }
  }
}

}  // namespace

void check_calendar(const Context& context, std::vector<Finding>& findings) {
  for (std::uint32_t i = 0; i < context.linked.claims.size(); ++i) {
    if (context.linked.facts[context.claim(i).document].copy_of) continue;
    if (auto finding = weekday(context, i)) findings.push_back(std::move(*finding));
  }
  const Places places(context);
  for (const ArithmeticReading& read : context.linked.arithmetic) {
    if (read.formula != "duration" || context.linked.facts[read.document].copy_of) continue;
    if (auto finding = duration(context, places, read)) findings.push_back(std::move(*finding));
  }
  check_ages(context, findings);
}

}  // namespace crosscheck
