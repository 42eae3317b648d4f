// What the page's script reads: JSON in <script type="application/json">, which no browser runs. One island has all findings,
// one an article its text and claims; the latter are parsed when somebody looks at them. A claim is its index in the report,
// so that "c17" is 16 here, and says where it stands in UTF-16 units of its paragraph:
//   {"p":3,"s":25,"e":36,"q":[0,120],"l":"7:1015", …}    the value, its sentence, and the place as the terminal names it
// Numbers that drawings place are decimal texts; a script may round them. All text passes through plain() or shown_text().
#include <algorithm>

#include "base/json_writer.h"
#include "render/html/html.h"
#include "render/words.h"

namespace crosscheck::rendering::html {
namespace {

constexpr std::size_t kPart = 1U << 18U;  // bytes

/// Members of an object, each in one line of code; text is made fit to be shown.
class Island : public JsonWriter {
 public:
  explicit Island(std::string& out) : JsonWriter(out, -1) {}

  void member(JsonKey name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    text(plain(value));
  }
  void count(JsonKey name, std::size_t value) {
    key(name);
    number(value);
  }
  void list(JsonKey name, const std::vector<std::uint32_t>& values) {
    key(name);
    begin_array();
    for (const std::uint32_t value : values) number(value);
    end_array();
  }
  /// [first, last] in days, null where open; nothing when the time is tied to no day.
  void days(JsonKey name, const TimeValue& when) {
    if (!when.anchored()) return;
    key(name);
    begin_array();
    day(when.open_start ? std::nullopt : when.first);
    day(when.open_end ? std::nullopt : when.last);
    end_array();
  }
  /// [low, high] as decimals, null where open.
  void reach(JsonKey name, const Interval& interval) {
    if (!interval.low && !interval.high) return;
    key(name);
    begin_array();
    interval.low ? text(interval.low->to_string()) : null();
    interval.high ? text(interval.high->to_string()) : null();
    end_array();
  }

