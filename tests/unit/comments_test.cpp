// Comments in articles: no words of theirs, and some of them ask for silence.
#include "support.h"

namespace crosscheck {
namespace {

const std::string kAsk = R"(<!-- crosscheck: ignore value, date reason="both are in the records" until=2027-01-01 -->)";

Document read(const std::string& text, const std::string& name = "a.md") {
  Corpus corpus = support::corpus_of({{name, text}});
  REQUIRE(corpus.documents.size() == 1);
  return std::move(corpus.documents.front());
}

Ignore only_ignore(const std::string& comment) {
  const Document document = read("Text.\n\n" + comment + "\n");
  REQUIRE(document.ignores.size() == 1);
  return document.ignores.front();
}

TEST_CASE("a comment names checks, a reason and the last day it holds", "[unit][read]") {
  const Ignore ignore = only_ignore(kAsk);
  CHECK(ignore.fault.empty());
  CHECK(ignore.checks == std::vector<std::string>{"value", "date"});
  CHECK(ignore.reason == "both are in the records");
  CHECK(ignore.until == "2027-01-01");
  CHECK(ignore.line == 3);
  CHECK(ignore.column == 1);
  CHECK(only_ignore("<!--crosscheck:ignore all reason=“it is a quotation”-->").fault.empty());
  CHECK(only_ignore("<!-- crosscheck: ignore\n  as-of-date\n  reason=\"over\n  three lines\" -->").checks ==
        std::vector<std::string>{"as-of-date"});
}

TEST_CASE("a comment that is not well formed says what it lacks", "[unit][read]") {
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"<!-- crosscheck: ignore value -->", "gives no reason"},
      {R"(<!-- crosscheck: ignore value reason="  " -->)", "gives no reason"},
      {R"(<!-- crosscheck: ignore reason="x" -->)", "there is no check 'reason'"},
      {R"(<!-- crosscheck: ignore reasons -->)", "there is no check 'reasons'"},
      {R"(<!-- crosscheck: ignore values reason="x" -->)", "there is no check 'values'; write one of all, value"},
      {R"(<!-- crosscheck: ignore -->)", "names no check"},
      {R"(<!-- crosscheck: ignore value reason=x -->)", "in quotes"},
      {R"(<!-- crosscheck: ignore value reason="x -->)", "in quotes"},
      {R"(<!-- crosscheck: ignore value reason="x" until=soon -->)", "no day"},
      {R"(<!-- crosscheck: ignore value reason="x" until=2027-01 -->)", "no day"},
      {R"(<!-- crosscheck: ignore value reason="x" because -->)", "'because' is not understood"},
      {R"(<!-- crosscheck: silence value reason="x" -->)", "only `ignore`"},
      {R"(<!-- crosscheck ignore value reason="x" -->)", "colon"}};
  for (const auto& [comment, message] : bad) {
    const Ignore ignore = only_ignore(comment);
    INFO(comment << ": " << ignore.fault);
    CHECK(ignore.fault.find(message) != std::string::npos);
  }
}

TEST_CASE("a comment for people, and one that is never closed, ask for nothing", "[unit][read]") {
  const Document person = read("Text. <!-- crosscheck this with the desk -->\n");
  CHECK(person.ignores.empty());
  CHECK(person.hidden.size() == 1);
  const Document open = read("Text. <!-- crosscheck: ignore value reason=\"x\"\n");
  CHECK(open.ignores.empty());
  CHECK(open.hidden.empty());
}

TEST_CASE("what stands in a comment is not read, and every position stays", "[unit][read]") {
  const std::string with =
      "Globex paid $3 billion. <!-- it was $9 billion, said in May 1999 -->\n\n<!-- 77 people -->\n\nIt has 500 "
      "employees.\n";
  const auto reading = support::read_text(with, "2025-01-01", "a.md");
  std::vector<std::string> said;
  for (const Claim& claim : reading.article.claims) said.emplace_back(text_at(reading.document, claim.place));
  CHECK(said == std::vector<std::string>{"$3 billion", "500"});
  CHECK(reading.document.text == with);
  for (const Sentence& sentence : reading.article.sentences)
    CHECK(cut(with, sentence.span).find("<!--") == std::string_view::npos);
  CHECK(find_mentions(support::shipped_rules(), reading.document).mentions.size() == 2);
}

