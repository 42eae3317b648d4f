// what      claims → the same with time and roles resolved in the document's own context
// in → out  Article with claims + Rulebook → the same, plus Article::published
// units     days; currency and unit codes are kept as written (conversion belongs to `check`)
// owns      nothing beyond the Article
// fails     never: what cannot be resolved stays open and says so (time basis "stated" with its cue, role absent)
// threads   pure; the clock is never read, the only "now" is the article's own date
// cost      linear in claims and sentences
// follows   TIMEX3's anchoring, with news' direction: "on Tuesday" is the last one, "will ... on Tuesday" the next
// tested by tests/unit/normalize_test.cpp, tests/cases/normalize/*.jsonl
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

void normalize(const Document& document, const Rulebook& rulebook, Article& article);

/// For `crosscheck mentions`: relative dates against the article's own, without claims.
void resolve_mentions(const Document& document, Article& article);

}  // namespace crosscheck
