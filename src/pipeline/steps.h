// What a report and a gate begin with. Private to src/pipeline/.
#pragma once

#include <vector>

#include "pipeline/pipeline.h"

namespace crosscheck {

inline void begin(const RunOptions& options, Work work, std::size_t total) {
  if (options.progress != nullptr) options.progress->begin(work, total);
}
inline void step(const RunOptions& options) {
  if (options.progress != nullptr) options.progress->step();
}

struct CrossChecked {
  Report report;                ///< nothing judged or counted yet
  std::vector<Finding> unsure;  ///< less sure than was asked for
};
CrossChecked cross_check_all(const Rulebook& rulebook, Corpus corpus, const RunOptions& options);
/// The same where all documents are extracted already, and packed.
CrossChecked cross_check_all(const Rulebook& rulebook, Corpus corpus, std::vector<Article> articles,
                             const RunOptions& options, const Workers& workers);

/// Whether a run saw all of the corpus: what it did not find is gone only then.
enum class Seen : std::uint8_t { whole, part };

/// Judges the report. What is too unsure to be told still answers to its review: it is neither unused nor gone.
void judge_all(CrossChecked& all, const Decisions& decisions, Seen seen);

/// All of it, judged.
Report told(CrossChecked all, const RunOptions& options);
/// What touches the documents that are `checked`, judged; ids stay those of the whole.
Report told_of(CrossChecked all, const std::vector<bool>& checked, const RunOptions& options, Seen seen);

}  // namespace crosscheck
