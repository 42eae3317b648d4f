// Articles about one event share its names, places and rare words. Each article is a TF-IDF vector of its stemmed words,
// names and the words of its beginning weighing more; the closest two clusters are joined while the average cosine
// between their articles stays above the limit. Two earthquakes share "quake" and "magnitude", which many articles have,
// but not Manokwari and Papua. Average linkage: one article that speaks of two events does not chain their stories.
// It knows no dates: two events of one company a year apart are told apart by their claims' times.
#include "link/stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>

#include "base/stem.h"
#include "link/linkage.h"

namespace crosscheck {
namespace {

constexpr std::uint32_t kLead = 400;  ///< bytes: where an article says what it is about
constexpr double kLeadWeight = 2, kNameWeight = 4.0, kOwnNameWeight = 2;
constexpr std::size_t kTerms = 80;      ///< the weightiest of an article
constexpr std::uint32_t kCommon = 300;  ///< a word of more articles tells no story; it bounds the work, too
constexpr double kBackground = 1000;    ///< articles unseen: in a small corpus the story's own words stay rare
constexpr double kFaint = 0.08;         ///< cosines below are left out

struct Weighted {
  std::uint32_t term;
  double weight;
  bool name = false;  ///< mostly written with a capital
};
using Vector = std::vector<Weighted>;

/// Words to numbers, and how many articles have each.
struct Terms {
  std::unordered_map<std::string, std::uint32_t> ids;
  std::vector<std::uint32_t> spread;
};

Vector counts_of(const Article& article, const Lexicon& lexicon, Terms& terms) {
  const Stemmer stem(lexicon.language);
  struct Count {
    double all = 0, capital = 0;
  };
  std::map<std::uint32_t, Count> counts;
  const std::uint32_t begin = article.tokens.empty() ? 0 : article.tokens.front().span.begin;
  for (const Token& token : article.tokens) {
    if (token.kind == TokenKind::mark || token.folded.size() < 2 || lexicon.in_list("stop_words", token.folded))
      continue;
    const auto [found, fresh] = terms.ids.try_emplace(stem(token.folded), static_cast<std::uint32_t>(terms.ids.size()));
    if (fresh) terms.spread.push_back(0);
    const bool lead = token.span.begin < begin + kLead;
    Count& count = counts[found->second];
    count.all += lead ? kLeadWeight : 1;
    count.capital += token.capital ? (lead ? kLeadWeight : 1) : 0;
  }
  Vector vector;
  for (const auto& [term, count] : counts) {
    ++terms.spread[term];
    vector.push_back({term, count.all, count.capital > count.all / 2});
  }
  return vector;
}

void weigh(Vector& vector, const Terms& terms, double articles) {
  for (Weighted& w : vector)
    w.weight = terms.spread[w.term] > kCommon ? 0
                                              : (w.name ? kNameWeight : 1) * (1 + std::log(w.weight)) *
                                                    std::log((articles + kBackground) / terms.spread[w.term]);
  std::sort(vector.begin(), vector.end(), [](const Weighted& a, const Weighted& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (vector.size() > kTerms) vector.resize(kTerms);
  double square = 0;
  for (const Weighted& w : vector) square += w.weight * w.weight;
  for (Weighted& w : vector) w.weight /= square > 0 ? std::sqrt(square) : 1;
}

/// The likeness of any two articles that have a word of weight in common.
AverageLinkage linkage_of(const std::vector<Vector>& vectors, double faint) {
  AverageLinkage linkage(vectors.size(), AverageLinkage::Unset::zero);
  std::vector<std::vector<std::pair<std::uint32_t, double>>> postings;
  std::vector<double> cosine(vectors.size());
  for (std::uint32_t i = 0; i < vectors.size(); ++i) {
    std::vector<std::uint32_t> met;
    for (const auto& [term, weight, name] : vectors[i]) {
      if (postings.size() <= term) postings.resize(term + 1);
      for (const auto& [other, by] : postings[term]) {
        if (cosine[other] == 0) met.push_back(other);
        cosine[other] += weight * by;
      }
      postings[term].emplace_back(i, weight);
    }
    std::sort(met.begin(), met.end());
    for (const std::uint32_t other : met) {
      if (const double sum = std::exchange(cosine[other], 0); sum >= faint) linkage.set(i, other, sum);
    }
  }
  return linkage;
}

/// The articles of one story, their words weighed by how few of these articles use them.
std::vector<Vector> own_vectors(const std::vector<Vector>& counts, const std::vector<std::uint32_t>& members) {
  std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> known;  // term → its number here, articles
  for (const std::uint32_t member : members) {
    for (const Weighted& w : counts[member])
      ++known.try_emplace(w.term, static_cast<std::uint32_t>(known.size()), 0).first->second.second;
  }
  std::vector<Vector> vectors;
  for (const std::uint32_t member : members) {
    Vector vector;
    double square = 0;
    for (const Weighted& w : counts[member]) {
      const auto [number, articles] = known.at(w.term);
      if (articles < 2) continue;
      const double weight = (w.name ? kOwnNameWeight : 1) * (1 + std::log(w.weight)) *
                            std::log((static_cast<double>(members.size()) + 0.5) / articles);
      vector.push_back({number, weight, w.name});
      square += weight * weight;
    }
    for (Weighted& w : vector) w.weight /= square > 0 ? std::sqrt(square) : 1;
    vectors.push_back(std::move(vector));
  }
  return vectors;
}

/// Two events of one kind, the same party's second firing, make one story by the words of all articles; by their own words
/// they fall apart. A part of few articles is one article and its copies, or another view of the story: it stays.
void split(const std::vector<Vector>& counts, const std::vector<std::uint32_t>& members, double limit,
           std::vector<std::uint32_t>& root) {
  constexpr std::size_t kLeast = 6;
  constexpr std::uint32_t kFew = 3;
  if (members.size() < kLeast) return;
  const auto part = linkage_of(own_vectors(counts, members), 0).join_above(limit);
  std::vector<std::uint32_t> sizes(members.size());
  for (const std::uint32_t p : part) ++sizes[p];
  const auto largest = static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  for (std::size_t i = 0; i < members.size(); ++i) root[members[i]] = members[sizes[part[i]] > kFew ? part[i] : largest];
}

}  // namespace

std::vector<std::uint32_t> find_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                        const Rulebook& rulebook) {
  Terms terms;
  std::vector<Vector> vectors;
  for (std::size_t i = 0; i < articles.size(); ++i)
    vectors.push_back(counts_of(articles[i], rulebook.lexicon(documents[i].language), terms));
  const std::vector<Vector> counts = vectors;
  for (Vector& vector : vectors) weigh(vector, terms, static_cast<double>(articles.size()));
  auto root = linkage_of(vectors, kFaint).join_above(rulebook.number("story_similarity"));
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < articles.size(); ++i) members[root[i]].push_back(i);
  for (const auto& [first, own] : members) split(counts, own, rulebook.number("story_split"), root);
  std::vector<std::uint32_t> stories(articles.size());
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < articles.size(); ++i)
    stories[i] = numbers.try_emplace(root[i], static_cast<std::uint32_t>(numbers.size())).first->second;
  return stories;
}

}  // namespace crosscheck
