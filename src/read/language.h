// The language of a document that names none, from its first words.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck::read_room {

/// The base code of BCP 47 ("de", "zh"), as the folders of rules/ are named; "en" when the words do not tell. Looks at
/// the first few kilobytes at most.
std::string language_of(std::string_view title, std::string_view text);

}  // namespace crosscheck::read_room