 private:
  void day(const std::optional<std::int32_t>& value) { value ? real(*value) : null(); }
};

std::string unit_of(const std::string& value) {
  const std::size_t space = value.find(' ');
  return space == std::string::npos ? "" : value.substr(space + 1);
}

void write_side(Island& out, const Overview& overview, const Side& side) {
  out.begin_object();
  out.member("w", side_words(side));
  out.member("v", side.value);
  out.member("u", unit_of(side.value));
  out.list("c", overview.in_quoting_order(side.claims));
  out.count("n", overview.sources_of(side));
  out.reach("r", side.interval);
  if (side.interval.low || side.interval.high) out.member("rw", interval_words(side.interval));
  out.days("t", side.when);
  if (side.when.anchored()) out.member("tw", to_words(side.when));
  out.end_object();
}

std::string attribute_of(const Report& report, const Finding& finding) {
  std::string attribute;
  if (finding.group) attribute = report.groups[*finding.group].attribute;
  for (const Side& side : finding.sides) {
    if (attribute.empty() && !side.claims.empty()) attribute = report.claims[side.claims.front()].attribute;
  }
  std::replace(attribute.begin(), attribute.end(), '_', ' ');
  return attribute;
}

void write_finding(Island& out, const Overview& overview, const Finding& finding) {
  const Report& report = overview.report();
  out.begin_object();
  out.member("id", finding.id);
  out.member("fp", finding.fingerprint);
  out.member("r", name_of(finding.relation));
  out.member("check", finding.check);
  out.member("sev", name_of(finding.severity));
  out.member("conf", confidence_words(finding.confidence));
  out.member("sum", finding.summary);
  out.member("fact", overview.fact(finding));
  out.member("why", finding.explanation);
  out.member("slip", finding.slip);
  out.member("attr", attribute_of(report, finding));
  if (finding.standing != Standing::open) out.member("st", name_of(finding.standing));
  out.member("ig", finding.ignored_for);
  out.key("sides");
  out.begin_array();
  for (const Side& side : finding.sides) write_side(out, overview, side);
  out.end_array();
  const Derived derived = derived_by_side(finding);
  out.key("der");
  out.begin_array();
  for (std::uint32_t i = 0; i < finding.derivation.size(); ++i) {
    const Derivation& made = finding.derivation[i];
    out.begin_object();
    out.member("f", made.formula);
    out.member("w", made.words);
    out.list("in", made.inputs);
    for (std::size_t side = 0; side < derived.of_side.size(); ++side) {
      const auto& own = derived.of_side[side];
      if (std::find(own.begin(), own.end(), i) != own.end()) out.count("side", side);
    }
    out.end_object();
  }
  out.end_array();
  out.key("rules");
  out.begin_array();
  for (const std::string& rule : finding.rules) out.text(plain(rule));
  out.end_array();
  out.end_object();
}

std::string web_address(const Document& document) {
  const bool is_web = document.url.starts_with("https://") || document.url.starts_with("http://");
  return is_web ? document.url : "";
}

void write_document(Island& out, const Overview& overview, std::uint32_t index, std::size_t first_claim) {
  const Document& document = overview.report().documents[index];
  const DocumentFacts* facts = overview.facts(index);
  out.begin_object();
  out.member("name", overview.name(index));
  out.member("title", overview.headline(index));
  out.member("source", document.source);
  out.member("lang", document.language);
  out.member("url", web_address(document));
  const std::string published = overview.published(index);
  out.member("pub", date_words(published));
  if (const auto when = parse_edtf(published); when && when->known()) out.days("day", *when);
  if (facts != nullptr) out.member("story", facts->story);
  if (overview.is_copy(index)) out.count("copy", *facts->copy_of);
  if (!document.warnings.empty()) {
    out.key("warn");
    out.begin_array();
    for (const std::string& warning : document.warnings) out.text(plain(warning));
    out.end_array();
  }
  out.count("first", first_claim);
  out.end_object();
}

void write_looks(Island& out, const Overview& overview) {
  out.key("relations");
  out.begin_array();
  for (const Relation relation : kReadingOrder) {
    const RelationLook& look = look_of(relation);
    out.begin_object();
    out.member("name", name_of(relation));
    out.member("mark", look.mark);
    out.member("label", look.label);
    out.member("heading", look.heading);
    out.member("meaning", look.meaning);
    out.count("count", overview.count(relation));
    out.end_object();
  }
  out.end_array();
}

/// As reviews.jsonl has them, the one that holds last.
void write_reviews(Island& out, const Report& report) {
  if (report.reviews.empty()) return;
  out.key("reviews");
  out.begin_array();
  for (const Review& review : report.reviews) {
    out.begin_object();
    out.member("fingerprint", review.fingerprint);
    out.member("state", name_of(review.state));
    out.member("reason", review.reason);
    out.member("note", review.note);
    out.member("by", review.by);
    out.member("at", review.at);
    out.member("until", review.until);
    out.end_object();
  }
  out.end_array();
}

/// As the terminal names it, behind the name: "7:1015", "page 2".
std::string spot_of(const Document& document, const Place& place) {
  if (place.field == Field::title) return "title";
  const SourcePlace source = source_place(document, place);
  if (source.page != 0) return "page " + std::to_string(source.page);
  return spot_words(document, place).substr(1);
}

void write_claim(Island& out, const Overview& overview, std::uint32_t index, const ShownAt* at) {
  const Report& report = overview.report();
  const Claim& claim = report.claims[index];
  const bool in_title = claim.place.field == Field::title;
  const ShownAt &quote = at[0], &begin = at[1], &end = at[2], &quote_end = at[3];
  const std::uint32_t before = quote.paragraph == begin.paragraph ? quote.unit : 0;
  out.begin_object();
  out.member("id", claim.id);
  out.key("p");
  in_title ? out.null() : out.number(static_cast<std::uint64_t>(std::max(begin.paragraph, 0)));
  out.count("s", begin.unit);
  out.count("e", end.paragraph == begin.paragraph ? end.unit : begin.unit);
  out.key("q");
  out.begin_array();
  out.number(std::min(before, begin.unit));
  if (quote_end.paragraph == begin.paragraph)
    out.number(quote_end.unit);
  else
    out.null();
  out.end_array();
  out.member("l", spot_of(report.documents[claim.document], claim.place));
  out.member("k", overview.label(index));
  if (claim.modality != Modality::asserted) out.member("m", name_of(claim.modality));
  out.member("by", claim.attribution);
  if (claim.behaviour != Behaviour::fixed) out.member("b", name_of(claim.behaviour));
  if (!claim.dated()) {
    out.reach("r", claim.quantity.interval);
    out.days("t", claim.time.value);
    if (claim.time.value.anchored()) out.member("tw", to_words(claim.time.value));
    if (!claim.time.clock.empty()) out.member("at", claim.time.clock);
  }
  out.end_object();
}

/// Where the quote and the marked value of each claim of one field begin and end: four places a claim.
std::vector<ShownAt> places_of(const Report& report, const Document& document, const std::vector<std::uint32_t>& claims,
                               Field field, Shown& shown) {
  std::vector<std::pair<std::uint32_t, std::size_t>> asked;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = report.claims[claims[i]];
    const Span value = marked_span(claim);
    const std::uint32_t begin = std::min(claim.quote.begin, value.begin), end = std::max(claim.quote.end, value.end);
    for (const std::uint32_t at : {begin, value.begin, std::max(value.begin, value.end), end})
      asked.emplace_back(at, asked.size());
  }
  std::stable_sort(asked.begin(), asked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::uint32_t> positions;
  for (const auto& [position, order] : asked) positions.push_back(position);
  shown = field == Field::title ? shown_title(document, positions) : shown_text(document, positions);
  std::vector<ShownAt> out(asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i) out[asked[i].second] = shown.at[i];
  return out;
}

/// Hands on what is written whenever that is enough.
class Parts {
 public:
  explicit Parts(const TakePart& take) : take_(take), island_(text_) {}
  Island& island() { return island_; }
  void pause() {
    if (text_.size() >= kPart) finish();
  }
  void finish() {
    take_(contained(text_));
    text_.clear();
  }

