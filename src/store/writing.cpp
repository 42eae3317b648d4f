// What a writer does. 64 extractions are one commit: killed between two of them, a run has lost 64 articles' work at most.
//   put(…), put(…), put(…), replace(…)     at each comma the file holds a whole collection, the old one until the last
// Places in the collection may change from run to run, so its rows are written anew; they are small beside the extractions.
#include <utility>

#include "base/bytes.h"
#include "store/article_bytes.h"
#include "store/state.h"
#include "store/store.h"

namespace crosscheck {
namespace {

std::string bytes_of_lines(const std::vector<std::uint32_t>& starts) {
  ByteWriter out;
  std::uint32_t before = 0;
  out.list(starts, [&](std::uint32_t start) {
    out.number(start - before);
    before = start;
  });
  return out.all();
}

/// Takes back what was not committed.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database), open_(database.run("BEGIN IMMEDIATE")) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (open_) database_.run("ROLLBACK");
  }
  bool open() const { return open_; }
  bool commit() {
    open_ = !database_.run("COMMIT");
    return !open_;
  }

 private:
  Database& database_;
  bool open_;
};

bool insert_documents(Database& database, const std::vector<Store::Entry>& entries) {
  Statement row = database.prepare("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t number = 0;
  for (const Store::Entry& entry : entries) {
    const Document& document = *entry.document;
    row.integer(number++).blob(entry.key).blob(document.id).blob(document.path).blob(document.title);
    row.blob(document.source).blob(document.url).blob(document.published).blob(document.language);
    row.integer(document.body_begin).integer(document.first_line).blob(document.sha256).blob(entry.canonical);
    const std::string reading = bytes_of_reading(document);
    row.blob(reading);
    row.integer(static_cast<std::int64_t>(hash_of(entry.key, document)));
    if (!row.run()) return false;
  }
  return true;
}

bool insert_notes(Database& database, const Listing& listing,
                  const std::vector<std::pair<std::string, std::string>>& notes) {
  Statement skipped = database.prepare("INSERT INTO skipped VALUES (?, ?, ?, ?)");
  std::int64_t number = 0;
  for (const Skipped& row : listing.skipped) {
    if (!skipped.integer(number++).blob(row.path).blob(row.reason).blob(row.code).run()) return false;
  }
  Statement note = database.prepare("INSERT INTO note VALUES (?, ?)");
  if (!note.blob("name").blob(listing.name).run()) return false;
  for (const auto& [name, value] : notes) {
    if (!note.blob(name).blob(value).run()) return false;
  }
  return true;
}

bool insert_lookups(Database& database, const std::function<void(const LookupWriter&)>& lookups) {
  Statement row = database.prepare("INSERT INTO lookup VALUES (?, ?, ?)");
  bool ok = true;
  lookups([&](const LookupRow& lookup) {
    ok = ok && row.integer(lookup.drawer).integer(static_cast<std::int64_t>(lookup.key)).blob(lookup.value).run();
  });
  return ok;
}

}  // namespace

Result<std::unordered_set<std::string>> Store::keys() {
  std::unordered_set<std::string> keys;
  Statement row = state_->database.prepare("SELECT key FROM extraction");
  while (row.row()) keys.emplace(row.text_at(0));
  return state_->checked(std::move(keys));
}

Result<std::size_t> Store::put(const std::vector<Extraction>& extractions) {
  Transaction transaction(state_->database);
  bool ok = transaction.open();
  Statement row = state_->database.prepare("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?, ?)");
  for (const Extraction& extraction : extractions) {
    const std::string lines = bytes_of_lines(extraction.document->line_starts), bytes = bytes_of(*extraction.article);
    const std::string& text = extraction.document->text;
    row.blob(extraction.key).blob(text).blob(lines).blob(bytes);
    ok = ok && row.integer(static_cast<std::int64_t>(hash_of(text, lines))).run();
  }
  if (!ok || !transaction.commit()) return state_->database.fault();
  return extractions.size();
}

Result<std::size_t> Store::replace(const Listing& listing, const std::vector<Entry>& entries,
                                   const std::vector<std::pair<std::string, std::string>>& notes,
                                   const std::function<void(const LookupWriter&)>& lookups) {
  Database& database = state_->database;
  Transaction transaction(database);
  const bool ok = transaction.open() &&
                  database.run("DELETE FROM document; DELETE FROM skipped; DELETE FROM note; DELETE FROM lookup") &&
                  insert_documents(database, entries) && insert_notes(database, listing, notes) &&
                  insert_lookups(database, lookups) &&
                  database.run("DELETE FROM extraction WHERE key NOT IN (SELECT key FROM document)") &&
                  transaction.commit();
  if (!ok) return database.fault();
  database.run("PRAGMA wal_checkpoint(TRUNCATE)");  // readers may keep it from it; the next writer does it then
  return entries.size();
}

}  // namespace crosscheck
