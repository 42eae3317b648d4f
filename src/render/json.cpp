// The report as `crosscheck.report/1`. Same report, same bytes: no timings, no clock. Claims are json_claims.cpp's.
#include <algorithm>
#include <utility>

#include "render/formats.h"
#include "render/json_fields.h"
#include "render/words.h"

namespace crosscheck {
namespace rendering {
namespace {

constexpr int kJsonIndent = 1;

void write_claim_ids(Writer& out, JsonKey name, const Report& report,
                     const std::vector<std::uint32_t>& claims) {
  out.array(name);
  for (const std::uint32_t claim : claims) out.text(report.claims[claim].id);
  out.end_array();
}

/// Is the text extracted from a container, so that a reader of the report cannot find the bytes in the file?
bool is_extracted(const Document& document) {
  for (const std::string_view plain_ending : {".txt", ".md", ".jsonl"}) {
    if (document.path.ends_with(plain_ending)) return false;
  }
  return document.path.rfind('.') != std::string::npos;
}

void write_document(Writer& out, const Overview& overview, std::uint32_t index) {
  const Document& document = overview.report().documents[index];
  const DocumentFacts* facts = overview.facts(index);
  out.begin_object();
  out.member("id", document.id);
  out.member("path", document.path);
  out.member_or_null("title", document.title);
  out.member_or_null("source", document.source);
  out.member_or_null("url", document.url);
  out.member_or_null("published", overview.published(index));
  out.member_or_null("language", document.language);
  out.member_or_null("story", facts == nullptr ? "" : facts->story);
  if (overview.is_copy(index))
    out.member("copy_of", overview.report().documents[*facts->copy_of].id);
  else
    out.none("copy_of");
  out.member_or_null("sha256", document.sha256);
  if (overview.gate()) {
    out.key("checked");
    out.boolean(facts->checked);
  }
  if (is_extracted(document)) out.member("text", document.text);
  if (!document.warnings.empty()) out.list("warnings", document.warnings);
  out.end_object();
}

void write_side(Writer& out, const Overview& overview, const Side& side) {
  out.begin_object();
  out.member("value", side.value);
  if (!side.words.empty()) out.member("words", side.words);
  write_claim_ids(out, "claims", overview.report(), side.claims);
  out.count("sources", overview.sources_of(side));
  if (side.claims.empty()) {
    out.key("implied");
    out.boolean(true);
  }
  out.end_object();
}

void write_review_fields(Writer& out, const Review& review) {
  out.member("state", name_of(review.state));
  const auto add = [&](JsonKey name, const std::string& value) {
    if (!value.empty()) out.member(name, value);
  };
  add("reason", review.reason);
  add("note", review.note);
  add("by", review.by);
  add("at", review.at);
  add("until", review.until);
  out.member("use", name_of(review.use));
}

void write_derivation(Writer& out, const Report& report, const Derivation& derivation) {
  out.begin_object();
  out.member("formula", derivation.formula);
  out.member("words", derivation.words);
  write_claim_ids(out, "inputs", report, derivation.inputs);
  out.member("result", derivation.result);
  out.end_object();
}

/// What was decided about a finding; nothing where nothing was.
void write_decision(Writer& out, const Report& report, const Finding& finding) {
  if (finding.standing != Standing::open) out.member("standing", name_of(finding.standing));
  if (!finding.ignored_for.empty()) out.member("ignored_for", finding.ignored_for);
  if (!finding.review) return;
  out.object("review");
  write_review_fields(out, report.reviews[*finding.review]);
  out.end_object();
}

void write_finding(Writer& out, const Overview& overview, const Finding& finding) {
  const Report& report = overview.report();
  out.begin_object();
  out.member("id", finding.id);
  out.member("fingerprint", finding.fingerprint);
  out.member("relation", name_of(finding.relation));
  out.member("check", finding.check);
  out.member("severity", name_of(finding.severity));
  out.key("confidence");
  out.real(two_decimals(finding.confidence));
  out.member_or_null("group", finding.group ? report.groups[*finding.group].id : "");
  out.member("summary", finding.summary);
  out.member("explanation", finding.explanation);
  out.array("sides");
  for (const Side& side : finding.sides) write_side(out, overview, side);
  out.end_array();
  out.array("derivation");
  for (const Derivation& derivation : finding.derivation) write_derivation(out, report, derivation);
  out.end_array();
  out.member_or_null("slip", finding.slip);
  out.list("rules", finding.rules);
  write_decision(out, report, finding);
  out.end_object();
}

void write_group(Writer& out, const Report& report, const Group& group) {
  out.begin_object();
  out.member("id", group.id);
  out.member("label", group.label);
  out.member("attribute", group.attribute);
  write_claim_ids(out, "claims", report, group.claims);
  out.end_object();
}

void write_skipped(Writer& out, const Skipped& file) {
  out.begin_object();
  out.member("path", file.path);
  out.member("reason", file.reason);
  out.member("code", file.code);
  out.end_object();
}

void write_reviews(Writer& out, const Report& report) {
  out.array("reviews");
  for (const Review& review : report.reviews) {
    out.begin_object();
    out.member("fingerprint", review.fingerprint);
    write_review_fields(out, review);
    out.end_object();
  }
  out.end_array();
}

void write_baseline(Writer& out, const Baseline& baseline) {
  out.object("baseline");
  out.count("known", baseline.known);
  out.count("new", baseline.added);
  out.list("vanished", baseline.vanished);
  out.end_object();
}

void write_notices(Writer& out, const std::vector<Notice>& notices) {
  out.array("notices");
  for (const Notice& notice : notices) {
    out.begin_object();
    out.member("where", notice.where);
    out.member("what", notice.what);
    out.member("code", notice.code);
    out.end_object();
  }
  out.end_array();
}

void write_summary(Writer& out, const Overview& overview) {
  const Report& report = overview.report();
  out.object("summary");
  out.count("articles", report.documents.size());
  out.count("stories", overview.stories());
  out.count("independent_sources", overview.independent_sources());
  out.count("skipped", report.skipped.size());
  out.count("claims", report.claims.size());
  out.object("relations");
  for (const Relation relation : kReadingOrder) out.count(name_of(relation), overview.count(relation));
  out.end_object();
  out.object("withheld");
  for (const Relation relation : kReadingOrder)
    out.count(name_of(relation), report.withheld[static_cast<std::size_t>(relation)]);
  out.end_object();
  out.count("said_once", overview.said_once().size());
  out.end_object();
}

void write_tool(Writer& out, const Report& report) {
  out.object("tool");
  out.member("name", "crosscheck");
  out.member("version", report.version);
  out.member("rules_digest", report.rules_digest);
  out.end_object();
}

/// Hands on what is written. The elements of an array are written in runs, a round of them by all workers at once; meanwhile the
/// round before is handed on.
class Parts {
 public:
  Parts(const TakePart& take, const Workers& workers) : take_(take), workers_(workers), out_(text_, kJsonIndent) {}

