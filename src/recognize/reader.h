// Reads numbers, slots and patterns at a position of the lexemes of one stretch of text. The parts of the room
// share it: number_reader.h, quantity.cpp, timex.cpp. Private to src/recognize/.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/time_program.h"
#include "recognize/lexer.h"

namespace crosscheck {

/// How the document writes its numbers and dates, as far as its own unambiguous ones tell.
struct DocumentHabits {
  int dot_decimal = 0, comma_decimal = 0, dot_group = 0, comma_group = 0;
  int day_first = 0, month_first = 0;
};
/// Looked for when the first doubtful sign asks.
class Habits {
 public:
  explicit Habits(std::string_view text) : text_(text) {}
  const DocumentHabits& get() const;  ///< habits.cpp

 private:
  std::string_view text_;
  mutable std::optional<DocumentHabits> known_;
};

struct Number {
  Decimal value;
  std::uint32_t end = 0;             ///< lexeme
  int written_unit = 0;              ///< power of ten of the last digit written
  int scale_power = 0;               ///< of "$6 million" 6
  std::optional<Decimal> last_part;  ///< of "six million and two" the two
  bool joined = false;               ///< a conjunction stands before the last part
  bool decimals = false, scaled = false, in_words = false, vague = false, fraction = false;
};

/// A time expression: what it says, and how far it reaches.
struct TimeReading {
  TimeProgram program;
  TimeSort sort = TimeSort::date;
  std::uint32_t end = 0;  ///< lexeme
  std::int32_t rule = -1;
  std::uint32_t core_first = 0, core_end = 0;  ///< of "since 2019" the year; 0, 0: all of it
  std::uint32_t event = 0;                     ///< index of the event's name + 1
};

struct Capture {
  SlotKind slot = SlotKind::n;
  std::uint32_t begin = 0, end = 0;  ///< lexemes
  std::int64_t value = 0;            ///< a number, or an index into what the reader keeps
  std::int64_t extra = 0;
};
using Captures = std::vector<Capture>;
const Capture* find_capture(const Captures& captures, SlotKind slot);

/// Where the best match of a pattern set ends, and what its slots took.
struct PatternMatch {
  std::uint32_t end = 0;
  std::int32_t rule = -1;
  Captures captures;
  std::uint32_t begin = 0;
};

/// What makes a number in front of it an amount or a count.
constexpr std::uint64_t kMeasures = bit(SenseKind::unit) | bit(SenseKind::currency) | bit(SenseKind::percent) |
                                    bit(SenseKind::scale) | bit(SenseKind::grain) | bit(SenseKind::counter);

/// 2015年前: so many are no years that pass.
inline bool is_calendar_year(const Decimal& count) { return count >= Decimal(1000) && count < Decimal(3000); }

class Reader {
 public:
  Reader(std::string_view text, const Lexicon& lexicon, const std::vector<Lexeme>& lexemes, const Habits& habits)
      : text_(text),
        lexicon_(lexicon),
        words_(lexicon.vocabulary),
        lexemes_(lexemes.data()),
        last_(static_cast<std::uint32_t>(lexemes.size()) - 1),
        habits_(habits) {}

  const Lexeme& at(std::uint32_t i) const { return lexemes_[std::min(i, last_)]; }
  std::uint32_t size() const { return last_ + 1; }
  const Lexicon& lexicon() const { return lexicon_; }
  const Vocabulary& words() const { return words_; }
  const DocumentHabits& habits() const { return habits_.get(); }
  std::string_view text() const { return text_; }
  bool tight(std::uint32_t i) const { return i > 0 && !at(i).space_before && at(i).type != LexemeType::gap; }
  bool is_mark(std::uint32_t i, char mark) const { return at(i).type == LexemeType::mark && at(i).mark == mark; }
  /// Is the mark at i between what stands before it and digits, without blanks?
  bool before_digits(std::uint32_t i) const { return tight(i) && tight(i + 1) && at(i + 1).type == LexemeType::digits; }

  /// The sense of the word or, first, of the phrase at i; how many lexemes it takes comes back in `end`.
  const Sense* sense(std::uint32_t i, SenseKind kind, std::uint32_t& end) const {
    return (at(i).mask & bit(kind)) == 0 ? nullptr : known_sense(at(i), i, kind, end);
  }
  const Sense* word_sense(std::uint32_t i, SenseKind kind) const {
    std::uint32_t end = i;
    const Sense* found = sense(i, kind, end);
    return found != nullptr && (end == i + 1 || at(i).spaceless) ? found : nullptr;
  }
  /// Of the one character at i, in a script without blanks.
  const Sense* character_sense(std::uint32_t i, SenseKind kind) const;
  bool has(std::uint32_t i, SenseKind kind) const { return (at(i).mask & bit(kind)) != 0; }
  /// "a" before "million", "half", "week"; without one of these an article begins no number.
  bool article_counts(std::uint32_t i) const {
    constexpr std::uint64_t kCounted = bit(SenseKind::scale) | bit(SenseKind::fraction) | bit(SenseKind::grain);
    return has(i, SenseKind::article) &&
           ((at(i + 1).mask & kCounted) != 0 || words_.has_sense(at(i).phrase, SenseKind::article));
  }
  /// Does a word of winning or losing stand near?
  bool score_near(std::uint32_t i) const {
    for (std::uint32_t at = i > 8 ? i - 8 : 0; at < i + 8; ++at) {
      if (has(at, SenseKind::score_word)) return true;
    }
    return false;
  }
  /// The first lexeme that begins at or behind this byte, looked for from i on.
  std::uint32_t lexeme_at(std::uint32_t i, std::uint32_t byte) const {
    while (i < last_ && lexemes_[i].begin < byte) ++i;
    return i;
  }

