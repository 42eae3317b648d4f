// Numbers as news writes them. Digits: "1,234.5" by the language's grouping and decimal signs. Words: a run
// of CLDR's number words, small ones added, scales multiplied: "three hundred and five thousand" =
// (3 × 100 + 5) × 1000. A scale may follow digits as a word ("6.6 billion"), a suffix ("38bn") or across a
// hyphen ("$38-billion"). It does not read fractions written with a slash, nor numbers in other scripts.
#include "recognize/number.h"

#include <algorithm>

namespace crosscheck {
namespace {

const NumberWord* number_word(const Cursor& cursor, std::uint32_t at) {
  if (!cursor.is_word(at)) return nullptr;
  const auto found = cursor.lexicon().number_words.find(cursor.word(at));
  return found == cursor.lexicon().number_words.end() ? nullptr : &found->second;
}

/// "billion" or "bn" at `at`; the power of ten, or 0.
int scale_at(const Cursor& cursor, std::uint32_t at, bool attached, bool after_currency) {
  if (!cursor.is_word(at)) return 0;
  const std::string& word = cursor.word(at);
  if (const NumberWord* scale = number_word(cursor, at); scale != nullptr && scale->scale) {
    return scale->value.magnitude() >= 2 ? scale->value.magnitude() : 0;
  }
  const auto suffix = cursor.lexicon().scale_suffixes.find(word);
  if (suffix == cursor.lexicon().scale_suffixes.end()) return 0;
  const bool safe = word.size() >= 2 && !cursor.lexicon().units.count(word);
  return attached || after_currency || safe ? suffix->second : 0;
}

void apply_scales(const Cursor& cursor, bool after_currency, Number& number) {
  for (int i = 0; i < 2; ++i) {  // "2.5 hundred thousand", never more
    std::uint32_t at = number.end_token;
    bool attached = cursor.inside(at) && !cursor.at(at).space_before;
    if (cursor.is(at, "-") && attached && cursor.is_word(at + 1)) ++at;  // "$38-billion"
    const int power = scale_at(cursor, at, attached && at == number.end_token, after_currency);
    if (power == 0) return;
    number.value = number.value.shifted(power);
    number.written_unit += power;
    number.scaled = true;
    number.end_token = at + 1;
  }
}

std::optional<Number> read_in_digits(const Cursor& cursor, std::uint32_t at, bool after_currency) {
  int decimals = 0;
  const auto value = read_digits(cursor.lexicon(), cursor.word(at), &decimals);
  if (!value) return std::nullopt;
  Number number;
  number.value = *value;
  number.end_token = at + 1;
  number.written_unit = -decimals;
  number.decimals = decimals > 0;
  apply_scales(cursor, after_currency, number);
  return number;
}

/// "half a million", "a quarter of a billion", "a million", "a dozen"
std::optional<Number> read_article_number(const Cursor& cursor, std::uint32_t at) {
  std::uint32_t next = at;
  Decimal factor(1);
  if (cursor.is(next, "half")) {
    factor = Decimal(Decimal::Coefficient{5}, -1);
    next += cursor.is(next + 1, "a") || cursor.is(next + 1, "an") ? 2 : 1;
  } else if (cursor.is(next, "a") || cursor.is(next, "an")) {
    ++next;
  } else {
    return std::nullopt;
  }
  const NumberWord* scale = number_word(cursor, next);
  const bool dozen = cursor.is(next, "dozen");
  if (!dozen && (scale == nullptr || !scale->scale)) return std::nullopt;
  Number number;
  number.value = multiply(factor, dozen ? Decimal(12) : scale->value);
  number.in_words = number.scaled = true;
  number.written_unit = dozen ? 0 : number.value.magnitude();
  number.end_token = next + 1;
  return number;
}

std::optional<Number> read_in_words(const Cursor& cursor, std::uint32_t at) {
  Decimal total, current;
  std::uint32_t next = at;
  bool any = false, scaled = false;
  int unit = 0;
  while (cursor.inside(next)) {
    const NumberWord* word = number_word(cursor, next);
    if (word == nullptr && any && cursor.is(next, "and") && scaled) {
      const NumberWord* after = number_word(cursor, next + 1);
      if (after == nullptr || after->scale) break;
      ++next;
      continue;
    }
    if (word == nullptr) break;
    if (word->scale) {
      if (!any) break;  // a bare "million" is no number
      if (word->value.magnitude() == 2) {
        current = multiply(current.is_zero() ? Decimal(1) : current, word->value);
      } else {
        total = add(total, multiply(current.is_zero() ? Decimal(1) : current, word->value));
        current = Decimal();
      }
      unit = word->value.magnitude();
      scaled = true;
    } else {
      if (any && !scaled && current.sign() > 0 && (current < Decimal(20) || word->value >= Decimal(10)))
        break;  // "two three"
      current = add(current, word->value);
      unit = 0;
    }
    any = true;
    ++next;
  }
  if (!any) return std::nullopt;
  Number number;
  number.value = add(total, current);
  number.end_token = next;
  number.in_words = true;
  number.scaled = scaled;
  number.written_unit = unit;
  return number;
}

}  // namespace

std::optional<Decimal> read_digits(const Lexicon& lexicon, std::string_view folded, int* decimals) {
  std::string plain;
  std::size_t since_group = 0;
  bool grouped = false, point = false;
  for (const char c : folded) {
    if (c >= '0' && c <= '9') {
      plain.push_back(c);
      ++since_group;
      if (point && decimals != nullptr) ++*decimals;
    } else if (c == lexicon.decimal_sign && !point) {
      if (grouped && since_group != 3) return std::nullopt;
      plain.push_back('.');
      point = true;
    } else if (c == lexicon.grouping_sign || c == ' ' || c == '\'') {
      if (point || (grouped && since_group != 3) || plain.empty()) return std::nullopt;
      grouped = true;
      since_group = 0;
    } else {
      return std::nullopt;
    }
  }
  if (grouped && !point && since_group != 3) return std::nullopt;
  return Decimal::parse(plain);
}

std::optional<Number> read_number(const Cursor& cursor, std::uint32_t at, bool after_currency) {
  if (cursor.is_number(at)) return read_in_digits(cursor, at, after_currency);
  if (!cursor.is_word(at)) return std::nullopt;
  if (auto number = read_article_number(cursor, at)) return number;
  return read_in_words(cursor, at);
}

std::optional<Number> read_vague_number(const Cursor& cursor, std::uint32_t at) {
  if (!cursor.is_word(at)) return std::nullopt;
  for (const VagueNumber& vague : cursor.lexicon().vague_numbers) {
    if (vague.words.front() != cursor.word(at)) continue;
    const std::uint32_t length = cursor.phrase(at, vague.words);
    if (length == 0) continue;
    Number number;
    number.value = vague.at_least;
    number.end_token = at + length;
    number.vague = number.in_words = true;
    return number;
  }
  const std::string& word = cursor.word(at);  // "multibillion-dollar", "multi-million"
  for (const std::string& prefix : cursor.lexicon().vague_prefixes) {
    if (word.rfind(prefix, 0) != 0) continue;
    std::string rest = word.substr(prefix.size());
    if (!rest.empty() && rest.front() == '-') rest.erase(0, 1);
    const auto scale = cursor.lexicon().number_words.find(rest.substr(0, rest.find('-')));
    if (scale == cursor.lexicon().number_words.end() || !scale->second.scale) continue;
    Number number;
    number.value = multiply(Decimal(2), scale->second.value);
    number.end_token = at + 1;
    number.vague = number.in_words = number.scaled = true;
    return number;
  }
  return std::nullopt;
}

}  // namespace crosscheck
