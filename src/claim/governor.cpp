// Which verb a value hangs on. "Navy officers seized seven rifles, three launchers and 12 magazines": "seized" stands beside
// seven, and the list carries it on to three and twelve. "34 people were left dead": nothing stands on the left, so the
// words behind the phrase are read, past "were" and "left", to "dead". A verb of saying governs only the date of saying.
// Without a parse a verb of a relative clause between value and verb is taken for the main one.
#include "claim/governor.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::size_t kBeside = 5, kFar = 24, kRight = 7, kNounReach = 9;

bool dash(const Wording& words, std::size_t at) {
  const std::string& text = words[at].text;
  return text == "-" || text == "–" || text == "—";
}

bool clause_mark(const Wording& words, std::size_t at) {
  if (!words.is(at, Item::Kind::mark)) return false;
  const std::string& text = words[at].text;
  return text == ";" || text == ":" || text == "." || text == "?" || text == "!" || dash(words, at);
}

/// Close on the left, over small words only.
Governor beside(const Wording& words, std::size_t value) {
  Governor found;
  for (std::size_t at = value; at-- > 0 && at + kBeside >= value;) {
    if (words.is(at, Item::Kind::mark) || words.is(at, Item::Kind::value) || words.is(at, Item::Kind::name)) break;
    if (words.light(at)) {
      found.light = at;
      break;
    }
    if (words.adverb(at) || words.scope_at(at).second > 0) continue;
    if (words.is(at, Item::Kind::small)) {
      if (words.listed(at, "clause_starts")) break;
      continue;
    }
    if (words.verb(at)) found.at = at;
    break;
  }
  return found;
}

/// "the arrest of the 23", "theft of $2 million": a noun that names the action.
std::size_t named_beside(const Wording& words, std::size_t value) {
  std::size_t at = value;
  while (at > 0 && words.listed(at - 1, "determiners")) --at;
  if (at < 2 || !words.listed(at - 1, "of_words") || words.named_action(at - 2) == nullptr) return Wording::kNone;
  return at - 2;
}

/// Further left in the clause, over lists and phrases.
std::size_t far_left(const Wording& words, std::size_t value, bool says) {
  for (std::size_t at = value; at-- > 0 && at + kFar >= value;) {
    if (clause_mark(words, at)) break;
    if (words.listed(at, "say_verbs")) return says ? at : Wording::kNone;
    if (!words.light(at) && words.plain_verb(at)) return at;
  }
  return Wording::kNone;
}

/// "Among the seized items were seven": no verb, but a word of a known action.
std::size_t described_left(const Wording& words, std::size_t value) {
  for (std::size_t at = value; at-- > 0 && at + kFar / 2 >= value && !clause_mark(words, at);) {
    if (words.known_action(at)) return at;
  }
  return Wording::kNone;
}

/// Behind the phrase, over auxiliaries: "who were left dead".
std::size_t close_right(const Wording& words, std::size_t end) {
  bool helped = false;
  for (std::size_t at = end; at < words.size() && at < end + kRight; ++at) {
    if (words.is(at, Item::Kind::mark) || words.is(at, Item::Kind::value) || words.is(at, Item::Kind::name)) break;
    if (const std::size_t scope = words.scope_at(at).second; scope > 0) {  // "had so far been"
      at += scope - 1;
      continue;
    }
    if (words.light(at)) {
      if (words.listed(at, "say_verbs") && !helped && !words.verb_form(at + 1)) break;
      helped = true;
      continue;
    }
    if (words.listed(at, "relative_words") || words.adverb(at)) continue;
    if (words.is(at, Item::Kind::small)) {
      if (!helped) break;
      continue;
    }
    if (words.verb(at) || (helped && words.named_action(at) != nullptr)) return at;
    break;
  }
  return Wording::kNone;
}

