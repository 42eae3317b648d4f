// What people decided, in words. Of a run with a baseline and three reviews:
//   Of 5 findings, 1 is dismissed and 2 are known from base.json; 2 are new.
//   1 review decides nothing, for its finding is gone: reviews.jsonl:3 (dismissed).
// Said once at the end of a report, and beside each finding that it is about; the JSON has every line with its use.
#include <algorithm>

#include "render/overview.h"
#include "render/render.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kShown = 10;

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i) out += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kShown) out += " and " + grouped(std::to_string(names.size() - kShown)) + " more";
  return out;
}

std::size_t standing_at(const Report& report, Standing standing) {
  return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                [&](const Finding& finding) { return finding.standing == standing; }));
}

std::string standings_words(const Report& report) {
  std::string out;
  const auto add = [&](Standing standing, const std::string& words) {
    if (const std::size_t count = standing_at(report, standing); count != 0)
      out += (out.empty() ? "" : ", ") + grouped(std::to_string(count)) + " " + words;
  };
  add(Standing::dismissed, "dismissed by review");
  add(Standing::ignored, "silenced by a comment");
  if (report.baseline) add(Standing::known, "known from " + plain(report.baseline->path));
  return out.empty() ? "" : "Of the findings: " + out + ". These do not fail the run.";
}

std::string reviews_words(const Report& report, ReviewUse use, const std::string& one, const std::string& many,
                          const std::string& what) {
  std::vector<std::string> names;
  for (const Review& review : report.reviews) {
    if (review.use == use) names.push_back(plain(review.where) + " (" + std::string(name_of(review.state)) + ")");
  }
  return names.empty()
             ? ""
             : (names.size() == 1 ? one : grouped(std::to_string(names.size())) + many) + what + listed(names) + ".";
}

}  // namespace

std::string decision_words(const Report& report, const Finding& finding) {
  if (finding.standing == Standing::ignored) return "silenced by a comment: " + plain(finding.ignored_for);
  if (finding.review) {
    const Review& review = report.reviews[*finding.review];
    std::string out(name_of(review.state));
    if (!review.by.empty()) out += " by " + plain(review.by);
    if (!review.reason.empty()) out += ": " + plain(review.reason);
    if (!review.note.empty()) out += (review.reason.empty() ? ": " : "; ") + plain(review.note);
    if (!review.until.empty())
      out += " (until " + review.until + (review.use == ReviewUse::expired ? ", which is past)" : ")");
    if (review.state == ReviewState::fixed) out += ", and still here";
    return out;
  }
  return finding.standing == Standing::known ? "known from the baseline" : "";
}

std::vector<std::string> decided_words(const Report& report) {
  std::vector<std::string> out;
  const auto add = [&](std::string words) {
    if (!words.empty()) out.push_back(std::move(words));
  };
  add(standings_words(report));
  add(reviews_words(report, ReviewUse::expired, "1 review", " reviews", " expired, so the finding counts again: "));
  add(reviews_words(report, ReviewUse::unused, "1 review", " reviews", " found nothing to decide, take them out: "));
  if (report.baseline && !report.baseline->vanished.empty())
    add(counted(report.baseline->vanished.size(), "finding", "findings") + " of the baseline " +
        (report.baseline->vanished.size() == 1 ? "is" : "are") + " gone: " + listed(report.baseline->vanished) + ".");
  for (const Notice& notice : report.notices) add(plain(notice.where) + ": " + plain(notice.what) + ".");
  return out;
}

}  // namespace crosscheck::rendering

namespace crosscheck {

std::vector<std::string> decisions_in_words(const Report& report) { return rendering::decided_words(report); }

}  // namespace crosscheck
