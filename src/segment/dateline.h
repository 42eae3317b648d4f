// Is a line only about when the article was written, with perhaps where and by whom?
#pragma once

#include <string_view>

#include "rulebook/rulebook.h"

namespace crosscheck::segment_room {

bool is_dateline(std::string_view line, const Lexicon& lexicon);

}  // namespace crosscheck::segment_room
