// A sentence → its words, numbers and marks.
#pragma once

#include <string_view>
#include <vector>

#include "model/model.h"

namespace crosscheck::segment_room {

/// Appends the tokens of `sentence`, in order; none is longer than 256 bytes.
void tokenize(std::string_view text, Span sentence, std::vector<Token>& tokens);

}  // namespace crosscheck::segment_room
