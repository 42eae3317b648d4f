// Which encoding a page is in, and its text in UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace crosscheck::read_room {

/// `label`: what the HTTP header says; empty when there is none. Without its byte order mark. What had to be guessed or replaced
/// is told in `warnings`. Fails for what is no text at all.
Result<std::string> decoded_markup(std::string_view bytes, std::string_view label, std::vector<std::string>& warnings);

}  // namespace crosscheck::read_room
