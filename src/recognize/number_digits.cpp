// Numbers in digits, and what may stand right behind them: "38bn", "1.3e6", "2½", "3/4". Which sign is the decimal one is
// told by the digits' shape, then by the document's other numbers, then by the language: "1.234" is 1234 in German,
// "1.234,5" is 1234.5 everywhere, since the last of two kinds of sign is the decimal one; "1,5" is a list in English.
// It cannot tell "1,234" from a list of two numbers; a document that mixes both habits is read by its language.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/characters.h"
#include "recognize/number_reader.h"

namespace crosscheck {

std::string folded_digits(std::string_view text, const Lexeme& lexeme) {
  std::string digits;
  for (std::uint32_t at = lexeme.begin; at < lexeme.end;) {
    const Character c = character_at(text, at);
    digits.push_back(static_cast<char>(c.fold));
    at += c.length;
  }
  return digits;
}

DigitShape NumberReader::shape_of(std::uint32_t i) const {
  DigitShape shape;
  shape.groups.push_back(folded_digits(r_.text_, r_.at(i)));
  shape.ends.push_back(i + 1);
  for (std::uint32_t next = i + 1; shape.groups.size() < 12;) {
    const Lexeme& sign = r_.at(next);
    std::uint32_t digits = next + 1;
    char c = sign.mark;
    if (sign.type == LexemeType::digits && sign.space_before && groups_by_space(shape, next)) {
      c = ' ';
      digits = next;
    } else if (c == ',' && sign.end - sign.begin == 2) {
      c = '\'';  // the Arabic comma
    } else if (text_of(next) == "，" && r_.at(digits).end - r_.at(digits).begin < 4) {
      break;  // 20，300美元 is a list, １，０００ a number
    } else if (sign.type != LexemeType::mark || sign.space_before || (c != '.' && c != ',' && c != '\'') ||
               !r_.tight(digits)) {
      break;
    }
    if (r_.at(digits).type != LexemeType::digits) break;
    shape.groups.push_back(folded_digits(r_.text_, r_.at(digits)));
    shape.signs.push_back(c);
    shape.ends.push_back(digits + 1);
    next = digits + 1;
  }
  return shape;
}

/// "1 234 567": three digits each, by a space that does not break or in a language that groups so.
bool NumberReader::groups_by_space(const DigitShape& shape, std::uint32_t next) const {
  const Lexeme& digits = r_.at(next);
  if (folded_digits(r_.text_, digits).size() != 3 || shape.groups.front().size() > 3) return false;
  if (!shape.signs.empty() && shape.signs.back() != ' ') return false;
  if (shape.groups.size() > 1 && shape.groups.back().size() != 3) return false;
  const std::uint32_t from = r_.at(next - 1).end;
  const std::string_view between = r_.text_.substr(from, digits.begin - from);
  const bool unbroken = between == "\xC2\xA0" || between == "\xE2\x80\xAF" || between == "\xE2\x80\x89";
  if (unbroken || (between == " " && r_.lexicon_.grouping_sign == ' ')) return true;
  if (between != " ") return false;
  if (shape.groups.size() > 1 || three_digits(next + 1)) return true;  // "1 414 021 100"
  if (text_of(next) == "000") return true;                             // no number by itself
  constexpr std::uint64_t kMeasured = bit(SenseKind::currency) | bit(SenseKind::unit) | bit(SenseKind::percent);
  return r_.lexicon_.decimal_sign == ',' && (r_.at(next + 1).mask & kMeasured) != 0;  // "20 000 Euro"
}

/// Does the sign at k of the shape group thousands? Decided by the shape, the document, the language.
bool NumberReader::is_grouping(const DigitShape& shape, std::size_t k) const {
  const char c = shape.signs[k];
  if (c == ' ' || c == '\'') return true;
  const auto same = std::count(shape.signs.begin(), shape.signs.end(), c);
  if (same > 1) return true;
  if (shape.signs.size() > 1) return k + 1 < shape.signs.size();  // the last of two kinds is the decimal one
  const std::string& first = shape.groups[0];
  if (shape.groups[1].size() != 3 || first.size() > 3 || first[0] == '0') return false;
  const bool by_language = c == r_.lexicon_.grouping_sign || c != r_.lexicon_.decimal_sign;
  const DocumentHabits& h = r_.habits();
  const int grouping = c == '.'
                           ? h.dot_group + std::max(0, h.comma_decimal - h.dot_decimal)  // one misprint is no habit
                           : h.comma_group + std::max(0, h.dot_decimal - h.comma_decimal);
  const int decimal = c == '.' ? h.dot_decimal : h.comma_decimal;
  if (by_language) return !(decimal > 0 && grouping == 0);
  return grouping > 0 && decimal == 0;
}

/// "38": nothing stands behind the digits that could join them to others.
bool NumberReader::one_group(std::uint32_t i) const {
  const Lexeme& sign = r_.at(i + 1);
  if (sign.type == LexemeType::digits || r_.at(i).digits > Lexeme::kMostDigits) return false;
  return (sign.mark != '.' && sign.mark != ',' && sign.mark != '\'') || r_.at(i + 2).type != LexemeType::digits;
}

/// The digits at i with their signs, as far as they are one number.
std::optional<Number> NumberReader::in_digits(std::uint32_t i) const {
  if (one_group(i)) {
    Number number;
    number.value = Decimal(r_.at(i).value);
    number.end = i + 1;
    return number;
  }
  DigitShape shape = shape_of(i);
  while (!shape.signs.empty() && !well_formed(shape) && !misprinted(shape)) {
    shape.groups.pop_back();
    shape.signs.pop_back();
    shape.ends.pop_back();
  }
  std::string plain = shape.groups[0];
  int decimals = 0;
  for (std::size_t k = 0; k < shape.signs.size(); ++k) {
    if (!is_grouping(shape, k)) {
      plain.push_back('.');
      decimals = static_cast<int>(shape.groups[k + 1].size());
    }
    plain += shape.groups[k + 1];
  }
  const auto value = Decimal::parse(plain);
  if (!value) return std::nullopt;
  Number number;
  number.value = *value;
  number.end = shape.ends.back();
  number.written_unit = -decimals;
  number.decimals = decimals > 0;
  return number;
}

bool NumberReader::well_formed(const DigitShape& shape) const {
  const std::size_t last = shape.signs.size() - 1;
  const char final_sign = shape.signs[last];
  const bool decimal_end = !is_grouping(shape, last);
  if (decimal_end) {
    if (final_sign == ',' && r_.lexicon_.decimal_sign == '.' && !r_.lexicon_.decimal_comma && shape.signs.size() == 1 &&
        r_.habits().comma_decimal < 2)
      return false;  // "1,5" is a list in English
    if (shape.signs.size() > 1 && shape.signs[0] == final_sign) return false;
  }
  const std::size_t groups = shape.groups.size() - (decimal_end ? 1 : 0);
  if (groups == 1) return true;
  const char sign = shape.signs[0];
  if (shape.groups[0].size() > 3 || shape.groups[0] == "0") return false;
  for (std::size_t k = 1; k < groups; ++k) {
    if (shape.signs[k - 1] != sign) return false;
    const std::size_t size = shape.groups[k].size();
    const bool indian = size == 2 && k + 1 < groups && shape.groups[0].size() <= 2;
    if (size != 3 && !indian && !(size == 4 && shape.groups[0].size() <= 4 && sign == ',' && r_.at(0).spaceless))
      return false;
  }
  return true;
}

/// "5,334,00", "3,342,0000": a figure in thousands whose last group lost or won a digit; a list has blanks.
bool NumberReader::misprinted(const DigitShape& shape) const {
  if (r_.lexicon_.grouping_sign != ',' || shape.signs.size() < 2 || shape.groups[0].size() > 3) return false;
  if (std::any_of(shape.signs.begin(), shape.signs.end(), [](char sign) { return sign != ','; })) return false;
  const std::size_t last = shape.groups.back().size();
  return (last == 2 || last == 4) && std::all_of(shape.groups.begin() + 1, shape.groups.end() - 1,
                                                 [](const std::string& group) { return group.size() == 3; });
}

/// The digits of a scale's abbreviation: "38bn", "1.2 mln"; "38m" only behind a currency sign.
const Sense* NumberReader::suffix_at(std::uint32_t i) const {
  const Sense* suffix = r_.word_sense(i, SenseKind::scale_suffix);
  if (suffix == nullptr) return nullptr;
  const Lexeme& lexeme = r_.at(i);
  if (suffix->flag == 1 && !lexeme.capital) return nullptr;
  const bool touches = r_.tight(i);
  if (after_currency_ && (touches || lexeme.end - lexeme.begin > 1 || !r_.tight(i + 1))) return suffix;
  if (r_.has(i, SenseKind::currency) && lexeme.end - lexeme.begin > 2) return suffix;  // "500 mkr"
  const bool unit = r_.has(i, SenseKind::unit) || r_.has(i, SenseKind::currency);
  const bool money_behind = (r_.tight(i + 1) || touches) && r_.has(i + 1, SenseKind::currency);
  const bool of_money = r_.has(i + 1, SenseKind::of) && r_.has(i + 2, SenseKind::currency);
  if (money_behind || of_money) return suffix;  // "20 M€", "38m euros", "12 M de euros"
  // "2.2m barrels": metres have no unit of their own
  if (unit && touches && r_.at(i + 1).space_before && r_.at(i + 1).end - r_.at(i + 1).begin > 2 &&
      r_.has(i + 1, SenseKind::unit) && !r_.has(i + 1, SenseKind::per))
    return suffix;
  const bool other_case = touches && lexeme.capital && !r_.at(i + 1).shouted;  // "10M users", but "100M FREESTYLE"
  if (unit && !other_case) return nullptr;
  if (touches || lexeme.end - lexeme.begin > 1) return suffix;
  return text_of(i) == "k" && r_.at(i + 1).type == LexemeType::gap ? suffix : nullptr;
}

std::optional<Number> NumberReader::scaled(std::optional<Number> digits) {
  if (!digits) return std::nullopt;
  NumberBuild b;
  b.value = digits->value;
  b.end = digits->end;
  b.any = true;
  b.unit = digits->written_unit;
  times_ten(b);
  exponent(b);
  vulgar(b);
  if (const Sense* suffix = suffix_at(b.end)) {
    const int power = static_cast<int>(r_.lexicon_.decimals[suffix->value].to_double());
    b.value = b.value.shifted(power);
    b.unit += power;
    ++b.end;
    b.scaled = true;
    if (r_.is_mark(b.end, '.') && r_.tight(b.end) && r_.at(b.end + 1).space_before &&
        r_.has(b.end - 1, SenseKind::scale))
      ++b.end;
  } else {
    go_on(b);
  }
  Number number = *digits;
  number.value = b.value;
  number.end = b.end;
  number.written_unit = b.unit;
  number.scaled = b.scaled;
  number.scale_power = b.unit - digits->written_unit;
  return number;
}

/// "2.48×10−5", "1.4 × 10 −4", "6 x 10^23", "6 × 10²³": the sign, a ten and its power.
void NumberReader::times_ten(NumberBuild& b) const {
  const std::string_view sign = text_of(b.end);
  if ((sign != "×" && sign != "x" && sign != "X" && sign != "·" && sign != "⋅") || text_of(b.end + 1) != "10") return;
  std::uint32_t at = b.end + 2;
  const bool caret = r_.tight(at) && r_.is_mark(at, '^');
  if (caret) ++at;
  const auto raised = [&](std::uint32_t i) {
    static constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    const auto found = std::find(kRaised.begin(), kRaised.end(), text_of(i));
    return r_.tight(i) && found != kRaised.end() ? static_cast<int>(found - kRaised.begin()) : -1;
  };
  const bool minus = (r_.tight(at) && (r_.is_mark(at, '-') || text_of(at) == "⁻")) || text_of(at) == "−";
  if (minus) ++at;
  int power = 0;
  if (const auto digits = r_.digits_value(at, 1, 2); digits && r_.tight(at) && (caret || minus)) {
    power = static_cast<int>(*digits);
    ++at;
  } else if (raised(at) >= 0) {
    for (int digits_read = 0; digits_read < 2 && raised(at) >= 0; ++digits_read, ++at) power = 10 * power + raised(at);
  } else {
    return;
  }
  if (minus) power = -power;
  b.value = b.value.shifted(power);
  b.unit += power;
  b.end = at;
}

/// "1.3e6", "12e-1", "2^5", "2^1.5"
void NumberReader::exponent(NumberBuild& b) const {
  const bool power = r_.is_mark(b.end, '^');
  const Lexeme& e = r_.at(b.end);
  const bool letter =
      e.type == LexemeType::word && e.end - e.begin == 1 && (r_.text_[e.begin] == 'e' || r_.text_[e.begin] == 'E');
  if ((!power && !letter) || !r_.tight(b.end)) return;
  std::uint32_t at = b.end + 1;
  bool minus = false;
  for (; r_.tight(at) && (r_.is_mark(at, '-') || r_.is_mark(at, '+')); ++at) minus ^= r_.is_mark(at, '-');
  const auto digits = r_.at(at).type == LexemeType::digits && r_.tight(at) ? in_digits(at) : std::nullopt;
  if (!digits || digits->value > Decimal(30) || (letter && digits->decimals)) return;
  const std::uint32_t end = digits->end;
  if (r_.tight(end) && r_.at(end).type == LexemeType::word && !r_.at(end).spaceless) return;
  const double exact = minus ? -digits->value.to_double() : digits->value.to_double();
  if (letter) {
    const int times = static_cast<int>(exact);
    b.value = b.value.shifted(times);
    b.unit += times;
  } else {
    std::array<char, 64> buffer{};
    const double result = std::pow(b.value.to_double(), exact);
    std::snprintf(buffer.data(), buffer.size(), "%.15f", result);
    const auto value = std::abs(result) < 1e15 ? Decimal::parse(std::string_view(buffer.data())) : std::nullopt;
    if (!value) return;
    b.value = *value;
    b.unit = value->is_integer() ? 0 : -15;
  }
  b.end = end;
}

/// "2½", "3 1/2", "3/4"
void NumberReader::vulgar(NumberBuild& b) {
  std::uint32_t end = 0;
  if (const Sense* part = r_.sense(b.end, SenseKind::fraction, end); part != nullptr && part->flag == 1) {
    b.value = add(b.value, share(*part));
    b.end = end;
    return;
  }
  const std::uint32_t slash_behind = b.end;
  if (b.value.is_integer() && slash(slash_behind) && r_.tight(slash_behind) &&
      r_.at(slash_behind - 1).type == LexemeType::digits) {
    const auto below_line = r_.digits_value(slash_behind + 1, 1, 4);
    if (below_line && *below_line > 0 && !(slash(slash_behind + 2) && r_.tight(slash_behind + 2))) {
      b.value = quotient(b.value, Decimal(*below_line));
      b.end = slash_behind + 2;
      b.unit = -6;
    }
    return;
  }
  if (hyphened(b)) return;
  std::uint32_t at = b.end;  // "1 4/5", "1 e 4/5"
  if (r_.sense(at, SenseKind::conjunction, end) != nullptr) at = end;
  const auto over = r_.digits_value(at, 1, 2);
  if (over && r_.at(at).space_before && slash(at + 1) && r_.tight(at + 1)) {
    const auto under = r_.digits_value(at + 2, 1, 2);
    if (under && *under > *over && r_.tight(at + 2) && !slash(at + 3)) {
      b.value = add(b.value, quotient(Decimal(*over), Decimal(*under)));
      b.end = at + 3;
      b.unit = -2;
    }
  }
}

/// "17-1/2", as prices are quoted: the parts are halves of halves.
bool NumberReader::hyphened(NumberBuild& b) const {
  if (!b.value.is_integer() || !r_.is_mark(b.end, '-') || !r_.tight(b.end) || !r_.tight(b.end + 1)) return false;
  const auto over = r_.digits_value(b.end + 1, 1, 2);
  if (!over || !slash(b.end + 2) || !r_.tight(b.end + 2) || !r_.tight(b.end + 3)) return false;
  const auto under = r_.digits_value(b.end + 3, 1, 2);
  const bool halved =
      under && (*under == 2 || *under == 4 || *under == 8 || *under == 16 || *under == 32 || *under == 64);
  if (!halved || *over >= *under || *over == 0 || (slash(b.end + 4) && r_.tight(b.end + 4))) return false;
  b.value = add(b.value, quotient(Decimal(*over), Decimal(*under)));
  b.end += 4;
  b.unit = -6;
  return true;
}

bool NumberReader::slash(std::uint32_t i) const {
  return r_.is_mark(i, '/') || r_.at(i).mark == 0 ? text_of(i) == "/" || text_of(i) == "⁄" : false;
}

}  // namespace crosscheck
