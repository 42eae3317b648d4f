// From "[the] (last|past) {n} {grain}" to sequences of words and slots: options and alternatives are written out, here as
// four. Formulas ("a + 1/2") and the names of slots and meanings stand here, too; pattern_tree.cpp makes trees of the
// sequences.
#include "rulebook/grammar.h"

#include <algorithm>
#include <unordered_map>

#include "base/characters.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, kSlotKinds> kSlotNames = {
    "day",  "month", "mm",   "year",   "yy",     "weekday", "grain", "season", "daypart", "holiday", "n",
    "dd",   "ord",   "hour", "minute", "second", "ampm",    "date",  "to",     "time",    "until",   "dur",
    "some", "a",     "b",    "c",      "digits", "d",       "w",     "part",   "era"};

constexpr std::array<std::string_view, static_cast<std::size_t>(Meaning::count_)> kMeanings = {
    "none",
    "date",
    "month_year",
    "month",
    "year",
    "year_from",
    "years",
    "decade",
    "century",
    "bc",
    "weekday",
    "last_weekday",
    "next_weekday",
    "coming_weekday",
    "this_weekday",
    "weekday_of_last_week",
    "weekday_of_next_week",
    "weekday_of_this_week",
    "weekday_of_week_before_last",
    "weekday_of_week_after_next",
    "weekday_day",
    "day_of_month",
    "day_of_last_month",
    "day_of_next_month",
    "day_of_this_month",
    "listed",
    "month_of_last_year",
    "month_of_next_year",
    "month_of_this_year",
    "last_month_name",
    "next_month_name",
    "this_month_name",
    "last_grain",
    "this_grain",
    "next_grain",
    "grain_before_last",
    "grain_after_next",
    "last_n",
    "next_n",
    "last_some",
    "next_some",
    "grains_ago",
    "ago",
    "hence",
    "ago_some",
    "hence_some",
    "ago_period",
    "that_grain",
    "same_grain",
    "following_grain",
    "preceding_grain",
    "ago_dur",
    "hence_dur",
    "before",
    "after",
    "quarter",
    "half",
    "quarter_of_last_year",
    "quarter_of_this_year",
    "quarter_of_next_year",
    "half_of_last_year",
    "half_of_this_year",
    "half_of_next_year",
    "season",
    "last_season",
    "this_season",
    "next_season",
    "holiday",
    "last_holiday",
    "next_holiday",
    "this_holiday",
    "nth_weekday",
    "last_weekday_of",
    "nth_grain",
    "last_grain_of",
    "first_n_of",
    "last_n_of",
    "week_of",
    "week_number",
    "part_early",
    "part_mid",
    "part_late",
    "rest_of",
    "to_date",
    "span",
    "since",
    "until",
    "after_date",
    "before_date",
    "clock",
    "half_past",
    "quarter_past",
    "quarter_to",
    "half_to",
    "minutes_past",
    "minutes_to",
    "at",
    "daypart_of",
    "this_daypart",
    "last_daypart",
    "next_daypart",
    "time_span",
    "in_daypart",
    "duration",
    "half_duration",
    "some_duration",
    "a_duration",
    "every",
    "every_weekday",
    "every_daypart",
    "per_period",
    "present",
    "past",
    "future",
    "day_word",
    "event"};

constexpr std::size_t kMostReadings = 20000;

/// Recursive descent over a pattern; every call gives all readings of what it took.
class SayParser {
 public:
  explicit SayParser(std::string_view text) : text_(text) {}

  ParsedPattern run() {
    ParsedPattern parsed;
    for (Reading& reading : alternatives('\0')) parsed.sequences.push_back(std::move(reading.sequence));
    if (problem_.empty() && at_ < text_.size()) problem_ = "a bracket too many";
    std::erase_if(parsed.sequences, [](const PatternSequence& sequence) { return sequence.empty(); });
    if (problem_.empty() && parsed.sequences.empty()) problem_ = "an empty pattern";
    parsed.problem = problem_;
    return parsed;
  }

 private:
  /// A reading so far, and whether a blank stands behind its last element (an option left out keeps its own).
  struct Reading {
    PatternSequence sequence;
    bool blank = false;
  };

  std::vector<Reading> alternatives(char close) {
    std::vector<Reading> all = sequence(close);
    while (problem_.empty() && at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      const auto more = sequence(close);
      all.insert(all.end(), more.begin(), more.end());
    }
    if (close != '\0') {
      if (at_ >= text_.size() || text_[at_] != close)
        problem_ = std::string("'") + close + "' is missing";
      else
        ++at_;
    }
    return all;
  }

