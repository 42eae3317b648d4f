// Left to right over the lexemes of a stretch: "The deal of November 2025 is worth over $38bn" gives the month with
// its year and the money. A position that nothing begins at costs two look-ups. Long texts are taken a stretch of
// paragraphs at a time, so that memory does not grow with them.
#include "recognize/values.h"

#include <algorithm>

#include "recognize/lookalike.h"
#include "recognize/quantity.h"
#include "recognize/reader.h"
#include "recognize/time_builder.h"

namespace crosscheck {
namespace {

constexpr std::uint64_t kStarters =
    bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::ordinal) | bit(SenseKind::ordinal_prefix) |
    bit(SenseKind::fraction) | bit(SenseKind::vague) | bit(SenseKind::zero) | bit(SenseKind::article) |
    bit(SenseKind::minus) | bit(SenseKind::lookalike) | bit(SenseKind::percent_before) | bit(SenseKind::month) |
    bit(SenseKind::weekday) | bit(SenseKind::season) | bit(SenseKind::daypart) | bit(SenseKind::holiday) |
    bit(SenseKind::part) | bit(SenseKind::day_word) | bit(SenseKind::present) | bit(SenseKind::decade) |
    bit(SenseKind::unit_before) | bit(SenseKind::past) | bit(SenseKind::soon) | bit(SenseKind::recurring) |
    bit(SenseKind::some) | bit(SenseKind::event) | bit(SenseKind::starts_time) | bit(SenseKind::starts_number) |
    bit(SenseKind::starts_range) | bit(SenseKind::starts_age) | bit(SenseKind::starts_lookalike) |
    bit(SenseKind::grain) | bit(SenseKind::am) | bit(SenseKind::pm);
/// What begins a value by more than its senses.
constexpr std::uint64_t kOthers = bit(SenseKind::currency) | bit(SenseKind::is_digits) | bit(SenseKind::is_mark);
/// Words that begin a value only where a pattern goes on behind them.
constexpr std::uint64_t kFirst = bit(SenseKind::article) | bit(SenseKind::starts_time) | bit(SenseKind::starts_number) |
                                 bit(SenseKind::starts_range) | bit(SenseKind::starts_age) |
                                 bit(SenseKind::starts_lookalike);
constexpr std::uint32_t kStretch = 1 << 16;

class ValueReader {
 public:
  ValueReader(std::string_view text, Field field, const Lexicon& lexicon, const Habits& habits,
              std::vector<Mention>& out, std::uint64_t* work)
      : text_(text), field_(field), lexicon_(lexicon), habits_(habits), out_(out), work_(work) {}

  void read(std::uint32_t begin, std::uint32_t end) {
    lexemes_.clear();
    lexemes_.reserve((end - begin) / 3);
    last_bound_ = last_year_ = last_money_ = 0;
    lex(text_, begin, end, lexicon_, lexemes_);
    Reader reader(text_, lexicon_, lexemes_, habits_);
    for (std::uint32_t i = 0; i < lexemes_.size();) i = step(reader, i);
    if (work_ != nullptr) *work_ += reader.work() + lexemes_.size();
  }

 private:
  bool begins(const Reader& r, std::uint32_t i) const {
    const Lexeme& lexeme = lexemes_[i];
    const std::uint64_t mask = lexeme.mask;
    if (lexeme.type == LexemeType::gap || (mask & (kStarters | kOthers)) == 0)
      return lexeme.type == LexemeType::word && web_address_may_begin(r, i);
    if (lexeme.type == LexemeType::digits) return true;
    if (lexeme.spaceless) return true;
    const Lexeme& next = lexemes_[i + 1];
    if ((mask & kStarters) != 0 && (lexeme.type == LexemeType::word ? word_begins(r, i) : mark_begins(r, i)))
      return true;
    if ((mask & bit(SenseKind::currency)) != 0)
      return next.type == LexemeType::digits || r.has(i + 1, SenseKind::currency) || r.has(i + 1, SenseKind::number) ||
             lexeme.phrase != 0;
    if (lexeme.type == LexemeType::word) return web_address_may_begin(r, i);
    if (lexeme.mark == '\'') return next.type == LexemeType::digits;
    if (lexeme.mark == '-' && (i == 0 || lexemes_[i - 1].type == LexemeType::gap)) return true;
    const bool sign = lexeme.mark == '-' || lexeme.mark == '.' || lexeme.mark == lexicon_.decimal_sign ||
                      lexeme.mark == '+' || lexeme.mark == '(';
    return sign && r.tight(i + 1) && counts(next);
  }

