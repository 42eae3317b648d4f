// The spelling of tokens. "Acme's multi-year GPT-4 deal with AT&T (U.S.)" holds the words Acme, 's, multi-year,
// GPT-4, deal, with, AT&T, U.S.; "24-year" is 24, -, year and "mid-2024" is mid, -, 2024, so that numbers
// are seen; "1,234.5" and "16’157" are one number each. Scripts without spaces give a run of letters a word.
#include "segment/word_shapes.h"

#include <algorithm>
#include <array>

#include "segment/characters.h"

namespace crosscheck::segment_room {
namespace {

bool is_hyphen(char32_t code) { return code == '-' || code == 0x2010 || code == 0x2011; }
bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019 || code == 0x02BC; }

std::size_t bounded(std::size_t at, std::size_t end) { return std::min(end, at + kLongestToken); }

Decoded code_at(std::string_view text, std::size_t at, std::size_t end) {
  return at < end ? decode(text, at) : Decoded{0, 1};
}

/// Letters from `at` on, `most` at most.
std::size_t letters_from(std::string_view text, std::size_t at, std::size_t end, std::size_t most) {
  std::size_t count = 0;
  while (at < end && count < most) {
    const Decoded d = decode(text, at);
    if (!is_word_character(d.code)) break;
    at += d.length;
    ++count;
  }
  return count;
}

std::size_t digits_from(std::string_view text, std::size_t at, std::size_t end, std::size_t most) {
  std::size_t count = 0;
  while (at + count < end && count < most && is_ascii_digit(text[at + count])) ++count;
  return count;
}

bool is_year_at(std::string_view text, std::size_t at, std::size_t end) {
  return digits_from(text, at, end, 5) == 4 && (text.substr(at, 2) == "19" || text.substr(at, 2) == "20");
}

bool is_address_character(char c) {
  return is_ascii_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

/// "name.surname@example.org" from its start; `at` itself when there is no such thing.
std::size_t email_end(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::size_t kLongestName = 64;
  std::size_t i = at;
  while (i < end && i < at + kLongestName && is_address_character(text[i])) ++i;
  if (i >= end || text[i] != '@') return at;
  const std::size_t host = ++i;
  while (i < end && is_address_character(text[i])) ++i;
  while (i > host && (text[i - 1] == '.' || text[i - 1] == '-')) --i;
  return text.substr(host, i - host).find('.') == std::string_view::npos ? at : i;
}

bool begins_with_folded(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
           return (b >= 'A' && b <= 'Z' ? b + 32 : b) == a;
         });
}

std::size_t url_end(std::string_view text, std::size_t at, std::size_t end) {
  const std::string_view rest = text.substr(at, end - at);
  const bool known =
      begins_with_folded(rest, "http://") || begins_with_folded(rest, "https://") || begins_with_folded(rest, "www.");
  if (!known) return at;
  std::size_t i = at;
  while (i < end) {
    const Decoded d = decode(text, i);
    if (is_space(d.code) || d.code == ')' || d.code == '<' || d.code == '>' || d.code == '"' || d.code == '|' ||
        d.code == ']' || d.code == 0x201D || d.code == 0xBB || i + d.length > end) {
      break;
    }
    i += d.length;
  }
  constexpr std::string_view kTail = ".,;:!?'*_";
  while (i > at && kTail.find(text[i - 1]) != std::string_view::npos) --i;
  return i;
}

/// The size of ".com" and the like at a dot behind a word; 0 for a full stop without its space.
std::size_t domain_size(std::string_view text, std::size_t dot, std::size_t end) {
  static constexpr std::array<std::string_view, 14> kDomains{"com", "org", "net", "gov", "edu", "io", "ai",
                                                             "co",  "uk",  "de",  "eu",  "fr",  "ch", "info"};
  std::size_t i = dot + 1;
  while (i < end && i < dot + 6 && text[i] >= 'a' && text[i] <= 'z') ++i;
  if (i < end && (is_ascii_alnum(text[i]) || text[i] == '_' || !is_ascii(text[i]))) return 0;
  const std::string_view name = text.substr(dot + 1, i - dot - 1);
  return std::find(kDomains.begin(), kDomains.end(), name) == kDomains.end() ? 0 : i - dot;
}

/// Behind plain letters: a sign that can join nothing to them, so that most words need no closer look.
bool ends_plain_word(std::string_view text, std::size_t at, std::size_t end) {
  switch (text[at]) {
    case ' ':
    case ',':
    case ';':
    case ')':
    case '"':
    case '\n':
      return true;
    case '.':
      return at + 1 == end || text[at + 1] == ' ';
    default:
      return false;
  }
}

/// Walks over one word, remembering what decides whether a sign inside it joins.
class WordWalk {
 public:
  WordWalk(std::string_view text, std::size_t at, std::size_t end)
      : text_(text), begin_(at), at_(at), end_(bounded(at, end)) {}

  std::size_t end() {
    while (at_ < end_) {
      const Decoded d = decode(text_, at_);
      if (at_ + d.length > end_ || !(is_plain(d) || is_joined(d))) break;
    }
    return at_;
  }

 private:
  bool is_plain(const Decoded& d) {
    if (is_word_character(d.code) || (at_ > begin_ && is_invisible(d.code))) {
      ++piece_;
      after_digit_ = false;
      unspaced_ = is_unspaced_script(d.code);
      upper_ = upper_ || is_upper(d.code);
    } else if (is_digit(d.code) && !unspaced_) {
      ++piece_;
      after_digit_ = digits_ = true;
    } else if (d.code == '_' && is_word_or_digit(code_at(text_, at_ + 1, end_).code)) {
      after_digit_ = false;
    } else {
      return false;
    }
    at_ += d.length;
    return true;
  }

