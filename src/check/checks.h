// The kinds of check. Each looks at what `link` gave and appends what it finds; check.cpp holds their table.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "check/sides.h"

namespace crosscheck {

/// Of what a group says. Between its weakest link and the best witness of each side, for a vague third telling that joined the
/// group does not make two clear ones unsure; lower where one publisher would have to contradict itself.
double confidence_of(const Context& context, const Group& group, const Finding& finding);

/// Of each claim the links that it is the first claim of.
class LinkIndex {
 public:
  explicit LinkIndex(const std::vector<Link>& links);
  std::span<const Link* const> of(std::uint32_t claim) const;

 private:
  std::vector<const Link*> links_;
};
/// What a group still says when its finding is too unsure to be told: the value that most sources state, if two do.
std::optional<Finding> agreement_within(const Context& context, const LinkIndex& links, const Finding& finding);

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
