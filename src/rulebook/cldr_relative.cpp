// Times told from today, out of CLDR's "fields" table: "last year" → last_grain:year, "{0} days ago" → ago with
// {n} {grain}, "übermorgen" → two days on. A unit's word gives way to {grain} where it is one of `grains`, so that
// twenty plural forms become one pattern: "vor {0} Tagen" and "vor {0} Jahr" both say "vor {n} {grain}". Where
// it is a form that `grains` lacks, it stays and the meaning names the unit: Hungarian {"ago:day", "{n} napja"};
// where it holds the number as well, the meaning names both: Arabic {"ago:day:2", "قبل يومين"}.
// It knows one phrase for each: "in the past year" or "a week back" are for rules/ to add.
#include <array>
#include <map>
#include <set>

#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

const std::map<std::string, int> kWeekdays = {{"mon", 1}, {"tue", 2}, {"wed", 3}, {"thu", 4},
                                              {"fri", 5}, {"sat", 6}, {"sun", 7}};
const std::set<std::string> kRelativeGrains = {"second", "minute", "hour", "day", "week", "month", "quarter", "year"};
const std::map<std::string, int> kFixed = {{"zero", 0}, {"one", 1}, {"two", 2}};

struct Field {
  std::string name;  ///< "day" of "day-short"
  bool is_long = true;
};

Field field_of(const std::string& key) {
  const std::size_t dash = key.find('-');
  return {key.substr(0, dash), dash == std::string::npos};
}

/// "in {n}m" may be five million, "viime v" anything.
bool has_lone_letter(std::string phrase) {
  if (const std::size_t slot = phrase.find("{n}"); slot != std::string::npos) phrase.replace(slot, 3, " ");
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    const std::string word = phrase.substr(at, end - at);
    if (letters(word) == 1 && !reads_as_word(word)) return true;
    at = end + 1;
  }
  return false;
}

char32_t last_code(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return decode(text, at).code;
}

/// May a word stand between these? In scripts that run on it must touch its number.
bool is_word_at(std::string_view before, std::string_view word, std::string_view after) {
  if (count_codes(word, runs_on) > 0) {
    return before.ends_with("{n}") || before.ends_with("{n} ") || after.starts_with("{n}") || after.starts_with(" {n}");
  }
  return (before.empty() || !is_letter(last_code(before))) && (after.empty() || !is_letter(decode(after, 0).code));
}

/// "vor {n} tagen" → "vor {n} {grain}" by the longest word that fits; unchanged when none does.
std::string with_grain(const std::string& phrase, const std::vector<std::string>& words) {
  std::size_t best = std::string::npos, length = 0;
  for (const std::string& word : words) {
    if (word.size() <= length) continue;
    for (std::size_t at = phrase.find(word); at != std::string::npos; at = phrase.find(word, at + 1)) {
      const std::string_view all = phrase;
      if (!is_word_at(all.substr(0, at), word, all.substr(at + word.size()))) continue;
      best = at;
      length = word.size();
      break;
    }
  }
  return best == std::string::npos ? phrase : phrase.substr(0, best) + "{grain}" + phrase.substr(best + length);
}

class RelativeTimes {
 public:
  RelativeTimes(const icu::Locale& locale, const Lexicon& lexicon, TimeRules& rules) : rules_(rules) {
    visit_strings(locale, "-unit", "units/duration", [&](const Path& path, const std::string& text) {
      if (path.size() == 2) plain_.insert(without_number(text));
    });
    for (const auto& [word, grain] : lexicon.grains) words_[grain].push_back(word);
    for (auto& [grain, words] : words_) std::sort(words.begin(), words.end());
  }

  void add(const Path& path, const std::string& text) {
    const Field field = field_of(path.front());
    if (path.size() == 3 && path[1] == "relative") add_relative(field, path[2], text);
    if (path.size() == 4 && path[1] == "relativeTime" && kRelativeGrains.contains(field.name)) {
      add_distance(field, path[2] == "past" ? "ago" : "hence", path[3], text);
    }
  }

