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
