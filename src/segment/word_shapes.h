// How far a token reaches from where it begins.
#pragma once

#include <string_view>

namespace crosscheck::segment_room {

inline constexpr std::size_t kLongestToken = 256;  // bytes

/// Letters and their combining marks.
bool is_word_character(char32_t code);

/// All three: the end of the token that begins at `at`, before `end` and at most kLongestToken further.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t end);
std::size_t number_end(std::string_view text, std::size_t at, std::size_t end);
/// "'s", "’re": an apostrophe and what hangs on it; `at` itself when it is only a mark.
std::size_t clitic_end(std::string_view text, std::size_t at, std::size_t end);
/// "@name"; `at` itself when it is only a mark.
std::size_t handle_end(std::string_view text, std::size_t at, std::size_t end);

}  // namespace crosscheck::segment_room
