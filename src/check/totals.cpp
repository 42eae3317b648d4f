// A total against its parts. "Acme has invested over $13 billion in Globex" (one article) against its
// investments of $1 billion in 2019 and $13 billion in 2023 (others): 1 + 13 = 14, over 13, so they fit. That the
// parts do not reach the total, or overlap, is no contradiction: the articles need not name them all, so only a
// sum that fits is told.
#include <algorithm>
#include <map>

#include "check/checks.h"
#include "check/words.h"

namespace crosscheck {
namespace {

bool is_total(const Claim& claim) {
  return std::find(claim.qualifiers.begin(), claim.qualifiers.end(), "total") != claim.qualifiers.end();
}

bool countable(const Claim& claim) {
  return !claim.dated() && claim.quantity.value && claim.quantity.bound != Bound::vague &&
         claim.quantity.bound != Bound::at_most && claim.modality != Modality::denied &&
         claim.modality != Modality::hypothetical;
}

bool same_parties(const Claim& a, const Claim& b) {
  std::size_t matched = 0;
  for (const Role& role : a.roles) {
    const Role* other = b.role(role.name);
    if (!role.entity || other == nullptr) continue;
    if (compare_names(role.key, other->key) == NameMatch::none) return false;
    ++matched;
  }
  return matched >= 2;
}

/// Claims of the parts, one list a part; a part is a value at a time.
std::vector<std::vector<std::uint32_t>> parts_of(const Context& context, std::uint32_t total,
                                                 const std::vector<std::uint32_t>& candidates) {
  const Claim& whole = context.claim(total);
  std::vector<std::vector<std::uint32_t>> parts;
  for (const std::uint32_t index : candidates) {
    const Claim& claim = context.claim(index);
    if (index == total || is_total(claim) || !countable(claim) || claim.quantity.unit != whole.quantity.unit) continue;
    if (!claim.time.value.known() || claim.time.basis == TimeBasis::published || !same_parties(whole, claim)) continue;
    const auto known = std::find_if(parts.begin(), parts.end(), [&](const std::vector<std::uint32_t>& part) {
      const Claim& other = context.claim(part.front());
      return *other.quantity.value == *claim.quantity.value &&
             relate(other.time.value, claim.time.value) != TimeRelation::disjoint;
    });
    if (known == parts.end())
      parts.push_back({index});
    else
      known->push_back(index);
  }
  return parts;
}

Finding finding_of(const Context& context, std::uint32_t total, const std::vector<std::vector<std::uint32_t>>& parts) {
  const Claim& whole = context.claim(total);
  Finding finding;
  finding.check = "arithmetic";
  finding.relation = Relation::compatible;
  Interval sum = Interval::point(Decimal());
  Decimal value;
  Derivation derivation;
  derivation.formula = "sum of dated parts";
  double confidence = whole.confidence;
  for (const auto& part : parts) {
    const Claim& claim = context.claim(part.front());
    sum = add(sum, claim.quantity.interval);
    value = add(value, *claim.quantity.value);
    derivation.words += (derivation.words.empty() ? "" : " + ") + claim_words(context.document(part.front()), claim) +
                        " (" + times_words(claim.time) + ")";
    derivation.inputs.insert(derivation.inputs.end(), part.begin(), part.end());
    confidence = std::min(confidence, claim.confidence);
  }
  derivation.words += " = " + quantity_words(value, whole.quantity.unit);
  derivation.result = value.to_string() + " " + whole.quantity.unit;
  Side implied;
  implied.value = derivation.result;
  implied.words = quantity_words(value, whole.quantity.unit) + ", the sum of the dated parts";
  implied.interval = sum;
  implied.sources = static_cast<std::uint32_t>(context.sources(derivation.inputs).size());
  finding.confidence = confidence * 0.9;
  finding.sides = {make_side(context, {total}), implied};
  finding.explanation = derivation.words + "; the total is given as " + finding.sides[0].words + " (" +
                        interval_words(whole.quantity.interval, whole.quantity.unit) + "), which fits.";
  finding.summary = "Total of " + whole.attribute + "s: the dated ones add up to " +
                    quantity_words(value, whole.quantity.unit) + ", the total is given as " + finding.sides[0].words;
  finding.derivation = {derivation};
  finding.rules = {whole.rule};
  return finding;
}

}  // namespace

void check_totals(const Context& context, std::vector<Finding>& findings) {
  std::map<std::string, std::vector<std::uint32_t>> by_party;  // rule and first party: only those can share all
  for (std::uint32_t i = 0; i < context.linked.claims.size(); ++i) {
    const Claim& claim = context.claim(i);
    if (claim.rule != "generic" && !claim.dated() && !claim.roles.empty())
      by_party[claim.rule + "|" + claim.roles.front().key].push_back(i);
  }
  for (const auto& [party, claims] : by_party) {
    for (const std::uint32_t index : claims) {
      const Claim& whole = context.claim(index);
      if (!is_total(whole) || !countable(whole)) continue;
      const auto parts = parts_of(context, index, claims);
      if (parts.size() < 2) continue;
      Finding finding = finding_of(context, index, parts);
      if (meets(finding.sides[1].interval, whole.quantity.interval)) findings.push_back(std::move(finding));
    }
  }
}

}  // namespace crosscheck
