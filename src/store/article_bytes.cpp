// Every field of a packed article in the order of model/article.h: one function writes a noun, the one below it reads it.
//   "$157 billion" of `finance/valuation` → rule, attribute, roles by their numbers in the article's own list of texts;
//   157 and exponent 9; the spans as begin and length. A claim of a newswire story takes some 200 bytes.
// A field added to the model and forgotten here is found by tests/unit/store_test.cpp, which compares reports. Whoever
// changes the layout raises kSchema in store.cpp.
#include "store/article_bytes.h"

#include <utility>

#include "base/bytes.h"
#include "base/hash.h"

namespace crosscheck {
namespace {

using Writer = ByteWriter;
using Reader = ByteReader;

constexpr std::size_t kHashBytes = 8;

template <class Map, class Put>
void put_map(Writer& out, const Map& map, Put&& put) {
  out.list(map, [&](const auto& row) {
    out.text(row.first);
    put(row.second);
  });
}

void put(Writer& out, const std::vector<std::string>& texts) {
  out.list(texts, [&](const std::string& text) { out.text(text); });
}
std::vector<std::string> texts(Reader& in) {
  return in.list<std::string>([&] { return std::string(in.text()); });
}

void put(Writer& out, const Place& place) {
  out.name(place.field);
  out.span(place.span);
}
Place place(Reader& in) {
  Place place;
  place.field = in.name(Field::title);
  place.span = in.span();
  return place;
}

void put(Writer& out, const TimeValue& time) {
  out.name(time.grain);
  if (!time.known() && time == TimeValue{}) return out.flag(false);  // most claims of a wire story have none
  out.flag(true);
  for (const auto& day : {time.first, time.last}) out.maybe(day, [&](std::int32_t value) { out.integer(value); });
  for (const bool flag : {time.open_start, time.open_end, time.approximate}) out.flag(flag);
  for (const std::int8_t part : {time.month, time.first_day, time.last_day, time.weekday}) out.integer(part);
}
TimeValue time_value(Reader& in) {
  TimeValue time;
  time.grain = in.name(Grain::span);
  if (!in.flag()) return time;
  for (auto* day : {&time.first, &time.last})
    *day = in.maybe<std::int32_t>([&] { return static_cast<std::int32_t>(in.integer()); });
  for (bool* flag : {&time.open_start, &time.open_end, &time.approximate}) *flag = in.flag();
  for (std::int8_t* part : {&time.month, &time.first_day, &time.last_day, &time.weekday})
    *part = static_cast<std::int8_t>(in.integer());
  return time;
}

void put(Writer& out, const TimeStep& step) {
  out.name(step.kind);
  out.name(step.grain);
  out.name(step.toward);
  for (const std::int32_t part : {std::int32_t{step.weekday}, std::int32_t{step.b}, std::int32_t{step.c}, step.a})
    out.integer(part);
}
TimeStep time_step(Reader& in) {
  TimeStep step;
  step.kind = in.name(TimeStepKind::plus);
  step.grain = in.name(TimeGrain::century);
  step.toward = in.name(Toward::either);
  step.weekday = static_cast<std::int8_t>(in.integer());
  step.b = static_cast<std::int16_t>(in.integer());
  step.c = static_cast<std::int16_t>(in.integer());
  step.a = static_cast<std::int32_t>(in.integer());
  return step;
}

void put(Writer& out, const std::optional<UtcOffset>& offset) {
  out.maybe(offset, [&](const UtcOffset& zone) {
    out.integer(zone.least);
    out.integer(zone.most);
  });
}
std::optional<UtcOffset> offset(Reader& in) {
  return in.maybe<UtcOffset>([&] {
    UtcOffset zone;
    zone.least = static_cast<std::int32_t>(in.integer());
    zone.most = static_cast<std::int32_t>(in.integer());
    return zone;
  });
}

void put(Writer& out, const ClaimTime& time) {
  put(out, time.value);
  out.name(time.basis);
  out.text(time.cue);
  out.list(time.when, [&](const TimeStep& step) { put(out, step); });
  out.text(time.clock);
  put(out, time.zone);
  put(out, time.local);
  out.text(time.event);
  out.maybe(time.anchor, [&](std::uint32_t claim) { out.number(claim); });
  out.span(time.span);
}
ClaimTime claim_time(Reader& in) {
  ClaimTime time;
  time.value = time_value(in);
  time.basis = in.name(TimeBasis::inferred);
  time.cue = in.text();
  time.when = in.list<TimeStep>([&] { return time_step(in); });
  time.clock = in.text();
  time.zone = offset(in);
  time.local = offset(in);
  time.event = in.text();
  time.anchor = in.maybe<std::uint32_t>([&] { return in.small(); });
  time.span = in.span();
  return time;
}

void put(Writer& out, const Quantity& quantity) {
  const auto put_decimal = [&](const Decimal& value) { out.decimal(value); };
  out.maybe(quantity.value, put_decimal);
  out.maybe(quantity.interval.low, put_decimal);
  out.maybe(quantity.interval.high, put_decimal);
  out.flag(quantity.interval.low_open);
  out.flag(quantity.interval.high_open);
  out.name(quantity.bound);
  out.text(quantity.unit);
  out.integer(quantity.written_unit);
}
Quantity quantity(Reader& in) {
  const auto decimal = [&] { return in.decimal(); };
  Quantity quantity;
  quantity.value = in.maybe<Decimal>(decimal);
  quantity.interval.low = in.maybe<Decimal>(decimal);
  quantity.interval.high = in.maybe<Decimal>(decimal);
  quantity.interval.low_open = in.flag();
  quantity.interval.high_open = in.flag();
  quantity.bound = in.name(Bound::vague);
  quantity.unit = in.text();
  quantity.written_unit = static_cast<int>(in.integer());
  return quantity;
}

void put(Writer& out, const Measured& measured) {
  for (const std::string* text : {&measured.head, &measured.verb, &measured.owner, &measured.place}) out.text(*text);
  for (const auto* list : {&measured.modifiers, &measured.territories, &measured.scope}) put(out, *list);
}
Measured measured(Reader& in) {
  Measured measured;
  for (std::string* text : {&measured.head, &measured.verb, &measured.owner, &measured.place}) *text = in.text();
  for (auto* list : {&measured.modifiers, &measured.territories, &measured.scope}) *list = texts(in);
  return measured;
}

void put(Writer& out, const Role& role) {
  for (const std::string* text : {&role.name, &role.value, &role.key}) out.text(*text);
  out.flag(role.entity);
  out.name(role.basis);
}
Role role(Reader& in) {
  Role role;
  for (std::string* text : {&role.name, &role.value, &role.key}) *text = in.text();
  role.entity = in.flag();
  role.basis = in.name(RoleBasis::context);
  return role;
}

/// Where it stands and what it says.
void put_value(Writer& out, const Claim& claim) {
  put(out, claim.place);
  out.span(claim.qualified);
  out.span(claim.quote);
  out.number(claim.sentence);
  out.number(claim.paragraph);
  out.name(claim.kind);
  put(out, claim.quantity);
  out.text(claim.written);
  put(out, claim.when);
  put(out, claim.time);
}
void take_value(Reader& in, Claim& claim) {
  claim.place = place(in);
  claim.qualified = in.span();
  claim.quote = in.span();
  claim.sentence = in.small();
  claim.paragraph = in.small();
  claim.kind = in.name(MentionKind::entity);
  claim.quantity = quantity(in);
  claim.written = in.text();
  claim.when = time_value(in);
  claim.time = claim_time(in);
}

void put(Writer& out, const Claim& claim) {
  put_value(out, claim);
  out.text(claim.attribute);
  out.text(claim.rule);
  out.list(claim.roles, [&](const Role& own) { put(out, own); });
  put(out, claim.qualifiers);
  out.text(claim.words.packed());
  out.text(claim.near.packed());
  put(out, claim.measured);
  out.name(claim.behaviour);
  for (const bool flag : {claim.period, claim.deal, claim.retold}) out.flag(flag);
  out.name(claim.modality);
  out.text(claim.attribution);
  out.real(claim.confidence);
}
Claim claim(Reader& in) {
  Claim claim;
  take_value(in, claim);
  claim.attribute = in.text();
  claim.rule = in.text();
  claim.roles = in.list<Role>([&] { return role(in); });
  claim.qualifiers = texts(in);
  claim.words = PackedWords::from_packed(in.text());
  claim.near = PackedWords::from_packed(in.text());
  claim.measured = measured(in);
  claim.behaviour = in.name(Behaviour::fluctuating);
  for (bool* flag : {&claim.period, &claim.deal, &claim.retold}) *flag = in.flag();
  claim.modality = in.name(Modality::hypothetical);
  claim.attribution = in.text();
  claim.confidence = in.real();
  return claim;
}

void put(Writer& out, const Sentence& sentence) {
  out.name(sentence.field);
  out.span(sentence.span);
  out.name(sentence.kind);
  out.number(sentence.paragraph);
  out.number(sentence.first_token);
  out.number(sentence.end_token);
}
Sentence sentence(Reader& in) {
  Sentence sentence;
  sentence.field = in.name(Field::title);
  sentence.span = in.span();
  sentence.kind = in.name(SentenceKind::dateline);
  sentence.paragraph = in.small();
  sentence.first_token = in.small();
  sentence.end_token = in.small();
  return sentence;
}

void put(Writer& out, const ArithmeticReading& reading) {
  out.text(reading.rule);
  out.text(reading.formula);
  put_map(out, reading.figures, [&](const Place& where) { put(out, where); });
  out.text(reading.noun);
  put_map(out, reading.signs, [&](int sign) { out.integer(sign); });
  out.flag(reading.falling);
  out.number(reading.sentence);
}
ArithmeticReading arithmetic(Reader& in) {
  ArithmeticReading reading;
  reading.rule = in.text();
  reading.formula = in.text();
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string name(in.text());
    reading.figures.emplace(std::move(name), place(in));
  }
  reading.noun = in.text();
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string name(in.text());
    reading.signs.emplace(std::move(name), static_cast<int>(in.integer()));
  }
  reading.falling = in.flag();
  reading.sentence = in.small();
  return reading;
}

