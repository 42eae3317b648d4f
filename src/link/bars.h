// Two classes of claims whose values exclude each other: what bars them from being one fact.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "link/facts.h"

namespace crosscheck {

/// Two values contradict only where something says that one thing is measured, nothing that it is another's or of another
/// time, and where on either side an article gives its value instead of the other: one that gives both knows two facts.
/// `across`: the pairs of the two classes, as places in StoryFacts::pairs; `pair` knows its meeting and its articles.
Bar bar_of(const Rulebook& rulebook, const StoryFacts& facts, const std::vector<Claim>& claims,
           const std::vector<std::uint32_t>& across, const ClassPair& pair);

/// |ln(a / b)| in one unit: 0 for equal values; nothing where there is no ratio.
std::optional<double> log_ratio(const Rulebook& rulebook, const Claim& a, const Claim& b);
/// Does either grow while a story goes on?
bool is_toll(const Claim& a, const Claim& b);
/// A figure is told wrong by a part of itself, by swapped digits or by powers of ten; a toll, early, by any factor.
bool figures_may_exclude(const Rulebook& rulebook, const Claim& a, const Claim& b);

}  // namespace crosscheck
