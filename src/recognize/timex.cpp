// Time expressions. At a position the patterns, the fixed words ("yesterday"), numeric dates and durations are tried,
// the longest is kept, and then it may go on: "Tuesday" + "morning", "3 May" + "to 5 May", "two weeks" + "after
// Easter". A rule's meaning says what its slots build; the program that comes out knows no reference date yet.
#include <algorithm>

#include "recognize/reader.h"
#include "recognize/time_builder.h"

namespace crosscheck {
namespace {

constexpr std::uint64_t kFixed = bit(SenseKind::day_word) | bit(SenseKind::holiday) | bit(SenseKind::decade) |
                                 bit(SenseKind::event) | bit(SenseKind::recurring) | bit(SenseKind::past) |
                                 bit(SenseKind::present) | bit(SenseKind::soon);
constexpr std::uint64_t kSlots = bit(SenseKind::starts_time) | bit(SenseKind::month) | bit(SenseKind::weekday) |
                                 bit(SenseKind::season) | bit(SenseKind::holiday) | bit(SenseKind::daypart) |
                                 bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::ordinal) |
                                 bit(SenseKind::article) | bit(SenseKind::fraction) | bit(SenseKind::some) |
                                 bit(SenseKind::grain) | bit(SenseKind::ordinal_prefix) | bit(SenseKind::part) |
                                 bit(SenseKind::am) | bit(SenseKind::pm) | bit(SenseKind::era);
constexpr int kDeepest = 3;
constexpr int kMostContinuations = 4;

}  // namespace

TimeReading one_step(std::uint32_t end, TimeSort sort, const TimeStep& step) {
  TimeReading reading;
  reading.end = end;
  reading.sort = sort;
  reading.program.add(step);
  return reading;
}

TimeReading year_reading(std::uint32_t end, std::int64_t year) {
  TimeStep step;
  step.kind = TimeStepKind::year;
  step.a = static_cast<std::int32_t>(year);
  return one_step(end, TimeSort::date, step);
}

class TimeReader {
 public:
  explicit TimeReader(Reader& reader) : r_(reader) {}

  std::optional<TimeReading> run(std::uint32_t i) {
    std::optional<TimeReading> best = base(i);
    for (int times = 0; best && times < kMostContinuations; ++times) {
      const auto longer = continued(i, *best);
      if (!longer) break;
      best = longer;
    }
    return best;
  }

 private:
  static void prefer(std::optional<TimeReading>& best, std::optional<TimeReading> other) {
    if (other && (!best || other->end > best->end)) best = std::move(other);
  }

  std::optional<TimeReading> base(std::uint32_t i) {
    std::optional<TimeReading> best;
    const std::uint64_t mask = r_.at(i).mask & ~kShapes;
    const bool digits = r_.at(i).type == LexemeType::digits;
    if (digits) prefer(best, numeric_date(r_, i));
    constexpr std::uint64_t kSure = bit(SenseKind::day_word) | bit(SenseKind::holiday) | bit(SenseKind::decade);
    if ((mask & kSure) != 0) prefer(best, fixed_word(i));
    const bool short_year = r_.is_mark(i, '\'') && r_.at(i + 1).type == LexemeType::digits;
    if (digits || (mask & kSlots) != 0 || short_year) {
      const PatternMatch match = r_.match(r_.lexicon_.times, i);
      if (match.rule >= 0 && !cuts_date(i, match) && !cuts_decimal(match)) prefer(best, build_time(r_, match));
    }
    if ((mask & kSure) == 0 && (mask & kFixed) != 0) prefer(best, fixed_word(i));
    if ((mask & bit(SenseKind::part)) != 0) prefer(best, part(i));
    if (digits || (mask & (bit(SenseKind::number) | bit(SenseKind::article) | bit(SenseKind::fraction) |
                           bit(SenseKind::scale))) != 0)
      prefer(best, read_duration(r_, i));
    return best;
  }

