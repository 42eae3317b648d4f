// what      all claims → groups of claims about one fact, each link with its reasons
// in → out  documents + Articles + Rulebook → Linked: claims in corpus order, groups, stories, copies
// units     probabilities 0..1; days
// owns      the claims it returns
// fails     never
// threads   one call; deterministic whatever threads made the Articles
// cost      near-linear: claims meet only inside blocks (attribute + a party's name), at most block_limit apart
// follows   record linkage: blocking, pairwise judgement, constrained clustering (Fellegi-Sunter in outline);
//           MinHash (Broder 1997) for copies
// tested by tests/unit/link_test.cpp, tests/oracle/link_oracle_test.cpp
#pragma once

#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

Linked link(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook);

}  // namespace crosscheck
