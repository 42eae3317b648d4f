// Linking a few articles of a collection with what the rest of it tells.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "link/link.h"
#include "link/versions.h"

namespace crosscheck {

struct Known {
  std::vector<std::uint32_t> stories;  ///< of each article at hand, counted from 0
  std::vector<std::string> names;      ///< of its story, as DocumentFacts has it
  VersionCounts counts;
  std::map<std::string, std::vector<TimeValue>> times_of_fact;  ///< as JudgeContext has them, over the whole collection
};

/// link() with the stories given; `known` may be null.
Linked link_known(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
                  const Workers& workers, const Known* known);

}  // namespace crosscheck
