// Which currency a name, a noun or a sign means. Full names are plain: "canadian dollars" = CAD. A noun or a
// sign that several share is decided by what CLDR itself prefers, for "dollars" in English like this: USD is
// the currency of the language's likely region and has the noun, so USD. For "pounds": the United States have
// none, but of the British, Egyptian, Syrian … pound only the British has a sign of its own, "£", so GBP.
// Where that does not decide ("francs", "pesos", "kroner") the noun stays out: a guess would let two articles
// contradict each other in different currencies. It knows today's preference only, not that of the article's time.
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/uscript.h>

#include <array>
#include <map>
#include <set>

#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

using icu::UnicodeString;

struct Currency {
  std::string code;
  std::vector<std::string> names;  ///< folded, every plural form
  std::string symbol, narrow;      ///< folded, as the language writes them; "" when that is the code
  std::string plain_symbol;        ///< as the world's likeliest locale writes it
  std::string plain_narrow;
  std::string root_symbol;  ///< "us$", where no region is at home
  bool is_common = false;   ///< notes and coins, now or once; not a bank's unit of account
  bool is_current = false;
};

bool is_currency_sign(char32_t code) { return u_charType(static_cast<UChar32>(code)) == U_CURRENCY_SYMBOL; }

/// Signs, and words long enough not to be taken for others: "$", "r$", "zł", "fcfa", but not "kr" or "L".
bool reads_as_symbol(const std::string& text) {
  const bool has_sign = count_codes(text, is_currency_sign) > 0;
  return has_sign || (letters(text) > 0 && (!is_ascii(text) || letters(text) >= kShortestWord));
}

std::string symbol_in(const char* locale, const UnicodeString& code, UCurrNameStyle style) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar* text = ucurr_getName(code.getBuffer(), locale, style, nullptr, &length, &status);
  const UnicodeString symbol(text, length);
  return U_FAILURE(status) || symbol == code ? "" : folded_text(symbol);
}

using CurrencyNames = std::map<std::string, std::vector<std::string>>;

/// Code → every plural form and the long name.
CurrencyNames names_of(const std::vector<icu::Locale>& locales) {
  CurrencyNames names;
  const auto add = [&](const std::string& code, const std::string& name) {
    // "(1947–1990)", "(next day)": not what articles write; and two names in one are none.
    if (name.empty() || name == folded(code) || name.find('(') != std::string::npos) return;
    names[code].push_back(name);
    if (name.starts_with("us ")) names[code].push_back("u.s. " + name.substr(3));
  };
  for (const icu::Locale& locale : locales) {
    visit_strings(locale, "-curr", "CurrencyPlurals",
                  [&](const Path& path, const std::string& text) { add(path.front(), text); });
    visit_strings(locale, "-curr", "Currencies", [&](const Path& path, const std::string& text) {
      if (path.back() == "1") add(path.front(), text);  // "0" is the symbol
    });
  }
  return names;
}

std::vector<std::string> codes_of(std::uint32_t type) {
  UErrorCode status = U_ZERO_ERROR;
  std::vector<std::string> codes;
  UEnumeration* all = ucurr_openISOCurrencies(type, &status);
  while (const char* code = U_SUCCESS(status) ? uenum_next(all, nullptr, &status) : nullptr) codes.emplace_back(code);
  uenum_close(all);
  return codes;
}

icu::Locale likely(icu::Locale locale) {
  UErrorCode status = U_ZERO_ERROR;
  locale.addLikelySubtags(status);
  return locale;
}

std::string home_currency(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<UChar, 4> code{};
  const int32_t length = ucurr_forLocale(likely(locale).getName(), code.data(), 4, &status);
  return U_SUCCESS(status) ? utf8(UnicodeString(code.data(), length)) : "";
}

/// None, for tests, and troy ounces of metals, which are measures here.
const std::set<std::string_view> kNotMoney = {"XXX", "XTS", "XAU", "XAG", "XPT", "XPD"};

