// Claims of a frame that its parties identify meet in blocks (rule, first or last word of a party's name), over all
// stories; all others by the models of facts.cpp, inside one story. Links are taken from the surest down; two groups join when no pair across
// them is judged to be two facts, so one loose link cannot chain a first investment to a second.
#include "link/groups.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "link/facts.h"
#include "link/tables.h"

namespace crosscheck {
namespace {

constexpr std::size_t kOwnLookBack = 64;  // claims of one article that are compared with one another
constexpr std::size_t kCrossLimit = 12;   // members of each side looked at before a join

/// Two exact figures of one article that differ are two facts to it; judge() says so, too, but slower.
bool told_apart(const Claim& a, const Claim& b) {
  if (a.document != b.document) return false;
  if (a.dated() && b.dated())
    return a.when.first && b.when.first && a.when.grain == b.when.grain && *a.when.first != *b.when.first;
  return a.quantity.bound == Bound::exact && b.quantity.bound == Bound::exact && !a.dated() && !b.dated() &&
         a.quantity.value && b.quantity.value && *a.quantity.value != *b.quantity.value;
}

/// Same rule, figure, hedge and date: whatever links to the one links to the other.
bool same_telling(const Claim& a, const Claim& b) {
  return a.rule == b.rule && a.quantity.value == b.quantity.value && a.quantity.bound == b.quantity.bound &&
         a.time.value == b.time.value && a.when == b.when && a.qualifiers == b.qualifiers &&
         a.roles.size() == b.roles.size() &&
         std::equal(a.roles.begin(), a.roles.end(), b.roles.begin(),
                    [](const Role& x, const Role& y) { return x.name == y.name && x.key == y.key; });
}

/// A claim's place in the corpus as if the documents stood in the order of their ids.
std::uint64_t place_of(const JudgeContext& context, const std::vector<Claim>& claims, std::uint32_t claim) {
  return (std::uint64_t{context.document_rank[claims[claim].document]} << 32U) | claim;
}

/// Surest first; of equals those that come first by document id and position.
void sort_links(const JudgeContext& context, const std::vector<Claim>& claims, std::vector<Link>& links) {
  const auto key = [&](const Link& link) {
    const std::uint64_t a = place_of(context, claims, link.a), b = place_of(context, claims, link.b);
    return std::tuple(-link.probability, std::min(a, b), std::max(a, b));
  };
  std::sort(links.begin(), links.end(), [&](const Link& x, const Link& y) { return key(x) < key(y); });
}

class Clusters {
 public:
  Clusters(const JudgeContext& context, const std::vector<Claim>& claims)
      : context_(context), claims_(claims), of_(claims.size()), members_(claims.size()), weakest_(claims.size(), 1.0) {
    std::iota(of_.begin(), of_.end(), 0U);
    for (std::uint32_t i = 0; i < claims.size(); ++i) members_[i] = {i};
  }

  /// `facts`: a number for each claim; claims of one fact may exclude each other.
  bool join(const Link& link, const std::vector<std::uint32_t>* facts = nullptr) {
    const std::uint32_t a = of_[link.a], b = of_[link.b];
    if (a == b) return true;
    if (clash(a, b, facts)) return false;
    const bool a_larger = members_[a].size() >= members_[b].size();  // the smaller moves: n log n moves in all
    const std::uint32_t into = a_larger ? a : b, from = a_larger ? b : a;
    for (const std::uint32_t member : members_[from]) of_[member] = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
    weakest_[into] = std::min({weakest_[into], weakest_[from], link.probability});
    return true;
  }

  bool together(const Link& link) const { return of_[link.a] == of_[link.b]; }
  const std::vector<std::vector<std::uint32_t>>& members() const { return members_; }
  double weakest(std::size_t cluster) const { return weakest_[cluster]; }

 private:
  bool clash(std::uint32_t a, std::uint32_t b, const std::vector<std::uint32_t>* facts) const {
    const auto& left = members_[a];
    const auto& right = members_[b];
    for (std::size_t i = 0; i < std::min(left.size(), kCrossLimit); ++i) {
      for (std::size_t j = 0; j < std::min(right.size(), kCrossLimit); ++j) {
        if (judge(context_, claims_[left[i]], claims_[right[j]], false).conflict) return true;
        if (facts != nullptr && (*facts)[left[i]] != (*facts)[right[j]] && excluded(left, right, left[i], right[j]))
          return true;
      }
    }
    return false;
  }

  /// Two values that exclude each other, of which neither is known on the other side.
  bool excluded(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right, std::uint32_t x,
                std::uint32_t y) const {
    if (values_meet(context_.rulebook, claims_[x], claims_[y]) != Meeting::apart) return false;
    const auto knows = [&](const std::vector<std::uint32_t>& side, std::uint32_t claim) {
      return std::any_of(side.begin(), side.begin() + static_cast<std::ptrdiff_t>(std::min(side.size(), kCrossLimit)),
                         [&](std::uint32_t other) { return same_value(claims_[other], claims_[claim]); });
    };
    return !knows(left, y) && !knows(right, x);
  }

