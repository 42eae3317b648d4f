// XML with the places of its texts.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/trace.h"

namespace crosscheck::read_room {

/// A parsed file. No entity is looked up but XML's own five, nothing is fetched, and no depth of nesting is too deep: the
/// parser does not recurse.
class Xml {
 public:
  /// `source` in UTF-8; it must outlive the tree.
  static Result<Xml> parse(std::string_view source);

  pugi::xml_node root() const;
  std::string_view source() const { return source_; }
  std::size_t offset_of(pugi::xml_node node) const;  ///< of its name, or of its first character
  /// All text below the node.
  Trace text_of(pugi::xml_node node) const;

 private:
  std::unique_ptr<pugi::xml_document> document_;
  std::string_view source_;
};

/// Its name without prefix: "encoded" of <content:encoded>.
std::string_view local_name(pugi::xml_node node);
/// The first child of that name, prefix and all.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);

/// Every node below `node`, before its children and, where `enter` was true, behind them.
template <class Enter, class Leave>
void walk_xml(pugi::xml_node root, Enter enter, Leave leave) {
  pugi::xml_node at = root.first_child();
  while (at) {
    const bool inside = enter(at);
    if (inside && at.first_child()) {
      at = at.first_child();
      continue;
    }
    if (inside) leave(at);
    while (at && !at.next_sibling()) {
      at = at.parent();
      if (!at || at == root) return;
      leave(at);
    }
    at = at.next_sibling();
  }
}

}  // namespace crosscheck::read_room
