// What a time program needs before it can be evaluated. "Friday" is weekday(5): relative, and by the day; "in March" is
// month(3) without a year: relative, but any day of the right year will do. The steps alone tell, no value is made.
#include <algorithm>
#include <cstdlib>

#include "base/time_items.h"
#include "base/time_program.h"

namespace crosscheck {

bool needs_day(TimeSteps program) {
  return std::any_of(program.begin(), program.end(), [](const TimeStep& step) {
    const bool fine = step.grain <= TimeGrain::fortnight;
    const bool counted = step.kind == TimeStepKind::relative || step.kind == TimeStepKind::shifted ||
                         step.kind == TimeStepKind::from_named;
    return step.kind == TimeStepKind::weekday || step.kind == TimeStepKind::weekday_day || (counted && fine) ||
           (step.kind == TimeStepKind::daypart && step.toward != Toward::nearest);
  });
}

bool is_vague(TimeSteps program) {
  return std::any_of(program.begin(), program.end(),
                     [](const TimeStep& step) { return step.kind == TimeStepKind::reference; });
}

std::string offset_text(TimeSteps program) {
  if (program.size() != 1 || program[0].a == kUnknownCount) return "";
  const TimeStep& step = program[0];
  const bool whole = step.kind == TimeStepKind::relative;
  if (!whole && step.kind != TimeStepKind::shifted) return "";
  const std::int32_t thousandths = std::abs(step.a) * (whole ? 1000 : 1);
  return (step.a < 0 ? "-" : "") + duration_text(step.grain, thousandths);
}

bool is_relative(TimeSteps program) {
  for (const TimeStep& step : program) {
    switch (step.kind) {
      case TimeStepKind::day:
      case TimeStepKind::month:
      case TimeStepKind::quarter:
      case TimeStepKind::half:
      case TimeStepKind::season:
      case TimeStepKind::holiday:
      case TimeStepKind::week_number:
        if (step.a == kNoYear) return true;
        break;
      case TimeStepKind::weekday:
      case TimeStepKind::weekday_day:
      case TimeStepKind::relative:
      case TimeStepKind::shifted:
      case TimeStepKind::rest_of:
      case TimeStepKind::to_date:
      case TimeStepKind::ago_period:
      case TimeStepKind::that_period:
      case TimeStepKind::from_named:
        return true;
      case TimeStepKind::reference:
        if (program.size() > 1) return true;
        break;
      case TimeStepKind::decade:
        if (step.a < 100) return true;
        break;
      case TimeStepKind::daypart:
        if (step.toward != Toward::nearest) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace crosscheck
