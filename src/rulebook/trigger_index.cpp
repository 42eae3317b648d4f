// "Thieves stole £910,000 worth of jewellery": each of the words, and each of their beginnings that is as long as some
// trigger's ("stol" for "stol*"), is looked up once; a frame is tried when one of them is its trigger.
#include <algorithm>
#include <bit>

#include "rulebook/rulebook.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLongest = 63;  // a longer prefix, longer than any word, counts by its beginning

std::size_t start_of(std::string_view word) {
  return (static_cast<unsigned char>(word[0]) * 64U + static_cast<unsigned char>(word[1])) % 4096;
}

}  // namespace

TriggerIndex::TriggerIndex(const std::vector<Frame>& frames) {
  std::vector<const Pattern*> patterns;
  for (std::uint32_t i = 0; i < frames.size(); ++i) {
    first_patterns_.push_back(patterns.size());
    for (const auto* own : {&frames[i].value_patterns, &frames[i].loose_patterns}) {
      for (const Pattern& pattern : *own) patterns.push_back(&pattern);
    }
    for (const std::string& trigger : frames[i].triggers) {
      if (trigger.back() != '*') {
        words_[trigger].push_back(i);
        known_.take_word(trigger);
        continue;
      }
      const std::string prefix = trigger.substr(0, std::min(trigger.size() - 1, kLongest));
      prefixes_[prefix].push_back(i);
      known_.take_word(prefix);
      if (prefix.size() > 1)
        lengths_[start_of(prefix)] |= std::uint64_t{1} << prefix.size();
      else
        for (std::uint64_t& lengths : lengths_) lengths |= std::uint64_t{1} << prefix.size();
    }
  }
  sieve_ = PatternSieve(patterns);
}

std::vector<std::uint32_t> TriggerIndex::triggered(const SentenceWords& words) const {
  std::vector<std::uint32_t> found;
  const auto look = [&](const FramesOfWord& table, std::string_view key, std::uint64_t hash) {
    if (!known_.has(VocabularySlots::slot_of(hash))) return;
    if (const auto* frames = table.find(key, hash)) found.insert(found.end(), frames->begin(), frames->end());
  };
  for (const auto& [word, hash] : words.all()) {
    look(words_, word, hash);
    std::uint64_t lengths = word.size() > 1 ? lengths_[start_of(word)] : 2U;
    for (; lengths != 0; lengths &= lengths - 1) {
      const auto length = static_cast<std::size_t>(std::countr_zero(lengths));
      if (length > word.size()) break;
      const std::string_view prefix = word.substr(0, length);
      look(prefixes_, prefix, hash64(prefix));
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace crosscheck
