// Each article is the vector of its names, weighted by how often it uses them and how few articles do; a cosine
// above the limit joins two articles into one story. Candidates come from an inverted index, and only the last
// few articles of a name are looked at, so common names do not make it quadratic.
// Names alone do not part two events of one company a year apart; claims' times do that.
#include "link/stories.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>

namespace crosscheck {
namespace {

constexpr std::size_t kLookBack = 20;

class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

using Vector = std::map<std::string, double>;

std::vector<Vector> vectors_of(const std::vector<Article>& articles) {
  std::unordered_map<std::string, std::uint32_t> spread;
  const auto each = [](const Article& article, const std::function<void(const std::string&, std::uint32_t)>& use) {
    for (const Entity& entity : article.entities) {
      if (entity.count == 0) continue;
      use(entity.key, entity.count);
      for (const std::string& alias : entity.aliases) use(alias, entity.count);
    }
  };
  for (const Article& article : articles) each(article, [&](const std::string& key, std::uint32_t) { ++spread[key]; });
  const double total = static_cast<double>(articles.size());
  std::vector<Vector> vectors(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    double square = 0;
    each(articles[i], [&](const std::string& key, std::uint32_t count) {
      const double weight = (1 + std::log(static_cast<double>(count))) * std::log(1 + total / spread[key]);
      vectors[i][key] = weight;
    });
    for (const auto& [key, weight] : vectors[i]) square += weight * weight;
    const double length = std::sqrt(square);
    for (auto& [key, weight] : vectors[i]) weight /= length > 0 ? length : 1;
  }
  return vectors;
}

double cosine(const Vector& a, const Vector& b) {
  double sum = 0;
  for (const auto& [key, weight] : a) {
    const auto other = b.find(key);
    if (other != b.end()) sum += weight * other->second;
  }
  return sum;
}

}  // namespace

std::vector<std::uint32_t> find_stories(const std::vector<Article>& articles, double similarity) {
  const std::vector<Vector> vectors = vectors_of(articles);
  Sets sets(articles.size());
  std::unordered_map<std::string, std::vector<std::uint32_t>> postings;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (const auto& [key, weight] : vectors[i]) {
      auto& others = postings[key];
      const std::size_t from = others.size() > kLookBack ? others.size() - kLookBack : 0;
      for (std::size_t k = from; k < others.size(); ++k) {
        if (sets.root(i) != sets.root(others[k]) && cosine(vectors[i], vectors[others[k]]) >= similarity)
          sets.join(i, others[k]);
      }
      others.push_back(i);
    }
  }
  std::vector<std::uint32_t> stories(articles.size());
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    stories[i] = numbers.try_emplace(sets.root(i), static_cast<std::uint32_t>(numbers.size())).first->second;
  }
  return stories;
}

void unify_names(const std::vector<std::uint32_t>& stories, std::vector<Article>& articles) {
  std::map<std::pair<std::uint32_t, std::string>, std::string> canonical;
  const auto root = [&](std::uint32_t story, std::string key) {
    for (int hops = 0; hops < 8; ++hops) {
      const auto found = canonical.find({story, key});
      if (found == canonical.end() || found->second == key) break;
      key = found->second;
    }
    return key;
  };
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (const Entity& entity : articles[i].entities) {
      for (const std::string& alias : entity.aliases) {
        const std::string a = root(stories[i], entity.key), b = root(stories[i], alias);
        if (a == b) continue;
        const bool a_wins = a.size() != b.size() ? a.size() > b.size() : a < b;
        canonical[{stories[i], a_wins ? b : a}] = a_wins ? a : b;
      }
    }
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (Claim& claim : articles[i].claims) {
      for (Role& role : claim.roles) {
        if (role.entity) role.key = root(stories[i], role.key);
      }
    }
  }
}

}  // namespace crosscheck
