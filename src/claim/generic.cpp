// "At least 34 people were killed in the blast" → attribute "people killed": the words after a count up to the
// end of its phrase, small verbs left out; for money and dates the words before it, when none follow.
// The nearest entity before the value, else the sentence's first, is what it is about.
// It reads no passives, relative clauses or elided nouns; where measured.cpp finds the noun of a count, that one names it.
#include "claim/generic.h"

#include <algorithm>
#include <cstdlib>

namespace crosscheck {
namespace {

using StopWords = std::unordered_set<std::string>;

bool content(const StopWords& stop_words, const std::string& item) {
  return item.size() > 2 && item[0] >= 'a' && item[0] <= 'z' && stop_words.count(item) == 0;
}

bool content(const Lexicon& lexicon, const std::string& item) { return content(lexicon.list("stop_words"), item); }

bool ends_phrase(const std::string& item) {
  return item == "," || item == "." || item == ";" || item == ":" || item == "(" || item == ")" || item == "-";
}

std::string words_after(const Lexicon& lexicon, const std::vector<std::string>& items) {
  std::string attribute;
  int taken = 0, passed = 0;
  for (const std::string& item : items) {
    if (ends_phrase(item) || taken == 3 || ++passed > 7) break;
    const bool tag = item[0] >= 'A' && item[0] <= 'Z';
    if (tag) {
      if (taken > 0) break;
      continue;
    }
    if (!content(lexicon, item)) {
      if (taken > 0 && !lexicon.in_list("be", item) && !lexicon.in_list("have", item)) break;
      continue;
    }
    attribute += (taken++ > 0 ? " " : "") + item;
  }
  return attribute;
}

std::string words_before(const Lexicon& lexicon, const std::vector<std::string>& items) {
  std::vector<std::string> words;
  int passed = 0;
  for (auto item = items.rbegin(); item != items.rend() && words.size() < 2 && ++passed <= 8; ++item) {
    if (*item == ";" || *item == "." || ((*item)[0] >= 'M' && (*item)[0] <= 'Q')) break;
    if (content(lexicon, *item)) words.push_back(*item);
  }
  std::string attribute;
  for (auto word = words.rbegin(); word != words.rend(); ++word) attribute += (attribute.empty() ? "" : " ") + *word;
  return attribute;
}

/// "E12" → the key of that name.
const std::string* key_of(const Article& article, const std::string& item) {
  if (item[0] != 'E' || item.size() < 2) return nullptr;
  const std::size_t index = std::strtoul(item.c_str() + 1, nullptr, 10);
  if (index >= article.mentions.size() || article.mentions[index].kind != MentionKind::entity) return nullptr;
  return &article.entities[article.mentions[index].entity].key;
}

std::vector<std::string> stems_of(const Article& article, const Lexicon& lexicon, const Stemmer& stemmer,
                                  const std::vector<std::string>& items) {
  std::vector<std::string> words;
  words.reserve(items.size());
  const StopWords& stop_words = lexicon.list("stop_words");
  for (const std::string& item : items) {
    if (const std::string* key = key_of(article, item))
      words.push_back(*key);
    else if (content(stop_words, item))
      words.push_back(stemmer(item));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  words.shrink_to_fit();  // kept for every claim of a corpus
  return words;
}

}  // namespace

GenericReading read_generic(const Article& article, const Lexicon& lexicon, const View& view, MentionKind kind,
                            const std::vector<std::uint32_t>& mentions, std::uint32_t focus) {
  GenericReading reading;
  const std::string_view text = view.text();
  const auto before = items_of(text.substr(0, view.focus().begin));
  const auto after = items_of(text.substr(std::min<std::size_t>(view.focus().end, text.size())));
  const bool leads_back = kind == MentionKind::date || kind == MentionKind::time || kind == MentionKind::money ||
                          kind == MentionKind::percent;
  reading.attribute = leads_back ? words_before(lexicon, before) : words_after(lexicon, after);
  if (reading.attribute.empty())
    reading.attribute = leads_back ? words_after(lexicon, after) : words_before(lexicon, before);
  std::uint32_t best = View::kNone;
  for (const std::uint32_t index : mentions) {
    const Mention& mention = article.mentions[index];
    if (mention.kind != MentionKind::entity) continue;
    if (best == View::kNone || mention.end_token <= article.mentions[focus].first_token) best = index;
  }
  if (best != View::kNone) {
    const Entity& entity = article.entities[article.mentions[best].entity];
    reading.roles.push_back({"about", entity.name, entity.key, true, RoleBasis::stated});
  }
  return reading;
}

std::vector<std::string> content_words(const Article& article, const Lexicon& lexicon, const Stemmer& stemmer,
                                       const View& view) {
  const std::string_view text = view.text();
  std::size_t begin = text.rfind(';', view.focus().begin), end = text.find(';', view.focus().end);
  begin = begin == std::string_view::npos ? 0 : begin;
  end = end == std::string_view::npos ? text.size() : end;
  return stems_of(article, lexicon, stemmer, items_of(text.substr(begin, end - begin)));
}

std::vector<std::string> near_words(const Article& article, const Lexicon& lexicon, const Stemmer& stemmer,
                                    const View& view) {
  constexpr std::size_t kReach = 5;
  const std::string_view text = view.text();
  const auto stops = [](const std::string& item) { return item == ";" || item == ":" || item == "."; };
  std::vector<std::string> before = items_of(text.substr(0, view.focus().begin)), near;
  for (auto item = before.rbegin(); item != before.rend() && near.size() < kReach && !stops(*item); ++item)
    near.push_back(*item);
  std::size_t taken = 0;
  for (const std::string& item : items_of(text.substr(std::min<std::size_t>(view.focus().end, text.size())))) {
    if (stops(item) || taken++ == kReach) break;
    near.push_back(item);
  }
  return stems_of(article, lexicon, stemmer, near);
}

}  // namespace crosscheck
