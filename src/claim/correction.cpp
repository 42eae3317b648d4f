// A rule is a pattern over the view of one value, usually the right one:
//   " corrects year ago comparison to V from M1 . " → right V, wrong M1
// Where only words differ ("V a month , not a day"), the value is the one they belong to. Places are kept; whether the two
// can be values of one fact is for `check` to ask.
#include "claim/correction.h"

namespace crosscheck {

std::optional<CorrectionNote> read_correction(const std::vector<RuleCandidate>& rules, const Article& article,
                                              const View& view, std::uint32_t focus) {
  Captured captured;
  for (const auto& [rule, patterns] : rules) {
    for (const Pattern* pattern : patterns) {
      if (!pattern->may_match(view.words()) || !pattern->find(view.text(), captured)) continue;
      const Mention& value = article.mentions[focus];
      CorrectionNote note{rule->id, rule->formula, {value.field, value.span}, {}, "", "", article.document};
      for (const auto& [name, span] : captured.roles) {
        const std::uint32_t mention = view.mention_in(span);
        if (name == "right_word") note.right_word = view.words_in(span);
        if (name == "wrong_word") note.wrong_word = view.words_in(span);
        if (name == "wrong" && mention != View::kNone)
          note.wrong = Place{article.mentions[mention].field, article.mentions[mention].span};
      }
      return note;
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
