// The walk over a text counts its steps; on texts made to be bad for it, twice the text must be about twice the work.
// "1,1,1,…" could be one number, a list of numbers or a thousand dates at each comma; ten thousand open brackets could
// each wait for their own close. Steps are counted, not time, so that a busy machine says the same. The reader takes
// long texts a stretch at a time, so the sizes are chosen to stay inside one stretch; a few are far longer than that.
#include "recognize/values.h"

#include "support.h"

namespace crosscheck {
namespace {

struct Family {
  const char* name;
  const char* language;
  std::string repeated;
  std::size_t bytes = 12000;  ///< about; doubled it still is one stretch
  std::string closing = "";   ///< once for each copy, behind them all

  std::string text(std::size_t factor) const {
    const std::size_t times = factor * std::max<std::size_t>(bytes / (repeated.size() + closing.size()), 1);
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += repeated;
    for (std::size_t i = 0; i < times; ++i) out += closing;
    return out;
  }
};

std::vector<Family> families() {
  return {
      {"a million digits", "en", "7", 500000},
      {"grouped digits", "en", "1,"},
      {"dotted digits", "de", "1."},
      {"groups of three", "en", ",123"},
      {"spaced groups of three", "fr", "123 "},
      {"slashes", "en", "3/4/"},
      {"dashes", "en", "1-1-"},
      {"dashed ranges", "en", "1 - "},
      {"colons", "en", "10:30:"},
      {"brackets inside brackets", "en", "(5 ", 40000, ")"},
      {"open brackets", "en", "(5 "},
      {"currency signs", "en", "$"},
      {"plus signs", "en", "+1 "},
      {"numbers joined by and", "en", "1 and "},
      {"number words joined by and", "en", "one and "},
      {"two hundred", "en", "two hundred "},
      {"three million", "en", "three million "},
      {"half of half of", "en", "half of "},
      {"Monday to Monday", "en", "Monday to "},
      {"from 5 May to", "en", "from 5 May to "},
      {"early late", "en", "early late "},
      {"two days before", "en", "two days before "},
      {"days and days", "en", "2 days and "},
      {"in in in 5 in", "en", "in in in 5 in "},
      {"between between", "en", "between 5 and "},
      {"more than more than", "en", "more than "},
      {"per per", "en", "km/"},
      {"5 km per km per", "en", "5 km per "},
      {"letters", "en", "a "},
      {"a megabyte without a blank", "en", "x", 500000},
      {"a megabyte of words", "en", "it was 5 of 7 in May; ", 60000},
      {"one German word without end", "de", "ein"},
      {"German number words in one", "de", "hundert"},
      {"Arabic clitics", "ar", "و"},
      {"Arabic numbers joined", "ar", "خمسة و"},
      {"Han digits", "zh", "三"},
      {"Han scales", "zh", "百万"},
      {"Han digits and years", "zh", "年3"},
      {"Japanese counters", "ja", "一つ"},
      {"Korean numbers", "ko", "백"},
      {"Hindi scales", "hi", "लाख "},
      {"soft hyphens", "en", "\u00AD"},
      {"combining marks", "en", "\u0301"},
      {"blanks", "en", " "},
      {"hyphens", "en", "-"},
      {"minus one", "en", "-1"},
      {"minus minus", "en", "minus "},
      {"Han minus", "zh", "负"},
      {"dots", "en", "."},
      {"apostrophes", "en", "'5"},
      {"dotted words", "en", "a."},
      {"addresses", "en", "a@"},
  };
}

std::uint64_t work_of(const std::string& text, const Lexicon& lexicon) {
  std::uint64_t work = 0;
  const auto mentions = read_values(text, 0, Field::text, lexicon, &work);
  CHECK(mentions.size() <= text.size());
  return work;
}

TEST_CASE("twice the text is about twice the work, whatever the text", "[unit][recognize]") {
  constexpr double kMostGrowth = 2.3;
  constexpr double kMostWorkPerByte = 400;
  for (const Family& family : families()) {
    const Lexicon& lexicon = support::shipped_rules().lexicon(family.language);
    const std::string once = family.text(1), twice = family.text(2);
    const std::uint64_t before = work_of(once, lexicon), after = work_of(twice, lexicon);
    const double growth = static_cast<double>(after) / static_cast<double>(before);
    INFO(family.name << " (" << family.language << "): " << before << " steps for " << once.size() << " bytes, "
                     << after << " for twice as many, growth " << growth);
    CHECK(before > 0);
    CHECK(growth < kMostGrowth);
    CHECK(static_cast<double>(after) < kMostWorkPerByte * static_cast<double>(twice.size()));
  }
}

}  // namespace
}  // namespace crosscheck
