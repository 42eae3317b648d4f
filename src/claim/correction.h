// "Corrects year ago comparison to 454.5 mln from 545.5 mln": which value is right and which was wrong.
#pragma once

#include <optional>
#include <vector>

#include "claim/arithmetic.h"
#include "claim/view.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// What a note says of the value in focus; nothing when no rule reads one.
std::optional<CorrectionNote> read_correction(const std::vector<RuleCandidate>& rules, const Article& article,
                                              const View& view, std::uint32_t focus);

}  // namespace crosscheck
