// From a number to a quantity. "over $13 billion in cash": a symbol, a number with its scale, a bound from
// the words before it. What the words allow becomes an interval at once:
//   $157 billion     three digits were written, so 156.5 to 157.5 billion
//   34 people        a count is exact
//   about 135        2.5 units of the last digit that is not zero either way, at most 10 %
//   nearly 300       255 to 300, the end excluded
//   multibillion     two billion or more
// It does not convert units or currencies; `check` does where it compares.
#include "recognize/quantity.h"

#include <algorithm>

namespace crosscheck {
namespace {

struct Draft {
  Number number;
  MentionKind kind = MentionKind::number;
  std::string unit;
  std::uint32_t first = 0, end = 0;  ///< tokens
};

/// A currency sign or code at `at`: its code and how many tokens it takes ("US" "$" is two).
std::pair<std::string, std::uint32_t> currency_before(const Cursor& cursor, std::uint32_t at) {
  const auto& symbols = cursor.lexicon().currency_symbols;
  const Token& token = cursor.at(at);
  if (token.kind == TokenKind::word && cursor.inside(at + 1) && !cursor.at(at + 1).space_before) {
    const auto joined = symbols.find(token.folded + cursor.word(at + 1));
    if (joined != symbols.end() && cursor.at(at + 1).kind == TokenKind::mark) return {joined->second, 2};
  }
  if (token.kind == TokenKind::mark) {
    const auto found = symbols.find(token.folded);
    if (found != symbols.end()) return {found->second, 1};
  }
  if (token.kind == TokenKind::word && token.shouted && token.folded.size() == 3) {
    std::string code = token.folded;
    for (char& c : code) c = static_cast<char>(c - 32);
    const auto found = symbols.find(code);
    if (found != symbols.end()) return {found->second, 1};
  }
  return {"", 0};
}

/// "dollars", "US dollars", "EUR" behind the number.
std::pair<std::string, std::uint32_t> currency_after(const Cursor& cursor, std::uint32_t at) {
  const auto& names = cursor.lexicon().currency_names;
  std::string joined;
  std::pair<std::string, std::uint32_t> best{"", 0};
  for (std::uint32_t length = 1; length <= 3 && cursor.is_word(at + length - 1); ++length) {
    joined += (length > 1 ? " " : "") + cursor.word(at + length - 1);
    const auto found = names.find(joined);
    if (found != names.end()) best = {found->second, length};
  }
  if (best.second > 0) return best;
  const auto [code, length] = currency_before(cursor, at);
  return length == 1 && (cursor.at(at).shouted || !cursor.at(at).space_before) && !cursor.is_number(at + 1)
             ? std::pair{code, length}
             : std::pair{std::string(), 0U};
}

/// "dollar" inside "million-dollar", "multibillion-dollar": the part after the last hyphen.
std::string currency_in_compound(const Lexicon& lexicon, const std::string& word) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string::npos) return "";
  const auto found = lexicon.currency_names.find(word.substr(hyphen + 1));
  return found == lexicon.currency_names.end() ? "" : found->second;
}

bool read_percent(const Cursor& cursor, Draft& draft) {
  std::string joined;
  std::uint32_t best = 0;
  std::string unit;
  for (std::uint32_t length = 1; length <= 2 && cursor.inside(draft.end + length - 1); ++length) {
    joined += (length > 1 ? " " : "") + cursor.word(draft.end + length - 1);
    const auto found = cursor.lexicon().percent_words.find(joined);
    if (found == cursor.lexicon().percent_words.end()) continue;
    best = length;
    unit = found->second;
  }
  if (best == 0) return false;
  draft.kind = MentionKind::percent;
  draft.unit = unit;
  draft.end += best;
  return true;
}

bool read_unit(const Cursor& cursor, Draft& draft) {
  std::uint32_t at = draft.end;
  const bool hyphen = cursor.is(at, "-") && !cursor.at(at).space_before;
  if (hyphen) ++at;
  if (cursor.is(at, "year-old") || cursor.is(at, "year-olds") || cursor.is(at, "years-old")) {
    draft.kind = MentionKind::age;
    draft.unit = "a";
    draft.end = at + 1;
    return true;
  }
  std::string joined;
  const UnitName* best = nullptr;
  std::uint32_t length_of_best = 0;
  for (std::uint32_t length = 1; length <= 3 && cursor.inside(at + length - 1); ++length) {
    joined += (length > 1 ? " " : "") + cursor.word(at + length - 1);
    const auto found = cursor.lexicon().units.find(joined);
    if (found == cursor.lexicon().units.end() || (length == 1 && cursor.listed(at, "stop_words"))) continue;
    best = &found->second;
    length_of_best = length;
  }
  if (best == nullptr) return false;
  draft.kind = best->kind;
  draft.unit = best->ucum;
  draft.end = at + length_of_best;
  return true;
}

