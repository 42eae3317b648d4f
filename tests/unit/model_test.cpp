// The nouns: the few invariants they carry, and their names as FORMATS spells them.
#include "model/model.h"
#include "base/hash.h"

#include <set>

#include "catch.h"
#include "support.h"

namespace crosscheck {
namespace {

Document lines_of(const std::string& text) {
  Corpus corpus = support::corpus_of({{"a.txt", text}});
  if (corpus.documents.empty()) FAIL("refused: " << corpus.skipped.front().reason);
  return std::move(corpus.documents.front());
}

Place at(const Document& document, const std::string& surface) {
  const auto begin = static_cast<std::uint32_t>(document.text.find(surface));
  return {Field::text, {begin, begin + static_cast<std::uint32_t>(surface.size())}};
}

TEST_CASE("lines and columns count from one, the column in code points", "[unit][model]") {
  const Document document = lines_of("é = 1\n😀 = 22\r\n\r\nlast 333");
  const auto place = [&](const std::string& surface) {
    const LineColumn found = line_column(document, at(document, surface));
    return std::pair{found.line, found.column};
  };
  CHECK(place("é") == std::pair{1U, 1U});
  CHECK(place("1") == std::pair{1U, 5U});
  CHECK(place("22") == std::pair{2U, 5U});
  CHECK(place("333") == std::pair{4U, 6U});
}

TEST_CASE("a place in the title is counted in the title", "[unit][model]") {
  Document document = lines_of("Text of the article.");
  document.title = "Été: $5 million";
  const Place place{
      Field::title,
      {static_cast<std::uint32_t>(document.title.find('$')), static_cast<std::uint32_t>(document.title.size())}};
  CHECK(text_at(document, place) == "$5 million");
  CHECK(line_column(document, place).line == 1);
  CHECK(line_column(document, place).column == 6);
}

TEST_CASE("a place outside its text is cut, not read beyond", "[unit][model]") {
  const Document document = lines_of("short");
  CHECK(text_at(document, {Field::text, {3, 400}}) == "rt");
  CHECK(text_at(document, {Field::title, {0, 4}}).empty());
}

TEST_CASE("a name that another begins or ends with is related to it", "[unit][model]") {
  CHECK(compare_names("acme", "acme") == NameMatch::same);
  CHECK(compare_names("acme", "acme cloud") == NameMatch::related);
  CHECK(compare_names("halden acme", "acme") == NameMatch::related);
  CHECK(compare_names("acme", "acmecloud") == NameMatch::none);
  CHECK(compare_names("acme cloud", "acme grid") == NameMatch::none);
  CHECK(compare_names("cme", "acme") == NameMatch::none);
  CHECK(compare_names("", "acme") == NameMatch::none);
  CHECK(compare_names("", "") == NameMatch::none);
}

TEST_CASE("comparing names mirrors", "[unit][model]") {
  const std::vector<std::string> names = {"", "acme", "acme cloud", "cloud", "acme cloud inc", "grid", "new acme"};
  for (const std::string& a : names) {
    for (const std::string& b : names) CHECK(compare_names(a, b) == compare_names(b, a));
  }
}

TEST_CASE("a role is found by its name", "[unit][model]") {
  Claim claim;
  claim.roles = {{"investor", "Acme", "acme", true, RoleBasis::stated},
                 {"investee", "Globex", "globex", true, RoleBasis::context}};
  REQUIRE(claim.role("investee") != nullptr);
  CHECK(claim.role("investee")->value == "Globex");
  CHECK(claim.role("seller") == nullptr);
}

TEST_CASE("a claim is dated when its value is a date or a time", "[unit][model]") {
  Claim claim;
  for (const MentionKind kind : {MentionKind::date, MentionKind::time}) {
    claim.kind = kind;
    CHECK(claim.dated());
  }
  for (const MentionKind kind : {MentionKind::money, MentionKind::duration, MentionKind::number}) {
    claim.kind = kind;
    CHECK_FALSE(claim.dated());
  }
}

TEST_CASE("names on the wire are those of FORMATS, each once", "[unit][model]") {
  CHECK(name_of(MentionKind::temperature) == "temperature");
  CHECK(name_of(MentionKind::set) == "set");
  CHECK(name_of(Bound::at_least) == "at_least");
  CHECK(name_of(Bound::vague) == "vague");
  CHECK(name_of(Relation::inconsistent) == "inconsistent");
  CHECK(name_of(Severity::warning) == "warning");
  CHECK(name_of(Modality::hypothetical) == "hypothetical");
  CHECK(name_of(TimeBasis::inferred) == "inferred");
  CHECK(name_of(Behaviour::monotone) == "monotone");
  std::set<std::string_view> kinds, bounds;
  for (int i = 0; i <= static_cast<int>(MentionKind::entity); ++i) kinds.insert(name_of(static_cast<MentionKind>(i)));
  for (int i = 0; i <= static_cast<int>(Bound::vague); ++i) bounds.insert(name_of(static_cast<Bound>(i)));
  CHECK(kinds.size() == 14);
  CHECK(bounds.size() == 8);
}

TEST_CASE("a quantity's value is a plain number, a range is an interval", "[unit][model]") {
  Quantity quantity;
  quantity.value = Decimal(157).shifted(9);
  CHECK(value_text(quantity) == "157000000000");
  quantity.value.reset();
  quantity.interval = Interval::between(Decimal(12), Decimal(15));
  CHECK(value_text(quantity) == "[12,15]");
  quantity.interval = {Decimal(30), std::nullopt, true, false};
  CHECK(value_text(quantity) == "(30,)");
}

TEST_CASE("a packed article keeps its tokens and what link asks of its names", "[unit][model]") {
  const Article whole =
      support::read_text("Halden Grid Services (HGS), led by Ann Größe Jr., paid $5 million to “Acme Corp”.").article;
  REQUIRE(whole.tokens.size() > 15);
  REQUIRE(whole.entities.size() > 1);
  Article packed = whole;
  pack(packed);
  pack(packed);
  CHECK(packed.tokens.empty());
  CHECK(packed.entities.empty());
  CHECK(packed.claims.size() == whole.claims.size());
  REQUIRE(packed.packed_tokens.size() == whole.tokens.size());
  for (std::size_t i = 0; i < whole.tokens.size(); ++i) {
    const PackedTokens::View token = packed.packed_tokens[i];
    CHECK(token.span == whole.tokens[i].span);
    CHECK(token.kind == whole.tokens[i].kind);
    CHECK(token.capital == whole.tokens[i].capital);
    CHECK(token.folded == whole.tokens[i].folded);
    CHECK(token.hash == hash64(token.folded));
  }
  std::size_t names = 0;
  packed.packed_names.each([&](const NameFacts& facts, const std::vector<std::string>& aliases) {
    REQUIRE(names < whole.entities.size());
    const NameFacts expected = facts_of(whole.entities[names]);
    CHECK(facts.key == expected.key);
    CHECK(facts.stem == expected.stem);
    CHECK(facts.kind == expected.kind);
    CHECK(facts.known == expected.known);
    CHECK(facts.common == expected.common);
    CHECK(facts.initials == expected.initials);
    CHECK(aliases == whole.entities[names].aliases);
    ++names;
  });
  CHECK(names == whole.entities.size());
}

}  // namespace
}  // namespace crosscheck