void put(Writer& out, const CorrectionNote& note) {
  out.text(note.rule);
  out.text(note.formula);
  put(out, note.value);
  out.maybe(note.wrong, [&](const Place& where) { put(out, where); });
  out.text(note.right_word);
  out.text(note.wrong_word);
}
CorrectionNote correction(Reader& in) {
  CorrectionNote note;
  note.rule = in.text();
  note.formula = in.text();
  note.value = place(in);
  note.wrong = in.maybe<Place>([&] { return place(in); });
  note.right_word = in.text();
  note.wrong_word = in.text();
  return note;
}

/// Tokens follow one another: each is told by the way from the end of the one before it.
void put(Writer& out, const PackedTokens& tokens) {
  std::string letters;
  out.number(tokens.size());
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const PackedTokens::View token = tokens[i];
    out.integer(static_cast<std::int64_t>(token.span.begin) - before);
    out.number((std::uint64_t{token.span.size()} * 3 + static_cast<std::uint64_t>(token.kind)) * 2 +
               (token.capital ? 1 : 0));
    out.number(token.folded.size());
    letters += token.folded;
    before = token.span.end;
  }
  out.bytes(letters);
}
PackedTokens tokens(Reader& in) {
  struct Row {
    PackedTokens::View view;
    std::size_t letters;
  };
  std::uint32_t before = 0;
  const std::vector<Row> rows = in.list<Row>([&] {
    Row row;
    row.view.span.begin = static_cast<std::uint32_t>(before + in.integer());
    const std::uint64_t packed = in.number();
    row.view.span.end = before = row.view.span.begin + static_cast<std::uint32_t>(packed / 6);
    row.view.kind = static_cast<TokenKind>(packed / 2 % 3);
    row.view.capital = packed % 2 == 1;
    row.letters = static_cast<std::size_t>(in.number());
    return row;
  });
  const std::string_view letters = in.bytes();
  PackedTokens tokens;
  tokens.reserve(rows.size(), letters.size());
  std::size_t at = 0;
  for (const Row& row : rows) {
    PackedTokens::View view = row.view;
    view.folded = letters.substr(std::min(at, letters.size()), row.letters);
    at += row.letters;
    tokens.add(view);
  }
  return tokens;
}

