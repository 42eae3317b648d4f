// What ICU writes, the recognizer must read: in every language that CLDR knows, numbers, shares, money, measures and
// dates are formatted as that language does and read back. Persian prints 12345.67 as ۱۲٬۳۴۵٫۶۷, Swiss German calls
// one kilometre "1 Kilometer", Bulgarian writes 5 March 2024 as "5 март 2024 г.".
// A share of round trips holds for each kind; the shares are floors, which may only rise. What fails is listed by the
// hidden test [locales-failures], by kind, by what was read instead, and by language.
#include <unicode/numberformatter.h>
#include <unicode/numsys.h>
#include <unicode/rbnf.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/ures.h>

#include <cstdint>
#include <iostream>
#include <map>

#include "base/date.h"
#include "locales.h"
#include "recognize/recognize.h"
#include "support.h"

namespace crosscheck {
namespace {

using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;
using support::languages;
using support::tag_of;
using support::utf8;

/// One kind of text and the share of round trips that it must reach.
struct Floor {
  const char* kind;
  double share;
};
constexpr Floor kFloors[] = {{"number", 1.0},
                             {"percent", 1.0},
                             {"money", 1.0},
                             {"unit in words", 0.994},
                             {"unit in short", 0.987},
                             {"unit, narrow", 0.981},
                             {"compact in words", 0.98},
                             {"compact in short", 0.927},  // "2 M", "3 k": a letter apart from its number is a word
                             {"in words", 0.954},          // scales before their number in words, mutated words
                             {"date", 0.995},
                             {"date in digits", 0.994},
                             {"time", 0.994},
                             {"ago", 0.987}};

constexpr CivilDay kDays[] = {{2024, 3, 5}, {2023, 12, 25}};

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
      compact(locale);
      dates(locale);
      times(locale);
    }
    in_words(digits_.front());
    relative(digits_.front());
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

  /// "4G" is a network, "20°" an angle as well: nobody should read them as what ICU means.
  static bool means_too_much(const std::string& text) {
    return text.ends_with("G") || (text.ends_with("°") && text.find_first_of("SC") == std::string::npos);
  }

