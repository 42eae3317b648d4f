// Named things: runs of capitalized words that the document itself shows to be names. The evidence is capitals in
// mid-sentence, "OpenSea"-like shapes, and acronyms in brackets; a short gazetteer adds what no text shows.
#pragma once

#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Entity mentions of the whole document; fills article.entities. `taken` marks tokens that belong to
/// quantities and dates.
std::vector<Mention> read_entities(const Document& document, const Lexicon& lexicon, const std::vector<bool>& taken,
                                   Article& article);

/// "Acme Inc." → "acme": folded, without legal suffix and leading article.
std::string entity_key(const Lexicon& lexicon, std::string_view name);

}  // namespace crosscheck
