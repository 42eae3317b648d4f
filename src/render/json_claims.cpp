// A claim in JSON, in a report or on a line of its own. "$157 billion" becomes
// {"value":"157000000000","unit":"USD","low":"156500000000","high":"157500000000","bound":"exact"}: numbers
// with meaning are strings, what is not known is null.
// Whether an end of a range is itself excluded ("over 13") shows in `bound`, not in `low` and `high`.
#include "render/formats.h"
#include "render/json_fields.h"
#include "render/words.h"

namespace crosscheck {
namespace rendering {
namespace {

std::string decimal_text(const std::optional<Decimal>& value) { return value ? value->to_string() : ""; }

/// Adds value, unit, low, high and bound.
void write_quantity(Writer& out, const Quantity& quantity) {
  out.member("value", value_text(quantity));
  out.member_or_null("unit", quantity.unit);
  out.member_or_null("low", decimal_text(quantity.interval.low));
  out.member_or_null("high", decimal_text(quantity.interval.high));
  out.member("bound", name_of(quantity.bound));
}

void write_written(Writer& out, std::string_view value, std::string_view bound) {
  out.member_or_null("value", value);
  for (const char* name : {"unit", "low", "high"}) out.none(name);
  out.member("bound", bound);
}

void write_time(Writer& out, const Report& report, const ClaimTime& time) {
  out.object("time");
  out.member_or_null("edtf", to_edtf(time.value));
  out.member("basis", name_of(time.basis));
  if (!time.event.empty()) out.member("event", time.event);
  if (time.anchor && *time.anchor < report.claims.size()) out.member("anchor", report.claims[*time.anchor].id);
  out.end_object();
}

/// Two that fill one role share its member: "Acme; Globex".
void write_roles(Writer& out, const Claim& claim) {
  out.object("roles");
  for (auto role = claim.roles.begin(); role != claim.roles.end(); ++role) {
    const auto same = [&](const Role& other) { return other.name == role->name; };
    if (std::any_of(claim.roles.begin(), role, same)) continue;
    std::string value = role->value;
    for (auto other = role + 1; other != claim.roles.end(); ++other) {
      if (same(*other)) value += "; " + other->value;
    }
    out.member(role->name, value);
  }
  out.end_object();
}

/// What was not said is left out.
void write_measured(Writer& out, const Measured& measured) {
  const bool said = !measured.head.empty() || !measured.modifiers.empty() || !measured.verb.empty() ||
                    !measured.owner.empty() || !measured.place.empty() || !measured.scope.empty();
  if (!said) return;
  out.object("measured");
  if (!measured.head.empty()) out.member("head", measured.head);
  if (!measured.modifiers.empty()) out.list("modifiers", measured.modifiers);
  if (!measured.verb.empty()) out.member("verb", measured.verb);
  if (!measured.owner.empty()) out.member("owner", measured.owner);
  if (!measured.place.empty()) out.member("place", measured.place);
  if (!measured.scope.empty()) out.list("scope", measured.scope);
  out.end_object();
}

void write_place(Writer& out, const Report& report, const Claim& claim) {
  const Document& document = report.documents[claim.document];
  const LineColumn at = line_column(document, claim.place);
  out.member("doc", document.id);
  if (claim.place.field == Field::title) out.member("in", "title");
  out.count("begin", claim.place.span.begin);
  out.count("end", claim.place.span.end);
  out.count("line", at.line);
  out.count("column", at.column);
  const SourcePlace source = source_place(document, claim.place);
  if (source.page != 0) out.count("page", source.page);
  if (source.line != 0) out.count("source_line", source.line);
  if (source.column != 0) out.count("source_column", source.column);
  out.member("surface", surface_of(report, claim));
  out.member("quote", quote_of(report, claim));
  out.count("quote_begin", claim.quote.begin);
  out.count("quote_end", claim.quote.end);
}

}  // namespace

void write_claim(Writer& out, const Report& report, const Claim& claim) {
  out.begin_object();
  out.member("id", claim.id);
  write_place(out, report, claim);
  out.member("kind", name_of(claim.kind));
  out.object("value");
  if (claim.dated())
    write_written(out, when_text(claim), bound_of(claim.when));
  else
    write_quantity(out, claim.quantity);
  out.end_object();
  out.member("attribute", claim.attribute);
  write_roles(out, claim);
  out.member("rule", claim.rule);
  write_time(out, report, claim.time);
  out.member("modality", name_of(claim.modality));
  out.member_or_null("attribution", claim.attribution);
  out.key("confidence");
  out.real(two_decimals(claim.confidence));
  if (!claim.qualifiers.empty()) out.list("qualifiers", claim.qualifiers);
  write_measured(out, claim.measured);
  out.end_object();
}

}  // namespace rendering

std::string render_claim(const Report& report, const Claim& claim) {
  std::string text;
  rendering::Writer out(text, -1);
  rendering::write_claim(out, report, claim);
  return text;
}

}  // namespace crosscheck