TEST_CASE("a comment inside a sentence leaves its claims as they are", "[unit][read]") {
  const auto plain = support::read_text("Globex acquired Initech for $3 billion in May 2023.\n");
  const auto parted = support::read_text("Globex acquired Initech <!-- check --> for $3 billion in May 2023.\n");
  REQUIRE(plain.article.claims.size() == parted.article.claims.size());
  for (std::size_t i = 0; i < plain.article.claims.size(); ++i) {
    CHECK(plain.article.claims[i].rule == parted.article.claims[i].rule);
    CHECK(text_at(plain.document, plain.article.claims[i].place) ==
          text_at(parted.document, parted.article.claims[i].place));
  }
}

/// The standing of the one contradiction between the article and another one.
Standing standing_with(const std::string& article, const std::string& today = "2026-01-01") {
  const std::string other = "In May 2023, Globex acquired Initech for $5 billion.\n";
  RunOptions options;
  options.decisions.today = today;
  const Report report =
      cross_check(support::shipped_rules(), support::corpus_of({{"a.md", article}, {"b.md", other}}), options);
  for (const Finding& finding : report.findings) {
    if (finding.relation == Relation::contradict) return finding.standing;
  }
  FAIL("no contradiction");
  return Standing::open;
}

TEST_CASE("a comment speaks of its own paragraph, or of the next when it stands alone", "[unit][read]") {
  const std::string price = "Globex acquired Initech for $3 billion in May 2023.";
  const std::string before = "The weather was fine.\n\n", after = "\n\nNobody minded.\n";
  CHECK(standing_with(before + price + after) == Standing::open);
  CHECK(standing_with(before + kAsk + "\n" + price + after) == Standing::ignored);
  CHECK(standing_with(before + kAsk + "\n\n" + price + after) == Standing::ignored);
  CHECK(standing_with(before + price + " " + kAsk + after) == Standing::ignored);
  CHECK(standing_with(before + "Globex acquired Initech " + kAsk + " for $3 billion in May 2023." + after) ==
        Standing::ignored);
  CHECK(standing_with("The weather was fine. " + kAsk + "\n\n" + price + after) == Standing::open);
  CHECK(standing_with(before + price + "\n\n" + kAsk + after) == Standing::open);
  CHECK(standing_with(before + kAsk + "\n\nIt rained.\n\n" + price + after) == Standing::open);
}

TEST_CASE("a comment silences only the checks that it names, and only to its last day", "[unit][read]") {
  const std::string price = "Globex acquired Initech for $3 billion in May 2023. ";
  CHECK(standing_with(price + R"(<!-- crosscheck: ignore weekday reason="x" -->)") == Standing::open);
  CHECK(standing_with(price + R"(<!-- crosscheck: ignore all reason="x" -->)") == Standing::ignored);
  CHECK(standing_with(price + kAsk, "2027-01-01") == Standing::ignored);
  CHECK(standing_with(price + kAsk, "2027-01-02") == Standing::open);
  CHECK(standing_with(price + kAsk, "") == Standing::ignored);
  CHECK(standing_with(price + "<!-- crosscheck: ignore value -->") == Standing::open);
}

TEST_CASE("what a comment does not do is told with its place", "[unit][read]") {
  const std::string text = "Globex acquired Initech for $3 billion in May 2023.\n\n" + kAsk +
                           "\n\nNobody minded. <!-- crosscheck: ignore value -->\n";
  RunOptions options;
  options.decisions.today = "2026-01-01";
  const Report report = cross_check(support::shipped_rules(), support::corpus_of({{"a.md", text}}), options);
  REQUIRE(report.notices.size() == 2);
  CHECK(report.notices[0].code == "unused-comment");
  CHECK(report.notices[0].where == "a.md:3:1");
  CHECK(report.notices[1].code == "bad-comment");
  CHECK(report.notices[1].where == "a.md:5:16");
}

