// Two texts that share a few word pairs which hardly any other text has ("<HYD> 4TH", "286,969 Revs") and came out within
// a month. A template's words are shared by many texts, its figures and names by none, so a template makes no pair.
#include "link/version_pairs.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>

#include "base/hash.h"

namespace crosscheck {
namespace {

constexpr std::size_t kCounters = std::size_t{1} << 22U;
constexpr std::uint8_t kCommon = 10;  // texts that share a word pair at most
constexpr std::uint32_t kLeastShared = 2;
constexpr double kLeastShare = 0.04;  // of the shorter text's words
constexpr std::int32_t kDays = 31;

std::vector<std::uint64_t> word_pairs(const Article& article) {
  std::vector<std::uint64_t> pairs;
  std::uint64_t before = 0;
  for (const Token& token : article.tokens) {
    if (token.kind == TokenKind::mark) continue;
    const std::uint64_t word = hash64(token.folded);
    if (before != 0) pairs.push_back(mix64(before * 31 + word));
    before = word;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

bool far_apart(const Article& a, const Article& b) {
  const auto &x = a.published.value.first, &y = b.published.value.first;
  return x && y && std::abs(*x - *y) > kDays;
}

/// Word pairs that few texts have, with the texts; a counter that two pairs share makes both look commoner.
std::vector<std::pair<std::uint64_t, std::uint32_t>> rare_pairs(const std::vector<Article>& articles) {
  std::vector<std::uint8_t> counts(kCounters);
  std::vector<std::vector<std::uint64_t>> pairs(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    pairs[i] = word_pairs(articles[i]);
    for (const std::uint64_t pair : pairs[i]) {
      std::uint8_t& count = counts[pair % kCounters];
      if (count <= kCommon) ++count;
    }
  }
  std::vector<std::pair<std::uint64_t, std::uint32_t>> rare;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (const std::uint64_t pair : pairs[i]) {
      const std::uint8_t count = counts[pair % kCounters];
      if (count >= 2 && count <= kCommon) rare.emplace_back(pair, i);
    }
  }
  std::sort(rare.begin(), rare.end());
  return rare;
}

/// Word pairs of the title, if it has one of its own.
std::vector<std::uint64_t> title_pairs(const Article& article) {
  std::vector<std::uint64_t> pairs;
  std::uint64_t before = 0;
  for (const Sentence& sentence : article.sentences) {
    if (sentence.field != Field::title) break;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (article.tokens[at].kind == TokenKind::mark) continue;
      const std::uint64_t word = hash64(article.tokens[at].folded);
      if (before != 0) pairs.push_back(mix64(before * 31 + word));
      before = word;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// A text that corrects names the other by its headline, whose words may be common.
void add_by_title(const std::vector<Article>& articles, const std::vector<bool>& corrects, Pairs& candidates) {
  constexpr std::size_t kMany = 200, kLeast = 2;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> under;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (const std::uint64_t pair : title_pairs(articles[i])) under[pair].push_back(i);
  }
  for (std::uint32_t b = 0; b < articles.size(); ++b) {
    if (!corrects[b]) continue;
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

std::vector<std::pair<std::uint32_t, std::uint32_t>> version_candidates(const std::vector<Article>& articles,
                                                                        const std::vector<bool>& corrects) {
  const auto rare = rare_pairs(articles);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> met;
  for (std::size_t begin = 0, end = 0; begin < rare.size(); begin = end) {
    while (end < rare.size() && rare[end].first == rare[begin].first) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = begin; j < i; ++j) {
        if (!far_apart(articles[rare[i].second], articles[rare[j].second]))
          met.emplace_back(rare[j].second, rare[i].second);
      }
    }
  }
  std::sort(met.begin(), met.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates;
  for (std::size_t begin = 0, end = 0; begin < met.size(); begin = end) {
    while (end < met.size() && met[end] == met[begin]) ++end;
    const auto [a, b] = met[begin];
    const std::size_t shorter = std::min(articles[a].tokens.size(), articles[b].tokens.size());
    const bool enough =
        end - begin >= kLeastShared && static_cast<double>(end - begin) >= kLeastShare * static_cast<double>(shorter);
    if (!enough && !corrects[a] && !corrects[b]) continue;
    candidates.emplace_back(a, b);
  }
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