  /// A sign inside a word; steps over it when it belongs there.
  bool is_joined(const Decoded& d) {
    const std::size_t next_at = at_ + d.length;
    const char32_t next = code_at(text_, next_at, end_).code;
    if (d.code == '.') return takes_dot(next_at, next);
    if (d.code == '@' || d.code == '+') return takes_email();
    if (dots_ > 0) return false;
    if (is_hyphen(d.code)) {
      const bool joins = is_word_character(next)
                             ? !after_digit_
                             : is_digit(next) && !after_digit_ && upper_ && !is_year_at(text_, next_at, end_);
      return joins && step(d.length);
    }
    if (d.code == '&') return !after_digit_ && is_word_character(next) && step(d.length);
    const bool one_capital = piece_ == 1 && upper_ && is_upper(next);
    return is_apostrophe(d.code) && one_capital && step(d.length);  // O'Brien
  }

  bool takes_dot(std::size_t next_at, char32_t next) {
    if (!is_word_character(next)) {
      // The last dot of "U.S." is its own.
      if (dots_ > 0 && acronym_) {
        ++at_;
        end_ = at_;
      }
      return false;
    }
    const std::size_t following = letters_from(text_, next_at, end_, 3);
    acronym_ = acronym_ && !digits_ && piece_ <= 2 && following <= 2 && (piece_ == 1 || following == 1);
    if (acronym_) {
      ++dots_;
      return step(1);
    }
    // A word longer than an acronym's parts: "U.S.Army" has its last dot here.
    if (dots_ > 0 && piece_ <= 2 && domain_dots_ == 0) {
      ++at_;
      end_ = at_;
      return false;
    }
    if (takes_email()) return true;
    const std::size_t domain = piece_ >= 2 ? domain_size(text_, at_, end_) : 0;
    if (domain == 0) return false;
    ++domain_dots_;
    ++dots_;
    at_ += domain;
    return true;
  }

  bool takes_email() {
    const std::size_t stop = email_end(text_, begin_, end_);
    if (stop <= at_) return false;
    at_ = end_ = stop;
    return true;
  }

  bool step(std::size_t length) {
    at_ += length;
    piece_ = 0;
    upper_ = after_digit_ = unspaced_ = false;
    return true;
  }

  static bool is_word_or_digit(char32_t code) { return is_digit(code) || is_word_character(code); }

  std::string_view text_;
  std::size_t begin_, at_, end_;
  std::size_t piece_ = 0;  ///< characters since the last sign
  std::size_t dots_ = 0, domain_dots_ = 0;
  bool upper_ = false, digits_ = false, after_digit_ = false, unspaced_ = false, acronym_ = true;
};

}  // namespace

bool is_word_character(char32_t code) {
  if (code < 0x80) return is_ascii_letter(static_cast<char>(code));
  if (is_letter(code)) return !is_apostrophe(code);
  // Vowel signs of Indic and South-East Asian scripts; dandas and digits lie at 64 to 6F of each block.
  const bool block = (code >= 0x0900 && code <= 0x0DFF) || (code >= 0x1780 && code <= 0x17D3);
  return (block && ((code & 0x7FU) < 0x64 || (code & 0x7FU) > 0x73)) || (code >= 0x102B && code <= 0x103E);
}

std::size_t word_end(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t limit = bounded(at, end);
  std::size_t plain = at;
  while (plain < limit && is_ascii_letter(text[plain])) ++plain;
  if (plain > at && (plain == end || (plain < limit && ends_plain_word(text, plain, end)))) return plain;
  const char first = text[at];
  if (first == 'h' || first == 'H' || first == 'w' || first == 'W') {
    if (const std::size_t url = url_end(text, at, limit); url > at) return url;
  }
  return WordWalk(text, at, end).end();
}

std::size_t number_end(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t limit = bounded(at, end);
  const std::size_t first = digits_from(text, at, limit, kLongestToken);
  std::size_t i = at + first;
  bool grouped = false, pointed = false;
  while (i < limit) {
    const Decoded d = decode(text, i);
    const std::size_t digits = digits_from(text, i + d.length, limit, kLongestToken);
    const bool point = (d.code == '.' || d.code == ',') && digits > 0;
    const bool space = d.code == 0xA0 || d.code == 0x202F || d.code == 0x2009;
    const bool group = (space || is_apostrophe(d.code)) && digits == 3 && !pointed && (grouped || first <= 3);
    if (!point && !group) break;
    pointed = pointed || point;
    grouped = grouped || group;
    i += d.length + digits;
  }
  return i;
}

std::size_t clitic_end(std::string_view text, std::size_t at, std::size_t end) {
  static constexpr std::array<std::string_view, 8> kClitics{"s", "t", "re", "ve", "ll", "d", "m", "em"};
  const Decoded d = decode(text, at);
  if (!is_apostrophe(d.code)) return at;
  const std::size_t begin = at + d.length;
  std::size_t i = begin;
  while (i < end && i < begin + 3 && is_ascii_letter(text[i])) ++i;
  if (i < end && is_word_character(decode(text, i).code)) return at;
  const std::string word = folded(text.substr(begin, i - begin));
  return std::find(kClitics.begin(), kClitics.end(), word) == kClitics.end() ? at : i;
}

std::size_t handle_end(std::string_view text, std::size_t at, std::size_t end) {
  if (at + 1 >= end || text[at] != '@' || !is_ascii_letter(text[at + 1])) return at;
  std::size_t i = at + 1;
  const std::size_t limit = bounded(at, end);
  while (i < limit && (is_ascii_alnum(text[i]) || text[i] == '_')) ++i;
  return i;
}

}  // namespace crosscheck::segment_room
