// The readers of pages, feeds and archives from bytes in memory: what is text and what is not, where it comes from, and that what was
// made to break them is refused by name. Whole pages are in tests/fixtures/readers.
#include <ctime>

#include "base/encoding.h"
#include "catch.h"
#include "read/dates.h"
#include "read/read.h"
#include "read/trace.h"
#include "support.h"

namespace crosscheck {
namespace {

Corpus corpus_of_bytes(std::string bytes, const std::string& name, const ReadOptions& options = {}) {
  Corpus corpus;
  read_bytes(std::move(bytes), name, options, corpus);
  return corpus;
}

Document page_of(const std::string& body) {
  Corpus corpus = corpus_of_bytes("<!DOCTYPE html><html lang=en><body>" + body + "</body></html>", "a.html");
  if (corpus.documents.empty()) FAIL("refused: " << corpus.skipped.front().reason);
  return std::move(corpus.documents.front());
}

std::string text_of_page(const std::string& body) { return page_of(body).text; }

std::string code_of(const std::string& bytes, const std::string& name) {
  const Corpus corpus = corpus_of_bytes(bytes, name);
  return corpus.skipped.empty() ? "" : corpus.skipped.front().code;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

const std::string kProse =
    "<p>The dam at Sorvik holds 4.2 million cubic metres of water, the operator said on Friday.</p>";
const std::string kProseText =
    "The dam at Sorvik holds 4.2 million cubic metres of water, the operator said on Friday.";

// ---- pages ----------------------------------------------------------------------------------

TEST_CASE("white space is one blank as a browser shows it, and a no-break space stays", "[unit][read]") {
  CHECK(text_of_page(kProse + "<p> 34\n\t  <b>dead</b> <i>and</i>&nbsp;250 hurt </p>") ==
        kProseText + "\n\n34 dead and\u00A0250 hurt");
}

TEST_CASE("what is laid out by hand keeps its lines and columns", "[unit][read]") {
  CHECK(
      text_of_page(kProse +
                   "<pre>\nShr     34 cts   vs 28 cts\nRevs  1.2 mln\n\nNOTE: nine <b>mths</b></pre><p>34  dead</p>") ==
      kProseText + "\n\nShr     34 cts   vs 28 cts\nRevs  1.2 mln\n\nNOTE: nine mths\n\n34 dead");
}

TEST_CASE("a superscript figure does not join the figure before it", "[unit][read]") {
  CHECK(text_of_page(kProse + "<p>It lost 3&times;10<sup>5</sup> m<sup>3</sup>, the 1<sup>st</sup> time.</p>") ==
        kProseText + "\n\nIt lost 3×10⁵ m³, the 1st time.");
}

TEST_CASE("struck figures are not read", "[unit][read]") {
  CHECK(text_of_page(kProse + "<p>It killed <del>34</del> <s>38</s> 41 people.</p>") ==
        kProseText + "\n\nIt killed 41 people.");
}

TEST_CASE("a name alone does not condemn what holds the article", "[unit][read]") {
  CHECK(text_of_page("<div class='subscribe-wrapper share'><h1>Dam</h1>" + kProse + "</div>") == kProseText);
  CHECK(text_of_page("<div class=newsletter>" + kProse + "</div>") == kProseText);
  CHECK(text_of_page("<div class='article no-comments'>" + kProse + "</div>") == kProseText);
}

TEST_CASE("comments are left out even where they are longer than the article", "[unit][read]") {
  const std::string comments =
      repeated("<p>I counted 90 dead at the dam, which the paper does not even mention once today.</p>", 9);
  CHECK(text_of_page("<h1>Dam</h1><div class=body>" + kProse + "</div><div id=comments>" + comments + "</div>") ==
        kProseText);
  CHECK(text_of_page("<h1>Dam</h1><div class=social-body>" + kProse + "</div>") == kProseText);
}

TEST_CASE("hidden text and scripts are never text", "[unit][read]") {
  const std::string hidden =
      "<p hidden>99 dead</p><p style='display: none'>98 dead</p><div aria-hidden=true>97</div><script>96</script>"
      "<template><p>95 dead</p></template><noscript><p>94 dead</p></noscript>";
  CHECK(text_of_page(kProse + hidden) == kProseText);
}

TEST_CASE("a table that lays out a page is no table of data", "[unit][read]") {
  CHECK(text_of_page("<table><tr><td>" + kProse + repeated(kProse, 4) + "</td><td>x</td></tr></table>").find('|') ==
        std::string::npos);
  CHECK(text_of_page(kProse + "<table><tr><td>a<td>1<tr><td><td>2</table>") == kProseText + "\n\n| a | 1 |\n| | 2 |");
}

TEST_CASE("a paragraph that is a link leads away, one with a link in it does not", "[unit][read]") {
  CHECK(text_of_page(kProse + "<p><a href=/x>How 17 people died in Sorvik</a></p>") == kProseText);
  CHECK(text_of_page(kProse + "<p>More: <a href=/x>17 dead</a></p>") == kProseText);
  CHECK(text_of_page(kProse + "<p>The <a href=/x>ministry</a> confirmed 17 deaths.</p>") ==
        kProseText + "\n\nThe ministry confirmed 17 deaths.");
}

TEST_CASE("only a date of publication is one", "[unit][read]") {
  const auto published = [](const std::string& head) {
    return corpus_of_bytes("<html><head>" + head + "</head><body>" + kProse + "</body></html>", "a.html")
        .documents.at(0)
        .published;
  };
  CHECK(published("<meta property='article:modified_time' content='2025-03-06'>").empty());
  CHECK(published("<meta property='article:published_time' content='2025-03-04T23:30:00-05:00'>") == "2025-03-04");
  CHECK(published(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"dateModified\":\"2025-03-06\"}</script>")
            .empty());
  CHECK(published("<script type='application/ld+json'>not json</script><meta name=date content=2025-03>") == "2025-03");
}

TEST_CASE("of several articles in JSON-LD the one at the page's own address counts", "[unit][read]") {
  const std::string json =
      R"([{"@type":"NewsArticle","headline":"Other","url":"https://a.example/other","datePublished":"2001-01-01"},
    {"@type":"NewsArticle","headline":"Own","mainEntityOfPage":{"@id":"https://a.example/own"},"datePublished":"2025-03-04"}])";
  const Corpus corpus =
      corpus_of_bytes("<link rel=canonical href='http://www.a.example/own/'><script type='application/ld+json'>" +
                          json + "</script>" + kProse,
                      "a.html");
  CHECK(corpus.documents.at(0).published == "2025-03-04");
  CHECK(corpus.documents.at(0).title == "Own");
}

TEST_CASE("bytes that are sound UTF-8 are read as that whatever their label says", "[unit][read]") {
  CHECK(corpus_of_bytes("<meta charset=iso-8859-1>" + kProse + "<p>Café: 5 €</p>", "a.html")
            .documents.at(0)
            .text.ends_with("Café: 5 €"));
}

TEST_CASE("an unknown encoding is told, not passed over", "[unit][read]") {
  const Corpus corpus = corpus_of_bytes("<meta charset=klingon>" + kProse + "<p>Caf\xE9: 5 \x80</p>", "a.html");
  CHECK(corpus.documents.at(0).text.ends_with("Café: 5 €"));
  REQUIRE(corpus.documents.at(0).warnings.size() == 1);
  CHECK_THAT(corpus.documents.at(0).warnings[0], Catch::Contains("klingon"));
}

TEST_CASE("labels mean what browsers take them for", "[unit][read]") {
  CHECK(to_utf8("\x80 5 \x96 6", "latin1")->text == "€ 5 – 6");
  CHECK(to_utf8("\x93\xFA", " Shift_JIS ")->text == "日");
  CHECK(to_utf8("a\xFFz", "utf-8")->replaced == 1);
  CHECK_FALSE(to_utf8("a", "no-such-code"));
}

TEST_CASE("the dates of metadata are taken as they are written, and none is guessed", "[unit][read]") {
  using read_room::metadata_date;
  CHECK(metadata_date("Mon, 03 Nov 2025 23:10:00 -0500") == "2025-11-03");
  CHECK(metadata_date("3 Nov 2025") == "2025-11-03");
  CHECK(metadata_date("2025-11-03T23:10:00Z") == "2025-11-03");
  CHECK(metadata_date("2025-11-03+01:00") == "2025-11-03");
  CHECK(metadata_date("20251103") == "2025-11-03");
  CHECK(metadata_date("2025/11/03") == "2025-11-03");
  CHECK(metadata_date("2025-11") == "2025-11");
  CHECK_FALSE(metadata_date("03/11/2025"));
  CHECK_FALSE(metadata_date("31 Feb 2025"));
  CHECK_FALSE(metadata_date("last week"));
  CHECK_FALSE(metadata_date(""));
}

// ---- traces ---------------------------------------------------------------------------------

TEST_CASE("a text is traced through entities, skipped tags and line breaks", "[unit][read]") {
  using read_room::Trace;
  const std::string_view raw = "5&nbsp;m &amp; a&b</x>c\r\nd&#x41;e&copy f";
  Trace trace;
  read_room::trace_decoded(trace, "5\u00A0m & a&bc\ndAe© f", raw, 100);
  const auto source = [&](std::string_view words) {
    return trace.source_of(static_cast<std::uint32_t>(trace.text().find(words))) - 100;
  };
  CHECK(source("\u00A0") == raw.find("&nbsp"));
  CHECK(source("m") == raw.find("m &"));
  CHECK(source("& a") == raw.find("&amp"));
  CHECK(source("&b") == raw.find("&b"));
  CHECK(source("c") == raw.find("c\r"));
  CHECK(source("d") == raw.find("d&#"));
  CHECK(source("A") == raw.find("&#x41"));
  CHECK(source("©") == raw.find("&copy"));
  CHECK(source("f") == raw.find("f"));
}

TEST_CASE("a trace through two layers ends in the outer one", "[unit][read]") {
  const std::string feed =
      "<rss><channel><title>N</title><item><description>&lt;p&gt;Some "
      "34&amp;nbsp;people&lt;/p&gt;</description></item></channel></rss>";
  const Corpus corpus = corpus_of_bytes(feed, "a.rss");
  const Document& document = corpus.documents.at(0);
  REQUIRE(document.text == "Some 34\u00A0people");
  const auto place = source_place(document, {Field::text, {5, 7}});
  CHECK(place.column == feed.find("34") + 1);
  CHECK(source_place(document, {Field::text, {9, 10}}).column == feed.find("people") + 1);
}

// ---- what is refused ------------------------------------------------------------------------

TEST_CASE("what is no article, feed or document is refused by what it is instead", "[unit][read]") {
  CHECK(code_of("", "a.html") == "empty");
  CHECK(code_of("<p>Short.</p>", "a.html") == "no-article");
  CHECK(code_of(std::string("<p>a\0b</p>", 10), "a.html") == "binary");
  CHECK(code_of("<rss><channel>", "a.rss") == "not-xml");
  CHECK(code_of("<urlset/>", "a.xml") == "not-a-feed");
  CHECK(code_of("<rss><channel/></rss>", "a.rss") == "empty");
  CHECK(code_of("hello", "a.pdf") == "not-a-pdf");
  CHECK(code_of("PK\x03\x04 cut", "a.docx") == "broken-archive");
  CHECK(code_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.docx") == "encrypted");
  CHECK(code_of("hello\r\n", "a.warc") == "not-a-warc");
  CHECK(code_of("\x1F\x8B\x08 cut", "a.warc.gz") == "broken-archive");
  CHECK(code_of("", "a.warc") == "no-article");
  CHECK(code_of("WARC/1.0\r\nContent-Length: 999\r\n\r\nshort", "a.warc") == "broken-archive");
}

TEST_CASE("an archived page is read with the encoding of its HTTP header", "[unit][read]") {
  const std::string body = kProse + "<p>Caf\xE9.</p>";
  const std::string http = "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=\"windows-1252\"\r\n\r\n" + body;
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: " +
      std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
  const Corpus corpus = corpus_of_bytes(warc, "a.warc");
  REQUIRE(corpus.documents.size() == 1);
  CHECK(corpus.documents[0].text.ends_with("Café."));
  CHECK(corpus.documents[0].warnings.empty());
  CHECK(corpus.documents[0].id == "https://a.example/");
}

TEST_CASE("a body of a coding that cannot be read is refused by its name", "[unit][read]") {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: zstd\r\n\r\nxx";
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: " +
      std::to_string(http.size()) + "\r\n\r\n" + http;
  const Corpus corpus = corpus_of_bytes(warc, "a.warc");
  REQUIRE(corpus.skipped.size() == 1);
  CHECK(corpus.skipped[0].path == "a.warc#1");
  CHECK_THAT(corpus.skipped[0].reason, Catch::Contains("zstd"));
}

// ---- what was made to break a reader --------------------------------------------------------

double seconds(const std::function<void()>& work) {
  const std::clock_t start = std::clock();  // of the processor: other programs do not count
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST_CASE("tags that nest without end neither overflow the stack nor hang", "[unit][read]") {
  for (const std::string_view tag :
       {"<div>", "<b>", "<x y>", "<table><tr><td>", "<ul><li>", "<svg><g>", "<p><span>", "<h2><q>"}) {
    INFO(tag);
    CHECK(seconds([&] { CHECK_NOTHROW(corpus_of_bytes(kProse + repeated(tag, 9'000), "a.html")); }) < 20);
    CHECK(code_of(kProse + repeated(tag, 400'000), "a.html") == "too-complex");
  }
}

TEST_CASE("a page whose tree is the product of its halves is refused", "[unit][read]") {
  std::string html = kProse + "<p>";
  for (int i = 0; i < 5000; ++i) html += "<b x" + std::to_string(i) + ">";
  CHECK(code_of(html + repeated("<p>x", 5000), "a.html") == "too-complex");
}

TEST_CASE("attributes without end do not hang", "[unit][read]") {
  std::string html = kProse + "<p ";
  for (int i = 0; i < 200'000; ++i) html += "a" + std::to_string(i) + " ";
  CHECK(code_of(html + ">x</p>", "a.html") == "too-complex");
}

TEST_CASE("XML nested without end neither overflows the stack nor hangs, and entities are not unfolded",
          "[unit][read]") {
  CHECK(seconds([&] {
          CHECK_NOTHROW(corpus_of_bytes("<rss><channel><item><title>Some</title><description>" +
                                            repeated("<a>", 500'000) + repeated("</a>", 500'000) +
                                            "</description></item></channel></rss>",
                                        "a.rss"));
        }) < 20);
  const std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"" + repeated("x", 1000) + "\"><!ENTITY b \"" +
                           repeated("&a;", 1000) +
                           "\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&b; &f; 5 "
                           "dead</title></item></channel></rss>";
  CHECK(corpus_of_bytes(bomb, "a.rss").documents.at(0).title == "&b; &f; 5 dead");
}

TEST_CASE("JSON-LD nested without end is passed over", "[unit][read]") {
  const std::string html =
      "<script type='application/ld+json'>" + repeated("[", 200'000) + repeated("]", 200'000) + "</script>" + kProse;
  CHECK(seconds([&] { CHECK(corpus_of_bytes(html, "a.html").documents.size() == 1); }) < 20);
}

}  // namespace
}  // namespace crosscheck
