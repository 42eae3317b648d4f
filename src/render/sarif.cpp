// SARIF 2.1.0, for code scanning and editors. One finding is one result, at the article in question; the other articles are
// its related locations, which the message links:
//   "Initech's price: $3 billion against $5 billion\n$5 billion: [draft.txt:1:42](1)\n$3 billion: [archive/a.txt:1:29](2)"
// Columns and offsets are code points, and said to be. An article out of a page of HTML has the lines and columns of the page, and no
// offsets; one out of a PDF has no region, which means all of the file, and its page beside it. Hosts keep 5,000 results and 1,000 locations of one: what is beyond
// is cut by level and confidence, and a notification says how much. What agrees is no result.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/json.h"
#include "render/formats.h"
#include "render/hosts.h"
#include "render/words.h"

namespace crosscheck::rendering {
namespace {

constexpr std::size_t kMostResults = 5000, kMostLocations = 1000;

std::string_view level_name(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "note";
}

/// Brackets and backslashes are markup in a message.
std::string message_text(std::string_view text) {
  std::string out;
  for (const char c : plain(text)) {
    if (c == '[' || c == ']' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

Json text_of(std::string text) { return {{"text", std::move(text)}}; }

class Sarif {
 public:
  Sarif(const Overview& overview, const Look& look)
      : overview_(overview),
        report_(overview.report()),
        places_(report_),
        told_(findings_for_hosts(report_, look.fail_on)) {}

  std::string write() {
    if (told_.size() > kMostResults) {
      cut_ = told_.size() - kMostResults;
      told_.resize(kMostResults);
    }
    Json results = Json::array();
    for (const std::uint32_t i : told_) results.push_back(result(report_.findings[i]));
    Json run;
    run["tool"] = {{"driver", driver()}};
    run["automationDetails"] = {{"id", "crosscheck/"}};
    run["columnKind"] = "unicodeCodePoints";
    run["invocations"] = Json::array({invocation()});
    run["artifacts"] = artifacts();
    run["results"] = std::move(results);
    Json log;
    log["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    log["version"] = "2.1.0";
    log["runs"] = Json::array({std::move(run)});
    return log.dump(1) + "\n";
  }

 private:
  Json driver() {
    Json driver;
    driver["name"] = "crosscheck";
    driver["semanticVersion"] = report_.version;
    driver["properties"] = {{"rules_digest", report_.rules_digest}};
    driver["rules"] = Json::array();
    std::vector<std::pair<std::size_t, std::string>> order;
    for (const auto& [name, index] : rule_index_) order.emplace_back(index, name);
    std::sort(order.begin(), order.end());
    for (const auto& [index, name] : order) driver["rules"].push_back(rule(name, check_kind(name)));
    return driver;
  }

  static Json rule(const std::string& name, const CheckKind* kind) {
    const std::string title = kind == nullptr ? name : std::string(kind->title);
    const std::string help = kind == nullptr ? name : std::string(kind->help);
    Json out;
    out["id"] = name;
    out["shortDescription"] = text_of(title);
    out["fullDescription"] = text_of(help);
    out["help"] = {{"text", help}, {"markdown", "**" + title + ".** " + help}};
    out["defaultConfiguration"] = {{"level", "warning"}};
    out["properties"] = {{"tags", Json::array({"fact-checking"})}};
    return out;
  }

  Json artifact_location(const Document& document) {
    const std::string uri = uri_of(document);
    const auto [at, is_new] = artifact_index_.emplace(uri, artifact_index_.size());
    if (is_new) artifact_of_.push_back(&document);
    Json out{{"uri", uri}};
    if (!uri.starts_with("file:")) out["uriBaseId"] = "%SRCROOT%";
    out["index"] = at->second;
    return out;
  }

  Json location(std::uint32_t index, std::optional<std::size_t> id, const std::string& message) {
    const Claim& claim = report_.claims[index];
    const Document& document = report_.documents[claim.document];
    Json out;
    if (id) out["id"] = *id;
    Json physical{{"artifactLocation", artifact_location(document)}};
    if (const auto range = places_.in_file(claim)) physical["region"] = region(claim, *range);
    out["physicalLocation"] = std::move(physical);
    if (Json part = logical_location(claim); !part.empty()) out["logicalLocations"] = Json::array({std::move(part)});
    if (!message.empty()) out["message"] = text_of(message);
    return out;
  }

  /// Without an end column it goes to the end of its line.
  Json region(const Claim& claim, const Places::Range& range) const {
    Json out{{"startLine", range.begin.line}, {"startColumn", range.begin.column}, {"endLine", range.end.line}};
    if (range.end.column != 0) out["endColumn"] = range.end.column;
    if (range.code_points) {
      out["charOffset"] = range.code_points->begin;
      out["charLength"] = range.code_points->end - range.code_points->begin;
      out["byteOffset"] = claim.place.span.begin;
      out["byteLength"] = claim.place.span.size();
    }
    if (range.as_written) out["snippet"] = text_of(std::string(surface_of(report_, claim)));
    return out;
  }

  /// Where in its file: of a PDF the page, which has no lines; of several articles in one file which; a title.
  Json logical_location(const Claim& claim) const {
    const Document& document = report_.documents[claim.document];
    Json out;
    if (claim.place.field == Field::title) {
      out["fullyQualifiedName"] = document.id + " (title)";
    } else if (const std::uint32_t page = page_of(report_, claim); page != 0) {
      out["name"] = "page " + std::to_string(page);
      out["kind"] = "page";
      out["fullyQualifiedName"] = document.id + "#page=" + std::to_string(page);
    } else if (file_of(document) != document.path) {
      out["fullyQualifiedName"] = document.id;
    }
    return out;
  }

  Json result(const Finding& finding) {
    const std::vector<std::uint32_t> cited = cited_claims(report_, finding);
    const std::size_t kept = std::min(cited.size(), kMostLocations);
    std::map<std::uint32_t, std::size_t> id_of;
    for (std::size_t i = 0; i < kept; ++i) id_of[cited[i]] = i + 1;
    Json out;
    out["ruleId"] = finding.check;
    out["ruleIndex"] = rule_index_.emplace(finding.check, rule_index_.size()).first->second;
    out["level"] = level_name(level_of(finding));
    out["message"] = {{"text", message(finding, id_of)}};
    out["locations"] = Json::array();
    out["relatedLocations"] = Json::array();
    if (!cited.empty()) out["locations"].push_back(location(cited.front(), std::nullopt, ""));
    for (std::size_t i = 0; i < kept; ++i)
      out["relatedLocations"].push_back(
          location(cited[i], i + 1, message_text(quote_of(report_, report_.claims[cited[i]]))));
    if (Json flows = code_flows(finding); !flows.empty()) out["codeFlows"] = std::move(flows);
    out["partialFingerprints"] = {{"crosscheck/v1", finding.fingerprint}};
    if (report_.baseline) out["baselineState"] = finding.standing == Standing::open ? "new" : "unchanged";
    if (Json suppressed = suppressions(finding); !suppressed.empty()) out["suppressions"] = std::move(suppressed);
    out["rank"] = std::round(finding.confidence * 100);
    out["properties"] = properties(finding, cited.size() - kept);
    return out;
  }

  std::string message(const Finding& finding, const std::map<std::uint32_t, std::size_t>& id_of) const {
    constexpr std::size_t kLinked = 6;
    std::string text = message_text(finding.summary);
    const auto places = [&](const std::vector<std::uint32_t>& claims) {
      std::string out;
      std::size_t shown = 0;
      for (const std::uint32_t claim : claims) {
        const auto id = id_of.find(claim);
        if (id == id_of.end() || ++shown > kLinked) continue;
        out += (out.empty() ? "" : ", ") +
               ("[" + message_text(overview_.location(claim)) + "](" + std::to_string(id->second) + ")");
      }
      return out;
    };
    for (const Derivation& made : finding.derivation) {
      text += "\n" + message_text(made.words.empty() ? made.formula : made.words);
      if (!made.inputs.empty()) text += ": " + places(made.inputs);
    }
    for (const Side& side : finding.sides) {
      text += "\n" + message_text(side_words(side)) + ": " +
              (side.claims.empty() ? "implied" : places(overview_.in_quoting_order(side.claims)));
    }
    if (!finding.explanation.empty()) text += "\n" + message_text(finding.explanation);
    if (!finding.slip.empty()) text += "\nA single slip would reconcile them: " + message_text(finding.slip);
    return text;
  }

  /// The steps of a derivation, in the order of its inputs.
  Json code_flows(const Finding& finding) {
    Json flows = Json::array();
    for (const Derivation& made : finding.derivation) {
      if (made.inputs.empty()) continue;
      Json steps = Json::array();
      for (std::size_t i = 0; i < std::min(made.inputs.size(), kMostLocations); ++i)
        steps.push_back({{"location", location(made.inputs[i], std::nullopt, message_text(made.words))}});
      flows.push_back({{"threadFlows", Json::array({{{"locations", std::move(steps)}}})}});
    }
    return flows;
  }

  Json suppressions(const Finding& finding) const {
    Json out = Json::array();
    if (finding.standing == Standing::ignored)
      out.push_back({{"kind", "inSource"}, {"status", "accepted"}, {"justification", finding.ignored_for}});
    if (finding.standing == Standing::dismissed && finding.review)
      out.push_back(
          {{"kind", "external"}, {"status", "accepted"}, {"justification", report_.reviews[*finding.review].reason}});
    return out;
  }

  Json properties(const Finding& finding, std::size_t cut_locations) const {
    Json values = Json::array();
    for (const Side& side : finding.sides) values.push_back(side.value);
    Json out{{"relation", std::string(name_of(finding.relation))},
             {"confidence", two_decimals(finding.confidence)},
             {"fact", overview_.fact(finding)},
             {"values", std::move(values)}};
    if (cut_locations != 0) out["locations_cut"] = cut_locations;
    return out;
  }

  Json invocation() const {
    Json notes = Json::array();
    const auto note = [&](std::string_view level, const std::string& id, const std::string& text) {
      notes.push_back({{"descriptor", {{"id", id}}}, {"level", std::string(level)}, {"message", text_of(text)}});
    };
    for (const Skipped& file : report_.skipped) note("error", file.code, plain(file.path + ": " + file.reason));
    for (const Notice& notice : report_.notices) note("warning", notice.code, plain(notice.where + ": " + notice.what));
    if (cut_ != 0)
      note("warning", "cut",
           std::to_string(cut_) + " more findings are left out here, the least severe and the least sure: hosts keep " +
               std::to_string(kMostResults) + "; the JSON report has all");
    Json out{{"executionSuccessful", true}};
    if (!notes.empty()) out["toolExecutionNotifications"] = std::move(notes);
    return out;
  }

  Json artifacts() const {
    Json out = Json::array();
    for (const Document* document : artifact_of_) {
      const std::string uri = uri_of(*document);
      Json location{{"uri", uri}};
      if (!uri.starts_with("file:")) location["uriBaseId"] = "%SRCROOT%";
      Json artifact{{"location", std::move(location)}};
      if (is_file_text(*document)) artifact["encoding"] = "UTF-8";
      if (is_file_text(*document) && !document->sha256.empty()) artifact["hashes"] = {{"sha-256", document->sha256}};
      out.push_back(std::move(artifact));
    }
    return out;
  }

  const Overview& overview_;
  const Report& report_;
  Places places_;
  std::vector<std::uint32_t> told_;
  std::size_t cut_ = 0;
  std::map<std::string, std::size_t> rule_index_, artifact_index_;
  std::vector<const Document*> artifact_of_;
};

}  // namespace

std::string as_sarif(const Overview& overview, const Look& look) { return Sarif(overview, look).write(); }

}  // namespace crosscheck::rendering