std::vector<Currency> all_currencies(const std::vector<icu::Locale>& locales) {
  const std::vector<std::string> now = codes_of(UCURR_COMMON | UCURR_NON_DEPRECATED);
  const std::vector<std::string> ever = codes_of(UCURR_COMMON);
  const std::set<std::string> current(now.begin(), now.end()), common(ever.begin(), ever.end());
  const icu::Locale world = likely(icu::Locale("und"));
  CurrencyNames names = names_of(locales);
  std::vector<Currency> currencies;
  for (const std::string& code : codes_of(UCURR_ALL)) {
    if (kNotMoney.contains(code)) continue;
    UnicodeString wide = UnicodeString::fromUTF8(code);
    wide.getTerminatedBuffer();
    Currency one;
    one.code = code;
    one.is_common = common.contains(code);
    one.is_current = current.contains(code);
    one.names = std::move(names[code]);
    if (!one.is_current) {
      currencies.push_back(std::move(one));
      continue;
    }
    one.symbol = symbol_in(locales.front().getName(), wide, UCURR_SYMBOL_NAME);
    one.narrow = symbol_in(locales.front().getName(), wide, UCURR_NARROW_SYMBOL_NAME);
    one.plain_symbol = symbol_in(world.getName(), wide, UCURR_SYMBOL_NAME);
    one.plain_narrow = symbol_in(world.getName(), wide, UCURR_NARROW_SYMBOL_NAME);
    one.root_symbol = symbol_in("root", wide, UCURR_SYMBOL_NAME);
    currencies.push_back(std::move(one));
  }
  return currencies;
}

using Candidates = std::set<const Currency*>;

class Chooser {
 public:
  explicit Chooser(const icu::Locale& locale) : homes_{home_currency(locale), home_currency(icu::Locale("und"))} {}

  /// The currency meant where several share a word; nothing when CLDR prefers none.
  const Currency* choose(Candidates candidates) const {
    Candidates current;
    for (const Currency* one : candidates) {
      if (one->is_current) current.insert(one);
    }
    if (!current.empty()) candidates = current;
    if (candidates.size() == 1) return *candidates.begin();
    if (current.empty()) return nullptr;
    for (const std::string& home : homes_) {
      for (const Currency* one : candidates) {
        if (one->code == home) return one;
      }
    }
    const Currency* by_symbol = bare_sign(candidates, &Currency::plain_symbol);
    return by_symbol != nullptr ? by_symbol : bare_sign(candidates, &Currency::plain_narrow);
  }

 private:
  /// The one whose symbol is a single sign that all the others' symbols only add to: "¥" before "cn¥".
  static const Currency* bare_sign(const Candidates& candidates, std::string Currency::*symbol) {
    const Currency* bare = nullptr;
    for (const Currency* one : candidates) {
      if (code_points(one->*symbol) != 1 || !is_currency_sign(decode(one->*symbol, 0).code)) continue;
      if (bare != nullptr) return nullptr;
      bare = one;
    }
    for (const Currency* one : candidates) {
      const std::string& other = one->*symbol;
      if (bare != nullptr && !other.empty() && other.find(bare->*symbol) == std::string::npos) return nullptr;
    }
    return bare;
  }

  std::array<std::string, 2> homes_;  ///< the language's own, then that of the world's likeliest region
};

/// Words apart at spaces, hyphens, and where the script changes: "米ドル" → 米, ドル.
std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words;
  UScriptCode before = USCRIPT_INVALID_CODE;
  for (std::size_t at = 0; at < name.size();) {
    const Decoded d = decode(name, at);
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(static_cast<UChar32>(d.code), &status);
    const bool parts = d.code == ' ' || d.code == '-';
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) script = parts ? USCRIPT_INVALID_CODE : before;
    if (script != before || words.empty()) words.emplace_back();
    if (!parts) words.back() += name.substr(at, d.length);
    before = script;
    at += d.length;
  }
  std::erase(words, "");
  return words;
}

/// Does the noun stand last ("swiss francs") or first ("francs suisses")? Nouns are shared by more currencies
/// than adjectives are, which the squares bring out.
bool noun_is_last(const std::vector<Currency>& currencies) {
  std::map<std::string, std::size_t> first, last;
  for (const Currency& one : currencies) {
    const std::vector<std::string> words = one.names.empty() ? std::vector<std::string>() : words_of(one.names.front());
    if (words.size() < 2) continue;
    ++first[words.front()];
    ++last[words.back()];
  }
  const auto concentration = [](const std::map<std::string, std::size_t>& counts) {
    std::size_t sum = 0;
    for (const auto& [word, count] : counts) sum += count * count;
    return sum;
  };
  return concentration(last) >= concentration(first);
}

constexpr std::size_t kFarMore = 4;

using CandidatesByWord = std::map<std::string, Candidates>;

/// One noun's forms ("dinar", "dinaren") are as ambiguous as all of them together.
Candidates with_other_forms(const std::string& noun, const CandidatesByWord& nouns) {
  constexpr std::size_t kEnding = 2;
  Candidates all;
  for (const auto& [other, candidates] : nouns) {
    const std::string& shorter = noun.size() < other.size() ? noun : other;
    const std::string& longer = noun.size() < other.size() ? other : noun;
    if (longer.size() - shorter.size() <= kEnding && longer.starts_with(shorter)) {
      all.insert(candidates.begin(), candidates.end());
    }
  }
  return all;
}

