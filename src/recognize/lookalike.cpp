// "+1-222-2222-2222", "v2.10.3", "user@example.org", "F-16", "[12]", "3. Results": digits, but no quantity. Shapes that
// all languages share stand here; what a language names ("flight 370") is in its rules, with cases.
#include "recognize/lookalike.h"

#include <algorithm>

#include "base/characters.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

std::uint32_t run_end(const Reader& r, std::uint32_t i) {
  std::uint32_t end = i + 1;
  while (r.tight(end) && end < r.size()) ++end;
  return end;
}

bool web_mark(const Reader& r, std::uint32_t i) {
  return r.is_mark(i, '@') || (r.is_mark(i, ':') && r.is_mark(i + 1, '/') && r.is_mark(i + 2, '/')) ||
         r.is_mark(i, '_');
}

/// An address of the web or of mail: everything up to the next blank.
std::uint32_t web_address(const Reader& r, std::uint32_t i) {
  const bool quoted = i > 0 && (r.is_mark(i - 1, '"') || r.is_mark(i - 1, '\'') || r.is_mark(i - 1, '<') ||
                                r.is_mark(i - 1, '(') || r.is_mark(i - 1, '='));
  if (r.at(i).type != LexemeType::word || (r.tight(i) && !quoted)) return 0;
  if (!r.tight(i + 1)) return 0;
  const std::uint32_t end = std::min(run_end(r, i), i + 200);
  for (std::uint32_t at = i + 1; at < end && at < i + 12; ++at) {
    if (web_mark(r, at) && !r.is_mark(at, '_')) return end;
  }
  const Lexeme& first = r.at(i);
  return first.end - first.begin == 3 && r.text().substr(first.begin, 3) == "www" && r.is_mark(i + 1, '.') ? end : 0;
}

/// Four groups of digits or more, or a plus and three: a telephone number. Six dotted parts or more are no number either.
std::uint32_t phone(const Reader& r, std::uint32_t i) {
  std::uint32_t at = i;
  const bool plus = r.is_mark(at, '+');
  if (plus) ++at;
  if (plus && !r.tight(at)) return 0;
  const bool opens = r.is_mark(at, '(');
  if (opens) ++at;
  if (r.at(at).type != LexemeType::digits || (!plus && !opens && r.tight(i))) return 0;
  std::uint32_t groups = 0, digits = 0, dashes = 0, last = at;
  while (r.at(at).type == LexemeType::digits) {
    ++groups;
    digits += static_cast<std::uint32_t>(code_points(r.text().substr(r.at(at).begin, r.at(at).end - r.at(at).begin)));
    last = ++at;
    if (r.is_mark(at, ')') && r.tight(at)) last = ++at;
    if (r.is_mark(at, '-') && r.tight(at) && r.tight(at + 1)) {
      ++at;
      ++dashes;
    } else if (r.is_mark(at, '/') && plus) {
      ++at;
    } else if (!plus && !opens && dashes == 0) {
      break;
    }
  }
  if (plus) return groups >= 3 && digits >= 8 ? last : 0;
  if (opens) return groups >= 3 && digits >= 9 && dashes > 0 ? last : 0;
  return groups >= 3 && digits >= 9 && dashes + 1 >= groups && !(groups == 3 && digits == 8) ? last : 0;
}

/// Behind digits: the end of the dotted groups that touch them, the last of "2.10.3".
std::uint32_t dotted_end(const Reader& r, std::uint32_t end) {
  while (r.is_mark(end, '.') && r.before_digits(end)) end += 2;
  return end;
}

/// "192.168.1.2": four dotted groups or more that do not group thousands.
std::uint32_t dotted_groups(const Reader& r, std::uint32_t i) {
  if (i > 0 && r.tight(i) && r.at(i - 1).type != LexemeType::word) return 0;
  const std::uint32_t end = dotted_end(r, i + 1);
  bool thousands = true;
  for (std::uint32_t at = i + 2; at < end; at += 2) thousands = thousands && r.at(at).end - r.at(at).begin == 3;
  return end - i >= 7 && !thousands ? end : 0;
}

std::string folded(const Reader& r, std::uint32_t i) {
  return scan_folded(r.text().substr(r.at(i).begin, r.at(i).end - r.at(i).begin));
}

bool listed(const Reader& r, std::uint32_t i, const char* list) {
  return r.at(i).type == LexemeType::word && r.at(i).capital && r.lexicon().in_list(list, folded(r, i));
}

/// "50 Cent": a language may say that one of its units is a name when it has a capital.
bool named_unit(const Reader& r, std::uint32_t i) {
  return r.at(i).space_before && !r.at(i).shouted && listed(r, i, "proper_units");
}

