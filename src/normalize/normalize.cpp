// Within one document: its date first, then every claim's time, then its roles; last what only the whole
// article can tell (a dateline dates the deal the article opens with; an announcement's parties are those of
// the deal in its sentence). "In November, Acme disclosed a $38 million order with Globex": the announcement
// gets the parties Acme and Globex from the order. Other documents are `link`'s business.
#include "normalize/normalize.h"

#include <algorithm>

#include "normalize/roles.h"
#include "normalize/times.h"

namespace crosscheck {
namespace {

constexpr std::string_view kAnnouncement = "events/announcement", kCompletion = "events/completion";

bool ahead(const Claim& claim) {
  return claim.modality == Modality::planned || claim.modality == Modality::hypothetical;
}

/// "rose to 314 million in 2025 from 280 million a year earlier": the year before the sentence's own year.
void resolve_year_before(const Article& article, Claim& claim) {
  if (claim.time.cue.rfind("year-before:", 0) != 0) return;
  for (const Mention& mention : article.mentions) {
    const bool year =
        mention.sentence == claim.sentence && mention.kind == MentionKind::date && mention.time.grain == Grain::year;
    if (!year || !mention.time.first || !mention.cue.empty()) continue;
    claim.time.value = make_year(civil_day(*mention.time.first).year - 1);
    claim.time.cue.clear();
    return;
  }
  claim.time.cue = "relative:year";
}

/// "Last month" in an article of no known date: no frame can say what happened then, and when; what the words say is
/// kept, for another article may say it in the same words. "At 3 p.m." says when, of whichever day.
void leave_undated(Claim& claim) {
  claim.time.basis = TimeBasis::unknown;
  if (claim.rule == "generic" || !claim.time.clock.empty()) return;
  claim.rule = "generic";
  claim.confidence = std::min(claim.confidence, 0.6);
  if (claim.roles.size() > 1) claim.roles.resize(1);
  if (!claim.roles.empty()) claim.roles.front().name = "about";
}

void resolve_times(const Lexicon& lexicon, Article& article) {
  const auto local = local_offset(lexicon, article);
  for (Claim& claim : article.claims) {
    if (!claim.time.clock.empty()) claim.time.local = local;
    resolve_year_before(article, claim);
    resolve_time(article.published, ahead(claim), claim.time);
    if (claim.dated()) claim.when = claim.time.value;
    if (claim.time.basis == TimeBasis::stated && !claim.time.value.known() && claim.time.event.empty()) {
      if (claim.dated())
        leave_undated(claim);
      else
        claim.time = {};
    }
    if (claim.time.basis != TimeBasis::unknown || claim.dated() || claim.behaviour != Behaviour::fluctuating) continue;
    if (article.published.value.known()) claim.time = article.published;
  }
  std::erase_if(article.claims, [&](const Claim& claim) {
    if (!claim.dated() || claim.when.known()) return false;
    const bool tells = !claim.time.clock.empty() ||
                       (is_relative(claim.time.when) && !is_vague(claim.time.when));  // not "29 February 2019"
    return !tells || article.sentences[claim.sentence].kind == SentenceKind::dateline;
  });
}

/// The claims of a claim's sentence.
std::pair<std::vector<Claim>::const_iterator, std::vector<Claim>::const_iterator> sentence_of(const Article& article,
                                                                                              const Claim& claim) {
  return std::equal_range(article.claims.cbegin(), article.claims.cend(), claim,
                          [](const Claim& a, const Claim& b) { return a.sentence < b.sentence; });
}

/// "Revenue rose to 1.48 billion in 2025. Net profit came in at 61 million": the second sentence is of 2025, too.
void carry_periods(Article& article) {
  const Claim* last = nullptr;
  for (Claim& claim : article.claims) {
    if (!claim.period) continue;
    const bool given = claim.time.value.known() && claim.time.basis != TimeBasis::published;
    if (given) {
      last = last != nullptr && last->sentence == claim.sentence ? last
                                                                 : &claim;  // the sentence's first period is its topic
    } else if (last != nullptr && last->paragraph == claim.paragraph && last->sentence != claim.sentence) {
      claim.time = last->time;
      claim.time.basis = TimeBasis::inferred;
      claim.confidence *= 0.92;
    }
  }
}

/// "raised 350 million in 2023, at a valuation of 2.1 billion": what moves with time and has no date of its own
/// takes that of the round or deal in its sentence.
void share_dates(Article& article) {
  for (Claim& claim : article.claims) {
    if (claim.dated() || claim.behaviour != Behaviour::fluctuating ||
        (claim.time.basis != TimeBasis::published && claim.time.basis != TimeBasis::unknown))
      continue;
    if (!claim.time.event.empty()) continue;
    const auto [first, last] = sentence_of(article, claim);
    for (auto other = first; other != last; ++other) {
      const bool dates = !other->dated() && other->behaviour == Behaviour::fixed && other->rule != "generic" &&
                         !other->period && other->kind == MentionKind::money && other->time.value.known() &&
                         other->time.basis != TimeBasis::published;
      if (!dates) continue;
      claim.time = other->time;
      claim.time.basis = TimeBasis::inferred;
      break;
    }
  }
}

/// The entities a deal joins, in its roles' order; empty unless there are two.
std::vector<const Role*> parties_of(const Claim& deal) {
  std::vector<const Role*> parties;
  if (!deal.deal) return parties;
  for (const Role& role : deal.roles) {
    if (role.entity) parties.push_back(&role);
  }
  if (parties.size() < 2) parties.clear();
  return parties;
}

Role party_role(const char* name, const Role& from) {
  return {name, from.value, from.key, true, std::max(from.basis, RoleBasis::pronoun)};
}

/// The first deal the article tells of, in its headline or opening sentences.
const Claim* lead_deal(const Article& article) {
  constexpr std::uint32_t kLeadSentences = 6;
  for (const Claim& claim : article.claims) {
    if (claim.sentence <= kLeadSentences && !parties_of(claim).empty()) return &claim;
  }
  return nullptr;
}

bool of_deal(const Claim& event) { return event.rule == kAnnouncement || event.rule == kCompletion; }

/// "…, the companies said on Monday" dates an announcement only where its sentence tells of a deal.
bool only_said(const Claim& event) {
  return std::find(event.qualifiers.begin(), event.qualifiers.end(), "said") != event.qualifiers.end();
}

/// "The agreement was announced in May" speaks of a deal; "Acme announced in May that it would move" does not.
bool names_deal(const Claim& event) {
  return event.rule == kCompletion ||
         std::find(event.qualifiers.begin(), event.qualifiers.end(), "deal-named") != event.qualifiers.end();
}

/// The deal of the event's sentence: the one whose own date the event is, else the first.
const Claim* deal_of_sentence(const Article& article, const Claim& event) {
  const Claim* first_deal = nullptr;
  const auto [first, last] = sentence_of(article, event);
  for (auto deal = first; deal != last; ++deal) {
    if (parties_of(*deal).empty()) continue;
    if (deal->time.span == event.place.span) return &*deal;
    if (first_deal == nullptr) first_deal = &*deal;
  }
  return first_deal;
}

/// The deal's kind and sum: two deals of the same parties are announced apart.
Role deal_role(const Claim& deal) {
  return {"deal", deal.attribute, deal.rule + " " + value_text(deal.quantity) + " " + deal.quantity.unit, false,
          RoleBasis::stated};
}

void give_parties(const Claim& deal, Claim& event) {
  const std::vector<const Role*> parties = parties_of(deal);
  const Role* agent = event.role("agent");
  const bool second_is_agent = agent != nullptr && compare_names(agent->key, parties[1]->key) != NameMatch::none;
  const bool third =
      agent != nullptr && !second_is_agent && compare_names(agent->key, parties[0]->key) == NameMatch::none;
  if (third && agent->basis == RoleBasis::stated) return;  // somebody else announced it
  event.roles.clear();
  event.roles.push_back(party_role("agent", second_is_agent ? *parties[1] : *parties[0]));
  event.roles.push_back(party_role("party", second_is_agent ? *parties[0] : *parties[1]));
  event.roles.push_back(deal_role(deal));
}

/// "Acme sold Globex to Initech. That sale was completed in May.": the deal of the sentences before.
void give_previous_deal(const Article& article, Claim& event) {
  const Claim* nearest = nullptr;
  for (const Claim& deal : article.claims) {
    if (deal.sentence >= event.sentence) break;
    if (deal.paragraph == event.paragraph && !parties_of(deal).empty()) nearest = &deal;
  }
  if (nearest != nullptr) give_parties(*nearest, event);
}

/// Events that name no two parties take those of the deal in their sentence, else of the article's lead deal. What is no
/// deal ("the United Nations and Norway said on Monday") is not announced as one.
void complete_events(Article& article) {
  const Claim* lead = lead_deal(article);
  const std::optional<Claim> lead_copy = lead == nullptr ? std::nullopt : std::optional(*lead);
  for (Claim& event : article.claims) {
    if (!of_deal(event)) continue;
    const Claim* deal = deal_of_sentence(article, event);
    if (deal != nullptr) {
      give_parties(*deal, event);
    } else if (event.role("party") == nullptr && names_deal(event) && !only_said(event)) {
      if (event.rule == kCompletion) give_previous_deal(article, event);
      if (event.role("party") == nullptr && lead_copy) give_parties(*lead_copy, event);
    }
    const bool of_a_deal = deal != nullptr || names_deal(event);
    if ((event.role("party") != nullptr && of_a_deal) || event.rule == kCompletion) continue;
    if (event.roles.size() > 1) event.roles.resize(1);
    event.rule = "generic";
    event.confidence = 0.6;
    if (!event.roles.empty()) event.roles.front().name = "about";
  }
}

void read_dateline(Article& article) {
  for (Claim& claim : article.claims) {
    const bool dateline = article.sentences[claim.sentence].kind == SentenceKind::dateline ||
                          (!article.published.span.empty() && claim.place.field == Field::text &&
                           claim.place.span == article.published.span);
    if (!claim.dated() || !dateline) continue;
    claim.time.basis = TimeBasis::published;
    claim.rule = "dateline";
    claim.attribute = "publication";
    claim.roles.clear();
    claim.confidence = 0.9;
    const Claim* deal = lead_deal(article);
    if (deal == nullptr) continue;
    const auto parties = parties_of(*deal);
    claim.rule = kAnnouncement;
    claim.attribute = "announcement";
    claim.roles = {party_role("agent", *parties[0]), party_role("party", *parties[1]), deal_role(*deal)};
    claim.confidence = 0.75;
  }
}

/// "For the quarter ended Sept. 30": the last day that stands close behind tells which.
bool ends_quarter(const Mention& day, Mention& quarter) {
  constexpr std::uint32_t kClose = 10;  // bytes
  const bool open = !quarter.when.empty() && quarter.when.front().kind == TimeStepKind::that_period &&
                    quarter.time.grain == Grain::quarter;
  if (!open || day.time.grain != Grain::day || day.span.begin > quarter.span.end + kClose) return false;
  const CivilDay last = civil_day(*day.time.first);
  if (last.month % 3 != 0 || last.day != days_in_month(last.year, last.month)) return false;
  quarter.time = make_quarter(last.year, last.month / 3);
  quarter.edtf = to_edtf(quarter.time);
  return true;
}

/// The dates told so far, for "a year earlier" and "the following month".
class Story {
 public:
  explicit Story(std::optional<std::int32_t> today) : today_(today) {}

