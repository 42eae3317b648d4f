// what      articles with their claims in one SQLite file, kept under what they were extracted from and by
// in → out  Documents + packed Articles → rows; rows → the same Documents and Articles, to the last field
// units     a document's number is its place in the collection, from 0
// owns      the connection, and for a writer the lock of the store: a file beside it, FILE-writer, which stays
// fails     a file that is no store, one of another schema, a damaged one, one that another run is writing: each a Fault with
//           the next step. A run killed at any instant leaves what it had committed and nothing half done
// threads   a Store belongs to one thread; many processes may read one file while one writes it
// cost      1 µs to find an article, 10 µs to read it; a commit is one flush to the disk
// follows   SQLite's WAL: readers see the collection as it was when they opened it
// tested by tests/unit/store_test.cpp, tests/property/store_property_test.cpp, tests/property/store_kill_test.cpp
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "model/model.h"

namespace crosscheck {

/// What is kept: for a reader of another program's file the schema's number tells whether it can be read.
constexpr int kStoreSchema = 1;

struct StoredArticle {
  std::string key;  ///< of the extraction: document, rules and program in one digest
  Document document;
  Article article;  ///< packed
};

/// A collection as it stands: what a report needs beside the articles.
struct Listing {
  std::string name;
  std::vector<Skipped> skipped;
};

/// What is worked out over the whole collection, so that a few of its articles are found without the rest: byte strings under
/// numbers, in several drawers. What they mean is for the writer to say.
struct LookupRow {
  std::uint32_t drawer = 0;
  std::uint64_t key = 0;
  std::string_view value;
};
using LookupWriter = std::function<void(const LookupRow&)>;

/// How a document's text was found in its file, as bytes: comments, places, warnings. Two that differ are two documents.
std::string bytes_of_reading(const Document& document);

class Store {
 public:
  enum class Access : std::uint8_t { read, write };

  /// To write makes the file where there is none; one writer at a time.
  static Result<Store> open(const std::string& path, Access access);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // ---- reading: the collection as it was when the store was opened ------------------------------

  Result<Listing> listing();
  Result<std::uint32_t> documents();
  Result<StoredArticle> article(std::uint32_t number);
  /// By id; nothing when the collection has none.
  Result<std::optional<std::uint32_t>> number_of(std::string_view id);
  /// By the canonical path of its file.
  Result<std::optional<std::uint32_t>> number_at(std::string_view canonical);
  Result<std::optional<std::string>> lookup(std::uint32_t drawer, std::uint64_t key);
  /// A word that the writer left under a name; empty when it left none.
  Result<std::string> note(std::string_view name);

  // ---- writing ---------------------------------------------------------------------------------

  /// The keys of all extractions, also of those that no document of the collection has any more.
  Result<std::unordered_set<std::string>> keys();
  struct Extraction {
    std::string_view key;
    const Document* document = nullptr;
    const Article* article = nullptr;  ///< packed
  };
  /// Committed together.
  Result<std::size_t> put(const std::vector<Extraction>& extractions);
  /// One extraction, for a document that may bear other metadata.
  Result<Article> extraction(std::string_view key, std::uint32_t number);

  struct Entry {
    const Document* document = nullptr;
    std::string key, canonical;
  };
  /// The collection anew, with its lookups and notes, all in one commit; extractions that no entry names are forgotten.
  Result<std::size_t> replace(const Listing& listing, const std::vector<Entry>& entries,
                              const std::vector<std::pair<std::string, std::string>>& notes,
                              const std::function<void(const LookupWriter&)>& lookups);

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace crosscheck