  bool web_address_may_begin(const Reader& r, std::uint32_t i) const {
    return r.tight(i + 1) && (r.is_mark(i + 1, '@') || r.is_mark(i + 1, ':') || r.is_mark(i + 1, '.'));
  }
  /// Behind a sign: what may be a number, or a mark before one.
  static bool counts(const Lexeme& next) { return next.spaceless || (next.mask & (kStarters | kOthers)) != 0; }

  /// An apostrophe, a dash: only before what goes on with them.
  bool mark_begins(const Reader& r, std::uint32_t i) const {
    const Lexeme& lexeme = lexemes_[i];
    const std::uint64_t mask = lexeme.mask & ~bit(SenseKind::is_mark);
    const bool known = lexeme.mark == '\'' || ((lexeme.mark == '-' || lexeme.mark == '(') && !counts(lexemes_[i + 1]));
    if (!known || (mask & kStarters & ~(kFirst | bit(SenseKind::minus))) != 0) return true;
    return pattern_may_begin(r, i, mask & ~bit(SenseKind::minus));
  }

  /// "the", "in", "a" begin a value only where a pattern goes on behind them.
  bool word_begins(const Reader& r, std::uint32_t i) const {
    const Lexeme& next = lexemes_[i + 1];
    const std::uint64_t mask = lexemes_[i].mask;
    if ((mask & ((kStarters & ~kFirst) | bit(SenseKind::currency))) != 0 ||
        (next.type == LexemeType::mark && !next.space_before))
      return true;
    if (r.article_counts(i)) return true;
    return pattern_may_begin(r, i, mask);
  }

  bool pattern_may_begin(const Reader& r, std::uint32_t i, std::uint64_t mask) const {
    if ((mask & bit(SenseKind::starts_number)) != 0 && r.may_begin(lexicon_.numbers, i, mask)) return true;
    mask &= ~(bit(SenseKind::article) | bit(SenseKind::starts_number));  // no number begins here
    return ((mask & bit(SenseKind::starts_time)) != 0 && r.may_begin(lexicon_.times, i, mask)) ||
           ((mask & bit(SenseKind::starts_range)) != 0 && r.may_begin(lexicon_.ranges, i, mask)) ||
           ((mask & bit(SenseKind::starts_age)) != 0 && r.may_begin(lexicon_.ages, i, mask)) ||
           ((mask & bit(SenseKind::starts_lookalike)) != 0 && r.may_begin(lexicon_.lookalikes, i, mask));
  }

  /// Reads at i; gives the lexeme to go on from.
  std::uint32_t step(Reader& r, std::uint32_t i) {
    if (!begins(r, i)) return i + 1;
    r.forget();
    if (const std::uint32_t end = lookalike_end(r, i)) {
      const auto longer = r.time(i);
      if (!longer || longer->end <= end || !add_time(r, i, *longer)) return end;
      return longer->end;
    }
    if (lexemes_[i].type == LexemeType::digits && year_by_place(r, i)) return i + 1;
    if (const std::uint32_t end = year_in_words(r, i)) return end;
    if (i == last_money_ && i != 0 && per_period(r, i)) return i + 2;
    auto time = r.time(i);
    auto quantity = read_quantity(r, i);
    const bool measured =
        time && time->sort == TimeSort::duration && quantity && quantity->kind == MentionKind::duration;
    const bool paid = time && time->sort == TimeSort::duration && quantity &&
                      quantity->kind == MentionKind::money;  // Breton "5 EUR", not five "eur", hours
    const bool ties =
        time && quantity && quantity->end == time->end && (measured || paid || no_date(r, i, *time, *quantity));
    const bool time_first = time && !ties && (!quantity || quantity->end <= time->end);
    if (time_first && add_time(r, i, *time)) return time->end;
    if (!quantity) return i + 1;
    if (counts_nothing(r, i, *quantity)) return quantity->end;
    add_quantity(r, *quantity);
    return std::max({quantity->end, quantity->hedge_end, i + 1});
  }

  /// "£6.99 a month from April": behind an amount "a month" says how often, and is no month from April.
  bool per_period(Reader& r, std::uint32_t i) {
    if (!r.has(i, SenseKind::article) || r.word_sense(i + 1, SenseKind::grain) == nullptr) return false;
    const auto longer = r.time(i);  // "$8 million a year ago" is a date
    if (!longer || longer->end <= i + 2) return true;
    return r.meaning_of(*longer) == Meaning::after;
  }

