// One walk over each sentence: at every token that could begin one, a date is tried first, then a quantity;
// what they take is out of reach for names, which are read last over the whole document. So in "$38 billion
// deal of November 2025 with Halden Grid" the money, the month with its year, and the name are three
// mentions that never overlap. Footnote marks "[12]", list numbers and numbers inside names are left alone.
#include "recognize/recognize.h"

#include <algorithm>

#include "base/unicode.h"
#include "recognize/cursor.h"
#include "recognize/date.h"
#include "recognize/entity.h"
#include "recognize/quantity.h"

namespace crosscheck {
namespace {

/// "[12]" behind a word: a footnote, not a claim.
bool footnote(const Cursor& cursor, std::uint32_t at) {
  return cursor.is_number(at) && cursor.is(at - 1, "[") && (cursor.is(at + 1, "]") || cursor.is(at + 1, ","));
}

/// "3." or "3)" that opens a sentence numbers a list.
bool list_number(const Cursor& cursor, std::uint32_t at) {
  return at == cursor.begin() && cursor.is_number(at) && (cursor.is(at + 1, ".") || cursor.is(at + 1, ")")) &&
         cursor.inside(at + 2);
}

/// "Boeing 737", "Windows 11 Pro": a plain number right behind a name, with no unit and no counted noun.
bool inside_name(const Cursor& cursor, std::uint32_t at, const Mention& mention) {
  if (mention.kind != MentionKind::number || !cursor.is_number(at) || mention.end_token != at + 1 ||
      at == cursor.begin())
    return false;
  const Token& before = cursor.at(at - 1);
  if (before.kind != TokenKind::word || !before.capital || !cursor.at(at).space_before) return false;
  if (at - 1 == cursor.begin() && !before.shouted && cursor.is_word(at + 1) && !cursor.at(at + 1).capital) return false;
  if (cursor.listed(at - 1, "stop_words") || cursor.listed(at - 1, "sentence_starters")) return false;
  const bool counted = cursor.is_word(at + 1) && !cursor.at(at + 1).capital && cursor.word(at + 1).size() > 3 &&
                       cursor.word(at + 1).back() == 's';
  return !counted;
}

bool could_begin(const Cursor& cursor, std::uint32_t at) {
  const Token& token = cursor.at(at);
  if (token.kind == TokenKind::number) return true;
  const Lexicon& lexicon = cursor.lexicon();
  if (token.kind == TokenKind::mark) return lexicon.currency_symbols.count(token.folded) > 0;
  return lexicon.starters.count(token.folded) > 0 || token.shouted || token.folded.find('-') != std::string::npos ||
         (token.capital && (lexicon.months.count(token.folded) > 0 || lexicon.weekdays.count(token.folded) > 0 ||
                            token.folded.size() == 2 || token.folded.back() == '.'));
}

void take(std::vector<bool>& taken, const Mention& mention) {
  for (std::uint32_t at = mention.first_token; at < mention.end_token; ++at) taken[at] = true;
}

void read_sentence(const Lexicon& lexicon, Article& article, std::uint32_t index, std::vector<bool>& taken) {
  const Sentence& sentence = article.sentences[index];
  const Cursor cursor(article, sentence, lexicon);
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (!could_begin(cursor, at) || footnote(cursor, at) || list_number(cursor, at)) continue;
    auto mention = read_date(cursor, at);
    if (!mention) mention = read_quantity(cursor, at);
    if (!mention || inside_name(cursor, at, *mention)) continue;
    mention->field = sentence.field;
    mention->sentence = index;
    if (mention->kind == MentionKind::duration && mention->quantity.value && mention->quantity.unit.size() <= 2) {
      std::string unit = mention->quantity.unit;
      for (char& c : unit) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
      const bool clock = unit == "S" || unit == "H" || unit == "MIN";
      mention->edtf = std::string(clock ? "PT" : "P") + mention->quantity.value->to_string() +
                      (unit == "A"    ? "Y"
                       : unit == "WK" ? "W"
                       : unit == "MO" ? "M"
                                      : unit);
    }
    take(taken, *mention);
    at = mention->end_token - 1;
    article.mentions.push_back(std::move(*mention));
  }
}

/// A name that the text wraps is still one name.
std::string on_one_line(std::string_view surface) {
  std::string line;
  for (std::size_t i = 0; i < surface.size();) {
    const Decoded decoded = decode(surface, i);
    if (!is_space(decoded.code))
      line.append(surface.substr(i, decoded.length));
    else if (!line.empty() && line.back() != ' ')
      line.push_back(' ');
    i += decoded.length;
  }
  return line;
}

/// An entity is called by its longest form in running text; a headline's form only when there is no other.
void name_entities(const Document& document, Article& article, const std::vector<Mention>& names) {
  for (const bool headline : {false, true}) {
    for (const Mention& mention : names) {
      const SentenceKind kind = article.sentences[mention.sentence].kind;
      if ((kind == SentenceKind::heading || kind == SentenceKind::dateline) != headline) continue;
      std::string& name = article.entities[mention.entity].name;
      const std::string surface = on_one_line(text_at(document, {mention.field, mention.span}));
      const bool longer = surface.size() != name.size() ? surface.size() > name.size() : surface < name;
      if (headline ? name.empty() : longer) name = surface;
    }
  }
}

}  // namespace

void recognize(const Document& document, const Lexicon& lexicon, Article& article) {
  std::vector<bool> taken(article.tokens.size(), false);
  for (std::uint32_t i = 0; i < article.sentences.size(); ++i) read_sentence(lexicon, article, i, taken);
  std::vector<Mention> names = read_entities(lexicon, taken, article);
  name_entities(document, article, names);
  article.mentions.insert(article.mentions.end(), names.begin(), names.end());
  std::sort(article.mentions.begin(), article.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.sentence != b.sentence ? a.sentence < b.sentence : a.span.begin < b.span.begin;
  });
}

}  // namespace crosscheck
