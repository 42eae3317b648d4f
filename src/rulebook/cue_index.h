// The cue phrases of one class found by their first words: a window of ten words is looked at once, however many phrases
// there are. Part of the door rulebook.h.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/word_table.h"
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
      names_.push_back(cues[cue].first);
      for (const std::string& phrase : cues[cue].second) {
        const std::string_view first = first_word(phrase);
        first_words_.take_word(first);
        phrases_[first].push_back({cue, phrase});
      }
    }
  }

  const std::string& name_of(std::uint32_t cue) const { return names_[cue]; }

  /// Those that may begin where `text` does, in the cues' order.
  const std::vector<Phrase>& from(std::string_view text) const {
    static const std::vector<Phrase> none;
    const std::string_view first = first_word(text);
    if (!first_words_.has_word(first)) return none;
    const auto* found = phrases_.find(first);
    return found == nullptr ? none : *found;
  }

  /// take(phrase) for each that stands in the window, between blanks or before a comma. `items`: the words of the text that
  /// the window is a part of, in their order.
  template <class Take>
  void each_in(std::string_view window, const std::vector<ViewItem>& items, Take&& take) const {
    const char* const window_end = window.data() + window.size();
    auto item = std::partition_point(items.begin(), items.end(),
                                     [&](const ViewItem& one) { return one.text.data() < window.data(); });
    for (; item != items.end() && item->text.data() < window_end; ++item) {
      if (!first_words_.has(item->slot())) continue;
      const std::string_view rest = window.substr(static_cast<std::size_t>(item->text.data() - window.data()));
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

  std::vector<std::string> names_;  ///< of the cues
  WordTable<std::vector<Phrase>> phrases_;
  WordSlots first_words_;  ///< most words begin no phrase
};

}  // namespace crosscheck
