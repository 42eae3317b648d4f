// A call that fails leaves its code with the connection; whoever asked looks there once, at the end of what it did:
//   SELECT … on a file of which a page was overwritten → SQLITE_CORRUPT → "the store is damaged; delete it and …"
// Only codes that a person can do something about have words of their own.
#include "store/sqlite.h"

#include <utility>

namespace crosscheck {

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  statement_.reset(made);
}

Statement& Statement::integer(std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), ++bound_, value);
  return *this;
}

Statement& Statement::text(std::string_view value) {
  sqlite3_bind_text64(statement_.get(), ++bound_, value.data() == nullptr ? "" : value.data(), value.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::blob(std::string_view value) {
  sqlite3_bind_blob64(statement_.get(), ++bound_, value.data() == nullptr ? "" : value.data(), value.size(),
                      SQLITE_STATIC);
  return *this;
}

bool Statement::row() { return statement_ && sqlite3_step(statement_.get()) == SQLITE_ROW; }

bool Statement::run() {
  const bool done = statement_ && sqlite3_step(statement_.get()) == SQLITE_DONE;
  if (done) reset();  // to reset one that failed would clear what the connection says of it
  return done;
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  bound_ = 0;
}

std::string_view Statement::text_at(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

Result<Database> Database::open(const std::string& path, int flags) {
  Database database;
  database.path_ = path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  database.handle_.reset(handle);
  if (code != SQLITE_OK) return database.fault();
  constexpr int kPatience = 10000;  // ms that a write waits for another's to end
  sqlite3_busy_timeout(handle, kPatience);
  sqlite3_extended_result_codes(handle, 1);
  return database;
}

std::int64_t Database::number(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.row() ? statement.integer_at(0) : 0;
}

bool Database::ok() const {
  const int code = sqlite3_errcode(handle_.get());
  return code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE;
}

Fault Database::fault() const {
  switch (sqlite3_extended_errcode(handle_.get()) & 0xff) {
    case SQLITE_NOTADB:
      return {Who::input, "foreign-store", "this file is no store of crosscheck; name another with --store", path_};
    case SQLITE_CORRUPT:
      return {Who::machine, "corrupt-store",
              "the store is damaged; delete it and run `crosscheck index CORPUS --store FILE` again", path_};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Who::machine, "busy-store", "another run is writing this store; wait for it to end", path_};
    case SQLITE_FULL:
      return {Who::machine, "disk-full", "no room is left for the store; free some and run again", path_};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {Who::machine, "unreadable",
              "the store cannot be opened; check that it and its folder may be read and written", path_};
    default:
      return {Who::machine, "store-failed", std::string("the store cannot be used: ") + sqlite3_errmsg(handle_.get()),
              path_};
  }
}

}  // namespace crosscheck
