// Names in two passes. First the body's sentences are read for capitalized runs that a capital alone does
// not explain (mid-sentence, or shouted like "HGS"); these are the document's known names. Then every
// sentence is read again: a run at a sentence's start counts when it is known or more than one word, and a
// headline, where every word has its capital, is matched against the known names only.
//   "Shares in Fjellvolt rose" → Fjellvolt; "Shares" begins the sentence and is no name.
// Which names are places, and which are one thing, is read afterwards (places.cpp, aliases.cpp). It does not know
// who is a person and who a company beyond titles and telling words, and it splits "Bank of Norway and Sweden".
#include "recognize/entity.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/unicode.h"
#include "recognize/aliases.h"
#include "recognize/places.h"

namespace crosscheck {
namespace {

struct Run {
  std::uint32_t first = 0, end = 0;
  bool initial = false;
};

class EntityReader {
 public:
  EntityReader(const Lexicon& lexicon, const std::vector<bool>& taken, Article& article)
      : lexicon_(lexicon), taken_(taken), article_(article) {}

  std::vector<Mention> run() {
    for (const Token& token : article_.tokens) {
      if (token.kind == TokenKind::word && !token.capital) small_.insert(token.folded);
    }
    for (const bool initial : {false, true}) {
      for (const Sentence& sentence : article_.sentences) {
        if (!title_case(sentence)) learn(sentence, initial);
      }
    }
    for (std::uint32_t i = 0; i < article_.sentences.size(); ++i) find(i);
    mark_places(lexicon_, taken_, article_, mentions_);
    merge_aliases(lexicon_, article_, mentions_);
    return std::move(mentions_);
  }

 private:
  bool name_part(std::uint32_t at) const {
    const Token& token = article_.tokens[at];
    if (token.kind != TokenKind::word || !token.capital || taken_[at]) return false;
    if (compound_adjective(token.folded)) return false;  // "Narvik-based"
    return !lexicon_.in_list("name_breakers", token.folded) && !lexicon_.in_list("titles", without_dot(token.folded));
  }

  static std::string without_dot(std::string word) {
    if (!word.empty() && word.back() == '.') word.pop_back();
    return word;
  }

  bool compound_adjective(const std::string& word) const {
    const std::size_t hyphen = word.rfind('-');
    return hyphen != std::string::npos && lexicon_.in_list("compound_adjective_ends", word.substr(hyphen + 1));
  }

  /// A word that a capital at the start of a sentence does not make a name.
  bool plain(std::uint32_t at) const {
    const std::string& word = article_.tokens[at].folded;
    return lexicon_.in_list("stop_words", word) || lexicon_.in_list("common_starters", word) ||
           lexicon_.in_list("sentence_starters", word) || lexicon_.in_list("worker_nouns", word) ||
           lexicon_.in_list("deal_nouns", word) || lexicon_.in_list("role_nouns", word);
  }

  bool links(std::uint32_t at, std::uint32_t end, bool head_is_institution) const {
    if (at + 1 >= end || !name_part(at + 1)) return false;
    const Token& token = article_.tokens[at];
    if (token.folded == "of" || token.folded == "for") return head_is_institution;
    return !taken_[at] && !token.capital && lexicon_.in_list("name_links", token.folded);
  }

