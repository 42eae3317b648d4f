// A count, a place in an order, a time of day, a date that hangs on another: all can be told otherwise elsewhere.
//   "One man was killed in the third blast, at 3 p.m. the next day" → one, third, 3 p.m., the next day
// "Recently" and "for years" cannot, nor can a "one" that counts nothing: "one of them", "one day", "no one". Whether a
// noun follows is told by lists of what is none; a participle behind the pronoun ("one wearing a hood") passes for one.
#include "claim/worth.h"

namespace crosscheck {
namespace {

bool spelled(const Article& article, const Mention& mention) {
  return mention.kind == MentionKind::number && mention.quantity.value &&
         article.tokens[mention.first_token].kind != TokenKind::number;
}

bool in_any(const Lexicon& lexicon, std::initializer_list<const char*> lists, const std::string& word) {
  for (const char* list : lists) {
    if (lexicon.in_list(list, word)) return true;
  }
  return false;
}

/// "killed one person": a noun follows, and nothing before it makes a pronoun or a name of it.
bool counts_one(const Article& article, const Lexicon& lexicon, const Mention& mention) {
  const Sentence& sentence = article.sentences[mention.sentence];
  std::uint32_t next = mention.end_token;
  if (next < sentence.end_token && lexicon.in_list("one_more", article.tokens[next].folded)) ++next;
  if (next >= sentence.end_token || article.tokens[next].kind != TokenKind::word) return false;
  if (in_any(lexicon, {"one_uncounted", "stop_words", "be", "have", "modal", "say"}, article.tokens[next].folded))
    return false;
  if (mention.first_token == sentence.first_token) return true;
  if (article.tokens[mention.first_token].capital) return false;  // "Formula One drivers"
  return !lexicon.in_list("before_uncounted_one", article.tokens[mention.first_token - 1].folded);
}

/// "117th Street" is where, not which.
bool in_address(const Article& article, const Lexicon& lexicon, const Mention& mention) {
  const bool last = mention.end_token >= article.sentences[mention.sentence].end_token;
  return !last && lexicon.in_list("street_words", article.tokens[mention.end_token].folded);
}

bool tells_time(const Mention& mention) {
  if (mention.time.known() || mention.word) return true;
  if (mention.kind == MentionKind::time && !mention.edtf.empty()) return true;  // "at 3 p.m.", of whichever day
  return !mention.cue.empty() && mention.cue.rfind("event:", 0) != 0 && mention.cue.rfind("recent", 0) != 0;
}

}  // namespace

bool makes_claim(const Article& article, const Lexicon& lexicon, const Mention& mention) {
  switch (mention.kind) {
    case MentionKind::entity:
      return false;
    case MentionKind::date:
    case MentionKind::time:
      return tells_time(mention);
    case MentionKind::ordinal:
      return !in_address(article, lexicon, mention);
    case MentionKind::duration:
      return mention.quantity.value || mention.quantity.interval.low;  // not "for years"
    default:
      break;
  }
  if (!spelled(article, mention)) return true;
  if (mention.quantity.value->is_zero()) return false;  // "nobody said why"
  const bool one = *mention.quantity.value == Decimal(1) && mention.end_token - mention.first_token == 1;
  return !one || counts_one(article, lexicon, mention);  // "at least one" counts whatever follows
}

}  // namespace crosscheck
