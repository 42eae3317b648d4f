// The gate: articles read beside a corpus, cross-checked with all of it, and of the outcome what touches them.
//   crosscheck check drafts/quake.txt --against archive/     2,000 documents go through the rooms; the report holds quake.txt,
//   the three articles that its findings quote, and nothing else
// Ids and fingerprints are those of the whole run, so that `explain` and a report on the corpus use the same. A store takes the
// corpus' part in check_articles.cpp, and what it gives is cut down here, too.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "pipeline/steps.h"
#include "pipeline/verify.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

/// The file behind a document by its real name, and the row in it: one key for one text, however it is reached.
std::string key_of(const Document& document) {
  std::error_code error;
  std::string row;
  fs::path file = document.path;
  if (const std::size_t mark = document.path.rfind(".jsonl#"); mark != std::string::npos && !fs::exists(file, error)) {
    constexpr std::size_t kEnding = 6;
    row = document.path.substr(mark + kEnding);
    file = document.path.substr(0, mark + kEnding);
  }
  const fs::path real = fs::weakly_canonical(file, error);
  return (error ? file : real).native() + row;
}

struct Merged {
  Corpus corpus;
  std::vector<bool> checked;  ///< one a document
  std::vector<Notice> notices;
};

/// An id that another document has gives way to the path.
void add_article(Document article, std::map<std::string, std::string>& path_of_id, Merged& into) {
  if (const auto taken = path_of_id.find(article.id); taken != path_of_id.end()) {
    into.notices.push_back({"same-id",
                            "its id \"" + article.id + "\" is also that of " + taken->second +
                                "; it goes by its path here; give one of them another id",
                            article.path});
    article.id = article.path;
    const std::string stem = article.id;
    for (int copy = 2; path_of_id.contains(article.id); ++copy) article.id = stem + "#" + std::to_string(copy);
  }
  path_of_id.emplace(article.id, article.path);
  into.corpus.documents.push_back(std::move(article));
  into.checked.push_back(true);
}

/// The corpus in its order, then the articles that are not in it.
Merged merge(Corpus articles, Corpus against) {
  Merged merged;
  merged.corpus.name = articles.name;
  merged.corpus.skipped = std::move(articles.skipped);
  for (Skipped& skipped : against.skipped) {
    const auto same = [&](const Skipped& other) { return other.path == skipped.path; };
    if (std::none_of(merged.corpus.skipped.begin(), merged.corpus.skipped.end(), same))
      merged.corpus.skipped.push_back(std::move(skipped));
  }
  std::map<std::string, std::size_t> by_key;
  for (std::size_t i = 0; i < articles.documents.size(); ++i) by_key.emplace(key_of(articles.documents[i]), i);
  std::set<std::size_t> placed;
  std::map<std::string, std::string> path_of_id;
  for (Document& document : against.documents) {
    const auto own = by_key.find(key_of(document));
    merged.checked.push_back(own != by_key.end());
    if (own != by_key.end()) {
      document.path = articles.documents[own->second].path;
      placed.insert(own->second);
    }
    path_of_id.emplace(document.id, document.path);
    merged.corpus.documents.push_back(std::move(document));
  }
  for (const auto& [key, i] : by_key) {
    if (!placed.contains(i)) add_article(std::move(articles.documents[i]), path_of_id, merged);
  }
  return merged;
}

/// What is kept of a report, and by which number it goes then.
class Kept {
 public:
  explicit Kept(std::size_t size) : now_(size, kNone) {}
  void keep(std::uint32_t index) { now_[index] = 0; }
  bool has(std::uint32_t index) const { return now_[index] != kNone; }
  void number() {
    std::uint32_t next = 0;
    for (std::uint32_t& now : now_) {
      if (now != kNone) now = next++;
    }
  }
  std::uint32_t operator[](std::uint32_t index) const { return now_[index]; }
  void renumber(std::vector<std::uint32_t>& indices) const {
    for (std::uint32_t& index : indices) index = now_[index];
  }
  template <class Thing>
  void filter(std::vector<Thing>& things) const {
    std::size_t to = 0;
    for (std::size_t from = 0; from < things.size(); ++from) {
      if (now_[from] == kNone) continue;
      if (to != from) things[to] = std::move(things[from]);
      ++to;
    }
    things.resize(to);
  }

 private:
  static constexpr auto kNone = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> now_;
};

bool touches_article(const Report& report, const Finding& finding) {
  const auto checked = [&](std::uint32_t claim) { return report.facts[report.claims[claim].document].checked; };
  return std::any_of(finding.sides.begin(), finding.sides.end(),
                     [&](const Side& side) { return std::any_of(side.claims.begin(), side.claims.end(), checked); }) ||
         std::any_of(finding.derivation.begin(), finding.derivation.end(), [&](const Derivation& made) {
           return std::any_of(made.inputs.begin(), made.inputs.end(), checked);
         });
}

/// Cuts a report down to what touches its articles; indices follow, ids stay.
class Restriction {
 public:
  explicit Restriction(Report& report)
      : report_(report),
        documents_(report.documents.size()),
        claims_(report.claims.size()),
        groups_(report.groups.size()) {}

