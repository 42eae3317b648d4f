// An article's words weigh by how often it has them, names and the words of its beginning more, and by how few other articles have
// them (TF-IDF). The cosine of two vectors is summed over the terms that both have, term by term, so that articles without
// a word in common are never looked at together.
#include "link/story_words.h"

#include <numeric>
#include <unordered_map>
#include <utility>

#include "base/id_numbers.h"

namespace crosscheck::story_words {
namespace {

constexpr std::uint32_t kLead = 400;  ///< bytes: where an article says what it is about
constexpr std::uint32_t kLeadWeight = 2;
constexpr double kOwnNameWeight = 2;
constexpr std::size_t kTerms = 80;  ///< the weightiest of an article

}  // namespace

std::vector<Count> counts_of(const Article& article, WordFacts& facts) {
  std::vector<Count> counts;
  const PackedTokens& tokens = article.packed_tokens;
  IdNumbers numbers(tokens.size() / 2);
  const std::uint32_t begin = tokens.empty() ? 0 : tokens[0].span.begin;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const PackedTokens::View token = tokens[i];
    if (token.kind == TokenKind::mark || token.folded.size() < 2) continue;
    const WordFact fact = facts(token.folded, token.hash);
    if (fact.stop) continue;
    const auto [number, fresh] = numbers.number(fact.stem);
    if (fresh) counts.push_back({fact.stem, 0, 0});
    const std::uint32_t weight = token.span.begin < begin + kLead ? kLeadWeight : 1;
    Count& count = counts[number];
    count.all += weight;
    count.capital += token.capital ? weight : 0;
  }
  return counts;
}

double log_of(const Counted& counted) { return std::log(static_cast<double>(counted.count)); }

Vector weightiest(Vector vector) {
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

namespace {

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

}  // namespace

AverageLinkage linkage_of(const std::vector<Vector>& vectors, double faint, const Workers& workers) {
  const Postings postings = postings_of(vectors);
  std::vector<std::vector<Alike>> found((vectors.size() + kStoryRun - 1) / kStoryRun);
  each_run(workers, vectors.size(), kStoryRun, [&](std::size_t begin, std::size_t end) {
    found[begin / kStoryRun] = alike(vectors, postings, faint, begin, end);
  });
  AverageLinkage linkage(vectors.size(), AverageLinkage::Unset::zero);
  for (auto& run : found) {
    for (const Alike& pair : std::exchange(run, {})) linkage.set(pair.a, pair.b, pair.cosine);
  }
  return linkage;
}

namespace {

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

}  // namespace

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

std::vector<std::vector<std::uint32_t>> members_of(const std::vector<std::uint32_t>& roots) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
  for (std::uint32_t i = 0; i < roots.size(); ++i) by_root[roots[i]].push_back(i);
  std::vector<std::vector<std::uint32_t>> members;
  for (auto& [first, own] : by_root) members.push_back(std::move(own));
  return members;
}

}  // namespace crosscheck::story_words
