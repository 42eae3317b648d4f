// Drafts of schema.org ClaimReview, as JSON-LD: of each open contradiction the claim of each side, with all its appearances and
// the first of them.
//   claimReviewed "Initech's price: $5 billion", itemReviewed {Claim, firstAppearance {draft.txt}, appearance [...]}
// There is no rating, no author and no address: the verdict is a person's, who writes these and takes "Draft" away. The first
// appearance is that of the earliest date that is known.
#include <algorithm>
#include <set>

#include "base/json.h"
#include "render/formats.h"
#include "render/hosts.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

Json appearance_of(const Overview& overview, std::uint32_t document) {
  const Document& given = overview.report().documents[document];
  Json out{{"@type", "Article"},
           {"url", given.url.empty() ? uri_of(given) : given.url},
           {"headline", plain(overview.headline(document))}};
  if (const std::string published = overview.published(document); !published.empty()) out["datePublished"] = published;
  if (!given.source.empty()) out["publisher"] = {{"@type", "Organization"}, {"name", given.source}};
  return out;
}

/// Who says it, where all that say it name the same one.
std::string speaker_of(const Report& report, const Side& side) {
  std::string speaker = report.claims[side.claims.front()].attribution;
  for (const std::uint32_t claim : side.claims) {
    if (report.claims[claim].attribution != speaker) return "";
  }
  return speaker;
}

Json draft_of(const Overview& overview, const Finding& finding, const Side& side) {
  const Report& report = overview.report();
  std::vector<std::uint32_t> documents;
  for (const std::uint32_t claim : side.claims) documents.push_back(report.claims[claim].document);
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  std::stable_sort(documents.begin(), documents.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::string x = overview.published(a), y = overview.published(b);
    return !x.empty() && (y.empty() || x < y);
  });
  Json item{{"@type", "Claim"}};
  if (const std::string speaker = speaker_of(report, side); !speaker.empty())
    item["author"] = {{"@type", "Person"}, {"name", speaker}};
  const std::string first = overview.published(documents.front());
  if (!first.empty()) item["datePublished"] = first;
  item["firstAppearance"] = appearance_of(overview, documents.front());
  item["appearance"] = Json::array();
  for (const std::uint32_t document : documents) item["appearance"].push_back(appearance_of(overview, document));
  const std::string said(plain(quote_of(report, report.claims[side.claims.front()])));
  return {{"@type", "ClaimReview"},
          {"creativeWorkStatus", "Draft"},
          {"identifier", finding.fingerprint},
          {"claimReviewed", plain(overview.fact(finding) + ": " + side_words(side))},
          {"abstract", said},
          {"reviewBody", plain(finding.summary + ". " + finding.explanation)},
          {"itemReviewed", std::move(item)}};
}

}  // namespace

std::string as_claimreview(const Overview& overview, const Look& /*look*/) {
  Json drafts = Json::array();
  for (const Finding& finding : overview.report().findings) {
    const bool silenced = finding.standing == Standing::dismissed || finding.standing == Standing::ignored;
    if (!is_clash(finding.relation) || silenced) continue;
    for (const Side& side : finding.sides) {
      if (!side.claims.empty()) drafts.push_back(draft_of(overview, finding, side));
    }
  }
  const Json out{{"@context", "https://schema.org"}, {"@graph", std::move(drafts)}};
  return out.dump(1) + "\n";
}

}  // namespace crosscheck::rendering
