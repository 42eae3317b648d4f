// A word weighs by how few of the story's articles use it: in ten articles about one quake "quake" says nothing of
// which figure is meant, "runway" much. Example: "the navy seized seven AK-47 rifles" → dimension count, head
// "rifl", verb "seiz", near {seiz 0.7, ak-47 1.4, rifl 1.1}, neighbours: the other figures of the sentence.
// Words are taken as they are; two words for one thing meet only where `claim` made them one.
#include "link/profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "link/eras.h"
#include "link/judge.h"
#include "link/tables.h"

namespace crosscheck {
namespace {

std::string dimension_of(const Rulebook& rulebook, const Claim& claim) {
  switch (claim.kind) {
    case MentionKind::number:
    case MentionKind::range:
      return "count";
    case MentionKind::measure: {
      const auto known = rulebook.unit_dimensions().find(claim.quantity.unit);
      return known == rulebook.unit_dimensions().end() ? claim.quantity.unit : known->second;
    }
    case MentionKind::money:
      return claim.quantity.unit;  // two currencies are never compared
    default:
      return std::string(name_of(claim.kind));
  }
}

std::string value_of(const Claim& claim) {
  if (claim.dated()) return when_text(claim);
  if (claim.kind == MentionKind::score) return claim.written;
  return value_text(claim.quantity) + " " + claim.quantity.unit +
         (claim.quantity.bound == Bound::vague ? " or so" : "");
}

/// Counts different articles; they come in ascending order.
struct Articles {
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  std::uint32_t count = 0, last = kNone;
  void add(std::uint32_t document) {
    count += document != last ? 1 : 0;
    last = document;
  }
};

class Builder {
 public:
  Builder(const Rulebook& rulebook, const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims)
      : rulebook_(rulebook), facts_(facts), claims_(claims) {}

  StoryProfiles build(const std::vector<std::uint32_t>& members) {
    StoryProfiles story;
    story.profiles.reserve(members.size());
    for (const std::uint32_t member : members) story.profiles.push_back(profile(member));
    count_articles(story);
    number_sentences(story);
    count_values(story);
    const Eras eras(facts_, claims_, members);
    for (Profile& profile : story.profiles) profile.era = eras.of(claims_[profile.claim]);
    for (std::size_t i = 0; i < story.profiles.size(); ++i) {
      Profile& profile = story.profiles[i];
      profile.words = weighted(words_[i], story.documents);
      profile.near_words = weighted(profile.near, story.documents);
      std::vector<WordId> things = profile.modifiers;
      if (profile.head != 0) things.push_back(profile.head);
      profile.things = weighted(std::move(things), story.documents);
    }
    find_series(story);
    describe_articles(story);
    return story;
  }

 private:
  /// `word` must last.
  WordId id_of(std::string_view word) {
    return word.empty() ? 0 : ids_.try_emplace(word, static_cast<WordId>(ids_.size() + 1)).first->second;
  }
  WordId id_of_made(std::string word) {
    if (const auto known = ids_.find(word); known != ids_.end()) return known->second;
    return id_of(made_.emplace_back(std::move(word)));
  }

  template <class List>
  std::vector<WordId> ids_of(const List& words) {
    std::vector<WordId> ids;
    ids.reserve(words.size());
    for (const std::string_view word : words) ids.push_back(id_of(word));
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  std::uint32_t number_of(const std::string& dimension) {
    const auto number = std::find(dimensions_.begin(), dimensions_.end(), dimension) - dimensions_.begin();
    if (static_cast<std::size_t>(number) == dimensions_.size()) dimensions_.push_back(dimension);
    return static_cast<std::uint32_t>(number);
  }

  Profile profile(std::uint32_t index) {
    const Claim& claim = claims_[index];
    Profile profile;
    profile.claim = index;
    profile.document = claim.document;
    profile.published = facts_[claim.document].published.value.last;
    profile.dimension = dimension_of(rulebook_, claim);
    profile.kind = number_of(profile.dimension);
    profile.of_parties = names_key_party(rulebook_, claim);
    profile.value = id_of_made("=" + value_of(claim));
    profile.head = id_of(claim.measured.head);
    profile.verb = id_of(claim.measured.verb);
    profile.owner = id_of(claim.measured.owner);
    profile.place = id_of(claim.measured.place);
    for (const Role& role : claim.roles) {
      if (role.entity && profile.about == 0) profile.about = id_of(role.key);
    }
    if (claim.rule != "generic") profile.frame = id_of_made("/" + claim.rule);
    profile.modifiers = ids_of(claim.measured.modifiers);
    profile.scope = ids_of(claim.measured.scope);
    profile.near = ids_of(claim.near);
    return profile;
  }

  /// Percents, money, decimals and large numbers are of a period; people and days are not.
  static bool statistic(const Claim& claim) {
    constexpr std::size_t kLarge = 6;  // digits
    if (claim.kind == MentionKind::percent || claim.kind == MentionKind::money) return true;
    const bool counted = claim.kind == MentionKind::number || claim.kind == MentionKind::measure;
    return counted && claim.quantity.value &&
           (claim.quantity.written_unit < 0 || claim.quantity.value->abs() >= Decimal::power_of_ten(kLarge - 1));
  }

  static bool long_time(const Claim& claim) {
    constexpr std::int32_t kMonth = 28;
    return claim.dated() && claim.rule == "generic" && claim.when.first && claim.when.last &&
           *claim.when.last - *claim.when.first + 1 >= kMonth;
  }

  void uses(WordId word, std::uint32_t document) {
    if (users_.size() <= word) users_.resize(ids_.size() + 1);
    users_[word].add(document);
  }

  static std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32U) | b; }

