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
    : lexicon_(lexicon),
      stemmer_(stemmer),
      scopes_(lexicon.cues_of("scope")),
      has_small_words_(lexicon.lists.count("stop_words") > 0) {
  const WordList& stop_words = lexicon.indexed("stop_words");
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
    const bool glued = at > sentence.first_token && article.tokens[at - 1].folded == "-" && !token.space_before &&
                       !article.tokens[at - 1].space_before;
    if (token.kind == TokenKind::word)
      add_word(token.folded, stop_words.count(token.folded) > 0 ? Item::Kind::small : Item::Kind::word, glued, &token);
    else
      items_.push_back({token.kind == TokenKind::mark ? Item::Kind::mark : Item::Kind::value, ~0U, token.folded, ""});
  }
  for (Item& item : items_) {
    if (item.kind != Item::Kind::name && item.kind != Item::Kind::value) item.lists = &lexicon.lists_of(item.text);
  }
  memos_.resize(items_.size());
}

void Wording::add_word(const std::string& text, Item::Kind kind, bool glued, const Token* token) {
  Item& item = items_.emplace_back();
  item.kind = kind;
  item.mention = ~0U;
  item.text = text;
  if (kind == Item::Kind::word) item.stem = stemmer_(text);
  item.glued = glued;
  if (token != nullptr) {
    item.capital = token->capital;
    item.shouted = token->shouted;
  }
  if (item.capital && item.stem.size() > 2 && ends_with_one_of(item.stem, "plural_endings"))
    item.stem.pop_back();  // "AK-47s"
}

/// A value may be a part of its token: "three-game" is a value and a word.
void Wording::add_mention(std::uint32_t index, const Article& article) {
  const Mention& mention = article.mentions[index];
  if (mention.kind == MentionKind::entity) {
    Item item{Item::Kind::name, index, article.entities[mention.entity].key, ""};
    item.capital = true;
    item.shouted = article.tokens[mention.end_token - 1].shouted;
    items_.push_back(std::move(item));
    return;
  }
  const auto rest = [&](const Token& token, std::size_t from, std::size_t to) {
    if (token.kind == TokenKind::mark || token.folded.size() != token.span.size() || from >= to) return;
    std::string word = token.folded.substr(from, to - from);
    while (!word.empty() && word.front() == '-') word.erase(0, 1);
    while (!word.empty() && word.back() == '-') word.pop_back();
    if (!word.empty()) add_word(word, Item::Kind::word, true, nullptr);
  };
  const Token &first = article.tokens[mention.first_token], &last = article.tokens[mention.end_token - 1];
  if (mention.qualified.begin > first.span.begin) rest(first, 0, mention.qualified.begin - first.span.begin);
  if (mention.kind == MentionKind::ordinal) {  // to other values a word: "the first of two quakes"
    const bool whole = mention.qualified.end >= last.span.end;
    add_word(whole ? last.folded : last.folded.substr(0, mention.qualified.end - last.span.begin), Item::Kind::word,
             false, nullptr);
    items_.back().mention = index;
  } else {
    items_.push_back({Item::Kind::value, index, first.folded, ""});
  }
  if (mention.qualified.end < last.span.end) rest(last, mention.qualified.end - last.span.begin, last.folded.size());
}

bool Wording::listed(std::size_t at, ListName list) const {
  if (at >= items_.size() || items_[at].lists == nullptr) return false;
  const auto& lists = *items_[at].lists;
  return std::find(lists.begin(), lists.end(), list.key) != lists.end();
}

bool Wording::remembered(std::size_t at, Answer answer, bool (Wording::*find)(std::size_t) const) const {
  if (at >= items_.size()) return (this->*find)(at);
  const auto mask = static_cast<std::uint8_t>(1U << answer);
  Memo& memo = memos_[at];
  if ((memo.known & mask) == 0) {
    if ((this->*find)(at)) memo.yes |= mask;
    memo.known |= mask;
  }
  return (memo.yes & mask) != 0;
}

bool Wording::ends_with_one_of(const std::string& text, ListName list) const {
  const WordList& endings = lexicon_.indexed(list);
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return text.size() > ending.size() + 2 && text.ends_with(ending);
  });
}

bool Wording::find_verb_form(std::size_t at) const {
  if (!is(at, Item::Kind::word) && !light(at)) return false;
  if (listed(at, "verb_forms")) return true;
  return is(at, Item::Kind::word) && items_[at].text.find('-') == std::string::npos && ends_in(at, "verb_endings") &&
         !listed(at, "not_verbs");
}

/// "the attack", "of damaged", "his strike": what stands before it makes it no verb.
bool Wording::stands_as_noun(std::size_t at) const {
  if (listed(at, "not_verbs")) {  // "a shooting", but "shooting two"
    const bool governs = is(at + 1, Item::Kind::value) || is(at + 1, Item::Kind::name) || listed(at + 1, "determiners");
    if (!governs || class_at(at, kActions) == nullptr) return true;
  }
  if (at == 0 || listed(at - 1, "relative_words")) return false;
  if (listed(at - 1, "determiners")) return true;
  return listed(at - 1, "prepositions") && !listed(at - 1, "infinitive_words") && !ends_in(at, "gerund_endings");
}

bool Wording::find_verb(std::size_t at) const {
  if (light(at)) return true;
  if (!is(at, Item::Kind::word) || stands_as_noun(at)) return false;
  return verb_form(at) || class_at(at, kActions) != nullptr;
}

