// what      the nouns of one document: Document, Sentence, Token, Mention, Entity, Claim, Article; model/model.h has the rest
// in → out  – (every room takes and gives these)
// units     positions are UTF-8 bytes in the field they stand in; times are days (base/date.h)
// owns      values; everything beyond a Document holds ids and spans, never views
// fails     never: no behaviour beyond invariants
// threads   values; an Article belongs to one task until `link`
// cost      plain structs
// follows   FORMATS for names; TIMEX3 and EDTF for time, ISO 4217 and UCUM for units
// tested by tests/unit/model_test.cpp, and by every room's tests
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/interval.h"
#include "base/names.h"
#include "base/packed_words.h"
#include "base/result.h"
#include "base/span.h"
#include "base/time_program.h"
#include "model/source_map.h"

namespace crosscheck {

// ---- documents ------------------------------------------------------------------------------

/// A title given apart from the text (front matter, JSONL) is a text of its own with its own positions.
enum class Field : std::uint8_t { text, title };

struct Place {
  Field field = Field::text;
  Span span;
  friend bool operator==(const Place&, const Place&) = default;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// A comment in an article that asks for silence about some checks of one paragraph.
struct Ignore {
  Span span;                           ///< of the comment in the text; empty where the text was extracted without it
  std::uint32_t line = 1, column = 1;  ///< of the comment in its file
  std::vector<std::string> checks;     ///< "value", "weekday"; "all"
  std::string reason;
  std::string until;                         ///< "2027-01-01": holds to the end of that day; empty: for good
  std::string fault;                         ///< why it is refused, with the next step; empty: it is well formed
  std::optional<std::uint32_t> paragraph{};  ///< that it speaks of, once the text is segmented; nothing: none follows
};

struct Document {
  std::string id;      ///< the given one, else the path below the corpus root
  std::string path;    ///< as a person would open it; "-" for standard input
  std::string title;   ///< given apart from the text; else empty
  std::string source;  ///< publisher; else empty
  std::string url;
  std::string published;                   ///< EDTF, as given in metadata; else empty
  std::string language;                    ///< BCP 47: as given, else told from the words
  std::string text;                        ///< the bytes as given
  std::uint32_t body_begin = 0;            ///< past byte order mark and front matter
  std::uint32_t first_line = 1;            ///< of `text` in `path` (a JSONL row's own line is its record number)
  std::vector<std::uint32_t> line_starts;  ///< byte offsets of the lines of `text`
  std::string sha256;                      ///< of `text`
  std::vector<Span> hidden;                ///< comments in `text`, which are not read as words of the article
  std::vector<Ignore> ignores;             ///< in text order
  SourceMap text_map, title_map;           ///< of a text that was extracted; empty: the bytes are the source's own
  std::vector<std::string> warnings;       ///< why it may not be all of the article, each a sentence
};

std::string_view text_of(const Document& document, Field field);
std::string_view text_at(const Document& document, const Place& place);
struct LineColumn {
  std::uint32_t line = 1, column = 1;
};  ///< column in code points, both from 1
LineColumn line_column(const Document& document, const Place& place);
/// Where its first byte was found in the file that a person has; all 0 for a text that is its own source.
SourcePlace source_place(const Document& document, const Place& place);
/// For a person, to be put behind the document's name: ":12:5" or, without column, ":12", in the file as she opens it; " (page
/// 3)"; " (title)".
enum class Columns : std::uint8_t { with, without };
std::string spot_words(const Document& document, const Place& place, Columns columns = Columns::with);

struct Skipped {
  std::string path;
  std::string reason;
  std::string code;
};

struct Corpus {
  std::string name;
  std::vector<Document> documents;
  std::vector<Skipped> skipped;
};

// ---- sentences and tokens -------------------------------------------------------------------

enum class SentenceKind : std::uint8_t { body, heading, list_item, dateline };

struct Sentence {
  Field field = Field::text;
  Span span;  ///< without surrounding white space
  SentenceKind kind = SentenceKind::body;
  std::uint32_t paragraph = 0;                   ///< counted over the document, title first
  std::uint32_t first_token = 0, end_token = 0;  ///< half-open, into Article::tokens
};

enum class TokenKind : std::uint8_t { word, number, mark };

/// A word keeps inner apostrophes out ("Acme's" → "Acme", "'s") and inner hyphens in ("multi-year").
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  bool space_before = false;
  bool capital = false;  ///< first letter upper case
  bool shouted = false;  ///< two capitals or more: "HGS", "OpenSea"
  std::string folded;    ///< lower case, straight quotes, plain dashes
};

// ---- mentions -------------------------------------------------------------------------------

enum class MentionKind : std::uint8_t {
  number,
  percent,
  money,
  measure,
  temperature,
  age,
  ordinal,
  score,
  range,
  date,
  time,
  duration,
  set,
  entity
};
enum class Bound : std::uint8_t { exact, about, at_least, at_most, more_than, less_than, range, vague };

struct Quantity {
  std::optional<Decimal> value;  ///< nothing for a range
  Interval interval;             ///< what the words allow
  Bound bound = Bound::exact;
  std::string unit;      ///< ISO 4217, UCUM, "%", "pp", "bp"; empty = none
  int written_unit = 0;  ///< power of ten of the last digit written ("$6.6 billion" → 8)
};

struct Mention {
  Field field = Field::text;
  Span span;       ///< the value as FORMATS wants it, without its qualifier
  Span qualified;  ///< with "about", "over", "more than" before or "or more" after
  MentionKind kind = MentionKind::number;
  std::uint32_t sentence = 0;
  std::uint32_t first_token = 0, end_token = 0;  ///< of `qualified`
  Quantity quantity;                             ///< quantities
  TimeValue time;                                ///< dates; not resolved when it has a cue
  std::vector<TimeStep> when;                    ///< what the words say, until the reference date is known
  Tense tense = Tense::unknown;                  ///< of its clause
  const char* mod = "";                          ///< TIMEX3: START, MID, END
  std::string cue;   ///< "": absolute; "nearest", "relative:": by `when`; "recent": no date; "event:…": a dated event
  std::string edtf;  ///< dates and durations: the value as text
  std::uint32_t entity = 0;  ///< entities: index into Article::entities
  bool word = false;         ///< stays a word where another value is read ("the first tranche of V")
};

enum class EntityType : std::uint8_t { unknown, person, organization, place };

struct Entity {
  std::string name;                  ///< longest form in the document, as written
  std::string key;                   ///< folded, without legal suffix: "acme"
  std::vector<std::string> aliases;  ///< other keys of the same thing here: "hgs"
  EntityType type = EntityType::unknown;
  std::uint32_t count = 0;
  std::uint32_t first_sentence = 0;
  bool known = false;                 ///< canonical by a gazetteer
  std::string territory;              ///< of a country or continent: CLDR's code, "US", "142"
  bool common = false;                ///< a word too common to stand for a longer name: "Service"
  std::string stem;                   ///< the key without "jr"; empty: the same
  std::vector<std::string> initials;  ///< what an acronym of it may be
};

// ---- what `link` needs of both, of all documents at once --------------------------------------

/// Tokens in half their room.
class PackedTokens {
 public:
  struct View {
    Span span;
    TokenKind kind = TokenKind::word;
    bool capital = false;
    std::string_view folded;
    std::uint64_t hash = 0;  ///< hash64(folded), for tables that know the word
  };

