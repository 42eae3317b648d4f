// The cue phrases of one class found by their first words: a window of ten words is looked at once, however many phrases
// there are. Part of the door rulebook.h.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rulebook/sentence_words.h"

namespace crosscheck {

/// Name → phrases, as written.
using Cues = std::vector<std::pair<std::string, std::vector<std::string>>>;

class CueIndex {
 public:
  struct Phrase {
    std::uint32_t cue = 0;  ///< place of its name in the cues
    std::string text;
  };

  CueIndex() = default;
  explicit CueIndex(const Cues& cues) {
    for (std::uint32_t cue = 0; cue < cues.size(); ++cue) {
      for (const std::string& phrase : cues[cue].second) {
        const std::string_view first = first_word(phrase);
        first_words_.take_word(first);
        phrases_[std::string(first)].push_back({cue, phrase});
      }
    }
  }

  /// Those that may begin where `text` does, in the cues' order.
  const std::vector<Phrase>& from(std::string_view text) const {
    static const std::vector<Phrase> none;
    const std::string_view first = first_word(text);
    if (!first_words_.has_word(first)) return none;
    const auto found = phrases_.find(first);
    return found == phrases_.end() ? none : found->second;
  }

  /// take(phrase) for each that stands in the text, between blanks or before a comma.
  template <class Take>
  void each_in(std::string_view text, Take&& take) const {
    for (std::size_t at = 0; at < text.size(); at = std::min(text.find(' ', at), text.size()) + 1) {
      const std::string_view rest = text.substr(at);
      for (const Phrase& phrase : from(rest)) {
        const std::size_t end = phrase.text.size();
        if (rest.starts_with(phrase.text) && (end == rest.size() || rest[end] == ' ' || rest[end] == ',')) take(phrase);
      }
    }
  }

 private:
  static std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] != ' ' && text[end] != ',') ++end;
    return text.substr(0, end);
  }

  std::unordered_map<std::string, std::vector<Phrase>, TextHash, std::equal_to<>> phrases_;
  WordSlots first_words_;  ///< most words begin no phrase
};

}  // namespace crosscheck
