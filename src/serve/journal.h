// The reviews file while it is served. Private to src/serve/.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "base/result.h"
#include "review/review.h"

namespace crosscheck {

/// One writer: locked from opening to the end; a line is whole on the disk before append() returns.
class Journal {
 public:
  static Checked<Journal> open(const std::string& path);
  Journal(Journal&& other) noexcept;
  Journal& operator=(Journal&&) = delete;
  ~Journal();

  /// The line as it was written, or why it was not.
  Result<std::string> append(const Review& review);
  std::string all() const;  ///< the file's bytes

 private:
  Journal(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  int descriptor_;
  std::string path_;
  mutable std::mutex writing_;
};

}  // namespace crosscheck
