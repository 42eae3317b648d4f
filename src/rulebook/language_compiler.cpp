// CLDR's tables and the rows of rules/<language>/ become one vocabulary; every pattern's words go in too, so that
// a pattern is a path of entries. A word that a file gives a number of its own loses CLDR's ("score": 20).
// "½" and its like come from Unicode's numeric values, ISO dates and "%" are the same in all languages.
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/characters.h"
#include "base/unicode.h"
#include "rulebook/language_draft.h"

namespace crosscheck {
namespace {

class Compiler {
 public:
  Compiler(const LanguageDraft& draft, Lexicon& lexicon)
      : draft_(draft), lexicon_(lexicon), words_(lexicon.vocabulary) {}

  void run() {
    const bool has_rules = !draft_.words.empty();
    if (has_rules) lexicon_.glued = draft_.glued;
    lexicon_.denominators = draft_.denominators;
    lexicon_.needs_counter = draft_.needs_counter;
    lexicon_.short_tail = draft_.short_tail;
    lexicon_.digits_after_scale = draft_.digits_after_scale;
    lexicon_.decimal_comma = draft_.decimal_comma;
    lexicon_.bare_years = draft_.bare_years;
    lexicon_.week_bound = draft_.week_bound;
    lexicon_.articles_needed = !draft_.bare_scales;
    for (const std::string& prefix : draft_.prefixes) lexicon_.prefixes.push_back(scan_folded(prefix));
    std::sort(lexicon_.prefixes.begin(), lexicon_.prefixes.end(),
              [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    if (!draft_.order.empty() && lexicon_.language.find('-') == std::string::npos) lexicon_.date_order = draft_.order;
    add_rows();
    add_cldr_numbers();
    add_cldr_money_and_units();
    add_cldr_units_before();
    if (!has_rules) add_cldr_number_parts();
    add_cldr_calendar();
    add_universal();
    collect(draft_.numbers, lexicon_.numbers);
    collect(numbers_from_cldr_, lexicon_.numbers);
    collect(draft_.ages, lexicon_.ages);
    collect(draft_.ranges, lexicon_.ranges);
    collect(draft_.lookalikes, lexicon_.lookalikes);
    collect(draft_.times, lexicon_.times);
    collect(cldr_rules(), lexicon_.times);
    for (const std::string& word : draft_.capital) words_.set_capital_only(word);
    words_.freeze(lexicon_.language.substr(0, 2) == "de");
    for (const auto& [rules, set] : pending_) plant(*rules, *set);
  }

 private:
  std::uint32_t decimal(const Decimal& value, const Decimal& divisor = Decimal(1)) {
    lexicon_.decimals.push_back(value);
    lexicon_.divisors.push_back(divisor);
    return static_cast<std::uint32_t>(lexicon_.decimals.size() - 1);
  }
  std::uint32_t code(const std::string& text) {
    const auto [place, fresh] = codes_.try_emplace(text, static_cast<std::uint32_t>(lexicon_.codes.size()));
    if (fresh) lexicon_.codes.push_back(text);
    return place->second;
  }
  std::uint32_t unit(const UnitName& name) {
    const auto [place, fresh] = units_.try_emplace(name.ucum, static_cast<std::uint32_t>(lexicon_.unit_names.size()));
    if (fresh) lexicon_.unit_names.push_back(name);
    return place->second;
  }
  void add(const std::string& key, SenseKind kind, std::uint32_t value = 0, std::uint8_t flag = 0) {
    words_.add(key, {kind, flag, value});
  }

  void add_rows() {
    for (const WordRow& row : draft_.words) {
      std::uint32_t value = row.value;
      switch (row.kind) {
        case SenseKind::number:
        case SenseKind::scale:
          own_numbers_.insert(Vocabulary::normalized(row.key));
          [[fallthrough]];
        case SenseKind::scale_suffix:
        case SenseKind::ordinal:
        case SenseKind::fraction:
        case SenseKind::vague:
          value = decimal(row.decimal, row.divisor);
          break;
        case SenseKind::unit:
          value = unit(unit_named(row.code));
          break;
        case SenseKind::currency:
        case SenseKind::subunit:
        case SenseKind::percent:
        case SenseKind::unit_before:
        case SenseKind::recurring:
        case SenseKind::event:
          value = code(row.code);
          break;
        default:
          break;
      }
      const bool sign = row.kind == SenseKind::currency && is_sign(row.key);
      const bool own_code = row.kind == SenseKind::currency && row.key == scan_folded(row.code);
      const std::uint8_t flag = sign ? 1 : own_code ? 4 : row.flag;
      add(row.key, row.kind, value, flag);
      if (row.kind == SenseKind::number) add_apart(row.key, value);
    }
  }

  /// خمسة وثلاثون is also written خمسة و ثلاثون: a conjunction that is glued to its word may stand free.
  void add_apart(const std::string& key, std::uint32_t value) {
    for (const std::string& prefix : draft_.prefixes) {
      const std::string glued = " " + prefix;
      const std::size_t at = key.find(glued);
      if (at == std::string::npos || at + glued.size() == key.size() || key[at + glued.size()] == ' ') continue;
      const bool joins = std::any_of(draft_.words.begin(), draft_.words.end(), [&](const WordRow& row) {
        return row.kind == SenseKind::conjunction && row.key == prefix;
      });
      if (joins) add(std::string(key).insert(at + glued.size(), " "), SenseKind::number, value);
    }
  }

  /// A sign ("$", "us$", "rs.") or a two-letter abbreviation may stand before its number; a name may not.
  static bool is_sign(const std::string& key) {
    std::size_t letters = 0, all = 0;
    for (std::size_t at = 0; at < key.size(); ++all) {
      const Character c = character_at(key, at);
      if (c.has(kSpaceless)) return false;
      letters += c.has(kLetter) || c.has(kSpace) ? 1 : 0;
      at += c.length;
    }
    return letters < all || all <= 2;
  }
  /// CLDR's currency rows also hold number signs; a currency's has a letter or is a currency sign.
  static bool names_money(const std::string& symbol) {
    for (std::size_t at = 0; at < symbol.size();) {
      const Decoded d = decode(symbol, at);
      if (is_letter(d.code) || u_charType(static_cast<UChar32>(d.code)) == U_CURRENCY_SYMBOL) return true;
      at += d.length;
    }
    return false;
  }

  UnitName unit_named(const std::string& ucum) const {
    static const std::set<std::string> kTimes = {"s", "min", "h", "d", "wk", "mo", "a", "ms", "us", "ns"};
    const auto known = std::find_if(lexicon_.units.begin(), lexicon_.units.end(),
                                    [&](const auto& pair) { return pair.second.ucum == ucum; });
    if (known != lexicon_.units.end()) return known->second;
    const bool heat = ucum == "Cel" || ucum == "[degF]" || ucum == "K";
    return {ucum, heat                    ? MentionKind::temperature
                  : kTimes.contains(ucum) ? MentionKind::duration
                                          : MentionKind::measure};
  }

  void add_cldr_numbers() {
    for (const auto& [word, number] : lexicon_.number_words) {
      const std::string normal = Vocabulary::normalized(word);
      if (own_numbers_.contains(normal) || draft_.not_numbers.contains(normal)) continue;
      const char32_t first =
          decode(normal, 0).code;  // 五十万 is built from its parts, which may also belong to 三百五十万
      if (first >= 0x4E00 && first <= 0x9FFF && code_points(normal) > 1 && number.value >= Decimal(100)) continue;
      const std::uint32_t value = decimal(number.value);
      add(word, number.scale ? SenseKind::scale : SenseKind::number, value);
      if (!number.scale) add_apart(word, value);
    }
    for (const auto& [word, value] : lexicon_.ordinal_words) add(word, SenseKind::ordinal, decimal(Decimal(value)));
    for (char32_t sign = 0xBC; sign <= 0x215E; sign = sign == 0xBE ? 0x2150 : sign + 1) {
      const double value = u_getNumericValue(static_cast<UChar32>(sign));
      std::string key;
      append_utf8(key, sign);
      for (const int divisor : {2, 3, 4, 5, 6, 7, 8, 9, 10}) {
        const double parts = value * divisor;
        if (parts < 0.99 || std::abs(parts - std::round(parts)) > 1e-9) continue;
        add(key, SenseKind::fraction, decimal(Decimal(static_cast<std::int64_t>(std::lround(parts))), Decimal(divisor)),
            1);
        break;
      }
    }
  }

  /// What rules/ would say in detail: "2M", "and", "milioni 2".
  void add_cldr_number_parts() {
    for (const auto& [suffix, says] : lexicon_.number_suffixes)
      add(suffix, SenseKind::scale_suffix, decimal(Decimal(says.power)), says.capital ? 1 : 0);
    for (const std::string& word : lexicon_.number_joiners) add(word, SenseKind::conjunction);
    for (const auto& [word, value] : lexicon_.scales_before) {
      DraftRule rule;
      rule.rule.id = "scale-before";
      if (const auto formula = parse_formula("a * " + value.to_string())) rule.rule.formula = *formula;
      rule.sequences = parse_say(word + " {a}").sequences;
      numbers_from_cldr_.push_back(std::move(rule));
    }
  }

  void add_cldr_money_and_units() {
    for (const auto& [name, iso] : lexicon_.currency_names)
      if (names_money(name) && !draft_.not_units.contains(Vocabulary::normalized(name)))
        add(name, SenseKind::currency, code(iso));
    for (const auto& [symbol, iso] : lexicon_.currency_symbols) {
      if (!names_money(symbol)) continue;
      const bool is_code = symbol == iso && symbol.size() == 3;
      const bool word = draft_.code_words.contains(Vocabulary::normalized(symbol));  // TOP 10, ALL 5
      add(symbol, SenseKind::currency, code(iso), !is_code ? 1 : word ? 5 : 3);
    }
    for (const auto& [name, row] : lexicon_.units) {
      if (draft_.not_units.contains(Vocabulary::normalized(name))) continue;
      if (row.ucum == "h" && code_points(name) == 1 && !draft_.words.empty()) continue;  // rules know what "6 h" is
      add(name, SenseKind::unit, unit(row), code_points(name) <= 2 ? 1 : 0);
      static const std::map<std::string, std::string> kGrainOfUnit = {
          {"s", "second"}, {"min", "minute"}, {"h", "hour"}, {"d", "day"},
          {"wk", "week"},  {"mo", "month"},   {"a", "year"}};
      if (const auto grain = kGrainOfUnit.find(row.ucum); grain != kGrainOfUnit.end() && code_points(name) > 2)
        add_grain(name, grain->second);
    }
  }

  /// A language with words of its own before numbers knows better.
  void add_cldr_units_before() {
    const auto own = [](const WordRow& row) { return row.kind == SenseKind::unit_before; };
    if (std::any_of(draft_.words.begin(), draft_.words.end(), own)) return;
    for (const auto& [word, ucum] : lexicon_.units_before) add(word, SenseKind::unit_before, code(ucum));
  }

  void add_grain(const std::string& word, const std::string& grain) {
    const auto found = std::find(kGrainNames.begin(), kGrainNames.end(), grain);
    if (found != kGrainNames.end())
      add(word, SenseKind::grain, static_cast<std::uint32_t>(found - kGrainNames.begin()));
  }

  void add_cldr_calendar() {
    for (const auto& [name, month] : lexicon_.months) add(name, SenseKind::month, static_cast<std::uint32_t>(month));
    for (const auto& [name, day] : lexicon_.weekdays) add(name, SenseKind::weekday, static_cast<std::uint32_t>(day));
    for (const auto& [word, grain] : lexicon_.grains) {
      if (!draft_.not_units.contains(Vocabulary::normalized(word))) add_grain(word, grain);
    }
    for (const auto& [word, part] : lexicon_.dayparts) {
      const auto found = std::find(kDaypartNames.begin(), kDaypartNames.end(), part);
      if (found != kDaypartNames.end() && code_points(word) > 1)
        add(word, SenseKind::daypart, static_cast<std::uint32_t>(found - kDaypartNames.begin()));
    }
    for (const auto& [offset, phrases] : lexicon_.day_words) {
      for (const std::string& phrase : phrases)
        add(phrase, SenseKind::day_word, kDayWordZero + static_cast<std::uint32_t>(offset));
    }
    if (!draft_.no_ampm) {
      for (const std::string& word : lexicon_.am) add(word, SenseKind::am);
      for (const std::string& word : lexicon_.pm) add(word, SenseKind::pm);
    }
    for (const auto& [era, words] : lexicon_.eras) {
      for (const std::string& word : words) add(word, SenseKind::era, era == "bc" ? 0 : 1);
    }
  }

  void add_universal() {
    add("%", SenseKind::percent, code("%"));
    if (lexicon_.percent_first) add("%", SenseKind::percent_before);
    add("+", SenseKind::hedge_after, static_cast<std::uint32_t>(Bound::more_than));
    add(">", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::more_than));
    add("<", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::less_than));
    add("≥", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::at_least));
    add("≤", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::at_most));
    add(">=", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::at_least));
    add("<=", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::at_most));
    add("=<", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::at_most));
    for (const char* no_bound : {"<>", "=>", "->"}) add(no_bound, SenseKind::literal);  // unequal, arrows
    add("~", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::about));
    add("≈", SenseKind::hedge_before, static_cast<std::uint32_t>(Bound::about));
    add("/", SenseKind::per);
  }

  const std::vector<DraftRule>& cldr_rules() {
    for (const auto& [id, pattern] : lexicon_.time_rules) {
      if (auto rule = draft_rule(id, pattern)) from_cldr_.push_back(std::move(*rule));
    }
    return from_cldr_;
  }

  /// Notes the rules for later and puts their words into the vocabulary.
  void collect(const std::vector<DraftRule>& rules, PatternSet& set) {
    pending_.emplace_back(&rules, &set);
    for (const DraftRule& rule : rules) {
      for (const PatternSequence& sequence : rule.sequences) {
        for (const PatternElement& element : sequence) {
          if (!element.slot) add(element.word, SenseKind::literal);
        }
      }
    }
  }

  SenseKind start_of(const PatternSet& set) const {
    return &set == &lexicon_.times     ? SenseKind::starts_time
           : &set == &lexicon_.numbers ? SenseKind::starts_number
           : &set == &lexicon_.ranges  ? SenseKind::starts_range
           : &set == &lexicon_.ages    ? SenseKind::starts_age
                                       : SenseKind::starts_lookalike;
  }

  void plant(const std::vector<DraftRule>& rules, PatternSet& set) {
    for (const DraftRule& rule : rules) {
      const auto index = static_cast<std::int32_t>(set.rules.size());
      set.rules.push_back(rule.rule);
      for (const PatternSequence& sequence : rule.sequences) {
        const PatternElement& first = sequence.front();
        const bool continues =
            first.slot && (first.kind == SlotKind::date || first.kind == SlotKind::to || first.kind == SlotKind::time ||
                           first.kind == SlotKind::until || first.kind == SlotKind::dur || first.kind == SlotKind::a ||
                           first.kind == SlotKind::b || first.kind == SlotKind::c);
        (continues ? set.continued : set.tree).add(sequence, index, words_);
        if (!first.slot) words_.mark(words_.lookup(first.word), start_of(set));
      }
    }
    set.tree.seal();
    set.continued.seal();
  }

  const LanguageDraft& draft_;
  Lexicon& lexicon_;
  Vocabulary& words_;
  std::map<std::string, std::uint32_t> codes_, units_;
  std::set<std::string> own_numbers_;
  std::vector<DraftRule> from_cldr_, numbers_from_cldr_;
  std::vector<std::pair<const std::vector<DraftRule>*, PatternSet*>> pending_;
};

}  // namespace

void compile_language(const LanguageDraft& draft, Lexicon& lexicon) { Compiler(draft, lexicon).run(); }

}  // namespace crosscheck
