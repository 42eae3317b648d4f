// A word's forms come from its ending: German "isch: [isch, ische, ischen …]" makes of "indonesisch" all that print has
// of it, and "er: [er, ers, ern, erin, erinnen]" of "Indonesier". Where no blanks part the words the first form inside a
// token counts: "印尼籍死者". It does not know what else a word means: "Polish the table" begins with a Pole's.
#include "rulebook/demonym_rows.h"

#include <algorithm>

#include "base/unicode.h"

namespace crosscheck {
namespace {

bool katakana(char32_t code) { return code >= 0x30A1 && code <= 0x30FE; }
/// Kana and Han: no blanks part the words.
bool runs_together(char32_t code) { return code >= 0x3041 && code <= 0x9FFF; }

/// The longest form that begins at `at`; beginnings of forms are known, too, as nobody's.
template <class Forms>
const std::string* form_at(const Forms& forms, const std::string& text, std::size_t at) {
  const std::string* longest = nullptr;
  for (std::size_t end = at; end < text.size();) {
    end += decode(text, end).length;
    const auto found = forms.find(text.substr(at, end - at));
    if (found == forms.end()) break;
    if (!found->second.territory.empty()) longest = &found->second.territory;
  }
  return longest;
}

}  // namespace

void Demonyms::add(const std::string& form, const std::string& territory) {
  if (form.empty()) return;
  const std::string key = folded(form);
  Owner& owner = forms_.try_emplace(key, Owner{"", is_upper(decode(form, 0).code)}).first->second;
  if (owner.territory.empty()) owner.territory = territory;
  if (!runs_together(decode(key, 0).code)) return;
  for (std::size_t at = decode(key, 0).length; at < key.size(); at += decode(key, at).length)
    forms_.try_emplace(key.substr(0, at), Owner{"", false});
}

const std::string* Demonyms::find(const std::string& folded_word, bool capital) const {
  const auto found = forms_.find(folded_word);
  if (found != forms_.end() && !found->second.territory.empty())
    return found->second.capital && !capital ? nullptr : &found->second.territory;
  bool sound = false;  // what is spelled by sound begins with its first sign: "マリ人" is no part of "ソマリ人"
  for (std::size_t at = 0; at < folded_word.size();) {
    const Decoded sign = decode(folded_word, at);
    const bool goes_on = sound && katakana(sign.code);
    sound = katakana(sign.code);
    const std::string* form = goes_on || !runs_together(sign.code) ? nullptr : form_at(forms_, folded_word, at);
    if (form != nullptr) return form;
    at += sign.length;
  }
  return nullptr;
}

std::vector<std::string> DemonymRows::forms_of(const std::string& word) const {
  const std::pair<std::string, std::vector<std::string>>* best = nullptr;
  for (const auto& ending : endings) {
    if (word.ends_with(ending.first) && (best == nullptr || ending.first.size() > best->first.size())) best = &ending;
  }
  if (best == nullptr) return {word};
  std::vector<std::string> forms;
  for (const std::string& ending : best->second)
    forms.push_back(word.substr(0, word.size() - best->first.size()) + ending);
  return forms;
}

Demonyms compile_demonyms(const DemonymRows& rows, const std::vector<std::pair<std::string, std::string>>& from_cldr) {
  Demonyms demonyms;
  for (const auto& [word, territory] : rows.words) {
    for (const std::string& form : rows.forms_of(word)) demonyms.add(form, territory);
  }
  for (const auto& [word, territory] : from_cldr) {
    for (const std::string& form : rows.forms_of(rows.small ? to_lower(word) : word)) demonyms.add(form, territory);
  }
  return demonyms;
}

DemonymRows demonyms_from(const YamlFile& file, std::vector<Fault>& faults) {
  DemonymRows rows;
  const auto fault = [&](const char* code, const std::string& words, YamlNode node) {
    faults.push_back({Who::rules, code, words, where_is(file, node)});
  };
  rows.small = file.root["small"] && file.root["small"].as<bool>();
  for (const auto& row : file.root["endings"])
    rows.endings.emplace_back(row.first.as<std::string>(), row.second.as<std::vector<std::string>>());
  std::unordered_map<std::string, std::string> owners;
  for (const auto& row : file.root["territories"]) {
    const auto territory = row.first.as<std::string>();
    for (const auto& node : row.second) {
      const auto word = node.as<std::string>();
      const auto [owner, fresh] = owners.try_emplace(folded(word), territory);
      if (!fresh) fault("duplicate-name", "'" + word + "' stands under " + owner->second + " already", node);
      rows.words.emplace_back(word, territory);
    }
  }
  const Demonyms demonyms = compile_demonyms(rows, {});
  const auto read = [&](const std::string& word) {
    const std::string* found = demonyms.find(folded(word), is_upper(decode(word, 0).code));
    return found == nullptr ? std::string() : *found;
  };
  for (const auto& row : file.root["yes"]) {
    const auto word = row.first.as<std::string>(), territory = row.second.as<std::string>();
    if (read(word) != territory)
      fault("example-fails", "'" + word + "' is of '" + read(word) + "', not of " + territory, row.second);
  }
  for (const auto& node : file.root["no"]) {
    const auto word = node.as<std::string>();
    if (!read(word).empty())
      fault("example-fails", "'" + word + "' must be no state's, but is " + read(word) + "'s", node);
  }
  return rows;
}

}  // namespace crosscheck
