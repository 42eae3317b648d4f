// "Britain" and "the U.K." are "United Kingdom" because a row or CLDR says so; everything else about names is read from
// the text. Keys leave out what writers do not agree on: dots and blanks of initials, capitals, kinds of apostrophe. So
// "U.S.", "U. S." and "US" have the key "us", which counts only where it is written in capitals.
// It knows no inflection: a language that declines names needs each form as an alias.
#include "rulebook/gazetteer.h"

#include <algorithm>

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

bool of_word(char32_t code) { return is_letter(code) || is_digit(code); }

/// Up to the first sign that is none of a word's; all of it where it begins with one.
std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const char c = text[end];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      ++end;
      continue;
    }
    const Decoded decoded = decode(text, end);
    if (!of_word(decoded.code)) break;
    end += decoded.length;
  }
  return end == 0 ? text : text.substr(0, end);
}

/// At most as many tokens as this.
std::size_t tokens(std::string_view text) {
  std::size_t count = 1;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    if (!of_word(decoded.code)) count += is_space(decoded.code) ? 1 : 2;
    at += decoded.length;
  }
  return count;
}

/// A name that ends in a sign, "ཉི་ཧོང་", ends before it: so does the last word of it in a text.
std::string_view without_last_signs(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    at += decoded.length;
    if (of_word(decoded.code)) end = at;
  }
  return text.substr(0, end);
}

}  // namespace

void Gazetteer::add_alias(const std::string& alias, std::uint32_t name) {
  const std::string key = name_key(without_last_signs(alias));
  const bool small = !alias.empty() && is_lower(decode(alias, 0).code);
  if (key.empty()) return;
  const auto [known, fresh] = aliases_.add(key, hash64(key));
  if (!fresh) return;
  known = {name, in_capitals(alias), small};
  const std::string spelled = folded(alias);
  for (std::size_t stop = spelled.find(". "); stop != std::string::npos; stop = spelled.find(". ", stop + 1)) {
    const std::size_t space = spelled.rfind(' ', stop), begin = space == std::string::npos ? 0 : space + 1;
    abbreviations_.insert(spelled.substr(begin, stop - begin));
  }
  for (const std::string_view text : {std::string_view(spelled), std::string_view(key)}) {
    first_words_.take_word(first_word(text));
    Longest& longest = first_[first_word(text)];
    longest.any = std::max(longest.any, tokens(spelled));
    if (small) longest.small = std::max(longest.small, tokens(spelled));
  }
}

void Gazetteer::add_abbreviations(std::unordered_set<std::string>& words) const {
  words.insert(abbreviations_.begin(), abbreviations_.end());
}

std::size_t Gazetteer::longest_from(std::string_view folded_token, bool small) const {
  const std::string_view first = first_word(folded_token);
  const std::uint64_t hash = hash64(first);
  if (!first_words_.has(VocabularySlots::slot_of(hash))) return 0;
  const Longest* longest = first_.find(first, hash);
  if (longest == nullptr) return 0;
  return small ? longest->small : longest->any;
}

/// Two territories of one name stay two: each of the Congos is "Kongo" somewhere.
std::optional<std::uint32_t> Gazetteer::place_of(const GazetteerRow& row, const std::string& key) const {
  if (const auto found = territories_.find(row.territory); found != territories_.end()) return found->second;
  const Alias* alias = aliases_.find(key);
  if (alias == nullptr) return std::nullopt;
  const bool another = !row.territory.empty() && !names_[alias->name].territory.empty();
  return another ? std::nullopt : std::optional(alias->name);
}

void Gazetteer::add(const GazetteerRow& row) {
  const std::string key = name_key(row.name);
  const auto known = place_of(row, key);
  const auto name = known.value_or(static_cast<std::uint32_t>(names_.size()));
  if (!known) names_.push_back({row.name, key, row.type, row.territory});
  if (!row.territory.empty()) territories_.try_emplace(row.territory, name);
  add_alias(row.name, name);
  for (const std::string& alias : row.aliases) add_alias(alias, name);
}

const KnownName* Gazetteer::find(const std::string& key, bool capitals, bool small) const {
  const Alias* alias = aliases_.find(key);
  if (alias == nullptr || (alias->capitals && !capitals) || (small && !alias->small)) return nullptr;
  return &names_[alias->name];
}

}  // namespace crosscheck
