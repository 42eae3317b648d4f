// what      all claims → groups of claims about one fact; on demand why two claims are one, or not
// in → out  documents + Articles + Rulebook → Linked: claims in corpus order, groups, stories, copies; with annotations
//           → the weights of the models that judge
// units     probabilities 0..1; days
// owns      the claims it returns
// fails     never
// threads   one call; articles, pairs of versions and stories are tasks for the workers it is given, whose number leaves no
//           trace; stories are joined one after the other, while copies and versions are found
// cost      near-linear: claims meet only inside blocks (attribute + a party's name), at most block_limit apart; 0.3 ms and
//           9 kB an article of 140 words beside its claims
// follows   record linkage: blocking, pairwise judgement, constrained clustering (Fellegi-Sunter in outline);
//           MinHash (Broder 1997) for copies
// tested by tests/unit/link_test.cpp, tests/oracle/link_oracle_test.cpp
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Articles may be packed already; those that are not are packed here.
Linked link(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
            const Workers& workers = {});

// ---- a few articles against a collection of which only those are read that they can be linked with -------------------

struct TermCount {
  std::uint32_t term = 0, count = 0;
  bool name = false;  ///< mostly written with a capital
};
struct TermWeight {
  std::uint32_t term = 0;
  float weight = 0;
};

/// What is known of one article of a collection before it is read.
struct Outline {
  std::vector<TermCount> words;
  std::vector<TermWeight> weights;  ///< of the weightiest words, by term
  std::uint32_t cluster = 0;        ///< the articles it was joined with before stories were split
  std::uint32_t story = 0;          ///< as DocumentFacts::story counts them, from 0
  std::uint64_t title_form = 0;     ///< its headline with the numbers left open
  std::vector<std::pair<std::string, std::string>> renamed;  ///< keys of names, and what its story calls them
  std::vector<std::uint64_t> blocks;                         ///< where its claims meet those of other stories
};

/// Of all its articles, and what they have in common.
struct Outlines {
  std::vector<Outline> articles;
  std::vector<std::uint64_t> terms;      ///< words by their numbers, hashed
  std::vector<std::uint32_t> spread;     ///< in how many articles each stands
  std::vector<std::uint8_t> word_pairs;  ///< in how many texts, up to a few, word pairs stand, hashed
};
Outlines outline(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
                 const Workers& workers);

/// A collection that is asked for its parts. What it returns by reference lasts until the collection ends.
class Collection {
 public:
  struct Term {
    std::uint32_t number = 0, spread = 0;                   ///< in no article: spread 0
    std::vector<std::pair<std::uint32_t, float>> articles;  ///< those among whose weightiest words it is
  };
  Collection() = default;
  Collection(const Collection&) = delete;
  Collection& operator=(const Collection&) = delete;
  virtual ~Collection() = default;
  virtual std::uint32_t articles() = 0;  ///< how many
  virtual std::uint32_t terms() = 0;
  virtual std::uint32_t stories() = 0;
  virtual Term term(std::uint64_t word) = 0;
  virtual const Outline& outline(std::uint32_t article) = 0;
  virtual std::vector<std::uint32_t> cluster(std::uint32_t number) = 0;  ///< its articles, ascending
  virtual std::vector<std::uint32_t> story(std::uint32_t number) = 0;
  virtual std::vector<std::uint32_t> block(std::uint64_t key) = 0;
  virtual std::uint32_t titles(std::uint64_t form) = 0;  ///< how many headlines have it
  virtual std::vector<std::uint8_t> word_pairs() = 0;
  virtual const Document& document(std::uint32_t article) = 0;
  virtual const Article& article(std::uint32_t article) = 0;  ///< packed, its claims as extracted
};

/// Some articles of a collection and the new ones behind them, linked as link() would link them among all.
struct Circle {
  std::vector<Document> documents;
  std::uint32_t first_new = 0;
  Linked linked;
};
/// `gone`: articles of the collection that the new ones take the place of. The stories of the new ones are whole in the circle,
/// and so are those of articles that share a fact with them; what no finding about the new ones can rest on is left out.
Circle link_against(Collection& collection, const std::vector<std::uint32_t>& gone, std::vector<Document> documents,
                    std::vector<Article> articles, const Rulebook& rulebook, const Workers& workers = {});

// ---- reasons, weights -------------------------------------------------------------------------

/// Why the claims of each pair are one fact, or are not. Judges every story once more, whatever the number of pairs.
std::vector<Explanation> explain_pairs(const Report& report, const Rulebook& rulebook,
                                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs);

/// A value in a text of which a person has said which fact it is about.
struct AnnotatedMention {
  std::uint32_t document = 0;
  Span span;
  std::uint32_t fact = 0;  ///< a number for each fact, from 1
};
struct Annotations {
  std::vector<AnnotatedMention> mentions;
  std::vector<std::string> events;  ///< one a document; empty: not annotated, and not trained on
};

struct ReliabilityBin {
  double from = 0, to = 0, predicted = 0, right = 0;  ///< averages of the pairs whose probability lies between
  std::size_t pairs = 0;
};
struct Trained {
  std::map<std::string, std::map<std::string, double>> models;     ///< model → feature or "bias" → weight
  std::map<std::string, std::size_t> rows, positive;               ///< what each was fitted to
  std::map<std::string, std::vector<ReliabilityBin>> reliability;  ///< on events that the model had not seen
};
/// Fits the models to annotated articles. Probabilities that feed another model come from models that had not seen the
/// event. A few seconds a thousand annotated values.
Trained train(const std::vector<Document>& documents, std::vector<Article> articles, const Rulebook& rulebook,
              const Annotations& annotations);

}  // namespace crosscheck
