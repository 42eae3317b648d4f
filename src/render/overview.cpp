// A report seen from above. Of two documents "a/brief.txt" and "b/brief.txt" the names are the whole paths, of
// "news/brief.txt" alone it is "brief.txt"; a fact that stands in no finding is "said once", however often its
// one article repeats it. It counts and names; it judges nothing.
#include "render/overview.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "render/words.h"

namespace crosscheck::rendering {
namespace {

/// The last `parts` parts of a path.
std::string path_end(const std::string& path, std::size_t parts) {
  std::size_t at = path.size();
  for (std::size_t i = 0; i < parts && at != std::string::npos && at > 0; ++i) at = path.rfind('/', at - 1);
  return at == std::string::npos || at == 0 ? path : path.substr(at + 1);
}

constexpr std::size_t kMostParts = 4;   // of a path, before the whole of it is shown
constexpr std::size_t kBriefSaves = 6;  // bytes, or a name is not worth shortening

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

/// "Third", "at 3 p.m.", "last month" of an unknown date, "4th qtr" over rows: said of something else, and nothing to look up
/// by itself.
bool by_the_way(const Claim& claim) {
  return claim.kind == MentionKind::ordinal || (claim.dated() && !claim.when.known()) || claim.rule == "table/period";
}

}  // namespace

Overview::Overview(const Report& report, const Workers& workers) : report_(&report) {
  workers.each(2, [&](std::size_t task) {
    if (task == 0) {
      name_documents();
      shorten_names();
    } else {
      index_findings();
      find_said_once();
    }
  });
  std::set<std::string> stories;
  for (std::uint32_t i = 0; i < report.documents.size(); ++i) {
    if (!is_copy(i)) ++independent_;
    gate_ = gate_ || (facts(i) != nullptr && !facts(i)->checked);
    const DocumentFacts* known = facts(i);
    if (known != nullptr && !known->story.empty()) stories.insert(known->story);
  }
  stories_ = stories.size();
}

void Overview::name_documents() {
  const auto& documents = report_->documents;
  names_.resize(documents.size());
  std::map<std::string, std::size_t> with_path;
  for (const Document& document : documents) ++with_path[document.path];
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    const Document& document = documents[i];
    if (document.path.empty() || document.path == "-") {
      names_[i] = plain(document.id);
    } else if (with_path[document.path] > 1) {
      names_[i] = plain(path_end(document.path, 1) + "#" + document.id);
    } else {
      open.push_back(i);
    }
  }
  for (std::size_t parts = 1; parts <= kMostParts && !open.empty(); ++parts) {
    std::map<std::string, std::size_t> taken;
    for (const std::uint32_t i : open) ++taken[path_end(documents[i].path, parts)];
    std::vector<std::uint32_t> left;
    for (const std::uint32_t i : open) {
      const std::string end = path_end(documents[i].path, parts);
      if (taken[end] == 1)
        names_[i] = plain(end);
      else
        left.push_back(i);
    }
    open = std::move(left);
  }
  for (const std::uint32_t i : open) names_[i] = plain(documents[i].path);
}

/// "brief-acme-globex.txt" → "brief-…": up to the first "-" or "_" behind what two names share.
void Overview::shorten_names() {
  std::vector<std::uint32_t> order(names_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return names_[a] < names_[b]; });
  brief_names_ = names_;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string& name = names_[order[i]];
    std::size_t shared = 0;
    if (i > 0) shared = common_prefix(name, names_[order[i - 1]]);
    if (i + 1 < order.size()) shared = std::max(shared, common_prefix(name, names_[order[i + 1]]));
    const std::size_t part = name.find_first_of("-_", std::max<std::size_t>(shared, 3));
    if (part != std::string::npos && part + kBriefSaves < name.size()) {
      brief_names_[order[i]] = name.substr(0, part + 1) + "…";
    }
  }
}

