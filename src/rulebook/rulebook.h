// what      rules/ → one immutable Rulebook: lexicons, frames, derivations, or *all* that is wrong with them
// in → out  a folder of YAML (+ ICU's CLDR data) → Checked<Rulebook>; a project's .crosscheck.yaml → Checked<Project>
// units     money in ISO 4217 codes, measures in UCUM codes, slack in days
// owns      every table and compiled pattern; nothing changes after load
// fails     faults of all files at once, each with file:line:column, what is wrong and what would be right; where a
//           language's files wait for its first document, their faults are kept in late_faults()
// threads   any number of readers; a language's lexicon is built behind a lock
// cost      about 60 ms a run and 30 ms for each language met, 300 ms with all fifteen; patterns are compiled when first tried
// follows   CLDR 42 through ICU 72; JSON Schema (a subset) for the shape of rule files; RE2 syntax underneath
// tested by tests/unit/rulebook_test.cpp, tests/unit/project_test.cpp, and `crosscheck rules test` over every rule's own examples
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/decimal.h"
#include "base/parallel.h"
#include "base/pool.h"
#include "base/result.h"
#include "base/stem.h"
#include "model/model.h"
#include "rulebook/cue_index.h"
#include "rulebook/demonyms.h"
#include "rulebook/gazetteer.h"
#include "rulebook/grammar.h"
#include "rulebook/pattern.h"
#include "rulebook/pattern_sieve.h"
#include "rulebook/tables.h"
#include "rulebook/vocabulary.h"
#include "rulebook/word_list.h"

namespace crosscheck {

// ---- words of a language --------------------------------------------------------------------

/// Unit of a measure in one language: "kilometres" → km.
struct UnitName {
  std::string ucum;
  MentionKind kind = MentionKind::measure;
  std::string dimension{};  ///< of rules/units.yaml; empty: not listed there
  Decimal factor{1};        ///< its size in the dimension's base unit
};

struct NumberWord {
  Decimal value;
  bool scale = false;  ///< multiplies what stands before it: hundred, thousand, million
};

/// "1.2M": a power of ten; one letter counts as a capital alone.
struct NumberSuffix {
  int power = 0;
  bool capital = false;
};

struct Lexicon {
  std::string language;

  // Derived from CLDR.
  std::unordered_map<std::string, int> months;                    ///< folded, every width: "november", "nov"
  std::unordered_map<std::string, int> weekdays;                  ///< 1 = Monday
  std::unordered_map<std::string, NumberWord> number_words;       ///< "seven", "forty", "forty two", "million"
  std::map<std::string, NumberSuffix> number_suffixes;            ///< "k", "mn"
  std::map<std::string, Decimal> scales_before;                   ///< Swahili "milioni 2"
  std::set<std::string> number_joiners;                           ///< "and" of "hundred and five"
  std::unordered_map<std::string, int> ordinal_words;             ///< "first" … "thirty first", "thousandth"
  std::unordered_map<std::string, std::string> currency_names;    ///< "dollars", "us dollars" → USD
  std::unordered_map<std::string, std::string> currency_symbols;  ///< "$" → USD, "us$" → USD, "eur" → EUR
  std::unordered_map<std::string, UnitName> units;                ///< "kilometers", "km" → km
  std::unordered_set<std::string> territories;                    ///< folded names of countries, continents and cities
  std::map<int, std::vector<std::string>> day_words;      ///< -1: "yesterday", 0: "today", 2: "the day after tomorrow"
  std::unordered_map<std::string, std::string> grains;    ///< "weeks" → "week"; second … century
  std::unordered_map<std::string, std::string> dayparts;  ///< "in the morning" → "morning"; … noon, midnight
  std::vector<std::string> am, pm;                        ///< "a.m.", "am", "오전"
  std::map<std::string, std::vector<std::string>> eras;   ///< "bc", "ad"
  /// What CLDR's date formats and relative fields say, as patterns (rules/README): meaning → pattern, each once:
  /// {"date", "{day}. {month} {year}"}, {"ago", "vor {n} {grain}"}, {"ago:day", "{n} napja"},
  /// {"ago:day:2", "قبل يومين"}, {"last_grain:year", "last year"}, {"quarter:1", "q1 {year}"}.
  std::vector<std::pair<std::string, std::string>> time_rules;
  std::unordered_map<std::string, UtcOffset> zones;        ///< "gmt", "eastern time"; then those of words.yaml
  std::unordered_map<std::string, UtcOffset> place_zones;  ///< "indonesia", "paris": what its clocks may show
  std::string date_order;  ///< "dmy", "mdy", "ymd": of the language's short numeric date
  std::unordered_map<std::string, std::string> units_before;  ///< "kilomita" → km, "saatte" → /h
  bool percent_first = false;                                 ///< "% 5"
  char decimal_sign = '.';
  char grouping_sign = ',';

