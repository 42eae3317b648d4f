// A new article is linked with few of twenty thousand: those of its story, those that it copies or mends, and those that tell
// of a fact of its parties, whatever their story. Of the last the whole stories come in, for what they say of the fact hangs
// on their other articles; then those that share a fact with these, until no more come.
//   "Texaco's settlement with Pennzoil" → its story of 9, by the block "legal/settlement|texaco" two articles of a month ago
// and their stories. What is left out: articles further than kRounds facts away, and of a block all but its latest kBlock.
#include "link/circle.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "link/copies.h"
#include "link/groups.h"
#include "link/known.h"
#include "link/stories.h"
#include "link/tables.h"

namespace crosscheck {
namespace {

constexpr int kRounds = 4;
constexpr std::size_t kBlock = 200;       ///< articles of one block that are looked at, the latest
constexpr std::size_t kCandidates = 800;  ///< of all blocks of a round
constexpr std::size_t kMost = 1500;       ///< articles of the collection in a circle
constexpr std::size_t kAlike = 40;        ///< articles that may be copies or versions
constexpr double kLeastAlike = 0.1;       ///< what shares less words of weight is neither

/// Claims that may be linked with those of the circle, behind them.
struct CirclePool {
  std::vector<Document> documents;  ///< their ids alone
  std::vector<DocumentFacts> facts;
  std::vector<Claim> claims;
  std::vector<std::uint32_t> numbers;  ///< in the collection, of the documents behind the circle's
};

bool is_total(const Claim& claim) {
  return std::find(claim.qualifiers.begin(), claim.qualifiers.end(), "total") != claim.qualifiers.end();
}

/// A total and its parts are told of one first party; check/totals.cpp does the sum.
bool may_be_summed(const Claim& a, const Claim& b) {
  return a.rule == b.rule && !a.dated() && !a.roles.empty() && !b.roles.empty() && (is_total(a) || is_total(b)) &&
         a.roles.front().key == b.roles.front().key;
}

class Gathering {
 public:
  Gathering(Collection& collection, const std::vector<std::uint32_t>& gone, std::vector<Document> documents,
            std::vector<Article> articles, const Rulebook& rulebook, const Workers& workers)
      : collection_(collection),
        gone_(gone.begin(), gone.end()),
        documents_(std::move(documents)),
        articles_(std::move(articles)),
        rulebook_(rulebook),
        workers_(workers) {
    for (Article& article : articles_) pack(article);
  }

  Circle run() {
    placed_ = place_in_stories(documents_, articles_, gone_, rulebook_, collection_);
    for (const std::uint32_t story : placed_.stories) add_story(story);
    known_.counts.word_pairs = collection_.word_pairs();
    for (const std::uint32_t article : gone_)
      discount_word_pairs(collection_.article(article), known_.counts.word_pairs);
    known_.counts.titles = [&](std::uint64_t form) {
      std::uint32_t count = collection_.titles(form);
      for (const std::uint32_t article : gone_) count -= collection_.outline(article).title_form == form ? 1 : 0;
      return count;
    };
    add_relatives();
    Circle circle = linked();
    for (int round = 0; round < kRounds && add_partners(circle); ++round) circle = linked();
    return circle;
  }

 private:
  std::uint32_t story_of(std::uint32_t article) {
    const auto moved = placed_.moved.find(article);
    return moved != placed_.moved.end() ? moved->second : collection_.outline(article).story;
  }

  bool add(std::uint32_t article) {
    return members_.size() < kMost && !gone_.contains(article) && members_.insert(article).second;
  }

  bool add_story(std::uint32_t story) {
    bool more = false;
    for (const std::uint32_t article : collection_.story(story)) {
      if (story_of(article) == story) more = add(article) || more;
    }
    for (const auto& [article, now] : placed_.moved) {
      if (now == story) more = add(article) || more;
    }
    return more;
  }

  struct AtHand {
    std::vector<Document> documents;
    std::vector<Article> articles;
  };

  /// Articles of the collection, and the new ones behind them.
  AtHand at_hand(const std::set<std::uint32_t>& members) {
    AtHand all;
    for (const std::uint32_t article : members) {
      all.documents.push_back(collection_.document(article));
      all.articles.push_back(collection_.article(article));
    }
    all.documents.insert(all.documents.end(), documents_.begin(), documents_.end());
    all.articles.insert(all.articles.end(), articles_.begin(), articles_.end());
    return all;
  }

