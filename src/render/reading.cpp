// A claim's reading and the test of two values, in words: "$157 billion" is "157 billion USD, exact: any value from 156.5 billion
// to 157.5 billion USD"; beside 481.8 to 518.9 billion "they do not meet". It repeats what was computed and computes no relation
// of its own: intervals and times meet by the rulebook's values_meet(), as in `check`.
#include <algorithm>

#include "render/replay.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

std::string spaced(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string with_unit(std::string words, const std::string& unit) { return unit.empty() ? words : words + " " + unit; }

/// The words that say when, as written; empty for the article's own date.
std::string written_time(const Report& report, const Claim& claim) {
  const Span span = claim.dated() ? claim.place.span : claim.time.span;
  if (span.empty()) return "";
  const std::string_view text = text_of(report.documents[claim.document], claim.place.field);
  return span.end <= text.size() ? "\"" + plain(text.substr(span.begin, span.end - span.begin)) + "\"" : "";
}

std::string article_date(const Overview& overview, std::uint32_t document) {
  const DocumentFacts* facts = overview.facts(document);
  if (facts == nullptr || !facts->published.value.known()) return "the article's date";
  const bool given = !overview.report().documents[document].published.empty();
  return "the article's date, " + to_words(facts->published.value) + (given ? " by its metadata" : " by its dateline");
}

std::string date_test(const TimeValue& a, const TimeValue& b, Meeting meeting) {
  const std::string two = to_words(a) + " and " + to_words(b);
  switch (relate(a, b)) {
    case TimeRelation::equal:
      return two + " are one date" + (meeting == Meeting::apart ? ", but the times of day exclude each other" : "");
    case TimeRelation::refines:
    case TimeRelation::refined_by:
      return two + " meet: the one lies inside the other";
    case TimeRelation::overlaps:
      return two + " meet: they overlap";
    case TimeRelation::unknown:
      return meeting == Meeting::unknown ? two + " cannot be compared"
             : meeting == Meeting::apart ? two + " do not meet"
                                         : two + " fit together";
    case TimeRelation::disjoint:
      break;
  }
  const auto days = days_apart(a, b);
  const std::string apart =
      two + (days ? " lie " + counted(static_cast<std::size_t>(*days), "day", "days") + " apart" : " do not overlap");
  return apart + (meeting == Meeting::apart ? " and do not meet" : ", which how exactly they are told allows");
}

}  // namespace

std::string range_words(const Interval& interval, const std::string& unit) {
  return with_unit(interval_words(interval), unit);
}

std::string value_reading(const Claim& claim) {
  if (claim.dated()) {
    const std::string text = when_text(claim);
    if (!claim.when.known()) return text.empty() ? "a time that no calendar can place" : text + ", no date known";
    const bool clock = !claim.time.clock.empty();
    return to_words(claim.when) + (clock ? " " + claim.time.clock : "") + ", " + spaced(bound_of(claim.when)) +
           (text.empty() ? "" : " (EDTF " + text + ")");
  }
  if (claim.kind == MentionKind::score) return plain(claim.written) + ", a score, compared as written";
  const Quantity& quantity = claim.quantity;
  const std::string value = quantity.value ? with_unit(number_words(*quantity.value), quantity.unit) + ", " : "";
  return value + spaced(name_of(quantity.bound)) + ": " + range_words(quantity.interval, quantity.unit);
}

std::string time_reading(const Overview& overview, const Claim& claim) {
  const ClaimTime& time = claim.time;
  const TimeValue& value = claim.dated() ? claim.when : time.value;
  const std::string said = written_time(overview.report(), claim);
  const std::string quoted = said.empty() ? "" : " " + said;
  if (!value.known()) {
    if (!time.event.empty()) return "at the " + plain(time.event) + ", which nothing dates";
    return time.when.empty() ? "not said" : "said as" + quoted + ", and nothing dates it";
  }
  std::string out = to_words(value) + ": ";
  switch (time.basis) {
    case TimeBasis::stated:
      return out + "stated" + quoted;
    case TimeBasis::anchored:
      if (time.anchor) {
        const std::uint32_t anchor = *time.anchor;
        return out + "at the " + plain(time.event) + ", dated by " + overview.report().claims[anchor].id + " (" +
               overview.location(anchor) + ")";
      }
      return out + "counted" + (said.empty() ? "" : ", from the words " + said + ",") + " from " +
             article_date(overview, claim.document);
    case TimeBasis::published:
      return out + article_date(overview, claim.document);
    case TimeBasis::inferred:
      return out + "taken over from what stands beside it in the article";
    case TimeBasis::unknown:
      break;
  }
  return out + "the words do not say how";
}

std::string test_words(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  if (a.dated() != b.dated()) return "A date and a quantity are not compared.";
  const Meeting meeting = values_meet(rulebook, a, b);
  if (a.dated()) return date_test(a.when, b.when, meeting) + ".";
  if (a.kind == MentionKind::score || b.kind == MentionKind::score)
    return std::string("The two scores are ") + (meeting == Meeting::same ? "the same." : "not the same.");
  const Quantity &x = a.quantity, &y = b.quantity;
  const std::string two = range_words(x.interval, x.unit) + " and " + range_words(y.interval, y.unit);
  switch (meeting) {
    case Meeting::same:
      return "Both are the same: " + range_words(x.interval, x.unit) + ".";
    case Meeting::unknown:
      return two + " cannot be compared: no rule converts the one unit into the other.";
    case Meeting::apart:
      return two + " do not meet: no value lies in both.";
    case Meeting::compatible:
      break;
  }
  const bool overlap = x.unit != y.unit || meets(x.interval, y.interval);
  return two + (overlap ? " meet." : " do not meet, but one is the other with fewer digits or with a hedge.");
}

std::string test_words(const Report& report, const Rulebook& rulebook, const Finding& finding, const Side& a,
                       const Side& b) {
  if (finding.check == "as-of-date")
    return "One value, of two times: " + date_test(a.when, b.when, Meeting::apart) + ".";
  if (a.claims.empty() || b.claims.empty()) {
    const Side& stated = a.claims.empty() ? b : a;
    const std::string unit = stated.claims.empty() ? "" : report.claims[stated.claims.front()].quantity.unit;
    return range_words(a.interval, unit) + " and " + range_words(b.interval, unit) +
           (meets(a.interval, b.interval) ? " meet." : " do not meet: no value lies in both.");
  }
  // Of two dates the kindest pair decides: a dateline may stand beside a stated date.
  const Claim *x = &report.claims[a.claims.front()], *y = &report.claims[b.claims.front()];
  for (const std::uint32_t i : a.claims) {
    for (const std::uint32_t j : b.claims) {
      const Claim &left = report.claims[i], &right = report.claims[j];
      if (!left.dated() || !right.dated() || times_meet(left, right) >= times_meet(*x, *y)) continue;
      x = &left;
      y = &right;
    }
  }
  return test_words(rulebook, *x, *y);
}

}  // namespace crosscheck::rendering
