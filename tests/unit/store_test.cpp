// The store through its door, and the bytes of an article: what is written is read back to the last field, what is no store
// of ours is refused with the next step, and who reads while another writes sees the collection as it was.
#include "store/store.h"

#include <array>

#include "base/bytes.h"
#include "render/render.h"
#include "store/article_bytes.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::Dice;
using support::shipped_rules;
using support::TemporaryFolder;

// ---- every field ----------------------------------------------------------------------------

/// Any value of each field, and sometimes its default.
class AnyArticle {
 public:
  explicit AnyArticle(std::uint64_t seed) : dice_(seed) {}

  Article article() {
    Article article;
    article.sentences = list<Sentence>(
        [&] { return Sentence{field(), span(), any(SentenceKind::dateline), number(), number(), number()}; });
    article.claims = list<Claim>([&] { return claim(); });
    article.arithmetic = list<ArithmeticReading>([&] {
      return ArithmeticReading{text(), text(),  {{text(), place()}, {text(), place()}}, text(), {{text(), -1}}, flag(),
                               0,      number()};
    });
    article.corrections = list<CorrectionNote>([&] {
      return CorrectionNote{text(), text(), place(), maybe<Place>([&] { return place(); }), text(), text(), 0};
    });
    article.published = time();
    std::uint32_t at = 0;
    std::vector<Token> tokens = list<Token>([&] {
      const std::uint32_t begin = at + static_cast<std::uint32_t>(dice_.below(3));
      at = begin + static_cast<std::uint32_t>(dice_.below(9));
      Token token;
      token.span = {begin, at};
      token.kind = any(TokenKind::mark);
      token.capital = flag();
      token.folded = text();
      return token;
    });
    article.packed_tokens = PackedTokens(tokens);
    article.packed_names = PackedNames(list<Entity>([&] {
      Entity entity;
      entity.key = text();
      entity.aliases = texts();
      entity.type = any(EntityType::place);
      entity.initials = texts();
      entity.stem = text();
      entity.known = flag();
      entity.common = flag();
      return entity;
    }));
    return article;
  }

