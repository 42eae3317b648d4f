// A sentence as patterns see it: its mentions as placeholders, one of them the value in question.
//   "Acme invested over $2 billion in Globex in 2019." with the money in focus
//   → " E0 invested V in E2 in D3 . "
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace crosscheck {

class View {
 public:
  /// `mentions` are the sentence's own, as indices into article.mentions; `focus` is one of them.
  View(const Article& article, const Sentence& sentence, const std::vector<std::uint32_t>& mentions,
       std::uint32_t focus);

  const std::string& text() const { return text_; }
  /// The mention behind the first placeholder in a captured part; nothing when there is none.
  static const std::uint32_t kNone = ~std::uint32_t{0};
  std::uint32_t mention_in(Span captured) const;
  std::string words_in(Span captured) const;
  Span focus() const { return focus_; }

 private:
  void append(const std::string& item);
  void append_rest(const Token& token, std::uint32_t from);
  void put_label_first();

  std::string text_ = " ";
  Span focus_;
};

char tag_of(MentionKind kind);
/// The words and placeholders of a view, or of a part of one.
std::vector<std::string> items_of(std::string_view text);

}  // namespace crosscheck
