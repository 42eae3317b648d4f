// The segmenting room through its door: the cases of tests/cases/segment/, and laws that hold for any text.
#include "segment/segment.h"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/json.h"
#include "base/unicode.h"
#include "catch.h"

namespace crosscheck {
namespace {

using Strings = std::vector<std::string>;

Lexicon small_english() {
  Lexicon lexicon;
  lexicon.language = "en";
  lexicon.months = {{"november", 11}, {"nov", 11}, {"march", 3},     {"june", 6},
                    {"sept", 9},      {"jan", 1},  {"dezember", 12}, {"may", 5}};
  lexicon.weekdays = {{"monday", 1}, {"sat", 6}};
  for (const char* suffix : {"bn", "mln"}) lexicon.vocabulary.add(suffix, {SenseKind::scale_suffix, 0, 0});
  lexicon.vocabulary.add("pct", {SenseKind::percent, 0, 0});
  lexicon.vocabulary.freeze(false);
  lexicon.currency_names = {{"euro", "EUR"}};
  lexicon.lists["abbreviations"] = {"inc", "corp", "co",  "no",  "jan", "nov", "sept", "sat", "bn",  "mln",
                                    "mio", "pct",  "fig", "vol", "u.s", "a.m", "p.m",  "i.e", "ph.d"};
  lexicon.lists["titles"] = {"gov", "sen", "dr"};
  lexicon.tables.headline_marks = {"corrected", "rpt"};
  lexicon.lists["sentence_starters"] = {"the", "a", "in", "it", "he", "she", "they", "after", "and", "officials"};
  return lexicon;
}

Document document_of(std::string text, std::string title = "") {
  Document document;
  document.text = std::move(text);
  document.title = std::move(title);
  return document;
}

std::string_view name_of(SentenceKind kind) {
  constexpr std::string_view kNames[] = {"body", "heading", "list_item", "dateline"};
  return kNames[static_cast<std::size_t>(kind)];
}

Strings sentences_of(const Document& document, const Article& article) {
  Strings out;
  for (const Sentence& sentence : article.sentences)
    out.emplace_back(text_at(document, {sentence.field, sentence.span}));
  return out;
}

/// "#38" a number, "_bn" a word without space before it; marks and other words as they are.
Strings tokens_of(const Document& document, const Article& article) {
  Strings out;
  for (const Token& token : article.tokens) {
    const std::string written(cut(std::string_view(document.text), token.span));
    const bool behind_number =
        token.kind == TokenKind::word && !token.space_before && !out.empty() && out.back().front() == '#';
    out.push_back((token.kind == TokenKind::number            ? "#"
                   : behind_number && written.front() != '\'' ? "_"
                                                              : "") +
                  written);
  }
  return out;
}

// ---- cases ----------------------------------------------------------------------------------

Json cases_in(const std::string& name) {
  std::ifstream file(std::string(CROSSCHECK_SOURCE_DIR) + "/tests/cases/segment/" + name);
  REQUIRE(file.good());
  Json cases = Json::array();
  for (std::string line; std::getline(file, line);) {
    auto row = parse_json(line);
    if (!row) FAIL(name << ": " << line << ": " << to_string(row.fault()));
    cases.push_back(std::move(row).value());
  }
  return cases;
}

void check_case(const Json& row) {
  const Document document = document_of(row.at("text").get<std::string>(), row.value("title", std::string()));
  const Article article = segment(document, 3, small_english());
  INFO(document.text);
  CHECK(article.document == 3);
  if (row.contains("sentences")) CHECK(sentences_of(document, article) == row.at("sentences").get<Strings>());
  if (row.contains("tokens")) CHECK(tokens_of(document, article) == row.at("tokens").get<Strings>());
  Strings kinds;
  std::vector<std::uint32_t> paragraphs;
  for (const Sentence& sentence : article.sentences) {
    kinds.emplace_back(name_of(sentence.kind));
    paragraphs.push_back(sentence.paragraph);
  }
  if (row.contains("kinds")) CHECK(kinds == row.at("kinds").get<Strings>());
  if (row.contains("paragraphs")) CHECK(paragraphs == row.at("paragraphs").get<std::vector<std::uint32_t>>());
}

TEST_CASE("full stops end sentences where they should and nowhere else", "[unit][segment]") {
  for (const Json& row : cases_in("full_stops.jsonl")) check_case(row);
}

TEST_CASE("quotes, brackets and references close with the sentence before them", "[unit][segment]") {
  for (const Json& row : cases_in("closers.jsonl")) check_case(row);
}

TEST_CASE("lines fall into paragraphs, headings, list items and datelines", "[unit][segment]") {
  for (const Json& row : cases_in("blocks.jsonl")) check_case(row);
}

TEST_CASE("sentences fall into words, numbers and marks", "[unit][segment]") {
  for (const Json& row : cases_in("tokens.jsonl")) check_case(row);
}

// ---- single facts ---------------------------------------------------------------------------

TEST_CASE("a token knows its case, its folded form and the space before it", "[unit][segment]") {
  const Document document = document_of("(OpenAI’s “É-Prix” eBay Übermut)");
  const Article article = segment(document, 0, small_english());
  const auto find = [&](std::string_view written) {
    for (const Token& token : article.tokens) {
      if (cut(std::string_view(document.text), token.span) == written) return token;
    }
    FAIL("no token " << written);
    return Token{};
  };
  CHECK(find("OpenAI").capital);
  CHECK(find("OpenAI").shouted);
  CHECK_FALSE(find("OpenAI").space_before);
  CHECK(find("OpenAI").folded == "openai");
  CHECK(find("’s").folded == "'s");
  CHECK_FALSE(find("’s").space_before);
  CHECK(find("É-Prix").folded == "é-prix");
  CHECK(find("É-Prix").shouted);
  CHECK_FALSE(find("eBay").capital);
  CHECK_FALSE(find("eBay").shouted);
  CHECK(find("eBay").space_before);
  CHECK(find("Übermut").capital);
  CHECK(find("Übermut").folded == "übermut");
  CHECK(find("“").kind == TokenKind::mark);
}

TEST_CASE("front matter is not segmented", "[unit][segment]") {
  Document document = document_of("---\ntitle: A\n---\nBody.");
  document.body_begin = 17;
  CHECK(sentences_of(document, segment(document, 0, small_english())) == Strings{"Body."});
}

TEST_CASE("an empty lexicon is no obstacle", "[unit][segment]") {
  const Document document = document_of("It paid $3.5 bn. The U.S. Army paid. Nov. 3 came.");
  CHECK(sentences_of(document, segment(document, 0, Lexicon{})) ==
        Strings{"It paid $3.5 bn.", "The U.S. Army paid.", "Nov. 3 came."});
}

TEST_CASE("German ordinals do not end sentences", "[unit][segment]") {
  Lexicon german;
  german.language = "de";
  german.lists["sentence_starters"] = {"die", "er"};
  const Document document = document_of("Der 2. Weltkrieg endete. Es waren 23. Die Zahl stieg auf 3,5 Mrd. Euro.");
  german.lists["abbreviations"] = {"mrd"};
  CHECK(sentences_of(document, segment(document, 0, german)) ==
        Strings{"Der 2. Weltkrieg endete.", "Es waren 23.", "Die Zahl stieg auf 3,5 Mrd. Euro."});
}

// ---- laws -----------------------------------------------------------------------------------

/// Ordered, disjoint, trimmed; tokens tile all but spaces, markup and what prints nothing.
void check_laws(const Document& document, const Article& article) {
  std::uint32_t token = 0, paragraph = 0;
  Place last{Field::title, {0, 0}};
  for (const Sentence& sentence : article.sentences) {
    const std::string_view text = text_of(document, sentence.field);
    if (sentence.field != last.field) last = {sentence.field, {document.body_begin, document.body_begin}};
    REQUIRE(last.span.end <= sentence.span.begin);
    REQUIRE(sentence.span.end <= text.size());
    REQUIRE(sentence.paragraph >= paragraph);
    REQUIRE(sentence.first_token == token);
    REQUIRE(sentence.end_token > token);
    const std::string_view written = cut(text, sentence.span);
    REQUIRE_FALSE(first_invalid_byte(written));
    REQUIRE_FALSE(is_space(decode(written, 0).code));
    std::uint32_t at = sentence.span.begin;
    for (; token < sentence.end_token; ++token) {
      const Token& t = article.tokens[token];
      REQUIRE(at <= t.span.begin);
      REQUIRE(t.span.begin < t.span.end);
      REQUIRE(t.span.end <= sentence.span.end);
      REQUIRE(t.span.size() <= 256);
      const std::string_view between = cut(text, {at, t.span.begin});
      for (std::size_t i = 0; i < between.size(); i += decode(between, i).length) {
        REQUIRE_FALSE(is_letter(decode(between, i).code));
      }
      REQUIRE_FALSE(first_invalid_byte(cut(text, t.span)));
      REQUIRE(t.folded == folded(cut(text, t.span)));
      at = t.span.end;
    }
    paragraph = sentence.paragraph;
    last.span = sentence.span;
  }
  REQUIRE(token == article.tokens.size());
}

std::string random_text(std::mt19937& random) {
  static const Strings kPieces = {"a",
                                  "The",
                                  "U.S.",
                                  "Inc.",
                                  "bn.",
                                  ". ",
                                  "? ",
                                  "! ",
                                  "…",
                                  "...",
                                  "\n",
                                  "\n\n",
                                  "\r\n",
                                  " ",
                                  "  ",
                                  "\t",
                                  "- ",
                                  "* ",
                                  "**",
                                  "# ",
                                  "> ",
                                  "1. ",
                                  "[1]",
                                  "[",
                                  "]",
                                  "(",
                                  ")",
                                  "\"",
                                  "'",
                                  "’s",
                                  "“",
                                  "”",
                                  "5",
                                  "1,234.5",
                                  "$",
                                  "%",
                                  "-",
                                  "–",
                                  "—",
                                  "@",
                                  "a@b.c",
                                  "http://x.y",
                                  "&",
                                  "_",
                                  "年",
                                  "。",
                                  "ß",
                                  "É",
                                  "e\xCC\x81",
                                  "\xE2\x80\x8B",
                                  "\xEF\xBB\xBF",
                                  "\xC2\xA0",
                                  "\xE2\x80\xAF",
                                  "\xC2\xAD",
                                  "\xF0\x9F\x98\x80",
                                  "\xE2\x80\xA8",
                                  "\xC2\x85",
                                  "\xE0\xA4\xBF",
                                  "।",
                                  "---",
                                  "|",
                                  "   ",
                                  "November 3, 2025",
                                  "said",
                                  "OpenAI",
                                  "•"};
  std::string text;
  const std::size_t count = random() % 60;
  for (std::size_t i = 0; i < count; ++i) {
    if (random() % 8 == 0) {
      char32_t code = static_cast<char32_t>(random() % 0x11000U);
      if (code >= 0xD800 && code < 0xE000) code = 'x';
      append_utf8(text, code == 0 ? U'y' : code);
    } else {
      text += kPieces[random() % kPieces.size()];
      if (random() % 2 == 0) text += ' ';
    }
  }
  return text;
}

TEST_CASE("any text gives ordered, disjoint sentences and exact tokens", "[unit][segment]") {
  std::mt19937 random(20251103);
  const Lexicon lexicon = small_english();
  for (int round = 0; round < 3000; ++round) {
    const Document document = document_of(random_text(random), round % 3 == 0 ? random_text(random) : "");
    INFO("round " << round << ": " << document.text);
    check_laws(document, segment(document, 0, lexicon));
  }
}

TEST_CASE("one form feed at the end changes no sentence, though lines are then looked for byte by byte",
          "[unit][segment]") {
  std::mt19937 random(11);
  const Lexicon lexicon = small_english();
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    const Document fast = document_of(text + "\n\n"), slow = document_of(text + "\n\f");
    INFO("round " << round << ": " << text);
    REQUIRE(sentences_of(fast, segment(fast, 0, lexicon)) == sentences_of(slow, segment(slow, 0, lexicon)));
  }
}

TEST_CASE("letters and digits are in some token", "[unit][segment]") {
  std::mt19937 random(7);
  const Lexicon lexicon = small_english();
  for (int round = 0; round < 1000; ++round) {
    std::string text = random_text(random);
    std::replace(text.begin(), text.end(), '#', '.');
    for (std::size_t at; (at = text.find("1. ")) != std::string::npos;) text.replace(at, 3, "one");  // list markers
    const Document document = document_of(text);
    const Article article = segment(document, 0, lexicon);
    std::vector<bool> covered(text.size());
    for (const Token& token : article.tokens)
      std::fill(covered.begin() + token.span.begin, covered.begin() + token.span.end, true);
    INFO("round " << round << ": " << text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool ascii_word =
          (text[i] >= '0' && text[i] <= '9') ||
          is_letter(static_cast<unsigned char>(text[i]) < 0x80 ? static_cast<char32_t>(text[i]) : U' ');
      const bool marker = i + 1 < text.size() && (text[i + 1] == ')' || (i > 0 && text[i - 1] == '('));
      if (ascii_word && !marker) REQUIRE(covered[i]);
    }
  }
}

TEST_CASE("a megabyte of one thing is no trap", "[unit][segment]") {
  const Lexicon lexicon = small_english();
  for (const char* unit : {"a",     "A.", "a.b",  "1", "1,",  "1.",           ".",         ". ",  "]",       "[1]",
                           "[",     "'",  "a'",   "-", "a-",  "* ",           "\n",        "a\n", "A b,\n",  "- a\n",
                           "\"",    "年", "。",   "?", "? a", "\xE2\x80\x8B", "a@",        "@a",  "http://", "www.",
                           " - **", "• ", "... ", "…", "|",   "_a",           "e\xCC\x81", "> "}) {
    std::string text;
    while (text.size() < 1000000) text += unit;
    const Document document = document_of(std::move(text));
    const std::clock_t start = std::clock();  // of the processor: other programs do not count
    const Article article = segment(document, 0, lexicon);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    INFO("unit " << unit);
    CHECK(seconds < 5.0);
    for (const Token& token : article.tokens) {
      if (token.span.size() > 256) FAIL("a token of " << token.span.size() << " bytes");
    }
  }
}

}  // namespace
}  // namespace crosscheck