 private:
  template <class T, class Make>
  std::vector<T> list(Make&& make) {
    std::vector<T> values;
    for (std::size_t left = dice_.below(4); left > 0; --left) values.push_back(make());
    return values;
  }
  template <class T, class Make>
  std::optional<T> maybe(Make&& make) {
    return flag() ? std::optional<T>(make()) : std::nullopt;
  }
  template <class Enum>
  Enum any(Enum last) {
    return static_cast<Enum>(dice_.below(static_cast<std::size_t>(last) + 1));
  }
  bool flag() { return dice_.one_in(2); }
  std::uint32_t number() { return static_cast<std::uint32_t>(dice_.next() >> dice_.below(64)); }
  std::int32_t signed_number() { return static_cast<std::int32_t>(number()); }
  std::string text() {
    static const std::vector<std::string> kTexts = {"", "a", "Größe", "net", std::string(300, 'x'), "a\nb", "\xff\xfe"};
    return dice_.pick(kTexts);
  }
  std::vector<std::string> texts() {
    return list<std::string>([&] { return text(); });
  }
  Field field() { return any(Field::title); }
  Span span() { return {number(), number()}; }
  Place place() { return {field(), span()}; }
  Decimal decimal() {
    const std::int64_t small = dice_.between(-1000000, 1000000);
    if (flag()) return Decimal(small);
    return multiply(Decimal(static_cast<std::int64_t>(dice_.next() >> 8U)), Decimal(small))
        .shifted(-30 + signed_byte());
  }
  std::int8_t signed_byte() { return static_cast<std::int8_t>(dice_.between(-100, 100)); }
  TimeValue time_value() {
    TimeValue value;
    if (flag()) return value;
    value.grain = any(Grain::span);
    value.first = maybe<std::int32_t>([&] { return signed_number(); });
    value.last = maybe<std::int32_t>([&] { return signed_number(); });
    for (bool* own : {&value.open_start, &value.open_end, &value.approximate}) *own = flag();
    for (std::int8_t* own : {&value.month, &value.first_day, &value.last_day, &value.weekday}) *own = signed_byte();
    return value;
  }
  std::optional<UtcOffset> offset() {
    return maybe<UtcOffset>([&] { return UtcOffset{signed_number(), signed_number()}; });
  }
  ClaimTime time() {
    ClaimTime time;
    time.value = time_value();
    time.basis = any(TimeBasis::inferred);
    time.cue = text();
    time.when = list<TimeStep>([&] {
      return TimeStep{any(TimeStepKind::plus),
                      any(TimeGrain::century),
                      any(Toward::either),
                      signed_byte(),
                      static_cast<std::int16_t>(number()),
                      static_cast<std::int16_t>(number()),
                      signed_number()};
    });
    time.clock = text();
    time.zone = offset();
    time.local = offset();
    time.event = text();
    time.anchor = maybe<std::uint32_t>([&] { return number(); });
    time.span = span();
    return time;
  }
  Quantity quantity() {
    Quantity quantity;
    const auto any_decimal = [&] { return decimal(); };
    quantity.value = maybe<Decimal>(any_decimal);
    quantity.interval = {maybe<Decimal>(any_decimal), maybe<Decimal>(any_decimal), flag(), flag()};
    quantity.bound = any(Bound::vague);
    quantity.unit = text();
    quantity.written_unit = signed_byte();
    return quantity;
  }
  Claim claim() {
    Claim claim;
    claim.place = place();
    claim.qualified = span();
    claim.quote = span();
    claim.sentence = number();
    claim.paragraph = number();
    claim.kind = any(MentionKind::entity);
    claim.quantity = quantity();
    claim.written = text();
    claim.when = time_value();
    claim.attribute = text();
    claim.rule = text();
    claim.roles = list<Role>([&] { return Role{text(), text(), text(), flag(), any(RoleBasis::context)}; });
    claim.qualifiers = texts();
    claim.words = PackedWords(texts());
    claim.near = PackedWords(texts());
    claim.measured = {text(), texts(), text(), text(), text(), texts(), texts()};
    claim.behaviour = any(Behaviour::fluctuating);
    claim.period = flag();
    claim.deal = flag();
    claim.time = time();
    claim.modality = any(Modality::hypothetical);
    claim.retold = flag();
    claim.attribution = text();
    claim.confidence = static_cast<double>(dice_.next()) / 3e19;
    return claim;
  }

  Dice dice_;
};

// Bindings name every field: a field that the model gains does not compile here until it is compared, and then stored.

bool same(const ClaimTime& x, const ClaimTime& y) {
  const auto& [value, basis, cue, when, clock, zone, local, event, anchor, span] = x;
  return value == y.value && basis == y.basis && cue == y.cue && when == y.when && clock == y.clock && zone == y.zone &&
         local == y.local && event == y.event && anchor == y.anchor && span == y.span;
}

bool same(const Quantity& x, const Quantity& y) {
  const auto& [value, interval, bound, unit, written_unit] = x;
  return value == y.value && interval == y.interval && bound == y.bound && unit == y.unit &&
         written_unit == y.written_unit;
}

bool same(const Role& x, const Role& y) {
  const auto& [name, value, key, entity, basis] = x;
  return name == y.name && value == y.value && key == y.key && entity == y.entity && basis == y.basis;
}

bool same(const Measured& x, const Measured& y) {
  const auto& [head, modifiers, verb, owner, place, territories, scope] = x;
  return head == y.head && modifiers == y.modifiers && verb == y.verb && owner == y.owner && place == y.place &&
         territories == y.territories && scope == y.scope;
}

bool same(const Claim& x, const Claim& y);
bool same(const Sentence& x, const Sentence& y);
bool same(const ArithmeticReading& x, const ArithmeticReading& y);
bool same(const CorrectionNote& x, const CorrectionNote& y);

template <class T>
bool all_same(const std::vector<T>& x, const std::vector<T>& y) {
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const T& a, const T& b) { return same(a, b); });
}

