// The generic frame: what a quantity measures when no rule knows it.
#pragma once

#include <string>
#include <vector>

#include "base/stem.h"
#include "claim/view.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct GenericReading {
  std::string attribute;  ///< "people killed"; empty when nothing near it says
  std::vector<Role> roles;
};

GenericReading read_generic(const Article& article, const Lexicon& lexicon, const View& view, MentionKind kind,
                            const std::vector<std::uint32_t>& mentions, std::uint32_t focus);

/// Stems of the content words of the clause around the value and the keys of its names; sorted, each once.
std::vector<std::string> content_words(const Article& article, const Lexicon& lexicon, const Stemmer& stemmer,
                                       const View& view);
/// Those of them that stand within five words of the value, on its side of a full stop, colon or semicolon.
std::vector<std::string> near_words(const Article& article, const Lexicon& lexicon, const Stemmer& stemmer,
                                    const View& view);

}  // namespace crosscheck
