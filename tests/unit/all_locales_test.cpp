// What ICU writes, the recognizer must read: in every language that CLDR knows, numbers, shares, money, measures and
// dates are formatted as that language does and read back. Persian prints 12345.67 as ۱۲٬۳۴۵٫۶۷, Swiss German calls
// one kilometre "1 Kilometer", Bulgarian writes 5 March 2024 as "5 март 2024 г.".
// A share of round trips holds for each kind; the shares are floors, which may only rise. `-s` lists what fails.
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/numsys.h>
#include <unicode/smpdtfmt.h>

#include <cstdint>
#include <map>

#include "recognize/recognize.h"
#include "support.h"

namespace crosscheck {
namespace {

using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;

/// One kind of text and the share of round trips that it must reach.
struct Floor {
  const char* kind;
  double share;
};
constexpr Floor kFloors[] = {{"number", 0.995},      {"percent", 0.992},      {"money", 0.999},
                             {"unit in words", 0.855}, {"unit in short", 0.78}, {"date", 0.924}};

struct Failure {
  std::string locale, text, expected, got;
};

struct Score {
  std::size_t tried = 0;
  std::vector<Failure> failures;

  double share() const {
    return tried == 0 ? 0.0 : 1.0 - static_cast<double>(failures.size()) / static_cast<double>(tried);
  }
};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Languages, and those of them that are written in several scripts with each script: "sr", "sr-Latn".
std::vector<icu::Locale> languages() {
  int32_t count = 0;
  const icu::Locale* all = icu::Locale::getAvailableLocales(count);
  std::vector<icu::Locale> chosen;
  for (int32_t i = 0; i < count; ++i) {
    if (*all[i].getCountry() == '\0' && *all[i].getVariant() == '\0') chosen.push_back(all[i]);
  }
  return chosen;
}

std::string tag_of(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  return locale.toLanguageTag<std::string>(status);
}

std::string described(const Mention& mention) {
  const bool dated = mention.kind == MentionKind::date || !mention.edtf.empty();
  const std::string value = dated ? mention.edtf : value_text(mention.quantity);
  return std::string(name_of(mention.kind)) + " " + value +
         (mention.quantity.unit.empty() ? "" : " " + mention.quantity.unit);
}

/// One language: its text in, scores by kind out.
class RoundTrips {
 public:
  RoundTrips(const icu::Locale& locale, const Lexicon& lexicon, std::map<std::string, Score>& scores)
      : lexicon_(lexicon), scores_(scores), tag_(tag_of(locale)) {
    icu::Locale latin = locale;
    UErrorCode status = U_ZERO_ERROR;
    latin.setUnicodeKeywordValue("nu", "latn", status);
    digits_.push_back(latin);
    const icu::LocalPointer<icu::NumberingSystem> own(icu::NumberingSystem::createInstance(locale, status));
    if (U_FAILURE(status) || own->isAlgorithmic() || std::string(own->getName()) == "latn") return;
    icu::Locale native = locale;
    native.setUnicodeKeywordValue("nu", own->getName(), status);
    digits_.push_back(native);
  }

  void run() {
    for (const icu::Locale& locale : digits_) {
      numbers(locale);
      money(locale);
      units(locale);
      dates(locale);
    }
  }

 private:
  void expect(const char* kind, const icu::UnicodeString& text, const std::string& expected) {
    Score& score = scores_[kind];
    ++score.tried;
    Document document;
    document.text = utf8(text);
    std::string got;
    for (const Mention& mention : recognize_values(document, lexicon_))
      got += (got.empty() ? "" : ", ") + described(mention);
    if (got != expected) score.failures.push_back({tag_, document.text, expected, got});
  }

  void format(const char* kind, const LocalizedNumberFormatter& formatter, const char* number,
              const std::string& expected) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text = formatter.formatDecimal(number, status).toString(status);
    if (U_SUCCESS(status)) expect(kind, text, expected);
  }

  void numbers(const icu::Locale& locale) {
    const auto plain = NumberFormatter::withLocale(locale);
    for (const char* number : {"1234567", "12345.67", "-7.5", "0.25"})
      format("number", plain, number, std::string("number ") + number);
    format("percent", plain.unit(icu::MeasureUnit::getPercent()), "12.5", "percent 12.5 %");
  }