bool same(const Claim& x, const Claim& y) {
  const auto& [id, document, place, qualified, quote, sentence, paragraph, kind, quantity, written, when, attribute,
               rule, roles, qualifiers, words, near, measured, behaviour, period, deal, time, modality, retold,
               attribution, confidence] = x;
  return id.empty() && y.id.empty() && document == 0 && place == y.place && qualified == y.qualified &&
         quote == y.quote && sentence == y.sentence && paragraph == y.paragraph && kind == y.kind &&
         same(quantity, y.quantity) && written == y.written && when == y.when && attribute == y.attribute &&
         rule == y.rule && all_same(roles, y.roles) && qualifiers == y.qualifiers && words == y.words &&
         near == y.near && same(measured, y.measured) && behaviour == y.behaviour && period == y.period &&
         deal == y.deal && same(time, y.time) && modality == y.modality && retold == y.retold &&
         attribution == y.attribution && confidence == y.confidence;
}

bool same(const Sentence& x, const Sentence& y) {
  const auto& [field, span, kind, paragraph, first_token, end_token] = x;
  return field == y.field && span == y.span && kind == y.kind && paragraph == y.paragraph &&
         first_token == y.first_token && end_token == y.end_token;
}

bool same(const ArithmeticReading& x, const ArithmeticReading& y) {
  const auto& [rule, formula, figures, noun, signs, falling, document, sentence] = x;
  return rule == y.rule && formula == y.formula && figures == y.figures && noun == y.noun && signs == y.signs &&
         falling == y.falling && document == 0 && sentence == y.sentence;
}

bool same(const CorrectionNote& x, const CorrectionNote& y) {
  const auto& [rule, formula, value, wrong, right_word, wrong_word, document] = x;
  return rule == y.rule && formula == y.formula && value == y.value && wrong == y.wrong && right_word == y.right_word &&
         wrong_word == y.wrong_word && document == 0;
}

bool same(const PackedTokens& x, const PackedTokens& y) {
  if (x.size() != y.size()) return false;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto [span, kind, capital, folded, hash] = x[i];
    if (span != y[i].span || kind != y[i].kind || capital != y[i].capital || folded != y[i].folded) return false;
    if (hash != y[i].hash) return false;
  }
  return true;
}

bool same(const Article& x, const Article& y) {
  const auto& [document, sentences, tokens, mentions, entities, claims, arithmetic, corrections, published,
               packed_tokens, packed_names] = x;
  return document == 0 && tokens.empty() && mentions.empty() && entities.empty() && all_same(sentences, y.sentences) &&
         all_same(claims, y.claims) && all_same(arithmetic, y.arithmetic) && all_same(corrections, y.corrections) &&
         same(published, y.published) && same(packed_tokens, y.packed_tokens) &&
         packed_names.bytes() == y.packed_names.bytes();
}

TEST_CASE("an article comes back from its bytes with every field", "[unit][store]") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const Article article = AnyArticle(seed).article();
    const std::string bytes = bytes_of(article);
    const auto back = article_from(bytes, 0);
    REQUIRE(back);
    CHECK(same(article, *back));
    const auto other = article_from(bytes, 7);
    REQUIRE(other);
    CHECK(other->document == 7);
    for (const Claim& claim : other->claims) CHECK(claim.document == 7);
    for (const CorrectionNote& note : other->corrections) CHECK(note.document == 7);
  }
}

TEST_CASE("bytes of an article that were cut or changed are refused, whatever the place", "[unit][store]") {
  Dice dice(5);
  const std::string bytes = bytes_of(AnyArticle(11).article());
  for (int i = 0; i < 500; ++i) {
    std::string other = bytes;
    const std::size_t at = dice.below(other.size());
    if (i % 2 == 0)
      other.resize(at);
    else
      other[at] = static_cast<char>(other[at] ^ static_cast<char>(1 + dice.below(255)));
    CHECK_FALSE(article_from(other, 0));
  }
}

TEST_CASE("numbers, texts and decimals come back from a ByteReader as they went in", "[unit][store]") {
  ByteWriter out;
  const std::vector<std::int64_t> numbers = {0, 1, -1, 127, 128, -128, INT64_MAX, INT64_MIN};
  for (const std::int64_t number : numbers) out.integer(number);
  const auto most = Decimal::parse("-999999999999999999999999999999999999");
  REQUIRE(most);
  out.decimal(*most);
  out.text("twice");
  out.text("twice");
  out.real(0.1);
  out.real32(0.1F);
  ByteReader in(out.all());
  for (const std::int64_t number : numbers) CHECK(in.integer() == number);
  CHECK(in.decimal() == *most);
  CHECK(in.text() == "twice");
  CHECK(in.text() == "twice");
  CHECK(in.real() == 0.1);
  CHECK(in.real32() == 0.1F);
  CHECK(in.done());
  CHECK(in.ok());
  CHECK(in.number() == 0);
  CHECK_FALSE(in.ok());
}

