// What the words around a value say besides its frame: when it held, how it is meant, who says so, and what
// tells it apart from other values of its kind.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/view.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// The date mention that goes with `focus` (an index into article.mentions), among the sentence's own.
/// `period`: the value of a period takes the sentence's one date wherever it stands.
std::optional<std::uint32_t> time_of(const Article& article, const Lexicon& lexicon,
                                     const std::vector<std::uint32_t>& mentions, std::uint32_t focus, bool period);
/// "34, not 41 as first reported": both values are tellings of one fact.
bool is_retold(const Lexicon& lexicon, const View& view);
Modality modality_of(const Lexicon& lexicon, const View& view);
std::vector<std::string> fact_qualifiers(const Lexicon& lexicon, const View& view);
std::string attribution_of(const Article& article, const Lexicon& lexicon, const View& view);

}  // namespace crosscheck
