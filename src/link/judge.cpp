// Two claims are about one fact when the same thing is measured, of the same parties, at a time that both can
// mean, and nothing tells them apart ("initial" against "additional", net against operating). Each test either
// parts them for good, or lowers the probability. For example "Acme's $2 billion investment in Globex in 2019" and
// "the multibillion-dollar deal in 2019" that follows "Acme invested in Globex": same investor, same investee,
// same year → 0.9 or so, and what their values say to each other is left to `check`.
// The weights are set by hand; they are no frequencies yet.
#include "link/judge.h"

#include <algorithm>
#include <array>
#include <set>

#include "link/bars.h"

namespace crosscheck {
namespace {

/// Qualifiers that make another fact of the same kind when only one side has them.
const std::set<std::string, std::less<>> kExclusive = {"annual",   "quarterly", "operating", "gross",
                                                       "adjusted", "pre-money", "per-share", "segment",
                                                       "pretax",   "total",     "debt"};

void append(std::string& text, std::string_view words) { text += words; }
void append(std::string& text, const TimeValue& time) { text += to_words(time); }

/// The judgement in the making. Reasons are only put into words when somebody will read them.
struct Parts {
  explicit Parts(bool explain_it) : explain(explain_it) {}

  bool explain;
  double probability = 1;
  bool conflict = false;
  std::vector<std::string> reasons;

