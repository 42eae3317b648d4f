// The kinds of check. Each looks at what `link` gave and appends what it finds; check.cpp holds their table.
#pragma once

#include <vector>

#include "check/sides.h"

namespace crosscheck {

void check_groups(const Context& context,
                  std::vector<Finding>& findings);  ///< value, date, as-of-date, bound, vague, scale
void check_implied(const Context& context, std::vector<Finding>& findings);      ///< implied-value
void check_totals(const Context& context, std::vector<Finding>& findings);       ///< a total against its parts
void check_arithmetic(const Context& context, std::vector<Finding>& findings);   ///< figures of one article
void check_per_share(const Context& context, std::vector<Finding>& findings);    ///< rows of a table of results
void check_conversions(const Context& context, std::vector<Finding>& findings);  ///< one quantity in two units
void check_calendar(const Context& context, std::vector<Finding>& findings);     ///< weekday, duration, age
void check_corrections(const Context& context, std::vector<Finding>& findings);  ///< what an article takes back
/// Versions of one text; goes last, for between whole versions nothing else tells what differs.
void check_versions(const Context& context, std::vector<Finding>& findings);

}  // namespace crosscheck
