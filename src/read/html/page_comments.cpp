// A page's comments are no part of its text, so each is given the place in the text where it would stand:
//   <p>34 <!-- crosscheck: ignore value reason="…" --> dead.</p>      between "34" and "dead": this paragraph
//   <!-- crosscheck: … --><p>34 dead.</p>                             before "34": the next paragraph
// In a menu, a headline or behind the last paragraph it speaks of nothing that is read. It is kept, with that for its fault, so
// that its author is told; which paragraph the other ones mean is settled when the text has been segmented.
#include "read/html/page_comments.h"

#include "read/comments.h"
#include "read/html/furniture.h"

namespace crosscheck::read_room {
namespace {

constexpr const char* kLeftOut =
    "it stands in what is not read as the article's text, such as its headline, a menu or related links; put it into "
    "the "
    "paragraph that it is about";
constexpr const char* kLast = "no paragraph of the article follows it; put it into the one that it is about";

/// Everything on the page, also what stands before and behind <html>.
template <class Enter>
void walk_document(const GumboNode& document, Enter enter) {
  const GumboVector& children = document.v.document.children;
  for (unsigned i = 0; i < children.length; ++i) walk(*static_cast<const GumboNode*>(children.data[i]), enter);
}

}  // namespace

PageComments::PageComments(const Page& page) {
  document_ = page.root()->parent;
  const bool may_ask = page.source().find("crosscheck") != std::string_view::npos;
  if (!may_ask || document_ == nullptr || document_->type != GUMBO_NODE_DOCUMENT) return;
  walk_document(*document_, [&](const GumboNode& node) {
    if (node.type != GUMBO_NODE_COMMENT) return is_element(node);
    auto ignore = parse_comment(node.v.text.text);
    const char* const begin = node.v.text.original_text.data;
    if (!ignore || begin == nullptr) return false;
    index_of_.emplace(&node, found_.size());
    found_.push_back({{*std::move(ignore), static_cast<std::uint32_t>(begin - page.source().data())}, {}});
    return false;
  });
}

void PageComments::place(const GumboNode& comment, std::size_t at) {
  if (const auto found = index_of_.find(&comment); found != index_of_.end()) found_[found->second].at = at;
}

void PageComments::place_before(const GumboNode& root, const std::unordered_set<const GumboNode*>& dropped) {
  if (found_.empty()) return;
  std::vector<const GumboNode*> waiting;
  bool reached = false;
  walk_document(*document_, [&](const GumboNode& node) {
    reached = reached || &node == &root;
    if (reached || dropped.contains(&node) || (is_element(node) && furniture_of(node) == Furniture::unseen))
      return false;
    if (node.type == GUMBO_NODE_TEXT) waiting.clear();
    if (node.type == GUMBO_NODE_COMMENT && asks(node)) waiting.push_back(&node);
    return true;
  });
  for (const GumboNode* comment : waiting) place(*comment, 0);
}

void PageComments::cut(std::size_t first, std::size_t size) {
  for (Found& found : found_) {
    if (!found.at) continue;
    *found.at -= std::min(first, *found.at);
    found.last = *found.at > size;
    if (found.last) found.at.reset();
  }
}

std::vector<TracedComment> PageComments::take() {
  std::vector<TracedComment> all;
  for (Found& found : found_) {
    Ignore& ignore = found.comment.ignore;
    const auto at = static_cast<std::uint32_t>(found.at.value_or(0));
    ignore.span = {at, at};
    if (!found.at && ignore.fault.empty()) ignore.fault = found.last ? kLast : kLeftOut;
    all.push_back(std::move(found.comment));
  }
  return all;
}

}  // namespace crosscheck::read_room
