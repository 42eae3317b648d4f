// What the scanner knows of a character: its folded form, its class, its length. "Ｑ３" folds to "q3", "٣" to "3",
// "l’été" to "l'été", a soft hyphen to nothing; and a broken byte is a mark, never a crash.
#include "base/characters.h"

#include "base/unicode.h"

#include "catch.h"
#include "support.h"

namespace crosscheck {
namespace {

std::uint8_t bits(std::string_view text) { return character_at(text, 0).bits; }

TEST_CASE("letters, digits, blanks and marks are told apart in any script", "[unit][base]") {
  CHECK(bits("a") == kLetter);
  CHECK(bits("A") == (kLetter | kUpper));
  CHECK(bits("É") == (kLetter | kUpper));
  CHECK(bits("ж") == kLetter);
  CHECK(bits("ع") == kLetter);
  CHECK(bits("ि") == kLetter);       // a vowel sign
  CHECK(bits("\u0301") == kLetter);  // a combining accent
  CHECK(bits("語") == (kLetter | kSpaceless));
  CHECK(bits("か") == (kLetter | kSpaceless));
  CHECK(bits("한") == (kLetter | kSpaceless));
  CHECK(bits("ไ") == (kLetter | kSpaceless));
  CHECK(bits("𠮷") == (kLetter | kSpaceless));
  CHECK(bits("7") == kDigit);
  for (const char* blank : {" ", "\t", "\n", "\u00A0", "\u202F", "\u2009", "\u3000"}) {
    CHECK(bits(blank) == kSpace);
    CHECK(character_at(blank, 0).fold == ' ');
  }
  CHECK(bits("$") == 0);
  CHECK(bits("€") == 0);
  CHECK(bits("😀") == 0);
}

TEST_CASE("digits of every script fold to 0 … 9", "[unit][base]") {
  CHECK(scan_folded("0123456789") == "0123456789");
  CHECK(scan_folded("٠١٢٣٤٥٦٧٨٩") == "0123456789");                                // Arabic
  CHECK(scan_folded("۰۱۲۳۴۵۶۷۸۹") == "0123456789");                                // Persian
  CHECK(scan_folded("०१२३४५६७८९") == "0123456789");                                // Devanagari
  CHECK(scan_folded("০১২৩৪৫৬৭৮৯") == "0123456789");                                // Bengali
  CHECK(scan_folded("๐๑๒๓๔๕๖๗๘๙") == "0123456789");                                // Thai
  CHECK(scan_folded("၀၁၂၃၄၅၆၇၈၉") == "0123456789");                                // Burmese
  CHECK(scan_folded("０１２３４５６７８９") == "0123456789");                      // full width
  CHECK(scan_folded("𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙") == "0123456789");  // Adlam, above U+10000
  for (const char* digit : {"٣", "३", "๓", "３", "𞥓"}) {
    CHECK(bits(digit) == kDigit);
    CHECK(character_at(digit, 0).fold == '3');
  }
  CHECK(scan_folded("²") == "²");  // a power is no digit
  CHECK((bits("²") & kDigit) == 0);
  CHECK((bits("三") & kDigit) == 0);
}

TEST_CASE("case, width and typography fold away", "[unit][base]") {
  CHECK(scan_folded("ÉTÉ") == "été");
  CHECK(scan_folded("ＵＳ＄") == "us$");
  CHECK(scan_folded("１２％") == "12%");
  CHECK(scan_folded("l’été ‘x’ “y” «z»") == "l'été 'x' \"y\" \"z\"");
  CHECK(scan_folded("5–6 — −7 ‐ ‑") == "5-6 - -7 - -");
  CHECK(scan_folded("٣٫٥٪ ١٬٠٠٠") == "3.5% 1,000");
  CHECK(scan_folded("5µm") == scan_folded("5μm"));
  CHECK(scan_folded("ΑΒΓ") == "αβγ");
  CHECK(scan_folded("МЛН") == "млн");
}

TEST_CASE("what prints nothing is dropped, wherever it stands", "[unit][base]") {
  CHECK(scan_folded("Mil\u00ADli\u00ADar\u00ADde") == "milliarde");
  CHECK(scan_folded("a\u200Db\u200Cc\u2060d\uFEFFe") == "abcde");
  CHECK(scan_folded("\u200F٥\u200E") == "5");
  CHECK(scan_folded("⚡\uFE0F") == "⚡");
  CHECK(scan_folded("مليـــون") == scan_folded("مليون"));
  CHECK(scan_folded("مِلْيُون") == scan_folded("مليون"));
}

TEST_CASE("spellings of Arabic and Hindi letters that writers swap are one", "[unit][base]") {
  CHECK(scan_folded("أربعة إلى آلاف") == scan_folded("اربعة الى الاف"));
  CHECK(scan_folded("خمسة") == scan_folded("خمسه"));
  CHECK(scan_folded("हज़ार") == scan_folded("हजार"));
  CHECK(scan_folded("ह\u095Bार") == scan_folded("हजार"));
}

TEST_CASE("accents come off Latin letters only", "[unit][base]") {
  CHECK(without_accents("août") == "aout");
  CHECK(without_accents("größe") == "grosse");
  CHECK(without_accents("śro\u0301dę") == "srode");
  CHECK(without_accents("kø̈benhavn łódź") == "kobenhavn lodz");
  CHECK(without_accents("çalışma") == "calisma");
  CHECK(without_accents("encyclopædia œuvre") == "encyclopaedia oeuvre");
  CHECK(without_accents("март й") == "март й");
  CHECK(without_accents("हिंदी") == "हिंदी");
  CHECK(without_accents("한국") == "한국");
  CHECK(without_accents("が") == "が");
  CHECK(without_accents("") == "");
}

TEST_CASE("every byte of every text is walked over, one character at a time", "[unit][base]") {
  support::Dice dice(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = dice.below(40); i > 0; --i) text.push_back(static_cast<char>(dice.below(256)));
    std::size_t at = 0, steps = 0;
    while (at < text.size()) {
      const Character c = character_at(text, at);
      REQUIRE(c.length >= 1);
      at += c.length;
      ++steps;
    }
    CHECK(at == text.size());
    CHECK(steps <= text.size());
  }
  const Character broken = character_at("\xC3", 0);
  CHECK((broken.length == 1 && broken.bits == 0));
}

TEST_CASE("folding twice is folding once", "[unit][base]") {
  std::string all;
  for (char32_t code = 1; code < 0x3100; ++code) append_utf8(all, code);
  for (char32_t code = 0xFF00; code < 0xFFF0; ++code) append_utf8(all, code);
  const std::string once = scan_folded(all);
  CHECK(scan_folded(once) == once);
}

}  // namespace
}  // namespace crosscheck
