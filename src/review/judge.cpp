// Who has the last word about a finding: first a comment in the article, then a person's review, then the baseline.
//   dismissed in reviews.jsonl until 2026-06-30, run on 2026-07-01 → the line has expired, the finding is open again
//   accepted or fixed → open: it was found right, or it is still there
// Whatever decided nothing is said too, for a suppression that silently does nothing is believed in. Comments of articles that
// are only compared with are applied and not told of: their authors are not asking.
#include <algorithm>
#include <map>

#include "base/date.h"
#include "review/review.h"

namespace crosscheck {
namespace {

/// Is the day over?
bool past(const std::string& until, const std::string& today) {
  const auto last = parse_edtf(until), now = parse_edtf(today);
  return last && now && last->last && now->first && *now->first > *last->last;
}

/// The claims that the finding stands on, with `take` until it says true.
template <class Take>
bool any_claim(const Report& report, const Finding& finding, Take&& take) {
  const auto one = [&](std::uint32_t claim) { return take(report.claims[claim]); };
  return std::any_of(finding.sides.begin(), finding.sides.end(),
                     [&](const Side& side) { return std::any_of(side.claims.begin(), side.claims.end(), one); }) ||
         std::any_of(finding.derivation.begin(), finding.derivation.end(),
                     [&](const Derivation& made) { return std::any_of(made.inputs.begin(), made.inputs.end(), one); });
}

bool silences(const Ignore& ignore, const Report& report, std::uint32_t document, const Finding& finding) {
  const bool check = std::any_of(ignore.checks.begin(), ignore.checks.end(),
                                 [&](const std::string& name) { return name == "all" || name == finding.check; });
  return check && any_claim(report, finding, [&](const Claim& claim) {
           return claim.document == document && claim.place.field == Field::text && claim.paragraph == ignore.paragraph;
         });
}

void apply_comment(const Ignore& ignore, std::uint32_t document, const std::string& today, Report& report) {
  const Document& article = report.documents[document];
  const bool asked = document >= report.facts.size() || report.facts[document].checked;
  const auto tell = [&](const char* code, const std::string& what) {
    if (!asked) return;
    report.notices.push_back(
        {code, what, article.path + ":" + std::to_string(ignore.line) + ":" + std::to_string(ignore.column)});
  };
  if (!ignore.fault.empty()) return tell("bad-comment", "this comment silences nothing: " + ignore.fault);
  if (past(ignore.until, today))
    return tell("expired-comment", "this comment held until " + ignore.until + "; take it out, or give it another day");
  bool used = false;
  for (Finding& finding : report.findings) {
    if (!silences(ignore, report, document, finding)) continue;
    used = true;
    if (finding.standing != Standing::open) continue;
    finding.standing = Standing::ignored;
    finding.ignored_for = ignore.reason;
  }
  if (!used)
    tell("unused-comment", "this comment silences nothing: no such finding speaks of the paragraph; take it out");
}

void apply_reviews(const std::string& today, bool whole, Report& report) {
  std::map<std::string, std::uint32_t> last;
  for (std::uint32_t i = 0; i < report.reviews.size(); ++i) last[report.reviews[i].fingerprint] = i;
  for (Review& review : report.reviews) review.use = ReviewUse::idle;
  for (const auto& [fingerprint, at] : last) {
    if (whole && report.reviews[at].state != ReviewState::open) report.reviews[at].use = ReviewUse::unused;
  }
  for (Finding& finding : report.findings) {
    const auto found = last.find(finding.fingerprint);
    if (found == last.end()) continue;
    Review& review = report.reviews[found->second];
    if (review.state == ReviewState::open) continue;
    finding.review = found->second;
    const bool expired = past(review.until, today);
    review.use = expired ? ReviewUse::expired : ReviewUse::applied;
    if (review.state == ReviewState::dismissed && !expired && finding.standing == Standing::open)
      finding.standing = Standing::dismissed;
  }
}

void apply_baseline(const KnownFindings& known, bool whole, Report& report) {
  Baseline baseline;
  baseline.path = known.path;
  std::vector<std::string> now;
  for (Finding& finding : report.findings) {
    if (finding.relation == Relation::agree || finding.relation == Relation::consistent) continue;
    now.push_back(finding.fingerprint);
    const bool was = std::binary_search(known.fingerprints.begin(), known.fingerprints.end(), finding.fingerprint);
    ++(was ? baseline.known : baseline.added);
    if (was && finding.standing == Standing::open) finding.standing = Standing::known;
  }
  std::sort(now.begin(), now.end());
  for (const std::string& fingerprint : known.fingerprints) {
    if (whole && !std::binary_search(now.begin(), now.end(), fingerprint)) baseline.vanished.push_back(fingerprint);
  }
  report.baseline = std::move(baseline);
}

}  // namespace

void judge(const Decisions& decisions, Report& report, bool whole) {
  for (std::uint32_t i = 0; i < report.documents.size(); ++i) {
    const std::vector<Ignore> ignores = report.documents[i].ignores;
    for (const Ignore& ignore : ignores) apply_comment(ignore, i, decisions.today, report);
  }
  report.reviews = decisions.reviews;
  apply_reviews(decisions.today, whole, report);
  if (decisions.known) apply_baseline(*decisions.known, whole, report);
}

bool touches(const Report& report, const Finding& finding, std::uint32_t document) {
  return any_claim(report, finding, [&](const Claim& claim) { return claim.document == document; });
}

}  // namespace crosscheck
