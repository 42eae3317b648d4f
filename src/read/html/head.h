// What a page says of itself: headline, publisher, address, date, language.
#pragma once

#include <string>
#include <vector>

#include "read/html/page.h"

namespace crosscheck::read_room {

struct Head {
  Trace title;  ///< JSON-LD's headline, og:title or <title>; the article's own <h1> comes before all of them
  std::string source, url, published, language;
  bool paid = false;
  std::vector<std::string> warnings;
};

/// `address`: where the page was fetched from, when that is known.
Head head_of(const Page& page, const std::string& address);

}  // namespace crosscheck::read_room
