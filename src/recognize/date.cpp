// Time expressions. Absolute ones get their span of days here; "in November" keeps the month and a cue,
// because only `normalize` knows the article's date. A four-digit number is a year only where the words
// around it say so ("in 2019", "the 2019 deal", "(2023)"), never before a counted noun.
// It does not read clock times, holidays, or dates in other calendars.
#include "recognize/date.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "recognize/number.h"

namespace crosscheck {
namespace {

struct Draft {
  TimeValue time;
  std::string cue;
  std::uint32_t first = 0, end = 0;
  std::uint32_t begin_byte = 0;  ///< when the expression starts inside a token ("post-October")
};

std::optional<int> whole_number(const Cursor& cursor, std::uint32_t at, std::size_t min_digits,
                                std::size_t max_digits) {
  if (!cursor.is_number(at)) return std::nullopt;
  const std::string& text = cursor.word(at);
  if (text.size() < min_digits || text.size() > max_digits) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> year_at(const Cursor& cursor, std::uint32_t at) {
  const auto year = whole_number(cursor, at, 4, 4);
  return year && *year >= 1500 && *year <= 2199 ? year : std::nullopt;
}

std::optional<int> day_at(const Cursor& cursor, std::uint32_t at, std::uint32_t& next) {
  const auto day = whole_number(cursor, at, 1, 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  next = at + 1;
  static constexpr std::array<std::string_view, 4> endings = {"st", "nd", "rd", "th"};
  if (cursor.inside(next) && !cursor.at(next).space_before &&
      std::find(endings.begin(), endings.end(), cursor.word(next)) != endings.end())
    ++next;
  return day;
}

/// The month a token names; capital needed, since "may" and "march" are words. An abbreviation's dot is taken.
int month_at(const Cursor& cursor, std::uint32_t at, std::uint32_t& next) {
  if (!cursor.is_word(at) || !cursor.at(at).capital) return 0;
  std::string word = cursor.word(at);
  if (!word.empty() && word.back() == '.') word.pop_back();
  const auto found = cursor.lexicon().months.find(word);
  if (found == cursor.lexicon().months.end()) return 0;
  next = at + 1;
  if (word.size() <= 4 && cursor.is(next, ".") && !cursor.at(next).space_before) ++next;
  return found->second;
}

std::optional<int> year_after(const Cursor& cursor, std::uint32_t at, std::uint32_t& next) {
  std::uint32_t from = at;
  if (cursor.is(from, ",") || cursor.is(from, "of")) ++from;
  const auto year = year_at(cursor, from);
  if (year) next = from + 1;
  return year;
}

std::optional<Draft> day_of_month(int month, int day, std::optional<int> year, Draft draft) {
  if (!year) {
    if (day > 31) return std::nullopt;
    draft.time = make_recurring_month(month, day, day);
    draft.cue = "nearest";
    return draft;
  }
  const auto exact = make_day(*year, month, day);
  if (!exact) return std::nullopt;
  draft.time = *exact;
  return draft;
}

/// "November 3, 2025", "November 2025", "Nov. 3", "November"
std::optional<Draft> month_first(const Cursor& cursor, std::uint32_t at) {
  Draft draft;
  draft.first = at;
  const int month = month_at(cursor, at, draft.end);
  if (month == 0) return std::nullopt;
  std::uint32_t after_day = 0;
  const auto day = day_at(cursor, draft.end, after_day);
  if (day && !cursor.lexicon().scale_suffixes.count(cursor.word(after_day)) &&
      !cursor.lexicon().number_words.count(cursor.word(after_day))) {
    draft.end = after_day;
    const auto year = year_after(cursor, after_day, draft.end);
    return day_of_month(month, *day, year, draft);
  }
  if (const auto year = year_after(cursor, draft.end, draft.end)) {
    draft.time = make_month(*year, month);
    return draft;
  }
  // A lone "May" or "March" needs a word that makes it a time.
  const bool needs_cue = cursor.word(at) == "may" || cursor.word(at) == "march" || cursor.word(at).size() <= 3;
  static constexpr std::array<std::string_view, 16> cues = {"in",    "since",  "last",  "next",   "until", "by",
                                                            "early", "late",   "mid",   "of",     "from",  "to",
                                                            "this",  "before", "after", "through"};
  if (needs_cue && std::find(cues.begin(), cues.end(), cursor.word(at - 1)) == cues.end()) return std::nullopt;
  draft.time = make_recurring_month(month);
  draft.cue = "nearest";
  return draft;
}

/// "3 November 2025", "3rd of November"
std::optional<Draft> day_first(const Cursor& cursor, std::uint32_t at) {
  Draft draft;
  draft.first = at;
  std::uint32_t next = 0;
  const auto day = day_at(cursor, at, next);
  if (!day) return std::nullopt;
  if (cursor.is(next, "of")) ++next;
  const int month = month_at(cursor, next, draft.end);
  if (month == 0) return std::nullopt;
  const auto year = year_after(cursor, draft.end, draft.end);
  return day_of_month(month, *day, year, draft);
}

/// "2025-11-03"
std::optional<Draft> iso_date(const Cursor& cursor, std::uint32_t at) {
  const auto year = year_at(cursor, at);
  if (!year || !cursor.is(at + 1, "-") || !cursor.is(at + 3, "-") || cursor.at(at + 1).space_before)
    return std::nullopt;
  const auto month = whole_number(cursor, at + 2, 2, 2), day = whole_number(cursor, at + 4, 2, 2);
  if (!month || !day) return std::nullopt;
  const auto exact = make_day(*year, *month, *day);
  if (!exact) return std::nullopt;
  Draft draft;
  draft.first = at;
  draft.end = at + 5;
  draft.time = *exact;
  return draft;
}

std::optional<Draft> weekday(const Cursor& cursor, std::uint32_t at) {
  if (!cursor.is_word(at) || !cursor.at(at).capital) return std::nullopt;
  const auto found = cursor.lexicon().weekdays.find(cursor.word(at));
  if (found == cursor.lexicon().weekdays.end() || cursor.word(at).size() < 4) return std::nullopt;
  std::uint32_t next = at + 1;
  if (cursor.is(next, ",")) ++next;
  for (auto* read : {&month_first, &day_first}) {
    if (auto date = (*read)(cursor, next)) {  // "Tuesday, November 4, 2025": the date says more
      date->first = at;
      return date;
    }
  }
  Draft draft;
  draft.first = at;
  draft.end = at + 1;
  draft.time = make_recurring_weekday(found->second);
  draft.cue = "nearest";
  return draft;
}

/// "third quarter of 2024", "Q3 2024", "first half of 2025"
std::optional<Draft> quarter(const Cursor& cursor, std::uint32_t at) {
  Draft draft;
  draft.first = at;
  int part = 0;
  bool half = false;
  const std::string& word = cursor.word(at);
  if (word.size() == 2 && (word[0] == 'q' || word[0] == 'h') && word[1] >= '1' && word[1] <= '4' &&
      cursor.at(at).capital) {
    half = word[0] == 'h';
    part = word[1] - '0';
    draft.end = at + 1;
  } else {
    const auto ordinal = cursor.lexicon().ordinal_words.find(word);
    if (ordinal == cursor.lexicon().ordinal_words.end() || ordinal->second > 4) return std::nullopt;
    std::uint32_t noun = at + 1;
    if (cursor.is(noun, "fiscal") || cursor.is(noun, "-")) ++noun;
    half = cursor.is(noun, "half");
    if (!half && !cursor.is(noun, "quarter")) return std::nullopt;
    part = ordinal->second;
    draft.end = noun + 1;
  }
  if (half && part > 2) return std::nullopt;
  const auto year = year_after(cursor, draft.end, draft.end);
  if (!year) {
    draft.cue = (half ? "half:" : "quarter-of:") + std::to_string(part);
    return draft;
  }
  draft.time = half ? make_span(day_number(*year, part == 1 ? 1 : 7, 1),
                                day_number(*year, part == 1 ? 6 : 12, part == 1 ? 30 : 31))
                    : make_quarter(*year, part);
  return draft;
}

/// "2019" where the words around it make it a year; "fiscal 2024", "the 1990s"
std::optional<Draft> lone_year(const Cursor& cursor, std::uint32_t at) {
  Draft draft;
  draft.first = at;
  std::uint32_t number = at;
  if (cursor.is(at, "fiscal")) number = cursor.is(at + 1, "year") ? at + 2 : at + 1;
  const auto year = year_at(cursor, number);
  if (!year) return std::nullopt;
  draft.end = number + 1;
  if (cursor.is(draft.end, "s") && !cursor.at(draft.end).space_before && *year % 10 == 0) {
    draft.end += 1;
    draft.time = make_span(day_number(*year, 1, 1), day_number(*year + 9, 12, 31));
    draft.time.grain = Grain::decade;
    return draft;
  }
  static constexpr std::array<std::string_view, 22> before = {
      "in",    "since", "by",   "of",     "during", "from", "until",      "till", "through", "before", "after",
      "early", "mid",   "late", "fiscal", "year",   "for",  "throughout", "than", "beyond",  "circa",  "full-year"};
  const std::string& previous = cursor.word(at - 1);
  const std::string& next = cursor.word(draft.end);
  const bool led = std::find(before.begin(), before.end(), previous) != before.end();
  const bool bracketed = previous == "(" && (next == ")" || next == ",");
  const bool modern = *year >= 1900 && *year <= 2100;
  const bool possessive = next == "'s" && modern;
  const bool adjective =
      modern &&
      (previous == "the" || previous == "its" || previous == "a" || previous == "their" || previous == "'s") &&
      cursor.is_word(draft.end) && !cursor.listed(draft.end, "worker_nouns");
  const bool list_item = modern && (previous == "and" || previous == "to" || previous == "-" || previous == "or") &&
                         year_at(cursor, at - 2).has_value();
  const bool leads = modern && at == cursor.begin() && cursor.is_word(draft.end);
  if (!led && !bracketed && !possessive && !adjective && !list_item && !leads && number == at) return std::nullopt;
  const bool counted = cursor.is_word(draft.end) && !adjective && !possessive &&
                       (cursor.listed(draft.end, "worker_nouns") || cursor.lexicon().number_words.count(next) > 0 ||
                        cursor.lexicon().units.count(next) > 0);
  if (counted || (!modern && !bracketed && !led)) return std::nullopt;
  draft.time = make_year(*year);
  return draft;
}

/// "three years ago", "two weeks later": days, weeks, months or years against the reference date.
std::optional<Draft> counted_relative(const Cursor& cursor, std::uint32_t at) {
  const auto number = read_number(cursor, at, false);
  if (!number || number->decimals || !number->value.is_integer() || number->value.magnitude() > 2) return std::nullopt;
  const auto unit = cursor.lexicon().units.find(cursor.word(number->end_token));
  if (unit == cursor.lexicon().units.end() || unit->second.kind != MentionKind::duration) return std::nullopt;
  const std::string& direction = cursor.word(number->end_token + 1);
  const bool back = direction == "ago" || direction == "earlier";
  if (!back && direction != "later") return std::nullopt;
  const std::string& ucum = unit->second.ucum;
  const char* grain = ucum == "a"    ? "year"
                      : ucum == "mo" ? "month"
                      : ucum == "wk" ? "week"
                      : ucum == "d"  ? "day"
                                     : nullptr;
  if (grain == nullptr) return std::nullopt;
  Draft draft;
  draft.first = at;
  draft.end = number->end_token + 2;
  draft.cue = std::string(direction == "ago" ? "" : "from-event:") + grain + ":" + (back ? "-" : "+") +
              number->value.to_string();
  return draft;
}

std::optional<Draft> relative_phrase(const Cursor& cursor, std::uint32_t at) {
  for (const RelativeTime& relative : cursor.lexicon().relative_times) {
    if (relative.words.front() != cursor.word(at)) continue;
    const std::uint32_t length = cursor.phrase(at, relative.words);
    if (length == 0) continue;
    Draft draft;
    draft.first = at;
    draft.end = at + length;
    draft.cue = relative.cue;
    return draft;
  }
  return std::nullopt;
}

std::optional<Draft> plain_date(const Cursor& cursor, std::uint32_t at) {
  for (auto* read :
       {&iso_date, &weekday, &month_first, &day_first, &quarter, &relative_phrase, &lone_year, &counted_relative}) {
    if (auto draft = (*read)(cursor, at)) return draft;
  }
  return std::nullopt;
}

/// The early, middle or late third of a month; of a year or quarter likewise.
void narrow(TimeValue& time, std::string_view part) {
  const int third = part == "early" ? 0 : part == "mid" ? 1 : 2;
  if (time.anchored()) {
    if (time.grain == Grain::day) return;
    const std::int32_t first = *time.first, length = *time.last - *time.first + 1;
    time = make_span(first + length * third / 3, first + length * (third + 1) / 3 - 1);
  } else if (time.month != 0 && time.first_day == 0) {
    static constexpr std::array<int, 4> starts = {1, 11, 21, 32};
    const auto index = static_cast<std::size_t>(third);
    time = make_recurring_month(time.month, starts[index], starts[index + 1] - 1);
  }
}

/// "late October", "mid-2024", "the end of 2026", "post-October 2024"
std::optional<Draft> modified_date(const Cursor& cursor, std::uint32_t at) {
  const std::string& word = cursor.word(at);
  std::uint32_t next = at;
  std::string_view part;
  if (word == "early" || word == "late" || word == "mid") {
    part = word;
    next = at + 1 + (cursor.is(at + 1, "-") || cursor.is(at + 1, "in") ? 1 : 0);
  } else if ((word == "end" || word == "start" || word == "beginning" || word == "middle" || word == "close") &&
             cursor.is(at + 1, "of")) {
    part = word == "end" || word == "close" ? "late" : word == "middle" ? "mid" : "early";
    next = at + 2 + (cursor.is(at + 2, "the") ? 1 : 0);
  } else if (word == "last" || word == "next" || word == "this") {
    const bool names_day = cursor.is_word(at + 1) && cursor.at(at + 1).capital;
    if (!names_day) return std::nullopt;
    next = at + 1;
  } else {
    return std::nullopt;
  }
  auto draft = plain_date(cursor, next);
  if (!draft) {  // a year needs no other word once "late" stands before it
    if (const auto year = year_at(cursor, next)) {
      draft = Draft{make_year(*year), "", next, next + 1, 0};
    }
  }
  if (!draft || (draft->cue != "" && draft->cue != "nearest")) return std::nullopt;
  if (!part.empty()) narrow(draft->time, part);
  if (word == "next") draft->cue = "following";
  draft->first = at;
  return draft;
}

/// "post-October 2024", "pre-2020", "mid-November": the date begins inside a hyphenated word.
std::optional<Draft> prefixed_date(const Cursor& cursor, std::uint32_t at) {
  const std::string& word = cursor.word(at);
  const std::size_t hyphen = word.find('-');
  if (!cursor.is_word(at) || hyphen == std::string::npos || hyphen + 1 >= word.size()) return std::nullopt;
  const std::string prefix = word.substr(0, hyphen), rest = word.substr(hyphen + 1);
  Draft draft;
  draft.first = at;
  draft.end = at + 1;
  if (const auto ordinal = cursor.lexicon().ordinal_words.find(prefix);
      ordinal != cursor.lexicon().ordinal_words.end()) {
    if ((rest != "quarter" && rest != "half") || ordinal->second > (rest == "half" ? 2 : 4)) return std::nullopt;
    draft.cue =
        (rest == "half" ? "half:" : "quarter-of:") + std::to_string(ordinal->second);  // "fourth-quarter revenue"
    return draft;
  }
  if (prefix != "post" && prefix != "pre" && prefix != "mid") return std::nullopt;
  const auto month = cursor.lexicon().months.find(rest);
  if (month != cursor.lexicon().months.end()) {
    if (const auto year = year_after(cursor, at + 1, draft.end)) {
      draft.time = make_month(*year, month->second);
    } else {
      draft.time = make_recurring_month(month->second);
      draft.cue = "nearest";
    }
  } else if (rest.size() == 4 && rest.find_first_not_of("0123456789") == std::string::npos) {
    draft.time = make_year(std::stoi(rest));
  } else {
    return std::nullopt;
  }
  if (prefix == "mid") {
    narrow(draft.time, "mid");
    return draft;
  }
  draft.begin_byte = cursor.at(at).span.begin + static_cast<std::uint32_t>(hyphen) + 1;
  draft.cue = draft.cue.empty() ? (prefix == "post" ? "after" : "before") : draft.cue;
  return draft;
}

/// "since 2019" is open towards the future, "by 2026" towards the past.
void open_ends(const Cursor& cursor, Draft& draft) {
  if (!draft.time.anchored()) return;
  std::uint32_t before = draft.first - 1;
  if (cursor.is(before, "the")) --before;
  const std::string& word = cursor.word(before);
  if (word == "since") {
    draft.time.open_end = true;
  } else if (word == "by" || word == "before" || word == "until" || word == "till" || word == "through") {
    draft.time.open_start = true;
    if (word == "before" && cursor.word(draft.first) != "end") draft.time.last = *draft.time.first - 1;
  } else if (word == "after") {
    draft.time.open_end = true;
    draft.time.first = *draft.time.last + 1;
  }
  if (draft.time.open_start) draft.time.first.reset();
  if (draft.time.open_end) draft.time.last.reset();
}

}  // namespace

std::optional<Mention> read_date(const Cursor& cursor, std::uint32_t at) {
  auto draft = modified_date(cursor, at);
  if (!draft) draft = prefixed_date(cursor, at);
  if (!draft) draft = plain_date(cursor, at);
  if (!draft) return std::nullopt;
  open_ends(cursor, *draft);
  Mention mention;
  mention.kind = MentionKind::date;
  mention.first_token = draft->first;
  mention.end_token = draft->end;
  const std::uint32_t begin = draft->begin_byte != 0 ? draft->begin_byte : cursor.at(draft->first).span.begin;
  mention.span = mention.qualified = {begin, cursor.at(draft->end - 1).span.end};
  mention.time = draft->time;
  mention.cue = draft->cue;
  mention.edtf = to_edtf(draft->time);
  return mention;
}

}  // namespace crosscheck