/// Number with unit, without qualifier and without range.
std::optional<Draft> read_simple(const Cursor& cursor, std::uint32_t at) {
  const auto [code, length] = currency_before(cursor, at);
  Draft draft;
  draft.first = at;
  if (length > 0) {
    const auto number = read_number(cursor, at + length, true);
    if (!number) return std::nullopt;
    draft.number = *number;
    draft.kind = MentionKind::money;
    draft.unit = code;
    draft.end = number->end_token;
    if (cursor.is(draft.end, "-") && !cursor.at(draft.end).space_before && cursor.is_word(draft.end + 1) &&
        cursor.lexicon().currency_names.count(cursor.word(draft.end + 1)) > 0)
      draft.end += 2;
    return draft;
  }
  auto number = read_vague_number(cursor, at);
  if (!number) number = read_number(cursor, at, false);
  if (!number) return std::nullopt;
  draft.number = *number;
  draft.end = number->end_token;
  const std::string compound = currency_in_compound(cursor.lexicon(), cursor.word(draft.end - 1));
  if (!compound.empty()) {
    draft.kind = MentionKind::money;
    draft.unit = compound;
    return draft;
  }
  std::uint32_t name_at = draft.end;
  if (cursor.is(name_at, "-") && !cursor.at(name_at).space_before) ++name_at;  // "3-million-dollar"
  if (number->vague && cursor.is(name_at, "of")) ++name_at;                    // "billions of dollars"
  const auto [name, name_length] = currency_after(cursor, name_at);
  if (name_length > 0) {
    draft.kind = MentionKind::money;
    draft.unit = name;
    draft.end = name_at + name_length;
    return draft;
  }
  if (!read_percent(cursor, draft)) read_unit(cursor, draft);
  return draft;
}

struct Hedge {
  Bound bound = Bound::exact;
  std::uint32_t before = 0, after = 0;
};

/// "go up to £5.99" is a rise, "hand over $5" a verb: no hedges.
bool risen(const Cursor& cursor, std::uint32_t at, const Qualifier& qualifier) {
  if (qualifier.words.size() == 1 && qualifier.words.front() == "over")
    return cursor.listed(at - 1, "over_verbs");  // "hand over $5"
  return qualifier.words.front() == "up" && (cursor.listed(at - 1, "rise") || cursor.listed(at - 1, "go"));
}

/// The hedge around tokens [first, end): several may stand together ("up to about"), the nearest decides
/// unless it only says "about".
Hedge read_hedge(const Cursor& cursor, std::uint32_t first, std::uint32_t end) {
  Hedge hedge;
  bool found = true;
  while (found) {
    found = false;
    for (const Qualifier& qualifier : cursor.lexicon().qualifiers_before) {
      const std::uint32_t length = cursor.phrase_before(first - hedge.before, qualifier.words);
      if (length == 0 || risen(cursor, first - hedge.before - length, qualifier)) continue;
      hedge.before += length;
      if (hedge.bound == Bound::exact || hedge.bound == Bound::about) hedge.bound = qualifier.bound;
      found = true;
      break;
    }
  }
  for (const Qualifier& qualifier : cursor.lexicon().qualifiers_after) {
    const std::uint32_t length = cursor.phrase(end, qualifier.words);
    if (length > 0) {
      hedge.after = length;
      hedge.bound = qualifier.bound;
      break;
    }
    if (qualifier.words.size() == 1 && cursor.is(end, "-") && cursor.is(end + 1, qualifier.words[0].substr(1)) &&
        qualifier.words[0].front() == '-') {
      hedge.after = 2;
      hedge.bound = qualifier.bound;
      break;
    }
  }
  return hedge;
}

