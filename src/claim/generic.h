// The generic frame: what a quantity measures when no rule knows it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/stem.h"
#include "claim/view.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct GenericReading {
  std::string attribute;  ///< "people killed"; empty when nothing near it says
  std::vector<Role> roles;
};

/// What each value of an article asks of the words around it, answered once a word.
class WordMemo {
 public:
  WordMemo(const Lexicon& lexicon, const Stemmer& stemmer)
      : stop_words_(lexicon.list("stop_words")), stemmer_(stemmer) {}
  /// Nothing for placeholders, marks, figures and stop words.
  const std::string* content_stem(std::string_view item);

 private:
  const WordList& stop_words_;
  const Stemmer& stemmer_;
  struct Slot {
    std::uint64_t word = 0;  ///< its hash64; 0: none yet
    const std::string* stem = nullptr;
  };
  std::array<Slot, 1024> slots_;  ///< of the words that share one the last stays; words of one hash64 count as one
};

GenericReading read_generic(const Article& article, const Lexicon& lexicon, WordMemo& memo, const View& view,
                            MentionKind kind, const std::vector<std::uint32_t>& mentions, std::uint32_t focus);

/// Stems of the content words of the clause around the value and the keys of its names; sorted, each once.
std::vector<std::string> content_words(const Article& article, WordMemo& memo, const View& view);
/// Those of them that stand within five words of the value, on its side of a full stop, colon or semicolon.
std::vector<std::string> near_words(const Article& article, WordMemo& memo, const View& view);

}  // namespace crosscheck
