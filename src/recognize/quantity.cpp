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
#include <cmath>

#include "base/characters.h"
#include "recognize/ordinal.h"
#include "recognize/time_builder.h"

namespace crosscheck {
namespace {

struct Simple {
  Number number;
  MentionKind kind = MentionKind::number;
  std::string unit;
  std::uint32_t first = 0, end = 0;
};

class QuantityReader {
 public:
  explicit QuantityReader(Reader& reader) : r_(reader) {}

  std::optional<Draft> run(std::uint32_t i) {
    constexpr std::uint64_t kBegins = bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::fraction) | bit(SenseKind::vague) |
                                      bit(SenseKind::zero) | bit(SenseKind::article) | bit(SenseKind::minus) | bit(SenseKind::currency) |
                                      bit(SenseKind::percent_before) | bit(SenseKind::unit_before) | bit(SenseKind::ordinal) |
                                      bit(SenseKind::ordinal_prefix) | bit(SenseKind::starts_number) | bit(SenseKind::starts_range) | bit(SenseKind::starts_age);
    if ((r_.at(i).mask & kBegins) == 0 && r_.at(i).type == LexemeType::word) return std::nullopt;
    std::optional<Draft> best = range(i);
    const auto prefer = [&](std::optional<Draft> other) {
      if (other && (!best || other->end > best->end)) best = std::move(other);
    };
    prefer(age(i));
    if (!best || best->kind == MentionKind::number) prefer(score(i));
    if (!best) {
      if (const auto one = simple(i)) best = drafted(*one);
    }
    prefer(ordinal(i));
    if (best && article_only(i, *best)) return std::nullopt;
    return best;
  }

 private:
  /// "Ein Mann", "un hombre": an article that is also the word for one counts nothing by itself.
  bool article_only(std::uint32_t i, const Draft& draft) const {
    if (draft.kind != MentionKind::number || draft.end != i + 1 || draft.hedge_first != i || draft.hedge_end != draft.end) return false;
    if (!r_.has(i, SenseKind::article) || r_.at(i).type != LexemeType::word) return false;
    const bool alone = (i == 0 || r_.at(i - 1).type == LexemeType::gap) && r_.at(i + 1).type == LexemeType::gap;
    return !alone;
  }

  // ---- one number with its unit -------------------------------------------------------------

  const std::string& code(const Sense& sense) const { return r_.lexicon().codes[sense.value]; }

  /// A sign or code that may stand before its number.
  const Sense* currency_before(std::uint32_t i, std::uint32_t& end) const {
    const Sense* found = r_.sense(i, SenseKind::currency, end);
    if (found == nullptr) return nullptr;
    const bool needs_capitals = found->flag == 3;
    if (needs_capitals && !r_.at(i).shouted && r_.at(end).type != LexemeType::digits && !r_.is_mark(end, '$')) return nullptr;
    if (needs_capitals && !r_.at(i).shouted && r_.at(end).space_before) return nullptr;
    if (found->flag == 0 && (r_.at(i).spaceless || r_.at(end).type != LexemeType::digits)) return nullptr;
    return found;
  }

  std::optional<Simple> with_currency_before(std::uint32_t i) {
    std::uint32_t at = i, end = i;
    bool minus = false;
    if (r_.is_mark(i, '-') && r_.tight(i + 1)) {
      minus = true;
      ++at;
    }
    const Sense* currency = currency_before(at, end);
    if (currency == nullptr) return std::nullopt;
    std::string iso = code(*currency);
    std::uint32_t twice = end;
    if (const Sense* second = r_.sense(end, SenseKind::currency, twice); second != nullptr) {  // "USD$ 90", "CAD $5"
      end = twice;
    }
    const auto number = r_.number(end, true);
    if (!number || number->vague) return std::nullopt;
    if (currency->flag == 0) {  // "euro 1,5 miljard", but not "Labour won 411 seats"
      const Lexeme& next = r_.at(number->end);
      if (next.type == LexemeType::word && !next.capital) return std::nullopt;
    }
    Simple out;
    out.number = *number;
    if (minus) out.number.value = -out.number.value;
    out.first = i;
    out.end = number->end;
    out.kind = MentionKind::money;
    out.unit = iso;
    std::uint32_t next = out.end;
    if (r_.is_mark(next, '-') && r_.tight(next)) ++next;  // "$38-million-dollar"
    if (const Sense* named = r_.sense(next, SenseKind::currency, end); named != nullptr && joins_currency(next, end, *named)) {
      out.end = end;
      if (named->flag != 1) out.unit = code(*named);
    }
    per_unit(out);
    return out;
  }

