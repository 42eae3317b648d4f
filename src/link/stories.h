// Articles about one event, before their claims meet.
#pragma once

#include <cstdint>
#include <vector>

#include "base/parallel.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// A story number for each article, counted in corpus order from 0.
std::vector<std::uint32_t> find_stories(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                        const Rulebook& rulebook, const Workers& workers);

/// Makes names one over a story: "hgs" and "halden grid services" get one key in claims' roles.
void unify_names(const std::vector<std::uint32_t>& stories, std::vector<Article>& articles, const Workers& workers);

}  // namespace crosscheck
