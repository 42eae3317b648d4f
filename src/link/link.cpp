// Copies first, then stories, then one spelling a name inside a story, then times that hang on other articles'
// events, and only then pairs of claims. "Acme (HGS's rival)" in one article and "HGS" in another meet because
// the names were made one before blocking.
#include "link/link.h"

#include <utility>

#include "base/memory.h"
#include "link/anchors.h"
#include "link/copies.h"
#include "link/groups.h"
#include "link/known.h"
#include "link/stories.h"
#include "link/train.h"
#include "link/versions.h"

namespace crosscheck {
namespace {

std::string headline_of(const Document& document, const Article& article) {
  if (!document.title.empty()) return document.title;
  for (const Sentence& sentence : article.sentences) {
    if (sentence.kind == SentenceKind::heading) return std::string(text_at(document, {sentence.field, sentence.span}));
  }
  return "";
}

/// From places in an article's claims to places in all claims.
void place_versions(const std::vector<Article>& articles, std::vector<VersionPair>& versions) {
  std::vector<std::uint32_t> first(articles.size());
  for (std::size_t i = 1; i < articles.size(); ++i)
    first[i] = first[i - 1] + static_cast<std::uint32_t>(articles[i - 1].claims.size());
  for (VersionPair& pair : versions) {
    for (auto& [a, b] : pair.same) {
      a += first[pair.a];
      b += first[pair.b];
    }
    for (VersionDifference& difference : pair.differences) {
      difference.a += first[pair.a];
      difference.b += first[pair.b];
    }
  }
}

/// What the articles say of each other before their claims meet.
struct Related {
  std::vector<std::optional<std::uint32_t>> copy_of;
  std::vector<std::uint32_t> stories;
  std::vector<VersionPair> versions;
};

/// Stories are joined one after the other; meanwhile the rest is found.
Related relate_articles(const std::vector<Document>& documents, const std::vector<Article>& articles,
                        const Rulebook& rulebook, const Workers& workers, const Known* known) {
  Related related;
  workers.each(2, [&](std::size_t task) {
    if (task == 0) {
      related.stories = known != nullptr ? known->stories : find_stories(documents, articles, rulebook, workers);
    } else {
      related.copy_of = find_copies(documents, articles, rulebook.number("copy_similarity"), workers);
      related.versions =
          find_versions(documents, articles, rulebook, workers, known != nullptr ? &known->counts : nullptr);
    }
  });
  return related;
}

/// One row of claims; the articles keep none.
void take_claims(std::vector<Article>& articles, Linked& linked, const Workers& workers) {
  constexpr std::size_t kRun = 256;  // articles a task
  std::vector<std::size_t> begins{0};
  for (const Article& article : articles) begins.push_back(begins.back() + article.claims.size());
  give_back_memory();
  linked.claims.resize(begins.back());
  each_run(workers, articles.size(), kRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      std::size_t at = begins[i];
      for (Claim& claim : std::exchange(articles[i].claims, {})) {
        claim.document = static_cast<std::uint32_t>(i);
        claim.id = "c" + std::to_string(at + 1);
        linked.claims[at++] = std::move(claim);
      }
    }
  });
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (ArithmeticReading& reading : articles[i].arithmetic) {
      reading.document = i;
      linked.arithmetic.push_back(std::move(reading));
    }
    for (CorrectionNote& note : articles[i].corrections) {
      note.document = i;
      linked.corrections.push_back(std::move(note));
    }
  }
}

/// Everything but the groups.
Linked gather(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
              const Workers& workers, const Known* known = nullptr) {
  Linked linked;
  workers.each(articles.size(), [&](std::size_t i) { pack(articles[i]); });
  Related related = relate_articles(documents, articles, rulebook, workers, known);
  unify_names(related.stories, articles, workers);
  workers.each(articles.size(), [&](std::size_t i) {
    articles[i].packed_tokens = {};  // not needed from here on
    articles[i].packed_names = {};
  });
  linked.versions = std::move(related.versions);
  place_versions(articles, linked.versions);
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    const std::string story = known != nullptr ? known->names[i] : "s" + std::to_string(related.stories[i] + 1);
    linked.facts.push_back({story, related.copy_of[i], articles[i].published, headline_of(documents[i], articles[i])});
  }
  take_claims(articles, linked, workers);
  resolve_event_times(linked.facts, linked.claims);
  return linked;
}

}  // namespace

Linked link(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
            const Workers& workers) {
  return link_known(documents, std::move(articles), rulebook, workers, nullptr);
}

Linked link_known(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
                  const Workers& workers, const Known* known) {
  Linked linked = gather(documents, std::move(articles), rulebook, workers, known);
  JudgeContext context = make_judge_context(documents, linked.facts, linked.claims, rulebook);
  if (known != nullptr) {
    for (const auto& [fact, times] : known->times_of_fact) context.times_of_fact[fact] = times;
  }
  Grouped grouped = group_claims(context, linked.claims, workers);
  linked.groups = std::move(grouped.groups);
  linked.links = std::move(grouped.links);
  return linked;
}

Trained train(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
              const Annotations& annotations) {
  const Linked linked = gather(documents, std::move(articles), rulebook, {});
  return train_models(rulebook, linked.facts, linked.claims, annotations);
}

}  // namespace crosscheck
