// An arithmetic rule is a pattern over the percent's view that captures the other figures:
//   " revenue rose V to M1 from M2 . " → growth, value V, after M1, before M2
// Only places are kept; the numbers are the claims', so `check` compares what the reader sees.
#include "claim/arithmetic.h"

namespace crosscheck {
namespace {

bool falling(const Lexicon& lexicon, const View& view, Span matched) {
  const std::string_view text = cut(std::string_view(view.text()), matched);
  std::string word;
  for (const char c : text) {
    if (c != ' ') {
      word.push_back(c);
      continue;
    }
    if (lexicon.in_list("fall", word)) return true;
    if (lexicon.in_list("rise", word)) return false;
    word.clear();
  }
  return false;
}

}  // namespace

std::optional<ArithmeticReading> read_arithmetic(const std::vector<ArithmeticRule>& rules, const Lexicon& lexicon,
                                                 const Article& article, const View& view, std::uint32_t focus,
                                                 const Pattern::Words& words) {
  Captured captured;
  const bool percent_in_focus = article.mentions[focus].kind == MentionKind::percent;
  for (const ArithmeticRule& rule : rules) {
    if ((rule.formula == "sum") == percent_in_focus) continue;  // shares and growth are percents, sums are not
    for (const Pattern& pattern : rule.patterns) {
      if (!pattern.may_match(words) || !pattern.find(view.text(), captured)) continue;
      const Mention& value = article.mentions[focus];
      ArithmeticReading reading{rule.id,          rule.formula,  {}, "", falling(lexicon, view, captured.whole),
                                article.document, value.sentence};
      reading.figures["value"] = {value.field, value.span};
      for (const auto& [name, span] : captured.roles) {
        const std::uint32_t mention = view.mention_in(span);
        if (mention == View::kNone) {
          reading.noun = view.words_in(span);
        } else {
          reading.figures[name] = {article.mentions[mention].field, article.mentions[mention].span};
        }
      }
      return reading;
    }
  }
  return std::nullopt;
}

}  // namespace crosscheck
