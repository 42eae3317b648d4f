// Articles about one event share its names, places and rare words. Each article is a TF-IDF vector of its stemmed words,
// names and the words of its beginning weighing more; the closest two clusters are joined while the average cosine
// between their articles stays above the limit. Two earthquakes share "quake" and "magnitude", which many articles have,
// but not Manokwari and Papua. Average linkage: one article that speaks of two events does not chain their stories.
// It knows no dates: two events of one company a year apart are told apart by their claims' times.
#include "link/stories.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "link/linkage.h"
#include "link/word_facts.h"

namespace crosscheck {
namespace {

constexpr std::uint32_t kLead = 400;  ///< bytes: where an article says what it is about
constexpr std::uint32_t kLeadWeight = 2;
constexpr double kNameWeight = 4.0, kOwnNameWeight = 2;
constexpr std::size_t kTerms = 80;      ///< the weightiest of an article
constexpr std::uint32_t kCommon = 300;  ///< a word of more articles tells no story; it bounds the work, too
constexpr double kBackground = 1000;    ///< articles unseen: in a small corpus the story's own words stay rare
constexpr double kFaint = 0.08;         ///< cosines below are left out
constexpr std::size_t kRun = 128;       ///< articles a task

/// A word of one article, by its hash until the words of all articles have numbers.
struct Count {
  std::uint64_t word = 0;
  std::uint32_t all = 0, capital = 0;  ///< those of the lead count twice
};

/// The same by its number.
struct Counted {
  std::uint32_t term;
  std::uint32_t count : 31;
  std::uint32_t name : 1;  ///< mostly written with a capital
};
using Counts = std::vector<Counted>;

struct Weighted {
  std::uint32_t term;
  double weight;
};
using Vector = std::vector<Weighted>;

/// In the order of the text.
std::vector<Count> counts_of(const Article& article, WordFacts& facts) {
  std::vector<Count> counts;
  std::unordered_map<std::uint64_t, std::size_t> places;
  const PackedTokens& tokens = article.packed_tokens;
  const std::uint32_t begin = tokens.empty() ? 0 : tokens[0].span.begin;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const PackedTokens::View token = tokens[i];
    if (token.kind == TokenKind::mark || token.folded.size() < 2) continue;
    const WordFact fact = facts(token.folded);
    if (fact.stop) continue;
    const auto [place, fresh] = places.try_emplace(fact.stem, counts.size());
    if (fresh) counts.push_back({place->first, 0, 0});
    const std::uint32_t weight = token.span.begin < begin + kLead ? kLeadWeight : 1;
    Count& count = counts[place->second];
    count.all += weight;
    count.capital += token.capital ? weight : 0;
  }
  return counts;
}

/// Words to numbers, and how many articles have each.
struct Terms {
  std::unordered_map<std::uint64_t, std::uint32_t> ids;
  std::vector<std::uint32_t> spread;