  TimeContext context(const Mention& mention) const {
    TimeContext context;
    context.today = today_;
    context.tense = mention.tense;
    if (!months_ || mention.when.front().kind != TimeStepKind::ago_period) context.period = period_;
    const Mention* base = mention.when.front().grain < TimeGrain::month ? day_ : date_;
    if (base != nullptr && mention.span.begin < base->span.end + kReach) context.named = base->time;
    return context;
  }

  void heard(const Mention& mention) {
    if (mention.edtf == "P6M" || mention.edtf == "P9M") months_ = true;  // "for the nine months … a year earlier"
    if (mention.kind != MentionKind::date || !mention.time.first || !mention.time.last) return;
    const TimeStepKind how = mention.when.empty() ? TimeStepKind::day : mention.when.front().kind;
    const bool over = !period_ || !today_ || *mention.time.last < *today_;  // an outlook is not what is compared
    if (mention.time.grain == Grain::quarter && how != TimeStepKind::ago_period && over) {
      period_ = mention.time;
      months_ = false;
    }
    if (mention.time.grain == Grain::day) day_ = &mention;
    if (how != TimeStepKind::weekday && !needs_day(mention.when)) date_ = &mention;  // "said Monday" tells no story
  }

 private:
  static constexpr std::uint32_t kReach = 500;  // bytes
  std::optional<std::int32_t> today_;
  std::optional<TimeValue> period_;  ///< the quarter last spoken of
  bool months_ = false;              ///< what is compared since is a number of months
  const Mention* day_ = nullptr;
  const Mention* date_ = nullptr;
};

}  // namespace

void resolve_mentions(const Document& document, Article& article) {
  article.published = publication_of(document, article);
  Story story(article.published.value.last);
  for (Mention& mention : article.mentions) {
    if (mention.when.empty()) {
      story.heard(mention);
      continue;
    }
    if (!article.published.value.last) continue;
    if (needs_day(mention.when) && article.published.value.grain != Grain::day) continue;
    const TimeMeaning meaning = evaluate(mention.when, story.context(mention));
    if (meaning.edtf.empty()) continue;
    mention.time = meaning.value;
    mention.edtf = meaning.edtf;
    mention.mod = meaning.mod;
    if (Mention* before = &mention - 1; &mention != article.mentions.data() && ends_quarter(mention, *before))
      story.heard(*before);
    story.heard(mention);
  }
}

void normalize(const Document& document, const Rulebook& rulebook, Article& article) {
  article.published = publication_of(document, article);
  const Lexicon& lexicon = rulebook.lexicon(document.language);
  resolve_times(lexicon, article);
  carry_periods(article);
  share_dates(article);
  resolve_roles(rulebook, lexicon, article);
  share_roles_of_retold_figures(article);
  complete_events(article);
  read_dateline(article);
}

}  // namespace crosscheck
