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

}  // namespace
}  // namespace crosscheck
