// A story's articles say together who is who: one introduces "Lindsay Lohan", another says "Lohan" alone; one writes
// "Halden Grid Services (HGS)", another "HGS". All names of a story go through the same same_names() that each article's
// went through, so a part that fits two of the story's names ("Bush" beside George and Laura) stays apart, though in an
// article that has only one of them it was read as that one. The order of articles plays no part.
// Names are not made one across stories: the "Smith" of another story is another, and gazetteers did the rest before.
#include <algorithm>
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
  void add(const NameFacts& more, const std::vector<std::string>& aliases) {
    const std::uint32_t name = id_of(more.key);
    NameFacts& facts = names_[name];
    if (more.kind != NameFacts::Kind::unknown) kinds_[name].insert(more.kind);
    facts.known = facts.known || more.known;
    facts.common = facts.common || more.common;
    facts.stem = std::max(facts.stem, more.stem);
    facts.initials.insert(facts.initials.end(), more.initials.begin(), more.initials.end());
    for (const std::string& alias : aliases) {
      const std::uint32_t other = id_of(alias);
      if (compare_names(more.key, alias) == NameMatch::none) said_.emplace_back(name, other);
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

void unify_story(const std::vector<std::uint32_t>& members, std::vector<Article>& articles) {
  StoryNames names;
  for (const std::uint32_t member : members) {
    articles[member].packed_names.each(
        [&](const NameFacts& facts, const std::vector<std::string>& aliases) { names.add(facts, aliases); });
  }
  names.unify();
  for (const std::uint32_t member : members) {
    for (Claim& claim : articles[member].claims) {
      for (Role& role : claim.roles) {
        if (role.entity) names.rename(role.key);
      }
      names.rename(claim.measured.owner);
      names.rename(claim.measured.place);
    }
  }
}

}  // namespace

void unify_names(const std::vector<std::uint32_t>& stories, std::vector<Article>& articles, const Workers& workers) {
  std::vector<std::vector<std::uint32_t>> members;  // stories are counted from 0
  for (std::uint32_t i = 0; i < stories.size(); ++i) {
    if (stories[i] >= members.size()) members.resize(stories[i] + 1);
    members[stories[i]].push_back(i);
  }
  constexpr std::size_t kRun = 16;  // stories a task
  each_run(workers, members.size(), kRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t story = begin; story < end; ++story) unify_story(members[story], articles);
  });
}

}  // namespace crosscheck
