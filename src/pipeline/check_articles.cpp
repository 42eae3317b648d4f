// One new article against twenty thousand: it is extracted, `link` gathers from the store the few it can be linked with, and
// what `check` finds among these is cut down to what quotes the article.
//   crosscheck check draft.txt --against reuters.store     → 40 of 21,578 articles are read
// The report lists the articles that are quoted; its stories bear the collection's numbers.
#include <algorithm>
#include <set>
#include <utility>

#include "check/check.h"
#include "pipeline/comments.h"
#include "pipeline/lookups.h"
#include "pipeline/steps.h"
#include "pipeline/stored.h"

namespace crosscheck {
namespace {

/// Articles of the collection that the new ones are another state of.
Result<std::vector<std::uint32_t>> taken_over(Store& store, const std::vector<Document>& documents) {
  std::set<std::uint32_t> gone;
  for (const Document& document : documents) {
    const auto by_id = store.number_of(document.id), by_file = store.number_at(canonical(document));
    if (!by_id.ok()) return by_id.fault();
    if (!by_file.ok()) return by_file.fault();
    if (by_id.value()) gone.insert(*by_id.value());
    if (by_file.value()) gone.insert(*by_file.value());
  }
  return std::vector<std::uint32_t>(gone.begin(), gone.end());
}

CrossChecked checked_in(const Rulebook& rulebook, Circle circle, const RunOptions& options, const Workers& workers) {
  CrossChecked all;
  Report& report = all.report;
  report.version = CROSSCHECK_VERSION;
  Findings findings = check(circle.documents, circle.linked, rulebook, options.min_confidence, workers);
  report.findings = std::move(findings.findings);
  all.unsure = std::move(findings.withheld);
  report.documents = std::move(circle.documents);
  report.claims = std::move(circle.linked.claims);
  report.groups = std::move(circle.linked.groups);
  report.links = std::move(circle.linked.links);
  report.facts = std::move(circle.linked.facts);
  return all;
}

}  // namespace

Result<Report> check_articles(const Rulebook& rulebook, const std::string& path, Corpus articles,
                              const RunOptions& options) {
  auto store = Store::open(path, Store::Access::read);
  if (!store.ok()) return store.fault();
  const auto made = store.value().note("made_by");
  if (!made.ok()) return made.fault();
  if (made.value().empty())
    return Fault{Who::setup, "unfilled-store",
                 "this store was never filled to its end; go on with `crosscheck index CORPUS --store FILE`", path};
  const std::string digest = rulebook.digest();
  if (made.value() != made_by(digest))
    return Fault{Who::setup, "stale-store",
                 "other rules or another crosscheck filled this store; bring it up to date with "
                 "`crosscheck index CORPUS --store FILE`",
                 path};
  const auto gone = taken_over(store.value(), articles.documents);
  if (!gone.ok()) return gone.fault();
  const auto workers = start_workers(options.threads);
  std::vector<Article> extracted(articles.documents.size());
  begin(options, Work::extracting, extracted.size());
  workers->each(extracted.size(), [&](std::size_t i) {
    extracted[i] = extract(rulebook, articles.documents[i], static_cast<std::uint32_t>(i));
    place_comments(extracted[i], articles.documents[i]);
    step(options);
  });
  begin(options, Work::linking, extracted.size());
  StoredCollection collection(store.value());
  Circle circle =
      link_against(collection, gone.value(), std::move(articles.documents), std::move(extracted), rulebook, *workers);
  if (collection.fault()) return *collection.fault();
  const std::uint32_t first_new = circle.first_new;
  CrossChecked all = checked_in(rulebook, std::move(circle), options, *workers);
  all.report.name = articles.name;
  all.report.rules_digest = digest;
  all.report.skipped = std::move(articles.skipped);
  std::vector<bool> checked(all.report.documents.size());
  std::fill(checked.begin() + first_new, checked.end(), true);
  return told_of(std::move(all), checked, options, Seen::part);
}

}  // namespace crosscheck
