// A sentence as a row of words, names, values and marks, for those who ask what a value measures.
//   "killed 34 people in Papua" → killed(word) 34(value) people(word) in(small) papua(name)
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stem.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Item {
  enum class Kind : std::uint8_t { mark, value, name, small, word };
  Kind kind = Kind::mark;
  std::uint32_t mention = 0;  ///< of values, names and ordinals (words to others): index into article.mentions
  std::string text;           ///< folded; of a name its entity's key
  std::string stem;           ///< of words
  bool glued = false;         ///< by a hyphen to the item before
  bool shouted = false;       ///< "AK"
  bool capital = false;
  const std::vector<ListName::Key>* lists = nullptr;  ///< that `text` is in; nothing for names and values
};

/// The words of a noun phrase, as positions in the row.
struct Phrase {
  std::vector<std::size_t> words;  ///< names among them; the last is the head
  std::vector<std::size_t> aside;  ///< participles and adverbs that only describe
  std::size_t end = 0;             ///< behind it
  bool anaphor = false;            ///< "of them"
  bool joined = false;             ///< by "of": "dozens of people"
};

class Wording {
 public:
  Wording(const Article& article, const Lexicon& lexicon, const Stemmer& stemmer, const Sentence& sentence,
          const std::vector<std::uint32_t>& mentions);

  std::size_t size() const { return items_.size(); }
  const Item& operator[](std::size_t at) const { return items_[at]; }
  bool is(std::size_t at, Item::Kind kind) const { return at < items_.size() && items_[at].kind == kind; }
  bool listed(std::size_t at, ListName list) const;
  bool ends_in(std::size_t at, ListName list) const { return ends_with_one_of(items_[at].text, list); }

  bool verb_form(std::size_t at) const {
    return remembered(at, kVerbForm, &Wording::find_verb_form);
  }  ///< by its form alone: "killed", "dying"
  bool verb(std::size_t at) const {
    return remembered(at, kVerb, &Wording::find_verb);
  }  ///< by its form or its class, where it does not stand as a noun
  bool plain_verb(std::size_t at) const {
    return remembered(at, kPlainVerb, &Wording::find_plain_verb);
  }                                    ///< the same, and what stands before a base form can be its subject
  bool linking(std::size_t at) const;  ///< ties a figure to the noun on its left: "is", "reached"
  bool adverb(std::size_t at) const { return remembered(at, kAdverb, &Wording::find_adverb); }
  bool light(std::size_t at) const { return listed(at, "light_verbs"); }

  bool befalls_people(std::size_t at) const;  ///< "killed", "dead", "injured"
  bool known_action(std::size_t at) const { return class_at(at, kActions) != nullptr || named_action(at) != nullptr; }
  std::string action(std::size_t at) const;               ///< class, else stem
  const std::string* named_action(std::size_t at) const;  ///< "murder" → kill
  std::string thing(std::size_t at) const;
  const std::string* scale_of(std::size_t at) const;  ///< "quake" → magnitude
  std::string description(std::size_t at) const;      ///< of a word beside the head

  /// The class of a scope phrase that begins there ("so far") and how many items it has.
  std::pair<const std::string*, std::size_t> scope_at(std::size_t at) const;
  Phrase phrase_from(std::size_t at) const;

  static constexpr std::size_t kNone = ~std::size_t{0};

 private:
  void add_word(const std::string& text, Item::Kind kind, bool glued, const Token* token);
  /// What is asked of one item again and again: each value of the sentence looks at the words around it.
  enum Answer : std::uint8_t { kVerbForm, kVerb, kPlainVerb, kAdverb, kPlural };
  enum Class : std::uint8_t { kActions, kActionNouns, kThings, kGraded };
  struct Memo {
    std::uint8_t known = 0, yes = 0, classes_known = 0;
    bool scope_known = false;
    std::array<const std::string*, 4> classes{};
    std::pair<const std::string*, std::size_t> scope{nullptr, 0};
  };
  bool remembered(std::size_t at, Answer answer, bool (Wording::*find)(std::size_t) const) const;
  bool find_verb_form(std::size_t at) const;
  bool find_verb(std::size_t at) const;
  bool find_plain_verb(std::size_t at) const;
  bool find_adverb(std::size_t at) const;
  bool find_plural(std::size_t at) const { return listed(at, "plurals") || ends_in(at, "plural_endings"); }
  bool plural(std::size_t at) const { return remembered(at, kPlural, &Wording::find_plural); }
  std::pair<const std::string*, std::size_t> find_scope(std::size_t at) const;
  const std::string* class_at(std::size_t at, Class kind) const;
  void add_mention(std::uint32_t index, const Article& article);
  bool stands_as_noun(std::size_t at) const;
  std::size_t phrase_start(std::size_t at, Phrase& phrase) const;
  bool take(std::size_t at, Phrase& phrase) const;
  bool joins_adjectives(std::size_t at, const Phrase& phrase) const;
  bool ends_with_one_of(const std::string& text, ListName list) const;

  const Lexicon& lexicon_;
  const Stemmer& stemmer_;
  const CueIndex* scopes_;
  bool has_small_words_ = false;
  std::vector<Item> items_;
  mutable std::vector<Memo> memos_;  ///< one an item
};

}  // namespace crosscheck