  /// A word's number is its place in the order of the corpus.
  Counts numbered(const std::vector<Count>& counts) {
    Counts own;
    own.reserve(counts.size());
    for (const Count& count : counts) {
      const auto [found, fresh] = ids.try_emplace(count.word, static_cast<std::uint32_t>(ids.size()));
      if (fresh) spread.push_back(0);
      ++spread[found->second];
      own.push_back({found->second, count.all & 0x7fffffffU, 2 * count.capital > count.all ? 1U : 0U});
    }
    std::sort(own.begin(), own.end(), [](const Counted& a, const Counted& b) { return a.term < b.term; });
    return own;
  }
};

double log_of(const Counted& counted) { return std::log(static_cast<double>(counted.count)); }

/// `spread_of`: in how many articles a term stands.
template <class Spread>
Vector weighed(const Counts& counts, const Spread& spread_of, double articles) {
  Vector vector;
  vector.reserve(counts.size());
  for (const Counted& c : counts) {
    const std::uint32_t spread = spread_of(c.term);
    if (spread > kCommon) continue;
    vector.push_back(
        {c.term, (c.name ? kNameWeight : 1) * (1 + log_of(c)) * std::log((articles + kBackground) / spread)});
  }
  const auto last = vector.begin() + static_cast<std::ptrdiff_t>(std::min(kTerms, vector.size()));
  std::partial_sort(vector.begin(), last, vector.end(), [](const Weighted& a, const Weighted& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  vector.erase(last, vector.end());
  vector.shrink_to_fit();
  double square = 0;
  for (const Weighted& w : vector) square += w.weight * w.weight;
  for (Weighted& w : vector) w.weight /= square > 0 ? std::sqrt(square) : 1;
  return vector;
}

/// For each term the articles that have it, ascending, and by how much.
struct Postings {
  std::vector<std::size_t> begins;  ///< by term, and one more
  std::vector<std::uint32_t> articles;
  std::vector<double> weights;
};

Postings postings_of(const std::vector<Vector>& vectors) {
  Postings postings;
  for (const Vector& vector : vectors) {
    for (const auto& [term, weight] : vector) {
      if (postings.begins.size() <= term + 2) postings.begins.resize(term + 3);
      ++postings.begins[term + 2];  // one place further than it will be: its begin moves up while it is filled
    }
  }
  if (postings.begins.empty()) return postings;
  std::partial_sum(postings.begins.begin(), postings.begins.end(), postings.begins.begin());
  postings.articles.resize(postings.begins.back());
  postings.weights.resize(postings.begins.back());
  for (std::uint32_t i = 0; i < vectors.size(); ++i) {
    for (const auto& [term, weight] : vectors[i]) {
      const std::size_t at = postings.begins[term + 1]++;
      postings.articles[at] = i;
      postings.weights[at] = weight;
    }
  }
  return postings;
}

struct Alike {
  std::uint32_t a, b;
  double cosine;
};

/// Of the articles from `begin` to `end` with any before them.
std::vector<Alike> alike(const std::vector<Vector>& vectors, const Postings& postings, double faint, std::size_t begin,
                         std::size_t end) {
  std::vector<Alike> found;
  std::vector<double> cosine(end);
  std::vector<std::uint32_t> met;
  for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
    met.clear();
    for (const auto& [term, weight] : vectors[i]) {
      for (std::size_t at = postings.begins[term]; at < postings.begins[term + 1]; ++at) {
        const std::uint32_t other = postings.articles[at];
        if (other >= i) break;
        if (cosine[other] == 0) met.push_back(other);
        cosine[other] += weight * postings.weights[at];
      }
    }
    const auto own = static_cast<std::ptrdiff_t>(found.size());
    for (const std::uint32_t other : met) {
      if (const double sum = std::exchange(cosine[other], 0); sum >= faint) found.push_back({i, other, sum});
    }
    std::sort(found.begin() + own, found.end(), [](const Alike& x, const Alike& y) { return x.b < y.b; });
  }
  return found;
}

/// The likeness of any two articles that have a word of weight in common.
AverageLinkage linkage_of(const std::vector<Vector>& vectors, double faint, const Workers& workers) {
  const Postings postings = postings_of(vectors);
  std::vector<std::vector<Alike>> found((vectors.size() + kRun - 1) / kRun);
  each_run(workers, vectors.size(), kRun, [&](std::size_t begin, std::size_t end) {
    found[begin / kRun] = alike(vectors, postings, faint, begin, end);
  });
  AverageLinkage linkage(vectors.size(), AverageLinkage::Unset::zero);
  for (auto& run : found) {
    for (const Alike& pair : std::exchange(run, {})) linkage.set(pair.a, pair.b, pair.cosine);
  }
  return linkage;
}

/// The articles of one story, their words weighed by how few of these articles use them.
std::vector<Vector> own_vectors(const std::vector<Counts>& counts, const std::vector<std::uint32_t>& members) {
  std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> known;  // term → its number here, articles
  for (const std::uint32_t member : members) {
    for (const Counted& c : counts[member])
      ++known.try_emplace(c.term, static_cast<std::uint32_t>(known.size()), 0).first->second.second;
  }
  std::vector<Vector> vectors;
  for (const std::uint32_t member : members) {
    Vector vector;
    double square = 0;
    for (const Counted& c : counts[member]) {
      const auto [number, articles] = known.at(c.term);
      if (articles < 2) continue;
      const double weight = (c.name ? kOwnNameWeight : 1) * (1 + log_of(c)) *
                            std::log((static_cast<double>(members.size()) + 0.5) / articles);
      vector.push_back({number, weight});
      square += weight * weight;
    }
    for (Weighted& w : vector) w.weight /= square > 0 ? std::sqrt(square) : 1;
    vectors.push_back(std::move(vector));
  }
  return vectors;
}

/// Two events of one kind, the same party's second firing, make one story by the words of all articles; by their own words
/// they fall apart. A part of few articles is one article and its copies, or another view of the story: it stays.
void split(const std::vector<Counts>& counts, const std::vector<std::uint32_t>& members, double limit,
           std::vector<std::uint32_t>& root) {
  constexpr std::size_t kLeast = 6;
  constexpr std::uint32_t kFew = 3;
  if (members.size() < kLeast) return;
  const auto part = linkage_of(own_vectors(counts, members), 0, {}).join_above(limit);
  std::vector<std::uint32_t> sizes(members.size());
  for (const std::uint32_t p : part) ++sizes[p];
  const auto largest = static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  for (std::size_t i = 0; i < members.size(); ++i)
    root[members[i]] = members[sizes[part[i]] > kFew ? part[i] : largest];
}

/// What find_stories() knows in the end.
struct Told {
  Terms terms;
  std::vector<Counts> counts;
  std::vector<Vector> vectors;
  std::vector<std::uint32_t> clusters;  ///< of each article the first of those it was joined with, before the split
  std::vector<std::uint32_t> roots;     ///< the same after it
};

/// The clusters' members, ascending.
std::vector<std::vector<std::uint32_t>> members_of(const std::vector<std::uint32_t>& roots) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
  for (std::uint32_t i = 0; i < roots.size(); ++i) by_root[roots[i]].push_back(i);
  std::vector<std::vector<std::uint32_t>> members;
  for (auto& [first, own] : by_root) members.push_back(std::move(own));
  return members;
}

Told tell_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                  const Rulebook& rulebook, const Workers& workers) {
  const auto each = [&](auto&& task) {
    each_run(workers, articles.size(), kRun, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) task(i);
    });
  };
  Told told;
  told.counts.resize(articles.size());
  told.vectors.resize(articles.size());
  {
    std::vector<std::vector<Count>> words(articles.size());
    FactsPool pool = facts_pool(rulebook);
    each_run(workers, articles.size(), kRun, [&](std::size_t begin, std::size_t end) {
      const auto facts = pool.lend();
      for (std::size_t i = begin; i < end; ++i) words[i] = counts_of(articles[i], facts->of(documents[i].language));
    });
    for (std::size_t i = 0; i < articles.size(); ++i) told.counts[i] = told.terms.numbered(std::exchange(words[i], {}));
  }
  const auto spread = [&](std::uint32_t term) { return told.terms.spread[term]; };
  each([&](std::size_t i) { told.vectors[i] = weighed(told.counts[i], spread, static_cast<double>(articles.size())); });
  told.clusters = linkage_of(told.vectors, kFaint, workers).join_above(rulebook.number("story_similarity"));
  told.roots = told.clusters;
  const auto members = members_of(told.clusters);
  workers.each(members.size(), [&](std::size_t story) {
    split(told.counts, members[story], rulebook.number("story_split"), told.roots);
  });
  return told;
}

