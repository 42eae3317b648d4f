// Names and scope words around a value. "Wladimir Klitschko (52-3, 46 KOs)": from 46 to the left lie only figures and their
// nouns up to the bracket, and before it a name: both are Klitschko's. "34 people were killed off the coast of Somalia": the first
// preposition of place behind the phrase with a name in its reach is where. "250 others" is a part, "34 in all" the whole.
// It reads no place that has no name ("the town").
#include "claim/where.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::size_t kApposition = 8, kPlaceReach = 14, kPlaceName = 6;
constexpr std::uint32_t kMemory = 3;                             // sentences
constexpr std::string_view kWorld = "001", kPartOfState = "ZZ";  // CLDR's codes for the world and the unknown

bool mark(const Wording& words, std::size_t at, std::string_view text) {
  return words.is(at, Item::Kind::mark) && words[at].text == text;
}

/// From a value to the left over figures and their nouns, to the name they belong to.
std::size_t named_before(const Wording& words, std::size_t value, bool by_comma) {
  bool opened = false;
  for (std::size_t at = value; at-- > 0 && at + kApposition >= value;) {
    if (words.is(at, Item::Kind::name)) return opened ? at : Wording::kNone;
    if (mark(words, at, "(")) {
      if (opened) return Wording::kNone;
      opened = true;
      by_comma = false;
      continue;
    }
    if (mark(words, at, ",")) {
      opened = opened || by_comma;
      continue;
    }
    const bool figure = words.is(at, Item::Kind::value) || words.listed(at, "possessives") ||
                        (at > 0 && words.is(at, Item::Kind::word) && words.is(at - 1, Item::Kind::value));
    if (!figure) return Wording::kNone;
  }
  return Wording::kNone;
}

std::size_t name_behind(const Article& article, const Wording& words, std::size_t preposition) {
  for (std::size_t at = preposition + 1; at < words.size() && at <= preposition + kPlaceName; ++at) {
    if (words.is(at, Item::Kind::name)) {
      const Entity& entity = article.entities[article.mentions[words[at].mention].entity];
      return entity.type == EntityType::person ? Wording::kNone : at;
    }
    if (words.is(at, Item::Kind::mark) || words.is(at, Item::Kind::value) || words.light(at)) break;
  }
  return Wording::kNone;
}

const std::string& territory_at(const Article& article, const Wording& words, std::size_t at) {
  static const std::string none;
  return words.is(at, Item::Kind::name) ? article.entities[article.mentions[words[at].mention].entity].territory : none;
}

bool leads_to_place(const Wording& words, std::size_t at) {
  const bool named = words.is(at, Item::Kind::name) && !words.listed(at + 1, "parts_of_states");  // "in Aceh province"
  return !words.is(at, Item::Kind::mark) && !named && !words.light(at);
}

bool goes_on(const Wording& words, std::size_t at) {
  return mark(words, at, ",") || words.listed(at, "and_words") || words.listed(at, "several_words");
}

/// The codes of a list of names behind a preposition: "in Indonesia, Sri Lanka, India and other countries".
std::vector<std::string> named_behind(const Article& article, const Wording& words, std::size_t preposition) {
  std::vector<std::string> codes;
  for (std::size_t at = preposition + 1; at < words.size() && at <= preposition + kPlaceReach; ++at) {
    if (const std::string& code = territory_at(article, words, at); !code.empty()) {
      codes.push_back(code);
    } else if (words.listed(at, "several_places")) {
      codes.emplace_back(kWorld);
      break;
    } else if (codes.empty() && words.listed(at, "parts_of_states")) {
      return {std::string(kPartOfState)};
    } else if (codes.empty() ? at > preposition + kPlaceName || !leads_to_place(words, at) : !goes_on(words, at)) {
      break;
    }
  }
  return codes;
}

/// A form as it stands, or behind what print writes together with it: "والإندونيسيين".
const std::string* state_of(const Lexicon& lexicon, const std::string& text, bool capital) {
  const std::string* state = lexicon.demonyms.find(text, capital);
  for (std::size_t i = 0; i < lexicon.prefixes.size() && state == nullptr; ++i) {
    const std::string& prefix = lexicon.prefixes[i];
    if (text.starts_with(prefix)) state = lexicon.demonyms.find(text.substr(prefix.size()), capital);
  }
  return state;
}

