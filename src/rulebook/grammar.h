// Patterns over words and slots, of one language: how it says numbers, ranges, ages and times (rules/README.md).
// All patterns of one set share one tree, so a position is tried once for all of them: "vor {n} {grain}" and
// "vor {date}" share the edge "vor". Part of the door rulebook.h.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "rulebook/vocabulary.h"

namespace crosscheck {

enum class SlotKind : std::uint8_t {
  day,
  month,
  mm,
  year,
  yy,
  weekday,
  grain,
  season,
  daypart,
  holiday,
  n,
  dd,
  ord,
  hour,
  minute,
  second,
  ampm,
  date,
  to,
  time,
  until,
  dur,
  some,
  a,
  b,
  c,
  digits,
  d,
  w,
  part,
  era,
  count_
};
constexpr std::size_t kSlotKinds = static_cast<std::size_t>(SlotKind::count_);
std::optional<SlotKind> slot_named(std::string_view name);

/// What a time rule means; the ids of rules/<language>/time.yaml.
enum class Meaning : std::uint8_t {
  none,
  date,
  month_year,
  month,
  year,
  year_from,
  years,
  decade,
  century,
  bc,
  weekday,
  last_weekday,
  next_weekday,
  coming_weekday,
  this_weekday,
  weekday_of_last_week,
  weekday_of_next_week,
  weekday_of_this_week,
  weekday_of_week_before_last,
  weekday_of_week_after_next,
  weekday_day,
  day_of_month,
  day_of_last_month,
  day_of_next_month,
  day_of_this_month,
  listed,
  month_of_last_year,
  month_of_next_year,
  month_of_this_year,
  last_month_name,
  next_month_name,
  this_month_name,
  last_grain,
  this_grain,
  next_grain,
  grain_before_last,
  grain_after_next,
  last_n,
  next_n,
  last_some,
  next_some,
  grains_ago,
  ago,
  hence,
  ago_some,
  hence_some,
  ago_period,
  that_grain,
  same_grain,
  following_grain,
  preceding_grain,
  ago_dur,
  hence_dur,
  before,
  after,
  quarter,
  half,
  quarter_of_last_year,
  quarter_of_this_year,
  quarter_of_next_year,
  half_of_last_year,
  half_of_this_year,
  half_of_next_year,
  season,
  last_season,
  this_season,
  next_season,
  holiday,
  last_holiday,
  next_holiday,
  this_holiday,
  nth_weekday,
  last_weekday_of,
  nth_grain,
  last_grain_of,
  first_n_of,
  last_n_of,
  week_of,
  week_number,
  part_early,
  part_mid,
  part_late,
  rest_of,
  to_date,
  span,
  since,
  until,
  after_date,
  before_date,
  clock,
  half_past,
  quarter_past,
  quarter_to,
  half_to,
  minutes_past,
  minutes_to,
  at,
  daypart_of,
  this_daypart,
  last_daypart,
  next_daypart,
  time_span,
  in_daypart,
  duration,
  half_duration,
  some_duration,
  a_duration,
  every,
  every_weekday,
  every_daypart,
  per_period,
  present,
  past,
  future,
  day_word,
  event,
  count_
};
std::optional<Meaning> meaning_named(std::string_view id);
std::string_view name_of(Meaning meaning);

struct PatternElement {
  bool slot = false;
  bool tight = false;  ///< nothing may stand between it and what comes before
  SlotKind kind = SlotKind::n;
  std::string word;  ///< a literal
};
using PatternSequence = std::vector<PatternElement>;

/// All ways to read "[the] (last|past) {n} {grain}"; nothing and a reason when it is not well formed.
struct ParsedPattern {
  std::vector<PatternSequence> sequences;
  std::string problem;
};
ParsedPattern parse_say(std::string_view pattern);

class PatternTree {
 public:
  struct SlotEdge {
    SlotKind kind;
    bool tight;
    std::uint32_t child;
    std::uint64_t senses;  ///< what a lexeme must be for the slot to be worth a try
  };
  struct Literal {
    Vocabulary::Entry entry;
    bool tight;
    std::uint32_t child;
    auto operator<=>(const Literal&) const = default;
  };
  struct Node {
    std::vector<Literal> literals;  ///< sorted after seal()
    std::vector<SlotEdge> slots;
    std::int32_t rule = -1;     ///< accepted here; the first rule of several
    std::uint64_t senses = 0;   ///< after seal(): what a lexeme must be for any edge to be worth a try
    std::uint64_t entries = 0;  ///< after seal(): the literals' entries, modulo 64

    bool may_name(Vocabulary::Entry entry) const { return ((entries >> (entry % 64)) & 1U) != 0; }
    std::span<const Literal> named(Vocabulary::Entry entry) const;
  };

  void add(const PatternSequence& sequence, std::int32_t rule, const Vocabulary& vocabulary);
  void seal();
  const Node& node(std::uint32_t index) const { return nodes_[index]; }
  /// The edges from the root that name this entry.
  std::span<const Literal> first(Vocabulary::Entry entry) const {
    return entry + 1 < first_.size()
               ? std::span(nodes_[0].literals).subspan(first_[entry], first_[entry + 1] - first_[entry])
               : std::span<const Literal>();
  }
  bool empty() const { return nodes_.size() == 1 && nodes_[0].rule < 0; }

 private:
  std::uint32_t child_of(std::uint32_t node, const PatternElement& element, const Vocabulary& vocabulary);
  std::vector<Node> nodes_{Node{}};
  std::vector<std::uint16_t> first_;  ///< by entry: the first of the root's literals that names it or one behind
};

/// value = left (operation) right …, read left to right: "a + 1/2" is a + 1 / 2 with 1/2 as one number.
struct Formula {
  struct Term {
    char operation = '+';
    char slot = 0;  ///< 'a', 'b', 'o' ({ord}); 0: the constant
    Decimal numerator{1}, denominator{1};
  };
  std::vector<Term> terms;
};
std::optional<Formula> parse_formula(std::string_view text);

struct SayRule {
  std::string id;
  Meaning meaning = Meaning::none;
  std::int32_t parameter = 0;                            ///< a grain or quarter that the id fixes: "ago:day"
  std::int32_t count = 1;                                ///< how many of it: "ago:day:2"
  Formula formula;                                       ///< number rules
  std::vector<std::pair<std::string, std::string>> yes;  ///< text → value
  std::vector<std::string> no;
  std::string where;
};

struct PatternSet {
  std::vector<SayRule> rules;
  PatternTree tree;       ///< patterns by their first element
  PatternTree continued;  ///< those whose first element is {date}, {time}, {a} …, without it
};

}  // namespace crosscheck
