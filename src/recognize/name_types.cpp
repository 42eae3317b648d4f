// Signs in the order of their strength: an institution's word or a legal suffix ("Halden Grid Services", "Acme Inc."), a
// title before the name ("Deputy Ortiz"), a place that CLDR or a list knows, a place's word ("Tasman Glacier"), a first
// name, a middle initial or an age behind a comma ("Alice McMeekin, 55,"), letters that are all capitals. The first mention that
// shows one decides; a title overrules a guess. In "Regina Benjamin, 52, of Biloxi" both the first name and the age do.
// It does not know a company that is called like a person.
#include "recognize/name_types.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::uint32_t kLongestPerson = 5;

bool any(const NameWords& words, const NameRun& run, const NameWords::List& list) {
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    if (words.in_without_dot(list, at)) return true;
  }
  return false;
}

/// "Bank of Norway"
bool head_with_link(const NameWords& words, const NameRun& run) {
  for (std::uint32_t at = run.first; at + 1 < run.end; ++at) {
    if (words.in(words.heads, at) && words.in(words.of, at + 1)) return true;
  }
  return false;
}

/// ", 55,": digits between commas are an age.
bool age_behind(const NameWords& words, const NameRun& run) {
  const auto& tokens = words.article.tokens;
  if (run.end + 2 >= tokens.size() || words.word(run.end) != "," || words.word(run.end + 2) != ",") return false;
  return tokens[run.end + 1].kind == TokenKind::number && tokens[run.end + 1].span.size() <= 3;
}

/// "Samuel L. Jackson"
bool middle_initial(const NameWords& words, const NameRun& run) {
  for (std::uint32_t at = run.first + 1; at + 1 < run.end; ++at) {
    if (words.token(at).capital && words.token(at).span.size() == 1) return true;
  }
  return false;
}

}  // namespace

EntityType type_with(const NameWords& words, const NameRun& run, const std::string& key, EntityType so_far) {
  const std::uint32_t length = run.end - run.first;
  const bool institution = words.in_without_dot(words.legal, run.end - 1) ||
                           (length > 1 && (words.in(words.heads, run.end - 1) || head_with_link(words, run) ||
                                           any(words, run, words.organization_words)));
  if (institution) return EntityType::organization;
  if (run.titled && length <= kLongestPerson) return EntityType::person;
  if (so_far != EntityType::unknown) return so_far;
  const bool part =
      length > 1 && words.in(words.demonyms, run.first) && words.place(words.text(run.first + 1, run.end));
  if (part || words.place(key)) return EntityType::place;  // "Southern California"
  if (words.in(words.heads, run.end - 1)) return EntityType::organization;
  if (length > 1 && (words.in(words.place_heads, run.end - 1) || words.in(words.place_openers, run.first)))
    return EntityType::place;
  const bool named = words.in(words.given, run.first) || middle_initial(words, run);
  if ((length > 1 && length <= kLongestPerson && named) || age_behind(words, run)) return EntityType::person;
  if (length == 1 && !run.loud && words.token(run.first).shouted && words.all_capitals(run.first))
    return EntityType::organization;
  return EntityType::unknown;
}

void describe(const NameWords& words, const NameRun& run, Entity& entity) {
  const std::uint32_t length = run.end - run.first;
  if (length == 1)  // "RCMP" is no part of "Cranbrook RCMP"
    entity.common = words.weak(run.first) || (words.token(run.first).shouted && words.all_capitals(run.first));
  if (length > 2 && words.in_without_dot(words.suffixes, run.end - 1))
    entity.stem = entity.key.substr(0, entity.key.rfind(' '));
  if (length < 2 || !entity.initials.empty()) return;
  std::string capitals, all, parts;  // "DHS" and "MoD"; "HP" of "Hewlett-Packard"
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    const Token& token = words.token(at);
    if (token.kind == TokenKind::mark || words.in_without_dot(words.legal, at)) continue;
    std::string letters = token.folded.substr(0, 1);
    if (token.folded.find('.') != std::string::npos && token.folded.find('.') + 1 < token.folded.size()) {
      letters = token.folded;  // "U.S. Geological Survey" is USGS
      std::erase(letters, '.');
    }
    all += letters;
    if (!token.capital) continue;
    capitals += letters;
    parts += letters;
    for (std::size_t hyphen = token.folded.find('-'); hyphen != std::string::npos;
         hyphen = token.folded.find('-', hyphen + 1))
      parts += token.folded.substr(hyphen + 1, 1);
  }
  entity.initials = {capitals, all, parts};
  std::sort(entity.initials.begin(), entity.initials.end());
  entity.initials.erase(std::unique(entity.initials.begin(), entity.initials.end()), entity.initials.end());
}

}  // namespace crosscheck
