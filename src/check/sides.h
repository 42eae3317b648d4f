// A group's value classes, and how two of them relate.
#pragma once

#include <vector>

#include "base/parallel.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Context {
  const std::vector<Document>& documents;
  const Linked& linked;
  const Rulebook& rulebook;
  const Workers& workers;

  const Claim& claim(std::uint32_t index) const { return linked.claims[index]; }
  const Document& document(std::uint32_t claim_index) const { return documents[linked.claims[claim_index].document]; }
  /// Documents behind these claims, copies counted as their original.
  std::vector<std::uint32_t> sources(const std::vector<std::uint32_t>& claims) const;
};

/// Claims that state one value with one bound, in text order; the side said most often first.
std::vector<Side> value_sides(const Context& context, const std::vector<std::uint32_t>& claims);
/// Claims that tell one value of one time.
std::vector<Side> time_sides(const Context& context, const std::vector<std::uint32_t>& claims);
Side make_side(const Context& context, std::vector<std::uint32_t> claims);

}  // namespace crosscheck
