// Names that are one thing in one article: "Halden Grid Services (HGS)", "Ada Holm" and "Holm".
#pragma once

#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Points mentions of one thing to one entity and notes the other names as its aliases.
void merge_aliases(const Lexicon& lexicon, Article& article, std::vector<Mention>& mentions);

}  // namespace crosscheck
