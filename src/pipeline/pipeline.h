// what      paths + options → Report: the rooms in their order
// in → out  Rulebook + paths → Corpus → Articles → Linked → findings → Report
// units     milliseconds in timings
// owns      the Report, and through it the documents
// fails     a path that cannot be read at all; a bad rule of a language that the documents have (then all such are in
//           Rulebook::late_faults()); a bad article never stops a run
// threads   starts `threads` workers for all rooms, one document a task in segment…normalize; the result does not depend on how many
// cost      the sum of the rooms'
// follows   DESIGN: read → segment → recognize → claim → normalize → link → check → render
// tested by tests/golden, tests/property, tests/unit/pipeline_test.cpp
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/progress.h"
#include "base/result.h"
#include "link/link.h"
#include "model/model.h"
#include "read/read.h"
#include "review/review.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

constexpr double kWorthReading =
    0.5;  ///< confidences are calibrated: from here on a finding is more often right than not

struct RunOptions {
  ReadOptions read;
  unsigned threads = 1;
  std::string language;                   ///< overrides every document's own when not empty
  std::string reference;                  ///< EDTF day: the date of articles that give none themselves; empty = none
  double min_confidence = kWorthReading;  ///< findings below are counted and not told
  Decisions decisions;
  Progress* progress = nullptr;  ///< told how far the run has come
};

unsigned default_threads();  ///< one a processor
std::unique_ptr<Workers> start_workers(unsigned threads);

/// A call every so often, on a thread of its own, until it is destroyed.
class Pulse {
 public:
  Pulse() = default;
  Pulse(const Pulse&) = delete;
  Pulse& operator=(const Pulse&) = delete;
  virtual ~Pulse() = default;
};
std::unique_ptr<Pulse> start_pulse(std::chrono::milliseconds between, std::function<void()> beat);

/// The main job over files and folders.
Result<Report> run_report(const Rulebook& rulebook, const std::vector<std::string>& paths, const RunOptions& options);

/// The gate: `articles` against what lies below `against`, and each inside itself. The report keeps what touches an article:
/// its findings with all that they quote, and the articles' own claims. An article that lies below `against` too is one
/// document, which goes by its id there and by the path it was named with.
Result<Report> run_check(const Rulebook& rulebook, const std::vector<std::string>& articles,
                         const std::vector<std::string>& against, const RunOptions& options);

/// The same against a store; see check_articles().
Result<Report> run_stored_check(const Rulebook& rulebook, const std::vector<std::string>& articles,
                                const std::string& store, const RunOptions& options);

/// The same as run_report() over documents already in memory.
Report cross_check(const Rulebook& rulebook, Corpus corpus, const RunOptions& options);

/// One document through read…normalize.
Article extract(const Rulebook& rulebook, const Document& document, std::uint32_t index);

/// One document's mentions, relative dates resolved against its own date; no claims.
Article find_mentions(const Rulebook& rulebook, const Document& document);

struct Indexed {
  std::size_t documents = 0;  ///< of the collection
  std::size_t extracted = 0;  ///< of these the ones that the store did not have, or not by these rules
  bool unchanged = false;     ///< nothing was written
  std::vector<Skipped> skipped;
};
/// Brings a store up to date with what lies at the paths: extracts what it lacks, forgets what is no longer there.
Result<Indexed> run_index(const Rulebook& rulebook, const std::vector<std::string>& paths, const std::string& store,
                          const RunOptions& options);

/// The report that run_report() would give on what the store was last brought up to date with, byte for byte. What
/// other rules extracted is extracted anew, and nothing written.
Result<Report> run_stored_report(const Rulebook& rulebook, const std::string& store, const RunOptions& options);

/// What articles say against each other, themselves and a store: the findings that quote one of them, as the report on the
/// store's collection with the articles behind it would have them. Reads of the store what they can be linked with and no
/// more. An article that the collection has too, by its id or its file, takes that one's place.
Result<Report> check_articles(const Rulebook& rulebook, const std::string& store, Corpus articles,
                              const RunOptions& options);

struct MentionsReceiver {
  std::function<bool(const Document&, const Article&)> mentions;  ///< false: no more is wanted
  std::function<void(const Skipped&)> skipped;
};

/// Mentions only, document by document in the order of reading, each forgotten before the next is read. How many inputs
/// were skipped.
Result<std::size_t> run_mentions(const Rulebook& rulebook, const std::vector<std::string>& paths,
                                 const RunOptions& options, const MentionsReceiver& receiver);

struct TrainingOptions {
  std::string facts;      ///< path of the annotated facts, JSONL; see training.cpp
  std::string leave_out;  ///< an event that nothing is learned from; empty: none
};

/// Fits the linker's models to annotated articles.
Result<Trained> run_training(const Rulebook& rulebook, const std::vector<std::string>& paths,
                             const TrainingOptions& training, const RunOptions& options);

/// How the claims of a finding hang together: of its group's links, those between its sides first, then those
/// between articles, the weakest first; a few at most.
std::vector<Explanation> explain_finding(const Rulebook& rulebook, const Report& report, const Finding& finding);
/// Why two claims are one fact, or are not.
Explanation explain_claims(const Rulebook& rulebook, const Report& report, std::uint32_t a, std::uint32_t b);

/// What a report and a training begin with: the documents of the paths, the rules of their languages known to be sound.
Result<Corpus> read_for_run(const Rulebook& rulebook, const std::vector<std::string>& paths, const RunOptions& options);
/// All documents through read…normalize.
std::vector<Article> extract_all(const Rulebook& rulebook, const std::vector<Document>& documents,
                                 const RunOptions& options);

/// What an example of a rule failed to show; one fault an example, none when all hold.
std::vector<Fault> test_rules(const Rulebook& rulebook, std::size_t& examples);

}  // namespace crosscheck
