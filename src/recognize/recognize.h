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

/// The numbers and times alone, title first, without sentences, tokens or entities: for `crosscheck mentions`.
std::vector<Mention> recognize_values(const Document& document, const Lexicon& lexicon);

struct RulePlace {
  Span span;
  std::optional<Decimal> value;  ///< of a number rule
};

/// Where a rule of `set`, one of the lexicon's own (times, numbers, lookalikes), is the best match: what the
/// rule's examples are held against.
std::vector<RulePlace> rule_places(std::string_view text, const Lexicon& lexicon, const PatternSet& set,
                                   std::int32_t rule);

}  // namespace crosscheck
