// Durations that need no rule. "2 hours and 30 minutes": 2000 thousandths of an hour, then a smaller grain behind the
// conjunction, 30000 of a minute, joined by `plus`; "an hour and a half" adds 500 to the hour.
// It takes three parts at most, each of a smaller grain than the one before.
#include <algorithm>
#include <array>
#include <cmath>

#include "recognize/quantity.h"
#include "recognize/time_builder.h"

namespace crosscheck {

bool half_behind(Reader& r, std::uint32_t i, std::uint32_t& end) {
  std::uint32_t at = i;
  if (r.sense(at, SenseKind::conjunction, end) != nullptr) at = end;
  if (r.sense(at, SenseKind::article, end) != nullptr) at = end;
  if (at == i && !r.at(i).spaceless) return false;
  if (r.sense(at, SenseKind::half, end) != nullptr) return at != i || r.at(i).spaceless;
  const Sense* half = r.sense(at, SenseKind::fraction, end);
  if (half == nullptr) return false;
  return r.lexicon().decimals[half->value] == Decimal(1) && r.lexicon().divisors[half->value] == Decimal(2);
}

namespace {

/// 0 for weeks and longer, of which no figure is told beside a smaller one.
std::int64_t seconds_of(TimeGrain grain) {
  static constexpr std::array<std::int64_t, 4> kSeconds = {1, 60, 3600, 86400};
  return grain <= TimeGrain::day ? kSeconds[static_cast<std::size_t>(grain)] : 0;
}

bool zero_led(const Reader& r, std::uint32_t i) {
  const Lexeme& digits = r.at(i);
  return digits.type == LexemeType::digits && digits.end - digits.begin == 2 && r.text()[digits.begin] == '0';
}

}  // namespace

std::optional<TimeReading> read_duration(Reader& r, std::uint32_t i) {
  TimeReading reading;
  reading.sort = TimeSort::duration;
  TimeGrain last = TimeGrain::century;
  std::uint32_t at = i;
  for (int parts = 0; parts < 3; ++parts) {
    auto number = r.number(at);
    const bool article = parts == 0 && !number && r.has(at, SenseKind::article);
    if (article) {  // "an hour and a half"
      number.emplace();
      number->value = Decimal(1);
      number->end = at + 1;
    }
    if (!number || number->vague || number->value.magnitude() > 5 || number->value.sign() < 0) break;
    if (zero_led(r, at)) break;  // 08年 is a year
    std::uint32_t next = number->end;
    if (r.is_mark(next, '-') && (r.tight(next) || number->in_words)) ++next;
    const auto unit = r.slot(SlotKind::grain, next);
    if (!unit) break;
    TimeStep step;
    step.kind = TimeStepKind::duration;
    step.grain = static_cast<TimeGrain>(unit->value);
    step.a = static_cast<std::int32_t>(std::lround(number->value.to_double() * 1000));
    if (article && !half_behind(r, unit->end, next)) break;
    const bool calendar = step.grain == TimeGrain::year && is_calendar_year(number->value);
    const bool nothing = step.a == 0 && !number->value.is_zero();
    if (calendar || nothing || step.a > 2000000000 || (parts > 0 && step.grain >= last)) break;
    last = step.grain;
    reading.end = unit->end;
    std::uint32_t after = 0;
    const bool half = parts == 0 && half_behind(r, reading.end, after);  // "an hour and a half", 3年半
    if (half) {
      step.a += 500;
      reading.end = after;
    }
    reading.program.add(step);
    if (parts > 0) {
      TimeStep plus;
      plus.kind = TimeStepKind::plus;
      reading.program.add(plus);
    }
    if (half) break;
    at = reading.end;
    if (r.sense(at, SenseKind::conjunction, after) != nullptr || (r.is_mark(at, ',') && (after = at + 1) != 0))
      at = after;
  }
  return reading.end == 0 ? std::nullopt : std::optional(reading);
}

void measure_duration(TimeSteps steps, Quantity& quantity) {
  std::int64_t thousandths = 0, size = 1;
  const char* unit = nullptr;
  for (const TimeStep& step : steps) {
    if (step.kind == TimeStepKind::plus) continue;
    const std::int64_t seconds = seconds_of(step.grain);
    if (step.kind != TimeStepKind::duration || step.a == kUnknownCount || (steps.size() > 1 && seconds == 0)) return;
    size = std::max<std::int64_t>(seconds, 1);
    thousandths += step.a * size;
    unit = ucum_of(step.grain);
  }
  if (unit == nullptr) return;
  quantity.value = Decimal(Decimal::Coefficient{thousandths / size}, -3);
  quantity.unit = unit;
  quantity.interval = interval_of(*quantity.value, 0, Bound::exact, false);
}

}  // namespace crosscheck