void Overview::index_findings() {
  findings_with_.resize(report_->claims.size());
  const auto add = [&](std::uint32_t claim, std::uint32_t finding) {
    auto& known = findings_with_[claim];
    if (known.empty() || known.back() != finding) known.push_back(finding);
  };
  for (std::uint32_t i = 0; i < report_->findings.size(); ++i) {
    const Finding& finding = report_->findings[i];
    findings_of_[static_cast<std::size_t>(finding.relation)].push_back(i);
  }
  for (const Relation relation : kReadingOrder) {
    for (const std::uint32_t i : findings(relation)) {
      for (const Side& side : report_->findings[i].sides) {
        for (const std::uint32_t claim : side.claims) add(claim, i);
      }
      for (const Derivation& derivation : report_->findings[i].derivation) {
        for (const std::uint32_t claim : derivation.inputs) add(claim, i);
      }
    }
  }
}

void Overview::find_said_once() {
  const Report& report = *report_;
  group_with_.resize(report.claims.size());
  for (std::uint32_t g = 0; g < report.groups.size(); ++g) {
    for (const std::uint32_t claim : report.groups[g].claims) group_with_[claim] = g;
  }
  std::vector<bool> told(report.groups.size(), false);
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    if (!findings_with_[i].empty() && group_with_[i]) told[*group_with_[i]] = true;
  }
  // "2019" in "invested $1 billion in 2019" is that claim's time; it says nothing more by itself.
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> times;
  for (const Claim& claim : report.claims) {
    if (!claim.dated() && !claim.time.span.empty())
      times.emplace_back(claim.document, claim.time.span.begin, claim.time.span.end);
  }
  std::sort(times.begin(), times.end());
  for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
    if (!findings_with_[i].empty()) continue;
    const Claim& claim = report.claims[i];
    const bool only_a_time =
        claim.dated() && claim.rule == "generic" &&
        std::binary_search(times.begin(), times.end(),
                           std::tuple(claim.document, claim.place.span.begin, claim.place.span.end));
    if (only_a_time || by_the_way(claim)) continue;
    if (group_with_[i]) {
      if (told[*group_with_[i]]) continue;
      told[*group_with_[i]] = true;
    }
    said_once_.push_back(i);
  }
  std::stable_partition(said_once_.begin(), said_once_.end(),
                        [&](std::uint32_t i) { return report.claims[i].rule != "generic"; });
}

const Group* Overview::group_with(std::uint32_t claim) const {
  return group_with_[claim] ? &report_->groups[*group_with_[claim]] : nullptr;
}

const DocumentFacts* Overview::facts(std::uint32_t document) const {
  return document < report_->facts.size() ? &report_->facts[document] : nullptr;
}

bool Overview::is_copy(std::uint32_t document) const {
  const DocumentFacts* known = facts(document);
  return known != nullptr && known->copy_of.has_value();
}

std::string Overview::published(std::uint32_t document) const {
  const Document& given = report_->documents[document];
  if (!given.published.empty()) return given.published;
  const DocumentFacts* known = facts(document);
  return known == nullptr ? "" : to_edtf(known->published.value);
}

std::string Overview::headline(std::uint32_t document) const {
  const Document& given = report_->documents[document];
  if (!given.title.empty()) return given.title;
  const DocumentFacts* known = facts(document);
  return known != nullptr && !known->headline.empty() ? known->headline : given.id;
}

std::string Overview::located(const std::string& name, const Claim& claim) const {
  return name + spot_words(report_->documents[claim.document], claim.place);
}

std::string Overview::location(std::uint32_t claim) const {
  const Claim& said = report_->claims[claim];
  return located(names_[said.document], said);
}

std::string Overview::brief_location(std::uint32_t claim) const {
  const Claim& said = report_->claims[claim];
  return located(brief_names_[said.document], said);
}

std::string Overview::label(std::uint32_t claim) const {
  const Group* group = group_with(claim);
  return group != nullptr && !group->label.empty() ? group->label : claim_label(report_->claims[claim]);
}

std::string Overview::fact(const Finding& finding) const {
  if (finding.group && !report_->groups[*finding.group].label.empty()) return report_->groups[*finding.group].label;
  return finding.summary;
}