CandidatesByWord nouns_of(const std::vector<Currency>& currencies) {
  std::map<std::string, std::size_t> uses;  // at either end of a name
  for (const Currency& one : currencies) {
    std::set<std::string> ends;
    for (const std::string& name : one.names) {
      const std::vector<std::string> words = words_of(name);
      if (!words.empty()) ends.insert({words.front(), words.back()});
    }
    for (const std::string& word : ends) ++uses[word];
  }
  const bool last = noun_is_last(currencies);
  CandidatesByWord nouns;
  for (const Currency& one : currencies) {
    for (const std::string& name : one.names) {
      const std::vector<std::string> words = words_of(name);
      if (words.empty() || !one.is_common) continue;
      const std::string& usual = last ? words.back() : words.front();
      const std::string& other = last ? words.front() : words.back();
      nouns[uses[other] > kFarMore * uses[usual] ? other : usual].insert(&one);  // "долларов сша"
    }
  }
  return nouns;
}

void add_nouns(const std::vector<Currency>& currencies, const Chooser& chooser, Lexicon& lexicon) {
  const CandidatesByWord nouns = nouns_of(currencies);
  for (const auto& [noun, own] : nouns) {
    const Candidates candidates = with_other_forms(noun, nouns);
    const Currency* chosen = chooser.choose(candidates);
    if (chosen == nullptr || !chosen->is_current || !own.contains(chosen)) continue;
    // Namesakes out of use make a noun doubtful ("marks") unless the one left is known by a sign ("rubles").
    if (candidates.size() > 1 && !reads_as_symbol(chosen->plain_narrow)) continue;
    if (letters(noun) == 1 && is_lower(decode(noun, 0).code)) continue;
    lexicon.currency_names.try_emplace(noun, chosen->code);
  }
}

void add_names(const std::vector<Currency>& currencies, const Chooser& chooser, Lexicon& lexicon) {
  CandidatesByWord names;
  for (const Currency& one : currencies) {
    for (const std::string& name : one.names) names[name].insert(&one);
  }
  for (const auto& [name, candidates] : names) {
    const Currency* chosen = chooser.choose(candidates);
    if (chosen != nullptr) lexicon.currency_names.emplace(name, chosen->code);
  }
}

/// "ca$" also gives "c$": the shorter sign a currency goes by when its own is already two letters and a sign.
std::string without_second_letter(const std::string& symbol) {
  const bool fits = code_points(symbol) == 3 && letters(symbol) == 2 && is_lower(decode(symbol, 1).code) &&
                    is_currency_sign(decode(symbol, 2).code);
  return fits ? symbol.substr(0, 1) + symbol.substr(2) : "";
}

void add_symbols(const std::vector<Currency>& currencies, const Chooser& chooser, Lexicon& lexicon) {
  constexpr std::array kLayers = {&Currency::symbol, &Currency::plain_symbol, &Currency::root_symbol, &Currency::narrow,
                                  &Currency::plain_narrow};
  std::map<std::string, Candidates> shortened;
  for (const Currency& one : currencies) shortened[without_second_letter(one.root_symbol)].insert(&one);
  for (const auto layer : kLayers) {
    std::map<std::string, Candidates> by_symbol;
    for (const Currency& one : currencies) {
      if (reads_as_symbol(one.*layer)) by_symbol[one.*layer].insert(&one);
    }
    for (const auto& [symbol, candidates] : by_symbol) {
      // "C$" is the córdoba's narrow sign, but a better known currency goes by it.
      const bool is_narrow = layer == &Currency::narrow || layer == &Currency::plain_narrow;
      const auto better = is_narrow ? shortened.find(symbol) : shortened.end();
      const Currency* chosen = chooser.choose(better == shortened.end() ? candidates : better->second);
      if (chosen != nullptr) lexicon.currency_symbols.try_emplace(symbol, chosen->code);
    }
  }
  for (const auto& [wide, plain] : {std::pair("￥", "¥"), std::pair("＄", "$"), std::pair("￡", "£")}) {
    const auto known = lexicon.currency_symbols.find(plain);
    if (known != lexicon.currency_symbols.end()) lexicon.currency_symbols.try_emplace(wide, known->second);
  }
  for (const Currency& one : currencies) lexicon.currency_symbols[one.code] = one.code;
}

}  // namespace

void add_currencies(const std::vector<icu::Locale>& locales, Lexicon& lexicon) {
  const std::vector<Currency> currencies = all_currencies(locales);
  const Chooser chooser(locales.front());
  add_names(currencies, chooser, lexicon);
  add_nouns(currencies, chooser, lexicon);
  add_symbols(currencies, chooser, lexicon);
}

}  // namespace crosscheck
