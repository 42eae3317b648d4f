// Builds the placeholder text. Quotation marks, markdown emphasis and footnote marks ("[12]") are left out:
// they would only stand between words that belong together. A placeholder's number is the mention's index,
// so a captured role leads straight back to its bytes.
#include "claim/view.h"

#include <algorithm>
#include <cctype>

namespace crosscheck {

char tag_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::entity:
      return 'E';
    case MentionKind::money:
      return 'M';
    case MentionKind::percent:
      return 'P';
    case MentionKind::number:
    case MentionKind::range:
      return 'N';
    case MentionKind::date:
    case MentionKind::time:
      return 'D';
    case MentionKind::duration:
      return 'U';
    default:
      return 'Q';
  }
}

std::vector<std::string_view> items_of(std::string_view text) {
  std::vector<std::string_view> items;
  items.reserve(text.size() / 4);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) items.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return items;
}

View::View(const Article& article, const Sentence& sentence, const std::vector<std::uint32_t>& mentions,
           std::uint32_t focus) {
  text_.reserve(sentence.span.size() + 16);
  std::size_t next = 0;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token;) {
    const auto passed = [&](std::uint32_t index) {
      const Mention& mention = article.mentions[index];
      return mention.end_token <= at || (mention.word && index != focus);
    };
    while (next < mentions.size() && passed(mentions[next])) ++next;
    if (next < mentions.size() && article.mentions[mentions[next]].first_token <= at) {
      const Mention& mention = article.mentions[mentions[next]];
      const auto begin = static_cast<std::uint32_t>(text_.size());
      append(mentions[next] == focus ? "V" : tag_of(mention.kind) + std::to_string(mentions[next]));
      if (mentions[next] == focus) focus_ = {begin, begin + 1};
      at = mention.end_token;
      if (mention.word) append_rest(article.tokens[at - 1], mention.qualified.end);
      continue;
    }
    const Token& token = article.tokens[at];
    const bool footnote =
        token.folded == "[" && at + 2 < sentence.end_token && article.tokens[at + 1].kind == TokenKind::number;
    if (footnote) {
      while (at < sentence.end_token && article.tokens[at].folded != "]") ++at;
      ++at;
      continue;
    }
    const bool noise =
        token.kind == TokenKind::mark && (token.folded == "*" || token.folded == "\"" || token.folded == "#" ||
                                          token.folded == "`" || token.folded == "_" || token.folded == ">");
    const bool dates_article = token.folded == "the" && next < mentions.size() &&
                               article.mentions[mentions[next]].first_token == at + 1 &&
                               article.mentions[mentions[next]].kind == MentionKind::date;  // "by the end of June"
    if (!noise && !dates_article) append(token.folded);
    ++at;
  }
  put_label_first();
  split();
}

void View::split() {
  items_ = items_of(text_);
  const auto offset = [&](std::string_view item) { return static_cast<std::size_t>(item.data() - text_.data()); };
  while (before_ < items_.size() && offset(items_[before_]) < focus_.begin) ++before_;
  after_ = before_;
  while (after_ < items_.size() && offset(items_[after_]) < focus_.end) ++after_;
  words_ = SidedWords(items_, before_, after_);
}

/// "V : the size of E1's investment , all in shares" → "the size of E1's investment : V , all in shares", so
/// that a bullet led by its figure reads like one led by its label.
void View::put_label_first() {
  constexpr std::string_view kLead = " V : ";
  if (text_.compare(0, kLead.size(), kLead) != 0 && text_.compare(0, kLead.size(), " V - ") != 0) return;
  std::size_t end = text_.find_first_of(",.;:(", kLead.size());
  if (end == std::string::npos) end = text_.size();
  if (end < kLead.size() + 4) return;
  std::string label = text_.substr(kLead.size(), end - kLead.size());
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (label.rfind(article, 0) == 0) label.erase(0, article.size());
  }
  const std::string rest = text_.substr(end);
  text_ = " " + label + ": V " + rest;
  focus_ = {static_cast<std::uint32_t>(label.size() + 3), static_cast<std::uint32_t>(label.size() + 4)};
}

/// "seventh-round" with the ordinal in focus: "V round".
void View::append_rest(const Token& token, std::uint32_t from) {
  if (token.span.end <= from || token.folded.size() != token.span.size()) return;
  std::string rest = token.folded.substr(from - token.span.begin);
  std::replace(rest.begin(), rest.end(), '-', ' ');
  for (const std::string_view word : items_of(rest)) append(word);
}

void View::append(std::string_view item) {
  text_.append(item);
  if (item.find(' ') != std::string_view::npos)
    std::replace(text_.end() - static_cast<std::ptrdiff_t>(item.size()), text_.end(), ' ', '_');
  text_.push_back(' ');
}

std::uint32_t View::mention_in(Span captured) const {
  const std::string_view part = cut(std::string_view(text_), captured);
  for (std::size_t i = 0; i + 1 < part.size(); ++i) {
    const bool starts = i == 0 || part[i - 1] == ' ';
    if (!starts || std::string_view("EMPNDUQ").find(part[i]) == std::string_view::npos) continue;
    std::uint32_t index = 0;
    std::size_t at = i + 1;
    for (; at < part.size() && std::isdigit(static_cast<unsigned char>(part[at])) != 0; ++at)
      index = index * 10 + static_cast<std::uint32_t>(part[at] - '0');
    if (at > i + 1) return index;
  }
  return kNone;
}

std::string View::words_in(Span captured) const {
  std::string words(cut(std::string_view(text_), captured));
  while (!words.empty() && words.back() == ' ') words.pop_back();
  while (!words.empty() && words.front() == ' ') words.erase(0, 1);
  return words;
}

}  // namespace crosscheck
