// what      what people decided about findings: reviews, a baseline, comments in articles → which findings still count
// in → out  reviews.jsonl, an earlier report → Decisions; Decisions + Report → each finding's standing, and what decided nothing
// units     days as EDTF, "2027-01-01"; the day of the run is given, never asked of a clock
// owns      what it returns
// fails     bad lines of reviews.jsonl, all at once, each with file:line, what is wrong and the next step; a baseline that is
//           neither a report nor a list of fingerprints
// threads   pure but for the file system
// cost      linear in the reviews and the findings
// follows   SARIF's baselineState and suppressions; fingerprints as FORMATS has them: equal ones are counted, "…-2"
// tested by tests/unit/review_test.cpp
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/model.h"

namespace crosscheck {

/// Fingerprints that an earlier run told, as they stand there.
struct KnownFindings {
  std::string path;
  std::vector<std::string> fingerprints;  ///< sorted, each once
};

struct Decisions {
  std::vector<Review> reviews;  ///< in the order of writing: of two about one finding the later holds
  std::optional<KnownFindings> known;
  std::string today;  ///< EDTF day; empty: nothing expires
};

/// A file that is not there has no reviews: the first one is yet to be written.
Checked<std::vector<Review>> read_reviews(const std::string& path);
Checked<std::vector<Review>> parse_reviews(std::string_view text, const std::string& path);
/// One line. The fault names the field.
Result<Review> parse_review(std::string_view line, const std::string& where);
/// As a line of the file, without its end.
std::string review_line(const Review& review);

/// A report.json, or fingerprints, one a line, where the same one may stand several times.
Result<KnownFindings> read_known(const std::string& path);

/// Sets the standing of each finding, what became of each review, and the notices about comments. `whole`: the run has seen
/// all that the reviews and the baseline may speak of, so what it did not find is unused or has vanished.
void judge(const Decisions& decisions, Report& report, bool whole = true);

/// Does the finding quote this document?
bool touches(const Report& report, const Finding& finding, std::uint32_t document);

}  // namespace crosscheck