  /// What a new article copies, is copied by, mends or is mended by.
  void add_relatives() {
    std::set<std::uint32_t> some;
    for (const auto& [cosine, article] : placed_.alike) {
      if (cosine < kLeastAlike || some.size() == kAlike) break;
      if (!members_.contains(article)) some.insert(article);
    }
    if (some.empty()) return;
    const AtHand all = at_hand(some);
    const auto first_new = static_cast<std::uint32_t>(some.size());
    const std::vector<std::uint32_t> numbers(some.begin(), some.end());
    known_.counts.first_new = first_new;
    const auto copies = find_copies(all.documents, all.articles, rulebook_.number("copy_similarity"), workers_);
    const auto relate = [&](std::uint32_t a, std::uint32_t b) {
      if (a < first_new && b >= first_new) add(numbers[a]);
      if (b < first_new && a >= first_new) add(numbers[b]);
    };
    for (std::uint32_t i = 0; i < copies.size(); ++i) {
      if (copies[i]) relate(*copies[i], i);
    }
    for (const VersionPair& pair : find_versions(all.documents, all.articles, rulebook_, workers_, &known_.counts))
      relate(pair.a, pair.b);
  }

  Circle linked() {
    AtHand all = at_hand(members_);
    std::vector<std::uint32_t> stories;
    for (const std::uint32_t article : members_) stories.push_back(story_of(article));
    stories.insert(stories.end(), placed_.stories.begin(), placed_.stories.end());
    std::map<std::uint32_t, std::uint32_t> numbers;
    known_.stories.clear();
    known_.names.clear();
    for (const std::uint32_t story : stories) {
      known_.stories.push_back(numbers.try_emplace(story, static_cast<std::uint32_t>(numbers.size())).first->second);
      known_.names.push_back("s" + std::to_string(story + 1));
    }
    known_.counts.first_new = members_.size();
    Circle circle;
    circle.first_new = static_cast<std::uint32_t>(members_.size());
    circle.linked = link_known(all.documents, std::move(all.articles), rulebook_, workers_, &known_);
    circle.documents = std::move(all.documents);
    return circle;
  }

  /// Claims of new articles, and those of one group with them; each once over all rounds.
  std::vector<std::uint32_t> touched(const Circle& circle) {
    std::set<std::uint32_t> claims;
    const auto is_new = [&](std::uint32_t claim) { return circle.linked.claims[claim].document >= circle.first_new; };
    for (std::uint32_t i = 0; i < circle.linked.claims.size(); ++i) {
      if (is_new(i)) claims.insert(i);
    }
    for (const Group& group : circle.linked.groups) {
      if (std::any_of(group.claims.begin(), group.claims.end(), is_new))
        claims.insert(group.claims.begin(), group.claims.end());
    }
    std::vector<std::uint32_t> fresh;
    for (const std::uint32_t index : claims) {
      const Claim& claim = circle.linked.claims[index];
      if (followed_.emplace(circle.documents[claim.document].id, claim.place).second) fresh.push_back(index);
    }
    return fresh;
  }

  void take(const Circle& circle, std::uint32_t article, CirclePool& pool) {
    const Outline& outline = collection_.outline(article);
    const auto rename = [&](std::string& key) {
      for (const auto& [before, now] : outline.renamed) {
        if (key != before) continue;
        key = now;
        return;
      }
    };
    const auto number = static_cast<std::uint32_t>(circle.documents.size() + pool.numbers.size());
    pool.numbers.push_back(article);
    pool.documents.emplace_back().id = collection_.document(article).id;
    const Article& source = collection_.article(article);
    pool.facts.push_back({"s" + std::to_string(story_of(article) + 1), std::nullopt, source.published, ""});
    for (Claim claim : source.claims) {
      claim.document = number;
      for (Role& role : claim.roles) {
        if (role.entity) rename(role.key);
      }
      rename(claim.measured.owner);
      rename(claim.measured.place);
      pool.claims.push_back(std::move(claim));
    }
  }

