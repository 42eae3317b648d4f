// In "Deputy Jerry Ortiz of the Narvik-based Halden Grid" the words Deputy, Jerry, Ortiz, Halden and Grid may stand in
// names; "Narvik-based" is an adjective, and a word that belongs to a date or an amount is none either. A word's letters
// are asked for again in the document's bytes only where capitals decide: "US" is a country, "us" is not.
// It knows single words; what a run of them is, name_runs.cpp says.
#include "recognize/name_words.h"

#include <algorithm>

#include "base/names.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

/// No word of a script without capitals is.
bool written_small(std::string_view written) {
  return is_lower(decode(written, 0).code) && to_lower(written) == written;
}

}  // namespace

bool NameWords::in_without_dot(const List& list, std::uint32_t at) const {
  const std::string& own = word(at);
  return own.ends_with('.') ? list.count(own.substr(0, own.size() - 1)) > 0 : in(list, at);
}

NameWords::NameWords(const Document& document, const Lexicon& lex, const std::vector<bool>& taken_tokens,
                     const Article& text)
    : breakers(lex.indexed("name_breakers")),
      titles(lex.indexed("titles")),
      title_nouns(lex.indexed("title_nouns")),
      title_modifiers(lex.indexed("title_modifiers")),
      role_nouns(lex.indexed("role_nouns")),
      links(lex.indexed("name_links")),
      of(lex.indexed("institution_links")),
      behind_institution(lex.indexed("behind_institutions")),
      joins(lex.indexed("institution_joins")),
      possessives(lex.indexed("possessive_marks")),
      capital_nouns(lex.indexed("capital_nouns")),
      articles(lex.indexed("articles")),
      heads(lex.indexed("organization_heads")),
      organization_words(lex.indexed("organization_words")),
      legal(lex.indexed("legal_suffixes")),
      suffixes(lex.indexed("name_suffixes")),
      given(lex.indexed("given_names")),
      demonyms(lex.indexed("demonyms")),
      places(lex.indexed("places")),
      place_heads(lex.indexed("place_heads")),
      place_openers(lex.indexed("place_openers")),
      common(lex.indexed("common_words")),
      stop(lex.indexed("stop_words")),
      starters(lex.indexed("sentence_starters")),
      lexicon(lex),
      taken(taken_tokens),
      article(text),
      document_(document),
      prefixes_(lex.indexed("name_prefixes")),
      adjective_ends_(lex.indexed("compound_adjective_ends")) {
  lists_.reserve(article.tokens.size());
  for (const Token& token : article.tokens) lists_.push_back(&lexicon.lists_of(token.folded));
  plain_ = {&stop,
            &starters,
            &role_nouns,
            &lex.indexed("common_starters"),
            &lex.indexed("worker_nouns"),
            &lex.indexed("deal_nouns")};
}

bool NameWords::compound_adjective(const std::string& word) const {
  const std::size_t hyphen = word.rfind('-');
  return hyphen != std::string::npos && adjective_ends_.count(word.substr(hyphen + 1)) > 0;
}

bool NameWords::name_part(std::uint32_t at) const {
  const Token& token = article.tokens[at];
  if (token.kind != TokenKind::word || taken[at]) return false;
  if (!token.capital) {
    const std::size_t hyphen = token.folded.find('-');  // "al-Gaddafi"
    return hyphen != std::string::npos && prefixes_.count(token.folded.substr(0, hyphen)) > 0;
  }
  if (compound_adjective(token.folded) || label(at)) return false;  // "Narvik-based"
  const bool title = !token.shouted && in_without_dot(titles, at);  // "Sec.", but not "SEC"
  return !title && !in(breakers, at) && lexicon.weekdays.count(token.folded) == 0 &&
         (token.folded.size() < 4 || lexicon.months.count(token.folded) == 0);
}

bool NameWords::label(std::uint32_t at) const {
  std::size_t next = at + 1;
  if (next < article.tokens.size() && article.tokens[next].kind == TokenKind::number) ++next;
  if (next >= article.tokens.size()) return false;
  const std::string& mark = article.tokens[next].folded;
  return (mark == "-" || mark == ")" || mark == ":") && lexicon.tables.headline_marks.contains(word(at));
}

bool NameWords::plain(std::uint32_t at) const {
  return std::any_of(plain_.begin(), plain_.end(), [&](const List* list) { return in(*list, at); });
}

bool NameWords::weak(std::uint32_t at) const {
  return in(heads, at) || in(common, at) || in(title_modifiers, at) || in(place_heads, at) || plain(at);
}

std::string_view NameWords::surface(std::uint32_t at) const {
  const auto sentence = std::upper_bound(article.sentences.begin(), article.sentences.end(), at,
                                         [](std::uint32_t index, const Sentence& s) { return index < s.end_token; });
  return text_at(document_,
                 {sentence == article.sentences.end() ? Field::text : sentence->field, article.tokens[at].span});
}

bool NameWords::all_capitals(std::uint32_t at) const {
  const std::string_view written = surface(at);
  int letters = 0;
  for (std::size_t i = 0; i < written.size();) {
    const Decoded decoded = decode(written, i);
    if (is_lower(decoded.code)) return false;
    letters += is_upper(decoded.code) ? 1 : 0;
    i += decoded.length;
  }
  return letters >= 2;
}

std::string NameWords::text(std::uint32_t first, std::uint32_t end) const {
  std::string joined;
  if (first < end) joined.reserve(token(end - 1).span.end - token(first).span.begin);
  for (std::uint32_t at = first; at < end; ++at) {
    if (at > first && token(at).space_before) joined.push_back(' ');
    joined += word(at);
  }
  return joined;
}

NameWords::Found NameWords::known_at(std::uint32_t at, std::uint32_t end, bool loud) const {
  const Token& first = token(at);
  if (first.kind == TokenKind::mark || taken[at] || lexicon.gazetteer.longest_from(first.folded, false) == 0) return {};
  const bool small = !first.capital && !first.shouted && written_small(surface(at));
  const std::size_t longest = lexicon.gazetteer.longest_from(first.folded, small);
  Found best;
  std::string joined;
  for (std::uint32_t last = at; last < std::min<std::size_t>(at + longest, end) && !taken[last]; ++last) {
    if (last > at && token(last).space_before) joined.push_back(' ');
    joined += word(last);
    if (token(last).kind == TokenKind::mark) continue;
    if (const KnownName* name = lexicon.gazetteer.find(name_key(joined), !loud && first.shouted, small))
      best = {last + 1, name};
  }
  return best;
}

}  // namespace crosscheck
