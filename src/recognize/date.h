// Dates and relative times: "November 3, 2025", "late October", "2019", "on Tuesday", "at announcement".
#pragma once

#include <optional>

#include "recognize/cursor.h"

namespace crosscheck {

/// The time expression that starts at `at`. A value that hangs on another date carries a cue:
///   "" absolute · "nearest" month or weekday whose year or week is not said · "day:-1", "week:0", … as in
///   rules/<lang>/time.yaml · "event:announcement"
std::optional<Mention> read_date(const Cursor& cursor, std::uint32_t at);

}  // namespace crosscheck
