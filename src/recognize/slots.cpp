// What a slot of a pattern can take at a position: {day} takes "3", "3rd", "third"; {year} takes "2019", "nineteen
// ninety-six", 二〇一九. One reading each, the longest.
#include <algorithm>

#include "recognize/ordinal.h"
#include "recognize/reader.h"
#include "recognize/time_builder.h"

namespace crosscheck {
namespace {

std::optional<Capture> capture(SlotKind kind, std::uint32_t begin, std::uint32_t end, std::int64_t value) {
  return Capture{kind, begin, end, value, 0};
}

/// Digits that go on ("1,500", "3.5", "12:30") are no day, month or hour of their own.
bool goes_on(const Reader& r, std::uint32_t end) {
  const Lexeme& mark = r.at(end);
  if (mark.type == LexemeType::digits && r.tight(end)) return true;
  const bool behind_slash = end > 1 && r.is_mark(end - 2, '/');  // "8/1.5"
  if (!r.before_digits(end)) return false;
  const std::uint32_t length = r.at(end + 1).end - r.at(end + 1).begin;
  if (mark.mark == '.')
    return behind_slash || (length == 1 && (r.is_mark(end + 2, '%') || r.has(end + 2, SenseKind::percent)));
  if (mark.mark != ',') return false;
  const bool decimals = r.lexicon().decimal_sign == ',' || r.lexicon().decimal_comma;  // "lundi 14,5 millions"
  return decimals || length == 3;
}

std::optional<Capture> small_number(Reader& r, SlotKind kind, std::uint32_t i, std::int64_t fewest, std::int64_t most,
                                    std::size_t most_digits) {
  if (r.at(i).type == LexemeType::digits) {
    const auto value = r.digits_value(i, 1, most_digits);
    if (!value || *value < fewest || *value > most || goes_on(r, i + 1)) return std::nullopt;
    return capture(kind, i, i + 1, *value);
  }
  if (r.at(i).type != LexemeType::word || !(r.has(i, SenseKind::number) || r.has(i, SenseKind::scale)))
    return std::nullopt;
  const auto number = r.cardinal(i);
  if (!number || number->decimals || number->vague || !number->value.is_integer() || number->value.magnitude() > 2)
    return std::nullopt;
  const auto value = static_cast<std::int64_t>(number->value.to_double());
  if (value < fewest || value > most) return std::nullopt;
  return capture(kind, i, number->end, value);
}

std::optional<Capture> day_slot(Reader& r, std::uint32_t i) {
  if (const auto ordinal = read_ordinal(r, i, true);
      ordinal && ordinal->value <= Decimal(31) && ordinal->value >= Decimal(1))
    return capture(SlotKind::day, i, ordinal->end, static_cast<std::int64_t>(ordinal->value.to_double()));
  return small_number(r, SlotKind::day, i, 1, 31, 2);
}

std::optional<Capture> year_slot(Reader& r, std::uint32_t i) {
  if (r.at(i).type == LexemeType::digits) {
    const auto year = r.digits_value(i, 4, 4);
    if (!year || *year < 1000 || *year > 2999 || goes_on(r, i + 1)) return std::nullopt;
    return capture(SlotKind::year, i, i + 1, *year);
  }
  if (r.at(i).type != LexemeType::word || !(r.has(i, SenseKind::number) || r.has(i, SenseKind::scale)))
    return std::nullopt;
  const auto number = r.number(i);
  if (!number || number->decimals || number->vague || !number->value.is_integer()) return std::nullopt;
  if (number->end == i + 1 && r.has(i, SenseKind::scale) && !r.has(i, SenseKind::number)) return std::nullopt;  // 千年
  const auto value = static_cast<std::int64_t>(number->value.to_double());
  if (value >= 1000 && value <= 2999) return capture(SlotKind::year, i, number->end, value);
  if (value < 10 || value > 20) return std::nullopt;
  const auto rest = r.number(number->end);  // "nineteen ninety-six"
  if (!rest || !rest->in_words || !rest->value.is_integer() || rest->value < Decimal(10) || rest->value > Decimal(99))
    return std::nullopt;
  return capture(SlotKind::year, i, rest->end, value * 100 + static_cast<std::int64_t>(rest->value.to_double()));
}

std::optional<Capture> short_year(Reader& r, std::uint32_t i) {
  const std::uint32_t at = r.is_mark(i, '\'') && r.tight(i + 1) ? i + 1 : i;
  const auto year = r.digits_value(at, 2, 2);
  if (!year || goes_on(r, at + 1)) return std::nullopt;
  return capture(SlotKind::yy, i, at + 1, full_year(*year));
}

std::optional<Capture> clock_part(Reader& r, SlotKind kind, std::uint32_t i) {
  const bool behind_colon = i > 0 && (r.is_mark(i - 1, ':') || r.is_mark(i - 1, '.')) && r.tight(i);
  if (behind_colon && r.at(i).type == LexemeType::digits && !r.digits_value(i, 2, 2)) return std::nullopt;
  return small_number(r, kind, i, 0, kind == SlotKind::hour ? 24 : 59, 2);
}

std::optional<Capture> by_sense(const Reader& r, SlotKind kind, SenseKind sense_kind, std::uint32_t i) {
  std::uint32_t end = i;
  const Sense* sense = r.sense(i, sense_kind, end);
  if (sense == nullptr) return std::nullopt;
  const bool elided = r.at(i).end - r.at(i).begin == 1 && r.is_mark(end, '\'') && r.tight(end);
  if (sense_kind == SenseKind::grain && elided) return std::nullopt;  // "les 577 s'opposent"
  auto taken = capture(kind, i, end, sense->value);
  const Lexeme& lexeme = r.at(i);
  const bool by_phrase = lexeme.phrase != 0 && r.words().has_sense(lexeme.phrase, sense_kind);
  const bool weak = r.words().capital_only(by_phrase ? lexeme.phrase : lexeme.entry);
  if (weak && !lexeme.capital) taken->extra = 1;
  if (weak && lexeme.capital) taken->extra = 2;
  return taken;
}

std::optional<Capture> number_slot(Reader& r, SlotKind kind, std::uint32_t i) {
  const auto number = r.number(i);
  if (!number || number->vague) return std::nullopt;
  return capture(kind, i, number->end, r.keep(*number));
}

/// Inside "since …", "from … to …" four digits are a year, unless they count or measure something.
std::optional<TimeReading> bare_year(Reader& r, std::uint32_t i) {
  const auto year = year_slot(r, i);
  if (!year || year->value < 1500 || year->value > 2150) return std::nullopt;
  const Lexeme& next = r.at(year->end);
  if ((next.mask & kMeasures) != 0 && next.type != LexemeType::mark) return std::nullopt;
  return year_reading(year->end, year->value);
}

/// "8 a.m. to 3": a bare number closes a span of hours, unless it counts or measures something.
std::optional<TimeReading> bare_hour(Reader& r, std::uint32_t i) {
  const auto hour = small_number(r, SlotKind::hour, i, 0, 24, 2);
  if (!hour || number_counts(r, hour->end)) return std::nullopt;
  TimeStep step;
  step.kind = TimeStepKind::clock;
  step.a = static_cast<std::int32_t>(hour->value) * 3600;
  step.b = kBareHour;
  return one_step(hour->end, TimeSort::time, step);
}

std::optional<Capture> time_slot(Reader& r, SlotKind kind, std::uint32_t i, int depth) {
  if ((r.at(i).mask & ~kShapes) == 0 && r.at(i).type != LexemeType::digits) return std::nullopt;
  auto reading = r.time(i, depth + 1);
  const bool wants_date = kind == SlotKind::date || kind == SlotKind::to;
  if (wants_date && r.at(i).type == LexemeType::digits) {
    if (auto year = bare_year(r, i); year && (!reading || reading->end < year->end || reading->sort != TimeSort::date))
      reading = year;
  }
  if (reading && (kind == SlotKind::time || kind == SlotKind::until) && reading->sort == TimeSort::duration)
    if (reading = r.clock(i); reading && reading->program.size() == 1 && reading->program[0].b == 0)
      reading->program[0].b = kHoursNamed;
  if (kind == SlotKind::until && (!reading || reading->sort == TimeSort::date))
    if (auto hour = bare_hour(r, i); hour && (!reading || reading->end <= hour->end)) reading = hour;
  if (!reading) return std::nullopt;
  const bool wants_time = kind == SlotKind::time || kind == SlotKind::until;
  const bool wants_duration = kind == SlotKind::dur;
  const bool is_time = reading->sort == TimeSort::time, is_duration = reading->sort == TimeSort::duration;
  const bool part_of_day = wants_date && names_part_of_day(*reading);
  if (!part_of_day && (wants_time != is_time || wants_duration != is_duration)) return std::nullopt;
  return capture(kind, i, reading->end, r.keep(*reading));
}

/// Slots that take a word of one sense.
std::optional<Capture> word_slot(Reader& r, SlotKind kind, std::uint32_t i) {
  switch (kind) {
    case SlotKind::month:
      return by_sense(r, kind, SenseKind::month, i);
    case SlotKind::weekday:
      return by_sense(r, kind, SenseKind::weekday, i);
    case SlotKind::grain:
      return by_sense(r, kind, SenseKind::grain, i);
    case SlotKind::season:
      return by_sense(r, kind, SenseKind::season, i);
    case SlotKind::daypart:
      return by_sense(r, kind, SenseKind::daypart, i);
    case SlotKind::holiday:
      return by_sense(r, kind, SenseKind::holiday, i);
    case SlotKind::some:
      return by_sense(r, kind, SenseKind::some, i);
    case SlotKind::part:
      return by_sense(r, kind, r.has(i, SenseKind::part) ? SenseKind::part : SenseKind::part_after, i);
    case SlotKind::era:
      return by_sense(r, kind, SenseKind::era, i);
    case SlotKind::ampm: {
      if (auto am = by_sense(r, kind, SenseKind::am, i)) return capture(kind, i, am->end, 0);
      auto pm = by_sense(r, kind, SenseKind::pm, i);
      return pm ? capture(kind, i, pm->end, 1) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

bool number_counts(const Reader& r, std::uint32_t end) {
  const Lexeme& next = r.at(end);
  if ((next.mask & kMeasures) != 0 || (next.type == LexemeType::word && (next.mask & ~kShapes) == 0 && !next.capital))
    return true;
  const bool point = next.mark == '.' || next.mark == ',' || next.mark == ':' || next.mark == '/';
  return point && r.before_digits(end);
}

std::optional<Capture> Reader::slot(SlotKind kind, std::uint32_t i) {
  ++slot_depth_;
  auto taken = slot_at(kind, i);
  --slot_depth_;
  return taken;
}

std::optional<Capture> Reader::slot_at(SlotKind kind, std::uint32_t i) {
  ++work_;
  if (at(i).type == LexemeType::gap) return std::nullopt;
  switch (kind) {
    case SlotKind::day:
      return day_slot(*this, i);
    case SlotKind::dd: {
      if (at(i).type != LexemeType::digits) return std::nullopt;
      auto taken = day_slot(*this, i);
      if (taken) taken->slot = SlotKind::day;
      return taken;
    }
    case SlotKind::mm:
      return small_number(*this, kind, i, 1, 12, 2);
    case SlotKind::year:
      return year_slot(*this, i);
    case SlotKind::yy:
      return short_year(*this, i);
    case SlotKind::hour:
    case SlotKind::minute:
    case SlotKind::second:
      return clock_part(*this, kind, i);
    case SlotKind::ord: {
      const auto ordinal = read_ordinal(*this, i, true);
      if (!ordinal || ordinal->value.magnitude() > 17) return std::nullopt;
      return capture(kind, i, ordinal->end, static_cast<std::int64_t>(ordinal->value.to_double()));
    }
    case SlotKind::a:
    case SlotKind::b:
    case SlotKind::c:
      if (quantity_slot_ && number_depth_ == 0) return quantity_slot_(kind, i);
      return number_slot(*this, kind, i);
    case SlotKind::n:
      if (count_slot_ && number_depth_ == 0) return count_slot_(kind, i);
      return number_slot(*this, kind, i);
    case SlotKind::digits:
    case SlotKind::d:
      if (goes_on(*this, i + 1)) return std::nullopt;
      return at(i).type == LexemeType::digits ? capture(kind, i, i + 1, 0) : std::nullopt;
    case SlotKind::w:
      return at(i).type == LexemeType::word ? capture(kind, i, i + 1, 0) : std::nullopt;
    case SlotKind::date:
    case SlotKind::to:
    case SlotKind::time:
    case SlotKind::until:
    case SlotKind::dur:
      return time_slot(*this, kind, i, depth_);
    default:
      return word_slot(*this, kind, i);
  }
}

}  // namespace crosscheck
