// Sentences whose figures must fit together: "$38 million, or 24% of the $157 million budget".
#pragma once

#include "claim/view.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// What arithmetic rules read around the value in focus, each rule once.
std::vector<ArithmeticReading> read_arithmetic(const std::vector<ArithmeticRule>& rules, const Lexicon& lexicon,
                                               const Article& article, const View& view, std::uint32_t focus,
                                               const Pattern::Words& words);

}  // namespace crosscheck
