// Every word a recognizer knows in one language, with all that each can mean, in one double-array trie
// (Aoe 1989) walked byte by byte over the raw text. "second" is a unit of time and an ordinal: one entry, two
// senses. Text is folded on the way, so "août", "AOÛT" and "aout" reach one entry; inside a key a blank also
// matches a hyphen or a line break. Part of the door rulebook.h.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

struct Character;

enum class SenseKind : std::uint8_t {
  literal,  ///< stands in a pattern
  number,   ///< value: index of a decimal
  scale,    ///< multiplies what stands before: index of a decimal
  scale_suffix,
  ordinal,
  ordinal_suffix,
  ordinal_prefix,
  fraction,
  vague,
  zero,
  article,
  conjunction,
  point,
  minus,
  of,
  lookalike,
  counter,
  currency,  ///< value: index of a code; flag 1: symbol or code, may stand before the number
  subunit,   ///< value: index of the currency's code
  percent,   ///< value: index of the unit
  percent_before,
  unit,  ///< value: index of a unit
  per,
  hedge_before,  ///< value: Bound
  hedge_after,
  score_word,
  score_link,  ///< between the two figures of a score: "3 a 1"
  month,
  weekday,
  grain,
  season,
  daypart,
  holiday,
  part,  ///< 0 early, 1 mid, 2 late
  part_after,
  day_word,  ///< value: offset + 8
  present,
  past,
  soon,
  recurring,  ///< value: index of an ISO 8601 duration
  some,
  am,
  pm,
  era,  ///< 0 bc, 1 ad
  future_tense,
  past_tense,
  half,            ///< "medio": half, behind a conjunction or before a scale
  ordinal_before,  ///< behind it "19." is an ordinal, whatever follows
  alone,           ///< a number word that joins no other
  heat_word,       ///< near it, a bare degree is one of temperature
  decade,          ///< "nineties": 90
  unit_before,     ///< a word before the number that names its unit: index of a code
  event,           ///< value: index of the event's name
  starts_time,     ///< some pattern of that set begins with it
  starts_number,
  starts_range,
  starts_age,
  starts_lookalike,
  // Of a lexeme, whatever it means: one test then tells whether a pattern may go on with it.
  is_word,
  is_digits,
  is_mark,
  count_
};

