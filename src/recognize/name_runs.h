// Where names may stand in a sentence: runs of words with capitals, less their titles.
#pragma once

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "recognize/name_words.h"

namespace crosscheck {

struct NameRun {
  std::uint32_t first = 0, end = 0;
  bool initial = false;              ///< opens its sentence, where a capital says nothing
  bool titled = false;               ///< a person's title stands before it
  bool loud = false;                 ///< in a line of capitals
  const KnownName* known = nullptr;  ///< all of it is a gazetteer's name
};

class NameRuns {
 public:
  explicit NameRuns(const NameWords& words) : words_(words), units_(words.article.tokens.size()) {}

  /// The runs of a sentence, cut at titles.
  std::vector<NameRun> of(const Sentence& sentence) const;
  /// Leaves out words that only open the sentence; false when nothing but titles is left. `known`: keys that the article
  /// has shown to be names.
  bool trim(const std::unordered_set<std::string>& known, NameRun& run) const;
  std::string key_of(std::uint32_t first, std::uint32_t end) const;

 private:
  NameRun run_at(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t unit_end(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t linked(const NameRun& run, std::uint32_t end, bool institution) const;
  bool joins_halves(const NameRun& run, std::uint32_t end) const;
  bool owns_institution(const NameRun& run, std::uint32_t end) const;
  bool institution_word(std::uint32_t at) const;
  bool opens(const Sentence& sentence, std::uint32_t at) const;
  void split_titles(const Sentence& sentence, NameRun run, std::vector<NameRun>& found) const;
  void read_title(const Sentence& sentence, NameRun& run) const;
  std::uint32_t title_end(const NameRun& run) const;
  bool holds_institution(std::uint32_t first, std::uint32_t end) const;
  void drop_last_title(NameRun& run) const;
  const KnownName* known_whole(const NameRun& run) const;
  bool titles_only(const NameRun& run) const;
  bool begins_as_place(const NameRun& run) const;

  const NameWords& words_;
  mutable std::vector<std::pair<std::uint32_t, std::uint32_t>> units_;  ///< of each token: unit_end() for which end
};

}  // namespace crosscheck
