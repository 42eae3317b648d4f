// sha256_hex("abc") = "ba7816bf…15ad". hash64 is not for security: it only spreads keys, the same on every
// run and machine, which std::hash does not promise.
#include "base/hash.h"

#include <sha2.h>

#include <array>

namespace crosscheck {

std::string sha256_hex(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
  SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), text.data());
  return text.data();
}

}  // namespace crosscheck
