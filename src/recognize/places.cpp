// "from Tromso to Alesund", "in Narvik, Mo i Rana and Trondheim", "LONDON, March 5 (Newsroom) -": names in the
// places of places. A name behind "in" is none where somebody invests in it, nor where it only says whose
// services they are; one that says, buys or owns is none at all. Names known to CLDR or the word lists were
// marked before. A company whose only mention stands behind "at" is taken for a place.
#include "recognize/places.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

template <std::size_t kSize>
bool in_one_of(const std::array<ListName, kSize>& lists, const std::vector<ListName::Key>& of_word) {
  return std::any_of(lists.begin(), lists.end(), [&](ListName list) {
    return std::find(of_word.begin(), of_word.end(), list.key) != of_word.end();
  });
}

class PlaceReader {
 public:
  PlaceReader(const Lexicon& lexicon, const std::vector<bool>& taken, Article& article,
              const std::vector<Mention>& mentions)
      : lexicon_(lexicon), taken_(taken), article_(article), mentions_(mentions) {}

  /// A name that only ever stands behind "in", "at", "near" and never does or owns anything is a place.
  void run() {
    std::vector<int> located(article_.entities.size(), 0), acting(article_.entities.size(), 0);
    for (const Mention& mention : mentions_) {
      const Sentence& sentence = article_.sentences[mention.sentence];
      if (opens_dateline(mention, sentence)) article_.entities[mention.entity].type = EntityType::place;
      if (mention.first_token > sentence.first_token && stands_in_place(mention, sentence)) ++located[mention.entity];
      if (does_or_owns(mention, sentence)) ++acting[mention.entity];
    }
    for (std::size_t i = 0; i < article_.entities.size(); ++i) {
      Entity& entity = article_.entities[i];
      if (entity.type == EntityType::unknown && located[i] > 0 && acting[i] == 0 &&
          2 * located[i] >= static_cast<int>(entity.count))
        entity.type = EntityType::place;
    }
  }

 private:
  /// "AUSTIN, Texas, Nov. 6 (Newsroom) -": a name among those before a story's first dash, with its date.
  bool opens_dateline(const Mention& mention, const Sentence& sentence) const {
    if (mention.first_token > sentence.first_token + 4) return false;
    bool dated = false;
    for (std::uint32_t at = mention.end_token; at < std::min(sentence.first_token + 18, sentence.end_token); ++at) {
      const Token& token = article_.tokens[at];
      if (token.folded == "-" && token.space_before) return dated || mention.first_token == sentence.first_token;
      dated = dated || taken_[at];
      if (token.kind == TokenKind::mark && token.folded != "," && token.folded != "(" && token.folded != ")")
        return false;
      if (token.kind == TokenKind::word && !token.capital && !taken_[at] &&
          !lexicon_.in_list("stop_words", token.folded))
        return false;
    }
    return false;
  }

  bool stands_in_place(const Mention& mention, const Sentence& sentence) const {
    const auto word = [&](std::uint32_t back) -> const std::string& {
      static const std::string none;
      return mention.first_token >= sentence.first_token + back ? article_.tokens[mention.first_token - back].folded
                                                                : none;
    };
    if (word(1) == "," || word(1) == "and") return listed_after_place(mention, sentence);
    if (!lexicon_.in_list("place_prepositions", word(1))) return false;
    if (word(1) == "to" && ends_way(mention)) return true;
    if (word(1) == "from" && mention.end_token < sentence.end_token &&
        article_.tokens[mention.end_token].folded == "to")
      return true;
    if (word(1) != "in" && word(1) != "from" && word(1) != "to") return true;
    for (std::uint32_t back = 2; back <= 14; ++back) {
      if (of_investments(word(back))) return false;
    }
    return word(1) == "in" && !modifies(mention, sentence);
  }

  bool of_investments(const std::string& word) const {
    static constexpr std::array<ListName, 4> kLists = {"invest", "investment_nouns", "stake_nouns", "deal_nouns"};
    return in_one_of(kLists, lexicon_.lists_of(word)) || word == "shares" || word == "interest" || word == "money";
  }

  /// "in Initech services": the name only says whose.
  bool modifies(const Mention& mention, const Sentence& sentence) const {
    if (mention.end_token >= sentence.end_token) return false;
    const Token& next = article_.tokens[mention.end_token];
    return next.kind == TokenKind::word && !next.capital && !taken_[mention.end_token] && next.folded.size() > 3 &&
           next.folded.back() == 's' && !lexicon_.in_list("stop_words", next.folded);
  }

  /// "from Tromso to Alesund": both ends of a way; "sold to Acme" is none.
  bool ends_way(const Mention& mention) const {
    if (&mention == mentions_.data()) return false;
    const Mention& before = *(&mention - 1);
    return before.sentence == mention.sentence && before.end_token + 1 == mention.first_token &&
           before.first_token > 0 && article_.tokens[before.first_token - 1].folded == "from";
  }

  /// "in Cambridge, Massachusetts", "in Narvik, Mo i Rana and Trondheim": a name listed behind a place is one.
  bool listed_after_place(const Mention& mention, const Sentence& sentence) const {
    for (const Mention* other = &mention - 1; other >= mentions_.data(); --other) {
      if (other->sentence != mention.sentence || other->end_token + 2 < mention.first_token) return false;
      if (other->end_token + 1 == mention.first_token) return stands_in_place(*other, sentence);
    }
    return false;
  }

  bool does_or_owns(const Mention& mention, const Sentence& sentence) const {
    if (mention.end_token >= sentence.end_token) return false;
    return verb_of_doing(lexicon_, article_.tokens[mention.end_token].folded);
  }

  const Lexicon& lexicon_;
  const std::vector<bool>& taken_;
  Article& article_;
  const std::vector<Mention>& mentions_;
};

}  // namespace

bool verb_of_doing(const Lexicon& lexicon, const std::string& word) {
  static constexpr std::array<ListName, 14> kLists = {"say",   "be",       "have",   "acquire", "invest",
                                                      "raise", "announce", "modal",  "launch",  "cut",
                                                      "earn",  "hold",     "employ", "act"};
  return in_one_of(kLists, lexicon.lists_of(word)) || word == "'s";
}

void mark_places(const Lexicon& lexicon, const std::vector<bool>& taken, Article& article,
                 const std::vector<Mention>& mentions) {
  PlaceReader(lexicon, taken, article, mentions).run();
}

}  // namespace crosscheck
