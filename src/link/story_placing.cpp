// Where a few new articles stand among twenty thousand whose stories are known: only clusters with an article that a new one is
// like are opened, and clustered again with the new ones.
//   "Third quake hits Papua" is 0.4 alike to an article of story 12 → the cluster of story 12 is opened, all else stays
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "link/stories.h"
#include "link/story_words.h"

namespace crosscheck {

using namespace story_words;  // whose nouns are of every line here

namespace {

/// Of articles that a collection lacks, with the words of the collection under its numbers and new ones behind them.
class NewWords {
 public:
  NewWords(Collection& collection, const std::set<std::uint32_t>& gone)
      : collection_(collection), next_(collection.terms()) {
    for (const std::uint32_t article : gone) {
      for (const TermCount& word : collection.outline(article).words) ++lost_[word.term];
    }
  }

  Counts numbered(const std::vector<Count>& counts) {
    Counts own;
    for (const Count& count : counts) {
      const Collection::Term& term = term_of(count.word);
      ++more_[term.number];
      own.push_back({term.number, count.all & 0x7fffffffU, 2 * count.capital > count.all ? 1U : 0U});
    }
    std::sort(own.begin(), own.end(), [](const Counted& a, const Counted& b) { return a.term < b.term; });
    return own;
  }

  std::uint32_t spread(std::uint32_t number) const {
    const auto count = [&](const auto& of) {
      const auto found = of.find(number);
      return found == of.end() ? 0U : found->second;
    };
    const std::uint32_t known = by_number_.at(number)->spread;
    return std::max(1U, known + count(more_) - std::min(known, count(lost_)));
  }

  const Collection::Term& term(std::uint32_t number) const { return *by_number_.at(number); }

 private:
  const Collection::Term& term_of(std::uint64_t word) {
    const auto [found, fresh] = terms_.try_emplace(word);
    if (fresh) {
      found->second = collection_.term(word);
      if (found->second.spread == 0) found->second.number = next_++;
      by_number_[found->second.number] = &found->second;
    }
    return found->second;
  }

  Collection& collection_;
  std::uint32_t next_;
  std::map<std::uint64_t, Collection::Term> terms_;
  std::unordered_map<std::uint32_t, const Collection::Term*> by_number_;
  std::unordered_map<std::uint32_t, std::uint32_t> more_, lost_;
};

/// Numbers without gaps, in the same order: a table by term stays as small as the articles it is about.
void close_ranks(std::vector<Vector>& vectors) {
  std::map<std::uint32_t, std::uint32_t> ranks;
  for (const Vector& vector : vectors) {
    for (const Weighted& w : vector) ranks[w.term];
  }
  std::uint32_t next = 0;
  for (auto& [term, rank] : ranks) rank = next++;
  for (Vector& vector : vectors) {
    for (Weighted& w : vector) w.term = ranks[w.term];
    std::sort(vector.begin(), vector.end(), [](const Weighted& a, const Weighted& b) { return a.term < b.term; });
  }
}

/// New articles are placed: where they lie, which clusters of the collection that opens, what becomes of these.
class Placing {
 public:
  Placing(Collection& collection, const std::set<std::uint32_t>& gone, const Rulebook& rulebook)
      : collection_(collection), gone_(gone), rulebook_(rulebook), words_(collection, gone) {}

  Placed run(const std::vector<Document>& documents, const std::vector<Article>& articles) {
    std::vector<Counts> counts;
    FactsByLanguage facts(rulebook_);
    for (std::size_t i = 0; i < articles.size(); ++i)
      counts.push_back(words_.numbered(counts_of(articles[i], facts.of(documents[i].language))));
    const double all =
        collection_.articles() - static_cast<double>(gone_.size()) + static_cast<double>(articles.size());
    std::vector<Vector> vectors;
    for (const Counts& own : counts)
      vectors.push_back(weighed(
          own, [&](std::uint32_t term) { return words_.spread(term); }, all));
    find_alike(vectors);
    open_clusters();
    std::move(counts.begin(), counts.end(), std::back_inserter(counts_));
    std::move(vectors.begin(), vectors.end(), std::back_inserter(vectors_));
    close_ranks(vectors_);
    const double limit = rulebook_.number("story_similarity");
    const std::vector<std::uint32_t> clusters = linkage_of(vectors_, kFaint, {}).join_above(limit);
    std::vector<std::uint32_t> roots = clusters;
    for (const auto& members : members_of(clusters)) {
      if (members.back() >= known_.size()) split(counts_, members, rulebook_.number("story_split"), roots);
    }
    name_stories(clusters, roots);
    return std::move(placed_);
  }

