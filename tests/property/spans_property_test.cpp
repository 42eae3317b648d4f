// Laws of the bytes that a mention claims, over texts thrown together from what breaks offsets: emoji with joiners,
// CRLF, byte order marks, hard and narrow blanks, soft hyphens, direction marks, loose accents, digits of many scripts,
// Han and Hangul, with real expressions between: "$38bn", "٣٫٥ مليون", "１２％". Whatever is read, its span begins
// and ends between characters, holds something, lies in its text, follows the one before and is quoted to the byte.
#include "base/unicode.h"
#include "recognize/recognize.h"
#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;

constexpr std::uint64_t kSeeds = 120;
const std::vector<std::string> kLanguages = {"en", "de", "ar", "hi", "zh", "ja"};

const std::vector<std::string> kPlanted = {"$38bn",
                                           "3 November 2025",
                                           "٣٫٥ مليون",
                                           "１２％",
                                           "two-thirds of a mile",
                                           "2025-11-03",
                                           "€1.5 million",
                                           "between 5 and 7 km",
                                           "3,2 Milliarden €",
                                           "am 3. März 2024",
                                           "einundzwanzigtausend",
                                           "vor zwei Wochen",
                                           "百分之五",
                                           "2024年3月5日",
                                           "三十万人",
                                           "約１２億円",
                                           "令和6年",
                                           "五分之三",
                                           "५ लाख रुपये",
                                           "२५ दिसंबर २०२३",
                                           "३.५ करोड़",
                                           "٥ مارس ٢٠٢٤",
                                           "خمسة وعشرون",
                                           "20 °C",
                                           "1,234,567.89",
                                           "1 234 567",
                                           "12.5 %",
                                           "5 kg",
                                           "3–1",
                                           "½",
                                           "first Monday of May 2024",
                                           "10:30 p.m.",
                                           "the 1990s",
                                           "last Friday",
                                           "+1-222-2222-2222",
                                           "v2.10.3",
                                           "5\u00ADkm",
                                           "1\u202F000\u00A0€",
                                           "$\u200D5",
                                           "\u200F٥\u200E %",
                                           "5\u0301 km",
                                           "２０２４年"};

const std::vector<std::string> kPieces = {" ",       "  ",      "\n",      "\r\n",   "\n\n",
                                          "\r",      "\t",      "\u00A0",  "\u202F", "\u2009",
                                          "\u3000",  "\uFEFF",  "\u00AD",  "\u200B", "\u200D",
                                          "\u200F",  "\u200E",  "\u202B",  "\u2066", "\uFE0F",
                                          "\u0301",  "\u0308",  "\u093F",  "\u3099", "👩‍👩‍👧‍👦",
                                          "🇩🇪",      "😀",       "5️⃣", "漢",     "字年",
                                          "한국",    "삼",      "か",      "ไทย",    "ж",
                                          "é",       "0",       "7",       "12",     "٣",
                                          "२",       "９",      "三",      "½",      "²",
                                          "𝟙",       "Ⅷ",       "①",       "-",      "–",
                                          "−",       ".",       ",",       ":",      "/",
                                          "'",       "’",       "(",       ")",      "[",
                                          "%",       "‰",       "$",       "€",      "+",
                                          "~",       "#",       "@",       "°",      "\"",
                                          "…",       "_",       "and",     "to",     "million",
                                          "percent", "May",     "und",     "vor",    "ein",
                                          "hundert", "و",       "मई",      "万",     "x",
                                          "km",      "of",      "a",       "the",    "more than",
                                          "minus",   "century", "years",   "ago",    "in",
                                          "from"};

std::string thrown_text(Dice& dice) {
  std::string text = dice.one_in(6) ? "\uFEFF" : "";
  for (std::size_t i = 5 + dice.below(70); i > 0; --i) {
    text += dice.one_in(4) ? dice.pick(kPlanted) : dice.pick(kPieces);
    if (dice.one_in(2)) text += ' ';
    if (dice.one_in(25)) append_utf8(text, static_cast<char32_t>(0x20 + dice.below(0x2FE0)));
  }
  return text;
}

