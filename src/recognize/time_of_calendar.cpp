// Dates, years, weekdays, quarters, seasons, feasts, parts of a date. "the first Monday of May 2025": {ord} 1, {weekday} 1
// and {date} "May 2025" become month(2025, 5), nth_weekday(1, Monday). "令和6年" is 2019, when its era began, and 5.
// A year that is not said stays open here; which one is meant, base/time_program.h tells from the reference day.
#include "recognize/time_rules.h"

namespace crosscheck {

bool TimeBuilder::build_calendar() {
  const auto day = value(SlotKind::day);
  switch (rule_.meaning) {
    case Meaning::date:
      if (!month() || !day || is_score() || !step(K::day, year(), *month(), *day)) return false;
      out_.program[0].weekday = static_cast<std::int8_t>(value(SlotKind::weekday).value_or(0));
      return true;
    case Meaning::month_year:
      return months(year(), Toward::nearest) || (month() && step(K::month, year(), *month()));
    case Meaning::month:
      return months(kNoYear, Toward::nearest) ||
             (month() && strong(SlotKind::month) && step(K::month, kNoYear, *month()));
    case Meaning::day_of_month:
      return day_of_month(Toward::nearest);
    case Meaning::day_of_last_month:
      return day_of_month(Toward::last_period);
    case Meaning::day_of_next_month:
      return day_of_month(Toward::next_period);
    case Meaning::day_of_this_month:
      return day_of_month(Toward::same);
    case Meaning::listed:
      return first_of_list();
    case Meaning::month_of_last_year:
    case Meaning::month_of_next_year:
    case Meaning::month_of_this_year: {
      const Toward toward = rule_.meaning == Meaning::month_of_last_year   ? Toward::last_period
                            : rule_.meaning == Meaning::month_of_next_year ? Toward::next_period
                                                                           : Toward::same;
      if (!month()) return false;
      if (months(kNoYear, toward)) return true;
      return day ? step(K::day, kNoYear, *month(), *day, toward) : step(K::month, kNoYear, *month(), 0, toward);
    }
    case Meaning::last_month_name:
      return named_month(Toward::past);
    case Meaning::next_month_name:
      return named_month(Toward::future);
    case Meaning::this_month_name:
      return named_month(Toward::same);
    default:
      return rule_.meaning < Meaning::weekday ? build_years() : build_weekdays();
  }
}

/// "won zondag 3-1": CLDR's "E d-M", but here somebody won.
bool TimeBuilder::is_score() const {
  const Capture* second = get(SlotKind::mm);
  if (second == nullptr || second->end != match_.end || get(SlotKind::weekday) == nullptr) return false;
  const bool hyphen = second->begin > match_.begin && r_.is_mark(second->begin - 1, '-') && r_.tight(second->begin - 1);
  return hyphen && r_.tight(second->begin) && r_.score_near(second->begin);
}

/// "the 15th of this month", 今月10〜12日; "op 3 mensen" is no day
bool TimeBuilder::day_of_month(Toward toward) {
  const auto day = value(SlotKind::day);
  if (!day || counted(SlotKind::day)) return false;
  return days(toward) || step(K::day, kNoYear, 0, *day, toward);
}

/// "the 10th and the 24th of April", "March and April 2020": what the first of a list leaves out it takes from the last,
/// which is read on its own behind it.
bool TimeBuilder::first_of_list() {
  const Capture* rest = get(SlotKind::date);
  if (rest == nullptr || r_.reading(rest->value).program.size() != 1) return false;
  TimeStep first = r_.reading(rest->value).program[0];
  const auto day = value(SlotKind::day), month = value(SlotKind::month), weekday = value(SlotKind::weekday);
  const auto number = day ? day : value(SlotKind::ord);
  const bool open = first.a == kNoYear && first.toward == Toward::nearest;
  first.weekday = 0;
  if (weekday) {
    // "Monday and Friday next week", not "Friday and next Monday"
    const bool both = r_.word_sense(rest->begin, SenseKind::weekday) != nullptr;
    if (!both || first.kind != K::weekday || first.toward == Toward::nearest) return false;
    first.b = static_cast<std::int16_t>(*weekday);
  } else if (month) {
    if (first.kind != (day ? K::day : K::month) || open || !capital(SlotKind::month)) return false;
    if (*month > first.b && first.a == kNoYear) return false;
    if (*month > first.b) --first.a;  // "December and January 2020"
    first.b = static_cast<std::int16_t>(*month);
  } else if (!number || *number < 1 || !begins_with_number(*rest)) {
    return false;  // "the 5th and May 6"
  } else if (!day && (first.kind == K::quarter || first.kind == K::half)) {
    if (*number >= first.b || open) return false;
    first.b = static_cast<std::int16_t>(*number);
  } else if (!day && first.kind == K::century) {
    if (*number >= first.a) return false;
    first.a = *number;
  } else {
    const bool digits = r_.at(match_.begin).type == LexemeType::digits && match_.begin + 2 == rest->begin;
    const bool comma = r_.is_mark(match_.begin + 1, ',') && digits;  // "12, 13 and 14 June", not "won 5, 14 June"
    if (comma && r_.meaning_of(r_.reading(rest->value)) != Meaning::listed) return false;
    if (first.kind != K::day || (first.b == 0 && open) || *number >= first.c) return false;
  }
  if (number && first.kind == K::day) first.c = static_cast<std::int16_t>(*number);
  for (const Capture& own : match_.captures) {
    if (own.slot != SlotKind::date) out_.end = own.end;
  }
  return out_.program.add(first);
}

/// "24 April", "24th of April", not "April 24".
bool TimeBuilder::begins_with_number(const Capture& date) const {
  const Lexeme& first = r_.at(date.begin);
  return first.type == LexemeType::digits || (first.mask & (bit(SenseKind::ordinal) | bit(SenseKind::number))) != 0;
}

/// The pattern ends on bare digits that count what follows.
bool TimeBuilder::counted(SlotKind kind) const {
  const Capture* last = nullptr;
  for (const Capture& capture : match_.captures) {
    if (capture.slot == kind) last = &capture;
  }
  return last != nullptr && last->end == match_.end && r_.at(last->end - 1).type == LexemeType::digits &&
         number_counts(r_, last->end);
}

/// "na sexta (17)"; "na sexta (6)" says the sixth twice.
bool TimeBuilder::brackets_date(std::int32_t weekday, std::int32_t day) const {
  return r_.is_mark(match_.end - 1, ')') && day != weekday + 1;
}

/// A weekday that is also another word, in small letters before a small unknown word: "nesta segunda fase".
bool TimeBuilder::other_word(SlotKind kind) const {
  const Capture* capture = get(kind);
  return capture != nullptr && capture->extra == 1 && capture->end == match_.end && number_counts(r_, capture->end);
}

/// "last June", "last 6 June"
bool TimeBuilder::named_month(Toward toward) {
  if (!month() || !capital(SlotKind::month)) return false;
  const auto day = value(SlotKind::day);
  return day ? step(K::day, kNoYear, *month(), *day, toward) : step(K::month, kNoYear, *month(), 0, toward);
}

/// The two numbers of a pattern that takes one kind of slot twice: "1-4月".
std::optional<std::pair<std::int32_t, std::int32_t>> TimeBuilder::twice(SlotKind kind) const {
  std::int32_t found[2] = {0, 0};
  int count = 0;
  for (const Capture& capture : match_.captures) {
    if (capture.slot != kind || count == 2) continue;
    found[count++] = kind != SlotKind::n ? static_cast<std::int32_t>(capture.value)
                                         : static_cast<std::int32_t>(r_.kept_number(capture.value).value.to_double());
  }
  if (count != 2) return std::nullopt;
  return std::pair(found[0], found[1]);
}

bool TimeBuilder::months(std::int32_t in, Toward toward) {
  const auto both = twice(SlotKind::mm);
  if (!both || both->second <= both->first) return false;
  return step(K::month, in, both->first, 0, toward) && step(K::month, in, both->second, 0, toward) && step(K::span);
}

bool TimeBuilder::build_years() {
  switch (rule_.meaning) {
    case Meaning::year:
      if (const Capture* yy = get(SlotKind::yy);
          yy != nullptr && get(SlotKind::year) == nullptr && yy->begin == match_.begin && match_.end <= yy->end + 1) {
        const Lexeme& digits = r_.at(yy->end - 1);  // 08年 is 2008, 20年 twenty years
        if (r_.text()[digits.begin] != '0' && !(yy->end > 1 && r_.is_mark(yy->end - 2, '\''))) return false;
      }
      return year() != kNoYear && !measured_behind() && step(K::year, year());
    case Meaning::year_from: {  // 令和6年: the year its era began with, and how many since
      const auto n = ordinal();
      if (get(SlotKind::n) == nullptr) return rule_.parameter > 0 && step(K::year, rule_.parameter);
      return n && rule_.parameter > 0 && step(K::year, rule_.parameter + *n - 1);
    }
    case Meaning::years: {
      const auto first = value(SlotKind::year);
      const auto second = value(SlotKind::yy);
      std::int32_t last = second ? *first / 100 * 100 + *second % 100 : kNoYear;
      if (const Capture* n = get(SlotKind::n))
        last = static_cast<std::int32_t>(r_.kept_number(n->value).value.to_double());
      return first && last > *first && last - *first < 100 && step(K::year, *first, last - *first);
    }
    case Meaning::decade: {
      if (const auto first = value(SlotKind::year)) return *first % 10 == 0 && step(K::decade, *first);
      if (const auto yy = value(SlotKind::yy)) return *yy % 10 == 0 && step(K::decade, *yy % 100);
      if (const auto both = twice(SlotKind::n))  // 十九世纪七十年代
        return both->second % 10 == 0 && both->second < 100 && both->first > 1 && both->first < 30 &&
               step(K::decade, (both->first - 1) * 100 + both->second);
      const auto n = thousandths();
      return get(SlotKind::n) != nullptr && n && *n / 1000 % 10 == 0 && step(K::decade, *n / 1000);
    }
    case Meaning::century: {
      const auto which = ordinal();
      return which && step(K::century, value(SlotKind::era) == 0 ? -*which : *which);
    }
    case Meaning::bc: {
      if (year() != kNoYear) return step(K::year, -year());
      const auto n = thousandths();
      return get(SlotKind::n) != nullptr && n && step(K::year, -*n / 1000);
    }
    default:
      return false;
  }
}

bool TimeBuilder::build_weekdays() {
  const auto weekday = value(SlotKind::weekday);
  const auto day = get(SlotKind::day) != nullptr ? value(SlotKind::day) : value(SlotKind::ord);  // "Fri 10th"
  const std::int32_t said = weekday.value_or(rule_.parameter);
  const std::int32_t weeks =
      get(SlotKind::n) != nullptr ? thousandths().value_or(0) / 1000 : 2;  // "Monday three weeks ago"
  if (other_word(SlotKind::weekday)) return false;
  switch (rule_.meaning) {
    case Meaning::weekday:
      return weekday && strong(SlotKind::weekday) && step(K::weekday, 0, *weekday);
    case Meaning::last_weekday: {
      const auto n = get(SlotKind::n) != nullptr ? thousandths() : 1000;  // "two Mondays ago": a week before the last
      return said > 0 && n && *n >= 1000 && *n % 1000 == 0 &&
             step(K::weekday, 0, said, 0, r_.lexicon().week_bound ? Toward::last_period : Toward::past) &&
             (*n == 1000 || step(K::shift, 1000 - *n, 0, 0, Toward::nearest, TimeGrain::week));
    }
    case Meaning::next_weekday:
      return said > 0 && step(K::weekday, 0, said, 0, Toward::next_period);
    case Meaning::coming_weekday:
      return said > 0 && step(K::weekday, 0, said, 0, Toward::future);
    case Meaning::this_weekday:
    case Meaning::weekday_of_this_week:
      return said > 0 && step(K::weekday, 0, said, 0, Toward::same);
    case Meaning::weekday_of_week_before_last:
      return weekday_of_week(-weeks);
    case Meaning::weekday_of_week_after_next:
      return weekday_of_week(weeks);
    case Meaning::weekday_of_last_week:
      return weekday && step(K::weekday, 0, *weekday, 0, Toward::last_period);
    case Meaning::weekday_of_next_week:
      return weekday && step(K::weekday, 0, *weekday, 0, Toward::next_period);
    case Meaning::weekday_day:
      return weekday && day && *day >= 1 && *day <= 31 &&
             (capital(SlotKind::weekday) || brackets_date(*weekday, *day)) && !counted(SlotKind::day) &&
             step(K::weekday_day, 0, *weekday, *day);
    default:
      return false;
  }
}

bool TimeBuilder::weekday_of_week(int weeks) {
  const auto weekday = value(SlotKind::weekday);
  return weekday && weeks != 0 && step(K::relative, weeks, 0, 0, Toward::nearest, TimeGrain::week) &&
         step(K::nth_weekday, 1, *weekday);
}

bool TimeBuilder::build_parts() {
  const Meaning m = rule_.meaning;
  if (m <= Meaning::half_of_next_year) return build_quarters();
  if (m <= Meaning::this_holiday) return build_seasons();
  return m <= Meaning::to_date ? build_within() : build_bounds();
}

bool TimeBuilder::build_quarters() {
  const auto which = ordinal();
  const auto of_year = [&](K kind, int most, Toward toward) {
    if (const auto both = twice(SlotKind::n))  // "Q1-Q3 2024"
      return both->first >= 1 && both->second <= most && both->first < both->second &&
             step(kind, year(), both->first, 0, toward) && step(kind, year(), both->second, 0, toward) && step(K::span);
    return which && *which >= 1 && *which <= most && step(kind, year(), *which, 0, toward);
  };
  switch (rule_.meaning) {
    case Meaning::quarter:
      return of_year(K::quarter, 4, Toward::nearest);
    case Meaning::half:
      return of_year(K::half, 2, Toward::nearest);
    case Meaning::quarter_of_last_year:
      return of_year(K::quarter, 4, Toward::last_period);
    case Meaning::quarter_of_this_year:
      return of_year(K::quarter, 4, Toward::same);
    case Meaning::quarter_of_next_year:
      return of_year(K::quarter, 4, Toward::next_period);
    case Meaning::half_of_last_year:
      return of_year(K::half, 2, Toward::last_period);
    case Meaning::half_of_this_year:
      return of_year(K::half, 2, Toward::same);
    case Meaning::half_of_next_year:
      return of_year(K::half, 2, Toward::next_period);
    default:
      return false;
  }
}

bool TimeBuilder::build_seasons() {
  auto season = value(SlotKind::season);
  if (!season && rule_.parameter > 0 && rule_.parameter < 5) season = rule_.parameter - 1;  // "i somras": last_season:2
  const auto holiday = value(SlotKind::holiday);
  const auto feast = [&](std::int32_t in, Toward toward) {
    return step(K::holiday, in, *holiday & 0xFFFF, *holiday >> 16, toward);
  };
  switch (rule_.meaning) {
    case Meaning::season:
      return season && (year() != kNoYear || strong(SlotKind::season)) && step(K::season, year(), *season);
    case Meaning::last_season:
      return season && step(K::season, kNoYear, *season, 0, Toward::past);
    case Meaning::this_season:
      return season && step(K::season, kNoYear, *season, 0, Toward::same);
    case Meaning::next_season:
      return season && step(K::season, kNoYear, *season, 0, Toward::future);
    case Meaning::holiday:
      return holiday && feast(year(), Toward::nearest);
    case Meaning::last_holiday:  // `last_holiday:year`: last year's
      return holiday && feast(kNoYear, rule_.parameter > 0 ? Toward::last_period : Toward::past);
    case Meaning::this_holiday:
      return holiday && feast(kNoYear, Toward::same);
    case Meaning::next_holiday:
      return holiday && feast(kNoYear, rule_.parameter > 0 ? Toward::next_period : Toward::future);
    default:
      return false;
  }
}

/// "from March to date": the March that is behind.
bool TimeBuilder::from_date_to_date() {
  if (!sub(SlotKind::date) || out_.sort != TimeSort::date) return false;
  TimeStep& from = out_.program[0];
  if (out_.program.size() == 1 && from.a == kNoYear && from.toward == Toward::nearest) from.toward = Toward::past;
  return step(K::reference, 0, 1) && step(K::span);
}

/// A part of a date that is said.
bool TimeBuilder::build_within() {
  const auto unit = grain();
  const auto which = ordinal();
  const auto weekday = value(SlotKind::weekday);
  const auto counted = [&](int sign) {
    const auto n = thousandths();
    const auto whole = [&] {  // "in den ersten neun Monaten des Jahres"
      return get(SlotKind::date) != nullptr ? sub(SlotKind::date)
                                            : step(K::relative, 0, 0, 0, Toward::nearest, TimeGrain::year);
    };
    return unit && n && *n >= 1000 && whole() && step(K::first_n, sign * (*n / 1000), 0, 0, Toward::nearest, *unit);
  };
  switch (rule_.meaning) {
    case Meaning::nth_weekday:
      return which && weekday && sub(SlotKind::date) && step(K::nth_weekday, *which, *weekday);
    case Meaning::last_weekday_of:
      return weekday && sub(SlotKind::date) && step(K::nth_weekday, -1, *weekday);
    case Meaning::nth_grain:
      return which && unit && sub(SlotKind::date) && step(K::nth_grain, *which, 0, 0, Toward::nearest, *unit);
    case Meaning::last_grain_of:
      return unit && sub(SlotKind::date) && step(K::nth_grain, -1, 0, 0, Toward::nearest, *unit);
    case Meaning::first_n_of:
      return counted(1);
    case Meaning::last_n_of:
      return counted(-1);
    case Meaning::week_of:
      return (get(SlotKind::date) != nullptr ? sub(SlotKind::date) : on_day()) && step(K::week_of);
    case Meaning::week_number:
      return which && *which >= 1 && *which <= 53 && step(K::week_number, year(), *which);
    case Meaning::part_early:
      return sub(SlotKind::date) && step(K::part, 0, 0);
    case Meaning::part_mid:
      return sub(SlotKind::date) && step(K::part, 0, 1);
    case Meaning::part_late:
      return sub(SlotKind::date) && step(K::part, 0, 2);
    case Meaning::rest_of:
      return unit && step(K::rest_of, 0, 0, 0, Toward::nearest, *unit);
    case Meaning::to_date:
      if (get(SlotKind::date) != nullptr) return from_date_to_date();
      return unit && step(K::to_date, 0, 0, 0, Toward::nearest, *unit);
    default:
      return false;
  }
}

}  // namespace crosscheck
