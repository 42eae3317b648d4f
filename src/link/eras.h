// Which year a sentence speaks of, when it is not the story's own time.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "model/model.h"

namespace crosscheck {

class Eras {
 public:
  /// `members`: the claims of one story, in corpus order. Keeps references to `claims`.
  Eras(const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims,
       const std::vector<std::uint32_t>& members);

  /// 0: the story's own time, or none that is said.
  std::int32_t of(const Claim& claim) const;

 private:
  using Sentence = std::pair<std::uint32_t, std::uint32_t>;  ///< document, sentence

  std::int32_t era_of(const TimeValue& time) const;

  const std::vector<Claim>& claims_;
  std::map<Sentence, std::vector<std::uint32_t>> dates_;  ///< the dated claims of each sentence
  std::vector<std::int32_t> now_;                         ///< the days the story was told, ascending
};

}  // namespace crosscheck