  /// The runs of name words of a sentence.
  std::vector<Run> runs(const Sentence& sentence) const {
    std::vector<Run> found;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!name_part(at)) continue;
      Run run{at, at + 1, initial(sentence, at)};
      bool institution = lexicon_.in_list("organization_heads", article_.tokens[at].folded);
      while (run.end < sentence.end_token) {
        const Token& next = article_.tokens[run.end];
        if (name_part(run.end)) {
          institution = institution || lexicon_.in_list("organization_heads", next.folded);
          ++run.end;
        } else if (links(run.end, sentence.end_token, institution)) {
          run.end += 2;
        } else if (next.kind == TokenKind::number && !taken_[run.end] && run.end + 1 < sentence.end_token &&
                   name_part(run.end + 1)) {
          run.end += 2;  // "Studio 54 Records"
        } else {
          break;
        }
      }
      while (run.end - run.first > 1 && run.initial && plain(run.first)) {  // "In Norway", "The Halden plant"
        ++run.first;
        run.initial = false;
      }
      if (run.initial && run.end - run.first > 1 && known_.count(key_of({run.first + 1, run.end})) > 0 &&
          known_.count(key_of(run)) == 0) {
        ++run.first;  // "Whenever Halden": the rest is a name by itself
        run.initial = false;
      }
      while (run.end - run.first > 1 && lexicon_.in_list("stop_words", article_.tokens[run.first].folded)) ++run.first;
      found.push_back(run);
      at = run.end - 1;
    }
    return found;
  }

  bool initial(const Sentence& sentence, std::uint32_t at) const {
    for (std::uint32_t before = at; before > sentence.first_token; --before) {
      const Token& token = article_.tokens[before - 1];
      const bool dash = token.folded == "-" && token.space_before;
      if (token.folded == ":" || token.folded == "\"" || dash) return true;  // capitals follow these, too
      if (token.kind != TokenKind::mark) return false;
    }
    return true;
  }

  /// Most longer words begin with a capital: a headline's way of writing, which says nothing about names.
  bool title_case(const Sentence& sentence) const {
    if (sentence.kind == SentenceKind::dateline) return true;
    if (sentence.end_token > sentence.first_token && article_.tokens[sentence.end_token - 1].folded == ".")
      return false;
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

  std::string key_of(const Run& run) const {
    std::string joined;
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      joined += (at > run.first ? " " : "") + article_.tokens[at].folded;
    }
    return entity_key(lexicon_, joined);
  }

  /// Mid-sentence runs first; then those that open a sentence, less a first word that only opens it.
  void learn(const Sentence& sentence, bool initial_ones) {
    for (const Run& run : runs(sentence)) {
      if (run.initial != initial_ones) continue;
      const bool shouted = run.end - run.first == 1 && article_.tokens[run.first].shouted;
      const bool several = run.end - run.first > 1;
      if (run.initial && !shouted && !several) continue;
      const std::string key = key_of(run);
      if (!key.empty()) known_.insert(key);
    }
  }

  void find(std::uint32_t index) {
    const Sentence& sentence = article_.sentences[index];
    if (title_case(sentence)) {
      find_known(index);
      return;
    }
    for (const Run& run : runs(sentence)) {
      const bool single = run.end - run.first == 1;
      if (single && plain(run.first) && !article_.tokens[run.first].shouted) continue;
      if (single && defined_term(run.first)) continue;
      const std::string key = key_of(run);
      if (key.size() < 2 || lexicon_.in_list("demonyms", key)) continue;
      if (run.initial && single && !article_.tokens[run.first].shouted && known_.count(key) == 0 &&
          !acts(run, sentence))
        continue;
      add(index, run, key);
    }
  }

  /// "the Group", "the Board": a common noun that a press release writes with a capital.
  bool defined_term(std::uint32_t at) const {
    const std::string& word = article_.tokens[at].folded;
    return at > 0 && article_.tokens[at - 1].folded == "the" &&
           (lexicon_.in_list("definite_nouns", word) || lexicon_.in_list("common_starters", word));
  }

  /// A sentence-initial word nobody has seen elsewhere is a name when a verb of doing follows or "'s".
  bool acts(const Run& run, const Sentence& sentence) const {
    if (plain(run.first) || run.end >= sentence.end_token || small_.count(article_.tokens[run.first].folded) > 0)
      return false;
    const std::string& next = article_.tokens[run.end].folded;
    return verb_of_doing(lexicon_, next) || next == "," ||
           (next.size() > 4 && next.compare(next.size() - 2, 2, "ed") == 0);
  }

