// "Britain" and "the U.K." are "United Kingdom" because a row or CLDR says so; everything else about names is read from
// the text. Keys leave out what writers do not agree on: dots and blanks of initials, capitals, kinds of apostrophe. So
// "U.S.", "U. S." and "US" have the key "us", which counts only where it is written in capitals.
// It knows no inflection: a language that declines names needs each form as an alias.
#include "rulebook/gazetteer.h"

#include "base/names.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

/// In capitals alone, and short: "US", "U.N."; such an alias is a word of the language when written small.
bool in_capitals(std::string_view alias) {
  int capitals = 0;
  for (const char c : alias) {
    if (c >= 'A' && c <= 'Z')
      ++capitals;
    else if (c != '.' && c != ' ')
      return false;
  }
  return capitals >= 2 && capitals <= 3;
}

}  // namespace

std::string_view Gazetteer::first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= '0' && text[end] <= '9') ||
                               static_cast<unsigned char>(text[end]) >= 0x80))
    ++end;
  return text.substr(0, end);
}

void Gazetteer::add_alias(const std::string& alias, std::uint32_t name) {
  const std::string key = name_key(alias);
  if (key.empty() || !aliases_.try_emplace(key, Alias{name, in_capitals(alias)}).second) return;
  first_.insert(std::string(first_word(folded(alias))));
  first_.insert(std::string(first_word(key)));
}

void Gazetteer::add(const GazetteerRow& row) {
  const std::string key = name_key(row.name);
  const auto known = aliases_.find(key);
  const auto name = known != aliases_.end() ? known->second.name : static_cast<std::uint32_t>(names_.size());
  if (known == aliases_.end()) {
    names_.push_back({row.name, key, row.type});
    add_alias(row.name, name);
  }
  for (const std::string& alias : row.aliases) add_alias(alias, name);
}

const KnownName* Gazetteer::find(const std::string& key, bool capitals) const {
  const auto found = aliases_.find(key);
  if (found == aliases_.end() || (found->second.capitals && !capitals)) return nullptr;
  return &names_[found->second.name];
}

}  // namespace crosscheck