  /// Who uses a word and who states a value.
  void count_articles(StoryProfiles& story) {
    std::unordered_map<std::uint64_t, Articles> tellers;
    Articles documents;
    words_.reserve(story.profiles.size());
    for (std::size_t i = 0; i < story.profiles.size(); ++i) {
      Profile& profile = story.profiles[i];
      const Claim& claim = claims_[profile.claim];
      documents.add(profile.document);
      profile.article = documents.count - 1;
      tellers[pair_of(profile.kind, profile.value)].add(profile.document);
      const bool known = i > 0 && claims_[story.profiles[i - 1].claim].words == claim.words;  // of one sentence
      words_.push_back(known ? words_[i - 1] : ids_of(claim.words));
      for (const WordId word : words_.back()) uses(word, profile.document);
      for (const WordId word : profile.near) uses(word, profile.document);
      for (const WordId word : profile.modifiers) uses(word, profile.document);
      uses(profile.head, profile.document);
    }
    story.documents = documents.count;
    for (Profile& profile : story.profiles) profile.stated_by = tellers[pair_of(profile.kind, profile.value)].count;
  }

  /// What stands in one sentence.
  void number_sentences(StoryProfiles& story) const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < story.profiles.size(); ++i)
      order.emplace_back(pair_of(story.profiles[i].document, claims_[story.profiles[i].claim].sentence), i);
    std::sort(order.begin(), order.end());
    std::uint32_t number = 0;
    for (auto begin = order.begin(), end = begin; begin != order.end(); begin = end, ++number) {
      while (end != order.end() && end->first == begin->first) ++end;
      const bool figures =
          std::any_of(begin, end, [&](const auto& at) { return statistic(claims_[story.profiles[at.second].claim]); });
      for (auto own = begin; own != end; ++own) {
        Profile& profile = story.profiles[own->second];
        profile.sentence = number;
        profile.as_of = figures && long_time(claims_[profile.claim]);
        for (auto other = begin; other != end; ++other) {
          const WordId value = story.profiles[other->second].value;
          if (value != profile.value) profile.neighbours.push_back(value);
        }
        std::sort(profile.neighbours.begin(), profile.neighbours.end());
      }
    }
  }

  /// A thing of which the story gives two values is likelier to be one fact than one of which it gives twenty.
  static void count_values(StoryProfiles& story) {
    using Key = std::array<std::uint32_t, 4>;  // dimension, head, verb, owner
    std::vector<std::pair<Key, WordId>> values;
    const auto keys = [](const Profile& p) {
      return std::array{Key{p.kind, p.head, 0, 0}, Key{p.kind, p.head, p.verb, 0}, Key{p.kind, 0, 0, p.owner}};
    };
    for (const Profile& profile : story.profiles) {
      for (const Key& key : keys(profile)) values.emplace_back(key, profile.value);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    const auto count = [&](const Key& key) {
      constexpr WordId kLast = std::numeric_limits<WordId>::max();
      return static_cast<std::uint32_t>(std::upper_bound(values.begin(), values.end(), std::pair(key, kLast)) -
                                        std::lower_bound(values.begin(), values.end(), std::pair(key, WordId{0})));
    };
    for (Profile& profile : story.profiles) {
      const auto of = keys(profile);
      if (profile.head != 0) profile.values_of_head = count(of[0]);
      if (profile.verb != 0) profile.values_of_verb = count(of[1]);
      if (profile.owner != 0) profile.values_of_owner = count(of[2]);
    }
  }

  /// "The dollar was fixed at V" day after day: each day's figure is a fact of its own.
  void find_series(StoryProfiles& story) const {
    constexpr std::size_t kDays = 3;
    using Telling = std::tuple<std::uint32_t, std::string_view, std::int32_t>;  // dimension, words, day
    std::vector<Telling> told;
    for (const Profile& profile : story.profiles) {
      const PackedWords& words = claims_[profile.claim].words;
      if (profile.published && words.size() > 1) told.emplace_back(profile.kind, words.packed(), *profile.published);
    }
    std::sort(told.begin(), told.end());
    told.erase(std::unique(told.begin(), told.end()), told.end());
    for (Profile& profile : story.profiles) {
      const Telling first{profile.kind, claims_[profile.claim].words.packed(),
                          std::numeric_limits<std::int32_t>::min()};
      const auto begin = std::lower_bound(told.begin(), told.end(), first);
      const auto last = static_cast<std::size_t>(told.end() - begin) < kDays ? told.end() : begin + (kDays - 1);
      profile.series =
          last != told.end() && std::get<0>(*last) == std::get<0>(first) && std::get<1>(*last) == std::get<1>(first);
    }
  }

  void describe_articles(StoryProfiles& story) {
    story.articles.resize(story.documents);
    std::vector<WordId> words;
    for (std::size_t i = 0; i < story.profiles.size(); ++i) {
      const std::uint32_t article = story.profiles[i].article;
      words.insert(words.end(), words_[i].begin(), words_[i].end());
      story.articles[article].values.push_back(story.profiles[i].value);
      if (i + 1 < story.profiles.size() && story.profiles[i + 1].article == article) continue;
      keep_each_once(words);
      keep_each_once(story.articles[article].values);
      story.articles[article].words = weighted(std::exchange(words, {}), story.documents);
    }
  }

  static void keep_each_once(std::vector<WordId>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
  }

  WeightedWords weighted(std::vector<WordId> words, std::uint32_t documents) const {
    WeightedWords out;
    out.words.reserve(words.size());
    std::sort(words.begin(), words.end());
    float sum = 0;
    for (const WordId id : words) {
      const auto users = static_cast<float>(users_[id].count);
      const float weight = std::log(1.0F + static_cast<float>(documents) / std::max(users, 1.0F));
      out.words.emplace_back(id, weight);
      sum += weight * weight;
    }
    out.norm = std::sqrt(sum);
    return out;
  }

  const Rulebook& rulebook_;
  const std::vector<DocumentFacts>& facts_;
  const std::vector<Claim>& claims_;
  std::unordered_map<std::string_view, WordId> ids_;
  std::vector<std::vector<WordId>> words_;  ///< of each profile's claim
  std::deque<std::string> made_;            ///< words that stand in no claim
  std::vector<std::string> dimensions_;
  std::vector<Articles> users_;  ///< by word
};

