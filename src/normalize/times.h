// The article's own date, and written times resolved against it.
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// From metadata, else from a dateline in the text; unknown when there is neither.
ClaimTime publication_of(const Document& document, const Article& article);

/// Of the clocks where the article plays: anywhere in the countries and cities that it names; nothing when it names none.
std::optional<UtcOffset> local_offset(const Lexicon& lexicon, const Article& article);

/// Resolves `time.cue` against the reference; leaves a cue it cannot resolve. `ahead`: the clause speaks of
/// the future.
void resolve_time(const ClaimTime& reference, bool ahead, ClaimTime& time);

}  // namespace crosscheck
