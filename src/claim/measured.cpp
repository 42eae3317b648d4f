// What each value of a sentence measures. "The navy seized seven AK-47 rifles off Somalia" → head gun (rifles are guns),
// modifier ak-47, verb seize, place somalia; "34 were injured" has no noun of its own, but its verb happens to people; "a
// toll of 34" has its noun on the left. Words are stems, or names of classes of rules/<lang>/words.yaml, so that "killed
// 34" and "34 deaths" read alike. A language without lists has the word behind the value and no more. No parse: a verb of
// a clause in between governs wrongly, "he" is the last name before.
#include "claim/measured.h"

#include <algorithm>

#include "claim/governor.h"
#include "claim/where.h"
#include "claim/wording.h"

namespace crosscheck {
namespace {

void keep_once(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool counts(MentionKind kind) {
  return kind == MentionKind::number || kind == MentionKind::range || kind == MentionKind::ordinal;
}

bool dates(MentionKind kind) {
  return kind == MentionKind::date || kind == MentionKind::time || kind == MentionKind::set;
}

class SentenceReader {
 public:
  SentenceReader(const Article& article, const Lexicon& lexicon, const Stemmer& stemmer, const Sentence& sentence,
                 const std::vector<std::uint32_t>& mentions)
      : article_(article), lexicon_(lexicon), words_(article, lexicon, stemmer, sentence, mentions) {}

  const Wording& words() const { return words_; }
  /// What the value at `at` measures; `previous` is what the count before it did.
  Measured read(std::size_t at, MentionKind kind, const Measured* previous) {
    measured_ = {};
    phrase_ = words_.phrase_from(at + 1);
    if (dates(kind)) {
      read_date(at);
    } else {
      governor_ = governor_of(words_, at, phrase_.end);
      if (governor_.found()) measured_.verb = words_.action(governor_.at);
      if (kind == MentionKind::age)
        read_age();
      else if (counts(kind))
        read_count(at, previous);
      else
        read_amount(at);
    }
    add_manner();
    if (measured_.owner.empty()) measured_.owner = owner_of(article_, words_, at, phrase_, kind);
    if (measured_.owner.empty() && governor_.found() && !governor_.behind) own(subject_of(words_, governor_.at));
    if (measured_.owner.empty() && dates(kind) && governor_.found()) own(subject_of(words_, governor_.at));
    measured_.place = place_of(article_, words_, at, phrase_.end);
    measured_.scope = scope_of(words_, at, phrase_);
    keep_once(measured_.modifiers);
    return measured_;
  }

  /// The reader's own words for it: "people killed".
  std::string attribute() const {
    std::string text;
    std::size_t taken = 0;
    const std::size_t from = phrase_.words.size() > 3 ? phrase_.words.size() - 3 : 0;
    for (std::size_t i = from; i < phrase_.words.size(); ++i) add(words_[phrase_.words[i]].text, taken, text);
    if (governor_.behind && taken < 3 && !words_.light(governor_.at)) add(words_[governor_.at].text, taken, text);
    return text;
  }

 private:
  static void add(const std::string& word, std::size_t& taken, std::string& text) {
    if (taken++ > 0) text += ' ';
    text += word;
  }

  void own(std::size_t name) {
    if (name != Wording::kNone) measured_.owner = words_[name].text;
  }

  void describe(std::size_t at) {
    measured_.modifiers.push_back(words_.is(at, Item::Kind::name) ? words_[at].text : words_[at].stem);
  }

  /// The last plain word is the head, the others describe it.
  void take_phrase(const Phrase& phrase) {
    std::size_t head = Wording::kNone;
    for (const std::size_t at : phrase.words) {
      if (head == Wording::kNone || words_.is(at, Item::Kind::word)) head = at;
    }
    for (const std::size_t at : phrase.words) {
      if (at != head) describe(at);
    }
    if (head != Wording::kNone) measured_.head = words_.thing(head);
    if (head != Wording::kNone) take_action_of(head);
  }

  /// "deaths": people, killed.
  void take_action_of(std::size_t noun) {
    const std::string* action = words_.named_action(noun);
    if (action == nullptr) return;
    if (lexicon_.in_list("people_actions", *action)) {
      measured_.head = people();
      measured_.verb = *action;
    } else if (measured_.verb.empty()) {
      measured_.verb = *action;
    }
  }

  std::string people() const {
    const auto list = lexicon_.lists.find("people_head");
    return list == lexicon_.lists.end() || list->second.empty() ? "" : *list->second.begin();
  }

  void take_noun_left(std::size_t at) {
    const std::size_t noun = noun_left_of(words_, at);
    if (noun == Wording::kNone) return;
    measured_.head = words_.thing(noun);
    if (noun > 0 && words_.is(noun - 1, Item::Kind::word) && !words_.verb(noun - 1)) describe(noun - 1);
    take_action_of(noun);
  }

  void read_count(std::size_t at, const Measured* previous) {
    if (take_scale(at)) return;
    if (phrase_.anaphor && previous != nullptr) {
      measured_.head = previous->head;
      measured_.modifiers = previous->modifiers;
      if (measured_.verb.empty()) measured_.verb = previous->verb;
      return;
    }
    if (phrase_.words.empty()) {
      if (lexicon_.in_list("people_actions", measured_.verb))
        measured_.head = people();
      else if (!take_sequel(at))
        take_noun_left(at);
      return;
    }
    take_phrase(phrase_);
  }

  /// "7.6 and 7.5 quakes": the first shares the phrase of the next.
  bool take_sequel(std::size_t at) {
    if (!words_.is(at + 1, Item::Kind::small) || !words_.is(at + 2, Item::Kind::value)) return false;
    const Phrase next = words_.phrase_from(at + 3);
    if (next.words.empty()) return false;
    phrase_ = next;
    if (!take_scale(at)) take_phrase(next);
    return true;
  }

  /// "magnitude 6.1", "a 6.1-magnitude quake", "7.4, west of": a figure on a scale.
  bool take_scale(std::size_t at) {
    std::size_t scale = Wording::kNone;
    for (std::size_t back = 1; back <= 3 && back <= at && scale == Wording::kNone; ++back) {
      if (words_.listed(at - back, "scales")) scale = at - back;
      if (!words_.is(at - back, Item::Kind::small)) break;
    }
    for (const std::size_t word : phrase_.words) {
      if (words_.listed(word, "scales")) scale = word;
    }
    if (scale != Wording::kNone) {
      measured_.head = words_.thing(scale);
      for (const std::size_t word : phrase_.words) {
        if (word != scale) measured_.modifiers.push_back(words_.thing(word));
      }
      return true;
    }
    if (!decimal(at)) return false;
    const std::size_t noun = phrase_.words.empty() ? noun_left_of(words_, at) : phrase_.words.back();
    const std::string* graded = noun == Wording::kNone ? nullptr : lexicon_.class_of("graded", words_[noun].stem);
    if (graded == nullptr) return false;
    measured_.head = *graded;
    measured_.modifiers.push_back(words_.thing(noun));
    return true;
  }

  bool decimal(std::size_t at) const {
    const std::uint32_t mention = words_[at].mention;
    return mention < article_.mentions.size() && article_.mentions[mention].quantity.written_unit < 0;
  }

  void read_age() {
    measured_.head = age_head();
    for (const std::size_t at : phrase_.words) {
      if (words_.is(at, Item::Kind::name))
        measured_.owner = words_[at].text;
      else
        measured_.modifiers.push_back(words_.thing(at));
    }
  }

  std::string age_head() const { return std::string(name_of(MentionKind::age)); }

  /// Money, shares, measures, durations: "a depth of 10 km", "a $5.4 billion deal", "$60 million in funding".
  void read_amount(std::size_t at) {
    if (at > 1 && words_.listed(at - 1, "of_words") && words_.is(at - 2, Item::Kind::word) &&
        words_.scope_at(at - 2).second == 0) {
      measured_.head = words_.thing(at - 2);
      take_action_of(at - 2);
      return;
    }
    if (!phrase_.words.empty() && !phrase_.joined) return take_phrase(phrase_);
    std::size_t link = at + 1;
    while (words_.is(link, Item::Kind::word) && words_.adverb(link)) describe(link++);  // "75 km west of"
    if (words_.listed(link, "object_links")) {
      const Phrase object = words_.phrase_from(words_.listed(link, "of_words") ? link : past_determiner(link + 1));
      take_phrase(object);
      if (!measured_.head.empty()) return;
    }
    if (!governor_.found() || lexicon_.in_list("linking_actions", measured_.verb)) take_noun_left(at);
  }

  std::size_t past_determiner(std::size_t at) const { return words_.listed(at, "determiners") ? at + 1 : at; }

  /// "The quake struck at 7:48", "the 2004 tsunami", "Sunday's quakes", "the murder in 2005".
  void read_date(std::size_t at) {
    const bool owns = words_.listed(at + 1, "possessives");
    const bool specified = at > 0 && words_.listed(at - 1, "determiners");
    const Phrase named = words_.phrase_from(owns ? at + 2 : at + 1);
    governor_ = dating_governor(words_, at, at + 1);
    if (governor_.found()) measured_.verb = words_.action(governor_.at);
    if (!named.words.empty() && !named.joined) {
      const std::size_t head = named.words.back();
      if (owns || specified || words_.named_action(head) != nullptr) {
        if (words_.named_action(head) != nullptr) measured_.verb = *words_.named_action(head);
        take_phrase(named);
        phrase_ = named;
        return;
      }
    }
    phrase_ = {};
    phrase_.end = at + 1;
    const std::size_t noun = at > 1 && words_.is(at - 1, Item::Kind::small) ? at - 2 : Wording::kNone;
    if (noun != Wording::kNone && words_.named_action(noun) != nullptr && !words_.verb(noun))
      measured_.verb = *words_.named_action(noun);
  }

  /// "people seriously injured": how it was done describes the head.
  void add_manner() {
    for (const std::size_t at : phrase_.aside) describe(at);
    if (!governor_.found() || !governor_.behind) return;
    for (const std::size_t at : {governor_.at - 1, governor_.at + 1}) {
      if (words_.is(at, Item::Kind::word) && words_.adverb(at)) describe(at);
    }
  }

  const Article& article_;
  const Lexicon& lexicon_;
  Wording words_;
  Measured measured_;
  Phrase phrase_;
  Governor governor_;
};

}  // namespace

void measure_claims(Article& article, const Lexicon& lexicon, const Stemmer& stemmer, const Sentence& sentence,
                    const std::vector<std::uint32_t>& mentions, std::size_t first) {
  SentenceReader reader(article, lexicon, stemmer, sentence, mentions);
  const Measured* previous = nullptr;
  std::size_t item = 0;
  for (std::size_t i = first; i < article.claims.size(); ++i) {
    Claim& claim = article.claims[i];
    const auto stands = [&](std::size_t at) {
      const std::uint32_t mention = reader.words()[at].mention;
      return mention < article.mentions.size() && article.mentions[mention].span == claim.place.span;
    };
    while (item < reader.words().size() && !stands(item)) ++item;
    if (item == reader.words().size()) return;
    claim.measured = reader.read(item, claim.kind, previous);
    if (counts(claim.kind)) previous = &claim.measured;
  }
}

}  // namespace crosscheck
