// What runs over a store share. Private to src/pipeline/.
#pragma once

#include <map>
#include <string>

#include "rulebook/rulebook.h"

namespace crosscheck {

/// The digest of the rules and the sources of the program, as a word: a store made by another has other lookups.
std::string made_by(const std::string& rules_digest);

/// The path of its file as every run has it, wherever it was started.
std::string canonical(const Document& document);

/// What an extraction is kept under.
class ExtractionKeys {
 public:
  explicit ExtractionKeys(const Rulebook& rulebook) : rulebook_(rulebook) {}
  std::string of(const Document& document);

 private:
  const Rulebook& rulebook_;
  std::map<std::string, std::string> by_language_;  ///< language → digest of its rules
};

}  // namespace crosscheck
