// A text as units to align, what each unit is, and two such texts laid side by side.
#pragma once

#include <string>
#include <vector>

#include "link/align.h"
#include "link/word_facts.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct VersionText {
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Word {
    std::uint32_t token = 0;      ///< the first of Article::packed_tokens
    std::uint32_t claim = kNone;  ///< of Article::claims
    std::uint32_t sentence = 0;
    std::uint32_t part = 0;  ///< counted over the text: a sentence, or what "..." leaves of it
    bool title = false;
    bool plain = false;    ///< a word that says nothing, or only that the text corrects another
    bool session = false;  ///< tells the hour of a trading day
    bool number = false;   ///< a value, or a number that makes none
  };
  const Article* article = nullptr;
  std::vector<Unit> units;
  std::vector<Word> words;             ///< one a unit
  bool snapshot = false;               ///< the headline is that of a market at one moment
  std::uint32_t instead_from = kNone;  ///< the unit behind "please read"; kNone: no such words
  const Claim* claim(std::uint32_t unit) const {
    return words[unit].claim == kNone ? nullptr : &article->claims[words[unit].claim];
  }
  std::string folded(std::uint32_t unit) const { return std::string(article->packed_tokens[words[unit].token].folded); }
};

VersionText version_text(const Document& document, const Article& article, const Lexicon& lexicon, WordFacts& facts);
/// The units from `begin` to `end` alone.
VersionText part_of(const VersionText& text, std::size_t begin, std::size_t end);

/// How the two units of a column fit.
enum class Fit : std::uint8_t { lone, other, same, meet, apart };

struct Laid {
  const VersionText &a, &b;
  std::vector<Column> columns;
  std::vector<Fit> fits;  ///< one a column
  bool same(std::size_t column) const { return fits[column] == Fit::same || fits[column] == Fit::meet; }
};

/// Keeps references to the texts.
Laid lay(const VersionText& a, const VersionText& b, const Rulebook& rulebook, const Lexicon& lexicon);

struct VersionSearch {
  std::uint32_t least_context;  ///< columns around a difference that are the same
  bool whole;                   ///< neither text is a fragment, so that most of its sentence must be the same as well
  bool labelled;                ///< one of the two says that it corrects
};

/// What the two say differently at one place; claims are places in Article::claims.
std::vector<VersionDifference> differences(const Laid& laid, const Lexicon& lexicon, const VersionSearch& search);

}  // namespace crosscheck
