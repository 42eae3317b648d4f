// Articles about one event, before their claims meet.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "link/link.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// A story number for each article, counted in corpus order from 0.
std::vector<std::uint32_t> find_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                        const Rulebook& rulebook, const Workers& workers);

/// The same, and what place_in_stories() needs of each article.
std::vector<std::uint32_t> outline_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                           const Rulebook& rulebook, const Workers& workers, Outlines& outlines);

/// Where a few new articles stand in a collection whose stories are known.
struct Placed {
  std::vector<std::uint32_t> stories;                   ///< of the new ones
  std::map<std::uint32_t, std::uint32_t> moved;         ///< articles of the same clusters, with their stories now
  std::vector<std::pair<double, std::uint32_t>> alike;  ///< articles with words of weight in common, most alike first
};
/// As find_stories() would over all of them, but that clusters without a likely companion stay as they are.
/// `gone`: articles that the collection has and the run does not.
Placed place_in_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                        const std::set<std::uint32_t>& gone, const Rulebook& rulebook, Collection& collection);

/// Makes names one over a story: "hgs" and "halden grid services" get one key in claims' roles.
void unify_names(const std::vector<std::uint32_t>& stories, std::vector<Article>& articles, const Workers& workers);

}  // namespace crosscheck
