// Comments in a text, which are no words of the article, and what those that speak to this program ask for.
#pragma once

#include <optional>
#include <string_view>

#include "model/model.h"

namespace crosscheck::read_room {

/// Fills `hidden` and `ignores` from `<!-- … -->` in the body of the text.
void find_comments(Document& document);

/// What stands between `<!--` and `-->`; nothing when it is not for this program. For formats whose text comes without its
/// comments: they set the place themselves.
std::optional<Ignore> parse_comment(std::string_view inside);

}  // namespace crosscheck::read_room
