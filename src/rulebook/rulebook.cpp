// Look-ups over a loaded book: "en-GB" finds "en"; a language without a folder is read with the first lexicon
// there is and no frames.
#include "rulebook/rulebook.h"

namespace crosscheck {
namespace {

std::string_view base_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

template <class Map>
const typename Map::mapped_type* find_language(const Map& map, std::string_view language) {
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

const Lexicon& Rulebook::lexicon(std::string_view language) const {
  const Lexicon* found = find_language(lexicons_, language);
  return found != nullptr ? *found : lexicons_.begin()->second;
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