  /// A cardinal in words or digits without fraction, rule or decimals: hours, days, months.
  std::optional<Number> cardinal(std::uint32_t i);
  // number.cpp
  std::optional<Number> number(std::uint32_t i, bool after_currency = false);
  /// A number in words that ends in an ordinal.
  std::optional<Number> number_with_ordinals(std::uint32_t i);
  std::optional<std::int64_t> digits_value(std::uint32_t i, std::size_t fewest, std::size_t most) const {
    const Lexeme& lexeme = at(i);
    const bool fits = lexeme.type == LexemeType::digits && lexeme.digits >= fewest &&
                      lexeme.digits <= std::min<std::size_t>(most, Lexeme::kMostDigits);
    return fits ? std::optional(lexeme.value) : std::nullopt;
  }

  // pattern_match.cpp
  PatternMatch match(const PatternSet& set, std::uint32_t i);
  /// Can a pattern of the set begin with the word at i, by that one's senses and the lexeme behind it?
  bool may_begin(const PatternSet& set, std::uint32_t i, std::uint64_t senses) const;
  PatternMatch match_continued(const PatternSet& set, const Capture& first);

  // slots.cpp
  /// What slot `kind` can take at i, at most one reading.
  std::optional<Capture> slot(SlotKind kind, std::uint32_t i);

  Meaning meaning_of(const TimeReading& reading) const {
    return reading.rule < 0 ? Meaning::none : lexicon_.times.rules[static_cast<std::size_t>(reading.rule)].meaning;
  }
  /// The longest time of day that a rule reads at i.
  std::optional<TimeReading> clock(std::uint32_t i);
  // timex.cpp
  std::optional<TimeReading> time(std::uint32_t i, int depth = 0);
  const TimeReading& reading(std::int64_t index) const { return readings_[static_cast<std::size_t>(index)]; }
  const Number& kept_number(std::int64_t index) const { return numbers_[static_cast<std::size_t>(index)]; }
  std::int64_t keep(const Number& number) {
    numbers_.push_back(number);
    return static_cast<std::int64_t>(numbers_.size()) - 1;
  }
  std::int64_t keep(const TimeReading& reading) {
    readings_.push_back(reading);
    return static_cast<std::int64_t>(readings_.size()) - 1;
  }
  /// Between two positions of the outer walk nothing needs to be kept.
  void forget() {
    numbers_.clear();
    readings_.clear();
    known_times_.clear();
    known_numbers_.clear();
  }
  /// Steps of pattern walking so far: what a test of linear time counts.
  std::uint64_t work() const { return work_; }
  /// While a range is matched, {a} and {b} are whole quantities.
  using QuantitySlot = std::function<std::optional<Capture>(SlotKind, std::uint32_t)>;
  void set_quantity_slot(QuantitySlot slot) { quantity_slot_ = std::move(slot); }
  /// While an age is matched, {n} may be two numbers: "18 to 25 years old".
  void set_count_slot(QuantitySlot slot) { count_slot_ = std::move(slot); }

 private:
  friend class NumberReader;
  friend class TimeReader;
  const Sense* known_sense(const Lexeme& lexeme, std::uint32_t i, SenseKind kind, std::uint32_t& end) const;
  bool cuts_word(std::uint32_t byte) const;
  std::optional<Capture> slot_at(SlotKind kind, std::uint32_t i);
  /// A walk through the patterns of one set, from the lexeme `start`.
  struct Walk {
    const PatternSet& set;
    const PatternTree& tree;
    std::uint32_t start;
    Captures captures;
    PatternMatch& best;
  };
  void walk(Walk& walk, std::uint32_t node, std::uint32_t i);
  void take_edges(Walk& walk, std::uint32_t node, std::uint32_t i, bool apart);
  bool may_begin_time(std::uint32_t i) const;
  bool leads_on(const PatternTree::Node& node, std::uint32_t i) const;

  std::string_view text_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  const Lexeme* lexemes_;
  std::uint32_t last_;  ///< the closing gap
  const Habits& habits_;
  std::vector<Number> numbers_;
  std::vector<TimeReading> readings_;
  struct KnownTime {
    std::uint32_t i;
    int depth;
    std::optional<TimeReading> reading;
  };
  std::vector<KnownTime> known_times_;
  struct KnownNumber {
    std::uint32_t i;
    bool after_currency;
    int depth, slots;
    std::optional<Number> number;
  };
  std::vector<KnownNumber> known_numbers_;
  std::uint64_t work_ = 0;
  int depth_ = 0;
  int number_depth_ = 0;
  bool clocks_only_ = false;  ///< a slot asks for a time of day where a duration is as long
  int slot_depth_ = 0;        ///< inside a pattern's slot
  QuantitySlot quantity_slot_, count_slot_;
  Captures spare_captures_;  ///< room for the next walk
};

}  // namespace crosscheck