// ---- in pages -------------------------------------------------------------------------------

const std::string kPrice = "Globex acquired Initech for $3 billion in May 2023.";

std::string page_with(const std::string& body) {
  return "<!DOCTYPE html>\n<html lang=en>\n<head><title>Globex</title></head>\n<body>\n" + body +
         "\n</body>\n</html>\n";
}

/// A page against a text that says otherwise.
Report judged(const std::string& page, const std::string& name = "a.html", const std::string& today = "2026-01-01") {
  RunOptions options;
  options.decisions.today = today;
  return cross_check(
      support::shipped_rules(),
      support::corpus_of({{name, page}, {"b.md", "In May 2023, Globex acquired Initech for $5 billion.\n"}}), options);
}

Standing standing_of(const Report& report) {
  for (const Finding& finding : report.findings) {
    if (finding.relation == Relation::contradict) return finding.standing;
  }
  FAIL("no contradiction");
  return Standing::open;
}

std::string notice_of(const Report& report) {
  REQUIRE(report.notices.size() == 1);
  const Notice& notice = report.notices.front();
  return notice.code + " at " + notice.where + ": " + notice.what;
}

TEST_CASE("a comment in a page speaks of the paragraph it stands in, or of the next one", "[unit][read]") {
  const std::string before = "<p>The weather was fine on the day when it came to this.</p>\n",
                    after = "\n<p>Nobody minded the price, it was said by all who had come.</p>";
  const auto standing = [&](const std::string& middle) {
    const Report report = judged(page_with(before + middle + after));
    CHECK(report.documents.front().text == "The weather was fine on the day when it came to this.\n\n" + kPrice +
                                               "\n\nNobody minded the price, it was said by all who had come.");
    return standing_of(report);
  };
  CHECK(standing("<p>" + kPrice + "</p>") == Standing::open);
  CHECK(standing("<p>" + kPrice + " " + kAsk + "</p>") == Standing::ignored);
  CHECK(standing("<p>" + kAsk + kPrice + "</p>") == Standing::ignored);
  CHECK(standing("<p>Globex acquired Initech " + kAsk + "for $3 <b>billion</b> in May 2023.</p>") == Standing::ignored);
  CHECK(standing(kAsk + "\n<p>" + kPrice + "</p>") == Standing::ignored);
  CHECK(standing("<div>" + kAsk + "<section><p>" + kPrice + "</p></section></div>") == Standing::ignored);
  CHECK(standing("<p>" + kPrice + "</p>" + kAsk) == Standing::open);
}

TEST_CASE("a comment before all of a page's text speaks of its first paragraph", "[unit][read]") {
  const std::string rest = "<p>Nobody minded the price, it was said.</p>";
  CHECK(standing_of(judged(page_with("<article>" + kAsk + "<div class=body><p>" + kPrice + "</p>" + rest +
                                     "</div></article>"))) == Standing::ignored);
  CHECK(standing_of(judged(page_with("<article><h1>A purchase</h1>" + kAsk + "<div class=body><p>" + kPrice + "</p>" +
                                     rest + "</div></article>"))) == Standing::ignored);
  CHECK(standing_of(judged(kAsk + "\n" + page_with("<p>" + kPrice + "</p>" + rest))) == Standing::ignored);
  CHECK(standing_of(judged(kAsk + "\n" + page_with("<h2>A purchase</h2><p>" + kPrice + "</p>" + rest))) ==
        Standing::open);
}