  static bool same_value(const Claim& a, const Claim& b) {
    if (a.dated() || b.dated()) return a.dated() && b.dated() && a.when == b.when;
    return a.quantity.value && a.quantity.value == b.quantity.value && a.quantity.unit == b.quantity.unit;
  }

  const JudgeContext& context_;
  const std::vector<Claim>& claims_;
  std::vector<std::uint32_t> of_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<double> weakest_;
};

/// The links that hold the facts of the stories together, and the number of each claim's fact.
struct FactLinks {
  std::vector<Link> links;
  std::vector<std::uint32_t> fact_of;
};

/// What is kept of one story: its links, and the claims of each fact.
struct StoryLinks {
  std::vector<Link> links;
  std::vector<std::vector<std::uint32_t>> facts;
};

void links_of_classes(const StoryFacts& story, std::vector<Link>& links) {
  for (std::size_t i = 0; i < story.pairs.size(); ++i) {
    const ProfilePair& pair = story.pairs[i];
    if (story.class_of[pair.a] == story.class_of[pair.b])
      links.push_back({story.story.profiles[pair.a].claim, story.story.profiles[pair.b].claim, story.equal[i]});
  }
}

void links_of_facts(const StoryFacts& story, std::vector<Link>& links) {
  std::vector<std::uint32_t> fact_of(story.classes.size());
  for (std::uint32_t f = 0; f < story.facts.size(); ++f) {
    for (const std::uint32_t member : story.facts[f]) fact_of[member] = f;
  }
  for (const ClassPair& pair : story.class_pairs) {
    if (fact_of[pair.a] != fact_of[pair.b]) continue;
    const ProfilePair& best = story.pairs[pair.best_pair];
    links.push_back({story.story.profiles[best.a].claim, story.story.profiles[best.b].claim, pair.probability});
  }
}

StoryLinks links_of_story(const StoryFacts& story) {
  StoryLinks out;
  links_of_classes(story, out.links);
  links_of_facts(story, out.links);
  for (const auto& fact : story.facts) {
    auto& members = out.facts.emplace_back();
    for (const std::uint32_t value_class : fact) {
      for (const std::uint32_t member : story.classes[value_class])
        members.push_back(story.story.profiles[member].claim);
    }
  }
  return out;
}

FactLinks links_by_models(const JudgeContext& context, const std::vector<Claim>& claims, const Workers& workers) {
  const LinkModels models = models_of(context.rulebook);
  const auto members = claims_of_stories(context.facts, claims);
  std::vector<StoryLinks> stories(members.size());
  workers.each(members.size(), [&](std::size_t i) {
    StoryProfiles profiles = profile_story(context.rulebook, context.facts, claims, members[i]);
    stories[i] = links_of_story(facts_of_story(context.rulebook, models, claims, std::move(profiles)));
  });
  FactLinks out;
  out.fact_of.resize(claims.size());
  std::uint32_t next = 0;
  for (std::uint32_t& fact : out.fact_of) fact = ++next;
  for (StoryLinks& story : stories) {
    std::move(story.links.begin(), story.links.end(), std::back_inserter(out.links));
    for (const auto& fact : story.facts) {
      ++next;
      for (const std::uint32_t claim : fact) out.fact_of[claim] = next;
    }
  }
  sort_links(context, claims, out.links);
  return out;
}

std::string label_of(const Rulebook& rulebook, const Claim& claim) {
  const Frame* frame = rulebook.frame_named(claim.rule);
  std::string fallback = claim.attribute, names;
  for (const Role& role : claim.roles) {
    if (role.entity) names += (names.empty() ? "" : " and ") + role.value;
  }
  if (!names.empty()) fallback += ": " + names;
  if (frame == nullptr) return of_table(claim) ? row_label(claim) : fallback;
  std::string label = frame->label;
  for (std::size_t open = label.find('{'); open != std::string::npos; open = label.find('{')) {
    const std::size_t close = label.find('}', open);
    const Role* role = claim.role(label.substr(open + 1, close - open - 1));
    if (role == nullptr) return fallback;
    label.replace(open, close - open + 1, role->value);
  }
  return label;
}

/// The members whose roles are surest name the group; of their labels the first in the alphabet, so that the order
/// of the articles changes nothing.
void name_group(const Rulebook& rulebook, const std::vector<Claim>& claims, Group& group) {
  const Claim* best = nullptr;
  for (const std::uint32_t index : group.claims) {
    const Claim& claim = claims[index];
    const auto rank = [](const Claim& c) { return std::tuple(c.rule != "generic", c.roles.size(), c.confidence); };
    if (best != nullptr && rank(claim) < rank(*best)) continue;
    std::string label = label_of(rulebook, claim);
    if (best != nullptr && rank(claim) == rank(*best) && label >= group.label) continue;
    best = &claim;
    group.label = std::move(label);
    group.attribute = claim.attribute;
  }
}

}  // namespace

std::vector<std::string> blocks_of(const JudgeContext& context, const Claim& claim) {
  std::vector<std::string> blocks;
  if (!names_key_party(context.rulebook, claim)) return blocks;
  for (const Role& role : claim.roles) {
    if (!role.entity || role.key.empty()) continue;
    const std::size_t first = role.key.find(' '), last = role.key.rfind(' ');
    blocks.push_back(claim.rule + "|" + role.key.substr(0, first));
    if (last != std::string::npos) blocks.push_back(claim.rule + "|" + role.key.substr(last + 1));
  }
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  return blocks;
}

std::optional<Link> link_of(const JudgeContext& context, const std::vector<Claim>& claims, std::uint32_t a,
                            std::uint32_t b) {
  const bool in_order = place_of(context, claims, a) < place_of(context, claims, b);
  const Judgement judgement = judge(context, claims[in_order ? a : b], claims[in_order ? b : a], false);
  if (judgement.conflict || judgement.probability < kLeastLink) return std::nullopt;
  return Link{a, b, judgement.probability};
}

std::vector<Link> blocked_pairs(const JudgeContext& context, const std::vector<Claim>& claims) {
  const auto limit = static_cast<std::size_t>(context.rulebook.number("block_limit"));
  std::unordered_map<std::string, std::vector<std::uint32_t>> blocks;
  std::vector<Link> links;
  std::vector<std::uint32_t> met_by(claims.size(), ~std::uint32_t{0});  // the last claim each was compared with
  for (std::uint32_t b = 0; b < claims.size(); ++b) {
    for (const std::string& block : blocks_of(context, claims[b])) {
      auto& members = blocks[block];
      bool retold = false;  // linked to an earlier telling in its own article, which holds the link to those before it
      for (std::size_t back = 1; back <= std::min(limit, members.size()); ++back) {
        const std::uint32_t a = members[members.size() - back];
        const bool own = claims[a].document == claims[b].document;
        if (met_by[a] == b || (own && (retold || back > kOwnLookBack)) || told_apart(claims[a], claims[b])) continue;
        met_by[a] = b;
        auto link = link_of(context, claims, a, b);
        if (!link) continue;
        retold = retold || (own && same_telling(claims[a], claims[b]));
        links.push_back(*link);
      }
      members.push_back(b);
    }
  }
  sort_links(context, claims, links);
  return links;
}

std::vector<Link> all_pairs(const JudgeContext& context, const std::vector<Claim>& claims) {
  std::vector<Link> links;
  for (std::uint32_t b = 0; b < claims.size(); ++b) {
    for (std::uint32_t a = 0; a < b; ++a) {
      if (auto link = link_of(context, claims, a, b)) links.push_back(*link);
    }
  }
  sort_links(context, claims, links);
  return links;
}

Grouped group_claims(const JudgeContext& context, const std::vector<Claim>& claims, const Workers& workers) {
  Grouped grouped;
  std::vector<Link> parties, rows;
  FactLinks facts;
  workers.each(3, [&](std::size_t task) {
    if (task == 0) facts = links_by_models(context, claims, workers);
    if (task == 1) parties = blocked_pairs(context, claims);
    if (task == 2) rows = table_links(context.facts, claims);
  });
  sort_links(context, claims, rows);
  Clusters clusters(context, claims);
  for (const Link& link : parties) {
    if (clusters.join(link)) grouped.links.push_back(link);
  }
  for (const Link& link : rows) {
    if (!clusters.together(link) && clusters.join(link)) grouped.links.push_back(link);
  }
  for (const Link& link : facts.links) {
    if (clusters.together(link) || !clusters.join(link, &facts.fact_of)) continue;
    grouped.links.push_back(link);
  }
  for (std::size_t i = 0; i < clusters.members().size(); ++i) {
    if (clusters.members()[i].size() < 2) continue;
    Group group;
    group.claims = clusters.members()[i];
    std::sort(group.claims.begin(), group.claims.end());
    group.confidence = clusters.weakest(i);
    grouped.groups.push_back(std::move(group));
  }
  std::sort(grouped.groups.begin(), grouped.groups.end(),
            [](const Group& a, const Group& b) { return a.claims.front() < b.claims.front(); });
  constexpr std::size_t kRun = 128;  // groups a task
  each_run(workers, grouped.groups.size(), kRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      grouped.groups[i].id = "g" + std::to_string(i + 1);
      name_group(context.rulebook, claims, grouped.groups[i]);
    }
  });
  return grouped;
}

}  // namespace crosscheck
