// "At least 34 people were killed in the blast" → attribute "people killed": the words after a count up to the
// end of its phrase, small verbs left out; for money and dates the words before it, when none follow.
// The nearest entity before the value, else the sentence's first, is what it is about.
// It reads no passives, relative clauses or elided nouns; where measured.cpp finds the noun of a count, that one names it.
#include "claim/generic.h"

#include <algorithm>
#include <charconv>

namespace crosscheck {
namespace {

using Items = View::Items;

bool ends_phrase(std::string_view item) {
  return item == "," || item == "." || item == ";" || item == ":" || item == "(" || item == ")" || item == "-";
}

std::string words_after(const Lexicon& lexicon, WordMemo& memo, Items items) {
  std::string attribute;
  int taken = 0, passed = 0;
  for (const std::string_view item : items) {
    if (ends_phrase(item) || taken == 3 || ++passed > 7) break;
    const bool tag = item[0] >= 'A' && item[0] <= 'Z';
    if (tag) {
      if (taken > 0) break;
      continue;
    }
    if (memo.content_stem(item) == nullptr) {
      const std::string word(item);
      if (taken > 0 && !lexicon.in_list("be", word) && !lexicon.in_list("have", word)) break;
      continue;
    }
    if (taken++ > 0) attribute += ' ';
    attribute += item;
  }
  return attribute;
}

std::string words_before(WordMemo& memo, Items items) {
  std::vector<std::string_view> words;
  int passed = 0;
  for (auto item = items.rbegin(); item != items.rend() && words.size() < 2 && ++passed <= 8; ++item) {
    if (*item == ";" || *item == "." || ((*item)[0] >= 'M' && (*item)[0] <= 'Q')) break;
    if (memo.content_stem(*item) != nullptr) words.push_back(*item);
  }
  std::string attribute;
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (!attribute.empty()) attribute += ' ';
    attribute += *word;
  }
  return attribute;
}

/// "E12" → the key of that name.
const std::string* key_of(const Article& article, std::string_view item) {
  if (item[0] != 'E' || item.size() < 2) return nullptr;
  std::size_t index = 0;
  std::from_chars(item.data() + 1, item.data() + item.size(), index);
  if (index >= article.mentions.size() || article.mentions[index].kind != MentionKind::entity) return nullptr;
  return &article.entities[article.mentions[index].entity].key;
}

/// The stems and keys of words, sorted, each once; kept for every claim of a corpus.
class Stems {
 public:
  Stems(const Article& article, WordMemo& memo, std::size_t most) : article_(article), memo_(memo) {
    stems_.reserve(most);
  }

  void add(std::string_view item) {
    const std::string* key = key_of(article_, item);
    if (key == nullptr) key = memo_.content_stem(item);
    if (key != nullptr) stems_.push_back(*key);
  }

  std::vector<std::string> sorted() {
    std::sort(stems_.begin(), stems_.end());
    return {stems_.begin(), std::unique(stems_.begin(), stems_.end())};
  }

 private:
  const Article& article_;
  WordMemo& memo_;
  std::vector<std::string_view> stems_;
};

}  // namespace

const std::string* WordMemo::content_stem(std::string_view item) {
  if (item.size() <= 2 || item[0] < 'a' || item[0] > 'z') return nullptr;
  const std::uint64_t word = std::max<std::uint64_t>(1, hash64(item));
  Slot& slot = slots_[word % slots_.size()];
  if (slot.word != word) slot = {word, stop_words_.count(std::string(item)) > 0 ? nullptr : &stemmer_(item)};
  return slot.stem;
}

GenericReading read_generic(const Article& article, const Lexicon& lexicon, WordMemo& memo, const View& view,
                            MentionKind kind, const std::vector<std::uint32_t>& mentions, std::uint32_t focus) {
  GenericReading reading;
  const Items before = view.before(), after = view.after();
  const bool leads_back = kind == MentionKind::date || kind == MentionKind::time || kind == MentionKind::money ||
                          kind == MentionKind::percent;
  reading.attribute = leads_back ? words_before(memo, before) : words_after(lexicon, memo, after);
  if (reading.attribute.empty())
    reading.attribute = leads_back ? words_after(lexicon, memo, after) : words_before(memo, before);
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

std::vector<std::string> content_words(const Article& article, WordMemo& memo, const View& view) {
  const std::string_view text = view.text();
  std::size_t begin = text.rfind(';', view.focus().begin), end = text.find(';', view.focus().end);
  begin = begin == std::string_view::npos ? 0 : begin;
  end = end == std::string_view::npos ? text.size() : end;
  Stems stems(article, memo, view.items().size());
  if (begin == 0 && end == text.size()) {
    for (const std::string_view item : view.items()) stems.add(item);
  } else {
    for (const std::string_view item : items_of(text.substr(begin, end - begin))) stems.add(item);
  }
  return stems.sorted();
}

std::vector<std::string> near_words(const Article& article, WordMemo& memo, const View& view) {
  constexpr std::size_t kReach = 5;
  const auto stops = [](std::string_view item) { return item == ";" || item == ":" || item == "."; };
  Stems stems(article, memo, 2 * kReach);
  const Items before = view.before(), after = view.after();
  for (std::size_t i = 0; i < std::min(kReach, before.size()) && !stops(before[before.size() - 1 - i]); ++i)
    stems.add(before[before.size() - 1 - i]);
  for (std::size_t i = 0; i < std::min(kReach, after.size()) && !stops(after[i]); ++i) stems.add(after[i]);
  return stems.sorted();
}

}  // namespace crosscheck
