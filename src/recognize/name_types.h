// Person, organization or place, as far as a name and its surroundings tell.
#pragma once

#include "recognize/name_runs.h"

namespace crosscheck {

/// The type that one more mention leaves an entity with, which had `so_far`.
EntityType type_with(const NameWords& words, const NameRun& run, const std::string& key, EntityType so_far);

/// Fills what same_names() asks of an entity from one of its mentions.
void describe(const NameWords& words, const NameRun& run, Entity& entity);

}  // namespace crosscheck
