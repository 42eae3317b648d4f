// Can two claims' values both be true of one fact? What follows from it is for `link` and `check` to say.
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

enum class Meeting { same, compatible, apart, unknown };
Meeting quantities_meet(const Rulebook& rulebook, const Quantity& a, const Quantity& b);
/// Of two dated claims.
Meeting times_meet(const Claim& a, const Claim& b);
/// Of any two claims of one kind.
Meeting values_meet(const Rulebook& rulebook, const Claim& a, const Claim& b);

}  // namespace crosscheck
