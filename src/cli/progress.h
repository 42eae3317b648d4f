// The line that says how far a long run has come, on standard error while that is a terminal.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "pipeline/pipeline.h"

namespace crosscheck {

/// What a glance at a run finds.
struct Glance {
  Work work = Work::none;
  std::size_t done = 0, total = 0;
  std::uint64_t bytes = 0, total_bytes = 0;
  double seconds = 0;  ///< since this work began
};

/// "extracting 12,345 of 21,578 articles · 1,204/s · 8 s left"; empty where there is nothing to say.
std::string progress_words(const Glance& glance);

/// Redraws the line while it lives, from the first second on; nothing stands there before and after.
class ProgressLine {
 public:
  explicit ProgressLine(const Progress& progress);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

 private:
  void draw();

  const Progress& progress_;
  std::chrono::steady_clock::time_point start_, work_start_;
  Work work_ = Work::none;
  std::unique_ptr<Pulse> pulse_;
};

}  // namespace crosscheck
