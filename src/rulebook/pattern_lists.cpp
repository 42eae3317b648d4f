// The longest entry stands first: an alternation takes the first that fits.
#include "rulebook/pattern_lists.h"

#include <re2/re2.h>

#include <algorithm>

namespace crosscheck {

PatternList::PatternList(std::vector<std::string> entries) {
  std::sort(entries.begin(), entries.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  std::vector<std::string> alone, begin, others;
  for (const std::string& entry : entries) {
    regex += (regex.empty() ? "" : "|") + RE2::QuoteMeta(entry) + " ";
    const std::size_t blank = entry.find(' ');
    (blank == std::string::npos ? alone : begin).push_back(entry.substr(0, blank));
    heads.push_back(WordSlots::slot_of(std::string_view(entry).substr(0, blank)));
    for (std::size_t at = blank; at != std::string::npos; at = entry.find(' ', at + 1))
      others.push_back(entry.substr(at + 1, entry.find(' ', at + 1) - at - 1));
    items = std::max<std::size_t>(items, 1 + std::count(entry.begin(), entry.end(), ' '));
  }
  regex = "(?:" + regex + ")";
  if (!alone.empty()) single = ItemTest::one_of(alone);
  if (begin.empty()) return;
  first = ItemTest::one_of(begin);
  later = ItemTest::one_of(others);
}

PatternLists::PatternLists(const Words& lists) {
  for (const auto& [name, entries] : lists) lists_.try_emplace(name, entries);
}

const PatternList* PatternLists::named(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace crosscheck
