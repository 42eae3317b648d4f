// "Der Umsatz stieg um vier Prozent" is German by its runs of four letters, as cld2 knows them from the web. Where one
// script is one language ("매출이 4% 증가" is Korean) the script decides alone, and where cld2 is not sure the script
// gives its most read language: Cyrillic Russian, Latin English. It looks at the head of a document, farther only when
// that leaves a doubt or tells another language than that: "Banca Nazionale del Lavoro (London branch) is issuing" opens
// an English story; and then names are left out, as far as capitals tell them, where enough other words are left:
// "Metallwerke Klagenfurt AG is founding a company" is English by "is founding a company". Sister languages are told apart in a paragraph, not in a headline: four words of Galician pass
// for Spanish, and a Japanese headline without any kana for Chinese. One language a document.
#include "read/language.h"

#include <cstdio>  // cld2's own header wants FILE

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "base/unicode.h"

namespace crosscheck::read_room {
namespace {

constexpr std::size_t kHead = 256;
constexpr std::size_t kLongHead = 4096;

enum Script : std::size_t {
  kLatin,
  kCyrillic,
  kArabic,
  kDevanagari,
  kHan,
  kKana,
  kHangul,
  kGreek,
  kHebrew,
  kThai,
  kOther,
  kScripts
};

/// The language to assume where the words do not tell, and whether there is another one to tell it from.
struct ScriptUse {
  std::string_view language;
  bool shared;
};
constexpr std::array<ScriptUse, kScripts> kUses{{{"en", true},
                                                 {"ru", true},
                                                 {"ar", true},
                                                 {"hi", true},
                                                 {"zh", false},
                                                 {"ja", false},
                                                 {"ko", false},
                                                 {"el", false},
                                                 {"he", true},
                                                 {"th", false},
                                                 {"en", true}}};

struct Block {
  char32_t first, last;
  Script script;
};
constexpr std::array<Block, 22> kBlocks{
    {{0x41, 0x24F, kLatin},     {0x370, 0x3FF, kGreek},    {0x400, 0x52F, kCyrillic}, {0x590, 0x5FF, kHebrew},
     {0x600, 0x6FF, kArabic},   {0x750, 0x77F, kArabic},   {0x8A0, 0x8FF, kArabic},   {0x900, 0x97F, kDevanagari},
     {0xE00, 0xE7F, kThai},     {0x1100, 0x11FF, kHangul}, {0x1E00, 0x1EFF, kLatin},  {0x1F00, 0x1FFF, kGreek},
     {0x3041, 0x30FF, kKana},   {0x3130, 0x318F, kHangul}, {0x31F0, 0x31FF, kKana},   {0x3400, 0x9FFF, kHan},
     {0xAC00, 0xD7AF, kHangul}, {0xF900, 0xFAFF, kHan},    {0xFB50, 0xFDFF, kArabic}, {0xFE70, 0xFEFC, kArabic},
     {0xFF66, 0xFF9D, kKana},   {0x20000, 0x3FFFF, kHan}}};

Script script_of(char32_t letter) {
  const auto* block = std::lower_bound(kBlocks.begin(), kBlocks.end(), letter,
                                       [](const Block& row, char32_t code) { return row.last < code; });
  return block != kBlocks.end() && block->first <= letter ? block->script : kOther;
}

/// A web address or a mail address; a Japanese sentence of one "word" is none, whatever it mentions.
bool is_address(std::string_view word) {
  const bool marked = word.find("://") != std::string_view::npos || word.starts_with("www.") ||
                      word.find('@') != std::string_view::npos;
  return marked && is_ascii(word);
}

/// Appends whole words up to the limit; the letters of an address say nothing about the language around it.
void append_words(std::string_view text, std::size_t limit, std::string& sample) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  std::size_t at = 0;
  while (sample.size() < limit) {
    while (at < text.size() && blank(text[at])) ++at;
    if (at == text.size()) return;
    std::size_t end = at;
    while (end < text.size() && !blank(text[end])) ++end;
    std::string_view word = text.substr(at, end - at);
    at = end;
    if (is_address(word.substr(0, limit))) continue;
    std::size_t room = limit - sample.size();
    if (word.size() > room) {  // Chinese writes no spaces
      while (room > 0 && (static_cast<unsigned char>(word[room]) & 0xC0U) == 0x80U) --room;
      word = word.substr(0, room);
      at = text.size();
    }
    sample.append(word).push_back(' ');
  }
}

/// Letters by script. A letter that stands for a syllable or a word counts as several.
std::array<std::size_t, kScripts> scripts_in(std::string_view sample) {
  constexpr std::size_t kSyllable = 3;
  std::array<std::size_t, kScripts> letters{};
  for (std::size_t at = 0; at < sample.size();) {
    if (const char c = sample[at]; static_cast<unsigned char>(c) < 0x80) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++letters[kLatin];
      ++at;
      continue;
    }
    const Decoded d = decode(sample, at);
    at += d.length;
    if (!is_letter(d.code)) continue;
    const Script script = script_of(d.code);
    letters[script] += script == kHan || script == kKana || script == kHangul ? kSyllable : 1;
  }
  return letters;
}

/// The script of most letters. Japanese mixes kana with Han; Chinese has at most a foreign brand in kana.
Script main_script(const std::array<std::size_t, kScripts>& letters) {
  constexpr std::size_t kMuchHan = 10;
  std::array<std::size_t, kScripts> merged = letters;
  const Script east = letters[kKana] * kMuchHan > letters[kHan] ? kKana : kHan;
  merged[kHan] = merged[kKana] = 0;
  merged[east] = letters[kHan] + letters[kKana];
  return static_cast<Script>(std::max_element(merged.begin(), merged.end()) - merged.begin());
}