  Demonyms demonyms;    ///< adjectives and people of states: rules/<language>/demonyms.yaml, then CLDR's languages
  Gazetteer gazetteer;  ///< territories under all their names; then rules/entities.yaml, rules/<language>/entities.yaml

  // Compiled from CLDR and rules/<language>/ together; what `recognize` reads.
  Vocabulary vocabulary;
  std::vector<Decimal> decimals, divisors;  ///< values of number senses; divisors of fractions
  std::vector<std::string> codes;           ///< currencies, percent units, durations of sets, events
  std::vector<UnitName> unit_names;         ///< of unit senses
  PatternSet times, numbers, ages, ranges, lookalikes;
  std::vector<std::string> prefixes;  ///< clitics a word may begin with (Arabic)
  bool glued = false;                 ///< number words run together: "einundzwanzig"
  bool denominators = false;          ///< ordinals serve as denominators
  bool digits_after_scale = false;    ///< "11 bin 119" is 11119
  bool decimal_comma = false;         ///< "2,5" is a decimal beside "2.5"
  bool bare_years = false;            ///< "Er starb 2019."
  bool week_bound = false;            ///< "last Wednesday" is the one of last week
  bool short_tail = false;            ///< 一万三 is 13000
  bool articles_needed = false;       ///< "a hundred": a scale word alone is no number
  bool needs_counter = false;         ///< a number in words needs a counter, a particle or the word's end

  // From rules/<language>/words.yaml and names.yaml.
  /// Named word lists, folded: stop words, titles, legal suffixes, verbs of saying, …
  std::map<std::string, WordList, std::less<>> lists;
  /// Cue phrases by class: modality, what tells facts of a kind apart.
  std::map<std::string, Cues> cues;

  TableWords tables;  ///< from rules/<language>/tables.yaml

  /// Of the language. One that is lent may remember words; whoever gets it says forget_many() first.
  std::shared_ptr<Pool<Stemmer>> stemmers;

  /// Words of one meaning, by kind: in "actions" "slain" and its stem → "kill".
  std::map<std::string, std::map<std::string, std::string>, std::less<>> classes;

  bool in_list(std::string_view list, const std::string& word) const;
  /// The same for one word and many lists: their keys, once index_lists() was called.
  const std::vector<ListName::Key>& lists_of(std::string_view word) const;
  /// As list() below, found by its key, once index_lists() was called.
  const WordList& indexed(ListName name) const;
  void index_lists();
  /// False when no name of a place begins with the word, which has letters only: it may say true for nothing.
  bool may_open_place(std::string_view word) const { return listed_.empty() || place_openers_.has_word(word); }
  /// Of a class of cues, once index_cues() was called; nothing when the language has none.
  const CueIndex* cues_of(ListName cue_class) const;
  void index_cues();
  void index_classes();
  /// The class of a word, else of its stem ("founded" is not "found"), or nothing.
  const std::string* class_of(ListName kind, const std::string& word, const std::string& stem) const;
  /// Empty when the language has no such list.
  const WordList& list(const std::string& name) const;

