// "Thieves stole £910,000 worth of jewellery": each of the words, and each of their beginnings that is as long as some
// trigger's ("stol" for "stol*"), is looked up once; a frame is tried when one of them is its trigger.
#include <algorithm>

#include "rulebook/rulebook.h"

namespace crosscheck {

TriggerIndex::TriggerIndex(const std::vector<Frame>& frames) {
  for (std::uint32_t i = 0; i < frames.size(); ++i) {
    for (const std::string& trigger : frames[i].triggers) {
      if (trigger.back() != '*') {
        words_[trigger].push_back(i);
        continue;
      }
      prefixes_[trigger.substr(0, trigger.size() - 1)].push_back(i);
      lengths_.insert(trigger.size() - 1);
    }
  }
}

std::vector<std::uint32_t> TriggerIndex::triggered(const SentenceWords& words) const {
  std::vector<std::uint32_t> found;
  const auto look = [&](const auto& table, std::string_view key) {
    const auto known = table.find(key);
    if (known != table.end()) found.insert(found.end(), known->second.begin(), known->second.end());
  };
  for (const std::string_view word : words.all()) {
    look(words_, word);
    for (const std::size_t length : lengths_) {
      if (length > word.size()) break;
      look(prefixes_, word.substr(0, length));
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace crosscheck
