// Where a comment stands says what it is about:
//   The toll rose to 41. <!-- crosscheck: ignore value reason="…" -->      stands in this paragraph
//
//   <!-- crosscheck: ignore value reason="…" -->
//   The toll rose to 41.                                                   stands alone: the next one
// Inside a paragraph it may stand anywhere, also behind its last sentence, as long as no line break parts them. The rooms see
// blanks in its place, so that every position and every quote is that of the bytes as given.
#include "pipeline/comments.h"

#include <algorithm>

namespace crosscheck {
namespace {

std::uint32_t paragraph_of(const Article& article, std::string_view text, Span comment) {
  const Sentence* before = nullptr;
  const Sentence* after = nullptr;
  for (const Sentence& sentence : article.sentences) {
    if (sentence.field != Field::text) continue;
    if (sentence.span.begin < comment.begin) before = &sentence;
    if (after == nullptr && sentence.span.begin >= comment.begin) after = &sentence;
  }
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  if (before != nullptr) {
    const bool inside = before->span.end > comment.begin ||
                        (after != nullptr && after->paragraph == before->paragraph) ||
                        cut(text, {before->span.end, comment.begin}).find('\n') == std::string_view::npos;
    if (inside) return before->paragraph;
  }
  return after == nullptr ? kNone : after->paragraph;
}

}  // namespace

WithoutComments::WithoutComments(const Document& document) : given_(document) {
  if (document.hidden.empty()) return;
  blanked_ = document;
  for (const Span hidden : document.hidden) {
    std::fill(blanked_->text.begin() + hidden.begin, blanked_->text.begin() + hidden.end, ' ');
  }
}

void place_comments(const Article& article, Document& document) {
  for (Ignore& ignore : document.ignores) {
    const std::uint32_t paragraph = paragraph_of(article, document.text, ignore.span);
    if (paragraph != static_cast<std::uint32_t>(-1)) ignore.paragraph = paragraph;
  }
}

}  // namespace crosscheck