  /// "$5 dollars", "$5 Canadian": a currency named twice is one; another number may not follow.
  bool joins_currency(std::uint32_t next, std::uint32_t end, const Sense& named) const {
    if (r_.at(end).type == LexemeType::digits && (named.flag & 1U) != 0) return false;
    if (named.flag == 3 && !r_.at(next).shouted) return false;
    return named.flag != 1 || r_.tight(next);
  }

  std::optional<Simple> simple(std::uint32_t i) {
    if (auto money = with_currency_before(i)) return with_subunit(*money);
    std::uint32_t end = i;
    if (const Sense* before = r_.sense(i, SenseKind::percent_before, end); before != nullptr) {
      if (auto number = r_.number(end); number && !number->vague) return made(i, *number, number->end, MentionKind::percent, "%");
    }
    if (r_.is_mark(i, '%') && r_.at(i + 1).type == LexemeType::digits && r_.has(i, SenseKind::percent_before)) {
      if (auto number = r_.number(i + 1)) return made(i, *number, number->end, MentionKind::percent, "%");
    }
    if (const Sense* before = r_.sense(i, SenseKind::unit_before, end); before != nullptr) {
      if (auto named = unit_before(i, end, code(*before))) return named;
    }
    auto number = r_.number(i);
    if (!number) return std::nullopt;
    Simple out;
    out.number = *number;
    out.first = i;
    out.end = number->end;
    if (measured(out)) return with_subunit(with_half(out));
    return out;
  }

  /// 摄氏5度 is in degrees Celsius; 時速188マイル in miles per hour: a code that begins with "/" divides the unit behind.
  std::optional<Simple> unit_before(std::uint32_t i, std::uint32_t at, const std::string& ucum) {
    const auto number = r_.number(at);
    if (!number || number->vague) return std::nullopt;
    Simple out;
    out.number = *number;
    out.first = i;
    out.end = number->end;
    const bool has_unit = unit_at(out, out.end);
    if (ucum.starts_with('/')) {
      if (!has_unit || out.kind != MentionKind::measure) return std::nullopt;
      if (!out.unit.ends_with(ucum)) out.unit += ucum;
      return out;
    }
    const bool heat = ucum == "Cel" || ucum == "[degF]" || ucum == "K";
    out.kind = heat ? MentionKind::temperature : MentionKind::measure;
    out.unit = ucum;
    return out;
  }

  /// "2 miles and a half"
  Simple with_half(Simple out) {
    std::uint32_t end = 0;
    const bool halves = out.kind == MentionKind::measure || out.kind == MentionKind::duration || out.kind == MentionKind::money;
    if (!halves || !out.number.value.is_integer() || out.number.vague || !half_behind(r_, out.end, end)) return out;
    out.number.value = add(out.number.value, Decimal(Decimal::Coefficient{5}, -1));
    out.number.written_unit = -1;
    out.end = end;
    return out;
  }

  static Simple made(std::uint32_t first, const Number& number, std::uint32_t end, MentionKind kind, std::string unit) {
    Simple out;
    out.number = number;
    out.first = first;
    out.end = end;
    out.kind = kind;
    out.unit = std::move(unit);
    return out;
  }

