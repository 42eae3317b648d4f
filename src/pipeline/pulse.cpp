// Five beats a second while a run goes on: whoever shows how far it has come is called from here and counts nothing itself. The
// thread sleeps between beats and wakes at once when it is no longer wanted, so a short run does not wait for it.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "pipeline/pipeline.h"

namespace crosscheck {
namespace {

class ThreadPulse : public Pulse {
 public:
  ThreadPulse(std::chrono::milliseconds between, std::function<void()> beat)
      : thread_([this, between, beat = std::move(beat)] {
          std::unique_lock guard(lock_);
          while (!news_.wait_for(guard, between, [this] { return ending_; })) beat();
        }) {}
  ~ThreadPulse() override {
    {
      const std::lock_guard guard(lock_);
      ending_ = true;
    }
    news_.notify_all();
  }

 private:
  std::mutex lock_;
  std::condition_variable news_;
  bool ending_ = false;
  std::jthread thread_;  // last: it uses the others, and is joined first
};

}  // namespace

std::unique_ptr<Pulse> start_pulse(std::chrono::milliseconds between, std::function<void()> beat) {
  return std::make_unique<ThreadPulse>(between, std::move(beat));
}

}  // namespace crosscheck