  template <class... Words>
  void say(const Words&... words) {
    if (!explain) return;
    reasons.emplace_back();
    (append(reasons.back(), words), ...);
  }
  /// Two facts for good.
  template <class... Words>
  void part(const Words&... words) {
    conflict = true;
    probability = 0;
    say(words...);
  }
  /// Not the same fact as far as this tells, but no bar to sharing a group through others.
  template <class... Words>
  void no_link(const Words&... words) {
    probability = 0;
    say(words...);
  }
  template <class... Words>
  void factor(double by, const Words&... words) {
    probability *= by;
    say(words...);
  }
};

bool comparable_units(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  if (a.quantity.unit == b.quantity.unit) return true;
  const auto& dimensions = rulebook.unit_dimensions();
  const auto left = dimensions.find(a.quantity.unit), right = dimensions.find(b.quantity.unit);
  return left != dimensions.end() && right != dimensions.end() && left->second == right->second &&
         left->second != "temperature";
}

bool same_kind(const Claim& a, const Claim& b) {
  const auto number = [](MentionKind kind) { return kind == MentionKind::number || kind == MentionKind::range; };
  return a.kind == b.kind || (number(a.kind) && number(b.kind)) || (a.dated() && b.dated());
}

double basis_factor(const Role& a, const Role& b) {
  const RoleBasis worse = std::max(a.basis, b.basis);
  return worse == RoleBasis::stated ? 1.0 : worse == RoleBasis::pronoun ? 0.97 : 0.93;
}

void compare_role(const Role& a, const Role& b, std::size_t& matched, Parts& parts) {
  const NameMatch match = compare_names(a.key, b.key);
  if (match == NameMatch::none) {
    const bool guessed = a.basis == RoleBasis::context || b.basis == RoleBasis::context;
    if (!guessed) return parts.part("another ", a.name, ": ", a.value, " / ", b.value);
    return parts.factor(0.55, a.name, " not sure: ", a.value, " / ", b.value);
  }
  ++matched;
  parts.factor(basis_factor(a, b) * (match == NameMatch::same ? 1.0 : 0.93), "same ", a.name, ": ", a.value);
}

/// A deal of two parties whose text may not say which is which: compared as sets.
/// The name roles of a claim, at most four.
struct Parties {
  std::array<const Role*, 4> roles{};
  std::size_t count = 0;
  explicit Parties(const Claim& claim) {
    for (const Role& role : claim.roles) {
      if (role.entity && count < roles.size()) roles[count++] = &role;
    }
  }
};

bool money_goes_the_other_way(const Claim& a, const Claim& b) {
  const auto stated = [](const Claim& claim, const char* name) -> const Role* {
    const Role* role = claim.role(name);
    return role != nullptr && role->basis == RoleBasis::stated ? role : nullptr;
  };
  const Role *payer_a = stated(a, "payer"), *payee_a = stated(a, "payee"), *payer_b = stated(b, "payer"),
             *payee_b = stated(b, "payee");
  return payer_a && payee_a && payer_b && payee_b && payer_a->key == payee_b->key && payee_a->key == payer_b->key;
}

/// A deal of two parties whose text may not say which is which: compared as sets.
void compare_parties(const Claim& a, const Claim& b, std::size_t& matched, Parts& parts) {
  const Parties left(a), right(b);
  std::array<bool, 4> used{};
  const Role* lone = nullptr;
  for (std::size_t l = 0; l < left.count; ++l) {
    std::size_t best = right.count;
    for (std::size_t i = 0; i < right.count; ++i) {
      const NameMatch match = used[i] ? NameMatch::none : compare_names(left.roles[l]->key, right.roles[i]->key);
      if (match == NameMatch::same || (match == NameMatch::related && best == right.count)) best = i;
    }
    if (best == right.count) {
      lone = left.roles[l];
      continue;
    }
    used[best] = true;
    ++matched;
    const bool same = left.roles[l]->key == right.roles[best]->key;
    parts.factor(basis_factor(*left.roles[l], *right.roles[best]) * (same ? 1.0 : 0.93), "both name ",
                 left.roles[l]->value);
  }
  for (std::size_t i = 0; i < right.count && lone != nullptr; ++i) {
    if (used[i]) continue;
    const bool guessed = right.roles[i]->basis == RoleBasis::context || lone->basis == RoleBasis::context;
    if (!guessed)
      parts.part("another party: ", lone->value, " / ", right.roles[i]->value);
    else
      parts.factor(0.55, "a party not sure: ", lone->value, " / ", right.roles[i]->value);
    lone = nullptr;
  }
  if (money_goes_the_other_way(a, b)) parts.part("the money goes the other way");
}

void compare_roles(const Frame& frame, const Claim& a, const Claim& b, Parts& parts) {
  std::size_t matched = 0, keys = 0;
  if (frame.symmetric) {
    compare_parties(a, b, matched, parts);
    keys = 2;
  } else {
    for (const RoleSpec& spec : frame.roles) {
      const Role *left = a.role(spec.name), *right = b.role(spec.name);
      if (!spec.key) continue;
      ++keys;
      if (left != nullptr && right != nullptr) compare_role(*left, *right, matched, parts);
    }
  }
  if (parts.conflict) return;
  if (matched == 0) return parts.part("no party in common");
  for (; matched < std::min<std::size_t>(keys, 2); ++matched) parts.factor(0.8, "a party is not named");
}

bool known(const ClaimTime& time) { return time.value.known(); }

void compare_qualifiers(const Claim& a, const Claim& b, bool meet, Parts& parts) {
  if (a.qualifiers.empty() && b.qualifiers.empty()) return;
  const auto has = [](const Claim& claim, std::string_view name) {
    return std::find(claim.qualifiers.begin(), claim.qualifiers.end(), name) != claim.qualifiers.end();
  };
  for (const std::string& name : kExclusive) {
    if (has(a, name) == has(b, name)) continue;
    const bool one_figure = a.quantity.value && a.quantity.value == b.quantity.value;
    if (name == "total" && one_figure && meet) continue;  // "over 13 in all" and "13" are one figure
    return parts.part("only one of them is \"", name, "\"");
  }
  const bool apart = (has(a, "initial") && has(b, "additional")) || (has(b, "initial") && has(a, "additional"));
  if (apart) return parts.part("one is the first, the other a further one");
  for (const char* name : {"additional", "initial"}) {
    const bool same_date = std::string_view(name) == "initial" && known(a.time) && known(b.time);
    if (!meet && !same_date && has(a, name) != has(b, name)) return parts.part("only one of them is \"", name, "\"");
  }
}

/// The two times' distance in days; nothing when they can be the same or cannot be told.
std::optional<std::int32_t> apart(const Claim& a, const Claim& b) {
  if (!known(a.time) || !known(b.time) || relate(a.time.value, b.time.value) != TimeRelation::disjoint)
    return std::nullopt;
  const auto days = days_apart(a.time.value, b.time.value);
  return days ? *days : 9999;
}

bool told(const ClaimTime& time) { return time.basis == TimeBasis::stated || time.basis == TimeBasis::anchored; }

/// A sharp value: "157" is, "100" is not. Two facts rarely share one by chance.
bool sharp(const Claim& claim) { return claim.quantity.value && claim.quantity.value->significant_digits() >= 2; }

bool open_ended(const Claim& claim) { return !claim.quantity.interval.low || !claim.quantity.interval.high; }

void compare_fluctuating(const Frame& frame, const Claim& a, const Claim& b, bool meet, Parts& parts) {
  const auto days = apart(a, b);
  const bool equal = a.quantity.value && a.quantity.value == b.quantity.value;
  if (days && *days > kOneTimeDays) {
    const bool as_of = equal && sharp(a) && told(a.time) && told(b.time) && *days > frame.holds_days &&
                       (!a.time.event.empty() || !b.time.event.empty() || a.document != b.document);
    if (as_of) return parts.factor(0.92, "the same figure, told of two times");
    if (equal && (!told(a.time) || !told(b.time))) return parts.factor(0.85, "the same figure, repeated later");
    return parts.part("held at another time");
  }
  const bool timeless = !known(a.time) || !known(b.time);
  if (timeless && !meet)
    return parts.factor(known(a.time) == known(b.time) ? 0.8 : 0.5, "no time given for one of them");
  if (days) parts.factor(0.9, "held at nearly the same time");
}

void compare_fixed(const JudgeContext& context, const Frame& frame, const Claim& a, const Claim& b, bool meet,
                   Parts& parts) {
  const auto days = apart(a, b);
  const bool equal = a.quantity.value && a.quantity.value == b.quantity.value;
  if (frame.period) {
    if (days) return parts.part("another period");
    if (!meet && !known(a.time)) return parts.part("neither has a period");
    if (known(a.time) && known(b.time) && a.time.value.grain != b.time.value.grain && !meet) {
      return parts.part("a period of another length");
    }
    if (known(a.time) != known(b.time)) {
      if (!meet) return parts.part("one has no period");
      parts.factor(0.9, "one has no period");
    }
    return;
  }
  if (days && *days > kOneTimeDays) {
    if (equal && sharp(a) && a.document != b.document)
      return parts.factor(0.8, "the same sharp figure, told of two times");
    return parts.part("another time: ", a.time.value, " / ", b.time.value);
  }
  if (meet) {
    // An open bound meets nearly everything; a date on both sides is what makes it the same deal.
    if (open_ended(a) != open_ended(b) && known(a.time) != known(b.time))
      parts.factor(0.85, "an open bound, and one has no date");
    return;
  }
  if (known(a.time) && known(b.time)) return parts.factor(0.97, "the same time");
  const auto times = context.times_of_fact.find(JudgeContext::fact_key(a));
  if (times != context.times_of_fact.end() && times->second.size() > 1)
    return parts.part("there were several, and one has no date");
  parts.factor(0.9, "no date for one of them, and only one such fact is known");
}

/// Events: the claim's own value is its time, so only parties and kind decide.
void compare_dated(const Claim& a, const Claim& b, Parts& parts) {
  const Role *deal_a = a.role("deal"), *deal_b = b.role("deal");
  if (deal_a != nullptr && deal_b != nullptr && deal_a->key != deal_b->key)
    return parts.part("of another deal: ", deal_a->value, " / ", deal_b->value);
  if (a.document == b.document && relate(a.when, b.when) == TimeRelation::disjoint)
    return parts.part("one article tells of both as two");
  if (relate(a.when, b.when) == TimeRelation::unknown) return parts.no_link("the dates cannot be compared");
  const auto days = days_apart(a.when, b.when);
  const bool dateline = a.time.basis == TimeBasis::published || b.time.basis == TimeBasis::published;
  if (dateline && days && *days > 21) parts.part("an article of another time");
}

bool unreal(const Claim& claim) {
  return claim.modality == Modality::denied || claim.modality == Modality::hypothetical;
}

/// An age is told wrong by a year or two; what lies further apart was told of another time.
bool ages_near(const Claim& a, const Claim& b) {
  const Decimal kYears(2);
  return a.quantity.value && b.quantity.value && (add(*a.quantity.value, -*b.quantity.value)).abs() <= kYears;
}

/// How many parties it has when no word of its sentence names any; else 0.
std::size_t guessed_parties(const Claim& claim) {
  std::size_t guessed = 0;
  for (const Role& role : claim.roles) {
    if (!role.entity) continue;
    if (role.basis != RoleBasis::context) return 0;
    ++guessed;
  }
  return guessed;
}

/// What keeps two values that exclude each other from being one fact told wrongly.
void compare_excluded(const JudgeContext& context, const Claim& a, const Claim& b, double weaker, Parts& parts) {
  const bool of_one_article = a.document == b.document;
  if (of_one_article && !a.dated()) return parts.part("one article tells of both as two");
  if (a.kind == MentionKind::age && !ages_near(a, b)) return parts.part("ages of another time");
  const auto pointed = [](const Claim& claim) {
    return claim.quantity.bound == Bound::exact || claim.quantity.bound == Bound::about;
  };
  if (pointed(a) && pointed(b) && !figures_may_exclude(context.rulebook, a, b))
    return parts.part("too far apart to be one figure told wrongly");
  const bool one_story = context.facts[a.document].story == context.facts[b.document].story;
  if (!a.dated() && !one_story && (!told(a.time) || !told(b.time)))
    return parts.part("no time stated for one of them, and another story");
  // One guess may stand against a name: "Net profit came in at 61 million", of the company its paragraph is about.
  if (guessed_parties(a) + guessed_parties(b) > 1) return parts.no_link("whose it is was only guessed");
  constexpr double kSureEnough = 0.7;  // a loose pattern with both parties guessed lies below
  if (weaker < kSureEnough) parts.no_link("too unsure a reading to contradict another");
}

void compare_in_frame(const JudgeContext& context, const Frame& frame, const Claim& a, const Claim& b, Parts& parts) {
  const double weaker = std::min(a.confidence, b.confidence);
  parts.factor(weaker, "as sure as the weaker reading");
  const bool meet = can_meet(a, b);
  compare_roles(frame, a, b, parts);
  if (!meet && !parts.conflict) compare_excluded(context, a, b, weaker, parts);
  if (parts.probability == 0) return;
  compare_qualifiers(a, b, meet, parts);
  if (parts.conflict) return;
  if (a.dated()) return compare_dated(a, b, parts);
  if (frame.behaviour == Behaviour::fluctuating) return compare_fluctuating(frame, a, b, meet, parts);
  compare_fixed(context, frame, a, b, meet, parts);
}

}  // namespace

std::string JudgeContext::fact_key(const Claim& claim) {
  std::vector<std::string> parties;
  for (const Role& role : claim.roles)
    if (role.entity) parties.push_back(role.key);
  std::sort(parties.begin(), parties.end());
  std::string key = claim.rule;
  for (const std::string& party : parties) key += "|" + party;
  return key;
}

bool can_meet(const Claim& a, const Claim& b) {
  if (a.dated()) return relate(a.when, b.when) != TimeRelation::disjoint;
  if (a.quantity.unit != b.quantity.unit) return true;  // judged after conversion
  if (meets(a.quantity.interval, b.quantity.interval)) return true;
  return a.quantity.value && b.quantity.value && *a.quantity.value == *b.quantity.value;
}

std::string_view party_of(const Claim& claim) {
  const auto party = std::find_if(claim.roles.begin(), claim.roles.end(), [](const Role& role) { return role.entity; });
  return party == claim.roles.end() ? std::string_view() : party->key;
}

bool names_key_party(const Rulebook& rulebook, const Claim& claim) {
  const Frame* frame = rulebook.frame_named(claim.rule);
  if (frame == nullptr) return false;
  return std::any_of(frame->roles.begin(), frame->roles.end(), [&](const RoleSpec& spec) {
    return (spec.key || frame->symmetric) && claim.role(spec.name) != nullptr;
  });
}

bool judged_by_parties(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  return a.rule == b.rule && names_key_party(rulebook, a) && names_key_party(rulebook, b);
}

Judgement judge(const JudgeContext& context, const Claim& a, const Claim& b, bool explain) {
  Parts parts(explain);
  const Frame* frame = context.rulebook.frame_named(a.rule);
  if (frame == nullptr || !judged_by_parties(context.rulebook, a, b)) {
    parts.no_link("no frame that its parties identify");
  } else if (!same_kind(a, b) || (!a.dated() && !comparable_units(context.rulebook, a, b))) {
    parts.no_link("another kind of value");
  } else if (unreal(a) != unreal(b)) {
    parts.part("one is denied or only possible");
  } else {
    compare_in_frame(context, *frame, a, b, parts);
  }
  return {parts.conflict ? 0.0 : parts.probability, parts.conflict, std::move(parts.reasons)};
}

}  // namespace crosscheck
