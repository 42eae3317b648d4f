// Fills the part of a Lexicon that CLDR already knows, through ICU: names of months, weekdays, currencies,
// units and territories, spelled-out numbers (RBNF), decimal and grouping signs. Nothing here is listed by hand.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

/// A unit the project measures in: its UCUM code, CLDR's identifier ("kilometer"), its dimension.
struct UnitRow {
  std::string ucum, cldr, dimension;
  Decimal factor;  ///< to the dimension's base unit
};

/// A lexicon's tables of units.
struct UnitTables {
  decltype(Lexicon::units) units;
  decltype(Lexicon::units_before) before;
};

// Of any BCP 47 language ICU ships; an unknown one gets ICU's root data. Each may run on a thread of its own.

/// All but the units.
Lexicon lexicon_from_cldr(const std::string& language);
UnitTables units_from_cldr(const std::string& language, const std::vector<UnitRow>& units);

/// Adjectives of states that are names of languages, in their dictionary form, each with its state: ("Indonesian", "ID").
std::vector<std::pair<std::string, std::string>> adjectives_from_cldr(const std::string& language);

/// ICU's and its data's version: lexicons of two releases may differ.
std::string cldr_release();

}  // namespace crosscheck