// ---- the file -------------------------------------------------------------------------------

void write_articles(const TemporaryFolder& folder, int first, int count) {
  for (int i = first; i < first + count; ++i) {
    const std::string number = std::to_string(i);
    folder.write("corpus/a" + number + ".txt", "Firm" + number + " was valued at $" + std::to_string(10 + i) +
                                                   " billion in May 2023. It has 4,000 workers.\n");
  }
}

Indexed index(const TemporaryFolder& folder, const std::string& store = "s.store") {
  const auto indexed = run_index(shipped_rules(), {folder / "corpus"}, folder / store, RunOptions{});
  if (!indexed.ok()) FAIL(to_string(indexed.fault()));
  return indexed.value();
}

std::string code_of(const TemporaryFolder& folder, Store::Access access, const std::string& store = "s.store") {
  const auto opened = Store::open(folder / store, access);
  return opened.ok() ? "" : opened.fault().code;
}

TEST_CASE("a store keeps what it has, extracts what is new and forgets what is gone", "[unit][store]") {
  const TemporaryFolder folder;
  write_articles(folder, 0, 5);
  CHECK(index(folder).extracted == 5);
  const Indexed again = index(folder);
  CHECK(again.extracted == 0);
  CHECK(again.unchanged);
  write_articles(folder, 5, 2);
  folder.write("corpus/a1.txt", "Firm1 was valued at $99 billion in May 2023.\n");
  const Indexed more = index(folder);
  CHECK(more.documents == 7);
  CHECK(more.extracted == 3);
  std::filesystem::remove(folder / "corpus/a2.txt");
  CHECK(index(folder).documents == 6);
  auto store = Store::open(folder / "s.store", Store::Access::write);
  REQUIRE(store.ok());
  CHECK(store.value().keys().value().size() == 6);
}

TEST_CASE("pages, feeds, archives and PDFs come out of a store with their places and comments", "[unit][store]") {
  const TemporaryFolder folder;
  const std::string readers = support::repo_path("tests/fixtures/readers"), store = folder / "readers.store";
  REQUIRE(run_index(shipped_rules(), {readers}, store, {}).ok());
  RunOptions options;
  options.decisions.today = "2026-01-01";
  const auto fresh = run_report(shipped_rules(), {readers}, options);
  const auto stored = run_stored_report(shipped_rules(), store, options);
  REQUIRE(fresh.ok());
  if (!stored.ok()) FAIL(to_string(stored.fault()));
  CHECK(fresh.value().documents.size() > 25);
  CHECK(fresh.value().notices.size() == 1);
  for (const Format format : {Format::json, Format::sarif, Format::text})
    CHECK((render(stored.value(), format, {}) == render(fresh.value(), format, {})));
}

TEST_CASE("a document that moved or was given another id is not extracted anew", "[unit][store]") {
  const TemporaryFolder folder;
  write_articles(folder, 0, 3);
  index(folder);
  std::filesystem::rename(folder / "corpus/a0.txt", folder / "corpus/z.txt");
  const Indexed moved = index(folder);
  CHECK(moved.extracted == 0);
  CHECK_FALSE(moved.unchanged);
  auto store = Store::open(folder / "s.store", Store::Access::read);
  REQUIRE(store.ok());
  CHECK(store.value().number_of("z.txt").value() == 2);
  CHECK_FALSE(store.value().number_of("a0.txt").value());
}

