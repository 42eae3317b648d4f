// Bytes of a reviews file, or of what a page posts. A line that is taken reads back as it was written, on one line; a file
// that is refused has a fault with a place for each line that is at fault.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "review/review.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto reviews = crosscheck::parse_reviews(bytes, "reviews.jsonl");
  if (!reviews.ok()) {
    for (const crosscheck::Fault& fault : reviews.faults()) {
      if (!fault.where.starts_with("reviews.jsonl:") || fault.what.empty()) std::abort();
    }
    return 0;
  }
  for (const crosscheck::Review& review : reviews.value()) {
    const std::string line = crosscheck::review_line(review);
    if (line.find('\n') != std::string::npos) std::abort();
    const auto again = crosscheck::parse_review(line, review.where);
    if (!again.ok() || crosscheck::review_line(again.value()) != line) std::abort();
  }
  return 0;
}
