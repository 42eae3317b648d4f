// A finding replayed for a person with ten minutes, in the order of the questions asked: what does each side say, and where does
// it stand? How was it read? Why are these one fact? By which rules? Do the values meet? For example
//   c14 and c52 are not one fact: their articles tell different stories (s1, s3) …
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "render/render.h"
#include "render/replay.h"
#include "render/words.h"

namespace crosscheck {
namespace rendering {
namespace {

constexpr std::size_t kClaimsPerSide = 3;
constexpr std::size_t kQuoteLines = 3;
constexpr std::size_t kMostTests = 6;
constexpr std::size_t kMostPlaces = 12;
constexpr std::size_t kExplainIndent = 2;
constexpr std::size_t kHashShown = 12;
constexpr std::string_view kLogOdds =
    "(Figures behind reasons are log-odds: +0.7 doubles the odds that both are of one fact, −0.7 halves them.)";

/// "both tell of the same thing (rifl) +0.46; the sentences share rare words +0.80", of one sign.
std::string evidence_words(const std::vector<Evidence>& evidence, bool in_favour) {
  std::string out;
  for (const Evidence& one : evidence) {
    if ((one.weight > 0) != in_favour) continue;
    out +=
        (out.empty() ? "" : "; ") + one.words + fmt::format(" {}{:.1f}", in_favour ? "+" : "−", std::abs(one.weight));
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

/// What the reader must know of the parties that the sentence itself does not say.
std::string guessed_roles(const Claim& claim) {
  const auto of_basis = [&](RoleBasis basis) {
    std::vector<std::string> names;
    for (const Role& role : claim.roles) {
      if (role.basis == basis && role.entity && !role.value.empty()) names.push_back(role.value);
    }
    return joined(names, ", ");
  };
  const std::string near_by = of_basis(RoleBasis::pronoun), guessed = of_basis(RoleBasis::context);
  return (near_by.empty() ? "" : "; by a pronoun or from near by: " + near_by) +
         (guessed.empty() ? "" : "; from the rest of the article: " + guessed);
}

bool weighed(const Explanation& why) {
  return std::any_of(why.verdicts.begin(), why.verdicts.end(),
                     [](const Verdict& verdict) { return !verdict.evidence.empty(); });
}

}  // namespace

std::string Replay::named(std::uint32_t claim) const {
  return report_.claims[claim].id + " (" + overview_.location(claim) + ")";
}

void Replay::title(std::string_view text) {
  paper_.blank();
  paper_.paragraph(text, 0, Ink::bold);
}

void Replay::claim(std::uint32_t index, std::size_t indent) {
  const Claim& claim = report_.claims[index];
  const Document& document = report_.documents[claim.document];
  const DocumentFacts* facts = overview_.facts(claim.document);
  std::string head =
      claim.id + " · " + overview_.location(index) + " · document " + document.sha256.substr(0, kHashShown);
  if (facts != nullptr) head += " · story " + facts->story;
  if (overview_.is_copy(claim.document)) head += " · a copy of " + overview_.name(*facts->copy_of);
  paper_.paragraph(head, indent, Ink::bold);
  const std::size_t inner = indent + kExplainIndent;
  const Excerpt quote = excerpt_of(report_, claim, kQuoteLines * (paper_.width() - inner));
  paper_.paragraph(quote.before + "[" + quote.value + "]" + quote.after, inner);
  paper_.paragraph("value: " + value_reading(claim), inner);
  paper_.paragraph("time: " + time_reading(overview_, claim), inner);
  std::string about = "read as: " + claim_label(claim) + guessed_roles(claim);
  if (claim.modality != Modality::asserted) about += "; " + std::string(name_of(claim.modality));
  if (!claim.attribution.empty()) about += "; said by " + claim.attribution;
  paper_.paragraph(about, inner);
  paper_.paragraph("rule: " + claim.rule + " · confidence " + confidence_words(claim.confidence), inner);
}

void Replay::claims(const std::vector<std::uint32_t>& claims, std::size_t indent) {
  const std::size_t shown = std::min(claims.size(), kClaimsPerSide);
  for (std::size_t i = 0; i < shown; ++i) claim(claims[i], indent);
  std::string more;
  for (std::size_t i = shown; i < std::min(claims.size(), shown + kMostPlaces); ++i)
    more += (more.empty() ? "and " : ", ") + named(claims[i]);
  if (claims.size() > shown + kMostPlaces) more += ", …";
  if (!more.empty()) paper_.paragraph(more, indent, Ink::dim);
}

void Replay::sides(const Finding& finding) {
  title("What is said");
  const Derived derived = derived_by_side(finding);
  std::set<std::uint32_t> shown;
  const auto inputs = [&](const Derivation& derivation) {
    paper_.paragraph("worked out: " + (derivation.words.empty() ? derivation.formula : derivation.words),
                     kExplainIndent);
    std::vector<std::uint32_t> fresh;
    for (const std::uint32_t input : derivation.inputs) {
      if (shown.insert(input).second) fresh.push_back(input);
    }
    claims(fresh, 2 * kExplainIndent);
  };
  for (std::size_t i = 0; i < finding.sides.size(); ++i) {
    const Side& side = finding.sides[i];
    const std::string sources = counted(overview_.sources_of(side), "source", "sources");
    paper_.paragraph(side_words(side) + (side.claims.empty() ? " · implied" : " · " + sources), kExplainIndent,
                     Ink::bold);
    for (const std::uint32_t at : derived.of_side[i]) inputs(finding.derivation[at]);
    shown.insert(side.claims.begin(), side.claims.end());
    claims(overview_.in_quoting_order(side.claims), 2 * kExplainIndent);
  }
  for (const std::uint32_t at : derived.loose) inputs(finding.derivation[at]);
}

void Replay::verdict(const Verdict& verdict, std::size_t indent) {
  std::string head = "judged by " + verdict.of + ": " + confidence_words(verdict.probability);
  if (verdict.least > 0)
    head += (verdict.probability >= verdict.least ? ", enough (" : ", not enough (") + confidence_words(verdict.least) +
            " is asked for)";
  paper_.paragraph(head, indent);
  const std::size_t inner = indent + kExplainIndent;
  if (!verdict.reasons.empty()) paper_.paragraph(joined(verdict.reasons, "; "), inner);
  if (verdict.evidence.empty()) return;
  const std::string in_favour = evidence_words(verdict.evidence, true),
                    against = evidence_words(verdict.evidence, false);
  paper_.paragraph(fmt::format("before any evidence: {}{:.1f}", verdict.start < 0 ? "−" : "+", std::abs(verdict.start)),
                   inner);
  if (!in_favour.empty()) paper_.paragraph("for: " + in_favour, inner);
  if (!against.empty()) paper_.paragraph("against: " + against, inner);
}

void Replay::links(const Finding& finding, const std::vector<Explanation>& links) {
  if (!finding.group) return;
  const Group& group = report_.groups[*finding.group];
  title("Why this is one fact: " + group.label);
  if (std::any_of(links.begin(), links.end(), &weighed)) paper_.paragraph(kLogOdds, kExplainIndent, Ink::dim);
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const Explanation& link : links) {
    told.emplace(link.a, link.b);
    paper_.paragraph(named(link.a) + " and " + named(link.b), kExplainIndent, Ink::bold);
    for (const Verdict& said : link.verdicts) verdict(said, 2 * kExplainIndent);
  }
  std::string others;
  std::size_t count = 0;
  const std::set<std::uint32_t> members(group.claims.begin(), group.claims.end());
  for (const Link& link : report_.links) {
    if (!members.contains(link.a) || told.contains(std::minmax(link.a, link.b)) || ++count > kMostPlaces) continue;
    others += (others.empty() ? "" : ", ") + report_.claims[link.a].id + " and " + report_.claims[link.b].id + " " +
              confidence_words(link.probability);
  }
  if (count > kMostPlaces) others += fmt::format(", and {} more pairs", count - kMostPlaces);
  if (!others.empty()) paper_.paragraph("linked, too: " + others, kExplainIndent, Ink::dim);
}

void Replay::tests(const Finding& finding) {
  title("Do the values meet?");
  std::size_t count = 0;
  for (std::size_t i = 0; i < finding.sides.size(); ++i) {
    for (std::size_t j = i + 1; j < finding.sides.size(); ++j) {
      if (++count > kMostTests) continue;
      const Side &a = finding.sides[i], &b = finding.sides[j];
      paper_.paragraph(side_words(a) + " / " + side_words(b) + ": " + test_words(report_, rulebook_, finding, a, b),
                       kExplainIndent);
    }
  }
  if (count > kMostTests)
    paper_.paragraph(fmt::format("and {} more pairs", count - kMostTests), kExplainIndent, Ink::dim);
  if (finding.sides.size() == 1) paper_.paragraph("All claims state one value with one bound.", kExplainIndent);
  paper_.paragraph(finding.explanation, kExplainIndent);
  if (!finding.slip.empty()) paper_.paragraph("A single slip would reconcile them: " + finding.slip, kExplainIndent);
}

void Replay::rules(const std::vector<std::string>& rules) {
  title("Rules");
  for (const std::string& id : std::set<std::string>(rules.begin(), rules.end())) {
    std::string line = id;
    if (const Frame* frame = rulebook_.frame_named(id)) {
      line += ": " + frame->attribute + ", " + std::string(name_of(frame->behaviour));
      if (frame->holds_days > 0) line += fmt::format(", holds for {} days", frame->holds_days);
      line += "; `crosscheck rules explain " + id + "` shows it";
    }
    for (const DerivationRule& rule : rulebook_.derivations()) {
      if (rule.id == id) line += ": " + rule.words;
    }
    if (id == "generic") line += ": no frame took it; what it measures is read from its sentence";
    paper_.paragraph(line, kExplainIndent);
  }
  paper_.paragraph("digest of all rules: " + report_.rules_digest, kExplainIndent);
}

std::string Replay::finding(const Finding& finding, const std::vector<Explanation>& links) {
  const RelationLook& look = look_of(finding.relation);
  paper_.heading(look.mark, Ink::bold, finding.summary, Ink::bold, "");
  paper_.paragraph(fmt::format("{} · {} · check {} · confidence {} · fingerprint {}", finding.id, look.one,
                               finding.check, confidence_words(finding.confidence), finding.fingerprint),
                   kExplainIndent);
  sides(finding);
  this->links(finding, links);
  tests(finding);
  std::vector<std::string> ids = finding.rules;
  for (const Side& side : finding.sides) {
    for (const std::uint32_t index : side.claims) ids.push_back(report_.claims[index].rule);
  }
  rules(ids);
  return paper_.take();
}

std::string Replay::pair(const Explanation& why) {
  const std::string two = report_.claims[why.a].id + " and " + report_.claims[why.b].id;
  paper_.heading(why.together ? "=" : "≠", Ink::bold, two + (why.together ? " are one fact" : " are not one fact"),
                 Ink::bold, "");
  if (!why.barred.empty()) {
    paper_.paragraph("Because " + why.barred + ".", kExplainIndent);
  } else if (!why.together && !why.verdicts.empty()) {
    const Verdict& last = why.verdicts.back();
    paper_.paragraph(fmt::format("Because too little speaks for it: {}, where {} is asked for.",
                                 confidence_words(last.probability), confidence_words(last.least)),
                     kExplainIndent);
  } else if (why.path.size() > 2) {
    std::string path;
    for (const std::uint32_t claim : why.path) path += (path.empty() ? "" : " – ") + named(claim);
    paper_.paragraph("By way of others, each linked to the next: " + path, kExplainIndent);
  }
  title("What is said");
  claim(why.a, kExplainIndent);
  claim(why.b, kExplainIndent);
  if (!why.verdicts.empty()) {
    title("Are they one fact?");
    if (weighed(why)) paper_.paragraph(kLogOdds, kExplainIndent, Ink::dim);
    for (const Verdict& said : why.verdicts) verdict(said, kExplainIndent);
  }
  title("Do the values meet?");
  paper_.paragraph(test_words(rulebook_, report_.claims[why.a], report_.claims[why.b]), kExplainIndent);
  rules({report_.claims[why.a].rule, report_.claims[why.b].rule});
  return paper_.take();
}

}  // namespace rendering

std::string render_finding(const Report& report, const Rulebook& rulebook, const Finding& finding,
                           const std::vector<Explanation>& links, const Look& look) {
  return rendering::Replay(report, rulebook, look).finding(finding, links);
}

std::string render_explanation(const Report& report, const Rulebook& rulebook, const Explanation& why,
                               const Look& look) {
  return rendering::Replay(report, rulebook, look).pair(why);
}

}  // namespace crosscheck