/// "2088 Philip Street": a house number before capitals that end in a word for a street.
bool house_number(const Reader& r, std::uint32_t i) {
  if (r.at(i).end - r.at(i).begin > 5 || !r.at(i + 1).space_before) return false;
  for (std::uint32_t at = i + 1; at <= i + 3 && r.at(at).type == LexemeType::word && r.at(at).capital; ++at) {
    if (at > i + 1 && listed(r, at, "street_words")) return true;
  }
  return false;
}

/// "5G", "the 6G auction": a capital that touches one digit or two names a network, in every language; grams are small.
bool generation(const Reader& r, std::uint32_t i) {
  const Lexeme& letter = r.at(i + 1);
  return r.at(i).digits <= 2 && r.tight(i + 1) && letter.type == LexemeType::word && letter.end - letter.begin == 1 &&
         r.text()[letter.begin] == 'G' && (!r.tight(i + 2) || r.at(i + 2).type != LexemeType::digits);
}

}  // namespace

std::uint32_t lookalike_end(Reader& r, std::uint32_t i) {
  const Lexeme& lexeme = r.at(i);
  if (lexeme.type == LexemeType::word) {
    if (r.tight(i + 1) && r.at(i + 1).type == LexemeType::mark) {
      if (const std::uint32_t end = web_address(r, i)) return end;
    }
  }
  const bool digits = lexeme.type == LexemeType::digits;
  if (digits || lexeme.mark == '+' || lexeme.mark == '(') {
    if (const std::uint32_t end = phone(r, i)) return end;
  }
  if (digits && r.is_mark(i + 1, '.')) {
    if (const std::uint32_t end = dotted_groups(r, i)) return end;
  }
  if (digits || r.has(i, SenseKind::starts_lookalike)) {
    const PatternMatch match = r.match(r.lexicon().lookalikes, i);
    if (match.rule >= 0) return match.end;
  }
  if (std::uint32_t end = 0; (lexeme.mask & bit(SenseKind::lookalike)) != 0) {
    const bool whole = !lexeme.spaceless || r.words().find(lexeme.entry, SenseKind::lookalike) != nullptr ||
                       r.words().find(lexeme.phrase, SenseKind::lookalike) != nullptr;  // the longest entry wins
    const bool behind_digits = lexeme.spaceless && r.tight(i) && r.at(i - 1).type == LexemeType::digits;
    if (whole && !behind_digits && r.sense(i, SenseKind::lookalike, end) != nullptr) return end;
  }
  if (!digits) return 0;
  if (generation(r, i)) return i + 2;
  if (house_number(r, i)) return i + 1;
  if (named_unit(r, i + 1)) return i + 2;
  // "F-16", "covid-19", "A4", "b2b": digits that a word holds.
  if (r.tight(i) && i > 0) {
    const Lexeme& before = r.at(i - 1);
    const std::string text = folded(r, i - 1);
    const auto& prefixes = r.lexicon().prefixes;
    const bool clitic = std::find(prefixes.begin(), prefixes.end(), text) != prefixes.end();  // الـ27
    const bool word = before.type == LexemeType::word && !before.spaceless && !clitic;
    const bool hyphened = r.is_mark(i - 1, '-') && r.tight(i - 1) && i > 1 && r.at(i - 2).type == LexemeType::word &&
                          r.at(i - 2).entry == 0 && !r.at(i - 2).spaceless &&
                          (r.at(i - 2).capital || dotted_end(r, i + 1) == i + 1);  // but "magnitude-6.1"
    if (word) return dotted_end(r, i + 1);                                         // "v2.10.3"
    if (hyphened || r.is_mark(i - 1, '_') || r.is_mark(i - 1, '#')) return i + 1;
  }
  return 0;
}

bool counts_nothing(const Reader& r, std::uint32_t i, const Draft& draft) {
  if (draft.kind != MentionKind::number || r.at(i).type != LexemeType::digits || draft.end != i + 1) return false;
  if (i > 0 && r.is_mark(i - 1, '[') && (r.is_mark(i + 1, ']') || r.is_mark(i + 1, ','))) return true;
  const bool opens = i == 0 || r.at(i - 1).type == LexemeType::gap;
  if (opens && (r.is_mark(i + 1, '.') || r.is_mark(i + 1, ')')) && r.tight(i + 1) && r.at(i + 2).space_before &&
      r.at(i + 2).capital)
    return true;
  if (i < 2 || r.at(i - 1).type != LexemeType::word || !r.at(i - 1).capital || !r.at(i).space_before) return false;
  if (r.lexicon().list("stop_words").empty() || r.at(i - 1).entry != 0) return false;
  const std::string before = folded(r, i - 1);
  if (r.lexicon().in_list("stop_words", before) || r.lexicon().in_list("sentence_starters", before)) return false;
  const Lexeme& next = r.at(i + 1);
  const bool counted =
      next.type == LexemeType::word && !next.capital && next.end - next.begin > 3 && r.text()[next.end - 1] == 's';
  const bool first = r.at(i - 2).type == LexemeType::gap || r.is_mark(i - 2, '.');
  return !counted && !first;
}

}  // namespace crosscheck
