// Builds the program of one matched time rule; a part of build_time(). Which meanings stand where: time_builder.cpp (the
// slots, what is relative, durations, sets), time_of_calendar.cpp, time_of_day.cpp, hour_spans.cpp, time_spans.cpp. Private to
// src/recognize/.
#pragma once

#include <optional>
#include <utility>

#include "recognize/time_builder.h"

namespace crosscheck {

class TimeBuilder {
 public:
  TimeBuilder(Reader& reader, const PatternMatch& match)
      : r_(reader), match_(match), rule_(reader.lexicon().times.rules[static_cast<std::size_t>(match.rule)]) {}
  /// Nothing when the rule lacks what its meaning needs.
  std::optional<TimeReading> run();

 private:
  using K = TimeStepKind;

  // time_builder.cpp: what the slots took
  const Capture* get(SlotKind kind) const { return find_capture(match_.captures, kind); }
  std::optional<std::int32_t> value(SlotKind kind) const {
    const Capture* capture = get(kind);
    return capture == nullptr ? std::nullopt : std::optional(static_cast<std::int32_t>(capture->value));
  }
  std::int32_t year() const {
    if (const auto full = value(SlotKind::year)) return *full;
    return value(SlotKind::yy).value_or(kNoYear);
  }
  std::optional<std::int32_t> month() const {
    const auto named = value(SlotKind::month);
    return named ? named : value(SlotKind::mm);
  }
  std::optional<TimeGrain> grain() const;
  /// {n} in thousandths; 1000 when the rule has none.
  std::optional<std::int32_t> thousandths(SlotKind kind = SlotKind::n) const;
  std::optional<std::int32_t> ordinal() const;
  /// A lone "may" or "sun" needs its capital, and more than a capital where a sentence begins.
  bool strong(SlotKind kind) const;
  bool named(const Capture& word) const;
  bool capital(SlotKind kind) const;
  /// "in 2000 euro", "2000 से अधिक": four digits that measure or bound something are no year.
  bool measured_behind() const;
  /// "before 2019" bounds a date as well as a number; "more than" only a number.
  bool bounds_only(std::uint32_t i) const { return !r_.has(i, SenseKind::starts_time); }
  bool step(K kind, std::int32_t a = 0, int b = 0, int c = 0, Toward toward = Toward::nearest,
            TimeGrain grain_of = TimeGrain::day);
  bool sub(SlotKind kind);

  // time_builder.cpp: the meanings
  bool build();
  bool build_relative();
  bool build_sets();
  bool longer_duration();
  bool written_duration();
  // time_of_calendar.cpp
  bool build_calendar();
  bool named_month(Toward toward);
  bool day_of_month(Toward toward);
  bool first_of_list();
  bool begins_with_number(const Capture& date) const;
  bool counted(SlotKind kind) const;
  bool other_word(SlotKind kind) const;
  bool brackets_date(std::int32_t weekday, std::int32_t day) const;
  std::optional<std::pair<std::int32_t, std::int32_t>> twice(SlotKind kind) const;
  bool is_score() const;
  bool months(std::int32_t in, Toward toward);
  bool weekday_of_week(int weeks);
  bool build_years();
  bool build_weekdays();
  bool build_parts();
  bool build_quarters();
  bool build_seasons();
  bool build_within();
  bool from_date_to_date();
  // time_of_day.cpp
  bool build_times();
  bool clock();
  bool clock_in_one();
  bool time_at_date();
  bool on_day();
  bool on_weekday();
  bool in_week();
  bool year_behind();
  bool part_of_next_day();
  bool clock_alone(const Capture& time);
  std::optional<std::int32_t> said_hour() const;
  bool at_night() const;
  std::int32_t hour_in_half(std::int32_t hour) const;
  bool half_named() const;
  bool half_said() const;
  bool counts_behind() const;
  // hour_spans.cpp
  bool time_span();
  bool says_hours() const;
  bool ends_at_part();
  bool two_hours();
  bool hour_to_clock();
  // time_spans.cpp
  bool build_bounds();
  bool spans() const;
  bool span();
  bool days(Toward toward = Toward::nearest);
  bool counted_days();
  bool weekdays();
  bool whole_days(std::size_t begun) const;
  bool bare_start(SlotKind kind, const TimeReading& end);
  bool joined(K kind, SlotKind first, SlotKind second);

  Reader& r_;
  const PatternMatch& match_;
  const SayRule& rule_;
  TimeReading out_;
};

}  // namespace crosscheck
