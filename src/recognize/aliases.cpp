// Names of one article that are one thing. What the text says itself is read here: "Halden Grid Services (HGS)" and "HGS
// (Halden Grid Services)", a name and its initials with only a bracket between them. The rest is same_names() of
// base/names.h, which the whole story's names go through later: "Holm" of "Ada Holm".
// A single name that stands where places do, "in Jackson", is kept from becoming Janet Jackson. Definitions in other
// words ("hereafter the Group") are not read.
#include "recognize/aliases.h"

#include <algorithm>
#include <unordered_set>

namespace crosscheck {
namespace {

class AliasMerger {
 public:
  AliasMerger(const NameWords& words, Article& article, std::vector<Mention>& mentions)
      : words_(words), article_(article), mentions_(mentions) {}

  void run() {
    const std::vector<std::uint32_t> root = same_names(facts(), definitions());
    for (Mention& mention : mentions_) mention.entity = root[mention.entity];
    for (std::uint32_t i = 0; i < root.size(); ++i) {
      if (root[i] == i) continue;
      Entity &target = article_.entities[root[i]], &merged = article_.entities[i];
      target.count += merged.count;
      target.first_sentence = std::min(target.first_sentence, merged.first_sentence);
      if (target.type == EntityType::unknown) target.type = merged.type;
      if (target.territory.empty() && target.type == EntityType::place) target.territory = merged.territory;
      target.aliases.push_back(merged.key);
    }
  }

 private:
  /// A word that a list takes for a place ("Jackson") may be a person's last one where no "in" stands before it.
  std::vector<NameFacts> facts() const {
    std::vector<NameFacts> facts;
    std::unordered_set<std::string> last_words;
    for (const Entity& entity : article_.entities) {
      facts.push_back(facts_of(entity));
      if (entity.type == EntityType::person) last_words.insert(entity.key.substr(entity.key.rfind(' ') + 1));
    }
    std::vector<bool> located(facts.size());
    for (const Mention& mention : mentions_) {
      if (words_.lexicon.in_list("place_prepositions", before(mention))) located[mention.entity] = true;
    }
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (facts[i].kind != NameFacts::Kind::place || located[i] || last_words.count(facts[i].key) == 0) continue;
      facts[i].kind = NameFacts::Kind::unknown;
      facts[i].known = false;
    }
    return facts;
  }

  std::string before(const Mention& mention) const {
    return mention.first_token > article_.sentences[mention.sentence].first_token ? words_.word(mention.first_token - 1)
                                                                                  : "";
  }

  std::vector<std::pair<std::uint32_t, std::uint32_t>> definitions() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> said;
    for (std::size_t i = 0; i + 1 < mentions_.size(); ++i) {
      const Mention &left = mentions_[i], &right = mentions_[i + 1];
      if (left.sentence != right.sentence || left.entity == right.entity || right.first_token != left.end_token + 1)
        continue;
      if (words_.word(left.end_token) != "(") continue;
      const Entity &a = article_.entities[left.entity], &b = article_.entities[right.entity];
      if (abbreviates(a, b) || abbreviates(b, a)) said.emplace_back(left.entity, right.entity);
    }
    return said;
  }

  static bool abbreviates(const Entity& acronym, const Entity& name) {
    return acronym.key.size() >= 2 && acronym.key.find(' ') == std::string::npos &&
           std::any_of(name.initials.begin(), name.initials.end(),
                       [&](const std::string& letters) { return letters.rfind(acronym.key, 0) == 0; });
  }

  const NameWords& words_;
  Article& article_;
  std::vector<Mention>& mentions_;
};

}  // namespace

void merge_aliases(const NameWords& words, Article& article, std::vector<Mention>& mentions) {
  AliasMerger(words, article, mentions).run();
}

}  // namespace crosscheck
