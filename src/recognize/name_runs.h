// Where names may stand in a sentence: runs of words with capitals, less their titles.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "recognize/name_words.h"

namespace crosscheck {

struct NameRun {
  std::uint32_t first = 0, end = 0;
  bool initial = false;              ///< opens its sentence, where a capital says nothing
  bool titled = false;               ///< a person's title stands before it
  const KnownName* known = nullptr;  ///< all of it is a gazetteer's name
};

class NameRuns {
 public:
  explicit NameRuns(const NameWords& words) : words_(words) {}

  /// `is_name`: a key that the article has shown to be a name by itself.
  std::vector<NameRun> of(const Sentence& sentence, const std::function<bool(const std::string&)>& is_name) const;
  std::string key_of(std::uint32_t first, std::uint32_t end) const;

 private:
  using IsName = std::function<bool(const std::string&)>;
  NameRun run_at(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t unit_end(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t linked(const NameRun& run, std::uint32_t end, bool institution) const;
  bool joins_halves(const NameRun& run, std::uint32_t end) const;
  bool owns_institution(const NameRun& run, std::uint32_t end) const;
  bool institution_word(std::uint32_t at) const;
  bool opens(const Sentence& sentence, std::uint32_t at) const;
  void split_titles(const Sentence& sentence, NameRun run, const IsName& is_name, std::vector<NameRun>& found) const;
  std::uint32_t title_end(const NameRun& run) const;
  bool holds_institution(std::uint32_t first, std::uint32_t end) const;
  void drop_last_title(NameRun& run) const;
  void push(NameRun run, const IsName& is_name, std::vector<NameRun>& found) const;
  bool begins_as_place(const NameRun& run) const;

  const NameWords& words_;
};

}  // namespace crosscheck
