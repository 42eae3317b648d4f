// Comments in an article: nothing that a room reads, and of one paragraph each. Private to src/pipeline/.
#pragma once

#include <optional>

#include "model/model.h"

namespace crosscheck {

/// The document as the rooms read it: where it has comments, a copy in which they are blanks, so that positions stay.
class WithoutComments {
 public:
  explicit WithoutComments(const Document& document);
  const Document& document() const { return blanked_ ? *blanked_ : given_; }

 private:
  const Document& given_;
  std::optional<Document> blanked_;
};

/// Says of each comment for this program which paragraph it speaks of: the one it stands in, else the next.
void place_comments(const Article& article, Document& document);

}  // namespace crosscheck
