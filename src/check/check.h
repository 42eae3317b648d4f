// what      groups → findings: agreements, refinements, updates, contradictions, and figures that do not add up
// in → out  documents + Linked + Rulebook → findings, worst first
// units     intervals in the claims' own units; days
// owns      the findings it returns
// fails     never: what cannot be compared (two currencies, an unresolved date) makes no finding
// threads   pure; the checks and the groups are spread over the workers it is given, and come in one order
// cost      linear in groups; derivations join on a party's name
// follows   interval arithmetic (IEEE 1788 in outline); statcheck for judging rounded figures
// tested by tests/unit/check_test.cpp, tests/cases/check/*.jsonl, tests/property
#pragma once

#include <vector>

#include "base/parallel.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Findings {
  std::vector<Finding> findings;  ///< worst first
  std::vector<Finding> withheld;  ///< those less sure than was asked for, without id
};

/// `least`: the confidence below which a finding is set aside. Of a fact whose values are left
/// out, the agreement on its best attested value stays.
Findings check(const std::vector<Document>& documents, const Linked& linked, const Rulebook& rulebook, double least = 0,
               const Workers& workers = {});

/// The relation of two claims about one fact, from their values alone; symmetric.
Relation relation_of(const Rulebook& rulebook, const Claim& a, const Claim& b);

}  // namespace crosscheck