 private:
  void find_alike(const std::vector<Vector>& vectors) {
    std::map<std::uint32_t, double> alike;  // an article of the collection → its likeness to the one it is most like
    for (const Vector& vector : vectors) {
      std::unordered_map<std::uint32_t, double> cosines;
      for (const Weighted& w : vector) {
        for (const auto& [article, weight] : words_.term(w.term).articles) cosines[article] += w.weight * weight;
      }
      for (const auto& [article, cosine] : cosines) {
        if (cosine < kFaint || gone_.contains(article)) continue;
        double& most = alike[article];
        most = std::max(most, cosine);
      }
    }
    for (const auto& [article, cosine] : alike) placed_.alike.emplace_back(cosine, article);
    std::sort(placed_.alike.begin(), placed_.alike.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
  }

  /// The members of those with an article that a new one could join.
  void open_clusters() {
    std::set<std::uint32_t> clusters;
    for (const auto& [cosine, article] : placed_.alike) {
      if (cosine >= rulebook_.number("story_similarity")) clusters.insert(collection_.outline(article).cluster);
    }
    for (const std::uint32_t cluster : clusters) {
      for (const std::uint32_t article : collection_.cluster(cluster)) {
        if (!gone_.contains(article)) known_.push_back(article);
      }
    }
    std::sort(known_.begin(), known_.end());
    for (const std::uint32_t article : known_) {
      const Outline& outline = collection_.outline(article);
      Counts& counts = counts_.emplace_back();
      for (const TermCount& word : outline.words)
        counts.push_back({word.term, word.count & 0x7fffffffU, word.name ? 1U : 0U});
      Vector& vector = vectors_.emplace_back();
      for (const TermWeight& w : outline.weights) vector.push_back({w.term, w.weight});
    }
  }

  /// A story keeps the number of its first article's, unless another of the opened ones has it.
  void name_stories(const std::vector<std::uint32_t>& clusters, const std::vector<std::uint32_t>& roots) {
    const auto known = static_cast<std::uint32_t>(known_.size());
    const auto before = [&](std::uint32_t i) { return collection_.outline(known_[i]).story; };
    std::set<std::uint32_t> touched, taken;
    for (std::uint32_t i = known; i < clusters.size(); ++i) touched.insert(clusters[i]);
    for (std::uint32_t i = 0; i < known; ++i) {
      if (!touched.contains(clusters[i])) taken.insert(before(i));
    }
    std::map<std::uint32_t, std::uint32_t> names;  // root → story
    std::uint32_t fresh = collection_.stories();
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
      if (!touched.contains(clusters[i])) continue;
      const auto [name, first] = names.try_emplace(roots[i]);
      if (first) name->second = i < known && taken.insert(before(i)).second ? before(i) : fresh++;
      if (i < known)
        placed_.moved[known_[i]] = name->second;
      else
        placed_.stories.push_back(name->second);
    }
  }

  Collection& collection_;
  const std::set<std::uint32_t>& gone_;
  const Rulebook& rulebook_;
  NewWords words_;
  std::vector<std::uint32_t> known_;  ///< articles of opened clusters, ascending; the new ones stand behind them in:
  std::vector<Counts> counts_;
  std::vector<Vector> vectors_;
  Placed placed_;
};

}  // namespace

Placed place_in_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                        const std::set<std::uint32_t>& gone, const Rulebook& rulebook, Collection& collection) {
  return Placing(collection, gone, rulebook).run(documents, articles);
}

}  // namespace crosscheck
