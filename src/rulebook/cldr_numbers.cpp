// Number words out of ICU's spelling rules (RBNF): every gender and case of 0 … 99 and the hundreds, ordinals to 100,
// and the words that multiply. Where 2 000 000 is "zwei Millionen", what is left when "zwei" is taken off is a scale
// of 10^6; "1 Mrd." of the compact formats adds mrd = 10^9. A number of several words has blanks between them,
// whatever its spelling joins them by: "vingt et un", "quatre vingt dix sept".
// It cannot read words that CLDR never prints ("dozen", "bn"), nor larger numbers: those are for who reads them.
#include <unicode/rbnf.h>
#include <unicode/uchar.h>
#include <unicode/ures.h>

#include <limits>
#include <map>
#include <set>

#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

using icu::UnicodeString;

/// Where a language has no spelling rules, ICU would spell in that of the machine's user.
bool has_spelling(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer rules(ures_open(U_ICUDATA_NAME "-rbnf", locale.getBaseName(), &status));
  return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
}

class Speller {
 public:
  explicit Speller(const icu::Locale& locale) : format_(icu::URBNF_SPELLOUT, locale, status_) {
    if (U_FAILURE(status_)) return;
    for (int32_t i = 0; i < format_.getNumberOfRuleSetNames(); ++i) {
      const UnicodeString name = format_.getRuleSetName(i);
      const std::string plain = utf8(name);
      if (plain.ends_with("-verbose") || plain.find("-year") != std::string::npos) continue;
      if (plain.starts_with("%spellout-ordinal")) ordinal_.push_back(name);
      if (plain.starts_with("%spellout-cardinal") || plain.starts_with("%spellout-numbering"))
        cardinal_.push_back(name);
    }
  }
  std::vector<std::string> cardinals(std::int64_t number) { return spell(number, cardinal_); }
  std::vector<std::string> ordinals(std::int64_t number) { return spell(number, ordinal_); }

