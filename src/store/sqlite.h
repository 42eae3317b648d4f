// SQLite's connection and statements as values; its error codes as faults. Private to src/store/.
#pragma once

#include <sqlite3.h>
#include <concepts>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crosscheck {

class Statement {
 public:
  Statement() = default;
  Statement(sqlite3* database, std::string_view sql);

  /// Parameters in their order; texts and blobs must last until the statement has run.
  Statement& integer(std::int64_t value);
  Statement& text(std::string_view value);
  Statement& blob(std::string_view value);
  template <std::same_as<std::string> Temporary>
  Statement& blob(Temporary&& value) = delete;  // the bytes are read when the statement runs

  /// The next row. False at the end, and on an error, which the connection keeps.
  bool row();
  /// Runs it for its effect, and makes it ready for the next parameters.
  bool run();
  void reset();

  std::int64_t integer_at(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  /// Until the next row.
  std::string_view text_at(int column) const;

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  int bound_ = 0;
};

class Database {
 public:
  /// `flags` as sqlite3_open_v2() has them.
  static Result<Database> open(const std::string& path, int flags);

  bool run(const char* sql) { return sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK; }
  Statement prepare(std::string_view sql) { return {handle_.get(), sql}; }
  /// A pragma's or a query's one number; 0 when it has none.
  std::int64_t number(std::string_view sql);
  bool ok() const;
  /// What the last call that failed says of the store: it is damaged, no store, locked, full.
  Fault fault() const;
  sqlite3* handle() { return handle_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Closer> handle_;
  std::string path_;
};

}  // namespace crosscheck
