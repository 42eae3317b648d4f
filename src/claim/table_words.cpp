// A label is read phrase by phrase, and what it measures is the set of them: "Oper net" and "Net operating profit" are
// {net, operating}. A word of a letter too many or too few is the known one ("Sasles"), for such slips are common where no
// sentence shows them. Words that nobody knows stay as they are: "Beer sales" is {beer, sales}.
#include "claim/table_words.h"

#include <set>

namespace crosscheck {
namespace {

constexpr std::uint32_t kLabelWords = 6;

/// One letter more, less or other.
bool one_letter_away(const std::string& a, const std::string& b) {
  const std::string &shorter = a.size() <= b.size() ? a : b, &longer = a.size() <= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1) return false;
  std::size_t at = 0;
  while (at < shorter.size() && shorter[at] == longer[at]) ++at;
  const std::size_t behind = longer.size() == shorter.size() ? at + 1 : at;
  return behind <= shorter.size() && at < longer.size() &&
         shorter.compare(behind, std::string::npos, longer, at + 1, std::string::npos) == 0;
}

}  // namespace

std::pair<const std::string*, std::uint32_t> TableText::phrase_at(const std::map<std::string, std::string>& phrases,
                                                                  std::uint32_t token, std::uint32_t end) const {
  std::pair<const std::string*, std::uint32_t> best{nullptr, token};
  std::string text;
  for (std::uint32_t at = token; at < end && at <= token + words_.longest; ++at) {  // "1st" is two tokens
    if (at != token && article_.tokens[at].space_before) text += ' ';
    text += word(at);
    const auto next = phrases.lower_bound(text);
    if (next == phrases.end() || !next->first.starts_with(text)) break;  // nor does any longer one begin so
    if (next->first.size() == text.size()) best = {&next->second, at + 1};
  }
  return best;
}

Label TableText::label(Line words, bool compared) const {
  if (words.end == words.begin || words.end - words.begin > kLabelWords) return {};
  std::set<std::string> parts;
  std::size_t unknown = 0;
  for (std::uint32_t at = words.begin; at < words.end;) {
    const auto [item, behind] = phrase_at(words_.items, at, words.end);
    if (item != nullptr) {
      parts.insert(*item);
      at = behind;
      continue;
    }
    if (article_.tokens[at].kind == TokenKind::number) return {};
    if (is_word(at) && !words_.signs.contains(word(at))) {
      const std::string* meant = nearly(word(at));
      if (meant == nullptr && !compared) return {};
      unknown += meant == nullptr ? 1 : 0;
      parts.insert(meant == nullptr ? word(at) : *meant);
    } else if (!is_word(at) && word(at) != "-" && word(at) != "." && word(at) != "/") {
      return {};
    }
    ++at;
  }
  Label label;
  label.known = parts.size() > unknown;
  for (const std::string& part : parts) label.item += (label.item.empty() ? "" : " ") + part;
  return label;
}

const std::string* TableText::nearly(const std::string& word) const {
  constexpr std::size_t kLong = 5;
  if (word.size() < kLong) return nullptr;
  const std::string* found = nullptr;
  for (const auto& [phrase, item] : words_.items) {
    if (phrase.size() < kLong || (word.front() != phrase.front() && word.back() != phrase.back())) continue;
    if (!one_letter_away(word, phrase)) continue;
    if (found != nullptr && *found != item) return nullptr;
    found = &item;
  }
  return found;
}

std::string TableText::key(Line name) const {
  const auto& legal = lexicon_.list("legal_suffixes");
  std::uint32_t end = name.end;
  while (end > name.begin + 1 && (!is_word(end - 1) || legal.contains(word(end - 1)))) --end;
  std::string key;
  for (std::uint32_t at = name.begin; at < end; ++at) {
    if (article_.tokens[at].kind != TokenKind::mark) key += (key.empty() ? "" : " ") + word(at);
  }
  return key;
}

bool TableText::only_figures(Line line) const {
  std::size_t figures = 0, words = 0;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    const TokenKind kind = article_.tokens[at].kind;
    figures += kind == TokenKind::number ? 1 : 0;
    words += kind == TokenKind::word ? 1 : 0;
    if (kind == TokenKind::mark && (word(at) == "," || word(at) == ";")) return false;
  }
  if (figures < 2 || words > figures + 1) return false;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    if (words_.versus.contains(word(at))) return false;
  }
  return true;
}

}  // namespace crosscheck
