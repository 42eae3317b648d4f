// How the values of a time program are written. Two and a half hours are 2500 thousandths of an hour: number() drops the
// zeros and the letter goes behind, PT2.5H; three quarters of a year are nine months, P9M. 15:00 on 3 November 2025 is
// 2025-11-03T15:00, with its end behind a slash. Seconds are the finest it writes, and a season is the year's it begins in.
#include "base/time_items.h"

#include <array>
#include <cstdio>

#include "base/time_periods.h"

namespace crosscheck {
namespace {

std::string number(std::int64_t thousandths) {
  std::string text = std::to_string(thousandths / 1000);
  std::int64_t rest = thousandths % 1000;
  if (rest == 0) return text;
  std::string digits = std::to_string(1000 + rest).substr(1);
  while (digits.back() == '0') digits.pop_back();
  return text + "." + digits;
}

struct GrainLetter {
  const char* letter;
  int times;
};

/// By TimeGrain, from second to century.
constexpr std::array<GrainLetter, 15> kLetters = {{{"S", 1},
                                                   {"M", 1},
                                                   {"H", 1},
                                                   {"D", 1},
                                                   {"D", 1},
                                                   {"W", 1},
                                                   {"WE", 1},
                                                   {"W", 2},
                                                   {"M", 1},
                                                   {"M", 3},
                                                   {"M", 6},
                                                   {"M", 3},
                                                   {"Y", 1},
                                                   {"Y", 10},
                                                   {"Y", 100}}};

}  // namespace

std::string duration_text(TimeGrain grain, std::int32_t count) {
  const auto [letter, times] = kLetters[static_cast<std::size_t>(grain)];
  const bool clock = grain <= TimeGrain::hour;
  const std::string n = count == kUnknownCount ? "X" : number(std::int64_t{count} * times);
  return (clock ? "PT" : "P") + n + letter;
}

std::string date_text(const TimeValue& value) {
  if (value.grain == Grain::season && value.first && value.last) {
    const CivilDay day = civil_day(*value.first);
    static constexpr std::array<int, 4> kSeason = {24, 21, 22, 23};
    std::array<char, 16> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", day.year,
                  kSeason[static_cast<std::size_t>(day.month / 3 % 4)]);
    return buffer.data();
  }
  return to_edtf(value);
}

TimeMeaning meaning_of(const TimeItem& item) {
  TimeMeaning meaning;
  meaning.sort = item.sort;
  meaning.value = item.date;
  switch (item.sort) {
    case TimeSort::duration:
    case TimeSort::set:
    case TimeSort::reference:
      meaning.edtf = item.text;
      return meaning;
    case TimeSort::date:
      meaning.edtf = item.said.empty() ? date_text(item.date) : item.said;
      meaning.mod = item.mod;
      return meaning;
    case TimeSort::time:
      break;
  }
  const std::string day = item.has_day ? to_edtf(item.date) : "";
  if (!item.text.empty() && item.text[0] == 'T') {  // a part of the day has no hours of its own
    meaning.edtf = day + item.text;
    return meaning;
  }
  const std::string from = day + clock_text(*item.from);
  if (item.last_day) {
    meaning.value = make_span(*item.date.first, *item.last_day);
    meaning.edtf = from + "/" + to_edtf(day_value(*item.last_day)) + clock_text(*item.to);
  } else if (item.to && *item.to > kDaySeconds && item.has_day && item.date.first)
    meaning.edtf = from + "/" + to_edtf(day_value(*item.date.first + 1)) + clock_text(*item.to - kDaySeconds);
  else if (item.to)
    meaning.edtf = from + "/" + day + clock_text(*item.to);
  else
    meaning.edtf = from;
  return meaning;
}

}  // namespace crosscheck
