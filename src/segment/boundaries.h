// ICU's sentence boundaries, in bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck::segment_room {

/// Offsets inside `text` (neither 0 nor its end) at which ICU begins a sentence, ascending. Line breaks count
/// as spaces. Nothing when ICU has no data for sentences.
void find_boundaries(std::string_view text, const std::string& language, std::vector<std::uint32_t>& boundaries);

}  // namespace crosscheck::segment_room
