// The report as `crosscheck.report/1`, and single claims as lines. "$157 billion" becomes
// {"value":"157000000000","unit":"USD","low":"156500000000","high":"157500000000","bound":"exact"}: numbers
// with meaning are strings, what is not known is null. Same report, same bytes: no timings, no clock.
// Whether an end of a range is itself excluded ("over 13") shows in `bound`, not in `low` and `high`.
#include "base/json.h"

#include <array>

#include "render/formats.h"
#include "render/words.h"

namespace crosscheck {
namespace rendering {
namespace {

constexpr int kIndent = 1;

std::string dumped(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }
Json decimal_or_null(const std::optional<Decimal>& value) { return value ? Json(value->to_string()) : Json(nullptr); }

/// Adds value, unit, low, high and bound.
void add_quantity(Json& out, const Quantity& quantity) {
  out["value"] = value_text(quantity);
  out["unit"] = text_or_null(quantity.unit);
  out["low"] = decimal_or_null(quantity.interval.low);
  out["high"] = decimal_or_null(quantity.interval.high);
  out["bound"] = name_of(quantity.bound);
}

void add_written(Json& out, std::string_view value, std::string_view bound) {
  out["value"] = text_or_null(value);
  out["unit"] = nullptr;
  out["low"] = nullptr;
  out["high"] = nullptr;
  out["bound"] = bound;
}

Json claim_ids(const Report& report, const std::vector<std::uint32_t>& claims) {
  Json out = Json::array();
  for (const std::uint32_t claim : claims) out.push_back(report.claims[claim].id);
  return out;
}

Json time_json(const Report& report, const ClaimTime& time) {
  Json out = Json::object();
  out["edtf"] = text_or_null(to_edtf(time.value));
  out["basis"] = name_of(time.basis);
  if (!time.event.empty()) out["event"] = time.event;
  if (time.anchor && *time.anchor < report.claims.size()) out["anchor"] = report.claims[*time.anchor].id;
  return out;
}

Json roles_json(const Claim& claim) {
  Json out = Json::object();
  for (const Role& role : claim.roles) {
    if (!out.contains(role.name))
      out[role.name] = role.value;
    else
      out[role.name] = out[role.name].get<std::string>() + "; " + role.value;
  }
  return out;
}

/// What was not said is left out.
Json measured_json(const Measured& measured) {
  Json out = Json::object();
  if (!measured.head.empty()) out["head"] = measured.head;
  if (!measured.modifiers.empty()) out["modifiers"] = measured.modifiers;
  if (!measured.verb.empty()) out["verb"] = measured.verb;
  if (!measured.owner.empty()) out["owner"] = measured.owner;
  if (!measured.place.empty()) out["place"] = measured.place;
  if (!measured.scope.empty()) out["scope"] = measured.scope;
  return out;
}

Json claim_json(const Report& report, const Claim& claim) {
  const Document& document = report.documents[claim.document];
  const LineColumn at = line_column(document, claim.place);
  Json out = Json::object();
  out["id"] = claim.id;
  out["doc"] = document.id;
  if (claim.place.field == Field::title) out["in"] = "title";
  out["begin"] = claim.place.span.begin;
  out["end"] = claim.place.span.end;
  out["line"] = at.line;
  out["column"] = at.column;
  out["surface"] = surface_of(report, claim);
  out["quote"] = quote_of(report, claim);
  out["quote_begin"] = claim.quote.begin;
  out["quote_end"] = claim.quote.end;
  out["kind"] = name_of(claim.kind);
  Json value = Json::object();
  if (claim.dated())
    add_written(value, when_text(claim), bound_of(claim.when));
  else
    add_quantity(value, claim.quantity);
  out["value"] = std::move(value);
  out["attribute"] = claim.attribute;
  out["roles"] = roles_json(claim);
  out["rule"] = claim.rule;
  out["time"] = time_json(report, claim.time);
  out["modality"] = name_of(claim.modality);
  out["attribution"] = text_or_null(claim.attribution);
  out["confidence"] = two_decimals(claim.confidence);
  if (!claim.qualifiers.empty()) out["qualifiers"] = claim.qualifiers;
  if (Json measured = measured_json(claim.measured); !measured.empty()) out["measured"] = std::move(measured);
  return out;
}

/// Is the text extracted from a container, so that a reader of the report cannot find the bytes in the file?
bool is_extracted(const Document& document) {
  for (const std::string_view plain_ending : {".txt", ".md", ".jsonl"}) {
    if (document.path.ends_with(plain_ending)) return false;
  }
  return document.path.rfind('.') != std::string::npos;
}

Json document_json(const Overview& overview, std::uint32_t index) {
  const Document& document = overview.report().documents[index];
  const DocumentFacts* facts = overview.facts(index);
  Json out = Json::object();
  out["id"] = document.id;
  out["path"] = document.path;
  out["title"] = text_or_null(document.title);
  out["source"] = text_or_null(document.source);
  out["url"] = text_or_null(document.url);
  out["published"] = text_or_null(overview.published(index));
  out["language"] = text_or_null(document.language);
  out["story"] = text_or_null(facts == nullptr ? "" : facts->story);
  out["copy_of"] = overview.is_copy(index) ? Json(overview.report().documents[*facts->copy_of].id) : Json(nullptr);
  out["sha256"] = text_or_null(document.sha256);
  if (is_extracted(document)) out["text"] = document.text;
  return out;
}

Json side_json(const Overview& overview, const Side& side) {
  Json out = Json::object();
  out["value"] = side.value;
  if (!side.words.empty()) out["words"] = side.words;
  out["claims"] = claim_ids(overview.report(), side.claims);
  out["sources"] = overview.sources_of(side);
  if (side.claims.empty()) out["implied"] = true;
  return out;
}

Json derivation_json(const Report& report, const Derivation& derivation) {
  Json out = Json::object();
  out["formula"] = derivation.formula;
  out["words"] = derivation.words;
  out["inputs"] = claim_ids(report, derivation.inputs);
  out["result"] = derivation.result;
  return out;
}

Json finding_json(const Overview& overview, const Finding& finding) {
  const Report& report = overview.report();
  Json out = Json::object();
  out["id"] = finding.id;
  out["fingerprint"] = finding.fingerprint;
  out["relation"] = name_of(finding.relation);
  out["check"] = finding.check;
  out["severity"] = name_of(finding.severity);
  out["confidence"] = two_decimals(finding.confidence);
  out["group"] = finding.group ? Json(report.groups[*finding.group].id) : Json(nullptr);
  out["summary"] = finding.summary;
  out["explanation"] = finding.explanation;
  Json sides = Json::array(), derivations = Json::array();
  for (const Side& side : finding.sides) sides.push_back(side_json(overview, side));
  for (const Derivation& derivation : finding.derivation) derivations.push_back(derivation_json(report, derivation));
  out["sides"] = std::move(sides);
  out["derivation"] = std::move(derivations);
  out["slip"] = text_or_null(finding.slip);
  out["rules"] = finding.rules;
  return out;
}

Json group_json(const Report& report, const Group& group) {
  Json out = Json::object();
  out["id"] = group.id;
  out["label"] = group.label;
  out["attribute"] = group.attribute;
  out["claims"] = claim_ids(report, group.claims);
  return out;
}

Json summary_json(const Overview& overview) {
  const Report& report = overview.report();
  Json out = Json::object();
  out["articles"] = report.documents.size();
  out["stories"] = overview.stories();
  out["independent_sources"] = overview.independent_sources();
  out["skipped"] = report.skipped.size();
  out["claims"] = report.claims.size();
  Json relations = Json::object();
  for (const Relation relation : kReadingOrder) relations[std::string(name_of(relation))] = overview.count(relation);
  out["relations"] = std::move(relations);
  out["said_once"] = overview.said_once().size();
  return out;
}

}  // namespace

std::string as_json(const Overview& overview, const Look& /*look*/) {
  const Report& report = overview.report();
  Json documents = Json::array(), claims = Json::array(), groups = Json::array();
  Json findings = Json::array(), skipped = Json::array();
  for (std::uint32_t i = 0; i < report.documents.size(); ++i) documents.push_back(document_json(overview, i));
  for (const Claim& claim : report.claims) claims.push_back(claim_json(report, claim));
  for (const Group& group : report.groups) groups.push_back(group_json(report, group));
  for (const Finding& finding : report.findings) findings.push_back(finding_json(overview, finding));
  for (const Skipped& file : report.skipped) {
    skipped.push_back(Json{{"path", file.path}, {"reason", file.reason}, {"code", file.code}});
  }
  Json out = Json::object();
  out["schema"] = "crosscheck.report/1";
  out["tool"] = Json{{"name", "crosscheck"}, {"version", report.version}, {"rules_digest", report.rules_digest}};
  out["documents"] = std::move(documents);
  out["claims"] = std::move(claims);
  out["groups"] = std::move(groups);
  out["findings"] = std::move(findings);
  out["skipped"] = std::move(skipped);
  out["summary"] = summary_json(overview);
  return dumped(out, kIndent) + "\n";
}

}  // namespace rendering

std::string render_claim(const Report& report, const Claim& claim) {
  return rendering::dumped(rendering::claim_json(report, claim), -1);
}

}  // namespace crosscheck
