// Versions of one item: a text and its correction, repeat or rewrite, laid side by side.
#pragma once

#include <vector>

#include "base/parallel.h"
#include "link/version_pairs.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Places in the articles' claims, which must still be in their articles; so must the packed tokens.
std::vector<VersionPair> find_versions(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                       const Rulebook& rulebook, const Workers& workers,
                                       const VersionCounts* known = nullptr);

/// A headline with its numbers left open: "CBT # EDT" stands over many texts.
std::uint64_t title_form(const Article& article);

}  // namespace crosscheck