  void money(const icu::Locale& locale) {
    for (const char16_t* iso : {u"USD", u"EUR", u"JPY"}) {
      UErrorCode status = U_ZERO_ERROR;
      const auto plain = NumberFormatter::withLocale(locale).unit(icu::CurrencyUnit(iso, status));
      const std::string unit = utf8(icu::UnicodeString(iso));
      for (const auto width : {UNUM_UNIT_WIDTH_SHORT, UNUM_UNIT_WIDTH_ISO_CODE, UNUM_UNIT_WIDTH_FULL_NAME}) {
        for (const char* number : {"1", "2", "5"})
          format("money", plain.unitWidth(width), number, std::string("money ") + number + " " + unit);
      }
    }
  }

  void units(const icu::Locale& locale) {
    const auto measure = [&](const icu::MeasureUnit& unit, const char* number, const std::string& expected) {
      const auto plain = NumberFormatter::withLocale(locale).unit(unit);
      format("unit in words", plain.unitWidth(UNUM_UNIT_WIDTH_FULL_NAME), number, expected);
      format("unit in short", plain.unitWidth(UNUM_UNIT_WIDTH_SHORT), number, expected);
    };
    measure(icu::MeasureUnit::getKilometer(), "5", "measure 5 km");
    measure(icu::MeasureUnit::getKilogram(), "12", "measure 12 kg");
    measure(icu::MeasureUnit::getLiter(), "3", "measure 3 L");
    measure(icu::MeasureUnit::getCelsius(), "20", "temperature 20 Cel");
  }

  void dates(icu::Locale locale) {
    UErrorCode status = U_ZERO_ERROR;
    locale.setUnicodeKeywordValue("ca", "gregory", status);
    constexpr double kDay = 86400000.0;
    for (const auto style : {icu::DateFormat::kFull, icu::DateFormat::kLong, icu::DateFormat::kMedium}) {
      const icu::LocalPointer<icu::DateFormat> format(icu::DateFormat::createDateInstance(style, locale));
      if (format.isNull()) continue;
      format->setTimeZone(*icu::TimeZone::getGMT());
      for (const auto& [day, edtf] : {std::pair(19787, "2024-03-05"), std::pair(19716, "2023-12-25")}) {
        icu::UnicodeString text;
        format->format((day + 0.5) * kDay, text);
        expect("date", text, std::string("date ") + edtf);
      }
    }
  }

  const Lexicon& lexicon_;
  std::map<std::string, Score>& scores_;
  std::string tag_;
  std::vector<icu::Locale> digits_;
};

const std::map<std::string, Score>& scores() {
  static const std::map<std::string, Score> all = [] {
    std::map<std::string, Score> found;
    constexpr std::size_t kAtOnce = 16;  // a rulebook keeps every language it was asked for
    const std::vector<icu::Locale> chosen = languages();
    for (std::size_t begin = 0; begin < chosen.size(); begin += kAtOnce) {
      auto rules = load_rulebook(support::repo_path("rules"));
      if (!rules.ok()) throw std::runtime_error(to_string(rules.faults().front()));
      for (std::size_t i = begin; i < std::min(begin + kAtOnce, chosen.size()); ++i)
        RoundTrips(chosen[i], rules.value().lexicon(tag_of(chosen[i])), found).run();
    }
    return found;
  }();
  return all;
}

TEST_CASE("what ICU writes in any language is read back", "[unit][recognize][locales]") {
  CHECK(languages().size() >= 180);
  for (const Floor& floor : kFloors) {
    const Score& score = scores().at(floor.kind);
    INFO(floor.kind << ": " << score.tried - score.failures.size() << " of " << score.tried << " read back, share "
                    << score.share() << ", floor " << floor.share);
    std::string failing;
    for (const Failure& failure : score.failures)
      failing += failure.locale + ": '" + failure.text + "' is " + failure.expected + ", read as '" + failure.got + "'\n";
    INFO(failing);
    CHECK(score.tried >= 180);
    CHECK(score.share() >= floor.share);
  }
}

}  // namespace
}  // namespace crosscheck
