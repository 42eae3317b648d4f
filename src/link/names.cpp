// A story's articles say together who is who: one introduces "Lindsay Lohan", another says "Lohan" alone; one writes
// "Halden Grid Services (HGS)", another "HGS". All names of a story go through the same same_names() that each article's
// went through, so a part that fits two of the story's names ("Bush" beside George and Laura) stays apart, though in an
// article that has only one of them it was read as that one. The order of articles plays no part.
// Names are not made one across stories: the "Smith" of another story is another, and gazetteers did the rest before.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "base/names.h"
#include "link/stories.h"

namespace crosscheck {
namespace {

/// The names of one story, each once.
class StoryNames {
 public:
  void add(const Entity& entity) {
    const std::uint32_t name = id_of(entity.key);
    NameFacts& facts = names_[name];
    const NameFacts more = facts_of(entity);
    if (more.kind != NameFacts::Kind::unknown) kinds_[name].insert(more.kind);
    facts.known = facts.known || more.known;
    facts.common = facts.common || more.common;
    facts.stem = std::max(facts.stem, more.stem);
    facts.initials.insert(facts.initials.end(), more.initials.begin(), more.initials.end());
    for (const std::string& alias : entity.aliases) {
      const std::uint32_t other = id_of(alias);
      if (compare_names(entity.key, alias) == NameMatch::none) said_.emplace_back(name, other);
    }
  }

  /// A name that articles take for different kinds of thing is of none.
  void unify() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (kinds_[i].size() == 1) names_[i].kind = *kinds_[i].begin();
    }
    root_ = same_names(names_, said_);
  }

  void rename(std::string& key) const {
    if (const auto found = ids_.find(key); found != ids_.end()) key = names_[root_[found->second]].key;
  }

 private:
  std::uint32_t id_of(const std::string& key) {
    const auto [found, fresh] = ids_.try_emplace(key, static_cast<std::uint32_t>(names_.size()));
    if (fresh) {
      names_.emplace_back().key = key;
      kinds_.emplace_back();
    }
    return found->second;
  }

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<NameFacts> names_;
  std::vector<std::set<NameFacts::Kind>> kinds_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> said_;
  std::vector<std::uint32_t> root_;
};

}  // namespace

void unify_names(const std::vector<std::uint32_t>& stories, std::vector<Article>& articles) {
  std::map<std::uint32_t, StoryNames> names;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (const Entity& entity : articles[i].entities) names[stories[i]].add(entity);
  }
  for (auto& [story, of_story] : names) of_story.unify();
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const StoryNames& of_story = names[stories[i]];
    for (Claim& claim : articles[i].claims) {
      for (Role& role : claim.roles) {
        if (role.entity) of_story.rename(role.key);
      }
      of_story.rename(claim.measured.owner);
      of_story.rename(claim.measured.place);
    }
  }
}

}  // namespace crosscheck
