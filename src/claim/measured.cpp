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

constexpr std::size_t kVerbReach = 4;  // "people who were killed"

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
      : article_(article),
        lexicon_(lexicon),
        first_(mentions.front()),
        words_(article, lexicon, stemmer, sentence, mentions) {}

  const Wording& words() const { return words_; }
  /// What the value at `at` measures; `previous` is what the count before it did.
  Measured read(std::size_t at, MentionKind kind, const Measured* previous) {
    measured_ = {};
    left_ = right_ = at;
    if (dates(kind) || !counts(kind)) step_out_of_brackets(at);
    phrase_ = words_.phrase_from(right_ + 1);
    if (dates(kind)) {
      read_date();
    } else {
      governor_ = governor_of(words_, left_, phrase_.end);
      if (governor_.found()) measured_.verb = words_.action(governor_.at);
      if (kind == MentionKind::age)
        read_age();
      else if (counts(kind))
        read_count(previous);
      else
        read_amount();
    }
    add_manner();
    add_owner(at, kind);
    measured_.place = place_of(article_, words_, left_, phrase_.end);
    if (counts(kind) && !lexicon_.in_list("scales", measured_.head))  // a quake has one magnitude wherever it is felt
      measured_.territories = territories_of(article_, lexicon_, words_, left_, phrase_.end);
    measured_.scope = scope_of(words_, left_, phrase_);
    keep_once(measured_.modifiers);
    return measured_;
  }

  /// The reader's own words for it: "people killed".
  std::string attribute() const {
    std::string text;
    std::size_t taken = 0;
    const std::size_t from = phrase_.words.size() > 3 ? phrase_.words.size() - 3 : 0;
    for (std::size_t i = from; i < phrase_.words.size(); ++i) add(words_[phrase_.words[i]].text, taken, text);
    const bool close = governor_.behind && governor_.at < phrase_.end + kVerbReach;
    if (close && taken < 3 && !words_.light(governor_.at)) add(words_[governor_.at].text, taken, text);
    return text;
  }

 private:
  static void add(const std::string& word, std::size_t& taken, std::string& text) {
    if (taken++ > 0) text += ' ';
    text += word;
  }

  /// "22 miles (35 kilometers) west of": both figures stand where the two stand together.
  void step_out_of_brackets(std::size_t at) {
    const auto mark = [&](std::size_t item, std::string_view text) {
      return words_.is(item, Item::Kind::mark) && words_[item].text == text;
    };
    if (at > 1 && mark(at - 1, "(") && words_.is(at - 2, Item::Kind::value) && mark(at + 1, ")")) {
      left_ = at - 2;
      right_ = at + 1;
    } else if (mark(at + 1, "(") && words_.is(at + 2, Item::Kind::value) && mark(at + 3, ")")) {
      right_ = at + 3;
    }
  }

  void add_owner(std::size_t at, MentionKind kind) {
    if (measured_.owner.empty()) measured_.owner = owner_of(words_, at, kind);
    const std::size_t verb = governor_.found() ? governor_.at : governor_.light;
    const bool subject_left = verb != Wording::kNone && (!governor_.behind || dates(kind));
    if (measured_.owner.empty() && subject_left) own(subject_of(words_, verb));
    const std::size_t before = verb != Wording::kNone && verb > 0 ? verb - 1 : at - std::min<std::size_t>(at, 1);
    if (measured_.owner.empty() && words_.listed(before, "person_pronouns"))
      measured_.owner = last_subject(article_, first_);
  }

  void own(std::size_t name) {
    if (name != Wording::kNone) measured_.owner = words_[name].text;
  }

  void describe(std::size_t at) { measured_.modifiers.push_back(words_.description(at)); }

  /// The last plain word is the head, the others describe it; in "an 80-employee startup" it is the word of the compound.
  void take_phrase(const Phrase& phrase) {
    std::size_t head = Wording::kNone;
    for (const std::size_t at : phrase.words) {
      if (head == Wording::kNone || words_.is(at, Item::Kind::word)) head = at;
    }
    if (head == Wording::kNone) return;
    const auto place = std::find(phrase.words.begin(), phrase.words.end(), head);
    if (place != phrase.words.begin() && words_.listed(head, "weak_heads")) head = *(place - 1);  // "crew members"
    if (words_[phrase.words.front()].glued && !phrase.joined) head = phrase.words.front();
    for (const std::size_t at : phrase.words) {
      if ((at != head && !words_.listed(at, "weak_heads")) || words_[at].shouted)
        describe(at);  // "AK-47s" are guns, and of that kind
    }
    measured_.head = words_.thing(head);
    take_action_of(head);
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

  void take_noun_left() {
    const std::size_t noun = noun_left_of(words_, left_);
    if (noun == Wording::kNone) return;
    measured_.head = words_.thing(noun);
    if (noun > 0 && words_.is(noun - 1, Item::Kind::word) && !words_.verb(noun - 1)) describe(noun - 1);
    take_action_of(noun);
  }

  void read_count(const Measured* previous) {
    if (take_scale()) return;
    const bool joined = phrase_.words.empty() && left_ > 1 && words_.listed(left_ - 1, "and_words") &&
                        words_.is(left_ - 2, Item::Kind::value) && previous != nullptr;
    if (joined) {  // "ages 6 and 16"
      measured_ = *previous;
      return;
    }
    if (take_bare_age()) return;
    if (phrase_.anaphor && previous != nullptr) {
      measured_.head = previous->head;
      measured_.modifiers = previous->modifiers;
      if (measured_.verb.empty()) measured_.verb = previous->verb;
    } else if (shares_next_phrase()) {
      for (const std::size_t at : phrase_.words) describe(at);
      const Phrase next = words_.phrase_from(phrase_.end + 2);
      phrase_ = next;
      if (!take_scale()) take_phrase(next);
    } else if (!phrase_.words.empty()) {
      take_phrase(phrase_);
    } else if (lexicon_.in_list("people_actions", measured_.verb)) {
      measured_.head = people();
    } else {
      take_noun_left();
    }
  }

  /// "He was 95", "Smith is 43", "dies at 95".
  bool take_bare_age() {
    if (!phrase_.words.empty() || left_ < 2) return false;
    const bool says_so = words_.listed(left_ - 1, "be") &&
                         (words_.listed(left_ - 2, "person_pronouns") || words_.is(left_ - 2, Item::Kind::name));
    const bool at_death = words_.listed(left_ - 1, "age_prepositions") && lexicon_.in_list("ages_at", measured_.verb);
    if (!says_so && !at_death) return false;
    read_age();
    return true;
  }

  /// "7.6 and 7.5 quakes", "12 Somali and 11 Yemeni pirates".
  bool shares_next_phrase() const {
    const bool bare = phrase_.words.empty();
    if (!bare && (phrase_.words.size() > 1 || !proper(phrase_.words[0]))) return false;
    const std::size_t joint = phrase_.end;
    if (!words_.listed(joint, "and_words") || !words_.is(joint + 1, Item::Kind::value)) return false;
    const Phrase next = words_.phrase_from(joint + 2);
    return next.words.size() > (bare ? 0 : 1) && words_.is(next.words.back(), Item::Kind::word);
  }

  bool proper(std::size_t at) const { return words_[at].capital || words_.is(at, Item::Kind::name); }

  /// "magnitude 6.1", "a 6.1-magnitude quake", "7.4, west of": a figure on a scale.
  bool take_scale() {
    std::size_t scale = Wording::kNone;
    for (std::size_t back = 1; back <= 3 && back <= left_ && scale == Wording::kNone; ++back) {
      if (words_.listed(left_ - back, "scales")) scale = left_ - back;
      if (!words_.is(left_ - back, Item::Kind::small)) break;
    }
    for (const std::size_t word : phrase_.words) {
      if (words_.listed(word, "scales")) scale = word;
    }
    if (scale != Wording::kNone) {
      measured_.head = words_.thing(scale);
      for (const std::size_t word : phrase_.words) {
        if (word != scale) measured_.modifiers.push_back(words_.thing(word));
      }
      take_verb_of(phrase_.words);
      return true;
    }
    if (!decimal(left_)) return false;
    const std::size_t noun = phrase_.words.empty() ? noun_left_of(words_, left_) : phrase_.words.back();
    const std::string* graded = noun == Wording::kNone ? nullptr : words_.scale_of(noun);
    if (graded == nullptr) return false;
    measured_.head = *graded;
    measured_.modifiers.push_back(words_.thing(noun));
    take_verb_of({noun});
    return true;
  }

  /// What is graded names what it did, whatever the verb beside the figure: "measuring 7.6".
  void take_verb_of(const std::vector<std::size_t>& nouns) {
    for (const std::size_t noun : nouns) {
      if (const std::string* action = words_.named_action(noun)) measured_.verb = *action;
    }
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
    std::size_t before = left_;
    while (before > 0 && words_.listed(before - 1, "determiners")) --before;
    const bool apposed = before > 1 && before < left_ && words_.is(before - 1, Item::Kind::mark);
    if (measured_.owner.empty() && apposed && words_.is(before - 2, Item::Kind::name)) own(before - 2);
  }

  static std::string age_head() { return std::string(name_of(MentionKind::age)); }

  /// Money, shares, measures, durations: "a depth of 10 km", "a $5.4 billion deal", "$60 million in funding".
  void read_amount() {
    std::size_t of = left_;
    while (of > 0 && words_.scope_at(of - 1).second > 0) --of;  // "a depth of just 10 km"
    if (of > 1 && words_.listed(of - 1, "of_words") && words_.is(of - 2, Item::Kind::word) &&
        words_.scope_at(of - 2).second == 0) {
      take_object(of - 2);
    } else if (!phrase_.words.empty()) {
      take_phrase(phrase_);
      if (!measured_.head.empty()) take_object(phrase_.words.back());
    } else if (!take_linked() && !distance() && (!governor_.found() || words_.linking(governor_.at))) {
      take_noun_left();
    }
  }

  /// "75 km west of", "13 miles from": the place says of what.
  bool distance() const {
    return words_.adverb(right_ + 1) ||
           (words_.listed(right_ + 1, "where_prepositions") && !words_.listed(right_ + 1, "object_links"));
  }

  /// What is bought, stolen, lost names the action better than the verb: "reached a $5.4 billion deal".
  void take_object(std::size_t noun) {
    measured_.head = words_.thing(noun);
    if (const std::string* action = words_.named_action(noun)) measured_.verb = *action;
  }

  /// "75 km west of the city", "$60 million in funding"; a name there is no noun to go by.
  bool take_linked() {
    std::size_t link = right_ + 1;
    while (words_.is(link, Item::Kind::word) && words_.adverb(link)) describe(link++);
    if (link > right_ + 1 || !words_.listed(link, "object_links")) return false;
    const std::size_t begin = words_.listed(link + 1, "determiners") ? link + 2 : link + 1;
    const Phrase object = words_.phrase_from(begin);
    if (object.words.empty() || words_.is(object.words.back(), Item::Kind::name)) return false;
    take_phrase(object);
    return true;
  }

  /// "The quake struck at 7:48", "the 2004 tsunami", "Sunday's quakes", "the murder in 2005".
  void read_date() {
    const bool owns = words_.listed(right_ + 1, "possessives");
    const bool specified = left_ > 0 && words_.listed(left_ - 1, "determiners");
    const Phrase named = words_.phrase_from(owns ? right_ + 2 : right_ + 1);
    governor_ = dating_governor(words_, left_, right_ + 1);
    if (governor_.found()) measured_.verb = words_.action(governor_.at);
    phrase_ = {};
    phrase_.end = right_ + 1;
    if (!named.words.empty() && !named.joined) {
      const std::size_t head = named.words.back();
      const std::string* action = words_.named_action(head);
      if (owns || specified || action != nullptr) {
        phrase_ = named;
        take_phrase(named);
        if (action != nullptr) measured_.verb = *action;
        if (measured_.head == people()) measured_.head.clear();
        return;
      }
    }
    const std::size_t noun = left_ > 1 && words_.is(left_ - 1, Item::Kind::small) ? left_ - 2 : Wording::kNone;
    if (noun != Wording::kNone && words_.named_action(noun) != nullptr && !words_.plain_verb(noun))
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
  std::uint32_t first_;  ///< mention of the sentence
  Wording words_;
  Measured measured_;
  Phrase phrase_;
  Governor governor_;
  std::size_t left_ = 0, right_ = 0;  ///< the value, with a second figure in brackets
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
    if (claim.rule == "generic" && counts(claim.kind)) {
      std::string attribute = reader.attribute();
      if (!attribute.empty()) claim.attribute = std::move(attribute);
    }
    if (counts(claim.kind) || claim.kind == MentionKind::age) previous = &claim.measured;
  }
}

}  // namespace crosscheck
