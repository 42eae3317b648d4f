// Every state, in every language that CLDR knows, is found by the name that CLDR prints: "ประเทศไทย", "Ουκρανία", "Côte
// d’Ivoire". A name stands between marks and beside numbers, as in a list of tolls, and must be read as one name, of that
// state. A share of names is the floor, which may only rise; [locales-failures] lists the rest.
#include <unicode/locdspnm.h>

#include <iostream>
#include <map>
#include <set>

#include "base/names.h"
#include "base/unicode.h"
#include "locales.h"
#include "recognize/recognize.h"
#include "segment/segment.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::utf8;

struct Failure {
  std::string locale, name, expected, got;
};

struct Score {
  std::size_t tried = 0;
  std::vector<Failure> failures;
  double share() const { return 1.0 - static_cast<double>(failures.size()) / static_cast<double>(tried); }
};

/// The names in a text, each with its state: "Chad TD".
std::string names_in(const std::string& text, const Lexicon& lexicon) {
  Document document;
  document.text = text;
  Article article = segment(document, 0, lexicon);
  recognize(document, lexicon, article);
  std::string found;
  for (const Mention& mention : article.mentions) {
    if (mention.kind != MentionKind::entity) continue;
    const std::string& territory = article.entities[mention.entity].territory;
    found += (found.empty() ? "" : ", ") + std::string(text_at(document, {mention.field, mention.span})) + " " +
             (territory.empty() ? "-" : territory);
  }
  return found;
}

class Territories {
 public:
  Territories(const icu::Locale& locale, const Lexicon& lexicon, Score& score)
      : lexicon_(lexicon), score_(score), tag_(support::tag_of(locale)) {
    UDisplayContext full[] = {UDISPCTX_LENGTH_FULL};
    names_.adoptInstead(icu::LocaleDisplayNames::createInstance(locale, full, 1));
  }

  /// A name that two states share in the language tells neither, and a code is no name.
  void run() {
    std::map<std::string, std::set<std::string>> owners;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
      owners[name_key(name_of(*code))].insert(*code);
    for (const auto& [key, codes] : owners) {
      const std::string code = *codes.begin(), name = name_of(code);
      if (codes.size() > 1 || name == code) continue;
      ++score_.tried;
      const std::string got = names_in("7; " + name + " \u2013 12", lexicon_), expected = name + " " + code;
      if (got != expected) score_.failures.push_back({tag_, name, expected, got});
    }
  }

 private:
  /// "Myanmar (Burma)": the first of them.
  std::string name_of(const std::string& code) const {
    icu::UnicodeString text;
    std::string name = utf8(names_->regionDisplayName(code.c_str(), text));
    const std::size_t open = name.ends_with(')')        ? name.rfind('(')
                             : name.ends_with("\uff09") ? name.rfind("\uff08")
                                                        : name.size();
    return without_last_signs(name.substr(0, std::max<std::size_t>(open, 1)));
  }

  /// A name ends with its last letter: "EE. UU."
  static std::string without_last_signs(const std::string& name) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < name.size();) {
      const Decoded decoded = decode(name, at);
      at += decoded.length;
      if (is_letter(decoded.code)) end = at;
    }
    return name.substr(0, end);
  }

  const Lexicon& lexicon_;
  Score& score_;
  std::string tag_;
  icu::LocalPointer<icu::LocaleDisplayNames> names_;
};

const Score& score() {
  static const Score all = [] {
    Score found;
    constexpr std::size_t kAtOnce = 16;  // a rulebook keeps every language it was asked for
    const std::vector<icu::Locale> chosen = support::languages();
    for (std::size_t begin = 0; begin < chosen.size(); begin += kAtOnce) {
      auto rules = load_rulebook(support::repo_path("rules"));
      if (!rules.ok()) throw std::runtime_error(to_string(rules.faults().front()));
      for (std::size_t i = begin; i < std::min(begin + kAtOnce, chosen.size()); ++i)
        Territories(chosen[i], rules.value().lexicon(support::tag_of(chosen[i])), found).run();
    }
    return found;
  }();
  return all;
}

TEST_CASE("every state is found by its name in any language", "[unit][recognize][locales]") {
  constexpr double kFloor = 0.999;
  INFO(score().tried - score().failures.size() << " of " << score().tried << ", share " << score().share());
  CHECK(score().tried >= 40000);
  CHECK(score().share() >= kFloor);
}

TEST_CASE("states that are not found by their name", "[.][locales-failures]") {
  std::cout << "\n## states: " << score().failures.size() << " of " << score().tried << " fail, share "
            << score().share() << "\n";
  for (const Failure& failure : score().failures)
    std::cout << failure.locale << ": '" << failure.expected << "' read as '" << failure.got << "'\n";
}

}  // namespace
}  // namespace crosscheck
