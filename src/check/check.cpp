// The table of checks, then what all findings share: severity, order, id, fingerprint. The fingerprint is made of
// check, fact and values, without lines or offsets, so that a finding keeps its identity when text moves; equal
// ones are counted ("…-2"). Worst first: contradictions, then arithmetic that fails, updates, agreements.
#include "check/check.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <unordered_map>

#include "base/hash.h"
#include "base/unicode.h"
#include "check/checks.h"

namespace crosscheck {
namespace {

constexpr std::array kChecks = {&check_groups,    &check_implied,     &check_totals,   &check_arithmetic,
                                &check_per_share, &check_conversions, &check_calendar, &check_corrections};

int rank(Relation relation) {
  switch (relation) {
    case Relation::contradict:
      return 0;
    case Relation::inconsistent:
      return 1;
    case Relation::update:
      return 2;
    case Relation::agree:
      return 3;
    case Relation::compatible:
      return 4;
    case Relation::consistent:
      return 5;
  }
  return 6;
}

Severity severity_of(const Finding& finding) {
  const bool clash = finding.relation == Relation::contradict || finding.relation == Relation::inconsistent;
  if (!clash) return Severity::info;
  return finding.confidence >= 0.6 ? Severity::error : Severity::warning;
}

std::uint32_t sources_of(const Finding& finding) {
  std::uint32_t most = 0;
  for (const Side& side : finding.sides) most = std::max(most, side.sources);
  return most;
}

std::string fact_of(const Context& context, const Finding& finding) {
  if (finding.group) return folded(context.linked.groups[*finding.group].label);
  for (const Side& side : finding.sides) {
    if (side.claims.empty()) continue;
    const Claim& claim = context.claim(side.claims.front());
    std::string fact = claim.attribute;
    for (const Role& role : claim.roles) fact += "|" + role.name + "=" + role.key;
    return fact;
  }
  return finding.check;
}

/// All at once, each for itself, and then the versions, which look at what the others found.
std::vector<Finding> all_findings(const Context& context) {
  std::array<std::vector<Finding>, kChecks.size()> found;
  context.workers.each(kChecks.size(), [&](std::size_t i) { kChecks[i](context, found[i]); });
  std::vector<Finding> findings;
  for (auto& own : found) std::move(own.begin(), own.end(), std::back_inserter(findings));
  check_versions(context, findings);
  return findings;
}

std::string fingerprint_of(const Context& context, const Finding& finding) {
  std::vector<std::string> values;
  for (const Side& side : finding.sides) values.push_back(side.value);
  std::sort(values.begin(), values.end());
  std::string key = finding.check + "\n" + fact_of(context, finding);
  for (const std::string& value : values) key += "\n" + value;
  return sha256_hex(key).substr(0, 16);
}

/// `seen`: how often each fingerprint was given so far.
void fingerprint(const Context& context, std::vector<Finding>& findings, std::unordered_map<std::string, int>& seen) {
  constexpr std::size_t kRun = 256;  // findings a task
  each_run(context.workers, findings.size(), kRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) findings[i].fingerprint = fingerprint_of(context, findings[i]);
  });
  for (Finding& finding : findings) {
    const int count = ++seen[finding.fingerprint];
    if (count > 1) finding.fingerprint += "-" + std::to_string(count);
  }
}

/// Worst first, of one kind the best witnessed, then the surest.
void sort_findings(std::vector<Finding>& findings) {
  std::vector<std::uint32_t> order(findings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const Finding &a = findings[x], &b = findings[y];
    if (rank(a.relation) != rank(b.relation)) return rank(a.relation) < rank(b.relation);
    if (rank(a.relation) >= 3 && sources_of(a) != sources_of(b)) return sources_of(a) > sources_of(b);
    return a.confidence > b.confidence;
  });
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(findings[i]));
  findings = std::move(sorted);
}

void withhold_unsure(const Context& context, double least, Findings& checked) {
  std::vector<Finding> sure;
  const LinkIndex links(context.linked.links);
  for (Finding& finding : checked.findings) {
    if (finding.confidence >= least) {
      sure.push_back(std::move(finding));
      continue;
    }
    auto agreement = agreement_within(context, links, finding);
    if (agreement && agreement->confidence >= least) sure.push_back(std::move(*agreement));
    checked.withheld.push_back(std::move(finding));
  }
  checked.findings = std::move(sure);
}

}  // namespace

Findings check(const std::vector<Document>& documents, const Linked& linked, const Rulebook& rulebook, double least,
               const Workers& workers) {
  const Context context{documents, linked, rulebook, workers};
  Findings checked;
  std::vector<Finding>& findings = checked.findings;
  findings = all_findings(context);
  withhold_unsure(context, least, checked);
  for (Finding& finding : findings) finding.severity = severity_of(finding);
  sort_findings(findings);
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i].id = "f" + std::to_string(i + 1);
  std::unordered_map<std::string, int> seen;
  fingerprint(context, findings, seen);
  fingerprint(context, checked.withheld, seen);
  return checked;
}

Relation relation_of(const Rulebook& rulebook, const Claim& a, const Claim& b) {
  const Meeting meeting = a.dated() ? times_meet(a, b) : quantities_meet(rulebook, a.quantity, b.quantity);
  return meeting == Meeting::same    ? Relation::agree
         : meeting == Meeting::apart ? Relation::contradict
                                     : Relation::compatible;
}

}  // namespace crosscheck
