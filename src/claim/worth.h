// Which mentions say enough to be claims.
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// False for names, and for what states nothing that another article could say otherwise ("recently", "one of the").
bool makes_claim(const Article& article, const Lexicon& lexicon, const Mention& mention);

}  // namespace crosscheck
