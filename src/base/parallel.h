// what      work that falls into independent tasks, handed to whoever has threads
// in → out  a count and a task for each number below it → all done
// owns      nothing
// fails     never: tasks may not throw
// threads   here one after the other; `pipeline` hands down workers that take turns; a task may hand out tasks of its own
// cost      a call a task
// follows   –
// tested by tests/property/corpus_property_test.cpp: the number of threads leaves no trace
#pragma once

#include <cstddef>
#include <functional>

namespace crosscheck {

class Workers {
 public:
  Workers() = default;
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  virtual ~Workers() = default;
  /// Calls task(0) … task(count - 1), each once, in any order, perhaps several at a time; returns when all are done.
  virtual void each(std::size_t count, const std::function<void(std::size_t)>& task) const {
    for (std::size_t i = 0; i < count; ++i) task(i);
  }
};

/// `count` things in runs of `size`, for tasks too small to be handed out one by one: task(begin, end).
template <class Task>
void each_run(const Workers& workers, std::size_t count, std::size_t size, Task&& task) {
  workers.each((count + size - 1) / size,
               [&](std::size_t run) { task(run * size, run * size + size < count ? run * size + size : count); });
}

}  // namespace crosscheck
