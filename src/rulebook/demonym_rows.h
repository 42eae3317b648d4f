// rules/<language>/demonyms.yaml → Demonyms. Private to src/rulebook/.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rulebook/demonyms.h"
#include "rulebook/schema.h"

namespace crosscheck {

/// rules/<language>/demonyms.yaml.
struct DemonymRows {
  std::vector<std::pair<std::string, std::string>> words;  ///< in their dictionary form, with their territories
  std::vector<std::pair<std::string, std::vector<std::string>>> endings;  ///< the longest that a word has is replaced
  bool small = false;                                                     ///< adjectives are written small

  std::vector<std::string> forms_of(const std::string& word) const;
};

/// The file's own examples are held against it: a wrong one is a fault, as is a word of two territories.
DemonymRows demonyms_from(const YamlFile& file, std::vector<Fault>& faults);

/// All forms of the file's words, and of the adjectives CLDR gives where the file is silent.
Demonyms compile_demonyms(const DemonymRows& rows, const std::vector<std::pair<std::string, std::string>>& from_cldr);

}  // namespace crosscheck