std::uint64_t stored_hash(std::string_view bytes) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < kHashBytes; ++i)
    hash |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(bytes[i])) << (8 * i);
  return hash;
}

}  // namespace

std::string bytes_of(const Article& article) {
  Writer out;
  out.list(article.sentences, [&](const Sentence& own) { put(out, own); });
  out.list(article.claims, [&](const Claim& own) { put(out, own); });
  out.list(article.arithmetic, [&](const ArithmeticReading& own) { put(out, own); });
  out.list(article.corrections, [&](const CorrectionNote& own) { put(out, own); });
  put(out, article.published);
  put(out, article.packed_tokens);
  out.bytes(article.packed_names.bytes());
  std::string bytes;
  std::uint64_t hash = hash64(out.all());
  for (std::size_t i = 0; i < kHashBytes; ++i, hash >>= 8U) bytes.push_back(static_cast<char>(hash & 255U));
  return bytes + out.all();
}

std::optional<Article> article_from(std::string_view bytes, std::uint32_t document) {
  if (bytes.size() < kHashBytes || hash64(bytes.substr(kHashBytes)) != stored_hash(bytes)) return std::nullopt;
  Reader in(bytes.substr(kHashBytes));
  Article article;
  article.document = document;
  article.sentences = in.list<Sentence>([&] { return sentence(in); });
  article.claims = in.list<Claim>([&] { return claim(in); });
  article.arithmetic = in.list<ArithmeticReading>([&] { return arithmetic(in); });
  article.corrections = in.list<CorrectionNote>([&] { return correction(in); });
  article.published = claim_time(in);
  article.packed_tokens = tokens(in);
  article.packed_names = PackedNames::from_bytes(std::string(in.bytes()));
  if (!in.ok() || !in.done()) return std::nullopt;
  for (Claim& own : article.claims) own.document = document;
  for (ArithmeticReading& reading : article.arithmetic) reading.document = document;
  for (CorrectionNote& note : article.corrections) note.document = document;
  return article;
}

}  // namespace crosscheck
