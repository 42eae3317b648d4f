// An axis of at most five ticks at numbers a person would choose: 157 to 511 billion is marked at 200, 300, 400
// and 500 billion; October 2024 to November 2025 at quarters. Doubles place ink only, never a verdict. The axis
// is always linear, so that a slip by a thousand looks like one.
#include "render/html/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/date.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr double kMargin = 0.08;  // of the span, on each side
constexpr double kWantedSteps = 4.0;
constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Step {
  int digit = 1;
  int power = 0;
  double size() const { return digit * std::pow(10.0, power); }
};

/// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
Step round_step(double least) {
  const int power = static_cast<int>(std::floor(std::log10(least)));
  for (const int digit : {1, 2, 5}) {
    const Step step{digit, power};
    if (step.size() >= least * 0.999) return step;
  }
  return {1, power + 1};
}

std::vector<Tick> plain_day_ticks(const Scale& scale, double days) {
  int step = 1;
  for (const int candidate : {1, 2, 3, 5, 7, 10, 14}) {
    step = candidate;
    if (days / candidate <= kWantedSteps) break;
  }
  std::vector<Tick> ticks;
  for (auto day = static_cast<std::int32_t>(std::ceil(scale.low())); day <= scale.high(); day += step) {
    const CivilDay civil = civil_day(day);
    std::string label = std::to_string(civil.day) + " " + kMonths[static_cast<std::size_t>(civil.month - 1)];
    if (ticks.empty()) label += " " + std::to_string(civil.year);
    ticks.push_back({static_cast<double>(day), std::move(label)});
  }
  return ticks;
}

std::vector<Tick> month_ticks(const Scale& scale, int step) {
  std::vector<Tick> ticks;
  const CivilDay first = civil_day(static_cast<std::int32_t>(std::floor(scale.low())));
  for (int month = first.year * 12; month < first.year * 12 + 12 * 100; month += step) {
    const int year = month / 12, in_year = month % 12;
    const double at = day_number(year, in_year + 1, 1);
    if (at > scale.high()) break;
    if (at < scale.low()) continue;
    const std::string name = step % 12 == 0 ? "" : std::string(kMonths[static_cast<std::size_t>(in_year)]) + " ";
    ticks.push_back({at, name + std::to_string(year)});
  }
  return ticks;
}

std::vector<Tick> year_ticks(const Scale& scale, double years) {
  const int step = static_cast<int>(std::max(1.0, round_step(years / kWantedSteps).size()));
  const int first = civil_day(static_cast<std::int32_t>(std::floor(scale.low()))).year;
  std::vector<Tick> ticks;
  for (int year = first - first % step; static_cast<int>(ticks.size()) < 9; year += step) {
    const double at = day_number(year, 1, 1);
    if (at > scale.high()) break;
    if (at >= scale.low()) ticks.push_back({at, std::to_string(year)});
  }
  return ticks;
}

}  // namespace

Scale::Scale(const std::vector<Reach>& reaches) {
  bool any = false, opens_low = false, opens_high = false;
  for (const Reach& reach : reaches) {
    opens_low = opens_low || !reach.low;
    opens_high = opens_high || !reach.high;
    for (const auto& end : {reach.low, reach.high}) {
      if (!end || !std::isfinite(*end)) continue;
      low_ = any ? std::min(low_, *end) : *end;
      high_ = any ? std::max(high_, *end) : *end;
      any = true;
    }
  }
  drawable_ = any;
  if (!any) return;
  double span = high_ - low_;
  if (span <= std::abs(high_) * 1e-12) span = std::max(std::abs(high_) * 0.1, 1.0);
  low_ -= span * (opens_low ? 2 * kMargin : kMargin);
  high_ += span * (opens_high ? 2 * kMargin : kMargin);
}

double Scale::percent(double value) const { return std::clamp((value - low_) / (high_ - low_) * 100.0, 0.0, 100.0); }

std::vector<Tick> number_ticks(const Scale& scale) {
  const Step step = round_step((scale.high() - scale.low()) / kWantedSteps);
  std::vector<Tick> ticks;
  const double first = std::ceil(scale.low() / step.size());
  for (double at = first; at * step.size() <= scale.high() && ticks.size() < 9 && std::abs(at) < 1e15; at += 1) {
    const Decimal value = Decimal(Decimal::Coefficient{static_cast<std::int64_t>(at)} * step.digit, step.power);
    ticks.push_back({at * step.size(), number_words(value)});
  }
  return ticks;
}

std::vector<Tick> day_ticks(const Scale& scale) {
  const double days = scale.high() - scale.low();
  if (days <= 50) return plain_day_ticks(scale, days);
  if (days <= 130) return month_ticks(scale, 1);
  if (days <= 480) return month_ticks(scale, 3);
  if (days <= 900) return month_ticks(scale, 6);
  return year_ticks(scale, days / 365.25);
}

}  // namespace crosscheck::rendering
