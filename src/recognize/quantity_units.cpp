// What stands behind a number and makes it an amount: "38 million dollars", "45-acre", "500 km per hour", 3割. The longest
// word or phrase wins; one or two letters count only behind digits.
// It does not know a unit by its number: "25 pounds" weigh unless a scale stands before the pounds.
#include "recognize/quantity_reader.h"

namespace crosscheck {

/// Currency, percent or unit behind the number; the longest wins.
bool QuantityReader::measured(Simple& out) {
  std::uint32_t at = out.end;
  if (r_.is_mark(at, '-') && r_.tight(at) && r_.at(at + 1).type == LexemeType::word) ++at;  // "45-acre"
  if (unit_at(out, at)) return true;
  std::uint32_t of = at;
  const bool counts_of =
      out.number.scaled || out.number.vague || out.number.fraction || out.number.value.exponent() >= 6;
  if (r_.sense(at, SenseKind::of, of) != nullptr && counts_of && unit_at(out, of)) return true;
  if (part_of_unit(out) || bracketed_unit(out)) return true;
  const Sense* own =
      r_.sense(out.end - 1, SenseKind::currency, of);  // "500 mkr", "200 TEUR": scale and currency in one
  if (own != nullptr && out.number.scaled && r_.has(out.end - 1, SenseKind::scale_suffix)) {
    out.kind = MentionKind::money;
    out.unit = code(*own);
    return true;
  }
  return at != out.end && unit_at(out, out.end);
}

/// "half a mile", "two-tenths of a percent", "half of 1 percent"
bool QuantityReader::part_of_unit(Simple& out) {
  if (!out.number.fraction || out.number.value >= Decimal(1)) return false;
  std::uint32_t at = out.end, end = at;
  if (r_.sense(at, SenseKind::of, end) != nullptr) at = end;
  if (r_.at(at).type == LexemeType::word && r_.has(at, SenseKind::article)) return unit_at(out, at + 1);
  const auto one = at == out.end ? std::nullopt : r_.cardinal(at);
  return one && one->value == Decimal(1) && unit_at(out, one->end);
}

/// The unit of the second number is the first one's too, unless that is money, or a scale came with it.
void QuantityReader::take_unit_of(const Simple& next, Simple& out) {
  const bool shares =
      next.kind == MentionKind::measure || next.kind == MentionKind::percent || next.kind == MentionKind::temperature;
  if (!shares || next.number.scaled) return;
  out.kind = next.kind;
  out.unit = next.unit;
}

/// "rose from 20 to 30 percent": two values of one unit, before and after.
void QuantityReader::share_after_change(Simple& out) {
  const std::uint32_t at = out.end + 1;
  if (r_.at(out.end).type != LexemeType::word || r_.at(at).type != LexemeType::digits || !changes(out.first)) return;
  const auto number = r_.number(at);
  if (!number) return;
  Simple next = made(at, *number, number->end, MentionKind::number, "");
  measured(next);
  take_unit_of(next, out);
}

/// "12, 25 and 60 km", "5 or 10 percent": the unit behind the last number of a list is each one's.
Simple QuantityReader::with_shared_unit(Simple out) {
  const Decimal& value = out.number.value;
  const auto plain = [](const Number& number) {
    return !number.in_words && !number.vague && !number.scaled && !number.fraction;
  };
  if (out.kind != MentionKind::number || !plain(out.number) || is_calendar_year(value)) return out;
  share_after_change(out);
  if (out.kind != MentionKind::number) return out;
  std::uint32_t at = out.end;
  constexpr int kLongest = 8;
  for (int place = 0; place < kLongest; ++place) {
    const bool comma = r_.is_mark(at, ',');
    if (comma) ++at;
    std::uint32_t end = at;
    const bool either = in_list("or_words", at);
    const bool last = either || r_.sense(at, SenseKind::conjunction, end) != nullptr;
    if (last) at = either ? at + 1 : end;
    if (comma == last && (!comma || place == 0)) return out;  // "rose to 12, and 3 km away"
    if (r_.at(at).type != LexemeType::digits || !r_.at(at).space_before) return out;
    const auto number = r_.number(at);
    if (!number || !plain(*number)) return out;
    Simple next = made(at, *number, number->end, MentionKind::number, "");
    const bool has_unit = measured(next);
    if (last || has_unit) {
      if (last) take_unit_of(next, out);
      return out;
    }
    at = number->end;
  }
  return out;
}

/// "20 [kg]"
bool QuantityReader::bracketed_unit(Simple& out) {
  const char mark = r_.at(out.end).type == LexemeType::mark ? r_.at(out.end).mark : '\0';
  const char close = mark == '[' ? ']' : mark == '{' ? '}' : '\0';
  Simple inside = out;
  if (close == '\0' || !unit_at(inside, out.end + 1) || !r_.is_mark(inside.end, close)) return false;
  out = inside;
  ++out.end;
  return true;
}

/// 3割 is 30 %, 85折 is 85 % of the price, per mille a tenth of a percent.
void QuantityReader::take_percent(Simple& out, const std::string& unit) const {
  const Decimal& value = out.number.value;
  if (unit == "10%" && value <= Decimal(30)) out.number.value = value.shifted(value < Decimal(1) ? 2 : 1);
  if (unit == "0.1%") out.number.value = value.shifted(-1);
}

/// 2024年 is a year, "m s −1 h" no time that passes.
bool QuantityReader::no_duration(const UnitName& unit, const Decimal& value, bool place) {
  if (unit.kind != MentionKind::duration) return false;
  if (place && value.magnitude() > 5 && value.exponent() == 1) return true;  // "two million and twenty second"
  const bool nothing = !value.is_zero() && value.magnitude() < -3;  // 백억분의 일만 주세요 are no weeks
  return value.sign() < 0 || nothing || (unit.ucum == "a" && is_calendar_year(value));
}

bool QuantityReader::unit_at(Simple& out, std::uint32_t at) {
  std::uint32_t end = at, best = 0;
  Simple found = out;
  const auto take = [&](std::uint32_t to, MentionKind kind, const std::string& unit) {
    if (to <= best) return;
    best = to;
    found.kind = kind;
    found.unit = unit;
    found.end = to;
  };
  if (const Sense* percent = r_.sense(at, SenseKind::percent, end)) {
    const std::string& unit = code(*percent);
    take(end, MentionKind::percent, unit.size() > 2 && unit.back() == '%' ? "%" : unit);
    take_percent(found, unit);
  }
  if (const Sense* currency = r_.sense(at, SenseKind::currency, end);
      currency != nullptr && follows(*currency, out, at, end)) {
    take(end, MentionKind::money, code(*currency));
    if (currency->flag != 0) scale_behind(found);
    best = found.end;
  }
  if (const Sense* cents = r_.sense(at, SenseKind::subunit, end);
      cents != nullptr && !only_part(*cents) && !weak_unit(*cents, out, at, end)) {
    if (end > best) {
      const int power = cents->flag == 1 ? -1 : -2;
      take(end, MentionKind::money, code(*cents));
      found.number.value = out.number.value.shifted(power);
      found.number.written_unit = out.number.written_unit + power;
    }
  }
  if (const Sense* sense = r_.sense(at, SenseKind::unit, end); sense != nullptr && !weak_unit(*sense, out, at, end)) {
    const UnitName& unit = r_.lexicon().unit_names[sense->value];
    const bool mass = end == best && found.kind == MentionKind::money && unit.kind == MentionKind::measure &&
                      !out.number.scaled;  // "25 pounds"
    if ((end > best || mass) && !no_duration(unit, out.number.value, r_.has(at, SenseKind::ordinal))) {
      best = 0;
      take(end, unit.kind, unit.ucum);
      found.number = out.number;
    }
  }
  if (best == 0) return false;
  out = found;
  const bool below = out.number.value.sign() < 0 && !is_degree_sign(at);  // "-30°" may be a latitude
  if (out.unit == "deg" && (below || near_heat(out.first, is_degree_sign(at) ? 5 : 12)))
    out.kind = MentionKind::temperature;
  if (out.kind == MentionKind::money || out.kind == MentionKind::measure) per_unit(out);
  return true;
}

/// "17c a share", "up 3c to $1.20"; "25C" where it is hot. Elsewhere the letter names a seat, a section, a flight.
bool QuantityReader::letter_counts(const Sense& sense, const Simple& out, std::uint32_t at, std::uint32_t end) const {
  const Lexeme& letter = r_.at(at);
  if (r_.at(out.end - 1).type != LexemeType::digits || (r_.tight(end) && r_.at(end).type != LexemeType::mark))
    return false;
  if (sense.kind == SenseKind::unit) return letter.capital && near_heat(out.first);
  return !letter.capital && r_.tight(at) && near_money(out.first, end);
}

/// An amount or a word of prices around it, a word of rising before it, or "a share" behind.
bool QuantityReader::near_money(std::uint32_t i, std::uint32_t end) const {
  constexpr std::uint32_t kReach = 8;
  for (std::uint32_t at = i > kReach ? i - kReach : 0; at < end + kReach && at < r_.size(); ++at) {
    const Sense* currency = r_.word_sense(at, SenseKind::currency);
    const bool amount = currency != nullptr && (r_.at(at + 1).type == LexemeType::digits ||
                                                (at > 0 && r_.at(at - 1).type == LexemeType::digits));
    if (amount || (at != i && in_list("cent_words", at))) return true;
  }
  if (i > 0 && (in_list("rise", i - 1) || in_list("fall", i - 1))) return true;
  std::uint32_t behind = end;
  return r_.sense(end, SenseKind::per, behind) != nullptr && !r_.tight(end) && r_.at(behind).type == LexemeType::word &&
         !r_.at(behind).capital;
}

/// "raise the temperature by 5 degrees"
bool QuantityReader::near_heat(std::uint32_t i, std::uint32_t reach) const {
  const std::uint32_t from = i > reach ? i - reach : 0;
  for (std::uint32_t at = from; at < i + reach && at < r_.size(); ++at) {
    if (r_.has(at, SenseKind::heat_word)) return true;
    const Sense* unit = r_.word_sense(at, SenseKind::unit);
    if (unit != nullptr && at != i + 1 && unit->flag != kSenseByContext &&
        r_.lexicon().unit_names[unit->value].kind == MentionKind::temperature)
      return true;
  }
  return false;
}

/// "125 USD million"
void QuantityReader::scale_behind(Simple& out) const {
  std::uint32_t end = 0;
  const Sense* scale = r_.sense(out.end, SenseKind::scale, end);
  if (scale == nullptr || out.number.scaled || out.number.in_words || !r_.at(out.end).space_before) return;
  const Decimal& times = r_.lexicon().decimals[scale->value];
  if (times < Decimal(1000)) return;
  out.number.value = multiply(out.number.value, times);
  out.number.written_unit += times.magnitude();
  out.number.scaled = true;
  out.end = end;
}

bool QuantityReader::follows(const Sense& currency, const Simple& out, std::uint32_t at, std::uint32_t end) const {
  const bool next_amount = r_.at(end).type == LexemeType::digits && r_.tight(end) && r_.at(at).space_before;
  if (currency.flag != 0 && next_amount) return false;  // "5 $6", "3 USD50 cards"
  if (!needs_capitals(currency)) return true;
  if (currency.flag == 5 && !out.number.decimals && !out.number.scaled) return false;  // "5 TOP"
  return r_.at(at).shouted || (r_.tight(at) && !r_.tight(end));
}

/// Two digits that touch a metre's letter, and nothing that goes on with them.
bool QuantityReader::centimetres_at(const Sense& sense, std::uint32_t at) const {
  if (r_.lexicon().unit_names[sense.value].ucum != "m" || !r_.tight(at) || !r_.digits_value(at, 2, 2)) return false;
  return !r_.tight(at + 1) || (r_.at(at + 1).type == LexemeType::mark && !r_.before_digits(at + 1));
}

/// One or two letters are a unit only behind digits, and not where a word goes on behind a mark ("5 s.").
bool QuantityReader::weak_unit(const Sense& sense, const Simple& out, std::uint32_t at, std::uint32_t end) const {
  const Lexeme& lexeme = r_.at(at);
  if (lexeme.spaceless) return false;
  const bool suffix = end == at + 1 && r_.tight(at) && r_.has(at, SenseKind::ordinal_suffix);
  const bool degrees = is_degree_sign(at) && near_heat(out.first);                       // 85°, but "5° piso"
  if (suffix && !degrees && r_.at(out.end - 1).type == LexemeType::digits) return true;  // 21st is no weight
  if (sense.flag == kSenseByContext) return !letter_counts(sense, out, at, end);
  const bool is_short = sense.flag == 1 || lexeme.end - lexeme.begin <= 2;
  if (!is_short || end != at + 1) return false;
  const bool coin = sense.kind == SenseKind::subunit && !only_part(sense) && lexeme.space_before && !lexeme.capital;
  if (coin && out.number.in_words && lexeme.end - lexeme.begin == 2) return false;  // "one ct"
  if (out.number.in_words || r_.at(out.end - 1).type != LexemeType::digits) {
    if (!out.number.scaled || lexeme.end - lexeme.begin < 2) return true;
  }
  if (lexeme.type == LexemeType::mark) return false;
  const bool letter = lexeme.end - lexeme.begin == 1;
  if (letter && lexeme.capital && sense.kind == SenseKind::unit) {
    const std::string& ucum = r_.lexicon().unit_names[sense.value].ucum;
    if (ucum == "h" || ucum == "g") return true;                           // the atoms of "2H", the network of "2.5G"
    if ((ucum == "m" || ucum == "t") && !r_.at(end).shouted) return true;  // "2 M" is two million, but "100 M SPRINT"
  }
  if (letter && sense.kind == SenseKind::unit && centimetres_at(sense, end)) return false;  // "1m75"
  if (r_.is_mark(end, '\'') && r_.tight(end)) return letter;                                // "les 577 s'opposent"
  if (r_.tight(end) && r_.at(end).type != LexemeType::mark && !r_.at(end).spaceless)
    return true;  // "24703L202", but 5g盐
  if (lexeme.space_before && letter && lexeme.shouted == false && lexeme.capital &&
      r_.at(at + 1).type == LexemeType::word && !near_heat(out.first))
    return true;
  return r_.has(at, SenseKind::am) || r_.has(at, SenseKind::pm);
}

/// "km/h", "miles per hour", "$5 a barrel" keeps the money: only units of measure are joined.
void QuantityReader::per_unit(Simple& out) {
  if (out.kind != MentionKind::measure) return;
  std::uint32_t at = out.end, end = at;
  if (r_.sense(at, SenseKind::per, end) == nullptr) return;
  const bool slash = r_.is_mark(at, '/');
  if (slash && r_.at(at).space_before && !r_.at(end).space_before) return;
  const Sense* below = r_.sense(end, SenseKind::unit, end);
  if (below == nullptr || (!slash && below->flag == 1)) return;
  const UnitName& unit = r_.lexicon().unit_names[below->value];
  out.unit += "/" + unit.ucum;
  out.end = end;
}

}  // namespace crosscheck
