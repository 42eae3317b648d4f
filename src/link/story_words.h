// Articles as vectors of their words, and how alike these are: what stories are told by. Private to src/link/.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/parallel.h"
#include "link/linkage.h"
#include "link/word_facts.h"
#include "model/model.h"

namespace crosscheck::story_words {

constexpr double kFaint = 0.08;         ///< cosines below are left out
constexpr std::size_t kStoryRun = 128;  ///< articles a task

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
std::vector<Count> counts_of(const Article& article, WordFacts& facts);

/// Of the weightiest terms, of length 1. `spread_of`: in how many articles a term stands.
template <class Spread>
Vector weighed(const Counts& counts, const Spread& spread_of, double articles);

/// The likeness of any two articles that have a word of weight in common.
AverageLinkage linkage_of(const std::vector<Vector>& vectors, double faint, const Workers& workers);

/// Two events of one kind, the same party's second firing, make one story by the words of all articles; by their own words
/// they fall apart. A part of few articles is one article and its copies, or another view of the story: it stays.
void split(const std::vector<Counts>& counts, const std::vector<std::uint32_t>& members, double limit,
           std::vector<std::uint32_t>& root);

/// The clusters' members, ascending.
std::vector<std::vector<std::uint32_t>> members_of(const std::vector<std::uint32_t>& roots);

// ---- weighed(), which is a template ------------------------------------------------------------

/// The sum of it, to one; the weightiest stay.
Vector weightiest(Vector vector);
double log_of(const Counted& counted);

constexpr double kNameWeight = 4.0;
constexpr std::uint32_t kCommon = 300;  ///< a word of more articles tells no story; it bounds the work, too
constexpr double kBackground = 1000;    ///< articles unseen: in a small corpus the story's own words stay rare

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
  return weightiest(std::move(vector));
}

}  // namespace crosscheck::story_words
