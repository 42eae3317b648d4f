// Names in two passes. First the body's sentences are read for capitalized runs that a capital alone does
// not explain (mid-sentence, or shouted like "HGS"); these are the document's known names. Then every
// sentence is read again: a run at a sentence's start counts when it is known, part of a known name, or more than
// one word, and a headline, where every word has its capital, is matched against the known names only.
//   "Shares in Fjellvolt rose" → Fjellvolt; "Shares" begins the sentence and is no name.
// What a run is, name_runs.cpp says; who is a person, name_types.cpp; which names are places, and which are one thing,
// is read afterwards (places.cpp, aliases.cpp). A name that stands only in a headline of capitals is not found.
#include "recognize/entity.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "base/names.h"
#include "base/unicode.h"
#include "recognize/aliases.h"
#include "recognize/name_runs.h"
#include "recognize/name_types.h"
#include "recognize/places.h"

namespace crosscheck {
namespace {

class EntityReader {
 public:
  EntityReader(const NameWords& words, Article& article)
      : words_(words),
        runs_(words_),
        lexicon_(words.lexicon),
        article_(article),
        definite_articles_(words.lexicon.indexed("definite_articles")) {}

  std::vector<Mention> run() {
    for (const Sentence& sentence : article_.sentences) {
      headline_.push_back(title_case(sentence) || loud(sentence));
      found_.push_back(headline_.back() ? std::vector<NameRun>{} : runs_.of(sentence));
    }
    for (const bool initial : {false, true}) {
      for (std::size_t i = 0; i < article_.sentences.size(); ++i) {
        learn(found_[i], initial);
      }
    }
    for (std::uint32_t i = 0; i < article_.sentences.size(); ++i) find(i);
    mark_places(lexicon_, words_.taken, article_, mentions_);
    merge_aliases(words_, article_, mentions_);
    return std::move(mentions_);
  }

 private:
  /// Most longer words begin with a capital: a headline's way of writing, which says nothing about names.
  bool title_case(const Sentence& sentence) const {
    if (sentence.kind == SentenceKind::dateline) return true;
    if (sentence.end_token > sentence.first_token && words_.word(sentence.end_token - 1) == ".") return false;
    const std::size_t enough = sentence.kind == SentenceKind::heading ? 1 : 3;
    std::size_t longer = 0, capital = 0;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const Token& token = article_.tokens[at];
      if (token.kind != TokenKind::word || token.span.size() < 4) continue;
      ++longer;
      capital += token.capital ? 1 : 0;
    }
    return longer >= enough && capital * 3 > longer * 2;
  }

  /// "QUAKE HITS ACEH, TWO DEAD"
  bool loud(const Sentence& sentence) const {
    std::size_t words = 0, shouted = 0;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const Token& token = article_.tokens[at];
      if (token.kind != TokenKind::word || token.span.size() < 2) continue;
      ++words;
      shouted += token.shouted ? 1 : 0;
    }
    return words >= 3 && shouted * 3 > words * 2;
  }

  /// Mid-sentence runs first; then those that open a sentence, less a first word that only opens it.
  void learn(const std::vector<NameRun>& runs, bool initial_ones) {
    for (NameRun run : runs) {
      if (!runs_.trim(known_, run) || run.initial != initial_ones) continue;
      const bool several = run.end - run.first > 1;
      if (run.initial && !several && !words_.token(run.first).shouted) continue;
      if (!several && words_.in(words_.common, run.first) && !run.known && article_word_before(run.first)) continue;
      const std::string key = runs_.key_of(run.first, run.end);
      if (key.empty()) continue;
      openers_.take_word(std::string_view(key).substr(0, key.find(' ')));
      known_.insert(key);
      if (!several) continue;
      if (!words_.weak(run.end - 1)) parts_.insert(words_.word(run.end - 1));
      if (run.titled || words_.in(words_.given, run.first)) parts_.insert(words_.word(run.first));
    }
  }

  bool article_word_before(std::uint32_t at) const { return at > 0 && words_.in(words_.articles, at - 1); }

