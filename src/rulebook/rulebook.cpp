// Look-ups over a loaded book: "en-GB" finds the rules of "en"; a language without a folder is read with CLDR's
// tables alone and no frames. A language's lexicon is built when its first document comes.
#include "rulebook/rulebook.h"

#include <algorithm>
#include <array>
#include <bit>
#include <filesystem>

#include "base/hash.h"
#include "base/stem.h"
#include "rulebook/cldr.h"
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
  if (!listed_.empty()) {
    const auto& keys = lists_of(word);
    return std::find(keys.begin(), keys.end(), ListName::key_of(list)) != keys.end();
  }
  const auto found = lists.find(list);
  return found != lists.end() && found->second.count(word) > 0;
}

const std::vector<ListName::Key>& Lexicon::lists_of(std::string_view word) const {
  static const std::vector<ListName::Key> none;
  if (listed_.empty()) return none;
  const std::uint64_t hash = hash64(word);
  if ((listed_bits_[(hash >> 6U) % listed_bits_.size()] >> (hash % 64) & 1U) == 0) return none;
  const auto* keys = listed_.find(word, hash);
  return keys == nullptr ? none : *keys;
}

void Lexicon::index_lists() {
  by_key_.clear();
  listed_.clear();
  for (auto& [name, words] : lists) {
    words.index(ListName::key_of(name));
    by_key_[words.key] = &words;
    for (const std::string& word : words) listed_[word].push_back(words.key);
  }
  listed_bits_.assign(std::bit_ceil(listed_.size() / 4 + 1), 0);  // sixteen a word: small enough to be at hand
  for (const auto& [name, words] : lists) {
    for (const std::string& word : words) {
      const std::uint64_t hash = hash64(word);
      listed_bits_[(hash >> 6U) % listed_bits_.size()] |= std::uint64_t{1} << (hash % 64);
    }
  }
  place_openers_ = {};
  const auto open = [&](const std::string& name) {
    place_openers_.take_word(std::string_view(name).substr(0, name.find(' ')));
  };
  std::for_each(territories.begin(), territories.end(), open);
  const WordList& of_list = list("places");
  std::for_each(of_list.begin(), of_list.end(), open);
}

const WordList& Lexicon::indexed(ListName name) const {
  static const WordList none;
  const auto found = by_key_.find(name.key);
  return found == by_key_.end() ? none : *found->second;
}

void Lexicon::index_cues() {
  cue_index_.clear();
  for (const auto& [name, of_class] : cues) cue_index_.emplace_back(ListName::key_of(name), of_class);
}

void Lexicon::index_classes() {
  class_index_.clear();
  for (const auto& [kind, words] : classes) {
    auto& index = class_index_.emplace_back(ListName::key_of(kind), WordTable<std::string>()).second;
    for (const auto& [word, name] : words) index[word] = name;
  }
}

namespace {

template <class Index>
auto named(const Index& index, ListName name) {
  return std::find_if(index.begin(), index.end(), [&](const auto& one) { return one.first == name.key; });
}

}  // namespace

const CueIndex* Lexicon::cues_of(ListName cue_class) const {
  const auto found = named(cue_index_, cue_class);
  return found == cue_index_.end() ? nullptr : &found->second;
}

const std::string* Lexicon::class_of(ListName kind, const std::string& word, const std::string& stem) const {
  const auto words = named(class_index_, kind);
  if (words == class_index_.end()) return nullptr;
  const std::string* found = words->second.find(word);
  return found != nullptr ? found : words->second.find(stem);
}

const WordList& Lexicon::list(const std::string& name) const {
  static const WordList none;
  const auto found = lists.find(name);
  return found == lists.end() ? none : found->second;
}

/// Known names, and what people of states are called: to the reader of names a word of the list "demonyms".
void Rulebook::Languages::add_names(const Language& source,
                                    const std::vector<std::pair<std::string, std::string>>& adjectives,
                                    Lexicon& lexicon) const {
  for (const auto* rows : {&entities, &source.entities}) {
    for (const GazetteerRow& row : *rows) lexicon.gazetteer.add(row);
  }
  lexicon.demonyms = compile_demonyms(source.demonyms, adjectives);
  lexicon.demonyms.add_to(lexicon.lists["demonyms"]);
  lexicon.gazetteer.add_abbreviations(lexicon.lists["abbreviations"]);
}