  PackedTokens() = default;
  explicit PackedTokens(const std::vector<Token>& tokens);
  /// `tokens`: how many are to come; `letters`: of all of them.
  void reserve(std::size_t tokens, std::size_t letters);
  void add(const View& token);  ///< its hash need not be given
  std::size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  View operator[](std::size_t at) const {
    const Row& row = rows_[at];
    const std::size_t end = at + 1 < rows_.size() ? rows_[at + 1].folded : folded_.size();
    return {row.span, row.kind, row.capital, std::string_view(folded_).substr(row.folded, end - row.folded), row.hash};
  }

 private:
  struct Row {
    std::uint64_t hash = 0;
    Span span;
    std::uint32_t folded = 0;  ///< where it begins in folded_
    TokenKind kind = TokenKind::word;
    bool capital = false;
  };
  std::vector<Row> rows_;
  std::string folded_;
};

/// Entities as same_names() asks for them, with their aliases, in a tenth of their room.
class PackedNames {
 public:
  PackedNames() = default;
  explicit PackedNames(const std::vector<Entity>& entities);
  /// What bytes() gave, unchanged.
  static PackedNames from_bytes(std::string bytes);
  const std::string& bytes() const { return bytes_; }
  using Receiver = std::function<void(const NameFacts& facts, const std::vector<std::string>& aliases)>;
  void each(const Receiver& receiver) const;

