// {"@graph": [{"@type": "NewsArticle", "headline": "…", "publisher": {"@id": "#org"}}, {"@id": "#org", "name": "The Halden
// Courier"}]} gives the headline and, through the reference, the publisher. All nodes of all blocks are laid out flat; the best
// one by its type and address is the article. Publishers write line feeds into strings and comments around the whole, so a block
// that is no JSON is tried once more without them. No context is loaded: names count as schema.org's.
#include "read/html/json_ld.h"

#include <algorithm>
#include <map>

#include "base/json.h"
#include "base/unicode.h"

namespace crosscheck::read_room {
namespace {

constexpr std::size_t kMostNodes = 100'000;

/// Without the wrapping of the days when browsers had to be kept from reading it, and without control characters.
std::string mended(std::string text) {
  for (const std::string_view mark : {"<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

class Graph {
 public:
  explicit Graph(const std::vector<Json>& blocks) {
    std::vector<const Json*> open;
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) open.push_back(&*block);
    while (!open.empty() && nodes_.size() < kMostNodes) {
      const Json* const node = open.back();
      open.pop_back();
      if (node->is_object()) {
        nodes_.push_back(node);
        const std::string id = text(*node, "@id");
        if (!id.empty() && node->size() > 1) by_id_.emplace(id, node);
      }
      if (!node->is_structured()) continue;
      for (auto child = node->rbegin(); child != node->rend(); ++child) {
        if (child->is_structured()) open.push_back(&*child);
      }
    }
  }

  const std::vector<const Json*>& nodes() const { return nodes_; }

  /// A member's words: a string, or the name of what it is or refers to.
  std::string text(const Json& node, const char* key) const {
    return node.is_object() && node.contains(key) ? words(node[key], 0) : "";
  }

  std::string address(const Json& node, const char* key) const {
    if (!node.is_object() || !node.contains(key)) return "";
    const Json& value = node[key];
    if (value.is_string()) return value.get<std::string>();
    return value.is_object() ? text(value, "@id") : "";
  }

 private:
  std::string words(const Json& value, int depth) const {
    constexpr int kDeepest = 4;
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (depth == kDeepest) return "";
    if (value.is_array()) return value.empty() ? "" : words(value.front(), depth + 1);
    if (!value.is_object()) return "";
    for (const char* key : {"name", "@value", "alternateName"}) {
      if (value.contains(key)) return words(value[key], depth + 1);
    }
    if (!value.contains("@id") || !value["@id"].is_string()) return "";
    const auto known = by_id_.find(value["@id"].get<std::string>());
    return known == by_id_.end() || known->second == &value ? "" : words(*known->second, depth + 1);
  }

  std::vector<const Json*> nodes_;
  std::map<std::string, const Json*> by_id_;
};

/// 2: an article; 1: a page; 0: neither.
int rank_of(const Json& node) {
  if (!node.contains("@type")) return 0;
  const Json& type = node["@type"];
  int rank = 0;
  const auto take = [&](const Json& name) {
    if (!name.is_string()) return;
    const auto& words = name.get_ref<const std::string&>();
    if (words.ends_with("Article") || words.ends_with("Posting")) rank = 2;
    if (words == "WebPage" || words == "ItemPage") rank = std::max(rank, 1);
  };
  if (type.is_array()) {
    for (const Json& name : type) take(name);
  } else {
    take(type);
  }
  return rank;
}

bool same_address(std::string_view a, std::string_view b) {
  const auto bare = [](std::string_view url) {
    url = url.substr(0, url.find_first_of("#?"));
    for (const std::string_view scheme : {"https://", "http://", "www."}) {
      if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
    }
    while (url.ends_with('/')) url.remove_suffix(1);
    return url;
  };
  return !a.empty() && !b.empty() && bare(a) == bare(b);
}

std::vector<Json> parsed(const std::vector<std::string>& blocks, std::string& fault) {
  std::vector<Json> out;
  for (const std::string& block : blocks) {
    auto json = parse_json(block);
    if (!json.ok()) json = parse_json(mended(block));
    if (json.ok())
      out.push_back(std::move(json).value());
    else
      fault = json.fault().what;
  }
  return out;
}

}  // namespace

StructuredArticle structured_article(const std::vector<std::string>& blocks, const std::string& url) {
  StructuredArticle article;
  const std::vector<Json> json = parsed(blocks, article.fault);
  const Graph graph(json);
  const Json* best = nullptr;
  int best_rank = 0;
  for (const Json* node : graph.nodes()) {
    int rank = rank_of(*node) * 10;
    if (rank == 0) continue;
    for (const char* key : {"url", "mainEntityOfPage", "@id"})
      rank += same_address(graph.address(*node, key), url) ? 1 : 0;
    if (rank <= best_rank) continue;
    best = node;
    best_rank = rank;
  }
  if (best == nullptr) return article;
  article.headline = graph.text(*best, "headline");
  if (article.headline.empty() && best_rank >= 20) article.headline = graph.text(*best, "name");
  article.published = graph.text(*best, "datePublished");
  if (article.published.empty()) article.published = graph.text(*best, "dateCreated");
  article.publisher = graph.text(*best, "publisher");
  article.language = graph.text(*best, "inLanguage");
  article.url = graph.address(*best, "url");
  if (article.url.empty()) article.url = graph.address(*best, "mainEntityOfPage");
  article.paid = to_lower(graph.text(*best, "isAccessibleForFree")) == "false";
  return article;
}

}  // namespace crosscheck::read_room