  /// In a headline: the longest known name at each position, and shouted words.
  void find_known(std::uint32_t index) {
    const Sentence& sentence = article_.sentences[index];
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!name_part(at)) continue;
      std::optional<Run> best;
      std::string best_key;
      for (std::uint32_t end = at + 1; end <= std::min(at + 5, sentence.end_token); ++end) {
        const Run run{at, end, false};
        std::string key = key_of(run);
        if (known_.count(key) == 0) continue;
        best = run;
        best_key = std::move(key);
      }
      if (!best && article_.tokens[at].shouted && mixed_case(at)) {
        best = Run{at, at + 1, false};
        best_key = key_of(*best);
      }
      if (!best || best_key.empty()) continue;
      add(index, *best, best_key);
      at = best->end - 1;
    }
  }

  /// "OpenSea", "HGS" but not "BREAKING": all capitals and long is a headline shouting.
  bool mixed_case(std::uint32_t at) const {
    return article_.tokens[at].span.size() <= 5 || known_.count(article_.tokens[at].folded) > 0;
  }

  void add(std::uint32_t sentence, const Run& run, const std::string& key) {
    auto [slot, fresh] = index_.try_emplace(key, static_cast<std::uint32_t>(article_.entities.size()));
    const Span span{article_.tokens[run.first].span.begin, article_.tokens[run.end - 1].span.end};
    if (fresh) {
      Entity entity;
      entity.key = key;
      entity.first_sentence = sentence;
      entity.type = type_of(run, key);
      article_.entities.push_back(std::move(entity));
    }
    Entity& entity = article_.entities[slot->second];
    ++entity.count;
    if (entity.type == EntityType::unknown) entity.type = type_of(run, key);
    Mention mention;
    mention.field = article_.sentences[sentence].field;
    mention.kind = MentionKind::entity;
    mention.span = mention.qualified = span;
    mention.sentence = sentence;
    mention.first_token = run.first;
    mention.end_token = run.end;
    mention.entity = slot->second;
    mentions_.push_back(mention);
  }

  EntityType type_of(const Run& run, const std::string& key) const {
    if (lexicon_.territories.count(key) > 0 || lexicon_.in_list("places", key)) return EntityType::place;
    const std::string& last = article_.tokens[run.end - 1].folded;
    if (lexicon_.in_list("legal_suffixes", without_dot(last)) || lexicon_.in_list("organization_heads", last) ||
        article_.tokens[run.first].shouted)
      return EntityType::organization;
    if (run.first > 0) {
      const std::string& before = article_.tokens[run.first - 1].folded;
      const bool role = lexicon_.in_list("role_nouns", before) || lexicon_.in_list("titles", without_dot(before));
      if (role && run.end - run.first <= 3) return EntityType::person;
    }
    return EntityType::unknown;
  }

  const Lexicon& lexicon_;
  const std::vector<bool>& taken_;
  Article& article_;
  std::unordered_set<std::string> known_;
  std::unordered_set<std::string> small_;  ///< words the article also writes with a small letter
  std::unordered_map<std::string, std::uint32_t> index_;
  std::vector<Mention> mentions_;
};

}  // namespace

std::string entity_key(const Lexicon& lexicon, std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded(name) + " ") {
    if (c != ' ') {
      word.push_back(c);
      continue;
    }
    if (!word.empty()) words.push_back(word);
    word.clear();
  }
  const auto legal = [&](std::string last) {
    if (!last.empty() && last.back() == '.') last.pop_back();
    return lexicon.in_list("legal_suffixes", last);
  };
  while (words.size() > 1 && (legal(words.back()) || words.back() == "." || words.back() == ",")) words.pop_back();
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  std::string key;
  for (const std::string& part : words) key += (key.empty() ? "" : " ") + part;
  return key;
}

std::vector<Mention> read_entities(const Lexicon& lexicon, const std::vector<bool>& taken, Article& article) {
  return EntityReader(lexicon, taken, article).run();
}

}  // namespace crosscheck
