// What two texts have in common, and what that makes of them: one item, two of one form, or neither.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "link/version_units.h"

namespace crosscheck {

/// Units' ids, sorted, each once.
class Ids {
 public:
  explicit Ids(std::vector<std::uint64_t> ids) : ids_(std::move(ids)) {
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  }
  bool contains(std::uint64_t id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }

 private:
  std::vector<std::uint64_t> ids_;
};

/// A text with what every comparison asks of it.
struct ReadText {
  explicit ReadText(VersionText version);
  VersionText text;
  Ids all, title;                    ///< of what is not plain
  std::vector<std::uint64_t> words;  ///< of all that are no values, sorted
  std::size_t numbers = 0;
};

/// What two texts laid side by side have in common.
struct Likeness {
  std::uint32_t words = 0, values = 0;   ///< columns that are the same
  std::uint32_t apart = 0, swapped = 0;  ///< values that are not; of them those that changed places with a neighbour
  double coverage = 0;                   ///< of the shorter text
  double title = 0;                      ///< of the shorter title's words, those that the other title has
  bool named_apart = false;              ///< each title has a word that the other text has nowhere
  bool timed_apart = false;              ///< a title tells a time that the other does not
  bool counted_apart = false;            ///< each title has a number that the other has not
  bool series = false;                   ///< the headline is that of many texts
  bool flash = false;                    ///< headlines alone
  /// Of the values, those that are not the same; long texts with few values tell less by them.
  double share_apart() const {
    constexpr double kWordsAValue = 8;
    return (apart - swapped) / std::max(1.0, values + apart + words / kWordsAValue);
  }
};

/// By the titles alone.
Likeness titles_of(const ReadText& a, const ReadText& b);
/// With what the texts have in common besides.
Likeness likeness_of(const Laid& laid, Likeness titles);

/// Two texts of one form that tell of two things: nearly every value differs.
bool one_form(const Likeness& l);
/// That the two are one item, 0 when they are not. `days`: how far apart they came out.
double one_item(const Likeness& l, bool labelled, std::int32_t days);
/// Might they be either, were they laid side by side? Cheaper to tell than to lay them.
bool worth_laying(const ReadText& a, const ReadText& b, const Likeness& titles, bool labelled, std::int32_t days);

}  // namespace crosscheck
