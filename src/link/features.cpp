// "seized seven AK-47 rifles, three other rifles" against "recovered 12 AK 47 guns, three rifles": the counts 7 and
// 12 have verbs of one class (verb_same), no head in common (head_differs), a neighbour that is the same (three), and each is
// the other's best partner in the two articles (best_partner). Every feature is 0..1, so weights can be compared.
#include "link/features.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/id_numbers.h"
#include "link/judge.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, kFeatures> kFeatureNames = {
    "head_same",        "head_differs",   "head_on_one_side", "head_rare",       "modifiers_shared",
    "modifiers_differ", "things_shared",  "verb_same",        "verb_differs",    "verb_rare",
    "owner_same",       "owner_differs",  "owner_rare",       "place_same",      "place_differs",
    "scope_same",       "scope_differs",  "frame_same",       "frame_differs",   "about_same",
    "about_differs",    "time_same",      "time_differs",     "era_same",        "era_differs",
    "near_words",       "sentence_words", "best_partner",     "neighbours_same", "articles_alike",
    "values_shared",    "names_a_time",   "names_an_amount",  "digits",          "round",
    "seldom_stated",    "often_stated",   "bound_same"};

std::size_t shared(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++count;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return count;
}

void same_or_differs(WordId a, WordId b, Feature same, Feature differs, ProfilePair& pair) {
  if (a == 0 || b == 0) return;
  pair[a == b ? same : differs] = 1;
}

void set_by_names(const std::string& a, const std::string& b, Feature same, Feature differs, ProfilePair& pair) {
  if (a.empty() || b.empty()) return;
  pair[compare_names(a, b) == NameMatch::none ? differs : same] = 1;
}

void compare_sets(const std::vector<WordId>& a, const std::vector<WordId>& b, Feature same, Feature differs,
                  ProfilePair& pair) {
  const std::size_t common = shared(a, b), most = std::max(a.size(), b.size());
  if (most == 0) return;
  pair[same] = static_cast<float>(common) / static_cast<float>(most);
  pair[differs] = common < most ? 1.0F - pair[same] : 0.0F;
}

void compare_times(const Claim& a, const Claim& b, ProfilePair& pair) {
  if (a.dated() || !a.time.value.known() || !b.time.value.known()) return;
  const TimeRelation relation = relate(a.time.value, b.time.value);
  if (relation == TimeRelation::disjoint)
    pair[Feature::time_differs] =
        days_apart(a.time.value, b.time.value).value_or(kOneTimeDays + 1) > kOneTimeDays ? 1 : 0.3F;
  else if (relation != TimeRelation::unknown)
    pair[Feature::time_same] = 1;
}

void compare_values(const StoryProfiles& story, const Profile& x, const Profile& y, const Claim& a, const Claim& b,
                    ProfilePair& pair) {
  if (x.value != y.value) return;
  const int digits = a.quantity.value ? a.quantity.value->significant_digits() : a.dated() ? 3 : 1;
  pair[Feature::digits] = static_cast<float>(std::min(digits, 4)) / 4;
  pair[Feature::round] = a.quantity.value && a.quantity.value->magnitude() <= 0 ? 1 : 0;
  const float share = static_cast<float>(x.stated_by) / static_cast<float>(std::max(story.documents, 2U));
  pair[Feature::seldom_stated] = 1.0F / static_cast<float>(std::max(x.stated_by, 1U));
  pair[Feature::often_stated] = share;
  pair[Feature::bound_same] = a.quantity.bound == b.quantity.bound ? 1 : 0;
}

/// Do the two articles speak of one event? The values that they share, this pair's own left out.
void compare_articles(const StoryProfiles& story, const Profile& x, const Profile& y, ProfilePair& pair) {
  const ArticleProfile &a = story.articles[x.article], &b = story.articles[y.article];
  const std::size_t own = x.value == y.value ? 1 : 0;
  const std::size_t common = shared(a.values, b.values) - own, fewer = std::min(a.values.size(), b.values.size()) - own;
  pair[Feature::articles_alike] = cosine(a.words, b.words);
  pair[Feature::values_shared] = static_cast<float>(common) / static_cast<float>(std::max<std::size_t>(fewer, 3));
}