  void apply() {
    std::erase_if(report_.findings, [&](const Finding& finding) { return !touches_article(report_, finding); });
    keep_claims();
    keep_anchors();
    keep_documents();
    claims_.number();
    groups_.number();
    documents_.number();
    renumber_claims();
    renumber_findings();
    renumber_rest();
  }

 private:
  void keep_claims() {
    for (std::uint32_t i = 0; i < report_.claims.size(); ++i) {
      if (report_.facts[report_.claims[i].document].checked) claims_.keep(i);
    }
    for (const Finding& finding : report_.findings) {
      for (const Side& side : finding.sides) keep(side.claims);
      for (const Derivation& made : finding.derivation) keep(made.inputs);
      if (finding.group) groups_.keep(*finding.group);
    }
    for (std::uint32_t i = 0; i < report_.groups.size(); ++i) {
      const auto& claims = report_.groups[i].claims;
      if (!groups_.has(i) && std::none_of(claims.begin(), claims.end(), [&](auto claim) { return claims_.has(claim); }))
        continue;
      groups_.keep(i);
    }
    for (std::uint32_t i = 0; i < report_.groups.size(); ++i) {
      if (groups_.has(i)) keep(report_.groups[i].claims);
    }
  }
  void keep(const std::vector<std::uint32_t>& claims) {
    for (const std::uint32_t claim : claims) claims_.keep(claim);
  }
  /// The dated claims by which kept ones were resolved, and those of these.
  void keep_anchors() {
    for (bool grown = true; grown;) {
      grown = false;
      for (std::uint32_t i = 0; i < report_.claims.size(); ++i) {
        const auto& anchor = report_.claims[i].time.anchor;
        if (!claims_.has(i) || !anchor || claims_.has(*anchor)) continue;
        claims_.keep(*anchor);
        grown = true;
      }
    }
  }
  void keep_documents() {
    for (std::uint32_t i = 0; i < report_.documents.size(); ++i) {
      if (report_.facts[i].checked) documents_.keep(i);
    }
    for (std::uint32_t i = 0; i < report_.claims.size(); ++i) {
      if (claims_.has(i)) documents_.keep(report_.claims[i].document);
    }
    for (std::uint32_t i = 0; i < report_.documents.size(); ++i) {
      if (documents_.has(i) && report_.facts[i].copy_of) documents_.keep(*report_.facts[i].copy_of);
    }
  }
  void renumber_claims() {
    claims_.filter(report_.claims);
    for (Claim& claim : report_.claims) {
      claim.document = documents_[claim.document];
      if (claim.time.anchor) claim.time.anchor = claims_[*claim.time.anchor];
    }
    groups_.filter(report_.groups);
    for (Group& group : report_.groups) claims_.renumber(group.claims);
  }
  void renumber_findings() {
    for (Finding& finding : report_.findings) {
      for (Side& side : finding.sides) claims_.renumber(side.claims);
      for (Derivation& made : finding.derivation) claims_.renumber(made.inputs);
      if (finding.group) finding.group = groups_[*finding.group];
    }
  }
  void renumber_rest() {
    std::erase_if(report_.links, [&](const Link& link) { return !claims_.has(link.a) || !claims_.has(link.b); });
    for (Link& link : report_.links) link = {claims_[link.a], claims_[link.b], link.probability};
    documents_.filter(report_.documents);
    documents_.filter(report_.facts);
    for (DocumentFacts& facts : report_.facts) {
      if (!facts.copy_of) continue;
      const bool kept = documents_.has(*facts.copy_of);
      facts.copy_of = kept ? std::optional(documents_[*facts.copy_of]) : std::nullopt;
    }
  }

  Report& report_;
  Kept documents_, claims_, groups_;
};

}  // namespace

Report told_of(CrossChecked all, const std::vector<bool>& checked, const RunOptions& options, Seen seen) {
  Report& report = all.report;
  for (std::size_t i = 0; i < checked.size(); ++i) report.facts[i].checked = checked[i];
  for (const Finding& finding : all.unsure) {
    if (touches_article(report, finding)) ++report.withheld[static_cast<std::size_t>(finding.relation)];
  }
  judge_all(all, options.decisions, seen);
  Restriction(report).apply();
  verify(report);
  return std::move(report);
}

Result<Report> run_check(const Rulebook& rulebook, const std::vector<std::string>& articles,
                         const std::vector<std::string>& against, const RunOptions& options) {
  auto own = read_for_run(rulebook, articles, options);
  if (!own.ok()) return own.fault();
  Result<Corpus> other = against.empty() ? Result<Corpus>(Corpus{}) : read_for_run(rulebook, against, options);
  if (!other.ok()) return other.fault();
  Merged merged = merge(std::move(own).value(), std::move(other).value());
  CrossChecked all = cross_check_all(rulebook, std::move(merged.corpus), options);
  all.report.notices = std::move(merged.notices);
  return told_of(std::move(all), merged.checked, options, Seen::whole);
}

Result<Report> run_stored_check(const Rulebook& rulebook, const std::vector<std::string>& articles,
                                const std::string& store, const RunOptions& options) {
  auto own = read_for_run(rulebook, articles, options);
  return own.ok() ? check_articles(rulebook, store, std::move(own).value(), options) : Result<Report>(own.fault());
}

}  // namespace crosscheck
