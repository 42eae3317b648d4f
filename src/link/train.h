// Annotated articles → weights of the linker's models.
#pragma once

#include <vector>

#include "link/link.h"

namespace crosscheck {

Trained train_models(const Rulebook& rulebook, const std::vector<DocumentFacts>& documents,
                     const std::vector<Claim>& claims, const Annotations& annotations);

}  // namespace crosscheck
