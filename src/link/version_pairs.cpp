// Two texts that share a few word pairs which hardly any other text has ("<HYD> 4TH", "286,969 Revs") and came out within
// a month. A template's words are shared by many texts, its figures and names by none, so a template makes no pair.
#include "link/version_pairs.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "base/id_numbers.h"

namespace crosscheck {
namespace {

constexpr std::size_t kCounters = std::size_t{1} << 22U;
constexpr std::uint8_t kMostTexts = 10;  // texts that share a word pair at most
constexpr std::uint32_t kLeastShared = 2;
constexpr double kLeastShare = 0.04;  // of the shorter text's words
constexpr std::int32_t kDays = 31;

/// Each once, of the words from `begin` to `end`.
std::vector<std::uint64_t> word_pairs(const PackedTokens& tokens, std::size_t begin, std::size_t end) {
  IdNumbers pairs(end - begin);
  std::uint64_t before = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const PackedTokens::View token = tokens[i];
    if (token.kind == TokenKind::mark) continue;
    if (before != 0) pairs.number(mix64(before * 31 + token.hash));
    before = token.hash;
  }
  return pairs.ids();
}

std::vector<std::uint64_t> word_pairs(const Article& article) {
  return word_pairs(article.packed_tokens, 0, article.packed_tokens.size());
}

bool far_apart(const Article& a, const Article& b) {
  const auto &x = a.published.value.first, &y = b.published.value.first;
  return x && y && std::abs(*x - *y) > kDays;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Things that belong together share a key; those of one shard are handled by one task.
constexpr std::size_t kShards = 32, kVersionRun = 256;  // articles a task

/// A word pair that few texts have, and one of them.
struct Rare {
  std::uint64_t pair;
  std::uint32_t article;
  friend auto operator<=>(const Rare&, const Rare&) = default;
};

using WordPairs = std::vector<std::vector<std::uint64_t>>;

WordPairs pairs_of(const std::vector<Article>& articles, const Workers& workers) {
  WordPairs pairs(articles.size());
  each_run(workers, articles.size(), kVersionRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) pairs[i] = word_pairs(articles[i]);
  });
  return pairs;
}

void count(const WordPairs& pairs, std::size_t first, std::vector<std::uint8_t>& counts) {
  for (std::size_t i = first; i < pairs.size(); ++i) {
    for (const std::uint64_t pair : pairs[i]) {
      std::uint8_t& of_pair = counts[pair % kCounters];
      if (of_pair <= kMostTexts) ++of_pair;
    }
  }
}

/// By the word pair's shard; a counter that two pairs share makes both look commoner.
std::vector<std::vector<Rare>> rare_pairs(const std::vector<Article>& articles, const Workers& workers,
                                          const VersionCounts* known) {
  std::vector<std::uint8_t> counts = known != nullptr ? known->word_pairs : std::vector<std::uint8_t>(kCounters);
  counts.resize(kCounters);
  WordPairs pairs = pairs_of(articles, workers);
  count(pairs, known != nullptr ? known->first_new : 0, counts);
  std::vector<std::vector<Rare>> rare(kShards);
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (const std::uint64_t pair : std::exchange(pairs[i], {})) {
      const std::uint8_t texts = counts[pair % kCounters];
      if (texts >= 2 && texts <= kMostTexts) rare[pair % kShards].push_back({pair, i});
    }
  }
  return rare;
}

/// Each two articles once for every rare word pair that they share.
Pairs meetings(const std::vector<Article>& articles, std::vector<Rare> rare) {
  std::sort(rare.begin(), rare.end());
  Pairs met;
  for (std::size_t begin = 0, end = 0; begin < rare.size(); begin = end) {
    while (end < rare.size() && rare[end].pair == rare[begin].pair) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = begin; j < i; ++j) {
        const std::uint32_t a = rare[j].article, b = rare[i].article;
        if (!far_apart(articles[a], articles[b])) met.emplace_back(a, b);
      }
    }
  }
  return met;
}

