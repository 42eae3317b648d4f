// Three passes over the tree. The first counts: how much text a block has, how much of it is links, and how much is *prose*, text
// of forty bytes or more in one block of which less than half is links. The second takes out what its markup calls furniture, lists
// that are links, bylines, and what stands below "Related stories"; a name alone does not condemn what holds the headline or most
// of the prose. The third takes the <article>, <main>, or the innermost element that holds nearly all prose that is left, and
// blocks.cpp writes it down. A page whose article is in no way set apart from a second one below it comes out with both.
#include "read/html/main_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/unicode.h"
#include "read/html/blocks.h"
#include "read/html/furniture.h"

namespace crosscheck::read_room {
namespace {

constexpr std::uint32_t kProse = 40, kShortByline = 200;

/// Bytes of text, white space left out.
struct Count {
  std::uint32_t text = 0, linked = 0, timed = 0, prose = 0;
  std::uint32_t items = 0;  ///< list items
};

std::uint32_t size_of(const GumboNode& text) {
  std::uint32_t size = 0;
  for (const char* c = text.v.text.text; *c != '\0'; ++c) size += static_cast<unsigned char>(*c) > ' ' ? 1U : 0U;
  return size;
}

class Counter {
 public:
  using Counts = std::unordered_map<const GumboNode*, Count>;

  Counter(const std::unordered_set<const GumboNode*>& dropped, Counts& counts) : dropped_(dropped), counts_(counts) {}

  void run(const GumboNode& root) {
    counts_.clear();
    walk(
        root, [&](const GumboNode& node) { return enter(node); }, [&](const GumboNode& node) { leave(node); });
  }

 private:
  struct Open {
    const GumboNode* node;
    bool block;
    Count all;
    std::uint32_t own = 0, own_linked = 0;  ///< of this block, without the blocks inside
  };

  bool enter(const GumboNode& node) {
    if (!is_element(node)) {
      if (node.type != GUMBO_NODE_TEXT || open_.empty()) return false;
      const std::uint32_t size = size_of(node);
      open_.back().all.text += size;
      open_.back().own += size;
      if (links_ > 0) {
        open_.back().all.linked += size;
        open_.back().own_linked += size;
      }
      if (times_ > 0) open_.back().all.timed += size;
      return false;
    }
    const std::string_view tag = tag_of(node);
    if (dropped_.contains(&node) || furniture_of(node) == Furniture::unseen) return false;
    open_.push_back({&node, is_block(tag), {}, 0, 0});
    if (tag == "a") ++links_;
    if (tag == "time") ++times_;
    return true;
  }

  void leave(const GumboNode& node) {
    if (open_.empty() || open_.back().node != &node) return;
    Open done = open_.back();
    open_.pop_back();
    const std::string_view tag = tag_of(node);
    if (tag == "a") --links_;
    if (tag == "time") --times_;
    if (tag == "li") ++done.all.items;
    if (done.block && done.own >= kProse && done.own_linked * 2 < done.own) done.all.prose += done.own;
    counts_[&node] = done.all;
    if (open_.empty()) return;
    Open& parent = open_.back();
    parent.all.text += done.all.text;
    parent.all.linked += done.all.linked;
    parent.all.timed += done.all.timed;
    parent.all.prose += done.all.prose;
    parent.all.items += done.all.items;
    if (done.block) return;
    parent.own += done.own;
    parent.own_linked += done.own_linked;
  }

  const std::unordered_set<const GumboNode*>& dropped_;
  Counts& counts_;
  std::vector<Open> open_;
  int links_ = 0, times_ = 0;
};

class Finder {
 public:
  Finder(const Page& page, Extent extent) : page_(page), extent_(extent) {}

  MainText run() {
    MainText out;
    Counter(dropped_, counts_).run(*page_.root());
    all_prose_ = counts_[page_.root()].prose;
    find_headline();
    if (extent_ == Extent::article) {
      drop_furniture(out);
      Counter(dropped_, counts_).run(*page_.root());
    }
    const GumboNode* root = extent_ == Extent::article ? article() : page_.root();
    drop_links(*root);
    if (headline_ != nullptr && extent_ == Extent::article) {
      out.title = plain_text(page_, *headline_);
      dropped_.insert(headline_);
    }
    PageComments comments(page_);
    comments.place_before(*root, dropped_);
    out.text = blocks_of(page_, *root, dropped_, comments);
    out.comments = comments.take();
    return out;
  }

 private:
  const Count& count(const GumboNode& node) const {
    static const Count kNone;
    const auto found = counts_.find(&node);
    return found == counts_.end() ? kNone : found->second;
  }

