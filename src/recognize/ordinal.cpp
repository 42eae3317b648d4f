// An ordinal is one word CLDR spells ("twenty-first" whole), a number with an ordinal behind it ("two hundred
// third"), digits with the language's ending ("22e", "3rd"), or a prefix and a number (第三).
#include "recognize/ordinal.h"

namespace crosscheck {
namespace {

Number made(const Decimal& value, std::uint32_t end, bool words) {
  Number number;
  number.value = value;
  number.end = end;
  number.in_words = words;
  return number;
}

/// "two hundred third", "vier miljoenste", "tricentésimo cuadragésimo séptimo": a number whose last words are ordinals.
std::optional<Number> behind_number(Reader& r, std::uint32_t i) {
  const auto number = r.number_with_ordinals(i);
  if (!number || !number->value.is_integer()) return std::nullopt;
  return number;
}

/// 二十番目: a number in words and the language's ending.
std::optional<Number> with_suffix(Reader& r, std::uint32_t i) {
  const auto number = r.number(i);
  std::uint32_t end = 0;
  if (!number || !(number->in_words || number->scaled) || number->vague || !number->value.is_integer())
    return std::nullopt;
  if (r.sense(number->end, SenseKind::ordinal_suffix, end) == nullptr) return std::nullopt;
  const bool apart = r.lexicon().needs_counter && end > number->end + 1;  // 백이십오 번째
  if (!r.tight(number->end) && !apart) return std::nullopt;
  return made(number->value, end, true);
}

}  // namespace

std::optional<Number> read_ordinal(Reader& r, std::uint32_t i, bool in_slot) {
  std::uint32_t end = i;
  if (r.at(i).type == LexemeType::digits) {
    const auto value = r.digits_value(i, 1, 9);
    if (!value) return std::nullopt;
    std::uint32_t suffix = i + 1;
    if (!r.tight(suffix)) return std::nullopt;
    if ((r.is_mark(suffix, ':') || r.is_mark(suffix, '-') || r.is_mark(suffix, '\'')) && r.tight(suffix + 1) &&
        r.word_sense(suffix + 1, SenseKind::ordinal_suffix) != nullptr)
      return made(Decimal(*value), suffix + 2, false);
    if (r.sense(suffix, SenseKind::ordinal_suffix, end) == nullptr)
      return r.at(suffix).spaceless ? with_suffix(r, i) : std::nullopt;
    const bool stop = r.is_mark(suffix, '.');
    const bool led = in_slot || (i > 0 && r.has(i - 1, SenseKind::ordinal_before));
    if (stop && (r.tight(end) || r.at(end).type == LexemeType::gap || (r.at(end).capital && !led))) return std::nullopt;
    return made(Decimal(*value), end, false);
  }
  if (r.sense(i, SenseKind::ordinal_prefix, end) != nullptr) {
    const auto number = r.number(end);
    if (number && number->value.is_integer() && !number->vague) {
      const auto prefixed = made(number->value, number->end, true);
      std::uint32_t whole = 0;
      if (r.sense(i, SenseKind::ordinal, whole) == nullptr || prefixed.end >= whole) return prefixed;
    }
  }
  const bool may_begin = r.has(i, SenseKind::number) || r.has(i, SenseKind::scale) || r.has(i, SenseKind::ordinal) ||
                         (r.has(i, SenseKind::article) && r.has(i + 1, SenseKind::scale));
  if (!may_begin) return std::nullopt;
  auto best = behind_number(r, i);
  if (const Sense* word = r.sense(i, SenseKind::ordinal, end); word != nullptr && (!best || best->end < end))
    best = made(r.lexicon().decimals[word->value], end, true);
  if (!best && r.at(i).spaceless) best = with_suffix(r, i);
  return best;
}

}  // namespace crosscheck