struct Guess {
  std::string language;  ///< empty: not sure
  int letters = 0;       ///< bytes of them
};

/// Codes that cld2 still spells the old way, and scripts that are no language of their own.
std::string base_code(std::string_view code) {
  constexpr std::array<std::array<std::string_view, 2>, 5> kNow{
      {{"iw", "he"}, {"jw", "jv"}, {"tl", "fil"}, {"bh", "hi"}, {"nb", "no"}}};
  code = code.substr(0, code.find('-'));
  for (const auto& [old_code, code_now] : kNow) {
    if (code == old_code) return std::string(code_now);
  }
  return std::string(code);
}

/// Of cld2's three the one with most of the evidence: its own first sets English back wherever another has a part of it.
/// `expected`: a little evidence for this one is enough.
Guess guess(const std::string& sample, CLD2::Language expected = CLD2::UNKNOWN_LANGUAGE) {
  constexpr bool kPlainText = true;
  constexpr int kFewest = 10;    ///< "mxn 15" and "3 dzs" are of no language
  constexpr double kWeak = 250;  ///< points a kilobyte: "3RD QTR SHR 44 CTS" has fewer, most texts 400 to 1,500
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, expected};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int letters = 0;
  bool sure = false;
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), kPlainText, &hints,
                                 CLD2::kCLDFlagBestEffort, languages.data(), percents.data(), scores.data(), nullptr,
                                 &letters, &sure);
  std::size_t best = 0;
  for (std::size_t i = 1; i < languages.size(); ++i) {
    if (percents[i] * scores[i] > percents[best] * scores[best]) best = i;
  }
  if (!sure || letters < kFewest || languages[best] == CLD2::UNKNOWN_LANGUAGE || scores[best] < kWeak)
    return {"", letters};
  return {base_code(CLD2::LanguageCode(languages[best])), letters};
}

constexpr int kHeadline = 80;  ///< letters; so few do not tell much

/// A headline is too short to tell a language from its larger sister, and a few English words from none.
std::string without_sisters(const Guess& guess) {
  using Sisters = std::array<std::string_view, 2>;
  static constexpr std::array kSisters{
      Sisters{"af", "nl"}, Sisters{"az", "tr"}, Sisters{"bg", "ru"}, Sisters{"ca", "es"}, Sisters{"fy", "nl"},
      Sisters{"gl", "es"}, Sisters{"jv", "id"}, Sisters{"lb", "de"}, Sisters{"mk", "ru"}, Sisters{"mr", "hi"},
      Sisters{"ms", "id"}, Sisters{"mt", "en"}, Sisters{"ne", "hi"}, Sisters{"nn", "no"}, Sisters{"oc", "fr"},
      Sisters{"rw", "en"}, Sisters{"sr", "ru"},
  };
  if (guess.letters < kHeadline) {
    for (const auto& [small, large] : kSisters) {
      if (guess.language == small) return std::string(large);
    }
  }
  return guess.language;
}

/// "Harland Telecom third quarter pre-tax profit 506 mln stg" is Slovak to cld2, and English as soon as English is expected;
/// a Slovak headline stays Slovak. "Las ventas suben un 4 %" would turn, but a headline is more often Spanish than Slovak.
bool english_after_all(std::string_view told, const Guess& guessed, const std::string& sample) {
  static constexpr std::array<std::string_view, 19> kMuchWritten{
      "cs", "da", "de", "en", "es", "fi", "fr", "hr", "hu", "id", "it", "nl", "no", "pl", "pt", "ro", "sv", "tr", "vi"};
  return guessed.letters < kHeadline && !std::binary_search(kMuchWritten.begin(), kMuchWritten.end(), told) &&
         guess(sample, CLD2::ENGLISH).language == "en";
}

/// The words that do not begin with a capital; all of a script without capitals.
std::string without_names(std::string_view sample) {
  std::string words;
  for (std::size_t at = 0; at < sample.size();) {
    const std::size_t end = std::min(sample.find(' ', at), sample.size());
    if (end > at && !is_upper(decode(sample, at).code)) words.append(sample.substr(at, end - at)).push_back(' ');
    at = end + 1;
  }
  return words;
}

/// cld2 knows many a name as a word of its language; what it takes for foreign is asked again without them.
Guess guess_of_words(const std::string& sample, std::string_view usual) {
  const Guess all = guess(sample);
  if (all.language.empty() || all.language == usual) return all;
  const Guess words = guess(without_names(sample));
  return !words.language.empty() && words.letters >= kHeadline ? words : all;
}

}  // namespace

std::string language_of(std::string_view title, std::string_view text) {
  Script script = kLatin;
  std::string told;
  for (const std::size_t limit : {kHead, kLongHead}) {
    std::string sample;
    append_words(title, limit, sample);
    append_words(text, limit, sample);
    script = main_script(scripts_in(sample));
    if (!kUses[script].shared) return std::string(kUses[script].language);
    const Guess found = guess_of_words(sample, kUses[script].language);
    if (!found.language.empty()) {
      told = without_sisters(found);
      if (script == kLatin && english_after_all(told, found, sample)) told = "en";
    }
    if (told == kUses[script].language || sample.size() < limit) break;
  }
  return told.empty() ? std::string(kUses[script].language) : told;
}

}  // namespace crosscheck::read_room