  void find(std::uint32_t index) {
    const Sentence& sentence = article_.sentences[index];
    if (headline_[index]) {
      find_known(index);
      return;
    }
    for (NameRun run : found_[index]) {
      if (!runs_.trim(known_, run)) continue;
      const std::string key = runs_.key_of(run.first, run.end);
      if (key.size() < 2 || (run.known == nullptr && all_demonyms(run))) continue;
      if (run.known == nullptr && run.end - run.first == 1 && parts_.count(key) == 0 && no_name(run, sentence, key))
        continue;
      if (run.known != nullptr && adjective(run, sentence)) continue;
      add(index, run, key);
    }
  }

  /// A single word that its capital does not make a name.
  bool no_name(const NameRun& run, const Sentence& sentence, const std::string& key) {
    const std::uint32_t at = run.first;
    const bool common = words_.in(words_.common, at) || words_.plain(at);
    if (words_.token(at).shouted) return common && words_.all_capitals(at);
    if (words_.plain(at) || defined_term(at)) return true;
    if (common && counted(sentence, at)) return true;  // "117th Street"
    return run.initial && known_.count(key) == 0 && !acts(run, sentence);
  }

  bool counted(const Sentence& sentence, std::uint32_t at) const {
    if (at == sentence.first_token) return false;
    std::uint32_t before = at - 1;
    while (before > sentence.first_token && !words_.token(before).space_before) --before;  // "117", "th"
    return words_.token(before).kind == TokenKind::number;
  }

