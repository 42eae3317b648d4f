// What a token may be in a name, by the language's word lists; looked up once a document, for names are many.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

class NameWords {
 public:
  NameWords(const Document& document, const Lexicon& lexicon, const std::vector<bool>& taken, const Article& article);

  using List = WordList;
  const List &breakers, &titles, &title_nouns, &title_modifiers, &role_nouns, &links, &of, &behind_institution, &joins,
      &possessives, &capital_nouns, &articles, &heads, &organization_words, &legal, &suffixes, &given, &demonyms,
      &places, &place_heads, &place_openers, &common, &stop, &starters;

  const Lexicon& lexicon;
  const std::vector<bool>& taken;
  const Article& article;

  const Token& token(std::uint32_t at) const { return article.tokens[at]; }
  const std::string& word(std::uint32_t at) const { return article.tokens[at].folded; }
  bool in(const List& list, std::uint32_t at) const {
    const auto& own = *lists_[at];
    return std::find(own.begin(), own.end(), list.key) != own.end();
  }
  /// "inc" of "inc."
  bool in_without_dot(const List& list, std::uint32_t at) const;
  /// A word with a capital that may stand in a name.
  bool name_part(std::uint32_t at) const;
  /// A word that a capital at the start of a sentence does not make a name.
  bool plain(std::uint32_t at) const;
  /// All letters capitals: "HGS", not "O'Connor".
  bool all_capitals(std::uint32_t at) const;
  /// Too common a word to stand for a longer name: "Service", "House", "County".
  bool weak(std::uint32_t at) const;
  /// "CEO", "Deputy" and the like.
  bool title(std::uint32_t at) const { return in(title_nouns, at); }
  bool place(const std::string& key) const { return lexicon.territories.count(key) > 0 || places.count(key) > 0; }
  /// As written, folded, one blank where there is one.
  std::string text(std::uint32_t first, std::uint32_t end) const;
  /// Tokens from `at` that are a gazetteer's name, and which; `loud`: in a line of capitals, where "US" is a word.
  struct Found {
    std::uint32_t end = 0;
    const KnownName* name = nullptr;
  };
  Found known_at(std::uint32_t at, std::uint32_t end, bool loud) const;

 private:
  bool compound_adjective(const std::string& word) const;
  /// "CORRECTED -", "(RPT)", "UPDATE 2-": what a headline is, and not what it is about.
  bool label(std::uint32_t at) const;
  std::string_view surface(std::uint32_t at) const;

  const Document& document_;
  std::vector<const List*> plain_;
  std::vector<const std::vector<ListName::Key>*> lists_;  ///< of each token: those it is in
  const List &prefixes_, &adjective_ends_;
};

}  // namespace crosscheck
