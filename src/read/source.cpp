// One buffer and a window in it. A JSONL of ten gigabytes passes through a block of a quarter megabyte: rows are
// handed out where they lie, and only the piece of a row at the block's end moves to its front before the next read.
// A row longer than the block makes the buffer grow to hold it, and it stays that large.
#include "read/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <limits>
#include <system_error>

namespace crosscheck::read_room {
namespace {

constexpr std::size_t kSourceBlock = std::size_t{1} << 18U;

Fault unreadable_because(int error) {
  const std::string why = std::generic_category().message(error);
  return {Who::machine, "unreadable", "cannot be read (" + why + "); check its permissions", ""};
}

}  // namespace

std::uint64_t possible_limit(std::uint64_t limit_bytes) {
  constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 1024U;
  return std::min(limit_bytes, kMostBytes);
}

Fault too_large(std::uint64_t limit_bytes) {
  return {Who::input, "too-large",
          "larger than the limit of " + std::to_string(limit_bytes) + " bytes; split it or raise the limit", ""};
}

Source::Descriptor::~Descriptor() {
  if (close_it) ::close(fd);
}

Result<Source> Source::open(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return unreadable_because(errno);
  return Source(fd, true);
}

Source Source::standard_input() { return {::fileno(stdin), false}; }

Source::Source(std::string bytes) : buffer_(std::move(bytes)), end_(buffer_.size()) { buffer_.resize(end_ + kPadding); }

Fault Source::unreadable() const { return unreadable_because(error_); }

bool Source::fill() {
  if (!descriptor_ || error_ != 0) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + kSourceBlock / 2 + kPadding) buffer_.resize(std::max(2 * end_, kSourceBlock) + kPadding);
  for (;;) {
    const ::ssize_t got = ::read(descriptor_->fd, buffer_.data() + end_, buffer_.size() - kPadding - end_);
    if (got > 0) {
      end_ += static_cast<std::size_t>(got);
      if (progress_ != nullptr) progress_->took_bytes(static_cast<std::uint64_t>(got));
      return true;
    }
    if (got == 0) return false;
    if (errno == EINTR) continue;
    error_ = errno;
    return false;
  }
}

Result<std::string> Source::rest(std::uint64_t limit_bytes) {
  limit_bytes = possible_limit(limit_bytes);
  struct stat status {};
  if (descriptor_ && ::fstat(descriptor_->fd, &status) == 0 && S_ISREG(status.st_mode)) {
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit_bytes) return too_large(limit_bytes);
    buffer_.resize(std::max(buffer_.size(), size + kSourceBlock / 2 + kPadding));
  }
  while (end_ - begin_ <= limit_bytes && fill()) {
  }
  if (error_ != 0) return unreadable();
  if (end_ - begin_ > limit_bytes) return too_large(limit_bytes);
  buffer_.resize(end_);
  buffer_.erase(0, begin_);
  begin_ = end_ = 0;
  return std::move(buffer_);
}

std::string_view Source::peek(std::size_t size) {
  while (end_ - begin_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, std::min(size, end_ - begin_));
}

Source::Line Source::next_line(std::uint64_t limit_bytes, std::string_view& line) {
  std::size_t searched = 0;
  for (;;) {
    const char* const from = buffer_.data() + begin_;
    const std::size_t size = end_ - begin_;
    if (const void* found = std::memchr(from + searched, '\n', size - searched); found != nullptr) {
      line = {from, static_cast<std::size_t>(static_cast<const char*>(found) - from)};
      begin_ += line.size() + 1;
      return line.size() > limit_bytes ? Line::too_long : Line::here;
    }
    if (size > limit_bytes) return pass_over_line();
    searched = size;
    if (!fill()) return last_line(limit_bytes, line);
  }
}

Source::Line Source::last_line(std::uint64_t limit_bytes, std::string_view& line) {
  if (error_ != 0) return Line::unreadable;
  if (begin_ == end_) return Line::end;
  line = std::string_view(buffer_).substr(begin_, end_ - begin_);
  begin_ = end_;
  return line.size() > limit_bytes ? Line::too_long : Line::here;
}

Source::Line Source::pass_over_line() {
  do {
    const void* found = std::memchr(buffer_.data() + begin_, '\n', end_ - begin_);
    if (found != nullptr) {
      begin_ = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data()) + 1;
      return Line::too_long;
    }
    begin_ = end_;
  } while (fill());
  return error_ != 0 ? Line::unreadable : Line::too_long;
}

}  // namespace crosscheck::read_room