  /// "in 2007 and 2009", "Er starb 2019.": four digits that are a year by their place.
  bool year_by_place(Reader& r, std::uint32_t i) {
    const auto year = r.digits_value(i, 4, 4);
    if (!year || *year < 1900 || *year > 2099 || (r.tight(i + 1) && r.at(i + 1).type == LexemeType::word)) return false;
    if (r.tight(i + 1) && r.tight(i + 2) && r.at(i + 1).type == LexemeType::mark && !r.is_mark(i + 1, ')'))
      return false;
    if (i > 0 && r.tight(i) && !r.is_mark(i - 1, '(')) return false;
    const bool listed =
        last_year_ != 0 && i == last_year_ + 1 && (r.is_mark(i - 1, ',') || r.has(i - 1, SenseKind::conjunction));
    if (r.is_mark(i + 1, '%') || (r.is_mark(i + 1, ',') && r.tight(i + 2)) || (r.is_mark(i + 1, '.') && r.tight(i + 2)))
      return false;
    if ((r.at(i + 1).mask & (kMeasures | bit(SenseKind::hedge_after))) != 0 && r.at(i + 1).type != LexemeType::mark)
      return false;
    const bool possessive = i >= 2 && r.is_mark(i - 2, '\'') && r.tight(i - 1) && r.at(i).space_before &&
                            r.at(i + 1).type == LexemeType::word && !r.at(i + 1).capital;
    bool bare = lexicon_.bare_years &&
                (i == 0 || (r.at(i).space_before && !r.has(i - 1, SenseKind::hedge_before) &&
                            !r.has(i - 1, SenseKind::currency) && r.at(i - 1).type != LexemeType::digits));
    if (bare)
      bare = r.at(i + 1).type == LexemeType::gap || r.at(i + 1).type == LexemeType::mark ||
             (!r.at(i + 1).capital && r.at(i + 1).type == LexemeType::word);
    const bool bracketed =
        i > 0 && r.is_mark(i - 1, '(') && r.tight(i) && (r.is_mark(i + 1, ')') || r.is_mark(i + 1, ','));
    if (!listed && !bare && !possessive && !bracketed) return false;
    const auto longer = r.time(i);  // "2019 Q3 and 2020 Q1", not "the 2019 deal"
    if (longer && longer->end > i + 1 && !longer->program.is_only(TimeStepKind::year)) return false;
    return add_time(r, i, year_reading(i + 1, *year));
  }

  /// "Atlanta, nineteen ninety-six": two numbers side by side that are a year; gives its end, or 0.
  std::uint32_t year_in_words(Reader& r, std::uint32_t i) {
    if (lexemes_[i].type != LexemeType::word || lexemes_[i].spaceless || !r.has(i, SenseKind::number)) return 0;
    const auto century = r.number(i);
    if (!century || century->value < Decimal(18) || century->value > Decimal(20)) return 0;
    const auto year = r.slot(SlotKind::year, i);
    if (!year || year->end <= century->end || r.has(year->end, SenseKind::grain)) return 0;
    const auto time = r.time(i);
    return (!time || time->end <= year->end) && add_time(r, i, year_reading(year->end, year->value)) ? year->end : 0;
  }

  /// "3/4" is a fraction sooner than a date without its year, "21st" an ordinal sooner than a day without its month.
  bool no_date(const Reader& r, std::uint32_t i, const TimeReading& time, const Draft& quantity) const {
    if (!time.program.is_only(TimeStepKind::day) || time.program[0].a != kNoYear) return false;
    if (quantity.first != i) return false;
    if (quantity.kind == MentionKind::ordinal) return time.program[0].b == 0;
    const auto above = r.digits_value(i, 1, 2), below = r.digits_value(i + 2, 1, 2);
    if (quantity.kind != MentionKind::number || !above || !below || !r.is_mark(i + 1, '/')) return false;
    return *above < *below && (*below <= 6 || *below == 8 || *below == 10);
  }

  Mention place(const Reader& r, std::uint32_t first, std::uint32_t end) const {
    Mention mention;
    mention.field = field_;
    mention.span = {r.at(first).begin, r.at(end - 1).end};
    mention.qualified = mention.span;
    return mention;
  }

