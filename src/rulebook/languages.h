// The languages of a rulebook: what their folders said, and the lexicons built from it so far. Numbers, quantities and
// times of a language without frames are bytes until its lexicon is first asked for. Private to
// src/rulebook/; the one thing in a Rulebook that grows after load, behind a lock.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "rulebook/cldr.h"
#include "rulebook/demonym_rows.h"
#include "rulebook/language_draft.h"
#include "rulebook/rule_files.h"

namespace crosscheck {

struct Language {
  LanguageDraft draft;
  Lexicon words;                       ///< lists, cues, classes and tables only
  std::vector<GazetteerRow> entities;  ///< of the language's own entities.yaml
  DemonymRows demonyms;
  std::optional<RuleText> numbers, quantities, times, people;  ///< not parsed yet
};

/// What CLDR says of a language.
struct FromCldr {
  Lexicon lexicon;  ///< without units
  UnitTables units;
  std::vector<std::pair<std::string, std::string>> adjectives;
};

struct Rulebook::Languages {
  explicit Languages(const std::filesystem::path& root) : files(root) {}
  /// Parses what is still bytes.
  void read(Language& language, std::vector<Fault>& faults);
  void add_names(const Language& source, const std::vector<std::pair<std::string, std::string>>& adjectives,
                 Lexicon& lexicon) const;
  std::unique_ptr<Lexicon> build(std::string_view language, const Language& source, FromCldr cldr) const;

  std::mutex mutex;
  RuleFiles files;
  DraftLoader::Holidays holidays;
  std::vector<Fault> late_faults;
  std::map<std::string, Language, std::less<>> sources;
  std::map<std::string, std::unique_ptr<Lexicon>, std::less<>> built;
  std::vector<UnitRow> units;
  std::vector<GazetteerRow> entities;  ///< of rules/entities.yaml, for every language
};

}  // namespace crosscheck
