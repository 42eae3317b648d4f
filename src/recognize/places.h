// Which names are places: they only ever stand behind "in", "at", "near", and never do or own anything.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Sets the type of the article's entities from where their mentions stand. `mentions` are the names, in text order.
void mark_places(const Lexicon& lexicon, const std::vector<bool>& taken, Article& article,
                 const std::vector<Mention>& mentions);

/// A verb, or "'s", behind a name shows that it does or owns something.
bool verb_of_doing(const Lexicon& lexicon, const std::string& word);

}  // namespace crosscheck
