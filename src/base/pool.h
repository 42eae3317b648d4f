// what      things that are dear to begin with, lent to a task and taken back, so that the next task need not begin anew
// in → out  a maker → what was given back last, else a new one
// owns      what nobody has at the moment; a pool outlives what it lends
// fails     never
// threads   any may ask; what it got is its own until it gives it back
// cost      a lock
// follows   –
// tested by tests/unit/base_test.cpp
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace crosscheck {

template <class T>
class Pool {
 public:
  explicit Pool(std::function<std::unique_ptr<T>()> make) : make_(std::move(make)) {}

  struct GiveBack {
    Pool* pool;
    void operator()(T* thing) const { pool->take_back(std::unique_ptr<T>(thing)); }
  };
  using Lent = std::unique_ptr<T, GiveBack>;

  Lent lend() {
    std::unique_ptr<T> thing;
    {
      const std::lock_guard guard(lock_);
      if (!free_.empty()) {
        thing = std::move(free_.back());
        free_.pop_back();
      }
    }
    if (thing == nullptr) thing = make_();
    return Lent(thing.release(), GiveBack{this});
  }

 private:
  void take_back(std::unique_ptr<T> thing) {
    const std::lock_guard guard(lock_);
    free_.push_back(std::move(thing));
  }

  std::function<std::unique_ptr<T>()> make_;
  std::mutex lock_;  ///< of free_
  std::vector<std::unique_ptr<T>> free_;
};

}  // namespace crosscheck
