// Sentences whose figures must fit together: "$38 million, or 24% of the $157 million budget".
#pragma once

#include "claim/view.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// A rule that may read a figure of one sentence, with the patterns whose words stand there.
struct RuleCandidate {
  const ArithmeticRule* rule = nullptr;
  std::vector<const Pattern*> patterns;
};

/// Once a sentence; `words` are its folded words.
std::vector<RuleCandidate> rule_candidates(const ArithmeticRules& rules, const Pattern::Words& words);

/// What arithmetic rules read around the value in focus, each rule once.
std::vector<ArithmeticReading> read_arithmetic(const std::vector<RuleCandidate>& rules, const Lexicon& lexicon,
                                               const Article& article, const View& view, std::uint32_t focus);

}  // namespace crosscheck