  bool all_demonyms(const NameRun& run) const {
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      if (!words_.in(words_.demonyms, at)) return words_.demonyms.count(words_.text(run.first, run.end)) > 0;
    }
    return true;
  }

  /// "the Group", "the Web": a common noun that is written with a capital.
  bool defined_term(std::uint32_t at) const {
    if (words_.in(words_.capital_nouns, at)) return true;
    if (!article_word_before(at)) return false;
    return words_.in(words_.common, at) || lexicon_.in_list("definite_nouns", words_.word(at)) || words_.plain(at);
  }

  /// "U.S. officials" as "American officials": the country's letters only say whose, unless they stand where a place does.
  bool adjective(const NameRun& run, const Sentence& sentence) const {
    if (run.known->type != EntityType::place || !words_.token(run.first).shouted || run.end >= sentence.end_token)
      return false;
    const Token& next = words_.token(run.end);
    if (next.kind != TokenKind::word || next.capital || words_.taken[run.end] || words_.stop.count(next.folded) > 0 ||
        verb_of_doing(lexicon_, next.folded))
      return false;
    std::uint32_t before = run.first;
    while (before > sentence.first_token && words_.in(words_.articles, before - 1)) --before;
    return before == sentence.first_token || !lexicon_.in_list("place_prepositions", words_.word(before - 1));
  }

  /// A sentence-initial word nobody has seen elsewhere is a name when it is somebody's first name, or when a verb of
  /// doing follows or "'s", and it is no everyday word.
  bool acts(const NameRun& run, const Sentence& sentence) {
    if (run.titled || words_.place(words_.word(run.first))) return true;
    if (words_.in(words_.common, run.first) || run.end >= sentence.end_token || also_small(run.first)) return false;
    const std::string& next = words_.word(run.end);
    return words_.in(words_.given, run.first) || verb_of_doing(lexicon_, next) || next == "," ||
           (next.size() > 4 && next.compare(next.size() - 2, 2, "ed") == 0);
  }

  /// Does the article write the word with a small letter, too? Few articles ask.
  bool also_small(std::uint32_t at) {
    if (!small_) {
      small_.emplace();
      for (const Token& token : article_.tokens) {
        if (token.kind == TokenKind::word && !token.capital) small_->push_back(hash64(token.folded));
      }
      std::sort(small_->begin(), small_->end());
    }
    return std::binary_search(small_->begin(), small_->end(), hash64(words_.word(at)));
  }

  /// In a headline: the longest known name at each position, a known name's part, and shouted words.
  void find_known(std::uint32_t index) {
    const Sentence& sentence = article_.sentences[index];
    const bool shouting = loud(sentence);
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      NameRun best{at, at, false, false, shouting};
      const NameWords::Found known = words_.known_at(at, sentence.end_token, shouting);
      if (known.name != nullptr) best = {at, known.end, false, false, shouting, known.name};
      if (best.end == at && !words_.name_part(at)) continue;
      const std::uint32_t last = opens_no_name(at, sentence) ? at : std::min(at + 5, sentence.end_token);
      for (std::uint32_t end = at + 1; end <= last; ++end) {
        if (end <= best.end) continue;
        const std::string key = runs_.key_of(at, end);
        if (known_.count(key) == 0 && !words_.place(key)) continue;
        best.end = end;
        best.known = nullptr;
      }
      if (best.end == at &&
          (parts_.count(words_.word(at)) > 0 || (!shouting && words_.token(at).shouted && short_word(at))))
        best.end = at + 1;
      const std::string key = runs_.key_of(best.first, best.end);
      if (key.size() < 2 || (best.known == nullptr && words_.in(words_.demonyms, at))) continue;
      add(index, best, key);
      at = best.end - 1;
    }
  }

  /// A word that is the first of no name that the article has elsewhere and of no place: cheap, and most words of headlines.
  bool opens_no_name(std::uint32_t at, const Sentence& sentence) const {
    const std::string& word = words_.word(at);
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (word.size() < 2 || !std::all_of(word.begin(), word.end(), letter)) return false;
    if (at + 1 < sentence.end_token && !words_.token(at + 1).space_before) return false;  // "al-"
    return !openers_.has_word(word) && !lexicon_.may_open_place(word) && definite_articles_.count(word) == 0;
  }

  /// "HGS" but not "BREAKING": all capitals and long is a headline shouting.
  bool short_word(std::uint32_t at) const { return words_.token(at).span.size() <= 5; }

  void add(std::uint32_t sentence, const NameRun& run, std::string key) {
    const KnownName* known =
        run.known != nullptr ? run.known : lexicon_.gazetteer.find(key, !run.loud && words_.token(run.first).shouted);
    if (known != nullptr) key = known->key;
    const auto [slot, fresh] = index_.try_emplace(key, static_cast<std::uint32_t>(article_.entities.size()));
    if (fresh) {
      Entity entity;
      entity.key = key;
      entity.first_sentence = sentence;
      if (known != nullptr) {
        entity.name = known->name;
        entity.known = true;
        entity.territory = known->territory;
      }
      article_.entities.push_back(std::move(entity));
    }
    Entity& entity = article_.entities[slot->second];
    ++entity.count;
    entity.type = known != nullptr ? known->type : type_with(words_, run, key, entity.type);
    describe(words_, run, entity);
    Mention mention;
    mention.field = article_.sentences[sentence].field;
    mention.kind = MentionKind::entity;
    mention.span = mention.qualified = {words_.token(run.first).span.begin, words_.token(run.end - 1).span.end};
    mention.sentence = sentence;
    mention.first_token = run.first;
    mention.end_token = run.end;
    mention.entity = slot->second;
    mentions_.push_back(mention);
  }

  const NameWords& words_;
  const NameRuns runs_;
  const Lexicon& lexicon_;
  Article& article_;
  std::vector<bool> headline_;                       ///< of each sentence
  std::vector<std::vector<NameRun>> found_;          ///< of each sentence but headlines
  std::unordered_set<std::string> known_;            ///< keys
  WordSlots openers_;                                ///< their first words
  const WordList& definite_articles_;                ///< with which a key does not begin
  std::unordered_set<std::string> parts_;            ///< last words of known names, first ones of persons'
  std::optional<std::vector<std::uint64_t>> small_;  ///< hash64 of the words with a small letter, ascending
  std::unordered_map<std::string, std::uint32_t> index_;
  std::vector<Mention> mentions_;
};

}  // namespace

std::string entity_key(const Lexicon& lexicon, std::string_view name) {
  const auto &legal = lexicon.indexed("legal_suffixes"), &articles = lexicon.indexed("definite_articles");
  std::string key = name_key(name);
  for (std::size_t space = key.rfind(' '); space != std::string::npos; space = key.rfind(' ')) {
    const std::string last = key.substr(space + 1);
    if (legal.count(last) == 0 && last != "," && last != "&") break;
    key.resize(space);
    if (!key.empty() && key.back() == ',') key.pop_back();
  }
  const std::size_t first = key.find(' ');
  if (first != std::string::npos && articles.count(key.substr(0, first)) > 0) key.erase(0, first + 1);
  return key;
}

std::vector<Mention> read_entities(const NameWords& words, Article& article) {
  return EntityReader(words, article).run();
}

}  // namespace crosscheck
