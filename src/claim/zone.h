// Private to src/claim/: the time zone that a clock is told in.
#pragma once

#include <optional>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// "11 a.m. (IST)", "5 p.m. EST, May 6"; nothing for "local time" and where no zone stands.
std::optional<UtcOffset> zone_of(const Article& article, const Lexicon& lexicon, const Mention& clock);

}  // namespace crosscheck