  void add_quantity(const Reader& r, const Draft& draft) {
    Mention mention = place(r, draft.first, draft.end);
    mention.qualified = {std::min(r.at(draft.hedge_first).begin, mention.span.begin),
                         std::max(r.at(draft.hedge_end - 1).end, mention.span.end)};
    mention.kind = draft.kind;
    mention.quantity = draft.quantity;
    mention.edtf = draft.text;
    if (joins_bound(r, draft)) {
      Mention& before = out_.back();
      before.quantity.interval = meeting_of(before.quantity.interval, mention.quantity.interval);
      before.quantity.bound = Bound::range;
      before.quantity.value.reset();
      before.kind = before.kind == MentionKind::number ? MentionKind::range : before.kind;
      before.span = before.qualified = {before.qualified.begin, mention.qualified.end};
      last_bound_ = 0;
      return;
    }
    last_money_ = draft.kind == MentionKind::money ? draft.end : 0;
    last_bound_ = one_sided(draft.quantity) ? draft.hedge_end : 0;
    while (!out_.empty() && out_.back().span.end > mention.qualified.begin &&
           out_.back().span.end <= mention.span.begin)
      mention.qualified.begin = mention.span.begin;
    out_.push_back(std::move(mention));
  }

  static bool one_sided(const Quantity& quantity) {
    return quantity.bound == Bound::at_least || quantity.bound == Bound::at_most ||
           quantity.bound == Bound::more_than || quantity.bound == Bound::less_than;
  }
  static Interval meeting_of(const Interval& a, const Interval& b) {
    const Interval& low = a.low && !a.high ? a : b;
    const Interval& high = a.low && !a.high ? b : a;
    return {low.low, high.high, low.low_open, high.high_open};
  }

  /// "but", "ma", "ve": no noun is so short.
  static bool short_word(const Reader& r, std::uint32_t at) {
    const Lexeme& word = r.at(at);
    return word.type == LexemeType::word && !word.capital && !word.spaceless && word.end - word.begin <= 4;
  }

  /// "more than 100 and less than 300": two bounds of one number, open to different sides, with little between.
  bool joins_bound(const Reader& r, const Draft& draft) const {
    if (last_bound_ == 0 || out_.empty() || !one_sided(draft.quantity) || draft.hedge_first < last_bound_ ||
        draft.hedge_first > last_bound_ + 3)
      return false;
    const Quantity& before = out_.back().quantity;
    if (before.unit != draft.quantity.unit || out_.back().kind != draft.kind) return false;
    const bool worded = r.at(draft.hedge_first).type == LexemeType::word;  // "x>10, y<20" are two bounds
    for (std::uint32_t at = last_bound_; at < draft.hedge_first; ++at) {
      if (!r.is_mark(at, ',') && !r.has(at, SenseKind::conjunction) && !(worded && short_word(r, at))) return false;
    }
    const Interval both = meeting_of(before.interval, draft.quantity.interval);
    const bool sides = static_cast<bool>(before.interval.low) != static_cast<bool>(draft.quantity.interval.low);
    return sides && both.low && both.high && *both.low < *both.high;
  }

  /// Calendar dates keep their prepositions out: "in 2019" is the year.
  static bool trimmed(Meaning meaning) {
    return meaning == Meaning::year || meaning == Meaning::month || meaning == Meaning::month_year ||
           meaning == Meaning::date || meaning == Meaning::weekday;
  }

