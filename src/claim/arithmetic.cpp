// An arithmetic rule is a pattern over a figure's view that captures the other figures:
//   " revenue rose V to M1 from M2 . " → growth, value V, after M1, before M2
// Only places are kept; the numbers are the claims', so `check` compares what the reader sees. A figure that is part
// of a pair ("4.10/4.15") says neither of the two, and makes no reading.
#include "claim/arithmetic.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

/// Which way the figures go: false up, true down; nothing when the words say both ("rose 17 pct, while costs fell to").
std::optional<bool> falling(const Lexicon& lexicon, const View& view, Span matched) {
  bool up = false, down = false;
  for (const std::string_view item : items_of(cut(std::string_view(view.text()), matched))) {
    const std::string word(item);
    down |= lexicon.in_list("downward", word);
    up |= lexicon.in_list("upward", word);
  }
  return up && down ? std::nullopt : std::optional(down);
}

bool is_figure(MentionKind kind) {
  static constexpr std::array kFigures = {MentionKind::money, MentionKind::percent, MentionKind::number,
                                          MentionKind::measure, MentionKind::temperature};
  return std::find(kFigures.begin(), kFigures.end(), kind) != kFigures.end();
}

/// Shares and growth are percents, sums and products are not; any figure may have risen.
bool takes(const std::string& formula, MentionKind kind) {
  if (formula == "duration") return kind == MentionKind::duration;
  if (!is_figure(kind)) return false;
  const bool percent = kind == MentionKind::percent;
  if (formula == "growth" || formula == "share" || formula == "change") return percent;
  return formula == "direction" || !percent;
}

std::string word_after(const std::string& view, Span figure) {
  const std::size_t end = view.find(' ', figure.end);
  return end == std::string::npos ? "" : view.substr(figure.end, end - figure.end);
}

/// "4.10/4.15" is a pair; "two mln" lacks the scale that stands behind it; 1985 is a year, in whatever place.
bool unfit(const Lexicon& lexicon, const std::string& view, Span figure, const Mention& mention) {
  const std::string next = word_after(view, figure);
  if (next == "/" || (figure.begin >= 2 && view.compare(figure.begin - 2, 2, "/ ") == 0)) return true;
  if (lexicon.in_list("scale_words", next)) return true;
  const Quantity& quantity = mention.quantity;
  const bool four = mention.kind == MentionKind::number && mention.span.end - mention.span.begin == 4;
  return four && quantity.value && quantity.value->is_integer() && *quantity.value >= Decimal(1900) &&
         *quantity.value < Decimal(2100);
}

/// "net loss of V", "V loss": -1. Looked for in the few plain words before the figure, and right behind it.
int sign_of(const Lexicon& lexicon, const std::string& view, Span figure) {
  constexpr std::size_t kNear = 3;
  const auto sign = [&](const std::string& word) {
    return lexicon.in_list("loss_words", word) ? -1 : lexicon.in_list("profit_words", word) ? 1 : 0;
  };
  const auto items = items_of(std::string_view(view).substr(0, figure.begin));
  for (std::size_t back = 1; back <= std::min(kNear, items.size()); ++back) {
    const std::string word(items[items.size() - back]);
    if (const int found = sign(word); found != 0) return found;
    if (word.front() < 'a' || word.front() > 'z') break;
  }
  return sign(word_after(view, figure));
}

/// With the words of its clause before it: "reducing the merit raise pool to V from P" is matched from "raise" on.
Span with_lead(const Lexicon& lexicon, const std::string& view, Span matched) {
  constexpr int kWords = 8;
  for (int back = 0; back < kWords && matched.begin > 0; ++back) {  // it begins with the blank before its first word
    const std::size_t begin = view.rfind(' ', matched.begin - 1);
    if (begin == std::string::npos) break;
    const std::string word = view.substr(begin + 1, matched.begin - begin - 1);
    const char first = word.empty() ? ' ' : word.front();
    if ((first < 'a' || first > 'z') && first != 'D' && first != 'E' && first != '\'') break;
    if (lexicon.in_list("clause_words", word)) break;
    matched.begin = static_cast<std::uint32_t>(begin);
  }
  return matched;
}