/// Behind the phrase and what hangs on it: "23 pirates on two boats were arrested".
std::size_t far_right(const Wording& words, std::size_t end) {
  for (std::size_t at = end; at < words.size() && at < end + kFar / 2; ++at) {
    if (words.is(at, Item::Kind::mark)) break;
    if (words.light(at)) return close_right(words, at);
    if (words.verb_form(at) && !words.listed(at, "say_verbs")) return at;
  }
  return Wording::kNone;
}

}  // namespace

Governor governor_of(const Wording& words, std::size_t value, std::size_t end) {
  Governor found = beside(words, value);
  const bool befalls = words.befalls_people(end) && !(found.found() && words.befalls_people(found.at));
  if (found.found() && !words.listed(found.at, "say_verbs") && !befalls) return found;  // not "recorded 24 people dead"
  found.at = named_beside(words, value);
  if (found.found()) return found;
  found.at = close_right(words, end);
  found.behind = found.found();
  if (!found.found()) found.at = far_left(words, value, false);
  if (found.found()) return found;
  found.at = far_right(words, end);
  found.behind = found.found();
  if (!found.found()) found.at = described_left(words, value);
  return found;
}

Governor dating_governor(const Wording& words, std::size_t value, std::size_t end) {
  Governor found = beside(words, value);
  if (found.found()) return found;
  if (found.light != Wording::kNone && words.listed(found.light, "say_verbs")) {
    found.at = found.light;
    return found;
  }
  if (words.verb_form(end) && !words.light(end)) {  // "The navy on Saturday foiled"
    found.at = end;
    found.behind = true;
    return found;
  }
  found.at = far_left(words, value, true);
  for (std::size_t at = end; !found.found() && at < words.size() && at < end + kFar; ++at) {
    if (clause_mark(words, at)) break;
    if (words.light(at) || !words.plain_verb(at)) continue;
    found.at = at;
    found.behind = true;
  }
  return found;
}

std::size_t subject_of(const Wording& words, std::size_t verb) {
  for (std::size_t at = verb; at-- > 0 && at + kBeside >= verb;) {
    if (words.is(at, Item::Kind::name)) return at;
    if (words.is(at, Item::Kind::mark) && words[at].text == ",") {  // "Smith, 43, was"
      for (std::size_t open = at; open-- > 0 && open + kFar / 2 >= at;) {
        if (clause_mark(words, open)) break;
        if (words.is(open, Item::Kind::mark) && words[open].text == ",")
          return open > 0 && words.is(open - 1, Item::Kind::name) ? open - 1 : Wording::kNone;
      }
      return Wording::kNone;
    }
    const bool passes = words.light(at) || words.adverb(at) || words.listed(at, "relative_words") ||
                        words.is(at, Item::Kind::value) || words.listed(at, "time_prepositions");
    if (!passes) break;
  }
  return Wording::kNone;
}

std::size_t noun_left_of(const Wording& words, std::size_t value) {
  bool participle = false;
  std::size_t object = Wording::kNone;  // of a preposition: "the toll from the disaster"
  for (std::size_t at = value; at-- > 0 && at + kNounReach >= value;) {
    if (words.is(at, Item::Kind::mark)) {
      const std::string& text = words[at].text;
      if (text == ":" || text == "(" || (text == "," && participle)) continue;
      break;
    }
    if (words.listed(at, "relative_words")) break;
    if (words.scope_at(at).second > 0 || words.adverb(at)) continue;
    if (words.plain_verb(at) && !words.linking(at)) break;
    participle = participle || words.ends_in(at, "gerund_endings");
    if (!words.is(at, Item::Kind::word) || words.plain_verb(at)) continue;
    if (object != Wording::kNone && words.listed(at, "count_nouns")) return object;
    std::size_t before = at;
    while (before > 0 && (words.listed(before - 1, "determiners") || words.is(before - 1, Item::Kind::word))) --before;
    const bool hangs = before > 0 && words.listed(before - 1, "prepositions");
    if (!hangs) return at;
    if (object == Wording::kNone) object = at;
    at = before - 1;
  }
  return object;
}

}  // namespace crosscheck
