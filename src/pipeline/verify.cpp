// Sentences are ordered and disjoint, every mention lies in its sentence, every claim's value lies in its quote,
// every finding quotes both its sides. A breach is our bug: a verifying build aborts with its words.
#include "pipeline/verify.h"

#include <cstdlib>
#include <stdexcept>

namespace crosscheck {
namespace {

bool inside(const Document& document, const Place& place) {
  return place.span.begin <= place.span.end && place.span.end <= text_of(document, place.field).size();
}

}  // namespace

std::string first_breach(const Document& document, const Article& article) {
  const Sentence* before = nullptr;
  for (const Sentence& sentence : article.sentences) {
    if (!inside(document, {sentence.field, sentence.span})) return "a sentence ends outside its text";
    if (before != nullptr && before->field == sentence.field && before->span.end > sentence.span.begin)
      return "two sentences overlap";
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!sentence.span.contains(article.tokens[at].span)) return "a token lies outside its sentence";
    }
    before = &sentence;
  }
  for (const Mention& mention : article.mentions) {
    if (!article.sentences[mention.sentence].span.contains(mention.qualified))
      return "a mention lies outside its sentence";
    if (!mention.qualified.contains(mention.span)) return "a mention lies outside its qualified form";
  }
  for (const Claim& claim : article.claims) {
    if (!inside(document, claim.place) || !claim.quote.contains(claim.place.span))
      return "a claim's value lies outside its quote";
  }
  return "";
}

std::string first_breach(const Report& report) {
  for (const Finding& finding : report.findings) {
    if (finding.sides.empty()) return finding.id + " has no side";
    for (const Side& side : finding.sides) {
      if (side.claims.empty() && finding.derivation.empty()) return finding.id + " has a side without evidence";
      for (const std::uint32_t claim : side.claims) {
        if (claim >= report.claims.size()) return finding.id + " quotes a claim that is not there";
      }
    }
    if (finding.relation == Relation::contradict && finding.sides.size() < 2)
      return finding.id + " contradicts nothing";
  }
  return "";
}

#ifdef CROSSCHECK_VERIFY
namespace {
void stop_on(const std::string& breach) {
  if (!breach.empty()) throw std::logic_error("broken invariant: " + breach);
}
}  // namespace
void verify(const Document& document, const Article& article) { stop_on(first_breach(document, article)); }
void verify(const Report& report) { stop_on(first_breach(report)); }
#else
void verify(const Document&, const Article&) {}
void verify(const Report&) {}
#endif

}  // namespace crosscheck
