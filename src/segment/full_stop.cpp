// "paid $3.5 bn. The U.S. Army said Gov. Smith agreed." Of its stops, "bn." ends a sentence since "The" begins
// one; "U.S." does not, since "Army" is no word that sentences begin with; "Gov." never does. A sentence that
// begins with a name after "Acme Corp." is not told from "Acme Corp. Chairman": both stay joined.
#include "segment/full_stop.h"

#include <algorithm>
#include <array>

#include "segment/characters.h"

namespace crosscheck::segment_room {
namespace {

constexpr std::size_t kLongestWord = 64;  // bytes looked at

bool is_abbreviation_character(char32_t code) {
  return is_letter(code) || is_digit(code) || code == '.' || code == '&' || code == '\'' || code == 0x2019;
}

bool is_all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
}

/// "u.s", "a.m", "ph.d": pieces of one or two letters.
bool is_dotted(std::string_view word) {
  std::size_t piece = 0, dots = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded d = decode(word, at);
    at += d.length;
    if (d.code == '.') {
      if (piece == 0) return false;
      ++dots;
      piece = 0;
    } else if (!is_letter(d.code) || ++piece > 2) {
      return false;
    }
  }
  return dots > 0 && piece > 0;
}

bool is_capitalised(std::string_view word) { return !word.empty() && is_upper(decode(word, 0).code); }

/// One capital: "J." in a name, "B." in "Plan B.". The pronoun "I" is none.
bool is_initial(const WordBefore& word) {
  if (word.written.empty() || decode(word.written, 0).length != word.written.size()) return false;
  return is_upper(decode(word.written, 0).code) && (word.written != "I" || is_capitalised(word.previous));
}

/// "Gov.", and of several "Govs."; never the end of a sentence.
bool is_title(const WordBefore& word, const Lexicon& lexicon) {
  if (!is_capitalised(word.written)) return false;
  if (lexicon.in_list("titles", word.folded)) return true;
  return word.folded.ends_with('s') && lexicon.in_list("titles", word.folded.substr(0, word.folded.size() - 1));
}

bool is_abbreviation(const WordBefore& word, const WordAfter& next, const Lexicon& lexicon) {
  if (is_dotted(word.folded)) return true;
  if (!lexicon.in_list("abbreviations", word.folded)) return false;
  if (word.folded == "no") return next.number;  // "No. 5", but "She said no."
  const bool calendar = lexicon.months.contains(word.folded) || lexicon.weekdays.contains(word.folded);
  return !calendar || is_capitalised(word.written);  // "Sat.", but "there he sat."
}

/// The unit of the number before it: "paid 3.5 bn. Globex …" is two sentences, "3.5 bn. Euro" is one. Where
/// all nouns are capitalised nothing can be told.
bool is_unit_at_end(const WordBefore& word, const WordAfter& next, const Lexicon& lexicon) {
  if (word.previous.empty() || !next.upper || next.initial || lexicon.language.starts_with("de")) return false;
  if (!is_ascii_digit(word.previous.back()) && !lexicon.number_words.contains(folded(word.previous))) return false;
  constexpr std::uint64_t kUnits =
      bit(SenseKind::scale_suffix) | bit(SenseKind::percent) | bit(SenseKind::currency) | bit(SenseKind::unit);
  const bool unit = (lexicon.vocabulary.mask(lexicon.vocabulary.lookup(word.folded)) & kUnits) != 0;
  const bool money = lexicon.currency_names.contains(next.folded) || lexicon.currency_symbols.contains(next.folded);
  return unit && !money;
}

/// "3. November" everywhere; "der 2. Weltkrieg" where ordinals are written with a stop.
bool is_ordinal(const WordBefore& word, const WordAfter& next, const Lexicon& lexicon) {
  static constexpr std::array<std::string_view, 14> kStopOrdinals{"de", "da", "nb", "nn", "no", "fi", "cs",
                                                                  "sk", "hu", "hr", "sl", "et", "lv", "is"};
  if (word.written.size() > 2 || !is_all_digits(word.written)) return false;
  if (lexicon.months.contains(next.folded)) return true;
  const std::string_view language = std::string_view(lexicon.language).substr(0, 2);
  return std::find(kStopOrdinals.begin(), kStopOrdinals.end(), language) != kStopOrdinals.end();
}

}  // namespace

WordBefore word_before(std::string_view text, std::size_t stop, std::size_t begin) {
  const std::size_t nearest = std::max(begin, stop < kLongestWord ? 0 : stop - kLongestWord);
  std::size_t at = stop;
  while (at > nearest) {
    const std::size_t previous = before(text, at, nearest);
    if (!is_abbreviation_character(decode(text, previous).code)) break;
    at = previous;
  }
  WordBefore word;
  word.written = text.substr(at, stop - at);
  word.folded = folded(word.written);
  std::size_t gap = at;
  while (gap > nearest && is_space(decode(text, before(text, gap, nearest)).code)) gap = before(text, gap, nearest);
  std::size_t start = gap;
  while (start > nearest && is_abbreviation_character(decode(text, before(text, start, nearest)).code))
    start = before(text, start, nearest);
  word.previous = text.substr(start, gap - start);
  std::size_t rest = start;
  while (rest > nearest && is_space_or_invisible(decode(text, before(text, rest, nearest)).code))
    rest = before(text, rest, nearest);
  word.opens = rest == begin;
  return word;
}

WordAfter word_after(std::string_view text, std::size_t at, std::size_t end, const Lexicon& lexicon) {
  WordAfter word;
  constexpr int kMostOpeners = 8;
  for (int i = 0; i < kMostOpeners && at < end; ++i) {
    const Decoded d = decode(text, at);
    if (!is_opener(d.code) && !is_bullet(d.code) && !(i > 0 && is_space(d.code))) break;
    at += d.length;
  }
  if (at >= end) return word;
  const char32_t first = decode(text, at).code;
  word.upper = is_upper(first);
  word.lower = is_lower(first);
  word.number = is_digit(first) || is_currency_sign(first);
  std::size_t stop = at;
  while (stop < end && stop < at + kLongestWord) {
    const Decoded d = decode(text, stop);
    if (!is_letter(d.code)) break;
    stop += d.length;
  }
  word.folded = folded(text.substr(at, stop - at));
  word.initial = stop == at + 1 && stop < end && text[stop] == '.';
  word.starter = word.upper && !word.initial && lexicon.in_list("sentence_starters", word.folded);
  return word;
}

bool holds_on(const WordBefore& word, const WordAfter& next, const Lexicon& lexicon) {
  if (word.written.empty()) return false;
  if (is_title(word, lexicon)) return true;
  if (is_unit_at_end(word, next, lexicon)) return false;
  // "U.S." or "The U.S." alone is no sentence, even where the next word is written "Officials".
  if (is_initial(word) || is_abbreviation(word, next, lexicon)) return word.opens || !next.starter;
  return is_ordinal(word, next, lexicon) && !next.starter;
}

bool lets_number_start(const WordBefore& word, const Lexicon& lexicon) {
  constexpr std::size_t kYearDigits = 4, kFullWord = 4;
  if (word.written.empty()) return true;  // a bracket, a quote or a percent sign
  if (is_ascii_digit(word.written.back())) return !is_all_digits(word.written) || word.written.size() >= kYearDigits;
  if (word.written.size() < kFullWord) return false;
  const bool short_month = lexicon.months.contains(word.folded) && word.folded.size() <= kFullWord &&
                           word.folded != "june" && word.folded != "july";
  return !short_month;
}

}  // namespace crosscheck::segment_room