 private:
  WordTable<std::vector<ListName::Key>> listed_;
  std::vector<std::uint64_t> listed_bits_;                     ///< by some of the hash: is a word listed at all?
  std::unordered_map<ListName::Key, const WordList*> by_key_;  ///< into `lists`
  VocabularySlots place_openers_;  ///< first words of `territories` and of the list "places"
  std::vector<std::pair<ListName::Key, CueIndex>> cue_index_;                  ///< a handful
  std::vector<std::pair<ListName::Key, WordTable<std::string>>> class_index_;  ///< as `classes`
};

// ---- frames ---------------------------------------------------------------------------------

/// Where `normalize` looks when the sentence is silent about a role.
enum class RoleContext : std::uint8_t { none, subject, topic };

struct RoleSpec {
  std::string name;
  bool key = true;  ///< part of what makes two claims the same fact
  RoleContext context = RoleContext::none;
  bool places = false;            ///< a place may fill it
  std::vector<Pattern> patterns;  ///< tried in order while the role is empty
};

struct Example {
  std::string text;
  std::string value;  ///< the surface of the value; empty in a `no`
  std::map<std::string, std::string> roles;
  std::string where;  ///< file:line:column
};

struct Frame {
  std::string id;  ///< "finance/valuation"
  std::string attribute;
  std::string label;  ///< "{of}'s valuation"
  std::vector<MentionKind> kinds;
  std::vector<RoleSpec> roles;
  bool symmetric = false;  ///< a deal of two parties; all key roles name parties, and where a text does not
                           ///< say which is which, they match as a set
  bool deal = false;       ///< joins two parties, and may be announced and completed
  bool period = false;     ///< the value of a period: another period is another fact
  Behaviour behaviour = Behaviour::fixed;
  int holds_days = 0;                 ///< fluctuating: how long a value may be told as current
  int priority = 0;                   ///< a value two frames want goes to the higher one
  std::vector<std::string> triggers;  ///< folded words, "invest*" for a prefix; one must be present
  std::vector<Pattern> value_patterns;
  std::vector<Pattern> loose_patterns;  ///< tried for all frames once no frame's value pattern took the value
  std::vector<std::pair<std::string, std::vector<Pattern>>> qualifiers;  ///< "cumulative" → patterns
  std::vector<Example> yes, no;
  std::string where;
  std::string source;  ///< the file's text, for `rules explain`
};

/// Which frames have a trigger among a sentence's words, found by the words: a sentence has thirty, the frames thousands.
class TriggerIndex {
 public:
  TriggerIndex() = default;
  explicit TriggerIndex(const std::vector<Frame>& frames);
  /// Places in the vector given, ascending, each once.
  std::vector<std::uint32_t> triggered(const SentenceWords& words) const;
  /// Of all frames' patterns; a frame's value patterns stand from first_pattern() on, its loose ones behind them.
  const PatternSieve& sieve() const { return sieve_; }
  std::size_t first_pattern(std::uint32_t frame) const { return first_patterns_[frame]; }

 private:
  PatternSieve sieve_;
  std::vector<std::size_t> first_patterns_;
  using FramesOfWord = WordTable<std::vector<std::uint32_t>>;
  FramesOfWord words_, prefixes_;
  VocabularySlots known_;  ///< of both: most words are in neither
  /// By a word's first two bytes the lengths of the prefixes that begin with them, as bits: most words have none.
  std::array<std::uint64_t, 4096> lengths_{};
};

// ---- derivations ----------------------------------------------------------------------------

/// An identity between attributes: result = left (operation) right, joined on shared roles.
struct DerivationRule {
  std::string id;
  std::string result, left, right;                        ///< attributes
  std::string operation;                                  ///< "divide", "multiply", "add", "subtract"
  std::vector<std::pair<std::string, std::string>> join;  ///< role of left = role of right
  std::map<std::string, std::string> roles;               ///< role of result = "left.of"
  int slack_days = 0;
  std::string words;  ///< for the reader: "a stake's worth over its share is the whole"
  std::string where;
};

/// Inside one document: patterns over a figure that say "part is P of whole", "P more than before".
struct ArithmeticRule {
  std::string id;
  std::string formula;                   ///< "share", "growth", "sum" …: check/formulas.h has them
  std::vector<Pattern> patterns;         ///< captures: the formula's terms, and words
  std::vector<std::string> unless;       ///< words of the matched text that say the figures are of two things
  std::vector<std::string> unless_said;  ///< the same of the whole sentence
  std::vector<Example> yes, no;
  std::string where;
};

struct ArithmeticRules {
  std::vector<ArithmeticRule> rules;
  PatternSieve sieve;  ///< of their patterns, in their order

