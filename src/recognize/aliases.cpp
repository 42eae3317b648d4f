// Three ways to be one thing: a name with its acronym in brackets, an acronym whose letters are the initials of
// a name of the same article, and a last word that ends just one longer name ("Nova" for "Acme Nova"). First
// words are not enough: "Acme" and "Acme Cloud" may be parent and unit, and stay two that are related.
#include "recognize/aliases.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace crosscheck {
namespace {

class AliasMerger {
 public:
  AliasMerger(const Lexicon& lexicon, Article& article, std::vector<Mention>& mentions)
      : lexicon_(lexicon), article_(article), mentions_(mentions) {}

  /// "Halden Grid Services (HGS)" and "HGS (Halden Grid Services)"; then last words of longer names.
  void run() {
    for (std::size_t i = 0; i + 1 < mentions_.size(); ++i) {
      const Mention &left = mentions_[i], &right = mentions_[i + 1];
      if (left.sentence != right.sentence || right.first_token != left.end_token + 1) continue;
      if (article_.tokens[left.end_token].folded != "(") continue;
      Entity &a = article_.entities[left.entity], &b = article_.entities[right.entity];
      const bool forward = initials_fit(b.key, left), backward = initials_fit(a.key, right);
      if (forward || backward) {
        merged_[right.entity] = root(left.entity);
        note_alias(a, b.key);
        note_alias(b, a.key);
      }
    }
    merge_acronyms();
    merge_last_words();
    for (Mention& mention : mentions_) mention.entity = root(mention.entity);
    for (std::uint32_t i = 0; i < article_.entities.size(); ++i) {
      const std::uint32_t target = root(i);
      if (target == i) continue;
      article_.entities[target].count += article_.entities[i].count;
      note_alias(article_.entities[target], article_.entities[i].key);
    }
  }

 private:
  static void note_alias(Entity& entity, const std::string& key) {
    if (entity.key != key && std::find(entity.aliases.begin(), entity.aliases.end(), key) == entity.aliases.end()) {
      entity.aliases.push_back(key);
    }
  }

  std::uint32_t root(std::uint32_t entity) const {
    for (int hops = 0; hops < 8; ++hops) {
      const auto found = merged_.find(entity);
      if (found == merged_.end() || found->second == entity) break;
      entity = found->second;
    }
    return entity;
  }

  /// "HGS" in an article that also writes "Halden Grid Services", brackets or not.
  void merge_acronyms() {
    std::map<std::string, std::uint32_t> by_initials;
    for (const Mention& mention : mentions_) {
      std::string initials;
      for (std::uint32_t at = mention.first_token; at < mention.end_token; ++at) {
        if (article_.tokens[at].capital) initials += article_.tokens[at].folded.substr(0, 1);
      }
      if (initials.size() >= 3) by_initials.emplace(initials, mention.entity);
    }
    for (std::uint32_t i = 0; i < article_.entities.size(); ++i) {
      const auto name = by_initials.find(article_.entities[i].key);
      if (name == by_initials.end() || root(i) == root(name->second)) continue;
      merged_[root(i)] = root(name->second);
      note_alias(article_.entities[i], article_.entities[name->second].key);
    }
  }

  bool initials_fit(const std::string& acronym, const Mention& name) const {
    std::string initials;
    for (std::uint32_t at = name.first_token; at < name.end_token; ++at) {
      if (article_.tokens[at].capital) initials += article_.tokens[at].folded.substr(0, 1);
    }
    return acronym.size() >= 2 && initials.size() >= 2 && (initials == acronym || initials.rfind(acronym, 0) == 0);
  }

  /// "Holm" is "Ada Holm", "Nova" is "Acme Nova": a single word that ends just one longer name.
  void merge_last_words() {
    std::map<std::string, std::vector<std::uint32_t>> by_last;
    for (std::uint32_t i = 0; i < article_.entities.size(); ++i) {
      const std::string& key = article_.entities[i].key;
      const std::size_t space = key.rfind(' ');
      if (space != std::string::npos) by_last[key.substr(space + 1)].push_back(i);
    }
    for (std::uint32_t i = 0; i < article_.entities.size(); ++i) {
      const auto found = by_last.find(article_.entities[i].key);
      if (found == by_last.end() || found->second.size() != 1 || root(i) != i) continue;
      const std::uint32_t longer = found->second.front();
      if (root(longer) == i || lexicon_.in_list("organization_heads", article_.entities[i].key)) continue;
      merged_[i] = root(longer);
    }
  }

  const Lexicon& lexicon_;
  Article& article_;
  std::vector<Mention>& mentions_;
  std::unordered_map<std::uint32_t, std::uint32_t> merged_;
};

}  // namespace

void merge_aliases(const Lexicon& lexicon, Article& article, std::vector<Mention>& mentions) {
  AliasMerger(lexicon, article, mentions).run();
}

}  // namespace crosscheck
