// The one slip that would make two values one, when there is one.
#pragma once

#include <string>

#include "model/model.h"

namespace crosscheck {

/// "" when no single slip does.
std::string slip_between(const Quantity& a, const Quantity& b);
std::string slip_between(const TimeValue& a, const TimeValue& b);
bool is_scale_slip(const Quantity& a, const Quantity& b);

}  // namespace crosscheck
