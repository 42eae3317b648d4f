// Comments of a page that ask for silence, and where in the article's text they stand.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/model.h"
#include "read/html/page.h"

namespace crosscheck::read_room {

/// Its span in the text is empty, its line and column are not set yet; `source`: the byte of the page where it begins.
struct TracedComment {
  Ignore ignore;
  std::uint32_t source = 0;
};

class PageComments {
 public:
  explicit PageComments(const Page& page);

  bool asks(const GumboNode& comment) const { return index_of_.contains(&comment); }
  /// It stands at byte `at` of the text.
  void place(const GumboNode& comment, std::size_t at);
  /// Those before `root`, where only what is `dropped` stands between, speak of its first paragraph.
  void place_before(const GumboNode& root, const std::unordered_set<const GumboNode*>& dropped);
  /// The text lost its first bytes, and what stands behind its new end.
  void cut(std::size_t first, std::size_t size);
  /// All of them as they stand on the page. One that has no place in the text is told where it should be.
  std::vector<TracedComment> take();

 private:
  struct Found {
    TracedComment comment;
    std::optional<std::size_t> at;
    bool last = false;  ///< it had a place, behind the last paragraph
  };
  const GumboNode* document_ = nullptr;
  std::vector<Found> found_;
  std::unordered_map<const GumboNode*, std::size_t> index_of_;
};

}  // namespace crosscheck::read_room