TEST_CASE("what is no store of this schema is refused, and each message says what to do", "[unit][store]") {
  const TemporaryFolder folder;
  CHECK(code_of(folder, Store::Access::read) == "no-store");
  folder.write("s.store", "a text of some length that no database would begin with, and then some more\n" +
                              std::string(5000, 'x'));
  CHECK(code_of(folder, Store::Access::read) == "foreign-store");
  CHECK(code_of(folder, Store::Access::write) == "foreign-store");
  std::filesystem::remove(folder / "s.store");
  write_articles(folder, 0, 2);
  index(folder);
  std::string bytes = support::read_file(folder / "s.store");
  const auto with = [&](std::size_t at, char value) {
    std::string other = bytes;
    other[at] =
        value;  // SQLite's header: user version from byte 60, application id from byte 68, most significant first
    folder.write("other.store", other);
  };
  with(63, 99);
  CHECK(code_of(folder, Store::Access::read, "other.store") == "newer-store");
  CHECK(code_of(folder, Store::Access::write, "other.store") == "newer-store");
  with(68, 1);
  CHECK(code_of(folder, Store::Access::read, "other.store") == "foreign-store");
  CHECK(code_of(folder, Store::Access::write, "other.store") == "foreign-store");
  with(63, 0);
  CHECK(code_of(folder, Store::Access::read, "other.store") == "older-store");
  CHECK(index(folder, "other.store").extracted == 2);  // of no use to this schema, so it is filled anew
  folder.write("empty.store", "");
  CHECK(code_of(folder, Store::Access::read, "empty.store") == "no-store");
  const auto refused = Store::open(folder / "none.store", Store::Access::read);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.fault().what.find("crosscheck index") != std::string::npos);
}

TEST_CASE("a damaged store is told as one, with the next step, and never read as if it were whole", "[unit][store]") {
  const TemporaryFolder folder;
  write_articles(folder, 0, 40);
  index(folder);
  const auto clean = run_stored_report(shipped_rules(), folder / "s.store", RunOptions{});
  REQUIRE(clean.ok());
  const std::string expected = render(clean.value(), Format::json, Look{});
  const std::string bytes = support::read_file(folder / "s.store");
  Dice dice(3);
  int told = 0;
  for (int i = 0; i < 40; ++i) {
    std::string other = bytes;
    const std::size_t at = 100 + dice.below(std::min<std::size_t>(other.size(), 300000) - 700);
    for (std::size_t k = 0; k < 512; ++k) other[at + k] = static_cast<char>(dice.next());
    folder.write("s.store", other);
    const auto report = run_stored_report(shipped_rules(), folder / "s.store", RunOptions{});
    if (report.ok()) {  // it hit what a report does not read
      CHECK(render(report.value(), Format::json, Look{}) == expected);
      continue;
    }
    ++told;
    INFO(to_string(report.fault()));
    CHECK((report.fault().code == "corrupt-store" || report.fault().code == "foreign-store"));
  }
  CHECK(told > 0);
}

TEST_CASE("one run writes a store at a time; the other is told so at once", "[unit][store]") {
  const TemporaryFolder folder;
  const auto first = Store::open(folder / "s.store", Store::Access::write);
  REQUIRE(first.ok());
  CHECK(code_of(folder, Store::Access::write) == "busy-store");
}

TEST_CASE("who reads while another writes sees the collection as it was", "[unit][store]") {
  const TemporaryFolder folder;
  write_articles(folder, 0, 4);
  index(folder);
  auto reader = Store::open(folder / "s.store", Store::Access::read);
  REQUIRE(reader.ok());
  write_articles(folder, 4, 6);
  std::filesystem::remove(folder / "corpus/a0.txt");
  CHECK(index(folder).documents == 9);
  CHECK(reader.value().documents().value() == 4);
  for (std::uint32_t i = 0; i < 4; ++i) {
    const auto article = reader.value().article(i);
    REQUIRE(article.ok());
    CHECK(article.value().document.id == "a" + std::to_string(i) + ".txt");
  }
  auto later = Store::open(folder / "s.store", Store::Access::read);
  REQUIRE(later.ok());
  CHECK(later.value().documents().value() == 9);
}

TEST_CASE("what a run was killed before it ended had committed is not extracted again", "[unit][store]") {
  const TemporaryFolder folder;
  write_articles(folder, 0, 3);
  index(folder);
  {
    auto store = Store::open(folder / "s.store", Store::Access::write);
    REQUIRE(store.ok());
    Document document;
    document.text = "left behind";
    const Article article = AnyArticle(1).article();
    REQUIRE(store.value().put({{"some key", &document, &article}}).ok());
  }
  CHECK(index(folder).unchanged);
  auto store = Store::open(folder / "s.store", Store::Access::write);
  REQUIRE(store.ok());
  CHECK(store.value().keys().value().contains("some key"));
}

}  // namespace
}  // namespace crosscheck