bool Wording::find_plain_verb(std::size_t at) const {
  if (!verb(at)) return false;
  if (light(at) || verb_form(at) || at == 0 || listed(at, "not_verbs")) return true;
  return light(at - 1) || listed(at - 1, "infinitive_words") || listed(at - 1, "subject_pronouns") ||
         listed(at - 1, "relative_words") || plural(at - 1) ||
         (is(at - 1, Item::Kind::name) && (plural(at) || !is(at + 1, Item::Kind::word)));  // not "AK-47 assault rifles"
}

bool Wording::linking(std::size_t at) const {
  if (light(at)) return !listed(at, "say_verbs");
  const std::string* name = class_at(at, kActions);
  return name != nullptr && lexicon_.in_list("linking_actions", *name);
}

const std::string* Wording::class_at(std::size_t at, Class kind) const {
  static constexpr std::array<ListName, 4> kNames = {"actions", "action_nouns", "things", "graded"};
  if (!is(at, Item::Kind::word)) return nullptr;
  Memo& memo = memos_[at];
  if ((memo.classes_known >> kind & 1U) == 0) {
    memo.classes[kind] = lexicon_.class_of(kNames[kind], items_[at].text, items_[at].stem);
    memo.classes_known |= static_cast<std::uint8_t>(1U << kind);
  }
  return memo.classes[kind];
}

bool Wording::find_adverb(std::size_t at) const {
  if (listed(at, "adverbs")) return true;
  return is(at, Item::Kind::word) && ends_in(at, "adverb_endings") && !listed(at, "not_adverbs");
}

bool Wording::befalls_people(std::size_t at) const {
  const std::string* name = class_at(at, kActions);
  return name != nullptr && verb_form(at) && lexicon_.in_list("people_actions", *name);
}

std::string Wording::action(std::size_t at) const {
  for (const Class kind : {kActions, kActionNouns}) {
    if (const std::string* name = class_at(at, kind)) return *name;
  }
  return items_[at].stem.empty() ? stemmer_(items_[at].text) : items_[at].stem;
}

const std::string* Wording::named_action(std::size_t at) const { return class_at(at, kActionNouns); }

std::string Wording::thing(std::size_t at) const {
  if (const std::string* name = class_at(at, kThings)) return *name;
  const std::string& text = items_[at].text;
  if (is(at, Item::Kind::word)) return items_[at].stem;
  const std::string last = text.substr(text.rfind(' ') + 1);  // "AK 47 Rifles", "Somalis"
  const std::string stem =
      ends_with_one_of(last, "plural_endings") && items_[at].shouted ? last.substr(0, last.size() - 1) : stemmer_(last);
  if (const std::string* known = lexicon_.class_of("things", last, stem)) return *known;
  return last.size() == text.size() ? stem : text;
}

const std::string* Wording::scale_of(std::size_t at) const { return class_at(at, kGraded); }

std::string Wording::description(std::size_t at) const {
  const std::string& word = is(at, Item::Kind::word) ? items_[at].stem : items_[at].text;
  const bool model = items_[at].shouted && is(at + 1, Item::Kind::value) && is(at + 2, Item::Kind::word);
  return model ? word + "-" + items_[at + 1].text : word;  // "AK 47 guns"
}

std::pair<const std::string*, std::size_t> Wording::scope_at(std::size_t at) const {
  if (scopes_ == nullptr || (!is(at, Item::Kind::small) && !is(at, Item::Kind::word))) return {nullptr, 0};
  Memo& memo = memos_[at];
  if (!memo.scope_known) memo.scope = find_scope(at);
  memo.scope_known = true;
  return memo.scope;
}

std::pair<const std::string*, std::size_t> Wording::find_scope(std::size_t at) const {
  for (const auto& [cue, phrase] : scopes_->from(items_[at].text)) {
    std::size_t length = 0, begin = 0;
    for (; begin < phrase.size() && at + length < items_.size(); ++length) {
      const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
      if (std::string_view(phrase).substr(begin, end - begin) != items_[at + length].text) break;
      begin = end + 1;
    }
    if (begin > phrase.size()) return {&scopes_->name_of(cue), length};
  }
  return {nullptr, 0};
}

/// Past "of the", "other", "more".
std::size_t Wording::phrase_start(std::size_t at, Phrase& phrase) const {
  bool counted = false;
  if (listed(at, "worth_words") && listed(at + 1, "of_words")) ++at;  // "£910,000 worth of jewellery"
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
    if (phrase.joined && !counted && is(at, Item::Kind::value)) {  // "eight of their last 10 games"
      counted = true;
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
  if (is(at, Item::Kind::value))
    return !phrase.words.empty() && items_[at - 1].shouted && is(at + 1, Item::Kind::word);  // "12 AK 47 guns"
  if (is(at, Item::Kind::small)) return joins_adjectives(at, phrase);
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
  const bool behind_plural = !phrase.words.empty() && plural(phrase.words.back());
  if (behind_plural && (class_at(at, kActions) != nullptr || light(at) || listed(at + 1, "determiners")))
    return false;  // "four grandsons survive him", "men smash their way"
  phrase.words.push_back(at);
  return has_small_words_;
}

/// "government and private buildings": the first is no noun of its own.
bool Wording::joins_adjectives(std::size_t at, const Phrase& phrase) const {
  const auto noun = [&](std::size_t item) {
    return is(item, Item::Kind::name) || (is(item, Item::Kind::word) && !verb_form(item) && !adverb(item));
  };
  return listed(at, "and_words") && (phrase.words.size() == 1 || (!phrase.words.empty() && items_[at - 1].capital)) &&
         !plural(at - 1) && noun(at + 1) && noun(at + 2) && is(at + 2, Item::Kind::word);
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
