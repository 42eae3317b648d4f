// A report on many documents cut down to what concerns a few: the findings that quote one of them, the claims that these rest
// on, and the documents that hold those. Everything keeps its order and is numbered anew from 1.
#include "pipeline/touching.h"

#include <algorithm>
#include <set>
#include <utility>

namespace crosscheck {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};

/// Old numbers to new ones, in the same order.
struct Numbers {
  std::vector<std::uint32_t> now;
  std::uint32_t count = 0;
  explicit Numbers(const std::vector<bool>& kept) : now(kept.size(), kNone) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (kept[i]) now[i] = count++;
    }
  }
  void renumber(std::uint32_t& number) const { number = now[number]; }
  void renumber(std::vector<std::uint32_t>& numbers) const {
    for (std::uint32_t& number : numbers) renumber(number);
  }
};

template <class T>
void keep(std::vector<T>& things, const std::vector<bool>& kept) {
  std::size_t to = 0;
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (!kept[i]) continue;
    if (to != i) things[to] = std::move(things[i]);
    ++to;
  }
  things.erase(things.begin() + static_cast<std::ptrdiff_t>(to), things.end());
}

template <class Visit>
void each_claim(const Finding& finding, Visit&& visit) {
  for (const Side& side : finding.sides) std::for_each(side.claims.begin(), side.claims.end(), visit);
  for (const Derivation& derivation : finding.derivation)
    std::for_each(derivation.inputs.begin(), derivation.inputs.end(), visit);
}

}  // namespace

Report touching(Report report, const std::vector<bool>& documents) {
  std::erase_if(report.findings, [&](const Finding& finding) {
    bool touches = false;
    each_claim(finding, [&](std::uint32_t claim) { touches = touches || documents[report.claims[claim].document]; });
    return !touches;
  });
  std::vector<bool> claims(report.claims.size()), groups(report.groups.size()), kept = documents;
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i] = documents[report.claims[i].document];
  for (const Finding& finding : report.findings) {
    each_claim(finding, [&](std::uint32_t claim) { claims[claim] = true; });
    if (finding.group) groups[*finding.group] = true;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!groups[i]) continue;
    for (const std::uint32_t claim : report.groups[i].claims) claims[claim] = true;
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i] && report.claims[i].time.anchor) claims[*report.claims[i].time.anchor] = true;
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i]) kept[report.claims[i].document] = true;
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i] && report.facts[i].copy_of) kept[*report.facts[i].copy_of] = true;
  }
  const Numbers of_documents(kept), of_claims(claims), of_groups(groups);
  std::erase_if(report.links, [&](const Link& link) { return !claims[link.a] || !claims[link.b]; });
  for (Link& link : report.links) {
    of_claims.renumber(link.a);
    of_claims.renumber(link.b);
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i]) of_claims.renumber(report.groups[i].claims);
  }
  keep(report.groups, groups);
  keep(report.claims, claims);
  keep(report.documents, kept);
  keep(report.facts, kept);
  for (std::size_t i = 0; i < report.groups.size(); ++i) report.groups[i].id = "g" + std::to_string(i + 1);
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    Claim& claim = report.claims[i];
    claim.id = "c" + std::to_string(i + 1);
    of_documents.renumber(claim.document);
    if (claim.time.anchor) claim.time.anchor = of_claims.now[*claim.time.anchor];
  }
  for (DocumentFacts& facts : report.facts) {
    if (facts.copy_of) facts.copy_of = of_documents.now[*facts.copy_of];
  }
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    Finding& finding = report.findings[i];
    finding.id = "f" + std::to_string(i + 1);
    if (finding.group) finding.group = of_groups.now[*finding.group];
    for (Side& side : finding.sides) of_claims.renumber(side.claims);
    for (Derivation& derivation : finding.derivation) of_claims.renumber(derivation.inputs);
  }
  return report;
}

}  // namespace crosscheck