  /// Currency, percent or unit behind the number; the longest wins.
  bool measured(Simple& out) {
    std::uint32_t at = out.end;
    if (r_.is_mark(at, '-') && r_.tight(at) && r_.at(at + 1).type == LexemeType::word) ++at;  // "45-acre"
    if (unit_at(out, at)) return true;
    std::uint32_t of = at;
    if (r_.sense(at, SenseKind::of, of) != nullptr && (out.number.scaled || out.number.vague || out.number.fraction) && unit_at(out, of)) return true;
    return at != out.end && unit_at(out, out.end);
  }

  bool unit_at(Simple& out, std::uint32_t at) {
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
      if (unit == "10%") found.number.value = out.number.value.shifted(1);    // 3割
      if (unit == "0.1%") found.number.value = out.number.value.shifted(-1);  // per mille
    }
    if (const Sense* currency = r_.sense(at, SenseKind::currency, end); currency != nullptr && follows(*currency, at, end))
      take(end, MentionKind::money, code(*currency));
    if (const Sense* cents = r_.sense(at, SenseKind::subunit, end); cents != nullptr && !weak_unit(*cents, out, at, end)) {
      if (end > best) {
        take(end, MentionKind::money, code(*cents));
        found.number.value = out.number.value.shifted(-2);
        found.number.written_unit = out.number.written_unit - 2;
      }
    }
    if (const Sense* sense = r_.sense(at, SenseKind::unit, end); sense != nullptr && !weak_unit(*sense, out, at, end)) {
      const UnitName& unit = r_.lexicon().unit_names[sense->value];
      const bool mass = end == best && found.kind == MentionKind::money && !out.number.scaled;  // "25 pounds"
      if (end > best || mass) {
        best = 0;
        take(end, unit.kind, unit.ucum);
        found.number = out.number;
      }
    }
    if (best == 0) return false;
    out = found;
    if (out.unit == "deg" && near_heat(out.first)) out.kind = MentionKind::temperature;
    if (out.kind == MentionKind::money || out.kind == MentionKind::measure) per_unit(out);
    return true;
  }

  /// "raise the temperature by 5 degrees"
  bool near_heat(std::uint32_t i) const {
    const std::uint32_t from = i > 12 ? i - 12 : 0;
    for (std::uint32_t at = from; at < i + 12 && at < r_.size(); ++at) {
      if (r_.has(at, SenseKind::heat_word)) return true;
    }
    return false;
  }

  bool follows(const Sense& currency, std::uint32_t at, std::uint32_t end) const {
    if (currency.flag == 3) return r_.at(at).shouted || (r_.tight(at) && !r_.tight(end));
    if (currency.flag == 1 && r_.at(end).type == LexemeType::digits && r_.tight(end) && r_.at(at).space_before) return false;  // "5 $6"
    return true;
  }

  /// One or two letters are a unit only behind digits, and not where a word goes on behind a mark ("5 s.").
  bool weak_unit(const Sense& sense, const Simple& out, std::uint32_t at, std::uint32_t end) const {
    const Lexeme& lexeme = r_.at(at);
    if (lexeme.spaceless) return false;
    if (r_.tight(at) && r_.has(at, SenseKind::ordinal_suffix) && r_.at(out.end - 1).type == LexemeType::digits) return true;  // 21st is no weight
    const bool is_short = sense.flag == 1 || lexeme.end - lexeme.begin <= 2;
    if (!is_short || end != at + 1) return false;
    if (out.number.in_words || r_.at(out.end - 1).type != LexemeType::digits) {
      if (!out.number.scaled || lexeme.end - lexeme.begin < 2) return true;
    }
    if (lexeme.type == LexemeType::mark) return false;
    if (r_.is_mark(end, '\'') && r_.tight(end)) return lexeme.end - lexeme.begin == 1;  // "les 577 s'opposent"
    if (r_.tight(end) && r_.at(end).type != LexemeType::mark) return true;  // "24703L202"
    if (lexeme.space_before && lexeme.end - lexeme.begin == 1 && lexeme.shouted == false && lexeme.capital && r_.at(at + 1).type == LexemeType::word) return true;
    return r_.has(at, SenseKind::am) || r_.has(at, SenseKind::pm);
  }