  std::vector<Reading> sequence(char close) {
    std::vector<Reading> readings{{}};
    bool tight = false;
    while (problem_.empty() && at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ') {
        tight = false;
        ++at_;
        continue;
      }
      if (c == close || c == '|' || c == ']' || c == ')') break;
      std::vector<Reading> parts;
      if (c == '[' || c == '(') {
        ++at_;
        parts = alternatives(c == '[' ? ']' : ')');
        if (c == '[') parts.emplace_back();
      } else {
        parts = {{{c == '{' ? slot() : literal()}, false}};
      }
      if (problem_.empty()) readings = joined(readings, parts, tight);
      tight = true;
    }
    return readings;
  }

  std::vector<Reading> joined(const std::vector<Reading>& left, const std::vector<Reading>& right, bool tight) {
    std::vector<Reading> all;
    for (const Reading& a : left) {
      for (const Reading& b : right) {
        Reading both = a;
        both.blank = b.sequence.empty() ? a.blank || !tight : b.blank;
        for (std::size_t i = 0; i < b.sequence.size(); ++i) {
          both.sequence.push_back(b.sequence[i]);
          if (i == 0) both.sequence.back().tight = tight && !a.blank && !a.sequence.empty();
        }
        all.push_back(std::move(both));
      }
    }
    if (all.size() > kMostReadings) problem_ = "too many options in one pattern";
    return all;
  }

  PatternElement slot() {
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) {
      problem_ = "'}' is missing";
      return {};
    }
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    const auto kind = slot_named(name);
    if (!kind) problem_ = "no slot is called {" + std::string(name) + "}";
    at_ = end + 1;
    PatternElement element;
    element.slot = true;
    element.kind = kind.value_or(SlotKind::n);
    return element;
  }

  /// A run of letters, a run of digits, or one mark.
  PatternElement literal() {
    if (text_[at_] == '\\' && at_ + 1 < text_.size()) {  // \( is the mark itself
      PatternElement mark;
      mark.word = text_.substr(at_ + 1, 1);
      at_ += 2;
      return mark;
    }
    const std::size_t begin = at_;
    const Character first = character_at(text_, at_);
    at_ += first.length;
    const std::uint8_t run = first.bits & (kLetter | kDigit);
    while (run != 0 && at_ < text_.size()) {
      const Character next = character_at(text_, at_);
      if ((next.bits & run) == 0 || next.has(kSpaceless) != first.has(kSpaceless)) break;
      at_ += next.length;
    }
    PatternElement element;
    element.word = scan_folded(text_.substr(begin, at_ - begin));
    return element;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string problem_;
};
}  // namespace

std::optional<SlotKind> slot_named(std::string_view name) {
  const auto* found = std::find(kSlotNames.begin(), kSlotNames.end(), name);
  if (found == kSlotNames.end()) return std::nullopt;
  return static_cast<SlotKind>(found - kSlotNames.begin());
}

std::optional<Meaning> meaning_named(std::string_view id) {
  const auto* found = std::find(kMeanings.begin() + 1, kMeanings.end(), id);
  if (found == kMeanings.end()) return std::nullopt;
  return static_cast<Meaning>(found - kMeanings.begin());
}

std::string_view name_of(Meaning meaning) { return kMeanings[static_cast<std::size_t>(meaning)]; }

ParsedPattern parse_say(std::string_view pattern) { return SayParser(pattern).run(); }

std::optional<Formula> parse_formula(std::string_view text) {
  Formula formula;
  char operation = '+';
  std::size_t at = 0;
  const auto number = [&](Decimal& into) {
    const std::size_t begin = at;
    while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) ++at;
    const auto value = Decimal::parse(text.substr(begin, at - begin));
    if (value) into = *value;
    return value.has_value();
  };
  while (at < text.size()) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    Formula::Term term;
    if (text[at] == '-' && formula.terms.empty()) {
      operation = '-';
      ++at;
      continue;
    }
    term.operation = operation;
    if (text.substr(at, 3) == "ord") {
      term.slot = 'o';
      at += 3;
    } else if (text[at] >= 'a' && text[at] <= 'c') {
      term.slot = text[at++];
    } else {
      if (!number(term.numerator)) return std::nullopt;
      if (at < text.size() && text[at] == '/' && !number((++at, term.denominator))) return std::nullopt;
    }
    formula.terms.push_back(term);
    while (at < text.size() && text[at] == ' ') ++at;
    if (at == text.size()) break;
    operation = text[at++];
    if (std::string_view("+-*/").find(operation) == std::string_view::npos) return std::nullopt;
  }
  return formula.terms.empty() ? std::nullopt : std::optional(formula);
}

}  // namespace crosscheck
