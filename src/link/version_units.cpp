// Marks are left out, words are stems, a value is one unit whatever its form: "1.5 mln dlrs" and "1,500,000 dlrs" are
// the same one. The hedge belongs to the value. A value that makes no claim stays words. Dates are units by their words,
// for "yesterday" is another day in each version; whether two of them meet is asked once they share a column.
#include "link/version_units.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

std::uint8_t kind_of(const Claim& claim) {
  if (claim.dated()) return 1;
  if (claim.kind == MentionKind::ordinal) return 2;
  if (claim.kind == MentionKind::duration) return 3;
  return 4;
}

std::uint64_t id_of(const Document& document, const Claim& claim) {
  if (claim.dated()) return hash64(folded(text_at(document, claim.place)));
  if (claim.kind == MentionKind::score) return hash64(claim.written);
  return hash64(value_text(claim.quantity));
}

std::uint64_t digits_of(const Claim& claim) {
  if (claim.dated() || !claim.quantity.value) return 0;
  std::string digits;
  for (const char c : value_text(claim.quantity)) {
    if (c >= (digits.empty() ? '1' : '0') && c <= '9') digits.push_back(c);
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return hash64(digits);
}

class Reader {
 public:
  Reader(const Document& document, const Article& article, const Lexicon& lexicon, WordFacts& facts)
      : document_(document), article_(article), facts_(facts), instead_(lexicon.list("read_instead")) {
    text_.article = &article;
    order_.resize(article.claims.size());
    for (std::uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t x, std::uint32_t y) {
      const Claim &a = article.claims[x], &b = article.claims[y];
      return std::pair(a.sentence, a.qualified.begin) < std::pair(b.sentence, b.qualified.begin);
    });
  }

  VersionText run() {
    VersionText::Word word;
    for (std::uint32_t s = 0; s < article_.sentences.size(); ++s) {
      const Sentence& sentence = article_.sentences[s];
      word.sentence = s;
      ++word.part;
      word.title = sentence.field == Field::title || (s == 0 && sentence.kind == SentenceKind::heading);
      for (word.token = sentence.first_token; word.token < sentence.end_token;) {
        const PackedTokens::View token = article_.packed_tokens[word.token];
        const Claim* claim = claim_at(s, token);
        if (claim != nullptr) {
          add_value(*claim, word);
          do ++word.token;
          while (word.token < sentence.end_token &&
                 article_.packed_tokens[word.token].span.begin < claim->qualified.end);
        } else {
          if (token.kind != TokenKind::mark) add_words(token, word);
          word.part += ellipsis_at(word.token, sentence.first_token);
          ++word.token;
        }
      }
    }
    return std::move(text_);
  }

 private:
  /// The second point of "...": what follows may stand anywhere else.
  bool ellipsis_at(std::uint32_t token, std::uint32_t first) const {
    const auto point = [&](std::uint32_t at) { return article_.packed_tokens[at].folded == "."; };
    return token > first && point(token) && point(token - 1);
  }

  const Claim* claim_at(std::uint32_t sentence, const PackedTokens::View& token) {
    const auto passed = [&](const Claim& claim) {
      return claim.sentence < sentence || (claim.sentence == sentence && claim.qualified.end <= token.span.begin);
    };
    while (next_ < order_.size() && passed(article_.claims[order_[next_]])) ++next_;
    if (next_ == order_.size()) return nullptr;
    const Claim& claim = article_.claims[order_[next_]];
    if (claim.sentence != sentence || claim.qualified.begin >= token.span.end) return nullptr;
    const std::string words = folded(text_at(document_, {claim.place.field, claim.qualified}));
    const bool timed = claim.kind == MentionKind::duration || claim.kind == MentionKind::set;
    const bool rate = timed && facts_(words.substr(0, words.find_first_of(" \n"))).stop;  // "five million a day"
    return rate ? nullptr : &claim;
  }

  void add_value(const Claim& claim, VersionText::Word word) {
    word.claim = order_[next_];
    word.number = true;
    text_.units.push_back({id_of(document_, claim), true, kind_of(claim), digits_of(claim)});
    text_.words.push_back(word);
    before_ = {};
  }

  /// "Year-ago" is two words.
  void add_words(const PackedTokens::View& token, VersionText::Word word) {
    word.number = token.kind == TokenKind::number;
    for (std::size_t begin = 0, end = 0; begin < token.folded.size(); begin = end + 1) {
      end = std::min(token.folded.find('-', begin), token.folded.size());
      const std::string_view part = token.folded.substr(begin, end - begin);
      if (part.empty()) continue;
      const WordFact fact = part.size() == token.folded.size() ? facts_(part, token.hash) : facts_(part);
      text_.snapshot = text_.snapshot || (word.title && fact.snapshot);
      word.session = fact.session;
      word.plain = fact.stop || fact.label;
      text_.units.push_back({fact.stem, false, 0, 0});
      text_.words.push_back(word);
      if (!before_.empty() && text_.instead_from == VersionText::kNone &&
          instead_.count(std::string(before_) + " " + std::string(part)) > 0)
        text_.instead_from = static_cast<std::uint32_t>(text_.units.size());
      before_ = fact.opens_instead ? part : std::string_view();
    }
  }

  const Document& document_;
  const Article& article_;
  WordFacts& facts_;
  const std::unordered_set<std::string>& instead_;
  std::vector<std::uint32_t> order_;
  std::size_t next_ = 0;
  std::string_view before_;  ///< "please": what "read" may stand behind
  VersionText text_;
};

