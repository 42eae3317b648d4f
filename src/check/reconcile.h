// The one slip in one figure that would make the figures of a sentence fit.
#pragma once

#include <functional>
#include <string>

#include "check/formulas.h"

namespace crosscheck {

struct Reconciled {
  std::string
      slip;  ///< "two digits that changed places: 87.4 instead of 84.7"; empty when no single slip does, or several do
  bool firm = false;  ///< the slip is one that chance seldom offers: not a digit
};

using Fits = std::function<bool(const Terms&)>;

/// `words`: the figures as written. Kinds of slips are tried from the rarest to the most common.
Reconciled reconcile(const Terms& terms, const std::map<std::string, std::string>& words, const Fits& fits);

}  // namespace crosscheck