  CirclePool pool_for(const Circle& circle, const std::vector<std::uint32_t>& claims) {
    CirclePool pool;
    for (const Document& document : circle.documents) pool.documents.emplace_back().id = document.id;
    pool.facts = circle.linked.facts;
    pool.claims = circle.linked.claims;
    const JudgeContext context = make_judge_context({}, circle.linked.facts, {}, rulebook_);
    std::set<std::uint64_t> keys;
    for (const std::uint32_t claim : claims) {
      for (const std::uint64_t key : meeting_blocks(context, circle.linked.claims[claim])) keys.insert(key);
    }
    std::set<std::uint32_t> candidates;
    for (const std::uint64_t key : keys) {
      const std::vector<std::uint32_t> block = collection_.block(key);
      for (std::size_t i = block.size() > kBlock ? block.size() - kBlock : 0; i < block.size(); ++i) {
        if (!members_.contains(block[i]) && !gone_.contains(block[i])) candidates.insert(block[i]);
      }
    }
    while (candidates.size() > kCandidates) candidates.erase(candidates.begin());
    for (const std::uint32_t article : candidates) take(circle, article, pool);
    return pool;
  }

  /// Does more come in, or is more known?
  bool add_partners(const Circle& circle) {
    const std::vector<std::uint32_t> claims = touched(circle);
    if (claims.empty()) return false;
    const CirclePool pool = pool_for(circle, claims);
    const JudgeContext context = make_judge_context(pool.documents, pool.facts, pool.claims, rulebook_);
    bool more = false;
    for (const std::uint32_t claim : claims) {
      const auto times = context.times_of_fact.find(JudgeContext::fact_key(pool.claims[claim]));
      if (times == context.times_of_fact.end()) continue;
      auto& known = known_.times_of_fact[times->first];
      more = more || (times->second.size() > 1 && known.size() < 2);
      known = times->second;
    }
    const auto first = static_cast<std::uint32_t>(circle.documents.size());
    std::set<std::uint32_t> partners, derived;  // places among the pool's documents
    for (std::uint32_t i = 0; i < pool.claims.size(); ++i) {
      const Claim& other = pool.claims[i];
      if (other.document < first) continue;
      for (const std::uint32_t claim : claims) {
        const Claim& own = pool.claims[claim];
        if (own.rule == other.rule && !partners.contains(other.document) && link_of(context, pool.claims, claim, i))
          partners.insert(other.document);
        if (own.document >= circle.first_new && (may_be_summed(own, other) || may_be_derived(own, other)))
          derived.insert(other.document);
      }
    }
    for (const Link& link : table_links(pool.facts, pool.claims)) {
      const std::uint32_t a = pool.claims[link.a].document, b = pool.claims[link.b].document;
      if (a >= circle.first_new && a < first && b >= first) partners.insert(b);
      if (b >= circle.first_new && b < first && a >= first) partners.insert(a);
    }
    for (const std::uint32_t partner : partners) more = add_story(story_of(pool.numbers[partner - first])) || more;
    for (const std::uint32_t other : derived) more = add(pool.numbers[other - first]) || more;
    return more;
  }

  /// Two inputs of one derivation, or an input and what is derived, of one name.
  bool may_be_derived(const Claim& a, const Claim& b) const {
    if (a.rule == "generic" || b.rule == "generic" || a.dated() || b.dated() || a.attribute == b.attribute)
      return false;
    const auto share_name = [&] {
      for (const Role& x : a.roles) {
        for (const Role& y : b.roles) {
          if (x.entity && y.entity && compare_names(x.key, y.key) != NameMatch::none) return true;
        }
      }
      return false;
    };
    for (const DerivationRule& rule : rulebook_.derivations()) {
      const auto has = [&](const Claim& claim) {
        return claim.attribute == rule.result || claim.attribute == rule.left || claim.attribute == rule.right;
      };
      if (has(a) && has(b) && share_name()) return true;
    }
    return false;
  }

  Collection& collection_;
  std::set<std::uint32_t> gone_;
  std::vector<Document> documents_;
  std::vector<Article> articles_;
  const Rulebook& rulebook_;
  const Workers& workers_;
  Placed placed_;
  std::set<std::uint32_t> members_;
  std::set<std::pair<std::string, Place>> followed_;
  Known known_;
};

}  // namespace

Circle link_against(Collection& collection, const std::vector<std::uint32_t>& gone, std::vector<Document> documents,
                    std::vector<Article> articles, const Rulebook& rulebook, const Workers& workers) {
  return Gathering(collection, gone, std::move(documents), std::move(articles), rulebook, workers).run();
}

}  // namespace crosscheck