std::vector<std::uint32_t> Overview::in_quoting_order(const std::vector<std::uint32_t>& claims) const {
  std::set<std::uint32_t> seen;
  std::vector<std::uint32_t> first, copied, again;
  for (const std::uint32_t claim : claims) {
    const std::uint32_t document = report_->claims[claim].document;
    if (!seen.insert(document).second)
      again.push_back(claim);
    else
      (is_copy(document) ? copied : first).push_back(claim);
  }
  first.insert(first.end(), again.begin(), again.end());
  first.insert(first.end(), copied.begin(), copied.end());
  return first;
}

std::size_t Overview::sources_of(const Side& side) const {
  if (side.sources != 0) return side.sources;
  std::set<std::uint32_t> documents;
  for (const std::uint32_t claim : side.claims) {
    const std::uint32_t document = report_->claims[claim].document;
    documents.insert(is_copy(document) ? *facts(document)->copy_of : document);
  }
  return documents.size();
}

Derived derived_by_side(const Finding& finding) {
  Derived out;
  out.of_side.resize(finding.sides.size());
  for (std::uint32_t i = 0; i < finding.derivation.size(); ++i) {
    bool placed = false;
    for (std::size_t side = 0; side < finding.sides.size() && !placed; ++side) {
      if (!finding.sides[side].claims.empty() || finding.sides[side].value != finding.derivation[i].result) continue;
      out.of_side[side].push_back(i);
      placed = true;
    }
    if (!placed) out.loose.push_back(i);
  }
  return out;
}

std::string corpus_words(const Overview& overview) {
  std::string out = counted(overview.report().documents.size(), "article", "articles");
  if (overview.stories() != 0) out += ", " + counted(overview.stories(), "story", "stories");
  return out + ", " + counted(overview.independent_sources(), "independent source", "independent sources");
}

std::string findings_words(const Overview& overview) {
  std::string out;
  for (const Relation relation : kReadingOrder) {
    const std::size_t count = overview.count(relation);
    const bool always = relation == Relation::contradict || relation == Relation::agree;
    if (count == 0 && !always) continue;
    const RelationLook& look = look_of(relation);
    out += (out.empty() ? "" : ", ") + counted(count, look.one, look.many);
  }
  return out + ", " + grouped(std::to_string(overview.said_once().size())) + " said once";
}

namespace {

std::string outcome_words(const Overview& overview) {
  const Report& report = overview.report();
  if (report.documents.empty()) return "No article could be read, so there is nothing to compare.";
  if (report.claims.empty()) {
    return "No numeric or dated claim was found in " + counted(report.documents.size(), "article", "articles") + ".";
  }
  if (overview.count(Relation::contradict) + overview.count(Relation::inconsistent) != 0) return "";
  const std::size_t once = overview.said_once().size();
  if (report.findings.empty()) {
    const auto copy = std::find_if(report.facts.begin(), report.facts.end(),
                                   [](const DocumentFacts& facts) { return facts.copy_of.has_value(); });
    if (copy != report.facts.end() && overview.independent_sources() < 2) {
      return "No contradiction found, but nothing could be compared either: the articles are copies of one text.";
    }
    return "No contradiction found, but nothing could be compared either: no fact was recognized in two sources.";
  }
  if (once == 0) return "No contradiction found.";
  return "No contradiction found. What only one source says (" + counted(once, "fact", "facts") +
         ") could not be cross-checked.";
}

std::string withheld_words(const Report& report) {
  const std::size_t all = std::accumulate(report.withheld.begin(), report.withheld.end(), std::size_t{0});
  const std::size_t clashes = report.withheld[static_cast<std::size_t>(Relation::contradict)] +
                              report.withheld[static_cast<std::size_t>(Relation::inconsistent)];
  if (all == 0) return "";
  const std::string what = clashes == all ? counted(all, "contradiction", "contradictions")
                                          : counted(all, "finding", "findings") + ", " +
                                                grouped(std::to_string(clashes)) + " of them contradictions,";
  return what + (all == 1 ? " is" : " are") + " too unsure to be told here; --min-confidence 0 tells all.";
}

}  // namespace

std::string verdict_words(const Overview& overview) {
  const std::string outcome = outcome_words(overview), withheld = withheld_words(overview.report());
  return outcome.empty() || withheld.empty() ? outcome + withheld : outcome + " " + withheld;
}

}  // namespace crosscheck::rendering
