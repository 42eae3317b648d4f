// What a Store holds: the connection, its lock, the statements that are asked often. Private to src/store/.
#pragma once

#include <string>

#include "store/sqlite.h"
#include "store/store.h"

namespace crosscheck {

/// Held by an open file, so that the system gives it back when the process is killed.
class WriterLock {
 public:
  WriterLock() = default;
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();
  /// False when another process holds it.
  bool take(const std::string& path);

 private:
  int file_ = -1;
};

struct Store::State {
  std::string path;
  WriterLock lock;
  Database database;
  Statement by_number, by_key, by_lookup;

  /// The value, unless the connection says that something failed on the way to it.
  template <class T>
  Result<T> checked(T value) {
    if (!database.ok()) return database.fault();
    return value;
  }
};

/// Of what a row holds, and beside which it is kept: SQLite does not see a byte that changed.
std::uint64_t hash_of(std::string_view key, const Document& document);
std::uint64_t hash_of(std::string_view text, std::string_view lines);
/// Of an article whose bytes are not what was written.
Fault damaged(const std::string& path);

}  // namespace crosscheck
