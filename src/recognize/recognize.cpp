// First every number and time is found over the raw text (values.cpp); then each is put into its sentence and its
// tokens, and what they take is out of reach for names, which are read last over the whole document. So in "$38
// billion deal of November 2025 with Halden Grid" the money, the month with its year, and the name are three
// mentions that never overlap; an ordinal inside a name ("Fifth Avenue") is the name's. A value that runs across the
// end of a sentence is left to `mentions`.
#include "recognize/recognize.h"

#include <algorithm>

#include "base/unicode.h"
#include "recognize/entity.h"
#include "recognize/name_words.h"
#include "recognize/values.h"

namespace crosscheck {
namespace {

bool vague_time(const Mention& value) { return value.cue == "recent" && !value.time.known(); }

/// "The next day", "by the end of the year" say when, once somebody knows which; "recently", "the year" and "until now" do not.
bool tells_when(const Mention& value) {
  if (value.when.empty() || is_vague(value.when)) return false;
  return value.when.size() > 1 || value.when.front().kind == TimeStepKind::from_named;
}

/// Words of repetition and of no time at all ("a month", "for years", "recently") are left to the frames that name them.
bool only_a_word(const Mention& value) {
  const bool unmeasured = value.kind == MentionKind::duration && !value.quantity.value && !value.quantity.interval.low;
  return value.kind == MentionKind::set || unmeasured || (vague_time(value) && !tells_when(value));
}

/// "The first tranche of $2 billion": a value itself, but to the frame that takes the money a word.
bool stays_a_word(const Mention& value) { return value.kind == MentionKind::ordinal || vague_time(value); }

/// Values of one field into the article, with their sentence and tokens; both are in text order.
void place_values(std::vector<Mention>& values, Article& article) {
  std::size_t sentence = 0;
  for (Mention& value : values) {
    if (only_a_word(value)) continue;
    const auto before = [&](const Sentence& s) {
      return s.field != value.field ? s.field == Field::title : s.span.end <= value.span.begin;
    };
    while (sentence < article.sentences.size() && before(article.sentences[sentence])) ++sentence;
    if (sentence == article.sentences.size()) return;
    const Sentence& home = article.sentences[sentence];
    if (home.field != value.field || home.span.begin > value.span.begin || home.span.end < value.span.end) continue;
    value.qualified = {std::max(value.qualified.begin, home.span.begin), std::min(value.qualified.end, home.span.end)};
    const auto first = article.tokens.begin() + home.first_token, last = article.tokens.begin() + home.end_token;
    const auto begin = std::find_if(first, last, [&](const Token& t) { return t.span.end > value.qualified.begin; });
    const auto end = std::find_if(begin, last, [&](const Token& t) { return t.span.begin >= value.qualified.end; });
    if (begin == end) continue;
    value.word = stays_a_word(value);
    value.sentence = static_cast<std::uint32_t>(sentence);
    value.first_token = static_cast<std::uint32_t>(begin - article.tokens.begin());
    value.end_token = static_cast<std::uint32_t>(end - article.tokens.begin());
    article.mentions.push_back(std::move(value));
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

/// An entity is called by its longest form in running text; a headline's form only when there is no other. What a
/// gazetteer knows has its name already.
void name_entities(const Document& document, Article& article, const std::vector<Mention>& names) {
  for (const bool headline : {false, true}) {
    for (const Mention& mention : names) {
      const SentenceKind kind = article.sentences[mention.sentence].kind;
      if ((kind == SentenceKind::heading || kind == SentenceKind::dateline) != headline) continue;
      if (article.entities[mention.entity].known) continue;
      std::string& name = article.entities[mention.entity].name;
      const std::string surface = on_one_line(text_at(document, {mention.field, mention.span}));
      const bool longer = surface.size() != name.size() ? surface.size() > name.size() : surface < name;
      if (headline ? name.empty() : longer) name = surface;
    }
  }
}

/// The territory's name that a value is a part of: "Jan" of "Jan Mayen", Vietnamese "Nam" (five) of "Nam Phi".
bool inside_name(const NameWords& words, const Article& article, const Mention& value) {
  constexpr std::uint32_t kBefore = 4;  // tokens
  const Sentence& sentence = article.sentences[value.sentence];
  const std::uint32_t first = std::max(sentence.first_token, value.first_token - std::min(value.first_token, kBefore));
  for (std::uint32_t at = first; at <= value.first_token; ++at) {
    const NameWords::Found known = words.known_at(at, sentence.end_token, false);
    if (known.name == nullptr || known.name->territory.empty() || known.end < value.end_token) continue;
    const Span name{article.tokens[at].span.begin, article.tokens[known.end - 1].span.end};
    if (name.begin <= value.span.begin && value.span.end <= name.end && name.size() > value.span.size()) return true;
  }
  return false;
}

}  // namespace

std::vector<Mention> recognize_values(const Document& document, const Lexicon& lexicon) {
  std::vector<Mention> values = read_values(document.title, 0, Field::title, lexicon);
  std::vector<Mention> body = read_values(document.text, document.body_begin, Field::text, lexicon);
  if (values.empty()) return body;
  values.insert(values.end(), std::make_move_iterator(body.begin()), std::make_move_iterator(body.end()));
  return values;
}

void recognize(const Document& document, const Lexicon& lexicon, Article& article) {
  std::vector<Mention> values = recognize_values(document, lexicon);
  place_values(values, article);
  std::vector<bool> taken(article.tokens.size(), false);
  const NameWords words(document, lexicon, taken, article);
  std::erase_if(article.mentions, [&](const Mention& value) { return inside_name(words, article, value); });
  const auto take = [&](const Mention& mention) {
    std::fill_n(taken.begin() + mention.first_token, mention.end_token - mention.first_token, true);
  };
  for (const Mention& mention : article.mentions) {
    if (!mention.word) take(mention);
  }
  std::vector<Mention> names = read_entities(words, article);
  name_entities(document, article, names);
  for (const Mention& name : names) take(name);
  std::erase_if(article.mentions, [&](const Mention& mention) {  // "Fifth Avenue", "First Solar"
    return mention.word && std::find(taken.begin() + mention.first_token, taken.begin() + mention.end_token, true) !=
                               taken.begin() + mention.end_token;
  });
  article.mentions.insert(article.mentions.end(), names.begin(), names.end());
  std::sort(article.mentions.begin(), article.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.sentence != b.sentence ? a.sentence < b.sentence : a.span.begin < b.span.begin;
  });
}

}  // namespace crosscheck
