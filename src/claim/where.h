// Whose a value is, where it holds, and whether it is a part: what the words around its phrase say.
#pragma once

#include <string>
#include <vector>

#include "claim/wording.h"

namespace crosscheck {

/// By form alone: "Smith, 43,", "Klitschko (52-3)", "Smith's 43"; keys of entities.
std::string owner_of(const Article& article, const Wording& words, std::size_t value, const Phrase& phrase,
                     MentionKind kind);
std::string place_of(const Article& article, const Wording& words, std::size_t value, std::size_t end);
std::vector<std::string> scope_of(const Wording& words, std::size_t value, const Phrase& phrase);

}  // namespace crosscheck