std::unique_ptr<Lexicon> Rulebook::Languages::build(std::string_view language, const Language& source,
                                                    FromCldr cldr) const {
  auto lexicon = std::make_unique<Lexicon>(std::move(cldr.lexicon));
  lexicon->units = std::move(cldr.units.units);
  lexicon->units_before = std::move(cldr.units.before);
  lexicon->lists = source.words.lists;
  lexicon->cues = source.words.cues;
  lexicon->index_cues();
  lexicon->tables = source.words.tables;
  for (const auto& [offset, names] : lexicon->cues["time_zones"]) {
    const auto known = parse_offset(offset);
    for (const std::string& name : names) {
      if (known) lexicon->zones.insert_or_assign(name, *known);
    }
  }
  const Stemmer stem{std::string(language)};
  lexicon->classes = source.words.classes;
  for (const auto& [kind, words] : source.words.classes) {
    for (const auto& [word, name] : words) lexicon->classes[kind].try_emplace(stem(word), name);
  }
  lexicon->index_classes();
  lexicon->stemmers =
      std::make_shared<Pool<Stemmer>>([code = std::string(language)] { return std::make_unique<Stemmer>(code); });
  add_names(source, cldr.adjectives, *lexicon);
  lexicon->index_lists();
  compile_language(source.draft, *lexicon);
  for (UnitName& unit : lexicon->unit_names) {
    const auto row = std::find_if(units.begin(), units.end(), [&](const UnitRow& r) { return r.ucum == unit.ucum; });
    if (row == units.end()) continue;
    unit.dimension = row->dimension;
    unit.factor = row->factor;
  }
  return lexicon;
}

/// The rules of one language are parsed at a time; lexicons may be built at once.
const Lexicon& Rulebook::lexicon(std::string_view language) const {
  static const Language bare;
  std::unique_lock lock(lexicons_->mutex);
  if (const auto known = lexicons_->built.find(language); known != lexicons_->built.end()) return *known->second;
  Language* source = find_language(lexicons_->sources, language);
  if (source != nullptr) lexicons_->read(*source, lexicons_->late_faults);
  lock.unlock();
  const std::string code(language);
  auto built =
      lexicons_->build(code, source == nullptr ? bare : *source,
                       {lexicon_from_cldr(code), units_from_cldr(code, lexicons_->units), adjectives_from_cldr(code)});
  lock.lock();
  return *lexicons_->built.try_emplace(code, std::move(built)).first->second;
}

std::string Rulebook::digest() const { return lexicons_ == nullptr ? "" : lexicons_->files.digest(); }

/// The files of the language's own folder, and those below no folder but what only `link` and `check` read. Where the
/// language has frames, the frames of all: a frame is found by its id, whichever language it is of. And CLDR's release.
std::string Rulebook::extraction_digest(std::string_view language) const {
  static constexpr std::array<std::string_view, 3> kOfLinks = {"link.yaml", "link-model.yaml", "derivations.yaml"};
  if (lexicons_ == nullptr) return "";
  const auto& sources = lexicons_->sources;
  const auto own = sources.contains(language) ? sources.find(language) : sources.find(base_language(language));
  const std::string folder = own == sources.end() ? "" : own->first + "/";
  const bool framed = find_language(frames_, language) != nullptr;
  const auto wanted = [&](std::string_view path) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return std::find(kOfLinks.begin(), kOfLinks.end(), path) == kOfLinks.end();
    return (!folder.empty() && path.starts_with(folder)) || (framed && path.substr(slash).starts_with("/claims/"));
  };
  return sha256_hex(cldr_release() + lexicons_->files.digest_of(wanted)).substr(0, 16);
}

std::vector<Fault> Rulebook::late_faults() const {
  const std::lock_guard lock(lexicons_->mutex);
  std::vector<Fault> faults = lexicons_->late_faults;  // a file's together, files in the order they were asked for
  const auto folder = [](const Fault& fault) { return std::filesystem::path(fault.where).parent_path(); };
  std::stable_sort(faults.begin(), faults.end(), [&](const Fault& a, const Fault& b) { return folder(a) < folder(b); });
  return faults;
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

ArithmeticRules::ArithmeticRules(std::vector<ArithmeticRule> own) : rules(std::move(own)) {
  std::vector<const Pattern*> patterns;
  for (const ArithmeticRule& rule : rules) {
    for (const Pattern& pattern : rule.patterns) patterns.push_back(&pattern);
  }
  sieve = PatternSieve(patterns);
}

const ArithmeticRules& Rulebook::arithmetic(std::string_view language) const {
  static const ArithmeticRules none;
  const auto* found = find_language(arithmetic_, language);
  return found != nullptr ? *found : none;
}

const ArithmeticRules& Rulebook::corrections(std::string_view language) const {
  static const ArithmeticRules none;
  const auto* found = find_language(corrections_, language);
  return found != nullptr ? *found : none;
}

const Frame* Rulebook::frame_named(const std::string& id) const {
  if (id == "generic") return nullptr;  // most claims of most corpora
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
