// what      SHA-256 for receipts and fingerprints, and a fast 64-bit hash for tables and MinHash
// in → out  bytes → hex text, or 64 bits
// owns      nothing
// fails     never
// threads   free functions
// cost      linear
// follows   FIPS 180-4 (libmd, the BSD implementation that Debian packages); wyhash-style mixing for hash64
// tested by tests/unit/base_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

std::string sha256_hex(std::string_view bytes);
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
std::uint64_t mix64(std::uint64_t value);

}  // namespace crosscheck
