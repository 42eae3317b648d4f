// What a quantity measures: the thing, the verb that governs it, whose it is, where, and whether it is a part.
#pragma once

#include <string>
#include <vector>

#include "base/stem.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Fills `measured` of one sentence's claims, article.claims[first] and on, and names those that no frame took.
/// `mentions` are the sentence's own, as indices into article.mentions.
void measure_claims(Article& article, const Lexicon& lexicon, const Stemmer& stemmer, const Sentence& sentence,
                    const std::vector<std::uint32_t>& mentions, std::size_t first);

}  // namespace crosscheck
