// What is written down of a collection so that a new article finds its way in it: which words are rare, who tells which story,
// what each story calls its names, and under which keys its claims could meet those of other stories.
//   a claim "Microsoft's investment in OpenAI" → blocks "p|finance/investment|microsoft", "p|finance/investment|openai"
//   a row of a table of "Hydraulic Co <THC>"   → blocks "t|name hydraulic", "t|symbol thc"
#include <algorithm>

#include "base/hash.h"
#include "link/circle.h"
#include "link/groups.h"
#include "link/stories.h"
#include "link/versions.h"

namespace crosscheck {
namespace {

/// The keys that unify_names() may change, in a fixed order.
std::vector<const std::string*> keys_of(const Article& article) {
  std::vector<const std::string*> keys;
  for (const Claim& claim : article.claims) {
    for (const Role& role : claim.roles) {
      if (role.entity) keys.push_back(&role.key);
    }
    keys.push_back(&claim.measured.owner);
    keys.push_back(&claim.measured.place);
  }
  return keys;
}

bool derives(const Rulebook& rulebook, const Claim& claim) {
  return std::any_of(rulebook.derivations().begin(), rulebook.derivations().end(), [&](const DerivationRule& rule) {
    return claim.attribute == rule.result || claim.attribute == rule.left || claim.attribute == rule.right;
  });
}

}  // namespace

std::vector<std::uint64_t> meeting_blocks(const JudgeContext& context, const Claim& claim) {
  std::vector<std::uint64_t> keys;
  for (const std::string& block : blocks_of(context, claim)) keys.push_back(hash64("p|" + block));
  if (of_table(claim) && claim.role("of") != nullptr) {
    const std::string& name = claim.role("of")->key;
    keys.push_back(hash64("t|name " + name.substr(0, name.find(' '))));
    if (const Role* symbol = claim.role("symbol")) keys.push_back(hash64("t|symbol " + symbol->key));
  }
  if (claim.rule != "generic" && derives(context.rulebook, claim)) {
    for (const Role& role : claim.roles) {
      if (role.entity) keys.push_back(hash64("d|" + role.key.substr(0, role.key.find(' '))));
    }
  }
  return keys;
}

Outlines outline(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
                 const Workers& workers) {
  Outlines outlines;
  workers.each(articles.size(), [&](std::size_t i) { pack(articles[i]); });
  const std::vector<std::uint32_t> stories = outline_stories(documents, articles, rulebook, workers, outlines);
  outlines.word_pairs = count_word_pairs(articles, workers);
  std::vector<std::vector<std::string>> before(articles.size());
  workers.each(articles.size(), [&](std::size_t i) {
    for (const std::string* key : keys_of(articles[i])) before[i].push_back(*key);
  });
  unify_names(stories, articles, workers);
  const std::vector<DocumentFacts> no_facts;
  const JudgeContext context = make_judge_context({}, no_facts, {}, rulebook);
  workers.each(articles.size(), [&](std::size_t i) {
    Outline& own = outlines.articles[i];
    own.title_form = title_form(articles[i]);
    const auto after = keys_of(articles[i]);
    for (std::size_t k = 0; k < after.size(); ++k) {
      if (*after[k] != before[i][k]) own.renamed.emplace_back(before[i][k], *after[k]);
    }
    std::sort(own.renamed.begin(), own.renamed.end());
    own.renamed.erase(std::unique(own.renamed.begin(), own.renamed.end()), own.renamed.end());
    for (const Claim& claim : articles[i].claims) {
      const auto blocks = meeting_blocks(context, claim);
      own.blocks.insert(own.blocks.end(), blocks.begin(), blocks.end());
    }
    std::sort(own.blocks.begin(), own.blocks.end());
    own.blocks.erase(std::unique(own.blocks.begin(), own.blocks.end()), own.blocks.end());
  });
  return outlines;
}

}  // namespace crosscheck