/// The second half of "$5-6 million", "5 to 7 percent", "between 12 and 15".
std::optional<Draft> read_range_end(const Cursor& cursor, const Draft& first) {
  const bool dash = cursor.inside(first.end) && cursor.word(first.end) == "-" && !first.number.vague;
  const bool to = cursor.is(first.end, "to") && !cursor.is(first.first - 1, "from");
  const bool between = cursor.is(first.end, "and") && cursor.is(first.first - 1, "between");
  if (!dash && !to && !between) return std::nullopt;
  if (dash && cursor.at(first.end).space_before != cursor.at(first.end + 1).space_before) return std::nullopt;
  auto second = read_simple(cursor, first.end + 1);
  if (!second || second->number.vague) return std::nullopt;
  const bool same = second->kind == first.kind && second->unit == first.unit;
  const bool bare = first.kind == MentionKind::number;
  const bool money_bare = first.kind == MentionKind::money && second->kind == MentionKind::number;
  if (!same && !bare && !money_bare) return std::nullopt;
  if (to && bare && second->kind == MentionKind::number && !first.number.scaled && !second->number.scaled &&
      !cursor.is_number(first.first))
    return std::nullopt;  // "one to one"
  return second;
}

Mention to_mention(const Cursor& cursor, const Draft& draft, const Hedge& hedge) {
  Mention mention;
  mention.kind = draft.kind;
  mention.first_token = draft.first - hedge.before;
  mention.end_token = draft.end + hedge.after;
  mention.span = {cursor.at(draft.first).span.begin, cursor.at(draft.end - 1).span.end};
  mention.qualified = {cursor.at(mention.first_token).span.begin, cursor.at(mention.end_token - 1).span.end};
  mention.quantity.unit = draft.unit;
  mention.quantity.bound = hedge.bound;
  return mention;
}

}  // namespace

Interval interval_of(const Decimal& value, int written_unit, Bound bound, bool counted) {
  const Decimal half = multiply(Decimal(Decimal::Coefficient{5}, -1), Decimal::power_of_ten(written_unit));
  switch (bound) {
    case Bound::exact:
      return counted ? Interval::point(value)
                     : Interval::between(add(value, -half, Rounding::down), add(value, half, Rounding::up));
    case Bound::about: {
      const int last_digit = value.is_zero() ? 0 : value.exponent();
      const Decimal by_digit = multiply(Decimal(Decimal::Coefficient{25}, -1), Decimal::power_of_ten(last_digit));
      const Decimal tenth = value.abs().shifted(-1);
      const Decimal slack = std::min(by_digit, tenth);
      return Interval::between(add(value, -slack, Rounding::down), add(value, slack, Rounding::up));
    }
    case Bound::at_least:
      return Interval::at_least(value);
    case Bound::at_most:
      return Interval::at_most(value);
    case Bound::more_than:
      return {value, std::nullopt, true, false};
    case Bound::less_than: {
      const Decimal low = multiply(value, Decimal(Decimal::Coefficient{85}, -2));
      return {low, value, false, true};
    }
    default:
      return Interval::at_least(value);
  }
}

std::optional<Mention> read_quantity(const Cursor& cursor, std::uint32_t at) {
  auto draft = read_simple(cursor, at);
  if (!draft) return std::nullopt;
  if (auto second = read_range_end(cursor, *draft)) {
    Draft whole = *second;
    whole.first = draft->first;
    if (draft->kind == MentionKind::money) {
      whole.kind = MentionKind::money;
      whole.unit = draft->unit;
    }
    Decimal low = draft->number.value;
    const Decimal high = second->number.value;
    if (!draft->number.scaled && second->number.scaled) {  // "$5-6 million"
      low = low.shifted(second->number.written_unit + (second->number.decimals ? 1 : 0));
    }
    if (low < high) {
      if (whole.kind == MentionKind::number) whole.kind = MentionKind::range;
      Mention mention = to_mention(cursor, whole, {});
      mention.quantity.bound = Bound::range;
      mention.quantity.interval = Interval::between(low, high);
      mention.quantity.written_unit = second->number.written_unit;
      return mention;
    }
  }
  Hedge hedge = read_hedge(cursor, draft->first, draft->end);
  if (draft->kind == MentionKind::duration && cursor.is(draft->first - 1, "over"))
    hedge = {};  // "over five years" = during
  Mention mention = to_mention(cursor, *draft, hedge);
  Quantity& quantity = mention.quantity;
  quantity.value = draft->number.value;
  quantity.written_unit = draft->number.written_unit;
  if (draft->number.vague) {
    quantity.bound = Bound::vague;
    quantity.interval = Interval::at_least(draft->number.value);
    return mention;
  }
  const bool counted = (draft->kind == MentionKind::number || draft->kind == MentionKind::age) &&
                       !draft->number.decimals && (!draft->number.scaled || draft->number.in_words) &&
                       draft->number.value.magnitude() < 5;
  quantity.interval = interval_of(*quantity.value, quantity.written_unit, quantity.bound, counted);
  return mention;
}

}  // namespace crosscheck
