// sha256_hex("abc") = "ba7816bf…15ad". hash64 is not for security: it only spreads keys, the same on every
// run and machine, which std::hash does not promise.
#include "base/hash.h"

#include <nettle/sha2.h>

#include <array>

namespace crosscheck {

std::string sha256_hex(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  std::string text;
  for (const std::uint8_t byte : digest) text.append({kHex[byte / 16], kHex[byte % 16]});
  return text;
}

}  // namespace crosscheck