 private:
  const TakePart& take_;
  std::string text_;
  Island island_;
};

}  // namespace

std::string contained(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 32);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = json.substr(i, 3);
    if (json[i] == '<') {
      out += "\\u003c";
    } else if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") {
      out += rest.back() == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out.push_back(json[i]);
    }
  }
  return out;
}

void write_findings_island(const Overview& overview, const TakePart& take) {
  const Report& report = overview.report();
  Parts parts(take);
  Island& out = parts.island();
  out.begin_object();
  out.member("schema", "crosscheck.page/1");
  out.member("name", report.name.empty() ? "report" : report.name);
  write_looks(out, overview);
  out.key("docs");
  out.begin_array();
  std::size_t first_claim = 0;
  for (std::uint32_t i = 0; i < report.documents.size(); ++i) {
    while (first_claim < report.claims.size() && report.claims[first_claim].document < i) ++first_claim;
    write_document(out, overview, i, first_claim);
    parts.pause();
  }
  out.end_array();
  out.count("claims", report.claims.size());
  out.key("findings");
  out.begin_array();
  for (const Relation relation : kReadingOrder) {
    for (const std::uint32_t i : overview.findings(relation)) {
      write_finding(out, overview, report.findings[i]);
      parts.pause();
    }
  }
  out.end_array();
  out.list("once", overview.said_once());
  write_reviews(out, report);
  out.end_object();
  parts.finish();
}

std::string article_island(const Overview& overview, std::uint32_t index, std::uint32_t first, std::uint32_t end) {
  const Report& report = overview.report();
  const Document& document = report.documents[index];
  std::vector<std::uint32_t> in_text, in_title;
  for (std::uint32_t i = first; i < end; ++i)
    (report.claims[i].place.field == Field::title ? in_title : in_text).push_back(i);
  Shown text, title;
  const std::vector<ShownAt> text_places = places_of(report, document, in_text, Field::text, text);
  const std::vector<ShownAt> title_places = places_of(report, document, in_title, Field::title, title);

  std::string json;
  Island out(json);
  out.begin_object();
  if (!document.title.empty()) {
    out.key("h");
    out.text(title.paragraphs.front().text);
  }
  out.key("t");
  out.begin_array();
  for (const Shown::Paragraph& paragraph : text.paragraphs) {
    out.begin_array();
    out.number(paragraph.line);
    out.text(paragraph.text);
    out.end_array();
  }
  out.end_array();
  out.key("c");
  out.begin_array();
  for (std::uint32_t i = first, nth_text = 0, nth_title = 0; i < end; ++i) {
    const bool titled = report.claims[i].place.field == Field::title;
    const std::size_t nth = titled ? nth_title++ : nth_text++;
    write_claim(out, overview, i, &(titled ? title_places : text_places)[4 * nth]);
  }
  out.end_array();
  out.end_object();
  return contained(json);
}

}  // namespace crosscheck::rendering::html
