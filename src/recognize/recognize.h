// what      sentences → mentions: numbers, money, percents, measures, ages, dates, durations, and entities
// in → out  Article with tokens + Lexicon → the same with mentions and entities
// units     ISO 4217, UCUM, EDTF, ISO 8601 durations
// owns      nothing beyond the Article
// fails     never: what it cannot read it leaves alone
// threads   pure
// cost      linear in the tokens; a sentence without digit, number word or date word costs one look-up a word
// follows   TIMEX3 for what is a time expression; CLDR (through the Lexicon) for every name it knows
// tested by tests/unit/recognize_test.cpp, tests/cases/recognize/*.jsonl
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

void recognize(const Document& document, const Lexicon& lexicon, Article& article);

}  // namespace crosscheck
