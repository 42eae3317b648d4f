// A word weighs by how few of the story's articles use it: in ten articles about one quake "quake" says nothing of
// which figure is meant, "runway" much. Example: "the navy seized seven AK-47 rifles" → dimension count, head
// "rifl", verb "seiz", near {seiz 0.7, ak-47 1.4, rifl 1.1}, neighbours: the other figures of the sentence.
// Words are taken as they are; two words for one thing meet only where `claim` made them one.
#include "link/profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "link/eras.h"
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

class Builder {
 public:
  Builder(const Rulebook& rulebook, const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims)
      : rulebook_(rulebook), facts_(facts), claims_(claims) {}

  StoryProfiles build(const std::vector<std::uint32_t>& members) {
    StoryProfiles story;
    for (const std::uint32_t member : members) story.profiles.push_back(profile(member));
    count_articles(story);
    count_values(story);
    const Eras eras(facts_, claims_, members);
    for (Profile& profile : story.profiles) profile.era = eras.of(claims_[profile.claim]);
    for (Profile& profile : story.profiles) {
      profile.words = weighted(claims_[profile.claim].words, story.documents);
      profile.near_words = weighted(claims_[profile.claim].near, story.documents);
      std::vector<std::string> things = claims_[profile.claim].measured.modifiers;
      if (profile.head != 0) things.push_back(claims_[profile.claim].measured.head);
      profile.things = weighted(things, story.documents);
    }
    find_series(story);
    describe_articles(story);
    return story;
  }

 private:
  WordId id_of(const std::string& word) {
    return word.empty() ? 0 : ids_.try_emplace(word, static_cast<WordId>(ids_.size() + 1)).first->second;
  }

