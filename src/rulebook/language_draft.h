// What rules/<language>/{numbers,quantities,time}.yaml say, before CLDR is added and patterns are compiled:
// plain rows and parsed patterns. Private to src/rulebook/.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/rulebook.h"
#include "rulebook/schema.h"

namespace crosscheck {

struct WordRow {
  std::string key;
  SenseKind kind = SenseKind::literal;
  std::uint8_t flag = 0;
  std::uint32_t value = 0;
  Decimal decimal;     ///< number, scale, ordinal, vague, fraction (numerator)
  Decimal divisor{1};  ///< fraction
  std::string code;    ///< currency, unit, percent, recurring, event
};

struct DraftRule {
  SayRule rule;
  std::vector<PatternSequence> sequences;
};

struct LanguageDraft {
  std::vector<WordRow> words;
  std::vector<DraftRule> times, numbers, ages, ranges, lookalikes;
  std::vector<std::string> capital, prefixes;
  std::set<std::string> not_numbers;  ///< number words of CLDR that are ordinary words
  std::set<std::string> not_units;    ///< abbreviations of CLDR that are ordinary words
  std::set<std::string> code_words;   ///< currency codes that are ordinary words
  bool glued = false, denominators = false, needs_counter = false, bare_scales = true, short_tail = false,
       digits_after_scale = false, decimal_comma = false, bare_years = false, week_bound = false, no_ampm = false;
  std::string order;
};

class DraftLoader {
 public:
  using Holidays = std::map<std::string, std::uint32_t>;  ///< name → holiday_code
  DraftLoader(const Holidays& holidays, LanguageDraft& draft, std::vector<Fault>& faults)
      : holidays_(holidays), draft_(draft), faults_(faults) {}
  void numbers(const YamlFile& file);
  void quantities(const YamlFile& file);
  void times(const YamlFile& file);

 private:
  void list(YamlNode node, SenseKind kind, std::uint32_t value = 0, std::uint8_t flag = 0);
  void decimals(const YamlFile& file, YamlNode map, SenseKind kind);
  void codes(YamlNode map, SenseKind kind, std::uint8_t flag = 0);
  void indexed(const YamlFile& file, YamlNode map, SenseKind kind, const std::vector<std::string>& names);
  void says(const YamlFile& file, YamlNode node, std::vector<DraftRule>& into);
  void rules(const YamlFile& file, YamlNode map, std::vector<DraftRule>& into, bool timed);
  void say(const YamlFile& file, YamlNode node, DraftRule& rule);
  void fault(const YamlFile& file, YamlNode node, const char* code, const std::string& what);

  const Holidays& holidays_;
  LanguageDraft& draft_;
  std::vector<Fault>& faults_;
};

/// "12-25", "11-22 thu", "easter-2", "unknown" as one number: rule * 2^16 + day (base/holidays.h).
std::uint32_t holiday_code(const std::string& spec);

/// A rule from CLDR: meaning id, perhaps with its parameter ("ago:day"), and a pattern. Nothing when it does not parse.
std::optional<DraftRule> draft_rule(const std::string& id, const std::string& pattern);

/// CLDR's tables and the draft's rows → vocabulary and pattern trees of `lexicon`.
void compile_language(const LanguageDraft& draft, Lexicon& lexicon);

extern const std::vector<std::string> kGrainNames, kSeasonNames, kDaypartNames, kPartNames;

}  // namespace crosscheck