  bool add_time(Reader& r, std::uint32_t i, const TimeReading& time) {
    std::uint32_t first = i;
    if (time.program.size() == 1 && trimmed(r.meaning_of(time))) {
      constexpr std::uint64_t kWords = bit(SenseKind::month) | bit(SenseKind::weekday) | bit(SenseKind::number) |
                                       bit(SenseKind::ordinal) | bit(SenseKind::scale) | bit(SenseKind::era);
      while (first + 1 < time.end && r.at(first).type == LexemeType::word && !r.at(first).spaceless &&
             ((r.at(first).mask) & kWords) == 0)
        ++first;
      if (first > i && first + 1 < time.end && r.is_mark(first, '-')) ++first;  // "late-2016"
    }
    const bool is_year = time.program.is_only(TimeStepKind::year) && time.program[0].b == 0;
    last_year_ = is_year ? time.end : 0;
    Mention mention = place(r, first, time.end);
    if (time.core_end > time.core_first)
      mention.span = mention.qualified = place(r, time.core_first, time.core_end).span;
    mention.kind = time.sort == TimeSort::time       ? MentionKind::time
                   : time.sort == TimeSort::duration ? MentionKind::duration
                   : time.sort == TimeSort::set      ? MentionKind::set
                                                     : MentionKind::date;
    if (time.event != 0) {
      const std::string& name = lexicon_.codes[time.event - 1];
      mention.cue = name == "year-before" ? "year-before:-1" : "event:" + name;
    }
    const auto steps = time.program.steps();
    const TimeMeaning meaning = evaluate(steps, {});
    mention.time = meaning.value;
    mention.edtf = meaning.edtf;
    mention.mod = meaning.mod;
    mention.when = time.program.to_vector();
    if (mention.kind == MentionKind::duration) measure_duration(steps, mention.quantity);
    const bool hence = r.meaning_of(time) == Meaning::hence;
    if (steps.size() == 1 && steps[0].kind == TimeStepKind::ago_period && steps[0].b == 0 && mention.cue.empty())
      mention.cue = "year-before:-1";
    if (hence && steps.size() == 1 && tense_of(r, i, time.end) == Tense::past) {  // "grew 20 % in five years"
      TimeStep span = steps[0];
      span.kind = TimeStepKind::duration;
      mention.kind = MentionKind::duration;
      mention.when = {span};
      mention.edtf = evaluate(mention.when, {}).edtf;
      measure_duration(mention.when, mention.quantity);
      out_.push_back(std::move(mention));
      return true;
    }
    if (is_relative(steps)) {
      mention.tense = tense_of(r, i, time.end);
      const Meaning said = r.meaning_of(time);
      const bool last_day =
          said == Meaning::until && (steps[0].kind == TimeStepKind::day || steps[0].kind == TimeStepKind::weekday);
      if (mention.tense == Tense::unknown && (said == Meaning::before_date || last_day))
        mention.tense = Tense::future;  // "avant le 31 décembre": without a verb a last day lies ahead
      const bool nearest = steps.size() == 1 && steps[0].toward == Toward::nearest &&
                           (steps[0].kind == TimeStepKind::day || steps[0].kind == TimeStepKind::month ||
                            steps[0].kind == TimeStepKind::weekday);
      const bool loose = steps[0].kind == TimeStepKind::that_period ||  // "the year": of which, only a reader can say
                         steps[0].kind == TimeStepKind::from_named;
      if (mention.cue.empty()) mention.cue = loose ? "recent" : nearest ? "nearest" : "relative:";
    } else if (meaning.sort == TimeSort::reference && mention.cue.empty()) {
      mention.cue = "recent";
    } else if (mention.kind == MentionKind::date && mention.edtf.empty() && mention.cue.empty()) {
      const bool impossible =
          std::any_of(steps.begin(), steps.end(), [](const TimeStep& s) { return s.kind == TimeStepKind::day; });
      if (!impossible || steps.size() > 2) return false;
      mention.cue = "nearest";  // "29 February 2019": a date, and none of the calendar
    }
    out_.push_back(std::move(mention));
    return true;
  }

  /// "two years" is a quantity as well: 2 a.

  std::string_view text_;
  Field field_;
  const Lexicon& lexicon_;
  const Habits& habits_;
  std::vector<Mention>& out_;
  std::uint64_t* work_;
  std::vector<Lexeme> lexemes_;
  std::uint32_t last_year_ = 0;   ///< the lexeme behind a year, the last time read
  std::uint32_t last_money_ = 0;  ///< the lexeme behind an amount of money, the last mention
  std::uint32_t last_bound_ = 0;  ///< the lexeme behind a quantity with one side open, the last mention; 0: none
};

/// Where a stretch may end: a blank line, else a line break, else a blank; never inside a word.
std::uint32_t stretch_end(std::string_view text, std::uint32_t begin) {
  if (text.size() - begin <= kStretch) return static_cast<std::uint32_t>(text.size());
  for (const std::string_view mark : {"\n\n", "\n", " "}) {
    const std::size_t at = text.rfind(mark, begin + kStretch);
    if (at != std::string_view::npos && at > begin) return static_cast<std::uint32_t>(at + mark.size());
  }
  std::size_t at = begin + kStretch;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return static_cast<std::uint32_t>(at);
}

}  // namespace

std::vector<Mention> read_values(std::string_view text, std::uint32_t begin, Field field, const Lexicon& lexicon,
                                 std::uint64_t* work) {
  constexpr std::size_t kBytesPerValue = 128;  // of news; a guess that spares a short text all growth
  std::vector<Mention> mentions;
  mentions.reserve(std::min<std::size_t>(text.size() - begin, kStretch) / kBytesPerValue);
  const Habits habits(text);
  ValueReader reader(text, field, lexicon, habits, mentions, work);
  const std::uint32_t first = begin;
  while (begin < text.size()) {
    const std::uint32_t end = stretch_end(text, begin);
    reader.read(begin, end);
    begin = end;
    const std::size_t in_all = mentions.size() * (text.size() - first) / (begin - first);  // at the density so far
    if (in_all > mentions.capacity()) mentions.reserve(std::max(in_all + in_all / 8, 2 * mentions.capacity()));
  }
  return mentions;
}

}  // namespace crosscheck