bool says_any(std::string_view text, const std::vector<std::string>& words) {
  if (words.empty()) return false;
  const auto items = items_of(text);
  return std::any_of(items.begin(), items.end(),
                     [&](std::string_view item) { return std::find(words.begin(), words.end(), item) != words.end(); });
}

bool barred(const ArithmeticRule& rule, const View& view, Span matched) {
  const std::string_view text = view.text();
  return says_any(cut(text, matched), rule.unless) || says_any(text, rule.unless_said);
}

std::optional<ArithmeticReading> reading_of(const ArithmeticRule& rule, const Captured& captured,
                                            const Lexicon& lexicon, const Article& article, const View& view,
                                            std::uint32_t focus) {
  const Mention& value = article.mentions[focus];
  ArithmeticReading reading;
  reading.rule = rule.id;
  reading.formula = rule.formula;
  const auto down = falling(lexicon, view, with_lead(lexicon, view.text(), captured.whole));
  const bool compares = rule.formula == "growth" || rule.formula == "change" || rule.formula == "difference" ||
                        rule.formula == "direction";
  if (compares && !down) return std::nullopt;
  reading.falling = down.value_or(false);
  reading.document = article.document;
  reading.sentence = value.sentence;
  const auto put = [&](const std::string& name, const Mention& mention, Span at) {
    reading.figures[name] = {mention.field, mention.span};
    if (const int sign = sign_of(lexicon, view.text(), at); sign != 0) reading.signs[name] = sign;
    const std::string next = word_after(view.text(), at);
    const bool is_change = rule.formula == "direction" &&  // "down from a 10.2 pct rise"
                           (lexicon.in_list("upward", next) || lexicon.in_list("downward", next)) && next != "up" &&
                           next != "down";
    return !is_change && !unfit(lexicon, view.text(), at, mention);
  };
  if (!put("value", value, {view.focus().begin, view.focus().end + 1})) return std::nullopt;
  for (const auto& [name, span] : captured.roles) {
    const std::uint32_t mention = view.mention_in(span);
    if (mention == View::kNone) {
      reading.noun = view.words_in(span);
    } else if (!put(name, article.mentions[mention], span)) {
      return std::nullopt;
    }
  }
  return reading;
}

}  // namespace

std::vector<RuleCandidate> rule_candidates(const ArithmeticRules& rules, const Pattern::Words& words) {
  std::vector<RuleCandidate> found;
  const PatternSieve::Sifted sifted = rules.sieve.sift(words);
  std::size_t place = 0;
  for (const ArithmeticRule& rule : rules.rules) {
    RuleCandidate candidate{&rule, {}};
    for (const Pattern& pattern : rule.patterns) {
      if (sifted.may_match(place++)) candidate.patterns.push_back(&pattern);
    }
    if (!candidate.patterns.empty()) found.push_back(std::move(candidate));
  }
  return found;
}

std::vector<ArithmeticReading> read_arithmetic(const std::vector<RuleCandidate>& rules, const Lexicon& lexicon,
                                               const Article& article, const View& view, std::uint32_t focus) {
  std::vector<ArithmeticReading> readings;
  Captured captured;
  for (const auto& [rule, patterns] : rules) {
    if (!takes(rule->formula, article.mentions[focus].kind)) continue;
    for (const Pattern* pattern : patterns) {
      if (!pattern->may_match(view.words()) || !pattern->find(view.text(), captured)) continue;
      if (barred(*rule, view, captured.whole)) break;
      if (auto reading = reading_of(*rule, captured, lexicon, article, view, focus))
        readings.push_back(std::move(*reading));
      break;
    }
  }
  return readings;
}

}  // namespace crosscheck
