// Does the full stop between two words belong to the word before it, or does it end the sentence?
#pragma once

#include <string>
#include <string_view>

#include "rulebook/rulebook.h"

namespace crosscheck::segment_room {

/// The word that a full stop follows.
struct WordBefore {
  std::string_view written;  ///< without the stop: "U.S", "Corp", "3"
  std::string folded;
  std::string_view previous;  ///< the word before it, when only white space is between
  bool opens = false;         ///< it is the first word of its sentence, or the second
};

/// What a next sentence would begin with.
struct WordAfter {
  std::string folded;
  bool upper = false, lower = false;
  bool number = false;   ///< a digit or a currency sign
  bool initial = false;  ///< one letter and a stop: "J."
  bool starter = false;  ///< capitalised, and a word that sentences like to begin with
};

WordBefore word_before(std::string_view text, std::size_t stop, std::size_t begin);
/// Looks through quotes and brackets that open.
WordAfter word_after(std::string_view text, std::size_t at, std::size_t end, const Lexicon& lexicon);

/// True when the stop is the word's own and the sentence goes on.
bool holds_on(const WordBefore& word, const WordAfter& next, const Lexicon& lexicon);
/// May a sentence that begins with a number stand after this word? "… in 2019. 250 others …"
bool lets_number_start(const WordBefore& word, const Lexicon& lexicon);

}  // namespace crosscheck::segment_room