  /// "km/h", "miles per hour", "$5 a barrel" keeps the money: only units of measure are joined.
  void per_unit(Simple& out) {
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

  /// "5 dollars and 30 cents", "13 euro e 45 cent", "6 feet 2 inches": one amount.
  Simple with_subunit(Simple out) {
    if (out.number.vague) return out;
    std::uint32_t at = out.end, after = at;
    if (r_.sense(at, SenseKind::conjunction, after) != nullptr || (r_.is_mark(at, ',') && (after = at + 1) != 0)) at = after;
    if (out.kind == MentionKind::money && !out.number.decimals) {
      const auto small = r_.number(at);
      if (!small || small->vague || small->value.sign() < 0 || small->value >= Decimal(100)) return out;
      std::uint32_t end = 0;
      const Sense* cents = r_.sense(small->end, SenseKind::subunit, end);
      const bool ends = r_.at(small->end).type == LexemeType::gap || (r_.at(small->end).type == LexemeType::mark && !r_.tight(small->end + 1));
      const bool short_form = r_.at(at).type == LexemeType::digits && r_.at(at).end - r_.at(at).begin == 2 && small->end == at + 1 && ends && !r_.is_mark(out.end, ',');
      if (cents == nullptr && !short_form) return out;
      if (cents == nullptr) end = small->end;
      out.number.value = add(out.number.value, small->value.shifted(-2));
      out.number.written_unit = -2;
      out.end = end;
    }
    if (out.kind == MentionKind::measure && out.unit == "[ft_i]") {
      const auto inches = r_.number(at);
      if (!inches || inches->vague || inches->value >= Decimal(12)) return out;
      Simple low;
      low.number = *inches;
      low.first = at;
      low.end = inches->end;
      if (!unit_at(low, low.end) || low.unit != "[in_i]") return out;
      out.number.value = add(out.number.value, divide(inches->value, Decimal(12), Rounding::down));
      out.number.written_unit = -2;
      out.end = low.end;
    }
    return out;
  }

  // ---- hedges and intervals -----------------------------------------------------------------

  std::optional<Draft> drafted(Simple one) {
    Draft draft;
    draft.kind = one.kind;
    draft.first = one.first;
    draft.end = one.end;
    Quantity& quantity = draft.quantity;
    quantity.unit = one.unit;
    quantity.value = one.number.value;
    quantity.written_unit = one.number.written_unit;
    hedge(draft);
    if (one.number.vague) {
      quantity.bound = Bound::vague;
      quantity.interval = Interval::at_least(one.number.value);
    } else {
      const bool counted = (one.kind == MentionKind::number || one.kind == MentionKind::age) && !one.number.decimals &&
                           (!one.number.scaled || one.number.in_words) && one.number.value.magnitude() < 5;
      quantity.interval = interval_of(*quantity.value, quantity.written_unit, quantity.bound, counted);
      if (draft.almost && quantity.bound == Bound::less_than) quantity.interval.low = multiply(quantity.value->abs(), Decimal(Decimal::Coefficient{85}, -2));
    }
    if (draft.kind == MentionKind::duration) {
      if (const auto longer = read_duration(r_, one.first); longer && longer->end >= one.end) {
        draft.end = std::max(draft.end, longer->end);
        draft.hedge_end = std::max(draft.hedge_end, draft.end);
        draft.text = evaluate(longer->program.steps(), {}).edtf;
      } else {
        draft.text = iso_duration(*quantity.value, quantity.unit);
      }
      if (draft.text.empty()) return std::nullopt;
    }
    return draft;
  }

  static std::string iso_duration(const Decimal& value, const std::string& unit) {
    static const std::map<std::string, std::pair<const char*, const char*>> kLetters = {
        {"s", {"PT", "S"}}, {"min", {"PT", "M"}}, {"h", {"PT", "H"}}, {"d", {"P", "D"}}, {"wk", {"P", "W"}}, {"mo", {"P", "M"}}, {"a", {"P", "Y"}}};
    const auto found = kLetters.find(unit);
    if (found != kLetters.end()) return found->second.first + value.to_string() + found->second.second;
    static const std::map<std::string, int> kSmall = {{"ms", -3}, {"us", -6}, {"ns", -9}};
    const auto small = kSmall.find(unit);
    return small == kSmall.end() ? "" : "PT" + value.shifted(small->second).to_string() + "S";
  }

  /// Words of bound before and behind; several may stand together, the nearest decides unless it only says "about".
  void hedge(Draft& draft) {
    draft.hedge_first = draft.first;
    draft.hedge_end = draft.end;
    Bound& bound = draft.quantity.bound;
    bound = Bound::exact;
    for (int times = 0; times < 3; ++times) {
      bool found = false;
      for (std::uint32_t back = std::min(6U, draft.hedge_first); back >= 1; --back) {  // the longest phrase
        const std::uint32_t at = draft.hedge_first - back;
        if (r_.at(at).type == LexemeType::gap) continue;
        std::uint32_t end = at;
        const Sense* sense = r_.sense(at, SenseKind::hedge_before, end);
        if (sense == nullptr || end != draft.hedge_first || risen(at)) continue;
        if (draft.kind == MentionKind::duration && scan_folded(word(at)) == "over") continue;  // "over five years" is during
        found = true;
        draft.hedge_first = at;
        if (bound == Bound::exact || bound == Bound::about) {
          bound = static_cast<Bound>(sense->value);
          draft.almost = sense->flag == 1;
        }
        break;
      }
      if (!found) break;
    }
    std::uint32_t end = 0, at = draft.end;
    const Sense* behind = r_.sense(at, SenseKind::hedge_after, end);
    if (behind == nullptr && draft.kind == MentionKind::number && r_.sense(at, SenseKind::counter, end) != nullptr) {
      at = end;  // 20人以上
      behind = r_.sense(at, SenseKind::hedge_after, end);
    }
    if (behind == nullptr && r_.is_mark(at, '-')) behind = r_.sense(at + 1, SenseKind::hedge_after, end);
    for (std::uint32_t inside = at; behind != nullptr && inside < end; ++inside) {  // "200 or more than 190"
      std::uint32_t to = 0;
      if (r_.sense(inside, SenseKind::hedge_before, to) != nullptr && to > end) return;
    }
    if (behind != nullptr && (r_.at(end).type == LexemeType::digits || (r_.has(end, SenseKind::number) && !r_.at(end).spaceless))) return;
    if (behind != nullptr && !(r_.is_mark(at, '+') && (r_.at(at).space_before || (r_.tight(end) && r_.at(end).type == LexemeType::digits)))) {
      bound = static_cast<Bound>(behind->value);
      draft.hedge_end = end;
    }
  }

  /// "go up to £5.99" is a rise, "hand over $5" a verb.
  bool risen(std::uint32_t at) const {
    if (at == 0) return false;
    const std::string before = scan_folded(word(at - 1));
    const std::string here = scan_folded(word(at));
    if (here == "over") return r_.lexicon().in_list("over_verbs", before);
    return here == "up" && (r_.lexicon().in_list("rise", before) || r_.lexicon().in_list("go", before));
  }
  std::string_view word(std::uint32_t i) const { return r_.text().substr(r_.at(i).begin, r_.at(i).end - r_.at(i).begin); }

  // ---- ranges -------------------------------------------------------------------------------

  std::optional<Draft> range(std::uint32_t i) {
    if (r_.lexicon().ranges.rules.empty()) return std::nullopt;
    std::vector<Simple> kept;
    r_.set_quantity_slot([&](SlotKind kind, std::uint32_t at) -> std::optional<Capture> {
      const auto one = simple(at);
      if (!one || one->number.vague) return std::nullopt;
      kept.push_back(*one);
      return Capture{kind, at, one->end, static_cast<std::int64_t>(kept.size()) - 1, 0};
    });
    PatternMatch match;
    match.rule = -1;
    if (r_.has(i, SenseKind::starts_range)) match = r_.match(r_.lexicon().ranges, i);
    if (match.rule < 0) {
      if (const auto first = simple(i); first && !first->number.vague) {
        kept.push_back(*first);
        const auto begun = static_cast<std::int64_t>(kept.size()) - 1;
        match = r_.match_continued(r_.lexicon().ranges, {SlotKind::a, i, first->end, begun, 0});
        if (match.rule < 0) match = r_.match_continued(r_.lexicon().ranges, {SlotKind::b, i, first->end, begun, 0});
      }
    }
    r_.set_quantity_slot(nullptr);
    if (match.rule < 0 || changes(i)) return std::nullopt;
    const Capture* a = find_capture(match.captures, SlotKind::a);
    const Capture* b = find_capture(match.captures, SlotKind::b);
    if (a == nullptr || b == nullptr) return std::nullopt;
    return joined(i, match.end, kept[static_cast<std::size_t>(a->value)], kept[static_cast<std::size_t>(b->value)]);
  }

  /// "grew from 12% to 15%" says two values, before and after, and no range.
  bool changes(std::uint32_t i) const {
    if (scan_folded(word(i)) != "from" && !(i > 0 && scan_folded(word(i - 1)) == "from")) return false;
    for (std::uint32_t back = 1; back <= 5 && back <= i; ++back) {
      const std::string before = scan_folded(word(i - back));
      if (r_.lexicon().in_list("rise", before) || r_.lexicon().in_list("fall", before) || r_.lexicon().in_list("cut", before)) return true;
      if (r_.is_mark(i - back, '.') || r_.at(i - back).type == LexemeType::gap) return false;
    }
    return false;
  }

  std::optional<Draft> joined(std::uint32_t i, std::uint32_t end, const Simple& a, const Simple& b) {
    const bool same = a.kind == b.kind && a.unit == b.unit;
    const bool bare_first = a.kind == MentionKind::number, bare_last = b.kind == MentionKind::number;
    if (!same && !bare_first && !(bare_last && a.kind == MentionKind::money)) return std::nullopt;
    const bool dashed = b.first > a.end && r_.is_mark(b.first - 1, '-');
    if (dashed && bare_first && bare_last && r_.at(a.end).space_before != r_.at(b.first).space_before) return std::nullopt;
    if (dashed && b.number.value.sign() < 0) return std::nullopt;
    Decimal low = a.number.value;
    const Decimal high = b.number.value;
    if (!a.number.scaled && b.number.scaled && low < high)  // "$5-6 million"
      low = low.shifted(b.number.scale_power != 0 ? b.number.scale_power : b.number.written_unit);
    if (!(low < high)) return std::nullopt;
    if (a.number.in_words && b.number.in_words && bare_first && bare_last && !a.number.scaled && high <= Decimal(1)) return std::nullopt;
    Draft draft;
    draft.first = draft.hedge_first = i;
    draft.end = draft.hedge_end = end;
    draft.kind = bare_first && bare_last ? MentionKind::range : bare_first ? b.kind : a.kind;
    draft.quantity.unit = bare_first ? b.unit : a.unit;
    draft.quantity.bound = Bound::range;
    draft.quantity.interval = Interval::between(low, high);
    draft.quantity.written_unit = b.number.written_unit;
    if (draft.kind == MentionKind::duration) {
      draft.text = iso_duration(high, draft.quantity.unit);
      const std::string from = iso_duration(low, draft.quantity.unit);
      if (draft.text.empty()) return std::nullopt;
      draft.text = from + "/" + draft.text;
    }
    return draft;
  }

  // ---- ages, scores, ordinals ---------------------------------------------------------------

  std::optional<Draft> age(std::uint32_t i) {
    PatternMatch match;
    match.rule = -1;
    constexpr std::uint64_t kNumbers = bit(SenseKind::starts_age) | bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::article) | bit(SenseKind::fraction) | bit(SenseKind::grain);
    if (r_.at(i).type == LexemeType::digits || (r_.at(i).mask & kNumbers) != 0) match = r_.match(r_.lexicon().ages, i);
    if (match.rule < 0) return apposed_age(i);
    const Capture* n = find_capture(match.captures, SlotKind::n);
    if (n == nullptr) return std::nullopt;
    const Number number = r_.kept_number(n->value);
    const Capture* grain = find_capture(match.captures, SlotKind::grain);
    const TimeGrain in = grain == nullptr ? TimeGrain::year : static_cast<TimeGrain>(grain->value);
    const char* unit = in >= TimeGrain::day ? ucum_of(in) : nullptr;  // nobody's age is told in hours
    if (unit == nullptr) return std::nullopt;
    return drafted(made(i, number, match.end, MentionKind::age, unit));
  }

