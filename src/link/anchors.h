// Times that hang on an event another article dates: "valuation at announcement".
#pragma once

#include <vector>

#include "model/model.h"

namespace crosscheck {

/// Resolves claims whose time names an event, by the sharpest dated claim of that event in the story whose
/// parties fit. The claim keeps the event's name and the index of the claim that dated it.
void resolve_event_times(const std::vector<DocumentFacts>& facts, std::vector<Claim>& claims);

}  // namespace crosscheck