  void format(const char* kind, const LocalizedNumberFormatter& formatter, const char* number,
              const std::string& expected) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text = formatter.formatDecimal(number, status).toString(status);
    if (U_SUCCESS(status) && !means_too_much(utf8(text))) expect(kind, text, expected);
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
      format("unit, narrow", plain.unitWidth(UNUM_UNIT_WIDTH_NARROW), number, expected);
    };
    measure(icu::MeasureUnit::getKilometer(), "5", "measure 5 km");
    measure(icu::MeasureUnit::getKilogram(), "12", "measure 12 kg");
    measure(icu::MeasureUnit::getLiter(), "3", "measure 3 L");
    measure(icu::MeasureUnit::getCelsius(), "20", "temperature 20 Cel");
    measure(icu::MeasureUnit::getHectare(), "40", "measure 40 har");
    measure(icu::MeasureUnit::getKilometerPerHour(), "90", "measure 90 km/h");
    measure(icu::MeasureUnit::getHour(), "6", "duration PT6H h");
  }

  void compact(const icu::Locale& locale) {
    const auto written = [&](const char* kind, const icu::number::Notation& notation) {
      for (const char* number : {"3000", "2000000", "7500000", "4000000000"})
        format(kind, NumberFormatter::withLocale(locale).notation(notation), number, std::string("number ") + number);
    };
    written("compact in words", icu::number::Notation::compactLong());
    written("compact in short", icu::number::Notation::compactShort());
  }

  /// Where ICU has rules to spell by.
  void in_words(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalUResourceBundlePointer rules(ures_open(U_ICUDATA_NAME "-rbnf", locale.getBaseName(), &status));
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || std::string_view(locale.getLanguage()) == "en")
      return;
    const icu::RuleBasedNumberFormat speller(icu::URBNF_SPELLOUT, locale, status);
    if (U_FAILURE(status)) return;
    for (const int number : {7, 12, 43, 100, 365, 2000, 2024, 15600, 3000000}) {
      icu::UnicodeString text;
      speller.format(number, text);
      if (utf8(text).find_first_of("0123456789") != std::string::npos) return;
      expect("in words", text, "number " + std::to_string(number));
    }
  }

  void date(const char* kind, const icu::DateFormat& format, const CivilDay& day) {
    constexpr double kDay = 86400000.0;
    icu::UnicodeString text;
    format.format((day_number(day.year, day.month, day.day) + 0.5) * kDay, text);
    expect(kind, text, "date " + to_edtf(*make_day(day.year, day.month, day.day)));
  }

  void dates(icu::Locale locale) {
    UErrorCode status = U_ZERO_ERROR;
    locale.setUnicodeKeywordValue("ca", "gregory", status);
    for (const auto style : {icu::DateFormat::kFull, icu::DateFormat::kLong, icu::DateFormat::kMedium}) {
      const icu::LocalPointer<icu::DateFormat> format(icu::DateFormat::createDateInstance(style, locale));
      if (format.isNull()) continue;
      format->setTimeZone(*icu::TimeZone::getGMT());
      for (const CivilDay& day : kDays) date("date", *format, day);
      for (int month = 1; month <= 12 && style != icu::DateFormat::kFull; ++month)
        date("date", *format, {2021, month, 17});
    }
    const icu::LocalPointer<icu::DateFormat> digits(
        icu::DateFormat::createDateInstance(icu::DateFormat::kShort, locale));
    if (digits.isNull()) return;
    digits->setTimeZone(*icu::TimeZone::getGMT());
    for (const CivilDay& day : kDays) date("date in digits", *digits, day);
  }

  void times(icu::Locale locale) {
    const icu::LocalPointer<icu::DateFormat> format(
        icu::DateFormat::createTimeInstance(icu::DateFormat::kShort, locale));
    if (format.isNull()) return;
    format->setTimeZone(*icu::TimeZone::getGMT());
    for (const auto& [minutes, clock] : {std::pair(8 * 60 + 5, "T08:05"), std::pair(19 * 60 + 30, "T19:30")}) {
      icu::UnicodeString text;
      format->format(minutes * 60000.0, text);
      expect("time", text, std::string("time ") + clock);
    }
  }

  /// The document has no date: that something is told from today is all that can be seen.
  void relative(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RelativeDateTimeFormatter formatter(locale, status);
    for (const auto unit : {UDAT_RELATIVE_DAYS, UDAT_RELATIVE_WEEKS, UDAT_RELATIVE_YEARS}) {
      for (const auto direction : {UDAT_DIRECTION_LAST, UDAT_DIRECTION_NEXT}) {
        icu::UnicodeString text;
        formatter.format(4, direction, unit, text, status);
        if (U_SUCCESS(status) && utf8(text).find_first_of("+-") == std::string::npos) expect("ago", text, "date ");
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
    CHECK(score.tried >= 180);
    CHECK(score.share() >= floor.share);
  }
}

/// Letters of it all: "date 2024-03-05" → "date", "number 5, number 2024" → "number, number".
std::string kinds_of(const std::string& read) {
  std::string kinds;
  for (std::size_t at = 0; at < read.size();) {
    const std::size_t comma = std::min(read.find(", ", at), read.size());
    kinds += (kinds.empty() ? "" : " ") + read.substr(at, read.find(' ', at) - at);
    at = comma + 2;
  }
  return kinds.empty() ? "nothing" : kinds;
}

TEST_CASE("what is not read back", "[.][locales-failures]") {
  for (const auto& [kind, score] : scores()) {
    std::cout << "\n## " << kind << ": " << score.failures.size() << " of " << score.tried << " fail, share "
              << score.share() << "\n";
    std::map<std::string, std::vector<const Failure*>> causes;
    for (const Failure& failure : score.failures) causes[kinds_of(failure.got)].push_back(&failure);
    for (const auto& [cause, failures] : causes) {
      std::cout << "\n# read as " << cause << ": " << failures.size() << "\n";
      for (const Failure* failure : failures)
        std::cout << failure->locale << ": '" << failure->text << "' is " << failure->expected << ", read as '"
                  << failure->got << "'\n";
    }
  }
}

}  // namespace
}  // namespace crosscheck
