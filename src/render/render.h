// what      a Report in one format, as one string or in parts
// in → out  Report + Format + Look → text
// units     columns are terminal cells
// owns      nothing
// fails     never: a Report that check made can always be written
// threads   pure; the elements of a JSON are spread over the workers it is given, and its parts come one at a time
// cost      linear in the report
// follows   FORMATS (crosscheck.report/1), "The terminal report"; WCAG 2.2 AA for the page; SARIF 2.1.0, Ant's and Jenkins'
//           JUnit XML, GitHub's workflow commands, rdjson, RFC 4180, schema.org ClaimReview, W3C Web Annotation
// tested by tests/unit/render_test.cpp, tests/unit/hosts_test.cpp, tests/golden
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "base/result.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

namespace rendering {
class Overview;
}

enum class Format {
  text,
  json,
  markdown,
  html,
  sarif,
  junit,
  github,
  rdjson,
  claims_csv,
  findings_csv,
  claimreview,
  annotations
};

struct Look {
  bool colour = false;  ///< ANSI colour, for a terminal only
  int width = 100;      ///< wrap the terminal report here
  bool all = false;     ///< list what only one source says, too
  bool timings = false;
  bool findings_only = false;  ///< of the terminal report, what still counts of the findings that hosts are told of
  FailOn fail_on = FailOn::contradict;  ///< what hosts are told of, besides contradictions
};

/// Those of a name: one, or the two tables of "csv"; none for a name that no format has.
std::vector<Format> formats_named(std::string_view name);
std::string format_names();  ///< "text, json, md, html, …"
std::string_view file_name(
    Format format);  ///< "report.txt", "report.json", "report.md", "index.html", "report.sarif", …
std::string render(const Report& report, Format format, const Look& look);
using TakePart = std::function<void(std::string_view)>;

/// For several formats of one report: what all of them want to know of it is found out once.
class Renderer {
 public:
  /// Keeps a reference.
  explicit Renderer(const Report& report, const Workers& workers = {});
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  std::string render(Format format, const Look& look) const;
  /// The same in parts, which come in order: the whole of a large report never stands in memory.
  void render(Format format, const Look& look, const TakePart& take, const Workers& workers = {}) const;

 private:
  std::unique_ptr<const rendering::Overview> overview_;
};

/// What to say of reviews, baseline and comments that decided nothing, or are refused; for who does not read the text report.
std::vector<std::string> decisions_in_words(const Report& report);

/// One claim as a line of `crosscheck claims`, one document's mentions as a line of `crosscheck mentions`.
std::string render_claim(const Report& report, const Claim& claim);
std::string render_mentions(const Document& document, const Article& article);

/// The finding or the claim that a person means: "f3" or the beginning of a fingerprint; "c17", or a place as the
/// terminal report prints it, "brief.txt:7" or "brief.txt:7:1203". A fault names what there is.
Result<std::uint32_t> finding_named(const Report& report, std::string_view name);
Result<std::uint32_t> claim_named(const Report& report, std::string_view name);

/// A finding replayed in words: what each side says and how it was read, how the claims were linked (`links`), the rules,
/// and the test of their values.
std::string render_finding(const Report& report, const Rulebook& rulebook, const Finding& finding,
                           const std::vector<Explanation>& links, const Look& look);
/// Two claims, and why they are one fact or are not.
std::string render_explanation(const Report& report, const Rulebook& rulebook, const Explanation& why,
                               const Look& look);

}  // namespace crosscheck