/// Counted in corpus order.
std::vector<std::uint32_t> numbered(const std::vector<std::uint32_t>& roots) {
  std::vector<std::uint32_t> stories(roots.size());
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < roots.size(); ++i)
    stories[i] = numbers.try_emplace(roots[i], static_cast<std::uint32_t>(numbers.size())).first->second;
  return stories;
}

}  // namespace

std::vector<std::uint32_t> find_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                        const Rulebook& rulebook, const Workers& workers) {
  return numbered(tell_stories(documents, articles, rulebook, workers).roots);
}

std::vector<std::uint32_t> outline_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                           const Rulebook& rulebook, const Workers& workers, Outlines& outlines) {
  Told told = tell_stories(documents, articles, rulebook, workers);
  std::vector<std::uint32_t> stories = numbered(told.roots);
  const std::vector<std::uint32_t> clusters = numbered(told.clusters);
  outlines.articles.resize(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Outline& outline = outlines.articles[i];
    outline.cluster = clusters[i];
    outline.story = stories[i];
    for (const Counted& c : told.counts[i]) outline.words.push_back({c.term, c.count, c.name == 1});
    for (const Weighted& w : told.vectors[i]) outline.weights.push_back({w.term, static_cast<float>(w.weight)});
    std::sort(outline.weights.begin(), outline.weights.end(),
              [](const TermWeight& a, const TermWeight& b) { return a.term < b.term; });
  }
  outlines.spread = std::move(told.terms.spread);
  outlines.terms.resize(outlines.spread.size());
  for (const auto& [word, number] : told.terms.ids) outlines.terms[number] = word;
  return stories;
}

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
