// An append and a sync: what the page was told is saved is on the disk. Nothing in the file is ever moved or rewritten, so a
// crash can at worst leave the last line unfinished, which the next reader names by file and line; a second server on the same
// file is refused by the lock. A file without a line end at its end, as an editor may leave it, gets one first.
#include "serve/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace crosscheck {
namespace {

Fault cannot(const std::string& what, const std::string& path, const std::string& next = "") {
  return {Who::machine, "cannot-write", what + ": " + std::strerror(errno) + next, path};
}

std::string read_all(int descriptor) {
  std::string out;
  char block[1U << 16U];
  for (::off_t at = 0;;) {
    const ::ssize_t got = ::pread(descriptor, block, sizeof block, at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return out;
    out.append(block, static_cast<std::size_t>(got));
    at += got;
  }
}

/// All of it, or nothing of it: what a full disk took is given back.
bool write_whole(int descriptor, std::string_view bytes) {
  struct stat before {};
  if (::fstat(descriptor, &before) != 0) return false;
  for (std::size_t written = 0; written < bytes.size();) {
    const ::ssize_t put = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) {
      const int error = errno;
      if (::ftruncate(descriptor, before.st_size) != 0) errno = error;
      errno = error;
      return false;
    }
    written += static_cast<std::size_t>(put);
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

Journal::Journal(Journal&& other) noexcept : descriptor_(other.descriptor_), path_(std::move(other.path_)) {
  other.descriptor_ = -1;
}

Journal::~Journal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Checked<Journal> Journal::open(const std::string& path) {
  constexpr ::mode_t kMode = 0644;
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, kMode);
  if (descriptor < 0)
    return std::vector<Fault>{
        cannot("cannot open the reviews", path, "; check that its folder is there and may be written")};
  Journal journal(descriptor, path);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return std::vector<Fault>{
        {Who::setup, "locked", "another crosscheck serves these reviews; stop it, or name another file", path}};
  }
  auto reviews = parse_reviews(read_all(descriptor), path);
  if (!reviews.ok()) return reviews.faults();
  return journal;
}

Result<std::string> Journal::append(const Review& review) {
  const std::scoped_lock lock(writing_);
  const std::string line = review_line(review);
  char last = '\n';
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return cannot("cannot look at the reviews", path_);
  if (status.st_size > 0 && ::pread(descriptor_, &last, 1, status.st_size - 1) != 1)
    return cannot("cannot read the reviews", path_);
  if (!write_whole(descriptor_, (last == '\n' ? "" : "\n") + line + "\n"))
    return cannot("cannot write the review", path_);
  return line;
}

std::string Journal::all() const {
  const std::scoped_lock lock(writing_);
  return read_all(descriptor_);
}

}  // namespace crosscheck
