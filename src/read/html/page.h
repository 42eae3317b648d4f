// Bytes of HTML in UTF-8 → the tree that a browser would build, in memory that has an end.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/trace.h"

namespace crosscheck::read_room {

/// A parsed page. Nodes point into `source`, which must outlive it.
class Page {
 public:
  static Result<Page> parse(std::string_view source);

  const GumboNode* root() const { return root_; }
  std::string_view source() const { return source_; }
  std::size_t offset_of(const GumboNode& element) const;  ///< byte of the source where its tag begins

 private:
  struct Arena;
  struct CloseArena {
    void operator()(Arena* arena) const;
  };
  std::unique_ptr<Arena, CloseArena> arena_;
  std::string_view source_;
  const GumboNode* root_ = nullptr;
};

// ---- one node -------------------------------------------------------------------------------

bool is_element(const GumboNode& node);
const GumboVector& children_of(const GumboNode& node);  ///< of an element; none of any other
std::string_view tag_of(const GumboNode& node);  ///< in small letters: "p", "amp-ad"; empty for what is no element
inline bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}
/// Empty when it has none.
std::string_view attribute_of(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);
/// Its text, with what the parser made of the source traced back.
Trace text_of_node(const Page& page, const GumboNode& text);
/// All text below, runs of white space made one blank.
Trace plain_text(const Page& page, const GumboNode& element);

/// Every node below and with `node`, before its children and, where `enter` was true, behind them; where it was false its
/// children are stepped over.
/// Without recursion: a page may nest as deep as it likes.
template <class Enter, class Leave>
void walk(const GumboNode& node, Enter enter, Leave leave) {
  struct Step {
    const GumboNode* node;
    unsigned next;
  };
  std::vector<Step> path;
  const auto push = [&](const GumboNode& at) {
    if (enter(at)) path.push_back({&at, 0});
  };
  push(node);
  while (!path.empty()) {
    const GumboNode* const node_here = path.back().node;
    if (path.back().next < children_of(*node_here).length) {
      push(*static_cast<const GumboNode*>(children_of(*node_here).data[path.back().next++]));
    } else {
      leave(*node_here);
      path.pop_back();
    }
  }
}

template <class Enter>
void walk(const GumboNode& node, Enter enter) {
  walk(node, enter, [](const GumboNode&) {});
}

}  // namespace crosscheck::read_room
