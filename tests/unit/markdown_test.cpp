// Markdown: what is markup is no word of the article, what is written stays where it is. Whole articles are in
// tests/fixtures/readers.
#include <chrono>

#include "catch.h"
#include "read/read.h"
#include "support.h"

namespace crosscheck {
namespace {

Document document_of(const std::string& text, const std::string& name = "a.md") {
  Corpus corpus = support::corpus_of({{name, text}});
  REQUIRE(corpus.documents.size() == 1);
  return std::move(corpus.documents.front());
}

/// As the rooms see it, runs of blanks made one.
std::string seen(const std::string& text) {
  const Document document = document_of(text);
  CHECK(document.text == text);
  std::string out;
  std::size_t hidden = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    while (hidden < document.hidden.size() && document.hidden[hidden].end <= at) ++hidden;
    const bool blank = hidden < document.hidden.size() && document.hidden[hidden].begin <= at;
    const char c = blank ? ' ' : text[at];
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out.push_back(c);
  }
  return out;
}

/// "3 million" is 3000000, whatever stands between.
std::vector<std::string> values_in(const std::string& text) {
  std::vector<std::string> values;
  for (const Mention& mention : find_mentions(support::shipped_rules(), document_of(text)).mentions)
    values.push_back(mention.edtf.empty() ? value_text(mention.quantity) : mention.edtf);
  return values;
}

TEST_CASE("addresses, titles and pictures are no words of a text in Markdown", "[unit][read][markdown]") {
  CHECK(seen("It has [5,000 jobs](/2019/77.html \"May 5\") now.") == "It has 5,000 jobs now.");
  CHECK(seen("It has [5,000\njobs](</a b/77> 'May 5') now.") == "It has 5,000\njobs now.");
  CHECK(seen("It has [5,000 *jobs*](a_(b)_7) now.") == "It has 5,000 *jobs* now.");
  CHECK(seen("It has ![900 people](crowd-12.jpg)41 seats.") == "It has 41 seats.");
  CHECK(seen("![](2021.jpg)\n\n[![12](12.png) 41](34.html) seats.") == "\n\n 41 seats.");
  CHECK(seen("As [told][r-77] and [ r-77 ][] and [r-77].\n\n[r-77]: http://x.example/77 \"7 May\"\n") ==
        "As told and r-77 and r-77 .\n\n \n");
  CHECK(seen("Not [a link] (12) nor [this](12 13), nor \\[that](14).") ==
        "Not [a link] (12) nor [this](12 13), nor [that](14).");
}

TEST_CASE("code blocks, tags and the marks of footnotes are no words, code in a line is", "[unit][read][markdown]") {
  CHECK(seen("Said.\n\n```js 5\nx = 77;\n\n1. y = 3\n```\n\nIt has `14` seats.") ==
        "Said.\n\n``` \n \n\n \n```\n\nIt has `14 seats.");
  CHECK(seen("Output[^1] was 61.\n\n[^1]: In 2016.") == "Output was 61.\n\n : In 2016.");
  CHECK(seen("<div class=\"n12\"\n  style=\"width:9px\">\n34 dead\n</div>") == "\n \n34 dead\n ");
  CHECK(seen("It is <b title=\"12 > 7\">34</b>.") == "It is 34 .");
  CHECK(seen("2 < 3 and 5 > 4.") == "2 < 3 and 5 > 4.");
}

TEST_CASE("what segment reads of Markdown stays", "[unit][read][markdown]") {
  for (const std::string text :
       {"# Head **b** ##\n\n- **Size**: 5\n- 7\n  * 8\n\n1. one\n2) two\n\n> quoted\n> more\n",
        "Head\n====\n\nHead 2\n---\n", "| a | b |\n|---|--:|\n| 1 | 2 |\n",
        "*New York* — **five** people, _he_ said.\n\n***\n", "    An indented paragraph of 5.\n"})
    CHECK(document_of(text).hidden.empty());
  CHECK(seen("| [a](b) | [c](d) |\n|---|---|\n| 1\\|2 | 3 |\n") == "| a | c |\n|---|---|\n| 1 |2 | 3 |\n");
}

TEST_CASE("emphasis inside a figure does not part it", "[unit][read][markdown]") {
  CHECK(values_in("The toll rose to **3** million.") == std::vector<std::string>{"3000000"});
  CHECK(values_in("It raised **$6** billion and $**5** million.") == std::vector<std::string>{"6000000000", "5000000"});
  CHECK(values_in("Profit rose **7**%.") == std::vector<std::string>{"7"});
  CHECK(values_in("It is due on **March 5**, 2024, and not 7.") == std::vector<std::string>{"2024-03-05", "7"});
  CHECK(values_in("It cut **34**. **12** were hurt.") == std::vector<std::string>{"34", "12"});
  CHECK(values_in("It paid \\$44 million, or 5&nbsp;million.") == std::vector<std::string>{"44000000", "5000000"});
}

TEST_CASE("the number of a list's item is no figure, in any text", "[unit][segment][markdown]") {
  const std::string list =
      "The firm said:\n\n1. It cut 340 jobs.\n2. It sold 12 stores.\n\n3. November 2025 was a good month.\n";
  const std::vector<std::string> values{"340", "12", "2025-11"};
  CHECK(values_in(list) == values);
  std::vector<std::string> in_text;
  for (const Mention& mention : find_mentions(support::shipped_rules(), document_of(list, "a.txt")).mentions)
    in_text.push_back(mention.edtf.empty() ? value_text(mention.quantity) : mention.edtf);
  CHECK(in_text == values);
  CHECK(values_in("1. 234. 567") == std::vector<std::string>{"1", "234", "567"});
}

TEST_CASE("a link in a sentence leaves its claim as it is, and the quote is the file's own bytes",
          "[unit][read][markdown]") {
  const std::string linked = "Globex [acquired Initech](https://globex.example/2021/9) for $3 billion in May 2023.\n";
  const auto plain = support::read_text("Globex acquired Initech for $3 billion in May 2023.\n");
  const auto reading = support::read_text(linked, "", "a.md");
  REQUIRE(plain.article.claims.size() == reading.article.claims.size());
  for (std::size_t i = 0; i < plain.article.claims.size(); ++i) {
    const Claim &a = plain.article.claims[i], &b = reading.article.claims[i];
    CHECK(a.rule == b.rule);
    CHECK(a.attribute == b.attribute);
    CHECK(a.roles.size() == b.roles.size());
    CHECK(text_at(plain.document, a.place) == text_at(reading.document, b.place));
    CHECK(cut(linked, b.quote) == linked.substr(0, linked.size() - 1));
  }
}

TEST_CASE("a text file is no Markdown", "[unit][read][markdown]") {
  CHECK(document_of("It has [5,000 jobs](/2019/77.html) now.", "a.txt").hidden.empty());
}

TEST_CASE("front matter as sites write it gives date and language", "[unit][read][markdown]") {
  CHECK(document_of("---\ndate: 2024-09-17 08:30:00 +0200\nlang: de\n---\nText.\n").published == "2024-09-17");
  CHECK(document_of("---\ndate: 2024-09-17\nlang: de\n---\nText.\n").language == "de");
  CHECK(document_of("---\npublished: 2024-09\ndate: 2025-01-01\nlanguage: fr\nlang: de\n---\nText.\n").published ==
        "2024-09");
  const Document odd = document_of("---\ndate: soon\n---\nText.\n");
  CHECK(odd.published.empty());
  REQUIRE(odd.warnings.size() == 1);
  CHECK(odd.warnings[0].find("\"soon\"") != std::string::npos);
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST_CASE("marks without end are told, and neither overflow the stack nor hang", "[unit][read][markdown]") {
  constexpr std::size_t kMany = 300'000;
  const auto start = std::chrono::steady_clock::now();
  std::size_t told = 0;
  for (const std::string& text : {repeated("[", 1'000'000),
                                  "[x]: /foo\n\n" + repeated("[", kMany) + repeated("]", kMany),
                                  repeated("](", kMany),
                                  repeated("]([\n", kMany),
                                  repeated("a <![CDATA[", kMany),
                                  repeated("a <?", kMany),
                                  repeated("<>", kMany),
                                  repeated("\\``", kMany),
                                  repeated("[ (](", kMany),
                                  repeated("* ", kMany) + "a",
                                  repeated("> ", kMany) + "a",
                                  repeated("*a _b ", kMany),
                                  repeated("![[", kMany),
                                  repeated("`", kMany) + "a",
                                  repeated("[a](<b", kMany),
                                  "[x]: " + repeated("x\\_", kMany) + repeated("\n[x]", kMany),
                                  repeated("- ", kMany),
                                  repeated("&", kMany),
                                  repeated("~~a ", kMany),
                                  repeated("|a", kMany) + "\n" + repeated("|-", kMany) + "\n" + repeated("|b\n", kMany),
                                  repeated("    ", kMany) + "- a"}) {
    const Document document = document_of("34 people died.\n\n" + text);
    told += document.warnings.size();
  }
  CHECK(told > 10);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
}

TEST_CASE("an article of many links and a long table are read as Markdown", "[unit][read][markdown]") {
  CHECK(document_of(repeated("- [a *b*](http://x.example/7) and [c](d) `e`\n", 5000)).warnings.empty());
  CHECK(document_of("| a | b |\n|---|---|\n" + repeated("| [1](/7) | 2 |\n", 1500)).warnings.empty());
  CHECK(
      document_of(repeated("As [told](http://x.example/7), *it* said [so][r].\nMore of `it`.\n\n", 5000) + "[r]: /8\n")
          .warnings.empty());
}

}  // namespace
}  // namespace crosscheck
