// "In November" in an article of 3 March 2026 is November 2025; "will start in November" is November 2026;
// "on Tuesday" is the last Tuesday, the day itself included; "last week" is the week before. Without a date of
// its own the article keeps "November" as it is, and `link` may still compare it. It reads no clock.
#include "normalize/times.h"

#include <charconv>
#include <string_view>

namespace crosscheck {
namespace {

struct Step {
  std::string_view unit;
  int offset = 0;
};

std::optional<Step> step_of(std::string_view cue) {
  const std::size_t colon = cue.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Step step{cue.substr(0, colon), 0};
  std::string_view number = cue.substr(colon + 1);
  if (!number.empty() && number.front() == '+') number.remove_prefix(1);
  const auto parsed = std::from_chars(number.data(), number.data() + number.size(), step.offset);
  return parsed.ec == std::errc() ? std::optional(step) : std::nullopt;
}

TimeValue month_near(int year, int month, int offset) {
  const int index = year * 12 + (month - 1) + offset;
  return make_month(index / 12, index % 12 + 1);
}

std::optional<TimeValue> apply_step(const Step& step, std::int32_t reference) {
  const CivilDay day = civil_day(reference);
  if (step.unit == "day") return make_span(reference + step.offset, reference + step.offset);
  if (step.unit == "week") {
    const std::int32_t monday = reference - (weekday_of(reference) - 1) + 7 * step.offset;
    TimeValue week = make_span(monday, monday + 6);
    week.grain = Grain::week;
    return week;
  }
  if (step.unit == "month") return month_near(day.year, day.month, step.offset);
  if (step.unit == "quarter") {
    const int index = day.year * 4 + (day.month - 1) / 3 + step.offset;
    return make_quarter(index / 4, index % 4 + 1);
  }
  if (step.unit == "year") return make_year(day.year + step.offset);
  if (step.unit == "recent") return make_span(reference - step.offset, reference);
  if (step.unit == "quarter-of" || step.unit == "half") {
    const int months = step.unit == "half" ? 6 : 3, last_month = step.offset * months;
    const int year = last_month <= day.month ? day.year : day.year - 1;
    return make_span(day_number(year, last_month - months + 1, 1),
                     day_number(year, last_month, days_in_month(year, last_month)));
  }
  return std::nullopt;
}

/// The month or day whose year is not said, nearest to the reference in the clause's direction.
TimeValue nearest(const TimeValue& value, std::int32_t reference, bool ahead) {
  if (value.weekday != 0 && value.month == 0) {
    const int back = (weekday_of(reference) - value.weekday + 7) % 7;
    const std::int32_t day = ahead ? reference + (7 - back) % 7 : reference - back;
    TimeValue resolved = make_span(day, day);
    resolved.grain = Grain::day;
    return resolved;
  }
  const CivilDay today = civil_day(reference);
  const bool later = value.month > today.month || (value.month == today.month && value.first_day > today.day + 1);
  const bool earlier =
      value.month < today.month || (value.month == today.month && value.last_day != 0 && value.last_day < today.day);
  int year = today.year;
  if (ahead && earlier) ++year;
  if (!ahead && later) --year;
  if (value.first_day == 0) return make_month(year, value.month);
  const int last = std::min<int>(value.last_day, days_in_month(year, value.month));
  TimeValue resolved = make_span(day_number(year, value.month, std::min<int>(value.first_day, last)),
                                 day_number(year, value.month, last));
  if (value.first_day == value.last_day) resolved.grain = Grain::day;
  return resolved;
}

}  // namespace

ClaimTime publication_of(const Document& document, const Article& article) {
  ClaimTime time;
  for (const Mention& mention : article.mentions) {
    if (mention.kind != MentionKind::date || !in_dateline(article, mention)) continue;
    const bool dated =
        mention.time.anchored() && (mention.time.grain == Grain::day || mention.time.grain == Grain::month);
    if (!dated || (time.value.known() && time.value.grain <= mention.time.grain)) continue;
    time.value = mention.time;
    time.basis = TimeBasis::published;
    time.span = mention.span;
  }
  if (const auto given = parse_edtf(document.published)) {
    time.value = *given;
    time.basis = TimeBasis::published;
  }
  return time;
}

void resolve_time(const ClaimTime& reference, bool ahead, ClaimTime& time) {
  if (time.cue.empty()) return;
  if (time.cue.rfind("event:", 0) == 0) {
    time.event = time.cue.substr(6);
    time.value = {};
    return;
  }
  if (time.cue == "after" && time.value.anchored()) {
    time.value.first = *time.value.last + 1;
    time.value.last.reset();
    time.value.open_end = true;
    time.cue.clear();
    return;
  }
  if (!reference.value.last) return;
  const std::int32_t today = *reference.value.last;
  const bool by_day = time.value.weekday != 0 || time.cue.rfind("day:", 0) == 0 || time.cue.rfind("week:", 0) == 0;
  if (by_day && reference.value.grain != Grain::day) return;
  if (time.cue == "nearest" || time.cue == "following") {
    time.value = nearest(time.value, today, ahead || time.cue == "following");
  } else if (const auto step = step_of(time.cue)) {
    const auto resolved = apply_step(*step, today);
    if (!resolved) return;
    time.value = *resolved;
    if (step->unit == "day") time.value.grain = Grain::day;
  } else {
    return;
  }
  time.cue.clear();
  time.basis = TimeBasis::anchored;
}

}  // namespace crosscheck
