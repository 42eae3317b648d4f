// "Acme valuation at signing: $5 billion" waits for a claim that dates the signing. Candidates are dated claims
// of that event in the same story; those with a full date win over "November", those of the deal the article
// itself is about over others, an event in the text over a dateline. Nothing fits: the time stays unknown, and the
// event's name stays with the claim.
#include "link/anchors.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace crosscheck {
namespace {

bool names_event(const Claim& claim, const std::string& event) {
  if (!claim.dated()) return false;
  return claim.attribute == event || claim.attribute == event + " date";
}

/// How many of the event's parties does the claim's own article name in its deals?
std::size_t shared_parties(const std::vector<Claim>& claims, const std::vector<std::uint32_t>& own,
                           const Claim& event) {
  std::size_t best = 0;
  for (const std::uint32_t index : own) {
    const Claim& claim = claims[index];
    if (claim.dated() || claim.rule == "generic") continue;
    std::size_t shared = 0;
    for (const Role& party : event.roles) {
      shared += std::any_of(claim.roles.begin(), claim.roles.end(), [&](const Role& role) {
        return role.entity && compare_names(role.key, party.key) != NameMatch::none;
      });
    }
    best = std::max(best, shared);
  }
  return best;
}

/// The claims that wait for an event, and among what their events are looked for.
struct Waiting {
  std::vector<std::uint32_t> claims;
  std::map<std::string, std::vector<std::uint32_t>> dated_of_story;
  std::map<std::uint32_t, std::vector<std::uint32_t>> of_document;
};

Waiting waiting_of(const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims) {
  Waiting waiting;
  auto& [waiting_claims, dated_of_story, of_document] = waiting;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (claims[i].time.event.empty()) continue;
    waiting_claims.push_back(i);
    dated_of_story[facts[claims[i].document].story];
    of_document[claims[i].document];
  }
  if (waiting_claims.empty()) return waiting;
  for (std::uint32_t document = 0; document < facts.size(); ++document) {
    const auto story = dated_of_story.find(facts[document].story);
    const auto own = of_document.find(document);
    if (story == dated_of_story.end() && own == of_document.end()) continue;
    const auto [begin, end] = claims_of(claims, document);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (story != dated_of_story.end() && claims[i].dated() && claims[i].when.anchored()) story->second.push_back(i);
      if (own != of_document.end()) own->second.push_back(i);
    }
  }
  return waiting;
}

}  // namespace

void resolve_event_times(const std::vector<DocumentFacts>& facts, std::vector<Claim>& claims) {
  Waiting waiting = waiting_of(facts, claims);
  for (const std::uint32_t index : waiting.claims) {
    Claim& claim = claims[index];
    std::optional<std::uint32_t> best;
    using Rank = std::tuple<std::size_t, bool, bool, std::int32_t, std::string>;
    Rank best_rank{};
    for (const std::uint32_t candidate : waiting.dated_of_story[facts[claim.document].story]) {
      const Claim& event = claims[candidate];
      if (!names_event(event, claim.time.event)) continue;
      const std::size_t shared = shared_parties(claims, waiting.of_document[claim.document], event);
      // Of equal ones the earliest, then by the words: the order of the articles must not matter.
      const Rank rank{shared, event.when.grain == Grain::day, event.time.basis != TimeBasis::published,
                      -event.when.first.value_or(0), event.roles.empty() ? "" : event.roles.front().key};
      if (shared == 0 || (best && rank <= best_rank)) continue;
      best = candidate;
      best_rank = rank;
    }
    if (!best) continue;
    claim.time.value = claims[*best].when;
    claim.time.basis = TimeBasis::anchored;
    claim.time.anchor = *best;
  }
}

}  // namespace crosscheck