TEST_CASE("a comment speaks of one item of a list and of one row of a table", "[unit][read]") {
  const std::string prose = "<p>What follows is what the two firms said on the day.</p>";
  const auto standing = [&](const std::string& items) {
    return standing_of(judged(page_with(prose + "<ul>" + items + "</ul>" + prose)));
  };
  CHECK(standing("<li>The sun shone.</li><li>" + kPrice + kAsk + "</li>") == Standing::ignored);
  CHECK(standing("<li>The sun shone.</li>" + kAsk + "<li>" + kPrice + "</li>") == Standing::ignored);
  CHECK(standing("<li>The sun shone." + kAsk + "</li><li>" + kPrice + "</li>") == Standing::open);
  const Report table = judged(page_with(prose + "<table><tr><td>Toll</td><td>34</td></tr>\n" + kAsk +
                                        "<tr><td>Hurt</td><td>250</td></tr></table><p>" + kPrice + "</p>"));
  const Document& page = table.documents.front();
  REQUIRE(page.ignores.size() == 1);
  CHECK(page.text.substr(page.ignores.front().span.begin).starts_with("| Hurt | 250 |"));
}

TEST_CASE("a comment in what is no part of the article is told with its line in the page", "[unit][read]") {
  const std::string prose = "<p>" + kPrice + "</p><p>Nobody minded the price, it was said.</p>";
  CHECK(
      notice_of(judged(page_with("<nav>\n  " + kAsk + "\n<a href=x>Home</a></nav>\n" + prose))) ==
      "bad-comment at a.html:6:3: this comment silences nothing: it stands in what is not read as the article's text, "
      "such as its headline, a menu or related links; put it into the paragraph that it is about");
  CHECK(notice_of(judged(page_with("<h1>A purchase " + kAsk + "</h1>" + prose)))
            .starts_with("bad-comment at a.html:5:16"));
  CHECK(notice_of(judged(page_with(prose + "\n" + kAsk))) ==
        "bad-comment at a.html:6:1: this comment silences nothing: no paragraph of the article follows it; put it into "
        "the one that it is about");
  CHECK(notice_of(judged(page_with(prose + "\n" + kAsk + "<h2>Read also</h2>")))
            .starts_with("bad-comment at a.html:6:1"));
}

TEST_CASE("a comment in a page is refused, expires and is found unused as in a text", "[unit][read]") {
  const auto page = [&](const std::string& comment) {
    return page_with("<p>é 😀 The weather was fine on the day.</p>\n<p>é 😀 " + comment + kPrice + "</p>");
  };
  CHECK(notice_of(judged(page("<!-- crosscheck: ignore value -->"))) ==
        "bad-comment at a.html:6:8: this comment silences nothing: it gives no reason, so it silences nothing; add "
        "reason=\"…\"");
  CHECK(standing_of(judged(page("<!-- crosscheck: ignore value -->"))) == Standing::open);
  CHECK(standing_of(judged(page(kAsk), "a.html", "2027-01-01")) == Standing::ignored);
  const Report late = judged(page(kAsk), "a.html", "2027-01-02");
  CHECK(standing_of(late) == Standing::open);
  CHECK(notice_of(late).starts_with("expired-comment at a.html:6:8: this comment held until 2027-01-01"));
  CHECK(notice_of(judged(page(R"(<!-- crosscheck: ignore weekday reason="x" -->)")))
            .starts_with("unused-comment at a.html:6:8"));
  CHECK(judged(page("<!-- crosscheck this with the desk -->")).notices.empty());
}

TEST_CASE("a comment in a feed's item speaks of the item's paragraph, at its line in the feed", "[unit][read]") {
  const auto feed = [](const std::string& description) {
    return "<?xml version=\"1.0\"?>\n<rss "
           "version=\"2.0\"><channel><title>Wire</title><language>en</language>\n<item><title>A "
           "purchase</title>\n<description>" +
           description + "</description></item></channel></rss>\n";
  };
  const std::string html = "<p>The weather was fine.</p>\n" + kAsk + "<p>" + kPrice + "</p>";
  std::string escaped;
  for (const char c : html) escaped += c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  for (const std::string& description : {"<![CDATA[" + html + "]]>", escaped}) {
    const Report report = judged(feed(description), "wire.rss");
    CHECK(standing_of(report) == Standing::ignored);
    const Report late = judged(feed(description), "wire.rss", "2027-02-01");
    CHECK(notice_of(late).starts_with("expired-comment at wire.rss#1:5:1"));
  }
}

}  // namespace
}  // namespace crosscheck
