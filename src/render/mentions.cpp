// A line of `crosscheck mentions`, written straight into its text: a corpus of any size passes here, so no tree of it
// is built first.
//   {"id":"a.txt","mentions":[{"begin":22,"end":33,"surface":"$12 billion","kind":"money","value":"12000000000",…}]}
// A new field goes into append_mention(), behind the others.
#include "base/json_writer.h"
#include "render/render.h"
#include "render/words.h"

namespace crosscheck {
namespace rendering {
namespace {

void append_string_or_null(std::string& out, std::string_view text) {
  if (text.empty())
    out += "null";
  else
    append_json_string(out, text);
}

void append_decimal_or_null(std::string& out, const std::optional<Decimal>& value) {
  append_string_or_null(out, value ? value->to_string() : "");
}

/// An open range is written as one even when it names a value.
void append_quantity(std::string& out, const Quantity& quantity, bool open) {
  out += R"(,"value":)";
  append_json_string(out, open ? to_string(quantity.interval) : value_text(quantity));
  out += R"(,"unit":)";
  append_string_or_null(out, quantity.unit);
  out += R"(,"low":)";
  append_decimal_or_null(out, quantity.interval.low);
  out += R"(,"high":)";
  append_decimal_or_null(out, quantity.interval.high);
  out += R"(,"bound":)";
  append_json_string(out, name_of(quantity.bound));
}

void append_written(std::string& out, std::string_view value, std::string_view bound) {
  out += R"(,"value":)";
  append_string_or_null(out, value);
  out += R"(,"unit":null,"low":null,"high":null,"bound":)";
  append_json_string(out, bound);
}

/// FORMATS' value: an EDTF or ISO 8601 text where there is one, "3-1" as written for a score, else a quantity.
void append_value(std::string& out, const Document& document, const Mention& mention, bool open) {
  const bool written = mention.kind == MentionKind::date || mention.kind == MentionKind::time ||
                       mention.kind == MentionKind::duration || mention.kind == MentionKind::set;
  const Interval& interval = mention.quantity.interval;
  const bool measured = mention.quantity.value || interval.low || interval.high;
  if (written || !mention.edtf.empty()) {
    const bool bound_by_figure = measured && !mention.time.known();
    append_written(out, mention.edtf, bound_by_figure ? name_of(mention.quantity.bound) : bound_of(mention.time));
  } else if (!measured) {
    append_written(out, text_at(document, {mention.field, mention.span}), name_of(mention.quantity.bound));
  } else {
    append_quantity(out, mention.quantity, open);
  }
}

/// "more than 30": a bare number with one side open is the range (30,).
bool is_open_range(const Mention& mention) {
  const Interval& interval = mention.quantity.interval;
  return mention.kind == MentionKind::number && mention.quantity.bound != Bound::vague &&
         mention.quantity.bound != Bound::exact && mention.quantity.bound != Bound::about &&
         (!interval.low || !interval.high) && (interval.low || interval.high);
}

void append_mention(std::string& out, const Document& document, const Mention& mention) {
  const bool open = is_open_range(mention);
  const Span span = open ? mention.qualified : mention.span;
  out += mention.field == Field::title ? R"({"in":"title","begin":)" : R"({"begin":)";
  append_json_number(out, span.begin);
  out += R"(,"end":)";
  append_json_number(out, span.end);
  out += R"(,"surface":)";
  append_json_string(out, text_at(document, {mention.field, span}));
  out += R"(,"kind":)";
  append_json_string(out, name_of(open ? MentionKind::range : mention.kind));
  append_value(out, document, mention, open);
  if (mention.mod[0] != '\0') {
    out += R"(,"mod":)";
    append_json_string(out, mention.mod);
  }
  out.push_back('}');
}

}  // namespace
}  // namespace rendering

std::string render_mentions(const Document& document, const Article& article) {
  constexpr std::size_t kUsualSize = 150;
  std::string out;
  out.reserve(document.id.size() + article.mentions.size() * kUsualSize);
  out += R"({"id":)";
  append_json_string(out, document.id);
  out += R"(,"mentions":[)";
  bool first = true;
  for (const Mention& mention : article.mentions) {
    if (mention.kind == MentionKind::entity) continue;
    if (!first) out.push_back(',');
    first = false;
    rendering::append_mention(out, document, mention);
  }
  return out += "]}";
}

}  // namespace crosscheck
