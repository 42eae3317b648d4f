// A pair of claims is positive when a person put both under one fact, else negative; claims that nobody annotated are
// what a report has to live with, so they are negatives, too. The first two models learn from pairs. The third learns from
// classes that the first two make of articles whose event they have not seen, as it will have to live with theirs.
// The signs are what common sense demands: a shared head never speaks against one fact, another owner never for it.
#include "link/train.h"

#include <algorithm>
#include <map>
#include <set>

#include "link/facts.h"

namespace crosscheck {
namespace {

constexpr double kRidge = 1;
constexpr double kOfOnePair = 4;  ///< what all pairs of two values weigh at most, however many articles state them

int sign_of(Feature feature) {
  const std::string_view name = name_of(feature);
  if (name.ends_with("_same") || name.ends_with("_shared") || name.ends_with("_words") || name.ends_with("_rare") ||
      name == "best_partner" || feature == Feature::articles_alike || feature == Feature::values_shared)
    return 1;
  return name.ends_with("_differs") || name.ends_with("_differ") ? -1 : 0;
}

int sign_of(ClassFeature feature) {
  switch (feature) {
    case ClassFeature::best_pair:
    case ClassFeature::usual_pair:
    case ClassFeature::no_better:
    case ClassFeature::heads_same:
    case ClassFeature::verbs_same:
    case ClassFeature::near_ratio:
    case ClassFeature::same_month:
      return 1;
    case ClassFeature::ratio:
    case ClassFeature::both_in_one:
      return -1;
    default:
      return 0;
  }
}

template <class Name>
std::vector<int> signs(std::size_t features) {
  std::vector<int> all;
  for (std::size_t i = 0; i < features; ++i) all.push_back(sign_of(static_cast<Name>(i)));
  return all;
}

template <class Name>
std::map<std::string, double> named(const Logistic& model) {
  std::map<std::string, double> weights;
  for (std::size_t i = 0; i < model.weights.size(); ++i)
    weights[std::string(name_of(static_cast<Name>(i)))] = model.weights[i];
  weights["bias"] = model.bias;
  return weights;
}

struct Prediction {
  double probability;
  bool right;
};

std::vector<ReliabilityBin> reliability_of(const std::vector<Prediction>& predictions) {
  constexpr int kBins = 10;
  std::vector<ReliabilityBin> bins;
  for (int i = 0; i < kBins; ++i) {
    ReliabilityBin bin{i / double{kBins}, (i + 1) / double{kBins}};
    for (const Prediction& p : predictions) {
      if (p.probability < bin.from || p.probability >= bin.to) continue;
      bin.predicted += p.probability;
      bin.right += p.right ? 1 : 0;
      ++bin.pairs;
    }
    if (bin.pairs == 0) continue;
    bin.predicted /= static_cast<double>(bin.pairs);
    bin.right /= static_cast<double>(bin.pairs);
    bins.push_back(bin);
  }
  return bins;
}

class Trainer {
 public:
  Trainer(const Rulebook& rulebook, const std::vector<DocumentFacts>& documents, const std::vector<Claim>& claims,
          const Annotations& annotations)
      : rulebook_(rulebook), claims_(claims), fact_of_(claims.size()) {
    std::map<std::uint32_t, std::vector<const AnnotatedMention*>> of_document;
    for (const AnnotatedMention& mention : annotations.mentions) of_document[mention.document].push_back(&mention);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim& claim = claims[i];
      if (claim.place.field != Field::text) continue;
      for (const AnnotatedMention* mention : of_document[claim.document]) {
        if (claim.place.span.begin < mention->span.end && mention->span.begin < claim.place.span.end)
          fact_of_[i] = mention->fact;
      }
    }
    for (StoryProfiles& story : profile_stories(rulebook, documents, claims)) {
      std::erase_if(story.profiles, [&](const Profile& p) { return annotations.events[p.document].empty(); });
      if (story.profiles.empty()) continue;
      stories_.push_back({annotations.events[story.profiles.front().document], {}, {}});
      stories_.back().facts.pairs = candidate_pairs(rulebook, story, claims);
      stories_.back().facts.story = std::move(story);
      weigh(stories_.back());
    }
  }

  Trained run() {
    std::set<std::string> events;
    for (const Story& story : stories_) events.insert(story.event);
    for (const std::string& event : events) collect_classes(event);
    Trained trained;
    LinkModels models = fit_pairs("", &trained);
    std::vector<TrainingRow> rows;
    for (const Story& story : stories_) add_classes(story, rows);
    models.classes = fit_logistic(rows, signs<ClassFeature>(kClassFeatures), kRidge);
    count("classes", rows, trained);
    check_classes(events);
    trained.models = {{"equal", named<Feature>(models.equal)},
                      {"blind", named<Feature>(models.blind)},
                      {"classes", named<ClassFeature>(models.classes)}};
    trained.reliability = {{"equal", reliability_of(equal_)}, {"classes", reliability_of(class_)}};
    return trained;
  }