  std::vector<WordId> ids_of(const std::vector<std::string>& words) {
    std::vector<WordId> ids;
    for (const std::string& word : words) ids.push_back(id_of(word));
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  Profile profile(std::uint32_t index) {
    const Claim& claim = claims_[index];
    Profile profile;
    profile.claim = index;
    profile.document = claim.document;
    profile.published = facts_[claim.document].published.value.last;
    profile.dimension = dimension_of(rulebook_, claim);
    profile.value = id_of("=" + value_of(claim));
    profile.head = id_of(claim.measured.head);
    profile.verb = id_of(claim.measured.verb);
    profile.owner = id_of(claim.measured.owner);
    profile.place = id_of(claim.measured.place);
    for (const Role& role : claim.roles) {
      if (role.entity && profile.about == 0) profile.about = id_of(role.key);
    }
    if (claim.rule != "generic") profile.frame = id_of("/" + claim.rule);
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

  /// Counts, over the story's articles, who uses a word and who states a value; and what stands in one sentence.
  void count_articles(StoryProfiles& story) {
    std::map<std::pair<std::string, WordId>, std::set<std::uint32_t>> tellers;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> sentences;
    std::set<std::uint32_t> documents;
    for (std::size_t i = 0; i < story.profiles.size(); ++i) {
      const Profile& profile = story.profiles[i];
      const Claim& claim = claims_[profile.claim];
      documents.insert(profile.document);
      tellers[{profile.dimension, profile.value}].insert(profile.document);
      sentences[{profile.document, claim.sentence}].push_back(i);
      for (const std::string& word : claim.words) users_[id_of(word)].insert(profile.document);
      for (const auto* words : {&claim.near, &claim.measured.modifiers}) {
        for (const std::string& word : *words) users_[id_of(word)].insert(profile.document);
      }
      users_[profile.head].insert(profile.document);
    }
    story.documents = static_cast<std::uint32_t>(documents.size());
    std::uint32_t number = 0;
    for (const auto& [place, members] : sentences) {
      const bool figures = std::any_of(members.begin(), members.end(),
                                       [&](std::size_t i) { return statistic(claims_[story.profiles[i].claim]); });
      for (const std::size_t i : members) {
        story.profiles[i].sentence = number;
        story.profiles[i].as_of = figures && long_time(claims_[story.profiles[i].claim]);
        for (const std::size_t other : members) {
          if (other != i && story.profiles[other].value != story.profiles[i].value)
            story.profiles[i].neighbours.push_back(story.profiles[other].value);
        }
        std::sort(story.profiles[i].neighbours.begin(), story.profiles[i].neighbours.end());
      }
      ++number;
    }
    for (Profile& profile : story.profiles)
      profile.stated_by = static_cast<std::uint32_t>(tellers[{profile.dimension, profile.value}].size());
  }

  /// A thing of which the story gives two values is likelier to be one fact than one of which it gives twenty.
  static void count_values(StoryProfiles& story) {
    using Key = std::tuple<std::string, WordId, WordId, WordId>;
    std::map<Key, std::set<WordId>> values;
    const auto keys = [](const Profile& p) {
      return std::array{Key{p.dimension, p.head, 0, 0}, Key{p.dimension, p.head, p.verb, 0},
                        Key{p.dimension, 0, 0, p.owner}};
    };
    for (const Profile& profile : story.profiles) {
      for (const Key& key : keys(profile)) values[key].insert(profile.value);
    }
    for (Profile& profile : story.profiles) {
      const auto of = keys(profile);
      const auto count = [&](std::size_t i) { return static_cast<std::uint32_t>(values[of[i]].size()); };
      if (profile.head != 0) profile.values_of_head = count(0);
      if (profile.verb != 0) profile.values_of_verb = count(1);
      if (profile.owner != 0) profile.values_of_owner = count(2);
    }
  }

  /// "The dollar was fixed at V" day after day: each day's figure is a fact of its own.
  void find_series(StoryProfiles& story) const {
    constexpr std::size_t kDays = 3;
    std::map<std::pair<std::string, std::vector<std::string>>, std::set<std::int32_t>> days;
    const auto told = [&](const Profile& profile) {
      return days.try_emplace({profile.dimension, claims_[profile.claim].words}).first;
    };
    for (const Profile& profile : story.profiles) {
      if (profile.published && claims_[profile.claim].words.size() > 1)
        told(profile)->second.insert(*profile.published);
    }
    for (Profile& profile : story.profiles) profile.series = told(profile)->second.size() >= kDays;
  }

  void describe_articles(StoryProfiles& story) {
    std::map<std::uint32_t, std::set<std::string>> words;
    std::map<std::uint32_t, std::set<WordId>> values;
    for (const Profile& profile : story.profiles) {
      const auto& own = claims_[profile.claim].words;
      words[profile.document].insert(own.begin(), own.end());
      values[profile.document].insert(profile.value);
    }
    for (const auto& [document, own] : words) {
      story.articles[document] = {weighted({own.begin(), own.end()}, story.documents),
                                  {values[document].begin(), values[document].end()}};
    }
  }

  WeightedWords weighted(const std::vector<std::string>& words, std::uint32_t documents) {
    WeightedWords out;
    for (const std::string& word : words) {
      const WordId id = id_of(word);
      const auto users = static_cast<float>(users_[id].size());
      out.words.emplace_back(id, std::log(1.0F + static_cast<float>(documents) / std::max(users, 1.0F)));
    }
    std::sort(out.words.begin(), out.words.end());
    float sum = 0;
    for (const auto& [id, weight] : out.words) sum += weight * weight;
    out.norm = std::sqrt(sum);
    return out;
  }

  const Rulebook& rulebook_;
  const std::vector<DocumentFacts>& facts_;
  const std::vector<Claim>& claims_;
  std::unordered_map<std::string, WordId> ids_;
  std::unordered_map<WordId, std::set<std::uint32_t>> users_;
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
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (!comparable(claim)) continue;
    if (claim.dated() && claim.rule == "generic" && dates.contains({claim.document, claim.place.span.begin})) continue;
    of_story[facts[claim.document].story].push_back(i);
  }
  std::vector<std::vector<std::uint32_t>> stories;
  for (auto& [story, members] : of_story) {
    const auto elsewhere = [&](std::uint32_t i) { return claims[i].document != claims[members.front()].document; };
    if (std::any_of(members.begin(), members.end(), elsewhere)) stories.push_back(std::move(members));
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
