// A sentence as patterns see it: its mentions as placeholders, one of them the value in question.
//   "Acme invested over $2 billion in Globex in 2019." with the money in focus
//   → " E0 invested V in E2 in D3 . "
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

class View {
 public:
  /// `mentions` are the sentence's own, as indices into article.mentions; `focus` is one of them.
  View(const Article& article, const Sentence& sentence, const std::vector<std::uint32_t>& mentions,
       std::uint32_t focus);
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  using Items = std::span<const std::string_view>;
  const std::string& text() const { return text_; }
  /// Its words and placeholders; those before the value and those behind it.
  Items items() const { return items_; }
  Items before() const { return items().first(before_); }
  Items after() const { return items().subspan(after_); }
  const SidedWords& words() const { return words_; }
  /// The mention behind the first placeholder in a captured part; nothing when there is none.
  static const std::uint32_t kNone = ~std::uint32_t{0};
  std::uint32_t mention_in(Span captured) const;
  std::string words_in(Span captured) const;
  Span focus() const { return focus_; }

 private:
  void append(std::string_view item);
  void append_rest(const Token& token, std::uint32_t from);
  void put_label_first();

  void split();

  std::string text_ = " ";
  Span focus_;
  std::vector<std::string_view> items_;  ///< of text_
  std::size_t before_ = 0, after_ = 0;   ///< how many stand before the value, where those behind it begin
  SidedWords words_;
};

char tag_of(MentionKind kind);
/// The words and placeholders of a part of a view.
std::vector<std::string_view> items_of(std::string_view text);

}  // namespace crosscheck
