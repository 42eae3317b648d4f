// Four ways to be one thing, the surest first: the text says so ("Halden Grid Services (HGS)"); two full names of a
// person that differ by a middle one ("George W. Bush", "George Bush"); letters that are the initials of just one name
// ("HGS" where the brackets are missing); and a part that fits just one longer name: the last word or words ("Lohan",
// "Geological Survey"), of persons also the first ("Lindsay"). In a story with George and Laura Bush, "Bush" is neither.
// First words of others prove nothing: "Acme" and "Acme Cloud" may be parent and unit. It cannot tell two John Smiths.
#include "base/names.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

#include "base/unicode.h"

namespace crosscheck {
namespace {

constexpr int kLongestPart = 5;              // words; a line of capitals is no name whose every end need be known
constexpr std::size_t kShortestAcronym = 3;  // two letters mean too much without a definition

/// "j.p." and "p." are initials, "st." is a word with its dot.
bool initials(std::string_view word) {
  if (word.size() == 1) return word[0] >= 'a' && word[0] <= 'z';
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool letter = word[i] >= 'a' && word[i] <= 'z';
    if (i % 2 == 0 ? !letter : word[i] != '.') return false;
  }
  return !word.empty();
}

class Unifier {
 public:
  explicit Unifier(const std::vector<NameFacts>& names) : names_(names), root_(names.size()) {
    for (std::uint32_t i = 0; i < names.size(); ++i) order_.push_back(root_[i] = i);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) { return better(a, b); });
  }

  std::vector<std::uint32_t> run(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& said) {
    join_said(said);
    join_middle_names();
    join_acronyms();
    join_parts();
    std::vector<std::uint32_t> found(names_.size());
    for (std::uint32_t i = 0; i < found.size(); ++i) found[i] = root(i);
    return found;
  }

 private:
  /// Whose name both have: no chance of the order they came in.
  bool better(std::uint32_t a, std::uint32_t b) const {
    const NameFacts &left = names_[a], &right = names_[b];
    if (left.known != right.known) return left.known;
    if (left.key.size() != right.key.size()) return left.key.size() > right.key.size();
    return left.key < right.key;
  }

  std::uint32_t root(std::uint32_t name) {
    while (root_[name] != name) name = root_[name] = root_[root_[name]];
    return name;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    if (a != b) root_[better(a, b) ? b : a] = better(a, b) ? a : b;
  }

  bool may_be_one(std::uint32_t a, std::uint32_t b) const {
    const auto left = names_[a].kind, right = names_[b].kind;
    return left == right || left == NameFacts::Kind::unknown || right == NameFacts::Kind::unknown;
  }

  /// Joins `part` with what it fits, when that is one thing; not when it is explained by one of them already.
  void join_only(std::uint32_t part, const std::vector<std::uint32_t>& fitting) {
    std::set<std::uint32_t> things;
    for (const std::uint32_t name : fitting) {
      if (name != part && may_be_one(part, name)) things.insert(root(name));
    }
    if (things.size() == 1) join(part, *things.begin());
  }

  /// A short name that two texts explain differently is left alone.
  void join_said(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& said) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> meanings;
    for (const auto& [a, b] : said) meanings[better(a, b) ? b : a].push_back(better(a, b) ? a : b);
    for (const std::uint32_t name : order_) {
      const auto found = meanings.find(name);
      if (found == meanings.end()) continue;
      std::set<std::uint32_t> things;
      for (const std::uint32_t meaning : found->second) things.insert(root(meaning));
      if (things.size() == 1) join(name, *things.begin());
    }
  }

  /// "george w bush", "george walker bush" and "george bush", unless "george h bush" is there, too.
  void join_middle_names() {
    std::map<std::string, std::map<std::string, std::vector<std::uint32_t>>> people;
    for (const std::uint32_t name : order_) {
      const std::string& key = names_[name].key;
      const std::size_t first = key.find(' '), last = key.rfind(' ');
      if (first == std::string::npos || names_[name].kind != NameFacts::Kind::person) continue;
      std::string middle;
      for (std::size_t at = first; at < last; at = key.find(' ', at + 1)) middle.push_back(key[at + 1]);
      people[key.substr(0, first) + key.substr(last)][middle].push_back(name);
    }
    for (auto& [who, by_middle] : people) {
      const std::vector<std::uint32_t> bare = by_middle[""];
      by_middle.erase("");
      for (const auto& [middle, names] : by_middle) {
        for (const std::uint32_t name : names) join(names.front(), name);
      }
      if (by_middle.size() == 1 && !bare.empty()) join(by_middle.begin()->second.front(), bare.front());
    }
  }

  void join_acronyms() {
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_initials;
    for (const std::uint32_t name : order_) {
      for (const std::string& letters : names_[name].initials) by_initials[letters].push_back(name);
    }
    for (const std::uint32_t name : order_) {
      const std::string& key = names_[name].key;
      if (key.size() < kShortestAcronym || key.find(' ') != std::string::npos) continue;
      if (const auto fitting = by_initials.find(key); fitting != by_initials.end()) join_only(name, fitting->second);
    }
  }

  /// Longer parts first, so that what "survey" fits is one thing by then.
  void join_parts() {
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_end;
    for (const std::uint32_t name : order_) {
      if (names_[name].kind == NameFacts::Kind::place) continue;  // "Aceh" is not "Banda Aceh"
      const std::string& key = names_[name].stem.empty() ? names_[name].key : names_[name].stem;
      std::size_t at = key.rfind(' ');
      for (int words = 0; words < kLongestPart && at != std::string::npos && at > 0;
           ++words, at = key.rfind(' ', at - 1))
        by_end[key.substr(at + 1)].push_back(name);
      if (names_[name].kind == NameFacts::Kind::person && key.find(' ') != std::string::npos)
        by_end[key.substr(0, key.find(' '))].push_back(name);
    }
    std::vector<std::uint32_t> by_length = order_;
    std::stable_sort(by_length.begin(), by_length.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return names_[a].key.size() > names_[b].key.size(); });
    for (const std::uint32_t name : by_length) {
      if (names_[name].common || names_[name].kind == NameFacts::Kind::place)
        continue;  // California, Southern California
      if (const auto fitting = by_end.find(names_[name].key); fitting != by_end.end()) join_only(name, fitting->second);
    }
  }

  const std::vector<NameFacts>& names_;
  std::vector<std::uint32_t> root_, order_;
};

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  bool after_initials = false;
  const std::string text = folded(name);
  key.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = std::string_view(text).substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == ".") continue;
    const bool letters = initials(word);
    if (!key.empty() && !(letters && after_initials)) key.push_back(' ');
    if (!letters && word.size() > 1 && word.back() == '.') word.remove_suffix(1);
    if (letters)
      std::copy_if(word.begin(), word.end(), std::back_inserter(key), [](char c) { return c != '.'; });
    else
      key += word;
    after_initials = letters;
  }
  return key;
}

std::vector<std::uint32_t> same_names(const std::vector<NameFacts>& names,
                                      const std::vector<std::pair<std::uint32_t, std::uint32_t>>& said) {
  return Unifier(names).run(said);
}

}  // namespace crosscheck
