// Articles about one event share its names, places and rare words. Each article is a TF-IDF vector of its stemmed words,
// names and the words of its beginning weighing more; the closest two clusters are joined while the average cosine
// between their articles stays above the limit. Two earthquakes share "quake" and "magnitude", which many articles have,
// but not Manokwari and Papua. Average linkage: one article that speaks of two events does not chain their stories.
// It knows no dates: two events of one company a year apart are told apart by their claims' times.
#include "link/stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
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

Vector weighed(const Counts& counts, const Terms& terms, double articles) {
  Vector vector;
  vector.reserve(counts.size());
  for (const Counted& c : counts) {
    const std::uint32_t spread = terms.spread[c.term];
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

}  // namespace

std::vector<std::uint32_t> find_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                        const Rulebook& rulebook, const Workers& workers) {
  const auto each = [&](auto&& task) {
    each_run(workers, articles.size(), kRun, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) task(i);
    });
  };
  Terms terms;
  std::vector<Counts> counts(articles.size());
  std::vector<Vector> vectors(articles.size());
  {
    std::vector<std::vector<Count>> words(articles.size());
    each_run(workers, articles.size(), kRun, [&](std::size_t begin, std::size_t end) {
      FactsByLanguage facts(rulebook);
      for (std::size_t i = begin; i < end; ++i) words[i] = counts_of(articles[i], facts.of(documents[i].language));
    });
    for (std::size_t i = 0; i < articles.size(); ++i) counts[i] = terms.numbered(std::exchange(words[i], {}));
  }
  each([&](std::size_t i) { vectors[i] = weighed(counts[i], terms, static_cast<double>(articles.size())); });
  auto root = linkage_of(vectors, kFaint, workers).join_above(rulebook.number("story_similarity"));
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
  for (std::uint32_t i = 0; i < articles.size(); ++i) by_root[root[i]].push_back(i);
  std::vector<std::vector<std::uint32_t>> members;
  for (auto& [first, own] : by_root) members.push_back(std::move(own));
  workers.each(members.size(),
               [&](std::size_t story) { split(counts, members[story], rulebook.number("story_split"), root); });
  std::vector<std::uint32_t> stories(articles.size());
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < articles.size(); ++i)
    stories[i] = numbers.try_emplace(root[i], static_cast<std::uint32_t>(numbers.size())).first->second;
  return stories;
}

}  // namespace crosscheck