 private:
  /// Every gender and case, each once, the longest first.
  std::vector<std::string> spell(std::int64_t number, const std::vector<UnicodeString>& rule_sets) {
    std::vector<std::string> words;
    for (const UnicodeString& rule_set : rule_sets) {
      UErrorCode status = U_ZERO_ERROR;
      UnicodeString text;
      icu::FieldPosition ignored;
      format_.format(number, rule_set, text, ignored, status);
      std::string word = folded_text(text);
      if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
      if (U_SUCCESS(status) && !word.empty()) words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  UErrorCode status_ = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format_;
  std::vector<UnicodeString> cardinal_, ordinal_;
};

struct NumberWords {
  Unambiguous<Decimal> values;
  std::unordered_set<std::string> scales;
  void add_scale(const std::string& word, const Decimal& value) {
    values.add(word, value);
    scales.insert(word);
  }
};

/// "quatre-vingt-dix-sept" → "quatre vingt dix sept"
std::string with_blanks(std::string word) {
  std::replace(word.begin(), word.end(), '-', ' ');
  return trimmed(word);
}

/// Beyond the hundreds only what is glued together: "zweitausend". The rest is put together from its words.
void add_whole_words(Speller& speller, NumberWords& words) {
  std::vector<std::int64_t> numbers;
  for (std::int64_t n = 0; n < 100; ++n) numbers.push_back(n);
  for (std::int64_t n = 1; n < 10; ++n) numbers.insert(numbers.end(), {n * 100, n * 1000, n * 10000, n * 100000});
  for (std::int64_t n = 11; n < 20; ++n) numbers.push_back(n * 1000);
  constexpr std::int64_t kMillion = 1000000;
  numbers.push_back(kMillion);
  for (const std::int64_t number : numbers) {
    for (const std::string& word : speller.cardinals(number)) {
      if (number == kMillion && words.values.has(word)) continue;  // the scale of "dua juta"; "sejuta" is one of it
      if (number < 1000 || is_one_word(word)) words.values.add(with_blanks(word), Decimal(number));
    }
  }
}

/// What stays of `word` when a spelling of `count` is taken off its front; "" when nothing does.
std::string without_count(const std::string& word, const std::vector<std::string>& counts) {
  for (const std::string& count : counts) {
    if (word.size() > count.size() && word.starts_with(count)) return word.substr(count.size());
  }
  return "";
}

/// "ciento uno", "cento e um", where 100 alone is "cien", "cem"; but not "one" of "one hundred one".
void add_before_units(const std::vector<std::string>& spellings, const std::vector<std::string>& ones,
                      const Decimal& value, NumberWords& words) {
  const auto is_one = [&](const std::string& word) { return std::find(ones.begin(), ones.end(), word) != ones.end(); };
  for (const std::string& spelling : spellings) {
    const std::size_t space = spelling.find(' ');
    if (space == std::string::npos || is_one(spelling.substr(0, space))) continue;
    if (is_one(spelling.substr(spelling.rfind(' ') + 1))) words.add_scale(spelling.substr(0, space), value);
  }
}

/// Georgian "ori atas erti" where 2000 is "ori atasi".
void add_between(const std::vector<std::string>& spellings, const std::vector<std::string>& counts,
                 const std::vector<std::string>& ones, const Decimal& value, NumberWords& words) {
  for (const std::string& spelling : spellings) {
    const std::string rest = trimmed(without_count(spelling, counts));
    const std::size_t space = rest.find(' ');
    if (space == std::string::npos || words.values.has(rest.substr(0, space))) continue;
    if (std::find(ones.begin(), ones.end(), rest.substr(space + 1)) == ones.end()) continue;
    words.add_scale(rest.substr(0, space), value);
  }
}

void add_scale_words(Speller& speller, int power, NumberWords& words) {
  const Decimal value = Decimal::power_of_ten(power);
  std::int64_t scale = 1;
  for (int i = 0; i < power; ++i) scale *= 10;
  std::map<std::string, int> glued;
  for (const std::int64_t count : {1, 2, 3, 5, 12}) {
    if (count > std::numeric_limits<std::int64_t>::max() / scale) break;
    const std::vector<std::string> counts = speller.cardinals(count);
    for (const std::string& word : speller.cardinals(count * scale)) {
      const std::string rest = without_count(word, counts);
      const std::string bare = trimmed(rest, " -");
      if (rest.empty() && count == 1 && power <= 3 && is_one_word(word)) words.add_scale(word, value);  // "mille"
      if (!is_one_word(bare)) continue;
      if (bare.size() < rest.size())
        words.add_scale(bare, value);  // "deux millions"
      else if (count > 1)
        ++glued[bare];  // "zweihundert"
    }
    if (power == 2 && count == 1) add_before_units(speller.cardinals(scale + 1), counts, value, words);
    if (power == 3 && count == 2)
      add_between(speller.cardinals(count * scale + 1), counts, speller.cardinals(1), value, words);
  }
  // Three counts must agree: "dos-cientos" and "tres-cientos" do, "quinientos" does not.
  for (const auto& [word, times] : glued) {
    if (times >= 3) words.add_scale(word, value);
  }
}

/// Letters and what joins them: "mil millones", not "v/milion".
bool reads_as_scale(const std::string& word) {
  const auto is_part = [](char32_t code) { return is_letter(code) || code == ' ' || code == '-'; };
  return letters(word) >= kShortestWord && count_codes(word, is_part) == code_points(word);
}

/// "4G" is a network, "3D" a film.
constexpr std::string_view kOtherLetters = "gd";

/// `power`: of what one of the scale is worth.
void add_compact_word(const UnicodeString& written, int power, NumberWords& words, Lexicon& lexicon) {
  const std::string word = folded_text(written), bare = trimmed(word, ".");
  const Decimal value = Decimal::power_of_ten(power);
  if (reads_as_scale(bare)) {
    words.add_scale(word, value);
    words.add_scale(bare, value);
    return;
  }
  const std::size_t count = letters(bare);
  const bool is_latin = count == 1 && bare.size() == 1;
  if (count == 0 || count != code_points(bare)) return;
  if (is_latin && (kOtherLetters.find(bare) != std::string_view::npos || !u_isupper(written.char32At(0)))) return;
  lexicon.number_suffixes.try_emplace(bare, NumberSuffix{power, is_latin});
}

/// The compact formats. "00 Mrd'.'" for 10^10 gives mrd = 10^9, "milioni 0" a scale that stands before its number.
void add_compact_words(const icu::Locale& locale, NumberWords& words, Lexicon& lexicon) {
  constexpr const char* kShort = "NumberElements/latn/patternsShort/decimalFormat";
  bool is_silent = true;
  const TextVisitor add = [&](const Path& path, const UnicodeString& text) {
    is_silent = false;
    UnicodeString format = text;
    format.findAndReplace("'", "").findAndReplace(UnicodeString(u'\u200F'), "");
    if (const int32_t negative = format.indexOf(u';'); negative >= 0) format.truncate(negative);
    const int32_t begin = format.indexOf(u'0'), end = format.lastIndexOf(u'0') + 1;
    if (path.size() != 2 || begin < 0) return;
    const int power = static_cast<int>(path.front().size()) - 1 - (end - begin - 1);
    const UnicodeString before = UnicodeString(format, 0, begin).trim(), behind = UnicodeString(format, end).trim();
    if (before.isEmpty() && !behind.isEmpty()) add_compact_word(behind, power, words, lexicon);
    const std::string scale = folded_text(before);
    if (behind.isEmpty() && reads_as_scale(scale)) lexicon.scales_before.emplace(scale, Decimal::power_of_ten(power));
  };
  visit_texts(locale, "", "NumberElements/latn/patternsLong/decimalFormat", add);
  is_silent = true;
  visit_texts(locale, "", kShort, add);
  if (is_silent) visit_root_texts(kShort, add);
}

/// "two thousandth" without "two" is "thousandth". Ordinals spelled as cardinals say nothing new.
void add_ordinals(Speller& speller, const NumberWords& words, Unambiguous<int>& ordinals) {
  constexpr int kHundred = 100;
  const auto add = [&](const std::string& spelling, int number) {
    const std::string word = with_blanks(spelling);
    if (!words.values.has(word)) ordinals.add(word, number);
  };
  const std::vector<std::string> twos = speller.cardinals(2);
  const auto add_all = [&](int number) {
    const std::vector<std::string> spellings = speller.ordinals(number);
    for (const std::string& spelling : spellings) add(spelling, number);
    if (number < kHundred) return;
    for (const std::string& twice : speller.ordinals(std::int64_t{2} * number)) {
      const std::string bare = without_count(twice, twos);
      const auto ends = [&](const std::string& spelling) { return spelling.ends_with(bare); };
      if (std::any_of(spellings.begin(), spellings.end(), ends)) add(bare, number);
    }
  };
  for (int number = 1; number <= kHundred; ++number) add_all(number);
  for (const int number : {1000, 1000000, 1000000000}) add_all(number);
}

/// "three hundred and sixty-five": a word no number is, inside several numbers. And are numbers one word?
void add_joiners(Speller& speller, const NumberWords& words, Lexicon& lexicon) {
  std::map<std::string, std::set<int>> found;
  for (const int number : {105, 365, 530, 2024, 7200, 15600}) {
    for (const std::string& spelling : speller.cardinals(number)) {
      for (std::size_t space = spelling.find(' '); space != std::string::npos;) {
        const std::size_t next = spelling.find(' ', space + 1);
        if (next == std::string::npos) break;
        const std::string word = spelling.substr(space + 1, next - space - 1);
        if (!words.values.has(word) && letters(word) == code_points(word)) found[word].insert(number);
        space = next;
      }
      const bool runs_together = is_one_word(spelling) && spelling.find('-') == std::string::npos;
      if (number == 365 && runs_together && count_codes(spelling, runs_on) == 0) lexicon.glued = true;
    }
  }
  for (const auto& [word, numbers] : found) {
    if (numbers.size() > 1) lexicon.number_joiners.insert(word);
  }
}

}  // namespace

void add_number_words(const std::vector<icu::Locale>& locales, Lexicon& lexicon) {
  NumberWords words;
  Unambiguous<int> ordinals;
  for (const icu::Locale& locale : locales) {
    // A region spells as its language does; another script does not, nor does Portugal ("bilião").
    const bool spells_alone = *locale.getScript() != '\0' || std::string_view(locale.getCountry()) == "PT";
    if (&locale != &locales.front() && !spells_alone) continue;
    add_compact_words(locale, words, lexicon);
    if (!has_spelling(locale)) continue;
    Speller speller(locale);
    add_whole_words(speller, words);
    for (const int power : {2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 18}) add_scale_words(speller, power, words);
    add_ordinals(speller, words, ordinals);
    add_joiners(speller, words, lexicon);
  }
  for (const auto& [word, value] : words.values.take()) {
    lexicon.number_words[word] = {value, words.scales.contains(word) && lexicon.scales_before.empty()};
  }
  lexicon.ordinal_words = ordinals.take();
}

}  // namespace crosscheck
