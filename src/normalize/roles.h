// Who is meant: pronouns, silent roles, and a figure told again.
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Fills pronoun roles and roles the frame says where to look for; lowers the claim's confidence for each.
void resolve_roles(const Rulebook& rulebook, const Lexicon& lexicon, Article& article);

/// "The $38 million order" takes its parties from the article's first telling of a $38 million order.
void share_roles_of_retold_figures(Article& article);

}  // namespace crosscheck
