// Any row of steps, sensible or not, evaluates without harm: a rule file may combine what no author foresaw. A value
// that is bounded on both sides does not end before it begins, and the same steps give the same text again.
#include "base/time_program.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;

constexpr std::uint64_t kSeeds = 20000;

TimeStep thrown_step(Dice& dice) {
  TimeStep step;
  step.kind = static_cast<TimeStepKind>(dice.below(static_cast<std::size_t>(TimeStepKind::plus) + 1));
  step.grain = static_cast<TimeGrain>(dice.below(static_cast<std::size_t>(TimeGrain::century) + 1));
  step.toward = static_cast<Toward>(dice.below(static_cast<std::size_t>(Toward::next_period) + 1));
  const auto small = [&](std::int64_t low, std::int64_t high) {
    return static_cast<std::int16_t>(dice.between(low, high));
  };
  const auto year = [&] { return dice.one_in(2) ? kNoYear : static_cast<std::int32_t>(dice.between(1, 2100)); };
  step.b = small(1, 7);
  step.c = small(1, 28);
  switch (step.kind) {
    case TimeStepKind::day:
    case TimeStepKind::month:
      step.a = year();
      step.b = small(1, 12);
      break;
    case TimeStepKind::quarter:
      step.a = year();
      step.b = small(1, 4);
      break;
    case TimeStepKind::half:
      step.a = year();
      step.b = small(1, 2);
      break;
    case TimeStepKind::season:
      step.a = year();
      step.b = small(0, 3);
      break;
    case TimeStepKind::holiday:
      step.a = year();
      step.b = small(-60, 60);
      step.c = 100;
      break;
    case TimeStepKind::week_number:
      step.a = year();
      step.b = small(1, 53);
      break;
    case TimeStepKind::year:
    case TimeStepKind::decade:
      step.a = static_cast<std::int32_t>(dice.between(1, 2100));
      step.b = small(0, 3);
      break;
    case TimeStepKind::century:
      step.a = static_cast<std::int32_t>(dice.between(1, 21));
      break;
    case TimeStepKind::clock:
      step.a = static_cast<std::int32_t>(dice.between(0, 86400));
      break;
    case TimeStepKind::daypart:
    case TimeStepKind::every_daypart:
      step.b = small(0, 5);
      break;
    case TimeStepKind::reference:
    case TimeStepKind::part:
      step.b = small(0, 2);
      break;
    case TimeStepKind::shift:
    case TimeStepKind::shifted:
      step.a = static_cast<std::int32_t>(dice.between(-50, 50)) * 500;
      break;
    case TimeStepKind::duration:
    case TimeStepKind::every:
      step.a = dice.one_in(6) ? kUnknownCount : static_cast<std::int32_t>(dice.between(1, 40)) * 500;
      break;
    case TimeStepKind::shift_by:
      step.a = dice.one_in(2) ? 1 : -1;
      break;
    default:
      step.a = static_cast<std::int32_t>(dice.between(-3, 6));
      break;
  }
  return step;
}

TEST_CASE("any program of steps ends, and what it gives does not end before it begins", "[property][base]") {
  std::size_t told = 0;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    Dice dice(seed);
    std::vector<TimeStep> steps;
    std::string kinds;
    for (std::size_t i = 1 + dice.below(4); i > 0; --i) {
      steps.push_back(thrown_step(dice));
      kinds += " " + std::to_string(static_cast<int>(steps.back().kind)) + "(grain " +
               std::to_string(static_cast<int>(steps.back().grain)) + ", a " + std::to_string(steps.back().a) + ", b " +
               std::to_string(steps.back().b) + ")";
    }
    TimeContext context;
    if (!dice.one_in(4)) context.today = static_cast<std::int32_t>(dice.between(-30000, 40000));
    context.tense = static_cast<Tense>(dice.below(3));
    if (dice.one_in(3)) context.period = make_quarter(2020, 1 + static_cast<int>(dice.below(4)));
    const TimeMeaning meaning = evaluate(steps, context);
    INFO("seed " << seed << ":" << kinds << " gives " << meaning.edtf);
    told += meaning.edtf.empty() ? 0 : 1;
    if (meaning.value.first && meaning.value.last) CHECK(*meaning.value.first <= *meaning.value.last);
    CHECK(evaluate(steps, context).edtf == meaning.edtf);
  }
  CHECK(told > kSeeds / 20);
}

}  // namespace
}  // namespace crosscheck
