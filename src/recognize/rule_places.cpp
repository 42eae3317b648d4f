// Where a rule speaks: the places at which it is the best of its set. In "he left two weeks ago" the rule `ago` has
// the last three words, and `duration` none, for it ends sooner. `crosscheck rules test` holds examples against it.
// It does not say what became of the place: a longer quantity or a look-alike may have taken it.
#include "recognize/reader.h"
#include "recognize/recognize.h"

namespace crosscheck {
namespace {

class RulePlaces {
 public:
  RulePlaces(Reader& reader, const PatternSet& set, std::int32_t rule) : r_(reader), set_(set), rule_(rule) {}

  /// The lexeme behind the rule's match at i; 0 when it is not the best there.
  std::uint32_t end_at(std::uint32_t i) {
    r_.forget();
    if (&set_ == &r_.lexicon().times) {
      const auto time = r_.time(i);
      return time && time->rule == rule_ ? time->end : 0;
    }
    PatternMatch best = r_.match(set_, i);
    if (&set_ == &r_.lexicon().numbers && !set_.continued.empty()) go_on(i, best);
    return best.rule == rule_ ? best.end : 0;
  }

  std::optional<Decimal> value_at(std::uint32_t i) {
    const auto number = &set_ == &r_.lexicon().numbers ? r_.number(i) : std::nullopt;
    return number ? std::optional(number->value) : std::nullopt;
  }

 private:
  /// Number rules that begin with a number.
  void go_on(std::uint32_t i, PatternMatch& best) {
    const auto number = r_.cardinal(i);
    if (!number) return;
    for (const SlotKind slot : {SlotKind::a, SlotKind::b, SlotKind::c}) {
      PatternMatch match = r_.match_continued(set_, {slot, i, number->end, r_.keep(*number), 0});
      if (match.rule >= 0 && match.end > best.end) best = std::move(match);
    }
  }

  Reader& r_;
  const PatternSet& set_;
  std::int32_t rule_;
};

}  // namespace

std::vector<RulePlace> rule_places(std::string_view text, const Lexicon& lexicon, const PatternSet& set,
                                   std::int32_t rule) {
  std::vector<Lexeme> lexemes;
  lex(text, 0, static_cast<std::uint32_t>(text.size()), lexicon, lexemes);
  const Habits habits(text);
  Reader reader(text, lexicon, lexemes, habits);
  RulePlaces places(reader, set, rule);
  std::vector<RulePlace> found;
  for (std::uint32_t i = 0; i + 1 < lexemes.size(); ++i) {
    const std::uint32_t end = places.end_at(i);
    if (end > i) found.push_back({{lexemes[i].begin, lexemes[end - 1].end}, places.value_at(i)});
  }
  return found;
}

}  // namespace crosscheck