 private:
  std::string bytes_;
};

// ---- claims ---------------------------------------------------------------------------------

/// How sure it is that the role is filled rightly, best first.
enum class RoleBasis : std::uint8_t { stated, pronoun, context };

struct Role {
  std::string name;    ///< the frame's name for it: "investor"
  std::string value;   ///< as a reader knows it: "Acme"
  std::string key;     ///< comparable form; made canonical over the corpus by `link`
  bool entity = true;  ///< false: a phrase ("grid services")
  RoleBasis basis = RoleBasis::stated;
};

enum class Behaviour : std::uint8_t { fixed, monotone, fluctuating };
enum class TimeBasis : std::uint8_t { unknown, stated, anchored, published, inferred };
enum class Modality : std::uint8_t { asserted, planned, estimated, reported, denied, hypothetical };

struct ClaimTime {
  TimeValue value;
  TimeBasis basis = TimeBasis::unknown;
  std::string cue;                      ///< how the written time hangs on another date, until `normalize` resolves it
  std::vector<TimeStep> when;           ///< the steps from that date; kept with the cue while nothing resolves them
  std::string clock;                    ///< the time of day as EDTF has it, "T15:00"; empty when none is said
  std::optional<UtcOffset> zone;        ///< of the clock, where said; nothing: local time
  std::optional<UtcOffset> local;       ///< of the place that an article with a clock is about; nothing: not known
  std::string event;                    ///< "at announcement": the attribute of the event it hangs on
  std::optional<std::uint32_t> anchor;  ///< the dated claim that resolved it (index into Report::claims)
  Span span;                            ///< where it is said; empty when it is the article's date
};

/// What a quantity measures, as its sentence says it. Words are stems; names are entity keys. Empty: not said.
struct Measured {
  std::string head;                    ///< "peopl" of "34 people", "rifl" of "seven AK-47 rifles"
  std::vector<std::string> modifiers;  ///< of the head: "serious", "ak-47"; sorted, each once
  std::string verb;                    ///< "kill": the verb that governs it
  std::string owner;                   ///< whose: "smith" of "Smith, 43,"; "klitschko" of "Klitschko (52-3)"
  std::string place;                   ///< where: the name behind a preposition of place
  std::vector<std::string>
      territories;  ///< of a count: where it holds, by CLDR's codes, "ID"; "001": several, "ZZ": a part of one
  std::vector<std::string> scope;  ///< what tells a part from the whole: "other", "more", "total", "first"; sorted
};

struct Claim {
  std::string id;              ///< "c17", given in corpus order
  std::uint32_t document = 0;  ///< index into Report::documents
  Place place;                 ///< of the value, without qualifier
  Span qualified;              ///< with it
  Span quote;                  ///< the sentence
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  MentionKind kind = MentionKind::number;
  Quantity quantity;    ///< all kinds but dates and scores
  std::string written;  ///< scores: "52-3"
  TimeValue when;       ///< dated claims: when `attribute` happened
  std::string attribute;
  std::string rule;                     ///< "finance/valuation"; "generic" when no frame took it
  std::vector<Role> roles;              ///< in the frame's order
  std::vector<std::string> qualifiers;  ///< what tells two facts of one kind apart: "initial", "total"
  PackedWords words;                    ///< content words of its clause, folded and stemmed, and names' keys; sorted
  PackedWords near;                     ///< those within a few words of the value
  Measured measured;
  Behaviour behaviour = Behaviour::fixed;
  bool period = false;  ///< the value of a period (a year's revenue)
  bool deal = false;    ///< joins two parties, and may be announced and completed
  ClaimTime time;
  Modality modality = Modality::asserted;
  bool retold = false;  ///< in a headline, or called an earlier report: another telling of what the article gives too
  std::string attribution;  ///< speaker; empty when the article speaks
  double confidence = 0.0;

  bool dated() const { return kind == MentionKind::date || kind == MentionKind::time; }
  const Role* role(std::string_view name) const;
};

/// Figures of one article that must fit together, as a rule read them; `check` does the sum.
struct ArithmeticReading {
  std::string rule, formula;             ///< "arithmetic/growth", "growth"
  std::map<std::string, Place> figures;  ///< "value", "part", "whole", "before", "after": where each stands
  std::string noun;                      ///< "of total {noun}": the whole is a claim with this attribute
  std::map<std::string, int> signs;      ///< of a figure: -1 behind "loss", 1 behind "profit"
  bool falling = false;                  ///< "fell 12%"
  std::uint32_t document = 0, sentence = 0;
};

/// A note that says which value is right and which was wrong: "17.5 mln dlrs and not the 17.8 mln it had reported".
struct CorrectionNote {
  std::string rule;
  std::string formula;  ///< "correction", "revision"; "wrong": `value` is the wrong one; "word"
  Place value;          ///< the right one, where the note gives it
  std::optional<Place> wrong;
  std::string right_word, wrong_word;  ///< "word": what turns the value into another, "month" and "day"
  std::uint32_t document = 0;
};

/// One document on its way from `read` to `link`.
struct Article {
  std::uint32_t document = 0;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Mention> mentions;  ///< in text order, title first, not overlapping
  std::vector<Entity> entities;
  std::vector<Claim> claims;
  std::vector<ArithmeticReading> arithmetic;
  std::vector<CorrectionNote> corrections;
  ClaimTime published;  ///< from metadata, else from a dateline in the text
  PackedTokens packed_tokens;
  PackedNames packed_names;
};

/// Tokens and entities are packed and, like mentions, forgotten; nothing happens the second time.
void pack(Article& article);

}  // namespace crosscheck
