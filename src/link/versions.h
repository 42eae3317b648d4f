// Versions of one item: a text and its correction, repeat or rewrite, laid side by side.
#pragma once

#include <vector>

#include "base/parallel.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Places in the articles' claims, which must still be in their articles; so must the packed tokens.
std::vector<VersionPair> find_versions(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                       const Rulebook& rulebook, const Workers& workers);

}  // namespace crosscheck
