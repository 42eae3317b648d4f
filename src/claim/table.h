// Rows of a table of results or of dividends, which are no sentences: what they measure stands in the label, of whom and of
// which period in the headline or in a line above, and the second figure is the year before's.
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Makes the claims of such rows claims of the rule "table/row", with the roles of, symbol, period and column, and those of
/// the lines that name a period claims of "table/period".
void read_tables(const Document& document, const Lexicon& lexicon, Article& article);

}  // namespace crosscheck
