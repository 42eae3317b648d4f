// what      how far a run has come: counted by the rooms that do the work, looked at by whoever shows it
// in → out  begin(), step(), took_bytes() … → what a glance at the counters finds
// units     bytes of input as they lie in files; steps are articles
// owns      its counters
// fails     never; a glance between two stores may see the new work with the old count, for one frame of a display
// threads   any thread counts and any looks: counters are atomic, and nothing waits
// cost      one increment an article, one a block of a file; nothing where no Progress is handed down
// follows   –
// tested by tests/unit/progress_test.cpp
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace crosscheck {

enum class Work : std::uint8_t { none, reading, loading, extracting, linking, checking, writing };

class Progress {
 public:
  /// From here on steps count towards `total`; 0: nobody knows how many there will be.
  void begin(Work work, std::size_t total) {
    work_ = Work::none;
    done_ = 0;
    total_ = total;
    bytes_ = 0;
    total_bytes_ = 0;
    work_ = work;
  }
  void step() { done_.fetch_add(1, std::memory_order_relaxed); }
  void expect_bytes(std::uint64_t bytes) { total_bytes_ = bytes; }
  void took_bytes(std::uint64_t bytes) { bytes_.fetch_add(bytes, std::memory_order_relaxed); }

  Work work() const { return work_; }
  std::size_t done() const { return done_; }
  std::size_t total() const { return total_; }
  std::uint64_t bytes() const { return bytes_; }
  std::uint64_t total_bytes() const { return total_bytes_; }

 private:
  std::atomic<Work> work_{Work::none};
  std::atomic<std::size_t> done_{0}, total_{0};
  std::atomic<std::uint64_t> bytes_{0}, total_bytes_{0};
};

}  // namespace crosscheck
