// A page of HTML → a document, from a file, a WARC's record or a feed's item alike.
#pragma once

#include "model/model.h"
#include "read/bytes.h"
#include "read/html/page.h"
#include "read/html/page_comments.h"

namespace crosscheck::read_room {

constexpr std::uint64_t kLargestPage = std::uint64_t{32} << 20U;

struct PageSource {
  std::string_view bytes;
  std::string_view charset;  ///< by the HTTP header; empty where there is none
  std::string address;       ///< where it was fetched; empty where that is not known
};

/// Fills text, title, metadata, maps and warnings of `document`; what it knows already (language, url) gives way to what the page
/// says. Why it is no article, when it is none.
std::optional<Refusal> read_page(const PageSource& from, Document& document);

/// A piece of HTML that is text all through, such as a feed's description.
struct Fragment {
  Trace text;
  std::vector<TracedComment> comments;
};
Result<Fragment> text_of_fragment(std::string_view html);

/// Comments with their lines and columns.
std::vector<Ignore> ignores_of(std::vector<TracedComment> comments, const Lines& lines);

}  // namespace crosscheck::read_room
