// Word 5-grams of each text are hashed; 64 MinHash values in 16 bands find candidates, the exact Jaccard of
// the 5-gram sets decides. Two runs of one wire story with another headline share 0.9 of them; two reporters'
// texts about one event share less than 0.05. A passage copied into a longer text is not found.
#include "link/copies.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.h"
#include "base/wide.h"

namespace crosscheck {
namespace {

constexpr std::size_t kHashes = 64, kBands = 16, kGram = 5, kBucketLimit = 8;
constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15U;
constexpr std::size_t kCopyRun = 64;  // articles a task
using Signature = std::array<std::uint64_t, kHashes>;
using BandKeys = std::array<std::uint64_t, kBands>;

/// In the order of the text.
std::vector<std::uint64_t> shingles(const Article& article) {
  std::vector<std::uint64_t> words;
  words.reserve(article.packed_tokens.size());
  for (std::size_t i = 0; i < article.packed_tokens.size(); ++i) {
    const PackedTokens::View token = article.packed_tokens[i];
    if (token.kind != TokenKind::mark) words.push_back(token.hash);
  }
  std::vector<std::uint64_t> grams;
  grams.reserve(words.size());
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
  return grams;
}

/// As alike() asks for them.
void sort_once(std::vector<std::uint64_t>& grams) {
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
}

/// Grams are well mixed already: a product by an odd number is one more order of them. The products by 1, 3, 5 … are sums, and
/// vectors are compared as signed numbers alone: all are moved by the sign's bit.
CROSSCHECK_WIDE void lower(Signature& signature, const std::vector<std::uint64_t>& grams) {
  constexpr std::size_t kLanes = 8;
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63U;
  for (std::uint64_t& least : signature) least += kSign;
  for (const std::uint64_t gram : grams) {
    const std::uint64_t first = gram * kGolden, step = 2 * first;
    std::array<std::uint64_t, kLanes> product;
    for (std::size_t k = 0; k < kLanes; ++k) product[k] = first + step * k + kSign;
    for (std::size_t i = 0; i < kHashes; i += kLanes) {
      for (std::size_t k = 0; k < kLanes; ++k) {
        const auto now = static_cast<std::int64_t>(product[k]), least = static_cast<std::int64_t>(signature[i + k]);
        signature[i + k] = static_cast<std::uint64_t>(now < least ? now : least);
        product[k] += kLanes * step;
      }
    }
  }
  for (std::uint64_t& least : signature) least -= kSign;
}

Signature signature_of(const std::vector<std::uint64_t>& grams) {
  Signature signature;
  signature.fill(~std::uint64_t{0});
  lower(signature, grams);
  return signature;
}

BandKeys band_keys(const Signature& signature) {
  BandKeys keys{};
  for (std::size_t band = 0; band < kBands; ++band) {
    keys[band] = band + 1;
    for (std::size_t k = 0; k < kHashes / kBands; ++k)
      keys[band] = mix64(keys[band] ^ signature[band * (kHashes / kBands) + k]);
  }
  return keys;
}

/// Sorted grams: at least `least`? Texts of too different lengths need no comparing.
bool alike(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b, double least) {
  const auto [fewer, more] = std::minmax({a.size(), b.size()});
  if (more == 0 || static_cast<double>(fewer) / static_cast<double>(more) < least) return false;
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
  return static_cast<double>(shared) / static_cast<double>(all) >= least;
}

/// Of two texts in one band's bucket the later and the earlier one. A bucket's first few stand for the rest: what many
/// texts share need not be looked at in each.
using Candidates = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
Candidates candidates_of(const std::vector<BandKeys>& keys, const std::vector<std::vector<std::uint64_t>>& grams,
                         std::size_t band) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    if (!grams[i].empty()) order.emplace_back(keys[i][band], i);
  }
  std::sort(order.begin(), order.end());
  Candidates candidates;
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    for (end = begin; end < order.size() && order[end].first == order[begin].first; ++end) {
      for (std::size_t k = begin; k < std::min(end, begin + kBucketLimit); ++k)
        candidates.emplace_back(order[end].second, order[k].second);
    }
  }
  return candidates;
}

/// For each text the first before it that is nearly the same.
std::vector<std::optional<std::uint32_t>> first_alike(std::vector<std::vector<std::uint64_t>>& grams,
                                                      Candidates candidates, double similarity,
                                                      const Workers& workers) {
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<std::uint8_t> met(grams.size());
  for (const auto& [own, other] : candidates) met[own] = met[other] = 1;
  each_run(workers, grams.size(), kCopyRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (met[i] != 0) sort_once(grams[i]);
    }
  });
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i == 0 || candidates[i].first != candidates[i - 1].first) begins.push_back(i);
  }
  std::vector<std::optional<std::uint32_t>> first(grams.size());
  each_run(workers, begins.size(), kCopyRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t text = begin; text < end; ++text) {
      const std::uint32_t own = candidates[begins[text]].first;
      for (std::size_t i = begins[text]; i < candidates.size() && candidates[i].first == own && !first[own]; ++i) {
        if (alike(grams[own], grams[candidates[i].second], similarity)) first[own] = candidates[i].second;
      }
    }
  });
  return first;
}

}  // namespace

std::vector<std::optional<std::uint32_t>> find_copies(const std::vector<Document>& documents,
                                                      const std::vector<Article>& articles, double similarity,
                                                      const Workers& workers) {
  std::vector<std::vector<std::uint64_t>> grams(documents.size());
  std::vector<BandKeys> keys(documents.size());
  each_run(workers, documents.size(), kCopyRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      grams[i] = shingles(articles[i]);
      keys[i] = band_keys(signature_of(grams[i]));
    }
  });
  std::vector<Candidates> bands(kBands);
  workers.each(kBands, [&](std::size_t band) { bands[band] = candidates_of(keys, grams, band); });
  Candidates candidates;
  for (const Candidates& band : bands) candidates.insert(candidates.end(), band.begin(), band.end());
  std::vector<std::optional<std::uint32_t>> copy_of = first_alike(grams, std::move(candidates), similarity, workers);
  for (auto& copied : copy_of) {
    if (copied && copy_of[*copied]) copied = copy_of[*copied];
  }
  return copy_of;
}

}  // namespace crosscheck