  /// "in 2020 Q1", Russian "v Den narodnogo yedinstva": what the rule takes last begins a longer expression.
  bool cuts_date(std::uint32_t i, const PatternMatch& match) {
    const Meaning meaning = r_.lexicon_.times.rules[static_cast<std::size_t>(match.rule)].meaning;
    if (meaning != Meaning::year && meaning != Meaning::in_daypart) return false;
    const Capture* taken = find_capture(match.captures, meaning == Meaning::year ? SlotKind::year : SlotKind::daypart);
    if (taken == nullptr || taken->begin == i || taken->end != match.end) return false;
    const auto longer = nested(taken->begin);
    if (!longer || longer->end <= match.end || longer->sort != TimeSort::date) return false;
    return !longer->program.is_only(TimeStepKind::year);  // not "the 2019 deal"
  }

  /// "by the 7.6 quake": no date ends in a decimal sign.
  bool cuts_decimal(const PatternMatch& match) const {
    return r_.before_digits(match.end - 1) && (r_.is_mark(match.end - 1, '.') || r_.is_mark(match.end - 1, ','));
  }

  std::optional<TimeReading> fixed_word(std::uint32_t i) {
    std::uint32_t end = i;
    TimeStep step;
    if (const Sense* word = r_.sense(i, SenseKind::day_word, end)) {
      step.kind = TimeStepKind::relative;
      step.grain = TimeGrain::day;
      step.a = static_cast<std::int32_t>(word->value % kEitherWay) - static_cast<std::int32_t>(kDayWordZero);
      if (word->value >= kEitherWay) step.toward = Toward::either;
      return one_step(end, TimeSort::date, step);
    }
    if (const Sense* word = r_.sense(i, SenseKind::holiday, end)) {
      step.kind = TimeStepKind::holiday;
      step.a = kNoYear;
      step.b = static_cast<std::int16_t>(word->value & 0xFFFFU);
      step.c = static_cast<std::int16_t>(word->value >> 16U);
      return one_step(end, TimeSort::date, step);
    }
    if (const Sense* word = r_.sense(i, SenseKind::decade, end)) {
      step.kind = TimeStepKind::decade;
      step.a = static_cast<std::int32_t>(word->value);
      return one_step(end, TimeSort::date, step);
    }
    if (const Sense* word = r_.sense(i, SenseKind::event, end)) {
      TimeReading reading;
      reading.end = end;
      reading.sort = TimeSort::reference;
      reading.event = word->value + 1;
      return reading;
    }
    if (const Sense* word = r_.sense(i, SenseKind::recurring, end))
      return recurring(end, r_.lexicon_.codes[word->value]);
    step.kind = TimeStepKind::reference;
    const std::pair<SenseKind, int> kReferences[] = {
        {SenseKind::past, 0}, {SenseKind::present, 1}, {SenseKind::soon, 2}};
    for (const auto& [kind, which] : kReferences) {
      if (r_.sense(i, kind, end) == nullptr) continue;
      step.b = static_cast<std::int16_t>(which);
      return one_step(end, TimeSort::reference, step);
    }
    return std::nullopt;
  }

  std::optional<TimeReading> recurring(std::uint32_t end, const std::string& iso) {
    static const std::map<char, TimeGrain> kGrains = {{'D', TimeGrain::day},
                                                      {'W', TimeGrain::week},
                                                      {'M', TimeGrain::month},
                                                      {'Y', TimeGrain::year},
                                                      {'H', TimeGrain::hour}};
    TimeStep special;
    special.kind = TimeStepKind::every_weekday;
    if (iso.starts_with("XXXX-WXX-") && iso.size() >= 10 && iso[9] >= '1' && iso[9] <= '7') {
      special.b = static_cast<std::int16_t>(iso[9] - '0');
      return one_step(end, TimeSort::set, special);
    }
    if (iso == "P1WD" || iso == "P1WE") {
      special.kind = TimeStepKind::every;
      special.grain = iso == "P1WD" ? TimeGrain::workday : TimeGrain::weekend;
      special.a = 1000;
      return one_step(end, TimeSort::set, special);
    }
    const bool clock = iso.size() > 1 && iso[1] == 'T';
    const std::size_t from = clock ? 2 : 1;
    const auto count = Decimal::parse(iso.substr(from, iso.size() - from - 1));
    const auto grain = iso.empty() ? kGrains.end() : kGrains.find(iso.back());
    if (!count || grain == kGrains.end()) return std::nullopt;
    TimeStep step;
    step.kind = TimeStepKind::every;
    step.grain = clock && iso.back() == 'M' ? TimeGrain::minute : grain->second;
    step.a = static_cast<std::int32_t>(count->to_double() * 1000);
    return one_step(end, TimeSort::set, step);
  }

