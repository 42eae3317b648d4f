// Extractions lie in one table under their keys, the collection in another that names them by place. A run that fills a store
// commits extractions by the handful and, at its end, the collection with all that was worked out over it in one commit. So a
// run killed after 300 of 400 articles leaves the old collection untouched and 300 extractions that the next run finds.
//   key 4f2a… → text, lines, bytes of the article          document 17 → key 4f2a…, id, path, title, published, …
// The file says what it is: SQLite's application id, and the schema's number as its user version.
#include "store/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "base/bytes.h"
#include "base/hash.h"
#include "store/article_bytes.h"
#include "store/state.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kApplication = 0x43524f53;  // "CROS"

constexpr const char* kTables = R"(
  CREATE TABLE extraction (key BLOB PRIMARY KEY, text BLOB NOT NULL, lines BLOB NOT NULL, article BLOB NOT NULL, hash INTEGER);
  CREATE TABLE document (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL, id BLOB NOT NULL, path BLOB NOT NULL, title BLOB NOT NULL,
    source BLOB NOT NULL, url BLOB NOT NULL, published BLOB NOT NULL, language BLOB NOT NULL, body_begin INTEGER NOT NULL,
    first_line INTEGER NOT NULL, sha256 BLOB NOT NULL, canonical BLOB NOT NULL, reading BLOB NOT NULL, hash INTEGER);
  CREATE INDEX document_by_id ON document (id);
  CREATE INDEX document_by_canonical ON document (canonical);
  CREATE TABLE skipped (number INTEGER PRIMARY KEY, path BLOB NOT NULL, reason BLOB NOT NULL, code BLOB NOT NULL);
  CREATE TABLE note (name BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE lookup (drawer INTEGER, key INTEGER, value BLOB NOT NULL, PRIMARY KEY (drawer, key)) WITHOUT ROWID;
)";

constexpr const char* kDropTables = R"(
  DROP TABLE IF EXISTS extraction; DROP TABLE IF EXISTS document; DROP TABLE IF EXISTS skipped;
  DROP TABLE IF EXISTS note; DROP TABLE IF EXISTS lookup;
)";

/// A reader in a folder that it may not write needs no lock file of SQLite's: nobody writes there.
bool writable(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return ::access(path.c_str(), W_OK) == 0 && ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0;
}

std::string as_immutable(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '?' || c == '#' || c == '%')
      uri += {'%', kDigits[byte / 16], kDigits[byte % 16]};
    else
      uri += c;
  }
  return uri + "?immutable=1";
}

