// Whose a value is, where it holds, and whether it is a part: what the words around its phrase say.
#pragma once

#include <string>
#include <vector>

#include "claim/wording.h"

namespace crosscheck {

/// By form alone: "Smith, 43,", "Klitschko (52-3)", "Smith's 43"; keys of entities.
std::string owner_of(const Wording& words, std::size_t value, MentionKind kind);
/// Whom "he" may mean: the first name of the nearest sentence that has one, before the mention `first`.
std::string last_subject(const Article& article, std::uint32_t first);
std::string place_of(const Article& article, const Wording& words, std::size_t value, std::size_t end);
/// CLDR's codes of the countries and continents where it holds: of the names behind the first preposition of place, "001"
/// where it is several without a name ("in a dozen countries", "worldwide"), "ZZ" where it is a part of some country ("in
/// the province"); else of the name or adjective before what is
/// counted ("the Indonesian death toll"). Empty: not said.
std::vector<std::string> territories_of(const Article& article, const Lexicon& lexicon, const Wording& words,
                                        std::size_t value, std::size_t end);
std::vector<std::string> scope_of(const Wording& words, std::size_t value, const Phrase& phrase);

}  // namespace crosscheck
