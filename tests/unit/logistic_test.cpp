// Logistic regression on toys whose answer is known.
#include "link/logistic.h"

#include <array>

#include "support.h"

namespace crosscheck {
namespace {

/// Rows of two features, `many` of each kind; they outlive what is fitted to them.
struct Toy {
  std::vector<std::array<float, 2>> features;
  std::vector<bool> positive;
  std::vector<double> weights;

  void add(int many, float x, float y, bool right, double weight = 1) {
    for (int i = 0; i < many; ++i) {
      features.push_back({x, y});
      positive.push_back(right);
      weights.push_back(weight);
    }
  }
  Logistic fit(const std::array<int, 2>& signs, double ridge) const {
    std::vector<TrainingRow> rows;
    for (std::size_t i = 0; i < features.size(); ++i) rows.push_back({features[i], positive[i], weights[i]});
    return fit_logistic(rows, signs, ridge);
  }
};

double probability(const Logistic& model, float x, float y) {
  return model.probability(std::array<float, 2>{x, y});
}

TEST_CASE("a feature that tells all is weighed, and ridge keeps its weight finite", "[unit][link]") {
  Toy toy;
  for (const float noise : {0.0F, 1.0F}) {
    toy.add(20, 1, noise, true);
    toy.add(20, 0, noise, false);
  }
  const Logistic loose = toy.fit({0, 0}, 0.1), firm = toy.fit({0, 0}, 10);
  CHECK(probability(loose, 1, 0) > 0.95);
  CHECK(probability(loose, 0, 0) < 0.05);
  CHECK(loose.weights[0] < 20);
  CHECK(firm.weights[0] < loose.weights[0]);
  CHECK(std::abs(loose.weights[1]) < 1e-3);
}

TEST_CASE("a weight of the wrong sign is nothing, and the others are fitted without it", "[unit][link]") {
  Toy toy, without;
  for (Toy* each : {&toy, &without}) {
    const float here = each == &toy ? 1.0F : 0.0F;
    each->add(30, 1, 0, true);
    each->add(10, 1, here, false);  // the second feature speaks against, where only "for" makes sense
    each->add(10, 0, 0, true);
    each->add(30, 0, here, false);
  }
  CHECK(toy.fit({1, 0}, 0.1).weights[1] < -1);
  const Logistic held = toy.fit({1, 1}, 0.1), plain = without.fit({1, 1}, 0.1);
  CHECK(held.weights[1] == 0);
  CHECK(held.weights[0] == Approx(plain.weights[0]));
  CHECK(held.bias == Approx(plain.bias));
}

TEST_CASE("probabilities are the shares that were right, and a row may stand for several", "[unit][link]") {
  Toy toy, weighed;
  toy.add(10, 0, 0, true);
  toy.add(30, 0, 0, false);
  toy.add(30, 1, 0, true);
  toy.add(10, 1, 0, false);
  weighed.add(1, 0, 0, true, 10);
  weighed.add(1, 0, 0, false, 30);
  weighed.add(1, 1, 0, true, 30);
  weighed.add(1, 1, 0, false, 10);
  for (const Toy* each : {&toy, &weighed}) {
    const Logistic model = each->fit({0, 0}, 1e-3);
    CHECK(probability(model, 0, 0) == Approx(0.25).margin(0.005));
    CHECK(probability(model, 1, 0) == Approx(0.75).margin(0.005));
  }
}

}  // namespace
}  // namespace crosscheck
