// what      SHA-256 for receipts and fingerprints, and a fast 64-bit hash for tables and MinHash
// in → out  bytes → hex text, or 64 bits
// owns      nothing
// fails     never
// threads   free functions
// cost      linear
// follows   FIPS 180-4 (nettle: it asks the processor for its SHA instructions); wyhash-style mixing for hash64
// tested by tests/unit/base_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

std::string sha256_hex(std::string_view bytes);

inline std::uint64_t mix64(std::uint64_t value) {
  value ^= value >> 30U;
  value *= 0xbf58476d1ce4e5b9ULL;
  value ^= value >> 27U;
  value *= 0x94d049bb133111ebULL;
  return value ^ (value >> 31U);
}

inline std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0) {
  std::uint64_t state = 0xcbf29ce484222325ULL ^ mix64(seed + 0x9e3779b97f4a7c15ULL);
  for (const char c : bytes) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix64(state);
}

/// For tables of strings that are asked with views.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return static_cast<std::size_t>(hash64(text)); }
};

}  // namespace crosscheck