 private:
  struct Story {
    std::string event;
    StoryFacts facts;
    std::vector<double> weights;  ///< one a pair
  };

  bool one_fact(const StoryFacts& facts, const ProfilePair& pair) const {
    const std::uint32_t a = fact_of_[facts.story.profiles[pair.a].claim];
    return a != 0 && a == fact_of_[facts.story.profiles[pair.b].claim];
  }

  /// Twenty articles that state two values make four hundred pairs, which say little more than one.
  static void weigh(Story& story) {
    std::map<std::pair<WordId, WordId>, double> pairs;
    const auto key = [&](const ProfilePair& pair) {
      const WordId a = story.facts.story.profiles[pair.a].value, b = story.facts.story.profiles[pair.b].value;
      return std::pair(std::min(a, b), std::max(a, b));
    };
    for (const ProfilePair& pair : story.facts.pairs) ++pairs[key(pair)];
    for (const ProfilePair& pair : story.facts.pairs)
      story.weights.push_back(std::min(1.0, kOfOnePair / pairs[key(pair)]));
  }

  static void count(const std::string& model, const std::vector<TrainingRow>& rows, Trained& trained) {
    trained.rows[model] = rows.size();
    trained.positive[model] = static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const TrainingRow& row) { return row.positive; }));
  }

  LinkModels fit_pairs(const std::string& without, Trained* trained) const {
    std::vector<TrainingRow> equal, blind;
    for (const Story& story : stories_) {
      if (story.event == without) continue;
      for (std::size_t i = 0; i < story.facts.pairs.size(); ++i) {
        const ProfilePair& pair = story.facts.pairs[i];
        const bool positive = one_fact(story.facts, pair);
        blind.push_back({std::span(pair.features).first(kBlindFeatures), positive, story.weights[i]});
        if (one_value(story.facts, pair)) equal.push_back({pair.features, positive, story.weights[i]});
      }
    }
    if (trained != nullptr) {
      count("equal", equal, *trained);
      count("blind", blind, *trained);
    }
    LinkModels models;
    models.equal = fit_logistic(equal, signs<Feature>(kFeatures), kRidge);
    models.blind = fit_logistic(blind, signs<Feature>(kBlindFeatures), kRidge);
    return models;
  }

  void collect_classes(const std::string& event) {
    const LinkModels models = fit_pairs(event, nullptr);
    for (Story& story : stories_) {
      if (story.event != event) continue;
      judge_pairs(models, story.facts);
      for (std::size_t i = 0; i < story.facts.pairs.size(); ++i) {
        const ProfilePair& pair = story.facts.pairs[i];
        if (one_value(story.facts, pair)) equal_.push_back({story.facts.equal[i], one_fact(story.facts, pair)});
      }
      find_classes(rulebook_.number("class_least"), story.facts);
      pair_classes(rulebook_, claims_, story.facts);
    }
  }

  /// The fact most members of a class are about; 0: none that is annotated.
  std::uint32_t fact_of(const StoryFacts& facts, const ValueClass& members) const {
    std::map<std::uint32_t, int> votes;
    for (const std::uint32_t member : members) {
      if (const std::uint32_t fact = fact_of_[facts.story.profiles[member].claim]; fact != 0) ++votes[fact];
    }
    std::uint32_t best = 0;
    for (const auto& [fact, number] : votes) {
      if (best == 0 || number > votes[best]) best = fact;
    }
    return best;
  }

  void add_classes(const Story& story, std::vector<TrainingRow>& rows) const {
    for (const ClassPair& pair : story.facts.class_pairs) {
      const std::uint32_t a = fact_of(story.facts, story.facts.classes[pair.a]);
      rows.push_back({pair.features, a != 0 && a == fact_of(story.facts, story.facts.classes[pair.b]), 1});
    }
  }

  void check_classes(const std::set<std::string>& events) {
    for (const std::string& event : events) {
      std::vector<TrainingRow> others, own;
      for (const Story& story : stories_) add_classes(story, story.event == event ? own : others);
      const Logistic model = fit_logistic(others, signs<ClassFeature>(kClassFeatures), kRidge);
      for (const TrainingRow& row : own) class_.push_back({model.probability(row.features), row.positive});
    }
  }

  const Rulebook& rulebook_;
  const std::vector<Claim>& claims_;
  std::vector<std::uint32_t> fact_of_;  ///< one a claim
  std::vector<Story> stories_;
  std::vector<Prediction> equal_, class_;
};

}  // namespace

Trained train_models(const Rulebook& rulebook, const std::vector<DocumentFacts>& documents,
                     const std::vector<Claim>& claims, const Annotations& annotations) {
  return Trainer(rulebook, documents, claims, annotations).run();
}

}  // namespace crosscheck
