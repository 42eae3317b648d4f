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

/// What stays of a report.
struct Kept {
  std::vector<bool> documents, claims, groups;
};

/// The documents given, with their claims, and all that the findings rest on.
Kept kept_of(const Report& report, const std::vector<bool>& documents) {
  Kept kept{documents, std::vector<bool>(report.claims.size()), std::vector<bool>(report.groups.size())};
  for (std::size_t i = 0; i < kept.claims.size(); ++i) kept.claims[i] = documents[report.claims[i].document];
  for (const Finding& finding : report.findings) {
    each_claim(finding, [&](std::uint32_t claim) { kept.claims[claim] = true; });
    if (finding.group) kept.groups[*finding.group] = true;
  }
  for (std::size_t i = 0; i < kept.groups.size(); ++i) {
    if (!kept.groups[i]) continue;
    for (const std::uint32_t claim : report.groups[i].claims) kept.claims[claim] = true;
  }
  for (std::size_t i = 0; i < kept.claims.size(); ++i) {
    if (kept.claims[i] && report.claims[i].time.anchor) kept.claims[*report.claims[i].time.anchor] = true;
  }
  for (std::size_t i = 0; i < kept.claims.size(); ++i) {
    if (kept.claims[i]) kept.documents[report.claims[i].document] = true;
  }
  for (std::size_t i = 0; i < kept.documents.size(); ++i) {
    if (kept.documents[i] && report.facts[i].copy_of) kept.documents[*report.facts[i].copy_of] = true;
  }
  return kept;
}

void renumber(const Kept& kept, Report& report) {
  const Numbers documents(kept.documents), claims(kept.claims), groups(kept.groups);
  for (Link& link : report.links) {
    claims.renumber(link.a);
    claims.renumber(link.b);
  }
  for (std::size_t i = 0; i < report.groups.size(); ++i) {
    report.groups[i].id = "g" + std::to_string(i + 1);
    claims.renumber(report.groups[i].claims);
  }
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    Claim& claim = report.claims[i];
    claim.id = "c" + std::to_string(i + 1);
    documents.renumber(claim.document);
    if (claim.time.anchor) claim.time.anchor = claims.now[*claim.time.anchor];
  }
  for (DocumentFacts& facts : report.facts) {
    if (facts.copy_of) facts.copy_of = documents.now[*facts.copy_of];
  }
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    Finding& finding = report.findings[i];
    finding.id = "f" + std::to_string(i + 1);
    if (finding.group) finding.group = groups.now[*finding.group];
    for (Side& side : finding.sides) claims.renumber(side.claims);
    for (Derivation& derivation : finding.derivation) claims.renumber(derivation.inputs);
  }
}

}  // namespace

Report touching(Report report, const std::vector<bool>& documents) {
  std::erase_if(report.findings, [&](const Finding& finding) {
    bool touches = false;
    each_claim(finding, [&](std::uint32_t claim) { touches = touches || documents[report.claims[claim].document]; });
    return !touches;
  });
  const Kept kept = kept_of(report, documents);
  std::erase_if(report.links, [&](const Link& link) { return !kept.claims[link.a] || !kept.claims[link.b]; });
  keep(report.groups, kept.groups);
  keep(report.claims, kept.claims);
  keep(report.documents, kept.documents);
  keep(report.facts, kept.documents);
  renumber(kept, report);
  return report;
}

}  // namespace crosscheck
