// One finding a group. Its relation is the strongest between any two of its sides:
//   sides {$1 billion (2 sources), multibillion-dollar} → [0.5, 1.5] and [2, …) billion cannot meet → contradict,
//   check "vague", for the words that refute are vague ones.
// A group with one side is an agreement when two independent articles stand behind it, else no finding.
#include <algorithm>
#include <iterator>

#include "check/checks.h"
#include "check/slip.h"
#include "check/words.h"

namespace crosscheck {
namespace {

/// "75 kilometers (50 miles)": one quantity twice, however roughly it was converted.
bool converted(const Context& context, std::uint32_t i, std::uint32_t j) {
  const Claim &x = context.claim(i), &y = context.claim(j);
  if (x.document != y.document || x.place.field != y.place.field || x.quantity.unit == y.quantity.unit) return false;
  const Claim &first = x.place.span.begin < y.place.span.begin ? x : y, &second = &first == &x ? y : x;
  if (second.qualified.begin < first.qualified.end) return false;
  const std::string_view text = text_of(context.documents[x.document], x.place.field);
  const std::string_view between = text.substr(first.qualified.end, second.qualified.begin - first.qualified.end);
  return between.find('(') != std::string_view::npos && between.find_first_not_of(" (") == std::string_view::npos;
}

bool converted(const Context& context, const Side& a, const Side& b) {
  return std::any_of(a.claims.begin(), a.claims.end(), [&](std::uint32_t i) {
    return std::any_of(b.claims.begin(), b.claims.end(), [&](std::uint32_t j) { return converted(context, i, j); });
  });
}

Meeting meeting_of(const Context& context, const Side& a, const Side& b) {
  const Claim &x = context.claim(a.claims.front()), &y = context.claim(b.claims.front());
  if (converted(context, a, b)) return Meeting::compatible;
  if (!x.dated()) return values_meet(context.rulebook, x, y);
  Meeting best = Meeting::unknown;  // a dateline may stand beside a stated date: the kindest pair decides
  for (const std::uint32_t i : a.claims) {
    for (const std::uint32_t j : b.claims) best = std::min(best, times_meet(context.claim(i), context.claim(j)));
  }
  return best;
}

struct Strongest {
  Relation relation = Relation::agree;
  std::size_t a = 0, b = 0;
  bool telling = true;
};

/// The day a claim speaks of, else the day its article came out.
std::optional<std::int32_t> day_of(const Context& context, std::uint32_t index) {
  const Claim& claim = context.claim(index);
  if (claim.time.value.first) return claim.time.value.first;
  return context.linked.facts[claim.document].published.value.first;
}

/// Of a toll: did the larger value come later, or on the same day? A toll moves by the hour. Not when nothing dates them.
bool grew(const Context& context, const Side& a, const Side& b) {
  const auto& x = context.claim(a.claims.front()).quantity.value;
  const auto& y = context.claim(b.claims.front()).quantity.value;
  if (!x || !y) return false;
  const Side &less = *x < *y ? a : b, &more = *x < *y ? b : a;
  for (const std::uint32_t i : less.claims) {
    for (const std::uint32_t j : more.claims) {
      const auto before = day_of(context, i), after = day_of(context, j);
      if (before && after && *before <= *after) return true;
    }
  }
  return false;
}

/// Behaviour of what a group is about: its frame's, whichever member has one.
Behaviour behaviour_of(const Context& context, const std::vector<std::uint32_t>& claims) {
  for (const std::uint32_t index : claims) {
    if (context.claim(index).rule != "generic") return context.claim(index).behaviour;
  }
  return Behaviour::fixed;
}

Strongest strongest_of(const Context& context, const std::vector<Side>& sides, Behaviour behaviour) {
  Strongest strongest;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (std::size_t j = i + 1; j < sides.size(); ++j) {
      const Meeting meeting = meeting_of(context, sides[i], sides[j]);
      Relation relation = meeting == Meeting::apart ? Relation::contradict : Relation::compatible;
      if (meeting == Meeting::unknown) relation = Relation::agree;
      const Claim &x = context.claim(sides[i].claims.front()), &y = context.claim(sides[j].claims.front());
      if (relation == Relation::contradict && behaviour != Behaviour::fixed && !x.dated() &&
          relate(x.time.value, y.time.value) == TimeRelation::disjoint)
        relation = Relation::update;
      if (relation == Relation::contradict && behaviour == Behaviour::monotone && grew(context, sides[i], sides[j]))
        relation = Relation::update;
      const bool telling = sides[i].value != sides[j].value;  // a pair that differs in more than its hedge
      const bool stronger = relation > strongest.relation;
      if (stronger || (relation == strongest.relation && telling && !strongest.telling))
        strongest = {relation, i, j, telling};
    }
  }
  return strongest;
}

bool bounded(Bound bound) { return bound != Bound::exact && bound != Bound::about && bound != Bound::range; }

std::string check_name(const Claim& a, const Claim& b) {
  if (a.dated()) return "date";
  if (a.quantity.bound == Bound::vague || b.quantity.bound == Bound::vague) return "vague";
  if (bounded(a.quantity.bound) || bounded(b.quantity.bound)) return "bound";
  return is_scale_slip(a.quantity, b.quantity) ? "scale" : "value";
}

std::string sources_words(const Side& side) {
  return plural(side.sources, "independent source", "independent sources");
}

std::string reading_words(const Claim& claim, const Side& side) {
  if (claim.dated() || claim.kind == MentionKind::score) return side.words;
  const std::string range = interval_words(claim.quantity.interval, claim.quantity.unit);
  return range == side.words ? side.words : side.words + " (" + range + ")";  // not "8 (8)"
}

void explain_values(const Context& context, const Strongest& strongest, Finding& finding) {
  const Side &a = finding.sides[strongest.a], &b = finding.sides[strongest.b];
  const Claim &x = context.claim(a.claims.front()), &y = context.claim(b.claims.front());
  const std::string left = reading_words(x, a), right = reading_words(y, b);
  switch (finding.relation) {
    case Relation::contradict:
      finding.explanation = left + " is what " + sources_words(a) + " say" + (a.sources == 1 ? "s" : "") + "; " +
                            right + " is what " + sources_words(b) + " say" + (b.sources == 1 ? "s" : "") + ". " +
                            (x.kind == MentionKind::time    ? "The two times exclude each other."
                             : x.dated()                    ? "The two dates exclude each other."
                             : x.kind == MentionKind::score ? "The two scores are not the same."
                                                            : "No value lies in both ranges.");
      finding.slip = x.dated() ? slip_between(x.when, y.when) : slip_between(x.quantity, y.quantity);
      break;
    case Relation::update:
      finding.explanation = left + " and " + right + " were said of different times (" + times_words(x.time) + "; " +
                            times_words(y.time) + "), and this figure moves with time.";
      break;
    default:
      finding.explanation = left + " and " + right + " can both be true: one is rounded, hedged or less exact.";
  }
}

std::string value_summary(const Group& group, const Finding& finding, const Strongest& strongest) {
  const std::string &a = finding.sides[strongest.a].words, &b = finding.sides[strongest.b].words;
  const std::string label = group.label;
  switch (finding.relation) {
    case Relation::contradict:
      return label + ": " + a + " against " + b;
    case Relation::update:
      return label + " moved: " + a + ", then " + b;
    case Relation::compatible:
      return label + ": " + a + " and " + b + " fit together";
    default:
      return label + ": " + finding.sides.front().words;
  }
}

/// The same figure told of two times that are too far apart to be one.
std::optional<Finding> as_of_finding(const Context& context, std::uint32_t index) {
  const Group& group = context.linked.groups[index];
  const Frame* frame = context.rulebook.frame_named(context.claim(group.claims.front()).rule);
  if (frame == nullptr || frame->behaviour != Behaviour::fluctuating) return std::nullopt;
  std::vector<std::uint32_t> told;
  for (const std::uint32_t i : group.claims) {
    const ClaimTime& time = context.claim(i).time;
    if (time.value.known() && (time.basis == TimeBasis::stated || time.basis == TimeBasis::anchored)) told.push_back(i);
  }
  if (told.size() < 2) return std::nullopt;
  std::vector<Side> sides = time_sides(context, told);
  for (std::size_t a = 0; a < sides.size(); ++a) {
    for (std::size_t b = a + 1; b < sides.size(); ++b) {
      const Claim &x = context.claim(sides[a].claims.front()), &y = context.claim(sides[b].claims.front());
      const auto days = days_apart(x.time.value, y.time.value);
      if (!days || *days <= frame->holds_days || x.quantity.value != y.quantity.value) continue;
      Finding finding;
      finding.relation = Relation::contradict;
      finding.check = "as-of-date";
      finding.sides = {sides[a], sides[b]};
      const std::string value = claim_words(context.document(sides[a].claims.front()), x);
      finding.summary =
          group.label + ": " + value + " is given for " + times_words(x.time) + " and for " + times_words(y.time);
      finding.explanation = "One figure, two dates " + std::to_string(*days) + " days apart: " + times_words(x.time) +
                            " and " + times_words(y.time) + ". A figure of this kind is taken to hold for " +
                            std::to_string(frame->holds_days) +
                            " days at most, so it is either dated wrongly or told as current when it was old.";
      for (const Claim* claim : {&x, &y}) {
        if (!claim->time.anchor) continue;
        const Claim& anchor = context.claim(*claim->time.anchor);
        const Document& dating = context.documents[anchor.document];
        finding.explanation += " \"At " + claim->time.event + "\" is dated by " + short_name(dating) +
                               spot_words(dating, anchor.place, Columns::without) + ".";
        finding.derivation.push_back({"date of the " + claim->time.event,
                                      "\"at " + claim->time.event + "\" = " + to_words(claim->time.value),
                                      {*claim->time.anchor},
                                      to_edtf(claim->time.value)});
      }
      return finding;
    }
  }
  return std::nullopt;
}

/// Beside a date, "last month" of an unknown date has no say.
std::vector<std::uint32_t> comparable(const Context& context, const Group& group) {
  const auto undated = [&](std::uint32_t i) { return context.claim(i).dated() && !context.claim(i).when.known(); };
  std::vector<std::uint32_t> claims = group.claims;
  if (!std::all_of(claims.begin(), claims.end(), undated)) std::erase_if(claims, undated);
  return claims;
}

std::optional<Finding> value_finding(const Context& context, std::uint32_t index) {
  const Group& group = context.linked.groups[index];
  const std::vector<std::uint32_t> claims = comparable(context, group);
  const Claim& first = context.claim(claims.front());
  Finding finding;
  finding.sides = value_sides(context, claims);
  const Strongest strongest = strongest_of(context, finding.sides, behaviour_of(context, group.claims));
  finding.relation = strongest.relation;
  const std::size_t sources = context.sources(claims).size();
  if (finding.relation != Relation::contradict && sources < 2) return std::nullopt;
  if (finding.relation == Relation::agree && finding.sides.size() > 1) return std::nullopt;  // not comparable after all
  if (finding.relation == Relation::agree) {
    finding.check = first.dated() ? "date" : "value";
    finding.explanation = agreement_words(sources, claims.size());
  } else {
    const Side &a = finding.sides[strongest.a], &b = finding.sides[strongest.b];
    finding.check = check_name(context.claim(a.claims.front()), context.claim(b.claims.front()));
    explain_values(context, strongest, finding);
  }
  finding.summary = value_summary(group, finding, strongest);
  return finding;
}

std::optional<Finding> finding_of(const Context& context, std::uint32_t index) {
  auto finding = value_finding(context, index);
  if (!finding || finding->relation != Relation::contradict) {
    if (auto as_of = as_of_finding(context, index)) finding = std::move(as_of);
  }
  if (!finding) return std::nullopt;
  const Group& group = context.linked.groups[index];
  finding->group = index;
  finding->confidence = confidence_of(context, group, *finding);
  finding->rules = {context.claim(group.claims.front()).rule};
  return finding;
}

}  // namespace

void check_groups(const Context& context, std::vector<Finding>& findings) {
  constexpr std::size_t kRun = 256;  // groups a task
  std::vector<std::vector<Finding>> found(context.linked.groups.size() / kRun + 1);
  each_run(context.workers, context.linked.groups.size(), kRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      auto finding = finding_of(context, static_cast<std::uint32_t>(i));
      if (finding) found[begin / kRun].push_back(std::move(*finding));
    }
  });
  for (auto& run : found) std::move(run.begin(), run.end(), std::back_inserter(findings));
}

}  // namespace crosscheck
