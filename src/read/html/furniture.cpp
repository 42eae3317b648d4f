// Class names are English wherever the page is from, since the tools that write them are: "article__related-links" has the words
// article, related, links, of which "related" tells. Words are compared whole, so "ad" is not found in "lead" nor "comment" in
// "commentary". A publisher who calls his sidebar "x7f3a" is not recognized here; that its text is links may still tell it.
#include "read/html/furniture.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/unicode.h"
#include "read/html/page.h"

namespace crosscheck::read_room {
namespace {

/// One of the words between blanks?
bool contains(std::string_view words, std::string_view word) {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  }
  return false;
}

constexpr std::string_view kUnseenTags =
    " script style template noscript select textarea button input iframe object video audio canvas map "
    "math svg del s strike datalist dialog head ";
constexpr std::string_view kAroundTags = " nav aside footer form menu ";
constexpr std::string_view kAroundRoles =
    " navigation complementary banner contentinfo dialog alertdialog search menu toolbar ";
constexpr std::string_view kAroundWords =
    " ad ads advert adverts advertisement advertising adslot adunit banner breadcrumb breadcrumbs "
    "carousel catlinks cmp comment comments consent cookie cookies copyright credit credits didomi "
    "disclaimer disqus editsection feedback footer gdpr hatnote interstitial jump lightbox livefyre "
    "login masthead menu modal mostread nav navbar navbox navigation newsletter noprint onetrust "
    "outbrain overlay pager pagination popular popup printfooter promo promos promotion pullquote recirc "
    "recirculation recommended recommendation recommendations reference references reflist regwall "
    "related respond share sharing sidebar signup sitenav skip social sponsor sponsored sticky submenu "
    "subnav subscribe subscription syndication taboola tags taglist teaser teasers ticker toc toolbar "
    "topics trending upsell widget ";
constexpr std::string_view kBylineWords = " byline author authors timestamp bio pubdate posted contributor ";
/// A box that holds the story's own figures, whatever tag it has.
constexpr std::string_view kFactWords = " fact facts factbox infobox numbers glance keypoints figures ";

constexpr std::string_view kBlockTags =
    " address article blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table "
    "tbody td th tr ul ";

/// "c-relatedLinks main_2" → c related links main 2
std::vector<std::string> words_of(std::string_view names) {
  std::vector<std::string> words;
  bool inside = false, lower = false;
  for (const char c : names) {
    const bool is_lower_letter = c >= 'a' && c <= 'z', is_upper_letter = c >= 'A' && c <= 'Z';
    if (!is_lower_letter && !is_upper_letter && (c < '0' || c > '9')) {
      inside = false;
      continue;
    }
    if (!inside || (is_upper_letter && lower)) words.emplace_back();
    inside = true;
    lower = is_lower_letter;
    words.back().push_back(is_upper_letter ? static_cast<char>(c + 32) : c);
  }
  return words;
}

std::vector<std::string> name_words(const GumboNode& element) {
  std::string names(attribute_of(element, "class"));
  names.append(" ").append(attribute_of(element, "id"));
  return words_of(names);
}

bool is_hidden(const GumboNode& element) {
  if (has_attribute(element, "hidden") || attribute_of(element, "aria-hidden") == "true") return true;
  std::string style(attribute_of(element, "style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  style = to_lower(style);
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

/// AMP's own elements are advertisements, menus and players, but for those that only lay text out.
bool is_unseen_tag(std::string_view tag) {
  if (!tag.starts_with("amp-")) return contains(kUnseenTags, tag);
  return tag != "amp-accordion" && tag != "amp-fit-text" && tag != "amp-layout" && tag != "amp-live-list" &&
         tag != "amp-img";
}

bool is_pair(const std::vector<std::string>& words, std::size_t i) {
  if (i + 1 == words.size()) return false;
  const std::string pair = words[i] + " " + words[i + 1];
  static constexpr std::string_view kPairs[] = {"most read", "read more", "more from",       "see also",
                                                "also like", "up next",   "visually hidden", "screen reader",
                                                "sign up",   "read next"};
  return std::find(std::begin(kPairs), std::end(kPairs), pair) != std::end(kPairs);
}

}  // namespace

bool is_block(std::string_view tag) {
  return contains(kBlockTags, tag) || contains(kAroundTags, tag) || tag == "thead" || tag == "tfoot";
}

bool has_class_word(const GumboNode& element, std::string_view word) {
  const auto words = name_words(element);
  return std::find(words.begin(), words.end(), word) != words.end();
}

Furniture furniture_of(const GumboNode& element) {
  const std::string_view tag = tag_of(element);
  if (is_unseen_tag(tag) || is_hidden(element)) return Furniture::unseen;
  if (tag == "html" || tag == "body" || tag == "main") return Furniture::none;
  const auto words = name_words(element);
  const bool facts =
      std::any_of(words.begin(), words.end(), [](const std::string& word) { return contains(kFactWords, word); });
  if (!facts && (contains(kAroundTags, tag) || contains(kAroundRoles, attribute_of(element, "role"))))
    return Furniture::around;
  for (std::size_t i = 0; i < words.size(); ++i) {
    // "no-comments", "has-sidebar", "with-ads" say what the thing itself is not.
    const bool about_another = i > 0 && (words[i - 1] == "no" || words[i - 1] == "has" || words[i - 1] == "with");
    if (!about_another && (contains(kAroundWords, words[i]) || is_pair(words, i))) return Furniture::around;
  }
  if (attribute_of(element, "rel") == "author" || attribute_of(element, "itemprop") == "author")
    return Furniture::byline;
  for (const std::string& word : words) {
    if (contains(kBylineWords, word)) return Furniture::byline;
  }
  return Furniture::none;
}

bool heads_furniture(std::string_view heading) {
  static constexpr std::string_view kHeadings[] = {
      "related",       "related stories",   "related articles",    "related content",   "related news",
      "related links", "related topics",    "more on this story",  "more from",         "more stories",
      "more news",     "most read",         "most popular",        "most viewed",       "read more",
      "read next",     "recommended",       "recommended for you", "you may also like", "you might also like",
      "comments",      "leave a comment",   "leave a reply",       "share this",        "trending",
      "trending now",  "sign up",           "newsletter",          "advertisement",     "mehr zum thema",
      "kommentare",    "sur le même sujet", "commentaires",        "leer más"};
  while (!heading.empty() && std::string_view(" 0123456789():.").find(heading.back()) != std::string_view::npos)
    heading.remove_suffix(1);
  return std::find(std::begin(kHeadings), std::end(kHeadings), heading) != std::end(kHeadings) ||
         heading.starts_with("more from ") || heading.starts_with("related:");
}

}  // namespace crosscheck::read_room
