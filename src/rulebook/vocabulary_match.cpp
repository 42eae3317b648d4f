// The walks over the trie of vocabulary.cpp, and the short cut that spares most of them: the first word of running text
// is looked up by one hash of its letters, and most words are none of ours. "US dollars" finds "us", which some key goes on
// from, and walks on through the blank. Where a word ends is told by letters: a letter may not touch a match of letters,
// but in scripts without blanks anything may.
// Only words of up to 15 letters of ASCII have the short cut; the rest is walked from its first letter.
#include <algorithm>
#include <bit>

#include "base/characters.h"
#include "base/eight_bytes.h"
#include "base/unicode.h"
#include "rulebook/vocabulary.h"

namespace crosscheck {
namespace {

bool joins(const Character& before, const Character& after) {
  if (before.has(kSpaceless) || after.has(kSpaceless)) return false;
  return (before.has(kLetter) && after.has(kLetter)) || (before.has(kDigit) && after.has(kDigit));
}

constexpr std::size_t kLongestFirstWord = 16;

/// The letters of ASCII that begin here, eight at most, in lower case and with nothing behind them; how many.
inline std::size_t take_letters(const char* text, std::uint64_t& letters) {
  const std::uint64_t bytes = eight_bytes(text) | kOnes * 0x20, low = bytes & ~kHighs;
  const std::uint64_t from_a = low + kOnes * (0x80 - 'a'), behind_z = low + kOnes * (0x7F - 'z');
  const std::uint64_t others = (~from_a | behind_z | bytes) & kHighs;
  constexpr bool kLittle = std::endian::native == std::endian::little;
  const int bits = (kLittle ? std::countr_zero(others) : std::countl_zero(others)) & ~7;
  if (bits == 0) return 0;
  letters = bytes & (kLittle ? ~std::uint64_t{0} >> (64 - bits) : ~std::uint64_t{0} << (64 - bits));
  return static_cast<std::size_t>(bits) / 8;
}

}  // namespace

inline std::size_t Vocabulary::bucket_of(const std::array<std::uint64_t, 2>& letters, std::size_t buckets) {
  const std::uint64_t both = letters[0] ^ letters[1] * 0x9E3779B97F4A7C15U;
  return static_cast<std::size_t>(((both ^ both >> 32U) * 0xD6E8FEB86659FD93U) >> 32U) & (buckets - 1);
}

/// The bucket that holds these letters, or the free one where they would stand.
inline std::size_t Vocabulary::bucket_with(const std::array<std::uint64_t, 2>& letters) const {
  std::size_t at = bucket_of(letters, buckets_.size());
  for (; buckets_[at] != 0; at = (at + 1) & (buckets_.size() - 1)) {
    const FirstWord& word = first_words_[buckets_[at] - 1U];
    if (word.letters[0] == letters[0] && word.letters[1] == letters[1]) break;
  }
  return at;
}

inline const Vocabulary::FirstWord* Vocabulary::first_word(const std::array<std::uint64_t, 2>& letters) const {
  const std::uint32_t found = buckets_[bucket_with(letters)];
  return found == 0 ? nullptr : &first_words_[found - 1U];
}

/// "us" of "us dollar": all runs of letters that a key begins with, found by one hash instead of a walk.
void Vocabulary::note_first_words(const std::vector<std::pair<std::string_view, Entry>>& keys) {
  std::size_t size = 64;
  while (size < keys.size() * 4) size *= 2;
  buckets_.assign(size, 0);
  for (const auto& [key, entry] : keys) {
    std::array<char, kLongestFirstWord + 8> padded{};
    std::copy_n(key.data(), std::min(key.size(), kLongestFirstWord), padded.data());
    FirstWord word;
    std::size_t length = take_letters(padded.data(), word.letters[0]);
    if (length == 8) length += take_letters(padded.data() + 8, word.letters[1]);
    if (length == 0 || length == kLongestFirstWord) continue;
    std::uint32_t& place = buckets_[bucket_with(word.letters)];
    if (place == 0) {
      for (std::size_t i = 0; i < length; ++i) word.node = step(word.node, static_cast<unsigned char>(key[i]));
      word.entry = slots_[static_cast<std::size_t>(word.node)].entry;
      first_words_.push_back(word);
      place = static_cast<std::uint32_t>(first_words_.size());
    }
    if (key.size() > length) first_words_[place - 1U].goes_on = true;
  }
}

std::int32_t Vocabulary::step_wide(std::int32_t node, char32_t code) const {
  std::string bytes;
  append_utf8(bytes, code);
  for (const char c : bytes) {
    node = step(node, static_cast<unsigned char>(c));
    if (node < 0) return -1;
  }
  return node;
}

std::int32_t Vocabulary::step_character(std::int32_t node, std::string_view text, std::size_t at,
                                        std::size_t& length) const {
  const Character c = character_at(text, at);
  length = c.length;
  return c.fold == 0 ? node : step_code(node, c.fold);
}

// The steps of match(), the hottest function there is: each is inlined into it.

/// Where a match stands: the node, the character taken last, and whether it has left its first word.
struct Vocabulary::Walk {
  Match found;
  std::int32_t node = 0;
  Character last;
  bool several = false;
};

/// Most words of running text are ASCII and none of ours: they leave the trie within their first letters.
inline bool Vocabulary::take_ascii(std::string_view text, std::size_t& next, Walk& walk) const {
  for (; next < text.size(); ++next) {
    const auto byte = static_cast<unsigned char>(text[next]);
    const auto small = static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    if (small < 'a' || small > 'z') return true;
    walk.node = step(walk.node, small);
    if (walk.node < 0) return false;
    walk.last = Character{small, kLetter, 1};
  }
  return true;
}

/// A blank of the key: blanks, one line break, one hyphen. Between the characters of one word it counts for nothing.
inline bool Vocabulary::take_blank(std::string_view text, std::size_t& next, Walk& walk) const {
  std::size_t end = next;
  int breaks = 0;
  bool hyphen = false;
  for (Character c; end < text.size(); end += c.length) {
    c = character_at(text, end);
    if (c.fold == '-' && !hyphen)
      hyphen = true;
    else if (!c.has(kSpace))
      break;
    breaks += text[end] == '\n' ? 1 : 0;
  }
  const bool hangul = walk.last.fold >= 0xAC00 && walk.last.fold <= 0xD7A3;
  const bool inside =
      walk.last.has(kSpaceless) && !hangul && end < text.size() && character_at(text, end).has(kSpaceless) && !hyphen;
  const std::int32_t blank = breaks > 1 ? -1 : step(walk.node, ' ');
  if (blank < 0 && !(inside && breaks < 2)) return false;
  next = end;
  if (blank < 0) return true;  // 百 分之
  walk.node = blank;
  walk.several = true;
  walk.last = Character{' ', kSpace, 1};
  return true;
}

/// Does what follows belong to the same word? Characters that are dropped are passed over.
inline bool Vocabulary::cuts_word(std::string_view text, std::size_t next, const Character& last) {
  if (next >= text.size()) return false;
  Character follows = character_at(text, next);
  while (follows.fold == 0 && next + follows.length < text.size()) {
    next += follows.length;
    follows = character_at(text, next);
  }
  return joins(last, follows);
}

inline bool Vocabulary::take_character(std::string_view text, std::size_t& next, const Character& c, bool first,
                                       Walk& walk) const {
  if (!first && !joins(walk.last, c) && !c.has(kSpaceless)) walk.several = walk.several || walk.last.has(kLetter);
  walk.node = step_code(walk.node, c.fold);
  if (walk.node < 0) return false;
  next += c.length;
  walk.last = c;
  const Entry entry = slots_[static_cast<std::size_t>(walk.node)].entry;
  if (entry != 0 && !cuts_word(text, next, c)) accept(entry, next, walk);
  return true;
}

inline void Vocabulary::accept(Entry entry, std::size_t end, Walk& walk) const {
  if (walk.several) {
    walk.found.phrase = entry;
    walk.found.phrase_end = static_cast<std::uint32_t>(end);
  } else {
    walk.found.word = entry;
    walk.found.word_end = static_cast<std::uint32_t>(end);
    walk.found.senses |= mask(entry);
  }
}

/// The letters of ASCII with which a word begins, in one go; a letter or a dropped character of another script that
/// follows leaves them all to take_character().
inline bool Vocabulary::take_run(std::string_view text, std::size_t& next, Walk& walk) const {
  const std::size_t begin = next;
  const std::int32_t node = walk.node;
  const Character last = walk.last;
  if (!take_ascii(text, next, walk)) return false;
  if (next == begin) return true;
  if (next == text.size() || static_cast<unsigned char>(text[next]) < 0x80) {
    if (const Entry entry = slots_[static_cast<std::size_t>(walk.node)].entry; entry != 0) accept(entry, next, walk);
  } else {
    next = begin;
    walk.node = node;
    walk.last = last;
  }
  return true;
}

Vocabulary::Match Vocabulary::match(std::string_view text, std::size_t at) const {
  Walk walk;
  std::size_t next = at;
  const Character c = character_at(text, at);
  if (c.fold != 0) {
    const std::int32_t node = step_code(0, c.fold);
    if (node < 0) return walk.found;
    const std::size_t end = at + c.length;
    const bool alone = !c.has(kLetter | kSpaceless | kSpace) && end + 1 < text.size() &&
                       static_cast<unsigned char>(text[end]) < 0x80 && dies_behind(text, end, node);
    if (alone) {  // a mark or one digit, as most are
      const Entry entry = slots_[static_cast<std::size_t>(node)].entry;
      if (entry != 0 && !cuts_word(text, end, c)) accept(entry, end, walk);
      return walk.found;
    }
  }
  return take_run(text, next, walk) ? go_on(text, at, next, walk) : walk.found;
}

Vocabulary::Match Vocabulary::go_on(std::string_view text, std::size_t at, std::size_t next, Walk& walk) const {
  while (next < text.size()) {
    const Character c = character_at(text, next);
    if (c.fold == 0) {
      next += c.length;
      continue;
    }
    const bool blank = next > at && (c.has(kSpace) || c.fold == '-');
    const bool taken = blank ? take_blank(text, next, walk) && take_run(text, next, walk)
                             : take_character(text, next, c, next == at, walk);
    if (!taken) break;
  }
  return walk.found;
}

/// Does no key go on with what stands behind its first word? Asked only where one look at it or two can tell.
inline bool Vocabulary::dies_behind(std::string_view text, std::size_t end, std::int32_t node) const {
  const auto at = [&](std::size_t place) -> const Character& {
    return characters::kAscii.at[static_cast<unsigned char>(text[place])];
  };
  const auto blank = [](const Character& c) { return c.fold == ' ' || c.fold == '-'; };
  const Character& behind = at(end);
  node = step(node, blank(behind) ? ' ' : static_cast<unsigned char>(behind.fold));
  if (node < 0 || !blank(behind)) return node < 0;
  if (static_cast<unsigned char>(text[end + 1]) >= 0x80 || blank(at(end + 1))) return false;
  return step(node, static_cast<unsigned char>(at(end + 1).fold)) < 0;
}

std::uint32_t Vocabulary::match_word(std::string_view text, std::size_t at, Match& found) const {
  std::array<std::uint64_t, 2> letters{};
  std::size_t length = kLongestFirstWord;
  if (text.size() - at > kLongestFirstWord) {
    length = take_letters(text.data() + at, letters[0]);
    if (length == 8) length += take_letters(text.data() + at + 8, letters[1]);
  }
  if (length == kLongestFirstWord || static_cast<unsigned char>(text[at + length]) >= 0x80) {
    found = match(text, at);
    return 0;
  }
  const auto end = static_cast<std::uint32_t>(at + length);
  const FirstWord* word = first_word(letters);
  if (word == nullptr) return end;
  if (word->goes_on && !dies_behind(text, end, word->node)) {
    found = match_behind(text, at, end, *word);
  } else if (word->entry != 0) {
    found.word = word->entry;
    found.word_end = end;
    found.senses = mask(word->entry);
  }
  return end;
}

Vocabulary::Match Vocabulary::match_behind(std::string_view text, std::size_t at, std::uint32_t end,
                                           const FirstWord& word) const {
  Walk walk;
  if (word.entry != 0) accept(word.entry, end, walk);
  walk.node = word.node;
  walk.last = Character{static_cast<unsigned char>(text[end - 1]) | 0x20U, kLetter, 1};
  return go_on(text, at, end, walk);
}

Vocabulary::Match Vocabulary::match_inside(std::string_view text, std::size_t at, std::size_t end,
                                           std::uint64_t wanted) const {
  Match found;
  std::int32_t node = 0;
  for (std::size_t next = at; next < end;) {
    const Character c = character_at(text, next);
    next += c.length;
    if (c.fold == 0) continue;
    node = step_code(node, c.fold);
    if (node < 0) break;
    const Entry entry = slots_[static_cast<std::size_t>(node)].entry;
    if (entry == 0 || (mask(entry) & wanted) == 0) continue;
    found.word = entry;
    found.word_end = static_cast<std::uint32_t>(next);
  }
  return found;
}

}  // namespace crosscheck
