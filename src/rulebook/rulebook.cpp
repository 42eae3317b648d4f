// Look-ups over a loaded book: "en-GB" finds the rules of "en"; a language without a folder is read with CLDR's
// tables alone and no frames. A language's lexicon is built when its first document comes.
#include "rulebook/rulebook.h"

#include "base/stem.h"
#include "rulebook/languages.h"

namespace crosscheck {
namespace {

std::string_view base_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

template <class Map>
auto find_language(Map& map, std::string_view language) -> decltype(&map.begin()->second) {
  const auto exact = map.find(language);
  if (exact != map.end()) return &exact->second;
  const auto base = map.find(base_language(language));
  return base == map.end() ? nullptr : &base->second;
}

}  // namespace

bool Lexicon::in_list(std::string_view list, const std::string& word) const {
  const auto found = lists.find(std::string(list));
  return found != lists.end() && found->second.count(word) > 0;
}

const std::string* Lexicon::class_of(std::string_view kind, const std::string& word, const std::string& stem) const {
  const auto words = classes.find(kind);
  if (words == classes.end()) return nullptr;
  auto found = words->second.find(word);
  if (found == words->second.end()) found = words->second.find(stem);
  return found == words->second.end() ? nullptr : &found->second;
}

const std::unordered_set<std::string>& Lexicon::list(const std::string& name) const {
  static const std::unordered_set<std::string> none;
  const auto found = lists.find(name);
  return found == lists.end() ? none : found->second;
}

/// Known names, and what people of states are called: to the reader of names a word of the list "demonyms".
void Rulebook::Languages::add_names(const Language& source, Lexicon& lexicon) const {
  for (const auto* rows : {&entities, &source.entities}) {
    for (const GazetteerRow& row : *rows) lexicon.gazetteer.add(row);
  }
  lexicon.demonyms = compile_demonyms(source.demonyms, adjectives_from_cldr(lexicon.language));
  lexicon.demonyms.add_to(lexicon.lists["demonyms"]);
  lexicon.gazetteer.add_abbreviations(lexicon.lists["abbreviations"]);
}

const Lexicon& Rulebook::lexicon(std::string_view language) const {
  const std::lock_guard lock(lexicons_->mutex);
  auto& built = lexicons_->built[std::string(language)];
  if (built == nullptr) {
    Language bare;
    Language* source = find_language(lexicons_->sources, language);
    if (source == nullptr) source = &bare;
    lexicons_->read(*source, lexicons_->late_faults);
    built = std::make_unique<Lexicon>(lexicon_from_cldr(std::string(language), lexicons_->units));
    built->lists = source->words.lists;
    built->cues = source->words.cues;
    const Stemmer stem{std::string(language)};
    built->classes = source->words.classes;
    for (const auto& [kind, words] : source->words.classes) {
      for (const auto& [word, name] : words) built->classes[kind].try_emplace(stem(word), name);
    }
    lexicons_->add_names(*source, *built);
    compile_language(source->draft, *built);
    for (UnitName& unit : built->unit_names) {
      const auto row = unit_dimensions_.find(unit.ucum);
      if (row == unit_dimensions_.end()) continue;
      unit.dimension = row->second;
      unit.factor = unit_factors_.at(unit.ucum);
    }
  }
  return *built;
}

std::string Rulebook::digest() const { return lexicons_ == nullptr ? "" : lexicons_->files.digest(); }

std::vector<Fault> Rulebook::late_faults() const {
  const std::lock_guard lock(lexicons_->mutex);
  return lexicons_->late_faults;
}

const TriggerIndex& Rulebook::triggers(std::string_view language) const {
  static const TriggerIndex none;
  const auto* found = find_language(triggers_, language);
  return found != nullptr ? *found : none;
}

const std::vector<Frame>& Rulebook::frames(std::string_view language) const {
  static const std::vector<Frame> none;
  const auto* found = find_language(frames_, language);
  return found != nullptr ? *found : none;
}

const std::vector<ArithmeticRule>& Rulebook::arithmetic(std::string_view language) const {
  static const std::vector<ArithmeticRule> none;
  const auto* found = find_language(arithmetic_, language);
  return found != nullptr ? *found : none;
}

const Frame* Rulebook::frame_named(const std::string& id) const {
  const auto place = places_.find(id);
  return place == places_.end() ? nullptr : &frames_.find(place->second.first)->second[place->second.second];
}

const Frame* Rulebook::frame_of(std::string_view attribute) const {
  for (const auto& [language, frames] : frames_) {
    for (const Frame& frame : frames) {
      if (frame.attribute == attribute) return &frame;
    }
  }
  return nullptr;
}

double Rulebook::number(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? 0.0 : found->second;
}

}  // namespace crosscheck
