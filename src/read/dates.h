// Dates as metadata of the web gives them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crosscheck::read_room {

/// ISO 8601 in full or in part, "2025/11/03", "20251103", or RFC 822 ("Mon, 03 Nov 2025 23:10:00 +0100"): the day that is written,
/// as EDTF, without moving it to another zone.
std::optional<std::string> metadata_date(std::string_view given);

}  // namespace crosscheck::read_room
