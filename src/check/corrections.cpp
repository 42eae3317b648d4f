// An article that says what was wrong with an earlier one:
//   "revenues were 17.5 mln dlrs and not the 17.8 mln dlrs it had reported earlier" → 17.5 against 17.8 mln dlrs
// The two are one fact because the article says so. Where the note gives the wrong value alone ("corrects amount of debt
// from 65 mln dlrs"), the right one is what else the article counts in that unit and, if it says so, of that thing.
#include <algorithm>
#include <map>

#include "check/checks.h"
#include "check/slip.h"
#include "check/words.h"

namespace crosscheck {
namespace {

using Places = std::map<std::pair<std::uint32_t, Place>, std::uint32_t>;

std::optional<std::uint32_t> claim_at(const Places& places, std::uint32_t document, const Place& place) {
  const auto found = places.find({document, place});
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

/// Of one kind, in one unit where both have one, and not the same.
bool comparable(const Context& context, const Claim& a, const Claim& b) {
  if (a.dated() != b.dated() || (a.kind == MentionKind::duration) != (b.kind == MentionKind::duration)) return false;
  if (a.dated()) return values_meet(context.rulebook, a, b) != Meeting::same;
  const std::string &x = a.quantity.unit, &y = b.quantity.unit;
  if ((a.kind == MentionKind::ordinal) != (b.kind == MentionKind::ordinal)) return false;
  return (x == y || x.empty() || y.empty()) && (a.quantity.value != b.quantity.value || x != y);
}

/// The nearest claim of the article before the note that may be the right one.
std::optional<std::uint32_t> right_for(const Context& context, std::uint32_t wrong) {
  const Claim& claim = context.claim(wrong);
  for (std::uint32_t i = wrong; i-- > 0 && context.claim(i).document == claim.document;) {
    const Claim& other = context.claim(i);
    if (other.sentence == claim.sentence || !comparable(context, claim, other)) continue;
    const bool one_thing =
        claim.measured.head.empty() ? !claim.quantity.unit.empty() : claim.measured.head == other.measured.head;
    if (one_thing && other.quantity.unit == claim.quantity.unit) return i;
  }
  return std::nullopt;
}

Finding stated(const Context& context, const CorrectionNote& note, std::uint32_t claim) {
  const bool revised = note.formula == "revision";
  Finding finding;
  finding.relation = revised ? Relation::update : Relation::contradict;
  finding.check = "correction";
  finding.confidence = note.formula == "correction" ? 0.93 : 0.85;
  finding.rules = {note.rule};
  finding.sides = {make_side(context, {claim})};
  return finding;
}

void explain(const Context& context, Finding& finding, std::uint32_t claim) {
  const std::string right = finding.sides[0].words, wrong = finding.sides[1].words;
  const bool revised = finding.relation == Relation::update;
  finding.summary =
      context.claim(claim).attribute + (revised ? ": revised to " : ": corrected to ") + right + " from " + wrong;
  finding.explanation = short_name(context.document(claim)) + " itself says that " + right + " is right and " + wrong +
                        (revised ? " was the value before." : " was wrong.");
}

std::optional<Finding> by_values(const Context& context, const CorrectionNote& note, std::uint32_t right,
                                 std::uint32_t wrong) {
  const Claim &a = context.claim(right), &b = context.claim(wrong);
  if (right == wrong || !comparable(context, a, b)) return std::nullopt;
  Finding finding = stated(context, note, right);
  finding.sides.push_back(make_side(context, {wrong}));
  finding.slip = a.dated() ? slip_between(a.when, b.when) : slip_between(a.quantity, b.quantity);
  explain(context, finding, right);
  return finding;
}

Finding by_words(const Context& context, const CorrectionNote& note, std::uint32_t claim) {
  Finding finding = stated(context, note, claim);
  Side wrong = finding.sides[0];
  wrong.claims.clear();
  const auto with = [](Side& side, const std::string& word) {
    if (word.empty()) return;
    side.words += " (" + word + ")";
    side.value += " " + word;
  };
  with(finding.sides[0], note.right_word);
  with(wrong, note.wrong_word);
  finding.derivation = {{"what the note takes back", "not " + note.wrong_word, {claim}, wrong.value}};
  finding.sides.push_back(std::move(wrong));
  explain(context, finding, claim);
  return finding;
}

}  // namespace

void check_corrections(const Context& context, std::vector<Finding>& findings) {
  Places places;
  for (std::uint32_t i = 0; i < context.linked.claims.size() && !context.linked.corrections.empty(); ++i)
    places.emplace(std::pair(context.claim(i).document, context.claim(i).place), i);
  for (const CorrectionNote& note : context.linked.corrections) {
    const auto value = claim_at(places, note.document, note.value);
    if (!value) continue;
    std::optional<Finding> finding;
    if (note.formula == "word") {
      finding = by_words(context, note, *value);
    } else if (note.formula == "wrong") {
      if (const auto right = right_for(context, *value)) finding = by_values(context, note, *right, *value);
    } else if (note.wrong) {
      if (const auto wrong = claim_at(places, note.document, *note.wrong))
        finding = by_values(context, note, *value, *wrong);
    }
    if (finding) findings.push_back(std::move(*finding));
  }
}

}  // namespace crosscheck
