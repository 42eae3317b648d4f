// The few invariants the nouns carry, and their names on the wire: Bound::at_least is "at_least", a range
// of 12 to 15 is "[12,15]", and byte 7 of "é = 1\n2" is line 2, column 1.
#include "model/model.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"

namespace crosscheck {

std::string_view text_of(const Document& document, Field field) {
  return field == Field::title ? document.title : document.text;
}

std::string_view text_at(const Document& document, const Place& place) {
  return cut(text_of(document, place.field), place.span);
}

LineColumn line_column(const Document& document, const Place& place) {
  if (place.field == Field::title) {
    return {document.first_line,
            static_cast<std::uint32_t>(code_points(cut(std::string_view(document.title), {0, place.span.begin}))) + 1};
  }
  const auto& starts = document.line_starts;
  const auto after = std::upper_bound(starts.begin(), starts.end(), place.span.begin);
  const std::uint32_t start = after == starts.begin() ? 0 : *(after - 1);
  const auto line = static_cast<std::uint32_t>(after - starts.begin());
  const auto column = code_points(cut(std::string_view(document.text), {start, place.span.begin})) + 1;
  return {document.first_line + std::max(line, 1U) - 1, static_cast<std::uint32_t>(column)};
}

SourcePlace source_place(const SourceMap& map, std::string_view text, std::uint32_t at) {
  auto after = std::upper_bound(map.begin(), map.end(), at,
                                [](std::uint32_t byte, const SourceRun& run) { return byte < run.begin; });
  if (after == map.begin()) return {};
  const SourceRun& run = *--after;
  SourcePlace place = run.place;
  if (run.copied && place.column != 0)
    place.column += static_cast<std::uint32_t>(code_points(cut(text, {run.begin, at})));
  return place;
}

SourcePlace source_place(const Document& document, const Place& place) {
  const SourceMap& map = place.field == Field::title ? document.title_map : document.text_map;
  return source_place(map, text_of(document, place.field), place.span.begin);
}

std::string spot_words(const Document& document, const Place& place, Columns columns) {
  if (place.field == Field::title) return " (title)";
  const SourcePlace source = source_place(document, place);
  if (source.page != 0) return " (page " + std::to_string(source.page) + ")";
  LineColumn at{source.line, source.column};
  if (source.line == 0) at = line_column(document, place);
  return ":" + std::to_string(at.line) + (columns == Columns::with ? ":" + std::to_string(at.column) : "");
}

const Role* Claim::role(std::string_view name) const {
  for (const Role& candidate : roles) {
    if (candidate.name == name) return &candidate;
  }
  return nullptr;
}

NameFacts facts_of(const Entity& entity) {
  NameFacts facts;
  facts.key = entity.key;
  facts.stem = entity.stem;
  facts.kind = entity.type == EntityType::person    ? NameFacts::Kind::person
               : entity.type == EntityType::place   ? NameFacts::Kind::place
               : entity.type == EntityType::unknown ? NameFacts::Kind::unknown
                                                    : NameFacts::Kind::other;
  facts.known = entity.known;
  facts.common = entity.common;
  facts.initials = entity.initials;
  return facts;
}

NameMatch compare_names(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return NameMatch::none;
  if (a == b) return NameMatch::same;
  const std::string_view shorter = a.size() < b.size() ? a : b, longer = a.size() < b.size() ? b : a;
  if (shorter.size() == longer.size()) return NameMatch::none;
  const bool starts = longer.substr(0, shorter.size()) == shorter && longer[shorter.size()] == ' ';
  const bool ends =
      longer.substr(longer.size() - shorter.size()) == shorter && longer[longer.size() - shorter.size() - 1] == ' ';
  return starts || ends ? NameMatch::related : NameMatch::none;
}

bool in_dateline(const Article& article, const Mention& date) {
  const Sentence& sentence = article.sentences[date.sentence];
  if (sentence.kind == SentenceKind::dateline) return true;
  if (sentence.field != Field::text || date.first_token > sentence.first_token + 8) return false;
  for (std::uint32_t at = sentence.first_token; at < date.first_token; ++at) {
    const Token& token = article.tokens[at];  // "The two met from June 19, 1972 - two days after": no place stands so
    if (token.kind == TokenKind::word && !token.capital && token.folded[0] >= 'a' && token.folded[0] <= 'z')
      return false;
  }
  for (std::uint32_t at = date.end_token; at < std::min(date.end_token + 6, sentence.end_token); ++at) {
    const std::string& word = article.tokens[at].folded;
    if (word == "-" && article.tokens[at].space_before) return true;
    if (article.tokens[at].kind == TokenKind::mark && word != "(" && word != ")" && word != ",") return false;
  }
  return false;
}

std::pair<std::uint32_t, std::uint32_t> claims_of(const std::vector<Claim>& claims, std::uint32_t document) {
  const auto first_of = [&](std::uint32_t own) {
    const auto before = [&](const Claim& claim) { return claim.document < own; };
    return static_cast<std::uint32_t>(std::partition_point(claims.begin(), claims.end(), before) - claims.begin());
  };
  return {first_of(document), first_of(document + 1)};
}

bool of_table(const Claim& claim) { return claim.rule.starts_with("table/"); }

std::string row_label(const Claim& claim) {
  std::string label = claim.attribute;
  if (const Role* company = claim.role("of")) label = company->value + "'s " + label;
  for (const char* name : {"period", "column"}) {
    const Role* role = claim.role(name);
    if (role != nullptr && !role->value.empty() && role->value != "current") label += ", " + role->value;
  }
  return label;
}

std::string publisher_of(const Document& document) {
  std::string_view given = document.source.empty() ? document.url : document.source;
  if (const std::size_t scheme = given.find("://"); scheme != std::string_view::npos) {
    given.remove_prefix(scheme + 3);
    given = given.substr(0, given.find_first_of("/?#:"));
    if (given.starts_with("www.")) given.remove_prefix(4);
  }
  return folded(given);
}

std::string_view quote_of(const Report& report, const Claim& claim) {
  return text_at(report.documents[claim.document], {claim.place.field, claim.quote});
}

std::string_view surface_of(const Report& report, const Claim& claim) {
  return text_at(report.documents[claim.document], claim.place);
}

namespace {

template <class Enum, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name_of(MentionKind kind) {
  static constexpr std::array<std::string_view, 14> names = {"number", "percent",  "money", "measure", "temperature",
                                                             "age",    "ordinal",  "score", "range",   "date",
                                                             "time",   "duration", "set",   "entity"};
  return pick(names, kind);
}
std::string_view name_of(Bound bound) {
  static constexpr std::array<std::string_view, 8> names = {"exact",     "about",     "at_least", "at_most",
                                                            "more_than", "less_than", "range",    "vague"};
  return pick(names, bound);
}
std::string_view name_of(Relation relation) {
  static constexpr std::array<std::string_view, 6> names = {"agree",      "compatible", "update",
                                                            "contradict", "consistent", "inconsistent"};
  return pick(names, relation);
}
std::string_view name_of(Severity severity) {
  static constexpr std::array<std::string_view, 3> names = {"info", "warning", "error"};
  return pick(names, severity);
}
std::string_view name_of(Modality modality) {
  static constexpr std::array<std::string_view, 6> names = {"asserted", "planned", "estimated",
                                                            "reported", "denied",  "hypothetical"};
  return pick(names, modality);
}
std::string_view name_of(TimeBasis basis) {
  static constexpr std::array<std::string_view, 5> names = {"unknown", "stated", "anchored", "published", "inferred"};
  return pick(names, basis);
}
std::string_view name_of(Behaviour behaviour) {
  static constexpr std::array<std::string_view, 3> names = {"fixed", "monotone", "fluctuating"};
  return pick(names, behaviour);
}
std::string_view name_of(ReviewState state) {
  static constexpr std::array<std::string_view, 4> names = {"open", "accepted", "dismissed", "fixed"};
  return pick(names, state);
}
std::string_view name_of(ReviewUse use) {
  static constexpr std::array<std::string_view, 4> names = {"applied", "idle", "unused", "expired"};
  return pick(names, use);
}
std::string_view name_of(Standing standing) {
  static constexpr std::array<std::string_view, 4> names = {"open", "known", "dismissed", "ignored"};
  return pick(names, standing);
}

bool is_clash(Relation relation) { return relation == Relation::contradict || relation == Relation::inconsistent; }

bool fails(const Finding& finding, FailOn fail_on) {
  if (finding.standing != Standing::open || fail_on == FailOn::never) return false;
  return is_clash(finding.relation) || (fail_on != FailOn::contradict && finding.relation == Relation::update) ||
         (fail_on == FailOn::compatible && finding.relation == Relation::compatible);
}

namespace {

/// "3:37 a.m. EDT" is T07:37Z; of a zone with two offsets, or where UTC has another day, the clock as said.
std::string told_clock(const Claim& claim) {
  const auto span = clock_span(claim.time.clock);
  const bool one = span && span->first == span->last;
  if (!one || !claim.time.zone || !claim.time.zone->exact()) return claim.time.clock;
  const std::int32_t utc = span->first - claim.time.zone->least;
  const bool other_day = utc < 0 || utc >= kDaySeconds;
  if (other_day && claim.when.known()) return claim.time.clock;
  return clock_text((utc + kDaySeconds) % kDaySeconds) + "Z";
}

}  // namespace

std::string when_text(const Claim& claim) {
  const std::string day = to_edtf(claim.when);
  if (claim.time.clock.empty()) return day.empty() ? offset_text(claim.time.when) : day;
  const bool one_day = day.empty() || (claim.when.grain == Grain::day && !claim.when.approximate);
  return one_day && claim.time.clock.find('/') == std::string::npos ? day + told_clock(claim)
         : day.empty()                                              ? claim.time.clock
                                                                    : day;
}

std::string value_text(const Quantity& quantity) {
  return quantity.value ? quantity.value->to_string() : to_string(quantity.interval);
}

}  // namespace crosscheck
