// Runs over a store instead of a corpus. An extraction is kept under all it depends on:
//   key = digest of (text, title, date, language; the rules that can reach the language; the sources of read…normalize)
// so a changed rule of rules/de/ extracts the German articles anew and no other, a new frame in rules/en/claims/ the English
// ones, a new weight in rules/link.yaml none. A document that only moved, or got another id, keeps its extraction.
// What two documents share that are the same to the last byte is extracted once.
#include <algorithm>
#include <filesystem>
#include <unordered_set>
#include <utility>

#include "base/hash.h"
#include "pipeline/lookups.h"
#include "pipeline/steps.h"
#include "pipeline/stored.h"
#include "store/store.h"

namespace crosscheck {

extern const char* const kExtractionSources;
extern const char* const kLinkSources;

namespace {

constexpr std::size_t kCommit = 64;  // articles a commit

/// Of what a store holds: does it stand for these documents, rules and sources?
std::string state_of(const std::string& made_by, const Corpus& corpus, const std::vector<std::string>& keys) {
  std::string all = made_by + '\0' + corpus.name + '\0';
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Document& document = corpus.documents[i];
    for (const std::string* text : {&keys[i], &document.id, &document.path, &document.source, &document.url})
      all += *text + '\0';
    all += std::to_string(document.first_line) + '\0' + bytes_of_reading(document) + '\0';
  }
  for (const Skipped& skipped : corpus.skipped)
    for (const std::string* text : {&skipped.path, &skipped.reason, &skipped.code}) all += *text + '\0';
  return sha256_hex(all);
}

/// Extracts what the store lacks, a commit after the other. How many there were.
Result<std::size_t> extract_missing(const Rulebook& rulebook, const std::vector<Document>& documents,
                                    const std::vector<std::string>& keys, Store& store, const RunOptions& options,
                                    const Workers& workers) {
  auto known = store.keys();
  if (!known.ok()) return known.fault();
  std::vector<std::uint32_t> missing;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    if (known.value().insert(keys[i]).second) missing.push_back(i);
  }
  begin(options, Work::extracting, missing.size());
  for (std::size_t first = 0; first < missing.size(); first += kCommit) {
    const std::size_t count = std::min(kCommit, missing.size() - first);
    std::vector<Article> articles(count);
    workers.each(count, [&](std::size_t i) {
      const std::uint32_t number = missing[first + i];
      articles[i] = extract(rulebook, documents[number], number);
      pack(articles[i]);
      step(options);
    });
    std::vector<Store::Extraction> commit;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t number = missing[first + i];
      commit.push_back({keys[number], &documents[number], &articles[i]});
    }
    if (const auto put = store.put(commit); !put.ok()) return put.fault();
  }
  return missing.size();
}

}  // namespace

std::string canonical(const Document& document) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::weakly_canonical(document.path, error);
  return error ? document.path : path.string();
}

std::string made_by(const std::string& rules_digest) {
  return std::string(kExtractionSources) + " " + kLinkSources + " " + rules_digest;
}

std::string ExtractionKeys::of(const Document& document) {
  auto [rules, fresh] = by_language_.try_emplace(document.language);
  if (fresh) rules->second = rulebook_.extraction_digest(document.language);
  const std::string text = document.sha256.empty() ? sha256_hex(document.text) : document.sha256;
  std::string all = std::to_string(kStoreSchema) + '\0' + kExtractionSources + '\0' + rules->second + '\0';
  for (const std::string* part : {&document.language, &document.published, &document.title, &text}) all += *part + '\0';
  for (const Span hidden : document.hidden)
    all += std::to_string(hidden.begin) + '-' + std::to_string(hidden.end) + '\0';
  return sha256_hex(all + std::to_string(document.body_begin)).substr(0, 32);
}

Result<Indexed> run_index(const Rulebook& rulebook, const std::vector<std::string>& paths, const std::string& path,
                          const RunOptions& options) {
  auto store = Store::open(path, Store::Access::write);
  if (!store.ok()) return store.fault();
  auto read = read_for_run(rulebook, paths, options);
  if (!read.ok()) return read.fault();
  const Corpus corpus = std::move(read).value();
  ExtractionKeys keys_of(rulebook);
  std::vector<std::string> keys;
  for (const Document& document : corpus.documents) keys.push_back(keys_of.of(document));
  Indexed indexed;
  indexed.documents = corpus.documents.size();
  indexed.skipped = corpus.skipped;
  const std::string made = made_by(rulebook.digest()), state = state_of(made, corpus, keys);
  const auto before = store.value().note("state");
  if (!before.ok()) return before.fault();
  if (before.value() == state) {
    indexed.unchanged = true;
    return indexed;
  }
  const auto workers = start_workers(options.threads);
  const auto extracted = extract_missing(rulebook, corpus.documents, keys, store.value(), options, *workers);
  if (!extracted.ok()) return extracted.fault();
  indexed.extracted = extracted.value();
  begin(options, Work::linking, keys.size());
  std::vector<Article> articles;
  std::vector<Store::Entry> entries;
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    auto article = store.value().extraction(keys[i], i);
    if (!article.ok()) return article.fault();
    articles.push_back(std::move(article).value());
    entries.push_back({&corpus.documents[i], keys[i], canonical(corpus.documents[i])});
  }
  const Outlines outlines = outline(corpus.documents, std::move(articles), rulebook, *workers);
  const auto written =
      store.value().replace({corpus.name, corpus.skipped}, entries, {{"state", state}, {"made_by", made}},
                            [&](const LookupWriter& write) { write_outlines(outlines, write); });
  if (!written.ok()) return written.fault();
  return indexed;
}

Result<Report> run_stored_report(const Rulebook& rulebook, const std::string& path, const RunOptions& options) {
  auto store = Store::open(path, Store::Access::read);
  if (!store.ok()) return store.fault();
  auto listing = store.value().listing();
  const auto count = store.value().documents();
  if (!listing.ok()) return listing.fault();
  if (!count.ok()) return count.fault();
  Corpus corpus;
  corpus.name = listing.value().name;
  corpus.skipped = listing.value().skipped;
  std::vector<Article> articles;
  std::vector<std::uint32_t> stale;
  ExtractionKeys keys_of(rulebook);
  begin(options, Work::loading, count.value());
  for (std::uint32_t i = 0; i < count.value(); ++i) {
    auto read = store.value().article(i);
    if (!read.ok()) return read.fault();
    StoredArticle stored = std::move(read).value();
    if (keys_of.of(stored.document) != stored.key) stale.push_back(i);
    rulebook.lexicon(stored.document.language);
    corpus.documents.push_back(std::move(stored.document));
    articles.push_back(std::move(stored.article));
    step(options);
  }
  if (const auto faults = rulebook.late_faults(); !faults.empty()) return faults.front();
  const auto workers = start_workers(options.threads);
  begin(options, Work::extracting, stale.size());
  workers->each(stale.size(), [&](std::size_t i) {
    articles[stale[i]] = extract(rulebook, corpus.documents[stale[i]], stale[i]);
    pack(articles[stale[i]]);
    step(options);
  });
  return told(cross_check_all(rulebook, std::move(corpus), std::move(articles), options, *workers), options);
}

}  // namespace crosscheck