  ArithmeticRules() = default;
  explicit ArithmeticRules(std::vector<ArithmeticRule> own);
};

// ---- the book -------------------------------------------------------------------------------

class Rulebook {
 public:
  /// Any BCP 47 language: its folder's rules on top of CLDR's, or CLDR's alone. Built at first use.
  const Lexicon& lexicon(std::string_view language) const;
  /// All that was wrong with files parsed after load. Ask once the languages of a run have their lexicons and before
  /// its first document is read for facts: a run whose rules are at fault says so and reads nothing.
  std::vector<Fault> late_faults() const;
  const std::vector<Frame>& frames(std::string_view language) const;
  /// Of frames(language).
  const TriggerIndex& triggers(std::string_view language) const;
  const ArithmeticRules& arithmetic(std::string_view language) const;
  /// Notes of what was right and what was wrong.
  const ArithmeticRules& corrections(std::string_view language) const;
  const std::vector<DerivationRule>& derivations() const { return derivations_; }
  const Frame* frame_named(const std::string& id) const;
  const Frame* frame_of(std::string_view attribute) const;
  /// Weights and limits of `link`, by name.
  double number(std::string_view name) const;
  /// The weights of `link`'s models by name, then by feature, as `crosscheck train` wrote them.
  const std::map<std::string, std::map<std::string, double>>& link_models() const { return link_models_; }
  /// Of the bytes of all files; computed when asked, which `mentions` never does.
  std::string digest() const;
  /// Of all that can change what is read from a document of that language: two books of one such digest extract the same.
  std::string extraction_digest(std::string_view language) const;
  const std::vector<std::string>& languages() const { return languages_; }
  const std::map<std::string, Decimal>& unit_factors() const { return unit_factors_; }
  /// UCUM code → dimension ("length"); units of one dimension convert by their factors.
  const std::map<std::string, std::string>& unit_dimensions() const { return unit_dimensions_; }

 private:
  friend class RulebookLoader;
  struct Languages;  ///< drafts as read, lexicons as built
  std::shared_ptr<Languages> lexicons_;
  std::map<std::string, std::vector<Frame>, std::less<>> frames_;
  std::map<std::string, TriggerIndex, std::less<>> triggers_;
  std::unordered_map<std::string, std::pair<std::string, std::size_t>> places_;  ///< rule id → language, position
  std::map<std::string, ArithmeticRules, std::less<>> arithmetic_, corrections_;
  std::vector<DerivationRule> derivations_;
  std::map<std::string, double, std::less<>> numbers_;
  std::map<std::string, std::map<std::string, double>> link_models_;
  std::map<std::string, Decimal> unit_factors_;
  std::map<std::string, std::string> unit_dimensions_;
  std::vector<std::string> languages_;
};

/// Fifteen languages' numbers, quantities and times cost more than the reading of a small corpus, which has one or two.
/// With `as_needed` each waits for its language's first lexicon(). The digest is the same: it covers the bytes of all files.
enum class Loading : std::uint8_t { everything, as_needed };

Checked<Rulebook> load_rulebook(const std::string& directory, Loading loading = Loading::everything,
                                const Workers& workers = {});

// ---- a project's own settings -----------------------------------------------------------------

/// .crosscheck.yaml. Paths are as a program in any folder can open them; what is not set is empty.
struct Project {
  std::string path, folder;              ///< the file, and where it lies
  std::vector<std::string> against;      ///< corpora that articles are checked against
  std::string reviews, baseline, rules;  ///< files and a folder
  std::string fail_on, language;
  std::vector<std::string> formats;
  std::optional<double> min_confidence;
  std::vector<std::string> ignore;  ///< patterns of paths below the folder: "drafts/*", "*.md"

  /// Does a pattern match the file, or a folder that it lies in? `*` goes over slashes.
  bool ignores(const std::string& file) const;
};
/// Faults with file:line:column, all at once.
Checked<Project> load_project(const std::string& path);
/// The .crosscheck.yaml in the folder of the path or the nearest one above it; empty when there is none.
std::string find_project(const std::string& path);

// ---- places ---------------------------------------------------------------------------------

/// Does each of `parts` lie in one of `whole`, or is it the same? CLDR's codes: "142" (Asia) holds "ID"; "001" holds all. "ZZ",
/// a part of some country, lies in a continent and in several countries, but perhaps not in one.
bool territories_hold(const std::vector<std::string>& whole, const std::vector<std::string>& parts);

// ---- comparing values -----------------------------------------------------------------------

/// Can two claims' values both be true of one fact? What follows from it is for `link` and `check` to say.
enum class Meeting { same, compatible, apart, unknown };
Meeting quantities_meet(const Rulebook& rulebook, const Quantity& a, const Quantity& b);
/// Of two dated claims.
Meeting times_meet(const Claim& a, const Claim& b);
/// Of any two claims of one kind.
Meeting values_meet(const Rulebook& rulebook, const Claim& a, const Claim& b);

}  // namespace crosscheck
