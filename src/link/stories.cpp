// Articles about one event share its names, places and rare words. Each article is a TF-IDF vector of its stemmed words,
// names and the words of its beginning weighing more; the closest two clusters are joined while the average cosine
// between their articles stays above the limit. Two earthquakes share "quake" and "magnitude", which many articles have,
// but not Manokwari and Papua. Average linkage: one article that speaks of two events does not chain their stories.
// It knows no dates: two events of one company a year apart are told apart by their claims' times.
#include "link/stories.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/id_numbers.h"
#include "link/story_words.h"

namespace crosscheck {

using namespace story_words;  // whose nouns are of every line here

namespace {

/// Words to numbers, and how many articles have each.
struct Terms {
  IdNumbers ids;
  std::vector<std::uint32_t> spread;

  /// A word's number is its place in the order of the corpus.
  Counts numbered(const std::vector<Count>& counts) {
    Counts own;
    own.reserve(counts.size());
    for (const Count& count : counts) {
      const auto [number, fresh] = ids.number(count.word);
      if (fresh) spread.push_back(0);
      ++spread[number];
      own.push_back({number, count.all & 0x7fffffffU, 2 * count.capital > count.all ? 1U : 0U});
    }
    std::sort(own.begin(), own.end(), [](const Counted& a, const Counted& b) { return a.term < b.term; });
    return own;
  }
};

/// What find_stories() knows in the end.
struct Told {
  Terms terms;
  std::vector<Counts> counts;
  std::vector<Vector> vectors;
  std::vector<std::uint32_t> clusters;  ///< of each article the first of those it was joined with, before the split
  std::vector<std::uint32_t> roots;     ///< the same after it
};

Told tell_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                  const Rulebook& rulebook, const Workers& workers) {
  const auto each = [&](auto&& task) {
    each_run(workers, articles.size(), kStoryRun, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) task(i);
    });
  };
  Told told;
  told.counts.resize(articles.size());
  told.vectors.resize(articles.size());
  {
    std::vector<std::vector<Count>> words(articles.size());
    FactsPool pool = facts_pool(rulebook);
    each_run(workers, articles.size(), kStoryRun, [&](std::size_t begin, std::size_t end) {
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
  outlines.terms = told.terms.ids.ids();
  return stories;
}

}  // namespace crosscheck