ProfilePair compared(const StoryProfiles& story, const std::vector<Claim>& claims, std::uint32_t i, std::uint32_t j) {
  const Profile &x = story.profiles[i], &y = story.profiles[j];
  const Claim &a = claims[x.claim], &b = claims[y.claim];
  ProfilePair pair;
  pair.a = i;
  pair.b = j;
  same_or_differs(x.head, y.head, Feature::head_same, Feature::head_differs, pair);
  if ((x.head == 0) != (y.head == 0)) pair[Feature::head_on_one_side] = 1;
  compare_sets(x.modifiers, y.modifiers, Feature::modifiers_shared, Feature::modifiers_differ, pair);
  pair[Feature::things_shared] = cosine(x.things, y.things);
  same_or_differs(x.verb, y.verb, Feature::verb_same, Feature::verb_differs, pair);
  if ((x.verb != 0 && x.verb == y.head) || (x.head != 0 && x.head == y.verb)) {
    pair[Feature::verb_same] = 1;  // "deliberated for 40 hours", "40 hours of deliberation"
    pair[Feature::verb_differs] = 0;
  }
  set_by_names(a.measured.owner, b.measured.owner, Feature::owner_same, Feature::owner_differs, pair);
  const auto rare = [&](Feature same, Feature name, std::uint32_t values) {
    if (pair[same] > 0) pair[name] = 2.0F / static_cast<float>(std::max(values, 2U));
  };
  rare(Feature::head_same, Feature::head_rare, x.values_of_head);
  if (x.head == y.head) rare(Feature::verb_same, Feature::verb_rare, x.values_of_verb);
  rare(Feature::owner_same, Feature::owner_rare, x.values_of_owner);
  set_by_names(a.measured.place, b.measured.place, Feature::place_same, Feature::place_differs, pair);
  compare_sets(x.scope, y.scope, Feature::scope_same, Feature::scope_differs, pair);
  same_or_differs(x.frame, y.frame, Feature::frame_same, Feature::frame_differs, pair);
  if ((x.frame == 0) != (y.frame == 0)) pair[Feature::frame_differs] = 0.5F;
  same_or_differs(x.about, y.about, Feature::about_same, Feature::about_differs, pair);
  compare_times(a, b, pair);
  if (x.era != 0 && x.era == y.era) pair[Feature::era_same] = 1;
  if (x.era != y.era) pair[Feature::era_differs] = 1;
  pair[Feature::near_words] = cosine(x.near_words, y.near_words);
  pair[Feature::sentence_words] = cosine(x.words, y.words);
  pair[Feature::neighbours_same] = std::min(1.0F, static_cast<float>(shared(x.neighbours, y.neighbours)) / 2);
  compare_articles(story, x, y, pair);
  pair[Feature::names_a_time] = a.dated() || a.kind == MentionKind::duration ? 1 : 0;
  pair[Feature::names_an_amount] = a.kind == MentionKind::money || a.kind == MentionKind::percent ? 1 : 0;
  compare_values(story, x, y, a, b, pair);
  return pair;
}

/// Of all candidates of a claim in one other article the one whose words fit best is its best partner there.
void find_best_partners(const StoryProfiles& story, std::vector<ProfilePair>& pairs) {
  const auto likeness = [](const ProfilePair& pair) {
    return pair[Feature::near_words] + 0.5F * pair[Feature::sentence_words] + 0.3F * pair[Feature::head_same] +
           0.2F * pair[Feature::verb_same];
  };
  struct Seen {
    std::uint64_t place;  // a claim, and an article
    std::uint32_t pair;
  };
  std::vector<Seen> seen;
  seen.reserve(2 * pairs.size());
  const auto place = [&](std::uint32_t profile, std::uint32_t other) {
    return (std::uint64_t{profile} << 32U) | story.profiles[other].article;
  };
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    seen.push_back({place(pairs[i].a, pairs[i].b), i});
    seen.push_back({place(pairs[i].b, pairs[i].a), i});
  }
  std::sort(seen.begin(), seen.end(), [](const Seen& x, const Seen& y) { return x.place < y.place; });
  for (auto begin = seen.begin(), end = begin; begin != seen.end(); begin = end) {
    float most = 0;
    for (; end != seen.end() && end->place == begin->place; ++end) most = std::max(most, likeness(pairs[end->pair]));
    for (auto at = begin; at != end; ++at) {
      ProfilePair& pair = pairs[at->pair];
      if (const float own = likeness(pair); own > 0 && own >= most) pair[Feature::best_partner] += 0.5F;
    }
  }
}

/// Profiles of one dimension and word, the last first.
class Blocks {
 public:
  struct Link {
    std::uint32_t profile, before;  ///< before: the link of the one before it
  };
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  /// The last link of the block; it becomes a longer one by `profile`.
  std::uint32_t add(std::uint32_t kind, WordId word, std::uint32_t profile) {
    const auto [number, fresh] = numbers_.number((std::uint64_t{kind} << 32U) | word);
    if (fresh) last_.push_back(kNone);
    links_.push_back({profile, last_[number]});
    return std::exchange(last_[number], static_cast<std::uint32_t>(links_.size() - 1));
  }
  const Link& operator[](std::uint32_t link) const { return links_[link]; }

 private:
  IdNumbers numbers_;
  std::vector<std::uint32_t> last_;  ///< by number
  std::vector<Link> links_;
};

}  // namespace

std::string_view name_of(Feature feature) { return kFeatureNames[static_cast<std::size_t>(feature)]; }

std::vector<ProfilePair> candidate_pairs(const Rulebook& rulebook, const StoryProfiles& story,
                                         const std::vector<Claim>& claims, bool all) {
  const auto block_limit = static_cast<std::size_t>(rulebook.number("block_limit"));
  std::vector<ProfilePair> pairs;
  Blocks blocks;
  std::vector<std::uint32_t> met(story.profiles.size(), ~std::uint32_t{0});
  for (std::uint32_t j = 0; j < story.profiles.size(); ++j) {
    const Profile& y = story.profiles[j];
    std::vector<WordId> keys = y.near;
    for (const WordId id : {y.value, y.head, y.owner, y.verb, y.frame}) {
      if (id != 0) keys.push_back(id);
    }
    if (all) keys = {0};
    for (const WordId id : keys) {
      std::uint32_t link = blocks.add(y.kind, id, j);
      for (std::size_t back = 0; link != Blocks::kNone && (all || back < block_limit);
           ++back, link = blocks[link].before) {
        const std::uint32_t i = blocks[link].profile;
        const Profile& x = story.profiles[i];
        if (met[i] == j || x.document == y.document) continue;
        if (x.of_parties && y.of_parties && x.frame == y.frame) continue;
        met[i] = j;
        pairs.push_back(compared(story, claims, i, j));
      }
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const ProfilePair& x, const ProfilePair& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  find_best_partners(story, pairs);
  return pairs;
}

}  // namespace crosscheck