bool comparable(const Claim& claim) {
  if (of_table(claim)) return false;
  // "Today" in two articles without a date need not be one day.
  if (claim.dated()) return claim.when.known() || !claim.time.clock.empty();
  if (claim.kind == MentionKind::score) return !claim.written.empty();
  return claim.quantity.value || claim.quantity.interval.low || claim.quantity.interval.high;
}

/// "Revenue of $3 billion for 2022": the year says which revenue, and is no fact beside it. Documents and places of such
/// dates.
std::set<std::pair<std::uint32_t, std::uint32_t>> dates_of_periods(const std::vector<Claim>& claims) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> places;
  for (const Claim& claim : claims) {
    if (claim.period && !claim.time.span.empty()) places.emplace(claim.document, claim.time.span.begin);
  }
  return places;
}

}  // namespace

float cosine(const WeightedWords& a, const WeightedWords& b) {
  if (a.norm == 0 || b.norm == 0) return 0;
  float sum = 0;
  for (auto i = a.words.begin(), j = b.words.begin(); i != a.words.end() && j != b.words.end();) {
    if (i->first == j->first)
      sum += i++->second * j++->second;
    else if (i->first < j->first)
      ++i;
    else
      ++j;
  }
  return sum / (a.norm * b.norm);
}

std::vector<std::vector<std::uint32_t>> claims_of_stories(const std::vector<DocumentFacts>& facts,
                                                          const std::vector<Claim>& claims) {
  std::map<std::string, std::vector<std::uint32_t>> of_story;
  const auto dates = dates_of_periods(claims);
  std::vector<std::uint32_t>* members = nullptr;  // of the story of the claim before
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (i == 0 || claim.document != claims[i - 1].document) members = &of_story[facts[claim.document].story];
    if (!comparable(claim)) continue;
    if (claim.dated() && claim.rule == "generic" && dates.contains({claim.document, claim.place.span.begin})) continue;
    members->push_back(i);
  }
  std::vector<std::vector<std::uint32_t>> stories;
  for (auto& [story, own] : of_story) {
    const auto elsewhere = [&](std::uint32_t i) { return claims[i].document != claims[own.front()].document; };
    if (std::any_of(own.begin(), own.end(), elsewhere)) stories.push_back(std::move(own));
  }
  return stories;
}

StoryProfiles profile_story(const Rulebook& rulebook, const std::vector<DocumentFacts>& facts,
                            const std::vector<Claim>& claims, const std::vector<std::uint32_t>& members) {
  return Builder(rulebook, facts, claims).build(members);
}

std::vector<StoryProfiles> profile_stories(const Rulebook& rulebook, const std::vector<DocumentFacts>& facts,
                                           const std::vector<Claim>& claims) {
  std::vector<StoryProfiles> stories;
  for (const auto& members : claims_of_stories(facts, claims))
    stories.push_back(profile_story(rulebook, facts, claims, members));
  return stories;
}

}  // namespace crosscheck