/// A form may be two words, and "South African" says more than "African". Where a sentence begins, the word before it may
/// have passed for a part of its name: "Het Indonesische".
const std::string* state_at(const Lexicon& lexicon, const Wording& words, std::size_t at) {
  const Item& item = words[at];
  const std::string* state = at == 0 ? nullptr : state_of(lexicon, words[at - 1].text + " " + item.text, item.capital);
  if (state == nullptr) state = state_of(lexicon, item.text, item.capital);
  if (state == nullptr && item.kind == Item::Kind::name)
    state = state_of(lexicon, item.text.substr(item.text.rfind(' ') + 1), item.capital);
  return state;
}

/// "The Indonesian death toll": an adjective of a state, or a name, up to two words before what names the count. In a
/// language whose rules list no such nouns any word may: "el balance indonesio", "индонезийских жертв".
std::string territory_before(const Article& article, const Lexicon& lexicon, const Wording& words, std::size_t value) {
  bool counted = lexicon.classes.count("action_nouns") == 0;
  for (std::size_t at = value; at-- > 0 && at + kApposition >= value;) {
    if (words.is(at, Item::Kind::mark) || words.is(at, Item::Kind::value)) return "";
    counted = counted || words.named_action(at) != nullptr;
    if (!counted) continue;
    if (const std::string& code = territory_at(article, words, at); !code.empty()) return code;
    if (const std::string* state = state_at(lexicon, words, at)) return *state;
  }
  return "";
}

bool ends_clause(const Wording& words, std::size_t at) {
  if (!words.is(at, Item::Kind::mark)) return false;
  const std::string& text = words[at].text;
  return text == ";" || text == ":" || text == ".";
}

}  // namespace

std::string owner_of(const Wording& words, std::size_t value, MentionKind kind) {
  if (value > 1 && words.listed(value - 1, "possessives") && words.is(value - 2, Item::Kind::name))
    return words[value - 2].text;
  const bool apposed = kind == MentionKind::age || kind == MentionKind::score;
  const std::size_t name = named_before(words, value, apposed);
  return name == Wording::kNone ? "" : words[name].text;
}

std::string last_subject(const Article& article, std::uint32_t first) {
  std::string name;
  const std::uint32_t sentence = article.mentions[first].sentence;
  std::uint32_t told = sentence;
  for (std::size_t at = first; at-- > 0;) {
    const Mention& mention = article.mentions[at];
    if (mention.kind != MentionKind::entity) continue;
    if (mention.sentence + kMemory < sentence || (!name.empty() && mention.sentence != told)) break;
    const Entity& entity = article.entities[mention.entity];
    if (entity.type == EntityType::place || entity.type == EntityType::organization) continue;
    name = entity.key;
    told = mention.sentence;
  }
  return name;
}

std::string place_of(const Article& article, const Wording& words, std::size_t value, std::size_t end) {
  for (std::size_t at = end; at < words.size() && at < end + kPlaceReach && !ends_clause(words, at); ++at) {
    if (!words.listed(at, "where_prepositions")) continue;
    const std::size_t name = name_behind(article, words, at);
    if (name != Wording::kNone) return words[name].text;
  }
  for (std::size_t at = value; at-- > 0 && at + kPlaceReach >= value && !ends_clause(words, at);) {
    if (!words.listed(at, "where_prepositions")) continue;
    const std::size_t name = name_behind(article, words, at);
    if (name != Wording::kNone && name < value) return words[name].text;
  }
  return "";
}

std::vector<std::string> territories_of(const Article& article, const Lexicon& lexicon, const Wording& words,
                                        std::size_t value, std::size_t end) {
  for (std::size_t at = end; at < words.size() && at < end + kPlaceReach && !ends_clause(words, at); ++at) {
    if (words.listed(at, "everywhere")) return {std::string(kWorld)};
    if (!words.listed(at, "where_prepositions")) continue;
    std::vector<std::string> codes = named_behind(article, words, at);
    if (!codes.empty()) return codes;
    if (name_behind(article, words, at) != Wording::kNone) return {};
  }
  const std::string before = territory_before(article, lexicon, words, value);
  return before.empty() ? std::vector<std::string>{} : std::vector<std::string>{before};
}

std::vector<std::string> scope_of(const Wording& words, std::size_t value, const Phrase& phrase) {
  std::vector<std::string> found;
  const auto look = [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end && at < words.size(); ++at) {
      if (words.is(at, Item::Kind::mark) || words.is(at, Item::Kind::value)) continue;
      const auto [name, length] = words.scope_at(at);
      if (name != nullptr) found.push_back(*name);
    }
  };
  std::size_t begin = value;
  while (begin > 0 && begin + 3 > value && !words.is(begin - 1, Item::Kind::mark) &&
         !words.is(begin - 1, Item::Kind::value))
    --begin;
  look(begin, value);
  look(value + 1, phrase.end + 2);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace crosscheck
