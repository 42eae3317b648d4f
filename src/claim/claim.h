// what      mentions → claims: by frame rules; what no frame takes, the generic frame takes
// in → out  Article with mentions + Rulebook → the same with claims, roles and times as the sentence has them
// units     as the mentions
// owns      nothing beyond the Article
// fails     never; a mention that states nothing by itself ("recently", "one of them") makes no claim
// threads   pure; a Stemmer is lent to it
// cost      per value in a sentence: one view, and the patterns of the frames whose trigger stands there
// follows   frame semantics in the small: attribute, roles, value (QuanTemp and CQE for what a quantity measures)
// tested by tests/unit/claim_test.cpp, each rule's own examples, tests/cases/claim/*.jsonl
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

void build_claims(const Document& document, const Rulebook& rulebook, Article& article);

}  // namespace crosscheck