  Writer& out() { return out_; }
  void finish() {
    text_.push_back('\n');
    hand_on();
  }
  template <class Things, class Write>
  void array(JsonKey name, const Things& things, Write&& write) {
    out_.array(name);
    hand_on();
    std::vector<std::string> round;
    for (std::size_t at = 0; at < things.size() + kRound; at += kRound) {
      const std::size_t left = at < things.size() ? std::min(kRound, things.size() - at) : 0;
      const auto before = std::exchange(round, std::vector<std::string>((left + kRun - 1) / kRun));
      std::vector<std::string_view> parts;
      for (const std::string& run : before) parts.push_back(out_.continued(run));
      workers_.each(round.size() + 1, [&](std::size_t task) {
        if (task == 0) {
          for (const std::string_view part : parts) take_(part);
          return;
        }
        Writer out(round[task - 1], out_);
        const std::size_t begin = at + (task - 1) * kRun;
        for (std::size_t i = begin; i < std::min(begin + kRun, things.size()); ++i) write(out, things[i]);
      });
    }
    out_.end_array();
  }

 private:
  void hand_on() {
    take_(text_);
    text_.clear();
  }

  static constexpr std::size_t kRun = 64, kRound = 32 * kRun;  // elements
  const TakePart& take_;
  const Workers& workers_;
  std::string text_;
  Writer out_;
};

}  // namespace

void as_json(const Overview& overview, const TakePart& take, const Workers& workers) {
  const Report& report = overview.report();
  Parts parts(take, workers);
  Writer& out = parts.out();
  out.begin_object();
  out.member("schema", "crosscheck.report/1");
  write_tool(out, report);
  parts.array("documents", report.documents, [&](Writer& to, const Document& document) {
    write_document(to, overview, static_cast<std::uint32_t>(&document - report.documents.data()));
  });
  parts.array("claims", report.claims, [&](Writer& to, const Claim& claim) { write_claim(to, report, claim); });
  parts.array("groups", report.groups, [&](Writer& to, const Group& group) { write_group(to, report, group); });
  parts.array("findings", report.findings,
              [&](Writer& to, const Finding& finding) { write_finding(to, overview, finding); });
  parts.array("skipped", report.skipped, [&](Writer& to, const Skipped& file) { write_skipped(to, file); });
  if (!report.reviews.empty()) write_reviews(out, report);
  if (report.baseline) write_baseline(out, *report.baseline);
  if (!report.notices.empty()) write_notices(out, report.notices);
  write_summary(out, overview);
  out.end_object();
  parts.finish();
}

}  // namespace rendering
}  // namespace crosscheck