  /// The first h1 that says something; a page's name in its banner gives way to a later one.
  void find_headline() {
    int articles = 0, banners = 0;  // around the node that is being looked at
    const auto is_article = [](const GumboNode& node) { return tag_of(node) == "article" || tag_of(node) == "main"; };
    walk(
        *page_.root(),
        [&](const GumboNode& node) {
          if (!is_element(node)) return false;
          const Furniture kind = furniture_of(node);
          if (kind == Furniture::unseen) return false;
          if (is_article(node)) ++articles;
          if (is_banner(node, kind)) ++banners;
          if (tag_of(node) != "h1" || count(node).text == 0) return true;
          const bool banner = banners > 0 || has_class_word(node, "logo") || has_class_word(node, "site");
          const int rank = banner ? 1 : articles > 0 ? 3 : 2;
          if (rank > headline_rank_) {
            headline_ = &node;
            headline_rank_ = rank;
          }
          return true;
        },
        [&](const GumboNode& node) {
          if (is_article(node)) --articles;
          if (is_banner(node, furniture_of(node))) --banners;
        });
    if (headline_rank_ == 1) headline_ = nullptr;
    for (const GumboNode* at = headline_; at != nullptr; at = at->parent) holds_headline_.insert(at);
  }

  bool is_dropped_by_name(const GumboNode& node, Furniture kind) const {
    const Count& counted = count(node);
    if (holds_headline_.contains(&node)) return false;
    if (asks_consent(node)) return true;
    if (kind == Furniture::byline) return counted.text < kShortByline;
    // Comments may be longer than what they are about; nothing else around an article is.
    const bool comments =
        has_class_word(node, "comments") || has_class_word(node, "comment") || has_class_word(node, "disqus");
    return counted.prose * 2 <= all_prose_ || (comments && headline_ != nullptr);
  }

  /// An h1 in there is no article's; one in what holds most of the prose is, whatever that is called.
  bool is_banner(const GumboNode& node, Furniture kind) const {
    return kind == Furniture::around && (count(node).prose * 2 <= all_prose_ || asks_consent(node));
  }

  static bool asks_consent(const GumboNode& node) {
    static constexpr std::array<std::string_view, 7> kWords{"consent", "cookie",   "cookies", "gdpr",
                                                            "cmp",     "onetrust", "didomi"};
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return has_class_word(node, word); });
  }

  void drop_furniture(MainText& out) {
    int headings = 0;  // around the node that is being looked at
    walk(
        *page_.root(),
        [&](const GumboNode& node) {
          if (!is_element(node)) return false;
          const Furniture kind = furniture_of(node);
          if (kind == Furniture::unseen || dropped_.contains(&node)) return false;
          if (kind != Furniture::none) out.consent = out.consent || asks_consent(node);
          for (const std::string_view word : {"paywall", "regwall", "meteredcontent", "subscribe", "subscription"})
            out.paywall = out.paywall || has_class_word(node, word);
          if (kind != Furniture::none && is_dropped_by_name(node, kind)) {
            dropped_.insert(&node);
            return false;
          }
          if (!is_heading(tag_of(node))) return true;
          if (headings++ == 0 && &node != headline_) drop_below_heading(node);
          return true;
        },
        [&](const GumboNode& node) { headings -= is_heading(tag_of(node)) ? 1 : 0; });
  }

  /// What stands below "Related stories": its section where that is not the article's, else all up to the next heading.
  void drop_below_heading(const GumboNode& heading) {
    constexpr std::uint32_t kLongest = 60;
    if (count(heading).text > kLongest || !heads_furniture(folded(plain_text(page_, heading).text()))) return;
    const GumboNode* parent = heading.parent;
    const bool own_section = is_element(*parent) && tag_of(*parent) != "body" && !holds_headline_.contains(parent) &&
                             count(*parent).prose * 2 < all_prose_ && &heading == first_child(*parent);
    if (own_section) {
      dropped_.insert(parent);
      return;
    }
    const GumboVector& siblings = children_of(*parent);
    for (std::size_t i = heading.index_within_parent; i < siblings.length; ++i) {
      const auto* sibling = static_cast<const GumboNode*>(siblings.data[i]);
      const bool ends = sibling != &heading && is_heading(tag_of(*sibling)) && tag_of(*sibling) <= tag_of(heading);
      if (ends) break;
      if (is_element(*sibling)) dropped_.insert(sibling);
    }
  }

