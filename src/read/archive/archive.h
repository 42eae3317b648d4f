// Compressed bytes → plain ones, never more than a limit.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/source.h"

namespace crosscheck::read_room {

/// One file of a zip. Codes: not-a-zip, encrypted, missing-part, too-large.
Result<std::string> zip_entry(std::string_view zip, const std::string& name, std::uint64_t limit_bytes);

/// A body that HTTP sent as `coding`: gzip, deflate, br, identity.
Result<std::string> inflated(std::string_view bytes, std::string_view coding, std::uint64_t limit_bytes);

/// A file as it is or, where it is gzip (of one member a record or of one in all), as it was: from front to end in the memory of one
/// block. Where it breaks off, all that could be had before is handed out first.
class PlainStream {
 public:
  explicit PlainStream(Source& source);
  ~PlainStream();
  PlainStream(const PlainStream&) = delete;
  PlainStream& operator=(const PlainStream&) = delete;

  enum class State : std::uint8_t { here, end, broken };
  /// Up to and without the next line feed, and without a carriage return before it; `broken` for one over the limit too.
  State line(std::string& into, std::size_t limit_bytes);
  /// So many bytes, or as many as there are; those beyond `limit_bytes` are passed over.
  State take(std::uint64_t size, std::uint64_t limit_bytes, std::string& into);

 private:
  struct Inflater;
  bool fill();  ///< false at the end
  bool fill_inflated();
  Source& source_;
  std::unique_ptr<Inflater> inflater_;  ///< nothing for a plain file
  std::string block_;
  std::size_t at_ = 0;
  bool done_ = false, broken_ = false;
};

}  // namespace crosscheck::read_room
