// Newton's method on at most some thirty features: each step solves (X'WX + ridge) step = gradient by Cholesky's
// decomposition. Ridge keeps a feature that the training data never contradict from running away.
#include "link/logistic.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

double squashed(double logit) { return 1 / (1 + std::exp(-std::clamp(logit, -30.0, 30.0))); }

/// Solves A x = b for a symmetric positive A, which it overwrites.
std::vector<double> solved(std::vector<std::vector<double>> a, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = a[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
      a[i][j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / a[j][j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

/// Fits the features of `kept`; the last unknown is the bias, which ridge leaves alone.
class NewtonFit {
 public:
  NewtonFit(const std::vector<TrainingRow>& rows, const std::vector<std::size_t>& kept, double ridge)
      : rows_(rows), kept_(kept), ridge_(ridge), unknowns_(kept.size() + 1) {}

  std::vector<double> run() {
    constexpr int kSteps = 25;
    constexpr double kSmall = 1e-6;
    for (int i = 0; i < kSteps; ++i) {
      if (step() < kSmall) break;
    }
    return unknowns_;
  }

 private:
  double step() {
    const std::size_t n = unknowns_.size();
    std::vector<double> gradient(n);
    std::vector<std::vector<double>> hessian(n, std::vector<double>(n));
    std::vector<double> x(n, 1.0);
    for (const TrainingRow& row : rows_) {
      double logit = unknowns_.back();
      for (std::size_t i = 0; i + 1 < n; ++i) {
        x[i] = row.features[kept_[i]];
        logit += x[i] * unknowns_[i];
      }
      const double p = squashed(logit), slope = row.weight * p * (1 - p), miss = row.weight * (p - row.positive);
      for (std::size_t i = 0; i < n; ++i) {
        if (x[i] == 0) continue;
        gradient[i] += x[i] * miss;
        for (std::size_t j = 0; j <= i; ++j) hessian[i][j] += slope * x[i] * x[j];
      }
    }
    for (std::size_t i = 0; i + 1 < n; ++i) {
      gradient[i] += ridge_ * unknowns_[i];
      hessian[i][i] += ridge_;
    }
    hessian[n - 1][n - 1] += 1e-6;
    const std::vector<double> move = solved(std::move(hessian), std::move(gradient));
    double largest = 0;
    for (std::size_t i = 0; i < n; ++i) {
      unknowns_[i] -= move[i];
      largest = std::max(largest, std::abs(move[i]));
    }
    return largest;
  }

  const std::vector<TrainingRow>& rows_;
  const std::vector<std::size_t>& kept_;
  double ridge_;
  std::vector<double> unknowns_;
};

}  // namespace

double Logistic::logit(std::span<const float> features) const {
  double sum = bias;
  for (std::size_t i = 0; i < weights.size() && i < features.size(); ++i) sum += weights[i] * features[i];
  return sum;
}

double Logistic::probability(std::span<const float> features) const { return squashed(logit(features)); }

Logistic fit_logistic(const std::vector<TrainingRow>& rows, std::span<const int> signs, double ridge) {
  std::vector<std::size_t> kept(signs.size());
  for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = i;
  for (;;) {
    const std::vector<double> fitted = NewtonFit(rows, kept, ridge).run();
    std::vector<std::size_t> right;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (signs[kept[i]] * fitted[i] >= 0) right.push_back(kept[i]);
    }
    if (right.size() < kept.size()) {
      kept = right;
      continue;
    }
    Logistic model;
    model.weights.resize(signs.size());
    for (std::size_t i = 0; i < kept.size(); ++i) model.weights[kept[i]] = fitted[i];
    model.bias = fitted.back();
    return model;
  }
}

}  // namespace crosscheck