  static const GumboNode* first_child(const GumboNode& element) {
    const GumboVector& children = children_of(element);
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (is_element(*child)) return child;
    }
    return nullptr;
  }

  /// The element that is the article.
  const GumboNode* article() const {
    const GumboNode *best_article = nullptr, *best_main = nullptr, *body = page_.root();
    const auto better = [&](const GumboNode*& best, const GumboNode& node) {
      if (best == nullptr || count(node).prose > count(*best).prose) best = &node;
    };
    walk(*page_.root(), [&](const GumboNode& node) {
      if (!is_element(node) || dropped_.contains(&node)) return false;
      const std::string_view tag = tag_of(node), role = attribute_of(node, "role");
      if (tag == "body") body = &node;
      if (tag == "article" || role == "article") better(best_article, node);
      if (tag == "main" || role == "main" ||
          attribute_of(node, "itemprop").find("articleBody") != std::string_view::npos)
        better(best_main, node);
      return true;
    });
    const std::uint32_t prose = count(*body).prose;
    for (const GumboNode* candidate : {best_article, best_main}) {
      if (candidate != nullptr && count(*candidate).prose * 5 >= prose * 3 && count(*candidate).text > 0)
        return candidate;
    }
    return innermost(*body, prose);
  }

  /// From `node` inwards while one child holds nearly all prose. Its headline need not be inside: it is the title.
  const GumboNode* innermost(const GumboNode& node, std::uint32_t prose) const {
    const GumboNode* at = &node;
    for (bool deeper = prose > 0; deeper;) {
      deeper = false;
      const GumboVector& children = children_of(*at);
      for (unsigned i = 0; i < children.length && !deeper; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (!is_block(tag_of(*child)) || tag_of(*child) == "p" || count(*child).prose * 10 < prose * 9) continue;
        at = child;
        deeper = true;
      }
    }
    const bool is_part = tag_of(*at) == "tbody" || tag_of(*at) == "tr" || tag_of(*at) == "ul" || tag_of(*at) == "ol";
    return is_part && at->parent != nullptr ? at->parent : at;
  }

  /// Blocks that are links, blocks that are a clock's time, headings with nothing below.
  void drop_links(const GumboNode& root) {
    walk(root, [&](const GumboNode& node) {
      if (!is_element(node) || dropped_.contains(&node)) return false;
      const Count& counted = count(node);
      if (tag_of(node) == "time" && stands_alone(node) && extent_ == Extent::article) {
        dropped_.insert(&node);
        return false;
      }
      if (counted.text == 0 || !is_block(tag_of(node)) || &node == &root) return true;
      const bool leads_on = leads_to_another(node, counted);
      const bool stamp = counted.timed > 0 && counted.text - counted.timed < 24 && !is_heading(tag_of(node));
      if (extent_ == Extent::article && (leads_on || stamp)) {
        dropped_.insert(&node);
        return false;
      }
      return true;
    });
  }

  /// Between blocks, with no words of a sentence beside it: the stamp of a live blog's post.
  static bool stands_alone(const GumboNode& node) {
    const GumboVector& siblings = children_of(*node.parent);
    const auto ends_at = [&](std::size_t i, std::size_t step) {
      for (i += step; i < siblings.length; i += step) {
        const auto& other = *static_cast<const GumboNode*>(siblings.data[i]);
        if (other.type == GUMBO_NODE_WHITESPACE || other.type == GUMBO_NODE_COMMENT) continue;
        return is_block(tag_of(other));
      }
      return true;
    };
    return ends_at(node.index_within_parent, 1) && ends_at(node.index_within_parent, static_cast<std::size_t>(-1)) &&
           is_block(tag_of(*node.parent)) && tag_of(*node.parent) != "td" && tag_of(*node.parent) != "li" &&
           tag_of(*node.parent) != "dd";
  }

  bool leads_to_another(const GumboNode& node, const Count& counted) const {
    const std::string_view tag = tag_of(node);
    if (is_heading(tag) || tag == "td" || tag == "th" || tag == "tr" || tag == "table") return false;
    if (counted.linked * 4 >= counted.text * 3) return true;
    if (counted.linked * 2 < counted.text || tag != "p") return false;
    const std::string words = folded(plain_text(page_, node).text());
    for (const std::string_view lead :
         {"read more", "read also", "also read", "related", "see also", "more:", "watch:", "read:"}) {
      if (words.starts_with(lead)) return true;
    }
    return false;
  }

  const Page& page_;
  Extent extent_;
  Counter::Counts counts_;
  std::unordered_set<const GumboNode*> dropped_, holds_headline_;
  std::uint32_t all_prose_ = 0;
  const GumboNode* headline_ = nullptr;
  int headline_rank_ = 0;
};

}  // namespace

MainText main_text(const Page& page, Extent extent) { return Finder(page, extent).run(); }

}  // namespace crosscheck::read_room
