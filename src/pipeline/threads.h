// Workers on threads of their own. Private to src/pipeline/.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "base/parallel.h"

namespace crosscheck {

/// Whoever calls each() works on it, too. A task may call each() itself: whoever has nothing left to do helps.
class Threads : public Workers {
 public:
  explicit Threads(unsigned count);
  ~Threads() override;
  void each(std::size_t count, const std::function<void(std::size_t)>& task) const override;

 private:
  struct Job;

  void help() const;
  template <class Work>
  void help(Job& job, std::unique_lock<std::mutex>& guard, Work work) const;
  Job* open_job() const;

  mutable std::mutex lock_;  ///< of all below
  mutable std::condition_variable news_;
  mutable std::vector<Job*> jobs_;
  bool ending_ = false;
  std::vector<std::jthread> helpers_;
};

}  // namespace crosscheck
