// Reads a sentence's tokens and mentions as one row, and tells verbs from nouns as far as lists, endings and neighbours
// tell. "Police seized seven AK-47 rifles" → police(word) seized(word, verb) seven(value) ak-47(word) rifles(word): the phrase
// behind the value is [ak-47 rifles]. A hyphen inside a compound is dropped ("6.1-magnitude" → 6.1 magnitude). There is no
// grammar: "12 charge cards" and "12 charge" look alike, and an adjective before a verb-like noun hides that it is one.
#include "claim/wording.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::size_t kPhraseWords = 5;

bool quiet(const Token& token) {  // stands between words that belong together
  static constexpr std::string_view kQuiet[] = {"\"", "'", "*", "#", "`", "_", ">"};
  return std::find(std::begin(kQuiet), std::end(kQuiet), token.folded) != std::end(kQuiet);
}

}  // namespace

Wording::Wording(const Article& article, const Lexicon& lexicon, const Stemmer& stemmer, const Sentence& sentence,
                 const std::vector<std::uint32_t>& mentions)
    : lexicon_(lexicon), stemmer_(stemmer), has_small_words_(lexicon.lists.count("stop_words") > 0) {
  const auto scopes = lexicon.cues.find("scope");
  if (scopes != lexicon.cues.end()) scopes_ = &scopes->second;
  items_.reserve(sentence.end_token - sentence.first_token);
  std::size_t next = 0;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    std::uint32_t covered = 0;
    for (; next < mentions.size() && article.mentions[mentions[next]].first_token <= at; ++next) {
      add_mention(mentions[next], article);
      covered = std::max(covered, article.mentions[mentions[next]].end_token);
    }
    if (covered > at) {
      at = covered - 1;
      continue;
    }
    const Token& token = article.tokens[at];
    const bool hyphen = token.folded == "-" && !token.space_before && at + 1 < sentence.end_token &&
                        !article.tokens[at + 1].space_before;
    if (token.kind == TokenKind::mark && (hyphen || quiet(token))) continue;
    if (token.kind == TokenKind::word)
      add_word(token.folded, lexicon.in_list("stop_words", token.folded) ? Item::Kind::small : Item::Kind::word);
    else
      items_.push_back({token.kind == TokenKind::mark ? Item::Kind::mark : Item::Kind::value, ~0U, token.folded, ""});
  }
}

void Wording::add_word(const std::string& text, Item::Kind kind) {
  items_.push_back({kind, ~0U, text, kind == Item::Kind::word ? stemmer_(text) : ""});
}

/// A value may be a part of its token: "three-game" is a value and a word.
void Wording::add_mention(std::uint32_t index, const Article& article) {
  const Mention& mention = article.mentions[index];
  if (mention.kind == MentionKind::entity) {
    items_.push_back({Item::Kind::name, index, article.entities[mention.entity].key, ""});
    return;
  }
  const auto rest = [&](const Token& token, std::size_t from, std::size_t to) {
    if (token.kind == TokenKind::mark || token.folded.size() != token.span.size() || from >= to) return;
    std::string word = token.folded.substr(from, to - from);
    while (!word.empty() && word.front() == '-') word.erase(0, 1);
    while (!word.empty() && word.back() == '-') word.pop_back();
    if (!word.empty()) add_word(word, Item::Kind::word);
  };
  const Token &first = article.tokens[mention.first_token], &last = article.tokens[mention.end_token - 1];
  if (mention.qualified.begin > first.span.begin) rest(first, 0, mention.qualified.begin - first.span.begin);
  if (mention.kind == MentionKind::ordinal) {  // to other values a word: "the first tranche"
    const bool whole = mention.qualified.end == last.span.end;
    add_word(whole ? last.folded : last.folded.substr(0, mention.qualified.end - last.span.begin), Item::Kind::word);
    items_.back().mention = index;
  } else {
    items_.push_back({Item::Kind::value, index, "", ""});
  }
  if (mention.qualified.end < last.span.end) rest(last, mention.qualified.end - last.span.begin, last.folded.size());
}

bool Wording::listed(std::size_t at, std::string_view list) const {
  return at < items_.size() && items_[at].kind != Item::Kind::name && items_[at].kind != Item::Kind::value &&
         lexicon_.in_list(list, items_[at].text);
}

bool Wording::ends_in(std::size_t at, std::string_view list) const {
  const auto endings = lexicon_.lists.find(std::string(list));
  if (endings == lexicon_.lists.end()) return false;
  const std::string& text = items_[at].text;
  return std::any_of(endings->second.begin(), endings->second.end(), [&](const std::string& ending) {
    return text.size() > ending.size() + 2 && text.ends_with(ending);
  });
}

