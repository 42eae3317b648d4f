// Documents that may be versions of one item.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "model/model.h"

namespace crosscheck {

/// In how many texts, up to a few, each word pair stands.
std::vector<std::uint8_t> count_word_pairs(const std::vector<Article>& articles, const Workers& workers);
/// The same without one text.
void discount_word_pairs(const Article& article, std::vector<std::uint8_t>& counts);

/// What is known of the texts of a collection that are not at hand.
struct VersionCounts {
  std::vector<std::uint8_t> word_pairs;                ///< of all, those at hand up to `first_new` among them
  std::function<std::uint32_t(std::uint64_t)> titles;  ///< headlines of one form, likewise
  std::size_t first_new = 0;
};

/// Ascending; the earlier published first. Near-linear: what many texts share makes no pair. `corrects`, one an article:
/// it says that it mends another, for which less in common will do.
std::vector<std::pair<std::uint32_t, std::uint32_t>> version_candidates(const std::vector<Article>& articles,
                                                                        const std::vector<std::uint8_t>& corrects,
                                                                        const Workers& workers,
                                                                        const VersionCounts* known = nullptr);

}  // namespace crosscheck
