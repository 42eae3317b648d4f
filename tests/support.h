// What several tests need: the shipped rules loaded once, files, a folder that goes away with its test,
// corpora in memory, and dice that fall the same way on every machine.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "catch.h"
#include "pipeline/pipeline.h"

namespace crosscheck::support {

namespace fs = std::filesystem;

inline std::string repo_path(const std::string& below) { return std::string(CROSSCHECK_SOURCE_DIR) + "/" + below; }

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The shipped rules; a fault in them is thrown with its words.
inline const Rulebook& shipped_rules() {
  static const Rulebook rulebook = [] {
    auto loaded = load_rulebook(repo_path("rules"));
    if (!loaded.ok()) throw std::runtime_error(to_string(loaded.faults().front()));
    return std::move(loaded).value();
  }();
  return rulebook;
}

inline std::vector<Json> json_lines(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Json> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.find_first_not_of(" \r\t") == std::string::npos) continue;
    auto row = parse_json(line);
    if (!row.ok()) throw std::runtime_error(path + ": " + to_string(row.fault()) + " in " + line);
    rows.push_back(std::move(row).value());
  }
  return rows;
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "crosscheck-test-XXXXXX").native();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string operator/(const std::string& below) const { return path_ + "/" + below; }
  const std::string& path() const { return path_; }

  void write(const std::string& below, std::string_view bytes) const {
    const fs::path file = path_ + "/" + below;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
  }

 private:
  std::string path_;
};

// ---- corpora in memory ----------------------------------------------------------------------

struct Source {
  std::string name, text;
};
using Sources = std::vector<Source>;

/// The files of a folder by name, in order.
inline Sources sources_in(const std::string& folder) {
  Sources sources;
  for (const fs::directory_entry& entry : fs::directory_iterator(repo_path(folder))) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".txt" && ending != ".md") continue;
    if (entry.path().filename() == "README.md") continue;
    sources.push_back({entry.path().filename().string(), read_file(entry.path().string())});
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
  return sources;
}

/// Folders of articles that ship with the project, one a story.
inline std::vector<std::string> story_folders() {
  std::vector<std::string> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(repo_path("corpus"))) {
    if (entry.is_directory()) folders.push_back("corpus/" + entry.path().filename().string());
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(repo_path("tests/stories"))) {
    if (entry.is_directory()) folders.push_back("tests/stories/" + entry.path().filename().string() + "/articles");
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

/// English unless they say otherwise: a text of three words must not fail for what its language might be.
inline Corpus corpus_of(const Sources& sources) {
  Corpus corpus;
  corpus.name = "test";
  ReadOptions options;
  options.default_language = "en";
  for (const Source& source : sources) read_bytes(source.text, source.name, options, corpus);
  return corpus;
}

inline Report report_on(const Sources& sources, unsigned threads = 1, const std::string& reference = "") {
  RunOptions options;
  options.threads = threads;
  options.reference = reference;
  return cross_check(shipped_rules(), corpus_of(sources), options);
}

/// Are the claims over these two surfaces, one in each of the first two articles, in one group?
inline bool grouped(const Report& report, const std::string& surface_a, const std::string& surface_b) {
  for (const Group& group : report.groups) {
    bool left = false, right = false;
    for (const std::uint32_t index : group.claims) {
      const Claim& claim = report.claims[index];
      left = left || (claim.document == 0 && surface_of(report, claim) == surface_a);
      right = right || (claim.document == 1 && surface_of(report, claim) == surface_b);
    }
    if (left && right) return true;
  }
  return false;
}

struct Reading {
  Document document;
  Article article;
};

/// One document through read…normalize; a text that is refused gives an empty reading.
inline Reading read_text(const std::string& text, const std::string& reference = "", const std::string& name = "a.txt",
                         const std::string& language = "") {
  Reading reading;
  Corpus corpus = corpus_of({{name, text}});
  if (corpus.documents.empty()) return reading;
  reading.document = std::move(corpus.documents.front());
  if (reading.document.published.empty()) reading.document.published = reference;
  if (!language.empty()) reading.document.language = language;
  reading.article = extract(shipped_rules(), reading.document, 0);
  return reading;
}

inline std::set<std::string> fingerprints(const Report& report) {
  std::set<std::string> found;
  for (const Finding& finding : report.findings) {
    found.insert(finding.fingerprint + " " + std::string(name_of(finding.relation)) + " " + finding.check + ": " +
                 finding.summary);
  }
  return found;
}

// ---- dice -----------------------------------------------------------------------------------

/// SplitMix64: the same numbers from the same seed with every library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool one_in(std::size_t many) { return below(many) == 0; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace crosscheck::support