/// Those that met often enough.
Pairs met_often(const std::vector<Article>& articles, const std::vector<std::uint8_t>& corrects, Pairs met) {
  std::sort(met.begin(), met.end());
  Pairs candidates;
  for (std::size_t begin = 0, end = 0; begin < met.size(); begin = end) {
    while (end < met.size() && met[end] == met[begin]) ++end;
    const auto [a, b] = met[begin];
    const std::size_t shorter = std::min(articles[a].packed_tokens.size(), articles[b].packed_tokens.size());
    const bool enough =
        end - begin >= kLeastShared && static_cast<double>(end - begin) >= kLeastShare * static_cast<double>(shorter);
    if (enough || corrects[a] + corrects[b] > 0) candidates.emplace_back(a, b);
  }
  return candidates;
}

/// Word pairs of the title, if it has one of its own.
std::vector<std::uint64_t> title_pairs(const Article& article) {
  std::size_t end = 0;
  for (const Sentence& sentence : article.sentences) {
    if (sentence.field != Field::title) break;
    end = sentence.end_token;
  }
  return word_pairs(article.packed_tokens, 0, end);
}

/// A text that corrects names the other by its headline, whose words may be common.
void add_by_title(const std::vector<Article>& articles, const std::vector<std::uint8_t>& corrects, Pairs& candidates) {
  constexpr std::size_t kMany = 200, kLeast = 2;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> under;  // only what a text that corrects has
  for (std::uint32_t b = 0; b < articles.size(); ++b) {
    if (corrects[b] == 0) continue;
    for (const std::uint64_t pair : title_pairs(articles[b])) under[pair];
  }
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (const std::uint64_t pair : title_pairs(articles[i])) {
      if (const auto found = under.find(pair); found != under.end()) found->second.push_back(i);
    }
  }
  for (std::uint32_t b = 0; b < articles.size(); ++b) {
    if (corrects[b] == 0) continue;
    std::map<std::uint32_t, std::size_t> shared;
    for (const std::uint64_t pair : title_pairs(articles[b])) {
      const auto& others = under[pair];
      if (others.size() > kMany) continue;
      for (const std::uint32_t a : others) ++shared[a];
    }
    for (const auto& [a, count] : shared) {
      if (a != b && count >= kLeast && !far_apart(articles[a], articles[b])) candidates.emplace_back(std::minmax(a, b));
    }
  }
}

}  // namespace

std::vector<std::uint8_t> count_word_pairs(const std::vector<Article>& articles, const Workers& workers) {
  std::vector<std::uint8_t> counts(kCounters);
  count(pairs_of(articles, workers), 0, counts);
  return counts;
}

void discount_word_pairs(const Article& article, std::vector<std::uint8_t>& counts) {
  for (const std::uint64_t pair : word_pairs(article)) {
    std::uint8_t& of_pair = counts[pair % kCounters];
    if (of_pair > 0 && of_pair <= kMostTexts) --of_pair;
  }
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> version_candidates(const std::vector<Article>& articles,
                                                                        const std::vector<std::uint8_t>& corrects,
                                                                        const Workers& workers,
                                                                        const VersionCounts* known) {
  std::vector<Pairs> met(kShards), by_article(kShards), often(kShards);
  {
    std::vector<std::vector<Rare>> rare = rare_pairs(articles, workers, known);
    workers.each(kShards, [&](std::size_t shard) { met[shard] = meetings(articles, std::move(rare[shard])); });
  }
  for (Pairs& of_shard : met) {
    for (const auto& pair : std::exchange(of_shard, {})) by_article[pair.first % kShards].push_back(pair);
  }
  workers.each(kShards,
               [&](std::size_t shard) { often[shard] = met_often(articles, corrects, std::move(by_article[shard])); });
  Pairs candidates;
  for (const Pairs& of_shard : often) candidates.insert(candidates.end(), of_shard.begin(), of_shard.end());
  add_by_title(articles, corrects, candidates);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (auto& [a, b] : candidates) {
    const auto &x = articles[a].published.value.first, &y = articles[b].published.value.first;
    if (x && y && *y < *x) std::swap(a, b);
  }
  return candidates;
}

}  // namespace crosscheck
