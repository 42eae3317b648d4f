// what      eight bytes of text as one number, for loops that ask all eight the same question at once
// in → out  an address → the number, and back
// units     bytes, in the machine's order
// owns      nothing
// fails     never; the caller sees to it that eight bytes are there
// threads   a free function
// cost      one load
// follows   -
// tested by tests/unit/base_text_test.cpp and json_writer_test.cpp, through what uses it
#pragma once

#include <cstdint>
#include <cstring>

namespace crosscheck {

/// The lowest and the highest bit of each byte.
constexpr std::uint64_t kOnes = 0x0101010101010101U, kHighs = 0x8080808080808080U;

/// `at` to `at + 8` must be readable.
inline std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/// The same eight must be writable.
inline void put_eight_bytes(char* at, std::uint64_t bytes) { std::memcpy(at, &bytes, sizeof bytes); }

}  // namespace crosscheck
