// Are two claims about the same fact? A probability and the reasons for it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

constexpr std::int32_t kOneTimeDays = 45;  ///< times nearer than this may be one time, told wrongly by somebody

struct Judgement {
  double probability = 0;  ///< 0 = not the same fact
  bool conflict = false;   ///< something in them says they are two facts; never to be grouped
  std::vector<std::string> reasons;
};

/// What a judge needs to know besides the two claims.
struct JudgeContext {
  const Rulebook& rulebook;
  const std::vector<DocumentFacts>& facts;
  /// The documents in the order of their ids: what breaks ties, so that the order of input does not.
  std::vector<std::uint32_t> document_rank;
  /// How many different times the corpus gives for one attribute of one set of parties.
  std::map<std::string, std::vector<TimeValue>> times_of_fact;

  static std::string fact_key(const Claim& claim);
};

/// Keeps references to `facts` and `rulebook`.
JudgeContext make_judge_context(const std::vector<Document>& documents, const std::vector<DocumentFacts>& facts,
                                const std::vector<Claim>& claims, const Rulebook& rulebook);

/// Two claims of one frame whose parties make it one fact ("the valuation of Acme"), and both name one: these are judged
/// here, over all stories; all others by the models of link/facts.h, inside one story.
bool judged_by_parties(const Rulebook& rulebook, const Claim& a, const Claim& b);
/// May judged_by_parties() hold for this claim and some other?
bool names_key_party(const Rulebook& rulebook, const Claim& claim);
/// The key of its first role that is a name; empty without one.
std::string_view party_of(const Claim& claim);

/// `explain`: put the reasons into words, which costs far more than judging.
Judgement judge(const JudgeContext& context, const Claim& a, const Claim& b, bool explain);

/// Can one value satisfy both claims, roundings included? (values only, not times)
bool can_meet(const Claim& a, const Claim& b);

}  // namespace crosscheck
