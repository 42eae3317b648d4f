// An element of a page → its text, block by block.
#pragma once

#include <unordered_set>

#include "read/html/page.h"
#include "read/html/page_comments.h"

namespace crosscheck::read_room {

/// All that can be seen below `root` but for what is in `dropped`. Says of the comments where in it they stand.
Trace blocks_of(const Page& page, const GumboNode& root, const std::unordered_set<const GumboNode*>& dropped,
                PageComments& comments);

}  // namespace crosscheck::read_room