 private:
  /// "last year", "now"; days are words of their own and no patterns.
  void add_relative(const Field& field, const std::string& step, const std::string& text) {
    static const std::map<std::string, std::string> kSteps = {{"-2", "grain_before_last"},
                                                              {"-1", "last_grain"},
                                                              {"0", "this_grain"},
                                                              {"1", "next_grain"},
                                                              {"2", "grain_after_next"}};
    static const std::map<std::string, std::string> kWeekdaySteps = {
        {"-1", "last_weekday"}, {"0", "this_weekday"}, {"1", "next_weekday"}};
    if (holds_pattern_mark(text) || letters(text) < 2 || (!field.is_long && has_lone_letter(text))) return;
    if (field.name == "second" || field.name == "minute" || field.name == "hour") {
      const bool is_phrase = text.find_first_of("/0123456789") == std::string::npos;  // not "1 時間以内"
      if (step == "0" && is_phrase) rules_.add("present", text);
    } else if (const auto weekday = kWeekdays.find(field.name); weekday != kWeekdays.end()) {
      const auto meaning = kWeekdaySteps.find(step);
      if (meaning == kWeekdaySteps.end() || !field.is_long) return;  // "this sun"
      rules_.add(meaning->second + ":" + std::to_string(weekday->second), text);
    } else if (const auto meaning = kSteps.find(step); meaning != kSteps.end() && field.name != "day") {
      if (kRelativeGrains.contains(field.name)) rules_.add(meaning->second + ":" + field.name, text);
    }
  }

  void add_distance(const Field& field, const std::string& meaning, const std::string& plural,
                    const std::string& text) {
    const std::string& grain = field.name;
    const std::size_t number = text.find("{0}");
    std::string phrase = text;
    if (number != std::string::npos) phrase.erase(number, 3);
    if (phrase.find_first_of("[]{}|") != std::string::npos || letters(phrase) == 0 || text.starts_with('+') ||
        text.starts_with('-'))
      return;
    if (number == std::string::npos) {
      if (const auto n = kFixed.find(plural); n != kFixed.end()) {
        add_once(meaning, grain + ":" + std::to_string(n->second), phrase);
      }
      return;
    }
    phrase = with_optional(phrase.insert(number, "{n}"));
    const std::string general = with_grain(phrase, words_[grain]);
    if (general != phrase) {
      if (says_more(general)) return add_once(meaning, "", general);
      const bool is_inflected = !plain_.contains(trimmed(phrase.substr(phrase.find('}') + 1)));
      if (field.is_long && is_inflected) add_once(meaning, grain, phrase);  // Armenian "{n} օրից"
    } else if (field.is_long || !has_lone_letter(phrase)) {
      add_once(meaning, grain, phrase);
    }
  }

  /// Nothing lies ahead and behind: where CLDR says both of a phrase, the first stands.
  void add_once(const std::string& direction, const std::string& detail, const std::string& pattern) {
    if (directions_.try_emplace(pattern, direction).first->second != direction) return;
    rules_.add(detail.empty() ? direction : direction + ":" + detail, pattern);
  }

  /// A bare "{n} {grain}" is a length of time.
  static bool says_more(std::string pattern) {
    for (const std::string slot : {"{n}", "{grain}"}) pattern.erase(pattern.find(slot), slot.size());
    return pattern.find_first_not_of(" .") != std::string::npos;
  }

  TimeRules& rules_;
  std::set<std::string> plain_;                            ///< names of units as they stand behind a number
  std::map<std::string, std::vector<std::string>> words_;  ///< grain → its words
  std::map<std::string, std::string> directions_;          ///< pattern → "ago" or "hence"
};

}  // namespace

void add_relative_times(const icu::Locale& locale, const Lexicon& lexicon, TimeRules& rules) {
  RelativeTimes times(locale, lexicon, rules);
  visit_strings(locale, "", "fields", [&](const Path& path, const std::string& text) { times.add(path, text); });
  // Two of a unit in one word: "يومان".
  visit_strings(locale, "-unit", "units/duration", [&](const Path& path, const std::string& text) {
    if (path.back() != "two" || text.find('{') != std::string::npos || holds_pattern_mark(text)) return;
    if (path.front().find('-') == std::string::npos) rules.add("duration:" + path.front() + ":2", text);
  });
}

}  // namespace crosscheck