  std::optional<TimeReading> part(std::uint32_t i) {
    std::uint32_t end = i;
    const Sense* word = r_.sense(i, SenseKind::part, end);
    if (word == nullptr) return std::nullopt;
    if (r_.is_mark(end, '-')) ++end;
    auto reading = nested(end);
    if (!reading && r_.at(end).type == LexemeType::digits) reading = bare_year(end);
    if (!reading || reading->sort != TimeSort::date) return std::nullopt;
    return narrowed(*reading, static_cast<std::int16_t>(word->value));
  }

  std::optional<TimeReading> bare_year(std::uint32_t i) {
    const auto year = r_.slot(SlotKind::year, i);
    if (!year) return std::nullopt;
    return year_reading(year->end, year->value);
  }

  std::optional<TimeReading> narrowed(TimeReading reading, std::int16_t which) {
    TimeStep step;
    step.kind = TimeStepKind::part;
    step.b = which;
    if (!reading.program.add(step)) return std::nullopt;
    return reading;
  }

  std::optional<TimeReading> nested(std::uint32_t i) {
    if (r_.depth_ >= kDeepest) return std::nullopt;
    return r_.time(i, r_.depth_ + 1);
  }

  /// A longer reading that begins with this one.
  std::optional<TimeReading> continued(std::uint32_t i, const TimeReading& reading) {
    std::optional<TimeReading> best;
    const auto attempt = [&](SlotKind kind) {
      if (r_.lexicon_.times.continued.empty()) return;
      const Capture first{kind, i, reading.end, r_.keep(reading), 0};
      const PatternMatch match = r_.match_continued(r_.lexicon_.times, first);
      if (match.rule >= 0) prefer(best, build_time(r_, match));
    };
    switch (reading.sort) {
      case TimeSort::date:
      case TimeSort::set:
      case TimeSort::reference:
        attempt(SlotKind::date);
        break;
      case TimeSort::time:
        if (names_part_of_day(reading)) attempt(SlotKind::date);  // "ce soir à 20 heures" is no span
        attempt(SlotKind::time);
        break;
      case TimeSort::duration:
        attempt(SlotKind::dur);
        break;
    }
    std::uint32_t end = 0;
    if (reading.sort == TimeSort::date) {
      if (const Sense* word = r_.sense(reading.end, SenseKind::part_after, end)) {
        TimeReading longer = reading;
        longer.end = end;
        prefer(best, narrowed(longer, static_cast<std::int16_t>(word->value)));
      }
    }
    if (best && best->end <= reading.end) return std::nullopt;
    return best;
  }

  Reader& r_;
};

/// "the", "in", "a" begin a time only where a pattern goes on behind them.
bool Reader::may_begin_time(std::uint32_t i) const {
  if (at(i).type != LexemeType::word || at(i).spaceless || article_counts(i)) return true;
  const std::uint64_t mask = at(i).mask & ~bit(SenseKind::article), begins = mask & (kSlots | kFixed);
  if ((begins & ~bit(SenseKind::starts_time)) != 0) return true;
  return begins != 0 && may_begin(lexicon_.times, i, mask);
}

std::optional<TimeReading> Reader::time(std::uint32_t i, int depth) {
  if (depth > kDeepest || !may_begin_time(i)) return std::nullopt;
  for (const KnownTime& known : known_times_) {
    if (known.i == i && known.depth == depth) return known.reading;
  }
  const int outer = std::exchange(depth_, depth);
  auto reading = TimeReader(*this).run(i);
  depth_ = outer;
  known_times_.push_back({i, depth, reading});
  return reading;
}

}  // namespace crosscheck
