// "c4 and c9 are not one fact": judged anew by their parties with the reasons in words, or looked up in what the models said,
// then whatever kept them apart after a favourable verdict: of two claims that stand with them, a pair that excludes each other.
// Claims may be one fact without ever having met, when links lead from the one to the other: the shortest way is told.
#include <algorithm>
#include <map>

#include "link/groups.h"
#include "link/link.h"
#include "link/record.h"

namespace crosscheck {
namespace {

class Explainer {
 public:
  Explainer(const Report& report, const Rulebook& rulebook)
      : report_(report),
        context_(make_judge_context(report.documents, report.facts, report.claims, rulebook)),
        record_(rulebook, report.claims, find_facts(rulebook, report.facts, report.claims)) {
    for (std::uint32_t g = 0; g < report.groups.size(); ++g) {
      for (const std::uint32_t claim : report.groups[g].claims) group_of_[claim] = g;
    }
    for (const Link& link : report.links) {
      linked_[link.a].push_back(link.b);
      linked_[link.b].push_back(link.a);
    }
  }

  Explanation explain(std::uint32_t a, std::uint32_t b) const {
    Explanation out;
    out.a = std::min(a, b);
    out.b = std::max(a, b);
    const auto x = group_of_.find(a), y = group_of_.find(b);
    out.together = a == b || (x != group_of_.end() && y != group_of_.end() && x->second == y->second);
    if (out.together) out.path = path(out.a, out.b);
    if (of_table(claim(a)) && of_table(claim(b)))
      by_cells(out);
    else if (judged_by_parties(context_.rulebook, claim(a), claim(b)))
      by_parties(out);
    else
      by_models(out);
    return out;
  }

 private:
  const Claim& claim(std::uint32_t index) const { return report_.claims[index]; }

  /// Those of smaller rank first, as group_claims() has it: the reasons are told in the same order.
  Judgement judged(std::uint32_t a, std::uint32_t b, bool explain) const {
    const auto rank = [&](std::uint32_t c) { return std::pair(context_.document_rank[claim(c).document], c); };
    return rank(a) < rank(b) ? judge(context_, claim(a), claim(b), explain)
                             : judge(context_, claim(b), claim(a), explain);
  }

  void by_parties(Explanation& out) const {
    Judgement judgement = judged(out.a, out.b, true);
    if (judgement.conflict && !judgement.reasons.empty() && !out.together)
      out.barred = judgement.reasons.back() + ": that makes two facts of them";
    else if (!out.together && judgement.probability >= kLeastLink)
      out.barred = clash(out.a, out.b);
    Verdict verdict;
    verdict.of = "their parties, as one rule (" + claim(out.a).rule + ") reads both";
    verdict.probability = judgement.probability;
    verdict.least = kLeastLink;
    verdict.reasons = std::move(judgement.reasons);
    out.verdicts.push_back(std::move(verdict));
  }

  /// Rows of tables meet by what they are.
  void by_cells(Explanation& out) const {
    const Claim &a = claim(out.a), &b = claim(out.b);
    Verdict verdict;
    verdict.of = "what the cells of two tables are";
    verdict.least = kLeastLink;
    for (const Link& link : report_.links) {
      if (link.a == out.a && link.b == out.b) verdict.probability = link.probability;
      if (link.b == out.a && link.a == out.b) verdict.probability = link.probability;
    }
    const auto compare = [&](const std::string& what, const std::string& x, const std::string& y) {
      const bool same = x == y;
      verdict.reasons.push_back((same ? "same " : "another ") + what + ": " + (same ? x : x + " / " + y));
      if (!same && out.barred.empty() && !out.together) out.barred = verdict.reasons.back();
    };
    const auto of = [](const Claim& c, const char* name) {
      const Role* role = c.role(name);
      return role == nullptr || role->value.empty() ? std::string("none") : role->value;
    };
    compare("item", a.attribute, b.attribute);
    for (const auto& [role, what] : {std::pair("of", "company"), {"period", "period"}, {"column", "column"}})
      compare(what, of(a, role), of(b, role));
    out.verdicts.push_back(std::move(verdict));
  }

  void by_models(Explanation& out) const {
    out.verdicts = record_.verdicts(out.a, out.b);
    if (out.together) return;
    out.barred = record_.barred(report_.facts, out.a, out.b);
    const bool enough = !out.verdicts.empty() && out.verdicts.back().probability >= out.verdicts.back().least;
    if (out.barred.empty() && enough) out.barred = clash(out.a, out.b);
  }

  std::vector<std::uint32_t> group_with(std::uint32_t index) const {
    const auto found = group_of_.find(index);
    return found == group_of_.end() ? std::vector{index} : report_.groups[found->second].claims;
  }

  /// Two judged alike stay apart when a claim that stands with the one and a claim that stands with the other exclude each other.
  std::string clash(std::uint32_t a, std::uint32_t b) const {
    std::string by_value;
    for (const std::uint32_t x : group_with(a)) {
      for (const std::uint32_t y : group_with(b)) {
        const std::string two = claim(x).id + " and " + claim(y).id;
        const Judgement judgement = judged(x, y, true);
        if (judgement.conflict && !judgement.reasons.empty())
          return "joined they would put " + two + " into one fact, which are two: " + judgement.reasons.back();
        if (by_value.empty() && !record_.one_fact(x, y) &&
            values_meet(context_.rulebook, claim(x), claim(y)) == Meeting::apart)
          by_value = "joined they would put " + two + " into one fact, whose values exclude each other";
      }
    }
    return by_value.empty() ? "each was joined with other claims first" : by_value;
  }

  std::vector<std::uint32_t> path(std::uint32_t a, std::uint32_t b) const {
    std::map<std::uint32_t, std::uint32_t> from{{a, a}};
    std::vector<std::uint32_t> queue{a};
    for (std::size_t i = 0; i < queue.size() && !from.contains(b); ++i) {
      const auto near = linked_.find(queue[i]);
      if (near == linked_.end()) continue;
      for (const std::uint32_t next : near->second) {
        if (from.try_emplace(next, queue[i]).second) queue.push_back(next);
      }
    }
    std::vector<std::uint32_t> path;
    if (!from.contains(b)) return path;
    for (std::uint32_t at = b; at != a; at = from[at]) path.push_back(at);
    path.push_back(a);
    std::reverse(path.begin(), path.end());
    return path;
  }

  const Report& report_;
  JudgeContext context_;
  ModelRecord record_;
  std::map<std::uint32_t, std::uint32_t> group_of_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> linked_;
};

}  // namespace

std::vector<Explanation> explain_pairs(const Report& report, const Rulebook& rulebook,
                                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
  std::vector<Explanation> out;
  if (pairs.empty()) return out;
  const Explainer explainer(report, rulebook);
  for (const auto& [a, b] : pairs) out.push_back(explainer.explain(a, b));
  return out;
}

}  // namespace crosscheck
