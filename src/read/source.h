// A file, standard input or bytes in memory, read to its end or line by line with one block in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/progress.h"
#include "base/result.h"

namespace crosscheck::read_room {

class Source {
 public:
  /// That many bytes behind every line may be read: a fast parser loads whole registers.
  static constexpr std::size_t kPadding = 64;

  static Result<Source> open(const std::string& path);
  static Source standard_input();
  explicit Source(std::string bytes);

  Source(Source&&) = default;
  Source& operator=(Source&&) = default;

  /// All bytes from here on; refused when there are more than `limit_bytes`.
  Result<std::string> rest(std::uint64_t limit_bytes);

  enum class Line { here, too_long, end, unreadable };
  /// The next line without its line feed, as a view that holds until the next call. One of more than `limit_bytes` is
  /// passed over. Hands on a line as soon as it is there, so what writes a pipe may wait for the answer to each.
  Line next_line(std::uint64_t limit_bytes, std::string_view& line);

  /// Up to `size` bytes that come next, without taking them.
  std::string_view peek(std::size_t size);
  void drop(std::size_t size) { begin_ += size; }

  void report_to(Progress* progress) { progress_ = progress; }  ///< the bytes that come; nullptr: nobody asks

  Fault unreadable() const;  ///< after Line::unreadable

 private:
  struct Descriptor {
    explicit Descriptor(int number, bool owned) : fd(number), close_it(owned) {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int fd;
    bool close_it;
  };

  Source(int fd, bool owned) : descriptor_(std::make_unique<Descriptor>(fd, owned)) {}
  bool fill();  ///< more bytes behind end_; false at the end and after an error
  Line last_line(std::uint64_t limit_bytes, std::string_view& line);
  Line pass_over_line();

  std::unique_ptr<Descriptor> descriptor_;  ///< nothing when the bytes were given
  std::string buffer_;
  std::size_t begin_ = 0, end_ = 0;  ///< what is not taken yet, in buffer_
  int error_ = 0;
  Progress* progress_ = nullptr;
};

/// The limit as positions of 32 bits allow it.
std::uint64_t possible_limit(std::uint64_t limit_bytes);
Fault too_large(std::uint64_t limit_bytes);

}  // namespace crosscheck::read_room