bool on_border(std::string_view text, std::uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

void check_spans(const Document& document, const std::vector<Mention>& mentions) {
  const Mention* before = nullptr;
  for (const Mention& mention : mentions) {
    const std::string_view text = text_of(document, mention.field);
    INFO("span " << mention.span.begin << " to " << mention.span.end << " of " << text.size());
    REQUIRE(mention.span.begin < mention.span.end);
    REQUIRE(mention.span.end <= text.size());
    CHECK(on_border(text, mention.span.begin));
    CHECK(on_border(text, mention.span.end));
    CHECK(mention.qualified.contains(mention.span));
    CHECK(mention.qualified.end <= text.size());
    CHECK(on_border(text, mention.qualified.begin));
    CHECK(on_border(text, mention.qualified.end));
    CHECK_FALSE(is_space(decode(text, mention.span.begin).code));
    CHECK(std::string_view(" \t\r\n").find(text[mention.span.end - 1]) == std::string_view::npos);
    if (before != nullptr && before->field == mention.field) {
      CHECK(before->span.end <= mention.span.begin);
      CHECK(before->qualified.end <= mention.qualified.begin);
    }
    if (before != nullptr && before->field != mention.field) CHECK(before->field == Field::title);
    before = &mention;
  }
}

void check_line(const Document& document, const std::string& line) {
  const auto parsed = parse_json(line);
  REQUIRE(parsed.ok());
  std::size_t end_before = 0;
  for (const Json& mention : parsed.value().at("mentions")) {
    const bool in_title = mention.value("in", std::string()) == "title";
    const std::string& text = in_title ? document.title : document.text;
    const auto begin = mention.at("begin").get<std::size_t>(), end = mention.at("end").get<std::size_t>();
    REQUIRE(begin < end);
    REQUIRE(end <= text.size());
    CHECK(text.substr(begin, end - begin) == mention.at("surface").get<std::string>());
    if (!in_title) CHECK(end_before <= begin);
    if (!in_title) end_before = end;
  }
}

std::string rendered(const Document& document, const Lexicon& lexicon) {
  Article article;
  article.mentions = recognize_values(document, lexicon);
  return render_mentions(document, article);
}

TEST_CASE("mentions quote whole characters, in order, whatever stands around them", "[property][recognize]") {
  for (const std::string& language : kLanguages) {
    const Lexicon& lexicon = support::shipped_rules().lexicon(language);
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
      Dice dice(seed * 31 + static_cast<unsigned char>(language[0]));
      Document document;
      document.id = "a.txt";
      document.text = thrown_text(dice);
      if (dice.one_in(3)) document.title = thrown_text(dice);
      INFO(language << ", seed " << seed << ": " << document.text);
      REQUIRE_FALSE(first_invalid_byte(document.text));
      const auto mentions = recognize_values(document, lexicon);
      found += mentions.size();
      check_spans(document, mentions);
      const std::string line = rendered(document, lexicon);
      check_line(document, line);
      CHECK(rendered(document, lexicon) == line);
    }
    CHECK(found > kSeeds);
  }
}

TEST_CASE("a text of any bytes before the body is left alone", "[property][recognize]") {
  const Lexicon& lexicon = support::shipped_rules().lexicon("en");
  Dice dice(5);
  for (int round = 0; round < 60; ++round) {
    Document document;
    document.text = thrown_text(dice) + "\n\n";
    document.body_begin = static_cast<std::uint32_t>(document.text.size());
    document.text += thrown_text(dice);
    INFO(document.text);
    for (const Mention& mention : recognize_values(document, lexicon)) CHECK(mention.span.begin >= document.body_begin);
  }
}

TEST_CASE("what is planted between harmless words is found where it stands", "[property][recognize]") {
  struct Plant {
    const char *language, *expression;
  };
  const std::vector<Plant> plants = {{"en", "$38bn"},        {"en", "3 November 2025"}, {"en", "１２％"},
                                     {"ar", "٣٫٥ مليون"},    {"de", "3,2 Mrd. €"},      {"hi", "५ लाख"},
                                     {"zh", "2024年3月5日"}, {"ja", "12億円"}};
  const std::vector<std::string> around = {
      " 😀 ", " 👩‍👩‍👧‍👦 ", "\r\n\r\n", " \uFEFF ", " \u200F \u200E ", " – ", " ☃️ ", "\u3000",
      " » "};
  Dice dice(11);
  for (const Plant& plant : plants) {
    const Lexicon& lexicon = support::shipped_rules().lexicon(plant.language);
    for (int round = 0; round < 20; ++round) {
      Document document;
      for (std::size_t i = 1 + dice.below(5); i > 0; --i) document.text += dice.pick(around);
      const std::size_t begin = document.text.size(), end = begin + std::string_view(plant.expression).size();
      document.text += plant.expression;
      for (std::size_t i = 1 + dice.below(5); i > 0; --i) document.text += dice.pick(around);
      const auto mentions = recognize_values(document, lexicon);
      INFO(plant.language << ": " << document.text);
      REQUIRE(mentions.size() == 1);
      CHECK(mentions[0].span.begin == begin);
      CHECK(mentions[0].span.end == end);
    }
  }
}

}  // namespace
}  // namespace crosscheck
