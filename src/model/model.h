// what      the nouns of a run over many documents: Link, Group, Finding, Report; those of one are in model/article.h
// in → out  – (every room takes and gives these)
// units     indices into Report::claims and Report::documents; days (base/date.h)
// owns      a Report owns its documents and claims; everything else holds indices
// fails     never: no behaviour beyond invariants
// threads   values
// cost      plain structs
// follows   FORMATS for names
// tested by tests/unit/model_test.cpp, and by every room's tests
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/article.h"

namespace crosscheck {

// ---- what `link`, `check` and the report say -----------------------------------------------

struct Link {
  std::uint32_t a = 0, b = 0;
  double probability = 0;
};

struct Group {
  std::string id;
  std::string label;  ///< "Acme's valuation"
  std::string attribute;
  std::vector<std::uint32_t> claims;  ///< indices into Report::claims, ascending
  double confidence = 0;              ///< of the weakest link that holds it together
};

struct DocumentFacts {  ///< what the run found out about a document
  std::string story;    ///< "s3"
  std::optional<std::uint32_t> copy_of;
  ClaimTime published;
  std::string headline;  ///< the title, or the first heading of the text
  bool checked = true;   ///< one of the articles in question; false: it was only read to compare them with
};

/// Two claims that stand at one place of two versions of a text and do not say the same.
struct VersionDifference {
  std::uint32_t a = 0, b = 0;    ///< claims, of the earlier and the later version
  std::string check;             ///< "value", "date", "sign", "unit"
  std::string a_words, b_words;  ///< sign and unit: the words that differ; one may be empty
  double confidence = 0;         ///< that it is one fact
};

/// Two documents that are one item: a text and its correction, repeat or rewrite.
struct VersionPair {
  std::uint32_t a = 0, b = 0;  ///< documents, the earlier first
  bool labelled = false;       ///< one says that it corrects
  bool one_form_only = false;  ///< not one item, but two that share a form: "3RD QTR NET" of two companies
  bool moved = false;          ///< the later says that the thing itself has moved
  bool whole = false;          ///< either may stand for the other; else one is a note on the other
  std::vector<std::pair<std::uint32_t, std::uint32_t>> same;  ///< claims that say the same at one place
  std::vector<VersionDifference> differences;
};

/// What `link` hands to `check`.
struct Linked {
  std::vector<Claim> claims;         ///< of all documents, in corpus order
  std::vector<Group> groups;         ///< two claims or more each
  std::vector<DocumentFacts> facts;  ///< one a document
  std::vector<Link> links;           ///< the pairs that hold the groups together
  std::vector<ArithmeticReading> arithmetic;
  std::vector<CorrectionNote> corrections;
  std::vector<VersionPair> versions;
};

/// One thing that a model looks at, and by how much it moved the log-odds that two claims are of one fact.
struct Evidence {
  std::string words;
  double weight = 0;
};

/// What one judge said of two claims.
struct Verdict {
  std::string of;  ///< what it looked at
  double probability = 0;
  double least = 0;                  ///< what a link takes; 0: it only feeds the next judge
  double start = 0;                  ///< a model's log-odds before any evidence
  std::vector<Evidence> evidence;    ///< a model's, strongest first
  std::vector<std::string> reasons;  ///< those of a judge by rules
};

/// Why `link` took two claims for one fact, or did not.
struct Explanation {
  std::uint32_t a = 0, b = 0;       ///< a < b
  bool together = false;            ///< they stand in one group
  std::vector<std::uint32_t> path;  ///< together: claims from a to b, each linked to the next
  std::vector<Verdict> verdicts;    ///< in the order of judging; empty: they never met
  std::string barred;               ///< what kept them apart besides the verdicts; empty: nothing
};

enum class Relation : std::uint8_t { agree, compatible, update, contradict, consistent, inconsistent };
constexpr std::size_t kRelations = 6;
enum class Severity : std::uint8_t { info, warning, error };

struct Side {
  std::string value;                  ///< "157000000000 USD", "2025-11-03"
  std::string words;                  ///< "$157 billion", "3 November 2025"
  std::vector<std::uint32_t> claims;  ///< empty when the value is implied, see the derivation
  Interval interval;                  ///< quantities
  TimeValue when;                     ///< dates and as-of dates
  std::uint32_t sources = 0;          ///< independent documents behind it
};

struct Derivation {
  std::string formula;                ///< "stake_value / stake"
  std::string words;                  ///< "$135 billion ÷ 27 % = $500 billion (489.1 to 511.3)"
  std::vector<std::uint32_t> inputs;  ///< claims
  std::string result;                 ///< "500000000000 USD"
};

// ---- what people have decided about findings --------------------------------------------------

/// `open` takes back what earlier lines said.
enum class ReviewState : std::uint8_t { open, accepted, dismissed, fixed };
/// What became of a line in a run. `idle`: it decides nothing, or a later line about the same finding does.
enum class ReviewUse : std::uint8_t { applied, idle, unused, expired };

/// One line of reviews.jsonl.
struct Review {
  std::string fingerprint;
  ReviewState state = ReviewState::open;
  std::string reason, note, by, at;
  std::string until;  ///< "2027-01-01": holds to the end of that day; empty: for good
  std::string where;  ///< "reviews.jsonl:3"
  ReviewUse use = ReviewUse::unused;
};

/// Does a finding count when a run is judged? `known`: the baseline has it; `dismissed`: by a person's review;
/// `ignored`: by a comment in the article.
enum class Standing : std::uint8_t { open, known, dismissed, ignored };

/// What was found in an earlier run, and what became of it.
struct Baseline {
  std::string path;
  std::size_t known = 0, added = 0;   ///< findings that it has, and those that are new
  std::vector<std::string> vanished;  ///< fingerprints that it has and the run does not
};

/// Something to tell that is no finding: a comment that is refused, or serves nothing.
struct Notice {
  std::string code, what;
  std::string where;  ///< "brief.txt:7:1"
};

struct Finding {
  std::string id, fingerprint;
  Relation relation = Relation::agree;
  std::string check;
  Severity severity = Severity::info;
  double confidence = 0;
  std::optional<std::uint32_t> group;
  std::string summary, explanation;
  std::string slip;  ///< the one slip that would reconcile them; empty when none does
  std::vector<Side> sides;
  std::vector<Derivation> derivation;
  std::vector<std::string> rules;  ///< ids of the rules behind it
  Standing standing = Standing::open;
  std::optional<std::uint32_t> review;  ///< of Report::reviews: the line about it that holds
  std::string ignored_for;              ///< the reason that the comment gives
};

/// The findings that a run fails on: those that cannot be true; updates too; whatever is told in two ways; none.
enum class FailOn : std::uint8_t { contradict, update, compatible, never };
/// By its relation and standing.
bool fails(const Finding& finding, FailOn fail_on);
/// By its relation alone.
bool is_clash(Relation relation);

/// A kind of check, for those who meet its name in a report, a comment or a CI system.
struct CheckKind {
  std::string_view name;   ///< "as-of-date"
  std::string_view title;  ///< "One figure told of two times"
  std::string_view help;   ///< what it means and what to look at, a few sentences
};
std::span<const CheckKind> check_kinds();
/// Nothing for a name that no check has.
const CheckKind* check_kind(std::string_view name);

struct Timing {
  std::string room;
  double milliseconds = 0;
};

struct Report {
  std::string name, version, rules_digest;
  std::vector<Document> documents;
  std::vector<DocumentFacts> facts;  ///< one a document
  std::vector<Claim> claims;
  std::vector<Group> groups;
  std::vector<Link> links;                         ///< the pairs that hold the groups together
  std::vector<Finding> findings;                   ///< worst first
  std::array<std::size_t, kRelations> withheld{};  ///< by relation: how many more were too unsure to tell
  std::vector<Skipped> skipped;
  std::vector<Timing> timings;
  std::vector<Review> reviews;  ///< as given, each with what became of it
  std::optional<Baseline> baseline;
  std::vector<Notice> notices;
};

/// For same_names(), inside a document and across a story.
NameFacts facts_of(const Entity& entity);

/// Two entity keys: the same, one a part of the other at either end ("acme" and "acme cloud"), or neither.
enum class NameMatch : std::uint8_t { none, related, same };
NameMatch compare_names(std::string_view a, std::string_view b);

/// Is the date part of a wire story's opening ("LONDON, March 4, 2026 (Newsroom) - ...") or of a dateline?
bool in_dateline(const Article& article, const Mention& date);

/// A row of a table, or the period above rows: linked by what it is, and by no model.
bool of_table(const Claim& claim);
/// Those of one document among claims in corpus order: begin and end of them.
std::pair<std::uint32_t, std::uint32_t> claims_of(const std::vector<Claim>& claims, std::uint32_t document);
/// "Acme Corp's net, 3rd quarter, year before"
std::string row_label(const Claim& claim);

/// Whose article it is, in small letters: its source, or the host of a source or an address that is a URL; empty: not known.
std::string publisher_of(const Document& document);

std::string_view quote_of(const Report& report, const Claim& claim);
std::string_view surface_of(const Report& report, const Claim& claim);

// ---- names as FORMATS spells them -----------------------------------------------------------

std::string_view name_of(MentionKind kind);
std::string_view name_of(Bound bound);
std::string_view name_of(Relation relation);
std::string_view name_of(Severity severity);
std::string_view name_of(Modality modality);
std::string_view name_of(TimeBasis basis);
std::string_view name_of(Behaviour behaviour);
std::string_view name_of(ReviewState state);
std::string_view name_of(ReviewUse use);
std::string_view name_of(Standing standing);
/// FORMATS' `value` of a quantity: "157000000000", "[12,15]", "(30,)".
std::string value_text(const Quantity& quantity);
/// FORMATS' `value` of a dated claim: "2025-11-03", "2025-11-03T15:00", "T15:00"; where the article's own date is not
/// known the way from it as TIMEX3 offsets have it, "-P1M" for "last month"; empty when that says it no better.
std::string when_text(const Claim& claim);

}  // namespace crosscheck