Result<Database> connect(const std::string& path, Store::Access access) {
  if (access == Store::Access::write) return Database::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  std::error_code error;
  if (!fs::is_regular_file(path, error))
    return Fault{Who::setup, "no-store", "no store here; `crosscheck index CORPUS --store FILE` makes one", path};
  if (writable(path)) return Database::open(path, SQLITE_OPEN_READWRITE);
  return Database::open(as_immutable(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

/// What the file says it is; nothing when it is a store of this schema.
std::optional<Fault> refusal(Database& database, const std::string& path) {
  const std::int64_t application = database.number("PRAGMA application_id");
  if (!database.ok()) return database.fault();
  const std::int64_t schema = database.number("PRAGMA user_version");
  if (application != kApplication)
    return Fault{Who::input, "foreign-store", "this database is no store of crosscheck; name another with --store",
                 path};
  if (schema > kStoreSchema)
    return Fault{Who::setup, "newer-store",
                 "a newer crosscheck made this store (schema " + std::to_string(schema) + ", this one knows " +
                     std::to_string(kStoreSchema) + "); use that one, or make another store with --store",
                 path};
  return std::nullopt;
}

/// The tables of an empty file; of one of an older schema, whose claims are of no use.
bool make_tables(Database& database) {
  const std::string marks = "PRAGMA application_id = " + std::to_string(kApplication) +
                            "; PRAGMA user_version = " + std::to_string(kStoreSchema) + ";";
  return database.run("BEGIN IMMEDIATE") && database.run(kDropTables) && database.run(kTables) &&
         database.run(marks.c_str()) && database.run("COMMIT");
}

std::optional<Fault> prepare_to_write(Database& database, const std::string& path) {
  const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (!database.ok()) return database.fault();
  if (!empty) {
    if (auto refused = refusal(database, path)) return refused;
  }
  // FULL: what was committed outlives a power cut, too.
  if (!database.run("PRAGMA journal_mode = WAL") || !database.run("PRAGMA synchronous = FULL")) return database.fault();
  if ((empty || database.number("PRAGMA user_version") < kStoreSchema) && !make_tables(database))
    return database.fault();
  return std::nullopt;
}

std::optional<Fault> prepare_to_read(Database& database, const std::string& path) {
  const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (!database.ok()) return database.fault();
  if (empty)
    return Fault{Who::setup, "no-store", "nothing in here yet; `crosscheck index CORPUS --store FILE` fills it", path};
  if (auto refused = refusal(database, path)) return refused;
  if (database.number("PRAGMA user_version") < kStoreSchema)
    return Fault{Who::setup, "older-store",
                 "an older crosscheck made this store; bring it up to date with `crosscheck index CORPUS --store FILE`",
                 path};
  // One transaction to the end: whoever writes meanwhile leaves no trace here.
  if (!database.run("BEGIN") || (database.number("SELECT count(*) FROM note"), !database.ok())) return database.fault();
  return std::nullopt;
}

}  // namespace

Fault damaged(const std::string& path) {
  return {Who::machine, "corrupt-store",
          "an article in the store is damaged; delete the store and run `crosscheck index CORPUS --store FILE` again",
          path};
}

std::uint64_t hash_of(std::string_view key, const Document& document) {
  std::uint64_t hash = hash64(key, (std::uint64_t{document.body_begin} << 32U) | document.first_line);
  for (const std::string* text : {&document.id, &document.path, &document.title, &document.source, &document.url,
                                  &document.published, &document.language, &document.sha256})
    hash = hash64(*text, hash);
  return hash64(bytes_of_reading(document), hash);
}

std::uint64_t hash_of(std::string_view text, std::string_view lines) { return hash64(lines, hash64(text)); }

WriterLock::~WriterLock() {
  if (file_ >= 0) ::close(file_);
}

bool WriterLock::take(const std::string& path) {
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  return file_ < 0 || ::flock(file_, LOCK_EX | LOCK_NB) == 0;  // where none can be made SQLite says why
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Access access) {
  auto state = std::make_unique<State>();
  state->path = path;
  if (access == Access::write && !state->lock.take(path + "-writer"))
    return Fault{Who::machine, "busy-store", "another run is writing this store; wait for it to end", path};
  auto database = connect(path, access);
  if (!database.ok()) return database.fault();
  state->database = std::move(database).value();
  const auto fault =
      access == Access::write ? prepare_to_write(state->database, path) : prepare_to_read(state->database, path);
  if (fault) return *fault;
  state->by_number = state->database.prepare(
      "SELECT key, id, path, title, source, url, published, language, sha256, body_begin, first_line, reading, hash FROM "
      "document "
      "WHERE number = ?");
  state->by_key = state->database.prepare("SELECT text, lines, article, hash FROM extraction WHERE key = ?");
  state->by_lookup = state->database.prepare("SELECT value FROM lookup WHERE drawer = ? AND key = ?");
  if (!state->database.ok()) return state->database.fault();
  return Store(std::move(state));
}

Result<std::uint32_t> Store::documents() {
  return state_->checked(static_cast<std::uint32_t>(state_->database.number("SELECT count(*) FROM document")));
}

Result<Listing> Store::listing() {
  Listing listing;
  auto name = note("name");
  if (!name.ok()) return name.fault();
  listing.name = std::move(name).value();
  Statement rows = state_->database.prepare("SELECT path, reason, code FROM skipped ORDER BY number");
  while (rows.row())
    listing.skipped.push_back(
        {std::string(rows.text_at(0)), std::string(rows.text_at(1)), std::string(rows.text_at(2))});
  return state_->checked(std::move(listing));
}

Result<StoredArticle> Store::article(std::uint32_t number) {
  StoredArticle stored;
  Document& document = stored.document;
  Statement& row = state_->by_number;
  row.integer(number);
  bool whole = row.row();
  if (whole) {
    stored.key = row.text_at(0);
    int column = 1;
    for (std::string* text : {&document.id, &document.path, &document.title, &document.source, &document.url,
                              &document.published, &document.language, &document.sha256})
      *text = row.text_at(column++);
    document.body_begin = static_cast<std::uint32_t>(row.integer_at(9));
    document.first_line = static_cast<std::uint32_t>(row.integer_at(10));
    read_reading(row.text_at(11), document);
    whole = row.integer_at(12) == static_cast<std::int64_t>(hash_of(stored.key, document));
  }
  if (!state_->database.ok()) return state_->database.fault();
  row.reset();
  if (!whole) return damaged(state_->path);
  Statement& extraction = state_->by_key;
  extraction.blob(stored.key);
  std::optional<Article> article;
  if (extraction.row()) {
    document.text = extraction.text_at(0);
    const std::string_view bytes = extraction.text_at(1);
    whole = extraction.integer_at(3) == static_cast<std::int64_t>(hash_of(document.text, bytes));
    ByteReader lines(bytes);
    std::uint32_t start = 0;
    document.line_starts = lines.list<std::uint32_t>([&] { return start += lines.small(); });
    article = article_from(extraction.text_at(2), number);
  }
  if (!state_->database.ok()) return state_->database.fault();
  extraction.reset();
  if (!whole || !article) return damaged(state_->path);
  stored.article = *std::move(article);
  return stored;
}

Result<Article> Store::extraction(std::string_view key, std::uint32_t number) {
  Statement& row = state_->by_key;
  row.blob(key);
  std::optional<Article> article;
  if (row.row()) article = article_from(row.text_at(2), number);
  if (!state_->database.ok()) return state_->database.fault();
  row.reset();
  if (!article) return damaged(state_->path);
  return *std::move(article);
}

Result<std::optional<std::uint32_t>> Store::number_of(std::string_view id) {
  Statement row = state_->database.prepare("SELECT number FROM document WHERE id = ?");
  std::optional<std::uint32_t> number;
  if (row.blob(id).row()) number = static_cast<std::uint32_t>(row.integer_at(0));
  return state_->checked(number);
}

Result<std::optional<std::uint32_t>> Store::number_at(std::string_view canonical) {
  Statement row = state_->database.prepare("SELECT number FROM document WHERE canonical = ?");
  std::optional<std::uint32_t> number;
  if (row.blob(canonical).row()) number = static_cast<std::uint32_t>(row.integer_at(0));
  return state_->checked(number);
}

Result<std::optional<std::string>> Store::lookup(std::uint32_t drawer, std::uint64_t key) {
  Statement& row = state_->by_lookup;
  std::optional<std::string> value;
  if (row.integer(drawer).integer(static_cast<std::int64_t>(key)).row()) value = std::string(row.text_at(0));
  if (!state_->database.ok()) return state_->database.fault();
  row.reset();
  return value;
}

Result<std::string> Store::note(std::string_view name) {
  Statement row = state_->database.prepare("SELECT value FROM note WHERE name = ?");
  std::string value;
  if (row.blob(name).row()) value = row.text_at(0);
  return state_->checked(std::move(value));
}

}  // namespace crosscheck
