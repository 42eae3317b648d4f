// What a report and a gate begin with. Private to src/pipeline/.
#pragma once

#include <vector>

#include "pipeline/pipeline.h"

namespace crosscheck {

struct CrossChecked {
  Report report;                ///< nothing judged or counted yet
  std::vector<Finding> unsure;  ///< less sure than was asked for
};
CrossChecked cross_check_all(const Rulebook& rulebook, Corpus corpus, const RunOptions& options);

/// Judges the report. What is too unsure to be told still answers to its review: it is neither unused nor gone.
void judge_all(CrossChecked& all, const Decisions& decisions);

}  // namespace crosscheck