/// "up to 30" and "up to 300" can both be true, but not at one place of one text.
bool hedged_apart(const Quantity& a, const Quantity& b) {
  constexpr double kNear = 0.05;
  if (a.bound != b.bound || a.unit != b.unit || !a.value || !b.value || a.bound == Bound::exact) return false;
  const double x = a.value->to_double(), y = b.value->to_double();
  return std::abs(x - y) > kNear * std::max(std::abs(x), std::abs(y));
}

/// "short ton" and "metric ton": the words of two values hold a pair that cannot both be right.
bool units_opposed(const VersionText& a, std::uint32_t i, const VersionText& b, std::uint32_t j,
                   const Lexicon& lexicon) {
  const Claim &x = *a.claim(i), &y = *b.claim(j);
  const PackedTokens &left = a.article->packed_tokens, &right = b.article->packed_tokens;
  for (std::uint32_t s = a.words[i].token; left[s].span.begin < x.qualified.end;) {
    for (std::uint32_t t = b.words[j].token; right[t].span.begin < y.qualified.end;) {
      const std::string u(left[s].folded), v(right[t].folded);
      if (lexicon.in_list("opposed_units", u + " " + v) || lexicon.in_list("opposed_units", v + " " + u)) return true;
      if (++t == b.article->sentences[y.sentence].end_token) break;
    }
    if (++s == a.article->sentences[x.sentence].end_token) break;
  }
  return false;
}

/// "vs 1.29 billion" and "vs 1,289,635,000 dlrs": what the one text leaves out the other has.
bool bare_beside_unit(const Claim& x, const Claim& y) {
  return x.kind == MentionKind::number && !y.dated() && x.quantity.unit.empty() && !y.quantity.unit.empty();
}
Quantity with_unit_of(const Claim& x, const Claim& y) {
  Quantity quantity = x.quantity;
  quantity.unit = y.quantity.unit;
  return quantity;
}

Fit fit_of(const VersionText& a, std::uint32_t i, const VersionText& b, std::uint32_t j, const Rulebook& rulebook,
           const Lexicon& lexicon) {
  const Claim *x = a.claim(i), *y = b.claim(j);
  if (a.units[i].id == b.units[j].id && a.units[i].value == b.units[j].value) {
    if (x == nullptr || x->dated() || x->quantity.unit.empty() || y->quantity.unit.empty() ||
        x->quantity.unit == y->quantity.unit)
      return Fit::same;
    const Meeting meeting = quantities_meet(rulebook, x->quantity, y->quantity);  // tons may be tonnes
    return meeting == Meeting::apart || meeting == Meeting::unknown || units_opposed(a, i, b, j, lexicon) ? Fit::apart
                                                                                                          : Fit::meet;
  }
  if (x == nullptr || y == nullptr || x->dated() != y->dated())
    return a.words[i].number && b.words[j].number ? Fit::apart : Fit::other;
  if (!x->dated() && hedged_apart(x->quantity, y->quantity)) return Fit::apart;
  const Meeting meeting = bare_beside_unit(*x, *y)   ? quantities_meet(rulebook, with_unit_of(*x, *y), y->quantity)
                          : bare_beside_unit(*y, *x) ? quantities_meet(rulebook, x->quantity, with_unit_of(*y, *x))
                                                     : values_meet(rulebook, *x, *y);
  return meeting == Meeting::same || meeting == Meeting::compatible ? Fit::meet : Fit::apart;
}

}  // namespace

VersionText version_text(const Document& document, const Article& article, const Lexicon& lexicon, WordFacts& facts) {
  return Reader(document, article, lexicon, facts).run();
}

VersionText part_of(const VersionText& text, std::size_t begin, std::size_t end) {
  VersionText part;
  part.article = text.article;
  part.units.assign(text.units.begin() + static_cast<std::ptrdiff_t>(begin),
                    text.units.begin() + static_cast<std::ptrdiff_t>(end));
  part.words.assign(text.words.begin() + static_cast<std::ptrdiff_t>(begin),
                    text.words.begin() + static_cast<std::ptrdiff_t>(end));
  return part;
}

Laid lay(const VersionText& a, const VersionText& b, const Rulebook& rulebook, const Lexicon& lexicon) {
  Laid laid{a, b, align(a.units, b.units), {}};
  for (const Column& column : laid.columns) {
    const bool lone = column.a == Column::kNone || column.b == Column::kNone;
    laid.fits.push_back(lone ? Fit::lone : fit_of(a, column.a, b, column.b, rulebook, lexicon));
  }
  return laid;
}

}  // namespace crosscheck
