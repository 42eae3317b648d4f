// Named things: runs of capitalized words that the document itself shows to be names. The evidence is capitals in
// mid-sentence, "OpenSea"-like shapes, and acronyms in brackets; a short gazetteer adds what no text shows.
#pragma once

#include <vector>

#include "recognize/name_words.h"

namespace crosscheck {

/// Entity mentions of the whole document, whose words `words` are; fills article.entities. Its `taken` marks tokens
/// that belong to quantities and dates.
std::vector<Mention> read_entities(const NameWords& words, Article& article);

/// "Acme Inc." → "acme": folded, without legal suffix and leading article.
std::string entity_key(const Lexicon& lexicon, std::string_view name);

}  // namespace crosscheck