bool Wording::verb_form(std::size_t at) const {
  if (!is(at, Item::Kind::word) && !light(at)) return false;
  if (listed(at, "verb_forms")) return true;
  return is(at, Item::Kind::word) && ends_in(at, "verb_endings") && !listed(at, "not_verbs");
}

/// "the attack", "of damaged", "his strike": what stands before it makes it no verb.
bool Wording::stands_as_noun(std::size_t at) const {
  if (at == 0) return false;
  if (listed(at - 1, "determiners")) return true;
  return listed(at - 1, "prepositions") && !listed(at - 1, "infinitive_words") && !ends_in(at, "gerund_endings");
}

bool Wording::verb(std::size_t at) const {
  if (light(at)) return true;
  if (!is(at, Item::Kind::word) || stands_as_noun(at)) return false;
  return verb_form(at) || (lexicon_.class_of("actions", items_[at].stem) != nullptr && !listed(at, "not_verbs"));
}

bool Wording::adverb(std::size_t at) const {
  if (listed(at, "adverbs")) return true;
  return is(at, Item::Kind::word) && ends_in(at, "adverb_endings") && !listed(at, "not_adverbs");
}

std::string Wording::action(std::size_t at) const {
  const std::string stem = items_[at].stem.empty() ? stemmer_(items_[at].text) : items_[at].stem;
  if (const std::string* name = lexicon_.class_of("actions", stem)) return *name;
  if (const std::string* name = lexicon_.class_of("action_nouns", stem)) return *name;
  return stem;
}

const std::string* Wording::named_action(std::size_t at) const {
  return is(at, Item::Kind::word) ? lexicon_.class_of("action_nouns", items_[at].stem) : nullptr;
}

const std::string* Wording::thing_class(std::size_t at) const {
  return is(at, Item::Kind::word) ? lexicon_.class_of("things", items_[at].stem) : nullptr;
}

std::string Wording::thing(std::size_t at) const {
  if (const std::string* name = thing_class(at)) return *name;
  return is(at, Item::Kind::word) ? items_[at].stem : items_[at].text;
}

std::pair<const std::string*, std::size_t> Wording::scope_at(std::size_t at) const {
  if (scopes_ == nullptr || (!is(at, Item::Kind::small) && !is(at, Item::Kind::word))) return {nullptr, 0};
  for (const auto& [name, phrases] : *scopes_) {
    for (const std::string& phrase : phrases) {
      std::size_t length = 0, begin = 0;
      for (; begin < phrase.size() && at + length < items_.size(); ++length) {
        const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
        if (std::string_view(phrase).substr(begin, end - begin) != items_[at + length].text) break;
        begin = end + 1;
      }
      if (begin > phrase.size()) return {&name, length};
    }
  }
  return {nullptr, 0};
}

/// Past "of the", "other", "more".
std::size_t Wording::phrase_start(std::size_t at, Phrase& phrase) const {
  if (listed(at, "of_words")) {
    phrase.joined = true;
    ++at;
  }
  for (; at < items_.size(); ++at) {
    if (phrase.joined && listed(at, "anaphors") && (listed(at, "relative_words") || !is(at + 1, Item::Kind::word))) {
      phrase.anaphor = true;
      return at + 1;
    }
    if (const std::size_t scope = scope_at(at).second; scope > 0) {
      at += scope - 1;
      continue;
    }
    if (!phrase.joined || !listed(at, "determiners")) break;
  }
  return at;
}

/// Does the item go on with the phrase?
bool Wording::take(std::size_t at, Phrase& phrase) const {
  if (is(at, Item::Kind::name)) {
    phrase.words.push_back(at);
    return true;
  }
  if (!is(at, Item::Kind::word)) return false;
  const bool more = is(at + 1, Item::Kind::word) || is(at + 1, Item::Kind::name);
  if (adverb(at)) {
    phrase.aside.push_back(at);
    return more && phrase.words.empty();
  }
  if (verb_form(at)) {
    const bool describes = phrase.words.empty() && more && !verb_form(at + 1) && !adverb(at + 1);
    if (describes) phrase.aside.push_back(at);
    return describes;
  }
  phrase.words.push_back(at);
  return has_small_words_;
}

Phrase Wording::phrase_from(std::size_t at) const {
  Phrase phrase;
  at = phrase_start(at, phrase);
  phrase.end = at;
  if (phrase.anaphor) return phrase;
  while (at < items_.size() && phrase.words.size() < kPhraseWords) {
    const std::size_t before = phrase.words.size();
    const bool goes_on = take(at, phrase);
    if (goes_on || phrase.words.size() > before) ++at;
    if (!goes_on) break;
  }
  phrase.end = at;
  return phrase;
}

}  // namespace crosscheck