  /// "Smith, 43, said": a name, a comma, a number of years, a comma or the end.
  std::optional<Draft> apposed_age(std::uint32_t i) {
    if (i < 2 || !r_.is_mark(i - 1, ',') || !r_.at(i).space_before || r_.lexicon().ages.rules.empty()) return std::nullopt;
    const Lexeme& name = r_.at(i - 2);
    if (name.type != LexemeType::word || !name.capital || r_.has(i - 2, SenseKind::month) || r_.has(i - 2, SenseKind::weekday)) return std::nullopt;
    const auto years = r_.digits_value(i, 2, 3);
    const bool closed = (r_.is_mark(i + 1, ',') && r_.at(i + 2).space_before && !r_.at(i + 2).capital && r_.at(i + 2).type == LexemeType::word) ||
                        (r_.is_mark(i + 1, '.') && r_.at(i + 2).space_before);
    if (!years || *years < 10 || *years > 119 || !closed) return std::nullopt;
    const auto number = r_.number(i);
    if (!number || number->end != i + 1) return std::nullopt;
    return drafted(made(i, *number, i + 1, MentionKind::age, "a"));
  }

  /// "3-1" where a word of winning or losing stands near.
  std::optional<Draft> score(std::uint32_t i) {
    const auto left = r_.digits_value(i, 1, 3), right = r_.digits_value(i + 2, 1, 3);
    if (!left || !right || (!r_.is_mark(i + 1, '-') && !r_.is_mark(i + 1, ':')) || !r_.tight(i + 1) || !r_.tight(i + 2)) return std::nullopt;
    if (r_.is_mark(i + 1, ':') && (*left > 9 || r_.at(i + 2).end - r_.at(i + 2).begin > 1)) return std::nullopt;
    if (r_.tight(i + 3) && (r_.is_mark(i + 3, '-') || r_.at(i + 3).type != LexemeType::mark)) return std::nullopt;
    if (i > 0 && r_.tight(i) && !r_.is_mark(i - 1, '(')) return std::nullopt;
    bool near = false;
    const std::uint32_t from = i > 8 ? i - 8 : 0;
    for (std::uint32_t at = from; at < i + 8 && !near; ++at) near = r_.has(at, SenseKind::score_word);
    if (!near) return std::nullopt;
    Draft draft;
    draft.kind = MentionKind::score;
    draft.first = draft.hedge_first = i;
    draft.end = draft.hedge_end = i + 3;
    draft.text = std::to_string(*left) + "-" + std::to_string(*right);
    return draft;
  }

  std::optional<Draft> ordinal(std::uint32_t i) {
    const auto number = read_ordinal(r_, i);
    if (!number) return std::nullopt;
    return drafted(made(i, *number, number->end, MentionKind::ordinal, ""));
  }

  Reader& r_;
};

}  // namespace

const char* ucum_of(TimeGrain grain) {
  switch (grain) {
    case TimeGrain::second: return "s";
    case TimeGrain::minute: return "min";
    case TimeGrain::hour: return "h";
    case TimeGrain::day: return "d";
    case TimeGrain::week: return "wk";
    case TimeGrain::month: return "mo";
    case TimeGrain::year: return "a";
    default: return nullptr;
  }
}

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
    case Bound::less_than:
      return {std::nullopt, value, false, true};
    default:
      return Interval::at_least(value);
  }
}

std::optional<Draft> read_quantity(Reader& reader, std::uint32_t i) { return QuantityReader(reader).run(i); }

}  // namespace crosscheck
