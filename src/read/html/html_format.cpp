// .html: the article that a reader of the page sees, and what the page says of it. What is no article is refused by what it is
// instead: a wall of consent, a page of links. What is less than the article, because the rest is for subscribers, is read, with a
// warning. The headline is the article's <h1>, as a reader sees it, else the one in the metadata.
#include "base/unicode.h"
#include "read/format.h"
#include "read/html/charset.h"
#include "read/html/head.h"
#include "read/html/html.h"
#include "read/html/main_text.h"

namespace crosscheck::read_room {
namespace {

constexpr std::size_t kLeastArticle = 60, kStub = 1500;  // bytes of text

Refusal no_article(const Page& page, const MainText& main, bool paid) {
  const std::string seen = folded(plain_text(page, *page.root()).text());
  const auto says = [&](std::string_view words) { return seen.find(words) != std::string::npos; };
  if (main.consent || says("accept all") || says("we value your privacy") || says("cookies")) {
    return {"no-article", "there is no article in it, only a request for consent; save the page after answering it"};
  }
  if (paid || main.paywall)
    return {"no-article", "there is no article in it, only a request to subscribe; save the page while logged in"};
  return {"no-article",
          "there is no article in it, such as a page of links has none; take it out of the corpus, or save the text as "
          ".txt"};
}

void give(Trace&& trace, const Lines& lines, std::string& text, SourceMap& map) {
  map = map_of(trace, lines);
  text = trace.take_text();
}

void take_metadata(Head&& head, Document& document) {
  if (!head.url.empty()) document.url = std::move(head.url);
  if (!head.source.empty()) document.source = std::move(head.source);
  if (!head.published.empty()) document.published = std::move(head.published);
  if (!head.language.empty()) document.language = std::move(head.language);
  for (std::string& warning : head.warnings) document.warnings.push_back(std::move(warning));
}

}  // namespace

std::optional<Refusal> read_page(const PageSource& from, Document& document) {
  if (from.bytes.size() > kLargestPage) {
    return Refusal{"too-large", "larger than " + std::to_string(kLargestPage >> 20U) +
                                    " MB, more than a page of news has; save its text as .txt"};
  }
  auto text = decoded_markup(from.bytes, from.charset, document.warnings);
  if (!text.ok()) return Refusal{text.fault().code, text.fault().what};
  auto page = Page::parse(text.value());
  if (!page.ok()) return Refusal{page.fault().code, page.fault().what};
  Head head = head_of(page.value(), from.address);
  MainText main = main_text(page.value(), Extent::article);
  if (main.text.text().size() < kLeastArticle) return no_article(page.value(), main, head.paid);
  if ((head.paid || main.paywall) && main.text.text().size() < kStub) {
    document.warnings.emplace_back(
        "it breaks off where a subscription is asked for: what stands behind is not compared");
  }
  const Lines lines(text.value());
  give(std::move(main.title.empty() ? head.title : main.title), lines, document.title, document.title_map);
  give(std::move(main.text), lines, document.text, document.text_map);
  document.ignores = ignores_of(std::move(main.comments), lines);
  take_metadata(std::move(head), document);
  return std::nullopt;
}

Result<Fragment> text_of_fragment(std::string_view html) {
  auto page = Page::parse(html);
  if (!page.ok()) return page.fault();
  MainText main = main_text(page.value(), Extent::whole);
  return Fragment{std::move(main.text), std::move(main.comments)};
}

std::vector<Ignore> ignores_of(std::vector<TracedComment> comments, const Lines& lines) {
  std::vector<Ignore> ignores;
  for (TracedComment& comment : comments) {
    const SourcePlace place = lines.at(comment.source);
    comment.ignore.line = place.line;
    comment.ignore.column = place.column;
    ignores.push_back(std::move(comment.ignore));
  }
  return ignores;
}

void read_html(Input input, const ReadOptions& options, Builder& into) {
  auto loaded = input.source.rest(options.limit_bytes);
  if (!loaded.ok()) return into.skip(input.path, {loaded.fault().code, loaded.fault().what});
  if (is_blank(loaded.value().substr(0, 1024)) && is_blank(loaded.value()))
    return into.skip(input.path, {"empty", "there is no text in it; remove it from the corpus"});
  Document document;
  document.id = input.id;
  document.path = input.path;
  document.language = options.default_language;
  if (auto refusal = read_page({loaded.value(), "", ""}, document)) return into.skip(input.path, *std::move(refusal));
  into.add(std::move(document));
}

}  // namespace crosscheck::read_room
