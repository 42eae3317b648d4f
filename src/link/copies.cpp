// Word 5-grams of each text are hashed; 64 MinHash values in 16 bands find candidates, the exact Jaccard of
// the 5-gram sets decides. Two runs of one wire story with another headline share 0.9 of them; two reporters'
// texts about one event share less than 0.05. A passage copied into a longer text is not found.
#include "link/copies.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/hash.h"

namespace crosscheck {
namespace {

constexpr std::size_t kHashes = 64, kBands = 16, kGram = 5, kBucketLimit = 8;
constexpr std::size_t kRun = 64;  // articles a task
using Signature = std::array<std::uint64_t, kHashes>;

std::vector<std::uint64_t> shingles(const Article& article) {
  std::vector<std::uint64_t> words;
  for (const Token& token : article.tokens) {
    if (token.kind != TokenKind::mark) words.push_back(hash64(token.folded));
  }
  std::vector<std::uint64_t> grams;
  for (std::size_t i = 0; i + kGram <= words.size(); ++i) {
    std::uint64_t gram = 0;
    for (std::size_t k = 0; k < kGram; ++k) gram = mix64(gram * 31 + words[i + k]);
    grams.push_back(gram);
  }
  if (grams.empty() && !words.empty()) {
    std::uint64_t gram = words.size();
    for (const std::uint64_t word : words) gram = mix64(gram * 31 + word);
    grams.push_back(gram);
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

Signature signature_of(const std::vector<std::uint64_t>& grams) {
  Signature signature;
  signature.fill(~std::uint64_t{0});
  for (const std::uint64_t gram : grams) {
    for (std::size_t i = 0; i < kHashes; ++i)
      signature[i] = std::min(signature[i], mix64(gram ^ (0x9e3779b97f4a7c15ULL * (i + 1))));
  }
  return signature;
}

std::array<std::uint64_t, kBands> band_keys(const Signature& signature) {
  std::array<std::uint64_t, kBands> keys{};
  for (std::size_t band = 0; band < kBands; ++band) {
    keys[band] = band + 1;
    for (std::size_t k = 0; k < kHashes / kBands; ++k)
      keys[band] = mix64(keys[band] ^ signature[band * (kHashes / kBands) + k]);
  }
  return keys;
}

double jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++shared;
      ++i;
      ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  const std::size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace

std::vector<std::optional<std::uint32_t>> find_copies(const std::vector<Document>& documents,
                                                      const std::vector<Article>& articles, double similarity,
                                                      const Workers& workers) {
  std::vector<std::optional<std::uint32_t>> copy_of(documents.size());
  std::vector<std::vector<std::uint64_t>> grams(documents.size());
  std::vector<std::array<std::uint64_t, kBands>> keys(documents.size());
  each_run(workers, documents.size(), kRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      grams[i] = shingles(articles[i]);
      keys[i] = band_keys(signature_of(grams[i]));
    }
  });
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> buckets;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    if (grams[i].empty()) continue;
    std::vector<std::uint32_t> candidates;
    for (const std::uint64_t key : keys[i]) {
      auto& bucket = buckets[key];
      candidates.insert(candidates.end(), bucket.begin(), bucket.end());
      if (bucket.size() < kBucketLimit) bucket.push_back(i);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t other : candidates) {
      if (jaccard(grams[i], grams[other]) < similarity) continue;
      copy_of[i] = copy_of[other] ? *copy_of[other] : other;
      break;
    }
  }
  return copy_of;
}

}  // namespace crosscheck
