// Two threads and a job of three long tasks, the first of which is a job of ten short ones: the one takes the first and its
// ten, the other the second and the third, then what is left of the ten. A job is over when its numbers are given out and
// nobody works on it any more, and only then does each() return, so a job may live on its caller's stack. Who waits for that
// takes tasks of other jobs meanwhile, one at a time, lest its own job be over long before it looks again.
#include "pipeline/threads.h"

#include <algorithm>
#include <atomic>

namespace crosscheck {

struct Threads::Job {
  std::size_t count;
  const std::function<void(std::size_t)>& task;
  std::atomic<std::size_t> next{0};
  std::size_t helpers = 0;

  bool work_once() {
    const std::size_t i = next++;
    if (i < count) task(i);
    return i < count;
  }
  void work() {
    while (work_once()) {
    }
  }
};

Threads::Threads(unsigned count) {
  for (unsigned i = 1; i < count; ++i) helpers_.emplace_back([this] { help(); });
}

Threads::~Threads() {
  {
    const std::lock_guard guard(lock_);
    ending_ = true;
  }
  news_.notify_all();
  helpers_.clear();  // joins
}

template <class Work>
void Threads::help(Job& job, std::unique_lock<std::mutex>& guard, Work work) const {
  ++job.helpers;
  guard.unlock();
  (job.*work)();
  guard.lock();
  if (--job.helpers == 0) news_.notify_all();
}

void Threads::each(std::size_t count, const std::function<void(std::size_t)>& task) const {
  if (helpers_.empty() || count < 2) return Workers::each(count, task);
  Job job{count, task};
  {
    const std::lock_guard guard(lock_);
    jobs_.push_back(&job);
  }
  news_.notify_all();
  job.work();
  std::unique_lock guard(lock_);
  std::erase(jobs_, &job);
  while (job.helpers != 0) {
    if (Job* const other = open_job())
      help(*other, guard, &Job::work_once);
    else
      news_.wait(guard);
  }
}

Threads::Job* Threads::open_job() const {
  const auto open = std::find_if(jobs_.begin(), jobs_.end(), [](const Job* job) { return job->next < job->count; });
  return open == jobs_.end() ? nullptr : *open;
}

void Threads::help() const {
  std::unique_lock guard(lock_);
  for (;;) {
    Job* job = nullptr;
    news_.wait(guard, [&] { return ending_ || (job = open_job()) != nullptr; });
    if (job == nullptr) return;
    help(*job, guard, &Job::work);
  }
}

}  // namespace crosscheck
