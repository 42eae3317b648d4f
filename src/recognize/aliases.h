// Names that are one thing in one article: "Halden Grid Services (HGS)", "Ada Holm" and "Holm".
#pragma once

#include <vector>

#include "recognize/name_words.h"

namespace crosscheck {

/// Points mentions of one thing to one entity and notes the other names as its aliases. `mentions`: the names, in text
/// order.
void merge_aliases(const NameWords& words, Article& article, std::vector<Mention>& mentions);

}  // namespace crosscheck
