// What a page's JSON-LD says about its article.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace crosscheck::read_room {

struct StructuredArticle {
  std::string headline, published, publisher, url, language;
  bool paid = false;  ///< isAccessibleForFree is false
  std::string fault;  ///< why a block could not be read; the others were
};

/// `blocks`: the contents of the page's `application/ld+json` scripts. Of several articles the one at `url` counts, else the
/// first.
StructuredArticle structured_article(const std::vector<std::string>& blocks, const std::string& url);

}  // namespace crosscheck::read_room
