// The rooms of src/ and their order, for the rules that ask in which room a file lies.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crosscheck::house {

/// "read" for "read/text.cpp"; empty for a file in no folder.
std::string_view first_folder(std::string_view path);

/// A room sees the rooms of lower rank, never those of its own; nothing for a folder that is no room.
std::optional<int> rank_of(std::string_view room);

std::string door_of(std::string_view room);  ///< "read/read.h"

bool is_door(std::string_view path);  ///< every header of base/, and each room's door

}  // namespace crosscheck::house
