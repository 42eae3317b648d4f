// A quote equals its bytes: sentences of real articles are mixed with what breaks careless offsets (emoji, CRLF,
// a byte order mark, no-break spaces, combining marks, right-to-left text), and everything that the program says
// about the mixture must still stand at the very bytes it names.
#include "base/unicode.h"
#include "pipeline/verify.h"
#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;
using support::shipped_rules;

const std::vector<std::string>& real_sentences() {
  static const std::vector<std::string> sentences = [] {
    std::vector<std::string> found;
    for (const std::string& folder : support::story_folders()) {
      for (const Document& document : support::corpus_of(support::sources_in(folder)).documents) {
        const Article article = extract(shipped_rules(), document, 0);
        for (const Sentence& sentence : article.sentences)
          found.emplace_back(text_at(document, {sentence.field, sentence.span}));
      }
    }
    return found;
  }();
  return sentences;
}

const std::vector<std::string> kNoise = {"😀",
                                         "👩‍👩‍👧 ",
                                         "\u00A0",
                                         "\u202F",
                                         "e\u0301",
                                         "שלום ",
                                         "مرحبا ١٢٣ ",
                                         "\u200F",
                                         "\u200B",
                                         "\u2060",
                                         "\xEF\xBB\xBF",
                                         "ﬁnance ",
                                         "億円 ",
                                         "３８ ",
                                         "½ ",
                                         "−5 ",
                                         "№ 7 ",
                                         "\t",
                                         " “$5\u00A0bn” ",
                                         " €1.5\u202Fmn ",
                                         "…",
                                         " — ",
                                         "[12] ",
                                         "**",
                                         "# ",
                                         "- ",
                                         "> ",
                                         "1) ",
                                         "$",
                                         "%",
                                         "'",
                                         "\"",
                                         "(",
                                         ")",
                                         "\u2028",
                                         "Ⅻ "};
const std::vector<std::string> kBreaks = {"\n", "\r\n", "\n\n", "\r\n\r\n", " ", " ", "\r", "\u0085", "\v"};

/// Words of a sentence with noise put between, and sometimes inside, them.
std::string disturbed(Dice& dice, const std::string& sentence) {
  std::string out;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t length = decode(sentence, at).length;
    const bool space = sentence[at] == ' ';
    if (space && dice.one_in(5)) out += dice.pick(kNoise);
    if (!space && dice.one_in(60)) out += dice.pick(kNoise);
    out += space && dice.one_in(8) ? dice.pick(kBreaks) : sentence.substr(at, length);
    at += length;
  }
  return out;
}

std::string random_text(Dice& dice) {
  std::string text = dice.one_in(4) ? "\xEF\xBB\xBF" : "";
  const std::size_t count = 3 + dice.below(10);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& sentence = dice.pick(real_sentences());
    text += (dice.one_in(2) ? sentence : disturbed(dice, sentence)) + dice.pick(kBreaks);
  }
  return text;
}

bool on_code_points(std::string_view text, Span span) {
  const auto boundary = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  return span.end <= text.size() && span.begin < span.end && boundary(span.begin) && boundary(span.end);
}

/// Lines end at LF, CRLF or CR, as an editor counts them; columns are code points.
void check_line(const Document& document, const Place& place) {
  const LineColumn told = line_column(document, place);
  if (place.field == Field::title || told.line < document.first_line) return;
  REQUIRE(told.line - document.first_line < document.line_starts.size());
  const std::uint32_t start = document.line_starts[told.line - document.first_line];
  REQUIRE(start <= place.span.begin);
  CHECK(code_points(std::string_view(document.text).substr(start, place.span.begin - start)) + 1 == told.column);
  CHECK(document.text.substr(start, place.span.begin - start).find('\n') == std::string::npos);
}

void check_article(const Document& document, const Article& article) {
  CHECK(first_breach(document, article) == "");
  for (const Mention& mention : article.mentions) {
    const std::string_view text = text_of(document, mention.field);
    CHECK(on_code_points(text, mention.span));
    CHECK(on_code_points(text, mention.qualified));
    CHECK_FALSE(is_space(decode(text, mention.span.begin).code));
  }
  for (const Claim& claim : article.claims) {
    const std::string_view text = text_of(document, claim.place.field);
    CHECK(on_code_points(text, claim.place.span));
    CHECK(on_code_points(text, claim.quote));
    CHECK(claim.quote.contains(claim.qualified));
    check_line(document, claim.place);
  }
}

/// What the world gets to see: text[begin:end] == surface, and the quote likewise.
void check_json(const Report& report) {
  const auto parsed = parse_json(render(report, Format::json, {}));
  REQUIRE(parsed.ok());
  std::map<std::string, const Document*> by_id;
  for (const Document& document : report.documents) by_id[document.id] = &document;
  for (const Json& claim : parsed.value().at("claims")) {
    const Document& document = *by_id.at(claim.at("doc").get<std::string>());
    const bool title = claim.contains("in") && claim.at("in") == "title";
    const std::string& text = title ? document.title : document.text;
    const auto piece = [&](const char* begin, const char* end) {
      const auto from = claim.at(begin).get<std::size_t>(), to = claim.at(end).get<std::size_t>();
      return from <= to && to <= text.size() ? text.substr(from, to - from) : std::string("(outside)");
    };
    CHECK(piece("begin", "end") == claim.at("surface").get<std::string>());
    CHECK(piece("quote_begin", "quote_end") == claim.at("quote").get<std::string>());
  }
}

void check_mentions_line(const Document& document, const Article& article) {
  const auto parsed = parse_json(render_mentions(document, article));
  REQUIRE(parsed.ok());
  for (const Json& mention : parsed.value().at("mentions")) {
    const bool title = mention.contains("in") && mention.at("in") == "title";
    const std::string& text = title ? document.title : document.text;
    const auto begin = mention.at("begin").get<std::size_t>(), end = mention.at("end").get<std::size_t>();
    CHECK(text.substr(begin, end - begin) == mention.at("surface").get<std::string>());
  }
}

TEST_CASE("a quote equals its bytes, whatever stands between the words", "[property]") {
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    Dice dice(seed);
    INFO("seed " << seed);
    const Report report = support::report_on({{"a.txt", random_text(dice)}});
    for (const Document& document : report.documents) {
      const Article article = extract(shipped_rules(), document, 0);
      check_article(document, article);
      check_mentions_line(document, article);
    }
    check_json(report);
  }
}

TEST_CASE("a quote equals its bytes in markdown with front matter and in rows with a title", "[property]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Dice dice(1000 + seed);
    INFO("seed " << seed);
    Json row;
    row["id"] = "r" + std::to_string(seed);
    row["title"] = disturbed(dice, dice.pick(real_sentences()));
    row["text"] = random_text(dice);
    row["published"] = "2025-11-03";
    const std::string front = "---\r\ntitle: \"Prix: 5 M€ 😀, up 12%\"\r\npublished: 2025-11-03\r\n---\r\n";
    const Report report = support::report_on({{"a.jsonl", row.dump() + "\n"}, {"b.md", front + random_text(dice)}});
    CHECK(report.documents.size() == 2);
    for (std::uint32_t i = 0; i < report.documents.size(); ++i) {
      const Article article = extract(shipped_rules(), report.documents[i], i);
      check_article(report.documents[i], article);
      check_mentions_line(report.documents[i], article);
    }
    check_json(report);
  }
}

}  // namespace
}  // namespace crosscheck
