// Logistic regression, small enough to read: weights have names, and whoever doubts a verdict can add them up.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

struct Logistic {
  std::vector<double> weights;
  double bias = 0;

  double logit(std::span<const float> features) const;
  double probability(std::span<const float> features) const;
};

struct TrainingRow {
  std::span<const float> features;
  bool positive = false;
  double weight = 1;
};

/// The maximum of the penalized likelihood by Newton's method (Cox 1958; ridge as in le Cessie and van Houwelingen 1992).
/// `signs`, one a feature: +1 or -1 where only that direction makes sense, 0 where either does. A weight of the wrong
/// sign is set to nothing and the rest fitted again. Rows times features squared; deterministic.
Logistic fit_logistic(const std::vector<TrainingRow>& rows, std::span<const int> signs, double ridge);

}  // namespace crosscheck
