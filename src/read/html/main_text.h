// A page → the text of its article, without what stands around it.
#pragma once

#include "read/html/page.h"
#include "read/html/page_comments.h"

namespace crosscheck::read_room {

struct MainText {
  Trace text;   ///< a block a line, blank lines between paragraphs; "## ", "- ", "| " as Markdown has them
  Trace title;  ///< of the first <h1> of the article; empty when it has none
  std::vector<TracedComment> comments;  ///< for this program, all of the page
  bool consent = false;                 ///< the page asks for consent
  bool paywall = false;                 ///< it asks for a subscription
};

/// `whole`: it is a piece of HTML that stands for itself, such as a feed's description, with nothing around it.
enum class Extent : std::uint8_t { article, whole };
MainText main_text(const Page& page, Extent extent);

}  // namespace crosscheck::read_room