constexpr std::uint64_t bit(SenseKind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
static_assert(static_cast<unsigned>(SenseKind::count_) <= 64);
constexpr std::uint64_t kShapes = bit(SenseKind::is_word) | bit(SenseKind::is_digits) | bit(SenseKind::is_mark);

struct Sense {
  SenseKind kind = SenseKind::literal;
  std::uint8_t flag = 0;
  std::uint32_t value = 0;
};

/// The flag of a subunit or a unit that counts only among money or heat: "17c a share", "25C".
constexpr std::uint8_t kSenseByContext = 2;
/// Of a day_word: its days from today, kDayWordZero added; kEitherWay: so many days ago or ahead.
constexpr std::uint32_t kDayWordZero = 8, kEitherWay = 0x100;

class Vocabulary {
 public:
  using Entry = std::uint32_t;  ///< 0 = unknown

  /// Before freeze(): a word or phrase and what it means; senses of one key add up.
  void add(std::string_view key, Sense sense);
  /// Also by its spelling without accents, when nothing else claims that.
  void freeze(bool german);

  std::uint64_t mask(Entry entry) const { return entries_[entry].mask; }
  bool has_sense(Entry entry, SenseKind kind) const { return (entries_[entry].mask & bit(kind)) != 0; }
  bool capital_only(Entry entry) const { return entries_[entry].capital_only; }
  void set_capital_only(std::string_view key);
  void mark(Entry entry, SenseKind kind) { entries_[entry].mask |= bit(kind); }
  struct Senses {
    const Sense *first, *last;
    const Sense* begin() const { return first; }
    const Sense* end() const { return last; }
  };
  Senses senses(Entry entry) const {
    const Sense* first = senses_.data() + entries_[entry].first;
    return {first, first + entries_[entry].count};
  }
  const Sense* find(Entry entry, SenseKind kind) const {
    if ((entries_[entry].mask & bit(kind)) == 0) return nullptr;
    for (const Sense& sense : senses(entry)) {
      if (sense.kind == kind) return &sense;
    }
    return nullptr;
  }
  Entry lookup(std::string_view key) const;  ///< of a whole key

  /// The longest entries that begin at `at`: within one word, and over several.
  struct Match {
    Entry word = 0, phrase = 0;
    std::uint32_t word_end = 0, phrase_end = 0;
    std::uint64_t senses = 0;  ///< of every entry of one word on the way
  };
  Match match(std::string_view text, std::size_t at) const;
  /// As match(), into a fresh `found`, at a letter of ASCII, where most words are none of ours: where the word ends, or 0.
  std::uint32_t match_word(std::string_view text, std::size_t at, Match& found) const;
  /// The longest entry with one of the senses that begins at `at`, whatever follows: parts of compounds.
  /// Every entry of one word that begins at `at`, shortest first, for scripts without blanks.
  template <class Visit>
  void each_match(std::string_view text, std::size_t at, std::size_t end, Visit visit) const;
  Match match_inside(std::string_view text, std::size_t at, std::size_t end, std::uint64_t senses) const;
  std::size_t size() const { return entries_.size(); }

  static std::string normalized(std::string_view key);

 private:
  struct Slot {
    std::int32_t base = 0, check = -1;
    std::uint32_t entry = 0;
  };
  struct EntryRecord {
    std::uint64_t mask = 0;
    std::uint32_t first = 0, count = 0;
    bool capital_only = false;
  };
  std::int32_t step(std::int32_t node, unsigned char byte) const {
    const auto next = static_cast<std::size_t>(slots_[static_cast<std::size_t>(node)].base) + byte;
    return next < slots_.size() && slots_[next].check == node ? static_cast<std::int32_t>(next) : -1;
  }
  std::int32_t step_wide(std::int32_t node, char32_t code) const;
  std::int32_t step_code(std::int32_t node, char32_t code) const {
    return code < 0x80 ? step(node, static_cast<unsigned char>(code)) : step_wide(node, code);
  }
  /// One character further: the node, or -1; dropped characters leave it as it is.
  std::int32_t step_character(std::int32_t node, std::string_view text, std::size_t at, std::size_t& length) const;
  struct Walk;
  Match go_on(std::string_view text, std::size_t at, std::size_t next, Walk& walk) const;
  bool take_run(std::string_view text, std::size_t& next, Walk& walk) const;
  bool dies_behind(std::string_view text, std::size_t end, std::int32_t node) const;
  bool take_ascii(std::string_view text, std::size_t& next, Walk& walk) const;
  bool take_blank(std::string_view text, std::size_t& next, Walk& walk) const;
  bool take_character(std::string_view text, std::size_t& next, const Character& c, bool first, Walk& walk) const;
  static bool cuts_word(std::string_view text, std::size_t next, const Character& last);
  void accept(Entry entry, std::size_t end, Walk& walk) const;
  void build(const std::vector<std::pair<std::string_view, Entry>>& keys);
  std::int32_t place(const std::vector<unsigned char>& bytes);

  /// A run of letters of ASCII with which a key begins, as its 16 bytes, and the node it leads to.
  struct FirstWord {
    std::array<std::uint64_t, 2> letters{};
    std::int32_t node = 0;
    Entry entry = 0;
    bool goes_on = false;  ///< some key is longer
  };
  Match match_behind(std::string_view text, std::size_t at, std::uint32_t end, const FirstWord& word) const;
  static std::size_t bucket_of(const std::array<std::uint64_t, 2>& letters, std::size_t buckets);
  std::size_t bucket_with(const std::array<std::uint64_t, 2>& letters) const;
  void note_first_words(const std::vector<std::pair<std::string_view, Entry>>& keys);
  const FirstWord* first_word(const std::array<std::uint64_t, 2>& letters) const;

  std::map<std::string, std::vector<Sense>, std::less<>> pending_;
  std::vector<std::string> capitals_;
  std::vector<Slot> slots_{Slot{0, 0, 0}};
  std::vector<FirstWord> first_words_;
  std::vector<std::uint32_t> buckets_{0};  ///< a hash table: an index of first_words_ + 1, 0 where it is free
  std::vector<EntryRecord> entries_{EntryRecord{}};
  std::vector<Sense> senses_;
  std::size_t next_free_ = 1;
};

template <class Visit>
void Vocabulary::each_match(std::string_view text, std::size_t at, std::size_t end, Visit visit) const {
  std::int32_t node = 0;
  for (std::size_t length = 0; at < end; at += length) {
    node = step_character(node, text, at, length);
    if (node < 0) return;
    const Entry entry = slots_[static_cast<std::size_t>(node)].entry;
    if (entry != 0) visit(entry, static_cast<std::uint32_t>(at + length));
  }
}

}  // namespace crosscheck
