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

constexpr std::string_view kAnnouncement = "events/announcement";

bool ahead(const Claim& claim) { return claim.modality == Modality::planned || claim.modality == Modality::hypothetical; }

void resolve_times(Article& article) {
  for (Claim& claim : article.claims) {
    resolve_time(article.published, ahead(claim), claim.time);
    if (claim.dated()) claim.when = claim.time.value;
    if (claim.time.basis == TimeBasis::stated && !claim.time.value.known() && claim.time.event.empty()) claim.time = {};
    if (claim.time.basis != TimeBasis::unknown || claim.dated() || claim.behaviour != Behaviour::fluctuating) continue;
    if (article.published.value.known()) claim.time = article.published;
  }
  std::erase_if(article.claims, [](const Claim& claim) { return claim.dated() && !claim.when.known(); });
}

/// The entities a deal joins, in its roles' order; empty unless there are two.
std::vector<const Role*> parties_of(const Claim& deal) {
  std::vector<const Role*> parties;
  if (deal.dated() || deal.rule == "generic") return parties;
  for (const Role& role : deal.roles) {
    if (role.entity) parties.push_back(&role);
  }
  if (parties.size() < 2) parties.clear();
  return parties;
}

Role party_role(const char* name, const Role& from) { return {name, from.value, from.key, true, std::max(from.basis, RoleBasis::pronoun)}; }

void complete_announcements(Article& article) {
  for (Claim& event : article.claims) {
    if (event.rule != kAnnouncement || event.role("party") != nullptr) continue;
    const auto same_sentence = std::equal_range(article.claims.begin(), article.claims.end(), event,
                                                [](const Claim& a, const Claim& b) { return a.sentence < b.sentence; });
    for (auto deal_at = same_sentence.first; deal_at != same_sentence.second; ++deal_at) {
      const Claim& deal = *deal_at;
      const auto parties = parties_of(deal);
      if (parties.empty()) continue;
      const Role* agent = event.role("agent");
      const bool second_is_agent = agent != nullptr && compare_names(agent->key, parties[1]->key) != NameMatch::none;
      const Role party = party_role("party", second_is_agent ? *parties[0] : *parties[1]);
      if (agent == nullptr) event.roles.insert(event.roles.begin(), party_role("agent", *parties[0]));
      event.roles.push_back(party);
      break;
    }
  }
}

/// The first deal the article tells of, in its headline or opening sentences.
const Claim* lead_deal(const Article& article) {
  constexpr std::uint32_t kLeadSentences = 10;
  for (const Claim& claim : article.claims) {
    if (claim.sentence <= kLeadSentences && !parties_of(claim).empty()) return &claim;
  }
  return nullptr;
}

void read_dateline(Article& article) {
  for (Claim& claim : article.claims) {
    if (!claim.dated() || article.sentences[claim.sentence].kind != SentenceKind::dateline) continue;
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
    claim.roles = {party_role("agent", *parties[0]), party_role("party", *parties[1])};
    claim.confidence = 0.75;
  }
}

}  // namespace

void normalize(const Document& document, const Rulebook& rulebook, Article& article) {
  article.published = publication_of(document, article);
  resolve_times(article);
  resolve_roles(rulebook, article);
  share_roles_of_retold_figures(article);
  complete_announcements(article);
  read_dateline(article);
}

}  // namespace crosscheck
