// The invariants every stage owes the next, checked after the fact in debug and fuzz builds (CROSSCHECK_VERIFY).
#pragma once

#include <string>

#include "model/model.h"

namespace crosscheck {

/// The first broken invariant, in words; empty when all hold. Always compiled, so tests can call it.
std::string first_breach(const Document& document, const Article& article);
std::string first_breach(const Report& report);

/// Stops the program on a breach in verifying builds; nothing in others.
void verify(const Document& document, const Article& article);
void verify(const Report& report);

}  // namespace crosscheck
