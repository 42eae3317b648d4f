// what      bytes in any encoding that the web uses → UTF-8
// in → out  bytes and the label under which a page declares its encoding → text
// owns      nothing
// fails     to_utf8() gives nothing for a label that ICU does not know; bytes that the encoding lacks become U+FFFD, counted
// threads   free functions
// cost      linear; UTF-8 that is sound is copied
// follows   WHATWG Encoding: its labels, where they name another encoding than IANA's ("latin1" is windows-1252)
// tested by tests/unit/base_text_test.cpp
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace crosscheck {

struct DecodedText {
  std::string text;
  std::size_t replaced = 0;  ///< how many U+FFFD stand for bytes that are none of the encoding's
};

/// A byte order mark is kept as U+FEFF.
std::optional<DecodedText> to_utf8(std::string_view bytes, std::string_view label);

}  // namespace crosscheck
