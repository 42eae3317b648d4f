// The verb that governs a value, and its subject.
#pragma once

#include "claim/wording.h"

namespace crosscheck {

struct Governor {
  std::size_t at = Wording::kNone;     ///< the verb
  std::size_t light = Wording::kNone;  ///< a verb beside the value that says little: "is", "left"
  bool behind = false;                 ///< right of the value: the value's phrase is its subject
  bool found() const { return at != Wording::kNone; }
};

/// Of a quantity whose phrase goes up to `end`.
Governor governor_of(const Wording& words, std::size_t value, std::size_t end);
/// Of a date or time: the verb whose event it dates.
Governor dating_governor(const Wording& words, std::size_t value, std::size_t end);
/// The name directly before a verb, as a position; kNone when another word is the subject.
std::size_t subject_of(const Wording& words, std::size_t verb);
/// The noun on the left that the value is said of: "toll" of "the toll rose to 52".
std::size_t noun_left_of(const Wording& words, std::size_t value);

}  // namespace crosscheck
